"""The wall as it was: read from the journal a little at a time, changed by nothing."""

from collections.abc import Generator, Iterator
from datetime import datetime
from pathlib import Path

from motwall.document.writer import Writer
from motwall.model.errors import BadRecord, WallFileDamaged, WallFileReadOnly
from motwall.model.journal import EntryHeader, JournalRow, PlainChange, replayed
from motwall.model.patch import Patch
from motwall.model.records import Session
from motwall.model.store import Store

#: Entries read at a time, and changes of an entry taken back at a time: a few milliseconds each.
_ENTRIES, _CHANGES = 64, 64


class Past:
    """What happened to a wall, and how it was after any entry in reach of its journal."""

    def __init__(self, store: Store, writer: Writer) -> None:
        """Read the journal of an open wall."""
        self._store = store
        self._writer = writer

    def rows(self, before_id: str | None, count: int) -> list[JournalRow]:
        """So many entries before another one (None: from the latest), the latest first.

        Raises:
            WallFileError: The journal cannot be read.
        """
        return self._writer.journal_before(before_id, count)

    def changes_of(self, entry_id: str) -> list[PlainChange]:
        """What an entry changed.

        Raises:
            WallFileDamaged: There is no such entry, or it holds what no commit can have written.
            WallFileError: The journal cannot be read.
        """
        try:
            return self._writer.changes_of(entry_id)
        except KeyError as error:
            raise WallFileDamaged(self._writer.path, f"journal: {error!r}") from error

    def changed_at(self) -> datetime | None:
        """When the wall was changed last, or made; None if it has no journal.

        Raises:
            WallFileError: The journal cannot be read.
        """
        latest = self._writer.journal_before(None, 1)
        return latest[0].header.at if latest else None

    def end_of(self, session: Session) -> str | None:
        """The entry after which the wall was as a session left it; None if it is out of reach.

        Raises:
            WallFileError: The journal cannot be read.
        """
        return self._writer.end_of_session(session)

    def as_of(self, entry_id: str) -> Generator[None, None, Store]:
        """Make the wall as it was right after an entry, a little with each step.

        What is committed meanwhile makes no difference: it begins with the wall of the first step.

        Raises:
            WallFileDamaged: The journal does not lead there; the file was altered.
            WallFileError: The journal cannot be read.
        """
        then = Store(self._store.everything())
        for later_id in self._later_than(entry_id):
            try:
                changes = self._writer.changes_of(later_id)
                for part in _parts(changes):
                    then.apply(replayed(then, [part], is_inverted=True))
                    yield
            except (BadRecord, KeyError) as error:
                raise WallFileDamaged(self._writer.path, f"journal: {error!r}") from error
        return then

    def _later_than(self, entry_id: str) -> Iterator[str]:
        """The ids of the entries after one, from those there are at the first of them back."""
        before: str | None = None
        while rows := self._writer.journal_before(before, _ENTRIES):
            for row in rows:
                if row.header.id == entry_id:
                    return
                if not row.is_in_reach:
                    raise self._no_way_to(entry_id)
                before = row.header.id
                yield before
        raise self._no_way_to(entry_id)

    def _no_way_to(self, entry_id: str) -> WallFileDamaged:
        return WallFileDamaged(self._writer.path, f"journal: no way back to {entry_id}")


def _parts(changes: list[PlainChange]) -> Iterator[list[PlainChange]]:
    """An entry names each record once, so it can be taken back in parts."""
    for start in range(0, len(changes), _CHANGES):
        yield changes[start : start + _CHANGES]


class StillWriter:
    """Of a wall that is no file and will not change any more: the wall as it was."""

    path = Path()
    is_read_only = True

    def writing(self, patch: Patch, header: EntryHeader) -> Generator[float, None, None]:
        """Refuse.

        Raises:
            WallFileReadOnly: Always, with the first step.
        """
        yield from ()
        raise WallFileReadOnly(self.path, f"{header.kind} of {len(patch.changes)} records")

    def keep_picture(self, data: bytes) -> str:
        """Refuse.

        Raises:
            WallFileReadOnly: Always.
        """
        raise WallFileReadOnly(self.path, f"{len(data)} bytes of a picture")

    def picture(self, digest: str) -> bytes | None:
        """None: notes of the past are shown without their photos."""
        return None

    def headers(self) -> list[EntryHeader]:
        """None."""
        return []

    def changes_of(self, entry_id: str) -> list[PlainChange]:
        """None.

        Raises:
            KeyError: Always.
        """
        raise KeyError(entry_id)

    def journal_before(self, entry_id: str | None, count: int) -> list[JournalRow]:
        """None."""
        return []

    def end_of_session(self, _session: Session) -> str | None:
        """None."""
        return None
