"""What can be undone and redone, replayed from the journal: it survives closing and reopening."""

from dataclasses import dataclass, field

from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.patch import Label


@dataclass(slots=True)
class HistoryStep:
    """Entries that are undone and redone together: one, or neighbours with one merge key."""

    entries: list[EntryHeader] = field(default_factory=list)
    is_closed: bool = False

    @property
    def label(self) -> Label:
        """What the step did."""
        return self.entries[0].label

    @property
    def selection_before(self) -> tuple[str, ...]:
        """What was selected before it."""
        return self.entries[0].selection_before

    @property
    def selection_after(self) -> tuple[str, ...]:
        """What was selected after it."""
        return self.entries[-1].selection_after


class History:
    """The steps done and undone. The one method `record` serves live commits and replay alike."""

    def __init__(self) -> None:
        """Start empty."""
        self._done: list[HistoryStep] = []
        self._undone: list[HistoryStep] = []

    @property
    def next_undo(self) -> HistoryStep | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> HistoryStep | None:
        """The step that redo would do again."""
        return self._undone[-1] if self._undone else None

    def record(self, entry: EntryHeader) -> None:
        """Take note of a committed entry."""
        if entry.kind is EntryKind.CREATE:
            self._done.clear()
            self._undone.clear()
        elif entry.kind is EntryKind.UNDO:
            self._move(self._done, self._undone)
        elif entry.kind is EntryKind.REDO:
            self._move(self._undone, self._done)
        else:
            self._add(entry)

    def close_step(self) -> None:
        """Let the next edit be a step of its own, whatever its merge key."""
        if self._done:
            self._done[-1].is_closed = True

    def _add(self, entry: EntryHeader) -> None:
        last = self.next_undo
        is_same = last is not None and entry.merge_key == last.entries[-1].merge_key != ""
        if last is not None and is_same and not last.is_closed and not self._undone:
            last.entries.append(entry)
        else:
            self._done.append(HistoryStep([entry]))
        self._undone.clear()

    @staticmethod
    def _move(source: list[HistoryStep], goal: list[HistoryStep]) -> None:
        step = source.pop()
        step.is_closed = True
        goal.append(step)
        if source:
            source[-1].is_closed = True
