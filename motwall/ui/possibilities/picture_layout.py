"""Where everything is on the picture of cost against lift: pure geometry in pixels.

Four columns of cost, three rows of lift, and at the left a tray for ideas not placed yet. A cell
shows as many ideas as have room, and in their last place how many more there are, so that all can
be reached: from there the list shows the cell alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from motwall.model.records import Cost, Idea, Lift
from motwall.model.sifting import COSTS, LIFTS, in_cells, unplaced_ideas

#: A cell of the picture; None is the tray.
Cell = tuple[Cost, Lift] | None

#: Pixels at a text scale of 1.
CHIP, GAP, INSET = 26.0, 4.0, 8.0
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


def lay_out(
    ideas: Sequence[Idea], width: float, height: float, scale: float, current_id: str = ""
) -> PictureLayout:
    """Lay the picture out.

    Args:
        ideas: Those to show, in their order.
        width: Of the picture.
        height: The same.
        scale: Of the text.
        current_id: The idea that is picked: it always has a place.
    """
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
    chips, mores = _place(ideas, cells, scale, current_id)
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


def _place(
    ideas: Sequence[Idea], cells: Mapping[Cell, QRectF], scale: float, current_id: str
) -> tuple[list[Chip], list[More]]:
    several: list[tuple[Cell, list[Idea]]] = [
        (None, unplaced_ideas(ideas)),
        *in_cells(ideas).items(),
    ]
    chips: list[Chip] = []
    mores: list[More] = []
    for cell, here in several:
        places = _places(cells[cell], scale)
        shown = here
        if len(here) > len(places):
            shown = _with_current(here, max(0, len(places) - 1), current_id)
            if places:
                mores.append(More(cell, places[-1], len(here) - len(shown)))
        chips += [Chip(one.id, cell, rect) for one, rect in zip(shown, places, strict=False)]
    return chips, mores


def _places(cell: QRectF, scale: float) -> list[QRectF]:
    """The places of a cell from the top; below them it stays free to be tapped."""
    gap, chip = GAP * scale, CHIP * scale
    inset = min(INSET * scale, cell.height() * _LEAST_INSET)
    count = int((cell.height() - 2 * inset + gap) // (chip + gap))
    width = cell.width() - 2 * inset
    if width <= 0:
        return []
    left, top = cell.left() + inset, cell.top() + inset
    return [QRectF(left, top + place * (chip + gap), width, chip) for place in range(count)]


def _with_current(ideas: Sequence[Idea], count: int, current_id: str) -> list[Idea]:
    first = list(ideas[:count])
    current = next((one for one in ideas[count:] if one.id == current_id), None)
    return [*first[:-1], current] if current is not None and first else first
