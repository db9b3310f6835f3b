from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.dates import (
    date_words,
    long_date_words,
    long_month_words,
    read_date,
)

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-11-27", date(2026, 11, 27)),
        ("2020-1-5", date(2020, 1, 5)),
        ("27.11.", date(2026, 11, 27)),
        ("27.11", date(2026, 11, 27)),
        ("27.11.28", date(2028, 11, 27)),
        ("27/11/2027", date(2027, 11, 27)),
        ("11/27", date(2026, 11, 27)),
        ("5.3.", date(2027, 3, 5)),
        ("20.11.", date(2026, 11, 20)),
        ("27 nov", date(2026, 11, 27)),
        ("27NOV", date(2026, 11, 27)),
        ("  Nov 27th ", date(2026, 11, 27)),
        ("the 27th of November, 2027", date(2027, 11, 27)),
        ("3 sept", date(2027, 9, 3)),
        ("Wed 27 Nov", date(2026, 11, 27)),
        ("29 feb", date(2028, 2, 29)),
        ("fri", date(2026, 11, 27)),
        ("Friday", date(2026, 11, 27)),
        ("mo", date(2026, 11, 30)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 24)),
        ("+2w", date(2026, 12, 7)),
        ("+ 10 d", date(2026, 12, 3)),
        ("2 weeks", date(2026, 12, 7)),
        ("in 3 months", date(2027, 2, 23)),
        ("in 2 weeks", date(2026, 12, 7)),
        ("in 3 days", date(2026, 11, 26)),
        ("next Friday", date(2026, 12, 4)),
        ("next fri", date(2026, 12, 4)),
        ("next Monday", date(2026, 11, 30)),
        ("this Friday", date(2026, 11, 27)),
        ("this monday", TODAY),
        ("by Friday", date(2026, 11, 27)),
        ("end of month", date(2026, 11, 30)),
        ("End of the month", date(2026, 11, 30)),
        ("end of this month", date(2026, 11, 30)),
        ("5 December", date(2026, 12, 5)),
        ("Dec 5", date(2026, 12, 5)),
        ("5 December 2027", date(2027, 12, 5)),
        ("Dec 5, 2027", date(2027, 12, 5)),
        ("\N{ARABIC-INDIC DIGIT THREE} nov", date(2026, 11, 3)),
    ],
)
def test_reads_what_people_type(text: str, wanted: date) -> None:
    assert read_date(text, TODAY) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "27", "27 n", "31.11.", "30 feb", "2026-13-01", "t", "nov", "27 nov maybe",
        "next", "next year", "this", "next fri sat", "end", "the",
        "0.1.", "27 nov 2026 at noon", "99/99", "nov nov", "+w", "9" * 5000, "1 nov " + "9" * 50,
    ],
)  # fmt: skip
def test_does_not_guess(text: str) -> None:
    assert read_date(text, TODAY) is None


def test_this_and_next_from_a_sunday() -> None:
    sunday = date(2026, 11, 29)
    assert read_date("next friday", sunday) == date(2026, 12, 4)
    assert read_date("this friday", sunday) == date(2026, 12, 4)
    assert read_date("this sunday", sunday) == sunday


def test_a_month_later_is_never_in_the_month_after_that() -> None:
    assert read_date("+1m", date(2027, 1, 31)) == date(2027, 2, 28)


def test_the_end_of_the_calendar_is_no_trouble() -> None:
    assert read_date("+2w", date(9999, 12, 30)) is None
    assert read_date("+2m", date(9999, 12, 30)) is None
    assert read_date("29 feb", date(9999, 12, 30)) is None


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 11, 27), "Fri 27 Nov"),
        (date(2026, 11, 20), "Fri 20 Nov"),
        (date(2026, 12, 31), "Thu 31 Dec"),
        (date(2027, 1, 1), "Fri 1 Jan 2027"),
        (date(2027, 6, 15), "Tue 15 Jun 2027"),
        (date(2026, 3, 1), "Sun 1 Mar 2026"),
        (date(2028, 3, 1), "Wed 1 Mar 2028"),
    ],
)
def test_shows_the_year_unless_it_is_this_one_and_the_day_is_near(day: date, shown: str) -> None:
    assert date_words(day, TODAY) == shown


@given(st.dates(min_value=date(100, 1, 1)), st.dates(min_value=date(100, 1, 1)))
def test_what_is_shown_is_read_again(day: date, today: date) -> None:
    assert read_date(date_words(day, today), today) == day


@given(st.text(), st.dates())
def test_any_text_is_a_date_or_none(text: str, today: date) -> None:
    assert read_date(text, today) is None or isinstance(read_date(text, today), date)


def test_a_date_in_full() -> None:
    assert long_date_words(date(2026, 11, 7)) == "7 November 2026"
    assert long_date_words(date(999, 1, 31)) == "31 January 0999"


def test_a_month_as_a_heading() -> None:
    assert long_month_words(date(2026, 11, 3)) == "November 2026"
