"""The strip patterns that tell contact types apart without colour."""

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from motwall.model.records import Pattern

_LINE_WIDTH = 0.65
#: From one line to the next, mm; across for slanted lines.
_HATCH = 4.4
_CROSS = 5.4
_LINES = 2.6
_BARS = 3.3
_GRID = 4.0
#: From one dot to the next along a row, and the diameter; every second row is shifted by half.
_DOTS: dict[Pattern, tuple[float, float]] = {
    Pattern.SPARSE_DOTS: (7.2, 1.3),
    Pattern.LIGHT_DOTS: (5.0, 1.1),
    Pattern.MID_DOTS: (4.6, 1.7),
    Pattern.DARK_DOTS: (3.6, 1.7),
    Pattern.DARKEST_DOTS: (3.6, 2.4),
}


def draw_pattern(painter: QPainter, rect: QRectF, pattern: Pattern, ink: QColor) -> None:
    """Fill a rectangle with a pattern, at the same grain whatever its size.

    Args:
        painter: Scene units (mm).
        rect: What to fill; the grain starts at its top left corner.
        pattern: Which; `PLAIN` draws nothing.
        ink: With its alpha.
    """
    if pattern is Pattern.PLAIN or rect.isEmpty():
        return
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.translate(rect.topLeft())
    dots = _DOTS.get(pattern)
    if dots is None:
        painter.setPen(QPen(ink, _LINE_WIDTH))
        painter.drawLines(list(_lines(pattern, rect.width(), rect.height())))
    else:
        spacing, diameter = dots
        painter.setPen(QPen(ink, diameter, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(list(_lattice(spacing, rect.width(), rect.height())))
    painter.restore()


@lru_cache(maxsize=64)
def _lines(pattern: Pattern, width: float, height: float) -> tuple[QLineF, ...]:
    match pattern:
        case Pattern.HATCH:
            return _slanted(_HATCH, width, height, is_rising=True)
        case Pattern.BACK_HATCH:
            return _slanted(_HATCH, width, height, is_rising=False)
        case Pattern.CROSS_HATCH:
            rising = _slanted(_CROSS, width, height, is_rising=True)
            return rising + _slanted(_CROSS, width, height, is_rising=False)
        case Pattern.LINES:
            return _level(_LINES, width, height)
        case Pattern.BARS:
            return _upright(_BARS, width, height)
        case _:
            return _level(_GRID, width, height) + _upright(_GRID, width, height)


def _level(spacing: float, width: float, height: float) -> tuple[QLineF, ...]:
    count = int(height / spacing + 1)
    offsets = [spacing * (number + 0.5) for number in range(count)]
    return tuple(QLineF(0.0, y, width, y) for y in offsets)


def _upright(spacing: float, width: float, height: float) -> tuple[QLineF, ...]:
    count = int(width / spacing + 1)
    offsets = [spacing * (number + 0.5) for number in range(count)]
    return tuple(QLineF(x, 0.0, x, height) for x in offsets)


def _slanted(spacing: float, width: float, height: float, *, is_rising: bool) -> tuple[QLineF, ...]:
    count = int((width + height) / spacing + 1)
    feet = [spacing * (number + 0.5) for number in range(count)]
    if is_rising:
        return tuple(QLineF(x - height, height, x, 0.0) for x in feet)
    return tuple(QLineF(x - height, 0.0, x, height) for x in feet)


@lru_cache(maxsize=64)
def _lattice(spacing: float, width: float, height: float) -> tuple[QPointF, ...]:
    rows = int(height / (spacing / 2) + 1)
    columns = int(width / spacing + 2)
    return tuple(
        QPointF(spacing * (column + row % 2 / 2), spacing / 2 * (row + 0.5))
        for row in range(rows)
        for column in range(columns)
    )
