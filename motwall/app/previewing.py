"""The real pages of a handout, made and drawn beside the window whenever the wall changes."""

import threading
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from motwall.app.beside import BESIDE
from motwall.app.pdf_pages import PageSize, PdfPages
from motwall.export.handout_warnings import handout_warnings
from motwall.export.options import PdfOptions
from motwall.model.errors import Cancelled
from motwall.model.records import Record
from motwall.model.store import Store


class Made(NamedTuple):
    """A handout that can be looked at.

    Attributes:
        number: Counts the handouts that were asked for.
        sizes: Of its pages.
        warnings: What should be said of it, in sentences.
    """

    number: int
    sizes: tuple[PageSize, ...]
    warnings: tuple[str, ...]


class Drawn(NamedTuple):
    """A page of it, from 0, as a picture."""

    number: int
    page: int
    image: QImage


class _Order(NamedTuple):
    number: int
    records: tuple[Record, ...]
    options: PdfOptions


class Previewing(QObject):
    """One thread at a time, alive only while there is something to do.

    What is asked for comes before what was asked for earlier: a handout nobody waits for any more
    is given up at its next page, a page that is not in view any more is not drawn.
    """

    #: Carries a `Made`.
    made = Signal(object)
    #: Carries a `Drawn`.
    drawn = Signal(object)
    #: No pages came, through a mistake of ours.
    broke = Signal()
    #: A thread has ended: all is done, or given up. Carries the thread.
    rested = Signal(object)

    def __init__(self) -> None:
        """Have nothing to do. No parent: a thread may go on a little when the window is gone."""
        super().__init__()
        # Taken again by the thread that has it: widgets that are taken apart meanwhile call `rest`.
        self._lock = threading.RLock()
        self._thread: threading.Thread | None = None
        self._order: _Order | None = None
        self._wanted: list[tuple[int, int]] = []
        self._number = 0
        self._is_closing = False
        # Of the thread alone, while there is one.
        self._pages: PdfPages | None = None
        self._shown = 0
        self.rested.connect(self._on_rested)

    def make(self, records: Sequence[Record], options: PdfOptions) -> int:
        """Make a handout, and give up the one before; returns its number."""
        with self._lock:
            self._number += 1
            self._is_closing = False
            self._order = _Order(self._number, tuple(records), options)
            self._wanted = []
            self._start()
            return self._number

    def draw(self, pages: Sequence[tuple[int, int]]) -> None:
        """Draw these pages of the last handout, each by its number and its width in pixels."""
        with self._lock:
            self._wanted = list(pages)
            if self._wanted:
                self._start()

    def cancel(self) -> None:
        """Give up what is being made; the handout made last can still be looked at."""
        with self._lock:
            self._number += 1
            self._order = None

    def rest(self) -> None:
        """Give up everything."""
        with self._lock:
            self._number += 1
            self._order = None
            self._wanted = []

    def close(self) -> None:
        """Give up everything, and let go of the handout made last."""
        self.rest()
        with self._lock:
            self._is_closing = True
            self._start()

    def wait(self) -> None:
        """Wait until there is nothing to do."""
        thread = self._thread
        if thread is not None:
            thread.join()

    # --- inside ---

    def _on_rested(self, thread: threading.Thread) -> None:
        # In the thread of the window, as this object lives there.
        BESIDE.end(thread)

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="preview")
            BESIDE.begin(self, self._thread)

    def _run(self) -> None:
        is_sound = False
        try:
            while True:
                with self._lock:
                    order, self._order = self._order, None
                    page = self._wanted.pop(0) if self._wanted and order is None else None
                    if order is None and page is None:
                        self._thread = None
                        if self._is_closing:
                            self._is_closing = False
                            self._drop()
                        is_sound = True
                        return
                if order is not None:
                    self._make(order)
                elif page is not None:
                    self._draw(*page)
        finally:
            # After a mistake of ours, too: the next handout gets a new thread.
            with self._lock:
                if self._thread is threading.current_thread():
                    self._thread = None
                    self._drop()
            if not is_sound:
                self.broke.emit()
            self.rested.emit(threading.current_thread())

    def _make(self, order: _Order) -> None:
        # reportlab takes its time; nobody waits for it before handouts are looked at.
        from motwall.export.pdf import pdf_bytes  # noqa: PLC0415 -- as said

        def go_on(_done: int, _total: int) -> None:
            if order.number != self._number:
                raise Cancelled

        store = Store(order.records)
        try:
            go_on(0, 0)
            data, count = pdf_bytes(store, order.options, go_on)
            warnings = tuple(handout_warnings(store, order.options))
            go_on(count, count)
        except Cancelled:
            return
        self._drop()
        self._pages = PdfPages(data) if count else None
        self._shown = order.number
        sizes = self._pages.sizes if self._pages is not None else ()
        self.made.emit(Made(order.number, sizes, warnings))

    def _drop(self) -> None:
        if self._pages is not None:
            self._pages.close()
            self._pages = None

    def _draw(self, page: int, width: int) -> None:
        pages = self._pages
        if pages is not None and page < len(pages.sizes):
            self.drawn.emit(Drawn(self._shown, page, pages.image(page, width)))
