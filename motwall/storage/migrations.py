"""From an older file format to the one of today.

A format is never changed once it is released. A new one is three things in `schema.FORMATS`: its
frozen text `ddl/<n>.sql`, and under its number the statements that lead to it from the one before.
Those are frozen too: they name tables and columns as they were then and use nothing of `model/`.
A file must match its frozen text to the letter afterwards, and ALTER TABLE writes another hand. So
a table that changes is made anew:

    CREATE TEMP TABLE old_step AS SELECT * FROM step
    DROP TABLE step
    CREATE TABLE step (...)             -- and its indexes, as in ddl/<n>.sql
    INSERT INTO step SELECT id, title, 0 FROM old_step
    DROP TABLE old_step
"""

import sqlite3
from pathlib import Path

from motwall import __version__
from motwall.storage.examine import Examined, examine_inside
from motwall.storage.limits import Limits
from motwall.storage.schema import Formats


def migrate(
    connection: sqlite3.Connection, path: Path, formats: Formats, limits: Limits, found: int
) -> Examined:
    """Bring an examined file to the current format in one transaction; all of it or nothing.

    Args:
        connection: Open for writing.
        path: For errors.
        formats: The formats and the steps between them.
        limits: As on opening.
        found: The file's format.

    Raises:
        WallFileError: The content does not survive; the file is as it was.
        sqlite3.Error: For `faults_of` to translate; the file is as it was.
    """
    # Making a table anew must not count as deleting what others refer to; this cannot be switched
    # within a transaction.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(found + 1, formats.current + 1):
            for statement in formats.steps[number]:
                connection.execute(statement)
        connection.execute("UPDATE meta SET value = ? WHERE key = 'app_version'", (__version__,))
        connection.execute(f"PRAGMA user_version = {formats.current}")
        examined = examine_inside(connection, path, formats, limits)
        connection.execute("COMMIT")
    finally:
        connection.rollback()
        connection.execute("PRAGMA foreign_keys = ON")
    return examined
