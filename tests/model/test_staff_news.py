"""What a staff report tells."""

from dataclasses import replace
from datetime import timedelta

from motwall.model.records import ActionState, Rating
from motwall.model.staff_news import compared_with, staff_news
from tests.factories import (
    TODAY,
    action,
    assessment,
    ladder,
    measure,
    moment,
    session,
    step,
    store_with,
    texts,
)

WEEK = timedelta(weeks=1)
HERE = step()
RINGS = moment("Rings", at=HERE, rating=Rating.MAGICAL)
WAITS = moment("Waits", at=HERE, rating=Rating.MISERABLE)
PAYS = moment("Pays", at=HERE, rating=Rating.NEUTRAL)
FIRST, SECOND = session(held_on=TODAY - 8 * WEEK), session(held_on=TODAY - 4 * WEEK)
LATEST = session(held_on=TODAY)


def test_it_starts_from_the_session_before_the_latest() -> None:
    planned = session(held_on=TODAY + WEEK)
    for held, since in (
        ((), None),
        ((planned,), None),
        ((FIRST,), FIRST),
        ((FIRST, SECOND), FIRST),
        ((FIRST, SECOND, LATEST, planned), SECOND),
    ):
        assert compared_with(store_with(*held), TODAY) == since


def test_what_has_moved_since_then_the_most_improved_first() -> None:
    then = {"session_id": SECOND.id, "rated_on": SECOND.held_on}
    store = store_with(
        HERE, RINGS, WAITS, PAYS, SECOND, LATEST,
        assessment(RINGS, Rating.MISERABLE, **then),
        assessment(WAITS, Rating.NEUTRAL, **then),
        assessment(PAYS, Rating.NEUTRAL, **then),
    )  # fmt: skip
    news = staff_news(store, TODAY)
    assert texts(one.moment for one in news.moved) == ["Rings", "Waits"]
    assert [one.steps for one in news.moved] == [2, -1]
    assert news.kept == 1


def test_what_the_only_session_rated_is_rated_for_the_first_time() -> None:
    rated = assessment(WAITS, Rating.MISERABLE, session_id=LATEST.id, rated_on=TODAY)
    news = staff_news(store_with(HERE, WAITS, LATEST, rated), TODAY)
    assert (news.first, news.since, news.kept) == (LATEST, None, 0)
    assert [(one.then, one.now) for one in news.moved] == [(None, Rating.MISERABLE)]
    # Rated anew since then: there is something to compare.
    better = replace(WAITS, rating=Rating.NEUTRAL)
    news = staff_news(store_with(HERE, better, LATEST, rated), TODAY)
    assert (news.first, news.since) == (None, LATEST)


def test_before_any_session_all_that_is_rated_and_done_is_told() -> None:
    done = action(RINGS, "a", state=ActionState.DONE, done_on=TODAY - 9 * WEEK)
    news = staff_news(store_with(HERE, RINGS, WAITS, done), TODAY)
    assert news.since is None
    assert [one.now for one in news.moved] == [Rating.MAGICAL, Rating.MISERABLE]
    assert news.done == (done,)


def test_done_is_what_was_done_since_and_next_what_is_open_by_date() -> None:
    early = action(RINGS, "a", state=ActionState.DONE, done_on=SECOND.held_on)
    late = action(RINGS, "b", state=ActionState.CHECKED, done_on=TODAY - WEEK, checked_on=TODAY)
    later = action(RINGS, "c", due=TODAY + WEEK)
    sooner = action(WAITS, "d", due=TODAY, state=ActionState.DOING)
    undated = action(RINGS, "e", rank=9)
    dropped = action(RINGS, "f", state=ActionState.DROPPED)
    jobs = (early, late, later, sooner, undated, dropped)
    news = staff_news(store_with(HERE, RINGS, WAITS, SECOND, *jobs), TODAY)
    assert news.done == (late,)
    assert news.following == (sooner, later, undated)


def test_an_empty_wall_has_no_news() -> None:
    assert staff_news(store_with(), TODAY).is_empty
    assert staff_news(store_with(moment("Waits")), TODAY).is_empty
    for one in (session(held_on=TODAY), measure()):
        assert not staff_news(store_with(one), TODAY).is_empty
    assert not staff_news(store_with(HERE, WAITS, ladder(WAITS)), TODAY).is_empty
