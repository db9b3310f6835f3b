"""Never "why it can't", always "how it can": a reason why not is put down, then turned round.

Both stay. The box asks one thing at a time: the reason, then the question it becomes.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.diverging import is_turned
from motwall.model.edits.ideas import add_idea, turn_blocker
from motwall.model.patch import Patch
from motwall.model.records import Idea, IdeaKind
from motwall.model.store import Store
from motwall.ui.panel.quick_line import Draft, QuickLine
from motwall.ui.possibilities.idea_line import IdeaLine
from motwall.ui.possibilities.moment_words import shortened
from motwall.ui.small import Card, label

_LONGEST = 200


def question_start() -> str:
    """What every question that a reason why not is turned into begins with."""
    return translate("Possibilities", "How might we ")


class WhyNotBox(Card):
    """The reasons why not of one moment."""

    #: A reason was turned round; the keyboard may go on to the next idea.
    turned = Signal()
    #: Something was put down or turned round, or is being typed.
    heard = Signal()

    def __init__(self, document: Document, moment_id: Callable[[], str]) -> None:
        """For the moment that `moment_id` tells."""
        super().__init__()
        self._document = document
        self._moment_id = moment_id
        self._blocker_id = ""
        self._draft = Draft(document)
        self.reason = IdeaLine(
            document, translate("Possibilities", "Why it can't work"), IdeaKind.BLOCKER, moment_id
        )
        self.reason.setPlaceholderText(
            translate("Possibilities", "It can't work because\N{HORIZONTAL ELLIPSIS}")
        )
        self.put_down = QPushButton(translate("Possibilities", "Put it down"))
        self.question = QuickLine(translate("Possibilities", "How might we"), "", self._turn)
        self.question.setProperty("kind", "")
        self.turn_button = QPushButton(translate("Possibilities", "Turn it round"))
        self.later_button = QPushButton(translate("Possibilities", "Not now"))
        self._said = label("", "quiet", is_wrapped=True)
        self._ask, self._answer = QWidget(), QWidget()
        self._arrange()
        self._connect()
        self.show_blocker("")

    def _arrange(self) -> None:
        title = translate("Possibilities", "Somebody sees why it can't work?")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(label(title, "strong", is_wrapped=True))
        first = QVBoxLayout(self._ask)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(8)
        words = translate("Possibilities", "Put it down here. Then we ask how it could.")
        first.addWidget(label(words, "quiet", is_wrapped=True))
        first.addWidget(self.reason)
        first.addWidget(self.put_down, 0, Qt.AlignmentFlag.AlignRight)
        second = QVBoxLayout(self._answer)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(8)
        second.addWidget(self._said)
        second.addWidget(self.question)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.later_button)
        buttons.addWidget(self.turn_button)
        second.addLayout(buttons)
        column.addWidget(self._ask)
        column.addWidget(self._answer)

    def _connect(self) -> None:
        self.question.group = self._answer
        self.reason.group = self._ask
        self.put_down.clicked.connect(self.reason.flush)
        self.turn_button.clicked.connect(self.question.flush)
        self.later_button.clicked.connect(self._leave)
        self.reason.added.connect(self._on_added)
        self.reason.edited.connect(self.heard)
        self.question.edited.connect(self.heard)

    @property
    def blocker_id(self) -> str:
        """The reason that is being turned round, "" for none."""
        return self._blocker_id

    def show_blocker(self, idea_id: str) -> None:
        """Ask how a reason why not could be turned round; "" asks for a reason."""
        idea = self._document.store.find(Idea, idea_id)
        is_open = (
            idea is not None
            and idea.kind is IdeaKind.BLOCKER
            and not is_turned(self._document.store, idea)
        )
        wanted = idea_id if is_open else ""
        if wanted != self._blocker_id:
            self.flush()
            self._blocker_id = wanted
            self._draft = Draft(self._document)
        if wanted:
            self.question.show_text(question_start())
        if idea is not None and wanted:
            self._said.setText(
                translate("Possibilities", "Why not: {reason}").format(
                    reason=shortened(idea.text, _LONGEST)
                )
            )
        self._show_step()

    def show_moment(self) -> None:
        """Another moment is shown; what was typed for the one before was flushed."""
        self.reason.start_over()
        self._blocker_id = ""
        self.question.show_text("")
        self._show_step()

    def show_now(self) -> None:
        """Follow a change: the reason may be gone, or turned round elsewhere."""
        self.reason.forget_written()
        if self._draft.has_come():
            self.question.show_text("")
        blocker = self._document.store.find(Idea, self._blocker_id)
        is_open = blocker is not None and not is_turned(self._document.store, blocker)
        if self._blocker_id and not is_open and not self._is_asked():
            self._blocker_id = ""
        self._show_step()

    def flush(self) -> bool:
        """Commit what is typed."""
        kept = [self.reason.flush(), self.question.flush()]
        return all(kept)

    def _show_step(self) -> None:
        is_writable = not self._document.is_read_only
        is_second = bool(self._blocker_id)
        self._ask.setVisible(not is_second)
        self._answer.setVisible(is_second)
        for line in (self.reason, self.question):
            line.setReadOnly(not is_writable)
        for button in (self.put_down, self.turn_button):
            button.setEnabled(is_writable)

    def _is_asked(self) -> bool:
        """Whether a question is typed, and not only how it begins."""
        words = self.question.text().strip()
        return bool(words) and words != question_start().strip()

    def _on_added(self, ids: list[str]) -> None:
        self.heard.emit()
        self.show_blocker(ids[-1])
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)
        self.question.moveCursor(self.question.textCursor().MoveOperation.End)

    def _turn(self) -> bool:
        if not self._is_asked():
            return True
        text, moment_id = self.question.text().strip(), self._moment_id()
        blocker_id, session_id = self._blocker_id, self._document.session_id

        def patch(store: Store, new_id: str) -> Patch:
            if store.find(Idea, blocker_id) is None:
                kind = IdeaKind.HOW_MIGHT_WE
                return add_idea(store, moment_id, text, new_id, session_id, kind=kind)
            return turn_blocker(store, blocker_id, text, new_id, session_id)

        if not self._draft.push(patch, moment_id):
            return False
        self._blocker_id = ""
        self.question.show_text("")
        self._show_step()
        self.heard.emit()
        self.turned.emit()
        return True

    def _leave(self) -> None:
        """The reason stays as it is, to be turned round another time."""
        self.question.show_text("")
        self._blocker_id = ""
        self._show_step()
        self.turned.emit()
