"""How the cells of the planning form look, and how tall their text makes them."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from motwall.i18n import translate
from motwall.model.records import Rating
from motwall.model.words import rating_word
from motwall.paint.faces import draw_disc, draw_face
from motwall.ui.panel.cells import (
    BESIDE,
    FACE,
    PADDING,
    CellState,
    draw_ground,
    draw_rating,
    laid_out,
    sized,
)
from motwall.ui.panel.form_model import FormColumn, FormModel
from motwall.ui.theme import BODY, SMALL, current_tokens

Index = QModelIndex | QPersistentModelIndex

LEAST_HEIGHT = 40
_DISC = 20.0
#: What a disc takes beside the words, or above them.
_DISC_ROOM, _DISC_HEIGHT = 28, 24
_RANKING_HEIGHT = 54


@dataclass(frozen=True, slots=True)
class CellLook:
    """How much room the columns give; sizes in pixels at a text scale of 1.

    Attributes:
        is_tight: All five columns share the panel beside the wall.
        size: Of the text.
        heading: Of the words above the columns.
        gap: Left free beside the text.
    """

    is_tight: bool
    size: int
    heading: int
    gap: int

    def left(self, column: FormColumn) -> int:
        """Free at the left of a cell; the first is in line with what stands above the form."""
        return PADDING if column is FormColumn.MOMENT else self.gap


ROOMY = CellLook(is_tight=False, size=BODY, heading=SMALL, gap=PADDING)
TIGHT = CellLook(is_tight=True, size=SMALL, heading=SMALL, gap=3)


class CellArtist:
    """Measures and draws the cells of a form; `font` is always the table's own."""

    def __init__(self, model: FormModel) -> None:
        """For the cells of a model."""
        self._model = model
        self.look = ROOMY

    def height(self, row: int, column: FormColumn, width: int, font: QFont) -> int:
        """How tall a cell must be for all of its text, pixels."""
        room = width - self.look.left(column) - self.look.gap
        if column is FormColumn.RANKING:
            is_tall = self._model.moment(row).rating and not self._is_beside(room, font)
            return _RANKING_HEIGHT if is_tall else LEAST_HEIGHT
        words = str(self._model.data(self._model.index(row, column)))
        aside, above = self._taken(row, column)
        height = laid_out(words, self._font(font, column), room - aside)[1] + above
        return max(LEAST_HEIGHT, math.ceil(height) + 2 * PADDING)

    def draw(
        self, painter: QPainter, rect: QRect, index: Index, font: QFont, state: CellState
    ) -> None:
        """Draw a cell."""
        tokens = current_tokens()
        column = FormColumn(index.column())
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, rect, tokens, state)
        inner = rect.adjusted(self.look.left(column), PADDING, -self.look.gap, -PADDING)
        if state.is_inviting and not self._model.data(index):
            painter.setFont(self._font(font, column))
            painter.setPen(QColor(tokens.quiet))
            painter.drawText(inner, int(Qt.TextFlag.TextWordWrap), invitation(column))
        elif column is FormColumn.RANKING:
            self._draw_rating(painter, inner, index.row(), font)
        else:
            self._draw_words(painter, inner, index, font)
        painter.restore()

    def _draw_words(self, painter: QPainter, inner: QRect, index: Index, font: QFont) -> None:
        tokens, column = current_tokens(), FormColumn(index.column())
        aside, above = self._taken(index.row(), column)
        if aside or above:
            centre = QPointF(inner.left() + _DISC / 2, inner.top() + _DISC / 2 - 1)
            draw_disc(painter, centre, _DISC, f"P{self._model.priority(index.row())}")
        moment = self._model.moment(index.row())
        is_prompt = column is FormColumn.MOMENT and not moment.text
        painter.setPen(QColor(tokens.quiet if is_prompt else tokens.text))
        words = str(self._model.data(index))
        layout, _ = laid_out(words, self._font(font, column), inner.width() - aside)
        layout.draw(painter, QPointF(inner.left() + aside, inner.top() + above))

    def _draw_rating(self, painter: QPainter, inner: QRect, row: int, font: QFont) -> None:
        rating = self._model.moment(row).rating
        if rating is None:
            return
        if self._is_beside(inner.width(), font):
            draw_rating(painter, inner, rating, self._font(font, FormColumn.RANKING))
            return
        tokens = current_tokens()
        centre = QPointF(inner.left() + FACE / 2, inner.top() + FACE / 2 - 2)
        draw_face(painter, rating, centre, FACE, hairline=tokens.is_dark)
        painter.setPen(QColor(tokens.text))
        painter.setFont(sized(font, SMALL))
        below = QRect(inner.left(), inner.top() + 22, inner.width() + PADDING, 16)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(below, int(side), rating_word(rating))

    def _is_beside(self, width: int, font: QFont) -> bool:
        """Whether the word of a rating has room beside the face."""
        metrics = QFontMetricsF(self._font(font, FormColumn.RANKING))
        longest = max(metrics.horizontalAdvance(rating_word(one)) for one in Rating)
        return width >= BESIDE + longest

    def _taken(self, row: int, column: FormColumn) -> tuple[int, int]:
        """What the disc of a priority takes of a cell's width and height."""
        if column is not FormColumn.MOMENT or not self._model.priority(row):
            return 0, 0
        return (0, _DISC_HEIGHT) if self.look.is_tight else (_DISC_ROOM, 0)

    def _font(self, font: QFont, column: FormColumn) -> QFont:
        made = sized(font, self.look.size)
        if column is FormColumn.MOMENT:
            made.setWeight(QFont.Weight.DemiBold)
        return made


def invitation(column: FormColumn) -> str:
    """What an empty cell says while it is pointed at or its row is selected."""
    if column is FormColumn.RANKING:
        return translate("Form", "Choose")
    return translate("Form", "Write here")
