"""Work that nobody waits for, done a few milliseconds at a time."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

#: How long the window may be kept busy at a time, seconds.
SLICE = 0.012


class Slices(QObject):
    """Goes through the steps of one piece of work whenever the event loop has nothing else."""

    def __init__(self, parent: QObject) -> None:
        """Have nothing to do."""
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_active(self) -> bool:
        """There is something left to do."""
        return self._timer.isActive()

    def start(self, steps: Iterator[object]) -> None:
        """Begin; what was begun before is given up. Steps should take a millisecond or two."""
        self._steps = steps
        self._timer.start()

    def stop(self) -> None:
        """Give up what was begun."""
        self._timer.stop()
        self._steps = iter(())

    def _go_on(self) -> None:
        steps, end = self._steps, perf_counter() + SLICE
        try:
            for _ in steps:
                if perf_counter() >= end:
                    return
        except BaseException:
            self._end(steps)
            raise
        self._end(steps)

    def _end(self, steps: Iterator[object]) -> None:
        # The last step may have begun something new.
        if self._steps is steps:
            self.stop()
