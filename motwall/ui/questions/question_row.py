"""One question of the card: its words, the answer, and what others answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.answering import other_answers
from motwall.model.dates import date_words
from motwall.model.records import Answer, AnswerKind, Observation, Question, Viewpoint
from motwall.model.words import choice_word, observation_word
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.questions.answers import AnswerChips, AnswerNote, TeamAnswers
from motwall.ui.small import Card, IconButton, label

#: Of the answers of others and of former days, that many are shown.
_MOST_OTHERS = 3
_SIDE = 7


class QuestionRow(Card):
    """One question, answered where it stands."""

    #: Delete it, or keep it in the user's own bank. Each carries the id.
    delete_requested = Signal(str)
    keep_requested = Signal(str)

    def __init__(self, document: Document) -> None:
        """For no question yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self._way = TeamAnswers(document)
        name = translate("Questions", "Question")
        self.text = TextField(
            document,
            FieldRef(Question, "text"),
            name,
            translate("Questions", "What is to be asked?"),
            is_left_by_enter=True,
        )
        self.text.setProperty("kind", "flat")
        self.text.setProperty("role", "strong")
        self.chips = AnswerChips(document)
        self.note = AnswerNote(document)
        self.answered_on = label("", "small")
        self.others = label("", "small", is_wrapped=True)
        self.others.setContentsMargins(_SIDE, 0, _SIDE, 4)
        self.keep_button = IconButton(
            "star", translate("Questions", "Keep this question for other moments"), self._on_keep
        )
        self.delete_button = IconButton(
            "x", translate("Questions", "Take this question away"), self._on_delete
        )
        self._arrange()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignTop)
        low = QHBoxLayout()
        low.setContentsMargins(_SIDE, 0, 0, 0)
        low.setSpacing(8)
        low.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignTop)
        low.addWidget(self.note, 1, Qt.AlignmentFlag.AlignTop)
        low.addWidget(self.answered_on, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 6, 6)
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(low)
        column.addWidget(self.others)

    def show_record(self, record_id: str) -> None:
        """Turn to a question; "" for none."""
        self._id = record_id
        self.text.show_records([record_id] if record_id else [])
        self.chips.show_question(self._way, record_id)
        self.note.show_question(self._way, record_id)
        self.show_now()

    def show_now(self) -> None:
        """Follow the records where no field of its own does."""
        store = self._document.store
        question = store.find(Question, self._id)
        if question is None:
            return
        is_open = not self._document.is_read_only
        self.keep_button.setEnabled(bool(question.text))
        self.delete_button.setEnabled(is_open)
        self.chips.setVisible(question.kind is AnswerKind.YES_NO)
        self.chips.show_now()
        self.note.show_now()
        shown = self._way.shown(self._id)
        today = self._document.clock.today()
        is_earlier = shown is not None and shown.answered_on != today
        self.answered_on.setText(
            date_words(shown.answered_on, today) if shown is not None and is_earlier else ""
        )
        self.answered_on.setVisible(is_earlier)
        told = [self._told(one) for one in other_answers(store, self._id)[:_MOST_OTHERS]]
        self.others.setText("\n".join(told))
        self.others.setVisible(bool(told))

    def flush(self) -> bool:
        """Commit what is typed."""
        return flush_all([self.text, self.note])

    def _told(self, answer: Answer) -> str:
        """An answer in one line: "Mystery shop, Fri 20 Nov: No. Rang eight times"."""
        seen = self._document.store.find(Observation, answer.observation_id)
        if seen is not None:
            who = observation_word(seen.kind)
        elif answer.viewpoint is Viewpoint.OWNER:
            who = translate("Questions", "The owner")
        else:
            who = translate("Questions", "Earlier")
        day = date_words(answer.answered_on, self._document.clock.today())
        said = [choice_word(answer.choice)] if answer.choice else []
        said += [" ".join(answer.note.split())] if answer.note else []
        words = translate("Questions", "{who}, {day}: {answer}")
        return words.format(who=who, day=day, answer=". ".join(said))

    def _on_keep(self) -> None:
        self.keep_requested.emit(self._id)

    def _on_delete(self) -> None:
        self.delete_requested.emit(self._id)
