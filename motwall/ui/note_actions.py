"""What commands and menus do to the selected notes: each is one edit, pushed to the document."""

from motwall.document.document import Document
from motwall.document.note_verbs import NoteVerbs, Say
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.model.edits.marks import shortlist, unshortlist
from motwall.model.hints import choice_words
from motwall.model.order import all_moments, in_wall_order
from motwall.model.patch import Patch
from motwall.model.records import Moment, Rating

__all__ = ["NoteActions", "Say"]


class NoteActions:
    """The selected notes' verbs."""

    def __init__(self, document: Document, selection: Selection, say: Say) -> None:
        """Act on what is selected; say what happened where that helps."""
        self._document = document
        self._selection = selection
        self._say = say
        self.verbs = NoteVerbs(document, selection, say)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids acted on."""
        return self._selection.ids

    def delete(self) -> None:
        """Delete the selected notes; a toast offers them back."""
        self.verbs.delete(self.ids)

    def undo(self) -> None:
        """Take the last step back and select what was selected then."""
        self.verbs.undo()

    def redo(self) -> None:
        """Do the step undone last again."""
        self.verbs.redo()

    def duplicate(self) -> None:
        """Copy the selected notes and select the copies."""
        added = self.verbs.duplicate(self.ids, selects=True)
        if added:
            self._selection.set(added)

    def select_all(self) -> None:
        """Select every note."""
        self._selection.set(one.id for one in all_moments(self._document.store))

    def line_up(self) -> None:
        """Make the selected unsorted notes steps; all unsorted ones if none is selected."""
        store = self._document.store
        chosen = [one for one in self._moments() if one.step_id is None]
        if not chosen:
            chosen = store.referring(Moment, "step_id", None)
        self.verbs.line_up([one.id for one in chosen])

    def merge(self) -> None:
        """Say that the selected notes mean the same: the first in wall order stays."""
        self.verbs.merge(self.ids)

    def name_stretch(self) -> str | None:
        """Make a stage over the selected notes' steps; returns its id, to be given a name."""
        return self.verbs.name_stretch(self.ids)

    def rate(self, rating: Rating | None) -> None:
        """Rate the selected notes."""
        self.verbs.rate(self.ids, rating)

    def tick(self) -> None:
        """Tick the selected notes, or take the ticks away if all have one."""
        self.verbs.tick(self.ids)

    def prioritise(self) -> None:
        """Pick the selected note as the next priority, or take it off the shortlist."""
        for moment in self._moments():
            store = self._document.store
            if moment.shortlist_rank is not None:
                self._push(unshortlist(store, [moment.id]))
            elif not self._push_if(shortlist(store, moment.id)):
                self.say_full()

    def say_full(self) -> None:
        """Say that five priorities are chosen."""
        self._say(full_words(), None)

    def say_choice(self) -> None:
        """Say that a click means another thing now that more than five are ticked."""
        # After an undo the button would take back something else than the ticks.
        is_undone = self._document.history.next_redo is not None
        undo = None if is_undone else (translate("Wall", "Undo"), self.undo)
        self._say(choice_words(self._document.store), undo)

    def colour(self, contact_type_id: str | None) -> None:
        """Give the selected notes a contact type."""
        self.verbs.colour(self.ids, contact_type_id)

    def move_along(self, way: int) -> None:
        """Move the selected notes one gap earlier (-1) or later (1) on the timeline."""
        if self.ids:
            self.verbs.move_along(self.ids, way)
        else:
            self.line_up()

    def _moments(self) -> list[Moment]:
        return in_wall_order(self._document.store, self.ids)

    def _push_if(self, patch: Patch) -> bool:
        return bool(patch) and self._push(patch)

    def _push(self, patch: Patch, after: tuple[str, ...] | None = None) -> bool:
        return self.verbs.push(patch, after)


def full_words() -> str:
    """Why no sixth priority is taken."""
    return translate("Wall", "Five are chosen. Take one away first: fewer gets done faster.")
