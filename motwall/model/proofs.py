"""What proves that an action had its effect: a rating given anew, or a reading."""

from typing import NamedTuple

from motwall.model.belongings import reviews_of
from motwall.model.records import (
    ActionReview,
    ActionState,
    Assessment,
    PlannedAction,
    Rating,
    Reading,
)
from motwall.model.store import Store

_WORTH = list(Rating)


class Proof(NamedTuple):
    """The review that checked an action, and what it rests on: one of the two at the most."""

    review: ActionReview
    assessment: Assessment | None
    reading: Reading | None


def proof_of(store: Store, action: PlannedAction) -> Proof | None:
    """The latest proof that an action is checked; None if there is none, or it is not checked."""
    if action.state is not ActionState.CHECKED:
        return None
    for review in reversed(reviews_of(store, action.id)):
        assessment = store.find(Assessment, review.assessment_id)
        reading = store.find(Reading, review.reading_id)
        if assessment is not None or reading is not None:
            return Proof(review, assessment, reading)
    return None


def is_proved(store: Store, action: PlannedAction) -> bool:
    """Whether there is proof for a checked action."""
    return proof_of(store, action) is not None


def has_reached_target(store: Store, action: PlannedAction) -> bool | None:
    """Whether the rating that proves an action is the one it aimed at, or better; else None."""
    proof = proof_of(store, action)
    rating = proof.assessment.rating if proof and proof.assessment else None
    if rating is None or action.to_rating is None:
        return None
    return _WORTH.index(rating) >= _WORTH.index(action.to_rating)
