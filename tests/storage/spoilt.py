"""Files that are no walls, each spoilt in one way, and the ways in that must refuse them."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from motwall.model.errors import (
    WallFileAltered,
    WallFileDamaged,
    WallFileEmpty,
    WallFileError,
    WallFileForeign,
    WallFileIsFolder,
    WallFileMissing,
    WallFileNotSqlite,
    WallFileTooLarge,
    WallFileTooNew,
    WallFileUnreachable,
)
from motwall.storage.limits import LIMITS
from motwall.storage.reading import check, read_records
from motwall.storage.wall_file import WallFile
from tests.factories import an_id
from tests.storage.walls import raw

Spoil = Callable[[Path], None]


def open_to_write(path: Path) -> None:
    with closing(WallFile.open(path)) as wall:
        _read_all(wall)


def open_to_read(path: Path) -> None:
    with closing(WallFile.open(path, is_read_only=True)) as wall:
        _read_all(wall)


def _read_all(wall: WallFile) -> None:
    wall.load()
    for header in wall.headers():
        wall.changes_of(header.id)


def just_records(path: Path) -> None:
    read_records(path)


WAYS_IN = [open_to_write, open_to_read, just_records, check]


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
    "another program's in write-ahead mode": (
        sql("PRAGMA application_id = 7", "PRAGMA journal_mode = WAL"),
        WallFileForeign,
    ),
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
            f"INSERT INTO wall SELECT '{an_id(77)}', title, business, customer, row_title,"
            " starts_with, ends_with, review_weeks FROM wall"
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
