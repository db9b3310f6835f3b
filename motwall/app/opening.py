"""Opens a large wall a few milliseconds at a time, so that the window answers meanwhile."""

from collections.abc import Generator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from motwall.app.open_wall import OpenWall, Progress
from motwall.model.errors import MotwallError

#: How long the window may be kept busy at a time, seconds.
SLICE = 0.025
#: A file of fewer bytes is open before anybody could read how far it is.
LARGE = 1_500_000


class Opening(QObject):
    """One wall being opened; let go of before its end, it leaves no trace."""

    #: How far it is: a `Progress`.
    progressed = Signal(object)
    #: The `OpenWall`.
    opened = Signal(object)
    #: The `MotwallError` why it cannot be.
    refused = Signal(object)

    def __init__(self, steps: Generator[Progress, None, OpenWall], parent: QObject) -> None:
        """Begin when the event loop is back."""
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop, and be as if it had never begun."""
        self._timer.stop()
        self._steps.close()

    def _go_on(self) -> None:
        end = perf_counter() + SLICE
        try:
            progress = next(self._steps)
            while perf_counter() < end:
                progress = next(self._steps)
        except StopIteration as done:
            self._timer.stop()
            self.opened.emit(done.value)
        except MotwallError as error:
            self._timer.stop()
            self.refused.emit(error)
        else:
            self.progressed.emit(progress)
