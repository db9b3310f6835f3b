"""How the cells of the planning form look, and how tall their text makes them."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from motwall.model.records import Rating
from motwall.model.words import rating_word
from motwall.paint.faces import draw_disc, draw_face
from motwall.paint.fonts import load_fonts_for
from motwall.paint.tokens import Tokens
from motwall.ui.panel.form_model import FormColumn, FormModel
from motwall.ui.theme import BODY, SMALL, current_tokens, mixed

Index = QModelIndex | QPersistentModelIndex

PADDING = 8
LEAST_HEIGHT = 40
_DISC = 20.0
_DISC_ROOM = 28
_FACE = 22.0
_RANKING_HEIGHT = 54
_BESIDE = 30
#: Between paragraphs, pixels.
_PARAGRAPH = 4
_LINE_SEPARATOR = "\u2028"
_FOCUS = 2
_TINT = 0.08


@dataclass(frozen=True, slots=True)
class CellState:
    """What a cell shows besides its words."""

    is_selected: bool
    is_current: bool


def cell_height(model: FormModel, row: int, column: FormColumn, width: int, font: QFont) -> int:
    """How tall a cell must be for all of its text, pixels."""
    if column is FormColumn.RANKING:
        is_tall = model.moment(row).rating and not _is_beside(width - 2 * PADDING, font)
        return _RANKING_HEIGHT if is_tall else LEAST_HEIGHT
    words = model.data(model.index(row, column))
    room = width - 2 * PADDING - _indent(model, row, column)
    height = _laid_out(str(words), _font(font, column), room)[1]
    return max(LEAST_HEIGHT, math.ceil(height) + 2 * PADDING)


def draw_cell(
    painter: QPainter, rect: QRect, model: FormModel, index: Index, font: QFont, state: CellState
) -> None:
    """Draw a cell."""
    tokens = current_tokens()
    column = FormColumn(index.column())
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_ground(painter, rect, tokens, state)
    inner = rect.adjusted(PADDING, PADDING, -PADDING, -PADDING)
    if column is FormColumn.RANKING:
        _draw_rating(painter, inner, model, index.row(), font)
    else:
        _draw_words(painter, inner, model, index, font)
    painter.restore()


def _draw_ground(painter: QPainter, rect: QRect, tokens: Tokens, state: CellState) -> None:
    if state.is_selected:
        painter.fillRect(rect, QColor(mixed(tokens.accent_text, tokens.panel, _TINT)))
    line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
    painter.fillRect(line, QColor(tokens.hairline))
    if state.is_current:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.accent_text), _FOCUS))
        painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))


def _draw_words(
    painter: QPainter, inner: QRect, model: FormModel, index: Index, font: QFont
) -> None:
    tokens, column = current_tokens(), FormColumn(index.column())
    indent = _indent(model, index.row(), column)
    if indent:
        centre = QPointF(inner.left() + _DISC / 2, inner.top() + _DISC / 2 - 1)
        draw_disc(painter, centre, _DISC, f"P{model.priority(index.row())}")
    moment = model.moment(index.row())
    is_prompt = column is FormColumn.MOMENT and not moment.text
    painter.setPen(QColor(tokens.quiet if is_prompt else tokens.text))
    words = str(model.data(index))
    layout, _ = _laid_out(words, _font(font, column), inner.width() - indent)
    layout.draw(painter, QPointF(inner.left() + indent, inner.top()))


def _draw_rating(painter: QPainter, inner: QRect, model: FormModel, row: int, font: QFont) -> None:
    rating = model.moment(row).rating
    if rating is None:
        return
    tokens = current_tokens()
    centre = QPointF(inner.left() + _FACE / 2, inner.top() + _FACE / 2 - 2)
    draw_face(painter, rating, centre, _FACE, hairline=tokens.is_dark)
    painter.setPen(QColor(tokens.text))
    words = str(model.data(model.index(row, FormColumn.RANKING)))
    beside = QRect(inner.left() + _BESIDE, inner.top(), inner.width() - _BESIDE, 18)
    if not _is_beside(inner.width(), font):
        font = _small(font)
        beside = QRect(inner.left(), inner.top() + 22, inner.width() + PADDING, 16)
    painter.setFont(font)
    painter.drawText(beside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)


def _is_beside(width: int, font: QFont) -> bool:
    """Whether the word has room beside the face."""
    longest = max(QFontMetricsF(font).horizontalAdvance(rating_word(one)) for one in Rating)
    return width >= _BESIDE + longest


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(round(font.pixelSize() * SMALL / BODY))
    return small


def _indent(model: FormModel, row: int, column: FormColumn) -> int:
    return _DISC_ROOM if column is FormColumn.MOMENT and model.priority(row) else 0


def _font(font: QFont, column: FormColumn) -> QFont:
    made = QFont(font)
    if column is FormColumn.MOMENT:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def _laid_out(text: str, font: QFont, width: int) -> tuple[QTextLayout, float]:
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
