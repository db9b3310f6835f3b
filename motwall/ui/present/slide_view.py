"""The page that is presented, and the hands and keys that turn it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.presenting import Slide
from motwall.paint.colours import colour
from motwall.paint.labels import CAP_HEIGHT, REGULAR, draw_label, elided, label_width
from motwall.paint.note_geometry import WHOLE_TEXT_SIZES
from motwall.paint.note_painter import NotePainter
from motwall.scene.hold_ring import HOLD_MS
from motwall.ui.kept_keys import keeps_key
from motwall.ui.panel_finger import DRAGGED_PROPERTY
from motwall.ui.present.drawing import Canvas, draw_slide
from motwall.ui.present.sizes import PageSizes
from motwall.ui.present.way_out import WayOut
from motwall.ui.theme import current_tokens

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

_KEYS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Backspace: -1,
}
#: Further than any page.
_ALL = 10_000
#: Other panes of the window cannot be seen.
_KEPT_KEYS = (Qt.Key.Key_F6,)
#: The number of the page and the pointer stay so long after the last movement, ms; a hold that
#: leaves is longer than one that opens something.
REST_MS = 2500
LEAVE_MS = HOLD_MS + 250
#: Shares of the page: taps here turn it, and above this leave.
_EDGE, _TOP = 1 / 3, 1 / 8
#: A hand that goes so far across turns the page, too; one that goes less far stays where it is.
_SWIPE, _SLOP = 0.08, 0.02


class SlideView(QWidget):
    """Draws one page, without any control; a hand at its sides or a key turns it.

    Attributes:
        way_out: Comes for a moment to those who do not know how to go on or to leave.
    """

    #: Turn so many pages on (below 0: back).
    turned = Signal(int)
    #: Enough.
    left = Signal()

    def __init__(self, page: "WallPage") -> None:
        """Show nothing yet."""
        super().__init__()
        self._page = page
        self._slide: Slide | None = None
        self._today = date.min
        self._place = (0, 0)
        self._pressed: QPointF | None = None
        self._notes: NotePainter | None = None
        #: Whether hands moved a moment ago: only then the number of the page is shown.
        self.is_counting = False
        self._rest = self._timer(REST_MS, self._fall_asleep)
        self._hold = self._timer(LEAVE_MS, self.left.emit)
        self.way_out = WayOut(self)
        self.way_out.clicked.connect(self.left)
        self.way_out.went.connect(self.update)
        self.setObjectName("slide")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # A finger is followed from where it goes down: it may stay.
        self.setProperty(DRAGGED_PROPERTY, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def _timer(self, interval: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(act)
        return timer

    @property
    def sizes(self) -> PageSizes:
        """Of the page as it is now."""
        room = self._page.room_mode.room
        known = room.sizes if room is not None else None
        return PageSizes.of(self.width(), self.height(), known)

    @property
    def slide(self) -> Slide | None:
        """What is shown."""
        return self._slide

    @property
    def count_words(self) -> str:
        """Such as "4 of 9"."""
        number, count = self._place
        return translate("Present", "{number} of {count}").format(number=number, count=count)

    def show_slide(self, slide: Slide, number: int, count: int, today: date) -> None:
        """Show a page, and which one of how many it is."""
        self._slide = slide
        self._place = (number, count)
        self._today = today
        self.setAccessibleName(self.count_words)
        self.update()

    def wake(self) -> None:
        """Hands moved: show the number of the page and the pointer, for a while."""
        self.is_counting = True
        self.unsetCursor()
        self._rest.start()
        self.update()

    def guide(self) -> None:
        """Say for a while how to turn the pages, and show a button that leaves."""
        self.way_out.come(self.sizes, is_room=self._page.room_mode.is_room)
        self.update()

    def cancel(self) -> bool:
        """The finger was taken away: it was no tap."""
        self._hold.stop()
        was_down, self._pressed = self._pressed is not None, None
        return was_down

    def _fall_asleep(self) -> None:
        self.is_counting = False
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.update()

    # --- hands and keys ---

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        return keeps_key(event, *_KEPT_KEYS) or super().event(event)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.turned.emit(-1 if is_back else 1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.turned.emit(_ALL if key == Qt.Key.Key_End else -_ALL)
        elif key in _KEYS:
            self.turned.emit(_KEYS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    @override
    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._hold.start()

    @override
    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick taps are two taps."""
        self.mousePressEvent(event)

    @override
    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.wake()
        if self._pressed is None:
            self.guide()
        else:
            way = event.position() - self._pressed
            if max(abs(way.x()), abs(way.y())) > _SLOP * self.width():
                self._hold.stop()

    @override
    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        is_tap = self._hold.isActive()
        self._hold.stop()
        way = event.position() - pressed
        if is_tap:
            self._tap(pressed)
        elif abs(way.x()) > max(_SWIPE * self.width(), abs(way.y())):
            self.turned.emit(1 if way.x() < 0 else -1)

    def _tap(self, at: QPointF) -> None:
        self.wake()
        if at.y() < _TOP * self.height():
            self.left.emit()
        elif at.x() < _EDGE * self.width():
            self.turned.emit(-1)
        elif at.x() > (1 - _EDGE) * self.width():
            self.turned.emit(1)
        else:
            self.guide()

    # --- painting ---

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        if self._notes is None or self._notes.tokens != tokens:
            self._notes = NotePainter(tokens, self._page.scene.photos, WHOLE_TEXT_SIZES)
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), colour(tokens.wall))
            if self._slide is None:
                return
            store = self._page.document.store
            sizes = self.sizes
            draw_slide(Canvas(painter, store, self._today, tokens, self._notes, sizes), self._slide)
            if self.is_counting:
                words = self.count_words
                room = label_width(words, sizes.least, REGULAR)
                self._draw_foot(painter, words, sizes.left + sizes.room - room, sizes)
            if not self.way_out.isHidden():
                room = self.way_out.x() - sizes.left - sizes.least
                words = elided(self.way_out.words, room, sizes.least, REGULAR)
                self._draw_foot(painter, words, sizes.left, sizes)

    def _draw_foot(self, painter: QPainter, words: str, left: float, sizes: PageSizes) -> None:
        """Words below the page."""
        low = (sizes.bottom + self.height()) / 2 + sizes.least * CAP_HEIGHT / 2
        ink = colour(current_tokens().quiet)
        draw_label(painter, words, QPointF(left, low), sizes.least, REGULAR, ink)

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.way_out.place(self.sizes)
