"""Whole copies of a wall: for the user, and before a migration."""

import os
import sqlite3
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

from motwall.i18n import translate
from motwall.model.clock import fresh_id
from motwall.model.errors import WallFileDamaged, WallFileExists
from motwall.storage.connection import connect, make_durable, uri_of
from motwall.storage.examine import check_integrity
from motwall.storage.limits import Limits
from motwall.storage.place import made_beside

_NAME_BYTES = 255 - len("-journal")
_MOST_COPIES = 100


def copy_into(connection: sqlite3.Connection, path: Path) -> None:
    """Write everything to a file that is not there yet; without what was deleted.

    VACUUM INTO and not the backup interface, which waits for ever on a locked file.

    Raises:
        sqlite3.Error: For `faults_of` to translate.
    """
    target = uri_of(path.absolute().as_posix(), "mode=rwc")
    connection.execute("VACUUM main INTO ?", (target,))


def save_copy(connection: sqlite3.Connection, path: Path, limits: Limits) -> None:
    """Make a new wall file of the same content that knows it is another copy.

    Raises:
        WallFileError: As `made_beside` says.
        sqlite3.Error: For `faults_of` to translate.
        OSError: For `faults_of` to translate.
    """
    with made_beside(path) as temporary:
        copy_into(connection, temporary)
        with closing(connect(temporary, "rw", limits)) as copy:
            make_durable(copy)
            copy.execute("UPDATE meta SET value = ? WHERE key = 'origin'", (fresh_id(),))
            check_integrity(copy, path)


def save_old_format(
    connection: sqlite3.Connection, path: Path, format_number: int, limits: Limits
) -> Path:
    """Keep a wall as it is beside itself before it is brought to a newer format.

    The copy is read back and compared before anything may be done to the wall.

    Returns:
        The path of the copy.

    Raises:
        WallFileDamaged: The copy does not say the same as the wall.
        WallFileError: As `made_beside` says.
        sqlite3.Error: For `faults_of` to translate.
        OSError: For `faults_of` to translate.
    """
    note = translate("Storage", "before update from format %n", count=format_number)
    target = _free_name(path, note)
    with made_beside(target) as temporary:
        copy_into(connection, temporary)
        with closing(connect(temporary, "rw", limits)) as copy:
            make_durable(copy)
            # Writing once with these settings syncs all of what was copied.
            copy.execute(f"PRAGMA user_version = {format_number}")
            check_integrity(copy, path)
            check_equal(connection, copy, path)
    return target


def check_equal(one: sqlite3.Connection, other: sqlite3.Connection, path: Path) -> None:
    """Check that two files say the same.

    Raises:
        WallFileDamaged: They do not.
    """
    tables = one.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    for (table,) in tables:
        query = f"SELECT * FROM {table} ORDER BY rowid"
        with closing(one.execute(query)) as rows, closing(other.execute(query)) as copied:
            if not all(left == right for left, right in zip_longest(rows, copied)):
                raise WallFileDamaged(path, f"{table} differs in its copy")


def _free_name(path: Path, note: str) -> Path:
    for number in range(1, _MOST_COPIES):
        ending = f" ({note}{f' {number}' if number > 1 else ''}){path.suffix}"
        room = _NAME_BYTES - len(os.fsencode(ending))
        stem = os.fsencode(path.stem)[:room].decode(errors="ignore")
        target = path.with_name(stem + ending)
        if not os.path.lexists(target):
            return target
    raise WallFileExists(path, "too many copies from before an update")
