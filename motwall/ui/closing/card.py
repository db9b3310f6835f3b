"""Close the session: what was agreed, who does what by when, the next date; in two minutes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.action_list import agreed_actions
from motwall.model.edits.sessions import open_session
from motwall.model.ending import Lack, Lacking, lacking, open_ends
from motwall.model.patch import Patch
from motwall.model.presenting import ending_session
from motwall.model.records import Moment, PlannedAction, Session
from motwall.ui.assess.part import Column
from motwall.ui.closing.agreed_action import AgreedAction
from motwall.ui.closing.open_action import OpenAction
from motwall.ui.closing.words import lacking_words
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.full_card import FullCard
from motwall.ui.sessions.ending import Ending
from motwall.ui.sessions.group import Group
from motwall.ui.sessions.words import begin_words, point_words, session_title
from motwall.ui.small import label, labelled
from motwall.ui.tab_order import order_tabs
from motwall.ui.theme import BODY

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: From this width on there are two columns, px at a text of the usual size.
_WIDE = 820
#: Where there is one column, the actions scroll in a place as high as this, px like the above.
_LIST_HEIGHT = 280
#: Words cost little; more than these nobody reads aloud.
_READ_AT_ONCE = 60


class ClosingCard(FullCard):
    """The end of the session that goes on, or that ended today; says so where there is none."""

    def __init__(self, page: "WallPage") -> None:
        """Be hidden; `prepare` looks for the session."""
        super().__init__(page, translate("Closing", "Close the session"))
        self._page = page
        self._document = document = page.document
        self._session_id = ""
        self._listed: list[str] = []
        self._tabs: list[QWidget] = []
        self._is_day_doubted = False
        agreed = translate("Sessions", "What we agreed, in one line")
        self.agreement = TextField(document, FieldRef(Session, "agreement"), agreed)
        self.take_away = TextField(document, FieldRef(Session, "take_away"), point_words())
        self.ending = Ending(document, is_ended_elsewhere=True)
        self.actions_ = Group[OpenAction](
            translate("Closing", "Who does it, and by when?"),
            lambda: OpenAction(document),
            OpenAction.show_record,
        )
        self.agreed = Group[AgreedAction](
            translate("Closing", "Agreed: who does what, and by when"),
            lambda: AgreedAction(document),
            AgreedAction.show_record,
            at_once=_READ_AT_ONCE,
        )
        self.none_open = label("", "quiet", is_wrapped=True)
        self.missing = label("", "quiet", is_wrapped=True)
        self.begin = QPushButton()
        self.sessions = QPushButton(translate("Closing", "Open the sessions"))
        self.handouts = QPushButton(translate("Closing", "Handouts"))
        self.close_button = QPushButton(translate("Closing", "Close the session"))
        self.present = QPushButton(translate("Closing", "Present as a summary"))
        self.content = Column()
        self.content.setObjectName("closingContent")
        #: The actions scroll by themselves: what is typed beside them stays.
        self.list_ = Column()
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.title.setProperty("role", "headline")
        self.says_more.setProperty("role", "context")
        left, right = QVBoxLayout(), self.list_.rows
        left.setSpacing(16)
        # Its heading is as high as the label beside it.
        right.setContentsMargins(0, 0, right.contentsMargins().right(), 0)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self.list_, 1)
        for field in (self.agreement, self.take_away):
            # Everybody in the room reads it.
            field.setProperty("role", "idea")
            left.addWidget(labelled(field.accessibleName(), field))
        left.addWidget(self.ending)
        left.addStretch(1)
        right.addWidget(self.actions_)
        right.addWidget(self.agreed)
        right.addWidget(self.none_open)
        right.addStretch(1)
        self._columns.setSpacing(32)
        self.content.rows.addLayout(self._columns, 1)
        self.content.rows.setContentsMargins(0, 4, 0, 4)
        self.column.addWidget(self.content, 1)
        self.column.addWidget(self.missing)
        self.column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(0)
        self.missing.setAlignment(Qt.AlignmentFlag.AlignRight)
        for button in (self.begin, self.close_button, self.present):
            button.setProperty("kind", "primary")
        for button in (self.sessions, self.handouts, self.close_button, self.present):
            self.add_to_foot(button)

    def _connect(self) -> None:
        self.begin.clicked.connect(self._begin)
        self.sessions.clicked.connect(lambda: self._run("sessions"))
        self.present.clicked.connect(lambda: self._run("present"))
        self.handouts.clicked.connect(self._make_handouts)
        self.close_button.clicked.connect(self._close_session)
        self.ending.calendar_wanted.connect(self._page.calendar_wanted)
        self.ending.ended.connect(self._on_ended)
        self.ending.day.editor.textChanged.connect(self._on_day_edited)
        self._document.changed.connect(self._on_changed)

    # --- what the frame asks for ---

    @property
    def session(self) -> Session | None:
        """The session that is ended here."""
        return self._document.store.find(Session, self._session_id)

    @override
    def first_field(self) -> QWidget:
        session = self.session
        if session is None:
            return self.begin if self.begin.isEnabled() else self.back
        return self.agreement if session.closed_at is None else self.present

    @override
    def prepare(self) -> None:
        self._listed = []
        self._look()
        for one in (self.content, self.list_):
            one.to_top()

    @override
    def flush(self) -> bool:
        return flush_all(
            [self.agreement, self.take_away, self.ending, *self.actions_.list.rows.values()]
        )

    @override
    def show_day(self) -> None:
        self._look()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room."""
        super().resizeEvent(event)
        wide = _WIDE * self.font().pixelSize() / BODY
        way = QBoxLayout.Direction
        is_wide = self.width() >= wide
        self._columns.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        height = 0 if is_wide else round(_LIST_HEIGHT * self.font().pixelSize() / BODY)
        self.list_.setMinimumHeight(height)

    # --- following ---

    def _on_changed(self, patch: Patch) -> None:
        is_ours = patch.touches(Session) or patch.touches(PlannedAction) or patch.touches(Moment)
        if is_ours and not self.isHidden():
            self._look()

    def _look(self) -> None:
        """Follow the wall as it is."""
        document = self._document
        session = ending_session(document.store, document.clock.today())
        wanted = session.id if session is not None else ""
        if wanted != self._session_id:
            self.flush()
            self._session_id = wanted
        ids = (wanted,) if wanted else ()
        self.agreement.show_records(ids)
        self.take_away.show_records(ids)
        self.ending.show_session(wanted)
        self._show_parts(session)
        self._show_actions()
        self._show_words(session)
        self._tabs = order_tabs(self, self._tabs)

    def _show_parts(self, session: Session | None) -> None:
        is_open = session is not None and session.closed_at is None
        self.content.setVisible(session is not None)
        self.missing.setVisible(is_open)
        self.begin.setVisible(session is None)
        self.sessions.setVisible(session is None)
        self.handouts.setVisible(session is not None)
        self.close_button.setVisible(is_open)
        self.present.setVisible(session is not None and not is_open)
        for button in (self.begin, self.close_button):
            button.setEnabled(not self._document.is_read_only)

    def _show_actions(self) -> None:
        """All that is still to be done: what lacks something first, with its fields.

        Whatever was listed there stays while it is filled in, though nothing may lack any more.
        """
        store = self._document.store
        self._listed = [one.id for one in open_ends(store, self._listed)]
        self.actions_.show_ids(self._listed)
        known = set(self._listed)
        agreed = agreed_actions(store)
        self.agreed.show_ids([one.id for one in agreed if one.id not in known])
        over = translate("Closing", "All that was agreed is done or dropped.")
        none = translate("Closing", "No action was agreed yet. One small step each is enough.")
        self.none_open.setText(over if store.count(PlannedAction) else none)
        self.none_open.setVisible(not agreed)

    def _show_words(self, session: Session | None) -> None:
        store, today = self._document.store, self._document.clock.today()
        if session is None:
            self.say(
                translate(
                    "Closing",
                    "No session is going on, so there is none to close. Begin one, and what you "
                    "agree is kept with its day.",
                )
            )
            self.begin.setText(begin_words(store.count(Session) + 1))
            return
        name = session_title(store, session, today)
        if session.closed_at is not None:
            self.say(translate("Closing", "{session}: closed.").format(session=name))
            return
        self.say(name)
        self._show_missing()

    def _show_missing(self) -> None:
        session = self.session
        if session is None:
            return
        found = lacking(self._document.store, session)
        if self.ending.day.value() is None:
            found.append(Lacking(Lack.NEXT_DAY))
        self.missing.setText(lacking_words(found, is_day_doubted=self._is_day_doubted))

    # --- what is done ---

    def _on_day_edited(self) -> None:
        self._is_day_doubted = False
        self._show_missing()

    def _begin(self) -> None:
        document = self._document
        clock = document.clock
        document.push(open_session(document.store, clock.new_id(), clock.today(), clock.now()))
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_day(self) -> None:
        """Commit what stands here for a handout: the day of the next session is on its cover."""
        self.flush()
        self.ending.keep_day()

    def _make_handouts(self) -> None:
        self.keep_day()
        self._page.handouts_wanted.emit()

    def _close_session(self) -> None:
        self.flush()
        if self._document.workshop.is_running:
            self._document.workshop.pause()
        if not self.ending.finish(is_day_dropped=self._is_day_doubted):
            self._is_day_doubted = bool(self.ending.day.unread())
            self._show_missing()

    def _on_ended(self) -> None:
        self._look()
        self.present.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run(self, name: str) -> None:
        self._page.commands.action(name).trigger()


def make(page: "WallPage") -> FullCard:
    """Make the card of a page."""
    return ClosingCard(page)
