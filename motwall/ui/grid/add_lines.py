"""The lines below the grid: one more question about a moment, one more moment in a step."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from motwall.document.document import Document, Selected
from motwall.i18n import translate
from motwall.model.clock import NewId
from motwall.model.edits.moments import add_moments, end_of_timeline
from motwall.model.edits.questions import add_question
from motwall.model.patch import Patch
from motwall.model.places import place_below
from motwall.model.records import Moment, Step
from motwall.model.targets import StackTarget, Target
from motwall.ui.panel.quick_line import Draft, QuickLine

#: Of a moment's words in a line, characters.
_MOST_WORDS = 40


class AddLines(QWidget):
    """Two lines side by side, each about what is chosen in the grid."""

    #: A moment was made. Carries its id.
    added = Signal(str)

    def __init__(self, document: Document) -> None:
        """For nothing yet."""
        super().__init__()
        self._document = document
        self._moment_id = ""
        self._step_id = ""
        #: The moment that the line for questions is about.
        self._asked_id = ""
        self._draft = Draft(document)
        self._ids = KeptIds(document.clock.new_id)
        self.question = QuickLine(translate("Grid", "Another question"), "", self._ask)
        self.moment = QuickLine(translate("Grid", "Another moment"), "", self._add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for line in (self.question, self.moment):
            line.setProperty("kind", "")
            row.addWidget(line, 1, Qt.AlignmentFlag.AlignTop)
        document.wall_lock.changed.connect(self._show_lock)
        document.changed.connect(self._on_changed)

    def show_place(self, moment_id: str, step_id: str, step_words: str) -> None:
        """Turn to a moment, "" for none, and its step, "" for what is unsorted."""
        self._moment_id, self._step_id = moment_id, step_id
        if not self.question.text():
            # Else what is typed still waits to be asked of the one before.
            self._asked_id = moment_id
        moment = self._document.store.find(Moment, moment_id)
        if moment is None:
            words = translate("Grid", "Choose a moment to ask about it")
        else:
            words = translate("Grid", "+ A question about {moment}")
            words = words.format(moment=_short(moment.text or moment.prompt))
        self.question.setPlaceholderText(words)
        words = translate("Grid", "+ A moment in {step}")
        if self._document.store.find(Step, step_id) is None:
            words = translate("Grid", "+ A moment")
        self.moment.setPlaceholderText(words.format(step=_short(step_words)))
        self._show_lock()

    def flush(self) -> bool:
        """Make what is typed; whether nothing waits."""
        is_asked = not self._asked_id or self.question.flush()
        return self.moment.flush() and is_asked

    def _show_lock(self) -> None:
        document = self._document
        self.question.setReadOnly(document.is_read_only or not self._moment_id)
        self.moment.setReadOnly(document.wall_lock.is_fixed)

    def _ask(self) -> bool:
        text, moment_id = self.question.text().strip(), self._asked_id
        if self._document.store.find(Moment, moment_id) is None:
            moment_id = self._moment_id
        if not moment_id or not self._draft.push(
            lambda store, new_id: add_question(store, moment_id, text, new_id), moment_id
        ):
            return False
        self.question.show_text("")
        self._asked_id = self._moment_id
        return True

    def _add(self) -> bool:
        document = self._document
        if not document.wall_lock.permits():
            return False
        self._ids.again()
        text = self.moment.text().strip()
        patch = add_moments(document.store, [text], self._target(), self._ids.new_id)
        made_id = self._ids.first
        if not document.push(patch, f"add.{made_id}", Selected((), (made_id,))):
            return False
        self._ids.forget()
        self.moment.show_text("")
        self.added.emit(made_id)
        return True

    def _target(self) -> Target:
        store = self._document.store
        if store.find(Moment, self._moment_id) is not None:
            return place_below(store, self._moment_id)
        if store.find(Step, self._step_id) is not None:
            return StackTarget(self._step_id, 0)
        return end_of_timeline(store)

    def _on_changed(self, _patch: Patch) -> None:
        if self._draft.has_come():
            self.question.show_text("")
        first = self._ids.first
        if first and self._document.store.find(Moment, first) is not None:
            # Written after all, by the document's own second try.
            self._ids.forget()
            self.moment.show_text("")


class KeptIds:
    """Fresh ids that stay the same until what they are for is written: it is made only once."""

    def __init__(self, new_id: NewId) -> None:
        """Take where they come from."""
        self._new_id: Callable[[], str] = new_id
        self._kept: list[str] = []
        self._next = 0

    @property
    def first(self) -> str:
        """The first of them; "" while there is none."""
        return self._kept[0] if self._kept else ""

    def again(self) -> None:
        """Begin anew with the first."""
        self._next = 0

    def forget(self) -> None:
        """It is written; others from now on."""
        self._kept.clear()
        self._next = 0

    def new_id(self) -> str:
        """The next of them."""
        if self._next == len(self._kept):
            self._kept.append(self._new_id())
        self._next += 1
        return self._kept[self._next - 1]


def _short(text: str) -> str:
    words = " ".join(text.split())
    if len(words) > _MOST_WORDS:
        words = f"{words[:_MOST_WORDS]}\N{HORIZONTAL ELLIPSIS}"
    return f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"
