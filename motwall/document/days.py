"""The one place that tells when another day begins: what is overdue changes without any edit."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from motwall.model.clock import Clock

#: A laptop that sleeps stops the timers, and people set clocks: looked at no later than this, s.
_LONGEST = 3600
_MS = 1000


class Days(QObject):
    """Waits for midnight, again and again; nothing happens in between."""

    #: It is another day.
    changed = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        """Begin with today."""
        super().__init__(parent)
        self._clock = clock
        self._day = clock.today()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._wait()

    @property
    def wait(self) -> int:
        """How long until the next look, s."""
        return round(self._timer.interval() / _MS)

    def look(self) -> None:
        """Say so if it is another day than at the last look."""
        before, self._day = self._day, self._clock.today()
        self._wait()
        if self._day != before:
            self.changed.emit()

    def _wait(self) -> None:
        left = _until_midnight(self._clock.now().astimezone(), self._day)
        self._timer.start(_MS * min(left, _LONGEST))


def _until_midnight(now: datetime, today: date) -> int:
    """Until the day after today begins here, s; never before it has begun."""
    midnight = datetime.combine(today + timedelta(days=1), time()).astimezone()
    return max(1, int((midnight - now).total_seconds()) + 1)
