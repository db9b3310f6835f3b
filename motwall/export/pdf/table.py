"""Rows on pages: a row moves to the next page whole; only one taller than a page is cut.

It is cut between its pieces, in every column at the height where the page ends, and goes on with
its name repeated.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from motwall.export.pdf.fonts import Face
from motwall.export.pdf.pieces import Piece
from motwall.export.pdf.sheet import INK, QUIET, Pen, Sheet, TextStyle
from motwall.model.layout import Rect

#: Above and below the pieces of a row.
PADDING = 7.0
#: A row that must be cut starts on a fresh page rather than in less room than this.
_WORTHWHILE = 120.0
HEAD_HEIGHT = 17.0
_HEADING = TextStyle(Face.BOLD, 7.5, 10.0, INK, 0.35)
_HINT = TextStyle(Face.REGULAR, 7.5, 10.5, QUIET)
_HEAVY = Pen(INK, 0.9)
_HAIRLINE = Pen("#8E8B84", 0.5)

Cell = Sequence[Piece]


class Column(NamedTuple):
    """A column; x from the left edge of the table; the hint below its heading says what to write.

    A hint is one short line.
    """

    heading: str
    x: float
    hint: str = ""


def head_height(columns: Sequence[Column]) -> float:
    """Of the headings above the rows, points."""
    return HEAD_HEIGHT + (_HINT.leading if any(column.hint for column in columns) else 0.0)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        cells: One a column.
        least: The least height, points: room to write by hand.
        repeated: What the first cell starts with when the row goes on, on the next page; of a
            heading, what stands there when its rows go on.
        backdrop: Draws what spans the height of the row, given the row's rectangle.
        is_heading: It stays on the page of the row after it.
        has_heavy_end: A heavy rule below it: something else begins.
    """

    cells: tuple[Cell, ...]
    least: float = 0.0
    repeated: Cell = ()
    backdrop: Callable[[Sheet, Rect], None] | None = None
    is_heading: bool = False
    has_heavy_end: bool = False

    @property
    def height(self) -> float:
        """Of the whole row with its padding."""
        return max(self.least, max(map(_height, self.cells)) + 2 * PADDING)

    def cut(self, room: float) -> tuple["Row", "Row"]:
        """The part that fits into a height, and the rest; at least one piece fits."""
        split = [_fitting(cell, room - 2 * PADDING) for cell in self.cells]
        kept = tuple(cell[:count] for cell, count in zip(self.cells, split, strict=True))
        first, *others = (cell[count:] for cell, count in zip(self.cells, split, strict=True))
        rest = ([*self.repeated, *first], *others)
        return (
            replace(self, cells=kept, least=room, has_heavy_end=False),
            replace(self, cells=rest, least=0.0),
        )


class PlacedRow(NamedTuple):
    """A row on a page; y from the top of the table's body."""

    row: Row
    y: float
    height: float


def paginate(rows: Sequence[Row], room: float) -> list[list[PlacedRow]]:
    """Spread rows over pages whose bodies are so high; at least one page."""
    pages = _Pages(room)
    for place, row in enumerate(rows):
        following = rows[place + 1] if place + 1 < len(rows) else None
        pages.add(row, following)
    return pages.placed


class _Pages:
    """Pages being filled, each starting with the heading that is still in force."""

    def __init__(self, room: float) -> None:
        self.placed: list[list[PlacedRow]] = [[]]
        self._room = room
        self._used = 0.0
        self._heading: Row | None = None
        # What a heading takes from the page of its rows.
        self._taken = 0.0

    def add(self, row: Row, following: Row | None) -> None:
        if row.is_heading:
            again = replace(row, cells=(row.repeated, *row.cells[1:]))
            self._taken = max(row.height, again.height)
            needed = row.height + (self._least(following) if following is not None else 0.0)
            self._turn_unless(needed, None)
            self._place(row)
            self._heading = again
            return
        self._turn_unless(self._least(row), self._heading)
        rest = row
        while rest.height > self._left():
            part, rest = rest.cut(self._left())
            self._place(part)
            self._turn(self._heading)
        self._place(rest)

    def _least(self, row: Row) -> float:
        """The room a row needs to start on a page."""
        page = self._room - self._taken
        return row.height if row.height <= page else min(_WORTHWHILE, page)

    def _left(self) -> float:
        return self._room - self._used

    def _turn_unless(self, needed: float, heading: Row | None) -> None:
        if self.placed[-1] and needed > self._left():
            self._turn(heading)

    def _turn(self, heading: Row | None) -> None:
        self.placed.append([])
        self._used = 0.0
        if heading is not None:
            self._place(heading)

    def _place(self, row: Row) -> None:
        self.placed[-1].append(PlacedRow(row, self._used, row.height))
        self._used += row.height


def draw_table(
    sheet: Sheet, area: Rect, columns: Sequence[Column], rows: Sequence[PlacedRow]
) -> None:
    """Draw the headings at the top of an area and one page's rows below them."""
    left, right = area.x, area.right
    sheet.rule(left, right, area.y, _HEAVY)
    for column in columns:
        sheet.text(left + column.x, area.y + 11.2, column.heading, _HEADING)
        sheet.text(left + column.x, area.y + 11.2 + _HINT.leading, column.hint, _HINT)
    top = area.y + head_height(columns)
    sheet.rule(left, right, top, _HEAVY)
    for row, y, height in rows:
        place = Rect(left, top + y, area.width, height)
        if row.backdrop is not None:
            row.backdrop(sheet, place)
        for column, cell in zip(columns, row.cells, strict=True):
            position = place.y + PADDING
            for piece in cell:
                piece.draw(sheet, left + column.x, position)
                position += piece.height
        sheet.rule(left, right, place.bottom, _HEAVY if row.has_heavy_end else _HAIRLINE)


def _height(cell: Cell) -> float:
    return sum(piece.height for piece in cell)


def _fitting(cell: Cell, room: float) -> int:
    """How many pieces of a cell fit into a height."""
    used = 0.0
    for count, piece in enumerate(cell):
        used += piece.height
        if used > room:
            return count
    return len(cell)
