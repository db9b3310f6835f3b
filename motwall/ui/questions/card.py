"""The card of the questions about a moment: what to ask to find out whether it goes well."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Selected
from motwall.i18n import translate
from motwall.messages import message_for
from motwall.model.answering import tally
from motwall.model.belongings import questions_of
from motwall.model.edits.questions import delete_question, pull_questions
from motwall.model.errors import MotwallError
from motwall.model.patch import Patch
from motwall.model.question_bank import BankQuestion
from motwall.model.records import Answer, Moment, Observation, Question
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.moment_card import MomentCard, scrolling
from motwall.ui.panel.record_list import RecordList
from motwall.ui.questions.add_question import AddQuestion
from motwall.ui.questions.bank_pane import BankPane
from motwall.ui.questions.question_row import QuestionRow
from motwall.ui.small import label, labelled

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

_GAP = 16


def make(page: "WallPage") -> "QuestionCard":
    """The card of a page."""
    return QuestionCard(page)


class QuestionCard(MomentCard):
    """Banks on the left, the questions of the moment with their answers on the right."""

    def __init__(self, page: "WallPage") -> None:
        """Be about no moment yet."""
        super().__init__(page, translate("Questions", "Questions"))
        document = self.document
        self.bank = BankPane(document, page.find_own_questions)
        self.bank.pulled.connect(self._pull)
        self.good = TextField(
            document,
            FieldRef(Moment, "good_looks_like"),
            translate("Questions", "Good looks like"),
            translate("Questions", "What one would see and hear if all went well"),
        )
        self.count = label("", "quiet")
        self.rows: RecordList[QuestionRow] = RecordList(
            self._make_row, QuestionRow.show_record, spacing=8
        )
        self.none_yet = label(
            translate(
                "Questions", "Nothing is asked yet. Tap a question on the left, or write your own."
            ),
            "quiet",
            is_wrapped=True,
        )
        self.add = AddQuestion(document)
        observed = QPushButton(translate("Questions", "Observations"))
        observed.clicked.connect(
            lambda _checked=False: page.commands.action("observations").trigger()
        )
        self.add_to_foot(observed)
        self._arrange()

    def _arrange(self) -> None:
        asked = QWidget()
        inner = QVBoxLayout(asked)
        inner.setContentsMargins(0, 0, 12, 0)
        inner.setSpacing(10)
        inner.addWidget(labelled(self.good.accessibleName(), self.good))
        head = QHBoxLayout()
        head.addWidget(label(translate("Questions", "To ask here"), "strong"))
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignRight)
        inner.addLayout(head)
        inner.addWidget(self.none_yet)
        inner.addWidget(self.rows)
        inner.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(scrolling(asked), 1)
        right.addWidget(self.add)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(scrolling(self.bank), 2)
        row.addLayout(right, 3)

    def _make_row(self) -> QuestionRow:
        made = QuestionRow(self.document)
        made.delete_requested.connect(self._delete)
        made.keep_requested.connect(self._keep)
        return made

    @override
    def first_field(self) -> QWidget:
        """A line for a question of one's own: typing can begin."""
        return self.add.line if self.moment_id else self.back

    @override
    def prepare(self) -> None:
        """Read the banks again: somebody may have put a file there."""
        self.bank.read_banks()
        super().prepare()

    @override
    def flush(self) -> bool:
        """Commit what is typed."""
        return flush_all([self.good, self.add, *self.rows.rows.values()])

    @override
    def concerns(self, patch: Patch) -> bool:
        """Whether questions, answers or observations came, went or changed: of any moment."""
        return any(patch.touches(one) for one in (Question, Answer, Observation))

    @override
    def show_moment(self) -> None:
        """Show what is asked of the moment."""
        store, moment_id = self.document.store, self.moment_id
        self.good.show_records([moment_id] if moment_id else [])
        self.add.show_moment(moment_id)
        asked = questions_of(store, moment_id) if moment_id else []
        self.rows.show_ids([one.id for one in asked])
        for row in self.rows.rows.values():
            row.show_now()
        self.none_yet.setVisible(not asked)
        self._show_count()
        self.bank.show_moment(moment_id)

    def _show_count(self) -> None:
        stand = tally(self.document.store, [self.moment_id])
        words = translate("Questions", "{answered} of {asked} answered")
        self.count.setText(words.format(answered=stand.answered, asked=stand.asked))
        self.count.setVisible(stand.asked > 0)

    def _pull(self, questions: list[BankQuestion]) -> None:
        document = self.document
        if document.store.find(Moment, self.moment_id) is not None:
            new_id = document.clock.new_id
            self._push(pull_questions(document.store, self.moment_id, questions, new_id))

    def _push(self, patch: Patch) -> bool:
        here = (self.moment_id,)
        return self.document.push(patch, selected=Selected(here, here))

    def _delete(self, question_id: str) -> None:
        self.rows.rows[question_id].flush()
        if self._push(delete_question(self.document.store, question_id)):
            words = translate("Questions", "The question is gone, with its answers")
            self.page.actions_.verbs.offer_undo(words)

    def _keep(self, question_id: str) -> None:
        """Put a question into the user's own bank, whatever wall is open."""
        self.rows.rows[question_id].flush()
        question = self.document.store.find(Question, question_id)
        shelf = self.bank.shelf
        if question is None or shelf is None or not question.text.strip():
            return
        say = partial(self.page.toast.say, choice=None)
        try:
            is_new = shelf.keep(question.text, question.kind)
        except MotwallError as error:
            self.page.message_bar.say(message_for(error))
            return
        say(
            translate("Questions", "Kept under \u201cOur own\u201d, for every wall")
            if is_new
            else translate("Questions", "It is kept under \u201cOur own\u201d already")
        )
        self.bank.read_banks()
