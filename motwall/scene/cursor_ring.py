"""The dashed ring round the note that the keyboard looks at without selecting it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.scene.cues import Z_CUE
from motwall.scene.note_item import NOTE_RECT
from motwall.scene.wall_scene import WallScene

#: Beyond the ring of a selected note, mm.
_FREE = 5.0
_BOUNDS = NOTE_RECT.adjusted(-_FREE - 2, -_FREE - 2, _FREE + 2, _FREE + 2)


class CursorRing(QGraphicsItem):
    """At most one a view; it goes where it is told and has no opinion."""

    def __init__(self, scene: WallScene) -> None:
        """Be nowhere."""
        super().__init__()
        self._scene = scene
        self.moment_id: str | None = None
        self.setZValue(Z_CUE)
        self.hide()
        scene.add_overlay(self)

    def show_at(self, moment_id: str | None) -> None:
        """Lie round a note; round none, or one that is gone, it is hidden."""
        item = self._scene.note(moment_id or "")
        self.moment_id = moment_id if item is not None else None
        self.setVisible(item is not None)
        if item is not None:
            self.setPos(item.home)

    @override
    @guarded(_BOUNDS)
    def boundingRect(self) -> QRectF:
        return _BOUNDS

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        pen = QPen(QColor(self._scene.tokens.accent_text), 3.0, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(NOTE_RECT.adjusted(-_FREE, -_FREE, _FREE, _FREE), 4, 4)
