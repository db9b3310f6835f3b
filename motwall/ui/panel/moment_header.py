"""The head of "This moment": where it is, its words, and the way to the next one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.note_look import priority_numbers
from motwall.model.order import steps_in_order
from motwall.model.records import ContactType, Moment, Stage, Step
from motwall.model.rows import has_rows, row_names
from motwall.model.store import Store
from motwall.ui.choices import word_button
from motwall.ui.fields import FieldRef, TextField
from motwall.ui.panel.section import SIDE
from motwall.ui.small import ElidedLabel, IconButton, label


class MomentHeader(QWidget):
    """Where, to and fro, and the moment's words as a title."""

    #: Go to the moment this far on: -1 or 1.
    moved = Signal(int)

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self._document = document
        self.where = ElidedLabel("small")
        self.back = IconButton(
            "chevron-left", translate("Panel", "Moment before"), lambda: self.moved.emit(-1)
        )
        self.on = IconButton(
            "chevron-right", translate("Panel", "Next moment"), lambda: self.moved.emit(1)
        )
        name = translate("Panel", "Moment of truth")
        self.title = TextField(document, FieldRef(Moment, "text"), name, is_left_by_enter=True)
        self.title.setProperty("kind", "flat")
        self.title.setProperty("role", "title")
        self.count = label("", "title")
        self.count.setContentsMargins(SIDE, 4, SIDE, 4)
        self.merged = MergedWords()
        top = QHBoxLayout()
        top.setContentsMargins(SIDE, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self.where, 1)
        top.addWidget(self.back)
        top.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.title)
        column.addWidget(self.count)
        column.addWidget(self.merged)

    def show_moments(self, ids: Sequence[str]) -> None:
        """Turn to one moment, or to several."""
        is_one = len(ids) == 1
        self.title.show_records(ids if is_one else ())
        for widget in (self.title, self.back, self.on):
            widget.setVisible(is_one)
        self.count.setVisible(not is_one)
        if is_one:
            self.show_now(self._document.store.get(Moment, ids[0]))
        else:
            self.where.setText(translate("Panel", "What you set here is set for all of them"))
            self.count.setText(translate("Panel", "%n note(s)", count=len(ids)))
            self.merged.show_texts(())

    def show_now(self, moment: Moment) -> None:
        """Follow the record where no field of its own does."""
        self.where.setText(where(self._document.store, moment))
        prompt = moment.prompt or translate("Panel", "What happens here?")
        self.title.binding.set_placeholder(prompt)
        self.merged.show_texts(moment.merged)


class MergedWords(QWidget):
    """The words of the notes that meant the same: a count, and on request the words."""

    def __init__(self) -> None:
        """Start with none."""
        super().__init__()
        self._texts: tuple[str, ...] = ()
        #: One for each line; those not needed now are hidden.
        self.labels: list[QLabel] = []
        self.button = word_button("", "link")
        self.button.setCheckable(True)
        self.button.clicked.connect(self._show_words)
        self._words = QWidget()
        self._lines = QVBoxLayout(self._words)
        self._lines.setContentsMargins(8, 0, 0, 4)
        self._lines.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._words)
        self.hide()

    def show_texts(self, texts: tuple[str, ...]) -> None:
        """Show these words; nothing at all for none."""
        if texts == self._texts:
            return
        self._texts = texts
        words = translate("Panel", "%n more note(s) meant the same", count=len(texts))
        self.button.setText(words)
        self.button.setChecked(False)
        self.setVisible(bool(texts))
        self._show_words()

    def _show_words(self) -> None:
        self._words.setVisible(self.button.isChecked())
        if self.button.isChecked():
            while len(self.labels) < len(self._texts):
                self.labels.append(label("", "small", is_wrapped=True))
                self._lines.addWidget(self.labels[-1])
            for place, one in enumerate(self.labels):
                is_used = place < len(self._texts)
                one.setText(self._texts[place] if is_used else "")
                one.setVisible(is_used)


def where(store: Store, moment: Moment) -> str:
    """Where a moment is: "Priority 1 of 5 · Phone", "Step 3 · Find us · Online · Phone"."""
    contact_type = store.find(ContactType, moment.contact_type_id)
    words = [*_place(store, moment), contact_type.name if contact_type else ""]
    return " \N{MIDDLE DOT} ".join(one for one in words if one)


def _place(store: Store, moment: Moment) -> list[str]:
    numbers = priority_numbers(store)
    if moment.id in numbers:
        words = translate("Panel", "Priority {number} of {count}")
        return [words.format(number=numbers[moment.id], count=len(numbers))]
    step = store.find(Step, moment.step_id)
    if step is None:
        return [translate("Panel", "Unsorted")]
    stage = store.find(Stage, step.stage_id)
    number = steps_in_order(store).index(step) + 1
    words = translate("Panel", "Step {number}").format(number=number)
    row = next(one.name for one in row_names(store) if one.row_id == moment.row_id)
    parts = [words, step.title or (stage.title if stage else "")]
    return [*parts, row] if has_rows(store) else parts
