"""Notes taken down one by one: each is a commit of its own, and where the next one goes."""

from PySide6.QtCore import QObject, Signal

from motwall.document.document import Document, Selected
from motwall.model.edits.fields import write
from motwall.model.edits.moments import add_moments, end_of_timeline, free_spot, merge_moments
from motwall.model.edits.scribing import say_again
from motwall.model.patch import Patch
from motwall.model.places import place_after, place_below
from motwall.model.records import Moment
from motwall.model.targets import Target


class Taking(QObject):
    """Adds, changes and joins notes for the typist. What cannot be written is said by False.

    Attributes:
        is_after: The next note goes on the timeline, after the last one; else it stays unsorted.
        last_id: Of the note taken last, "" for none.
    """

    #: A note was added. Carries its id.
    added = Signal(str)

    def __init__(self, document: Document, parent: QObject) -> None:
        """For a wall."""
        super().__init__(parent)
        self._document = document
        self.is_after = False
        self.last_id = ""
        # The id of the note being added; it stays the same while a commit fails and is tried again.
        self._next_id = document.clock.new_id()
        document.changed.connect(self._on_changed)

    def add(self, text: str, contact_type_id: str | None, *, is_below: bool = False) -> bool:
        """Make a note; `is_below` puts it into the same step as the last one."""
        document = self._document
        if not document.wall_lock.permits():
            return False
        ids = iter((self._next_id,))

        def new_id() -> str:
            return next(ids, None) or document.clock.new_id()

        target = self._below() if is_below else self.target()
        patch = add_moments(document.store, [text], target, new_id, contact_type_id)
        selected = Selected((), (self._next_id,))
        return document.push(patch, f"adding:{self._next_id}", selected)

    def change(self, moment_id: str, text: str) -> bool:
        """Write a note anew."""
        document = self._document
        if not document.wall_lock.permits():
            return False
        patch = write(document.store, Moment, [moment_id], "text", text)
        return document.push(patch, f"changing:{moment_id}")

    def say_again(self, moment_id: str, text: str) -> bool:
        """Count what is typed on the note that says the same."""
        document = self._document
        if not document.wall_lock.permits():
            return False
        return document.push(say_again(document.store, moment_id, text))

    def join(self, moment_id: str, kept_id: str, text: str) -> bool:
        """A note that is on the wall turns out to be the same as another; one step of undo."""
        document = self._document
        if not document.wall_lock.permits():
            return False
        patch = write(document.store, Moment, [moment_id], "text", text)
        key = f"joining:{moment_id}"
        if patch and not document.push(patch, key):
            return False
        return document.push(merge_moments(document.store, [moment_id, kept_id], kept_id), key)

    def target(self) -> Target:
        """Where the next note goes."""
        store = self._document.store
        if not self.is_after:
            return free_spot(store)
        last = store.find(Moment, self.last_id)
        if last is None or last.step_id is None:
            return end_of_timeline(store)
        return place_after(store, last.id)

    def _below(self) -> Target:
        last = self._document.store.find(Moment, self.last_id)
        return self.target() if last is None else place_below(self._document.store, last.id)

    def _on_changed(self, patch: Patch) -> None:
        change = patch.changes.get(self._next_id)
        if change is not None and change.before is None:
            self.last_id = self._next_id
            self._next_id = self._document.clock.new_id()
            self.added.emit(self.last_id)
