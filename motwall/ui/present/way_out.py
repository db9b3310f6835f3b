"""How to leave what is presented: a button and a line, shown for a moment to who seems to ask."""

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.paint.colours import colour, mixed, pen
from motwall.paint.labels import MEDIUM, draw_centred, label_width
from motwall.ui.present.sizes import PageSizes
from motwall.ui.theme import current_tokens

#: Long enough to read a line and to reach for the button, ms.
STAY_MS = 4000
#: Of the foot of the page: in Room that is more than the 20 mm a finger needs.
_HIGH = 0.8
#: Beside its word, and round its corners, as shares of the font's size and of its height.
_BESIDE, _ROUNDING = 1.2, 0.2
_DOWN = 0.12


class WayOut(QAbstractButton):
    """A button in the middle of the foot.

    Taps there turn no page, so that nobody leaves by one; it lies over nothing of the page; and in
    Room nobody reaches the top of a large panel.

    Attributes:
        words: How pages are turned.
        rest: How long it stays.
    """

    #: It is gone again.
    went = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Be hidden; the keyboard stays where it is, which has Esc."""
        super().__init__(parent)
        self.words = ""
        self._size = 0.0
        self.setText(translate("Present", "Close"))
        self.setObjectName("wayOut")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(STAY_MS)
        self.rest.timeout.connect(self._go)

    def come(self, sizes: PageSizes, *, is_room: bool) -> None:
        """Be there for a while."""
        self.words = (
            translate("Present", "Tap left or right to turn the page.")
            if is_room
            else translate("Present", "Arrow keys turn the page, Esc closes.")
        )
        self.place(sizes)
        self.show()
        self.raise_()
        self.rest.start()

    def place(self, sizes: PageSizes) -> None:
        """Lie in the middle of the foot."""
        self._size = sizes.least
        foot = sizes.height - sizes.bottom
        wide = label_width(self.text(), self._size, MEDIUM) + 2 * _BESIDE * self._size
        high = _HIGH * foot
        corner = QPointF((sizes.width - wide) / 2, sizes.bottom + (foot - high) / 2)
        self.setGeometry(QRectF(corner.x(), corner.y(), wide, high).toAlignedRect())

    def _go(self) -> None:
        if self.isDown():
            # Not from under a finger.
            self.rest.start()
        else:
            self.hide()
            self.went.emit()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        fill = mixed(tokens.panel, tokens.text, _DOWN) if self.isDown() else tokens.panel
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = box.height() * _ROUNDING
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(colour(fill))
            painter.setPen(pen(tokens.hairline, 1.0))
            painter.drawRoundedRect(box, radius, radius)
            ink = colour(tokens.text)
            draw_centred(painter, self.text(), box.center(), self._size, MEDIUM, ink)
