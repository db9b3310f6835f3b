"""The clicks in a window in Room, wherever they fall: many panels say that a finger is a mouse."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QWindow
from shiboken6 import isValid
from typing_extensions import override

from motwall.guard import guarded

_POINTED = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class Pointer(QObject):
    """Hears what the window is told, before any widget in it is.

    Attributes:
        is_down: The button is held: nothing may move beneath it.
        is_clicking: It is, or what its release does is not all done yet.
        was_last: A finger or a mouse was used last, no key.
    """

    #: A click is over, and all is done that it does. Carries the point of the screen.
    clicked = Signal(QPointF)

    def __init__(self, parent: QObject) -> None:
        """Hear nothing yet."""
        super().__init__(parent)
        self.is_down = False
        self.is_clicking = False
        self.was_last = False
        self._window: QWindow | None = None

    @property
    def is_hearing(self) -> bool:
        """It has a window to hear."""
        return self._window is not None

    def hear(self, window: QWindow | None) -> None:
        """Hear a window; there is none before it is first shown, nor any more while it closes."""
        if window is not None and isValid(window) and window is not self._window:
            self.stop()
            self._window = window
            window.installEventFilter(self)

    def stop(self) -> None:
        """Hear nothing more."""
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = None

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _POINTED:
            self.was_last = True
        elif kind == QEvent.Type.KeyPress:
            self.was_last = False
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if kind == QEvent.Type.MouseButtonPress:
                self.is_down = self.is_clicking = True
            elif kind == QEvent.Type.MouseButtonRelease:
                self.is_down = False
                at = event.globalPosition()
                QTimer.singleShot(0, self, lambda: self._end(at))
        return super().eventFilter(watched, event)

    def _end(self, at: QPointF) -> None:
        # Unless the next one has begun, or Room is over.
        if self.is_hearing and not self.is_down:
            self.is_clicking = False
            self.clicked.emit(at)
