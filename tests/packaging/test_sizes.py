"""The check of sizes finds what is too long; packaging/test.sh runs it on the program itself."""

import subprocess
import sys
from pathlib import Path

SIZES = Path(__file__).parents[2] / "packaging" / "sizes.py"


def sizes(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SIZES), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def function(name: str, lines: int) -> str:
    return f"def {name}():\n" + "    pass\n" * (lines - 1)


def test_every_part_that_is_too_long_is_named(tmp_path: Path) -> None:
    (tmp_path / "edge.py").write_text("import os\n" + function("fits", 50), encoding="utf-8")
    long_class = "class Long:\n" + "    x = 1\n" * 300
    (tmp_path / "long.py").write_text(
        function("much", 51) + function("more", 52) + long_class, encoding="utf-8"
    )
    done = sizes(str(tmp_path))
    assert done.returncode == 1
    named = [line for line in done.stdout.splitlines() if "TOO LONG" in line]
    assert [line.split()[-3] for line in named if "long.py:" in line] == ["more", "much", "Long"]
    assert "404" in next(line for line in named if line.startswith("file, longest"))
    assert not any("edge.py" in line for line in named)


def test_a_good_tail_does_not_hide_long_functions(tmp_path: Path) -> None:
    good = "".join(function(f"f{n}", 3) for n in range(8))
    (tmp_path / "a.py").write_text(good + function("g", 26) * 2, encoding="utf-8")
    done = sizes(str(tmp_path))
    assert done.returncode == 1
    assert "function, 90th %" in next(x for x in done.stdout.splitlines() if "TOO LONG" in x)


def test_a_folder_without_code_is_refused(tmp_path: Path) -> None:
    (tmp_path / "__init__.py").write_text('"""Only words."""\n', encoding="utf-8")
    assert sizes(str(tmp_path)).returncode == 1
