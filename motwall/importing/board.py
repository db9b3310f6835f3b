"""Notes of a board in the order of time: left to right, and its frames one after the other.

Boards have no timeline, but people draw one: what is further right comes later, what lies below
each other belongs together, and a frame (Miro) or area (Mural) is a stage.
"""

import html
import math
import re
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

#: Notes whose left edges are nearer than this part of a usual distance are below each other.
NEARNESS = 0.6
#: So many notes tell the usual distance between two.
_LOOKED_AT = 150
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li)>\s*(?=.)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(
    r"</?(?:p|div|ul|ol|li|br|b|i|u|s|em|strong|span|a|font)(?:\s[^<>]*)?/?>", re.IGNORECASE
)


class Spot(NamedTuple):
    """Where a note is on a board: which of the rows of the table it is, its frame, its place."""

    place: int
    frame: str
    x: float
    y: float


def number_of(cell: str) -> float | None:
    """The coordinate a cell holds, or None."""
    try:
        value = float(cell.strip().replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def plain_words(text: str) -> str:
    """The words of a note that a board exported as a piece of HTML, as Miro and Mural do."""
    if "<" not in text and "&" not in text:
        return text
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))


def in_order(spots: Sequence[Spot]) -> list[tuple[int, int]]:
    """The notes in the order of time: each with the number of its column, from 1."""
    width = _usual_distance(spots)
    frames: dict[str, list[Spot]] = {}
    for one in spots:
        frames.setdefault(one.frame, []).append(one)
    ordered = []
    column = 0
    for frame in sorted(frames.values(), key=lambda some: _corner(some, width)):
        left = -math.inf
        stacks: list[list[Spot]] = []
        for one in sorted(frame, key=lambda spot: (spot.x, spot.y, spot.place)):
            if one.x - left > NEARNESS * width or not stacks:
                stacks.append([])
                left = one.x
            stacks[-1].append(one)
        for stack in stacks:
            column += 1
            stack.sort(key=lambda spot: (spot.y, spot.x, spot.place))
            ordered += [(one.place, column) for one in stack]
    return ordered


def _corner(frame: Sequence[Spot], width: float) -> tuple[float, float]:
    """Frames side by side go from left to right, those with one left edge from top to bottom."""
    left = min(one.x for one in frame)
    return (left // width if width else left), min(one.y for one in frame)


def _usual_distance(spots: Sequence[Spot]) -> float:
    """About how far the next note is from a note: its size, and the gap between two."""
    by_x = sorted(spots, key=lambda one: one.x)
    every = max(1, len(spots) // _LOOKED_AT)
    apart = []
    for place in range(0, len(by_x), every):
        one = by_x[place]
        others = by_x[max(0, place - _LOOKED_AT) : place + _LOOKED_AT]
        distances = (max(abs(one.x - other.x), abs(one.y - other.y)) for other in others)
        nearest = min((each for each in distances if each > 0), default=0.0)
        if nearest:
            apart.append(nearest)
    return median(apart) if apart else 0.0
