"""The bad input of the method: what is accepted all the same, and worth a word."""

from datetime import date, timedelta
from typing import Any

import pytest

from motwall.model.doubts import (
    ActionDoubt,
    DateDoubt,
    action_doubts,
    day_doubts,
    due_doubts,
    is_upward,
)
from motwall.model.edits.actions import add_action
from motwall.model.order import actions_of
from motwall.model.proofs import has_reached_target, is_proved, proof_of
from motwall.model.records import ActionSize, ActionState, Rating
from tests.factories import (
    TODAY,
    action,
    an_id,
    assessment,
    measure,
    moment,
    reading,
    review,
    session,
    store_with,
)

NOTE = moment("a")
FIRST = session(held_on=TODAY - timedelta(weeks=4))
BEFORE = TODAY - timedelta(weeks=5)
WHOLE: dict[str, Any] = {"owner": "Ann", "due": TODAY, "to_rating": Rating.NEUTRAL}


@pytest.mark.parametrize(
    ("day", "due", "past"),
    [
        (BEFORE, {DateDoubt.BEFORE_FIRST_SESSION, DateDoubt.PAST}, {"before_first_session"}),
        (TODAY - timedelta(days=1), {DateDoubt.PAST}, set()),
        (TODAY, set(), set()),
        (TODAY + timedelta(days=1), set(), {"future"}),
    ],
)
def test_odd_days_are_accepted(day: date, due: set[DateDoubt], past: set[str]) -> None:
    store = store_with(FIRST)
    assert due_doubts(store, day, TODAY) == due
    assert day_doubts(store, day, TODAY) == past
    assert DateDoubt.BEFORE_FIRST_SESSION not in due_doubts(store_with(), day, TODAY)


@pytest.mark.parametrize(
    ("values", "doubts"),
    [
        ({}, set()),
        ({"owner": " "}, {ActionDoubt.NO_OWNER}),
        ({"owner": "🎈"}, set()),
        ({"due": None}, {ActionDoubt.NO_DUE}),
        ({"from_rating": Rating.MISERABLE, "to_rating": None}, {ActionDoubt.NO_TARGET}),
        ({"from_rating": None, "to_rating": None}, set()),
        ({"from_rating": Rating.MAGICAL}, {ActionDoubt.NOT_UPWARD}),
        ({"size": ActionSize.M}, {ActionDoubt.LARGE}),
        ({"due": TODAY - timedelta(days=1)}, {ActionDoubt.OVERDUE}),
        ({"due": BEFORE}, {ActionDoubt.OVERDUE, ActionDoubt.BEFORE_FIRST_SESSION}),
        ({"state": ActionState.CHECKED}, {ActionDoubt.UNPROVED}),
        ({"state": ActionState.DROPPED, "owner": ""}, set()),
        ({"state": ActionState.DONE, "owner": "", "due": None, "size": ActionSize.L}, set()),
    ],
)
def test_nothing_is_required_of_an_action(values: dict[str, Any], doubts: set[str]) -> None:
    planned = action(NOTE, **{**WHOLE, **values})
    assert action_doubts(store_with(FIRST, NOTE, planned), planned, TODAY) == doubts


@pytest.mark.parametrize("owner", ["🎈", "👩‍🔧 Ann", "\U0001fae8", "e\u0301mile", "x" * 300])
def test_any_owner_is_accepted(owner: str) -> None:
    store = store_with(NOTE)
    patch = add_action(store, NOTE.id, "do", an_id(1), owner=owner)
    assert patch.is_cut is (len(owner) > 200)
    store.apply(patch)
    assert actions_of(store, NOTE.id)[0].owner


def test_magical_kept_magical_is_upward() -> None:
    kept = {"from_rating": Rating.MAGICAL, "to_rating": Rating.MAGICAL}
    assert is_upward(action(NOTE, **kept))
    assert is_upward(action(NOTE, to_rating=Rating.MISERABLE))
    assert not is_upward(action(NOTE, from_rating=Rating.NEUTRAL, to_rating=Rating.NEUTRAL))


def test_the_latest_proof_counts() -> None:
    checked = action(NOTE, state=ActionState.CHECKED, to_rating=Rating.NEUTRAL)
    own = measure(NOTE)
    value, rated = reading(own, 3.0), assessment(NOTE, Rating.MAGICAL)
    records = [NOTE, checked, own, value, rated]
    bare = review(checked)
    assert proof_of(store_with(*records, bare), checked) is None
    early = review(checked, reading_id=value.id, reviewed_on=BEFORE)
    store = store_with(*records, early, bare)
    assert proof_of(store, checked) == (early, None, value)
    assert has_reached_target(store, checked) is None
    late = review(checked, assessment_id=rated.id)
    store = store_with(*records, early, late)
    assert proof_of(store, checked) == (late, rated, None)
    assert has_reached_target(store, checked) is True
    assert is_proved(store, checked)


@pytest.mark.parametrize(
    ("state", "target", "rating", "reached"),
    [
        (ActionState.DONE, Rating.NEUTRAL, Rating.NEUTRAL, None),
        (ActionState.CHECKED, None, Rating.NEUTRAL, None),
        (ActionState.CHECKED, Rating.MAGICAL, Rating.NEUTRAL, False),
        (ActionState.CHECKED, Rating.NEUTRAL, Rating.NEUTRAL, True),
    ],
)
def test_whether_an_action_had_its_effect(
    state: ActionState, target: Rating | None, rating: Rating, reached: bool | None
) -> None:
    planned, rated = action(NOTE, state=state, to_rating=target), assessment(NOTE, rating)
    store = store_with(NOTE, planned, rated, review(planned, assessment_id=rated.id))
    assert has_reached_target(store, planned) is reached
