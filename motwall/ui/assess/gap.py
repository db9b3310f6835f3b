"""The gap: today and the ultimate side by side, what is missing and what closes it in between."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.gaps import Gap, gap_of
from motwall.model.patch import Patch
from motwall.model.records import Moment, PlannedAction, Rating, Viewpoint
from motwall.ui.assess.part import Part
from motwall.ui.assess.texts import AnswerField, Question, today_question, ultimate_question
from motwall.ui.facilitator.covering import later_label
from motwall.ui.fields import flush_all
from motwall.ui.panel.actions import ActionsBody
from motwall.ui.panel.faces import FacesLabel
from motwall.ui.small import Card, hairline, label

_LINES = 5
_SHORT_LINES = 2
_PADDING = 12


def issue_question() -> Question:
    """What is missing."""
    return Question(
        "issue",
        translate("Assess", "Issue"),
        translate("Assess", "Issue"),
        "",
        translate("Assess", "What is missing, in a few words"),
    )


def gap_words(gap: Gap) -> str:
    """How far it is from today's rating to magical."""
    if gap.size is None:
        return translate("Assess", "Not judged yet")
    if gap.size == 0:
        return translate("Assess", "Magical already: what keeps it so?")
    steps = (
        translate("Assess", "One step to magical"),
        translate("Assess", "Two steps to magical"),
    )
    return steps[gap.size - 1]


class GapPart(Part):
    """Three columns; the actions stand in the middle one, in the gap."""

    def __init__(self, document: Document, viewpoint: Viewpoint = Viewpoint.TEAM) -> None:
        """Write from a viewpoint."""
        super().__init__()
        self._document = document
        self._id = ""
        self.today = AnswerField(document, today_question(), viewpoint)
        self.issue = AnswerField(document, issue_question(), viewpoint)
        self.ultimate = AnswerField(document, ultimate_question(), viewpoint)
        for field in (self.today, self.ultimate):
            field.lines = _LINES
        self.issue.lines = _SHORT_LINES
        self.later = later_label(translate("Assess", "The ultimate"))
        self.size_words = label("", "strong", is_wrapped=True)
        self.faces = FacesLabel()
        self.planned = ActionsBody(document)
        self._arrange()
        document.changed.connect(self._on_changed)

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(12)
        whole.addLayout(row)
        whole.addStretch(1)
        row.addWidget(_column(self.today, translate("Assess", "Today")), 5)
        row.addWidget(_arrow())
        row.addWidget(self._middle(), 7)
        row.addWidget(_arrow())
        self._ultimate_box = _column(self.ultimate, translate("Assess", "The ultimate"))
        row.addWidget(self._ultimate_box, 5)
        self.later.setContentsMargins(0, _PADDING, 0, 0)
        self.later.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.later, 5)

    def _middle(self) -> QWidget:
        box = Card()
        column = QVBoxLayout(box)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.issue.accessibleName(), "question"))
        self.size_words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.size_words, 1)
        head.addWidget(self.faces)
        column.addLayout(head)
        column.addWidget(self.issue)
        column.addSpacing(4)
        column.addWidget(hairline())
        column.addWidget(self.planned)
        column.addStretch(1)
        return box

    @override
    def show_moment(self, moment_id: str) -> None:
        self._id = moment_id
        for field in (self.today, self.issue, self.ultimate):
            field.show_records((moment_id,) if moment_id else ())
        self.planned.show_moment(moment_id)
        self._show_now()

    def set_covered(self, *, is_covered: bool) -> None:
        """Hide the ultimate from the room until it is its turn."""
        self._ultimate_box.setHidden(is_covered)
        self.later.setVisible(is_covered)

    @override
    def first_field(self) -> QWidget:
        return self.issue

    @override
    def flush(self) -> bool:
        return flush_all([self.today, self.issue, self.ultimate, self.planned])

    def _show_now(self) -> None:
        moment = self._document.store.find(Moment, self._id)
        if moment is None:
            return
        self.size_words.setText(gap_words(gap_of(self._document.store, moment)))
        self.faces.show_ratings(moment.rating, Rating.MAGICAL)

    def _on_changed(self, patch: Patch) -> None:
        if self._id in patch.changes or patch.touches(PlannedAction):
            self._show_now()


def _column(field: AnswerField, title: str) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, _PADDING, 0, 0)
    column.setSpacing(8)
    column.addWidget(label(title, "question"))
    column.addWidget(field)
    column.addStretch(1)
    return box


def _arrow() -> QLabel:
    made = label("\N{RIGHTWARDS ARROW}", "question")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
