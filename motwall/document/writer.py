"""What the document needs of a wall file; `storage.WallFile` fits."""

from pathlib import Path
from typing import Protocol

from motwall.model.journal import EntryHeader, PlainChange
from motwall.model.patch import Patch


class Writer(Protocol):
    """A wall file that is open for writing (or only for reading, then it is never written)."""

    @property
    def path(self) -> Path:
        """Where the wall is."""

    @property
    def is_read_only(self) -> bool:
        """Nothing will be written."""

    def write(self, patch: Patch, header: EntryHeader) -> None:
        """Commit the patch and its journal row in one transaction.

        Raises:
            WallFileError: Nothing was written.
        """

    def headers(self) -> list[EntryHeader]:
        """The journal from the last creation on, in order."""

    def changes_of(self, entry_id: str) -> list[PlainChange]:
        """The changes of one entry."""


class Recovery(Protocol):
    """A place outside the wall file that keeps what could not be written."""

    def keep(self, patch: Patch, header: EntryHeader) -> None:
        """Append one patch; called when a commit failed. Never raises."""

    def clear(self) -> None:
        """Everything kept has been written to the wall after all. Never raises."""
