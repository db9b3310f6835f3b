"""The photo that a note carries: what its paper note looked like."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from typing_extensions import override

from motwall.model.errors import MotwallError
from motwall.paint.colours import NO_BRUSH, NO_PEN, colour, pen
from motwall.paint.tokens import INK

#: Of what stands there until the photo is read, out of 255.
_WAITING_ALPHA, _EDGE_ALPHA = 26, 70
_EDGE = 0.35
#: Of a photo on a picture of the wall, pixels: an SVG carries all of them.
_LEAST_WIDTH, _MOST_WIDTH = 48, 800


class NotePhotos(Protocol):
    """Where photos come from."""

    def image(self, digest: str, pixels: float) -> QImage | None:
        """A photo, about so many pixels wide; None for now, or for good if it cannot be read."""


class GivenPhotos(NotePhotos):
    """The photos of a picture of a wall, read when they are painted; for any one thread."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        """Take their bytes by digest."""
        self._pictures = pictures
        # A wall is painted note by note: few notes have the same photo.
        self._image = lru_cache(maxsize=4)(self._read)

    @override
    def image(self, digest: str, pixels: float) -> QImage | None:
        return self._image(digest, max(_LEAST_WIDTH, min(round(pixels), _MOST_WIDTH)))

    def _read(self, digest: str, width: int) -> QImage | None:
        # Few walls have photos, and none before it is painted.
        from motwall.paint.photo import small_photo  # noqa: PLC0415

        data = self._pictures.get(digest)
        try:
            return None if data is None else small_photo(data, width)
        except MotwallError:
            # The patch that stands for it stays.
            return None


def draw_photo(painter: QPainter, image: QImage | None, place: QRectF, *, is_beside: bool) -> None:
    """Draw all of a photo into a place, mm; beside words it keeps to the top.

    Without the photo a quiet patch stands there.
    """
    if image is None or image.isNull():
        painter.setPen(NO_PEN)
        painter.setBrush(colour(INK, _WAITING_ALPHA))
        painter.drawRect(place)
        return
    size = image.size().toSizeF()
    size.scale(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    shown = QRectF(QPointF(), size)
    shown.moveCenter(place.center())
    if is_beside:
        shown.moveTop(place.top())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(shown, image)
    painter.setPen(pen(INK, _EDGE, _EDGE_ALPHA))
    painter.setBrush(NO_BRUSH)
    painter.drawRect(shown)
