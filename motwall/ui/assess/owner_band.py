"""Says that one person wrote this alone, and takes that away once the team agrees."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from motwall.document.document import Document, Selected
from motwall.i18n import translate
from motwall.model.edits.fields import write
from motwall.model.patch import Patch
from motwall.model.records import Moment, Viewpoint
from motwall.ui.small import label


class OwnerBand(QFrame):
    """There only for a moment that shows the view of one owner, to be tested with the team."""

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self.setObjectName("ownerBand")
        self._document = document
        self._id = ""
        words = translate(
            "Assess", "To be tested with the team: so far this is the view of one person."
        )
        self.words = label(words, "strong", is_wrapped=True)
        self.agree = QPushButton(translate("Assess", "The team sees it so"))
        self.agree.clicked.connect(self._agree)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.agree)
        document.changed.connect(self._on_changed)

    def show_moment(self, moment_id: str) -> None:
        """Turn to a moment; "" for none."""
        self._id = moment_id
        moment = self._document.store.find(Moment, moment_id)
        self.setVisible(moment is not None and moment.viewpoint is Viewpoint.OWNER)
        self.agree.setEnabled(not self._document.is_read_only)

    def _agree(self) -> None:
        patch = write(self._document.store, Moment, [self._id], "viewpoint", Viewpoint.TEAM)
        self._document.push(patch, selected=Selected((self._id,), (self._id,)))

    def _on_changed(self, patch: Patch) -> None:
        if self._id in patch.changes:
            self.show_moment(self._id)
