"""What part of a photo is seen, how large: plain numbers, so no hand is needed to try it."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

#: The photo may be shown so many times as large as it fits.
MOST_TIMES = 12.0


class Sight(NamedTuple):
    """Where the photo lies in the view, and how large.

    Attributes:
        photo: Its size, pixels.
        view: The size of what shows it, logical pixels.
        scale: Logical pixels of the view per pixel of the photo.
        corner: Of the photo in the view.
    """

    photo: QSizeF
    view: QSizeF
    scale: float
    corner: QPointF

    @property
    def least_scale(self) -> float:
        """At which all of it is seen."""
        return min(self.view.width() / self.photo.width(), self.view.height() / self.photo.height())

    @property
    def is_whole(self) -> bool:
        """All of it is seen."""
        return self.scale <= self.least_scale

    def zoomed(self, times: float, about: QPointF) -> "Sight":
        """Larger or smaller, a point of the view staying where it is."""
        least = self.least_scale
        scale = max(least, min(self.scale * times, least * MOST_TIMES))
        corner = about - (about - self.corner) * (scale / self.scale)
        return _kept(self._replace(scale=scale, corner=corner))

    def moved(self, way: QPointF) -> "Sight":
        """The photo shifted by so much, as far as it fills the view."""
        return _kept(self._replace(corner=self.corner + way))

    def showing(self, area: QRectF) -> "Sight":
        """Moved just as far as needed for a part of the photo to be in view."""
        box = self.to_view(area)
        dx = max(0.0, -box.left()) - max(0.0, box.right() - self.view.width())
        dy = max(0.0, -box.top()) - max(0.0, box.bottom() - self.view.height())
        return self.moved(QPointF(dx, dy))

    def to_photo(self, view_pos: QPointF) -> QPointF:
        """A point of the photo, within it."""
        spot = (view_pos - self.corner) / self.scale
        return QPointF(
            max(0.0, min(spot.x(), self.photo.width())),
            max(0.0, min(spot.y(), self.photo.height())),
        )

    def to_view(self, area: QRectF) -> QRectF:
        """A part of the photo as it is seen."""
        return QRectF(self.corner + area.topLeft() * self.scale, area.size() * self.scale)


def fitted(photo: QSizeF, view: QSizeF) -> Sight:
    """All of a photo in the middle of a view."""
    wide = QSizeF(max(1.0, view.width()), max(1.0, view.height()))
    sight = Sight(photo, wide, 1.0, QPointF())
    return sight._replace(scale=sight.least_scale).moved(QPointF())


def resized(sight: Sight, view: QSizeF) -> Sight:
    """The same middle in a view of another size; what was seen as a whole is so again."""
    if sight.is_whole:
        return fitted(sight.photo, view)
    middle = sight.to_photo(QPointF(sight.view.width() / 2, sight.view.height() / 2))
    wide = QSizeF(max(1.0, view.width()), max(1.0, view.height()))
    corner = QPointF(wide.width() / 2, wide.height() / 2) - middle * sight.scale
    other = sight._replace(view=wide, corner=corner)
    return other.zoomed(1.0, QPointF(wide.width() / 2, wide.height() / 2))


def box_of(one: QPointF, other: QPointF) -> QRect:
    """The whole pixels between two corners of a box on the photo."""
    return QRectF(one, other).normalized().toAlignedRect()


def _kept(sight: Sight) -> Sight:
    """The photo no farther from the middle than it has to be."""
    size = sight.photo * sight.scale
    x = _between(sight.corner.x(), sight.view.width(), size.width())
    y = _between(sight.corner.y(), sight.view.height(), size.height())
    return sight._replace(corner=QPointF(x, y))


def _between(at: float, room: float, size: float) -> float:
    """In the middle if it is smaller than the room, else filling it."""
    if size <= room:
        return (room - size) / 2
    return max(room - size, min(0.0, at))
