"""Files that are refused: each for its own reason, by every way in, and with their bytes kept."""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from motwall.model.errors import (
    WallFileAltered,
    WallFileDamaged,
    WallFileEmpty,
    WallFileError,
    WallFileForeign,
    WallFileIsFolder,
    WallFileLocked,
    WallFileMissing,
    WallFileNotSqlite,
    WallFileReadOnly,
    WallFileTooLarge,
    WallFileTooNew,
    WallFileUnreachable,
    WallFolderMissing,
    WallNameTooLong,
)
from motwall.storage.limits import LIMITS, Limits
from motwall.storage.reading import check, read_records
from motwall.storage.wall_file import WallFile
from tests.factories import an_id
from tests.storage.walls import (
    DOOR,
    RECORDS,
    by_id,
    folder_state,
    leave_hot_journal,
    made,
    names,
    raw,
)

Spoil = Callable[[Path], None]


def _open_to_write(path: Path) -> None:
    with closing(WallFile.open(path)) as wall:
        _read_all(wall)


def _open_to_read(path: Path) -> None:
    with closing(WallFile.open(path, is_read_only=True)) as wall:
        _read_all(wall)


def _read_all(wall: WallFile) -> None:
    wall.load()
    for header in wall.headers():
        wall.changes_of(header.id)


def _records(path: Path) -> None:
    read_records(path)


WAYS_IN = [_open_to_write, _open_to_read, _records, check]


def sql(*statements: str) -> Spoil:
    """Do that to a good wall."""

    def spoil(path: Path) -> None:
        with raw(path) as connection:
            for statement in statements:
                connection.execute(statement)

    return spoil


def written(content: bytes) -> Spoil:
    def spoil(path: Path) -> None:
        path.write_bytes(content)

    return spoil


def patched(offset: int, content: bytes) -> Spoil:
    def spoil(path: Path) -> None:
        whole = bytearray(path.read_bytes())
        whole[offset : offset + len(content)] = content
        path.write_bytes(whole)

    return spoil


def _truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _far_too_large(path: Path) -> None:
    os.truncate(path, LIMITS.file_bytes + 1)  # a hole: takes no room on the disk


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def _dangle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))


def _other_wal(path: Path) -> None:
    path.with_name(path.name + "-wal").write_bytes(b"x" * 100)


def _garbage_in_the_middle(path: Path) -> None:
    patched(path.stat().st_size // 2, b"\xa5" * 4096)(path)


def _page_twice(path: Path) -> None:
    """Two tables on one page: what SQL alone never does."""
    sql(
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name ="
        " 'stage') WHERE name = 'step'",
    )(path)


def _loose_types(path: Path) -> None:
    """A text where STRICT promises a number: a table made without, then renamed strict."""
    with raw(path) as connection:
        (strict,) = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'step'"
        ).fetchone()
        connection.execute("PRAGMA writable_schema = ON")
        loose = strict.removesuffix(" STRICT")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'step'", (loose,))
    with raw(path) as connection:
        connection.execute("UPDATE step SET rank = 'first'")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'step'", (strict,))


