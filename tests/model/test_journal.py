import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from motwall.model.errors import BadRecord
from motwall.model.journal import encode, replayed
from motwall.model.patch import Change, Patch
from motwall.model.records import Rating, Record
from motwall.model.store import Store
from tests.factories import moment, step, store_with
from tests.strategies import few_examples, walls


def stored(patch: Patch) -> list[dict[str, Any]]:
    """The changes as they come back from a file."""
    return json.loads(json.dumps(encode(patch)))


def between(before: Store, after: Store) -> Patch:
    """The patch from one wall to another."""
    old, new = by_id(before), by_id(after)
    keys = old.keys() | new.keys()
    return Patch({key: Change(old.get(key), new.get(key)) for key in keys})


def by_id(store: Store) -> dict[str, Record]:
    return {one.id: one for one in store.everything()}


def test_only_changed_fields_are_kept() -> None:
    note = moment("a")
    (plain,) = encode(Patch.of([Change(note, replace(note, text="b", rating=Rating.NEUTRAL))]))
    assert plain == {
        "type": "Moment",
        "id": note.id,
        "before": {"rating": None, "text": "a"},
        "after": {"rating": "neutral", "text": "b"},
    }


def test_what_comes_or_goes_is_kept_whole() -> None:
    note = moment("a")
    (plain,) = encode(Patch.of([Change(None, note)]))
    assert plain["before"] is None
    assert plain["after"]["text"] == "a"
    assert plain["after"]["kind"] == "contact"
    (plain,) = encode(Patch.of([Change(note, None)]))
    assert plain["after"] is None
    assert plain["before"]["id"] == note.id


@few_examples
@given(walls(), walls())
def test_an_entry_is_taken_back_and_done_again(one: Store, two: Store) -> None:
    patch = between(one, two)
    changes = stored(patch)
    assert replayed(one, [changes], is_inverted=False).changes == patch.changes
    one.apply(patch)
    back = replayed(one, [changes], is_inverted=True)
    assert back.changes == patch.inverted().changes


@few_examples
@given(walls(), walls(), walls())
def test_several_entries_are_one_step(one: Store, two: Store, three: Store) -> None:
    first = between(one, two)
    before = by_id(one)
    store = Store(one.everything())
    store.apply(first)
    second = between(store, three)
    store.apply(second)
    after = by_id(store)
    entries = [stored(first), stored(second)]
    back = replayed(store, entries[::-1], is_inverted=True)
    store.apply(back)
    assert by_id(store) == before
    store.apply(replayed(store, entries, is_inverted=False))
    assert by_id(store) == after


def test_nothing_comes_of_nothing() -> None:
    note = moment("a")
    there = stored(Patch.of([Change(note, replace(note, text="b"))]))
    back = stored(Patch.of([Change(replace(note, text="b"), note)]))
    assert not replayed(store_with(note), [there, back], is_inverted=False)
    assert not replayed(store_with(), [], is_inverted=True)


def test_the_fields_an_entry_did_not_change_stay_as_they_are_now() -> None:
    note = moment("a")
    typed = stored(Patch.of([Change(note, replace(note, text="b"))]))
    now = replace(note, text="b", is_ticked=True)
    (change,) = replayed(store_with(now), [typed], is_inverted=True)
    assert change == Change(now, replace(note, is_ticked=True))


def test_a_journal_that_speaks_of_a_missing_record_is_refused() -> None:
    note = moment("a")
    typed = stored(Patch.of([Change(note, replace(note, text="b"))]))
    with pytest.raises(KeyError):
        replayed(store_with(), [typed], is_inverted=False)


@pytest.mark.parametrize("after", [{"id": "x"}, {"colour": "red"}])
def test_a_journal_with_unknown_fields_or_another_id_is_refused(after: dict[str, str]) -> None:
    note = moment("a")
    plain = {"type": "Moment", "id": note.id, "before": {}, "after": after}
    with pytest.raises(KeyError):
        replayed(store_with(note), [[plain]], is_inverted=False)


def test_a_journal_that_takes_one_type_for_another_is_refused() -> None:
    note = moment("a")
    plain = {"type": "Step", "id": note.id, "before": {"title": "a"}, "after": None}
    with pytest.raises(KeyError):
        replayed(store_with(note), [[plain]], is_inverted=False)


def test_a_record_comes_back_under_the_id_of_its_change() -> None:
    note = moment("a")
    (plain,) = stored(Patch.of([Change(None, note)]))
    plain["after"]["id"] = moment("b").id
    assert replayed(store_with(), [[plain]], is_inverted=False) == Patch.of([Change(None, note)])


@pytest.mark.parametrize(
    ("key", "value"),
    [("text", "not\tclean"), ("text", None), ("rating", "awful"), ("rank", True)],
)
def test_a_journal_with_impossible_values_is_refused(key: str, value: object) -> None:
    note = moment("a")
    (typed,) = stored(Patch.of([Change(note, replace(note, text="b"))]))
    typed["after"] = {key: value}
    with pytest.raises(BadRecord):
        replayed(store_with(note), [[typed]], is_inverted=False)


def test_references_come_back_with_what_they_refer_to() -> None:
    place = step("s")
    note = moment("a", at=place)
    store = store_with(place, note)
    patch = Patch.of([Change(note, None), Change(place, None)])
    store.apply(patch)
    back = replayed(store, [stored(patch)], is_inverted=True)
    assert {change.after for change in back} == {place, note}
