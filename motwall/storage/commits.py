"""The writing side of an open wall: whole commits, and only to the file as we left it."""

import sqlite3
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from motwall.model.at_once import at_once
from motwall.model.errors import WallFileTooLarge
from motwall.model.journal import EntryHeader, encode
from motwall.model.patch import Patch
from motwall.model.records import Record, Wall
from motwall.model.store import PatchMismatch
from motwall.storage.connection import pragma
from motwall.storage.examine import Examined
from motwall.storage.faults import faults_of
from motwall.storage.journal_rows import changes_text, entry_values
from motwall.storage.limits import Limits
from motwall.storage.rows import compact_json
from motwall.storage.watch import Watch

if TYPE_CHECKING:
    from motwall.storage.writer import Transaction, Writer

#: Changes written between two looks at the clock: some ten milliseconds.
_AT_A_TIME = 200


class Commits:
    """Writes patches to one wall through the connection that was checked."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, examined: Examined, limits: Limits
    ) -> None:
        """Take a wall that passed every check and is in the current format."""
        self._path = path
        self._connection = connection
        self._examined = examined
        self._limits = limits
        self._records = examined.records
        self._watch = Watch(path, connection)
        self._writer: Writer | None = None
        self._writer_lock = threading.Lock()

    def write(self, patch: Patch, header: EntryHeader) -> None:
        """Commit a patch and its journal entry; afterwards both are on disk, or neither.

        Raises:
            WallFileError: The environment's fault; writing may be tried again.
            PatchMismatch: The file does not hold what the patch starts from.
        """
        at_once(self.writing(patch, header))

    def writing(self, patch: Patch, header: EntryHeader) -> Generator[float, None, None]:
        """The same a little at a time: yields the share that is done.

        Closed before its end, nothing was written. Nothing else can be written meanwhile.
        """
        records = self._records + growth(patch, Record)
        if records > self._limits.records:
            raise WallFileTooLarge(self._path, f"{records} records")
        if growth(patch, Wall) != 0:
            raise PatchMismatch("a wall file holds one Wall record")
        with self._transaction() as transaction:
            changes = yield from applying(transaction, patch)
            transaction.append_entry(
                entry_values(changes, header, self._examined.origin, self._examined.format)
            )
            yield 1.0  # so much text takes a while, and so does what follows
            self._watch.check_place()
        self._watch.committed(header.id)
        self._records = records

    def keep_picture(self, digest: str, data: bytes) -> None:
        """Keep the bytes of a picture in the file; a patch that names them comes after.

        Raises:
            WallFileError: The environment's fault; keeping them may be tried again.
        """
        with self._transaction() as transaction:
            transaction.keep_picture(digest, data)
        self._watch.committed()

    @contextmanager
    def _transaction(self) -> Iterator["Transaction"]:
        """Write to the file as we left it, all of it or nothing."""
        writer = self.writer()
        is_ours = False
        try:
            with faults_of(self._path), writer.transaction() as transaction:
                self._watch.check()
                is_ours = True
                yield transaction
                check_size(self._connection, self._path, self._limits)
        except BaseException:
            if is_ours:
                self._watch.failed()
            raise

    def writer(self) -> "Writer":
        """The writer, made at the first call; any thread may be the first."""
        with self._writer_lock:
            if self._writer is None:
                self._writer = new_writer(self._connection, self._path)
            return self._writer

    def close(self) -> None:
        """Let go of the connection."""
        with self._writer_lock:
            if self._writer is not None:
                self._writer.close()


def new_writer(connection: sqlite3.Connection, path: Path) -> "Writer":
    """Import SQLAlchemy, which takes 0.3 to 0.4 s the first time, and build a writer."""
    from motwall.storage.writer import Writer  # noqa: PLC0415 -- as late as possible, see there

    return Writer(connection, path)


def applying(transaction: "Transaction", patch: Patch) -> Generator[float, None, str]:
    """Write a patch's changes a little at a time; returns them as the journal keeps them."""
    total, done = len(patch.changes), 0
    told: list[str] = []
    left = iter(patch)
    while part := encode(islice(left, _AT_A_TIME)):
        transaction.apply(part)
        told.append(compact_json(part))
        done += len(part)
        yield done / total
    return changes_text(told)


def growth(patch: Patch, record_type: type[Record]) -> int:
    """By how many records of a type, or of its subtypes, a patch adds more than it takes away."""
    return sum(
        (change.before is None) - (change.after is None)
        for change in patch
        if isinstance(change.record, record_type)
    )


def check_size(connection: sqlite3.Connection, path: Path, limits: Limits) -> None:
    """Check, before a commit, that the file would not grow beyond what can be opened again.

    Raises:
        WallFileTooLarge: It would.
    """
    pages, page_size = pragma(connection, "page_count"), pragma(connection, "page_size")
    assert isinstance(pages, int)
    assert isinstance(page_size, int)
    if pages * page_size > limits.file_bytes:
        raise WallFileTooLarge(path, f"{pages} pages of {page_size} bytes")