NO_WALLS: dict[str, tuple[Spoil, type[WallFileError]]] = {
    "missing": (Path.unlink, WallFileMissing),
    "dangling link": (_dangle, WallFileMissing),
    "link to itself": (_circle, WallFileUnreachable),
    "folder": (_folder, WallFileIsFolder),
    "pipe": (_pipe, WallFileUnreachable),
    "empty": (written(b""), WallFileEmpty),
    "a few bytes": (written(b"SQLite format 3\0"), WallFileNotSqlite),
    "text": (written(b"Dear customer,\n" * 1000), WallFileNotSqlite),
    "zeros": (written(bytes(8192)), WallFileNotSqlite),
    "far too large": (_far_too_large, WallFileTooLarge),
    "another program's": (sql("PRAGMA application_id = 7"), WallFileForeign),
    "nobody's": (sql("PRAGMA application_id = 0"), WallFileForeign),
    "newer by one": (sql("PRAGMA user_version = 2"), WallFileTooNew),
    "newer by a thousand": (sql("PRAGMA user_version = 1001"), WallFileTooNew),
    "newer and unlike": (sql("PRAGMA user_version = 2", "DROP TABLE meta"), WallFileTooNew),
    "version zero": (sql("PRAGMA user_version = 0"), WallFileAltered),
    "version below zero": (sql("PRAGMA user_version = -5"), WallFileAltered),
    "write-ahead mode": (sql("PRAGMA journal_mode = WAL"), WallFileAltered),
    "somebody's write-ahead log": (_other_wal, WallFileAltered),
    "extra table": (sql("CREATE TABLE mine (x)"), WallFileAltered),
    "statistics": (sql("ANALYZE"), WallFileAltered),
    "table missing": (sql("DROP TABLE assessment"), WallFileAltered),
    "extra column": (sql("ALTER TABLE stage ADD COLUMN mine TEXT"), WallFileAltered),
    "extra index": (sql("CREATE INDEX mine ON moment (text)"), WallFileAltered),
    "index missing": (sql("DROP INDEX moment_step_id"), WallFileAltered),
    "endless view": (
        sql(
            "CREATE VIEW mine AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            " SELECT count(*) FROM n"
        ),
        WallFileAltered,
    ),
    "trigger": (
        sql("CREATE TRIGGER mine AFTER INSERT ON journal BEGIN DELETE FROM moment; END"),
        WallFileAltered,
    ),
    "view in place of a table": (
        sql("DROP TABLE assessment", "CREATE VIEW assessment AS SELECT * FROM stage"),
        WallFileAltered,
    ),
    "truncated": (_truncate, WallFileDamaged),
    "garbage in the middle": (_garbage_in_the_middle, WallFileDamaged),
    "page twice": (_page_twice, WallFileDamaged),
    "text in a number's place": (_loose_types, WallFileDamaged),
    "reference to nothing": (
        sql("PRAGMA foreign_keys = OFF", "DELETE FROM step"),
        WallFileDamaged,
    ),
    "no wall record": (sql("DELETE FROM wall"), WallFileDamaged),
    "two wall records": (
        sql(
            f"INSERT INTO wall SELECT '{an_id(77)}', title, business, customer, starts_with,"
            " ends_with, review_weeks FROM wall"
        ),
        WallFileDamaged,
    ),
    "no identity": (sql("DELETE FROM meta WHERE key = 'origin'"), WallFileDamaged),
    "odd identity": (sql("UPDATE meta SET value = '../x' WHERE key = 'wall_id'"), WallFileDamaged),
    "text not UTF-8": (sql("UPDATE moment SET text = CAST(X'FF41' AS TEXT)"), WallFileDamaged),
    "text not clean": (sql("UPDATE moment SET text = 'a' || char(7)"), WallFileDamaged),
    "text too long": (
        sql("UPDATE moment SET text = replace(hex(zeroblob(4000)), '0', 'x')"),
        WallFileDamaged,
    ),
    "no id": (sql("UPDATE planned_action SET id = 'me'"), WallFileDamaged),
    "no such word": (sql("UPDATE moment SET rating = 'splendid'"), WallFileDamaged),
    "no such day": (sql("UPDATE planned_action SET due = '2026-02-30'"), WallFileDamaged),
    "no such time": (sql("UPDATE session SET opened_at = 'soon'"), WallFileDamaged),
    "neither true nor false": (sql("UPDATE moment SET is_ticked = 2"), WallFileDamaged),
    "number out of bounds": (sql("UPDATE wall SET review_weeks = -1"), WallFileDamaged),
    "endless number": (sql("UPDATE moment SET x = 9e999"), WallFileDamaged),
    "list that is none": (sql("UPDATE moment SET merged = '[1, {}]'"), WallFileDamaged),
    "list that is no JSON": (sql("UPDATE moment SET merged = '[\"a'"), WallFileDamaged),
    "list too deep": (
        sql("UPDATE moment SET merged = replace(hex(zeroblob(100000)), '0', '[')"),
        WallFileDamaged,
    ),
}

#: Only found where the journal is read.
BAD_JOURNALS: dict[str, str] = {
    "no such kind": "kind = 'whim'",
    "no such time": "at = '2026-11-23'",
    "time somewhere else": "at = '2026-11-23T12:00:00.0000+01:00'",
    "time that is none": "at = 'then'",
    "selection that is no list": "selection_after = '{}'",
    "selection of numbers": "selection_before = '[1]'",
    "selection that is no JSON": "selection_before = 'x'",
    "selection too deep": "selection_before = replace(hex(zeroblob(100000)), '0', '[')",
    "changes that are no JSON": "changes = '{'",
    "changes that are no list": "changes = '{}'",
    "changes too deep": "changes = replace(hex(zeroblob(100000)), '0', '[')",
    "change that is none": "changes = '[1]'",
    "change with other keys": 'changes = \'[{"type": "Wall"}]\'',
    **{
        f"change {number}": f"changes = '[{change}]'"
        for number, change in enumerate(
            (
                '{"type": "Secret", "id": "a", "before": null, "after": {}}',
                '{"type": ["Wall"], "id": "a", "before": null, "after": {}}',
                '{"type": "Wall", "id": 5, "before": null, "after": {}}',
                '{"type": "Wall", "id": "a", "before": [], "after": {}}',
                '{"type": "Wall", "id": "a", "before": null, "after": null}',
            )
        )
    },
}


