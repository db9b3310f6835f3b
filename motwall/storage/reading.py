"""Looking at a wall without opening it for work, also while a window has it open."""

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from motwall.model.clock import local_day
from motwall.model.records import Picture, Record
from motwall.storage.connection import reading
from motwall.storage.examine import check_integrity
from motwall.storage.faults import faults_of
from motwall.storage.journal_rows import all_headers, changes_of, rows_before
from motwall.storage.limits import LIMITS
from motwall.storage.opening import open_to_read
from motwall.storage.pictures import check_pictures, picture_bytes
from motwall.storage.rows import all_records
from motwall.storage.schema import FORMATS


class DatedRecords(NamedTuple):
    """The records of a wall, and the local day on which it was changed last, or made."""

    records: list[Record]
    changed_on: date


def read_records(path: Path) -> list[Record]:
    """All records of a wall at one moment; the file is not written, nor anything beside it.

    Raises:
        WallFileError: One class for each thing that can be wrong.
    """
    with faults_of(path), ExitStack() as stack:
        connection = open_to_read(path, FORMATS, LIMITS, stack).connection
        with reading(connection):
            return list(all_records(connection, path))


def read_dated(path: Path) -> DatedRecords:
    """All records of a wall at one moment, and the day of its last change; as `read_records`.

    Raises:
        WallFileError: One class for each thing that can be wrong.
    """
    with faults_of(path), ExitStack() as stack:
        connection = open_to_read(path, FORMATS, LIMITS, stack).connection
        with reading(connection):
            records = list(all_records(connection, path))
            latest = rows_before(connection, path, 0, None, 1)
        # Without a journal, what the file system says of the file must do.
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return DatedRecords(records, local_day(latest[0].header.at if latest else written))


def read_pictures(path: Path, digests: Iterable[str]) -> dict[str, bytes]:
    """The bytes of pictures by digest; what the file does not have is left out.

    Raises:
        WallFileError: As for `read_records`.
    """
    with faults_of(path), ExitStack() as stack:
        connection = open_to_read(path, FORMATS, LIMITS, stack).connection
        with reading(connection):
            found = {one: picture_bytes(connection, one) for one in digests}
    return {one: data for one, data in found.items() if data is not None}


def check(path: Path) -> None:
    """Check a wall to the last row: everything opening checks, indexes, every record, the journal.

    The file is not written, nor anything beside it.

    Raises:
        WallFileError: What is wrong.
    """
    with faults_of(path), ExitStack() as stack:
        connection = open_to_read(path, FORMATS, LIMITS, stack).connection
        with reading(connection):
            check_integrity(connection, path)
            records = all_records(connection, path)
            digests = [one.digest for one in records if isinstance(one, Picture)]
            check_pictures(connection, path, digests)
            for header in all_headers(connection, path):
                changes_of(connection, path, header.id)
