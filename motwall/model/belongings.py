"""What hangs on a moment: questions with answers, ladders with rungs, measures with readings, ...

Ideas and actions are listed in `order`; what goes and stays with a moment is told here for all.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from motwall.model.order import RANK_STEP, Ranked, by_rank
from motwall.model.records import (
    ActionReview,
    Answer,
    Assessment,
    Idea,
    Ladder,
    Measure,
    Observation,
    Picture,
    PlannedAction,
    Question,
    Reading,
    Record,
    Rung,
)
from motwall.model.store import Store

R = TypeVar("R", bound=Record)

#: What comes along when a moment is copied or cut, and the field that says whose it is. Left out is
#: what tells of the sessions of one wall: assessments and reviews.
TRAVELLING: dict[type[Record], str] = {
    Idea: "moment_id",
    PlannedAction: "moment_id",
    Question: "moment_id",
    Observation: "moment_id",
    Answer: "question_id",
    Ladder: "moment_id",
    Rung: "ladder_id",
    Measure: "moment_id",
    Reading: "measure_id",
    Picture: "moment_id",
}


def travelling_with(store: Store, moment_ids: Iterable[str]) -> list[Record]:
    """What comes along with moments, those referred to first; of each type in their order."""
    owners = list(moment_ids)
    found: list[Record] = []
    for record_type, field in TRAVELLING.items():
        own = [one for owner in owners for one in store.referring(record_type, field, owner)]
        ordered = sorted(own, key=lambda one: (getattr(one, "rank", 0), one.id))
        found += ordered
        owners += [one.id for one in ordered]
    return found


def questions_of(store: Store, moment_id: str) -> list[Question]:
    """The questions about a moment in their order."""
    return by_rank(store.referring(Question, "moment_id", moment_id))


def answers_of(store: Store, question_id: str) -> list[Answer]:
    """The answers to a question, the earliest first."""
    answers = store.referring(Answer, "question_id", question_id)
    return sorted(answers, key=lambda one: (one.answered_on, one.id))


def latest_answer(store: Store, question_id: str) -> Answer | None:
    """The answer that counts now, or None."""
    return next(reversed(answers_of(store, question_id)), None)


def observations_of(store: Store, moment_id: str) -> list[Observation]:
    """The observations of a moment, the earliest first."""
    found = store.referring(Observation, "moment_id", moment_id)
    return sorted(found, key=lambda one: (one.observed_on, one.id))


def ladders_of(store: Store, moment_id: str) -> list[Ladder]:
    """The ladders of a moment in their order."""
    return by_rank(store.referring(Ladder, "moment_id", moment_id))


def rungs_of(store: Store, ladder_id: str) -> list[Rung]:
    """The rungs of a ladder from the bottom."""
    return by_rank(store.referring(Rung, "ladder_id", ladder_id))


def measures_of(store: Store, moment_id: str | None) -> list[Measure]:
    """The measures of a moment, or (None) of the whole wall, in their order."""
    return by_rank(store.referring(Measure, "moment_id", moment_id))


def readings_of(store: Store, measure_id: str) -> list[Reading]:
    """The readings of a measure, the earliest first."""
    readings = store.referring(Reading, "measure_id", measure_id)
    return sorted(readings, key=lambda one: (one.taken_on, one.id))


def assessments_of(store: Store, moment_id: str) -> list[Assessment]:
    """The judgements of a moment, the earliest first; also counts of hands without a rating."""
    found = store.referring(Assessment, "moment_id", moment_id)
    return sorted(found, key=lambda one: (one.rated_on, one.id))


def remarks_of(store: Store, moment_id: str) -> list[Assessment]:
    """The judgements of a moment that somebody saw otherwise and said so, the latest first."""
    return [one for one in reversed(assessments_of(store, moment_id)) if one.remark.strip()]


def reviews_of(store: Store, action_id: str) -> list[ActionReview]:
    """What sessions said of an action, the earliest first."""
    found = store.referring(ActionReview, "action_id", action_id)
    return sorted(found, key=lambda one: (one.reviewed_on, one.id))


def next_rank(siblings: Sequence[Ranked]) -> int:
    """The rank below the last of records in their order."""
    return siblings[-1].rank + RANK_STEP if siblings else RANK_STEP