def _state(folder: Path) -> tuple[list[str], dict[str, tuple[bytes, int]]]:
    """Names of everything, bytes and times of all files of ordinary size."""
    small = [one for one in folder.iterdir() if one.is_symlink() or one.stat().st_size < 10**7]
    files = {one.name for one in small if one.is_file()}
    state = {
        name: (folder.joinpath(name).read_bytes(), folder.joinpath(name).stat().st_mtime_ns)
        for name in files
    }
    return names(folder), state


@pytest.mark.parametrize("way_in", WAYS_IN)
@pytest.mark.parametrize("case", NO_WALLS)
def test_each_has_its_own_error_and_keeps_its_bytes(
    path: Path, case: str, way_in: Callable[[Path], None]
) -> None:
    spoil, expected = NO_WALLS[case]
    spoil(path)
    before = _state(path.parent)
    with pytest.raises(WallFileError) as caught:
        way_in(path)
    assert type(caught.value) is expected
    assert caught.value.path == path
    assert _state(path.parent) == before


@pytest.mark.parametrize("way_in", [_open_to_write, _open_to_read, check])
@pytest.mark.parametrize("case", BAD_JOURNALS)
def test_bad_journals_are_damage_and_keep_their_bytes(
    path: Path, case: str, way_in: Callable[[Path], None]
) -> None:
    sql(f"UPDATE journal SET {BAD_JOURNALS[case]}")(path)
    before = folder_state(path.parent)
    with pytest.raises(WallFileDamaged):
        way_in(path)
    assert folder_state(path.parent) == before


def test_words_on_a_note_stay_out_of_the_log(path: Path) -> None:
    sql("UPDATE moment SET text = CAST(X'5365637265742EFF' AS TEXT)")(path)  # Secret.
    with pytest.raises(WallFileDamaged) as not_utf8:
        read_records(path)
    sql("UPDATE moment SET text = 'Secret.' || char(7)")(path)
    with pytest.raises(WallFileDamaged) as not_clean:
        read_records(path)
    assert "Secret" not in str(not_utf8.value) + str(not_clean.value)
    assert "Moment.text" in str(not_clean.value)


def test_newer_format_is_told(path: Path) -> None:
    sql("PRAGMA user_version = 7")(path)
    with pytest.raises(WallFileTooNew) as caught:
        WallFile.open(path)
    assert (caught.value.found, caught.value.known) == (7, 1)


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_folder_gone(path: Path, way_in: Callable[[Path], None]) -> None:
    with pytest.raises(WallFolderMissing):
        way_in(path.parent / "gone" / path.name)
    with pytest.raises(WallFolderMissing):
        way_in(path / path.name)


