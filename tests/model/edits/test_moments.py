from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.edits.marks import rate
from motwall.model.edits.moments import (
    TWIN_OFFSET,
    UNSORTED_COLUMNS,
    UNSORTED_PITCH,
    add_moments,
    delete_moments,
    duplicate_moments,
    end_of_timeline,
    free_spot,
    line_up,
    move_moments,
)
from motwall.model.layout import NOTE_HEIGHT
from motwall.model.order import (
    all_moments,
    ideas_of,
    runs,
    stack,
    steps_in_order,
    timeline_moments,
)
from motwall.model.patch import Patch
from motwall.model.records import Assessment, Idea, Moment, PlannedAction, Rating, Stage, Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget, StackTarget, Target, UnsortedTarget
from motwall.model.wrapping import COLUMN_PITCH, NOTE_WIDTH
from tests.factories import (
    TODAY,
    action,
    an_id,
    contact_type,
    idea,
    moment,
    new_ids,
    stage,
    step,
    store_with,
    texts,
)


def do(store: Store, patch: Patch) -> Patch:
    store.check(patch)
    store.apply(patch)
    return patch


def columns(store: Store) -> list[list[str]]:
    """The words on the timeline, step by step."""
    return [texts(stack(store, one.id)) for one in steps_in_order(store)]


def timeline(*columns_of_texts: str) -> tuple[Store, list[Step], dict[str, Moment]]:
    """A wall with a step for each word, a note for each letter of it."""
    steps = [step() for _ in columns_of_texts]
    notes = [
        moment(text, at=place)
        for place, column in zip(steps, columns_of_texts, strict=True)
        for text in column
    ]
    return store_with(*steps, *notes), steps, {one.text: one for one in notes}


# --- adding ---


def test_each_text_in_a_gap_makes_a_step() -> None:
    store, _, _ = timeline("a", "b")
    patch = do(store, add_moments(store, ["x", "y"], GapTarget(1), new_ids()))
    assert columns(store) == [["a"], ["x"], ["y"], ["b"]]
    assert str(patch.label) == "adding 2 notes"


def test_adding_to_a_stack_and_to_the_unsorted() -> None:
    store, (place,), _ = timeline("ab")
    ids = new_ids()
    do(store, add_moments(store, ["x", "y"], StackTarget(place.id, 1), ids))
    assert columns(store) == [["a", "x", "y", "b"]]
    many = [str(number) for number in range(UNSORTED_COLUMNS + 1)]
    do(store, add_moments(store, many, UnsortedTarget(10.0, 20.0), ids))
    loose = [one for one in store.all(Moment) if one.step_id is None]
    assert (loose[1].x, loose[1].y) == (10.0 + COLUMN_PITCH, 20.0)
    assert (loose[-1].x, loose[-1].y) == (10.0, 20.0 + UNSORTED_PITCH)


def test_added_words_are_cleaned_and_a_cut_is_said() -> None:
    store, _, _ = timeline()
    patch = add_moments(store, ["fine", "tab\t" + "x" * 5000], GapTarget(0), new_ids())
    assert patch.is_cut
    do(store, patch)
    first, second = timeline_moments(store)
    assert first.text == "fine"
    assert len(second.text) == 4000
    assert "\t" not in second.text


def test_added_notes_can_have_a_type() -> None:
    phone = contact_type("Phone")
    store = store_with(phone)
    do(store, add_moments(store, ["x"], free_spot(store), new_ids(), phone.id))
    assert store.all(Moment)[0].contact_type_id == phone.id


def test_an_empty_step_that_kept_a_stage_gives_way_to_a_new_one() -> None:
    own = stage("A")
    empty = step(under=own)
    store = store_with(own, empty)
    do(store, add_moments(store, ["x"], GapTarget(1, own.id), new_ids()))
    assert columns(store) == [["x"]]
    assert store.all(Stage) == [own]


# --- places ---


def test_the_end_of_the_timeline_goes_on_with_the_last_stage() -> None:
    own = stage("A")
    assert end_of_timeline(store_with()) == GapTarget(0, None)
    assert end_of_timeline(store_with(own, step(), step(under=own))) == GapTarget(2, own.id)


def test_free_spots_fill_rows() -> None:
    store, ids = store_with(), new_ids()
    spots = []
    for number in range(UNSORTED_COLUMNS + 1):
        spots.append(free_spot(store))
        do(store, add_moments(store, [str(number)], spots[-1], ids))
    assert spots[:2] == [UnsortedTarget(0.0, 0.0), UnsortedTarget(COLUMN_PITCH, 0.0)]
    assert spots[-1] == UnsortedTarget(0.0, UNSORTED_PITCH)


