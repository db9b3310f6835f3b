"""Tells when a view shows another part of the wall, for what keeps its place in the view."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QResizeEvent, QTransform
from PySide6.QtWidgets import QGraphicsItem
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.layout import Rect

if TYPE_CHECKING:
    from motwall.scene.wall_view import WallView


class ViewWatch(QObject):
    """Watches zoom, scroll bars and size of a view."""

    #: Any of them changed.
    changed = Signal()

    def __init__(self, view: "WallView") -> None:
        """Watch a view as long as it lives."""
        super().__init__(view)
        self.view = view
        self._last: tuple[QTransform, QRectF] | None = None
        view.view_changed.connect(self._check)
        view.horizontalScrollBar().valueChanged.connect(self._check)
        view.verticalScrollBar().valueChanged.connect(self._check)
        view.viewport().installEventFilter(self)

    @property
    def shown(self) -> QTransform:
        """Maps the scene to the viewport."""
        return self.view.viewportTransform()

    @property
    def port(self) -> QRectF:
        """The viewport, px."""
        return QRectF(self.view.viewport().rect())

    def pin(self, item: QGraphicsItem, spot: Rect, shrink: float = 1.0) -> None:
        """Put an item made in screen pixels to a place of the viewport, at the screen's size."""
        shown = self.shown
        item.setScale(shrink / shown.m11())
        inverted, _ = shown.inverted()
        # On whole pixels letters are sharp.
        item.setPos(inverted.map(QPointF(round(spot.x), round(spot.y))))

    def _check(self) -> None:
        # One pan is told by two scroll bars and by the view.
        now = (self.shown, self.port)
        if now != self._last:
            self._last = now
            self.changed.emit()

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self._check()
        return super().eventFilter(watched, event)
