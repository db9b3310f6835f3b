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
    """The steps done and undone. The one method `record` serves live commits and replay alike.

    The clock of the workshop is no step: who takes back a note moved too far must not take back
    the time that went by since.

    So nothing may matter to it that is not in the journal: steps are told apart by their merge keys
    (see `key_for`).
    """

    def __init__(self) -> None:
        """Start empty."""
        self._done: list[HistoryStep] = []
        self._undone: list[HistoryStep] = []
        self._last_id = ""
        self._closed_at = ""

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
        self._last_id = entry.id
        if entry.kind is EntryKind.CREATE:
            self._done.clear()
            self._undone.clear()
        elif entry.kind is EntryKind.UNDO:
            self._move(self._done, self._undone)
        elif entry.kind is EntryKind.REDO:
            self._move(self._undone, self._done)
        elif entry.kind is not EntryKind.CLOCK:
            self._add(entry)

    def close_step(self) -> None:
        """Let the next edit be a step of its own, whatever its merge key."""
        self._closed_at = self._last_id

    def key_for(self, merge_key: str) -> str:
        """The merge key to write into the journal: another one once a step was closed."""
        return f"{merge_key}@{self._closed_at}" if merge_key else ""

    def merging(self, key: str) -> HistoryStep | None:
        """The step that an edit with this key (from `key_for`) becomes part of, or None."""
        last = self.next_undo
        if not key or last is None or last.is_closed or self._undone:
            return None
        return last if last.entries[-1].merge_key == key else None

    def _add(self, entry: EntryHeader) -> None:
        step = self.merging(entry.merge_key)
        if step is not None:
            step.entries.append(entry)
        else:
            self._done.append(HistoryStep([entry]))
        self._undone.clear()

    @staticmethod
    def _move(source: list[HistoryStep], goal: list[HistoryStep]) -> None:
        if not source:
            return  # The journal was altered; what it does not hold cannot be moved.
        step = source.pop()
        step.is_closed = True
        goal.append(step)
        if source:
            source[-1].is_closed = True
