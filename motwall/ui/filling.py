"""A window that fills a large screen while people stand at it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from motwall.model.screen import Screen
from motwall.ui.room.memory import screen_of


class Filling:
    """Fills a screen that people stand at, and gives the window back as it was.

    In Room a title bar would be out of reach, and a panel beside it wasted. A window on the screen
    of a laptop stays as it is: there Room is only tried out.

    Attributes:
        screen: Tells the screen that the window is on.
    """

    def __init__(self, window: QWidget) -> None:
        """Leave the window alone until it is in Room."""
        self._window = window
        self.screen: Callable[[], Screen] = lambda: screen_of(window.screen())
        self._before: Qt.WindowState | None = None

    def follow(self, *, is_room: bool) -> None:
        """The window is in Room, or on Desk; told as often as anybody likes."""
        if is_room and self._before is None:
            if self.screen().is_wall:
                self._before = self._window.windowState()
                self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        elif not is_room and self._before is not None:
            before, self._before = self._before, None
            self._window.setWindowState(before)
