"""What a ladder starts from: name, number, unit, day, and which way is better."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.records import Better, Ladder
from motwall.ui.choices import Choice, ChoiceField
from motwall.ui.date_field import DateField
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.number_field import NumberField
from motwall.ui.small import labelled

_TITLE_SHARE, _NUMBER_SHARE, _UNIT_SHARE, _DAY_SHARE, _BETTER_SHARE = 6, 2, 3, 3, 4


class BaseFields(QWidget):
    """The fields of one ladder in a row."""

    def __init__(self, document: Document) -> None:
        """For no ladder yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self.title = TextField(
            document,
            FieldRef(Ladder, "title"),
            translate("Ladder", "What gets better"),
            translate("Ladder", "Such as: how long a repair takes"),
        )
        self.start = NumberField(
            document,
            FieldRef(Ladder, "start_value"),
            translate("Ladder", "Today"),
            translate("Ladder", "Number"),
            self._unit,
        )
        self.unit = TextField(
            document,
            FieldRef(Ladder, "unit"),
            translate("Ladder", "Unit"),
            translate("Ladder", "days, minutes, %"),
        )
        self.starts_on = DateField(
            document,
            FieldRef(Ladder, "starts_on"),
            translate("Ladder", "Counted on"),
            translate("Ladder", "When?"),
        )
        ways = [
            Choice(Better.DOWN, translate("Ladder", "lower")),
            Choice(Better.UP, translate("Ladder", "higher")),
        ]
        name = translate("Ladder", "Better is")
        self.better = ChoiceField(document, FieldRef(Ladder, "better"), name, ways, cleared=None)
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        fields = (
            (self.title, _TITLE_SHARE),
            (self.start, _NUMBER_SHARE),
            (self.unit, _UNIT_SHARE),
            (self.starts_on, _DAY_SHARE),
            (self.better, _BETTER_SHARE),
        )
        names = (
            translate("Ladder", "What gets better"),
            translate("Ladder", "Today"),
            translate("Ladder", "Unit"),
            translate("Ladder", "Counted on"),
            translate("Ladder", "Better is"),
        )
        for name, (field, share) in zip(names, fields, strict=True):
            row.addWidget(labelled(name, field), share, Qt.AlignmentFlag.AlignTop)

    def show_record(self, ladder_id: str) -> None:
        """Turn to a ladder; "" for none."""
        self._id = ladder_id
        ids = (ladder_id,) if ladder_id else ()
        for field in (self.title, self.start, self.unit, self.starts_on, self.better):
            field.show_records(ids)

    def flush(self) -> bool:
        """Commit what is typed."""
        return flush_all([self.title, self.start, self.unit, self.starts_on])

    def _unit(self) -> str:
        ladder = self._document.store.find(Ladder, self._id)
        return ladder.unit if ladder is not None else ""
