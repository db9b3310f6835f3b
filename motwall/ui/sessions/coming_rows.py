"""What else comes back in a session: parked ideas, readings that are due, ratings worn out."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.belongings import readings_of
from motwall.model.dates import date_words
from motwall.model.edits.assessing import Judgement, assess
from motwall.model.edits.ideas import sift
from motwall.model.edits.measures import add_readings
from motwall.model.figures import figure_words
from motwall.model.pasted_readings import read_readings
from motwall.model.records import Idea, Measure, Moment, Rating, Verdict
from motwall.model.words import rating_word
from motwall.ui.choices import word_button
from motwall.ui.editors import TextEditor
from motwall.ui.panel.faces import FaceButton
from motwall.ui.sessions.words import moment_words
from motwall.ui.small import Card, label
from motwall.ui.theme import restyle

#: A number and its unit, px on Desk.
_FIGURE_WIDTH = 120


class ComingRow(Card):
    """Two lines of words, and at their right what can be done."""

    def __init__(self, document: Document) -> None:
        """For no record yet."""
        super().__init__()
        self.document = document
        self.record_id = ""
        self.words = label("", "strong", is_wrapped=True)
        self.about = label("", "small", is_wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.words)
        words.addWidget(self.about)
        self.row.addLayout(words, 1)
        column.addLayout(self.row)
        self.column = column

    def add_control(self, control: QWidget) -> None:
        """Something to press or to write in."""
        self.row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_record(self, record_id: str) -> None:
        """Turn to a record; "" for none."""
        self.record_id = record_id
        self.show_now()

    def show_now(self) -> None:
        """Follow the record."""


class ParkedRow(ComingRow):
    """An idea left for another time."""

    def __init__(self, document: Document) -> None:
        """For no idea yet."""
        super().__init__(document)
        self.back = word_button(translate("Sessions", "Bring it back"), "chip")
        self.back.setEnabled(not document.is_read_only)
        self.back.clicked.connect(self._bring_back)
        self.add_control(self.back)

    @override
    def show_now(self) -> None:
        """Follow the idea."""
        store = self.document.store
        idea = store.find(Idea, self.record_id)
        if idea is not None:
            self.words.setText(idea.text)
            self.about.setText(moment_words(store, idea.moment_id))

    def _bring_back(self) -> None:
        self.document.push(sift(self.document.store, [self.record_id], Verdict.OPEN))


class DueRow(ComingRow):
    """A measure that should be read, with a line for the number."""

    def __init__(self, document: Document) -> None:
        """For no measure yet."""
        super().__init__(document)
        self.line = TextEditor(translate("Sessions", "Reading"), is_line=True)
        self.line.setFixedWidth(_FIGURE_WIDTH)
        self.line.setReadOnly(document.is_read_only)
        self.line.entered.connect(self._add)
        self.line.edited.connect(lambda: self._mark(is_unread=False))
        self.add = word_button(translate("Sessions", "Add"), "chip")
        self.add.setEnabled(not document.is_read_only)
        self.add.clicked.connect(self._add)
        self._unread = label(
            translate("Sessions", "A number, please, such as 12 or 3.5."), "bad", is_wrapped=True
        )
        self._unread.hide()
        self.add_control(self.line)
        self.add_control(self.add)
        self.column.addWidget(self._unread)

    @override
    def show_now(self) -> None:
        """Follow the measure and its latest reading."""
        store = self.document.store
        measure = store.find(Measure, self.record_id)
        if measure is None:
            self.line.show_text("")
            self._mark(is_unread=False)
            return
        unit = f", {measure.unit}" if measure.unit else ""
        self.words.setText(measure.name + unit)
        self.line.setPlaceholderText(measure.unit or translate("Sessions", "Number"))
        latest = next(reversed(readings_of(store, measure.id)), None)
        about = moment_words(store, measure.moment_id)
        if latest is None:
            last = translate("Sessions", "not read yet")
        else:
            day = date_words(latest.taken_on, self.document.clock.today())
            last = translate("Sessions", "last {value}, {day}")
            last = last.format(value=figure_words(latest.value, measure.unit), day=day)
        self.about.setText(f"{about} \N{MIDDLE DOT} {last}")

    def flush(self) -> bool:
        """A number that is typed is kept; what is none stays where it is."""
        if self.line.text().strip() and not self.line.isReadOnly():
            self._add()
        return True

    def _add(self) -> None:
        document = self.document
        measure = document.store.find(Measure, self.record_id)
        if measure is None:
            return
        found = read_readings(self.line.text(), measure.unit, document.clock.today())
        self._mark(is_unread=not found.taken)
        if found.taken:
            new_id = document.clock.new_id
            patch = add_readings(document.store, measure.id, found.taken, new_id)
            if document.push(patch):
                self.line.show_text("")

    def _mark(self, *, is_unread: bool) -> None:
        restyle(self.line, "invalid", is_unread)
        self._unread.setVisible(is_unread)


class StaleRow(ComingRow):
    """A moment whose rating is old; a face rates it anew, also the one it has."""

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__(document)
        self.faces = {one: FaceButton(one) for one in Rating}
        for rating, face in self.faces.items():
            face.setCheckable(False)
            face.setAccessibleName(rating_word(rating))
            face.setEnabled(not document.is_read_only)
            face.clicked.connect(partial(self._rate, rating))
            self.add_control(face)

    @override
    def show_now(self) -> None:
        """Follow the moment."""
        document = self.document
        moment = document.store.find(Moment, self.record_id)
        if moment is None or moment.rating is None or moment.rated_on is None:
            return
        self.words.setText(moment_words(document.store, moment.id))
        about = translate("Sessions", "{rating} on {day}")
        day = date_words(moment.rated_on, document.clock.today())
        self.about.setText(about.format(rating=rating_word(moment.rating), day=day))

    def _rate(self, rating: Rating, _is_checked: bool = False) -> None:
        document, clock = self.document, self.document.clock
        judgement = Judgement(rating=rating)
        document.push(
            assess(
                document.store,
                self.record_id,
                judgement,
                clock.today(),
                clock.new_id,
                document.session_id,
            )
        )
