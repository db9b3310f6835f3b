"""One line of text on the wall: a title, a number, the word on a tag."""

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter

from motwall.model.textfit import shortened
from motwall.paint.fonts import UNITS_PER_MM, load_fonts_for, sized_font, unit_width

#: Smaller than this, in pixels, words are left out.
LEAST_PIXELS = 4.0
REGULAR = int(QFont.Weight.Normal)
MEDIUM = int(QFont.Weight.Medium)
SEMIBOLD = int(QFont.Weight.DemiBold)
BOLD = int(QFont.Weight.Bold)
#: Height of a capital over the font size, in Inter.
CAP_HEIGHT = 0.727


def draw_label(
    painter: QPainter, text: str, baseline: QPointF, size: float, weight: int, ink: QColor
) -> None:
    """Write one line.

    Args:
        painter: Scene units (mm).
        text: The words.
        baseline: The left end of the line the letters stand on.
        size: Of the font, mm.
        weight: Of the font, 100 to 900.
        ink: The colour.
    """
    load_fonts_for(text)
    painter.save()
    painter.translate(baseline)
    painter.scale(1 / UNITS_PER_MM, 1 / UNITS_PER_MM)
    painter.setFont(sized_font(weight, round(size * UNITS_PER_MM)))
    painter.setPen(ink)
    painter.drawText(QPointF(0.0, 0.0), text)
    painter.restore()


def draw_centred(
    painter: QPainter, text: str, centre: QPointF, size: float, weight: int, ink: QColor
) -> None:
    """Write one line so that its capitals are centred on a point; see `draw_label`."""
    left = centre.x() - label_width(text, size, weight) / 2
    draw_label(painter, text, QPointF(left, centre.y() + size * CAP_HEIGHT / 2), size, weight, ink)


def label_width(text: str, size: float, weight: int) -> float:
    """The width of a line of text, in the unit of the size."""
    return unit_width(weight)(text) * size


@lru_cache(maxsize=2048)
def elided(text: str, width: float, size: float, weight: int) -> str:
    """As much of the text as fits the width, with an ellipsis if that is not all of it."""
    return shortened(text, width, size, unit_width(weight))


def readable_size(painter: QPainter, size: float, largest: float, pixels: float) -> float:
    """A font size in mm that keeps to so many pixels while the wall is zoomed out.

    Args:
        painter: Its scale tells how far the wall is zoomed.
        size: At rest, mm.
        largest: What there is room for, mm.
        pixels: What is wanted on screen.
    """
    scale = abs(painter.worldTransform().m11())
    return min(largest, max(size, pixels / scale)) if scale > 0 else size


def is_readable(painter: QPainter, size: float) -> bool:
    """Whether words of a size, mm, are worth drawing at the painter's scale."""
    return size * abs(painter.worldTransform().m11()) >= LEAST_PIXELS
