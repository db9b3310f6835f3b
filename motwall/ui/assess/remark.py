"""Where the room sees it differently: in a line beside the hands, kept with the judgement."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.edits.assessing import assessment_on
from motwall.model.patch import Patch
from motwall.model.records import Assessment, Viewpoint
from motwall.ui.assess.part import BELOW_LABEL, Part, asking
from motwall.ui.fields import FieldRef, TextField


class RemarkPart(Part):
    """There once hands went up for more than one face, and while there is a remark."""

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self._document = document
        self._id = ""
        name = translate("Assess", "Where do you see it differently?")
        self.field = TextField(
            document,
            FieldRef(Assessment, "remark"),
            name,
            translate("Assess", "In a line: who would say otherwise, and why"),
        )
        self.field.setProperty("role", "answer")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BELOW_LABEL)
        column.addWidget(asking(name))
        column.addWidget(self.field)
        self.hide()
        document.changed.connect(self._on_changed)

    @override
    def show_moment(self, moment_id: str) -> None:
        self._id = moment_id
        self._show_now()

    @override
    def first_field(self) -> QWidget:
        return self.field

    @override
    def flush(self) -> bool:
        return self.field.flush()

    def _show_now(self) -> None:
        day, session_id = self._document.clock.today(), self._document.session_id
        said = assessment_on(self._document.store, self._id, day, session_id, Viewpoint.TEAM)
        self.field.show_records([said.id] if said is not None else [])
        self.setVisible(said is not None and (bool(said.remark) or _is_divided(said)))

    def _on_changed(self, patch: Patch) -> None:
        if patch.touches(Assessment):
            self._show_now()


def _is_divided(said: Assessment) -> bool:
    hands = (said.hands_miserable, said.hands_neutral, said.hands_magical)
    return sum(one > 0 for one in hands) > 1
