"""A window that fills a large screen while people stand at it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from motwall.model.screen import WALL_WIDTH, Screen
from motwall.ui.room.memory import screen_of

#: The diagonal that people gave a screen, inches; None if nobody was asked. Called with its key.
Inches = Callable[[str], float | None]


class Filling:
    """Fills a screen that people stand at, and gives the window back as it was.

    In Room a title bar would be out of reach, and a panel beside it wasted. A window on the screen
    of a laptop stays as it is: there Room is only tried out.

    Attributes:
        screen: Tells the screen that the window is on.
        inches: Tells what people said of one; that counts for more than what it says itself.
    """

    def __init__(self, window: QWidget) -> None:
        """Leave the window alone until it is in Room."""
        self._window = window
        self.screen: Callable[[], Screen] = lambda: screen_of(window.screen())
        self.inches: Inches = _unknown
        self._before: Qt.WindowState | None = None

    def follow(self, *, is_room: bool) -> None:
        """The window is in Room, or on Desk; told as often as anybody likes."""
        is_wanted = is_room and self._is_at_wall()
        if is_wanted and self._before is None:
            self._before = self._window.windowState()
            self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        elif not is_wanted and self._before is not None:
            before, self._before = self._before, None
            self._window.setWindowState(before)

    def _is_at_wall(self) -> bool:
        screen = self.screen()
        inches = self.inches(screen.key)
        return screen.is_wall if inches is None else screen.width_mm(inches) > WALL_WIDTH


def _unknown(_key: str) -> float | None:
    return None
