"""The readings of a measure: the entry on top, then what was read, the latest first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motwall.document.document import Document, Selected
from motwall.i18n import translate
from motwall.model.belongings import readings_of
from motwall.model.edits.measures import delete_readings
from motwall.model.records import Measure
from motwall.ui.choices import word_button
from motwall.ui.fields import flush_all
from motwall.ui.measures.entry import ReadingEntry
from motwall.ui.measures.reading_row import ReadingHeads, ReadingRow
from motwall.ui.moment_card import scrolling
from motwall.ui.panel.record_list import RecordList

#: Rows shown at first, and added by each "more".
_AT_A_TIME = 20


class Readings(QWidget):
    """Follows one measure when it is told to."""

    def __init__(self, document: Document) -> None:
        """For no measure yet."""
        super().__init__()
        self._document = document
        self._measure_id = ""
        self._most = _AT_A_TIME
        self.entry = ReadingEntry(document)
        self.rows = RecordList(self._make_row, ReadingRow.show_record, spacing=0)
        self.more = word_button("", "link")
        self.more.clicked.connect(self._show_more)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._heads = ReadingHeads()
        column.addWidget(self._heads)
        column.addWidget(self.rows)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.entry)
        whole.addWidget(scrolling(inner), 1)

    def show_measure(self, measure_id: str) -> None:
        """Turn to a measure, or follow what has become of its readings."""
        if measure_id != self._measure_id:
            self._measure_id = measure_id
            self._most = _AT_A_TIME
        self.entry.show_measure(measure_id)
        store = self._document.store
        found = readings_of(store, measure_id) if store.find(Measure, measure_id) else []
        latest_first = [one.id for one in reversed(found)]
        self.rows.show_ids(latest_first[: self._most])
        left = len(found) - self._most
        self._heads.setVisible(bool(found))
        self.more.setVisible(left > 0)
        self.more.setText(translate("Readings", "%n earlier one(s)", count=max(0, left)))

    def flush(self) -> bool:
        """Commit what is typed."""
        return flush_all([self.entry, *self.rows.rows.values()])

    def _make_row(self) -> ReadingRow:
        row = ReadingRow(self._document)
        row.delete_requested.connect(self._on_delete)
        return row

    def _show_more(self) -> None:
        self._most += _AT_A_TIME
        self.show_measure(self._measure_id)

    def _on_delete(self, reading_id: str) -> None:
        if not self.flush():
            return
        store = self._document.store
        measure = store.find(Measure, self._measure_id)
        here = (measure.moment_id,) if measure is not None and measure.moment_id else ()
        self._document.push(delete_readings(store, [reading_id]), selected=Selected(here, here))
        self.entry.text.setFocus(Qt.FocusReason.TabFocusReason)
