from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from motwall.model.records import ActionState, Idea, Moment, Rating, Session, Verdict
from motwall.model.sessions import (
    actions_looked_back_at,
    agreed_next,
    due_measures,
    first_session_day,
    is_session_due,
    last_session,
    last_session_held,
    measures_in_order,
    next_session_day,
    open_session_now,
    opening_of,
    parked_ideas,
    proposed_next,
    session_day,
    session_number,
    sessions_in_order,
    stale_moments,
    weeks_since_last,
)
from tests.factories import (
    TODAY,
    action,
    idea,
    measure,
    moment,
    reading,
    review,
    session,
    store_with,
    texts,
    wall,
)


def at(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


MONTH_AGO = TODAY - timedelta(weeks=4)
FIRST = session(held_on=MONTH_AGO, opened_at=at(MONTH_AGO), closed_at=at(MONTH_AGO))
SECOND = session(held_on=TODAY, opened_at=at(TODAY, 9), closed_at=at(TODAY, 10))
THIRD = session(held_on=TODAY, opened_at=at(TODAY, 11))


def test_sessions_are_in_the_order_of_time() -> None:
    undated = session()
    store = store_with(THIRD, undated, SECOND, FIRST)
    assert sessions_in_order(store) == [FIRST, SECOND, THIRD, undated]
    assert session_day(undated) == date.max
    assert session_day(Session(id=undated.id, opened_at=at(TODAY))) == TODAY
    assert open_session_now(store) == THIRD
    assert last_session(store, THIRD.id) == SECOND
    assert last_session(store, FIRST.id) is None
    assert last_session(store) == undated
    assert first_session_day(store) == MONTH_AGO


def test_a_wall_without_sessions_has_no_memory() -> None:
    store = store_with()
    assert open_session_now(store) is last_session(store) is first_session_day(store) is None
    assert weeks_since_last(store, TODAY) is None


@pytest.mark.parametrize(
    ("today", "weeks"), [(MONTH_AGO, 0), (TODAY - timedelta(days=1), 3), (TODAY, 4)]
)
def test_weeks_since_the_last_session(today: date, weeks: int) -> None:
    assert weeks_since_last(store_with(FIRST, session(held_on=date.max)), today) == weeks


def test_the_next_session_is_four_weeks_on_or_as_the_wall_says() -> None:
    assert proposed_next(store_with(), TODAY) == TODAY + timedelta(weeks=4)
    assert proposed_next(store_with(wall(review_weeks=2)), TODAY) == TODAY + timedelta(weeks=2)
    assert proposed_next(store_with(), date.max) == date.max


def test_a_session_opens_on_what_was_agreed_before() -> None:
    note = moment("a")
    old = action(note, "old", session_id=FIRST.id, rank=1)
    done = action(note, "done", state=ActionState.DONE, rank=2)
    seen = action(note, "seen", rank=3)
    actions = [
        old,
        done,
        seen,
        action(note, "new", session_id=THIRD.id),
        action(note, "checked", state=ActionState.CHECKED),
        action(note, "dropped", state=ActionState.DROPPED),
    ]
    parked = idea(note, "parked", verdict=Verdict.PARKED, session_id=FIRST.id)
    fresh = idea(note, "fresh", verdict=Verdict.PARKED, session_id=THIRD.id)
    never = measure(name="never")
    said = [review(seen, session_id=THIRD.id), review(old, session_id=FIRST.id)]
    records = [note, parked, fresh, idea(note, "open"), never, FIRST, SECOND, THIRD]
    store = store_with(*records, *actions, *said)
    opening = opening_of(store, THIRD.id, TODAY)
    assert opening.last == SECOND
    assert opening.actions == (old, done)
    assert opening.parked == (parked,)
    assert opening.due == (never,)
    assert {one.id for one in parked_ideas(store)} == {parked.id, fresh.id}
    assert store.count(Idea) == 3


def test_a_reading_is_due_when_the_last_one_is_old() -> None:
    note = moment("a")
    weekly, daily = measure(note, name="weekly"), measure(name="daily", every_days=1)
    store = store_with(
        note,
        weekly,
        daily,
        reading(weekly, 1.0, taken_on=TODAY - timedelta(days=6)),
        reading(daily, 1.0, taken_on=TODAY - timedelta(days=1)),
        reading(daily, 1.0, taken_on=TODAY - timedelta(days=9)),
    )
    assert measures_in_order(store) == [daily, weekly]
    assert due_measures(store, TODAY) == [daily]
    assert due_measures(store, TODAY + timedelta(days=1)) == [daily, weekly]


def test_ratings_wear_out() -> None:
    def rated(text: str, day: date | None) -> Moment:
        return moment(text, rating=Rating.NEUTRAL if day else None, rated_on=day)

    notes = [rated("new", TODAY), rated("old", MONTH_AGO - timedelta(days=1)), rated("not", None)]
    store = store_with(*notes, rated("just", MONTH_AGO))
    assert texts(stale_moments(store, TODAY)) == ["old"]


def test_sessions_have_numbers_in_the_order_of_time() -> None:
    store = store_with(THIRD, SECOND, FIRST)
    assert [session_number(store, one.id) for one in (FIRST, SECOND, THIRD)] == [1, 2, 3]


def test_what_was_looked_back_at_stays_in_sight() -> None:
    note = moment("a")
    old = action(note, "old", session_id=FIRST.id)
    checked = action(note, "checked here", state=ActionState.CHECKED, session_id=FIRST.id)
    settled = action(note, "settled before", state=ActionState.CHECKED, session_id=FIRST.id)
    own = action(note, "agreed here", session_id=SECOND.id)
    said = review(checked, session_id=SECOND.id)
    store = store_with(FIRST, SECOND, note, old, checked, settled, own, said)
    assert {one.text for one in actions_looked_back_at(store, SECOND.id)} == {
        "old",
        "checked here",
    }


def test_the_next_session_is_the_one_agreed_last() -> None:
    agreed = replace(SECOND, next_on=TODAY + timedelta(weeks=4))
    assert agreed_next(store_with(FIRST, agreed)) == agreed
    assert agreed_next(store_with(FIRST, SECOND)) is None
    assert agreed_next(store_with()) is None


@pytest.mark.parametrize(
    ("last", "is_due"),
    [
        ({}, True),
        ({"held_on": TODAY - timedelta(days=6)}, False),
        ({"held_on": TODAY - timedelta(days=7)}, True),
        ({"next_on": TODAY}, True),
        ({"next_on": TODAY + timedelta(days=1)}, False),
        ({"next_on": MONTH_AGO - timedelta(days=1)}, True),
        ({"is_next_declined": True}, True),
        ({"is_next_declined": True, "held_on": TODAY - timedelta(days=27)}, False),
        ({"closed_at": None}, False),
        ({"held_on": TODAY + timedelta(days=1)}, False),
    ],
)
def test_when_another_session_is_due(last: dict[str, object], is_due: bool) -> None:
    store = store_with(replace(FIRST, **last))  # type: ignore[arg-type] # fields of a session
    assert is_session_due(store, TODAY) is is_due


def test_the_day_of_the_next_session_is_the_nearest_to_come() -> None:
    week, later = TODAY + timedelta(weeks=1), TODAY + timedelta(weeks=2)
    agreed = replace(SECOND, next_on=later)
    assert next_session_day(store_with(FIRST), TODAY) is None
    assert last_session_held(store_with(session()), TODAY) is None
    assert next_session_day(store_with(FIRST, agreed), TODAY) == later
    assert next_session_day(store_with(agreed, session(held_on=week)), TODAY) == week
    assert next_session_day(store_with(agreed), later + timedelta(days=1)) is None
    assert next_session_day(store_with(replace(agreed, is_next_declined=True)), TODAY) is None
    assert last_session_held(store_with(agreed, session(held_on=week)), TODAY) == agreed


def test_a_wall_without_sessions_is_left_in_peace() -> None:
    assert not is_session_due(store_with(), TODAY)
