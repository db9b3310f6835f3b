"""Every kind of file that is no sound wall, by the real command: a sentence, and its bytes kept."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.cli.running import content, here, is_one_sentence, motwall, without_override


def _sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def _missing(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _no_sqlite(path: Path) -> None:
    path.write_bytes(b"just a letter to a friend\n" * 50)


def _short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def _foreign(path: Path) -> None:
    path.unlink()
    _sql(path, "CREATE TABLE songs (title TEXT)")


def _newer(path: Path) -> None:
    _sql(path, "PRAGMA user_version = 4")


def _trigger(path: Path) -> None:
    _sql(
        path,
        "CREATE TRIGGER t AFTER INSERT ON moment BEGIN UPDATE moment SET text = 'gone'; END",
    )


def _table(path: Path) -> None:
    _sql(path, "CREATE TABLE extra (x)")


def _damaged(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    for place in range(8192, len(raw) - 64, 4096):
        raw[place : place + 64] = b"\xa5" * 64
    path.write_bytes(raw)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _bad_value(path: Path) -> None:
    _sql(path, "UPDATE moment SET text = 'two' || char(13) || 'lines'")


def _folder_gone(path: Path) -> None:
    path.unlink()
    path.parent.rmdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "missing": (_missing, "There is no file"),
    "empty": (_empty, "is empty"),
    "folder": (_folder, "is a folder"),
    "no SQLite": (_no_sqlite, "is not a wall"),
    "too short": (_short, "is not a wall"),
    "foreign": (_foreign, "another program"),
    "newer": (_newer, "format 4"),
    "trigger": (_trigger, "parts that motwall did not make"),
    "table": (_table, "parts that motwall did not make"),
    "damaged": (_damaged, "damaged"),
    "cut": (_cut, "damaged"),
    "bad value": (_bad_value, "damaged"),
    "folder gone": (_folder_gone, "folder"),
    "pipe": (_pipe, "cannot be reached"),
}


@contextmanager
def kept(folder: Path) -> Iterator[None]:
    """Everything in the folder must be as it was."""
    before = content(folder) if folder.exists() else None
    yield
    assert (content(folder) if folder.exists() else None) == before


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_told_and_kept(
    shop: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make, words = BAD[kind]
    make(shop)
    source = tmp_path / "list.txt"
    source.write_text("Greet\n")
    out = tmp_path / "a.json"
    with kept(shop.parent), kept(tmp_path):
        # Those that could keep a process from ending have one of their own.
        is_own = kind in {"damaged", "pipe", "folder gone"}
        result = motwall("check", shop) if is_own else here(capsys, "check", shop)
        assert result.code == 1
        assert is_one_sentence(result.err)
        assert words in result.err
        assert result.out == ""
        assert here(capsys, "info", shop).err == result.err
        assert here(capsys, "export", shop, "-o", out).err == result.err
        if kind != "missing":
            refused = here(capsys, "import", shop, source)
            assert refused.code == 1
            assert refused.err == result.err
        if kind not in {"missing", "folder gone"}:
            assert here(capsys, "new", shop).code == 1


@pytest.mark.parametrize("kind", ["info", "check", "export", "import"])
def test_a_wall_locked_by_another_program_is_told(
    shop: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "list.txt"
    source.write_text("Greet\n")
    more = {"export": ["-o", tmp_path / "a.json"], "import": [source]}.get(kind, [])
    with kept(shop.parent), closing(sqlite3.connect(shop)) as other:
        other.execute("BEGIN EXCLUSIVE")
        result = motwall(kind, shop, *more) if kind == "check" else here(capsys, kind, shop, *more)
        assert result.code == 1
        assert is_one_sentence(result.err)
        assert "Another program" in result.err


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_read_only_is_read_and_not_written(shop: Path, tmp_path: Path, what: str) -> None:
    under = without_override()
    source = tmp_path / "list.txt"
    source.write_text("Greet\n")
    shop.chmod(0o444)
    if what == "folder":
        shop.parent.chmod(0o555)
    try:
        with kept(shop.parent):
            assert motwall("check", shop, under=under).code == 0
            result = motwall("import", shop, source, under=under)
            assert result.code == 1
            assert is_one_sentence(result.err)
            assert "may not be written" in result.err
            if what == "folder":
                new = motwall("new", shop.with_name("new"), under=under)
                assert new.code == 1
                assert "may not be written" in new.err
                made = motwall("export", shop, "-o", shop.with_name("a.json"), under=under)
                assert made.code == 1
                assert "may not be written" in made.err
    finally:
        shop.parent.chmod(0o755)


@pytest.mark.parametrize(
    "name", ["x" * 300, "x" * 250, os.fsdecode(b"n\xff\xfe"), "a\nb", "-", " "]
)
def test_odd_names_work_or_are_told(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    result = here(capsys, "new", "--", str(tmp_path / name))
    assert result.code in {0, 1}
    if result.code:
        assert is_one_sentence(result.err)
        assert "fault of motwall" not in result.err
    else:
        source = tmp_path / "list.txt"
        source.write_text("Greet\n")
        assert here(capsys, "import", tmp_path / name, source).code == 0
        assert here(capsys, "check", tmp_path / name).code == 0
