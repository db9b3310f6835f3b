"""One observation, written down in place: who and when, marks, answers, note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.belongings import questions_of
from motwall.model.dates import date_words
from motwall.model.doubts import DateDoubt, day_doubts
from motwall.model.observing import ratings_above
from motwall.model.records import Observation, ObservationKind
from motwall.model.words import observation_word
from motwall.ui.choices import Choice, ChoiceField, word_button
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.observations.day_words import PastDayWords
from motwall.ui.observations.rating_shown import RatingShown
from motwall.ui.observations.seen_answer import SeenAnswer
from motwall.ui.observations.side_by_side import verdict_words
from motwall.ui.panel.faces import LittleRatingField
from motwall.ui.panel.record_list import RecordList
from motwall.ui.small import Card, label, labelled

_MARKS = ("attitude", "knowledge", "approach")


class ObservationForm(Card):
    """All of an observation; it follows the record and commits by itself."""

    #: Delete it. Carries the id.
    delete_requested = Signal(str)

    def __init__(self, document: Document) -> None:
        """For no observation yet."""
        super().__init__()
        self._document = document
        self._id = ""
        kinds = [Choice(one, observation_word(one)) for one in ObservationKind]
        self.kind = ChoiceField(
            document, _ref("kind"), translate("Observation", "How it was seen"), kinds
        )
        self.day = TextField(
            document,
            _ref("observed_on"),
            translate("Observation", "When"),
            words=PastDayWords(document.clock),
        )
        self.day_hint = label("", "small", is_wrapped=True)
        self.observer = TextField(
            document,
            _ref("observer"),
            translate("Observation", "Who saw it"),
            translate("Observation", "A role, such as \u201ca friend of the shop\u201d"),
        )
        self.marks = {name: _rating(document, name, words) for name, words in _mark_words().items()}
        self.observed = _rating(
            document, "observed_rating", translate("Observation", "All in all, seen as")
        )
        self.believed = RatingShown()
        self.verdict = label("", "small", is_wrapped=True)
        self.note = TextField(
            document,
            _ref("note"),
            translate("Observation", "What happened"),
            translate("Observation", "What was seen and heard, plainly and without blame"),
        )
        self.answers: RecordList[SeenAnswer] = RecordList(
            lambda: SeenAnswer(document), lambda row, one: row.show_question(self._id, one), 10
        )
        self._asked = label(translate("Observation", "The questions of this moment"), "label")
        self.delete_button = word_button(
            translate("Observation", "Delete this observation"), "danger"
        )
        self.delete_button.clicked.connect(self._on_delete)
        self.day.binding.marked.connect(self._on_day_marked)
        self._arrange()

    def _arrange(self) -> None:
        top, left = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft
        who = QHBoxLayout()
        who.setSpacing(16)
        when = labelled(self.day.accessibleName(), self.day)
        who.addWidget(when, 2, top)
        who.addWidget(labelled(self.observer.accessibleName(), self.observer), 3, top)
        faces = QGridLayout()
        faces.setHorizontalSpacing(24)
        faces.setVerticalSpacing(12)
        for place, field in enumerate(self.marks.values()):
            faces.addWidget(_named(field), 0, place, left)
        believed = labelled(translate("Observation", "Believed that day"), self.believed)
        faces.addWidget(believed, 1, 0, top | left)
        faces.addWidget(_named(self.observed), 1, 1, left)
        faces.addWidget(self.verdict, 1, 2, Qt.AlignmentFlag.AlignVCenter)
        faces.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(14)
        column.addWidget(self.kind)
        column.addLayout(who)
        column.addWidget(self.day_hint)
        column.addLayout(faces)
        column.addWidget(labelled(self.note.accessibleName(), self.note))
        column.addWidget(self._asked)
        column.addWidget(self.answers)
        column.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignRight)

    def show_record(self, record_id: str) -> None:
        """Turn to an observation; "" for none."""
        if record_id != self._id:
            self.flush()
            self.answers.show_ids([])
        self._id = record_id
        ids = [record_id] if record_id else []
        for field in (self.kind, self.day, self.observer, self.observed, self.note):
            field.show_records(ids)
        for field in self.marks.values():
            field.show_records(ids)
        self.show_now()

    def show_now(self) -> None:
        """Follow what no field of its own follows."""
        store = self._document.store
        seen = store.find(Observation, self._id)
        if seen is None:
            return
        asked = [one.id for one in questions_of(store, seen.moment_id)]
        self.answers.show_ids(asked)
        for row in self.answers.rows.values():
            row.show_now()
        self._asked.setVisible(bool(asked))
        self.believed.show_rating(seen.believed_rating)
        above = ratings_above(seen.observed_rating, seen.believed_rating)
        self.verdict.setText(verdict_words(above) if above is not None else "")
        self.delete_button.setEnabled(not self._document.is_read_only)
        self._hint_at_day(seen)

    def flush(self) -> bool:
        """Commit what is typed."""
        return flush_all([self.day, self.observer, self.note, *self.answers.rows.values()])

    def _hint_at_day(self, seen: Observation) -> None:
        doubts = day_doubts(self._document.store, seen.observed_on, self._document.clock.today())
        words = ""
        if DateDoubt.FUTURE in doubts:
            words = translate("Observation", "That day is still to come; kept as you wrote it.")
        elif DateDoubt.BEFORE_FIRST_SESSION in doubts:
            words = translate(
                "Observation", "That was before your first session; kept all the same."
            )
        self.day_hint.setText(words)
        self.day_hint.setVisible(bool(words))

    def _on_day_marked(self, is_marked: bool) -> None:
        if is_marked:
            today = date_words(self._document.clock.today(), self._document.clock.today())
            words = translate("Observation", "That is no day yet. Try {day}, yesterday or Fri.")
            self.day_hint.setText(words.format(day=today))
            self.day_hint.show()
            return
        seen = self._document.store.find(Observation, self._id)
        if seen is not None:
            self._hint_at_day(seen)

    def _on_delete(self) -> None:
        self.delete_requested.emit(self._id)


def _mark_words() -> dict[str, str]:
    words = (
        translate("Observation", "Attitude"),
        translate("Observation", "Knowledge"),
        translate("Observation", "Approach"),
    )
    return dict(zip(_MARKS, words, strict=True))


def _ref(name: str) -> FieldRef:
    return FieldRef(Observation, name)


def _rating(document: Document, name: str, words: str) -> LittleRatingField:
    return LittleRatingField(document, _ref(name), words)


def _named(field: LittleRatingField) -> QWidget:
    return labelled(field.accessibleName(), field)
