"""The answer to one question, as part of an observation."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.model.records import AnswerKind, Question
from motwall.ui.questions.answers import AnswerChips, AnswerNote, SeenAnswers
from motwall.ui.small import label


class SeenAnswer(QWidget):
    """The question to be read, and below it what was seen."""

    def __init__(self, document: Document) -> None:
        """For no question yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self.question = label("", "", is_wrapped=True)
        self.chips = AnswerChips(document)
        self.note = AnswerNote(document)
        low = QHBoxLayout()
        low.setSpacing(8)
        low.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignTop)
        low.addWidget(self.note, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.question)
        column.addLayout(low)

    def show_question(self, observation_id: str, question_id: str) -> None:
        """Turn to a question of an observation; "" for none."""
        self._id = question_id
        way = SeenAnswers(self._document, observation_id) if question_id else None
        self.chips.show_question(way, question_id)
        self.note.show_question(way, question_id)
        self.show_now()

    def show_now(self) -> None:
        """Follow the records."""
        question = self._document.store.find(Question, self._id)
        if question is not None:
            self.question.setText(question.text)
            self.chips.setVisible(question.kind is AnswerKind.YES_NO)
            self.chips.show_now()
            self.note.show_now()

    def flush(self) -> bool:
        """Commit what is typed."""
        return self.note.flush()
