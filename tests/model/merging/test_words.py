"""A merge in plain words."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from motwall.model.fields import rules_of
from motwall.model.merging.field_words import field_words, option_word, type_word
from motwall.model.merging.settling import resolved
from motwall.model.merging.three_way import Side, merge
from motwall.model.merging.units import units_of
from motwall.model.merging.words import (
    Tally,
    conflict_lines,
    conflict_title,
    tally,
    tally_words,
    time_words,
    version_words,
)
from motwall.model.patch import Change, Patch
from motwall.model.records import RECORD_TYPES, ActionSize, Record
from motwall.model.store import Store
from tests.factories import TODAY, action, an_id, idea, measure, moment, row, session, step, wall
from tests.model.merging.copies import after

WALL = wall(id=an_id(9))
PLACE = step("Shop", id=an_id(1), rank=5)
NOTE = moment("Waits in the queue\nfor long", at=PLACE, id=an_id(2))
BASE = Store([WALL, PLACE, NOTE])


@pytest.mark.parametrize("record_type", RECORD_TYPES.values(), ids=RECORD_TYPES)
def test_types_fields_and_values_have_words(record_type: type[Record]) -> None:
    word = type_word(record_type)
    assert word == word[:1].upper() + word[1:]
    names = [field_words(record_type, unit[0]) for unit in units_of(record_type)]
    assert all("_" not in one and one == one.lower() for one in names)
    for rule in rules_of(record_type).values():
        for value in rule.kind if hasattr(rule.kind, "__members__") else ():
            assert option_word(value)
            assert "_" not in option_word(value)


@pytest.mark.parametrize(
    ("found", "to_choose", "words"),
    [
        (
            Tally(12, 3, 1, 0),
            2,
            "From the other copy: 12 notes new, 3 changed, 1 deleted; 2 to choose.",
        ),
        (Tally(0, 1, 0, 4), 0, "From the other copy: 1 note changed; 4 other things."),
        (Tally(0, 0, 2, 1), 0, "From the other copy: 2 notes deleted; 1 other thing."),
        (Tally(0, 0, 0, 0), 1, "From the other copy: 1 to choose."),
        (Tally(0, 0, 0, 0), 0, "The other copy has nothing that this wall does not have."),
    ],
)
def test_a_tally_says_what_there_is(found: Tally, to_choose: int, words: str) -> None:
    assert tally_words(found, to_choose) == words


def test_a_note_that_only_stands_elsewhere_in_its_stack_does_not_count() -> None:
    moved = Patch.of([Change(NOTE, replace(NOTE, rank=77)), Change(PLACE, replace(PLACE, rank=6))])
    assert not tally(moved)
    assert tally(Patch.of([Change(NOTE, None), Change(None, moment())])) == Tally(1, 0, 1, 0)


def test_conflicts_are_told_with_both_versions_whole() -> None:
    mine = after(BASE, Patch.of([Change(NOTE, replace(NOTE, today="One\ntwo"))]))
    theirs = after(BASE, Patch.of([Change(NOTE, replace(NOTE, today="Three"))]))
    merged = merge(BASE, mine, theirs)
    assert conflict_lines(merged, merged.conflicts, TODAY) == [
        "Note “Waits in the queue”: they get today",
        "  A: One\n     two",
        "  B: Three",
    ]


def test_what_was_changed_where_the_other_copy_deleted_is_told() -> None:
    mine = after(BASE, Patch.of([Change(NOTE, None)]))
    bell = idea(NOTE, "A bell", id=an_id(5))
    told = replace(NOTE, issue="Dark", is_ticked=True)
    theirs = after(BASE, Patch.of([Change(NOTE, told), Change(None, bell)]))
    merged = merge(BASE, mine, theirs)
    (conflict,) = merged.conflicts
    assert conflict_title(merged, conflict) == "Note “Waits in the queue”"
    assert version_words(merged, conflict, Side.MINE, TODAY) == "Deleted"
    assert version_words(merged, conflict, Side.THEIRS, TODAY).split("\n") == [
        "Kept, and changed:",
        "tick: Ticked",
        "issue: Dark",
        "new: Idea “A bell”",
    ]
    assert not resolved(merged, {})


def test_places_names_and_days_are_told() -> None:
    meeting = session(id=an_id(21), held_on=TODAY)
    planned = action(NOTE, "Buy a lamp", id=an_id(22))
    two = step("Two", id=an_id(23), rank=9)
    base = Store([WALL, PLACE, two, NOTE, meeting, planned])

    def copy(place: str | None, owner: str, note: str) -> Store:
        changes = [
            (NOTE, replace(NOTE, step_id=place)),
            (planned, replace(planned, owner=owner)),
            (meeting, replace(meeting, notes=note)),
        ]
        return after(base, Patch.of([Change(*one) for one in changes]))

    merged = merge(base, copy(None, "Ann", "a"), copy(two.id, "Ben", "b"))
    told = [
        (
            conflict_title(merged, one),
            version_words(merged, one, Side.MINE, TODAY),
            version_words(merged, one, Side.THEIRS, TODAY),
        )
        for one in merged.conflicts
    ]
    assert told == [
        ("Note “Waits in the queue”: place on the wall", "Unsorted", "Step 2, Two"),
        ("Session 1: notes", "a", "b"),
        ("Action “Buy a lamp”, of “Waits in the queue”: who does it", "Ann", "Ben"),
    ]
    assert time_words(datetime(2026, 11, 23, 9, 5, tzinfo=UTC), TODAY).endswith(":05")


def both_said(base: Store, record: Record, mine: Record, theirs: Record) -> tuple[str, str]:
    """What the copies say of the one thing they changed."""
    copies = [after(base, Patch.of([Change(record, one)])) for one in (mine, theirs)]
    merged = merge(base, *copies)
    (conflict,) = merged.conflicts
    here, there = (version_words(merged, conflict, one, TODAY) for one in (Side.MINE, Side.THEIRS))
    return here, there


def test_ticks_and_rows_are_told() -> None:
    ticked = replace(NOTE, is_ticked=True, shortlist_rank=1)
    none, other = (replace(ticked, is_ticked=False, shortlist_rank=None), 2)
    base = Store([WALL, PLACE, ticked])
    told = both_said(base, ticked, none, replace(ticked, shortlist_rank=other))
    assert told == ("Not ticked", "Ticked, and a priority")
    online, shop = row("Online", id=an_id(31), rank=1), row("Counter", id=an_id(32), rank=2)
    base = Store([WALL, PLACE, NOTE, online, shop])
    mine, theirs = (replace(NOTE, row_id=one.id) for one in (online, shop))
    assert both_said(base, NOTE, mine, theirs) == (
        "Step 1, Shop \N{MIDDLE DOT} Online",
        "Step 1, Shop \N{MIDDLE DOT} Counter",
    )


def test_options_days_numbers_and_nothing_are_told() -> None:
    planned = action(NOTE, "Buy a lamp", id=an_id(41))
    count = measure(NOTE, name="Found it", target=5.0, id=an_id(42))
    base = Store([WALL, PLACE, NOTE, planned, count])
    sizes = [replace(planned, size=one) for one in (ActionSize.M, ActionSize.L)]
    told = both_said(base, planned, *sizes)
    assert told == (option_word(ActionSize.M), option_word(ActionSize.L))
    days = [replace(planned, due=TODAY.replace(day=one)) for one in (24, 25)]
    assert both_said(base, planned, *days) == ("Tue 24 Nov", "Wed 25 Nov")
    targets = [replace(count, target=one) for one in (None, 7.5)]
    assert both_said(base, count, *targets) == ("Nothing", "7.5")
