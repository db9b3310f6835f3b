"""A finger that stays where it is: a ring fills around it, then it is a hold."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.scene.wall_scene import WallScene

#: A tap is over before the ring is seen.
RING_MS, HOLD_MS = 150, 550
#: Larger than a fingertip, or nobody would see it.
RADIUS_MM, WIDTH_MM = 12.0, 2.5
#: Above everything: it is over whatever is held.
Z_RING = 130_000.0
#: Qt counts a circle in sixteenths of a degree, from three o'clock, against the clock.
_CIRCLE, _TOP = 360 * 16, 90 * 16


class HoldRing(QGraphicsItem):
    """A ring that fills clockwise, of one size at every zoom."""

    def __init__(self, scene: WallScene, scene_pos: QPointF, px_per_mm: float) -> None:
        """Be empty, around a point."""
        super().__init__()
        self._tokens = scene.tokens
        self._width = WIDTH_MM * px_per_mm
        radius = RADIUS_MM * px_per_mm
        self._circle = QRectF(-radius, -radius, 2 * radius, 2 * radius)
        self._share = 0.0
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setPos(scene_pos)
        self.setZValue(Z_RING)

    def fill(self, share: float) -> None:
        """Be filled to a share, 0 to 1."""
        self._share = share
        self.update()

    @override
    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        reach = self._width
        return self._circle.adjusted(-reach, -reach, reach, reach)

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._tokens.hairline), self._width))
        painter.drawEllipse(self._circle)
        painter.setPen(QPen(QColor(self._tokens.accent), self._width))
        painter.drawArc(self._circle, _TOP, -round(_CIRCLE * self._share))


class Hold(QObject):
    """The wait of one finger, with its ring. It deletes itself when it is over."""

    #: The finger has stayed long enough.
    held = Signal()

    def __init__(
        self, parent: QObject, scene: WallScene, scene_pos: QPointF, px_per_mm: float
    ) -> None:
        """Begin to wait at a point of the wall."""
        super().__init__(parent)
        self._scene = scene
        self._ring: HoldRing | None = None
        self._place = (scene_pos, px_per_mm)
        self._wait = QVariantAnimation(self)
        self._wait.setStartValue(0.0)
        self._wait.setEndValue(1.0)
        self._wait.setDuration(HOLD_MS)
        self._wait.valueChanged.connect(self._show)
        self._wait.finished.connect(self._finish)
        self._wait.start()

    def stop(self) -> None:
        """The finger moved or left: it is no hold. Do not use this object any more."""
        self._wait.stop()
        if self._ring is not None:
            self._scene.remove_overlay(self._ring)
            self._ring = None
        self.deleteLater()

    def _show(self, share: float) -> None:
        if self._ring is None and share * HOLD_MS >= RING_MS:
            self._ring = HoldRing(self._scene, *self._place)
            self._scene.add_overlay(self._ring)
        if self._ring is not None:
            self._ring.fill(share)

    def _finish(self) -> None:
        self.stop()
        self.held.emit()
