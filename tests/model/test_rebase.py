from dataclasses import replace

import pytest

from motwall.model.patch import Change, Label, Patch
from motwall.model.rebase import rebased
from motwall.model.records import Record
from tests.factories import an_id, contact_type, idea, moment, step, store_with

NOTE = moment("a")
TYPED = Patch.of([Change(NOTE, replace(NOTE, text="b"))], "typing", is_cut=True)


def after(patch: Patch) -> dict[str, Record | None]:
    return {key: change.after for key, change in patch.changes.items()}


def test_on_the_same_wall_nothing_is_different() -> None:
    patch = Patch.of([*TYPED, Change(None, moment("new")), Change(step("s", id=an_id(5)), None)])
    store = store_with(NOTE, step("s", id=an_id(5), rank=patch.changes[an_id(5)].before.rank))
    assert rebased(store, patch) == patch


def test_other_fields_are_as_they_are_now() -> None:
    ticked = replace(NOTE, is_ticked=True)
    again = rebased(store_with(ticked), TYPED)
    assert list(again) == [Change(ticked, replace(ticked, text="b"))]
    assert (again.label, again.is_cut) == (Label("typing"), True)


@pytest.mark.parametrize("now", [[], [replace(NOTE, text="newer")], [replace(NOTE, text="b")]])
def test_what_was_done_in_between_wins(now: list[Record]) -> None:
    assert not rebased(store_with(*now), TYPED)


def test_what_is_there_already_is_not_made_again() -> None:
    assert not rebased(store_with(replace(NOTE, text="now")), Patch.of([Change(None, NOTE)]))


def test_what_was_changed_since_is_not_deleted() -> None:
    deleted = Patch.of([Change(NOTE, None)])
    assert rebased(store_with(NOTE), deleted) == deleted
    assert not rebased(store_with(replace(NOTE, text="now")), deleted)


def test_references_to_what_is_gone_are_forgotten() -> None:
    phone, place = contact_type("Phone"), step("s")
    fresh = moment("new", at=place, contact_type_id=phone.id)
    patch = Patch.of([Change(None, fresh)])
    assert after(rebased(store_with(place), patch)) == {
        fresh.id: replace(fresh, contact_type_id=None)
    }
    assert after(rebased(store_with(place, phone), patch)) == {fresh.id: fresh}


def test_what_cannot_be_without_the_gone_record_vanishes_and_so_on() -> None:
    first = idea(NOTE, "first")
    second = idea(moment("other", id=an_id(77)), "second", from_idea_id=first.id)
    patch = Patch.of([Change(None, first), Change(None, second)])
    there = moment("other", id=an_id(77))
    assert after(rebased(store_with(there), patch)) == {
        second.id: replace(second, from_idea_id=None)
    }
    assert after(rebased(store_with(there, NOTE), patch)) == {first.id: first, second.id: second}


def test_what_something_new_refers_to_stays() -> None:
    deleted = Patch.of([Change(NOTE, None)])
    assert not rebased(store_with(NOTE, idea(NOTE)), deleted)


def test_a_patch_may_take_its_own_references_along() -> None:
    own, place = idea(NOTE), step("s")
    placed = moment("placed", at=place)
    loose = replace(placed, step_id=None)
    patch = Patch.of(
        [Change(NOTE, None), Change(own, None), Change(placed, loose), Change(place, None)]
    )
    assert rebased(store_with(NOTE, own, place, placed), patch) == patch


def test_references_to_what_the_patch_itself_takes_away_are_forgotten() -> None:
    place, other = step("s"), step("t")
    note = moment("a", at=place)
    moved = replace(note, step_id=other.id)
    patch = Patch.of([Change(note, moved), Change(other, None)])
    assert after(rebased(store_with(place, other, note), patch)) == {
        note.id: replace(note, step_id=None),
        other.id: None,
    }
