from datetime import timedelta

import pytest

from motwall.model.belongings import ladders_of, rungs_of
from motwall.model.edits.fields import write
from motwall.model.edits.ladders import (
    add_ladder,
    add_rung,
    delete_ladder,
    delete_rung,
    mark_rung,
    move_rung,
)
from motwall.model.patch import Patch
from motwall.model.records import Better, Ladder, Rating, Rung
from motwall.model.store import Store
from tests.factories import TODAY, an_id, ladder, moment, rung, store_with

NOTE = moment("a")
LATER = TODAY + timedelta(days=30)


def do(store: Store, patch: Patch) -> None:
    store.check(patch)
    store.apply(patch)


def values(store: Store, ladder_id: str) -> list[float | None]:
    return [one.value for one in rungs_of(store, ladder_id)]


def test_a_ladder_of_numbers_and_promises() -> None:
    store = store_with(NOTE)
    do(store, add_ladder(store, NOTE.id, an_id(1), TODAY, "Deliv\tery", "days", 14))
    (made,) = ladders_of(store, NOTE.id)
    assert (made.title, made.unit, made.start_value, made.starts_on) == (
        "Deliv ery", "days", 14.0, TODAY,
    )  # fmt: skip
    do(store, add_rung(store, made.id, an_id(2), 10, "", LATER, Rating.NEUTRAL))
    do(store, add_rung(store, made.id, an_id(3), promise="money back if\tmissed"))
    first, second = rungs_of(store, made.id)
    assert (first.value, first.due, first.expected_rating) == (10.0, LATER, Rating.NEUTRAL)
    assert (second.value, second.promise) == (None, "money back if missed")
    do(store, add_ladder(store, NOTE.id, an_id(4), TODAY))
    assert [one.id for one in ladders_of(store, NOTE.id)] == [an_id(1), an_id(4)]
    assert add_ladder(store, NOTE.id, an_id(5), TODAY, "x" * 201).is_cut
    assert add_ladder(store, NOTE.id, an_id(5), TODAY, "", "x" * 201).is_cut
    assert add_rung(store, made.id, an_id(5), promise="x" * 4001).is_cut


def test_a_rung_needs_a_ladder() -> None:
    with pytest.raises(KeyError):
        add_rung(store_with(NOTE), an_id(9), an_id(1))


def test_rungs_are_moved_and_deleted() -> None:
    own = ladder(NOTE)
    rungs = [rung(own, float(value)) for value in (1, 2, 3)]
    store = store_with(NOTE, own, *rungs)
    do(store, move_rung(store, rungs[2].id, 0))
    assert values(store, own.id) == [3.0, 1.0, 2.0]
    do(store, move_rung(store, rungs[2].id, 99))
    assert values(store, own.id) == [1.0, 2.0, 3.0]
    assert not move_rung(store, rungs[0].id, -4)
    do(store, delete_rung(store, rungs[1].id))
    assert values(store, own.id) == [1.0, 3.0]
    do(store, delete_ladder(store, own.id))
    assert store.all(Rung) == store.all(Ladder) == []


def test_the_current_rung_and_those_below_are_reached() -> None:
    own = ladder(NOTE)
    rungs = [rung(own, float(value)) for value in (1, 2, 3)]
    store = store_with(NOTE, own, *rungs)

    def reached() -> list[object]:
        return [one.reached_on for one in rungs_of(store, own.id)]

    do(store, mark_rung(store, own.id, rungs[0].id, TODAY))
    do(store, mark_rung(store, own.id, rungs[2].id, LATER))
    assert reached() == [TODAY, LATER, LATER]
    do(store, mark_rung(store, own.id, rungs[1].id, LATER))
    assert reached() == [TODAY, LATER, None]
    do(store, mark_rung(store, own.id, None, LATER))
    assert reached() == [None, None, None]


def test_whole_numbers_can_be_written_where_numbers_stand() -> None:
    own = ladder(NOTE)
    store = store_with(NOTE, own)
    do(store, write(store, Ladder, [own.id], "start_value", 14))
    do(store, write(store, Ladder, [own.id], "better", Better.DOWN))
    assert store.get(Ladder, own.id).start_value == 14.0
