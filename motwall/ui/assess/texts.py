"""The questions that are answered in words: what they expect, what they get, the ultimate."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.edits.assessing import write_view
from motwall.model.patch import Patch
from motwall.model.readiness import says_should
from motwall.model.records import Moment, Record, Viewpoint
from motwall.model.store import Store
from motwall.ui.assess.part import Part
from motwall.ui.fields import FieldRef, TextField
from motwall.ui.small import label

#: An empty field has room for so many lines: it asks for more than a word.
_LINES = 5


class Question(NamedTuple):
    """What a part asks.

    Attributes:
        field: Of a moment.
        name: Of the field, for those who cannot see the question.
        words: The question.
        hint: What always stands below it.
        placeholder: What stands in the empty field.
    """

    field: str
    name: str
    words: str
    hint: str
    placeholder: str


def expectation_question() -> Question:
    """What customers expect."""
    return Question(
        "expectation",
        translate("Assess", "They expect"),
        translate("Assess", "What do they expect here?"),
        translate("Assess", "From your promises, from others, from the last time they came."),
        translate("Assess", "What would just satisfy them"),
    )


def today_question() -> Question:
    """What customers get."""
    return Question(
        "today",
        translate("Assess", "They get today"),
        translate("Assess", "What do they get today?"),
        translate("Assess", "What happens, not what ought to. Be honest: nobody is blamed."),
        translate("Assess", "What one would see and hear, on a bad day too"),
    )


def ultimate_question() -> Question:
    """What would be the best there could be."""
    return Question(
        "ultimate",
        translate("Assess", "The ultimate"),
        translate("Assess", "If you were this customer: what would be the ultimate?"),
        translate("Assess", "No limits here. Cost, effort and who would do it come later."),
        translate("Assess", "What would make them tell all their friends"),
    )


class AnswerField(TextField):
    """A field in the middle of a card, with room for a few lines."""

    def __init__(self, document: Document, question: Question, viewpoint: Viewpoint) -> None:
        """Answer a question from a viewpoint."""
        ref = FieldRef(Moment, question.field)
        super().__init__(document, ref, question.name, question.placeholder)
        self.setProperty("role", "answer")
        self.lines = _LINES
        if viewpoint is not Viewpoint.TEAM:
            self.binding.edit = partial(_written_as, viewpoint)

    @override
    def fit_height(self) -> None:
        around = self.height() - self.viewport().height()
        self.least_height = self.lines * QFontMetrics(self.font()).lineSpacing() + around
        super().fit_height()


class TextPart(Part):
    """A question, a hint that stays, and a field for the answer."""

    def __init__(
        self, document: Document, question: Question, viewpoint: Viewpoint = Viewpoint.TEAM
    ) -> None:
        """Ask; what is answered is marked as that viewpoint's."""
        super().__init__()
        self.question = label(question.words, "question", is_wrapped=True)
        self.hint = label(question.hint, "hint", is_wrapped=True)
        self.field = AnswerField(document, question, viewpoint)
        self.question.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.question)
        column.addWidget(self.hint)
        column.addSpacing(4)
        column.addWidget(self.field)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    @override
    def show_moment(self, moment_id: str) -> None:
        self.field.show_records((moment_id,) if moment_id else ())

    @override
    def first_field(self) -> QWidget:
        return self.field

    @override
    def flush(self) -> bool:
        return self.field.flush()


class TodayPart(TextPart):
    """What they get today; says so when the answer tells what ought to happen."""

    def __init__(self, document: Document, viewpoint: Viewpoint = Viewpoint.TEAM) -> None:
        """Ask; see `TextPart`."""
        super().__init__(document, today_question(), viewpoint)
        self.warning = label(should_words(), "band", is_wrapped=True)
        column = self.layout()
        if column is not None:
            column.addWidget(self.warning)
        self.warning.hide()
        self.field.textChanged.connect(self._look_for_should)

    def _look_for_should(self) -> None:
        self.warning.setVisible(says_should(self.field.text()))


def should_words() -> str:
    """Said when the words about today tell what ought to happen."""
    return translate("Assess", "This tells what should happen. What does happen today?")


def _written_as(
    viewpoint: Viewpoint,
    store: Store,
    _record_type: type[Record],
    ids: Iterable[str],
    field: str,
    value: object,
) -> Patch:
    return write_view(store, ids, field, value, viewpoint)
