"""What unfolds above the table or over it: the columns to choose, a pasted block, the commands."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.list_columns import FIRST_COLUMNS, ListColumn, column_titles
from motwall.model.pasted_table import PastedTable
from motwall.ui.choices import word_button
from motwall.ui.flow import FlowBox
from motwall.ui.small import label

#: Of what was refused; the rest is counted.
_MOST_SENTENCES = 200
_REFUSED_HEIGHT = 96


class ColumnShelf(QFrame):
    """A chip for each column; those that are shown are marked."""

    #: Other columns are wanted. Carries them, from the left.
    chosen = Signal(object)

    def __init__(self, columns: Iterable[ListColumn]) -> None:
        """Mark the columns shown now; hidden at first."""
        super().__init__()
        self._chips: dict[ListColumn, QPushButton] = {}
        self._flow = FlowBox(spacing=6)
        for column, title in column_titles().items():
            chip = word_button(title, "chip")
            chip.setCheckable(True)
            chip.clicked.connect(self._choose)
            self._chips[column] = chip
        # What the list is about stays.
        self._chips[ListColumn.TEXT].setEnabled(False)
        self.as_first = word_button(translate("List", "As at first"), "link")
        self.as_first.clicked.connect(self._reset)
        self._flow.set_widgets([*self._chips.values(), self.as_first])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._flow)
        self._mark(columns)
        self.hide()

    def chip(self, column: ListColumn) -> QPushButton:
        """The chip of a column."""
        return self._chips[column]

    def _mark(self, columns: Iterable[ListColumn]) -> None:
        shown = {*columns, ListColumn.TEXT}
        for column, chip in self._chips.items():
            chip.setChecked(column in shown)

    def _choose(self) -> None:
        self.chosen.emit([one for one, chip in self._chips.items() if chip.isChecked()])

    def _reset(self) -> None:
        self._mark(FIRST_COLUMNS)
        self._choose()


class PasteShelf(QFrame):
    """What a pasted block would do, before it does it."""

    #: Paste it. Carries the PastedTable.
    agreed = Signal(object)
    #: It is not wanted.
    dropped = Signal()

    def __init__(self) -> None:
        """Be hidden until `show_table`."""
        super().__init__()
        self.setProperty("role", "card")
        self._table = PastedTable()
        self.words = label("", "strong", is_wrapped=True)
        self.refused = QPlainTextEdit()
        self.refused.setReadOnly(True)
        self.refused.setTabChangesFocus(True)
        self.refused.setFixedHeight(_REFUSED_HEIGHT)
        self.refused.setAccessibleName(translate("List", "What cannot be pasted"))
        self.note = label(
            translate("List", "What cannot be pasted stays on the clipboard."), "quiet"
        )
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self._agree)
        self.cancel = QPushButton(translate("List", "Do not paste"))
        self.cancel.clicked.connect(self._drop)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (self.words, self.refused):
            column.addWidget(widget)
        column.addLayout(row)
        self.hide()

    def show_table(self, table: PastedTable) -> None:
        """Say what a block comes to."""
        self._table = table
        said = [_added_words(len(table.added)), _changed_words(len(table.changed))]
        if table.refused:
            said.append(translate("List", "%n cell(s) cannot be pasted:", count=len(table.refused)))
        self.words.setText(" ".join(one for one in said if one))
        self.refused.setPlainText("\n".join(table.refused[:_MOST_SENTENCES]))
        for widget in (self.refused, self.note):
            widget.setVisible(bool(table.refused))
        is_possible = bool(table.added or table.changed)
        self.button.setVisible(is_possible)
        self.button.setText(
            translate("List", "Paste the rest") if table.refused else translate("List", "Paste")
        )
        self.show()
        (self.button if is_possible else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self) -> None:
        self.agreed.emit(self._table)

    def _drop(self) -> None:
        self.hide()
        self.dropped.emit()


class CommandShelf(QFrame):
    """What can be done with the selected cells and notes, as buttons; nothing modal."""

    def __init__(self, parent: QWidget) -> None:
        """Lie over a card, hidden."""
        super().__init__(parent)
        self.setProperty("role", "popup")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 8, 8, 8)
        self._grid.setSpacing(6)
        self._back: QWidget | None = None
        #: How many buttons each column has.
        self._filled: dict[int, int] = {}
        self.buttons: dict[str, QPushButton] = {}
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.hide()

    def offer(self, group: int, name: str, words: str, run: Callable[[], object]) -> None:
        """Have a button in a column of them."""
        button = word_button(words, "chip")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(partial(self._run, run))
        place = self._filled.get(group, 0)
        self._filled[group] = place + 1
        self._grid.addWidget(button, place, group)
        self.buttons[name] = button

    def open_at(self, place: QPoint, room: QRect, back: QWidget) -> None:
        """Show it near a place, inside a room; the keyboard goes back where it came from."""
        self._back = back
        self.adjustSize()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.raise_()
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def close_shelf(self) -> None:
        """Hide it and give the keyboard back."""
        if not self.isHidden():
            self.hide()
            if self._back is not None:
                self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the buttons; Esc is the page's, which asks the card first."""
        keys = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        way = keys.get(Qt.Key(event.key()), 0)
        buttons: Sequence[QWidget] = list(self.buttons.values())
        now = self.focusWidget()
        if way and now in buttons:
            place = (buttons.index(now) + way) % len(buttons)
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _run(self, run: Callable[[], object], _is_checked: bool = False) -> None:
        self.close_shelf()
        run()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        was_here = old is not None and self.isAncestorOf(old)
        if was_here and now is not None and not self.isAncestorOf(now):
            self.hide()


def count_words(shown: int, total: int, *, is_filtered: bool) -> str:
    """How many notes a list shows."""
    if not is_filtered:
        return translate("List", "%n moment(s)", count=total)
    words = translate("List", "{shown} of %n moment(s)", count=total)
    return words.format(shown=shown)


def quiet_label() -> QLabel:
    """For the count."""
    return label("", "quiet")


def _added_words(count: int) -> str:
    return translate("List", "%n note(s) will be added.", count=count) if count else ""


def _changed_words(count: int) -> str:
    return translate("List", "%n cell(s) will be changed.", count=count) if count else ""
