"""What is remembered of screens from one day to the next; the program keeps it in its settings."""

from typing import Protocol

from PySide6.QtGui import QScreen

from motwall.model.screen import Screen


class ScreenMemory(Protocol):
    """Keeps what people said of their screens, each known by its key."""

    def inches(self, key: str) -> float | None:
        """The diagonal they said it has; None if nobody was asked yet."""

    def set_inches(self, key: str, inches: float) -> None:
        """They said how long its diagonal is."""

    def is_room(self, key: str) -> bool | None:
        """Whether they want Room on it; None if they never said."""

    def set_room(self, key: str, *, is_room: bool) -> None:
        """They want Room on it, or Desk."""


class Forgetful:
    """Remembers until the program ends."""

    def __init__(self) -> None:
        """Know no screen."""
        self._inches: dict[str, float] = {}
        self._rooms: dict[str, bool] = {}

    def inches(self, key: str) -> float | None:
        """See `ScreenMemory`."""
        return self._inches.get(key)

    def set_inches(self, key: str, inches: float) -> None:
        """See `ScreenMemory`."""
        self._inches[key] = inches

    def is_room(self, key: str) -> bool | None:
        """See `ScreenMemory`."""
        return self._rooms.get(key)

    def set_room(self, key: str, *, is_room: bool) -> None:
        """See `ScreenMemory`."""
        self._rooms[key] = is_room


def screen_of(screen: QScreen) -> Screen:
    """A screen as the system tells of it."""
    size, says, ratio = screen.size(), screen.physicalSize(), screen.devicePixelRatio()
    known_as = screen.serialNumber() or screen.name()
    return Screen(
        key=f"{known_as} {size.width()}x{size.height()}",
        width=size.width() * ratio,
        height=size.height() * ratio,
        ratio=ratio,
        says=(says.width(), says.height()),
    )
