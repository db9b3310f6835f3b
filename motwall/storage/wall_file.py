"""A wall on disk: made, opened, read and written in whole commits."""

from collections.abc import Generator, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from motwall.model.at_once import at_once
from motwall.model.errors import (
    PhotoTooLarge,
    WallFileDamaged,
    WallFileLocked,
    WallFileReadOnly,
)
from motwall.model.journal import EntryHeader, JournalRow, PlainChange
from motwall.model.patch import Patch
from motwall.model.pictures import MOST_BYTES, NO_PICTURES, digest_of
from motwall.model.records import Record, Session
from motwall.storage.commits import Commits
from motwall.storage.connection import reading
from motwall.storage.copies import save_copy
from motwall.storage.creating import creating
from motwall.storage.faults import faults_of
from motwall.storage.journal_rows import (
    changes_of,
    end_of_session,
    first_in_reach,
    rows_before,
    undoable_headers,
)
from motwall.storage.limits import LIMITS, Limits
from motwall.storage.opening import Opened, open_to_read, open_to_write
from motwall.storage.pictures import picture_bytes
from motwall.storage.rows import all_records
from motwall.storage.schema import FORMATS, Formats


class WallFile:
    """One open wall file. Used from one thread, `warm_up` apart.

    Attributes:
        path: As the user gave it.
        is_read_only: `write` is refused.
        wall_id: The same in all copies of this wall.
        origin: Which copy this one is.
        format_version: The format of the file.
        old_copy: The copy kept beside the wall when opening it brought it to a newer format, or
            None.
    """

    def __init__(
        self, path: Path, opened: Opened, limits: Limits, stack: ExitStack, *, is_read_only: bool
    ) -> None:
        """Take a file that passed the checks; `open` and `create` are the ways here."""
        self.path = path
        self.is_read_only = is_read_only
        self.wall_id = opened.examined.wall_id
        self.origin = opened.examined.origin
        self.format_version = opened.format_version
        self.old_copy = opened.old_copy
        self._opened = opened
        self._limits = limits
        self._stack = stack
        self._commits: Commits | None = None
        self._first_in_reach: int | None = None
        if not is_read_only:
            self._commits = Commits(path, opened.connection, opened.examined, limits)
            stack.callback(self._commits.close)

    @classmethod
    def create(
        cls,
        path: Path,
        records: Iterable[Record],
        entry: EntryHeader,
        *,
        formats: Formats = FORMATS,
        limits: Limits = LIMITS,
        pictures: Mapping[str, bytes] = NO_PICTURES,
    ) -> "WallFile":
        """Make a new wall of these records and one journal entry of kind create, and open it.

        It appears under its name all at once, complete, with the bytes of the pictures by their
        digests; nothing is left behind on failure.

        Raises:
            WallFileExists: There is something of that name, or a journal left by a wall of it.
            WallFolderMissing: There is no such folder.
            WallFileError: Anything else the environment may do.
            PatchMismatch: The records are not those of one wall.
        """
        steps = cls.creating(
            path, records, entry, formats=formats, limits=limits, pictures=pictures
        )
        at_once(steps)
        return cls.open(path, formats=formats, limits=limits)

    @staticmethod
    def creating(
        path: Path,
        records: Iterable[Record],
        entry: EntryHeader,
        *,
        formats: Formats = FORMATS,
        limits: Limits = LIMITS,
        pictures: Mapping[str, bytes] = NO_PICTURES,
    ) -> Generator[float, None, None]:
        """The same a little at a time, and not opened: yields the share that is done.

        Closed before its end, it leaves nothing behind. Errors as for `create`.
        """
        with faults_of(path):
            yield from creating(path, records, entry, formats, limits, pictures)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        is_read_only: bool = False,
        formats: Formats = FORMATS,
        limits: Limits = LIMITS,
    ) -> "WallFile":
        """Open a wall; a file that is refused keeps every byte.

        A wall of an older format is brought to today's after a copy was kept beside it; one opened
        read-only is left alone and read from a private copy.

        Args:
            path: The file.
            is_read_only: Never write to it.
            formats: The formats known; tests make some up.
            limits: How large a wall may be; tests make it less.

        Raises:
            WallFileReadOnly: The wall is sound, but may only be opened read-only.
            WallFileError: One class for each thing that can be wrong.
        """
        open_it = open_to_read if is_read_only else open_to_write
        stack = ExitStack()
        with faults_of(path):
            try:
                opened = open_it(path, formats, limits, stack)
                return cls(path, opened, limits, stack, is_read_only=is_read_only)
            except BaseException:
                stack.close()
                raise

    @property
    def count(self) -> int:
        """How many records there were when it was opened."""
        return self._opened.examined.records

    def records(self) -> Generator[Record, None, None]:
        """All records, one after the other, as they are on disk at the first of them.

        Whoever stops before the end closes the generator; until then the file cannot be written.

        Raises:
            WallFileDamaged: A row holds what no record can hold.
            WallFileError: The file cannot be read.
        """
        with faults_of(self.path), reading(self._opened.connection):
            yield from all_records(self._opened.connection, self.path)

    def load(self) -> list[Record]:
        """All records, as they are on disk now; errors as for `records`."""
        return list(self.records())

    def headers(self) -> list[EntryHeader]:
        """The journal's entries in order, from where undo stops: a creation or an older format.

        Raises:
            WallFileDamaged: A row holds what no entry can hold.
            WallFileError: The file cannot be read.
        """
        connection, format_number = self._opened.connection, self._opened.examined.format
        with faults_of(self.path), reading(connection):
            return list(undoable_headers(connection, self.path, format_number))

    def changes_of(self, entry_id: str) -> list[PlainChange]:
        """What an entry changed, for `model.journal.replayed`.

        Raises:
            KeyError: There is no such entry.
            WallFileDamaged: It holds what no commit can have written.
            WallFileError: The file cannot be read.
        """
        with faults_of(self.path):
            return changes_of(self._opened.connection, self.path, entry_id)

    def journal_before(self, entry_id: str | None, count: int) -> list[JournalRow]:
        """So many entries before another one (None: from the latest), the latest first.

        Raises:
            WallFileDamaged: A row holds what no entry can hold.
            WallFileError: The file cannot be read.
        """
        with faults_of(self.path):
            first = self._reach()
            return rows_before(self._opened.connection, self.path, first, entry_id, count)

    def end_of_session(self, session: Session) -> str | None:
        """The entry after which the wall was as a session left it; None if out of reach.

        Raises:
            WallFileError: The file cannot be read.
        """
        with faults_of(self.path):
            connection, first = self._opened.connection, self._reach()
            return end_of_session(connection, first, session.id, session.closed_at)

    def _reach(self) -> int:
        """Where the wall's past begins; what is written from now on is behind it."""
        if self._first_in_reach is None:
            number = self._opened.examined.format
            self._first_in_reach = first_in_reach(self._opened.connection, number)
        return self._first_in_reach

    def write(self, patch: Patch, header: EntryHeader) -> None:
        """Commit a patch and its journal entry in one transaction.

        When this returns, both would survive a power cut; when it raises, the file is as before,
        and the same WallFile works again once the cause is gone.

        Raises:
            WallFileReadOnly: The wall was opened read-only, or became so.
            WallFileReplaced: The file is not the one we last wrote.
            WallFileError: Anything else the environment may do.
            PatchMismatch: The file does not hold what the patch starts from: a bug.
        """
        if self._commits is None:
            raise WallFileReadOnly(self.path, "opened read-only")
        self._commits.write(patch, header)

    def writing(self, patch: Patch, header: EntryHeader) -> Generator[float, None, None]:
        """The same a little at a time, for a large patch: yields the share that is done.

        Until its end nothing is written: closed before, or if the program dies, the file is as it
        was. Meanwhile the records and the journal may be read (they are as before, but for `load`
        and `records`), and nothing else be written.

        Raises:
            WallFileError: As for `write`; with its first step or a later one.
            PatchMismatch: Likewise.
        """
        if self._commits is None:
            raise WallFileReadOnly(self.path, "opened read-only")
        yield from self._commits.writing(patch, header)

    def keep_picture(self, data: bytes) -> str:
        """Keep the bytes of a picture; returns the digest by which a Picture names them.

        They are durable when this returns. Bytes that no record comes to name do no harm.

        Raises:
            PhotoTooLarge: There are too many of them.
            WallFileReadOnly: The wall was opened read-only, or became so.
            WallFileError: Anything else the environment may do.
        """
        if self._commits is None:
            raise WallFileReadOnly(self.path, "opened read-only")
        if len(data) > MOST_BYTES:
            raise PhotoTooLarge(f"{len(data)} bytes")
        digest = digest_of(data)
        self._commits.keep_picture(digest, data)
        return digest

    def picture(self, digest: str) -> bytes | None:
        """The bytes of a picture, or None if the file does not have them.

        Raises:
            WallFileError: The file cannot be read.
        """
        with faults_of(self.path):
            return picture_bytes(self._opened.connection, digest)

    def save_copy(self, path: Path) -> None:
        """Make a new wall file with the same content and journal, but an origin of its own.

        Works as well when this file was deleted or replaced meanwhile.

        Raises:
            WallFileExists: There is something of that name.
            WallFileError: Anything else the environment may do.
        """
        try:
            with faults_of(path):
                save_copy(self._opened.connection, path, self._limits)
        except (WallFileLocked, WallFileDamaged) as error:
            # These speak of the wall that is read, all others of the copy.
            raise type(error)(self.path, error.detail) from error

    def warm_up(self) -> None:
        """Do ahead what would make the first write slow; may be called from another thread."""
        if self._commits is not None:
            self._commits.writer()

    def close(self) -> None:
        """Close the file. Closing twice is fine, using a closed WallFile is not."""
        self._stack.close()
