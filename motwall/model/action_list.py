"""The board-wide list of actions: what stands out, what is looked for, and the calendar."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from motwall.model.edits.actions import is_open
from motwall.model.order import actions_of, all_moments
from motwall.model.records import ActionState, PlannedAction, Rating
from motwall.model.store import Store

_WEEK = timedelta(weeks=1)
_MONTH = timedelta(weeks=4)


class Due(StrEnum):
    """What is looked for among the dates of actions; the last two mean open ones only."""

    ANY = "any"
    THIS_WEEK = "this_week"
    FOUR_WEEKS = "four_weeks"
    OVERDUE = "overdue"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """What is looked for; an empty set means all.

    Attributes:
        owners: As `owner_key` gives them; "" stands for nobody.
        states: How far actions are.
        due: By when.
    """

    owners: frozenset[str] = frozenset()
    states: frozenset[ActionState] = frozenset()
    due: Due = Due.ANY

    def accepts(self, action: PlannedAction, today: date) -> bool:
        """Whether an action is among those looked for."""
        if self.owners and owner_key(action.owner) not in self.owners:
            return False
        if self.states and action.state not in self.states:
            return False
        return _is_due(action, self.due, today)


def is_overdue(action: PlannedAction, today: date) -> bool:
    """Whether an action should have been done by now."""
    return is_open(action) and action.due is not None and action.due < today


def is_ownerless(action: PlannedAction) -> bool:
    """Whether an open action is nobody's."""
    return is_open(action) and not action.owner.strip()


def owner_key(owner: str) -> str:
    """What makes two owners the same: their letters, whatever case and blanks."""
    return " ".join(owner.casefold().split())


def owners(store: Store) -> list[str]:
    """The owners of actions, each in the spelling that comes first on the wall, by name."""
    spelt: dict[str, str] = {}
    for action in all_actions(store):
        spelt.setdefault(owner_key(action.owner), action.owner.strip())
    spelt.pop("", None)
    return [spelt[key] for key in sorted(spelt)]


def all_actions(store: Store) -> list[PlannedAction]:
    """All actions in the order of the wall."""
    moments = all_moments(store)
    return [action for moment in moments for action in actions_of(store, moment.id)]


def listed_actions(store: Store, wanted: ActionFilter, today: date) -> list[PlannedAction]:
    """The actions that are looked for, in the order of the wall."""
    return [one for one in all_actions(store) if wanted.accepts(one, today)]


def in_calendar_order(actions: Iterable[PlannedAction]) -> list[PlannedAction]:
    """Actions by the day they are due; of one day in the order given, those without a day last."""
    return sorted(actions, key=lambda one: (one.due is None, one.due or date.min))


def calendar(actions: Iterable[PlannedAction]) -> list[tuple[date | None, list[PlannedAction]]]:
    """Actions under the days they are due, in the order of the calendar; None has no day."""
    by_day = groupby(in_calendar_order(actions), key=lambda one: one.due)
    return [(day, list(several)) for day, several in by_day]


def upward_tally(store: Store) -> Counter[tuple[Rating, Rating]]:
    """How many actions, dropped ones aside, lead from which rating to which."""
    return Counter(
        (one.from_rating, one.to_rating)
        for one in store.all(PlannedAction)
        if one.from_rating and one.to_rating and one.state is not ActionState.DROPPED
    )


def _is_due(action: PlannedAction, due: Due, today: date) -> bool:
    if due is Due.ANY:
        return True
    if due is Due.OVERDUE:
        return is_overdue(action, today)
    if due is Due.NONE:
        return is_open(action) and action.due is None
    reach = _WEEK if due is Due.THIS_WEEK else _MONTH
    return action.due is not None and timedelta(0) <= action.due - today < reach
