"""How the cells of planning form and list view look: what both draw in the same way."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from motwall.model.records import Rating
from motwall.model.words import rating_word
from motwall.paint.faces import draw_face
from motwall.paint.fonts import load_fonts_for
from motwall.paint.tokens import Tokens
from motwall.ui.theme import BODY, current_tokens, mixed

PADDING = 8
FACE = 22.0
#: From the left of a face to its word.
BESIDE = 30
_WORD_HEIGHT = 18
#: Between paragraphs, pixels.
_PARAGRAPH = 4
_LINE_SEPARATOR = "\u2028"
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_FOCUS = 2
_TINT = 0.08


@dataclass(frozen=True, slots=True)
class CellState:
    """What a cell shows besides its words.

    Attributes:
        is_selected: Its row is.
        is_current: The keyboard is here.
        is_inviting: Somebody who may write points at it, or has selected its row.
    """

    is_selected: bool
    is_current: bool
    is_inviting: bool = False


def sized(font: QFont, size: int) -> QFont:
    """A font in another size; `font` is the one for text of BODY size."""
    made = QFont(font)
    made.setPixelSize(round(font.pixelSize() * size / BODY))
    return made


def draw_rating(
    painter: QPainter, inner: QRect, rating: Rating, font: QFont, scale: float = 1.0
) -> None:
    """A face with its word beside it; `scale` is that of the text."""
    tokens = current_tokens()
    side = FACE * scale
    centre = QPointF(inner.left() + side / 2, inner.top() + side / 2 - 2)
    draw_face(painter, rating, centre, side, hairline=tokens.is_dark)
    painter.setPen(QColor(tokens.text))
    painter.setFont(font)
    beside = inner.adjusted(round(BESIDE * scale), 0, 0, 0)
    beside.setHeight(round(_WORD_HEIGHT * scale))
    painter.drawText(beside, _LEFT, rating_word(rating))


def draw_ground(painter: QPainter, rect: QRect, tokens: Tokens, state: CellState) -> None:
    """What is behind the words of a cell, the line below it, and the ring of the current one."""
    if state.is_selected:
        painter.fillRect(rect, QColor(mixed(tokens.accent_text, tokens.panel, _TINT)))
    line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
    painter.fillRect(line, QColor(tokens.hairline))
    if state.is_current:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.accent_text), _FOCUS))
        painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))


def laid_out(text: str, font: QFont, width: int) -> tuple[QTextLayout, float]:
    """The text in lines of a width, and how tall they are together."""
    load_fonts_for(text)
    layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    spacing = QFontMetricsF(font).lineSpacing()
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        if text[line.textStart() - 1 : line.textStart()] == "\n":
            height += _PARAGRAPH
        line.setPosition(QPointF(0.0, height))
        height += max(spacing, line.height())
    layout.endLayout()
    return layout, height


def draw_lines(painter: QPainter, words: str, font: QFont, room: QRectF, most: int) -> None:
    """Words in the middle of a room: at the most so many lines, the last with an ellipsis."""
    flat = " ".join(words.split())
    if not flat:
        return
    load_fonts_for(flat)
    metrics = QFontMetrics(font)
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(room.width(), 1.0))
        start, length = line.textStart(), line.textLength()
        is_last = len(lines) == most - 1
        width = int(room.width())
        rest = metrics.elidedText(flat[start:], Qt.TextElideMode.ElideRight, width)
        lines.append(rest if is_last else flat[start : start + length].rstrip())
    layout.endLayout()
    spacing = metrics.lineSpacing()
    top = room.center().y() - spacing * len(lines) / 2
    painter.setFont(font)
    for number, shown in enumerate(lines):
        place = QRectF(room.left(), top + number * spacing, room.width(), spacing)
        painter.drawText(place, _LEFT, shown)