def test_a_note_lying_askew_takes_all_the_places_it_touches() -> None:
    askew = moment("a", x=50.0, y=40.0)
    assert free_spot(store_with(askew)) == UnsortedTarget(2 * COLUMN_PITCH, 0.0)
    far = moment("a", x=5000.0, y=0.0)
    assert free_spot(store_with(far)) == UnsortedTarget(0.0, 0.0)


coordinates = st.floats(-200, 1500)


@given(st.lists(st.tuples(coordinates, coordinates), max_size=20))
def test_a_free_spot_is_free(places: list[tuple[float, float]]) -> None:
    spot = free_spot(store_with(*(moment("a", x=x, y=y) for x, y in places)))
    assert spot.x >= 0
    assert spot.y >= 0
    for x, y in places:
        assert abs(spot.x - x) >= NOTE_WIDTH or abs(spot.y - y) >= NOTE_HEIGHT


# --- moving ---


def test_several_notes_in_a_gap_make_a_step_each_in_their_order() -> None:
    store, _, notes = timeline("ab", "c", "d")
    wanted = [notes[one].id for one in "cab"]
    patch = do(store, move_moments(store, wanted, GapTarget(3), new_ids()))
    assert columns(store) == [["d"], ["a"], ["b"], ["c"]]
    assert str(patch.label) == "move of 3 notes"


def test_stacking_and_moving_within_the_stack() -> None:
    store, steps, notes = timeline("abc", "d")
    ids = new_ids()
    do(store, move_moments(store, [notes["d"].id], StackTarget(steps[0].id, 1), ids))
    assert columns(store) == [["a", "d", "b", "c"]]
    do(store, move_moments(store, [notes["a"].id], StackTarget(steps[0].id, 3), ids))
    assert columns(store) == [["d", "b", "a", "c"]]
    do(store, move_moments(store, [notes["c"].id], StackTarget(steps[0].id, 0), ids))
    assert columns(store) == [["c", "d", "b", "a"]]
    do(store, move_moments(store, [notes["c"].id], StackTarget(steps[0].id, 99), ids))
    assert columns(store) == [["d", "b", "a", "c"]]


def test_a_titled_step_stays_when_its_note_leaves() -> None:
    place = step("Door")
    note = moment("a", at=place)
    store = store_with(place, note)
    do(store, move_moments(store, [note.id], GapTarget(1), new_ids()))
    assert columns(store) == [[], ["a"]]


def test_unsorted_notes_keep_their_distances() -> None:
    one, two = moment("one", x=100.0, y=50.0), moment("two", x=150.0, y=20.0)
    store = store_with(one, two)
    do(store, move_moments(store, [one.id, two.id], UnsortedTarget(10.0, 0.0), new_ids()))
    assert (store.get(Moment, one.id).x, store.get(Moment, one.id).y) == (10.0, 30.0)
    assert (store.get(Moment, two.id).x, store.get(Moment, two.id).y) == (60.0, 0.0)


def test_notes_from_the_timeline_are_laid_out_in_rows() -> None:
    store, _, notes = timeline("ab", "c")
    target = UnsortedTarget(5.0, 6.0)
    do(store, move_moments(store, [one.id for one in notes.values()], target, new_ids()))
    assert steps_in_order(store) == []
    places = [(one.x, one.y, one.rank) for one in all_moments(store)]
    assert places == [(5.0 + COLUMN_PITCH * number, 6.0, 0) for number in range(3)]


def test_notes_lying_on_one_spot_are_laid_out_too() -> None:
    one, two = moment("one"), moment("two")
    store = store_with(one, two)
    do(store, move_moments(store, [one.id, two.id], UnsortedTarget(0.0, 0.0), new_ids()))
    assert {moment.x for moment in store.all(Moment)} == {0.0, COLUMN_PITCH}


def test_unsorted_notes_stay_within_the_area() -> None:
    one = moment("one", x=5.0, y=5.0)
    store = store_with(one)
    do(store, move_moments(store, [one.id], UnsortedTarget(-5.0, -5.0), new_ids()))
    assert (store.get(Moment, one.id).x, store.get(Moment, one.id).y) == (0.0, 0.0)


@pytest.mark.parametrize("index", [1, 2])
def test_a_lone_note_dropped_beside_its_own_step_stays(index: int) -> None:
    store, _, notes = timeline("a", "b", "c")
    assert not move_moments(store, [notes["b"].id], GapTarget(index), new_ids())


def test_a_note_leaves_its_stage_at_the_edge() -> None:
    own = stage("A")
    first, second = step(under=own), step(under=own)
    notes = [moment("a", at=first), moment("b", at=second)]
    store = store_with(own, first, second, *notes)
    do(store, move_moments(store, [notes[1].id], GapTarget(2), new_ids()))
    assert [(run.stage, len(run.steps)) for run in runs(store)] == [(own, 1), (None, 1)]
    assert columns(store) == [["a"], ["b"]]


