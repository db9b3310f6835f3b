"""Looking at a wall without opening it for work, also while a window has it open."""

from contextlib import ExitStack
from pathlib import Path

from motwall.model.records import Record
from motwall.storage.connection import reading
from motwall.storage.examine import check_integrity
from motwall.storage.faults import faults_of
from motwall.storage.journal_rows import all_headers, changes_of
from motwall.storage.limits import LIMITS
from motwall.storage.opening import open_to_read
from motwall.storage.rows import all_records
from motwall.storage.schema import FORMATS


def read_records(path: Path) -> list[Record]:
    """All records of a wall at one moment; the file is not written, nor anything beside it.

    Raises:
        WallFileError: One class for each thing that can be wrong.
    """
    with faults_of(path), ExitStack() as stack:
        connection = open_to_read(path, FORMATS, LIMITS, stack).connection
        with reading(connection):
            return list(all_records(connection, path))


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
            for _ in all_records(connection, path):
                pass
            for header in all_headers(connection, path):
                changes_of(connection, path, header.id)
