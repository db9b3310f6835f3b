"""A question of a bank, as a button as tall as its words: one tap asks it of the moment."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.paint.fonts import load_fonts_for
from motwall.paint.icons import draw_icon
from motwall.ui.theme import BODY, current_tokens

#: Sizes at a text scale of 1, px.
_LEAST_HEIGHT, _LEAST_WIDTH = 36, 160
_PAD_X, _PAD_Y = 10, 8
_ICON, _ICON_ROOM = 16, 26
_RADIUS, _RING = 8.0, 3.0
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TALL = 10_000


class BankLine(QAbstractButton):
    """A plus and the question; a check mark once the moment has it."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self._is_asked = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_question(self, text: str, *, is_asked: bool, is_usable: bool) -> None:
        """Show a question, and whether the moment has it already."""
        load_fonts_for(text)
        self._is_asked = is_asked
        if text != self.text():
            self.setText(text)
            self.updateGeometry()
        self.setEnabled(is_usable and not is_asked)
        words = (
            translate("Questions", "Asked already: {question}")
            if is_asked
            else translate("Questions", "Ask here: {question}")
        )
        self.setAccessibleName(words.format(question=text))
        self.update()

    @override
    @guarded(True)
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    @guarded(_LEAST_HEIGHT)
    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - self._px(2 * _PAD_X + _ICON_ROOM)), _TALL)
        needed = QFontMetrics(self.font()).boundingRect(room, _WRAPPED, self.text()).height()
        return max(self._px(_LEAST_HEIGHT), needed + self._px(2 * _PAD_Y))

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        width = max(self.width(), self._px(_LEAST_WIDTH))
        return QSize(self._px(_LEAST_WIDTH), self.heightForWidth(width))

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._px(_LEAST_WIDTH), self._px(_LEAST_HEIGHT))

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, sign, words."""
        tokens = current_tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            is_near = self.underMouse() or self.hasFocus()
            edge = tokens.quiet if is_near and self.isEnabled() else tokens.hairline
            if not self._is_asked:
                self._draw_box(painter, QPen(QColor(edge), 1.0), QColor(tokens.bar))
            if self.hasFocus():
                ring = QPen(QColor(tokens.accent_text), _RING)
                self._draw_box(painter, ring, QColor(Qt.GlobalColor.transparent))
            x, side = self._px(_PAD_X), self._px(_ICON)
            line = QFontMetrics(self.font()).height()
            y = self._px(_PAD_Y) + (line - side) / 2
            icon = "check" if self._is_asked else "plus"
            ink = tokens.good if self._is_asked else tokens.accent_text
            draw_icon(painter, icon, QRectF(x, y, side, side), QColor(ink))
            painter.setPen(QColor(tokens.quiet if not self.isEnabled() else tokens.text))
            painter.setFont(QFont(self.font()))
            left = x + self._px(_ICON_ROOM)
            room = QRect(left, self._px(_PAD_Y), self.width() - left - x, self.height())
            painter.drawText(room, _WRAPPED, self.text())

    def _draw_box(self, painter: QPainter, pen: QPen, ground: QColor) -> None:
        half = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(ground)
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _px(self, length: int) -> int:
        return round(length * self.font().pixelSize() / BODY)
