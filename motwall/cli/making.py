"""A new wall file from records, as `new` and `import` make it."""

from collections.abc import Iterable
from pathlib import Path

from motwall.model.clock import Clock
from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.patch import Label, Patch
from motwall.model.records import Record
from motwall.storage.wall_file import WallFile


def header(clock: Clock, kind: EntryKind, label: Label) -> EntryHeader:
    """The journal's line for a commit from the command line."""
    return EntryHeader(id=clock.new_id(), at=clock.now(), kind=kind, label=label)


def make_wall(path: Path, records: Iterable[Record], clock: Clock, label: Label) -> None:
    """Make a wall file; when anything fails none is left behind.

    Raises:
        WallFileError: There is a file of that name, or none can be made.
    """
    WallFile.create(path, records, header(clock, EntryKind.CREATE, label)).close()


def add_to_wall(path: Path, patch: Patch, clock: Clock) -> None:
    """Commit an import, as one step that undo takes back; the caller holds the lock.

    Raises:
        WallFileError: Nothing was written.
    """
    wall = WallFile.open(path)
    try:
        wall.write(patch, header(clock, EntryKind.IMPORT, patch.label))
    finally:
        wall.close()
