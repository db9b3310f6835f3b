"""Sections that flow over pages: text, tables and drawings one below the other.

A heading stays with what follows it, and is said again where its section goes on. Only what is
taller than a page is cut, between its pieces.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from motwall.export.pdf.fonts import Face
from motwall.export.pdf.pieces import SMALL, Gap, Piece, TextLine
from motwall.export.pdf.sheet import INK, Pen, Sheet, TextStyle
from motwall.i18n import translate
from motwall.model.layout import Rect

#: What must be cut starts on a fresh page rather than in less room than this.
_WORTHWHILE = 120.0
LABEL = TextStyle(Face.BOLD, 7.5, 10.0, INK, 0.35)
TEXT = TextStyle(Face.REGULAR, 10.0, 13.5)
_BORDER = Pen(INK, 0.5)
#: Above and below the rule of a section, and below its label.
_ABOVE, _BELOW, _UNDER = 12.0, 7.0, 4.0

Cell = Sequence[Piece]


class Placed(NamedTuple):
    """A cell beside others; x from the left edge."""

    x: float
    pieces: Cell


@dataclass(frozen=True, slots=True)
class Block:
    """Cells side by side that stay together.

    Attributes:
        cells: Each with its x.
        gap: Left free above it, points; not at the top of a page.
    """

    cells: tuple[Placed, ...]
    gap: float = 0.0

    @property
    def height(self) -> float:
        """Of its tallest cell."""
        return max((_height(cell.pieces) for cell in self.cells), default=0.0)

    def cut(self, room: float) -> tuple["Block", "Block"]:
        """The part that fits into a height, which may be nothing, and the rest."""
        counts = [_fitting(cell.pieces, room) for cell in self.cells]
        pairs = list(zip(self.cells, counts, strict=True))
        kept = tuple(Placed(cell.x, cell.pieces[:count]) for cell, count in pairs)
        rest = tuple(Placed(cell.x, cell.pieces[count:]) for cell, count in pairs)
        return replace(self, cells=kept), replace(self, cells=rest, gap=0.0)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it with its top left corner there."""
        for cell in self.cells:
            top = y
            for piece in cell.pieces:
                piece.draw(sheet, x + cell.x, top)
                top += piece.height


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading.

    Attributes:
        blocks: In their order.
        heading: Above the first block, on its page.
        again: Above the first of those that come on a further page.
    """

    blocks: tuple[Block, ...]
    heading: Block | None = None
    again: Block | None = None


class PlacedBlock(NamedTuple):
    """A block on a page; y from the top of the page's body."""

    block: Block
    y: float


FlowPage = list[PlacedBlock]


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line over a width."""

    width: float
    pen: Pen = _BORDER
    height: float = 0.0

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        sheet.rule(x, x + self.width, y, self.pen)


def titled(
    title: str,
    width: float,
    blocks: Sequence[Block],
    columns: Sequence[tuple[float, str]] = (),
) -> Section:
    """A section under a rule and a title, with headings of columns on the same line if it has any.

    Args:
        title: Of the section, and of its first column.
        width: Of the rule.
        blocks: What is in it.
        columns: Where the other columns start, and their headings.
    """
    more = translate("Handout", "continued")
    return Section(
        blocks=tuple(blocks),
        heading=_heading([TextLine(title, LABEL)], width, columns),
        again=_heading([_Continued(title, more)], width, columns),
    )


def flow(sections: Sequence[Section], room: float, head: Block | None = None) -> list[FlowPage]:
    """Spread sections over pages whose bodies are so high; at least one page.

    Args:
        sections: In their order.
        room: Points.
        head: At the top of every page but the first.
    """
    pages = _Flow(room, head)
    for section in sections:
        pages.add(section)
    return pages.placed


def used(page: FlowPage) -> float:
    """How much of a page's body is taken, points."""
    return max((placed.y + placed.block.height for placed in page), default=0.0)


def draw_flow(sheet: Sheet, area: Rect, page: FlowPage) -> None:
    """Draw a page's blocks into its body."""
    for block, y in page:
        block.draw(sheet, area.x, area.y + y)


@dataclass(frozen=True, slots=True)
class _Continued:
    """A title, and that this is not its beginning."""

    title: str
    more: str
    height: float = LABEL.leading

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        TextLine(self.title, LABEL).draw(sheet, x, y)
        line = TextLine(self.more, SMALL)
        line.draw(sheet, x + LABEL.width(self.title) + 5.0, y + (self.height - line.height) / 2)


class _Flow:
    """Pages being filled."""

    def __init__(self, room: float, head: Block | None) -> None:
        self.placed: list[FlowPage] = [[]]
        self._room = room
        self._head = head
        self._used = 0.0
        # Nothing but heads so far on this page.
        self._is_fresh = True

    def add(self, section: Section) -> None:
        heading = section.heading
        taken = section.again.height if section.again else 0.0
        for block in section.blocks:
            above = heading.gap + heading.height if heading else 0.0
            if not self._is_fresh and above + block.gap + self._least(block, taken) > self._left():
                heading = self._turned(section, heading)
            self._place_all(heading, block, section)
            heading = None

    def _turned(self, section: Section, heading: Block | None) -> Block | None:
        """Begin a page; the heading that its first block has."""
        self._turn()
        return heading if heading is not None else section.again

    def _place_all(self, heading: Block | None, block: Block, section: Section) -> None:
        """Place a block, in parts if it is taller than what is left, each under a heading."""
        rest, is_fresh = block, self._is_fresh
        while True:
            if heading is not None:
                self._place(heading)
            gap = 0.0 if heading is not None else rest.gap
            if rest.height <= self._left() - gap:
                self._place(replace(rest, gap=gap))
                return
            part, left = rest.cut(self._left() - gap)
            if not part.height and is_fresh:
                # A piece taller than a page: nothing is gained by turning another one.
                self._place(rest)
                return
            rest = left
            if part.height:
                self._place(replace(part, gap=gap))
            self._turn()
            is_fresh = True
            heading = section.again

    def _least(self, block: Block, taken: float) -> float:
        """The room a block needs to start on a page."""
        page = self._room - taken - (self._head.height if self._head else 0.0)
        return block.height if block.height <= page else min(_WORTHWHILE, page)

    def _left(self) -> float:
        return self._room - self._used

    def _turn(self) -> None:
        self.placed.append([])
        self._used = 0.0
        if self._head is not None:
            self._place(self._head)
        self._is_fresh = True

    def _place(self, block: Block) -> None:
        gap = block.gap if self.placed[-1] else 0.0
        self.placed[-1].append(PlacedBlock(block, self._used + gap))
        self._used += gap + block.height
        self._is_fresh = False


def _heading(title: Sequence[Piece], width: float, columns: Sequence[tuple[float, str]]) -> Block:
    first: list[Piece] = [Rule(width), Gap(_BELOW), *title, Gap(_UNDER)]
    others = (Placed(x, [Gap(_BELOW), TextLine(words, LABEL)]) for x, words in columns)
    return Block((Placed(0.0, first), *others), gap=_ABOVE)


def _height(cell: Cell) -> float:
    return sum(piece.height for piece in cell)


def _fitting(cell: Cell, room: float) -> int:
    """How many pieces of a cell fit into a height."""
    taken = 0.0
    for count, piece in enumerate(cell):
        taken += piece.height
        if taken > room:
            return count
    return len(cell)
