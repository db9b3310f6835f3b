import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
SCRIPTS = [*sorted(PACKAGING.glob("*.sh")), PACKAGING.parent / ".ci" / "run"]
COMMANDS = "sh cat cksum date dirname basename env grep id mkdir rm sed touch uname"
NO_DISPLAY = {"DISPLAY": "", "WAYLAND_DISPLAY": ""}

has_no_screen = pytest.mark.skipif(
    sys.platform == "darwin", reason="macOS always has a screen, so run.sh would open the window"
)


def run(
    script: Path, *arguments: str, cwd: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", str(script), *arguments],
        cwd=cwd,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout without the program, in a folder whose name needs quoting everywhere."""
    root = tmp_path / "Größe & 'Rest' $HOME"
    (root / "packaging").mkdir(parents=True)
    for name in ("packaging/setup.sh", "packaging/run.sh", "packaging/constraints.txt"):
        shutil.copy(PACKAGING.parent / name, root / name)
    shutil.copy(PACKAGING.parent / "pyproject.toml", root)
    return root


@pytest.fixture
def bare_path(tmp_path: Path) -> str:
    """A PATH with the small commands every system has, without Python and without apt."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in COMMANDS.split():
        found = shutil.which(name)
        assert found, name
        (folder / name).symlink_to(found)
    return str(folder)


def set_up(root: Path, goal: str) -> None:
    """Leave `root` as setup.sh would, with the Python and the motwall of this test run."""
    python = root / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    environment = f"PYTHONPATH={shlex.quote(str(PACKAGING.parent))}"
    python.write_text(
        f'#!/bin/sh\n{environment} exec {shlex.quote(sys.executable)} "$@"\n', encoding="utf-8"
    )
    python.chmod(0o755)
    parts = ("pyproject.toml", "packaging/constraints.txt", "packaging/setup.sh")
    content = b"".join((root / part).read_bytes() for part in parts)
    checksum = subprocess.run(["cksum"], input=content, capture_output=True, check=True)
    stamp = f"{root} {checksum.stdout.decode().strip()}\n"
    (root / ".venv" / f"ready-{goal}").write_text(stamp, encoding="utf-8")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_plain_shell(script: Path) -> None:
    done = subprocess.run(["sh", "-n", str(script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_ci_entry_can_be_executed() -> None:
    assert os.access(PACKAGING.parent / ".ci" / "run", os.X_OK)


def test_setup_refuses_a_goal_it_does_not_know(checkout: Path) -> None:
    done = run(checkout / "packaging" / "setup.sh", "fly", cwd=checkout)
    assert done.returncode == 2
    assert "usage" in done.stderr


def test_setup_without_python_says_what_is_needed(checkout: Path, bare_path: str) -> None:
    done = run(checkout / "packaging" / "setup.sh", cwd=checkout, PATH=bare_path)
    assert done.returncode == 1
    assert "libxkbcommon0" in done.stderr
    assert "Python 3.11" in done.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize(("ready", "goal"), [("run", "run"), ("test", "test"), ("test", "run")])
def test_setup_skips_what_is_done(checkout: Path, bare_path: str, ready: str, goal: str) -> None:
    set_up(checkout, ready)
    done = run(checkout / "packaging" / "setup.sh", goal, cwd=checkout, PATH=bare_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("changed", ["pyproject.toml", "packaging/constraints.txt"])
def test_setup_starts_again_when_a_dependency_changed(
    checkout: Path, bare_path: str, changed: str
) -> None:
    set_up(checkout, "run")
    with (checkout / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    done = run(checkout / "packaging" / "setup.sh", "run", cwd=checkout, PATH=bare_path)
    assert done.returncode == 1
    assert "Python 3.11" in done.stderr


def test_the_tools_of_the_tests_are_not_taken_for_there_when_only_the_program_is(
    checkout: Path, bare_path: str
) -> None:
    set_up(checkout, "run")
    done = run(checkout / "packaging" / "setup.sh", "test", cwd=checkout, PATH=bare_path)
    assert done.returncode == 1


@has_no_screen
def test_run_without_a_display_makes_the_sample_twice_in_a_row(checkout: Path) -> None:
    set_up(checkout, "run")
    sample = checkout / "build" / "sample"
    for _ in range(2):
        done = run(checkout / "packaging" / "run.sh", cwd=checkout.parent, **NO_DISPLAY)
        assert (done.returncode, done.stderr) == (0, "")
        assert (sample / "sample.pdf").read_bytes().startswith(b"%PDF-")
        assert str(sample / "sample.motwall") in done.stdout
        assert str(sample / "sample.pdf") in done.stdout


@has_no_screen
def test_run_without_a_display_prints_a_file_named_from_where_the_caller_stands(
    checkout: Path, tmp_path: Path
) -> None:
    set_up(checkout, "run")
    python = str(checkout / ".venv" / "bin" / "python")
    new = [python, "-P", "-m", "motwall", "new", "my shop.motwall", "--template", "blank"]
    subprocess.run(new, cwd=tmp_path, check=True)
    done = run(checkout / "packaging" / "run.sh", "my shop.motwall", cwd=tmp_path, **NO_DISPLAY)
    assert (done.returncode, done.stderr) == (0, "")
    pdf = checkout / "build" / "sample" / "my shop.pdf"
    assert pdf.read_bytes().startswith(b"%PDF-")


@has_no_screen
def test_run_without_a_display_passes_on_what_the_program_says(checkout: Path) -> None:
    set_up(checkout, "run")
    done = run(checkout / "packaging" / "run.sh", "gone.motwall", cwd=checkout, **NO_DISPLAY)
    assert done.returncode == 1
    assert "gone.motwall" in done.stderr
    assert done.stdout == ""
    assert not (checkout / "gone.motwall").exists()
