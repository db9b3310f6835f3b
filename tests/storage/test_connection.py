import sqlite3
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest

from motwall.storage.connection import (
    MINIMUM_SQLITE,
    connect,
    deadline,
    make_durable,
    pragma,
    require_sqlite,
    uri_of,
)
from motwall.storage.limits import LIMITS
from tests.storage.walls import raw


def test_every_setting_is_taken(path: Path) -> None:
    with closing(connect(path, "rw", LIMITS)) as connection:
        make_durable(connection)
        values = {
            name: pragma(connection, name)
            for name in (
                "journal_mode",
                "synchronous",
                "locking_mode",
                "foreign_keys",
                "trusted_schema",
                "cell_size_check",
                "busy_timeout",
            )
        }
        assert values == {
            "journal_mode": "delete",
            "synchronous": 3,
            "locking_mode": "normal",
            "foreign_keys": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "busy_timeout": 500,
        }
        assert pragma(connection, "mmap_size") in {0, None}
        assert connection.isolation_level is None
        assert connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) == LIMITS.text_bytes


def test_setting_that_is_not_taken_fails_loudly(path: Path) -> None:
    # Within a transaction SQLite ignores these without a word.
    with closing(connect(path, "rw", LIMITS)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE stage SET title = 'x'")
        with pytest.raises((RuntimeError, sqlite3.OperationalError)):
            make_durable(connection)


def test_journal_mode_that_cannot_be_had_fails_loudly() -> None:
    with closing(sqlite3.connect(":memory:")) as connection, pytest.raises(RuntimeError):
        make_durable(connection)


def test_file_is_never_created_by_opening(tmp_path: Path) -> None:
    for mode in ("ro", "rw"):
        with pytest.raises(sqlite3.OperationalError):
            connect(tmp_path / "none", mode, LIMITS)
    assert list(tmp_path.iterdir()) == []


def test_connection_that_cannot_be_set_up_is_closed(path: Path) -> None:
    with pytest.raises(OverflowError):
        connect(path, "rw", LIMITS._replace(text_bytes=2**80))
    with raw(path) as other:
        other.execute("BEGIN EXCLUSIVE")


def test_uris() -> None:
    assert uri_of("/tmp/50%25 #1?.motwall", "mode=ro") == (
        "file:///tmp/50%2525%20%231%3F.motwall?mode=ro"
    )
    drive = PureWindowsPath(r"C:\Users\Zoë\w.motwall").as_posix()
    assert uri_of(drive, "mode=rw") == "file:///C%3A/Users/Zo%C3%AB/w.motwall?mode=rw"
    share = PureWindowsPath(r"\\server\share\w.motwall").as_posix()
    assert uri_of(share, "mode=rw") == "file:////server/share/w.motwall?mode=rw"


def test_library_too_old_is_told() -> None:
    require_sqlite(MINIMUM_SQLITE)
    with pytest.raises(RuntimeError):
        require_sqlite((3, 36, 9))


def test_endless_query_is_stopped() -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with closing(sqlite3.connect(":memory:")) as connection:
        with (
            pytest.raises(sqlite3.OperationalError) as caught,
            deadline(connection, cpu_seconds=0.05),
        ):
            connection.execute(endless).fetchall()
        assert caught.value.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT
        bounded = endless.replace("FROM n)", "FROM n LIMIT 100000)")
        assert connection.execute(bounded).fetchone() == (100_000,)
