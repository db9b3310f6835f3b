"""The picture of a cover: the wall itself, its notes as small papers along the line of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from motwall.export.pdf.patterns import draw_strip
from motwall.export.pdf.sheet import FAINT, INK, QUIET, WHITE, Pen, Sheet
from motwall.model.layout import Rect
from motwall.model.order import steps_in_order, timeline_moments, unsorted_moments
from motwall.model.records import ContactType, Moment
from motwall.model.store import Store

#: Papers are as high as notes are, seen from afar; points, from the largest to the smallest.
_SIZES = tuple(56.0 * 0.95**step for step in range(52))
_HIGH, _GAP, _STRIP = 0.76, 0.16, 0.3
#: The columns stand apart as far as fills a line, but they still belong together, papers wide.
_WIDEST_GAP = 0.75
#: From the line of time to the papers below it, and from the lowest paper to the next line.
_DROP, _BETWEEN = 0.34, 0.5
#: It is a picture: what is deeper, or comes later, would only make the papers smaller.
_DEEPEST, _MOST_COLUMNS = 7, 160
_PLAIN_PAPER = "#FFFDF6"
_DASH = (2.5, 2.0)
#: How deep the stacks of a wall are that has no notes yet.
_TO_COME = (1, 2, 1, 3, 2, 1, 2)
#: Below this width a paper is too small for lines of writing.
_WRITTEN = 15.0


@dataclass(frozen=True, slots=True)
class _Paper:
    """A note as it is drawn: its type, and whether anything is written on it."""

    contact_type: ContactType | None
    is_written: bool


_Column = Sequence[_Paper]


class PlacedLine(NamedTuple):
    """A line of time with what hangs on it.

    Attributes:
        y: Its top.
        size: How wide a paper is.
        steps: The middle of each step, x.
        papers: Each with its place.
    """

    y: float
    size: float
    steps: tuple[float, ...]
    papers: tuple[tuple[Rect, _Paper], ...]

    @property
    def radius(self) -> float:
        """Of the dots of its steps."""
        return max(0.8, self.size * 0.055)


@dataclass(frozen=True, slots=True)
class Motif:
    """The notes of a wall as columns of papers."""

    columns: tuple[_Column, ...]
    is_ink_saver: bool

    @classmethod
    def of(cls, store: Store, *, is_ink_saver: bool) -> "Motif":
        """Of a wall; one without notes shows where they will be."""
        papers = {
            step_id: [_paper(store, one) for one in group]
            for step_id, group in groupby(timeline_moments(store), lambda one: one.step_id)
        }
        columns = [papers.get(step.id, []) for step in steps_in_order(store)]
        columns = columns or [[_paper(store, one)] for one in unsorted_moments(store)]
        if not any(columns):
            columns = [[_Paper(None, is_written=False)] * depth for depth in _TO_COME]
        shown = tuple(column[:_DEEPEST] for column in columns[:_MOST_COLUMNS])
        return cls(shown, is_ink_saver)

    def draw(self, sheet: Sheet, area: Rect) -> None:
        """Draw the papers as large as they fit into an area, level with its lower edge."""
        for line in self.placed(area):
            # All along the page, whatever hangs below it: time goes on.
            middle = line.y + line.radius
            sheet.rule(area.x, area.right, middle, Pen(INK, max(0.5, line.size * 0.022)))
            for x in line.steps:
                sheet.disc(x, middle, line.radius, INK)
            for place, paper in line.papers:
                self._draw_paper(sheet, place, paper)

    def placed(self, area: Rect) -> list["PlacedLine"]:
        """Where everything goes; nothing at all where there is no room for it."""
        heights = ((size, self._height(size, area.width)) for size in _SIZES)
        found = next((one for one in heights if one[1] <= area.height), None)
        if found is None:
            return []
        size, height = found
        lines = self._lines(size, area.width)
        apart = (area.width - size) / max(1, len(lines[0]) - 1)
        pitch = min(apart, size * (1 + _WIDEST_GAP))
        top, made = area.bottom - height, []
        for line in lines:
            made.append(_placed_line(line, area._replace(y=top), size, pitch))
            top += _line_height(line, size) + size * _BETWEEN
        return made

    def _lines(self, size: float, width: float) -> list[tuple[_Column, ...]]:
        """The columns as they are wrapped, in lines that are filled about evenly."""
        most = max(1, int((width + size * _GAP) / (size * (1 + _GAP))))
        count = -(-len(self.columns) // most)
        each = -(-len(self.columns) // count)
        return [self.columns[first : first + each] for first in range(0, len(self.columns), each)]

    def _height(self, size: float, width: float) -> float:
        lines = self._lines(size, width)
        return sum(_line_height(line, size) for line in lines) + (len(lines) - 1) * size * _BETWEEN

    def _draw_paper(self, sheet: Sheet, area: Rect, paper: _Paper) -> None:
        pen = Pen(INK, max(0.5, area.width * 0.016), () if paper.is_written else _DASH)
        kind = paper.contact_type
        if not paper.is_written and kind is None:
            sheet.box(area, pen=Pen(QUIET, 0.6, _DASH), radius=1.0)
            return
        fill = WHITE if self.is_ink_saver else kind.colour if kind else _PLAIN_PAPER
        sheet.box(area, fill=fill, radius=1.0)
        strip = area._replace(height=area.height * _STRIP if kind else 0.0)
        if kind is not None:
            draw_strip(sheet, strip, kind, is_pale=self.is_ink_saver)
        sheet.box(area, pen=pen, radius=1.0)
        if paper.is_written and area.width >= _WRITTEN:
            _draw_writing(sheet, area, strip.bottom, FAINT if self.is_ink_saver else QUIET)


def _paper(store: Store, moment: Moment) -> _Paper:
    return _Paper(store.find(ContactType, moment.contact_type_id), bool(moment.text))


def _placed_line(line: tuple[_Column, ...], area: Rect, size: float, pitch: float) -> PlacedLine:
    papers = []
    for place, column in enumerate(line):
        for depth, paper in enumerate(column):
            y = area.y + size * (_DROP + depth * (_HIGH + _GAP))
            papers.append((Rect(area.x + place * pitch, y, size, size * _HIGH), paper))
    steps = tuple(area.x + place * pitch + size / 2 for place in range(len(line)))
    return PlacedLine(area.y, size, steps, tuple(papers))


def _line_height(line: tuple[_Column, ...], size: float) -> float:
    deepest = max(len(column) for column in line)
    return size * (_DROP + deepest * _HIGH + max(0, deepest - 1) * _GAP)


def _draw_writing(sheet: Sheet, area: Rect, top: float, colour: str) -> None:
    """Two strokes that look like words from afar."""
    room = area.bottom - top
    pen = Pen(colour, max(0.6, area.width * 0.03))
    inset = area.width * 0.14
    for share, length in ((0.36, 0.72), (0.66, 0.46)):
        y = top + room * share
        sheet.rule(area.x + inset, area.x + inset + area.width * length, y, pen)
