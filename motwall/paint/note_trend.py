"""The trend of a measure on a note: a line as small as the note's other marks, and an arrow."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from motwall.model.trend_line import Arrow, Trend, sparkline
from motwall.paint.colours import NO_PEN, colour, pen
from motwall.paint.faces import WHITE
from motwall.paint.tokens import INK

#: mm: the line at the left, the arrow in its square at the right, and how thick both are drawn.
_LINE_WIDTH, _LINE_HEIGHT, _ARROW_SIDE = 10.6, 9.0, 6.6
_STROKE, _ARROW_STROKE, _RADIUS = 0.8, 0.9, 1.6
#: Of an arrow, from its middle: half its length, and how far its head reaches back and aside.
_HALF, _HEAD = 2.2, 1.6
#: Where an arrow points; y is downwards.
_WAYS = {Arrow.UP: QPointF(0.0, -1.0), Arrow.DOWN: QPointF(0.0, 1.0), Arrow.FLAT: QPointF(1.0, 0.0)}


def draw_trend(painter: QPainter, trend: Trend, place: QRectF) -> None:
    """Draw the line and the arrow; what got worse has its arrow white on ink.

    Args:
        painter: On a note, mm.
        trend: With at least one reading.
        place: From `note_geometry.trend_rect`.
    """
    chart = sparkline(trend, _LINE_WIDTH, _LINE_HEIGHT)
    corner = QPointF(place.x(), place.center().y() - _LINE_HEIGHT / 2)
    painter.setPen(pen(INK, _STROKE))
    for stroke in chart.strokes:
        painter.drawPolyline([corner + QPointF(x, y) for x, y in stroke.spots])
    painter.setPen(NO_PEN)
    painter.setBrush(colour(INK))
    for dot in chart.dots:
        painter.drawEllipse(corner + QPointF(dot.x, dot.y), dot.radius, dot.radius)
    if trend.arrow is not None:
        right = QRectF(place.right() - _ARROW_SIDE, 0.0, _ARROW_SIDE, _ARROW_SIDE)
        right.moveTop(place.center().y() - _ARROW_SIDE / 2)
        _draw_arrow(painter, trend.arrow, right, is_bad=trend.is_improving is False)


def _draw_arrow(painter: QPainter, arrow: Arrow, square: QRectF, *, is_bad: bool) -> None:
    if is_bad:
        painter.drawRoundedRect(square, _RADIUS, _RADIUS)
    ink: QPen = pen(WHITE if is_bad else INK, _ARROW_STROKE)
    painter.setPen(ink)
    way, middle = _WAYS[arrow], square.center()
    tip, aside = middle + way * _HALF, QPointF(way.y(), way.x())
    painter.drawLine(middle - way * _HALF, tip)
    for side in (1.0, -1.0):
        painter.drawLine(tip, tip - way * _HEAD + aside * (side * _HEAD))
