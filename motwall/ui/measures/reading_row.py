"""One reading: its day, its value and a note, edited where they stand."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.clock import Clock
from motwall.model.dates import read_past_date
from motwall.model.records import Measure, Reading
from motwall.ui.date_field import DateWords
from motwall.ui.fields import FieldRef, NotUnderstood, TextField, flush_all
from motwall.ui.number_field import NumberField
from motwall.ui.small import IconButton, label

_DAY_SHARE, _VALUE_SHARE, _NOTE_SHARE = 5, 3, 5
#: Pixels: between fields, within a flat one before its words, of the button behind them.
_GAP, _INDENT, _BUTTON = 4, 7, 26
_TOP = Qt.AlignmentFlag.AlignTop


class PastDateWords(DateWords):
    """Days on which something was: "20 nov" is the last one. A reading always has a day."""

    is_shown_while_typing = False

    def __init__(self, clock: Clock) -> None:
        """Ask the clock what day it is."""
        super().__init__(clock)
        self._past_clock = clock

    @override
    def read(self, text: str) -> date:
        """The date of the words.

        Raises:
            NotUnderstood: They have none.
        """
        found = read_past_date(text, self._past_clock.today())
        if found is None:
            raise NotUnderstood
        return found


class ReadingHeads(QWidget):
    """What stands in the columns of the rows below."""

    def __init__(self) -> None:
        """In quiet words."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(_INDENT, 0, _BUTTON, 0)
        row.setSpacing(_GAP)
        row.addWidget(label(translate("Readings", "Day"), "label"), _DAY_SHARE)
        row.addWidget(label(translate("Readings", "Value"), "label"), _VALUE_SHARE)
        row.addWidget(label(translate("Readings", "Note"), "label"), _NOTE_SHARE)


class ReadingRow(QWidget):
    """A line of the table of readings."""

    #: Delete it. Carries its id.
    delete_requested = Signal(str)

    def __init__(self, document: Document) -> None:
        """For no reading yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self.day = TextField(
            document,
            FieldRef(Reading, "taken_on"),
            translate("Readings", "Day"),
            words=PastDateWords(document.clock),
        )
        self.value = NumberField(
            document,
            FieldRef(Reading, "value"),
            translate("Readings", "Value"),
            "",
            self._unit,
            is_needed=True,
        )
        self.note = TextField(
            document,
            FieldRef(Reading, "note"),
            translate("Readings", "Note"),
        )
        self.delete = IconButton(
            "trash", translate("Readings", "Delete this reading"), self._ask_delete
        )
        for editor in (self.day, self.value.editor, self.note):
            editor.setProperty("kind", "flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.day, _DAY_SHARE, _TOP)
        row.addWidget(self.value, _VALUE_SHARE, _TOP)
        row.addWidget(self.note, _NOTE_SHARE, _TOP)
        row.addWidget(self.delete, 0, _TOP)

    def show_record(self, record_id: str) -> None:
        """Turn to a reading; "" for none."""
        self._id = record_id
        ids = (record_id,) if record_id else ()
        for field in (self.day, self.value, self.note):
            field.show_records(ids)
        self.delete.setEnabled(not self._document.is_read_only)

    def flush(self) -> bool:
        """Commit what is typed."""
        return flush_all([self.day, self.value, self.note])

    def _unit(self) -> str:
        store = self._document.store
        reading = store.find(Reading, self._id)
        measure = store.find(Measure, reading.measure_id) if reading is not None else None
        return measure.unit if measure is not None else ""

    def _ask_delete(self) -> None:
        self.delete_requested.emit(self._id)
