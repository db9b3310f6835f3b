"""Making files beside the window: in a thread, on a snapshot, so that editing goes on."""

import gc
import threading
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from motwall.export.calendar_file import CalendarOptions, write_calendar
from motwall.export.json_file import write_json
from motwall.export.options import PdfOptions
from motwall.model.errors import MotwallError
from motwall.model.store import Store
from motwall.paint.wall_picture import picture_options, write_png
from motwall.ui.handouts import HandoutChoice


class Job(QObject):
    """One file being made. Its signals arrive in the thread that made the job."""

    #: How many are at work, and whether Python collected garbage before the first began.
    _at_work = 0
    _collects = False

    #: The file is there. Carries its path.
    done = Signal(Path)
    #: The environment said no. Carries the MotwallError.
    failed = Signal(object)

    def __init__(self, path: Path, work: Callable[[], object], parent: QObject) -> None:
        """Prepare; `start` begins."""
        super().__init__(parent)
        self._path = path
        self._work = work
        self._thread = threading.Thread(target=self._run, name="export")
        self.done.connect(self._let_collect)
        self.failed.connect(self._let_collect)

    def start(self) -> None:
        """Begin in a thread of its own."""
        # Python collects garbage in whichever thread is at work. Widgets in it would be destroyed
        # there, while this thread paints: that ends the process.
        if not Job._at_work:
            Job._collects = gc.isenabled()
            gc.disable()
        Job._at_work += 1
        self._thread.start()

    def wait(self) -> None:
        """Wait for the end."""
        self._thread.join()

    def _let_collect(self, _outcome: object) -> None:
        Job._at_work -= 1
        if not Job._at_work and Job._collects:
            gc.enable()

    def _run(self) -> None:
        try:
            self._work()
        except MotwallError as error:
            self.failed.emit(error)
        else:
            self.done.emit(self._path)


def pdf_work(store: Store, path: Path, choice: HandoutChoice, today: date) -> Callable[[], object]:
    """The work of writing a PDF; reportlab is imported when it runs."""
    snapshot = Store(store.everything())
    options = PdfOptions(
        made_on=today,
        pages=choice.pages,
        paper=choice.paper,
        rows=choice.rows,
        is_ink_saver=choice.is_ink_saver,
    )

    def work() -> None:
        from motwall.export.pdf import write_pdf  # noqa: PLC0415 -- reportlab takes its time

        write_pdf(snapshot, path, options, is_forced=True)

    return work


def png_work(store: Store, path: Path, *, shows_curve: bool = False) -> Callable[[], object]:
    """The work of drawing the wall as a picture, with the rating curve or without."""
    snapshot = Store(store.everything())

    def work() -> None:
        options = picture_options(snapshot, shows_curve=shows_curve)
        write_png(snapshot, path, options=options, is_forced=True)

    return work


def calendar_work(
    store: Store, path: Path, made_at: datetime, *, has_due_dates: bool
) -> Callable[[], object]:
    """The work of writing the calendar file."""
    snapshot = Store(store.everything())
    options = CalendarOptions(made_at=made_at, has_due_dates=has_due_dates)
    return lambda: write_calendar(snapshot, path, options, is_forced=True)


def json_work(store: Store, path: Path) -> Callable[[], object]:
    """The work of writing all data."""
    snapshot = Store(store.everything())
    return lambda: write_json(snapshot, path, is_forced=True)
