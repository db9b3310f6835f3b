"""Readings typed or pasted, a line each: a day and a number, in the ways people write them.

Between the two stand a tab, a semicolon, a comma, a colon or blanks; either may come first. One
line with a number alone is today's. A first line without any digit is a heading and passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from motwall.model.clean_text import clean_text
from motwall.model.dates import is_distance, read_past_date
from motwall.model.edits.measures import Taken
from motwall.model.figures import Figure, is_same_unit, read_figure

#: More lines than this are no readings of one measure: ten years of days.
MOST_LINES = 4000
_CUT = re.compile(r"[\s,;:]+")


class Snag(StrEnum):
    """What is wrong with a line, or odd about it; the first three keep it out."""

    NO_NUMBER = "no_number"
    NO_DAY = "no_day"
    TOO_MANY = "too_many"
    OTHER_UNIT = "other_unit"
    FUTURE = "future"
    AMBIGUOUS = "ambiguous"
    SAME_DAY = "same_day"


class SnaggedLine(NamedTuple):
    """A line with a snag: its number from 1, and its words."""

    row: int
    text: str
    snag: Snag


@dataclass(frozen=True, slots=True)
class PastedReadings:
    """What a text comes to.

    Attributes:
        taken: The readings, in the order of the lines.
        refused: Lines that are none; the text stays where it was typed.
        doubtful: Lines that were taken but are worth a word.
    """

    taken: tuple[Taken, ...]
    refused: tuple[SnaggedLine, ...]
    doubtful: tuple[SnaggedLine, ...]


def read_readings(text: str, unit: str, today: date) -> PastedReadings:
    """Read the lines of a text as readings of a measure with that unit."""
    # Normalising makes a text three times as long at the most.
    lines = clean_text(text.replace("\t", ";"), 3 * len(text)).text.split("\n")
    numbered = [(row, one.strip(" ;")) for row, one in enumerate(lines, 1) if one.strip(" ;")]
    if len(numbered) > 1 and not any(char.isdigit() for char in numbered[0][1]):
        del numbered[0]
    is_alone = len(numbered) == 1
    taken: dict[int, Taken] = {}
    refused: list[SnaggedLine] = []
    doubtful: list[SnaggedLine] = []
    days: set[date] = set()
    for row, line in numbered[:MOST_LINES]:
        found = _reading(line, today, is_alone=is_alone)
        if isinstance(found, Snag):
            refused.append(SnaggedLine(row, line, found))
            continue
        day, figure = found
        taken[row] = Taken(day, figure.value)
        doubtful += [
            SnaggedLine(row, line, snag) for snag in _doubts(day, figure, unit, today, days)
        ]
        days.add(day)
    refused += [SnaggedLine(row, line, Snag.TOO_MANY) for row, line in numbered[MOST_LINES:]]
    return PastedReadings(tuple(taken.values()), tuple(refused), tuple(doubtful))


def _reading(line: str, today: date, *, is_alone: bool) -> tuple[date, Figure] | Snag:
    for day_words, number_words in _halves(line):
        day, figure = _day(day_words, today), _figure(number_words, today)
        if day is not None and figure is not None:
            return day, figure
    alone = read_figure(line)
    if is_alone and alone is not None:
        # "12.5" could be a day as well; nobody types a day alone.
        return today, alone
    is_number = alone is not None and _day(line, today) is None
    return Snag.NO_DAY if is_number else Snag.NO_NUMBER


def _halves(line: str) -> Iterator[tuple[str, str]]:
    """What may be day and number: the likeliest cuts first, and the day as long as possible.

    A comma between two digits is likelier to belong to a number.
    """
    kinds: tuple[list[re.Match[str]], ...] = ([], [], [])
    for cut in _CUT.finditer(line):
        kinds[0 if ";" in cut[0] else 2 if cut[0] == "," else 1].append(cut)
    for cuts in kinds:
        for cut in reversed(cuts):
            yield line[: cut.start()], line[cut.end() :]
        for cut in cuts:
            yield line[cut.end() :], line[: cut.start()]


def _day(words: str, today: date) -> date | None:
    # "14 days" is a number with its unit here.
    return None if is_distance(words) else read_past_date(words, today)


def _figure(words: str, today: date) -> Figure | None:
    # Of "20 nov" the month is no unit.
    is_day = any(one.isalpha() for one in words) and _day(words, today) is not None
    return None if is_day else read_figure(words)


def _doubts(day: date, figure: Figure, unit: str, today: date, days: set[date]) -> Iterator[Snag]:
    if figure.unit and not is_same_unit(figure.unit, unit):
        yield Snag.OTHER_UNIT
    if day > today:
        yield Snag.FUTURE
    if figure.is_ambiguous:
        yield Snag.AMBIGUOUS
    if day in days:
        yield Snag.SAME_DAY
