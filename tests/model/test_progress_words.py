from datetime import timedelta

import pytest

from motwall.model.progress_words import (
    aim_words,
    ladder_name,
    ladder_words,
    measure_name,
    rung_words,
    trend_words,
)
from motwall.model.records import Better, Measure
from motwall.model.trends import trend_of
from tests.factories import TODAY, ladder, measure, moment, reading, rung, store_with

NOTE = moment("Waits")
SOON = TODAY + timedelta(days=4)


def test_names_are_never_empty() -> None:
    assert ladder_name(ladder(NOTE, title="Delivery")) == "Delivery"
    assert ladder_name(ladder(NOTE)) == "Small steps"
    assert measure_name(measure(name="Calls")) == "Calls"
    assert measure_name(measure()) == "Measure without a name"


def test_a_rung_is_a_number_a_promise_or_both() -> None:
    own = ladder(NOTE, unit="days")
    assert rung_words(own, rung(own, 7.0)) == "7 days"
    assert rung_words(own, rung(own, promise="by van\nor free")) == "by van or free"
    assert rung_words(own, rung(own, 5.0, promise="by van")) == "5 days: by van"
    assert rung_words(own, rung(own)) == "a rung without words yet"


@pytest.mark.parametrize(
    ("reached", "due", "words"),
    [
        (0, None, ["Now: 14 days, the start", "Next: 10 days"]),
        (1, SOON, ["Now: 10 days", "Next: 7 days, by Fri 27 Nov"]),
        (2, None, ["Now: 7 days", "Every rung is reached"]),
    ],
)
def test_where_a_ladder_stands(reached: int, due: object, words: list[str]) -> None:
    own = ladder(NOTE, unit="days", start_value=14.0)
    rungs = [
        rung(own, value, due=due, reached_on=TODAY if place < reached else None)
        for place, value in enumerate((10.0, 7.0))
    ]
    assert ladder_words(store_with(NOTE, own, *rungs), own.id, TODAY) == words


def test_a_ladder_nobody_filled_in_says_nothing() -> None:
    own = ladder(NOTE)
    assert ladder_words(store_with(NOTE, own), own.id, TODAY) == []


def test_what_a_measure_aims_at() -> None:
    assert aim_words(measure()) == "Higher is better"
    down = measure(unit="%", better=Better.DOWN, target=5.0)
    assert aim_words(down) == "Lower is better; target 5 %"


@pytest.mark.parametrize(
    ("own", "values", "words"),
    [
        (measure(), [], "No reading yet"),
        (measure(unit="%"), [3.0], "Latest: 3 %, Mon 23 Nov"),
        (measure(), [3.0, 3.0], "Latest: 3, Mon 23 Nov; as before"),
        (measure(target=5.0), [3.0, 4.0],
         "Latest: 4, Mon 23 Nov; getting better; not on target yet"),
        (measure(better=Better.DOWN, target=5.0), [3.0, 4.0],
         "Latest: 4, Mon 23 Nov; getting worse; on target"),
    ],
)  # fmt: skip
def test_what_a_trend_comes_to(own: Measure, values: list[float], words: str) -> None:
    taken = [
        reading(own, value, taken_on=TODAY - timedelta(days=back))
        for back, value in enumerate(reversed(values))
    ]
    assert trend_words(trend_of(store_with(own, *taken), own.id), TODAY) == words
