"""Pictures of what is painted, and what differs between two."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from motwall.model.note_look import NoteLook
from motwall.model.palette import PALETTE
from motwall.paint.note_geometry import OVERHANG
from motwall.paint.note_painter import NotePainter
from tests.factories import an_id

NOTE = QRectF(0.0, 0.0, 100.0, 76.0)
#: Around the note, mm.
MARGIN = 20.0
TYPES = {one.code: one.contact_type(an_id(900 + n), n) for n, one in enumerate(PALETTE)}


def drawn(draw: Callable[[QPainter], None], width: int, height: int) -> QImage:
    """A picture on white."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter)
    return image


def note_picture(
    painter: NotePainter,
    look: NoteLook,
    *,
    zoom: float = 1.32,
    ratio: float = 1.0,
    is_selected: bool = False,
    show_marks: bool = False,
    is_lifted: bool = False,
) -> QImage:
    """A note on a neutral wall with a margin."""
    width, height = (NOTE.width() + 2 * MARGIN) * zoom, (NOTE.height() + 2 * MARGIN) * zoom
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#808080"))
    with QPainter(image) as own:
        own.scale(zoom, zoom)
        own.translate(MARGIN, MARGIN)
        painter.draw(
            own,
            look,
            NOTE,
            zoom=zoom,
            is_selected=is_selected,
            show_marks=show_marks,
            is_lifted=is_lifted,
        )
    return image


def on_note(rect: QRectF, zoom: float = 1.32) -> QRect:
    """A place on the note as pixels of `note_picture`, with the pixels it touches."""
    left, top = (rect.x() + MARGIN) * zoom, (rect.y() + MARGIN) * zoom
    return QRectF(left, top, rect.width() * zoom, rect.height() * zoom).toAlignedRect()


def reach(zoom: float = 1.32) -> QRect:
    """The farthest a note may reach."""
    return on_note(NOTE.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG), zoom)


def difference(one: QImage, other: QImage) -> QRect:
    """The smallest rectangle around all pixels that differ."""
    found = QRect()
    plain = [image.convertToFormat(QImage.Format.Format_ARGB32) for image in (one, other)]
    for y in range(one.height()):
        here, there = (memoryview(_row(image, y)).cast("I") for image in plain)
        if here != there:
            places = [x for x in range(one.width()) if here[x] != there[x]]
            found = found.united(QRect(places[0], y, places[-1] - places[0] + 1, 1))
    return found


def grey_share(one: QImage, other: QImage, least: int = 40) -> float:
    """The share of pixels that clearly differ when printed grey."""
    grey = [image.convertToFormat(QImage.Format.Format_Grayscale8) for image in (one, other)]
    # Lines are padded to whole words, and nobody says with what.
    rows = ([_row(image, y)[: one.width()] for image in grey] for y in range(one.height()))
    pairs = (zip(*row, strict=True) for row in rows)
    count = sum(abs(a - b) >= least for line in pairs for a, b in line)
    return count / (one.width() * one.height())


def _row(image: QImage, y: int) -> bytes:
    row: Any = image.constScanLine(y)
    return bytes(row)
