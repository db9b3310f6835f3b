"""The rating that is aimed at."""

from motwall.model.aims import aimed_rating
from motwall.model.records import ActionState, Rating
from tests.factories import action, ladder, moment, rung, store_with

WAITS = moment("Waits")
STEPS = ladder(WAITS)
TOP = rung(STEPS, 1.0, expected_rating=Rating.MAGICAL)


def test_the_best_that_an_action_aims_at() -> None:
    low = action(WAITS, "a", to_rating=Rating.NEUTRAL)
    high = action(WAITS, "b", to_rating=Rating.MAGICAL)
    assert aimed_rating(store_with(WAITS, low), WAITS.id) is Rating.NEUTRAL
    assert aimed_rating(store_with(WAITS, high, low), WAITS.id) is Rating.MAGICAL


def test_dropped_actions_do_not_count() -> None:
    dropped = action(WAITS, "b", to_rating=Rating.MAGICAL, state=ActionState.DROPPED)
    low = action(WAITS, "a", to_rating=Rating.NEUTRAL)
    assert aimed_rating(store_with(WAITS, low, dropped), WAITS.id) is Rating.NEUTRAL
    assert aimed_rating(store_with(WAITS, dropped), WAITS.id) is None


def test_ladders_tell_where_no_action_does() -> None:
    low, silent = action(WAITS, "a", to_rating=Rating.NEUTRAL), action(WAITS, "b")
    assert aimed_rating(store_with(WAITS, STEPS, TOP, silent), WAITS.id) is Rating.MAGICAL
    assert aimed_rating(store_with(WAITS, STEPS, TOP, low), WAITS.id) is Rating.NEUTRAL
    assert aimed_rating(store_with(WAITS), WAITS.id) is None
