"""Run a workshop: its plan before it begins, and while it goes on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from typing_extensions import override

from motwall.i18n import translate
from motwall.model.edits.agenda import delete_agenda
from motwall.ui.full_card import FullCard
from motwall.ui.tab_order import order_tabs
from motwall.ui.workshop.draft_pane import LOOK_MS, DraftPane
from motwall.ui.workshop.guide import KEPT
from motwall.ui.workshop.run_pane import RunPane

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class PlanCard(FullCard):
    """Nothing is written before "Begin". What is changed until then stays while the page is open.

    Attributes:
        draft_pane: Before the workshop.
        run_pane: While it goes on, and when it is over.
        begin: Begins the workshop; its clock goes at once.
        end: Ends it; everything is kept.
        anew: After a workshop: plan another one in the same session.
        chime: Whether the end of a part is heard.
    """

    def __init__(self, page: "WallPage") -> None:
        """Be hidden; `prepare` looks at the workshop."""
        super().__init__(page, translate("Workshop", "Run a workshop"))
        self.setProperty(KEPT, True)
        self._page = page
        self._document = page.document
        self._run = page.document.workshop
        self._tabs: list[QWidget] = []
        self.draft_pane = DraftPane(page)
        self.run_pane = RunPane(page)
        self.chime = QCheckBox(translate("Workshop", "Chime when the time of a part is up"))
        self.begin = QPushButton(translate("Workshop", "Begin"))
        self.begin.setProperty("kind", "primary")
        self.end = QPushButton(translate("Workshop", "End the workshop"))
        self.anew = QPushButton(translate("Workshop", "Plan another workshop"))
        for pane in (self.draft_pane, self.run_pane):
            self.column.addWidget(pane, 1)
        for one in (self.chime, self.anew, self.end, self.begin):
            self.add_to_foot(one)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self.title.setProperty("role", "headline")
        self.says_more.setProperty("role", "context")
        self._connect()

    @override
    def first_field(self) -> QWidget:
        return self.back if self._run.is_begun else self.begin

    @override
    def prepare(self) -> None:
        self.chime.setChecked(self._page.chime.is_chiming)
        self.draft_pane.prepare()
        self._show_now()
        self._tabs = order_tabs(self, self._tabs)

    @override
    def flush(self) -> bool:
        self.draft_pane.take()
        self.run_pane.take()
        return True

    # --- following ---

    def _connect(self) -> None:
        run = self._run
        run.changed.connect(self._follow)
        run.ticked.connect(self._follow)
        self._timer.timeout.connect(self._follow)
        self._timer.start()
        self.draft_pane.adding.added.connect(self._show_begin)
        self.draft_pane.parts.removed.connect(self._show_begin)
        self.draft_pane.choice.chosen.connect(self._show_begin)
        self.begin.clicked.connect(self._begin)
        self.end.clicked.connect(run.end)
        self.anew.clicked.connect(self._plan_anew)
        self.chime.clicked.connect(self._on_chime)

    def _follow(self) -> None:
        if self.isVisible():
            self._show_now()

    def _show_now(self) -> None:
        run, is_writable = self._run, not self._document.is_read_only
        self.draft_pane.setVisible(not run.is_begun)
        self.run_pane.setVisible(run.is_begun)
        self.begin.setVisible(not run.is_begun)
        self.end.setVisible(run.current is not None)
        self.anew.setVisible(run.is_begun and run.current is None)
        for one in (self.end, self.anew):
            one.setEnabled(is_writable)
        self._show_begin()
        if run.is_begun:
            self.run_pane.show_now()
        self._show_words()

    def _show_begin(self) -> None:
        has_parts = bool(self.draft_pane.draft.parts)
        self.begin.setEnabled(has_parts and not self._document.is_read_only)

    def _show_words(self) -> None:
        if not self._run.is_begun:
            self.title.setText(self.accessibleName())
            words = translate(
                "Workshop", "Choose a plan, change what you like, and begin. Times only suggest."
            )
        else:
            self.title.setText(translate("Workshop", "The plan"))
            words = translate("Workshop", "Tap a part to go there. Nothing goes on by itself.")
        self.say(words)

    # --- what is done ---

    def _begin(self) -> None:
        self.flush()
        if self._run.begin(self.draft_pane.draft.steps):
            self._run.go()
            self.left.emit()
            if self._page.workshop is not None:
                self._page.workshop.bring()

    def _plan_anew(self) -> None:
        session_id = self._document.session_id
        if session_id is not None:
            self._document.push(delete_agenda(self._document.store, session_id))

    def _on_chime(self, is_checked: bool) -> None:
        self._page.chime.is_chiming = is_checked


def make(page: "WallPage") -> FullCard:
    """Make the card of a page."""
    return PlanCard(page)
