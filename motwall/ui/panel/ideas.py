"""Possibilities: every idea counts; later they get merit or are parked."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.document.document import Document, Selected
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.edits.ideas import add_idea, delete_idea
from motwall.model.order import ideas_of
from motwall.model.patch import Patch
from motwall.model.records import Idea, IdeaKind, Verdict
from motwall.model.words import verdict_meaning, verdict_word
from motwall.ui.choices import Choice, ChoiceField, word_button
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.panel.quick_line import Draft, QuickLine
from motwall.ui.panel.record_list import RecordList
from motwall.ui.panel.section import SIDE
from motwall.ui.small import IconButton, label
from motwall.ui.tab_order import order_tabs
from motwall.ui.theme import BODY, current_tokens

#: Room for "Merit", "Park" and the cross, so that nothing moves when they come.
_MARKS_WIDTH = 116


#: So many ideas have a row at once, the latest; earlier ones come when they are asked for.
ROWS_AT_ONCE = 40


class MarkField(ChoiceField):
    """Merit or park; again takes it back."""

    def __init__(self, document: Document) -> None:
        """For one idea."""
        choices = [
            Choice(Verdict.MERIT, translate("Panel", "Merit"), verdict_meaning(Verdict.MERIT)),
            Choice(Verdict.PARKED, translate("Panel", "Park"), verdict_meaning(Verdict.PARKED)),
        ]
        ref, name = FieldRef(Idea, "verdict"), translate("Panel", "Mark")
        super().__init__(document, ref, name, choices, cleared=Verdict.OPEN)

    @override
    def arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)

    @override
    def make_button(self) -> QAbstractButton:
        return word_button("", "mark")


class IdeaButtons(QWidget):
    """Merit, park, delete."""

    #: The cross was clicked.
    deleted = Signal()

    def __init__(self, document: Document) -> None:
        """For no idea yet."""
        super().__init__()
        self.marks = MarkField(document)
        self.delete = IconButton(
            "x", translate("Panel", "Delete this idea"), self.deleted.emit, side=26
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 2, 0)
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self.marks)
        row.addWidget(self.delete)


class IdeaRow(QWidget):
    """One idea: its words, and at the right what became of it, or the buttons to say so."""

    #: Delete it. Carries the id.
    delete_requested = Signal(str)

    def __init__(self, document: Document) -> None:
        """For no idea yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self._is_pointed_at = False
        self.editor = TextField(
            document, FieldRef(Idea, "text"), translate("Panel", "Idea"), is_left_by_enter=True
        )
        self.editor.setProperty("kind", "flat")
        self._verdict = label("", "small")
        self._verdict.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._verdict.setContentsMargins(0, 6, SIDE, 0)
        self._verdict.setFixedWidth(_MARKS_WIDTH)
        # Made when the row is first pointed at: forty ideas would make 120 buttons.
        self._buttons: IdeaButtons | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 1)
        self._row.setSpacing(0)
        self._row.addWidget(self.editor, 1, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._verdict, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def buttons(self) -> IdeaButtons:
        """The buttons at the right."""
        if self._buttons is None:
            self._buttons = IdeaButtons(self._document)
            self._buttons.marks.show_records(self.editor.binding.ids)
            self._buttons.deleted.connect(self._on_delete)
            self._buttons.setFixedWidth(self._marks_width)
            self._row.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTop)
            order_tabs(self, [])
        return self._buttons

    @property
    def _marks_width(self) -> int:
        """Room for the buttons at the size of the text, also while they are not there."""
        width = round(_MARKS_WIDTH * self.font().pixelSize() / BODY)
        return max(width, self._buttons.minimumSizeHint().width() if self._buttons else 0)

    def show_record(self, record_id: str) -> None:
        """Turn to an idea; "" for none."""
        self._id = record_id
        ids = (record_id,) if record_id else ()
        self.editor.show_records(ids)
        if self._buttons is not None:
            self._buttons.marks.show_records(ids)
        self.show_verdict()

    def _on_delete(self) -> None:
        self.delete_requested.emit(self._id)

    def show_verdict(self) -> None:
        """Say what became of the idea."""
        idea = self._document.store.find(Idea, self._id)
        words = verdict_word(idea.verdict) if idea else ""
        if idea is not None and not words and idea.kind is IdeaKind.BLOCKER:
            words = translate("Panel", "why not")
        self._verdict.setText(words)
        is_said = idea is not None and idea.verdict is not Verdict.OPEN
        self._verdict.setToolTip(verdict_meaning(idea.verdict) if idea and is_said else "")

    def show_side(self, focus: QWidget | None) -> None:
        """Bring the buttons while the row is pointed at or has the keyboard."""
        has_focus = focus is not None and self.isAncestorOf(focus)
        is_wanted = (self._is_pointed_at or has_focus) and not self._document.is_read_only
        if is_wanted or self._buttons is not None:
            self.buttons.setVisible(is_wanted)
        self._verdict.setVisible(not is_wanted)
        for one in (self._verdict, *([self._buttons] if self._buttons else [])):
            one.setFixedWidth(self._marks_width)

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline below."""
        with QPainter(self) as painter:
            line = QRect(SIDE, self.height() - 1, self.width() - 2 * SIDE, 1)
            painter.fillRect(line, QColor(current_tokens().hairline))

    @override
    @guarded(None)
    def enterEvent(self, event: QEnterEvent) -> None:
        """Pointed at."""
        self._is_pointed_at = True
        self.show_side(QApplication.focusWidget())

    @override
    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        """No longer pointed at."""
        self._is_pointed_at = False
        self.show_side(QApplication.focusWidget())


class IdeasBody(QWidget):
    """The ideas of a moment, and a line for one more."""

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self._document = document
        self._moment_id = ""
        self._draft = Draft(document)
        self._most = ROWS_AT_ONCE
        self.earlier = word_button("", "link")
        self.earlier.clicked.connect(self._show_earlier)
        self.list: RecordList[IdeaRow] = RecordList(self._make_row, IdeaRow.show_record, 0)
        self.line = QuickLine(translate("Panel", "Another idea"), "", self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.earlier)
        column.addWidget(self.list)
        column.addWidget(self.line)
        document.changed.connect(self._on_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def show_moment(self, moment_id: str) -> None:
        """Turn to a moment; "" for none."""
        if moment_id != self._moment_id:
            self.line.flush()
            self.line.show_text("")
            self._draft = Draft(self._document)
            self._most = ROWS_AT_ONCE
            self._moment_id = moment_id
        self.line.setReadOnly(self._document.is_read_only)
        self.line.setVisible(not self._document.is_read_only)
        self._show_ids()

    def flush(self) -> bool:
        """Commit what is typed in ideas and in the line."""
        return flush_all([*(row.editor for row in self.list.rows.values()), self.line])

    def delete(self, idea_id: str) -> None:
        """Delete an idea; if the keyboard was there, it goes to the line."""
        self.flush()
        now = QApplication.focusWidget()
        if now is not None and self.list.isAncestorOf(now):
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        selected = Selected((self._moment_id,), (self._moment_id,))
        self._document.push(delete_idea(self._document.store, idea_id), selected=selected)

    def _make_row(self) -> IdeaRow:
        row = IdeaRow(self._document)
        row.delete_requested.connect(self.delete)
        row.editor.entered.connect(self.line.setFocus)
        return row

    def _add(self) -> bool:
        text, moment_id = self.line.text().strip(), self._moment_id
        session_id = self._document.session_id
        is_added = self._draft.push(
            lambda store, idea_id: add_idea(store, moment_id, text, idea_id, session_id),
            moment_id,
        )
        if is_added:
            self.line.show_text("")
        return is_added

    def _show_ids(self) -> None:
        ids = [one.id for one in ideas_of(self._document.store, self._moment_id)]
        hidden = max(0, len(ids) - self._most)
        self.earlier.setText(translate("Panel", "%n earlier idea(s)", count=hidden))
        self.earlier.setVisible(hidden > 0)
        self.list.show_ids(ids[hidden:])
        another, first = translate("Panel", "+ Another idea"), translate("Panel", "+ An idea")
        self.line.setPlaceholderText(another if ids else first)

    def _show_earlier(self) -> None:
        self._most += ROWS_AT_ONCE
        self._show_ids()

    def _on_changed(self, patch: Patch) -> None:
        ideas = [one.record for one in patch if isinstance(one.record, Idea)]
        if not ideas:
            return
        if self._draft.has_come():
            self.line.show_text("")
        self._show_ids()
        for idea in ideas:
            if idea.id in self.list.rows:
                self.list.rows[idea.id].show_verdict()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        for row in self.list.rows.values():
            row.show_side(now)
