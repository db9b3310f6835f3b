"""Dates as people type and read them: "27 nov", "27.11.", "fri", "+2w"; "Fri 27 Nov"."""

import re
from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from motwall.i18n import translate

#: A day without a year is the one that comes next, or that went by no longer ago than this: an
#: action a little overdue keeps its year.
LATELY = timedelta(days=30)
_CENTURY = 100
_MONTHS_A_YEAR = 12
#: Fewer letters do not tell the names of months apart; for weekdays two do.
_SHORTEST_MONTH = 3
_SHORTEST_WEEKDAY = 2

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?\.?")
_DISTANCE = re.compile(r"(?:\+|in )? ?(\d{1,3}) ?(d|w|m|days?|weeks?|months?)")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
#: Day, month and year: with a year a date has three parts.
_WHOLE = 3
_FILLERS = {"the", "st", "nd", "rd", "th", "of", "on", "by"}
_WEEK = 7
#: No date is longer: "Wednesday, the 27th of September 2026".
_LONGEST = 60


def read_date(text: str, today: date) -> date | None:
    """The date a text means, or None if it cannot be told.

    Understood are 2026-11-27, 27.11., 27/11/26, 11/27 (a day above 12 gives the order away, else
    the day comes first), 27 nov, Nov 27th 2026, Fri 27 Nov (the number counts), fri (the next one
    after today), this fri (today counts), next fri (the one of next week), today, tomorrow, +10d,
    2 weeks, in 3 months, end of month.
    """
    if len(text) > _LONGEST:
        return None
    plain = " ".join(text.casefold().split())
    if match := _ISO.fullmatch(plain):
        return _made(*map(int, match.groups()))
    if match := _NUMBERS.fullmatch(plain):
        return _from_numbers(int(match[1]), int(match[2]), match[3], today)
    if match := _DISTANCE.fullmatch(plain):
        return _at_distance(int(match[1]), match[2][0], today)
    return _from_words([word for word in _WORDS.findall(plain) if word not in _FILLERS], today)


def date_words(day: date, today: date) -> str:
    """A date as it is shown: "Fri 27 Nov", "Tue 15 Jun 2027".

    Without the year only where nobody could take it for another: a day of this year that
    `read_date` finds again.
    """
    words = f"{_weekdays()[day.weekday()][:3]} {day.day} {_months()[day.month - 1][:3]}"
    is_plain = day.year == today.year and _without_year(day.month, day.day, today) == day
    return words if is_plain else f"{words} {day.year:04}"


def short_date_words(day: date) -> str:
    """A date where there is little room, as on an axis: "27 Nov"."""
    return f"{day.day} {_months()[day.month - 1][:3]}"


def month_words(day: date) -> str:
    """The month of a date where days do not matter: "Nov 2026"."""
    return f"{_months()[day.month - 1][:3]} {day.year:04}"


def long_month_words(day: date) -> str:
    """The month of a date as a heading: "November 2026"."""
    return f"{_months()[day.month - 1]} {day.year:04}"


def is_distance(text: str) -> bool:
    """Whether a text tells a date by its distance from today: "in 2 weeks"; also "14 days"."""
    return _DISTANCE.fullmatch(" ".join(text.casefold().split())) is not None


def read_past_date(text: str, today: date) -> date | None:
    """The date a text means when it speaks of what has been; see `read_date`.

    A day without a year is the last such day, and a weekday the last one, today included; only a
    year that is written leads into the future, or "tomorrow". "yesterday" is understood as well.
    """
    if text.strip().casefold() == translate("Dates", "yesterday").casefold():
        return _at_distance(-1, "d", today)
    day = read_date(text, today)
    if day is None or day <= today:
        return day
    plain = text.strip()
    if not any(one.isdigit() for one in plain):
        # A weekday comes round again after its next day, tomorrow does not.
        is_weekday = read_date(plain, day) == _at_distance(_WEEK, "d", day)
        return _at_distance(-_WEEK, "d", day) if is_weekday else day
    parts = len(re.findall(r"\d+", plain)) + any(one.isalpha() for one in plain)
    if parts >= _WHOLE or is_distance(plain):
        return day
    return next(
        (made for back in range(1, 9) if (made := _made(day.year - back, day.month, day.day))), day
    )


