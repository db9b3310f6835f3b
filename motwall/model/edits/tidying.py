"""Tidying the whole wall: gaps close, heaps are spread out, and every order stays as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from motwall.model.edits.placing import UNSORTED_COLUMNS, UNSORTED_PITCH, restacked
from motwall.model.edits.removal import removal
from motwall.model.order import (
    RANK_STEP,
    rows_in_order,
    stack,
    steps_in_order,
    unsorted_moments,
)
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, Row, Step
from motwall.model.store import Store
from motwall.model.wrapping import COLUMN_PITCH


def tidy(store: Store) -> Patch:
    """Put the wall in order without changing any order.

    Untitled steps without notes go, unless one is its stage's only one (of several such the first
    stays). Unsorted notes are laid in rows in reading order, so that none covers another. Steps,
    rows and the notes of every stack are numbered afresh.
    """
    steps = steps_in_order(store)
    needless = _needless(store, steps)
    kept = [one for one in steps if one.id not in needless]
    rows = rows_in_order(store)
    changes: list[Change] = removal(store, needless)
    changes += _renumbered(kept)
    changes += _renumbered(rows)
    for step in kept:
        for row_id in (None, *(one.id for one in rows)):
            moments = stack(store, step.id, row_id)
            # Records are checked when they are made, which takes a while for thousands of them.
            if [one.rank for one in moments] != _ranks(len(moments)):
                changes += restacked(moments, step.id, row_id)
    changes += _laid_in_rows(unsorted_moments(store))
    return Patch.of(changes, "tidying the wall")


def _needless(store: Store, steps: list[Step]) -> dict[str, None]:
    """The ids of the steps that go."""
    blank = [
        one for one in steps if not one.title and not store.referring(Moment, "step_id", one.id)
    ]
    left = {one.stage_id: len(store.referring(Step, "stage_id", one.stage_id)) for one in blank}
    needless: dict[str, None] = {}
    # From the end, so that of a stage with nothing but blank steps the first one stays.
    for step in reversed(blank):
        if step.stage_id is None or left[step.stage_id] > 1:
            left[step.stage_id] -= 1
            needless[step.id] = None
    return needless


def _renumbered(records: Sequence[Step | Row]) -> Iterator[Change]:
    for record, rank in zip(records, _ranks(len(records)), strict=True):
        if record.rank != rank:
            yield Change(record, replace(record, rank=rank))


def _ranks(count: int) -> list[int]:
    return [RANK_STEP * (place + 1) for place in range(count)]


def _laid_in_rows(moments: list[Moment]) -> Iterator[Change]:
    for place, moment in enumerate(moments):
        row, column = divmod(place, UNSORTED_COLUMNS)
        x, y = column * COLUMN_PITCH, row * UNSORTED_PITCH
        if (moment.x, moment.y) != (x, y):
            yield Change(moment, replace(moment, x=x, y=y))
