"""How the cells of the grid look, and how tall their text makes them."""

import math

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QPainter

from motwall.i18n import translate
from motwall.ui.grid.grid_model import GridColumn, GridModel
from motwall.ui.panel.cells import PADDING, CellState, draw_ground, laid_out
from motwall.ui.theme import BODY, current_tokens

#: At a text scale of 1, pixels.
LEAST_HEIGHT = 40
_STRONG = (GridColumn.STEP, GridColumn.MOMENT)


class GridArtist:
    """Measures and draws the cells; `font` is always the table's own."""

    def __init__(self, model: GridModel) -> None:
        """For the cells of a model."""
        self._model = model

    def height(self, row: int, column: GridColumn, width: int, font: QFont) -> int:
        """How tall a cell must be for all of its text, pixels."""
        least = scaled(LEAST_HEIGHT, font)
        if not self._model.begins(row, column):
            return least
        padding = scaled(PADDING, font)
        words = self._model.words(row, column)
        height = laid_out(words, _font(font, column), width - 2 * padding)[1]
        return max(least, math.ceil(height) + 2 * padding)

    def draw(
        self, painter: QPainter, rect: QRect, row: int, column: GridColumn, state: CellState
    ) -> None:
        """Draw a cell in the font of the painter; one that goes on below has no line under it."""
        tokens = current_tokens()
        font = painter.font()
        goes_on = row + 1 < self._model.rowCount() and not self._model.begins(row + 1, column)
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = 1 if goes_on and not state.is_current else 0
        draw_ground(painter, rect.adjusted(0, 0, 0, below), tokens, state)
        padding = scaled(PADDING, font)
        # Words that are repeated are to be seen whole, though their row may not be.
        top = rect.top() if self._model.begins(row, column) else max(0, rect.top())
        inner = QRect(rect.left() + padding, top + padding, rect.width() - 2 * padding, 0)
        is_first_seen = is_first_seen_at(rect, scaled(LEAST_HEIGHT, font))
        words, is_said = self._words(row, column, state, is_first_seen=is_first_seen)
        painter.setPen(QColor(tokens.text if is_said else tokens.quiet))
        made = _font(font, column) if is_said else font
        layout, _ = laid_out(words, made, inner.width())
        layout.draw(painter, QPointF(inner.left(), inner.top()))
        painter.restore()

    def _words(
        self, row: int, column: GridColumn, state: CellState, *, is_first_seen: bool
    ) -> tuple[str, bool]:
        """What stands in a cell, and whether somebody wrote it for this row."""
        model = self._model
        if not model.begins(row, column):
            # At the top of what is seen one must be told what the rows belong to.
            return (model.words(row, column), False) if is_first_seen else ("", True)
        words = model.words(row, column)
        moment = model.place(row).moment
        if column is GridColumn.MOMENT:
            prompt = translate("Grid", "No moment here yet")
            return (words, bool(moment.text)) if moment else (prompt, False)
        if words or not state.is_inviting or not model.is_open(row, column):
            return words, True
        return invitation(column), False


def is_first_seen_at(rect: QRect, least: int) -> bool:
    """Whether a row there is the first of which enough is seen; of all rows this is so for one.

    Args:
        rect: Of one of its cells, in the viewport.
        least: No row is lower than this, pixels.
    """
    return rect.top() < least <= rect.top() + rect.height()


def invitation(column: GridColumn) -> str:
    """What an empty cell says while it is pointed at or its row is selected."""
    if column is GridColumn.ANSWER:
        return translate("Grid", "Answer")
    if column is GridColumn.QUESTION:
        return translate("Grid", "Ask something")
    return translate("Grid", "Write here")


def scaled(length: int, font: QFont) -> int:
    """A length at a text scale of 1, for a font of another."""
    return round(length * font.pixelSize() / BODY)


def _font(font: QFont, column: GridColumn) -> QFont:
    made = QFont(font)
    if column in _STRONG:
        made.setWeight(QFont.Weight.DemiBold)
    return made
