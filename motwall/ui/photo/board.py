"""Shows a photo and takes the boxes that hands and keys draw on it; its card makes the notes.

A box is dragged from corner to corner, or two corners are tapped. Who has a keyboard moves a box
with the arrow keys, sizes it with Shift and the arrow keys, and takes it with Enter.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.kept_keys import keeps_key
from motwall.ui.panel_finger import DRAGGED_PROPERTY
from motwall.ui.photo.board_paint import BoxesShown, backdrop, draw_boxes
from motwall.ui.photo.sight import Sight, box_of, fitted, resized

_LEAST, _WANTED = QSize(320, 220), QSize(900, 600)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_ZOOMS = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8}
#: A box of the keyboard at first, in shares of the smaller side of the photo; a step of it, in
#: shares of the box.
_CURSOR_SHARE, _STEP_SHARE = 0.16, 0.2
#: A box is at least so many pixels of the photo wide and high.
LEAST_BOX = 16
#: One notch of the wheel.
_NOTCH, _NOTCH_TIMES = 120, 1.15


class PhotoBoard(QWidget):
    """The photo with the boxes drawn so far.

    Attributes:
        is_writable: Boxes can be drawn.
        is_moving: A drag moves the photo, for who has no wheel and no second button.
    """

    #: A box was drawn. Carries the QRect, in pixels of the photo.
    boxed = Signal(QRect)
    #: A box drawn before was tapped. Carries the name it was given.
    picked = Signal(str)

    def __init__(self) -> None:
        """Show nothing."""
        super().__init__()
        self.is_writable = True
        self.is_moving = False
        self._levels: list[QImage] = []
        self._sight: Sight | None = None
        self._backdrop: QImage | None = None
        self._boxes: dict[str, QRect] = {}
        self._current = ""
        self._cursor = QRectF()
        self._has_cursor = False
        #: The first of two corners that are tapped, on the photo.
        self._corner: QPointF | None = None
        self._pressed: QPointF | None = None
        self._now = QPointF()
        self._is_drag = self._is_shift = False
        self.setAccessibleName(translate("Photo", "Photo of the paper wall"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(_LEAST)
        # So that a finger drags here, and does not scroll what is around.
        self.setProperty(DRAGGED_PROPERTY, True)

    # --- for the card ---

    @property
    def photo(self) -> QImage | None:
        """The photo in full."""
        return self._levels[0] if self._levels else None

    @property
    def sight(self) -> Sight | None:
        """What of it is seen."""
        return self._sight

    @property
    def cursor_box(self) -> QRectF:
        """The box that the keys move, in pixels of the photo."""
        return self._cursor

    def show_photo(self, levels: list[QImage]) -> None:
        """Show a photo, given in full and in halves of halves; none of them shows nothing."""
        self._levels = levels
        self.cancel()
        self._boxes, self._current = {}, ""
        photo = self.photo
        self._sight = None
        if photo is not None:
            self._sight = fitted(photo.size().toSizeF(), self.size().toSizeF())
            side = _CURSOR_SHARE * min(photo.width(), photo.height())
            self._cursor = QRectF(0, 0, side * 1.3, side)
            self._cursor.moveCenter(photo.rect().toRectF().center())
        self._renew()

    def show_boxes(self, boxes: Mapping[str, QRect], current: str) -> None:
        """Show what was boxed, by name, one of them picked out."""
        self._boxes, self._current = dict(boxes), current
        self.update()

    def zoom(self, times: float, about: QPointF | None = None) -> None:
        """Show it larger or smaller; 0 shows all of it."""
        if self._sight is None:
            return
        about = about or self.rect().toRectF().center()
        # No photo is less than whole.
        self._sight = self._sight.zoomed(times, about)
        self._renew()

    def cancel(self) -> bool:
        """Let go of a box that is being drawn; whether there was anything."""
        was_drawing = self.is_drawing
        self._pressed = self._corner = None
        self._is_drag = False
        self.update()
        return was_drawing

    @property
    def is_drawing(self) -> bool:
        """A box has been begun."""
        return self._is_drag or self._corner is not None

    # --- hands ---

    @override
    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a box, or take hold of the photo."""
        if self._pressed is not None or self._sight is None:
            return
        self._is_shift = self.is_moving or event.button() is not Qt.MouseButton.LeftButton
        self._pressed = self._now = event.position()
        self._is_drag = False

    @override
    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the box, or move the photo."""
        if self._pressed is None or self._sight is None:
            return
        before, self._now = self._now, event.position()
        way = (self._now - self._pressed).manhattanLength()
        self._is_drag = self._is_drag or way >= QApplication.startDragDistance()
        if self._is_drag and self._is_shift:
            self._sight = self._sight.moved(self._now - before)
            self._renew()
        elif self._is_drag:
            self._corner = None
            self.update()

    @override
    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the box, or have tapped."""
        pressed, self._pressed = self._pressed, None
        is_drag, self._is_drag = self._is_drag, False
        self.update()
        sight = self._sight
        if pressed is None or sight is None or self._is_shift:
            return
        at = sight.to_photo(event.position())
        self._has_cursor = False
        if is_drag:
            self._take(box_of(sight.to_photo(pressed), at))
        else:
            self._tap(at)

    @override
    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.zoom(_NOTCH_TIMES ** (event.angleDelta().y() / _NOTCH), event.position())
        event.accept()

    def _tap(self, at: QPointF) -> None:
        if self._corner is not None:
            corner, self._corner = self._corner, None
            self._take(box_of(corner, at))
            return
        name = next((one for one, box in self._boxes.items() if box.contains(at.toPoint())), "")
        if name:
            self.picked.emit(name)
        elif self.is_writable:
            self._corner = at
            self.update()

    def _take(self, box: QRect) -> None:
        photo = self.photo
        if photo is None or not self.is_writable:
            return
        box = box.intersected(photo.rect())
        if min(box.width(), box.height()) >= LEAST_BOX:
            self._cursor = box.toRectF()
            self.boxed.emit(box)

    # --- keys ---

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """Esc belongs to a box while one is drawn."""
        is_kept = keeps_key(event, Qt.Key.Key_Escape, is_busy=lambda: self.is_drawing)
        return is_kept or super().event(event)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, size and take the box of the keyboard; zoom."""
        key = Qt.Key(event.key())
        if key in _ARROWS and self._sight is not None:
            is_sizing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(_ARROWS[key], is_sizing=is_sizing)
        elif key in _ENTER:
            self._enter()
        elif key in _ZOOMS:
            middle = self._sight.to_view(self._cursor).center() if self._sight else None
            self.zoom(_ZOOMS[key], middle)
        elif key == Qt.Key.Key_0:
            self.zoom(0)
        elif key == Qt.Key.Key_Escape and self.cancel():
            pass
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Take the box of the keyboard; one that was taken already is picked."""
        if not self._has_cursor:
            self._has_cursor = True
            self.update()
            return
        wanted = self._cursor.toAlignedRect()
        name = next((one for one, box in self._boxes.items() if box == wanted), "")
        if name:
            self.picked.emit(name)
        else:
            self._take(wanted)

    def _step(self, way: QPointF, *, is_sizing: bool) -> None:
        photo, sight = self.photo, self._sight
        if photo is None or sight is None:
            return
        box, bounds = QRectF(self._cursor), photo.rect().toRectF()
        dx, dy = way.x() * box.width() * _STEP_SHARE, way.y() * box.height() * _STEP_SHARE
        if is_sizing:
            box.setWidth(max(2.0 * LEAST_BOX, box.width() + dx))
            box.setHeight(max(2.0 * LEAST_BOX, box.height() + dy))
            box = box.intersected(bounds)
        else:
            box.translate(dx, dy)
            box.moveLeft(max(0.0, min(box.left(), bounds.width() - box.width())))
            box.moveTop(max(0.0, min(box.top(), bounds.height() - box.height())))
        self._cursor, self._has_cursor = box, True
        self._sight = sight.showing(box)
        self._renew()

    # --- Qt ---

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return _WANTED

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        sight = self._sight
        if sight is None:
            return
        if self._backdrop is None:
            self._backdrop = backdrop(self._levels, sight, self.devicePixelRatioF())
        drawn = QRectF(self._pressed, self._now).normalized() if self._pressed else QRectF()
        shown = BoxesShown(
            boxes=[sight.to_view(one.toRectF()) for one in self._boxes.values()],
            current=list(self._boxes).index(self._current) if self._current in self._boxes else -1,
            drawn=drawn if self._is_drag and not self._is_shift else QRectF(),
            corner=sight.to_view(QRectF(self._corner, QSizeF())).topLeft()
            if self._corner is not None
            else None,
            cursor=sight.to_view(self._cursor)
            if self.hasFocus() and self._has_cursor
            else QRectF(),
        )
        with QPainter(self) as painter:
            painter.drawImage(0, 0, self._backdrop)
            draw_boxes(painter, shown, self.font())

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sight is not None:
            self._sight = resized(self._sight, self.size().toSizeF())
        self._renew()

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays in a hand that cannot see it."""
        super().hideEvent(event)
        self.cancel()

    @override
    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who clicks sees where the hand is; who comes by key has to be shown."""
        super().focusInEvent(event)
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._has_cursor = self._has_cursor or event.reason() in by_key
        self.update()

    @override
    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _renew(self) -> None:
        self._backdrop = None
        self.update()
