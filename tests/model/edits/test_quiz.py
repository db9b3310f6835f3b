"""The quiz: guessed, revealed, corrected."""

from motwall.model.edits.quiz import (
    bring_quiz,
    correct_share,
    delete_quiz,
    guess,
    open_quiz,
    reveal_quiz,
)
from motwall.model.patch import Patch
from motwall.model.quiz import difference, guessed, in_common, is_quiz_revealed, quiz_of
from motwall.model.store import Store
from tests.factories import new_ids, session, store_with

MEETING = session()
REASONS = [("They died\n", 1), ("Nobody cared", 168)]


def do(store: Store, patch: Patch) -> None:
    assert patch
    store.check(patch)
    store.apply(patch)


def test_a_team_guesses_sees_and_corrects() -> None:
    store = store_with(MEETING)
    do(store, open_quiz(store, MEETING.id, REASONS, new_ids()))
    assert not open_quiz(store, MEETING.id, REASONS, new_ids(50))
    first, second = quiz_of(store, MEETING.id)
    assert [(one.reason, one.share) for one in (first, second)] == [
        ("They died ", 1), ("Nobody cared", 100),
    ]  # fmt: skip
    do(store, guess(store, first.id, 30))
    do(store, guess(store, second.id, 170))
    assert guessed(store, MEETING.id) == 130
    do(store, correct_share(store, second.id, 68))
    do(store, reveal_quiz(store, MEETING.id, is_revealed=True))
    assert [difference(one) for one in quiz_of(store, MEETING.id)] == [29, 32]
    assert all(one.is_revealed for one in quiz_of(store, MEETING.id))
    do(store, delete_quiz(store, MEETING.id))
    assert quiz_of(store, MEETING.id) == []
    assert guessed(store, None) == 0


def test_a_quiz_begun_before_the_session_goes_along() -> None:
    store = store_with(MEETING)
    do(store, open_quiz(store, None, REASONS, new_ids()))
    do(store, guess(store, quiz_of(store, None)[0].id, 7))
    assert not is_quiz_revealed(store, None)
    do(store, bring_quiz(store, MEETING.id))
    assert quiz_of(store, None) == []
    assert [one.guess for one in quiz_of(store, MEETING.id)] == [7, 0]
    assert not bring_quiz(store, MEETING.id)
    do(store, reveal_quiz(store, MEETING.id, is_revealed=True))
    assert is_quiz_revealed(store, MEETING.id)
    assert in_common(store, MEETING.id) == 1
