"""The picture of cost against lift (impact and effort): ideas are dragged, tapped or sent by keys.

A drag moves a chip only; letting go is one change of one idea, and Esc takes the drag back. Who
taps picks an idea, then the cell it belongs into; who has a keyboard goes to the cell with the
arrow keys and presses Enter.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.records import Idea
from motwall.model.sifting import COSTS, LIFTS
from motwall.model.words import cost_word, lift_word
from motwall.ui.kept_keys import keeps_key
from motwall.ui.panel_finger import DRAGGED_PROPERTY
from motwall.ui.possibilities.picture_layout import Cell, Chip, PictureLayout, lay_out
from motwall.ui.possibilities.picture_paint import Shown, chip_font, draw_picture, lines_in
from motwall.ui.theme import BODY

_LEAST, _WANTED = QSize(320, 150), QSize(800, 560)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange)


@dataclass
class _Press:
    """What the hand has been doing since it went down."""

    at: QPointF
    now: QPointF
    chip: Chip | None
    is_drag: bool = False


class CostLiftPicture(QWidget):
    """Shows ideas and says what hands and keys ask for; its card makes the changes."""

    #: An idea was picked. Carries its id.
    picked = Signal(str)
    #: An idea is to go into a cell. Carries its id, then the cell: cost and lift, or None.
    placed = Signal(str, object)
    #: All the ideas of a cell are to be seen. Carries the cell.
    cell_opened = Signal(object)

    def __init__(self) -> None:
        """Be empty."""
        super().__init__()
        self.setObjectName("costAndLift")
        self._ideas: tuple[Idea, ...] = ()
        self._current_id = ""
        self._layout: PictureLayout | None = None
        self._press: _Press | None = None
        self._pointed_id = ""
        self._cursor: Cell = (COSTS[0], LIFTS[0])
        self._has_ring = False
        self.is_writable = True
        self.setAccessibleName(translate("Possibilities", "Picture of cost against lift"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # So that a finger drags here, and does not scroll what is around.
        self.setProperty(DRAGGED_PROPERTY, True)
        self._describe_cursor()

    def show_ideas(self, ideas: Sequence[Idea], current_id: str) -> None:
        """Show these ideas, one of them picked; "" for none."""
        if tuple(ideas) != self._ideas or current_id != self._current_id:
            self._ideas, self._current_id = tuple(ideas), current_id
            press = self._press
            if press is not None and press.chip is not None and not self._holds(press.chip):
                self._press = None
            self._renew()
            self._describe_cursor()

    @property
    def places(self) -> PictureLayout:
        """Where everything is now."""
        if self._layout is None:
            size = float(self.width()), float(self.height())
            lines_of = lines_in(chip_font(self.font(), self._scale))
            self._layout = lay_out(self._ideas, size, self._scale, self._current_id, lines_of)
        return self._layout

    @property
    def cursor_cell(self) -> Cell:
        """The cell that the keys are at."""
        return self._cursor

    @property
    def is_dragging(self) -> bool:
        """An idea is in the hand."""
        return self._press is not None and self._press.is_drag

    def cancel(self) -> bool:
        """Let go of what is dragged, where it was; whether there was anything."""
        was_dragging, self._press = self.is_dragging, None
        self.update()
        return was_dragging

    # --- hands ---

    @override
    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick an idea up, or put the hand on a cell."""
        if event.button() is Qt.MouseButton.LeftButton and self._press is None:
            at = event.position()
            self._press = _Press(at, at, self.places.chip_at(at))
            self._point_at(self._press.chip)

    @override
    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag an idea."""
        press = self._press
        if press is None:
            self._point_at(self.places.chip_at(event.position()))
            return
        press.now = event.position()
        way = (press.now - press.at).manhattanLength()
        if press.chip is not None and self.is_writable and way >= QApplication.startDragDistance():
            press.is_drag = True
        if press.is_drag:
            self.update()

    @override
    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of an idea, or have tapped."""
        press, self._press = self._press, None
        self._point_at(None)
        self.update()
        if press is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        is_cell, cell = self.places.cell_at(event.position())
        if press.is_drag and press.chip is not None:
            if is_cell:
                self.placed.emit(press.chip.idea_id, cell)
        elif self.places.more_at(press.at) is not None:
            self.cell_opened.emit(cell)
        elif press.chip is not None:
            self.picked.emit(press.chip.idea_id)
        elif is_cell:
            self._enter(cell)

    @override
    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        """Nobody points at an idea any more."""
        super().leaveEvent(event)
        self._point_at(None)

    def _point_at(self, chip: Chip | None) -> None:
        """An idea that its place cuts is read whole while somebody points at it or presses it."""
        pointed_id = chip.idea_id if chip is not None and chip.is_cut else ""
        if pointed_id != self._pointed_id:
            self._pointed_id = pointed_id
            self.update()

    def _enter(self, cell: Cell) -> None:
        """A cell was tapped, or Enter pressed on it."""
        self._cursor = cell
        self._describe_cursor()
        current = next((one for one in self._ideas if one.id == self._current_id), None)
        is_there = current is not None and _cell_of(current) == cell
        if current is None or is_there or not self.is_writable:
            self.cell_opened.emit(cell)
        else:
            self.placed.emit(current.id, cell)

    # --- keys ---

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """Esc belongs to a drag while there is one."""
        is_kept = keeps_key(event, Qt.Key.Key_Escape, is_busy=lambda: self.is_dragging)
        return is_kept or super().event(event)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a cell, and put the picked idea there."""
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is not None:
            self._cursor = _beside(self._cursor, *way)
            self._has_ring = True
            self._describe_cursor()
            self.update()
        elif event.key() in _ENTER:
            self._enter(self._cursor)
        elif event.key() == Qt.Key.Key_Escape and self.cancel():
            pass
        else:
            super().keyPressEvent(event)

    # --- Qt ---

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return _LEAST

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return _WANTED

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        press = self._press if self.is_dragging else None
        shown = Shown(
            layout=self.places,
            size=QSizeF(self.size()),
            ideas={one.id: one for one in self._ideas},
            scale=self._scale,
            current_id=self._current_id,
            cursor=self._cursor,
            has_cursor=self.hasFocus() and self._has_ring,
            held_id=press.chip.idea_id if press and press.chip else "",
            held_at=press.now if press else QPointF(),
            whole_id="" if press else self._pointed_id,
        )
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_picture(painter, shown, self.font())

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._renew()

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays in a hand that cannot see it."""
        super().hideEvent(event)
        self._press = None
        self._pointed_id = ""

    @override
    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who clicks sees where the hand is; who comes by key has to be shown."""
        super().focusInEvent(event)
        self._has_ring = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    @override
    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @property
    def _scale(self) -> float:
        return self.font().pixelSize() / BODY

    def _holds(self, chip: Chip) -> bool:
        return any(one.id == chip.idea_id for one in self._ideas)

    def _renew(self) -> None:
        self._layout = None
        self.update()

    def _describe_cursor(self) -> None:
        count = sum(_cell_of(one) == self._cursor for one in self._ideas)
        words = translate("Possibilities", "%n idea(s)", count=count)
        self.setAccessibleDescription(f"{cell_words(self._cursor)}: {words}")


def cell_words(cell: Cell) -> str:
    """A cell for people, such as "Low cost, big lift"."""
    if cell is None:
        return translate("Possibilities", "Not placed yet")
    words = translate("Possibilities", "{cost} cost, {lift} lift")
    if cell[0] is COSTS[0]:
        words = translate("Possibilities", "{cost}, {lift} lift")
    return words.format(cost=cost_word(cell[0]), lift=lift_word(cell[1]).lower())


def _cell_of(idea: Idea) -> Cell:
    return None if idea.cost is None or idea.lift is None else (idea.cost, idea.lift)


def _beside(cell: Cell, across: int, down: int) -> Cell:
    """The cell beside another one; the tray is left of all."""
    if cell is None:
        return (COSTS[0], LIFTS[0]) if across > 0 else None
    column, row = COSTS.index(cell[0]) + across, LIFTS.index(cell[1]) + down
    if column < 0:
        return None
    return COSTS[min(column, len(COSTS) - 1)], LIFTS[max(0, min(row, len(LIFTS) - 1))]
