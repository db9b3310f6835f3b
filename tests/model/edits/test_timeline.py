from dataclasses import replace

import pytest

from motwall.model.edits.timeline import at_ranks, new_steps, stage_for_gap, tidied
from motwall.model.order import RANK_STEP, runs, steps_in_order
from motwall.model.patch import Change, Patch
from motwall.model.records import Stage, Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget
from tests.factories import an_id, moment, new_ids, stage, step, store_with


def applied(store: Store, changes: list[Change]) -> Store:
    patch = Patch.of(changes)
    store.check(patch)
    store.apply(patch)
    return store


A, B = stage("A"), stage("B")
STEPS = [step(under=A), step(under=A), step(under=B), step()]


@pytest.mark.parametrize(
    ("index", "wish", "stage_id"),
    [
        (0, None, None),
        (0, A.id, A.id),
        (0, B.id, None),
        (1, None, A.id),
        (1, B.id, A.id),
        (2, A.id, A.id),
        (2, B.id, B.id),
        (2, None, None),
        (3, B.id, B.id),
        (3, A.id, None),
        (4, B.id, None),
        (4, None, None),
    ],
)
def test_the_stage_of_a_gap(index: int, wish: str | None, stage_id: str | None) -> None:
    assert stage_for_gap(STEPS, GapTarget(index, wish)) == stage_id


@pytest.mark.parametrize(("index", "place"), [(-3, 0), (0, 0), (2, 2), (99, 4)])
def test_new_steps_stand_in_the_gap(index: int, place: int) -> None:
    store = store_with(A, B, *STEPS)
    made, changes = new_steps(store, GapTarget(index), 2, new_ids())
    assert [one.id for one in made] == [an_id(1), an_id(2)]
    applied(store, changes)
    assert steps_in_order(store)[place : place + 2] == made


def test_new_steps_make_room_where_there_is_none() -> None:
    left, right = step("left", rank=1), step("right", rank=2)
    store = store_with(left, right)
    made, changes = new_steps(store, GapTarget(1), 1, new_ids())
    applied(store, changes)
    ordered = steps_in_order(store)
    assert [one.id for one in ordered] == [left.id, made[0].id, right.id]
    assert [one.rank for one in ordered] == [RANK_STEP, 2 * RANK_STEP, 3 * RANK_STEP]


def test_a_placed_moment_forgets_where_it_lay() -> None:
    place, note = step(), moment("a", x=4.0, y=5.0)
    (change,) = at_ranks([note], place.id, [7])
    assert change == Change(note, replace(note, step_id=place.id, rank=7, x=0.0, y=0.0))


def test_an_untitled_step_left_empty_goes() -> None:
    place = step()
    note, other = moment("a", at=place), moment("b", at=place)
    store = store_with(place, note, other)
    leave = [Change(note, replace(note, step_id=None))]
    assert tidied(store, leave) == leave
    applied(store, leave)
    changes = tidied(store, [Change(other, None)])
    assert changes == [Change(other, None), Change(place, None)]


def test_a_titled_step_stays_when_it_is_left_empty() -> None:
    place = step("Door")
    note = moment("a", at=place)
    assert tidied(store_with(place, note), [Change(note, None)]) == [Change(note, None)]


def test_a_stage_keeps_its_last_step() -> None:
    own = stage("A")
    first, second = step(under=own), step(under=own)
    notes = [moment("a", at=first), moment("b", at=second)]
    store = store_with(own, first, second, *notes)
    applied(store, tidied(store, [Change(one, None) for one in notes]))
    assert store.all(Step) == [second]
    assert store.all(Stage) == [own]


def test_the_empty_step_a_stage_was_kept_by_goes_when_it_gets_another() -> None:
    own = stage("A")
    empty, other = step(under=own), step()
    store = store_with(own, empty, other, moment("a", at=other))
    changes = tidied(store, [Change(other, replace(other, stage_id=own.id))])
    applied(store, changes)
    assert [one.id for one in store.all(Step)] == [other.id]
    assert store.all(Stage) == [own]


def test_a_step_that_is_filled_in_the_same_patch_stays() -> None:
    place = step()
    old, new = moment("old", at=place), moment("new")
    store = store_with(place, old, new)
    changes = [Change(old, None), Change(new, replace(new, step_id=place.id))]
    assert tidied(store, changes) == changes


def test_a_stage_without_steps_goes() -> None:
    own = stage("A")
    place = step("Door", under=own)
    leave = Change(place, replace(place, stage_id=None))
    assert tidied(store_with(own, place), [leave]) == [leave, Change(own, None)]
    assert tidied(store_with(own, place), [Change(place, None)])[-1] == Change(own, None)


def test_what_the_patch_takes_away_itself_is_not_taken_twice() -> None:
    own = stage("A")
    place = step(under=own)
    note = moment("a", at=place)
    changes = [Change(note, None), Change(place, None), Change(own, None)]
    assert tidied(store_with(own, place, note), changes) == changes


def test_other_edits_of_a_step_do_not_tidy() -> None:
    own = stage("A")
    place = step("Door", under=own)
    renamed = [Change(place, replace(place, title=""))]
    assert tidied(store_with(own, place), renamed) == renamed


def test_what_an_edit_does_not_touch_is_left_alone() -> None:
    store = store_with(A, B, *STEPS)
    applied(store, tidied(store, [Change(STEPS[2], None)]))
    assert [(run.stage, len(run.steps)) for run in runs(store)] == [(A, 2), (None, 1)]
    assert store.all(Stage) == [A]
