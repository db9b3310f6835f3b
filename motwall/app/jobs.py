"""One file being made beside the window: in a thread, on a snapshot, so that editing goes on."""

import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Signal

from motwall.app.beside import BESIDE
from motwall.model.errors import Cancelled, MotwallError

#: Told how much of how much is done; raises `Cancelled` once nobody wants the rest.
Progress = Callable[[int, int], None]
#: What a job does.
Work = Callable[[Progress], object]

#: How often it is said how far a job is, seconds.
_SAID_EVERY = 0.1


class Job(QObject):
    """Its signals are sent by the thread that does the work, and arrive in that of the window."""

    #: The file is there. Carries its path.
    done = Signal(Path)
    #: The environment said no, or nobody wanted it any more. Carries the MotwallError.
    failed = Signal(object)
    #: Carries how much of how much is done.
    progressed = Signal(int, int)
    #: The thread has ended, whatever the outcome.
    over = Signal()

    def __init__(self, path: Path, work: Work) -> None:
        """Prepare; `start` begins. No parent: it may outlive the window that wanted it."""
        super().__init__()
        self.path = path
        self.is_over = False
        self._work: Work | None = work
        self._is_cancelled = threading.Event()
        self._said_at = 0.0
        self._thread = threading.Thread(target=self._run, name="export")
        self.over.connect(self._on_over)

    def start(self) -> None:
        """Begin in a thread of its own."""
        BESIDE.begin(self, self._thread)

    def wait(self) -> None:
        """Wait for the end."""
        self._thread.join()

    def cancel(self) -> None:
        """Have it end as soon as it can; an old file stays as it was."""
        self._is_cancelled.set()

    def _on_over(self) -> None:
        self.is_over = True
        BESIDE.end(self._thread)

    def _tell(self, done: int, total: int) -> None:
        if self._is_cancelled.is_set():
            raise Cancelled
        now = monotonic()
        if now - self._said_at >= _SAID_EVERY:
            self._said_at = now
            self.progressed.emit(done, total)

    def _run(self) -> None:
        # Let go of when it is done: it holds a copy of the wall.
        work, self._work = self._work, None
        try:
            if work is not None:
                work(self._tell)
        except MotwallError as error:
            self.failed.emit(error)
        else:
            self.done.emit(self.path)
        finally:
            self.over.emit()
