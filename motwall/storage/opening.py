"""From a path to a connection that can be trusted: to read, or to write."""

import sqlite3
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from motwall.storage.connection import connect, has_hot_journal, make_durable
from motwall.storage.copies import copy_into, save_old_format
from motwall.storage.examine import Examined, examine
from motwall.storage.limits import Limits
from motwall.storage.migrations import migrate
from motwall.storage.place import check_place, check_writable, copied_with_journal
from motwall.storage.schema import Formats


class Opened(NamedTuple):
    """A wall that passed every check.

    Attributes:
        connection: To its file, or to a private copy if it could not be read as it lies.
        examined: What the checks learnt.
        format_version: The format of the file itself.
        old_copy: The copy kept beside it before it was brought to a newer format, or None.
    """

    connection: sqlite3.Connection
    examined: Examined
    format_version: int
    old_copy: Path | None = None


def open_to_read(path: Path, formats: Formats, limits: Limits, stack: ExitStack) -> Opened:
    """Open a wall without writing a byte to it or beside it.

    What a crash left half-written, and an older format, are put right in a private copy.

    Args:
        path: The wall.
        formats: The formats known.
        limits: The bounds.
        stack: Closes the connection and removes the copy.

    Raises:
        WallFileError: One class for each thing that can be wrong.
        sqlite3.Error: For `faults_of` to translate.
        OSError: For `faults_of` to translate.
    """
    check_place(path, limits)
    if has_hot_journal(path, limits):
        copy = copied_with_journal(path, _private_folder(stack))
        connection = _connect(copy, "rw", limits, stack)
    else:
        connection = _connect(path, "ro", limits, stack)
    examined = examine(connection, path, formats, limits)
    format_version = examined.format
    if format_version < formats.current:
        copy = _private_folder(stack) / "wall"
        copy_into(connection, copy)
        connection = _connect(copy, "rw", limits, stack)
        examined = migrate(connection, path, formats, limits, format_version)
    return Opened(connection, examined, format_version)


def open_to_write(path: Path, formats: Formats, limits: Limits, stack: ExitStack) -> Opened:
    """Open a wall for writing; nothing is written to a file that does not pass.

    The arguments are those of `open_to_read`.

    Raises:
        WallFileReadOnly: The wall is sound, but may only be read.
        WallFileError: One class for each thing that can be wrong.
        sqlite3.Error: For `faults_of` to translate.
        OSError: For `faults_of` to translate.
    """
    check_place(path, limits)
    if has_hot_journal(path, limits):
        # SQLite rolls a journal back into the file at the first read: look at the outcome first.
        with ExitStack() as trial:
            open_to_read(path, formats, limits, trial)
        check_writable(path)
    connection = _connect(path, "rw", limits, stack)
    examined = examine(connection, path, formats, limits)
    check_writable(path)
    make_durable(connection)
    if examined.format == formats.current:
        return Opened(connection, examined, formats.current)
    old_copy = save_old_format(connection, path, examined.format, limits)
    examined = migrate(connection, path, formats, limits, examined.format)
    return Opened(connection, examined, formats.current, old_copy)


def _connect(path: Path, mode: str, limits: Limits, stack: ExitStack) -> sqlite3.Connection:
    connection = connect(path, mode, limits)
    stack.callback(connection.close)
    return connection


def _private_folder(stack: ExitStack) -> Path:
    return Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="motwall-")))
