"""The step/question grid: what stands in each of its rows, for screen and paper alike."""

from collections import Counter
from typing import NamedTuple

from motwall.model.belongings import questions_of
from motwall.model.order import by_place, row_places, steps_in_order, unsorted_moments
from motwall.model.records import Moment, Step
from motwall.model.store import Store


class GridRow(NamedTuple):
    """One row: a step, one of its moments, one of the questions about it.

    Attributes:
        step_id: None for what is not on the timeline.
        moment_id: None for a step without a moment.
        question_id: None for a moment without a question.
    """

    step_id: str | None
    moment_id: str | None = None
    question_id: str | None = None


def grid_rows(store: Store) -> list[GridRow]:
    """All rows, in the order of the wall; the unsorted notes come last."""
    places = row_places(store)
    found: list[GridRow] = []
    for step in steps_in_order(store):
        moments = by_place(store.referring(Moment, "step_id", step.id), places)
        found += [row for one in moments for row in rows_of_moment(store, one)]
        if not moments:
            found.append(GridRow(step.id))
    return found + [row for one in unsorted_moments(store) for row in rows_of_moment(store, one)]


def rows_of_moment(store: Store, moment: Moment) -> list[GridRow]:
    """The rows of one moment: one for each question, or one that has none yet."""
    questions = questions_of(store, moment.id)
    rows = [GridRow(moment.step_id, moment.id, one.id) for one in questions]
    return rows or [GridRow(moment.step_id, moment.id)]


def steps_without_moments(store: Store) -> int:
    """How many steps are empty."""
    used = Counter(one.step_id for one in store.all(Moment))
    return sum(1 for one in store.all(Step) if not used[one.id])
