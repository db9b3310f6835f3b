"""Times frames: from an event until what it changed is painted. Knows nothing of motwall."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.plan import Series

#: Of frames; `time.thread_time` beside other work, where it says more than the clock on the wall.
clock: Callable[[], float] = time.perf_counter
#: Nothing is painted by then: the step changed nothing that is in view.
NOTHING_S = 0.2
#: What takes longer is an error.
LONGEST_S = 120.0
#: At the start of a phase so many frames do not count.
WARM = 5
#: A phase is cut short after so many seconds, but not before so many frames.
PHASE_S = 6.0
LEAST_FRAMES = 12
#: How often a loading window is asked for an answer, ms.
TICK_MS = 5
#: A program may still be busy with a wall that is painted: work put off until then has begun
#: after so long, s.
SETTLE_S = 0.9

Step = Callable[[], object]


def _always() -> bool:
    return True


@dataclass
class Paints:
    """What a class of widgets painted since `clear`; times as of `clock`, 0.0 is never."""

    count: int = 0
    first_at: float = 0.0
    latest_at: float = 0.0
    #: Asked before each painting: False leaves it out.
    is_allowed: Callable[[], bool] = _always

    def clear(self) -> None:
        """Forget it."""
        self.count = 0
        self.first_at = self.latest_at = 0.0


def watch_paints(widget_class: type[QWidget]) -> Paints:
    """Note every painting of a class; call it before the first widget of that class is made."""
    paints = Paints()
    original = widget_class.paintEvent

    def timed(widget: QWidget, event: QPaintEvent) -> None:
        if paints.is_allowed():
            original(widget, event)
            paints.latest_at = clock()
            paints.first_at = paints.first_at or paints.latest_at
            paints.count += 1

    widget_class.paintEvent = timed
    return paints


class Frames:
    """Times one frame after the other in a running application."""

    def __init__(
        self, app: QApplication, paints: Paints, is_complete: Callable[[], bool] = _always
    ) -> None:
        """Watch a view's paintings; `is_complete`: nothing it shows stands in for a sharper one."""
        self._app = app
        self._paints = paints
        self._is_complete = is_complete
        # Wakes up who waits for events.
        self._alarm = QTimer()
        self._alarm.setInterval(TICK_MS)

    def frame(self, step: Step, series: Series, *, is_flowing: bool = False) -> None:
        """Take a step, wait until it is painted, and add the frame to a series.

        Args:
            step: Sends an event.
            series: Gets the times.
            is_flowing: Do not wait for what is painted sharp only later: the next step follows at
                once, as while a wheel is being turned.
        """
        paints = self._paints
        paints.clear()
        self._alarm.start()
        begin, start = time.perf_counter(), clock()
        step()
        self._app.processEvents()
        while True:
            waited, now = time.perf_counter() - begin, clock()
            count = paints.count
            if count and (is_flowing or self._is_complete()):
                # A tile that came last may still have to be shown.
                self._app.processEvents()
                if is_flowing or paints.count == count:
                    break
            elif waited > (LONGEST_S if count else NOTHING_S):
                break
            else:
                self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._alarm.stop()
        if waited > LONGEST_S:
            raise TimeoutError("a frame was never finished")
        if not count:
            series.idle += 1
            return
        series.first.append((paints.first_at - start) * 1000)
        series.whole.append((now - start) * 1000)

    def phase(self, steps: Iterable[Step], *, warm: int = WARM, is_flowing: bool = False) -> Series:
        """Time some steps, in `PHASE_S` at most; those that warm up are not in the series."""
        series = Series()
        end = time.perf_counter() + PHASE_S
        for number, step in enumerate(steps):
            if number == warm:
                series = Series()
            if len(series.whole) >= LEAST_FRAMES and time.perf_counter() > end:
                break
            self.frame(step, series, is_flowing=is_flowing)
        return series

    def rest(self, seconds: float = 0.2) -> None:
        """Let the program come to rest."""
        end = time.perf_counter() + seconds
        self._alarm.start()
        while not self._is_complete() or time.perf_counter() < end:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > end + LONGEST_S:
                raise TimeoutError("the wall was never complete")
        self._alarm.stop()


@dataclass
class Opening:
    """How long a wall took to open, ms.

    Attributes:
        first: Until something was painted.
        whole: Until all of it was.
        silence: The longest the window did not answer meanwhile.
        silence_after: The same in the first moments after that.
    """

    first: float
    whole: float
    silence: float
    silence_after: float


class _Watch:
    """Asks every few ms whether a wall is all there, and notices how long nobody could ask."""

    def __init__(self, paints: Paints, is_ready: Callable[[], bool], settle: float) -> None:
        self._settle = settle
        self.painted_at = self._done = 0.0
        self.silence = self.silence_after = 0.0
        self.loop = QEventLoop()
        self._paints = paints
        self._is_ready = is_ready
        self._seen = 0
        self.start = clock()
        self._begin = self._asked = time.perf_counter()

    def ask(self) -> None:
        now = time.perf_counter()
        gap, self._asked = (now - self._asked) * 1000, now
        if self._done:
            self.silence_after = max(self.silence_after, gap)
            if now - self._done > self._settle:
                self.loop.quit()
            return
        self.silence = max(self.silence, gap)
        count = self._paints.count
        if count and self._is_ready():
            # All is there; was it painted, too? Yes if no more painting follows.
            if count == self._seen:
                self.painted_at, self._done = self._paints.latest_at, now
            self._seen = count
        if now - self._begin > LONGEST_S:
            self.loop.quit()


def watch_opening(
    begin: Step, is_ready: Callable[[], bool], paints: Paints, settle: float = SETTLE_S
) -> Opening:
    """Time the opening of a wall in a running event loop.

    Args:
        begin: Asks for the wall.
        is_ready: All of it is there, and nothing in view stands in for something sharper.
        paints: Of the view.
        settle: How long to watch it after that, s.
    """
    paints.clear()
    watch = _Watch(paints, is_ready, settle)
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer)
    timer.setInterval(TICK_MS)
    timer.timeout.connect(watch.ask)
    timer.start()

    def go() -> None:
        watch.start = clock()
        begin()

    QTimer.singleShot(50, go)
    watch.loop.exec()
    timer.stop()
    if not watch.painted_at:
        words = f"painted {paints.count} times, ready: {is_ready()}"
        raise TimeoutError(f"the wall was never all there: {words}")
    return Opening(
        (paints.first_at - watch.start) * 1000,
        (watch.painted_at - watch.start) * 1000,
        watch.silence,
        watch.silence_after,
    )


def resident_mb() -> float:
    """The memory this process has in use, MB (RSS); 0.0 where it cannot be asked for."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    lines = status.read_text(encoding="ascii").splitlines()
    return next(int(one.split()[1]) / 1024 for one in lines if one.startswith("VmRSS"))
