"""The columns of a table, one below the other: what each is called, holds and means."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from motwall.i18n import translate
from motwall.importing.mapping import Mapping, Meaning, column_names, data_rows, meaning_words
from motwall.importing.source_table import SourceTable
from motwall.ui.flow import FlowBox
from motwall.ui.small import ElidedLabel
from motwall.ui.theme import BODY, restyle

#: Of the button with the meaning, pixels at the usual size of the text.
_BUTTON = 150
_SAMPLES = 3
_GAP = 6


class ColumnRow(QFrame):
    """One column."""

    #: Its meaning is to be chosen, or is chosen.
    pressed = Signal()

    def __init__(self) -> None:
        """Be empty until `show_column`."""
        super().__init__()
        self.setProperty("role", "card")
        self._name = ElidedLabel("strong")
        self._sample = ElidedLabel("small")
        self.button = QPushButton()
        self.button.setCheckable(True)
        self.button.setProperty("kind", "chip")
        self.button.clicked.connect(self.pressed)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._sample)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(10, 6, 8, 6)
        self.column.setSpacing(_GAP)
        self.column.addLayout(row)

    def show_column(self, name: str, samples: Sequence[str], meaning: Meaning) -> None:
        """Say what a column is called, what stands in it, and what it means."""
        self._name.setText(name)
        self._sample.setText(" · ".join(samples))
        is_used = meaning is not Meaning.LEFT_OUT
        words = meaning_words(meaning) if is_used else translate("Import", "Left out")
        self.button.setText(words)
        restyle(self._name, "role", "strong" if is_used else "small")
        said = translate("Import", "{name}: {meaning}, change").format(name=name, meaning=words)
        self.button.setAccessibleName(said)
        self.button.setMinimumWidth(round(_BUTTON * self.font().pixelSize() / BODY))


class ColumnRows(QScrollArea):
    """All columns; the meanings to choose from unfold below the one that was pressed."""

    #: Another meaning was chosen. Carries the number of the column from 0, and the Meaning.
    chosen = Signal(int, object)
    #: The meanings to choose from stand below another column now.
    unfolded = Signal()

    def __init__(self) -> None:
        """Be empty until `show_table`."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows: list[ColumnRow] = []
        self._open: int | None = None
        self._inner = QWidget()
        self._inner.setObjectName("importColumns")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(_GAP)
        self._column.addStretch(1)
        self.chips = {one: self._chip(one) for one in Meaning}
        self._flow = FlowBox(spacing=_GAP)
        self._flow.set_widgets(list(self.chips.values()))
        self._flow.setParent(self._inner)
        self._flow.hide()
        self.setWidget(self._inner)

    def show_table(self, table: SourceTable, mapping: Mapping) -> None:
        """Show the columns of a table with their meanings."""
        while len(self.rows) < table.width:
            row = ColumnRow()
            row.pressed.connect(partial(self._toggle, len(self.rows)))
            self.rows.append(row)
            self._column.insertWidget(self._column.count() - 1, row)
        names = column_names(table, mapping)
        below = data_rows(table, mapping)
        for place, row in enumerate(self.rows):
            row.setHidden(place >= table.width)
            if place < table.width:
                name = names[place] or _number(place)
                row.show_column(name, _samples(below, place), mapping.meanings[place])
        self._mark(mapping)

    def fold(self) -> None:
        """Put the choice away."""
        self._open = None
        self._flow.hide()
        for row in self.rows:
            row.button.setChecked(False)

    def _toggle(self, place: int) -> None:
        is_again = self._open == place
        self.fold()
        if is_again:
            return
        self._open = place
        row = self.rows[place]
        row.button.setChecked(True)
        row.column.addWidget(self._flow)
        self._flow.show()
        self._flow.arrange()
        self._tell_current(row)
        self._inner.adjustSize()
        self.ensureWidgetVisible(self._flow)
        self.ensureWidgetVisible(row)
        self.unfolded.emit()
        if row.button.hasFocus():
            # It came by key, so the choice goes on by key.
            marked = (chip for chip in self.chips.values() if chip.isChecked())
            next(marked, row.button).setFocus(Qt.FocusReason.TabFocusReason)

    def _tell_current(self, row: ColumnRow) -> None:
        words = row.button.text()
        for meaning, chip in self.chips.items():
            is_none = meaning is Meaning.LEFT_OUT and words == translate("Import", "Left out")
            chip.setChecked(is_none or chip.text() == words)

    def _mark(self, mapping: Mapping) -> None:
        if self._open is not None and self._open < len(mapping.meanings):
            self._tell_current(self.rows[self._open])

    def _chip(self, meaning: Meaning) -> QPushButton:
        chip = QPushButton(meaning_words(meaning))
        chip.setCheckable(True)
        chip.setProperty("kind", "chip")
        chip.clicked.connect(partial(self._choose, meaning))
        return chip

    def _choose(self, meaning: Meaning, _is_checked: bool = True) -> None:
        place = self._open
        if place is not None:
            self.fold()
            self.rows[place].button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.chosen.emit(place, meaning)


def _number(place: int) -> str:
    return translate("Import", "Column {number}").format(number=place + 1)


def _samples(rows: Sequence[tuple[int, Sequence[str]]], place: int) -> list[str]:
    """The first different things that stand in a column."""
    found: dict[str, None] = {}
    for _, cells in rows[:200]:
        if place < len(cells) and cells[place].strip():
            found.setdefault(" ".join(cells[place].split())[:80])
        if len(found) == _SAMPLES:
            break
    return list(found)
