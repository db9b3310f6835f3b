"""What they expect and what they get, side by side, and how the one compares with the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.patch import Patch
from motwall.model.records import Moment
from motwall.ui.assess.part import in_short
from motwall.ui.small import label

#: Above each line and between the two texts, pixels at a text scale of 1.
_ABOVE, _BETWEEN = 8, 24


class Recall(QWidget):
    """Two texts to be read, then the question; a very long text only begins here."""

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self.expected = label("", "recall", is_wrapped=True)
        self.received = label("", "recall", is_wrapped=True)
        words = translate("Assess", "How does it compare with what they expect?")
        self.question = label(words, "question", is_wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _ABOVE, 0, 0)
        column.setSpacing(_ABOVE)
        row = QHBoxLayout()
        row.setSpacing(_BETWEEN)
        column.addLayout(row)
        column.addWidget(self.question)
        for one in (self.expected, self.received):
            one.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            row.addWidget(one, 1)
        document.changed.connect(self._on_changed)

    def show_moment(self, moment_id: str) -> None:
        """Turn to a moment; "" for none."""
        self._id = moment_id
        moment = self._document.store.find(Moment, moment_id)
        if moment is not None:
            _say(self.expected, translate("Assess", "They expect: {words}"), moment.expectation)
            _say(self.received, translate("Assess", "They get today: {words}"), moment.today)

    def _on_changed(self, patch: Patch) -> None:
        if self._id in patch.changes:
            self.show_moment(self._id)


def _say(shown: QLabel, words: str, answer: str) -> None:
    nothing = translate("Assess", "nothing written yet")
    shown.setText(words.format(words=in_short(answer) or nothing))
