"""`motwall import`, by the real command where the process matters."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from motwall.document.lock import WallLock, lock_path
from motwall.model.journal import EntryKind
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.storage.reading import read_records
from motwall.storage.wall_file import WallFile
from tests.cli.running import content, here, is_one_sentence, motwall

LISTS = {
    "list.csv": "stage,step,moment,contact type\nBefore,S,Greet,PH\n,,Pay,Drone\n",
    "list.txt": "Greet\nPay\n",
}


def texts(path: Path) -> list[str]:
    return sorted(one.text for one in Store(read_records(path)).all(Moment))


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_export_import_export_is_the_same(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = shop.with_name("1.json"), shop.with_name("2.json")
    copy = shop.with_name("copy.motwall")
    assert motwall("export", shop, "-o", one).code == 0
    result = motwall("import", copy, one)
    assert (result.code, result.err) == (0, "")
    assert here(capsys, "export", copy, "-o", two).code == 0
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_makes_a_wall_from_blank(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path, name, LISTS[name])
    result = here(capsys, "import", tmp_path / "new", source)
    assert (result.code, result.err) == (0, "")
    assert "2 notes" in result.out
    assert texts(tmp_path / "new") == ["Greet", "Pay"]
    assert set(content(tmp_path)) == {"new", name}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_goes_on_at_the_end_of_a_wall(
    shop: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(shop)
    source = write(shop.parent, name, LISTS[name])
    assert here(capsys, "import", shop, source).code == 0
    assert texts(shop) == sorted([*before, "Greet", "Pay"])
    assert not lock_path(shop).exists()


def test_a_wall_into_a_wall_says_how_many(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = shop.with_name("1.json")
    assert here(capsys, "export", shop, "-o", one).code == 0
    before = content(shop.parent)
    again = here(capsys, "import", shop, one)
    assert again.code == 0
    assert "0 notes" in again.out
    assert content(shop.parent) == before
    other = shop.with_name("other.motwall")
    assert here(capsys, "new", other, "--template", "airline").code == 0
    count = len(texts(shop))
    assert f"{count} notes" in here(capsys, "import", other, one).out
    assert len(texts(other)) == 12 + count
    file = json.loads(one.read_bytes())
    next(each for each in file["records"] if each["type"] == "Moment")["text"] = "Changed"
    one.write_text(json.dumps(file))
    changed = here(capsys, "import", shop, one)
    assert "differ" in changed.out
    assert len(texts(shop)) == count + 1


def test_an_import_is_one_step_of_undo(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write(shop.parent, "list.txt", LISTS["list.txt"])
    assert here(capsys, "import", shop, source).code == 0
    with closing(WallFile.open(shop)) as wall:
        last = wall.headers()[-1]
    assert last.kind is EntryKind.IMPORT
    assert str(last.label) == "import of 2 notes"


def test_warnings_go_to_stderr_with_exit_code_0(tmp_path: Path) -> None:
    source = write(tmp_path, "a.csv", f"moment,mood,x\n{'m' * 100_000},good,\n")
    result = motwall("import", tmp_path / "new", source)
    assert result.code == 0
    lines = result.err.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("motwall: Warning: ") for line in lines)
    assert '"mood"' in lines[0]
    assert "Row 2, moment" in lines[2]
    assert texts(tmp_path / "new") == ["m" * 4000]


REFUSED: dict[str, str | bytes] = {
    "row.csv": "moment,rating,due\nGreet,great,\nPay,neutral,31.12.2026\n",
    "types.csv": "moment,contact type\n" + "".join(f"m,type {n}\n" for n in range(17)),
    "ragged.csv": "moment,step\nGreet,S,T,U\n",
    "quotes.csv": 'moment,step\n"Greet,S\n',
    "header.csv": "step\nS\n",
    "empty.csv": "",
    "binary.csv": bytes(range(256)) * 4,
    "utf16.csv": "moment,step\nGreet,S\n".encode("utf-16-le"),
    "rows.csv": "moment\n" + "x\n" * 20_001,
    "large.csv": b"moment\n" + b"x" * (20 * 2**20),
    "empty.txt": "\n \n",
    "binary.txt": b"\x00\x01\x02\x03" * 100,
    "empty.json": "",
    "other.json": "{}",
    "newer.json": '{"format": "motwall", "version": 2, "records": []}',
    "deep.json": "[" * 200_000,
    "none.json": '{"format": "motwall", "version": 1, "records": []}',
    "lost.json": json.dumps(
        {
            "format": "motwall",
            "version": 1,
            "records": [
                {"type": "Wall", "id": f"{1:032x}"},
                {"type": "Idea", "id": f"{2:032x}", "moment_id": f"{3:032x}"},
            ],
        }
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_import_changes_nothing(
    shop: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(shop.parent, name, REFUSED[name])
    before = content(shop.parent)
    for target in (shop, shop.with_name("new.motwall")):
        result = here(capsys, "import", target, source)
        assert result.code == 1
        assert is_one_sentence(result.err)
        assert result.err.startswith("motwall: Nothing was imported: ")
        assert content(shop.parent) == before


def test_rows_are_named_by_the_real_command(tmp_path: Path) -> None:
    source = write(tmp_path, "row.csv", REFUSED["row.csv"])
    result = motwall("import", tmp_path / "new", source)
    assert result.code == 1
    assert is_one_sentence(result.err)
    assert 'row 2: "great"' in result.err
    assert 'row 3: "31.12.2026"' in result.err
    assert list(content(tmp_path)) == ["row.csv"]


def test_a_source_that_cannot_be_read_is_told(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (shop.parent / "folder.csv").mkdir()
    before = content(shop.parent)
    for name in ("none.csv", "folder.csv"):
        result = here(capsys, "import", shop.with_name("new"), shop.with_name(name))
        assert result.code == 1
        assert is_one_sentence(result.err)
        assert name in result.err
    assert content(shop.parent) == before


def test_a_wall_open_in_a_window_is_left_alone_but_can_be_read(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(shop.parent, "list.txt", LISTS["list.txt"])
    out = shop.with_name("a.json")
    with WallLock(shop), closing(WallFile.open(shop)):
        before = content(shop.parent)
        result = motwall("import", shop, source)
        assert result.code == 1
        assert is_one_sentence(result.err)
        assert "open in another motwall" in result.err
        assert content(shop.parent) == before
        assert motwall("check", shop).code == 0
        assert here(capsys, "info", shop).code == 0
        assert here(capsys, "export", shop, "-o", out).code == 0
    assert here(capsys, "import", shop, source).code == 0


def test_a_lock_that_makes_no_sense_is_told(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write(shop.parent, "list.txt", LISTS["list.txt"])
    lock_path(shop).write_bytes(b"")
    before = content(shop.parent)
    result = here(capsys, "import", shop, source)
    assert result.code == 1
    assert "lock file" in result.err
    assert content(shop.parent) == before
    lock_path(shop).unlink()
    assert here(capsys, "import", shop, source).code == 0


def test_a_write_that_fails_leaves_the_wall_as_it_was(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(shop.parent, "list.txt", LISTS["list.txt"])
    before = content(shop.parent)
    with closing(sqlite3.connect(shop)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = here(capsys, "import", shop, source)
    assert result.code == 1
    assert "Another program" in result.err
    assert content(shop.parent) == before
