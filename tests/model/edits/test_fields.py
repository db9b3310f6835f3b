from dataclasses import replace
from datetime import date

import pytest

from motwall.model.edits.fields import FREE_FIELDS, write
from motwall.model.errors import BadRecord
from motwall.model.fields import rules_of
from motwall.model.records import (
    RECORD_TYPES,
    Evidence,
    Moment,
    PlannedAction,
    Record,
    Step,
    Verdict,
    Wall,
)
from tests.factories import action, an_id, moment, step, store_with, wall


@pytest.mark.parametrize("record_type", FREE_FIELDS)
def test_free_fields_are_fields_and_no_references(record_type: type[Record]) -> None:
    rules = rules_of(record_type)
    assert record_type in RECORD_TYPES.values()
    assert all(not rules[name].refers_to for name in FREE_FIELDS[record_type])


def test_text_is_cleaned_to_the_limit_of_its_field() -> None:
    note = moment("a")
    store = store_with(note)
    patch = write(store, Moment, [note.id], "text", "tab\tand\r\nline")
    assert [one.after for one in patch] == [replace(note, text="tab and\nline")]
    assert not patch.is_cut
    patch = write(store, Moment, [note.id], "who_delivers", "two\nlines" + "x" * 300)
    assert patch.is_cut
    (change,) = patch
    assert change.after.who_delivers == "two lines" + "x" * 191


def test_what_is_written_already_is_no_change() -> None:
    note = moment("a")
    assert not write(store_with(note), Moment, [note.id], "text", "a")


def test_several_at_once_and_the_gone_are_passed_over() -> None:
    one, two = moment("1"), moment("2")
    store = store_with(one, two)
    patch = write(store, Moment, [one.id, an_id(99), two.id], "evidence", Evidence.SEEN)
    assert {change.record.id for change in patch} == {one.id, two.id}
    assert not write(store, Moment, [an_id(99)], "text", "x")


def test_the_label_says_what_was_done() -> None:
    note, own, place = moment("a"), wall(), step("s")
    planned = action(note)
    store = store_with(own, note, place, planned)
    assert str(write(store, Moment, [note.id], "text", "b").label) == "typing on a note"
    assert str(write(store, Moment, [note.id], "issue", "b").label) == "typing"
    assert str(write(store, Wall, [own.id], "title", "b").label) == "typing"
    assert str(write(store, Step, [place.id], "title", "b").label) == "typing"
    due = write(store, PlannedAction, [planned.id], "due", date(2026, 12, 1))
    assert str(due.label) == "choice"


@pytest.mark.parametrize("field", ["rating", "is_ticked", "step_id", "no_such_field"])
def test_a_field_with_an_edit_of_its_own_is_refused(field: str) -> None:
    note = moment("a")
    with pytest.raises(KeyError):
        write(store_with(note), Moment, [note.id], field, None)


def test_a_value_the_field_cannot_hold_is_refused() -> None:
    note = moment("a")
    for value in (None, Verdict.OPEN, "seen"):
        with pytest.raises(BadRecord):
            write(store_with(note), Moment, [note.id], "evidence", value)
