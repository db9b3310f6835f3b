"""Time left, drawn so that nothing moves when a second goes by: each digit has its own cell."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.paint.colours import colour
from motwall.paint.labels import CAP_HEIGHT, SEMIBOLD, draw_label, label_width
from motwall.ui.theme import BODY, current_tokens

_DIGITS = "0123456789"
#: Of the font, over the size of the text around it.
_LARGER = 20 / BODY
_HIGH = 1.4


def time_width(words: str, size: float) -> float:
    """The width of a time, in the unit of the font size: the same for any digits."""
    return sum(_cell(one, size) for one in words)


def draw_time(painter: QPainter, words: str, left: QPointF, size: float, ink: QColor) -> None:
    """Write a time from the left end of its line on."""
    x = left.x()
    for one in words:
        cell = _cell(one, size)
        at = QPointF(x + (cell - label_width(one, size, SEMIBOLD)) / 2, left.y())
        draw_label(painter, one, at, size, SEMIBOLD, ink)
        x += cell


def _cell(letter: str, size: float) -> float:
    if letter in _DIGITS:
        return max(label_width(one, size, SEMIBOLD) for one in _DIGITS)
    return label_width(letter, size, SEMIBOLD)


class TimeFace(QWidget):
    """The time on Desk. Over its time it is red, standing still it is quiet."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._words = ""
        self._is_over = self._is_still = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it shows."""
        return self._words

    def show_time(self, words: str, *, is_over: bool, is_still: bool) -> None:
        """Show a time."""
        is_wider = len(words) != len(self._words)
        self._words, self._is_over, self._is_still = words, is_over, is_still
        self.setAccessibleName(words)
        if is_wider:
            self.updateGeometry()
        self.update()

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(round(time_width(self._words, self._size)) + 1, round(self._size * _HIGH))

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        ink = tokens.bad if self._is_over else tokens.quiet if self._is_still else tokens.text
        with QPainter(self) as painter:
            line = (self.height() + CAP_HEIGHT * self._size) / 2
            draw_time(painter, self._words, QPointF(0.0, line), self._size, colour(ink))

    @property
    def _size(self) -> float:
        return self.font().pixelSize() * _LARGER