@pytest.mark.parametrize("way_in", WAYS_IN)
@pytest.mark.parametrize("length", [248, 256])
def test_name_that_leaves_no_room_for_a_journal(
    path: Path, length: int, way_in: Callable[[Path], None]
) -> None:
    long = path.with_name("x" * length)
    if length < 256:
        path.rename(long)
    with pytest.raises(WallNameTooLong):
        way_in(long)


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_held_by_another_program(path: Path, way_in: Callable[[Path], None]) -> None:
    with raw(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(WallFileLocked):
            way_in(path)
    way_in(path)


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_file_one_may_not_read(their_folder: Path, way_in: Callable[[Path], None]) -> None:
    path = made(their_folder / "w.motwall")
    path.chmod(0o000)
    for mode in (0o700, 0o500):
        their_folder.chmod(mode)
        with pytest.raises(WallFileUnreachable):
            way_in(path)
    their_folder.chmod(0o000)
    with pytest.raises(WallFileUnreachable):
        way_in(path)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_read_only_file_or_folder(their_folder: Path, what: str) -> None:
    path = made(their_folder / "w.motwall")
    if what == "file":
        path.chmod(0o400)
    else:
        their_folder.chmod(0o500)
    with pytest.raises(WallFileReadOnly):
        WallFile.open(path)
    assert by_id(read_records(path)) == by_id(list(RECORDS))
    _open_to_read(path)
    check(path)
    assert names(their_folder) == ["w.motwall"]


@pytest.mark.parametrize(
    "limits",
    [
        Limits(file_bytes=10_000),
        Limits(records=len(RECORDS) - 1),
        Limits(entries=0),
        Limits(text_bytes=1_000),
    ],
)
def test_bounds(path: Path, limits: Limits) -> None:
    sql("UPDATE moment SET description = replace(hex(zeroblob(900)), '0', 'x')")(path)
    WallFile.open(path).close()
    before = folder_state(path.parent)
    for is_read_only in (True, False):
        with pytest.raises(WallFileTooLarge):
            WallFile.open(path, limits=limits, is_read_only=is_read_only)
    assert folder_state(path.parent) == before


def test_checks_that_take_too_long_are_stopped(path: Path) -> None:
    sql(
        "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n LIMIT 3000)"
        " INSERT INTO stage SELECT printf('%032x', i), '' FROM n"
    )(path)
    with pytest.raises(WallFileTooLarge):
        WallFile.open(path, limits=Limits(cpu_seconds=0.0))
    with closing(WallFile.open(path)) as wall:
        assert len(wall.load()) == len(RECORDS) + 3000


@pytest.mark.parametrize("start", range(0, 400, 100))
def test_any_flipped_bytes_open_or_are_refused(path: Path, start: int) -> None:
    good = path.read_bytes()
    for seed in range(start, start + 100):
        chance = random.Random(seed)
        content = bytearray(good)
        for _ in range(chance.choice([1, 4, 40])):
            content[chance.randrange(len(good))] = chance.choice([0, 0xFF, chance.randrange(256)])
        path.write_bytes(content)
        before = folder_state(path.parent)
        outcomes = set()
        for way_in in WAYS_IN:
            try:
                way_in(path)
            except WallFileError as error:
                outcomes.add(type(error))
        assert not outcomes & {WallFileUnreachable, WallFileLocked, WallFileReadOnly}, seed
        assert folder_state(path.parent) == before, seed


# --- what a crash leaves ---


@pytest.mark.parametrize("way_in", [_open_to_read, _records, check])
def test_reading_after_a_crash_sees_the_last_commit(
    path: Path, way_in: Callable[[Path], None]
) -> None:
    leave_hot_journal(path)
    before = folder_state(path.parent)
    assert set(before) == {path.name, path.name + "-journal"}
    way_in(path)
    assert by_id(read_records(path)) == by_id(list(RECORDS))
    assert folder_state(path.parent) == before


def test_opening_after_a_crash_rolls_back(path: Path) -> None:
    leave_hot_journal(path)
    with closing(WallFile.open(path)) as wall:
        assert by_id(wall.load()) == by_id(list(RECORDS))
    assert names(path.parent) == [path.name]


def test_bad_wall_with_a_hot_journal_is_not_rolled_back(path: Path) -> None:
    sql("CREATE TABLE mine (x)")(path)
    leave_hot_journal(path)
    before = folder_state(path.parent)
    for way_in in WAYS_IN:
        with pytest.raises(WallFileAltered):
            way_in(path)
    assert folder_state(path.parent) == before


def test_hot_journal_of_a_wall_one_may_only_read(their_folder: Path) -> None:
    path = made(their_folder / "w.motwall")
    leave_hot_journal(path)
    path.chmod(0o400)
    before = folder_state(their_folder)
    with pytest.raises(WallFileReadOnly):
        WallFile.open(path)
    assert by_id(read_records(path)) == by_id(list(RECORDS))
    assert folder_state(their_folder) == before


def test_journal_that_names_another_file_is_refused(path: Path, tmp_path: Path) -> None:
    # SQLite deletes the file a journal names as that of a transaction over several databases.
    victim = tmp_path / "victim.txt"
    victim.write_text("precious")
    leave_hot_journal(path)
    name = os.fsencode(victim)
    trailer = (
        len(name).to_bytes(4, "big")
        + sum(name).to_bytes(4, "big")
        + bytes.fromhex("d9d505f920a163d7")
    )
    with path.with_name(path.name + "-journal").open("ab") as journal:
        journal.write((1).to_bytes(4, "big") + name + trailer)
    before = folder_state(tmp_path)
    for way_in in WAYS_IN:
        with pytest.raises(WallFileDamaged):
            way_in(path)
    assert folder_state(tmp_path) == before


def test_reading_while_somebody_is_writing(path: Path) -> None:
    with raw(path) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE moment SET text = 'unfinished'")
        assert path.with_name(path.name + "-journal").exists()
        assert by_id(read_records(path))[DOOR.id] == DOOR
        check(path)
        other.execute("ROLLBACK")


def test_sqlite_itself_would_have_left_files_beside_a_write_ahead_wall(path: Path) -> None:
    # Why such a wall is refused before it is read.
    sql("PRAGMA journal_mode = WAL")(path)
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("SELECT * FROM wall").fetchall()
    assert len(names(path.parent)) > 1
