"""The end of a session: when the next one is, or an explicit "not now"; and the calendar file."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout

from motwall.document.document import Document
from motwall.document.typing import Pauses
from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.edits.sessions import close_session, set_next_session
from motwall.model.records import Session
from motwall.model.sessions import last_session, proposed_next, session_day
from motwall.ui.choices import word_button
from motwall.ui.date_field import DateEditor
from motwall.ui.flow import FlowBox
from motwall.ui.small import Card, label


class Ending(Card):
    """Ends the session that is open; of an ended one only the day of the next one changes.

    A day that is typed while the session is open is written as any field is: a handout that is made
    before the session is closed has it.
    """

    #: A calendar file is wanted. Carries whether due dates are wanted in it.
    calendar_wanted = Signal(bool)
    #: A session was ended here.
    ended = Signal()

    def __init__(self, document: Document, *, is_ended_elsewhere: bool = False) -> None:
        """For no session yet; `is_ended_elsewhere`: who uses it has a button for `finish`."""
        super().__init__()
        self._document = document
        self._is_ended_elsewhere = is_ended_elsewhere
        self._id = ""
        #: Typed, and not written yet.
        self._is_waiting = False
        self._pauses = Pauses(self)
        self._title = label("", "strong")
        self._said = label("", "quiet", is_wrapped=True)
        self.day = DateEditor(
            document.clock,
            translate("Sessions", "Day of the next session"),
            translate("Sessions", "Such as 5 Dec or +4w"),
        )
        words = translate("Sessions", "That day has gone by already.")
        self.doubt = label(words, "bad", is_wrapped=True)
        self.doubt.hide()
        self.end = QPushButton()
        self.not_now = QPushButton()
        self.due = QCheckBox(translate("Sessions", "With the days by which actions are due"))
        self.calendar = word_button(translate("Sessions", "Calendar file…"), "")
        self.end.clicked.connect(self._end)
        self.not_now.clicked.connect(self._on_not_now)
        self.calendar.clicked.connect(self._want_calendar)
        self._buttons = FlowBox(spacing=8)
        self._buttons.set_widgets([self.end, self.not_now])
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        for one in (self._title, self._said, self.day, self.doubt, self._buttons):
            column.addWidget(one)
        column.addWidget(self.due)
        column.addWidget(self.calendar)
        self.day.editor.textChanged.connect(self._on_text)
        self.day.editor.entered.connect(self._on_entered)
        self.day.editor.edited.connect(self._on_typed)
        self._pauses.due.connect(self.flush)
        for wanted in (self.day.editor.commit_wanted, self.day.editor.left, self.day.picked):
            wanted.connect(self.flush)

    def show_session(self, session_id: str) -> None:
        """Turn to a session; "" for none. A day that was typed for another one is let go."""
        is_new = session_id != self._id
        if is_new:
            self.flush()
        self._id = session_id
        self.show_now(is_new=is_new)

    def show_now(self, *, is_new: bool = False) -> None:
        """Follow the session; a day that is being typed stays."""
        document = self._document
        session = document.store.find(Session, self._id)
        if session is None:
            return
        today = document.clock.today()
        is_open = session.closed_at is None
        is_typed = self.day.editor.hasFocus() or self._is_waiting
        if is_new or not (is_typed or self.day.unread()):
            proposed = proposed_next(document.store, session_day(session))
            day = session.next_on or (None if session.is_next_declined else proposed)
            self.day.editor.show_text(date_words(day, today) if day else "")
            self.day.mark(is_unread=False)
        self._word(session, is_open=is_open)
        for control in (self.end, self.not_now):
            control.setEnabled(not document.is_read_only)
        self.day.editor.setReadOnly(document.is_read_only)
        is_latest = session == last_session(document.store)
        has_file = session.next_on is not None and is_latest
        self.calendar.setVisible(has_file)
        self.due.setVisible(has_file)

    def flush(self) -> bool:
        """Commit a day that is typed and can be read; whether nothing is lost."""
        self._pauses.stop()
        if self._is_waiting:
            self._is_waiting = not self.keep_day()
        return not self._is_waiting

    def keep_day(self) -> bool:
        """Commit the day that is shown, typed or only proposed; whether nothing is lost."""
        document = self._document
        session = document.store.find(Session, self._id)
        if session is None or session.closed_at is not None or self.day.unread():
            return True
        if document.is_read_only:
            return True
        next_on = self.day.value()
        if next_on == session.next_on and (next_on or session.is_next_declined):
            return True
        patch = set_next_session(document.store, session.id, next_on)
        return document.push(patch, f"session.next.{session.id}")

    def finish(self, *, is_day_dropped: bool = False) -> bool:
        """End the session with the day that is typed, or explicitly without one if none is.

        Args:
            is_day_dropped: Without one also where what is typed cannot be read.

        Returns:
            Whether it was ended; else what is typed is marked.
        """
        if self.day.unread() and not is_day_dropped:
            self.day.mark(is_unread=True)
            self.day.editor.setFocus()
            return False
        return self._close(self.day.value())

    def _on_typed(self) -> None:
        self._is_waiting = True
        self._pauses.typed()

    def _on_text(self) -> None:
        """A day in the past is taken, and wondered at."""
        day = self.day.value()
        self.doubt.setVisible(day is not None and day < self._document.clock.today())
        session = self._document.store.find(Session, self._id)
        if session is not None and session.closed_at is not None:
            self._word(session, is_open=False)

    def _on_entered(self) -> None:
        """Enter says yes to another day; an open session is never closed by it."""
        session = self._document.store.find(Session, self._id)
        if session is not None and session.closed_at is not None and self._is_change(session):
            self._end()

    def _word(self, session: Session, *, is_open: bool) -> None:
        if is_open:
            self._title.setText(translate("Sessions", "When is the next one?"))
            words = translate("Sessions", "Who leaves with a day in the diary comes back.")
            if not _is_settled(session):
                words = translate("Sessions", "A proposal. It holds unless you change it.")
            self.end.setText(translate("Sessions", "Close the session, with this day"))
            self.not_now.setText(translate("Sessions", "Close it, no day for now"))
        else:
            self._title.setText(translate("Sessions", "The next session"))
            words = self._agreed_words(session)
            self._word_change(session)
        self.end.setHidden(is_open and self._is_ended_elsewhere)
        self._buttons.setHidden(not (is_open or self._is_change(session)))
        self._said.setText(words)
        self._buttons.arrange()

    def _word_change(self, session: Session) -> None:
        """What was agreed stands; only another day, or none, has to be said yes or no to."""
        if not self.day.editor.text().strip():
            words = translate("Sessions", "No day for now")
        elif session.next_on is None:
            words = translate("Sessions", "Agree on this day")
        else:
            words = translate("Sessions", "Change it to this day")
        self.end.setText(words)
        is_settled = _is_settled(session)
        leave = translate("Sessions", "Leave it as it is")
        self.not_now.setText(leave if is_settled else translate("Sessions", "Not now"))

    def _is_change(self, session: Session) -> bool:
        """Whether what stands in the field is not what an ended session agreed on."""
        is_other = self.day.value() != session.next_on or bool(self.day.unread())
        return is_other or not _is_settled(session)

    def _agreed_words(self, session: Session) -> str:
        if session.next_on is None:
            return translate("Sessions", "No day was agreed for now.")
        day = date_words(session.next_on, self._document.clock.today())
        return translate("Sessions", "Agreed: {day}.").format(day=day)

    def _end(self) -> None:
        session = self._document.store.find(Session, self._id)
        is_ended = session is not None and session.closed_at is not None
        is_emptied = is_ended and not self.day.editor.text().strip()
        next_on = self.day.value()
        if next_on is None and not is_emptied:
            self.day.mark(is_unread=True)
            self.day.editor.setFocus()
            return
        self._close(next_on)

    def _on_not_now(self) -> None:
        session = self._document.store.find(Session, self._id)
        if session is None or session.closed_at is None or not _is_settled(session):
            self._close(None)
            return
        self._is_waiting = False
        self.show_now(is_new=True)

    def _close(self, next_on: date | None) -> bool:
        # Closing writes the day itself, in the same step of undo.
        self._is_waiting = False
        document = self._document
        session = document.store.find(Session, self._id)
        if session is None:
            return False
        was_open = session.closed_at is None
        if was_open:
            patch = close_session(document.store, session.id, document.clock.now(), next_on)
        else:
            patch = set_next_session(document.store, session.id, next_on)
        if not document.push(patch):
            return False
        self.show_now(is_new=True)
        if was_open:
            self.ended.emit()
        return True

    def _want_calendar(self) -> None:
        self.calendar_wanted.emit(self.due.isChecked())


def _is_settled(session: Session) -> bool:
    """Whether a day was agreed, or that there is none for now."""
    return session.next_on is not None or session.is_next_declined
