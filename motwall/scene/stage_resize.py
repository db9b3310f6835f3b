"""A stage made longer or shorter by hand: the ends of its title can be taken and moved."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.edits.extents import StageEdge, resize_stage, stage_span
from motwall.model.order import steps_in_order
from motwall.model.records import Step
from motwall.model.targets import GapTarget
from motwall.model.wrapping import BAND_PADDING
from motwall.scene.cues import Z_CUE
from motwall.scene.gestures import Gesture, gap_near
from motwall.scene.hits import edge_rects
from motwall.scene.wall_scene import WallScene

Z_GRIP = 1.0
#: Of the line that shows where an end can be taken, mm.
_LINE = 2.0


class ResizeStage(Gesture):
    """An end of a stage in the hand; a frame shows the steps that the stage would reach over."""

    def __init__(self, scene: WallScene, stage_id: str, edge: StageEdge) -> None:
        """Take an end of a stage."""
        super().__init__(scene)
        self.stage_id = stage_id
        self.edge = edge
        self._frame = QGraphicsPathItem()
        colour = QColor(scene.tokens.accent_text)
        self._frame.setPen(QPen(colour, 3.0))
        colour.setAlphaF(0.10)
        self._frame.setBrush(colour)
        self._frame.setZValue(Z_CUE)
        scene.add_overlay(self._frame)

    @property
    def _is_there(self) -> bool:
        # Another hand may have taken its last step away.
        return bool(self.scene.store.referring(Step, "stage_id", self.stage_id))

    @override
    def move(self, scene_pos: QPointF) -> None:
        """Show what the stage would reach over."""
        if not self._is_there:
            return
        start, end = stage_span(self.scene.store, self.stage_id)
        index = gap_near(self.scene, scene_pos).index
        if self.edge is StageEdge.END:
            end = max(start + 1, index)
        else:
            start = min(end - 1, index)
        ids = {one.id for one in steps_in_order(self.scene.store)[start:end]}
        path = QPainterPath()
        for line in self.scene.layout_.lines:
            rects = [one.rect for one in line.columns if one.step_id in ids]
            if rects:
                left, right = rects[0].x - BAND_PADDING / 2, rects[-1].right + BAND_PADDING / 2
                path.addRoundedRect(
                    QRectF(left, line.top, right - left, rects[0].bottom - line.top), 4, 4
                )
        self._frame.setPath(path)

    @override
    def finish(self, scene_pos: QPointF) -> None:
        """Let the stage reach to the gap here."""
        self.cancel()
        target = self.meant(gap_near(self.scene, scene_pos))
        if self._is_there and isinstance(target, GapTarget):
            self.push(resize_stage(self.scene.store, self.stage_id, self.edge, target.index))

    @override
    def cancel(self) -> None:
        """Leave the stage as it is."""
        self.scene.remove_overlay(self._frame)


class StageGrips:
    """An item at each end of each stage's title: the pointer over it tells that it can be taken."""

    def __init__(self, scene: WallScene) -> None:
        """Follow the layout of a scene."""
        self._scene = scene
        self._grips: list[StageGrip] = []
        scene.layout_changed.connect(self._place)
        if scene.is_laid_out:
            self._place()

    def _place(self) -> None:
        layout = self._scene.layout_
        rects = [rect for band in layout.bands for rect in edge_rects(layout, band).values()]
        while len(self._grips) < len(rects):
            grip = StageGrip(self._scene)
            self._scene.add_overlay(grip)
            self._grips.append(grip)
        while len(self._grips) > len(rects):
            self._scene.remove_overlay(self._grips.pop())
        for grip, rect in zip(self._grips, rects, strict=True):
            grip.lie_at(QRectF(*rect))


class StageGrip(QGraphicsItem):
    """Invisible until the pointer is on it."""

    def __init__(self, scene: WallScene) -> None:
        """Have no place yet."""
        super().__init__()
        self._scene = scene
        self._rect = QRectF()
        self._is_pointed_at = False
        self.setZValue(Z_GRIP)
        self.setAcceptHoverEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def lie_at(self, rect: QRectF) -> None:
        """Lie there, mm of the wall."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
            self._is_pointed_at = False

    @override
    @guarded(None)
    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_pointed_at = True
        self.update()

    @override
    @guarded(None)
    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_pointed_at = False
        self.update()

    @override
    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        return self._rect

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        if self._is_pointed_at:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._scene.tokens.accent_text))
            middle = self._rect.center().x()
            line = QRectF(middle - _LINE / 2, self._rect.y() + 3, _LINE, self._rect.height() - 6)
            painter.drawRoundedRect(line, 1, 1)
