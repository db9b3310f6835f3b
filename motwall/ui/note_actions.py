"""What commands and menus do to the selected notes: each is one edit, pushed to the document."""

from collections.abc import Callable

from motwall.document.document import Document, Selected
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.model.edits.marks import rate, set_contact_type, shortlist, tick, unshortlist
from motwall.model.edits.moments import (
    delete_moments,
    duplicate_moments,
    line_up,
    merge_moments,
    move_moments,
)
from motwall.model.edits.steps import name_stretch
from motwall.model.order import all_moments, in_wall_order, steps_in_order
from motwall.model.patch import Patch
from motwall.model.records import Moment, Rating, Stage
from motwall.model.targets import GapTarget, Target

#: Says something for a while, with a button: words, (button, what it does) or None.
Say = Callable[[str, tuple[str, Callable[[], object]] | None], None]


class NoteActions:
    """The selected notes' verbs."""

    def __init__(self, document: Document, selection: Selection, say: Say) -> None:
        """Act on what is selected; say what happened where that helps."""
        self._document = document
        self._selection = selection
        self._say = say

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids acted on."""
        return self._selection.ids

    def delete(self) -> None:
        """Delete the selected notes; a toast offers them back."""
        count = len(self.ids)
        if count and self._push(delete_moments(self._document.store, self.ids), after=()):
            words = translate("Wall", "%n note(s) deleted", count=count)
            self._say(words, (translate("Wall", "Undo"), self.undo))

    def undo(self) -> None:
        """Take the last step back and select what was selected then."""
        self._select_alive(self._document.undo())

    def redo(self) -> None:
        """Do the step undone last again."""
        self._select_alive(self._document.redo())

    def duplicate(self) -> None:
        """Copy the selected notes and select the copies."""
        store = self._document.store
        patch = duplicate_moments(store, self.ids, self._document.clock.new_id)
        added = [one.record.id for one in patch if one.before is None]
        if self._push(patch, after=tuple(added)):
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
        self._push(line_up(store, [one.id for one in chosen], self._document.clock.new_id))

    def merge(self) -> None:
        """Say that the selected notes mean the same: the first in wall order stays."""
        moments = self._moments()
        if len(moments) < 2:  # noqa: PLR2004 -- "same" takes two
            self._say(translate("Wall", "Select the notes that mean the same first."), None)
            return
        kept = moments[0].id
        patch = merge_moments(self._document.store, self.ids, kept)
        if self._push(patch, after=(kept,)):
            self._selection.set([kept])
            words = translate(
                "Wall", "%n notes are one moment now; all their words are kept.", count=len(moments)
            )
            self._say(words, (translate("Wall", "Undo"), self.undo))

    def name_stretch(self) -> str | None:
        """Make a stage over the selected notes' steps; returns its id, to be given a name."""
        steps = [one.step_id for one in self._moments() if one.step_id is not None]
        if not steps:
            self._say(translate("Wall", "Select notes on the timeline first."), None)
            return None
        title = translate("Wall", "New stage")
        patch = name_stretch(self._document.store, steps, title, self._document.clock.new_id)
        made = next((one.record.id for one in patch if isinstance(one.after, Stage)), None)
        return made if self._push(patch) else None

    def rate(self, rating: Rating | None) -> None:
        """Rate the selected notes."""
        clock = self._document.clock
        store = self._document.store
        self._push(
            rate(store, self.ids, rating, clock.today(), clock.new_id, self._document.session_id)
        )

    def tick(self) -> None:
        """Tick the selected notes, or take the ticks away if all have one."""
        moments = self._moments()
        is_ticked = not all(one.is_ticked for one in moments)
        self._push(tick(self._document.store, self.ids, is_ticked=is_ticked))

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
        self._say(
            translate("Wall", "Five are chosen. Take one away first: fewer gets done faster."), None
        )

    def colour(self, contact_type_id: str | None) -> None:
        """Give the selected notes a contact type."""
        self._push(set_contact_type(self._document.store, self.ids, contact_type_id))

    def move_along(self, way: int) -> None:
        """Move the selected notes one gap earlier (-1) or later (1) on the timeline."""
        moments = self._moments()
        store = self._document.store
        steps = steps_in_order(store)
        numbers = {step.id: place for place, step in enumerate(steps)}
        places = [numbers[one.step_id] for one in moments if one.step_id is not None]
        if not places:
            self.line_up()
            return
        index = max(0, min(places) - 1) if way < 0 else min(len(steps), max(places) + 2)
        neighbour = steps[index] if index < len(steps) else steps[-1]
        target: Target = GapTarget(index, neighbour.stage_id)
        self._push(move_moments(store, self.ids, target, self._document.clock.new_id))

    def _moments(self) -> list[Moment]:
        return in_wall_order(self._document.store, self.ids)

    def _push_if(self, patch: Patch) -> bool:
        return bool(patch) and self._push(patch)

    def _push(self, patch: Patch, after: tuple[str, ...] | None = None) -> bool:
        before = self.ids
        selected = Selected(before, before if after is None else after)
        return self._document.push(patch, selected=selected)

    def _select_alive(self, ids: tuple[str, ...]) -> None:
        alive = [one for one in ids if self._document.store.find(Moment, one)]
        self._selection.set(alive)
