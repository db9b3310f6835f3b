"""A touch panel for tests: real touch events through Qt, any number of fingers at once.

Every finger that is down is in every event, as from a real digitiser. (Qt's own `stationary()` is
of no use from Python: such a finger arrives as pressed again, or at 0,0; so a finger that stays is
moved to where it is.)
"""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QInputDevice, QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

STEPS = 8
_DEVICES: list[QPointingDevice] = []


def panel() -> QPointingDevice:
    """The touch panel of this process; Qt keeps no reference to it."""
    if not _DEVICES:
        _DEVICES.append(QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen))
    return _DEVICES[0]


class Digitiser:
    """Fingers on one window; points are in the window's coordinates."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.down: dict[int, QPoint] = {}
        self._sequence = QTest.touchEvent(window, panel(), False)

    def frame(
        self,
        press: Mapping[int, QPoint] | None = None,
        move: Mapping[int, QPoint] | None = None,
        release: Iterable[int] = (),
    ) -> None:
        """Send one event."""
        press, move, gone = press or {}, move or {}, set(release)
        for finger, at in self.down.items():
            if finger in gone:
                self._sequence.release(finger, at, self.window)
            else:
                self.down[finger] = move.get(finger, at)
                self._sequence.move(finger, self.down[finger], self.window)
        for finger, at in press.items():
            self.down[finger] = at
            self._sequence.press(finger, at, self.window)
        self._sequence.commit()
        for finger in gone:
            self.down.pop(finger, None)

    def press(self, finger: int, at: QPoint) -> None:
        self.frame(press={finger: at})

    def release(self, *fingers: int) -> None:
        self.frame(release=fingers)

    def tap(self, finger: int, at: QPoint) -> None:
        self.press(finger, at)
        self.release(finger)

    def glide(self, goals: Mapping[int, QPoint]) -> None:
        """Move fingers together to where they should be, in several events."""
        starts = {finger: QPoint(self.down[finger]) for finger in goals}
        for step in range(1, STEPS + 1):
            share = step / STEPS
            self.frame(move={one: at + (goals[one] - at) * share for one, at in starts.items()})

    def drag(self, finger: int, start: QPoint, goal: QPoint) -> None:
        """Press, move, release."""
        self.press(finger, start)
        self.glide({finger: goal})
        self.release(finger)

    def lift_all(self) -> None:
        if self.down:
            self.release(*self.down)


def cancel_touch(widget: QWidget) -> None:
    """Qt takes all fingers away from a widget, as it does when another window comes to the front.

    It is sent to the widget itself: what the platform sends goes to wherever Qt delivers touch.
    """
    QApplication.sendEvent(widget, QTouchEvent(QEvent.Type.TouchCancel, panel()))


def trackpad() -> QPointingDevice:
    """A laptop's trackpad: its pinches come as native gestures."""
    return QPointingDevice(
        "pad",
        77,
        QInputDevice.DeviceType.TouchPad,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position,
        5,
        3,
    )
