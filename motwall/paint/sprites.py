"""Small pictures of what many notes have in common, made once per size and colour."""

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from motwall.paint.note_marks import Marks

_BYTES_KEPT = 48 * 1024 * 1024


class Sprite(NamedTuple):
    """A picture in device pixels, and where its corner lies from the note's, in device pixels."""

    image: QImage
    corner: QPoint


class SpriteCache:
    """Keeps the latest pictures of marks, up to a fixed number of bytes."""

    def __init__(self, bytes_kept: int = _BYTES_KEPT) -> None:
        """Start empty."""
        self._sprites: OrderedDict[tuple[object, ...], Sprite] = OrderedDict()
        self._bytes_kept = bytes_kept
        self._bytes = 0

    @property
    def bytes_used(self) -> int:
        """By all pictures together."""
        return self._bytes

    def sprite(self, marks: Marks, box: QRectF, scale: float) -> Sprite:
        """The picture of the marks of a note.

        Args:
            marks: What to draw.
            box: Of the note, its corner at the origin, mm.
            scale: Device pixels per mm.
        """
        key = (marks, scale, box.width(), box.height())
        sprite = self._sprites.get(key)
        if sprite is not None:
            self._sprites.move_to_end(key)
            return sprite
        parts = [self.sprite(part, box, scale) for part in marks.parts]
        sprite = self._sprites[key] = _joined(parts) if parts else _drawn(marks, box, scale)
        self._bytes += sprite.image.sizeInBytes()
        while self._bytes > self._bytes_kept and len(self._sprites) > 1:
            _, oldest = self._sprites.popitem(last=False)
            self._bytes -= oldest.image.sizeInBytes()
        return sprite


def _drawn(marks: Marks, box: QRectF, scale: float) -> Sprite:
    reach = marks.bounds(box)
    pixels = QRectF(
        reach.x() * scale, reach.y() * scale, reach.width() * scale, reach.height() * scale
    ).toAlignedRect()
    size = QSize(max(1, pixels.width()), max(1, pixels.height()))
    image = _blank(size)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-pixels.x(), -pixels.y())
        painter.scale(scale, scale)
        marks.draw(painter, box, 1 / scale)
    return Sprite(image, pixels.topLeft())


def _joined(parts: list[Sprite]) -> Sprite:
    """The pictures on each other, the first at the bottom."""
    covered = QRect()
    for part in parts:
        covered = covered.united(QRect(part.corner, part.image.size()))
    image = _blank(covered.size())
    with QPainter(image) as painter:
        for part in parts:
            painter.drawImage(part.corner - covered.topLeft(), part.image)
    return Sprite(image, covered.topLeft())


def _blank(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
