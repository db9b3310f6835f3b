"""The bar under the wall: quick add, the pens' button, and how things stand."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.errors import MotwallError
from motwall.model.patch import Patch
from motwall.model.priorities import MOST, priorities
from motwall.model.records import Moment
from motwall.ui.quick_add import QuickAdd
from motwall.ui.theme import restyle

#: Two digits, in each of the ten shapes a digit has: not all are of one width.
_TWO_DIGITS = (10, *range(11, 100, 11))
_SLACK = 2
_AND = " · "


class CountsLabel(QLabel):
    """How many notes and priorities there are; of one width until there are a hundred notes."""

    def __init__(self) -> None:
        """Count nothing yet."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setProperty("role", "quiet")
        #: The font that the room was measured in: layouts ask for it all the time.
        self._measured = ""
        self._room = 0

    def show_counts(self, notes: int, chosen: int) -> None:
        """Say how many."""
        self.setText(_AND.join([_notes(notes), _chosen(chosen)] if chosen else [_notes(notes)]))

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        if self._measured != self.font().key():
            self._measure()
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._room), hint.height())

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _measure(self) -> None:
        self._measured = self.font().key()
        width = self.fontMetrics().horizontalAdvance
        self._room = max(width(_notes(count)) for count in _TWO_DIGITS) + width(_AND) + _SLACK
        self._room += max(width(_chosen(count)) for count in range(1, MOST + 1))


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
        # Reached by Tab alone: a click shows no ring (see theme_sheet).
        self.colours_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._counts = CountsLabel()
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
        self.set_fixed(is_fixed=is_read_only)
        if is_read_only:
            self._say(translate("Wall", "Read only"), role="quiet")
        else:
            self._say(translate("Wall", "✓ Everything is kept"), role="good")

    def set_fixed(self, *, is_fixed: bool) -> None:
        """Let no note be added or coloured from here, or let them."""
        self.quick_add.setEnabled(not is_fixed)
        self.colours_button.setEnabled(not is_fixed)

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
        self._counts.show_counts(store.count(Moment), len(priorities(store)))


def _notes(count: int) -> str:
    return translate("Wall", "%n note(s)", count=count)


def _chosen(count: int) -> str:
    return translate("Wall", "%n priorit(y|ies)", count=count)


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    label.setProperty("role", "quiet")
    return label
