"""Whether an open file is a wall, step by step, before any of its rows is believed."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from motwall.model.errors import (
    WallFileAltered,
    WallFileDamaged,
    WallFileForeign,
    WallFileTooLarge,
    WallFileTooNew,
)
from motwall.model.fields import is_id
from motwall.storage.connection import deadline, pragma, reading
from motwall.storage.limits import Limits
from motwall.storage.schema import APPLICATION_ID, Formats, schema_rows


class Examined(NamedTuple):
    """What the checks learnt in passing.

    Attributes:
        format: The file's format.
        records: How many records there are.
        wall_id: The same in all copies of a wall.
        origin: Which copy this one is.
    """

    format: int
    records: int
    wall_id: str
    origin: str


# Tables that hold no records.
_OWN_TABLES = frozenset({"journal", "meta", "picture_bytes"})


def examine(
    connection: sqlite3.Connection, path: Path, formats: Formats, limits: Limits
) -> Examined:
    """Check a freshly opened file, in the order in which each step makes the next one safe.

    Raises:
        WallFileError: One class for each thing that can be wrong.
        sqlite3.Error: For `faults_of` to translate.
    """
    with deadline(connection, limits.cpu_seconds), reading(connection):
        return examine_inside(connection, path, formats, limits)


def examine_inside(
    connection: sqlite3.Connection, path: Path, formats: Formats, limits: Limits
) -> Examined:
    """The same within a transaction of the caller's."""
    found = _known_format(connection, path, formats)
    expected = schema_rows(formats.ddl[found])
    _check_schema(connection, path, expected)
    # Before anything walks a table: a page that stands in two places can make a walk endless.
    _check_sound(connection, path, "quick_check(1)")
    tables = sorted({table for _, _, table, _ in expected})
    counts = {table: _count(connection, table) for table in tables}
    records = sum(count for table, count in counts.items() if table not in _OWN_TABLES)
    if records > limits.records or counts["journal"] > limits.entries:
        raise WallFileTooLarge(path, f"{records} records, {counts['journal']} entries")
    dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    if dangling is not None:
        raise WallFileDamaged(path, f"{dangling[0]} refers to a {dangling[2]} that is not there")
    if counts["wall"] != 1:
        raise WallFileDamaged(path, f"{counts['wall']} wall records")
    return Examined(found, records, *_identity(connection, path))


def check_integrity(connection: sqlite3.Connection, path: Path) -> None:
    """SQLite's longest check: indexes against tables too.

    Raises:
        WallFileDamaged: It found something.
    """
    _check_sound(connection, path, "integrity_check(1)")


def _known_format(connection: sqlite3.Connection, path: Path, formats: Formats) -> int:
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise WallFileForeign(path)
    found = pragma(connection, "user_version")
    assert isinstance(found, int)
    if found > formats.current:
        raise WallFileTooNew(path, found, formats.current)
    if found not in formats.ddl:
        raise WallFileAltered(path, f"format {found}")
    return found


def _check_schema(connection: sqlite3.Connection, path: Path, expected: frozenset[object]) -> None:
    cursor = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    # One row more than expected is enough to know; there could be millions.
    rows = cursor.fetchmany(len(expected) + 1)
    cursor.close()
    if len(rows) != len(expected) or set(rows) != expected:
        raise WallFileAltered(path, "tables, indexes, triggers or views are not motwall's")


def _check_sound(connection: sqlite3.Connection, path: Path, check: str) -> None:
    verdict = pragma(connection, check)
    if verdict != "ok":
        raise WallFileDamaged(path, str(verdict))


def _count(connection: sqlite3.Connection, table: str) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert isinstance(count, int)
    return count


def _identity(connection: sqlite3.Connection, path: Path) -> tuple[str, str]:
    rows = connection.execute(
        "SELECT key, value FROM meta WHERE key IN ('wall_id', 'origin') ORDER BY key DESC"
    )
    values = [value for _, value in rows]
    if len(values) != len(("wall_id", "origin")) or not all(is_id(value) for value in values):
        raise WallFileDamaged(path, "meta")
    return values[0], values[1]
