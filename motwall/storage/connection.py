"""SQLite connections to a wall: opened by exact name, distrustful, durable when they write."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from motwall.model.errors import WallFileAltered, WallFileForeign, WallFileNotSqlite
from motwall.storage.limits import Limits
from motwall.storage.schema import APPLICATION_ID

# STRICT tables came with 3.37; Python 3.11 from python.org and Debian 12 bring 3.39 and 3.40.
MINIMUM_SQLITE = (3, 37, 0)

_BUSY_SECONDS = 0.5
# How many of SQLite's virtual machine steps may pass between two looks at the clock.
_STEPS = 10_000

#: What is switched before the first byte of a file is believed, and the values read back after.
#: A build of SQLite without memory mapping answers nothing (None) to `mmap_size`.
_DISTRUST: dict[str, tuple[str, frozenset[object]]] = {
    "trusted_schema": ("OFF", frozenset({0})),
    "cell_size_check": ("ON", frozenset({1})),
    "mmap_size": ("0", frozenset({0, None})),
    "foreign_keys": ("ON", frozenset({1})),
    "busy_timeout": (str(int(_BUSY_SECONDS * 1000)), frozenset({int(_BUSY_SECONDS * 1000)})),
}
#: Measured in design.md section 5: the one mode that lost nothing in simulated power cuts and
#: leaves one whole file between commits. `synchronous` 3 is EXTRA.
_DURABILITY: dict[str, tuple[str, frozenset[object]]] = {
    "journal_mode": ("DELETE", frozenset({"delete"})),
    "synchronous": ("EXTRA", frozenset({3})),
    "locking_mode": ("NORMAL", frozenset({"normal"})),
}
#: No statement of ours comes near these; a schema made to hurt would.
_BOUNDS = {
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 10,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 100_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,  # VACUUM INTO needs it
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 250,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}


def require_sqlite(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> None:
    """Say plainly that the SQLite library is too old, before it calls a good wall damaged.

    Raises:
        RuntimeError: It is.
    """
    if version < MINIMUM_SQLITE:
        raise RuntimeError(f"motwall needs SQLite {MINIMUM_SQLITE}, this Python has {version}")


def uri_of(absolute_path: str, query: str) -> str:
    """The URI SQLite opens; every character of a path is safe in it, on Windows' shares too."""
    slash = "" if absolute_path.startswith("/") else "/"  # C:/... -> file:///C:/...
    return f"file://{slash}{quote(os.fsencode(absolute_path))}?{query}"


def connect(path: Path, mode: str, limits: Limits) -> sqlite3.Connection:
    """Open a file with every distrust switched on; nothing of it has been read yet.

    Args:
        path: The file.
        mode: "ro", "rw" (never creates) or "rwc"; for a look that takes no locks "ro&nolock=1".
        limits: How long a row may be.

    Raises:
        sqlite3.Error: For `faults_of` to translate.
    """
    require_sqlite()
    connection = sqlite3.connect(
        uri_of(path.absolute().as_posix(), f"mode={mode}"),
        uri=True,
        isolation_level=None,  # transactions are begun and ended in so many words
        timeout=_BUSY_SECONDS,
    )
    try:
        for bound, value in _BOUNDS.items():
            connection.setlimit(bound, value)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limits.text_bytes)
        _switch(connection, _DISTRUST)
    except BaseException:
        connection.close()
        raise
    return connection


def make_durable(connection: sqlite3.Connection) -> None:
    """Switch on what keeps acknowledged commits through a power cut; reads the file."""
    _switch(connection, _DURABILITY)


def pragma(connection: sqlite3.Connection, name: str) -> object:
    """The value of a PRAGMA, None if SQLite gives no answer."""
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return None if row is None else row[0]


def has_hot_journal(path: Path, limits: Limits) -> bool:
    """Whether a crash left a journal that must be rolled back before the file makes sense.

    The first look takes no locks and opens no write-ahead log, so it leaves nothing beside the
    file. A wall in write-ahead mode is refused: reading one makes two more files.

    Raises:
        WallFileNotSqlite: It does not begin like an SQLite file.
        WallFileForeign: It is another program's, in write-ahead mode.
        WallFileAltered: It was switched to write-ahead mode, or such a log lies beside it.
        sqlite3.Error: For `faults_of` to translate.
    """
    with closing(connect(path, "ro&nolock=1", limits)) as connection:
        code = _first_read(connection)
    if code == sqlite3.SQLITE_NOTADB:
        raise WallFileNotSqlite(path)
    if code == sqlite3.SQLITE_CANTOPEN:
        # Read as if nothing could change it, a file is read without its log.
        with closing(connect(path, "ro&immutable=1", limits)) as connection:
            is_ours = pragma(connection, "application_id") == APPLICATION_ID
        raise (WallFileAltered if is_ours else WallFileForeign)(path, "write-ahead log")
    if code == sqlite3.SQLITE_OK:
        return False
    # There is a journal; whether somebody is just writing it, only a look with locks can tell.
    with closing(connect(path, "ro", limits)) as connection:
        return _first_read(connection) == sqlite3.SQLITE_READONLY_ROLLBACK


def _first_read(connection: sqlite3.Connection) -> int:
    try:
        connection.execute("PRAGMA application_id").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode in {
            sqlite3.SQLITE_NOTADB,
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_READONLY_ROLLBACK,
        }:
            return error.sqlite_errorcode
        raise
    return sqlite3.SQLITE_OK


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """One consistent view of the file for everything read inside."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()


@contextmanager
def deadline(connection: sqlite3.Connection, cpu_seconds: float) -> Iterator[None]:
    """Interrupt what takes longer than that (SQLITE_INTERRUPT); waiting for a disk is free."""
    end = time.thread_time() + cpu_seconds
    connection.set_progress_handler(lambda: time.thread_time() >= end, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, _STEPS)


def _switch(
    connection: sqlite3.Connection, switches: dict[str, tuple[str, frozenset[object]]]
) -> None:
    for name, (value, expected) in switches.items():
        connection.execute(f"PRAGMA {name} = {value}")
        found = pragma(connection, name)
        if found not in expected:
            raise RuntimeError(f"PRAGMA {name} = {value} was not taken: {found!r}")
