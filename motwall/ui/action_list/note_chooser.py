"""Which note an action is for: the one it has, the likeliest ones, then all others."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem
from typing_extensions import override

from motwall.document.document import Document, Selected
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.action_list import likely_moments
from motwall.model.edits.actions import move_action
from motwall.model.order import all_moments
from motwall.model.priorities import priorities
from motwall.model.records import Moment, PlannedAction
from motwall.ui.possibilities.moment_words import moment_words, shortened

#: Rows seen at once; the list scrolls to the others.
_ROWS = 9
_WIDTH = 200
_LONGEST = 70
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ID = Qt.ItemDataRole.UserRole


class NoteChooser(QListWidget):
    """A click, a tap or Enter moves the action; letters find a note by how it begins."""

    #: A choice was made, and the wall has it.
    chosen = Signal()

    def __init__(self, document: Document, action: PlannedAction) -> None:
        """List the notes of now; the action's own is first: Enter at once changes nothing."""
        super().__init__()
        self.setObjectName("noteChooser")
        self.setAccessibleName(translate("Actions", "The note it is for"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self._document = document
        self._action_id = action.id
        store = document.store
        own = store.get(Moment, action.moment_id)
        found = {one.id: one for one in (own, *likely_moments(store), *all_moments(store))}
        numbers = {one.id: number for number, one in enumerate(priorities(store), 1)}
        for moment in found.values():
            item = QListWidgetItem(_words(moment, numbers.get(moment.id, 0)))
            item.setData(_ID, moment.id)
            self.addItem(item)
        self.setCurrentRow(0)
        self.itemClicked.connect(self._choose)

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        """A few rows high."""
        rows = min(_ROWS, self.count())
        return QSize(_WIDTH, max(1, self.sizeHintForRow(0)) * rows + 2)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses."""
        item = self.currentItem()
        if event.key() in _ENTER_KEYS and item is not None:
            self._choose(item)
            return
        super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        document, moment_id = self._document, str(item.data(_ID))
        action = document.store.find(PlannedAction, self._action_id)
        if action is None or document.store.find(Moment, moment_id) is None:
            # It went meanwhile.
            self.chosen.emit()
            return
        patch = move_action(document.store, action.id, moment_id)
        if document.push(patch, selected=Selected((action.moment_id,), (moment_id,))):
            self.chosen.emit()


def _words(moment: Moment, number: int) -> str:
    words = shortened(moment_words(moment), _LONGEST)
    return f"P{number}  {words}" if number else words
