"""Where everything is on the picture of cost against lift: pure geometry in pixels.

Four columns of cost, three rows of lift, and at the left a tray for ideas not placed yet. A cell
shows as many ideas as have room, and below them how many more there are, so that all can be
reached: from there the list shows the cell alone. Long ideas have up to three lines where there is
room; those not placed yet are to be read, so they have two before more of them are shown.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from motwall.model.records import Cost, Idea, Lift, Verdict
from motwall.model.sifting import COSTS, LIFTS, in_cells, unplaced_ideas

#: A cell of the picture; None is the tray.
Cell = tuple[Cost, Lift] | None

#: How many lines of a width a text fills.
LinesOf = Callable[[str, float], int]

#: Pixels at a text scale of 1: an idea of one line, and what each line more adds.
CHIP, LINE, GAP, INSET = 26.0, 15.0, 4.0, 8.0
#: Beside the words of an idea, and the mark of one with merit before them.
PADDING, TICK = 8.0, 14.0
#: Lines of an idea: at most, and before another idea not placed yet is shown.
_MOST_LINES, _WAITING_LINES = 3, 2
_HEAD, _FOOT = 24.0, 24.0
_LIFT_WIDTH = 52.0
_TRAY_SHARE = 0.19
#: Of the height of a low cell.
_LEAST_INSET = 0.06


@dataclass(frozen=True, slots=True)
class Chip:
    """An idea on the picture."""

    idea_id: str
    cell: Cell
    rect: QRectF
    lines: int
    is_cut: bool


@dataclass(frozen=True, slots=True)
class More:
    """The ideas of a cell that have no room in it."""

    cell: Cell
    rect: QRectF
    count: int


@dataclass(frozen=True, slots=True)
class PictureLayout:
    """All of it.

    Attributes:
        cells: The rectangle of each cell, and of the tray.
        cost_names: Where the name of each column stands.
        lift_names: Where the name of each row stands.
        tray_name: Where the name of the tray stands.
        lift_axis: Where the name of the rows stands.
        cost_axis: Where the name of the columns stands.
        chips: The ideas that are shown.
        mores: Where there are more.
    """

    cells: Mapping[Cell, QRectF]
    cost_names: Mapping[Cost, QRectF]
    lift_names: Mapping[Lift, QRectF]
    tray_name: QRectF
    lift_axis: QRectF
    cost_axis: QRectF
    chips: tuple[Chip, ...]
    mores: tuple[More, ...]

    def cell_at(self, at: QPointF) -> tuple[bool, Cell]:
        """Whether there is a cell at a point, and which."""
        for cell, rect in self.cells.items():
            if rect.contains(at):
                return True, cell
        return False, None

    def chip_at(self, at: QPointF) -> Chip | None:
        """The idea at a point."""
        return next((one for one in self.chips if one.rect.contains(at)), None)

    def more_at(self, at: QPointF) -> More | None:
        """What stands for more ideas at a point."""
        return next((one for one in self.mores if one.rect.contains(at)), None)


def in_one_line(_text: str, _width: float) -> int:
    """For texts that are short."""
    return 1


def words_left(idea: Idea, scale: float) -> float:
    """How far from the left edge of an idea its words begin, pixels."""
    is_marked = idea.verdict is Verdict.MERIT
    return (PADDING + (TICK + PADDING / 2 if is_marked else 0.0)) * scale


def lay_out(
    ideas: Sequence[Idea],
    size: tuple[float, float],
    scale: float,
    current_id: str = "",
    lines_of: LinesOf = in_one_line,
) -> PictureLayout:
    """Lay the picture out.

    Args:
        ideas: Those to show, in their order.
        size: Width and height of the picture.
        scale: Of the text.
        current_id: The idea that is picked: it always has a place.
        lines_of: Measures a text.
    """
    width, height = size
    head, foot, gap = _HEAD * scale, _FOOT * scale, GAP * scale
    tray = QRectF(0, head, width * _TRAY_SHARE, max(0.0, height - head))
    left = tray.right() + 2 * gap + _LIFT_WIDTH * scale
    wide = (width - left - gap * (len(COSTS) - 1)) / len(COSTS)
    tall = (height - head - foot - gap * (len(LIFTS) - 1)) / len(LIFTS)
    wide, tall = max(0.0, wide), max(0.0, tall)
    cells: dict[Cell, QRectF] = {None: tray}
    for row, lift in enumerate(LIFTS):
        for column, cost in enumerate(COSTS):
            corner = QPointF(left + column * (wide + gap), head + row * (tall + gap))
            cells[cost, lift] = QRectF(corner.x(), corner.y(), wide, tall)
    lift_left = tray.right() + 2 * gap
    chips, mores = _Placing(cells, scale, current_id, lines_of).place(ideas)
    return PictureLayout(
        cells,
        {one: QRectF(cells[one, LIFTS[-1]].left(), height - foot, wide, foot) for one in COSTS},
        {
            one: QRectF(lift_left, cells[COSTS[0], one].top(), left - lift_left - gap, tall)
            for one in LIFTS
        },
        QRectF(0, 0, tray.width(), head),
        QRectF(lift_left, 0, left - lift_left - gap, head),
        QRectF(lift_left, height - foot, left - lift_left - gap, foot),
        tuple(chips),
        tuple(mores),
    )


@dataclass(frozen=True, slots=True)
class _Placing:
    """Gives the ideas of each cell their places, from its top."""

    cells: Mapping[Cell, QRectF]
    scale: float
    current_id: str
    lines_of: LinesOf

    def place(self, ideas: Sequence[Idea]) -> tuple[list[Chip], list[More]]:
        """All of them."""
        chips: list[Chip] = []
        mores: list[More] = []
        self._fill(None, unplaced_ideas(ideas), chips, mores)
        for cell, here in in_cells(ideas).items():
            self._fill(cell, here, chips, mores)
        return chips, mores

    def _fill(self, cell: Cell, here: Sequence[Idea], chips: list[Chip], mores: list[More]) -> None:
        rect = self.cells[cell]
        inset = min(INSET * self.scale, rect.height() * _LEAST_INSET)
        inner = rect.adjusted(inset, inset, -inset, -inset)
        each, line, gap = (CHIP + GAP) * self.scale, LINE * self.scale, GAP * self.scale
        room = inner.height() + gap
        if not here or inner.width() <= 0 or room < each:
            return
        least = _WAITING_LINES if cell is None else 1
        count = self._fitting(here, inner.width(), room, least)
        if count < len(here):
            room -= each
            count = self._fitting(here, inner.width(), room, least)
        shown = _with_current(here, count, self.current_id)
        wanted = [self._wanted(one, inner.width()) for one in shown]
        # A placed idea leaves some of its cell free, for the next one to be sent there by a tap.
        free = 0.0 if cell is None else line
        lines = _shared(wanted, int((room - len(shown) * each - free) // line))
        top = inner.top()
        for idea, has, wants in zip(shown, lines, wanted, strict=True):
            tall = CHIP * self.scale + (has - 1) * line
            place = QRectF(inner.left(), top, inner.width(), tall)
            chips.append(Chip(idea.id, cell, place, has, has < wants))
            top += tall + gap
        if count < len(here):
            place = QRectF(inner.left(), top, inner.width(), CHIP * self.scale)
            mores.append(More(cell, place, len(here) - len(shown)))

    def _fitting(self, here: Sequence[Idea], width: float, room: float, least: int) -> int:
        """How many ideas have room if none has fewer lines than it needs, or than `least`."""
        for count, idea in enumerate(here):
            lines = min(self._wanted(idea, width), least) if least > 1 else 1
            room -= (CHIP + GAP + (lines - 1) * LINE) * self.scale
            if room < 0:
                return count
        return len(here)

    def _wanted(self, idea: Idea, width: float) -> int:
        words = width - words_left(idea, self.scale) - PADDING * self.scale
        return self.lines_of(idea.text, words)


def _shared(wanted: Sequence[int], spare: int) -> list[int]:
    """The lines of each: one, and what is to spare to all in turn."""
    lines = [1] * len(wanted)
    for target in range(2, _MOST_LINES + 1):
        for place, wants in enumerate(wanted):
            if wants >= target == lines[place] + 1 and spare > 0:
                lines[place] = target
                spare -= 1
    return lines


def _with_current(ideas: Sequence[Idea], count: int, current_id: str) -> list[Idea]:
    first = list(ideas[:count])
    current = next((one for one in ideas[count:] if one.id == current_id), None)
    return [*first[:-1], current] if current is not None and first else first
