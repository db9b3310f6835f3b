"""The card of sessions: meetings, then and now, what happened, the wall as it was."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget
from typing_extensions import override

from motwall.i18n import translate
from motwall.model.comparing import Comparison
from motwall.model.dates import date_words
from motwall.model.patch import Patch
from motwall.model.records import Session
from motwall.model.sessions import session_day
from motwall.ui.choices import word_button
from motwall.ui.full_card import FullCard
from motwall.ui.sessions.as_of import AsOfPage
from motwall.ui.sessions.happened import HappenedPage
from motwall.ui.sessions.meetings import Meetings
from motwall.ui.sessions.on_wall import ThenNowOnWall
from motwall.ui.sessions.then_now import ThenNowPage
from motwall.ui.sessions.words import session_name
from motwall.ui.tab_order import order_tabs

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class SessionsCard(FullCard):
    """Four pages, one at a time; the last has no button of its own."""

    def __init__(self, page: "WallPage") -> None:
        """Show nothing until it is opened."""
        super().__init__(page, translate("Sessions", "Sessions"))
        self._page = page
        self._document = document = page.document
        self.meetings = Meetings(document)
        self.then_now = ThenNowPage(document)
        self.happened = HappenedPage(document)
        self.as_of = AsOfPage(document, page.large_pushes.push)
        self.on_wall = ThenNowOnWall(page)
        self._came_from: QWidget = self.meetings
        self._stack = QStackedWidget()
        self.tabs: dict[QWidget, QPushButton] = {}
        self._controls: list[QWidget] = []
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        names: dict[QWidget, str] = {
            self.meetings: translate("Sessions", "Sessions"),
            self.then_now: translate("Sessions", "Then and now"),
            self.happened: translate("Sessions", "What happened"),
        }
        for shown, name in names.items():
            button = word_button(name, "chip")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, one=shown: self.turn_to(one))
            row.addWidget(button)
            self.tabs[shown] = button
            self._stack.addWidget(shown)
        row.addStretch(1)
        self._stack.addWidget(self.as_of)
        self.column.addLayout(row)
        self.column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        meeting = self.meetings.meeting
        meeting.calendar_wanted.connect(self._page.calendar_wanted)
        meeting.as_of_wanted.connect(self._show_session)
        meeting.compare_wanted.connect(self._compare)
        meeting.ending.ended.connect(self._say_ended)
        self.then_now.on_wall_wanted.connect(self._show_on_wall)
        self.happened.as_of_wanted.connect(self._show_entry)
        self.as_of.left.connect(lambda: self.turn_to(self._came_from))
        self.as_of.restored.connect(self._say_restored)
        self._document.changed.connect(self._on_changed)

    # --- what `FullCards` asks ---

    @override
    def first_field(self) -> QWidget:
        """The way in: begin a session while none is open."""
        begin = self.meetings.begin
        if self._shown() is self.meetings and not begin.isHidden() and begin.isEnabled():
            return begin
        return self.tabs.get(self._shown(), self.back)

    @override
    def prepare(self) -> None:
        """Follow what happened while it was hidden."""
        if self._shown() is self.as_of:
            self.as_of.stop()
            self.turn_to(self._came_from)
        else:
            self._refresh()

    @override
    def show_day(self) -> None:
        """Actions may be overdue now, and readings due."""
        if self._shown() is not self.as_of:
            self._refresh()

    @override
    def flush(self) -> bool:
        """Commit everything typed in it."""
        return self.meetings.meeting.flush()

    # --- turning its pages ---

    def turn_to(self, shown: QWidget) -> None:
        """Show one of the pages."""
        self.flush()
        if shown is not self.as_of:
            self.as_of.stop()
        self._stack.setCurrentWidget(shown)
        self._refresh()

    def _shown(self) -> QWidget:
        return self._stack.currentWidget() or self.meetings

    def _refresh(self) -> None:
        shown = self._shown()
        for page, button in self.tabs.items():
            button.setChecked(page is shown)
        if isinstance(shown, Meetings | ThenNowPage | HappenedPage):
            shown.refresh()
        self._order_controls()

    def _order_controls(self) -> None:
        """Have Tab go as things stand: through the page that is shown, then to the foot."""
        self._controls = order_tabs(self, self._controls)

    def _on_changed(self, patch: Patch) -> None:
        shown = self._shown()
        if self.isVisible() and isinstance(shown, Meetings | ThenNowPage | HappenedPage):
            shown.follow(patch)
            self._order_controls()

    def _compare(self, session_id: str) -> None:
        self.then_now.choose(session_id)
        self.turn_to(self.then_now)

    def _show_on_wall(self, seen: Comparison) -> None:
        self.on_wall.show_comparison(seen)
        self.left.emit()

    def _show_session(self, session_id: str) -> None:
        store, past = self._document.store, self._document.past
        session = store.get(Session, session_id)
        entry_id = past.end_of(session)
        if entry_id is None:
            words = translate("Sessions", "What the wall was like then is not kept in this file.")
            self._page.toast.say(words)
            return
        words = translate("Sessions", "{day}, at the close of {session}")
        day = date_words(session_day(session), self._document.clock.today())
        name = session_name(store, session)
        when = words.format(day=day, session=name[:1].lower() + name[1:])
        self._show_entry(entry_id, when, session_day(session))

    def _show_entry(self, entry_id: str, when: str, day: date) -> None:
        self._came_from = self._shown()
        self.turn_to(self.as_of)
        self.as_of.show_entry(entry_id, when, day)
        self.as_of.back.setFocus()

    def _say_restored(self) -> None:
        self.turn_to(self._came_from)
        self.left.emit()
        undo = (translate("Sessions", "Undo"), self._page.undo)
        self._page.toast.offer(translate("Sessions", "The wall is as it was then."), undo)

    def _say_ended(self) -> None:
        self.meetings.refresh()
        meeting = self.meetings.meeting
        session = meeting.session
        if session is not None and session.next_on is not None:
            words = translate(
                "Sessions", "The session is closed. Put the next one into a calendar?"
            )
            choice = (translate("Sessions", "Calendar file…"), self._want_calendar)
            self._page.toast.say(words, choice)

    def _want_calendar(self) -> None:
        self._page.calendar_wanted.emit(self.meetings.meeting.ending.due.isChecked())


def make(page: "WallPage") -> SessionsCard:
    """The card of a page."""
    return SessionsCard(page)
