"""Fingers beside the wall: buttons, fields and lists answer while somebody drags a note.

Qt makes one mouse for a whole window out of touch, and only of touch that nobody accepted. While a
finger is on the wall it makes none, and panel and bars would be dead. So everything beside the wall
accepts touch, too, and a bridge turns each finger into what a mouse would do, one by one: a finger
that stays is a click, one that moves scrolls, or drags what is there to be dragged.
"""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QChildEvent, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QEventPoint, QTouchEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.scene.taps import Taps
from motwall.scene.touch import DESK_PX_PER_MM
from motwall.ui.panel_finger import PanelFinger


class PanelTouchBridge(QObject):
    """The fingers on one widget and its children; it lives as long as the widget."""

    #: A finger tapped what one writes in. Carries the widget that has the keyboard now.
    field_tapped = Signal(QWidget)

    def __init__(
        self, root: QWidget, px_per_mm: Callable[[], float] = lambda: DESK_PX_PER_MM
    ) -> None:
        """Take the touch of a widget; `px_per_mm` tells how large things are on its screen."""
        super().__init__(root)
        self._root = root
        self._px_per_mm = px_per_mm
        self._taps = Taps(monotonic)
        self._fingers: dict[int, PanelFinger] = {}
        root.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        root.installEventFilter(self)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QTouchEvent):
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self._cancel()
        # Copied first: a tap may open a menu and come back long after the event is gone.
        points = [(one.id(), one.state(), one.globalPosition()) for one in event.points()]
        for finger_id, state, at in points:
            self._follow(finger_id, state, at)
        return True

    def _follow(self, finger_id: int, state: QEventPoint.State, at: QPointF) -> None:
        if state is QEventPoint.State.Pressed:
            unseen = self._fingers.pop(finger_id, None)
            if unseen is not None:
                unseen.cancel()
            widget = self._root.childAt(self._root.mapFromGlobal(at).toPoint()) or self._root
            is_taken = any(one.drags(widget) for one in self._fingers.values())
            finger = PanelFinger(
                widget, self._root, at, self._taps, self._px_per_mm(), is_taken=is_taken
            )
            self._fingers[finger_id] = finger
        elif state is QEventPoint.State.Released:
            known = self._fingers.pop(finger_id, None)
            if known is not None:
                known.move(at)
                field = known.lift()
                if field is not None:
                    self.field_tapped.emit(field)
        elif finger_id in self._fingers:
            self._fingers[finger_id].move(at)

    def _cancel(self) -> None:
        fingers = list(self._fingers.values())
        self._fingers.clear()
        for finger in fingers:
            finger.cancel()


class TouchBridges(QObject):
    """A bridge for everything on a page that is not its wall, now and later.

    The widgets that the wall lies in have none: Qt would give them fingers that are on the wall.

    Attributes:
        px_per_mm: Logical pixels of the screen per mm of it.
    """

    #: A finger tapped what one writes in. Carries the widget that has the keyboard now.
    field_tapped = Signal(QWidget)

    def __init__(self, page: QWidget, viewport: QWidget) -> None:
        """Look after a page, around the viewport of its wall."""
        super().__init__(page)
        self.px_per_mm = DESK_PX_PER_MM
        self._around = [viewport, *_parents(viewport, page)]
        children = Qt.FindChildOption.FindDirectChildrenOnly
        for widget in self._around[1:]:
            widget.installEventFilter(self)
            for child in widget.findChildren(QWidget, options=children):
                self._bridge(child)

    def _bridge(self, widget: QWidget) -> None:
        is_own = widget.findChild(
            PanelTouchBridge, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        if widget not in self._around and not widget.isWindow() and is_own is None:
            bridge = PanelTouchBridge(widget, lambda: self.px_per_mm)
            bridge.field_tapped.connect(self.field_tapped)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QChildEvent) and event.type() == QEvent.Type.ChildPolished:
            child = event.child()
            if isinstance(child, QWidget):
                self._bridge(child)
        return super().eventFilter(watched, event)


def _parents(widget: QWidget, last: QWidget) -> list[QWidget]:
    """What a widget lies in, up to the last."""
    found: list[QWidget] = []
    parent = widget.parentWidget()
    while parent is not None:
        found.append(parent)
        parent = None if parent is last else parent.parentWidget()
    return found
