"""The orders of a wall: steps in time, rows, notes in a stack, stages over runs, the unsorted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple, TypeVar

from motwall.model.patch import Change
from motwall.model.records import (
    AgendaItem,
    ContactType,
    Idea,
    Ladder,
    Measure,
    Moment,
    PlannedAction,
    Question,
    QuizGuess,
    Row,
    Rung,
    Stage,
    Step,
)
from motwall.model.store import Store

#: Distance between fresh ranks: room for ten insertions at one place before renumbering.
RANK_STEP = 1024
#: Unsorted notes whose tops differ by less than this (mm, half a note) read as one line.
READING_BAND = 38.0

Ranked = TypeVar(
    "Ranked", Step, Row, Moment, ContactType, Idea, PlannedAction, Question, Ladder, Rung, Measure,
    AgendaItem, QuizGuess,
)  # fmt: skip
OfMoment = TypeVar("OfMoment", Idea, PlannedAction, Question, Ladder, Measure)


class Run(NamedTuple):
    """Neighbouring steps under one stage, or under none."""

    stage: Stage | None
    steps: tuple[Step, ...]


def by_rank(records: Iterable[Ranked]) -> list[Ranked]:
    """Records by rank; equal ranks (a merge may bring them) by id, so that every view agrees."""
    return sorted(records, key=lambda record: (record.rank, record.id))


def steps_in_order(store: Store) -> list[Step]:
    """The steps of the timeline in the order of time."""
    return list(store.worked_out("steps in order", lambda: by_rank(store.all(Step))))


def rows_in_order(store: Store) -> list[Row]:
    """The rows below the first one, from the top."""
    return by_rank(store.all(Row))


def stack(store: Store, step_id: str, row_id: str | None = None) -> list[Moment]:
    """The moments of a step in one row (None is the first), from top to bottom."""
    moments = store.referring(Moment, "step_id", step_id)
    return by_rank(one for one in moments if one.row_id == row_id)


def step_moments(store: Store, step_id: str) -> list[Moment]:
    """All moments of a step: row by row, and each stack from the top."""
    return by_place(store.referring(Moment, "step_id", step_id), row_places(store))


def row_places(store: Store) -> dict[str | None, int]:
    """How many rows lie above each row; the first one (None) has no record."""
    return {None: 0} | {row.id: place for place, row in enumerate(rows_in_order(store), start=1)}


def by_place(moments: Sequence[Moment], rows: Mapping[str | None, int]) -> list[Moment]:
    """Moments of one step, row by row (see `row_places`), and each stack from the top."""
    if len(moments) <= 1:
        return list(moments)
    return sorted(moments, key=lambda one: (rows[one.row_id], one.rank, one.id))


def unsorted_moments(store: Store) -> list[Moment]:
    """The moments that are not on the timeline, in reading order."""
    return in_reading_order(store.referring(Moment, "step_id", None))


def timeline_moments(store: Store) -> list[Moment]:
    """The moments on the timeline: step by step, row by row, each stack from the top."""
    rows = row_places(store)
    return [
        moment
        for step in steps_in_order(store)
        for moment in by_place(store.referring(Moment, "step_id", step.id), rows)
    ]


def all_moments(store: Store) -> list[Moment]:
    """All moments: the timeline's, then the unsorted ones."""
    return timeline_moments(store) + unsorted_moments(store)


def runs(store: Store) -> list[Run]:
    """The steps in order, grouped under their stages."""
    grouped = groupby(steps_in_order(store), key=lambda step: step.stage_id)
    return [Run(store.find(Stage, stage_id), tuple(steps)) for stage_id, steps in grouped]


def contact_types(store: Store) -> list[ContactType]:
    """The contact types as the legend lists them."""
    return by_rank(store.all(ContactType))


def ideas_of(store: Store, moment_id: str) -> list[Idea]:
    """The ideas for a moment in their order."""
    return by_rank(store.referring(Idea, "moment_id", moment_id))


def actions_of(store: Store, moment_id: str) -> list[PlannedAction]:
    """The planned actions for a moment in their order."""
    return by_rank(store.referring(PlannedAction, "moment_id", moment_id))


def in_reading_order(moments: Iterable[Moment]) -> list[Moment]:
    """Unsorted notes as one reads them: lines from the top, each from the left.

    A line is what starts within half a note's height of the line's topmost note.
    """
    ordered: list[Moment] = []
    line: list[Moment] = []
    for moment in sorted(moments, key=lambda one: (one.y, one.x, one.id)):
        if line and moment.y - line[0].y >= READING_BAND:
            ordered += sorted(line, key=lambda one: (one.x, one.y, one.id))
            line = []
        line.append(moment)
    return ordered + sorted(line, key=lambda one: (one.x, one.y, one.id))


def in_wall_order(store: Store, moment_ids: Iterable[str]) -> list[Moment]:
    """The named moments in the order of the wall: those on the timeline, then the unsorted."""
    moments = [store.get(Moment, moment_id) for moment_id in dict.fromkeys(moment_ids)]
    placed = [(store.get(Step, one.step_id), one) for one in moments if one.step_id is not None]
    rows = row_places(store)
    placed.sort(
        key=lambda pair: (
            pair[0].rank, pair[0].id, rows[pair[1].row_id], pair[1].rank, pair[1].id,
        )
    )  # fmt: skip
    return [moment for _, moment in placed] + in_reading_order(
        one for one in moments if one.step_id is None
    )


def moment_by_moment(store: Store, records: Iterable[OfMoment]) -> list[OfMoment]:
    """Records in the order of the moments they belong to, those of one moment by rank.

    It looks at their moments only: a few actions of a large wall are found at once.
    """
    owned: dict[str, list[OfMoment]] = {}
    for one in records:
        owned.setdefault(str(one.moment_id), []).append(one)
    return [one for moment in in_wall_order(store, owned) for one in by_rank(owned[moment.id])]


def insert_ranked(
    existing: Sequence[Ranked], index: int, count: int
) -> tuple[list[int], list[Change]]:
    """Make room for new records in a ranked sequence.

    Args:
        existing: The sequence in order, without the records to come.
        index: The place of the first new record, 0 to len(existing).
        count: How many records come.

    Returns:
        The ranks for the new records, and the renumbering of existing ones if the gap was too
        small.
    """
    before = existing[index - 1].rank if index > 0 else None
    after = existing[index].rank if index < len(existing) else None
    if after is None:
        start = 0 if before is None else before
        return [start + RANK_STEP * (number + 1) for number in range(count)], []
    low = after - RANK_STEP * (count + 1) if before is None else before
    spacing = (after - low) // (count + 1)
    if spacing >= 1:
        return [low + spacing * (number + 1) for number in range(count)], []
    changes: list[Change] = []
    for number, record in enumerate(existing):
        place = number if number < index else number + count
        changes.append(Change(record, replace(record, rank=RANK_STEP * (place + 1))))
    return [RANK_STEP * (index + number + 1) for number in range(count)], changes
