"""What the notes of a wall show: looks depend on the moment, the priorities and the filter."""

from collections.abc import Callable, Iterable
from datetime import date

from motwall.model.filtering import Filter, about_actions
from motwall.model.note_look import (
    NoteLook,
    fades_unticked,
    look_of,
    measured_moments,
    pictured_moments,
    priority_numbers,
)
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment, PlannedAction
from motwall.model.store import Store
from motwall.model.values import OPEN_STATES


class NoteLooks:
    """Knows how notes look, and which look different after a patch.

    Attributes:
        filter: What is looked for; other notes step back.
        spotlit: The one moment to look at; all others step back, whatever is looked for.
    """

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        """Look at a store; `today` tells which actions are overdue."""
        self._today = today
        #: Asked for with every patch, not for every note: a wall may show thousands.
        self._day = today()
        self.filter = Filter()
        self.spotlit: str | None = None
        self._store = store
        self._numbers = priority_numbers(store)
        self._fades = fades_unticked(store)

    def look_of(self, moment: Moment) -> NoteLook:
        """What the note of a moment shows."""
        is_faded = self._fades and not moment.is_ticked
        is_faded = is_faded or self.filter.fades(self._store, moment, self._numbers)
        if self.spotlit is not None:
            is_faded = moment.id != self.spotlit
        return look_of(self._store, moment, self._numbers, is_faded=is_faded, today=self._day)

    def set_filter(self, wanted: Filter) -> list[Moment]:
        """Look for something else; returns the moments whose notes may look different."""
        is_other = wanted.traits != self.filter.traits
        concerned = wanted.spared ^ self.filter.spared
        self.filter = wanted
        return [one for one in self._store.all(Moment) if is_other or one.id in concerned]

    def set_spotlight(self, moment_id: str | None) -> list[Moment]:
        """Look at one moment only; returns the moments whose notes may look different."""
        before, self.spotlit = self.spotlit, moment_id
        if before == moment_id:
            return []
        if before is not None and moment_id is not None:
            found = (self._store.find(Moment, one) for one in (before, moment_id))
            return [one for one in found if one is not None]
        return list(self._store.all(Moment))

    def follow(self, patch: Patch, *, is_moved: bool) -> Iterable[Moment]:
        """The moments whose notes look different after a patch, beside those it changes.

        Args:
            patch: What happened; an empty one where only the day may have changed.
            is_moved: Notes have other places in the order of the wall, and so other numbers.
        """
        concerned = {one.id: one for one in self._turned()}
        if is_moved or patch.touches(Moment, "is_ticked", "shortlist_rank"):
            concerned |= {one.id: one for one in self._renumbered()}
        if patch.touches(ContactType):
            changed = {change.record.id for change in patch}
            concerned |= {
                one.id: one for one in self._store.all(Moment) if one.contact_type_id in changed
            }
        found = (self._store.find(Moment, key) for key in about_actions(patch))
        concerned |= {one.id: one for one in found if one is not None}
        for key in measured_moments(self._store, patch) | pictured_moments(patch):
            moment = self._store.find(Moment, key)
            concerned |= {key: moment} if moment is not None else {}
        return concerned.values()

    def _turned(self) -> list[Moment]:
        """The moments with an action that is overdue only since the day turned, if it did."""
        before, self._day = self._day, self._today()
        if before == self._day:
            return []
        first, last = sorted((before, self._day))
        late = (one for one in self._store.all(PlannedAction) if one.state in OPEN_STATES)
        ids = dict.fromkeys(one.moment_id for one in late if one.due and first <= one.due < last)
        return [self._store.get(Moment, one) for one in ids]

    def _renumbered(self) -> list[Moment]:
        before, self._numbers = self._numbers, priority_numbers(self._store)
        faded_before, self._fades = self._fades, fades_unticked(self._store)
        if self._fades != faded_before:
            return list(self._store.all(Moment))
        keys = before.keys() | self._numbers.keys()
        changed = [key for key in keys if before.get(key) != self._numbers.get(key)]
        found = [self._store.find(Moment, key) for key in changed]
        return [one for one in found if one is not None]
