import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.edits.steps import (
    dissolve_stage,
    move_stage,
    move_step,
    name_stretch,
    remove_step,
)
from motwall.model.order import runs, steps_in_order, unsorted_moments
from motwall.model.patch import Patch
from motwall.model.records import Moment, Record, Stage, Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget
from tests.factories import moment, new_ids, stage, step, store_with, texts


def do(store: Store, patch: Patch) -> Store:
    store.check(patch)
    store.apply(patch)
    return store


def a_wall(pattern: str) -> Store:
    """A wall with a step for each letter: its place is the title, the letter its stage (. none)."""
    stages = {letter: stage(letter) for letter in dict.fromkeys(pattern) if letter != "."}
    steps = [step(str(n), under=stages.get(letter)) for n, letter in enumerate(pattern)]
    return store_with(*stages.values(), *steps)


def shown(store: Store) -> str:
    """The titles of the steps in order, those of a stage in brackets: "A(01) (2)"."""
    return " ".join(
        (run.stage.title if run.stage else "") + f"({''.join(one.title for one in run.steps)})"
        for run in runs(store)
    )


def named(store: Store, title: str) -> str:
    return next(one.id for one in store.all(Step) if one.title == title)


def stage_named(store: Store, title: str | None) -> str | None:
    return next((one.id for one in store.all(Stage) if one.title == title), None)


@pytest.mark.parametrize(
    ("pattern", "title", "index", "wish", "result"),
    [
        ("....", "0", 4, None, "(1230)"),
        ("....", "3", 0, None, "(3012)"),
        ("....", "1", 3, None, "(0213)"),
        ("....", "1", 99, None, "(0231)"),
        ("AABB", "0", 3, None, "A(1) B(203)"),
        ("AABB", "3", 0, None, "(3) A(01) B(2)"),
        ("AABB", "3", 0, "A", "A(301) B(2)"),
        ("AB", "0", 2, None, "B(1) (0)"),
        ("AB", "0", 2, "B", "B(10)"),
        ("AAB", "1", 2, "B", "A(0) B(12)"),
        ("AA.", "1", 2, None, "A(0) (12)"),
        ("AAA", "0", 3, None, "A(12) (0)"),
        ("AAA", "0", 3, "A", "A(120)"),
    ],
)
def test_moving_a_step(pattern: str, title: str, index: int, wish: str | None, result: str) -> None:
    store = a_wall(pattern)
    target = GapTarget(index, stage_named(store, wish))
    do(store, move_step(store, named(store, title), target))
    assert shown(store) == result
    assert set(store.all(Stage)) == {run.stage for run in runs(store)} - {None}


@pytest.mark.parametrize(
    ("pattern", "index", "wish"),
    [("...", 1, None), ("...", 2, None), ("AAA", 1, None), ("AAA", 2, "A"), ("BAC", 1, "A")],
)
def test_a_step_dropped_beside_itself_stays(pattern: str, index: int, wish: str | None) -> None:
    store = a_wall(pattern)
    assert not move_step(store, named(store, "1"), GapTarget(index, stage_named(store, wish)))


def test_moving_a_step_leaves_the_others_alone() -> None:
    store = a_wall("......")
    patch = move_step(store, named(store, "5"), GapTarget(1))
    assert [change.record.id for change in patch] == [named(store, "5")]


def test_the_notes_of_a_step_go_with_it() -> None:
    one, two = step(), step()
    note = moment("a", at=one)
    store = store_with(one, two, note, moment("b", at=two))
    do(store, move_step(store, one.id, GapTarget(2)))
    assert steps_in_order(store)[1].id == one.id
    assert store.get(Moment, note.id) == note


def test_an_empty_step_pulled_out_of_its_stage_goes_with_the_stage() -> None:
    own = stage("A")
    empty, other = step(under=own), step("B")
    store = store_with(own, empty, other)
    do(store, move_step(store, empty.id, GapTarget(2)))
    assert shown(store) == "(B)"
    assert store.all(Stage) == []


@pytest.mark.parametrize(
    ("pattern", "name", "index", "result"),
    [
        ("AABB", "A", 4, "B(23) A(01)"),
        ("AABB", "B", 0, "B(23) A(01)"),
        ("AABB", "A", 3, "A(01) B(23)"),
        ("AABBB", "A", 4, "B(234) A(01)"),
        ("AABBB", "A", 3, "A(01) B(234)"),
        ("A....", "A", 3, "(12) A(0) (34)"),
        (".AA..", "A", 0, "A(12) (034)"),
        ("AABC", "C", 0, "C(3) A(01) B(2)"),
        ("AABC", "A", 99, "B(2) C(3) A(01)"),
        ("AA.", "A", 1, "A(01) (2)"),
    ],
)
def test_moving_a_stage(pattern: str, name: str, index: int, result: str) -> None:
    store = a_wall(pattern)
    stage_id = stage_named(store, name)
    assert stage_id is not None
    do(store, move_stage(store, stage_id, index))
    assert shown(store) == result


