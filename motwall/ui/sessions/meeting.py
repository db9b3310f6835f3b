"""One session: who was there, what was said and agreed, what it opened on, how it ended."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.action_list import all_actions
from motwall.model.edits.sessions import delete_session
from motwall.model.patch import Patch
from motwall.model.records import PlannedAction, Session
from motwall.model.words import state_word
from motwall.ui.choices import word_button
from motwall.ui.date_field import DateField
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.sessions.coming_back import ComingBack, brings_back
from motwall.ui.sessions.ending import Ending
from motwall.ui.sessions.words import about_action, action_words, point_words, session_title
from motwall.ui.small import label, labelled
from motwall.ui.theme import BODY

#: From this width on there are two columns, px at a text of the usual size.
_WIDE = 760


class SessionFields(QWidget):
    """What is written down of a session."""

    def __init__(self, document: Document) -> None:
        """For no session yet."""
        super().__init__()
        self.held_on = DateField(
            document,
            FieldRef(Session, "held_on"),
            translate("Sessions", "Day"),
            translate("Sessions", "Such as 23 Nov"),
        )
        self.doubt = label("", "bad", is_wrapped=True)
        self.doubt.hide()
        self.facilitator = self._field(document, "facilitator", translate("Sessions", "Led by"))
        people = translate("Sessions", "Who is there")
        self.attendees = self._field(document, "attendees", people)
        self.notes = self._field(document, "notes", translate("Sessions", "Notes"))
        agreed = translate("Sessions", "What we agreed, in one line")
        self.agreement = self._field(document, "agreement", agreed)
        self.take_away = self._field(document, "take_away", point_words())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(labelled(translate("Sessions", "Day"), self.held_on), 1)
        first.addWidget(labelled(self.facilitator.accessibleName(), self.facilitator), 1)
        column.addLayout(first)
        column.addWidget(self.doubt)
        for one in (self.attendees, self.notes, self.agreement, self.take_away):
            column.addWidget(labelled(one.accessibleName(), one))

    @property
    def fields(self) -> list[TextField | DateField]:
        """All of them, as they stand."""
        return [
            self.held_on,
            self.facilitator,
            self.attendees,
            self.notes,
            self.agreement,
            self.take_away,
        ]

    def show_session(self, session_id: str) -> None:
        """Turn to a session; "" for none."""
        for one in self.fields:
            one.show_records((session_id,) if session_id else ())

    def _field(self, document: Document, name: str, title: str) -> TextField:
        return TextField(document, FieldRef(Session, name), title)


class Meeting(QWidget):
    """A session with all that belongs to it."""

    #: A calendar file is wanted. Carries whether due dates are wanted in it.
    calendar_wanted = Signal(bool)
    #: The wall as this session left it is to be seen. Carries the session's id.
    as_of_wanted = Signal(str)
    #: This session is to be compared with now. Carries its id.
    compare_wanted = Signal(str)

    def __init__(self, document: Document) -> None:
        """For no session yet."""
        super().__init__()
        self._document = document
        self.session_id = ""
        self.title = label("", "title")
        self.coming_back = ComingBack(document)
        self._agreed = label("", "quiet", is_wrapped=True)
        self.fields = SessionFields(document)
        self.ending = Ending(document)
        self.see = word_button(translate("Sessions", "The wall as it was"), "")
        self.compare = word_button(translate("Sessions", "Then and now"), "")
        self.delete = word_button(translate("Sessions", "Delete this session"), "danger")
        self.see.clicked.connect(lambda: self.as_of_wanted.emit(self.session_id))
        self.compare.clicked.connect(lambda: self.compare_wanted.emit(self.session_id))
        self.delete.clicked.connect(self._delete)
        self.ending.calendar_wanted.connect(self.calendar_wanted)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._arrange()

    def _arrange(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for button in (self.see, self.compare):
            ways.addWidget(button)
        ways.addStretch(1)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(16)
        for one in (self.coming_back, self._agreed):
            left.addWidget(one)
        left.addLayout(ways)
        left.addStretch(1)
        right.setSpacing(16)
        right.addWidget(self.fields)
        right.addWidget(self.ending)
        low = QHBoxLayout()
        low.addStretch(1)
        low.addWidget(self.delete)
        right.addLayout(low)
        right.addStretch(1)
        self._columns.setSpacing(24)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4, 0, 12, 8)
        whole.setSpacing(12)
        whole.addWidget(self.title)
        whole.addLayout(self._columns)
        whole.addStretch(1)

    @property
    def session(self) -> Session | None:
        """The session shown."""
        return self._document.store.find(Session, self.session_id)

    def show_session(self, session_id: str) -> None:
        """Turn to a session; "" for none."""
        self.session_id = session_id
        self.fields.show_session(session_id)
        self.ending.show_session(session_id)
        self.show_now()
        if self._is_open():
            self.coming_back.refresh()

    def follow(self, patch: Patch) -> None:
        """The wall has changed."""
        self.show_now()
        is_begun = patch.touches(Session, "opened_at", "closed_at")
        if self._is_open() and (is_begun or brings_back(patch)):
            self.coming_back.refresh()

    def show_now(self) -> None:
        """Follow the session where no field of its own does."""
        session, store = self.session, self._document.store
        if session is None:
            return
        today = self._document.clock.today()
        self.title.setText(session_title(store, session, today))
        is_open = self._is_open()
        self.coming_back.setVisible(is_open)
        self._agreed.setVisible(not is_open)
        self._agreed.setText("" if is_open else self._agreed_words(session))
        for button in (self.see, self.compare):
            button.setVisible(not is_open)
        self.delete.setEnabled(not self._document.is_read_only)
        self.ending.show_now()
        is_to_come = session.held_on is not None and session.held_on > today
        self.fields.doubt.setText(translate("Sessions", "That day is still to come."))
        self.fields.doubt.setVisible(is_to_come)

    def flush(self) -> bool:
        """Commit everything typed here."""
        return flush_all([*self.fields.fields, self.coming_back, self.ending])

    def _is_open(self) -> bool:
        return bool(self.session_id) and self.session_id == self._document.session_id

    def _agreed_words(self, session: Session) -> str:
        store, today = self._document.store, self._document.clock.today()
        found = [one for one in all_actions(store) if one.session_id == session.id]
        if not found:
            return translate("Sessions", "No action was agreed in this session.")
        lines = [translate("Sessions", "Agreed in this session:")]
        lines += [_action_line(about_action(store, one, today), one) for one in found]
        return "\n".join(lines)

    def _delete(self) -> None:
        session = self.session
        if session is not None and self.flush():
            self._document.push(delete_session(self._document.store, session.id))

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room."""
        super().resizeEvent(event)
        wide = _WIDE * self.font().pixelSize() / BODY
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if self.width() >= wide else way.TopToBottom)


def _action_line(about: str, action: PlannedAction) -> str:
    state = state_word(action.state)
    return f"\N{BULLET} {action_words(action)} ({about} \N{MIDDLE DOT} {state})"
