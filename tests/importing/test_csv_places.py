"""The columns of a CSV that say where a note goes: step number, tick, priority."""

import pytest

from motwall.model.order import stack, steps_in_order, unsorted_moments
from motwall.model.priorities import priorities
from motwall.model.records import Moment
from tests.factories import moment, step, texts
from tests.importing.samples import blank, of, on_wall, picture, problems_of, read_csv


def test_a_number_keeps_steps_apart_and_stacks_together() -> None:
    plan = read_csv("step number,step,moment\n1,,a\n1,,b\n2,,c\n3,Pay,d\n4,Pay,e\n4,Pay,f\n")
    assert picture(on_wall(plan)) == [
        ("", "", ["a", "b"]), ("", "", ["c"]), ("", "Pay", ["d"]), ("", "Pay", ["e", "f"]),
    ]  # fmt: skip


def test_the_same_words_in_another_step_are_another_note() -> None:
    plan = read_csv("step number,moment,issue\n1,a,x\n2,a,y\n1,a,z\n")
    assert [(one.text, one.issue) for one in of(plan, Moment)] == [("a", "x\nz"), ("a", "y")]


def test_a_note_without_a_place_is_unsorted() -> None:
    plan = read_csv(
        "step number,stage,step,row,moment\n,,,Online,a\n,,Pay,,b\n,Before,,,c\n1,,,,d\n"
    )
    store = on_wall(plan)
    (loose,) = unsorted_moments(store)
    assert (loose.text, loose.row_id, loose.rank) == ("a", None, 0)
    assert [stack(store, one.id)[0].text for one in steps_in_order(store)] == ["b", "c", "d"]


def test_without_the_column_no_note_is_unsorted() -> None:
    assert not unsorted_moments(on_wall(read_csv("step,moment\n,a\n,b\n")))


def test_unsorted_notes_lie_below_those_on_the_wall_and_apart() -> None:
    store = blank()
    old = moment("old", x=10.0, y=300.0)
    store = type(store)([*store.everything(), old])
    rows = "".join(f",note {place}\n" for place in range(14))
    loose = unsorted_moments(on_wall(read_csv(f"step number,moment\n{rows}", store), store))
    assert [one.text for one in loose] == ["old", *(f"note {place}" for place in range(14))]
    assert min(one.y for one in loose[1:]) >= 300.0 + 76.0
    assert len({(one.x, one.y) for one in loose}) == 15


def test_priorities_are_ticked_and_keep_their_order() -> None:
    store = on_wall(read_csv("moment,priority,tick\na,2,\nb,P1,yes\nc,,yes\nd,,no\n"))
    assert texts(priorities(store)) == ["b", "a"]
    ticks = {one.text: one.is_ticked for one in store.all(Moment)}
    assert ticks == {"a": True, "b": True, "c": True, "d": False}


def test_the_shortlist_of_the_wall_goes_on_up_to_five() -> None:
    store = blank()
    at = step("First")
    old = [moment(one, at=at, is_ticked=True, shortlist_rank=n) for n, one in enumerate("xyz", 1)]
    store = type(store)([*store.everything(), at, *old])
    rows = "".join(f"{one},{place}\n" for place, one in enumerate("abc", 1))
    store = on_wall(read_csv(f"moment,priority\n{rows}", store), store)
    assert texts(priorities(store)) == ["x", "y", "z", "a", "b"]
    assert all(one.is_ticked for one in store.all(Moment))


@pytest.mark.parametrize("word", ["0", "-1", "first", "1.5", "P", "9999999"])
def test_a_priority_that_is_no_place_is_told(word: str) -> None:
    assert problems_of(f'moment,priority\na,"{word}"\n') == [
        (2, f'"{word}" is no place among the priorities, such as 1')
    ]


@pytest.mark.parametrize("mark", [*list("=+-@'"), "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_the_mark_before_a_formula_is_taken_away(mark: str) -> None:
    (one,) = of(read_csv(f"moment\n'{mark}x\n"), Moment)
    assert one.text == f"{mark}x"
