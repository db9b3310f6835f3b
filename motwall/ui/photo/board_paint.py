"""Paints a photo in any size at once, and the boxes drawn on it."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from motwall.ui.photo.sight import Sight
from motwall.ui.theme import current_tokens

#: Lines on a photo of any colours: the accent between two thin lines of white, px.
_LINE, _EDGE, _STRONG = 2.0, 5.0, 3.5
#: Of a number's disc, in heights of a line of text; of the mark of a first corner, px.
_DISC, _CORNER = 0.95, 14.0


class BoxesShown(NamedTuple):
    """What lies on the photo, in pixels of the view.

    Attributes:
        boxes: Those that became notes, in order.
        current: The place of the one whose words are asked for; -1 for none.
        drawn: What is being drawn; empty if nothing is.
        corner: The first of two corners.
        cursor: The box of the keyboard; empty if it is not shown.
    """

    boxes: list[QRectF]
    current: int
    drawn: QRectF
    corner: QPointF | None
    cursor: QRectF


def backdrop(levels: list[QImage], sight: Sight, ratio: float) -> QImage:
    """The photo as it is seen, made once for each sight.

    Args:
        levels: The photo in full, and in halves of halves.
        sight: What of it is seen.
        ratio: Device pixels per logical pixel.
    """
    size = (QSizeF(sight.view) * ratio).toSize()
    made = QImage(size, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(ratio)
    made.fill(QColor(current_tokens().bar))
    needed = sight.photo.width() * sight.scale * ratio
    level = next((one for one in reversed(levels) if one.width() >= needed), levels[0])
    target = sight.to_view(QRectF(QPointF(), sight.photo))
    seen = target.intersected(QRectF(QPointF(), sight.view))
    per_pixel = level.width() / target.width()
    source = QRectF((seen.topLeft() - target.topLeft()) * per_pixel, seen.size() * per_pixel)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(seen, level, source)
    return made


def draw_boxes(painter: QPainter, shown: BoxesShown, font: QFont) -> None:
    """Draw the boxes over the photo."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, box in enumerate(shown.boxes, start=1):
        is_current = number - 1 == shown.current
        _outline(painter, box, _STRONG if is_current else _LINE)
        _number(painter, box, str(number), font, is_current=is_current)
    if not shown.drawn.isEmpty():
        _outline(painter, shown.drawn, _LINE)
    if not shown.cursor.isEmpty():
        _outline(painter, shown.cursor, _LINE, is_dashed=True)
    if shown.corner is not None:
        at = shown.corner
        for name, width in (("#FFFFFF", _EDGE), (current_tokens().accent, _STRONG)):
            painter.setPen(QPen(QColor(name), width))
            painter.drawLine(at - QPointF(_CORNER, 0), at + QPointF(_CORNER, 0))
            painter.drawLine(at - QPointF(0, _CORNER), at + QPointF(0, _CORNER))


def _outline(painter: QPainter, box: QRectF, width: float, *, is_dashed: bool = False) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = QPen(QColor("#FFFFFF"), width + _EDGE - _LINE)
    edge.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(edge)
    painter.drawRect(box)
    line = QPen(QColor(current_tokens().accent), width)
    line.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if is_dashed:
        line.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(line)
    painter.drawRect(box)


def _number(painter: QPainter, box: QRectF, text: str, font: QFont, *, is_current: bool) -> None:
    tokens = current_tokens()
    side = font.pixelSize() * 2 * _DISC
    disc = QRectF(box.x(), box.y(), max(side, font.pixelSize() * len(text)), side)
    painter.fillRect(disc, QColor(tokens.accent if is_current else "#FFFFFF"))
    painter.setPen(QColor("#FFFFFF" if is_current else "#222222"))
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, text)
