"""Steps, stages and notes move by one place, and at the ends they stay."""

import pytest

from motwall.model.edits.moments import move_moments
from motwall.model.edits.steps import move_stage, move_step
from motwall.model.order import stack, steps_in_order
from motwall.model.records import Moment, Stage, Step
from motwall.model.stepping import is_alone_in_stage, place_in_stack, stage_beside, step_beside
from motwall.model.store import Store
from tests.factories import moment, new_ids, stage, step, store_with, texts


def wall_of(letters: str) -> Store:
    """A step for each letter, in the stage of that name; a dot is a step without one."""
    stages = {one: stage(one) for one in dict.fromkeys(letters) if one != "."}
    store = store_with(*stages.values())
    for number, letter in enumerate(letters):
        made = step(str(number), under=stages.get(letter), rank=1024 * (number + 1))
        store = store_with(*store.everything(), made, moment(str(number), at=made))
    return store


def shown(store: Store) -> str:
    """Each step's number as it was, after the letter of its stage."""
    found = []
    for one in steps_in_order(store):
        under = store.find(Stage, one.stage_id)
        found.append((under.title if under else ".") + one.title)
    return " ".join(found)


def named(store: Store, title: str) -> str:
    return next(one.id for one in store.all(Step) if one.title == title)


def walked(letters: str, title: str, way: int) -> list[str]:
    store = wall_of(letters)
    seen = []
    for _ in range(9):
        target = step_beside(store, named(store, title), way)
        if target is None:
            return seen
        patch = move_step(store, named(store, title), target)
        assert patch, "every press changes something"
        store.apply(patch)
        seen.append(shown(store))
    raise AssertionError("no end")


def test_a_step_leaves_its_stage_then_joins_the_next_and_so_on_to_the_end() -> None:
    assert walked("AABB", "0", 1) == [
        "A1 A0 B2 B3",
        "A1 .0 B2 B3",
        "A1 B0 B2 B3",
        "A1 B2 B0 B3",
        "A1 B2 B3 B0",
        "A1 B2 B3 .0",
    ]


def test_a_step_goes_back_the_same_way() -> None:
    assert walked("AAB.", "3", -1) == [
        "A0 A1 B2 B3",
        "A0 A1 B3 B2",
        "A0 A1 .3 B2",
        "A0 A1 A3 B2",
        "A0 A3 A1 B2",
        "A3 A0 A1 B2",
        ".3 A0 A1 B2",
    ]


def test_steps_without_stages_change_places() -> None:
    assert walked("...", "1", 1) == [".0 .2 .1"]
    assert walked("...", "1", -1) == [".1 .0 .2"]
    assert walked(".", "0", 1) == []


def test_who_is_alone_in_a_stage_moves_with_it() -> None:
    store = wall_of("ABB.")
    alone = [is_alone_in_stage(store, named(store, title)) for title in "0123"]
    assert alone == [True, False, False, False]


@pytest.mark.parametrize(
    ("letters", "way", "after"),
    [
        ("AABB..", 1, "B2 B3 A0 A1 .4 .5"),
        ("AA..B", 1, ".2 A0 A1 .3 B4"),
        ("BBAA", -1, "A2 A3 B0 B1"),
        ("..AA", -1, ".0 A2 A3 .1"),
        ("AAB", -1, None),
        ("BAA", 1, None),
    ],
)
def test_a_stage_passes_a_stage_or_one_step(letters: str, way: int, after: str | None) -> None:
    store = wall_of(letters)
    stage_id = next(one.id for one in store.all(Stage) if one.title == "A")
    index = stage_beside(store, stage_id, way)
    if index is None:
        assert after is None
        return
    store.apply(move_stage(store, stage_id, index))
    assert shown(store) == after


def test_notes_go_up_and_down_in_their_stack_and_no_further() -> None:
    first, second = step(), step()
    notes = [moment(name, at=first) for name in "abcd"]
    store = store_with(first, second, *notes, moment("e", at=second), moment("f"))
    ids = {one.text: one.id for one in store.all(Moment)}

    def moved(names: str, way: int) -> str:
        target = place_in_stack(store, [ids[name] for name in names], way)
        if target is None:
            return ""
        store.apply(move_moments(store, [ids[name] for name in names], target, new_ids(900)))
        return "".join(texts(stack(store, first.id)))

    assert moved("a", 1) == "bacd"
    assert moved("a", -1) == "abcd"
    assert moved("a", -1) == ""
    assert moved("d", 1) == ""
    assert moved("bc", 1) == "adbc"
    assert moved("bc", -1) == "abcd"
    assert moved("ae", 1) == ""
    assert moved("f", 1) == ""
    assert moved("", 1) == ""
