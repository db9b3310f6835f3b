"""A new wall file, made whole before it gets its name."""

from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from motwall import __version__
from motwall.model.clock import fresh_id
from motwall.model.codec import plain_value
from motwall.model.errors import WallFileTooLarge
from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.patch import Change, Patch
from motwall.model.pictures import NO_PICTURES
from motwall.model.records import Record, Wall
from motwall.model.store import PatchMismatch
from motwall.storage.commits import applying, check_size, growth, new_writer
from motwall.storage.connection import connect, make_durable
from motwall.storage.examine import examine
from motwall.storage.journal_rows import entry_values
from motwall.storage.limits import Limits
from motwall.storage.place import made_beside
from motwall.storage.schema import APPLICATION_ID, Formats, statements_of

if TYPE_CHECKING:
    from motwall.storage.writer import Writer


def creating(
    path: Path,
    records: Iterable[Record],
    entry: EntryHeader,
    formats: Formats,
    limits: Limits,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> Generator[float, None, None]:
    """Make a wall file of records and one journal entry, of kind create whatever `entry` says.

    A little at a time: yields the share that is done. Closed before its end, there is no file. The
    bytes of `pictures` go in by their digests, in the same transaction.

    Raises:
        WallFileError: As `made_beside` says, or there are too many records.
        PatchMismatch: The records are not one wall's: not one Wall record, an id twice, a
            reference to nothing.
        sqlite3.Error: For `faults_of` to translate.
        OSError: For `faults_of` to translate.
    """
    records = list(records)
    patch = Patch.of([Change(None, record) for record in records])
    if len(patch.changes) != len(records) or growth(patch, Wall) != 1:
        raise PatchMismatch("the records are not one wall's")
    if len(records) > limits.records:
        raise WallFileTooLarge(path, f"{len(records)} records")
    header = entry._replace(kind=EntryKind.CREATE)
    with made_beside(path) as temporary, closing(connect(temporary, "rwc", limits)) as connection:
        make_durable(connection)
        with closing(new_writer(connection, path)) as writer:
            yield from _filling(writer, patch, header, formats, pictures)
            check_size(connection, path, limits)
            # What would be refused when it is opened is never put into place.
            examine(connection, path, formats, limits)


def _filling(
    writer: "Writer",
    patch: Patch,
    header: EntryHeader,
    formats: Formats,
    pictures: Mapping[str, bytes],
) -> Generator[float, None, None]:
    origin = fresh_id()
    number = formats.current
    with writer.transaction() as transaction:
        transaction.run(f"PRAGMA application_id = {APPLICATION_ID}")
        transaction.run(f"PRAGMA user_version = {number}")
        for statement in statements_of(formats.ddl[number]):
            transaction.run(statement)
        transaction.describe(
            {
                "wall_id": fresh_id(),
                "origin": origin,
                "app_version": __version__,
                "created_at": plain_value(header.at),
            }
        )
        for digest, data in pictures.items():
            transaction.keep_picture(digest, data)
        changes = yield from applying(transaction, patch)
        transaction.append_entry(entry_values(changes, header, origin, number))
