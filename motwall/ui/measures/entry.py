"""Where readings are typed or pasted, with what was understood of them before they are added."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from motwall.document.document import Document, Selected
from motwall.i18n import translate
from motwall.model.edits.measures import add_readings
from motwall.model.pasted_readings import PastedReadings, read_readings
from motwall.model.records import Measure
from motwall.model.sessions import first_session_day
from motwall.ui.editors import TextEditor
from motwall.ui.measures.snag_words import snags_words, understood_words
from motwall.ui.small import label

#: Pixels: two lines and a bit.
_LEAST_HEIGHT = 52


class ReadingEntry(QWidget):
    """A box for lines of a day and a number, the preview below it, and the button that adds."""

    #: Readings were added. Carries how many.
    added = Signal(int)

    def __init__(self, document: Document) -> None:
        """For no measure yet."""
        super().__init__()
        self._document = document
        self._measure_id = ""
        name = translate("Readings", "New readings: a day and a number")
        self.text = TextEditor(name, is_left_by_enter=True)
        self.text.setPlaceholderText(
            translate("Readings", "20 Nov  12.5: type it, or paste two columns of a spreadsheet")
        )
        self.text.least_height = _LEAST_HEIGHT
        self.understood = label("", "good", is_wrapped=True)
        self.doubts = label("", "small", is_wrapped=True)
        self.refused = label("", "bad", is_wrapped=True)
        self.button = QPushButton()
        self.button.clicked.connect(self.add)
        self.text.edited.connect(self._preview)
        self.text.pasted.connect(self._preview)
        self.text.entered.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text)
        for one in (self.understood, self.doubts, self.refused):
            column.addWidget(one)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_measure(self, measure_id: str) -> None:
        """Turn to a measure; what is typed for another is added there as far as it is read."""
        if measure_id != self._measure_id:
            self.flush()
            self._measure_id = measure_id
            # What was not understood belonged to the other one, or it would have been added.
        self.text.setReadOnly(self._document.is_read_only or not measure_id)
        self._preview()

    def found(self) -> PastedReadings:
        """What the text comes to."""
        measure = self._document.store.find(Measure, self._measure_id)
        unit = measure.unit if measure is not None else ""
        return read_readings(self.text.text(), unit, self._document.clock.today())

    def add(self) -> bool:
        """Add what was understood; the other lines stay. False if it could not be written."""
        found = self.found()
        measure = self._document.store.find(Measure, self._measure_id)
        if not found.taken or measure is None:
            return True
        document = self._document
        patch = add_readings(document.store, measure.id, found.taken, document.clock.new_id)
        here = (measure.moment_id,) if measure.moment_id else ()
        if not document.push(patch, selected=Selected(here, here)):
            return False
        lines = self.text.text().split("\n")
        left = [lines[one.row - 1] for one in found.refused if one.row <= len(lines)]
        self.text.show_text("\n".join(left))
        self._preview()
        self.added.emit(len(found.taken))
        return True

    def flush(self) -> bool:
        """Add what is typed and understood; whether it is kept."""
        return not self.text.text().strip() or self.add()

    def _preview(self) -> None:
        document = self._document
        measure = document.store.find(Measure, self._measure_id)
        unit = measure.unit if measure is not None else ""
        today, found = document.clock.today(), self.found()
        self.understood.setText(understood_words(found, unit, today))
        doubts = [snags_words(found.doubtful, unit)] if found.doubtful else []
        first = first_session_day(document.store)
        early = [one for one in found.taken if first is not None and one.taken_on < first]
        if early:
            doubts.append(
                translate("Readings", "%n day(s) before the first session", count=len(early))
            )
        self.doubts.setText("\n".join(doubts))
        self.refused.setText(snags_words(found.refused, unit))
        for one in (self.understood, self.doubts, self.refused):
            one.setVisible(bool(one.text()))
        count = len(found.taken)
        words = translate("Readings", "Add %n reading(s)", count=count)
        self.button.setText(words if count else translate("Readings", "Add"))
        self.button.setEnabled(bool(count) and not document.is_read_only)
