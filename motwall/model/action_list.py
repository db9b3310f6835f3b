"""The board-wide list of actions: what stands out, what is looked for, and the calendar."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from motwall.model.edits.actions import is_open
from motwall.model.order import in_wall_order, moment_by_moment
from motwall.model.priorities import priorities, ticked
from motwall.model.records import ActionState, Idea, Moment, PlannedAction, Rating, Verdict
from motwall.model.sifting import to_sift
from motwall.model.store import Store

_WEEK = timedelta(weeks=1)


class Due(StrEnum):
    """What is looked for among the dates of actions; `OVERDUE` and `NONE` mean open ones only."""

    ANY = "any"
    OVERDUE = "overdue"
    THIS_WEEK = "this_week"
    LATER = "later"
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
        return self.due in _dues(action, today)


def is_overdue(action: PlannedAction, today: date) -> bool:
    """Whether an action should have been done by now."""
    return Due.OVERDUE in _dues(action, today)


def is_ownerless(action: PlannedAction) -> bool:
    """Whether an open action is nobody's."""
    return is_open(action) and not action.owner.strip()


def owner_key(owner: str) -> str:
    """What makes two owners the same: their letters, whatever case and blanks."""
    return " ".join(owner.casefold().split())


def owners(store: Store) -> list[str]:
    """The owners of actions by name, each in the spelling that is used most."""
    spelt: dict[str, Counter[str]] = {}
    for action in store.all(PlannedAction):
        spelling = action.owner.strip()
        if spelling:
            spelt.setdefault(owner_key(spelling), Counter())[spelling] += 1
    # Of spellings used as often the one that sorts first.
    return [min(spelt[key], key=lambda one: (-spelt[key][one], one)) for key in sorted(spelt)]


def all_actions(store: Store) -> list[PlannedAction]:
    """All actions in the order of the wall."""
    return moment_by_moment(store, store.all(PlannedAction))


def agreed_actions(store: Store) -> list[PlannedAction]:
    """What is still to be done, in the order it is read aloud: by the day it is due."""
    return in_calendar_order(one for one in all_actions(store) if is_open(one))


def likely_moments(store: Store) -> list[Moment]:
    """What an action is most likely for: the priorities, what is ticked, what has actions."""
    having = in_wall_order(store, {one.moment_id for one in store.all(PlannedAction)})
    found = (*priorities(store), *ticked(store), *having)
    return list({one.id: one for one in found}.values())


def ideas_to_plan(store: Store, moment_id: str) -> list[Idea]:
    """The ideas of a moment that have merit and that nobody has made an action of."""
    return [
        one
        for one in to_sift(store, [moment_id])
        if one.verdict is Verdict.MERIT and not store.referring(PlannedAction, "idea_id", one.id)
    ]


class ActionSurvey(NamedTuple):
    """What a look over all actions brings, whatever is looked for.

    Attributes:
        total: How many there are.
        owners: How many each owner has, by `owner_key`; "" counts those of nobody.
        states: How many have come how far.
        dues: How many each choice of `Due` finds.
        ownerless: How many open ones are nobody's.
    """

    total: int
    owners: Counter[str]
    states: Counter[ActionState]
    dues: Counter[Due]
    ownerless: int


def survey_actions(store: Store, today: date) -> ActionSurvey:
    """Count the actions of a wall."""
    actions = store.all(PlannedAction)
    return ActionSurvey(
        len(actions),
        Counter(owner_key(one.owner) for one in actions),
        Counter(one.state for one in actions),
        Counter(due for one in actions for due in _dues(one, today)),
        sum(is_ownerless(one) for one in actions),
    )


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


def _dues(action: PlannedAction, today: date) -> tuple[Due, ...]:
    """The choices that find an action."""
    if action.due is None:
        return (Due.ANY, Due.NONE) if is_open(action) else (Due.ANY,)
    if action.due < today:
        return (Due.ANY, Due.OVERDUE) if is_open(action) else (Due.ANY,)
    return Due.ANY, Due.THIS_WEEK if action.due - today < _WEEK else Due.LATER
