"""A view onto a wall that can only be looked at: scrolled, dragged, zoomed, never changed."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView
from typing_extensions import override

from motwall.document.document import Document
from motwall.document.past import StillWriter
from motwall.document.selection import Selection
from motwall.guard import guarded
from motwall.model.clock import Clock
from motwall.model.layout import LayoutOptions, best_width
from motwall.model.store import Store
from motwall.paint.tokens import Tokens
from motwall.scene.tiled_view import TiledView
from motwall.scene.wall_scene import MARGIN, WallScene
from motwall.scene.wall_view import WHEEL_NOTCH
from motwall.scene.zoom import DESK_UNIT, STEP, bounded


class LookingView(TiledView):
    """Shows the wall of a store that nothing changes any more."""

    #: Another part of the wall is shown, or at another scale.
    view_changed = Signal()

    def __init__(self, store: Store, clock: Clock, tokens: Tokens) -> None:
        """Show a wall as a whole."""
        self._document = Document(store, StillWriter(), clock)
        self._selection = Selection(self._document)
        self._wall = WallScene(self._document, self._selection, tokens=tokens)
        super().__init__(self._wall, self._wall)
        self._is_fitting = True
        self._wall.pictures.append(self.tiles)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setInteractive(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def wall_scene(self) -> WallScene:
        """What is shown."""
        return self._wall

    def fit(self) -> None:
        """Show the whole wall, and keep doing so while the window changes."""
        self._is_fitting = True
        size = self.maximumViewportSize()
        margin = 2 * MARGIN * DESK_UNIT
        width, height = max(100.0, size.width() - margin), max(100.0, size.height() - margin)
        best = best_width(self._wall.store, width, height, DESK_UNIT)
        options = LayoutOptions(width=best, unsorted_width=width / DESK_UNIT)
        self._wall.set_options(options)
        rect = self._wall.sceneRect()
        if not rect.isEmpty():
            # A pixel less, or rounding would bring a scroll bar.
            wide, high = (size.width() - 1) / rect.width(), (size.height() - 1) / rect.height()
            self._set_scale(bounded(min(wide, high, DESK_UNIT)))

    def zoom_by(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zoom about a point of the viewport, by default its middle."""
        self._is_fitting = False
        at = (anchor or QPointF(self.viewport().rect().center())).toPoint()
        before = self.mapToScene(at)
        self._set_scale(bounded(self.pixels_per_mm * factor))
        after = self.mapToScene(at)
        self.translate(after.x() - before.x(), after.y() - before.y())

    def zoom_in(self) -> None:
        """One step larger."""
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.zoom_by(1 / STEP)

    def _set_scale(self, scale: float) -> None:
        self.setTransform(QTransform.fromScale(scale, scale))
        self.view_changed.emit()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitting:
            self.fit()

    @override
    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (event.angleDelta().y() / WHEEL_NOTCH), event.position())
            event.accept()
        else:
            super().wheelEvent(event)
