"""Widgets beside the wall that boards on the wall belong to: a post, a field that is written in."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF
from PySide6.QtGui import QMoveEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from motwall.guard import guarded
from motwall.scene.anchors import Anchor
from motwall.scene.wall_view import WallView
from motwall.ui.floating_card import FloatingCard
from motwall.ui.full_card import FullCard


class WidgetAnchor(Anchor):
    """A widget outside of the wall's viewport; boards lie on the wall as near to it as they can."""

    def __init__(self, key: Hashable, widget: QWidget, view: WallView) -> None:
        """Be a widget of the view's window."""
        super().__init__(key)
        self.widget = widget
        self._view = view
        self._tether: Tether | None = None

    @property
    @override
    def is_there(self) -> bool:
        return isValid(self.widget)

    @override
    def box(self, shown: QTransform) -> QRectF | None:
        del shown
        if not isValid(self.widget):
            return None
        around = self._around
        viewport = self._view.viewport()
        corner = viewport.mapFromGlobal(around.mapToGlobal(QPoint(0, 0)))
        return QRectF(QPointF(corner), around.size().toSizeF())

    @property
    def _around(self) -> QWidget:
        return _card(self.widget) or self.widget

    @override
    def tie(self, moved: Callable[[], None]) -> None:
        self._tether = Tether(self._around, moved)

    @override
    def untie(self) -> None:
        tether, self._tether = self._tether, None
        if tether is not None and isValid(tether):
            tether.deleteLater()


class Tether(QObject):
    """Tells when a widget moves or changes its size; it goes with the widget."""

    def __init__(self, widget: QWidget, moved: Callable[[], None]) -> None:
        """Be tied to a widget."""
        super().__init__(widget)
        self._moved = moved
        widget.installEventFilter(self)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent | QMoveEvent):
            self._moved()
        return super().eventFilter(watched, event)


def _card(widget: QWidget) -> QWidget | None:
    """The card over the wall that a widget is on: a board must not lie below it."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, FloatingCard | FullCard):
        parent = parent.parentWidget()
    return parent
