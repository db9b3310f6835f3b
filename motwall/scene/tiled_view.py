"""A view of the scene whose ground, the wall at rest, is painted from tiles."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.scene.tiles import Wall, WallTiles, Window

#: Parts are painted as one if that makes so many times as much of it.
_LITTLE_MORE = 1.25


class TiledView(QGraphicsView):
    """Shows a scene over the wall; what moves is painted by Qt, what rests is copied."""

    #: All of the wall that is in view has been painted as it is, for the first time.
    painted = Signal()

    def __init__(self, scene: QGraphicsScene, wall: Wall) -> None:
        """Show a scene; the wall tells `tiles` what changes on it."""
        super().__init__(scene)
        # Qt has made one already. But PySide, asked for a widget that it did not make, looks for
        # its class among all there are, and makes dozens of them.
        viewport = QWidget()
        # All of it is painted; and only what is opaque is scrolled by moving its pixels.
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewport(viewport)
        self._exposed = QRegion()
        self._is_painted = False
        #: How far both bars have gone together; None while each goes by itself.
        self._way: QPoint | None = None
        self.tiles = WallTiles(wall, self)
        self.tiles.rendered.connect(self._show_rendered)

    @property
    def pixels_per_mm(self) -> float:
        """The scale shown."""
        return self.transform().m11()

    def scroll_by(self, across: int, along: int) -> None:
        """Scroll to both sides at once, px: else Qt would move all pixels twice."""
        self._way = QPoint()
        try:
            for bar, step in (
                (self.horizontalScrollBar(), across),
                (self.verticalScrollBar(), along),
            ):
                bar.setValue(bar.value() + step)
        finally:
            way, self._way = self._way, None
        if not way.isNull():
            self.scrollContentsBy(way.x(), way.y())

    @override
    @guarded(None)
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._way is None:
            super().scrollContentsBy(dx, dy)
        else:
            self._way += QPoint(dx, dy)

    def paint_as_one(self, *, is_wanted: bool) -> None:
        """Paint what changes as one box, or each part by itself as at first.

        Qt copies a box row by row, and a shape of several boxes pixel by pixel, which takes many
        times as long. One hand's note and its words lie together; those of several hands do not.
        """
        modes = QGraphicsView.ViewportUpdateMode
        mode = modes.BoundingRectViewportUpdate if is_wanted else modes.MinimalViewportUpdate
        if mode is not self.viewportUpdateMode():
            self.setViewportUpdateMode(mode)
            # What waits to be painted is kept apart for each mode: Qt would forget it.
            self.viewport().update()

    def _show_rendered(self, rect: QRectF) -> None:
        if rect.isEmpty():
            self.viewport().update()
        else:
            self.viewport().update(self.mapFromScene(rect).boundingRect().adjusted(-1, -1, 1, 1))

    @override
    @guarded(None)
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        shown = self.viewportTransform()
        exposed = shown.mapRect(QRectF(rect)).toAlignedRect().intersected(self.viewport().rect())
        origin = QPointF(shown.dx(), shown.dy())
        ratio = self.viewport().devicePixelRatioF()
        # Panning exposes two strips: the box around both would be nearly all of the view.
        for part in _few(cast("Iterable[QRect]", self._exposed.intersected(exposed))):
            self.tiles.paint(painter, Window(self.pixels_per_mm, ratio, origin, part))

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        self._exposed = event.region()
        super().paintEvent(event)
        if not self._is_painted and self.tiles.is_complete:
            self._is_painted = True
            self.painted.emit()


def _few(parts: Iterable[QRect]) -> Iterable[QRect]:
    """The parts of a region, joined where that paints little more: a note comes as four strips."""
    found: list[QRect] = []
    for part in parts:
        both = part.united(found[-1]) if found else part
        if found and _area(both) <= _LITTLE_MORE * (_area(part) + _area(found[-1])):
            found[-1] = both
        else:
            found.append(part)
    return found


def _area(rect: QRect) -> int:
    return rect.width() * rect.height()
