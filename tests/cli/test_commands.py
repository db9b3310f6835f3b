"""The contract of each command, by the real command."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from motwall import __version__
from motwall.model.records import RECORD_TYPES
from motwall.model.store import Store
from motwall.model.templates import template_names
from motwall.storage.reading import read_records
from tests.cli.running import ROOT, content, here, is_one_sentence, motwall

INFO_KEYS = [
    "title", "format_version", "records", "ratings", "ticks", "priorities", "open_actions",
]  # fmt: skip


def test_version_and_help_say_so_and_import_little() -> None:
    assert motwall("--version").out == f"motwall {__version__}\n"
    result = motwall("--help")
    assert (result.code, result.err) == (0, "")
    assert "import" in result.out


def test_templates_are_bare_names() -> None:
    result = motwall("templates")
    assert result.code == 0
    assert result.out.splitlines() == ["blank", "planning-form", "airline", "shop"]


@pytest.mark.parametrize("template", [None, *template_names()])
def test_new_makes_a_wall(
    tmp_path: Path, template: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.motwall"
    result = here(capsys, "new", path, *(["--template", template] if template else []))
    assert (result.code, result.err) == (0, "")
    assert list(content(tmp_path)) == ["a.motwall"]
    count = sum(type(one).__name__ == "Moment" for one in read_records(path))
    assert (count > 0) is (template not in {None, "blank"})


def test_new_refuses_what_is_there_and_what_it_does_not_know(shop: Path) -> None:
    before = content(shop.parent)
    there = motwall("new", shop)
    unknown = motwall("new", shop.with_name("b.motwall"), "--template", "nope")
    assert (there.code, unknown.code) == (1, 2)
    assert is_one_sentence(there.err)
    assert is_one_sentence(unknown.err)
    assert content(shop.parent) == before


def test_info_for_a_program(shop: Path) -> None:
    before = content(shop.parent)
    result = motwall("info", shop, "--json")
    assert (result.code, result.err) == (0, "")
    facts = json.loads(result.out)
    assert list(facts) == INFO_KEYS
    assert list(facts["records"]) == list(RECORD_TYPES)
    assert list(facts["ratings"]) == ["miserable", "neutral", "magical", "unrated"]
    store = Store(read_records(shop))
    assert facts["title"] == store.wall.title
    assert facts["format_version"] == 1
    assert sum(facts["records"].values()) == len(store.everything())
    assert sum(facts["ratings"].values()) == facts["records"]["Moment"]
    assert facts["ratings"]["unrated"] < facts["records"]["Moment"]
    assert 3 <= facts["priorities"] <= 5 <= facts["ticks"] + 2
    assert 0 < facts["open_actions"] <= facts["records"]["PlannedAction"]
    assert content(shop.parent) == before


def test_info_counts_open_actions_and_ticks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = [
        {"type": "Wall", "id": f"{1:032x}", "title": "会议 🎉"},
        *({"type": "Moment", "id": f"{n:032x}", "is_ticked": n < 8} for n in range(2, 10)),
        *(
            {"type": "PlannedAction", "id": f"{20 + n:032x}", "moment_id": f"{2:032x}", "state": s}
            for n, s in enumerate(["agreed", "doing", "done", "checked", "dropped"])
        ),
    ]
    source = tmp_path / "a.json"
    source.write_text(json.dumps({"format": "motwall", "version": 1, "records": records}))
    assert here(capsys, "import", tmp_path / "a.motwall", source).code == 0
    facts = json.loads(here(capsys, "info", "--json", tmp_path / "a.motwall").out)
    assert facts["title"] == "会议 🎉"
    assert (facts["ticks"], facts["priorities"], facts["open_actions"]) == (6, 0, 2)
    assert facts["ratings"] == {"miserable": 0, "neutral": 0, "magical": 0, "unrated": 8}


def test_info_for_a_person(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    result = here(capsys, "info", shop)
    assert result.code == 0
    assert result.out.startswith(Store(read_records(shop)).wall.title)
    assert "{" not in result.out


def test_check_says_that_a_wall_is_sound(shop: Path) -> None:
    before = content(shop.parent)
    result = motwall("check", shop)
    assert (result.code, result.err) == (0, "")
    assert "sound" in result.out
    assert content(shop.parent) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["a.motwall", "b.motwall"],
        ["new"],
        ["info"],
        ["info", "a", "b"],
        ["info", "a", "--yaml"],
        ["info", "--js", "a"],
        ["import", "a"],
        ["import", "a", "list.ods"],
        ["import", "a", "list"],
        ["export", "a"],
        ["export", "a", "-o", "out"],
        ["export", "a", "-o", "out.bmp"],
        ["export", "a", "-o", "out.svg", "--paper", "a4"],
        ["export", "a", "-o", "out.svg", "--scale", "0"],
        ["export", "a", "-o", "out.svg", "--scale", "nan"],
        ["export", "a", "-o", "out.svg", "--scale", "large"],
        ["export", "a", "-o", "out.pdf", "--scale", "2"],
        ["export", "a", "-o", "out.pdf", "--what", "moments"],
        ["export", "a", "-o", "out.csv", "--what", "ideas"],
        ["export", "a", "-o", "out.csv", "--edition", "participant"],
        ["export", "a", "-o", "out.md", "--ink-saver"],
        ["export", "a", "-o", "out.xlsx", "--names", "off"],
        ["export", "a", "-o", "out.ics", "--fillable"],
        ["export", "a", "-o", "out.pdf", "--ink-saver", "--colour"],
        ["export", "a", "-o", "out.pdf", "--names", "maybe"],
        ["export", "a", "-o", "out.pdf", "--wall-as", "scroll"],
        ["export", "a", "-o", "out.pdf", "--sheets", "2"],
        ["export", "a", "-o", "out.pdf", "--wall-as", "poster", "--sheets", "0"],
        ["export", "a", "-o", "out.pdf", "--wall-as", "poster", "--sheets", "two"],
        ["export", "a", "-o", "out.pdf", "--pages", "form", "--wall-as", "fit"],
        ["export", "a", "-o", "out.pdf", "--pages", "wall", "--rows", "all"],
        ["export", "a", "-o", "out.pdf", "--paper", "b5"],
        ["export", "a", "-o", "out.pdf", "--pages", "form,poster"],
        ["export", "a", "-o", "out.pdf", "--pages", ""],
        ["export", "a", "-o", "out.pdf", "--rows", "some"],
        ["export", "a", "-o", "out.png", "--paper", "a4"],
        ["export", "a", "-o", "out.json", "--pages", "form"],
        ["export", "a", "-o", "out.json", "--rows", "all"],
    ],
)
def test_wrong_usage_is_two_and_one_sentence(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    result = here(capsys, *arguments)
    assert result.code == 2
    assert is_one_sentence(result.err)
    assert result.out == ""
    assert content(tmp_path) == {}


def test_the_process_ends_with_two_as_well() -> None:
    result = motwall("export", "a", "-o", "out.png", "--paper", "a4")
    assert result.code == 2
    assert is_one_sentence(result.err)


def test_a_name_may_begin_with_a_dash(shop: Path) -> None:
    odd = shop.rename(shop.with_name("-x --json"))
    assert motwall("check", "--", odd.name, folder=shop.parent).code == 0
    exported = motwall("export", "--output=-y.json", "--", odd.name, folder=shop.parent)
    assert exported.code == 0
    assert set(content(shop.parent)) == {odd.name, "-y.json"}


def _without_coverage() -> dict[str, str]:
    """The environment in which nobody but the program imports anything."""
    return {name: value for name, value in os.environ.items() if "COVERAGE" not in name}


def test_no_command_but_the_picture_touches_qt_and_none_its_widgets(shop: Path) -> None:
    source = shop.with_name("list.csv")
    source.write_text("moment,step\nGreet,\n")
    script = (
        "import sys\n"
        "from motwall.__main__ import main\n"
        "assert main(['--version']) == 0\n"
        "heavy = {'motwall.model.records', 'sqlite3', 'sqlalchemy', 'PySide6', 'reportlab'}\n"
        "assert not heavy & set(sys.modules)\n"
        "for one in (['info', 'shop.motwall'], ['check', 'shop.motwall'], ['new', 'n'],\n"
        "            ['export', 'shop.motwall', '-o', 'a.json']):\n"
        "    assert main(one) == 0\n"
        "assert 'PySide6' not in sys.modules and 'reportlab' not in sys.modules\n"
        "assert main(['import', 'shop.motwall', 'list.csv']) == 0\n"
        "assert main(['export', 'shop.motwall', '-o', 'a.pdf', '--pages', 'wall,form']) == 0\n"
        "assert 'PySide6.QtGui' not in sys.modules\n"
        "assert main(['export', 'shop.motwall', '-o', 'a.png', '--scale', '0.1']) == 0\n"
        "assert 'PySide6.QtWidgets' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=shop.parent,
        env=_without_coverage() | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