def long_date_words(day: date) -> str:
    """A date in full, as on a handout: "27 November 2026"."""
    return f"{day.day} {_months()[day.month - 1]} {day.year:04}"


def _weekdays() -> list[str]:
    names = translate("Dates", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
    return names.split()


def _nearness() -> list[str]:
    return [translate("Dates", "this").casefold(), translate("Dates", "next").casefold()]


def _month_ends() -> list[list[str]]:
    """The ways to say "end of month", in words that count."""
    ways = (translate("Dates", "end month"), translate("Dates", "end this month"))
    return [one.casefold().split() for one in ways]


def _months() -> list[str]:
    names = translate(
        "Dates",
        "January February March April May June July August September October November December",
    )
    return names.split()


def _from_numbers(first: int, second: int, year: str | None, today: date) -> date | None:
    day, month = (second, first) if second > _MONTHS_A_YEAR else (first, second)
    if year is None:
        return _without_year(month, day, today)
    return _made(_full_year(year), month, day)


def _at_distance(count: int, unit: str, today: date) -> date | None:
    if unit == "m":
        years, month = divmod(today.month - 1 + count, _MONTHS_A_YEAR)
        if today.year + years > MAXYEAR:
            return None
        last = monthrange(today.year + years, month + 1)[1]
        return date(today.year + years, month + 1, min(today.day, last))
    try:
        return today + timedelta(days=count * (_WEEK if unit == "w" else 1))
    except OverflowError:
        return None


def _from_words(words: list[str], today: date) -> date | None:
    if len(words) == 1:
        return _from_word(words[0], today)
    if words and words[0] in _nearness():
        return _near(words, today)
    if words in _month_ends():
        return today.replace(day=monthrange(today.year, today.month)[1])
    if words and _number_of(words[0], _weekdays(), _SHORTEST_WEEKDAY) is not None:
        words = words[1:]
    day, month = (*words, "", "")[:2]
    if not day.isdecimal():
        day, month = month, day
    number = _number_of(month, _months(), _SHORTEST_MONTH)
    if number is None or not day.isdecimal():
        return None
    if len(words) == 2:  # noqa: PLR2004 -- day and month
        return _without_year(number + 1, int(day), today)
    return _made(_full_year("".join(words[2:])), number + 1, int(day))


def _from_word(word: str, today: date) -> date | None:
    names = [translate("Dates", "today").casefold(), translate("Dates", "tomorrow").casefold()]
    if word in names:
        return _at_distance(names.index(word), "d", today)
    weekday = _number_of(word, _weekdays(), _SHORTEST_WEEKDAY)
    if weekday is None:
        return None
    return _at_distance((weekday - today.weekday() - 1) % _WEEK + 1, "d", today)


def _near(words: list[str], today: date) -> date | None:
    """This weekday, today included, or the weekday of next week."""
    weekday = _number_of("".join(words[1:]), _weekdays(), _SHORTEST_WEEKDAY)
    if weekday is None:
        return None
    distance = weekday - today.weekday()
    is_this = words[0] == _nearness()[0]
    return _at_distance(distance % _WEEK if is_this else distance + _WEEK, "d", today)


def _number_of(word: str, names: list[str], shortest: int) -> int | None:
    """The place of the name that begins with the word, if the word is long enough to tell."""
    if len(word) < shortest:
        return None
    found = [place for place, name in enumerate(names) if name.casefold().startswith(word)]
    return found[0] if len(found) == 1 else None


def _full_year(digits: str) -> int:
    if not digits.isdecimal():
        return 0
    year = int(digits)
    return 2000 + year if year < _CENTURY else year


def _without_year(month: int, day: int, today: date) -> date | None:
    """The next such day, or the last one if that is not long ago; 29 February may be far."""
    first = today.toordinal() - LATELY.days
    for year in range(today.year - 1, today.year + 9):
        made = _made(year, month, day)
        if made is not None and made.toordinal() >= first:
            return made
    return None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
