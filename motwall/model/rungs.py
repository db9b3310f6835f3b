"""What a ladder comes to: the current rung, which way it goes, and what is odd about it."""

from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from motwall.model.belongings import rungs_of
from motwall.model.records import Better, Ladder, Rating, Rung
from motwall.model.store import Store

_WORTH = list(Rating)


class RungDoubt(StrEnum):
    """What is odd about a rung; all of it is accepted."""

    WRONG_WAY = "wrong_way"
    NO_CHANGE = "no_change"
    EMPTY = "empty"
    BEFORE_START = "before_start"
    BEFORE_RUNG_BELOW = "before_rung_below"
    LOWER_RATING = "lower_rating"
    OVERDUE = "overdue"


class DoubtfulRung(NamedTuple):
    """A rung, and what is odd about it."""

    rung_id: str
    doubt: RungDoubt


def current_rung(store: Store, ladder_id: str) -> Rung | None:
    """The highest rung that is reached; None at the start."""
    reached = [one for one in rungs_of(store, ladder_id) if one.reached_on is not None]
    return reached[-1] if reached else None


def next_rung(store: Store, ladder_id: str) -> Rung | None:
    """The rung above the current one; None at the top."""
    current = current_rung(store, ladder_id)
    rungs = rungs_of(store, ladder_id)
    place = rungs.index(current) + 1 if current else 0
    return rungs[place] if place < len(rungs) else None


def better_of(store: Store, ladder: Ladder) -> Better | None:
    """Which way the numbers of a ladder should go: as it says, or as its first two differ."""
    if ladder.better is not None:
        return ladder.better
    numbers = [value for _, value in _numbers(ladder, rungs_of(store, ladder.id))]
    for below, above in pairwise(numbers):
        if below != above:
            return Better.UP if above > below else Better.DOWN
    return None


def rung_doubts(store: Store, ladder_id: str, today: date) -> list[DoubtfulRung]:
    """What is odd about the rungs of a ladder, from the bottom."""
    ladder = store.get(Ladder, ladder_id)
    rungs = rungs_of(store, ladder_id)
    found = {(rung.id, doubt) for rung in rungs for doubt in _alone(ladder, rung, today)}
    found |= {(rung_id, doubt) for rung_id, doubt in _way_doubts(store, ladder, rungs)}
    for below, above in pairwise([one for one in rungs if one.due]):
        if below.due and above.due and above.due < below.due:
            found.add((above.id, RungDoubt.BEFORE_RUNG_BELOW))
    for below, above in pairwise([one for one in rungs if one.expected_rating]):
        if _worth(above) < _worth(below):
            found.add((above.id, RungDoubt.LOWER_RATING))
    return [
        DoubtfulRung(rung.id, doubt)
        for rung in rungs
        for doubt in RungDoubt
        if (rung.id, doubt) in found
    ]


def _alone(ladder: Ladder, rung: Rung, today: date) -> list[RungDoubt]:
    """What is odd about a rung, whatever the others are."""
    doubts = []
    if rung.value is None and not rung.promise:
        doubts.append(RungDoubt.EMPTY)
    if rung.due is not None and ladder.starts_on is not None and rung.due < ladder.starts_on:
        doubts.append(RungDoubt.BEFORE_START)
    if rung.due is not None and rung.reached_on is None and rung.due < today:
        doubts.append(RungDoubt.OVERDUE)
    return doubts


def _way_doubts(store: Store, ladder: Ladder, rungs: list[Rung]) -> list[DoubtfulRung]:
    better = better_of(store, ladder)
    doubts = []
    for (_, below), (rung_id, above) in pairwise(_numbers(ladder, rungs)):
        if above == below:
            doubts.append(DoubtfulRung(rung_id, RungDoubt.NO_CHANGE))
        elif (better is Better.UP) is (above < below):
            doubts.append(DoubtfulRung(rung_id, RungDoubt.WRONG_WAY))
    return doubts


def _numbers(ladder: Ladder, rungs: list[Rung]) -> list[tuple[str, float]]:
    """The numbers from the start up by the ids of ladder and rungs; promises are left out."""
    start = [] if ladder.start_value is None else [(ladder.id, ladder.start_value)]
    return [*start, *((one.id, one.value) for one in rungs if one.value is not None)]


def _worth(rung: Rung) -> int:
    return _WORTH.index(rung.expected_rating) if rung.expected_rating else 0
