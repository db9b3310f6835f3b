"""Answering a question: yes, no or don't know with one tap, and a note."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout
from typing_extensions import override

from motwall.document.document import Document, Selected
from motwall.document.typing import Pauses
from motwall.i18n import translate
from motwall.model.answering import answer_within, own_answer
from motwall.model.edits.questions import Said, answer_as_seen, answer_question
from motwall.model.patch import Patch
from motwall.model.records import Answer, AnswerKind, Question
from motwall.model.records import Choice as AnswerChoice
from motwall.model.store import Store
from motwall.model.words import choice_word
from motwall.ui.choices import Choice, ChoiceField, word_button
from motwall.ui.editors import TextEditor
from motwall.ui.fields import FieldRef
from motwall.ui.theme import restyle


class Answering(Protocol):
    """Whose answers are shown and written."""

    def shown(self, question_id: str) -> Answer | None:
        """The answer that is shown."""

    def chosen(self, question_id: str, choice: AnswerChoice | None) -> Patch:
        """What a tap on a choice does; None takes the choice away."""

    def noted(self, question_id: str, note: str) -> Patch:
        """What a note does."""


class TeamAnswers:
    """The team's own: the latest is shown, and what is answered today is dated today."""

    def __init__(self, document: Document) -> None:
        """Answer on a wall."""
        self._document = document

    def shown(self, question_id: str) -> Answer | None:
        """The team's latest answer."""
        return own_answer(self._document.store, question_id)

    def chosen(self, question_id: str, choice: AnswerChoice | None) -> Patch:
        """Answer today; an earlier answer stays, and taking its choice away says it again."""
        shown = self.shown(question_id)
        if shown is None or self._is_of_now(shown):
            return self._answer(question_id, choice, shown.note if shown else "")
        return self._answer(question_id, choice or shown.choice, "")

    def noted(self, question_id: str, note: str) -> Patch:
        """Write beside the choice that is shown."""
        shown = self.shown(question_id)
        return self._answer(question_id, shown.choice if shown else None, note)

    def _is_of_now(self, answer: Answer) -> bool:
        document = self._document
        now = (document.clock.today(), document.session_id)
        return (answer.answered_on, answer.session_id) == now

    def _answer(self, question_id: str, choice: AnswerChoice | None, note: str) -> Patch:
        document = self._document
        return answer_question(
            document.store,
            question_id,
            Said(choice=choice, note=note),
            document.clock.today(),
            document.clock.new_id(),
            document.session_id,
        )


class SeenAnswers:
    """Those that are part of an observation."""

    def __init__(self, document: Document, observation_id: str) -> None:
        """Answer for an observation."""
        self._document = document
        self._observation_id = observation_id

    def shown(self, question_id: str) -> Answer | None:
        """The answer of the observation."""
        return answer_within(self._document.store, question_id, self._observation_id)

    def chosen(self, question_id: str, choice: AnswerChoice | None) -> Patch:
        """Answer, or answer in another way."""
        shown = self.shown(question_id)
        return self._answer(question_id, choice, shown.note if shown else "")

    def noted(self, question_id: str, note: str) -> Patch:
        """Write beside the choice."""
        shown = self.shown(question_id)
        return self._answer(question_id, shown.choice if shown else None, note)

    def _answer(self, question_id: str, choice: AnswerChoice | None, note: str) -> Patch:
        document = self._document
        return answer_as_seen(
            document.store,
            question_id,
            self._observation_id,
            Said(choice=choice, note=note),
            document.clock.new_id(),
            document.session_id,
        )


class AnswerChips(ChoiceField):
    """Yes, no, don't know; the chosen one again takes the answer back."""

    def __init__(self, document: Document) -> None:
        """For no question yet."""
        self._way: Answering | None = None
        super().__init__(
            document,
            FieldRef(Answer, "choice"),
            translate("Questions", "Answer"),
            [Choice(one, choice_word(one)) for one in AnswerChoice],
            cleared=None,
            edit=self._answered,
        )

    def show_question(self, way: Answering | None, question_id: str) -> None:
        """Turn to a question; "" for none."""
        self._way = way
        self.show_records([question_id] if question_id else [])

    @override
    def arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)

    @override
    def make_button(self) -> QAbstractButton:
        return word_button("", "chip")

    @override
    def values(self) -> set[object]:
        return {answer.choice for one in self._ids if (answer := self._shown(one)) is not None}

    def _shown(self, question_id: str) -> Answer | None:
        return self._way.shown(question_id) if self._way is not None else None

    def _answered(self, _store: Store, ids: Sequence[str], value: object) -> Patch:
        if self._way is None or not ids:
            return Patch()
        return self._way.chosen(ids[0], AnswerChoice(str(value)) if value else None)


class AnswerNote(TextEditor):
    """What is answered in words, or noted beside a choice."""

    def __init__(self, document: Document) -> None:
        """For no question yet."""
        super().__init__(translate("Questions", "Note"), is_left_by_enter=True)
        self._document = document
        self._way: Answering | None = None
        self._id = ""
        self._is_uncommitted = False
        self._merge_key = ""
        self._pauses = Pauses(self)
        self._pauses.due.connect(self.flush)
        self.edited.connect(self._on_edited)
        self.commit_wanted.connect(self.flush)
        self.pasted.connect(self.flush)
        self.visited.connect(self._on_visited)
        document.wall_lock.changed.connect(self.show_now)

    def show_question(self, way: Answering | None, question_id: str) -> None:
        """Turn to a question; "" for none. What was typed for the one before is kept first."""
        self.flush()
        self._way, self._id = way, question_id
        self._is_uncommitted = False
        self._merge_key = ""
        question = self._document.store.find(Question, question_id)
        is_words = question is not None and question.kind is AnswerKind.WORDS
        if self.property("kind") != "cell":
            restyle(self, "kind", "boxed" if is_words else "flat")
        self.setPlaceholderText(
            translate("Questions", "Answer in words")
            if is_words
            else translate("Questions", "Note")
        )
        self.show_now()

    def show_now(self) -> None:
        """Follow the answer, unless something typed waits to be written."""
        is_fixed = self._document.wall_lock.fixes(Answer, "note")
        self.setReadOnly(is_fixed)
        if not self._is_uncommitted:
            answer = self._way.shown(self._id) if self._way is not None and self._id else None
            self.show_text(answer.note if answer else "")

    def flush(self) -> bool:
        """Commit what is typed; False if that failed."""
        self._pauses.stop()
        store = self._document.store
        question = store.find(Question, self._id)
        if not self._is_uncommitted or self._way is None or question is None:
            return True
        if not self._merge_key:
            self._merge_key = f"Answer.note.{self._document.clock.new_id()}"
        selected = Selected((question.moment_id,), (question.moment_id,))
        patch = self._way.noted(self._id, self.text())
        if not self._document.push(patch, self._merge_key, selected):
            return False
        self._is_uncommitted = False
        self.show_now()
        return True

    def _on_edited(self) -> None:
        self._is_uncommitted = True
        self._pauses.typed()

    def _on_visited(self) -> None:
        if not self._is_uncommitted:
            self._merge_key = ""
