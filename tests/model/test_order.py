import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.order import (
    RANK_STEP,
    READING_BAND,
    actions_of,
    all_moments,
    by_rank,
    contact_types,
    ideas_of,
    in_reading_order,
    in_wall_order,
    insert_ranked,
    runs,
    stack,
    steps_in_order,
    timeline_moments,
    unsorted_moments,
)
from motwall.model.patch import Change, Patch
from motwall.model.records import Step
from motwall.model.store import Store
from tests.factories import (
    action,
    an_id,
    contact_type,
    idea,
    moment,
    stage,
    step,
    store_with,
    texts,
)
from tests.strategies import few_examples, walls


def test_equal_ranks_are_ordered_by_id() -> None:
    second, first = step("b", id=an_id(2), rank=7), step("a", id=an_id(1), rank=7)
    earliest = step("c", id=an_id(3), rank=-7)
    assert by_rank([second, first, earliest]) == [earliest, first, second]


def test_the_orders_of_a_wall() -> None:
    late, early = step("late", rank=20), step("early", rank=10)
    low, high = moment("low", at=late, rank=2), moment("high", at=late, rank=1)
    first, loose = moment("first", at=early), moment("loose")
    store = store_with(late, early, low, high, first, loose)
    assert steps_in_order(store) == [early, late]
    assert stack(store, late.id) == [high, low]
    assert texts(timeline_moments(store)) == ["first", "high", "low"]
    assert texts(all_moments(store)) == ["first", "high", "low", "loose"]
    assert texts(unsorted_moments(store)) == ["loose"]
    wanted = [loose.id, low.id, high.id, first.id, low.id]
    assert texts(in_wall_order(store, wanted)) == ["first", "high", "low", "loose"]
    with pytest.raises(KeyError):
        in_wall_order(store, [an_id(99)])


def test_what_belongs_to_a_moment_and_the_legend() -> None:
    note, other = moment("a"), moment("b")
    ideas = [idea(note, "2", rank=2), idea(note, "1", rank=1), idea(other, "x")]
    actions = [action(note, "2", rank=2), action(note, "1", rank=1), action(other, "x")]
    types = [contact_type("two", "TW", rank=2), contact_type("one", "ON", rank=1)]
    store = store_with(note, other, *ideas, *actions, *types)
    assert [one.text for one in ideas_of(store, note.id)] == ["1", "2"]
    assert [one.text for one in actions_of(store, note.id)] == ["1", "2"]
    assert [one.name for one in contact_types(store)] == ["one", "two"]


def test_stages_are_runs() -> None:
    arrival = stage("Arrival")
    one, two = step("1", under=arrival), step("2", under=arrival)
    three, four = step("3"), step("4", under=stage("gone"))
    store = store_with(arrival, one, two, three, four)
    assert [(run.stage, run.steps) for run in runs(store)] == [
        (arrival, (one, two)),
        (None, (three,)),
        (None, (four,)),
    ]


def test_notes_are_read_in_lines_from_the_top_left() -> None:
    notes = [
        moment("3", x=0.0, y=READING_BAND),
        moment("2", x=110.0, y=0.0),
        moment("1", x=0.0, y=READING_BAND - 1),
        moment("4", x=50.0, y=READING_BAND + 5),
    ]
    assert texts(in_reading_order(notes)) == ["1", "2", "3", "4"]
    assert in_reading_order([]) == []


@few_examples
@given(walls())
def test_every_moment_is_listed_once(store: Store) -> None:
    listed = [one.id for one in all_moments(store)]
    assert len(listed) == len(set(listed))
    assert {*listed} == {one.id for one in in_wall_order(store, listed)}
    assert listed == [one.id for one in in_wall_order(store, reversed(listed))]


@given(
    st.lists(st.integers(-5, 5000), max_size=8),
    st.integers(0, 8),
    st.integers(0, 12),
    st.booleans(),
)
def test_inserting_keeps_the_order(ranks: list[int], index: int, count: int, spread: bool) -> None:
    scale = RANK_STEP if spread else 1
    existing = by_rank([Step(id=an_id(n), rank=rank * scale) for n, rank in enumerate(ranks)])
    index = min(index, len(existing))
    new_ranks, changes = insert_ranked(existing, index, count)
    store = Store(existing)
    patch = Patch.of(changes)
    store.check(patch)
    store.apply(patch)
    fresh = [Step(id=an_id(100 + n), rank=rank) for n, rank in enumerate(new_ranks)]
    store.apply(Patch.of(Change(None, one) for one in fresh))
    wanted = [one.id for one in existing]
    wanted[index:index] = [one.id for one in fresh]
    assert [one.id for one in steps_in_order(store)] == wanted
    neighbours = {one.rank for one in store.all(Step)} - set(new_ranks)
    assert len(set(new_ranks)) == count
    assert neighbours.isdisjoint(new_ranks)


def test_there_is_room_for_ten_insertions_before_renumbering() -> None:
    left, right = step(rank=RANK_STEP), step(rank=2 * RANK_STEP)
    for _ in range(10):
        (rank,), changes = insert_ranked([left, right], 1, 1)
        assert changes == []
        right = step(rank=rank)
    assert insert_ranked([left, right], 1, 1)[1] != []
