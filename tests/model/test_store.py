from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.fields import rules_of
from motwall.model.order import steps_in_order
from motwall.model.patch import Change, Patch
from motwall.model.records import RECORD_TYPES, Idea, Moment, Stage, Step, Wall
from motwall.model.store import PatchMismatch, Store
from tests.factories import an_id, idea, moment, step, store_with, wall
from tests.strategies import few_examples, walls


def test_finding() -> None:
    note, own = moment("a"), wall(title="Shop")
    store = store_with(own, note)
    assert store.get(Moment, note.id) is note
    assert store.find(Moment, note.id) is note
    assert store.find_any(note.id) is note
    assert store.wall is own
    assert store.find(Moment, None) is None
    assert store.find(Step, note.id) is None
    assert store.find_any(an_id(9)) is None
    with pytest.raises(KeyError):
        store.get(Step, note.id)


def test_counting_and_listing() -> None:
    note, other = moment("a"), moment("b")
    store = Store([note, other, wall()])
    assert store.all(Moment) == [note, other]
    assert (store.count(Moment), store.count(Stage)) == (2, 0)
    assert [type(one) for one in store.everything()] == [Wall, Moment, Moment]


def test_a_patch_that_starts_from_something_else_is_refused() -> None:
    note = moment("a")
    store = store_with(note)
    for change in (
        Change(None, replace(note, text="b")),
        Change(replace(note, text="x"), None),
        Change(moment("gone"), None),
    ):
        with pytest.raises(PatchMismatch, match="Moment"):
            store.check(Patch.of([change]))


def test_applying_counts_the_version() -> None:
    store = Store()
    store.apply(Patch.of([Change(None, moment("a"))]))
    assert store.version == 1


def test_who_refers_to_a_record() -> None:
    place = step("s")
    note = moment("a", at=place)
    first = idea(note, "first")
    second = idea(note, "second", from_idea_id=first.id)
    store = store_with(place, note, first, second)
    assert store.referrers(place.id) == [(note, "step_id")]
    assert store.referrers(note.id) == [(first, "moment_id"), (second, "moment_id")]
    assert store.referrers(first.id) == [(second, "from_idea_id")]
    assert store.referrers(second.id) == []


def test_the_index_follows_changes() -> None:
    left, right = step("left"), step("right")
    note = moment("a", at=left)
    store = store_with(left, right, note)
    assert store.referring(Moment, "step_id", left.id) == [note]
    moved = replace(note, step_id=right.id)
    store.apply(Patch.of([Change(note, moved)]))
    assert store.referring(Moment, "step_id", left.id) == []
    assert store.referring(Moment, "step_id", right.id) == [moved]
    unsorted = replace(moved, step_id=None)
    store.apply(Patch.of([Change(moved, unsorted)]))
    assert store.referring(Moment, "step_id", None) == [unsorted]
    store.apply(Patch.of([Change(unsorted, None)]))
    assert store.referring(Moment, "step_id", None) == []


def test_an_index_made_early_and_one_made_late_agree() -> None:
    store, note = Store(), moment("a")
    assert store.referring(Moment, "step_id", None) == []
    store.apply(Patch.of([Change(None, note)]))
    assert store.referring(Moment, "step_id", None) == [note]
    assert Store([note]).referring(Moment, "step_id", None) == [note]


def index_of(store: Store) -> dict[Any, Any]:
    """Who refers to what, by every reference field, in a form to compare."""
    every = [None, *(one.id for one in store.everything())]
    return {
        (record_type, rule.name, goal): {
            one.id: one for one in store.referring(record_type, rule.name, goal)
        }
        for record_type in RECORD_TYPES.values()
        for rule in rules_of(record_type).values()
        if rule.refers_to
        for goal in every
    }


@few_examples
@given(walls(), walls(), st.booleans())
def test_a_changed_store_equals_a_fresh_one(before: Store, after: Store, is_indexed: bool) -> None:
    if is_indexed:
        index_of(before)
    old = {one.id: one for one in before.everything()}
    new = {one.id: one for one in after.everything()}
    keys = old.keys() | new.keys()
    before.apply(Patch({key: Change(old.get(key), new.get(key)) for key in keys}))
    fresh = Store(after.everything())
    assert index_of(before) == index_of(fresh)
    assert {one.id: one for one in before.everything()} == {
        one.id: one for one in fresh.everything()
    }


def test_ideas_of_a_gone_moment_are_not_in_the_way() -> None:
    note = moment("a")
    own = idea(note)
    store = store_with(note, own)
    store.referrers(note.id)
    store.apply(Patch.of([Change(note, None), Change(own, None)]))
    assert store.referring(Idea, "moment_id", note.id) == []


def test_what_is_worked_out_is_worked_out_anew_after_a_change() -> None:
    first, second = step("a", rank=1), step("b", rank=2)
    store = store_with(first, second)
    assert steps_in_order(store) == [first, second]
    # Whoever changes the list has changed a list of their own.
    steps_in_order(store).clear()
    moved = replace(first, rank=3)
    store.apply(Patch.of([Change(first, moved)]))
    assert steps_in_order(store) == [second, moved]
    made = iter([7, 8])
    assert [store.worked_out("number", lambda: next(made)) for _ in range(2)] == [7, 7]
