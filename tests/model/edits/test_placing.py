"""Notes put into rows and lanes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.edits.moments import add_moments, duplicate_moments, move_moments
from motwall.model.edits.steps import remove_step
from motwall.model.order import stack, step_moments, steps_in_order, unsorted_moments
from motwall.model.patch import Patch
from motwall.model.records import Moment, Record, Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget, Lane, StackTarget, UnsortedTarget
from motwall.model.tracks import cell_moments
from tests.factories import contact_type, moment, new_ids, row, step, store_with, texts
from tests.strategies import few_examples, walls

PHONE, MAIL = contact_type("Phone", "PH"), contact_type("Mail", "EM")
ONLINE = row("Online")


def do(store: Store, patch: Patch) -> Patch:
    store.check(patch)
    store.apply(patch)
    return patch


def now(store: Store, record: Moment) -> Moment:
    return store.get(Moment, record.id)


def a_wall(*records: Record) -> Store:
    return store_with(PHONE, MAIL, ONLINE, *records)


def test_a_drop_on_a_cell_puts_notes_into_its_row() -> None:
    one, two = step(), step()
    above, there = moment("above", at=two), moment("there", at=two, into=ONLINE)
    note, loose = moment("note", at=one), moment("loose", x=5.0)
    store = a_wall(one, two, above, there, note, loose)
    target = StackTarget(two.id, 0, ONLINE.id)
    do(store, move_moments(store, [loose.id, note.id], target, new_ids()))
    assert texts(stack(store, two.id, ONLINE.id)) == ["note", "loose", "there"]
    assert texts(stack(store, two.id)) == ["above"]
    assert steps_in_order(store) == [two]
    do(store, move_moments(store, [note.id], UnsortedTarget(1.0, 2.0), new_ids()))
    assert (now(store, note).step_id, now(store, note).row_id) == (None, None)


def test_a_drop_in_a_gap_makes_steps_whose_notes_lie_in_that_row() -> None:
    one = step()
    note, other, below = moment("a", at=one), moment("b", at=one), moment("c", at=one, into=ONLINE)
    store = a_wall(one, note, other, below)
    do(store, move_moments(store, [note.id], GapTarget(1, row_id=ONLINE.id), new_ids()))
    assert now(store, note).row_id == ONLINE.id
    do(store, move_moments(store, [below.id], GapTarget(9), new_ids(10)))
    assert now(store, below).row_id is None
    ids = [note.id, below.id]
    do(store, move_moments(store, ids, GapTarget(0, is_row_kept=True), new_ids(20)))
    assert [texts(step_moments(store, one.id)) for one in steps_in_order(store)] == [
        ["a"], ["c"], ["b"],
    ]  # fmt: skip
    assert (now(store, note).row_id, now(store, below).row_id) == (ONLINE.id, None)


@pytest.mark.parametrize("index", [0, 1])
def test_a_note_alone_in_its_step_stays_unless_row_or_type_become_others(index: int) -> None:
    one = step()
    note = moment("a", at=one, into=ONLINE, contact_type_id=PHONE.id)
    store = a_wall(one, note)

    def moved(target: GapTarget) -> Patch:
        return move_moments(store, [note.id], target, new_ids())

    assert not moved(GapTarget(index, row_id=ONLINE.id))
    assert not moved(GapTarget(index, is_row_kept=True))
    assert not moved(GapTarget(index, lane=Lane(PHONE.id)))
    assert moved(GapTarget(index, lane=Lane(MAIL.id)))
    do(store, moved(GapTarget(index)))
    assert (now(store, note).row_id, store.count(Step)) == (None, 1)


def test_a_note_alone_in_its_row_but_not_in_its_step_makes_a_step() -> None:
    one = step()
    note, other = moment("a", at=one, into=ONLINE), moment("b", at=one)
    store = a_wall(one, note, other)
    do(store, move_moments(store, [note.id], GapTarget(1, row_id=ONLINE.id), new_ids()))
    assert store.count(Step) == 2


def test_in_a_lane_a_note_takes_the_type_and_keeps_its_row() -> None:
    one, two = step(), step()
    there = moment("there", at=two, contact_type_id=MAIL.id)
    note = moment("note", at=one, into=ONLINE, contact_type_id=PHONE.id)
    store = a_wall(one, two, there, note)
    target = StackTarget(two.id, 0, lane=Lane(MAIL.id))
    patch = do(store, move_moments(store, [note.id], target, new_ids()))
    assert (now(store, note).contact_type_id, now(store, note).row_id) == (MAIL.id, ONLINE.id)
    assert str(patch.label) == "move of 1 note"
    assert texts(cell_moments(store, target)) == ["there", "note"]
    do(store, move_moments(store, [note.id], GapTarget(0, lane=Lane(None)), new_ids()))
    assert (now(store, note).contact_type_id, now(store, note).row_id) == (None, ONLINE.id)
    do(store, add_moments(store, ["new"], GapTarget(0, lane=Lane(PHONE.id)), new_ids(50), MAIL.id))
    assert step_moments(store, steps_in_order(store)[0].id)[0].contact_type_id == PHONE.id


def lane_wall() -> tuple[Store, Step, list[Moment]]:
    """One stack: p1 m1 p2 m2 p3, phones and mails."""
    place = step("place")
    kinds = [PHONE, MAIL, PHONE, MAIL, PHONE]
    notes = [
        moment(text, at=place, contact_type_id=kind.id)
        for text, kind in zip(["p1", "m1", "p2", "m2", "p3"], kinds, strict=True)
    ]
    return a_wall(place, *notes), place, notes


@pytest.mark.parametrize(
    ("text", "index", "wanted"),
    [
        ("p1", 0, ["p1", "m1", "p2", "m2", "p3"]),
        ("p1", 1, ["p1", "m1", "p2", "m2", "p3"]),
        ("p1", 2, ["m1", "p2", "p1", "m2", "p3"]),
        ("p1", 3, ["m1", "p2", "m2", "p3", "p1"]),
        ("p2", 1, ["p1", "m1", "p2", "m2", "p3"]),
        ("p3", 1, ["p1", "m1", "p3", "p2", "m2"]),
        ("p3", 0, ["p3", "p1", "m1", "p2", "m2"]),
        ("p3", 99, ["p1", "m1", "p2", "m2", "p3"]),
        ("m1", 0, ["m1", "p1", "p2", "m2", "p3"]),
        ("m2", 1, ["p1", "m1", "m2", "p2", "p3"]),
    ],
)
def test_a_place_in_a_lane_is_a_place_among_its_notes(
    text: str, index: int, wanted: list[str]
) -> None:
    store, place, notes = lane_wall()
    note = next(one for one in notes if one.text == text)
    target = StackTarget(place.id, index, lane=Lane(PHONE.id))
    do(store, move_moments(store, [note.id], target, new_ids()))
    assert texts(stack(store, place.id)) == wanted
    assert now(store, note).contact_type_id == PHONE.id


def test_a_note_from_elsewhere_goes_to_the_end_of_a_stack_without_the_lanes_type() -> None:
    place = step("place")
    there = moment("there", at=place, contact_type_id=MAIL.id)
    loose = moment("loose")
    store = a_wall(place, there, loose)
    target = StackTarget(place.id, 0, lane=Lane(PHONE.id))
    do(store, move_moments(store, [loose.id], target, new_ids()))
    assert texts(stack(store, place.id)) == ["there", "loose"]


def test_a_note_from_elsewhere_goes_before_the_lanes_note_it_is_dropped_on() -> None:
    place = step("place")
    first = moment("first", at=place, contact_type_id=MAIL.id)
    phone = moment("phone", at=place, contact_type_id=PHONE.id)
    loose, late = moment("loose"), moment("late")
    store = a_wall(place, first, phone, loose, late)
    lane = Lane(PHONE.id)
    do(store, move_moments(store, [loose.id], StackTarget(place.id, 0, lane=lane), new_ids()))
    assert texts(stack(store, place.id)) == ["first", "loose", "phone"]
    do(store, move_moments(store, [late.id], StackTarget(place.id, 2, lane=lane), new_ids()))
    assert texts(stack(store, place.id)) == ["first", "loose", "phone", "late"]


def test_a_duplicate_lies_below_its_original_in_the_same_row() -> None:
    place = step()
    note, below = moment("a", at=place, into=ONLINE), moment("b", at=place, into=ONLINE)
    store = a_wall(place, note, below, moment("first", at=place))
    do(store, duplicate_moments(store, [note.id], new_ids()))
    assert texts(stack(store, place.id, ONLINE.id)) == ["a", "a", "b"]
    assert texts(stack(store, place.id)) == ["first"]


def test_a_removed_step_leaves_the_notes_of_all_rows_unsorted() -> None:
    place = step("place")
    store = a_wall(place, moment("b", at=place, into=ONLINE), moment("a", at=place))
    do(store, remove_step(store, place.id))
    assert texts(unsorted_moments(store)) == ["a", "b"]
    assert {one.row_id for one in store.all(Moment)} == {None}


@few_examples
@given(walls(), st.data())
def test_a_move_lands_where_the_target_says_and_a_second_one_changes_nothing(
    store: Store, data: st.DataObject
) -> None:
    steps, moments = steps_in_order(store), store.all(Moment)
    if not steps or not moments:
        return
    lane = data.draw(st.none() | st.sampled_from([Lane(None), Lane(moments[0].contact_type_id)]))
    row_id = data.draw(st.sampled_from([None, *(one.row_id for one in moments)]))
    index = data.draw(st.integers(0, 5))
    target = StackTarget(data.draw(st.sampled_from(steps)).id, index, row_id, lane)
    note = data.draw(st.sampled_from(moments))
    ids = new_ids(0xF << 60)
    do(store, move_moments(store, [note.id], target, ids))
    found = [one.id for one in cell_moments(store, target)]
    assert note.id in found
    again = StackTarget(target.step_id, found.index(note.id), row_id, lane)
    assert not move_moments(store, [note.id], again, ids)
