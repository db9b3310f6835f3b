"""What can be done to notes that are named: by commands to the selected, by a bar to its own."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from motwall.document.document import Document, Selected
from motwall.document.selection import Selection
from motwall.document.take_back import TakeBack
from motwall.i18n import translate
from motwall.model.edits.contact_types import add_contact_type
from motwall.model.edits.marks import rate, set_contact_type, tick
from motwall.model.edits.moments import (
    delete_moments,
    duplicate_moments,
    end_of_timeline,
    free_spot,
    line_up,
    merge_moments,
    move_moments,
)
from motwall.model.edits.rows import copy_moments_to_row, move_moments_to_row
from motwall.model.edits.steps import name_stretch
from motwall.model.moving import target_along, target_in_step
from motwall.model.order import in_wall_order
from motwall.model.palette import PaletteType
from motwall.model.patch import Patch
from motwall.model.rebase import rebased
from motwall.model.records import Moment, Rating, Stage
from motwall.model.targets import Target

#: Says something for a while, with a button: words, (button, what it does) or None.
Say = Callable[[str, tuple[str, Callable[[], object]] | None], None]


class NoteVerbs:
    """The verbs; each is one edit, pushed to the document. The selection stays as it is."""

    def __init__(self, document: Document, selection: Selection, say: Say) -> None:
        """Act on a document; say what happened where that helps."""
        self._document = document
        self._selection = selection
        self._say = say

    # --- coming and going ---

    def delete(self, ids: Sequence[str]) -> bool:
        """Delete notes; a toast offers them back."""
        patch = delete_moments(self._document.store, ids)
        if not patch or not self.push(patch):
            return False
        words = translate("Wall", "%n note(s) deleted", count=len(ids))
        self._offer_back(words, patch, "bringing %n note(s) back", len(ids))
        return True

    def duplicate(self, ids: Sequence[str], *, selects: bool = False) -> list[str]:
        """Copy notes; returns the copies' ids, none if that failed.

        Args:
            ids: Of the originals.
            selects: The copies will be selected, and are again after a redo.
        """
        patch = duplicate_moments(self._document.store, ids, self._document.clock.new_id)
        added = [one.record.id for one in patch if one.before is None]
        return added if self.push(patch, tuple(added) if selects else None) else []

    def undo(self) -> None:
        """Take the last step back and select what was selected then."""
        self._select_alive(self._document.undo())

    def redo(self) -> None:
        """Do the step undone last again."""
        self._select_alive(self._document.redo())

    def merge(self, ids: Sequence[str]) -> str | None:
        """Say that notes mean the same; returns the id of the one that stays, the first of them.

        Returns:
            None if there are not two of them, or that failed.
        """
        moments = self._moments(ids)
        if len(moments) < 2:  # noqa: PLR2004 -- "same" takes two
            self._say(translate("Wall", "Select the notes that mean the same first."), None)
            return None
        kept = moments[0].id
        if not self.push(merge_moments(self._document.store, ids, kept), (kept,)):
            return None
        self._selection.set([kept])
        count = len(moments)
        words = translate(
            "Wall", "%n notes are one moment now; all their words are kept.", count=count
        )
        self.offer_undo(words)
        return kept

    # --- marks ---

    def rate(self, ids: Sequence[str], rating: Rating | None) -> bool:
        """Rate notes, or take their ratings away."""
        document = self._document
        clock = document.clock
        return self.push(
            rate(document.store, ids, rating, clock.today(), clock.new_id, document.session_id)
        )

    def tick(self, ids: Sequence[str]) -> bool:
        """Tick notes, or take the ticks away if all have one."""
        is_ticked = not all(one.is_ticked for one in self._moments(ids))
        return self.push(tick(self._document.store, ids, is_ticked=is_ticked))

    def colour(self, ids: Sequence[str], contact_type_id: str | None) -> bool:
        """Give notes a contact type of the wall; None makes them plain paper."""
        return self.push(set_contact_type(self._document.store, ids, contact_type_id))

    def colour_as(self, ids: Sequence[str], preset: PaletteType) -> bool:
        """Give notes a contact type that the wall has not had yet, in one step of undo."""
        store = self._document.store
        made = preset.contact_type(self._document.clock.new_id(), 0)
        added = add_contact_type(store, made)
        if not added:
            return False
        coloured = set_contact_type(store, ids, made.id)
        return self.push(added.then(coloured).labelled("colouring %n note(s)", len(ids)))

    # --- moving ---

    def line_up(self, ids: Sequence[str]) -> bool:
        """Make the unsorted ones among the notes steps at the end of the timeline."""
        return self.push(line_up(self._document.store, ids, self._document.clock.new_id))

    def move_along(self, ids: Sequence[str], way: int) -> bool:
        """Move notes one gap earlier (-1) or later (1); unsorted ones are lined up."""
        target = target_along(self._document.store, ids, way)
        return self.line_up(ids) if target is None else self.push(self._moved(ids, target))

    def can_move_along(self, ids: Sequence[str], way: int) -> bool:
        """Whether there is anywhere to go that way on the timeline."""
        target = target_along(self._document.store, ids, way)
        return target is not None and bool(self._moved(ids, target))

    def to_step(self, ids: Sequence[str], step_id: str) -> bool:
        """Move notes below the others in a step."""
        row_id = self._moments(ids)[0].row_id
        return self._move(ids, target_in_step(self._document.store, step_id, row_id))

    def to_new_step(self, ids: Sequence[str]) -> bool:
        """Move notes to steps of their own at the end of the timeline, each in its row."""
        target = replace(end_of_timeline(self._document.store), is_row_kept=True)
        return self._move(ids, target)

    def to_unsorted(self, ids: Sequence[str]) -> bool:
        """Take notes off the timeline."""
        return self._move(ids, free_spot(self._document.store))

    def name_stretch(self, ids: Sequence[str]) -> str | None:
        """Make a stage over the steps of notes; returns its id, to be given a name."""
        steps = [one.step_id for one in self._moments(ids) if one.step_id is not None]
        if not steps:
            self._say(translate("Wall", "Select notes on the timeline first."), None)
            return None
        return self.name_steps(steps)

    def name_steps(self, step_ids: Sequence[str]) -> str | None:
        """Make a stage from the first to the last of the steps; returns its id."""
        title, new_id = translate("Wall", "New stage"), self._document.clock.new_id
        patch = name_stretch(self._document.store, step_ids, title, new_id)
        made = next((one.record.id for one in patch if isinstance(one.after, Stage)), None)
        return made if self.push(patch) else None

    # --- between rows ---

    def to_row(self, ids: Sequence[str], row_id: str | None) -> bool:
        """Move notes to a row (None is the first); unsorted ones have none."""
        patch = move_moments_to_row(self._document.store, ids, row_id)
        if not patch:
            self._say_first()
            return False
        if not self.push(patch):
            return False
        self.say_moved(patch.label.count, patch)
        return True

    def copy_to_row(self, ids: Sequence[str], row_id: str | None, *, selects: bool) -> list[str]:
        """Copy notes to a row (None is the first); returns the copies' ids.

        Args:
            ids: Of the originals; unsorted ones, and those of that row, are not copied.
            row_id: Where to.
            selects: The copies will be selected, and are again after a redo.
        """
        new_id = self._document.clock.new_id
        patch = copy_moments_to_row(self._document.store, ids, row_id, new_id)
        added = [one.record.id for one in patch if one.before is None]
        if not patch:
            self._say_first()
        elif self.push(patch, tuple(added) if selects else None):
            words = translate("Wall", "%n note(s) copied, to be rated anew", count=len(added))
            self._offer_back(words, patch, "deleting %n note(s)", len(added))
            return added
        return []

    # --- telling ---

    def say_moved(self, count: int, patch: Patch) -> None:
        """Say that notes were moved by a patch that is committed; a toast offers them back."""
        words = translate("Wall", "%n note(s) moved", count=count)
        self._offer_back(words, patch, "moving %n note(s) back", count)

    def push(self, patch: Patch, after: tuple[str, ...] | None = None) -> bool:
        """Commit an edit of notes.

        Args:
            patch: From the edit.
            after: The ids selected after it; by default those selected now, without what goes.
        """
        before = self._selection.ids
        gone = {one.record.id for one in patch if one.after is None}
        kept = tuple(one for one in before if one not in gone)
        return self._document.push(
            patch, selected=Selected(before, kept if after is None else after)
        )

    def offer_undo(self, words: str) -> None:
        """Say what the last step did, with a button that takes it back."""
        self._say(words, (translate("Wall", "Undo"), self.undo))

    def _say_first(self) -> None:
        words = translate("Wall", "Select a note on the timeline first: unsorted ones have no row.")
        self._say(words, None)

    def _move(self, ids: Sequence[str], target: Target) -> bool:
        patch = self._moved(ids, target)
        if not patch or not self.push(patch):
            return False
        self.say_moved(len(ids), patch)
        return True

    def _moved(self, ids: Sequence[str], target: Target) -> Patch:
        return move_moments(self._document.store, ids, target, self._document.clock.new_id)

    def _offer_back(self, words: str, patch: Patch, label: str, count: int) -> None:
        """Say what was done; the button takes back this patch, whatever others did since."""
        step = self._document.history.next_undo

        def take_back() -> None:
            if self._document.history.next_undo is step:
                self.undo()
            else:
                inverted = rebased(self._document.store, patch.inverted())
                self.push(inverted.labelled(label, count))

        self._say(words, (translate("Wall", "Undo"), TakeBack(take_back)))

    def _moments(self, ids: Sequence[str]) -> list[Moment]:
        return in_wall_order(self._document.store, ids)

    def _select_alive(self, ids: Sequence[str]) -> None:
        alive = [one for one in ids if self._document.store.find(Moment, one)]
        self._selection.set(alive)
