"""For whom: the same moment in the rows of several kinds of customer, and one more of them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from motwall.document.document import Document, Selected
from motwall.i18n import translate
from motwall.model.customers import customer_name, rows_without, versions
from motwall.model.edits.customers import copy_for_customer, copy_for_new_customer
from motwall.model.patch import Patch
from motwall.model.records import Moment, Row
from motwall.model.rows import MAX_ROWS
from motwall.ui.choices import word_button
from motwall.ui.editors import TextEditor
from motwall.ui.flow import FlowBox
from motwall.ui.small import label


class VersionsRow(QWidget):
    """A button for each customer the moment stands for, and a way to one more."""

    #: Another version was chosen, or made. Carries its id.
    chosen = Signal(str)

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self._flow = FlowBox(spacing=6)
        self.buttons: dict[str, QPushButton] = {}
        self.other = word_button(translate("Assess", "+ Another kind of customer"), "chip")
        self.other.setCheckable(True)
        self.other.clicked.connect(self._show_offer)
        self.offer = Offer(document)
        self.offer.made.connect(self._on_made)
        self._for = label(translate("Assess", "For"), "beside")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._flow)
        column.addWidget(self.offer)
        self.offer.hide()
        document.wall_lock.changed.connect(self._show_lock)

    def show_moment(self, moment_id: str) -> None:
        """Turn to a moment; "" for none."""
        if moment_id != self._id:
            self.other.setChecked(False)
        self._id = moment_id
        self.show_now()

    def show_now(self) -> None:
        """Follow the wall."""
        store = self._document.store
        moment = store.find(Moment, self._id)
        found = versions(store, moment) if moment else []
        self.buttons = {}
        for one in found:
            button = word_button(customer_name(store, one.row_id), "chip")
            button.setCheckable(True)
            button.setChecked(one.id == self._id)
            button.clicked.connect(partial(self._choose, one.id))
            self.buttons[one.id] = button
        shown = [self._for, *self.buttons.values(), self.other]
        self._flow.set_widgets(shown)
        for widget in shown:
            widget.raise_()  # for Tab, which goes from the lowest to the topmost
        self._show_offer()

    def flush(self) -> bool:
        """A name that is typed and not entered is no customer yet; it stays in its line."""
        return True

    def _choose(self, moment_id: str, _is_checked: bool = False) -> None:
        had_keyboard = self.buttons[moment_id].hasFocus()
        if moment_id != self._id:
            self.chosen.emit(moment_id)  # there are other buttons now
        for one, button in self.buttons.items():
            button.setChecked(one == self._id)
        if had_keyboard and moment_id in self.buttons:
            self.buttons[moment_id].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_offer(self) -> None:
        self._show_lock()
        moment = self._document.store.find(Moment, self._id)
        is_open = self.other.isChecked() and self.other.isEnabled() and moment is not None
        if is_open:
            self.offer.show_moment(self._id)
        is_new = is_open and self.offer.isHidden()
        self.offer.setVisible(is_open)
        if is_new:
            self.offer.take_keyboard()

    def _show_lock(self) -> None:
        # It makes a note, and perhaps a row: the facilitator's lock has a word in that.
        self.other.setEnabled(bool(self._id) and not self._document.wall_lock.is_fixed)
        if not self.other.isEnabled():
            self.other.setChecked(False)
            self.offer.hide()

    def _on_made(self, moment_id: str) -> None:
        self.other.setChecked(False)
        self.offer.hide()
        self.chosen.emit(moment_id)


class Offer(QWidget):
    """The rows that have no version yet, and a line for a customer who has no row."""

    #: A copy was made. Carries its id.
    made = Signal(str)

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self.words = label("", "hint", is_wrapped=True)
        self._flow = FlowBox(spacing=6)
        self.rows: dict[str | None, QPushButton] = {}
        name = translate("Assess", "Another kind of customer")
        self.line = TextEditor(name, is_line=True)
        self.line.setPlaceholderText(translate("Assess", "Who? Such as: tourists, in a hurry"))
        self.line.entered.connect(self._add_new)
        self.add_button = QPushButton(translate("Assess", "Copy the moment for them"))
        self.add_button.clicked.connect(self._add_new)
        self._new = QWidget()
        row = QHBoxLayout(self._new)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self._flow)
        column.addWidget(self._new)

    def show_moment(self, moment_id: str) -> None:
        """Offer what there is for a moment."""
        self._id = moment_id
        store = self._document.store
        moment = store.get(Moment, moment_id)
        self.rows = {}
        for one in rows_without(store, moment):
            button = word_button(customer_name(store, one.row_id), "chip")
            button.clicked.connect(partial(self._add, one.row_id))
            self.rows[one.row_id] = button
        is_placed = moment.step_id is not None
        self._flow.set_widgets(list(self.rows.values()))
        self._flow.setVisible(bool(self.rows))
        self._new.setVisible(is_placed and store.count(Row) < MAX_ROWS)
        self.words.setText(_offer_words(is_placed=is_placed))

    def take_keyboard(self) -> None:
        """Have the keyboard where the next thing is done."""
        buttons = [*self.rows.values(), self.line]
        usable = next((one for one in buttons if one.isVisibleTo(self)), self)
        usable.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, row_id: str | None, _is_checked: bool = False) -> None:
        store, new_id = self._document.store, self._document.clock.new_id
        self._push(copy_for_customer(store, self._id, row_id, new_id))

    def _add_new(self) -> None:
        name = self.line.text().strip()
        if not name:
            self.line.setFocus()
            return
        store, new_id = self._document.store, self._document.clock.new_id
        if self._push(copy_for_new_customer(store, self._id, name, new_id)):
            self.line.show_text("")

    def _push(self, patch: Patch) -> bool:
        if not self._document.wall_lock.permits():
            return False
        added = [
            one.record.id for one in patch if one.before is None and isinstance(one.after, Moment)
        ]
        selected = Selected((self._id,), tuple(added))
        if not added or not self._document.push(patch, selected=selected):
            return False
        self.made.emit(added[0])
        return True


def _offer_words(*, is_placed: bool) -> str:
    if not is_placed:
        return translate(
            "Assess", "This note is unsorted. Put it on the timeline first, then copy it."
        )
    return translate(
        "Assess",
        "They expect something else, so the same moment may be judged otherwise. "
        "A copy in their row has its own expectation and its own rating.",
    )
