"""A wide button: a picture, words, and a thick outline while it is chosen."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from motwall.guard import guarded
from motwall.ui.theme import BODY, current_tokens

_HEIGHT = 32
_RADIUS = 8.0
_RING = 3.0
_CHOSEN = 2.0


class BoxButton(QAbstractButton):
    """A box with a picture at the left and words; the chosen one has a thick outline."""

    height_at_rest = _HEIGHT

    def __init__(self, words: str) -> None:
        """Show the words as they are."""
        super().__init__()
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(60, round(self.height_at_rest * self.font().pixelSize() / BODY))

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, picture, words."""
        tokens = current_tokens()
        width, colour = 1.0, tokens.quiet if self.underMouse() else tokens.hairline
        if self.hasFocus():
            width, colour = _RING, tokens.accent_text
        elif self.isChecked():
            width, colour = _CHOSEN, tokens.accent_text
        half = width / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(tokens.bar))
            painter.setPen(QPen(QColor(colour), width))
            box = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            left = self.draw_picture(painter)
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(tokens.text))
            area = QRect(left, 0, self.width() - left - 8, self.height())
            words = painter.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, area.width()
            )
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, int(side), words)

    # Abstract; Qt's metaclass leaves no room for ABC to say so.
    def draw_picture(self, painter: QPainter) -> int:
        """Draw the picture; where the words may begin."""
        raise NotImplementedError
