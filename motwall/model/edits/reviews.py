"""What became of actions agreed earlier, and the proof that lets one count as checked."""

from dataclasses import replace
from datetime import date
from enum import Enum

from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.actions import set_action_state
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

    Reviewing it again in the same session corrects, outside sessions on the same day.
    """
    action = store.get(PlannedAction, action_id)
    state: ActionState = outcome.value or action.state
    text, is_cut = clean_text(reason)
    review = ActionReview(
        id=new_id(),
        action_id=action_id,
        session_id=session_id,
        reviewed_on=today,
        state=state,
        reason=text,
    )
    changes = [] if outcome is Outcome.KEEP else [*set_action_state(store, action_id, state, today)]
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


def _reviewed(store: Store, review: ActionReview) -> Change:
    """The change that keeps a review, instead of an earlier one of the same session."""
    for one in store.referring(ActionReview, "action_id", review.action_id):
        is_same_day = one.reviewed_on == review.reviewed_on
        if one.session_id == review.session_id and (one.session_id or is_same_day):
            return Change(one, replace(review, id=one.id))
    return Change(None, review)
