"""What the document needs of a wall file; `storage.WallFile` fits."""

from collections.abc import Generator
from pathlib import Path
from typing import Protocol

from motwall.model.journal import EntryHeader, JournalRow, PlainChange
from motwall.model.patch import Patch
from motwall.model.records import Session


class Writer(Protocol):
    """A wall file that is open for writing (or only for reading, then it is never written)."""

    @property
    def path(self) -> Path:
        """Where the wall is."""

    @property
    def is_read_only(self) -> bool:
        """Nothing will be written."""

    def writing(self, patch: Patch, header: EntryHeader) -> Generator[float, None, None]:
        """Commit the patch and its journal row in one transaction, a little at a time.

        Yields the share that is done; closed before its end, nothing was written.

        Raises:
            WallFileError: Nothing was written.
        """

    def keep_picture(self, data: bytes) -> str:
        """Keep the bytes of a picture; returns their digest.

        Raises:
            PhotoTooLarge: There are too many of them.
            WallFileError: Nothing was written.
        """

    def picture(self, digest: str) -> bytes | None:
        """The bytes of a picture, or None."""

    def headers(self) -> list[EntryHeader]:
        """The journal from the last creation on, in order."""

    def changes_of(self, entry_id: str) -> list[PlainChange]:
        """The changes of one entry."""

    def journal_before(self, entry_id: str | None, count: int) -> list[JournalRow]:
        """So many entries before another one (None: from the latest), the latest first."""

    def end_of_session(self, session: Session) -> str | None:
        """The entry after which the wall was as a session left it; None if out of reach."""


class Recovery(Protocol):
    """A place outside the wall file that keeps what could not be written."""

    def keep(self, patch: Patch, header: EntryHeader) -> None:
        """Append one patch; called when a commit failed. Never raises."""

    def clear(self) -> None:
        """Everything kept has been written to the wall after all. Never raises."""
