"""What is taken as typed, but worth a word: kinds of doubt, worded by the windows."""

from datetime import date
from enum import StrEnum

from motwall.model.action_list import is_overdue, is_ownerless
from motwall.model.edits.actions import is_open, offered_targets
from motwall.model.proofs import is_proved
from motwall.model.records import ActionSize, ActionState, PlannedAction
from motwall.model.sessions import first_session_day
from motwall.model.store import Store


class DateDoubt(StrEnum):
    """What is odd about a date; all of them are accepted."""

    BEFORE_FIRST_SESSION = "before_first_session"
    PAST = "past"
    FUTURE = "future"


class ActionDoubt(StrEnum):
    """What is missing or odd about an action; nothing of it is required."""

    NO_OWNER = "no_owner"
    NO_DUE = "no_due"
    NO_TARGET = "no_target"
    NOT_UPWARD = "not_upward"
    LARGE = "large"
    OVERDUE = "overdue"
    BEFORE_FIRST_SESSION = "before_first_session"
    UNPROVED = "unproved"


def due_doubts(store: Store, due: date, today: date) -> set[DateDoubt]:
    """What is odd about a day by which something is to be done."""
    doubts = _early(store, due)
    return doubts | {DateDoubt.PAST} if due < today else doubts


def day_doubts(store: Store, day: date, today: date) -> set[DateDoubt]:
    """What is odd about a day on which something was rated, seen, read or done."""
    doubts = _early(store, day)
    return doubts | {DateDoubt.FUTURE} if day > today else doubts


def action_doubts(store: Store, action: PlannedAction, today: date) -> set[ActionDoubt]:
    """What is missing or odd about an action; of a dropped one nothing."""
    if action.state is ActionState.DROPPED:
        return set()
    is_early = action.due is not None and bool(_early(store, action.due))
    is_aimless = action.from_rating is not None and action.to_rating is None
    is_checked = action.state is ActionState.CHECKED
    said = {
        ActionDoubt.NO_OWNER: is_ownerless(action),
        ActionDoubt.NO_DUE: is_open(action) and action.due is None,
        ActionDoubt.NO_TARGET: is_open(action) and is_aimless,
        ActionDoubt.NOT_UPWARD: not is_upward(action),
        ActionDoubt.LARGE: is_open(action) and action.size is not ActionSize.S,
        ActionDoubt.OVERDUE: is_overdue(action, today),
        ActionDoubt.BEFORE_FIRST_SESSION: is_early,
        ActionDoubt.UNPROVED: is_checked and not is_proved(store, action),
    }
    return {doubt for doubt, is_so in said.items() if is_so}


def is_upward(action: PlannedAction) -> bool:
    """Whether an action leads to a better rating, or keeps magical; one without a target may."""
    return action.to_rating is None or (
        action.from_rating is None or action.to_rating in offered_targets(action.from_rating)
    )


def _early(store: Store, day: date) -> set[DateDoubt]:
    first = first_session_day(store)
    return {DateDoubt.BEFORE_FIRST_SESSION} if first is not None and day < first else set()
