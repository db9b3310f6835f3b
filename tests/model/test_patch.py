from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.patch import NO_LABEL, Change, Label, Patch
from motwall.model.records import Moment, Record, Step
from motwall.model.store import Store
from tests.factories import an_id, moment, step

A, B = moment("a", id=an_id(1)), moment("b", id=an_id(2))

states = st.dictionaries(
    st.sampled_from([an_id(number) for number in range(4)]), st.sampled_from("xyz")
)


def records_of(state: dict[str, str]) -> dict[str, Record]:
    return {key: Moment(id=key, text=text) for key, text in state.items()}


def between(before: dict[str, str], after: dict[str, str]) -> Patch:
    """The patch that leads from one state of a little wall to another."""
    old, new = records_of(before), records_of(after)
    return Patch({key: Change(old.get(key), new.get(key)) for key in old.keys() | new.keys()})


def test_a_change_names_the_record_as_it_becomes_or_as_it_was() -> None:
    assert Change(A, B).record is B
    assert Change(A, None).record is A
    with pytest.raises(ValueError, match="one side"):
        _ = Change(None, None).record


def test_changed_fields() -> None:
    assert Change(A, replace(A, text="other", is_ticked=True)).changed_fields() == {
        "text",
        "is_ticked",
    }
    assert "text" in Change(None, A).changed_fields()
    assert "rank" in Change(A, None).changed_fields()


def test_changes_that_change_nothing_vanish() -> None:
    assert not Patch.of([Change(A, replace(A))])
    assert not Patch({A.id: Change(None, None)})
    assert list(Patch.of([Change(A, A), Change(None, B)])) == [Change(None, B)]


def test_later_changes_of_a_record_go_on_from_the_earlier() -> None:
    placed = replace(A, rank=5)
    patch = Patch.of([Change(None, A), Change(A, placed)])
    assert list(patch) == [Change(None, placed)]


def test_a_patch_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        Patch.of([Change(None, A)]).changes[B.id] = Change(None, B)


def test_labels_count() -> None:
    assert str(Label("move of %n note(s)", 1)) == "move of 1 note"
    assert str(Label("move of %n note(s)", 3)) == "move of 3 notes"
    assert str(NO_LABEL) == ""
    assert Patch().labelled("choice", 2).label == Label("choice", 2)


def test_the_first_label_stays_and_every_cut_is_said() -> None:
    first = Patch.of([Change(None, A)], "first")
    second = Patch.of([Change(None, B)], "second", is_cut=True)
    both = first.then(second)
    assert both.label == Label("first")
    assert both.is_cut
    assert not first.is_cut


def test_touches() -> None:
    patch = Patch.of([Change(A, replace(A, rank=9)), Change(None, step("s"))])
    assert patch.touches(Moment)
    assert patch.touches(Moment, "rank", "text")
    assert not patch.touches(Moment, "text")
    assert patch.touches(Step, "title")
    assert not Patch().touches(Moment)


@given(states, states)
def test_inverted_twice_is_the_same(one: dict[str, str], two: dict[str, str]) -> None:
    patch = between(one, two)
    assert patch.inverted().inverted() == patch
    assert patch.inverted() == between(two, one)


@given(states, states, states, states)
def test_then_may_be_bracketed_either_way(
    one: dict[str, str], two: dict[str, str], three: dict[str, str], four: dict[str, str]
) -> None:
    first, second, third = between(one, two), between(two, three), between(three, four)
    assert first.then(second).then(third) == first.then(second.then(third))
    assert first.then(second).then(third) == between(one, four)


@given(states, states)
def test_a_patch_and_its_inverse_cancel_out(one: dict[str, str], two: dict[str, str]) -> None:
    patch = between(one, two)
    assert not patch.then(patch.inverted())
    assert bool(patch) is (one != two)


@given(states, states)
def test_applying_and_taking_back_leaves_the_wall_as_it_was(
    one: dict[str, str], two: dict[str, str]
) -> None:
    store = Store(records_of(one).values())
    patch = between(one, two)
    store.check(patch)
    store.apply(patch)
    assert {each.id: each for each in store.everything()} == records_of(two)
    store.check(patch.inverted())
    store.apply(patch.inverted())
    assert {each.id: each for each in store.everything()} == records_of(one)