def test_a_note_of_several_or_of_a_titled_step_does_move_beside_it() -> None:
    store, _, notes = timeline("ab")
    do(store, move_moments(store, [notes["b"].id], GapTarget(1), new_ids()))
    assert columns(store) == [["a"], ["b"]]
    place = step("Door")
    note = moment("a", at=place)
    assert move_moments(store_with(place, note), [note.id], GapTarget(1), new_ids())


def test_the_only_step_of_a_stage_goes_when_others_join_the_stage_meanwhile() -> None:
    own = stage("A")
    place, other = step(under=own), step()
    notes = [moment("a", at=place), moment("b", at=other)]
    store = store_with(own, place, other, *notes)
    do(store, move_moments(store, [one.id for one in notes], GapTarget(1, own.id), new_ids()))
    assert columns(store) == [["a"], ["b"]]
    assert [run.stage for run in runs(store)] == [own]


def test_lining_up_takes_the_unsorted_in_reading_order() -> None:
    store, _, notes = timeline("a")
    low, high = moment("low", y=200.0), moment("high")
    store = store_with(*store.everything(), low, high)
    chosen = [low.id, notes["a"].id, high.id]
    patch = do(store, line_up(store, chosen, new_ids()))
    assert columns(store) == [["a"], ["high"], ["low"]]
    assert str(patch.label) == "lining up 2 notes"
    assert not line_up(store, chosen, new_ids())


# --- deleting, duplicating ---


def test_what_belongs_to_a_moment_goes_with_it() -> None:
    store, _, notes = timeline("a", "b")
    own, others = idea(notes["a"], "own"), idea(notes["b"], "other's")
    from_own = idea(notes["b"], "from own", from_idea_id=own.id)
    planned = action(notes["b"], "planned", idea_id=own.id)
    store = store_with(*store.everything(), own, others, from_own, action(notes["a"]), planned)
    do(store, rate(store, [notes["a"].id], Rating.NEUTRAL, TODAY, new_ids()))
    do(store, delete_moments(store, [notes["a"].id]))
    assert columns(store) == [["b"]]
    assert store.all(Assessment) == []
    assert {one.text for one in store.all(Idea)} == {"other's", "from own"}
    assert store.get(Idea, from_own.id).from_idea_id is None
    assert store.all(PlannedAction) == [replace(planned, idea_id=None)]


def test_a_duplicate_is_a_note_to_be_judged_anew() -> None:
    phone = contact_type("Phone")
    place = step()
    note = moment(
        "a",
        at=place,
        contact_type_id=phone.id,
        is_ticked=True,
        shortlist_rank=1,
        rating=Rating.NEUTRAL,
        rated_on=TODAY,
        issue="too loud",
    )
    below, loose = moment("b", at=place), moment("c", x=3.0, y=4.0)
    store = store_with(phone, place, note, below, loose, idea(note))
    do(store, duplicate_moments(store, [loose.id, note.id], new_ids()))
    assert columns(store) == [["a", "a", "b"]]
    twin = stack(store, place.id)[1]
    assert (twin.contact_type_id, twin.issue) == (phone.id, "too loud")
    assert (twin.is_ticked, twin.shortlist_rank, twin.rating, twin.rated_on) == (
        False, None, None, None,
    )  # fmt: skip
    assert ideas_of(store, twin.id) == []
    copy = next(one for one in store.all(Moment) if one.text == "c" and one.id != loose.id)
    assert (copy.x, copy.y) == (3.0 + TWIN_OFFSET, 4.0 + TWIN_OFFSET)


# --- every way of moving ---

targets = st.one_of(
    st.builds(GapTarget, st.integers(-1, 6)),
    st.builds(StackTarget, st.integers(1, 4).map(an_id), st.integers(0, 4)),
    st.builds(UnsortedTarget, st.floats(0, 900), st.floats(0, 900)),
)


@given(st.lists(st.integers(10, 17), unique=True, max_size=8), targets)
def test_moving_loses_no_note_and_keeps_ranks_apart(numbers: list[int], target: Target) -> None:
    steps = [step(id=an_id(number)) for number in range(1, 5)]
    notes = [moment(str(n), id=an_id(n), at=steps[(n - 10) // 2]) for n in range(10, 18)]
    store = store_with(*steps, *notes)
    do(store, move_moments(store, [an_id(n) for n in numbers], target, new_ids(100)))
    assert sorted(texts(all_moments(store))) == [str(n) for n in range(10, 18)]
    for place in steps_in_order(store):
        ranks = [one.rank for one in stack(store, place.id)]
        assert ranks
        assert len(set(ranks)) == len(ranks)
    moved = [one.text for one in all_moments(store) if one.text in map(str, numbers)]
    assert moved == sorted(moved) or isinstance(target, UnsortedTarget)
