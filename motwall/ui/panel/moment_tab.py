"""The tab "This moment": follows the selection, and says what to do while there is none."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.guard import guarded
from motwall.model.patch import Patch
from motwall.model.phases import Phase
from motwall.model.records import ContactType, Idea, Moment, Picture, PlannedAction, Stage, Step
from motwall.ui.panel.empty_page import EmptyPage
from motwall.ui.slices import Slices

if TYPE_CHECKING:
    from motwall.ui.panel.actions import ActionsBody
    from motwall.ui.panel.ideas import IdeasBody
    from motwall.ui.panel.moment_page import MomentPage

#: What head and previews speak of; a change of one moment may renumber another.
_SHOWN = (Moment, Step, Stage, ContactType, Idea, PlannedAction, Picture)
#: After the wall is painted, milliseconds.
_IDLE = 300

#: The moment that stands so many places after (or before) another in the form.
FindNeighbour = Callable[[str, int], str | None]


class MomentTab(QStackedWidget):
    """The page of the selected moments, or the empty page.

    The page is made when it is first needed, or soon after the wall has been painted: it is large,
    and the wall should be seen before.

    Attributes:
        is_picked_by_others: Whether it is a finger on the wall that selects just now. Who is
            writing in the tab then goes on writing about the same moment until they leave the
            field.
        covers_ultimate: Whether the room looks at this, and is not to see the ultimate yet.
    """

    #: A card about the selected moment was asked for: carries its name.
    card_wanted = Signal(str)

    def __init__(
        self, document: Document, selection: Selection, find_neighbour: FindNeighbour
    ) -> None:
        """Follow the selection."""
        super().__init__()
        self._document = document
        self._selection = selection
        self._find_neighbour = find_neighbour
        self._phase = Phase.POST_ITS
        self._page: MomentPage | None = None
        #: What is made of it while nobody needs it yet, and the making of the rest.
        self._begun: MomentPage | None = None
        self._building: Iterator[None] | None = None
        self.is_picked_by_others: Callable[[], bool] = lambda: False
        self.covers_ultimate: Callable[[], bool] = lambda: False
        self._is_behind = False
        self._is_wall_painted = False
        self.empty = EmptyPage(document)
        self.addWidget(self.empty)
        self.empty.picked.connect(self._go_to)
        # Where a moment stands is found out anew once, however many patches come in one go.
        self._soon = self._timer(0, self._show_now)
        self._preparing = Slices(self)
        self._idle = self._timer(_IDLE, lambda: self._preparing.start(self._prepare()))
        selection.changed.connect(self._on_selected)
        document.changed.connect(self._on_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def page(self) -> "MomentPage":
        """The page of the selected moments."""
        if self._page is None:
            # A third of the panel's code: the wall is seen before it is imported.
            from motwall.ui.panel.moment_page import MomentPage  # noqa: PLC0415

            self._idle.stop()
            self._preparing.stop()
            page, self._begun = self._begun, None
            self._page = page or MomentPage(self._document, self._phase, is_whole=False)
            for _ in self._building or self._page.build():
                pass
            self._building = None
            self._page.more.covers_ultimate = self._covers_ultimate
            self._page.moved.connect(self._go)
            self._page.card_wanted.connect(self.card_wanted)
            self.addWidget(self._page)
        return self._page

    def _covers_ultimate(self) -> bool:
        return self.covers_ultimate()

    @property
    def ideas(self) -> "IdeasBody":
        """The possibilities."""
        return self.page.ideas

    @property
    def planned(self) -> "ActionsBody":
        """The planned actions."""
        return self.page.planned

    def set_phase(self, phase: Phase) -> None:
        """Open what belongs to the phase and bring it to the top."""
        self._phase = phase
        if self._page is not None:
            self._page.set_phase(phase)
        elif self._begun is not None:
            self._begun.phase = phase

    def flush(self) -> bool:
        """Commit what is typed anywhere in the tab."""
        return self._page is None or self._page.flush()

    def fold_details(self) -> bool:
        """Hide what was opened in the cards of actions; whether there was anything."""
        return self._page is not None and self._page.planned.fold_details()

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the selection."""
        super().showEvent(event)
        self._on_selected()
        self._prepare_soon()

    def on_wall_painted(self) -> None:
        """Get the page ready from now on, while nobody waits for it."""
        self._is_wall_painted = True
        self._prepare_soon()

    def _prepare_soon(self) -> None:
        if self._page is None and self._is_wall_painted and self.isVisible():
            self._idle.start()

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def _prepare(self) -> Iterator[None]:
        module = import_module("motwall.ui.panel.moment_page")
        yield
        self._begun = module.MomentPage(self._document, self._phase, is_whole=False)
        # A widget without a parent dies whenever and in whichever thread Python finds it.
        self._begun.setParent(self)
        self._building = self._begun.build()
        # Not `yield from`: if these steps are given up, `page` goes on with that one.
        for _ in self._building:
            yield
        page = self.page
        yield
        page.ensurePolished()

    def _on_selected(self) -> None:
        if not self.isVisible():
            return  # behind the form or folded away; being shown brings it here again
        self._is_behind = self.is_picked_by_others() and self._is_written_in()
        if self._is_behind:
            return
        store = self._document.store
        ids = tuple(one for one in self._selection.ids if store.find(Moment, one))
        if ids or self._page is not None:
            self.page.show_moments(ids)
        self.setCurrentWidget(self.page if ids else self.empty)
        self._show_now()

    def _is_written_in(self) -> bool:
        focus = self.window().focusWidget()
        return isinstance(focus, QLineEdit | QPlainTextEdit) and self.isAncestorOf(focus)

    def _on_focus(self) -> None:
        if self._is_behind and not self._is_written_in():
            self._on_selected()

    def _show_now(self) -> None:
        if not self.isVisible():
            return
        if self._page is not None:
            self._page.show_now()
        if self.currentWidget() is self.empty:
            self.empty.show_now()

    def _on_changed(self, patch: Patch) -> None:
        if any(patch.touches(one) for one in _SHOWN):
            self._soon.start()

    def _go_to(self, moment_id: str) -> None:
        self._selection.set([moment_id])

    def _go(self, distance: int) -> None:
        current = self._selection.current_id
        goal = None if current is None else self._find_neighbour(current, distance)
        if goal is not None:
            self._selection.set([goal])
