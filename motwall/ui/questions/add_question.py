"""A line for a question of one's own: type, Enter, next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.edits.questions import add_question
from motwall.model.patch import Patch
from motwall.model.records import AnswerKind
from motwall.model.store import Store
from motwall.ui.choices import word_button
from motwall.ui.panel.quick_line import Draft, QuickLine


class AddQuestion(QWidget):
    """The line, and how the question is to be answered."""

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self._document = document
        self._draft = Draft(document)
        self._moment_id = ""
        self._kind = AnswerKind.YES_NO
        self.line = QuickLine(
            translate("Questions", "A question of your own"),
            translate("Questions", "+ A question of your own, then Enter"),
            self._submit,
        )
        self.line.setProperty("kind", "")
        # Choosing how it is answered is still the same question.
        self.line.group = self
        self.kinds = {
            AnswerKind.YES_NO: self._chip(AnswerKind.YES_NO, translate("Questions", "Yes or no")),
            AnswerKind.WORDS: self._chip(AnswerKind.WORDS, translate("Questions", "In words")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        for chip in self.kinds.values():
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        self._choose(AnswerKind.YES_NO)
        document.changed.connect(self._on_changed)

    def _chip(self, kind: AnswerKind, words: str) -> QPushButton:
        chip = word_button(words, "chip")
        chip.setCheckable(True)
        chip.clicked.connect(lambda _checked=False: self._choose(kind))
        return chip

    def show_moment(self, moment_id: str) -> None:
        """Turn to a moment; "" for none. What stands in the line is asked of the one before."""
        if moment_id != self._moment_id:
            self.flush()
            self.line.show_text("")
            self._draft = Draft(self._document)
            self._moment_id = moment_id
        is_usable = bool(moment_id) and not self._document.is_read_only
        self.line.setReadOnly(not is_usable)
        for chip in self.kinds.values():
            chip.setEnabled(is_usable)

    def flush(self) -> bool:
        """Ask what is typed, if there is anything; whether nothing waits."""
        return not self._moment_id or self.line.flush()

    def _choose(self, kind: AnswerKind) -> None:
        self._kind = kind
        for one, chip in self.kinds.items():
            chip.setChecked(one is kind)

    def _submit(self) -> bool:
        if not self._moment_id:
            return True
        if not self._draft.push(self._made, self._moment_id):
            return False
        self.line.show_text("")
        self._choose(AnswerKind.YES_NO)
        return True

    def _made(self, store: Store, question_id: str) -> Patch:
        text = self.line.text().strip()
        return add_question(store, self._moment_id, text, question_id, self._kind)

    def _on_changed(self, _patch: Patch) -> None:
        if self._draft.has_come():
            self.line.show_text("")
