"""Windows for tests: one of a test's own, or one in Room that the tests of a file share.

To open a wall in Room takes longer than most tests that touch it there. So these find it as the
first of them did: what was done is undone, and where that does not lead back to all that was seen
at first, it is opened afresh.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getCppPointer

from motwall.app.application import make_shell
from motwall.app.places import Places
from motwall.app.shell import Shell
from motwall.model.clock import Clock, SystemClock
from motwall.model.layout import LayoutOptions
from motwall.model.phases import Phase
from motwall.model.records import Record
from motwall.paint.tokens import LIGHT, Tokens
from motwall.ui.theme import apply_theme
from tests.app.tapping import Taps, in_room, settle
from tests.leftover import Leftover


def places_in(folder: Path) -> Places:
    """Documents and settings in a folder of the test's own."""
    documents, kept = folder / "Documents", folder / "kept"
    documents.mkdir()
    kept.mkdir()
    return Places(documents, kept)


@contextmanager
def begun(app: QApplication, places: Places, clock: Clock) -> Iterator[Shell]:
    """The program, just started, in a window of 1366 x 768."""
    apply_theme(app, LIGHT)
    made = make_shell(LIGHT, places, clock)
    made.window.resize(1366, 768)
    made.window.show()
    assert QTest.qWaitForWindowExposed(made.window)
    yield made
    made.close_wall()
    made.window.close()
    made.window.deleteLater()
    # Windows that are only marked for deletion would be restyled in every later test.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


#: No tap is the second of a double tap after so many seconds.
_LONG = 100.0


class _Found(NamedTuple):
    """All that a test could find another way than the one before."""

    records: frozenset[Record]
    options: LayoutOptions
    phase: Phase
    selected: tuple[str, ...]
    is_locked: bool
    tokens: Tokens
    sheet: str
    put_up: object
    in_view: QRect
    seen: dict[int, QRect]


class LastingRoom:
    """The corner shop in Room, for one test after the other."""

    def __init__(self, app: QApplication, new_folder: Callable[[], Path]) -> None:
        """Open nothing yet."""
        self._app = app
        self._new_folder = new_folder
        self._open = ExitStack()
        self._taps: Taps | None = None
        self._steps = 0
        self._found: _Found | None = None

    @contextmanager
    def lent(self) -> Iterator[Taps]:
        """The wall as it was opened, long after whoever touched it last."""
        taps = self._taps or self._opened()
        taps.clock.seconds += _LONG
        try:
            yield taps
        finally:
            self._put_back(taps)
            if _found(self._app, taps) != self._found:
                self.close()

    def close(self) -> None:
        """Take the window away; there will be another if it is wanted."""
        if self._taps is not None:
            self._taps = None
            Leftover.staying -= 1
            self._open.close()

    def _opened(self) -> Taps:
        leftover = Leftover()
        self._open.callback(leftover.take_away)
        Leftover.staying += 1
        places = places_in(self._new_folder())
        shell = self._open.enter_context(begun(self._app, places, SystemClock()))
        self._taps = self._open.enter_context(contextmanager(in_room)(shell, "shop"))
        self._steps = self._taps.steps_of_undo()
        self._found = _found(self._app, self._taps)
        return self._taps

    def _put_back(self, taps: Taps) -> None:
        taps.hands.lift_all()
        page = taps.page
        if page is not taps.shell.window.page:
            return
        page.on_wall.close()
        page.cards.close()
        page.hide_floating()
        page.message_bar.clear()
        page.flush()
        while (steps := taps.steps_of_undo()) > self._steps:
            page.document.undo()
            assert taps.steps_of_undo() < steps
        page.document.wall_lock.set_locked(is_locked=False)
        page.selection.set([])
        if not page.panel.isHidden():
            page.toggle_panel()
        if self._found is not None and page.phase is not self._found.phase:
            page.set_phase(self._found.phase)
        page.toast.hide()
        page.view.fit()
        settle()


def _found(app: QApplication, taps: Taps) -> _Found | None:
    page = taps.page
    if page is not taps.shell.window.page:
        return None
    seen = (one for one in taps.shell.window.findChildren(QWidget) if one.isVisible())
    return _Found(
        records=frozenset(page.document.store.everything()),
        options=page.scene.options,
        phase=page.phase,
        selected=tuple(page.selection.ids),
        is_locked=page.document.wall_lock.is_locked,
        tokens=page.scene.tokens,
        sheet=app.styleSheet(),
        put_up=page.room_mode.room,
        in_view=page.view.mapToScene(page.view.viewport().rect()).boundingRect().toAlignedRect(),
        seen={getCppPointer(one)[0]: one.geometry() for one in seen},
    )
