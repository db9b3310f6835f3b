"""The edges of a stage move over the steps of the timeline."""

import pytest

from motwall.model.edits.extents import StageEdge, resize_stage, stage_span
from motwall.model.order import steps_in_order
from motwall.model.records import Record, Stage, Step
from motwall.model.store import Store
from tests.factories import moment, stage, step, store_with


def wall_of(letters: str) -> Store:
    """A step for each letter, in the stage of that name; a dot is a step without one."""
    stages = {one: stage(one) for one in dict.fromkeys(letters) if one != "."}
    records: list[Record] = list(stages.values())
    for number, letter in enumerate(letters):
        made = step(under=stages.get(letter), rank=1024 * (number + 1))
        records += [made, moment(str(number), at=made)]
    return store_with(*records)


def letters_of(store: Store) -> str:
    found = []
    for one in steps_in_order(store):
        under = store.find(Stage, one.stage_id)
        found.append(under.title if under else ".")
    return "".join(found)


def resized(letters: str, name: str, edge: StageEdge, index: int) -> str:
    store = wall_of(letters)
    stage_id = next(one.id for one in store.all(Stage) if one.title == name)
    patch = resize_stage(store, stage_id, edge, index)
    store.check(patch)
    store.apply(patch)
    named = {one for one in letters_of(store) if one != "."}
    assert {one.title for one in store.all(Stage)} == named, "a stage lives while it has a step"
    return letters_of(store)


@pytest.mark.parametrize(
    ("before", "index", "after"),
    [
        ("AA..", 3, "AAA."),
        ("AA..", 4, "AAAA"),
        ("AA..", 9, "AAAA"),
        ("AABB", 3, "AAAB"),
        ("AAAB", 2, "AABB"),
        ("AAB", 3, "AAA"),
        ("AAA.", 2, "AA.."),
        ("AAA", 1, "A.."),
        ("AAA", -4, "A.."),
        (".AA", 1, ".A."),
        ("AABB", 2, "AABB"),
        ("ABC", 3, "AAA"),
    ],
)
def test_the_end_of_a_stage_takes_steps_in_and_gives_them_away(
    before: str, index: int, after: str
) -> None:
    assert resized(before, "A", StageEdge.END, index) == after


@pytest.mark.parametrize(
    ("before", "index", "after"),
    [
        ("..BB", 1, ".BBB"),
        ("..BB", -1, "BBBB"),
        ("AABB", 1, "ABBB"),
        ("ABBB", 2, "AABB"),
        ("ABB", 0, "BBB"),
        (".BBB", 3, "...B"),
        ("BBB", 9, "..B"),
        ("AABB", 2, "AABB"),
    ],
)
def test_the_start_of_a_stage_takes_steps_in_and_gives_them_away(
    before: str, index: int, after: str
) -> None:
    assert resized(before, "B", StageEdge.START, index) == after


def test_an_edge_put_where_it_is_changes_nothing() -> None:
    store = wall_of("AAB")
    stage_id = store.all(Stage)[0].id
    assert stage_span(store, stage_id) == (0, 2)
    assert not resize_stage(store, stage_id, StageEdge.END, 2)
    assert not resize_stage(store, stage_id, StageEdge.START, 0)


def test_an_empty_untitled_step_that_loses_its_stage_goes() -> None:
    long = stage("A")
    kept, blank = step(under=long, rank=1024), step(under=long, rank=2048)
    store = store_with(long, kept, blank, moment("sign", at=kept))
    store.apply(resize_stage(store, long.id, StageEdge.END, 1))
    assert [one.id for one in store.all(Step)] == [kept.id]
