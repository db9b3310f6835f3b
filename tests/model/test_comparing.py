from datetime import UTC, datetime, timedelta

from motwall.model.comparing import compare, compare_with_now, rating_at
from motwall.model.records import ActionState, Rating
from tests.factories import (
    TODAY,
    action,
    assessment,
    ladder,
    measure,
    moment,
    reading,
    rung,
    session,
    store_with,
)

THEN_DAY = TODAY - timedelta(weeks=4)
HALFWAY = TODAY - timedelta(weeks=2)
THEN, NOW = session(held_on=THEN_DAY), session(held_on=TODAY)
BETTER, SAME, FRESH, NEVER = (moment(text) for text in ("better", "same", "fresh", "never"))
LATER = {"session_id": NOW.id}
EARLIER = {"session_id": THEN.id, "rated_on": THEN_DAY}


def test_what_has_changed_between_two_sessions() -> None:
    own, steps = measure(BETTER), ladder(BETTER)
    none = measure(SAME, name="none")
    old, new = reading(own, 9.0, taken_on=THEN_DAY), reading(own, 4.0, taken_on=HALFWAY)
    reached = rung(steps, 10.0, reached_on=HALFWAY)
    before = rung(steps, 12.0, reached_on=THEN_DAY)
    checked = action(BETTER, "checked", state=ActionState.CHECKED, checked_on=TODAY)
    agreed = action(SAME, "agreed", session_id=NOW.id)
    long_ago = action(SAME, "old", state=ActionState.CHECKED, checked_on=THEN_DAY)
    store = store_with(
        THEN, NOW, BETTER, SAME, FRESH, NEVER, own, none, steps,
        old, new, reached, before, rung(steps, 5.0), checked, agreed, long_ago,
        assessment(BETTER, Rating.MISERABLE, **EARLIER),
        assessment(BETTER, Rating.NEUTRAL, rated_on=HALFWAY),
        assessment(BETTER, Rating.MAGICAL, **LATER),
        assessment(SAME, Rating.NEUTRAL, **EARLIER),
        assessment(FRESH, Rating.NEUTRAL, **LATER),
        assessment(NEVER, None, hands_neutral=3, **LATER),
        assessment(SAME, Rating.MAGICAL, rated_on=TODAY + timedelta(days=1)),
    )  # fmt: skip
    for ids in ((THEN.id, NOW.id), (NOW.id, THEN.id)):
        seen = compare(store, *ids)
        assert (seen.then, seen.now) == (THEN, NOW)
        assert [(one.moment.text, one.then, one.now, one.steps) for one in seen.ratings] == [
            ("better", Rating.MISERABLE, Rating.MAGICAL, 2),
            ("same", Rating.NEUTRAL, Rating.NEUTRAL, 0),
            ("fresh", None, Rating.NEUTRAL, 0),
        ]
        assert [one.moment.text for one in seen.moved] == ["better", "fresh"]
        assert (seen.checked, seen.agreed, seen.rungs) == ((checked,), (agreed,), (reached,))
        assert [(one.then, one.now) for one in seen.readings] == [(old, new)]
    assert rating_at(store, BETTER.id, THEN.id) is Rating.MISERABLE
    assert rating_at(store, NEVER.id, NOW.id) is None


def test_two_sessions_of_one_day_are_told_apart() -> None:
    morning = session(held_on=TODAY, opened_at=datetime(2026, 11, 23, 9, tzinfo=UTC))
    evening = session(held_on=TODAY, opened_at=datetime(2026, 11, 23, 18, tzinfo=UTC))
    store = store_with(
        evening, morning, BETTER,
        assessment(BETTER, Rating.MAGICAL, session_id=evening.id),
        assessment(BETTER, Rating.MISERABLE, session_id=morning.id),
        assessment(BETTER, Rating.NEUTRAL),
    )  # fmt: skip
    (move,) = compare(store, morning.id, evening.id).ratings
    assert (move.then, move.now) == (Rating.MISERABLE, Rating.MAGICAL)


def test_a_session_equals_itself() -> None:
    store = store_with(THEN, BETTER, assessment(BETTER, Rating.MAGICAL, **EARLIER))
    seen = compare(store, THEN.id, THEN.id)
    assert (seen.then, seen.now, seen.moved) == (THEN, THEN, ())
    assert len(seen.ratings) == 1


def test_a_session_and_the_wall_as_it_is() -> None:
    rated, own = moment("a", rating=Rating.MAGICAL), measure(BETTER)
    tomorrow = TODAY + timedelta(days=1)
    done = action(rated, "done", state=ActionState.DONE, done_on=tomorrow)
    agreed = action(rated, "agreed", session_id=NOW.id)
    old = action(rated, "agreed then", session_id=THEN.id)
    store = store_with(
        THEN, NOW, rated, BETTER, own, done, agreed, old,
        assessment(rated, Rating.NEUTRAL, **EARLIER),
        reading(own, 3.0, taken_on=tomorrow),
    )  # fmt: skip
    seen = compare_with_now(store, THEN.id)
    assert (seen.then, seen.now) == (THEN, None)
    (move,) = seen.ratings
    assert (move.then, move.now, move.steps) == (Rating.NEUTRAL, Rating.MAGICAL, 1)
    assert (seen.done, seen.checked, seen.agreed) == ((done,), (), (agreed,))
    (read,) = seen.readings
    assert (read.then, read.now and read.now.value) == (None, 3.0)
    assert compare_with_now(store, NOW.id).agreed == ()
