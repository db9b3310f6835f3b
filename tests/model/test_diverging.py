from datetime import UTC, datetime, timedelta

from motwall.model.diverging import (
    QUIET_SPELL,
    first_without_ideas,
    is_quiet,
    is_turned,
    may_change,
    moments_to_improve,
    possibilities,
)
from motwall.model.records import IdeaKind
from motwall.model.store import Store
from tests.factories import idea, moment, wall

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
BREATH = timedelta(seconds=1)


def test_only_ones_own_ideas_can_be_corrected() -> None:
    note = moment("a")
    assert may_change(idea(note, author="Ann"), "Ann")
    assert not may_change(idea(note, author="Len"), "Ann")
    assert not may_change(idea(note), "")


def test_a_quiet_spell_is_nudged_once_and_again_after_another() -> None:
    assert not is_quiet(NOW, None, NOW + QUIET_SPELL - BREATH)
    nudged = NOW + QUIET_SPELL
    assert is_quiet(NOW, None, nudged)
    assert not is_quiet(NOW, nudged, nudged + BREATH)
    assert is_quiet(NOW, nudged, nudged + QUIET_SPELL)
    assert not is_quiet(nudged + BREATH, nudged, nudged + QUIET_SPELL)


def test_possibilities_are_looked_for_priority_by_priority() -> None:
    first, second = moment("a", is_ticked=True, y=0.0), moment("b", is_ticked=True, y=500.0)
    other = moment("c", y=900.0)
    store = Store([wall(), first, second, other])
    assert moments_to_improve(store) == [first, second]
    assert moments_to_improve(store, second.id) == [first, second]
    assert moments_to_improve(store, other.id) == [other, first, second]
    assert moments_to_improve(store, "0" * 32) == [first, second]


def test_collecting_begins_where_there_is_no_idea_or_where_somebody_points() -> None:
    first, second = moment("a", is_ticked=True, y=0.0), moment("b", is_ticked=True, y=500.0)
    other = moment("c", y=900.0)
    store = Store([wall(), first, second, other, idea(first), idea(second, kind=IdeaKind.BLOCKER)])
    assert first_without_ideas(store, "") == second.id, "a reason why not is no idea"
    assert first_without_ideas(store, other.id) == second.id, "no priority"
    assert first_without_ideas(store, first.id) == first.id
    full = Store([wall(), first, second, idea(first), idea(second)])
    assert first_without_ideas(full, "") == first.id
    assert first_without_ideas(Store([wall(), other]), other.id) == other.id
    assert first_without_ideas(Store([wall(), other]), "") == ""


def test_a_reason_why_not_is_no_possibility_but_its_question_is() -> None:
    note = moment("a")
    left = idea(note, "too dear", kind=IdeaKind.BLOCKER)
    turned = idea(note, "too far", kind=IdeaKind.BLOCKER)
    question = idea(note, "how", kind=IdeaKind.HOW_MIGHT_WE, from_idea_id=turned.id)
    store = Store([wall(), note, left, turned, question])
    assert possibilities([left, turned, question, idea(note)]) == 2
    assert is_turned(store, turned)
    assert not is_turned(store, left)
