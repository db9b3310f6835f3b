"""Typing on a note that is not there yet: its first words bring it onto the wall."""

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from motwall.document.document import Document, Selected
from motwall.document.typing import Typing
from motwall.model.edits.moments import add_moments, delete_moments, end_of_timeline
from motwall.model.patch import Patch
from motwall.model.records import Moment, Step
from motwall.model.targets import StackTarget, Target


class NoteDraft(Typing):
    """A visit of a person to a note to be. No note without words is ever on the wall.

    The first commit adds the note, later ones change its text, and erasing every word takes it away
    again. All of it is one step of undo; with nothing written there is none.
    """

    #: The note came onto the wall.
    placed = Signal()
    #: Every word was erased and the note is off the wall; the next letter brings it back.
    removed = Signal()

    def __init__(
        self,
        document: Document,
        target: Target,
        selected_ids: tuple[str, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        """Begin a note for a place; undo selects what was selected before it."""
        moment_id = document.clock.new_id()
        super().__init__(document, Moment, moment_id, "text", parent)
        self.moment_id = moment_id
        self._wall = document
        self._target = target
        self._before = selected_ids
        self._is_flushing = False

    @property
    @override
    def selected(self) -> Selected:
        return Selected(self._before, (self.moment_id,))

    @property
    def is_placed(self) -> bool:
        """Whether the note is on the wall."""
        return self._wall.store.find(Moment, self.moment_id) is not None

    @override
    def patch_for(self, text: str) -> Patch:
        if text.strip():
            return super().patch_for(text) if self.is_placed else self._addition(text)
        return delete_moments(self._wall.store, [self.moment_id]) if self.is_placed else Patch()

    def _addition(self, text: str) -> Patch:
        store = self._wall.store
        target = self._target
        if isinstance(target, StackTarget) and store.find(Step, target.step_id) is None:
            # Another hand took the step away in the meantime.
            target = end_of_timeline(store)
        ids = iter((self.moment_id,))
        new_id = self._wall.clock.new_id
        return add_moments(store, [text], target, lambda: next(ids, None) or new_id())

    @override
    def flush(self) -> bool:
        self._is_flushing = True
        try:
            return super().flush()
        finally:
            self._is_flushing = False

    @override
    def _on_changed(self, patch: Patch) -> None:
        change = patch.changes.get(self.moment_id)
        if change is not None and change.after is None and self._is_flushing:
            self.removed.emit()
            return
        super()._on_changed(patch)
        if change is not None and change.before is None:
            self.placed.emit()
