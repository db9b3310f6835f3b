"""Sheets that are cut up: notes without gaps between them, and marks where to cut."""

from collections.abc import Iterator
from dataclasses import dataclass

from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import Frame
from motwall.export.pdf.sheet import INK, QUIET, Pen, Sheet, TextStyle
from motwall.model.layout import Rect

#: Of the marks, and how far they stay off the corners.
MARK, _OFF = 5.0, 2.0
_MARK_PEN = Pen(INK, 0.5)
HINT = TextStyle(Face.REGULAR, 7.5, 10.0, QUIET)


@dataclass(frozen=True, slots=True)
class CutGrid:
    """Notes of one size, side by side and one below the other.

    Attributes:
        x: Of the upper left corner; y likewise.
        width: Of a note; height likewise.
        columns: How many stand side by side; rows one below the other.
    """

    x: float
    y: float
    width: float
    height: float
    columns: int
    rows: int

    @property
    def count(self) -> int:
        """How many notes there are."""
        return self.columns * self.rows

    @property
    def bottom(self) -> float:
        """Below the last row."""
        return self.y + self.rows * self.height

    def cells(self) -> Iterator[Rect]:
        """The places of the notes, row by row."""
        for place in range(self.count):
            row, column = divmod(place, self.columns)
            x, y = self.x + column * self.width, self.y + row * self.height
            yield Rect(x, y, self.width, self.height)

    def draw_marks(self, sheet: Sheet) -> None:
        """Draw, outside the notes, where to cut."""
        right = self.x + self.columns * self.width
        for row in range(self.rows + 1):
            y = self.y + row * self.height
            sheet.rule(self.x - _OFF - MARK, self.x - _OFF, y, _MARK_PEN)
            sheet.rule(right + _OFF, right + _OFF + MARK, y, _MARK_PEN)
        for column in range(self.columns + 1):
            x = self.x + column * self.width
            for top in (self.y - _OFF - MARK, self.bottom + _OFF):
                sheet.path([("M", x, top), ("L", x, top + MARK)], pen=_MARK_PEN)


def around_marks(frame: Frame, foot: float) -> Rect:
    """The room for notes on a page, with their marks around them and so much below."""
    body = frame.body
    edge = MARK + _OFF
    return Rect(body.x + edge, body.y + edge, body.width - 2 * edge, body.height - foot - 2 * edge)
