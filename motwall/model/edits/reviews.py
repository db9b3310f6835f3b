"""What became of actions agreed earlier, and the proof that lets one count as checked."""

from dataclasses import replace
from datetime import date
from enum import Enum

from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.actions import is_open, set_action_state
from motwall.model.edits.assessing import Judgement, assessment_on, judged
from motwall.model.patch import Change, Patch
from motwall.model.records import (
    ActionReview,
    ActionState,
    Assessment,
    Moment,
    PlannedAction,
    Rating,
    Reading,
)
from motwall.model.store import Store


class Outcome(Enum):
    """What a session says of an action agreed earlier."""

    DONE = ActionState.DONE
    KEEP = None
    DROP = ActionState.DROPPED


def review_action(
    store: Store,
    action_id: str,
    outcome: Outcome,
    today: date,
    new_id: NewId,
    session_id: str | None = None,
    reason: str = "",
) -> Patch:
    """Say that an action is done, goes on, or is dropped (then for what reason, if one is given).

    Reviewing it again in the same session corrects, outside sessions on the same day: an action
    that only this review had ended goes on.
    """
    action = store.get(PlannedAction, action_id)
    state: ActionState = outcome.value or action.state
    known = review_on(store, action_id, today, session_id)
    if outcome is Outcome.KEEP and known is not None and not is_open(action):
        state = ActionState.AGREED
    text, is_cut = clean_text(reason)
    review = ActionReview(
        id=new_id(),
        action_id=action_id,
        session_id=session_id,
        reviewed_on=today,
        state=state,
        reason=text,
    )
    changes = [*set_action_state(store, action_id, state, today)] if state != action.state else []
    changes.append(_reviewed(store, review))
    return Patch.of(changes, "looking back at an action", is_cut=is_cut)


def check_by_rating(
    store: Store,
    action_id: str,
    rating: Rating,
    today: date,
    new_id: NewId,
    session_id: str | None = None,
) -> Patch:
    """Rate an action's moment anew and take that as proof: the action is checked."""
    action = store.get(PlannedAction, action_id)
    moment = store.get(Moment, action.moment_id)
    judgement = Judgement(rating=rating)
    changes = judged(store, moment, judgement, today, new_id, session_id)
    known = assessment_on(store, moment.id, today, session_id, judgement.viewpoint)
    made = (one.record.id for one in changes if isinstance(one.record, Assessment))
    review = ActionReview(
        id=new_id(),
        action_id=action_id,
        session_id=session_id,
        reviewed_on=today,
        state=ActionState.CHECKED,
        assessment_id=known.id if known else next(made),
    )
    return _checked(store, review, changes)


def check_by_reading(
    store: Store,
    action_id: str,
    reading_id: str,
    today: date,
    new_id: NewId,
    session_id: str | None = None,
) -> Patch:
    """Take a reading of any measure as proof: the action is checked."""
    review = ActionReview(
        id=new_id(),
        action_id=action_id,
        session_id=session_id,
        reviewed_on=today,
        state=ActionState.CHECKED,
        reading_id=store.get(Reading, reading_id).id,
    )
    return _checked(store, review, [])


def check_without_proof(
    store: Store,
    action_id: str,
    today: date,
    new_id: NewId,
    session_id: str | None = None,
    reason: str = "",
) -> Patch:
    """Let an action count as checked without proof, which stays visible (`proofs.is_proved`)."""
    text, is_cut = clean_text(reason)
    review = ActionReview(
        id=new_id(),
        action_id=action_id,
        session_id=session_id,
        reviewed_on=today,
        state=ActionState.CHECKED,
        reason=text,
    )
    return replace(_checked(store, review, []), is_cut=is_cut)


def _checked(store: Store, review: ActionReview, changes: list[Change]) -> Patch:
    state = set_action_state(store, review.action_id, ActionState.CHECKED, review.reviewed_on)
    return Patch.of([*changes, *state, _reviewed(store, review)], "checking an action")


def review_on(
    store: Store, action_id: str, day: date, session_id: str | None
) -> ActionReview | None:
    """The review that reviewing in that session, or outside of any on that day, would correct."""
    for one in store.referring(ActionReview, "action_id", action_id):
        if one.session_id == session_id and (session_id or one.reviewed_on == day):
            return one
    return None


def _reviewed(store: Store, review: ActionReview) -> Change:
    """The change that keeps a review, instead of an earlier one of the same session."""
    known = review_on(store, review.action_id, review.reviewed_on, review.session_id)
    return Change(known, replace(review, id=known.id) if known else review)
