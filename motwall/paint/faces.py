"""The marks on a note: three faces, the tick, the priority disc, and the places that wait for them.

The faces differ in shape and in glyph, not only in colour, so that they survive grey print and
colour blindness (the issue's method: magical exceeds, neutral meets, miserable falls short).
"""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from motwall.model.records import Rating
from motwall.paint.colours import NO_BRUSH, NO_PEN, colour, pen
from motwall.paint.labels import BOLD, SEMIBOLD, draw_centred
from motwall.paint.tokens import INK, RATING_COLOURS

WHITE = "#FFFFFF"
_HAIRLINE_ALPHA = 170
_WAITING_ALPHA = 150
#: Shares of the diameter.
_ROUNDING = 0.1
_HAIRLINE = 0.055
_EYE = 0.042
_STROKE = 0.06
_STAR_OUTER, _STAR_INNER = 0.5, 0.3
_RING = 0.07
_DISC_TEXT = 0.5
_WAITING_STROKE = 0.07
_WAITING_DASHES = 12
_WAITING_TEXT = 0.55


def draw_face(
    painter: QPainter,
    rating: Rating,
    centre: QPointF,
    diameter: float,
    *,
    hairline: bool = False,
) -> None:
    """Draw the badge of a rating.

    Args:
        painter: Any units.
        rating: Which.
        centre: Of the badge.
        diameter: Of the circle around it.
        hairline: With a light line round it, for dark surroundings.
    """
    ink = RATING_COLOURS[rating.value]
    painter.save()
    painter.translate(centre)
    painter.scale(diameter, diameter)
    badge = _badge(rating)
    if hairline:
        painter.setBrush(NO_BRUSH)
        painter.setPen(pen(WHITE, _ROUNDING + 2 * _HAIRLINE, _HAIRLINE_ALPHA))
        painter.drawPath(badge)
    painter.setPen(pen(ink, _ROUNDING))
    painter.setBrush(colour(ink))
    painter.drawPath(badge)
    _draw_features(painter, rating)
    painter.restore()


def draw_unrated(painter: QPainter, centre: QPointF, diameter: float) -> None:
    """Draw the place where a face goes: a dashed circle with a question mark."""
    _draw_waiting(painter, centre, diameter)
    size = diameter * _WAITING_TEXT
    draw_centred(painter, "?", centre, size, SEMIBOLD, colour(INK, _WAITING_ALPHA))


def draw_tick(
    painter: QPainter,
    centre: QPointF,
    diameter: float,
    *,
    is_ticked: bool,
    hairline: bool = False,
) -> None:
    """Draw the tick, or the place where it goes.

    Args:
        painter: Any units.
        centre: Of the circle.
        diameter: Of the circle.
        is_ticked: Whether there is a tick.
        hairline: With a light line round it, for dark surroundings.
    """
    if not is_ticked:
        _draw_waiting(painter, centre, diameter)
        return
    painter.save()
    painter.translate(centre)
    painter.scale(diameter, diameter)
    if hairline:
        painter.setPen(pen(WHITE, 2 * _HAIRLINE, _HAIRLINE_ALPHA))
        painter.setBrush(NO_BRUSH)
        painter.drawEllipse(QPointF(0.0, 0.0), 0.5, 0.5)
    painter.setPen(NO_PEN)
    painter.setBrush(colour(INK))
    painter.drawEllipse(QPointF(0.0, 0.0), 0.5, 0.5)
    painter.setPen(pen(WHITE, 0.11))
    painter.setBrush(NO_BRUSH)
    painter.drawPolyline(_check())
    painter.restore()


def draw_disc(painter: QPainter, centre: QPointF, diameter: float, text: str) -> None:
    """Draw a dark disc with a white ring, such as "P1"; the ring lies outside the diameter."""
    painter.save()
    painter.setPen(NO_PEN)
    painter.setBrush(colour(WHITE))
    outer = diameter * (0.5 + _RING)
    painter.drawEllipse(centre, outer, outer)
    painter.setBrush(colour(INK))
    painter.drawEllipse(centre, diameter / 2, diameter / 2)
    painter.restore()
    draw_centred(painter, text, centre, diameter * _DISC_TEXT, BOLD, colour(WHITE))


def disc_rect(centre: QPointF, diameter: float) -> QRectF:
    """What `draw_disc` covers, with its ring."""
    reach = diameter * (0.5 + _RING)
    return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)


def _draw_waiting(painter: QPainter, centre: QPointF, diameter: float) -> None:
    width = diameter * _WAITING_STROKE
    painter.save()
    painter.setPen(_waiting_pen(width, math.pi * (diameter - width)))
    # A light filling keeps the circle apart from the strip pattern of a note lying behind.
    painter.setBrush(colour(WHITE, 70))
    radius = (diameter - width) / 2
    painter.drawEllipse(centre, radius, radius)
    painter.restore()


@lru_cache(maxsize=32)
def _waiting_pen(width: float, round_about: float) -> QPen:
    made = QPen(colour(INK, _WAITING_ALPHA), width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    dash = round_about / _WAITING_DASHES / width
    made.setDashPattern([dash * 0.6, dash * 0.4])
    return made


def _badge(rating: Rating) -> QPainterPath:
    """The outline in a circle of diameter 1 round the origin; its pen adds half `_ROUNDING`."""
    path = QPainterPath()
    inset = _ROUNDING / 2
    match rating:
        case Rating.MAGICAL:
            path.addPolygon(_star(_STAR_OUTER - inset, _STAR_INNER - inset / 2))
            path.closeSubpath()
        case Rating.NEUTRAL:
            half = 0.42 - inset
            path.addRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), 0.09, 0.09)
        case Rating.MISERABLE:
            path.addPolygon(
                QPolygonF([QPointF(-0.44, -0.36), QPointF(0.44, -0.36), QPointF(0.0, 0.42)])
            )
            path.closeSubpath()
    return path


def _star(outer: float, inner: float) -> QPolygonF:
    points = []
    for number in range(10):
        radius = outer if number % 2 == 0 else inner
        angle = math.pi * number / 5
        points.append(QPointF(radius * math.sin(angle), -radius * math.cos(angle) + 0.02))
    return QPolygonF(points)


def _draw_features(painter: QPainter, rating: Rating) -> None:
    spread, level = (0.105, -0.17) if rating is Rating.MISERABLE else (0.105, -0.07)
    painter.setPen(NO_PEN)
    painter.setBrush(colour(WHITE))
    painter.drawEllipse(QPointF(-spread, level), _EYE, _EYE)
    painter.drawEllipse(QPointF(spread, level), _EYE, _EYE)
    painter.setPen(pen(WHITE, _STROKE))
    painter.setBrush(NO_BRUSH)
    painter.drawPath(_mouth(rating))


def _mouth(rating: Rating) -> QPainterPath:
    path = QPainterPath()
    match rating:
        case Rating.MAGICAL:
            path.moveTo(-0.14, 0.06)
            path.quadTo(0.0, 0.23, 0.14, 0.06)
        case Rating.NEUTRAL:
            path.moveTo(-0.15, 0.15)
            path.lineTo(0.15, 0.15)
        case Rating.MISERABLE:
            path.moveTo(-0.11, 0.06)
            path.quadTo(0.0, -0.08, 0.11, 0.06)
    return path


def _check() -> QPolygonF:
    return QPolygonF([QPointF(-0.21, 0.02), QPointF(-0.06, 0.17), QPointF(0.23, -0.14)])
