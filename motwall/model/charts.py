"""Charts as primitives: what is drawn where, for screen and paper alike.

A chart has its own width and height in whatever unit it was asked for, from the top left corner, y
downwards. An ink says what a part means; the painters choose colours, widths and dashes. So screen
and PDF cannot but show the same numbers.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor, log10
from typing import NamedTuple

from motwall.model.records import Rating
from motwall.model.textfit import LINE_SPACING, UnitWidth, fit_text


class Ink(StrEnum):
    """What a part of a chart means."""

    AXIS = "axis"
    GRID = "grid"
    LABEL = "label"
    GOOD_SIDE = "good_side"
    TARGET = "target"
    SERIES = "series"
    LATEST = "latest"
    SESSION = "session"
    ACTION = "action"
    REACHED = "reached"
    CURRENT = "current"
    AHEAD = "ahead"


class Anchor(StrEnum):
    """Which part of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Spot(NamedTuple):
    """A point of a chart."""

    x: float
    y: float


class Box(NamedTuple):
    """A filled rectangle."""

    ink: Ink
    x: float
    y: float
    width: float
    height: float


class Stroke(NamedTuple):
    """A line through points."""

    ink: Ink
    spots: tuple[Spot, ...]


class Dot(NamedTuple):
    """A filled circle."""

    ink: Ink
    x: float
    y: float
    radius: float


class Words(NamedTuple):
    """A line of text of a size; `y` is its baseline."""

    ink: Ink
    x: float
    y: float
    text: str
    size: float
    anchor: Anchor = Anchor.START


class Face(NamedTuple):
    """The face of a rating in a square, from its top left."""

    rating: Rating
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What is drawn, in this order: boxes, strokes, dots, faces, words."""

    width: float
    height: float
    boxes: tuple[Box, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    dots: tuple[Dot, ...] = ()
    faces: tuple[Face, ...] = ()
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartLook:
    """The size of a chart and of its words, and how wide those are at size 1."""

    width: float
    height: float
    text_size: float
    unit_width: UnitWidth

    def width_of(self, text: str) -> float:
        """The width of a line of text."""
        return self.unit_width(text) * self.text_size

    def line(self, text: str, width: float) -> str:
        """As much of a text as one line of a width takes."""
        height = self.text_size * LINE_SPACING
        return fit_text(text, width, height, [self.text_size], self.unit_width).lines[0]


def nice_ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round numbers (1, 2 or 5 times a power of ten apart) from at or below `low` to `high` or up.

    Args:
        low: The least value to show.
        high: The greatest; above `low`.
        most: About how many steps at the most.
    """
    rough = (high - low) / most
    power = 10.0 ** floor(log10(rough))
    step = next(one * power for one in (1, 2, 5, 10) if one * power >= rough * (1 - 1e-9))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [number * step for number in range(first, last + 1)]


#: Nobody measures less; a fifth of the smallest number there is would be 0.
_TINY = 1e-200


def value_range(values: list[float]) -> tuple[float, float]:
    """The least and the greatest of some values; where they are one, a little around it."""
    low, high = min(values), max(values)
    # Numbers far from 0 differ by nothing that a chart could show.
    least = max(abs(low), abs(high), _TINY) * 1e-6
    if high - low > least:
        return low, high
    around = abs(low) / 10 if abs(low) > _TINY else 1.0
    return low - around, high + around
