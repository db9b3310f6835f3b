"""Whether the open wall is still the file we last wrote, and nobody else's."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from motwall.model.errors import WallFileReplaced
from motwall.storage.connection import pragma
from motwall.storage.journal_rows import last_entry_id


class _Seen(NamedTuple):
    """What the path leads to. Where the system numbers no files, `inode` is always 0."""

    inode: int
    size: int
    modified_ns: int
    data_version: object  # SQLite's: changes with every commit of another connection


class Watch:
    """Remembers how our last commit left the file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Take the file as it is now for ours."""
        self._path = path
        self._place = path.absolute()
        self._connection = connection
        self._seen: _Seen | None = self._look(pragma(connection, "data_version"))
        self._inode = self._seen.inode
        self._last_entry = last_entry_id(connection)

    def check(self) -> None:
        """Check that nobody touched the file since; call it when nobody else can write.

        Raises:
            WallFileReplaced: The path leads to nothing, to another file, or to changed content.
            OSError: For `faults_of` to translate.
            sqlite3.Error: For `faults_of` to translate.
        """
        try:
            now = self._look(pragma(self._connection, "data_version"))
        except (FileNotFoundError, NotADirectoryError) as error:
            raise WallFileReplaced(self._path, "gone") from error
        if self._seen is not None:
            is_ours = now == self._seen
        else:
            # A write failed so badly that we could not look afterwards. SQLite has put the file
            # right again, which changes its time: so ask whose the last commit is.
            is_same_file = now.inode == self._inode
            is_ours = is_same_file and last_entry_id(self._connection) == self._last_entry
        if not is_ours:
            raise WallFileReplaced(self._path, "changed by somebody else")
        self._seen = now

    def check_place(self) -> None:
        """Check once more, after a long transaction, that the path still leads to the same file.

        Raises:
            WallFileReplaced: It does not.
            OSError: For `faults_of` to translate.
        """
        try:
            is_there = self._place.stat().st_ino == self._inode
        except (FileNotFoundError, NotADirectoryError) as error:
            raise WallFileReplaced(self._path, "gone") from error
        if not is_there:
            raise WallFileReplaced(self._path, "another file")

    def committed(self, entry_id: str | None = None) -> None:
        """Take the file as our commit left it. Never raises: what is committed is committed.

        Args:
            entry_id: Of its journal entry; None for a commit that has none.
        """
        self._last_entry = entry_id or self._last_entry
        # Our own commits leave data_version as it was; reading it afresh would hide another's.
        self._seen = self._seen and self._try_look(self._seen.data_version)

    def failed(self) -> None:
        """Take the file as rolling our write back left it. Never raises."""
        try:
            self._seen = self._look(pragma(self._connection, "data_version"))
        except (OSError, sqlite3.Error):
            self._seen = None

    def _try_look(self, data_version: object) -> _Seen | None:
        try:
            return self._look(data_version)
        except OSError:
            return None

    def _look(self, data_version: object) -> _Seen:
        found = self._place.stat()
        return _Seen(found.st_ino, found.st_size, found.st_mtime_ns, data_version)
