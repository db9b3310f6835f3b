"""Who the customer is: of the whole wall, or of the row the moment is in."""

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.records import Moment, Row, Wall
from motwall.ui.assess.part import Part
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.small import label


class CustomerPart(Part):
    """One line for the customer whose eyes this is seen with."""

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self._document = document
        name = translate("Assess", "Who is the customer?")
        hint = translate("Assess", "Such as: a regular on the way to work")
        self.of_wall = TextField(document, FieldRef(Wall, "customer"), name, hint)
        self.of_row = TextField(document, FieldRef(Row, "customer"), name, hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label(name, "question"))
        row.addWidget(self.of_wall, 1)
        row.addWidget(self.of_row, 1)

    @override
    def show_moment(self, moment_id: str) -> None:
        store = self._document.store
        moment = store.find(Moment, moment_id)
        row_id = moment.row_id if moment else None
        self.of_row.show_records((row_id,) if row_id else ())
        self.of_wall.show_records((store.wall.id,))
        self.of_row.setVisible(row_id is not None)
        self.of_wall.setVisible(row_id is None)
        # Asked once: a known customer stands above, with the others the moment is for.
        row = store.find(Row, row_id)
        self.setVisible(not (row.customer or row.title if row else store.wall.customer))

    @override
    def first_field(self) -> QWidget:
        return self.of_row if self.of_wall.isHidden() else self.of_wall

    @override
    def flush(self) -> bool:
        return flush_all([self.of_wall, self.of_row])
