"""The clock of a workshop: what is spent, what is left, and how the rest is planned anew."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.agenda import (
    AGENDA_MOST,
    LEAST_MINUTES,
    MINUTE,
    agenda,
    current,
    ends_at,
    is_forgotten,
    left,
    minute_more,
    replanned,
    spent,
    time_to_go,
)
from tests.factories import NOON, agenda_item, session, store_with

MEETING = session()
TEN_PAST = NOON + timedelta(minutes=10)


def test_the_room_is_at_the_first_part_that_is_not_over() -> None:
    done, here, later = (
        agenda_item(MEETING, "Welcome", is_over=True),
        agenda_item(MEETING, "Post-its"),
        agenda_item(MEETING, "Colour"),
    )
    items = agenda(store_with(MEETING, later, done, here), MEETING.id)
    assert items == [done, here, later]
    assert current(items) == here
    assert current([done]) is None
    assert current(agenda(store_with(), MEETING.id)) is None


def test_a_clock_that_runs_counts_on_and_one_that_stands_does_not() -> None:
    running = agenda_item(MEETING, minutes=8, spent_s=30, started_at=NOON)
    paused = agenda_item(MEETING, minutes=8, spent_s=30)
    assert spent(running, TEN_PAST) == 10 * MINUTE + 30
    assert spent(paused, TEN_PAST) == 30
    # It went over its time.
    assert left(running, TEN_PAST) == -(2 * MINUTE + 30)
    # The computer's clock was put back: time does not run backwards.
    assert spent(running, NOON - timedelta(hours=1)) == 30


def test_the_end_is_what_is_left_and_all_that_comes() -> None:
    items = [
        agenda_item(MEETING, minutes=5, spent_s=600, is_over=True),
        agenda_item(MEETING, minutes=8, started_at=NOON),
        agenda_item(MEETING, minutes=20),
    ]
    assert time_to_go(items, NOON) == 28 * MINUTE
    # Its time is up, and counts no more; what comes is not shortened.
    assert time_to_go(items, TEN_PAST) == 20 * MINUTE
    assert ends_at(items, TEN_PAST) == TEN_PAST + timedelta(minutes=20)


def test_what_is_left_is_shared_by_what_each_part_had() -> None:
    items = [
        agenda_item(MEETING, minutes=30, is_over=True),
        agenda_item(MEETING, minutes=20, started_at=NOON),
        agenda_item(MEETING, minutes=20),
        agenda_item(MEETING, minutes=10),
    ]
    # Ten of the first twenty are spent and stay; 40 were to come, 20 are there.
    planned = replanned(items, TEN_PAST, 20)
    assert [planned[one.id] for one in items[1:]] == [15, 10, 5]
    assert items[0].id not in planned


@pytest.mark.parametrize("minutes", [-5, 0, 1])
def test_nothing_gets_less_than_a_minute(minutes: int) -> None:
    items = [agenda_item(MEETING, minutes=40) for _ in range(3)]
    assert list(replanned(items, NOON, minutes).values()) == [LEAST_MINUTES] * 3
    assert replanned([], NOON, minutes) == {}


@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 4000)), min_size=1, max_size=9),
    st.integers(0, 300),
)
def test_the_parts_come_to_what_was_asked_for(parts: list[tuple[int, int]], minutes: int) -> None:
    items = [agenda_item(MEETING, minutes=one, spent_s=gone) for one, gone in parts]
    planned = replanned(items, NOON, minutes)
    to_go = [planned[one.id] - -(-one.spent_s // MINUTE) for one in items]
    assert sum(to_go) == max(minutes, len(items) * LEAST_MINUTES)
    assert min(to_go) >= LEAST_MINUTES
    assert max(planned.values()) <= AGENDA_MOST


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(90, 1), (1, 1), (0, 1), (-20, 1), (-50, 2), (-90, 3), (-600, 11)]
)
def test_a_minute_more_is_a_minute_from_now_for_a_part_that_is_over(
    seconds: int, minutes: int
) -> None:
    assert minute_more(seconds) == minutes


def test_a_clock_is_forgotten_an_hour_after_its_time() -> None:
    item = agenda_item(MEETING, "Welcome", minutes=3, started_at=NOON)
    assert not is_forgotten(item, NOON + timedelta(minutes=63))
    assert is_forgotten(item, NOON + timedelta(minutes=63, seconds=1))
    assert not is_forgotten(replace(item, started_at=None, spent_s=9999), NOON)
