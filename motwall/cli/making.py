"""A new wall file from records, as `new` and `import` make it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from motwall.model.clock import Clock
from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.patch import Label, Patch
from motwall.model.pictures import NO_PICTURES
from motwall.model.records import Record
from motwall.storage.wall_file import WallFile


def header(clock: Clock, kind: EntryKind, label: Label) -> EntryHeader:
    """The journal's line for a commit from the command line."""
    return EntryHeader(id=clock.new_id(), at=clock.now(), kind=kind, label=label)


def make_wall(
    path: Path,
    records: Iterable[Record],
    clock: Clock,
    label: Label,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> None:
    """Make a wall file with the bytes of its pictures; when anything fails none is left behind.

    Raises:
        WallFileError: There is a file of that name, or none can be made.
    """
    entry = header(clock, EntryKind.CREATE, label)
    WallFile.create(path, records, entry, pictures=pictures).close()


def add_to_wall(
    path: Path, patch: Patch, clock: Clock, pictures: Mapping[str, bytes] = NO_PICTURES
) -> None:
    """Commit an import, as one step that undo takes back; the caller holds the lock.

    The bytes of its pictures are kept before.

    Raises:
        WallFileError: No record was written.
    """
    wall = WallFile.open(path)
    try:
        for data in pictures.values():
            wall.keep_picture(data)
        wall.write(patch, header(clock, EntryKind.IMPORT, patch.label))
    finally:
        wall.close()
