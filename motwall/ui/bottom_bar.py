"""The bar under the wall: quick add, the pens' button, and how things stand."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.model.errors import MotwallError
from motwall.model.patch import Patch
from motwall.model.priorities import priorities
from motwall.model.records import Moment
from motwall.ui.quick_add import QuickAdd
from motwall.ui.theme import restyle


class BottomBar(QFrame):
    """Quick add, colours, counts, and that all is kept."""

    def __init__(self, document: Document, selection: Selection) -> None:
        """Follow a document."""
        super().__init__()
        self.setObjectName("bottomBar")
        self._document = document
        self.quick_add = QuickAdd(document, selection)
        self.colours_button = QPushButton(translate("Wall", "Colours"))
        self.colours_button.setCheckable(True)
        self.colours_button.setMinimumWidth(104)
        self._counts = _label()
        self._kept = _label()
        status = QVBoxLayout()
        status.setSpacing(0)
        status.addWidget(self._counts)
        status.addWidget(self._kept)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(14)
        row.addWidget(self.quick_add, 3)
        row.addWidget(self.colours_button)
        row.addStretch(1)
        row.addLayout(status)
        document.changed.connect(self._on_changed)
        document.write_failed.connect(self._on_failed)
        self.set_read_only(is_read_only=document.is_read_only)
        self._count()

    @property
    def status(self) -> str:
        """Whether all is kept, in words."""
        return self._kept.text()

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Say that nothing can be changed here, or that all is kept."""
        self.quick_add.setEnabled(not is_read_only)
        self.colours_button.setEnabled(not is_read_only)
        if is_read_only:
            self._say(translate("Wall", "Read only"), role="quiet")
        else:
            self._say(translate("Wall", "✓ Everything is kept"), role="good")

    def _on_changed(self, patch: Patch) -> None:
        moment = datetime.now().astimezone()
        words = translate("Wall", "✓ Kept at {time}").format(time=moment.strftime("%H:%M"))
        self._say(words, role="good")
        changes = [one for one in patch if isinstance(one.record, Moment)]
        is_counted = any(one.before is None or one.after is None for one in changes)
        if is_counted or patch.touches(Moment, "is_ticked", "shortlist_rank"):
            self._count()

    def _on_failed(self, _error: MotwallError) -> None:
        self._say(translate("Wall", "Not kept yet"), role="bad")

    def _say(self, words: str, role: str) -> None:
        self._kept.setText(words)
        restyle(self._kept, "role", role)

    def _count(self) -> None:
        store = self._document.store
        words = translate("Wall", "%n note(s)", count=store.count(Moment))
        chosen = len(priorities(store))
        if chosen:
            words += " · " + translate("Wall", "%n priorit(y|ies)", count=chosen)
        self._counts.setText(words)


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    label.setProperty("role", "quiet")
    return label