def test_a_stage_moved_to_where_it_is_changes_nothing() -> None:
    store = a_wall("AABB")
    stage_id = stage_named(store, "A")
    assert stage_id is not None
    assert not move_stage(store, stage_id, 1)


@pytest.mark.parametrize(
    ("pattern", "titles", "result"),
    [
        ("....", "12", "(0) N(12) (3)"),
        ("....", "03", "N(0123)"),
        ("AAAA", "12", "A(0) N(12) (3)"),
        ("AAAA", "01", "N(01) A(23)"),
        ("AAAA", "23", "A(01) N(23)"),
        ("AABB", "12", "A(0) N(12) B(3)"),
        ("AABB", "01", "N(01) B(23)"),
        ("AAB.", "0123", "N(0123)"),
    ],
)
def test_naming_a_stretch(pattern: str, titles: str, result: str) -> None:
    store = a_wall(pattern)
    ids = [named(store, title) for title in titles]
    do(store, name_stretch(store, ids, "N", new_ids()))
    assert shown(store) == result
    assert {one.title for one in store.all(Stage)} == {
        run.stage.title for run in runs(store) if run.stage
    }


def test_a_stretch_of_nothing_is_no_stage() -> None:
    assert not name_stretch(a_wall("."), [], "N", new_ids())


def test_the_name_of_a_stretch_is_one_clean_line() -> None:
    store = a_wall(".")
    patch = name_stretch(store, [named(store, "0")], "a\nb" + "x" * 300, new_ids())
    assert patch.is_cut
    do(store, patch)
    assert store.all(Stage)[0].title == "a b" + "x" * 197


def test_an_empty_step_within_a_named_stretch_goes() -> None:
    own = stage("A")
    empty, other = step(under=own), step("B")
    store = store_with(own, empty, other)
    do(store, name_stretch(store, [empty.id, other.id], "N", new_ids()))
    assert shown(store) == "N(B)"


def test_dissolving_a_stage_leaves_its_steps() -> None:
    store = a_wall("AA.")
    stage_id = stage_named(store, "A")
    assert stage_id is not None
    do(store, dissolve_stage(store, stage_id))
    assert shown(store) == "(012)"


def test_dissolving_a_stage_takes_its_empty_step_along() -> None:
    own = stage("A")
    store = store_with(own, step(under=own), step("B"))
    do(store, dissolve_stage(store, own.id))
    assert shown(store) == "(B)"


def test_the_notes_of_a_removed_step_fall_below_the_unsorted() -> None:
    own = stage("A")
    place = step("Door", under=own)
    notes: list[Record] = [moment(str(number), at=place) for number in range(7)]
    loose = moment("loose", y=100.0)
    store = store_with(own, place, loose, *notes)
    do(store, remove_step(store, place.id))
    assert (store.all(Step), store.all(Stage)) == ([], [])
    assert texts(unsorted_moments(store)) == ["loose", *map(str, range(7))]
    fallen = [one for one in store.all(Moment) if one.text != "loose"]
    assert min(one.y for one in fallen) >= 176.0
    assert {one.rank for one in fallen} == {0}


@given(
    st.text(st.sampled_from("ABC."), min_size=1, max_size=8).map(
        lambda text: "".join(sorted(text))
    ),
    st.integers(0, 7),
    st.integers(0, 9),
    st.sampled_from(["A", "B", "C", None]),
)
def test_moves_keep_stages_in_one_piece(
    pattern: str, number: int, index: int, wish: str | None
) -> None:
    store = a_wall(pattern)
    title = str(number % len(pattern))
    do(store, move_step(store, named(store, title), GapTarget(index, stage_named(store, wish))))
    stages = [run.stage for run in runs(store) if run.stage]
    assert len(stages) == len(set(stages)) == store.count(Stage)
    for one in stages:
        do(store, move_stage(store, one.id, index))
        moved = [run.stage for run in runs(store) if run.stage]
        assert sorted(each.id for each in moved) == sorted(each.id for each in stages)
    assert len({one.rank for one in store.all(Step)}) == len(pattern)
