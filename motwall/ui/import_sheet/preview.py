"""The first notes that a table would make, as the wall would have them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.importing.mapping import Meaning, meaning_words
from motwall.importing.table import Row
from motwall.ui.theme import BODY

#: Of the rows.
SHOWN = 10
#: In pixels at the usual size of the text: the words, the others, and a row.
_WORDS, _OTHER, _ROW = 240, 120, 34
#: Beside the words of a header.
_SIDE = 12
#: Longer words do not fit anyway.
_LONGEST = 200
_COLUMNS = [
    one for one in Meaning
    if one not in {Meaning.X, Meaning.Y, Meaning.COLOUR, Meaning.LEFT_OUT}
]  # fmt: skip


class Preview(QTableWidget):
    """A row a note; only columns that something stands in."""

    def __init__(self) -> None:
        """Be empty until `show_rows`."""
        super().__init__()
        self.setAccessibleName(translate("Import", "The first notes"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the first of the rows, with the numbers they have in the file."""
        first = rows[:SHOWN]
        used = [one for one in _COLUMNS if any(row[_column(one)].strip() for row in first)]
        self.setRowCount(len(first))
        self.setColumnCount(len(used))
        self.setHorizontalHeaderLabels([meaning_words(one) for one in used])
        self.setVerticalHeaderLabels([str(row.number) for row in first])
        scale = self.font().pixelSize() / BODY
        self.verticalHeader().setDefaultSectionSize(round(_ROW * scale))
        for place, meaning in enumerate(used):
            is_words = meaning is Meaning.MOMENT
            width = self.fontMetrics().horizontalAdvance(meaning_words(meaning)) + 2 * _SIDE
            self.setColumnWidth(place, round(max(width, (_WORDS if is_words else _OTHER) * scale)))
            for line, row in enumerate(first):
                self.setItem(line, place, _item(row[_column(meaning)]))
        self._fill()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words have the room that is left."""
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        header = self.horizontalHeader()
        if header.count():
            free = self.viewport().width() - header.length()
            least = round(_WORDS * self.font().pixelSize() / BODY)
            self.setColumnWidth(0, max(least, self.columnWidth(0) + free))


def _column(meaning: Meaning) -> str:
    return meaning.replace("_", " ")


def _item(words: str) -> QTableWidgetItem:
    plain = " ".join(words[:_LONGEST].split())
    item = QTableWidgetItem(plain)
    item.setToolTip("")
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item
