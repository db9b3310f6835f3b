"""How the cells of the list view look: two lines of words, and the signs of the wall."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QPolygonF

from motwall.i18n import translate
from motwall.model.list_columns import YES_FIELDS, ListColumn
from motwall.model.records import ContactType, Moment
from motwall.paint.faces import draw_disc
from motwall.ui.list_view.list_model import ListModel
from motwall.ui.panel.cells import CellState, draw_ground, draw_lines, draw_rating
from motwall.ui.panel.moment_rows import Index
from motwall.ui.swatches import swatch
from motwall.ui.theme import BODY, current_tokens

#: Left and right of the words, and above and below, at a text scale of 1.
_SIDE, _ABOVE = 8, 6
_LINES = 2
_DISC = 22.0
_SWATCH = QSize(26, 18)
_GAP = 6
_RATING_TOP = 7
#: One thing a line, in a cell one behind the other.
_SEVERAL = (ListColumn.IDEAS, ListColumn.ACTIONS, ListColumn.MEASURE, ListColumn.MERGED)
_BETWEEN = " \N{MIDDLE DOT} "
#: The corners of a tick in a square of 1.
_TICK = ((0.08, 0.55), (0.38, 0.85), (0.95, 0.15))
_TICK_SIZE = 13.0


def row_height(font: QFont) -> int:
    """Of every row: two lines of text, pixels."""
    lines = QFontMetrics(font).lineSpacing() * _LINES
    return lines + round(2 * _ABOVE * font.pixelSize() / BODY) + 1


class ListArtist:
    """Draws the cells; `font` is always the table's own."""

    def __init__(self, model: ListModel) -> None:
        """For the cells of a model."""
        self._model = model
        self._swatches: dict[tuple[ContactType, float], QImage] = {}

    def draw(
        self, painter: QPainter, rect: QRect, index: Index, font: QFont, state: CellState
    ) -> None:
        """Draw a cell."""
        tokens, scale = current_tokens(), font.pixelSize() / BODY
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, rect, tokens, state)
        side, above = round(_SIDE * scale), round(_ABOVE * scale)
        inner = rect.adjusted(side, above, -side, -above)
        painter.setPen(QColor(tokens.text))
        column = self._model.columns[index.column()]
        if self._model.is_tail(index.row()):
            self._draw_tail(painter, inner, column, font)
        else:
            self._draw(painter, inner, index, font)
        painter.restore()

    def _draw_tail(self, painter: QPainter, inner: QRect, column: ListColumn, font: QFont) -> None:
        if column is ListColumn.TEXT:
            painter.setPen(QColor(current_tokens().quiet))
            words = translate("List", "A new note: write here")
            draw_lines(painter, words, font, QRectF(inner), _LINES)

    def _draw(self, painter: QPainter, inner: QRect, index: Index, font: QFont) -> None:
        column = self._model.columns[index.column()]
        moment = self._model.moment(index.row())
        words = self._model.words(index.row(), column)
        if column is ListColumn.RATING and moment.rating:
            scale = font.pixelSize() / BODY
            room = inner.adjusted(0, round(_RATING_TOP * scale), 0, 0)
            draw_rating(painter, room, moment.rating, font, scale)
        elif column in YES_FIELDS and words:
            _draw_tick(painter, inner, font)
        elif column is ListColumn.PRIORITY and words:
            side = _DISC * font.pixelSize() / BODY
            centre = QPointF(inner.left() + side / 2, QRectF(inner).center().y())
            painter.setFont(font)
            draw_disc(painter, centre, side, words)
        elif column is ListColumn.CONTACT_TYPE and words:
            self._draw_type(painter, inner, moment, words, font)
        else:
            _draw_words(painter, inner, moment, column, words, font)

    def _draw_type(
        self, painter: QPainter, inner: QRect, moment: Moment, words: str, font: QFont
    ) -> None:
        kind = self._model.document.store.find(ContactType, moment.contact_type_id)
        if kind is None:
            return
        scale = font.pixelSize() / BODY
        size = QSizeF(_SWATCH) * scale
        ratio = painter.device().devicePixelRatio()
        key = (kind, ratio * scale)
        if key not in self._swatches:
            self._swatches[key] = swatch(kind, _SWATCH, ratio * scale)
        room = QRectF(inner)
        place = QRectF(QPointF(room.left(), room.center().y() - size.height() / 2), size)
        painter.drawImage(place, self._swatches[key])
        beside = room.adjusted(size.width() + _GAP * scale, 0, 0, 0)
        draw_lines(painter, words, font, beside, _LINES)


def _draw_words(
    painter: QPainter, inner: QRect, moment: Moment, column: ListColumn, words: str, font: QFont
) -> None:
    tokens = current_tokens()
    is_text = column is ListColumn.TEXT
    if is_text and not words and moment.prompt:
        painter.setPen(QColor(tokens.quiet))
        words = moment.prompt
    elif column is ListColumn.STEP and moment.step_id is None:
        painter.setPen(QColor(tokens.quiet))
    elif column in _SEVERAL:
        words = _BETWEEN.join(words.split("\n"))
    shown = QFont(font)
    if is_text:
        shown.setWeight(QFont.Weight.DemiBold)
    draw_lines(painter, words, shown, QRectF(inner), _LINES)


def _draw_tick(painter: QPainter, inner: QRect, font: QFont) -> None:
    side = _TICK_SIZE * font.pixelSize() / BODY
    left, top = inner.left(), QRectF(inner).center().y() - side / 2
    pen = QPen(QColor(current_tokens().accent_text), side / 5.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(left + side * x, top + side * y) for x, y in _TICK]))
