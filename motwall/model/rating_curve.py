"""How the journey feels from step to step: the ratings as a curve below the timeline.

One curve a row and a line of the wrapped timeline. It says nothing that nobody said: a step without
a rated note has no point, and the line over it is dashed.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from motwall.model.layout import Column, Line, Rect, WallLayout
from motwall.model.records import Moment, Rating
from motwall.model.store import Store
from motwall.model.tracks import Arrangement, Cells, cells_of, tracks_of

_SCORES = {Rating.MISERABLE: -1, Rating.NEUTRAL: 0, Rating.MAGICAL: 1}
#: A mean nearer to the middle than this, or as near, looks neutral.
_NEUTRAL_REACH = 0.5
#: From the edge of a curve's strip to the guide line of the best and the worst, mm.
_PADDING = 10.0
#: A title takes so much from the top of the strip, mm.
_TITLE = 8.0


class Guide(NamedTuple):
    """A quiet line across: where a rating lies."""

    rating: Rating
    y: float


class Point(NamedTuple):
    """What the rated notes of one step come to.

    Attributes:
        step_id: The step.
        x: The middle of its column, mm.
        y: Between the guides, mm.
        mean: From -1 (all miserable) to 1 (all magical).
        rated: How many rated notes it is the mean of.
    """

    step_id: str
    x: float
    y: float
    mean: float
    rated: int

    @property
    def rating(self) -> Rating:
        """The rating whose sign the point gets: the nearest, in doubt neutral."""
        if abs(self.mean) <= _NEUTRAL_REACH:
            return Rating.NEUTRAL
        return Rating.MAGICAL if self.mean > 0 else Rating.MISERABLE


class Stretch(NamedTuple):
    """From one point to the next; bridged where steps in between have no rated note."""

    start: Point
    end: Point
    is_bridged: bool


class Curve(NamedTuple):
    """The curve of one row on one line of the timeline, as primitives; everything in mm.

    Attributes:
        title: Of the row; "" while there is only one.
        rect: The strip it is drawn in.
        guides: From the top: magical, neutral, miserable.
        points: From the left; none where nothing is rated.
        stretches: Between neighbouring points.
    """

    title: str
    rect: Rect
    guides: tuple[Guide, ...]
    points: tuple[Point, ...]
    stretches: tuple[Stretch, ...]


def rating_curves(store: Store, layout: WallLayout) -> list[Curve]:
    """The curves of all lines from the top; none if the layout leaves no room for them."""
    rows = tracks_of(store, Arrangement.ROWS)
    cells = cells_of(store, rows)
    return [
        _curve(line, strip, row.title, _stacks(line, cells, place))
        for line in layout.lines
        if line.curve is not None
        for place, (row, strip) in enumerate(zip(rows, _strips(line.curve, len(rows)), strict=True))
    ]


def _stacks(line: Line, cells: Cells, row: int) -> list[Sequence[Moment]]:
    """The notes of one row in each column."""
    return [cells.get(one.step_id, {}).get(row, ()) for one in line.columns]


def _strips(rect: Rect, count: int) -> list[Rect]:
    """One below the other, of equal height."""
    height = rect.height / count
    return [Rect(rect.x, rect.y + place * height, rect.width, height) for place in range(count)]


def _curve(line: Line, strip: Rect, title: str, stacks: Sequence[Sequence[Moment]]) -> Curve:
    """The curve of one row; `stacks` has its notes of each column."""
    top = _TITLE if title else 0.0
    inside = strip._replace(y=strip.y + top, height=strip.height - top)
    cells = zip(line.columns, stacks, strict=True)
    points = [_point(column, moments, inside) for column, moments in cells]
    return Curve(
        title=title,
        rect=strip,
        guides=tuple(Guide(one, _y_of(_SCORES[one], inside)) for one in reversed(Rating)),
        points=tuple(one for one in points if one is not None),
        stretches=tuple(_stretches(points)),
    )


def _point(column: Column, moments: Sequence[Moment], strip: Rect) -> Point | None:
    scores = [_SCORES[one.rating] for one in moments if one.rating]
    if not scores:
        return None
    mean = sum(scores) / len(scores)
    x = column.rect.x + column.rect.width / 2
    return Point(column.step_id, x, _y_of(mean, strip), mean, len(scores))


def _stretches(points: Sequence[Point | None]) -> list[Stretch]:
    rated = [(place, one) for place, one in enumerate(points) if one is not None]
    return [
        Stretch(start, end, is_bridged=place + 1 < following)
        for (place, start), (following, end) in pairwise(rated)
    ]


def _y_of(mean: float, strip: Rect) -> float:
    half = strip.height / 2 - _PADDING
    return strip.y + strip.height / 2 - mean * half
