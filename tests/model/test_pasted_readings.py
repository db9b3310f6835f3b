from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model import pasted_readings
from motwall.model.dates import month_words, read_past_date, short_date_words
from motwall.model.pasted_readings import PastedReadings, Snag, read_readings
from tests.factories import TODAY
from tests.strategies import raw_texts


def read(text: str, unit: str = "min") -> PastedReadings:
    return read_readings(text, unit, TODAY)


def snags(found: PastedReadings) -> list[tuple[int, Snag]]:
    return [(one.row, one.snag) for one in (*found.refused, *found.doubtful)]


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-20\t12,5",
        "20.11.2026; 12.5",
        "20/11/26, 12.5 min",
        "20 nov 12.5",
        "Nov 20: 12.5",
        "20 nov 2026 12,5",
        "12.5 20.11.",
        "12.5\tfri",
        "12.5 20 nov",
        "20 nov 12,5",
        "2026-11-20,12.5",
        "Fri 12.5 mins",
    ],
)
def test_a_day_and_a_number_in_many_ways(line: str) -> None:
    found = read(line)
    assert [(one.taken_on, one.value) for one in found.taken] == [(date(2026, 11, 20), 12.5)]
    assert snags(found) == []


def test_a_pasted_table_with_a_heading_and_blank_lines() -> None:
    found = read("Date\tMinutes\n2026-11-01\t5\n\n2026-11-08\tsix\r\n 2026-11-15\t7 \n")
    assert [(one.taken_on.day, one.value) for one in found.taken] == [(1, 5.0), (15, 7.0)]
    assert snags(found) == [(4, Snag.NO_NUMBER)]
    assert found.refused[0].text == "2026-11-08;six"


@pytest.mark.parametrize(("text", "value"), [("12,5", 12.5), ("12.5", 12.5), ("7 min", 7.0)])
def test_one_number_alone_is_todays(text: str, value: float) -> None:
    assert [(one.taken_on, one.value) for one in read(text).taken] == [(TODAY, value)]


def test_what_is_no_reading_is_refused_with_its_row() -> None:
    found = read("2026-11-01 5\n17\nlots\n2026-11-03\n2026-11-04 12-15\n2026-11-05 1e400")
    assert [one.value for one in found.taken] == [5.0]
    assert snags(found) == [
        (2, Snag.NO_DAY),
        (3, Snag.NO_NUMBER),
        (4, Snag.NO_NUMBER),
        (5, Snag.NO_NUMBER),
        (6, Snag.NO_NUMBER),
    ]
    assert read("lots").refused == ((1, "lots", Snag.NO_NUMBER),)


def test_what_is_odd_is_taken_and_told() -> None:
    found = read("2026-11-01 5 hours\n2026-12-01 6\n2026-11-02 1,234\n2026-11-02 7")
    assert len(found.taken) == 4
    assert snags(found) == [
        (1, Snag.OTHER_UNIT),
        (2, Snag.FUTURE),
        (3, Snag.AMBIGUOUS),
        (4, Snag.SAME_DAY),
    ]


def test_too_many_lines_are_kept_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasted_readings, "MOST_LINES", 2)
    found = read("2026-11-01 1\n2026-11-02 2\n2026-11-03 3")
    assert len(found.taken) == 2
    assert snags(found) == [(3, Snag.TOO_MANY)]


def test_nothing_is_nothing() -> None:
    assert read(" \n\t\n") == PastedReadings((), (), ())


@given(st.lists(raw_texts, max_size=4))
def test_any_text_is_read_or_refused(lines: list[str]) -> None:
    found = read("\n".join(lines))
    assert all(one.taken_on is not None for one in found.taken)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("23 nov", TODAY),
        ("24 nov", date(2025, 11, 24)),
        ("24.12.", date(2025, 12, 24)),
        ("24 nov 2026", date(2026, 11, 24)),
        ("24 nov 26", date(2026, 11, 24)),
        ("24/12/26", date(2026, 12, 24)),
        ("2026-11-25", date(2026, 11, 25)),
        ("mon", date(2026, 11, 23)),
        ("tue", date(2026, 11, 17)),
        ("fri", date(2026, 11, 20)),
        ("tomorrow", date(2026, 11, 24)),
        (" Yesterday", date(2026, 11, 22)),
        ("in 2 weeks", TODAY + timedelta(weeks=2)),
        ("29 feb", date(2024, 2, 29)),
        ("never", None),
    ],
)
def test_days_of_the_past(words: str, day: date | None) -> None:
    assert read_past_date(words, TODAY) == day


def test_short_words_for_days() -> None:
    assert short_date_words(date(2026, 11, 3)) == "3 Nov"
    assert month_words(date(987, 3, 1)) == "Mar 0987"
