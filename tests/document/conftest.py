"""A document on a real wall file that can be told to fail, and can be closed and opened again."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from motwall.document.document import Document
from motwall.model.edits.fields import write
from motwall.model.errors import WallFileError
from motwall.model.journal import EntryHeader, EntryKind, JournalRow, PlainChange
from motwall.model.patch import Patch
from motwall.model.records import Moment, Record, Session
from motwall.model.store import Store
from motwall.storage.wall_file import WallFile
from tests.factories import FakeClock, moment, wall


class FlakyFile:
    """A wall file whose disk gives up as soon as there is an `error` to raise."""

    def __init__(self, file: WallFile) -> None:
        self.file = file
        self.error: WallFileError | None = None
        self.is_journal_unreadable = False

    @property
    def path(self) -> Path:
        return self.file.path

    @property
    def is_read_only(self) -> bool:
        return self.file.is_read_only

    def writing(self, patch: Patch, header: EntryHeader) -> Generator[float, None, None]:
        for share in self.file.writing(patch, header):
            if self.error is not None:
                raise self.error
            yield share

    def headers(self) -> list[EntryHeader]:
        if self.error is not None and self.is_journal_unreadable:
            raise self.error
        return self.file.headers()

    def changes_of(self, entry_id: str) -> list[PlainChange]:
        return self.file.changes_of(entry_id)

    def journal_before(self, entry_id: str | None, count: int) -> list[JournalRow]:
        return self.file.journal_before(entry_id, count)

    def end_of_session(self, session: Session) -> str | None:
        return self.file.end_of_session(session)


@dataclass
class Kept:
    """What the document handed over for the recovery file."""

    patches: list[tuple[Patch, EntryHeader]] = field(default_factory=list)
    is_cleared: bool = False

    def keep(self, patch: Patch, header: EntryHeader) -> None:
        self.patches.append((patch, header))

    def clear(self) -> None:
        self.is_cleared = True


class Desk:
    """A wall as a person has it open; `reopen` is the next morning."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = FakeClock()
        self.kept = Kept()
        self._begin(WallFile.open(path))

    def _begin(self, file: WallFile) -> None:
        self.file = FlakyFile(file)
        store = Store(file.load())
        self.document = Document(store, self.file, self.clock, self.kept)
        self.failures: list[WallFileError] = []
        self.recovered = 0
        self.changes: list[Patch] = []
        self.document.write_failed.connect(self.failures.append)
        self.document.write_recovered.connect(self._count_recovery)
        self.document.changed.connect(self.changes.append)

    def _count_recovery(self) -> None:
        self.recovered += 1

    def reopen(self, *, is_read_only: bool = False) -> None:
        self.close()
        self._begin(WallFile.open(self.path, is_read_only=is_read_only))

    def close(self) -> None:
        self.file.file.close()

    def on_disk(self) -> dict[str, Record]:
        """The records as a second reader finds them."""
        with_other_eyes = WallFile.open(self.path, is_read_only=True)
        try:
            return {one.id: one for one in with_other_eyes.load()}
        finally:
            with_other_eyes.close()

    def in_memory(self) -> dict[str, Record]:
        return {one.id: one for one in self.document.store.everything()}

    def text(self) -> str:
        """What is written on the one note, checked to be the same on disk."""
        assert self.on_disk() == self.in_memory()
        return self.document.store.get(Moment, NOTE.id).text

    def type(self, text: str, merge_key: str = "") -> bool:
        """Write the note's text and push it."""
        patch = write(self.document.store, Moment, [NOTE.id], "text", text)
        return self.document.push(patch, merge_key)

    def steps(self) -> tuple[str, str]:
        """What undo and redo would do, as the menu says it, after a replay of the journal too."""
        live = self.document.history
        replay = Document(Store(), self.file, self.clock).history
        shown = [
            tuple(
                str(step.label) + ":" + str(len(step.entries)) if step else ""
                for step in (history.next_undo, history.next_redo)
            )
            for history in (live, replay)
        ]
        assert shown[0] == shown[1]
        return shown[0]


NOTE = moment("", id=f"{7:032x}")


@pytest.fixture(scope="session")
def wall_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with one note without words."""
    clock = FakeClock()
    header = EntryHeader(id=clock.new_id(), at=clock.now(), kind=EntryKind.CREATE)
    path = tmp_path_factory.mktemp("desk") / "shop.motwall"
    WallFile.create(path, [wall(title="Shop"), NOTE], header).close()
    return path.read_bytes()


@pytest.fixture
def desk(tmp_path: Path, wall_bytes: bytes) -> Iterator[Desk]:
    """A wall with one note without words, just created."""
    path = tmp_path / "shop.motwall"
    path.write_bytes(wall_bytes)
    one = Desk(path)
    one.clock.new_id()  # was taken by the entry that made the wall
    yield one
    one.close()
