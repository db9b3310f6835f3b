"""A wall on disk that is edited at random: opening, undo, redo, reopening, the last check."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from motwall.document.document import Document
from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.order import steps_in_order
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Record, Row, Stage, Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget, Lane, StackTarget, Target, UnsortedTarget
from motwall.storage.reading import read_records
from motwall.storage.wall_file import WallFile
from tests.factories import FakeClock
from tests.machine.laws import broken_laws
from tests.strategies import walls

R = TypeVar("R", bound=Record)
#: Thousands of durable commits take minutes on a disk; what becomes of them in a power cut is not
#: the question here.
_MEMORY_DISK = Path("/dev/shm")


def by_id(records: Sequence[Record]) -> dict[str, Record]:
    """Records in a form to compare, whatever their order."""
    return {one.id: one for one in records}


class WallMachineBase(RuleBasedStateMachine):
    """What every random walk shares.

    A subclass can add views that follow the document: make them in `opened`, let go of them in
    `closing`, compare them with fresh ones in `check_views`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.clock = FakeClock()
        home = _MEMORY_DISK if _MEMORY_DISK.is_dir() else None
        self.folder = tempfile.TemporaryDirectory(prefix="motwall-machine-", dir=home)
        self.path = Path(self.folder.name) / "wall.motwall"
        #: Steps whose title was written away: the one way to an untitled step without notes.
        self.cleared_steps: set[str] = set()
        #: The records that this store was seen to keep the laws with.
        self.lawful: dict[str, Record] = {}

    # --- for subclasses ---

    def opened(self) -> None:
        """The wall is open; `self.document` is new."""

    def closing(self) -> None:
        """The wall is about to be closed."""

    def check_views(self) -> None:
        """Whatever follows the document must equal one that is made anew."""

    # --- opening and closing ---

    @initialize(first=walls())
    def create(self, first: Store) -> None:
        header = EntryHeader(id=self.clock.new_id(), at=self.clock.now(), kind=EntryKind.CREATE)
        WallFile.create(self.path, first.everything(), header).close()
        self.first = by_id(first.everything())
        self._open()

    @rule(days=st.integers(0, 2))
    def reopen(self, days: int) -> None:
        shown = self._history()
        self._close()
        self.clock.advance(days=days)
        self._open()
        assert self._history() == shown

    def teardown(self) -> None:
        if hasattr(self, "document"):
            self._back_to_the_first_and_again_to_the_last()
            self._close()
        self.folder.cleanup()

    # --- undo and redo ---

    @rule()
    def undo(self) -> None:
        self.document.undo()

    @rule()
    def redo(self) -> None:
        self.document.redo()

    @rule()
    def close_step(self) -> None:
        self.document.history.close_step()

    # --- what must hold after every rule ---

    @invariant()
    def disk_equals_memory(self) -> None:
        if hasattr(self, "document"):
            assert by_id(self.file.load()) == by_id(self.store.everything())

    @invariant()
    def the_laws_of_a_wall_hold(self) -> None:
        # They ask for nothing but the records; half of the rules find nothing to change.
        if hasattr(self, "document") and by_id(self.store.everything()) != self.lawful:
            assert broken_laws(self.store, except_for=self.cleared_steps) == []
            self.lawful = by_id(self.store.everything())

    @invariant()
    def views_follow(self) -> None:
        if hasattr(self, "document"):
            self.check_views()

    # --- for rules ---

    @property
    def store(self) -> Store:
        return self.document.store

    def push(self, patch: Patch, merge_key: str = "") -> None:
        """Commit a patch as a window does."""
        before = self.store.version
        assert not patch or str(patch.label), "a step of undo needs a name"
        assert "%n" not in str(patch.label), "a label with a number needs a count"
        assert self.document.push(patch, merge_key)
        assert self.store.version == before + bool(patch)

    def some(
        self, data: st.DataObject, record_type: type[Record], least: int = 1, most: int = 4
    ) -> list[str]:
        """Ids of some records of a type; fewer than `least` if there are no more."""
        ids = sorted(one.id for one in self.store.all(record_type))
        least = min(least, len(ids))
        if not ids:
            return []
        return data.draw(st.lists(st.sampled_from(ids), min_size=least, max_size=most, unique=True))

    def one(self, data: st.DataObject, record_type: type[R]) -> R | None:
        """A record of a type, or None if there is none."""
        ids = self.some(data, record_type, 1, 1)
        return self.store.get(record_type, ids[0]) if ids else None

    def gap(self, data: st.DataObject) -> GapTarget:
        """Any gap of the timeline, and beyond its ends."""
        last = len(steps_in_order(self.store)) + 1
        stage_ids = [None, *sorted(one.id for one in self.store.all(Stage))]
        index, stage_id = data.draw(st.integers(-1, last)), data.draw(st.sampled_from(stage_ids))
        is_row_kept = data.draw(st.booleans())
        return GapTarget(index, stage_id, self.row_id(data), self.lane(data), is_row_kept)

    def row_id(self, data: st.DataObject) -> str | None:
        """Any row, also the first, which has no record."""
        row = self.one(data, Row) if data.draw(st.booleans()) else None
        return row.id if row else None

    def lane(self, data: st.DataObject) -> Lane | None:
        """Any lane, or none, where the wall is arranged in rows."""
        if data.draw(st.booleans()):
            return None
        kind = self.one(data, ContactType) if data.draw(st.booleans()) else None
        return Lane(kind.id if kind else None)

    def target(self, data: st.DataObject) -> Target:
        """Any place where notes can be dropped."""
        kind = data.draw(st.sampled_from([GapTarget, StackTarget, UnsortedTarget]))
        step = self.one(data, Step)
        if kind is StackTarget and step is not None:
            index = data.draw(st.integers(0, 4))
            return StackTarget(step.id, index, self.row_id(data), self.lane(data))
        if kind is UnsortedTarget:
            spot = st.sampled_from([-10.0, 0.0, 54.5, 108.0, 700.0])
            return UnsortedTarget(data.draw(spot), data.draw(spot))
        return self.gap(data)

    # --- the inside ---

    def _open(self) -> None:
        self.file = WallFile.open(self.path)
        self.document = Document(Store(self.file.load()), self.file, self.clock)
        self.lawful = {}
        self.opened()

    def _close(self) -> None:
        self.closing()
        self.file.close()
        assert by_id(read_records(self.path)) == by_id(self.store.everything())

    def _history(self) -> list[tuple[str, int] | None]:
        history = self.document.history
        return [
            (str(step.label), len(step.entries)) if step else None
            for step in (history.next_undo, history.next_redo)
        ]

    def _back_to_the_first_and_again_to_the_last(self) -> None:
        while self.document.history.next_redo:
            self.document.redo()
        last = by_id(self.store.everything())
        while self.document.history.next_undo:
            self.document.undo()
        assert by_id(self.store.everything()) == self.first
        self.views_follow()
        while self.document.history.next_redo:
            self.document.redo()
        assert by_id(self.store.everything()) == last
        self.views_follow()
