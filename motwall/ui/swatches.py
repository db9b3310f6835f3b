"""A contact type in small: its paper, its pattern, its code."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPen, QPixmap

from motwall.model.palette import PaletteType
from motwall.model.records import ContactType, Pattern
from motwall.paint.fonts import note_font
from motwall.paint.patterns import draw_pattern
from motwall.paint.tokens import INK

#: Of a pen, and of a colour in a menu.
SWATCH = QSize(30, 22)
_PATTERN_ALPHA = 130
#: Patterns are made for millimetres of wall; in a swatch a mm is this many pixels.
_GRAIN = 1.6
#: All that an editor of types shows, several times: every letter of a name asks for them again.
_MOST_KEPT = 256


def swatch_icon(contact_type: ContactType | PaletteType, device_ratio: float) -> QIcon:
    """A contact type as the icon of a pen or a menu's row."""
    return QIcon(QPixmap.fromImage(swatch(contact_type, SWATCH, device_ratio)))


def swatch(contact_type: ContactType | PaletteType, size: QSize, device_ratio: float) -> QImage:
    """A picture of a contact type.

    Args:
        contact_type: Which.
        size: Of the picture, logical pixels.
        device_ratio: Of the screen.
    """
    one = contact_type
    # A copy that shares the pixels until somebody paints on it.
    return QImage(_drawn(one.colour, one.pattern, one.code, size.toTuple(), device_ratio))


@lru_cache(maxsize=_MOST_KEPT)
def _drawn(
    colour: str, pattern: Pattern, code: str, width_height: tuple[int, int], device_ratio: float
) -> QImage:
    size = QSize(*width_height)
    image = QImage(size * device_ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(device_ratio)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.75, 0.75, size.width() - 1.5, size.height() - 1.5)
        painter.setPen(QPen(QColor(0, 0, 0, 90), 1))
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(box, 3, 3)
        ink = QColor(INK)
        ink.setAlpha(_PATTERN_ALPHA)
        painter.save()
        painter.scale(_GRAIN, _GRAIN)
        strip = QRectF(
            box.x() / _GRAIN, box.y() / _GRAIN, box.width() / _GRAIN, box.height() / _GRAIN / 3
        )
        draw_pattern(painter, strip, pattern, ink)
        painter.restore()
        font = note_font(600)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(QColor(INK))
        words = box.adjusted(0, box.height() / 3 - 1, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, code)
    return image
