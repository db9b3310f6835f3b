"""All sessions of a wall, the latest on top, and the one that is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.edits.sessions import open_session
from motwall.model.patch import Patch
from motwall.model.records import Session
from motwall.model.sessions import sessions_in_order
from motwall.ui.panel.record_list import RecordList
from motwall.ui.sessions.meeting import Meeting
from motwall.ui.sessions.words import begin_words, session_title
from motwall.ui.small import label


def scrolling(content: QWidget) -> QScrollArea:
    """A column that scrolls up and down only."""
    area = QScrollArea()
    area.setObjectName("sessionsPart")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


class SessionButton(QPushButton):
    """One session in the list."""

    def __init__(self) -> None:
        """For no session yet."""
        super().__init__()
        self.session_id = ""
        self.setCheckable(True)
        self.setProperty("kind", "row")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class Meetings(QWidget):
    """The list at the left, the chosen session at the right."""

    def __init__(self, document: Document) -> None:
        """Show nothing until `refresh`."""
        super().__init__()
        self._document = document
        self.begin = QPushButton()
        self.begin.setProperty("kind", "primary")
        self.begin.clicked.connect(self.begin_session)
        self.list = RecordList[SessionButton](self._make_button, self._show_button, 6)
        self.meeting = Meeting(document)
        self._empty = label(
            translate(
                "Sessions",
                "A session is one meeting at this wall. Begin the first one, and the wall "
                "remembers who was there, what was said, and what was agreed.",
            ),
            "empty",
            is_wrapped=True,
        )
        self._scroll = scrolling(self.meeting)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.begin)
        column.addWidget(self.list)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(scrolling(side), 2)
        row.addWidget(self._scroll, 7)
        row.addWidget(self._empty, 7, Qt.AlignmentFlag.AlignTop)

    def refresh(self) -> None:
        """Show the sessions there are; the one that is open, else the latest, if none is chosen."""
        document = self._document
        ordered = [one.id for one in reversed(sessions_in_order(document.store))]
        if self.meeting.session_id not in ordered:
            chosen = document.session_id or (ordered[0] if ordered else "")
            self.meeting.show_session(chosen)
        self.list.show_ids(ordered)
        for key, button in self.list.rows.items():
            self._show_button(button, key)
        self.begin.setText(begin_words(len(ordered) + 1))
        self.begin.setVisible(document.session_id is None)
        self.begin.setEnabled(not document.is_read_only)
        self._scroll.setVisible(bool(ordered))
        self._empty.setVisible(not ordered)

    def choose(self, session_id: str) -> None:
        """Show a session."""
        self.meeting.flush()
        self.meeting.show_session(session_id)
        self._scroll.verticalScrollBar().setValue(0)
        self.refresh()

    def follow(self, patch: Patch) -> None:
        """The wall has changed."""
        if patch.touches(Session):
            self.refresh()
        self.meeting.follow(patch)

    def begin_session(self) -> None:
        """Open a session, today."""
        document = self._document
        if not self.meeting.flush():
            return
        clock = document.clock
        session_id = clock.new_id()
        patch = open_session(document.store, session_id, clock.today(), clock.now())
        if document.push(patch) and document.store.find(Session, session_id) is not None:
            self.choose(session_id)
            # The button that was clicked is gone; the first to write down is who is there.
            self.meeting.fields.attendees.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_button(self) -> SessionButton:
        button = SessionButton()
        button.clicked.connect(lambda _checked=False: self.choose(button.session_id))
        return button

    def _show_button(self, button: SessionButton, session_id: str) -> None:
        button.session_id = session_id
        session = self._document.store.find(Session, session_id)
        if session is None:
            return
        words = session_title(self._document.store, session, self._document.clock.today())
        if session_id == self._document.session_id:
            words = translate("Sessions", "{session}: going on").format(session=words)
        button.setText(words)
        button.setChecked(session_id == self.meeting.session_id)
