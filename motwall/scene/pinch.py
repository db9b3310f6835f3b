"""Two fingers on empty wall: pan it, and zoom once they mean it."""

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform

from motwall.scene.zoom import bounded

if TYPE_CHECKING:
    from motwall.scene.handled_view import HandledView

#: The fingers' distance may change by this share before the wall is zoomed: nobody pans with two
#: fingers exactly as far apart as before.
DEAD_BAND = 0.10


class Pinch:
    """Keeps the point of the wall between two fingers between them."""

    def __init__(self, view: "HandledView", first: QPointF, second: QPointF) -> None:
        """Begin with two fingers at points of the viewport."""
        self._view = view
        self._scale = view.pixels_per_mm
        self._spread = _spread(first, second)
        self._anchor = scene_pos_at(view, (first + second) / 2)
        self._is_zooming = False

    def move(self, first: QPointF, second: QPointF) -> None:
        """The fingers are here now."""
        spread = _spread(first, second)
        if not self._is_zooming and abs(spread / self._spread - 1.0) > DEAD_BAND:
            # From here on, so that the wall does not jump by the dead band.
            self._is_zooming = True
            self._spread = spread
        scale = self._scale
        if self._is_zooming:
            scale = bounded(scale * spread / self._spread)
        show_at(self._view, scale, self._anchor, (first + second) / 2)


def scene_pos_at(view: "HandledView", view_pos: QPointF) -> QPointF:
    """The point of the wall, mm, at a point of the viewport; Qt's own knows whole pixels only."""
    inverted, _ = view.viewportTransform().inverted()
    return inverted.map(view_pos)


def show_at(view: "HandledView", scale: float, scene_pos: QPointF, view_pos: QPointF) -> None:
    """Show the wall at a scale (px per mm) with one of its points at a point of the viewport.

    As near as scrolling allows: nothing is shown beyond the wall's edges.
    """
    view.is_fitting = False
    if scale != view.pixels_per_mm:
        view.setTransform(QTransform.fromScale(scale, scale))
    way = view.viewportTransform().map(scene_pos) - view_pos
    view.scroll_by(round(way.x()), round(way.y()))
    view.view_changed.emit()


def _spread(first: QPointF, second: QPointF) -> float:
    way = second - first
    return max(1.0, hypot(way.x(), way.y()))
