"""Opens a large wall a few milliseconds at a time, so that the window answers meanwhile."""

from collections.abc import Callable, Generator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from motwall.app.collector import LargeWall
from motwall.app.open_wall import OpenWall, Progress
from motwall.i18n import translate
from motwall.model.errors import MotwallError
from motwall.model.records import Moment
from motwall.paint.tokens import Tokens
from motwall.ui.message_bar import MessageBar
from motwall.ui.wall_page import WallPage

#: How long the window may be kept busy at a time, seconds.
SLICE = 0.025
#: How far it is is told so often, seconds: to lay out a sentence takes a while, too.
_TELL_EVERY = 0.1
#: A file of fewer bytes is open before anybody could read how far it is.
LARGE = 1_500_000
#: As many records of a new wall take as long to be written.
MANY = 1000


#: A large wall, and its page.
Opened = tuple[OpenWall, WallPage]


def with_page(
    steps: Generator[Progress, None, OpenWall], tokens: Tokens
) -> Generator[Progress, None, Opened]:
    """Open or make a wall, and then its page, a little at a time; see `open_wall`."""
    wall = yield from steps
    try:
        page = WallPage(wall.document, tokens)
        count = wall.document.store.count(Moment)
        yield Progress(count, count)  # to make a page and to lay it out take a while each
    except BaseException:
        wall.close()
        raise
    return wall, page


class Opening(QObject):
    """One wall being opened; let go of before its end, it leaves no trace."""

    #: How far it is: a `Progress`.
    progressed = Signal(object)
    #: What was `Opened`.
    opened = Signal(object)
    #: The `MotwallError` why it cannot be.
    refused = Signal(object)

    def __init__(self, steps: Generator[Progress, None, Opened], parent: QObject) -> None:
        """Begin when the event loop is back."""
        super().__init__(parent)
        self._steps = steps
        self._tell_at = 0.0
        self._large = LargeWall()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop, and be as if it had never begun."""
        self._timer.stop()
        self._steps.close()
        self._large.go()

    def _go_on(self) -> None:
        end = perf_counter() + SLICE
        try:
            progress = next(self._steps)
            while perf_counter() < end:
                progress = next(self._steps)
        except StopIteration as done:
            self._timer.stop()
            _, page = done.value
            page.view.painted.connect(self._large.stay)
            # Not while Qt takes it apart.
            page.destroyed.connect(lambda: QTimer.singleShot(0, self._large.go))
            self.opened.emit(done.value)
        except MotwallError as error:
            self._timer.stop()
            self._large.go()
            self.refused.emit(error)
        except BaseException:
            self.cancel()
            raise
        else:
            if end >= self._tell_at:
                self._tell_at = end + _TELL_EVERY
                self.progressed.emit(progress)


class Openings(QObject):
    """What is being opened or made just now, if anything, and what is said of it."""

    #: It is there: a large wall, and its page (`Opened`).
    opened = Signal(object)
    #: The `MotwallError` why it cannot be.
    refused = Signal(object)

    def __init__(self, bar: Callable[[], MessageBar], parent: QObject) -> None:
        """Have nothing to do; `bar` is where things are said now."""
        super().__init__(parent)
        self._bar = bar
        self._current: Opening | None = None

    def begin(self, steps: Generator[Progress, None, Opened], begun: str) -> None:
        """Take the steps a few milliseconds at a time; say `begun`, and then how far it is."""
        self.cancel()
        words = translate("App", "{begun}: {done} of {total} entries")

        def say(progress: Progress) -> None:
            told = words.format(begun=begun, done=progress.done, total=progress.total)
            self._bar().reword(told)

        self._current = Opening(steps, self)
        self._current.progressed.connect(say)
        self._current.opened.connect(self._end)
        self._current.refused.connect(self._refuse)
        self._bar().say(begun, [(translate("App", "Cancel"), self.cancel)])

    def cancel(self) -> None:
        """Give it up, without a trace."""
        if self._current is not None:
            self._current.cancel()
            self._current = None
            self._bar().clear()

    def _end(self, opened: Opened) -> None:
        self._current = None
        self._bar().clear()
        self.opened.emit(opened)

    def _refuse(self, error: MotwallError) -> None:
        self._current = None
        self.refused.emit(error)
