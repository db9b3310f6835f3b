"""The editors of the list of actions: what the card of an action has, over the cell it is for."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.doubts import due_doubts
from motwall.model.records import PlannedAction
from motwall.ui.action_list.cells import ActionArtist, heading_height
from motwall.ui.action_list.columns import TYPED, ActionColumn, column_titles
from motwall.ui.action_list.model import ActionListModel
from motwall.ui.action_list.note_chooser import NoteChooser
from motwall.ui.action_words import date_sentences
from motwall.ui.date_field import DateField
from motwall.ui.fields import FieldRef, TextField
from motwall.ui.name_chips import NameChips
from motwall.ui.panel.action_boxes import ActionBox, AimBox, ProgressBox, SizeBox
from motwall.ui.panel.cell_editors import CellDelegate, CellFrame, Index
from motwall.ui.panel.cells import CellState
from motwall.ui.small import label

#: Of editors of several controls, pixels at a text scale of 1.
_WIDTHS = {
    ActionColumn.NOTE: 380,
    ActionColumn.WHEN: 230,
    ActionColumn.SIZE: 200,
    ActionColumn.AIM: 310,
    ActionColumn.STATE: 400,
}


class DueBox(QWidget):
    """When, with a word about a day that is odd."""

    #: Enter ended it, and it was understood.
    finished = Signal()

    def __init__(self, document: Document, action_id: str) -> None:
        """For the day of one action."""
        super().__init__()
        self.setObjectName("dueBox")
        self._document = document
        self.due = DateField(
            document,
            FieldRef(PlannedAction, "due"),
            translate("Actions", "When"),
            translate("Actions", "When?"),
        )
        self.says = label("", "small", is_wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.due)
        column.addWidget(self.says)
        self.setFocusProxy(self.due.editor)
        self.due.editor.textChanged.connect(self._show_doubts)
        self.due.editor.entered.connect(self._on_entered)
        self.due.show_records([action_id])
        self.due.editor.selectAll()
        self._show_doubts()

    def flush(self) -> bool:
        """Commit what is typed."""
        return self.due.flush()

    def _show_doubts(self) -> None:
        day, store = self.due.value(), self._document.store
        words = date_sentences(due_doubts(store, day, self._document.clock.today())) if day else ""
        self.says.setText(words)
        self.says.setVisible(bool(words))

    def _on_entered(self) -> None:
        if not self.due.unread():
            self.finished.emit()


class ActionDelegate(CellDelegate):
    """Draws the cells and makes their editors."""

    def __init__(self, document: Document, model: ActionListModel, parent: QObject) -> None:
        """For the cells of one model."""
        super().__init__(document, parent)
        self.artist = ActionArtist(model)
        self._model = model

    @override
    def draw_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, state: CellState
    ) -> None:
        self.artist.draw(painter, option.rect, index, option.font, state)

    @override
    @guarded(None)
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the cell, not over the day that stands above it."""
        if self._model.heading(index.row()):
            option.rect.setTop(option.rect.top() + heading_height(option.font))
        super().updateEditorGeometry(editor, option, index)

    @override
    def make_editor(self, parent: QWidget, index: Index) -> QWidget:
        action_id = self._model.action_id(index.row())
        column = ActionColumn(index.column())
        if column is ActionColumn.WHEN:
            due = DueBox(self.document, action_id)
            frame = self._frame(parent, due, column)
            frame.setObjectName("dueFrame")
            due.finished.connect(frame.done, Qt.ConnectionType.QueuedConnection)
            due.finished.connect(self.entered, Qt.ConnectionType.QueuedConnection)
            return frame
        if column is ActionColumn.NOTE:
            chooser = NoteChooser(self.document, self.document.store.get(PlannedAction, action_id))
            frame = self._frame(parent, chooser, column)
            chooser.chosen.connect(frame.done, Qt.ConnectionType.QueuedConnection)
            return frame
        if column in TYPED:
            return self._text_editor(parent, action_id, column)
        return self._box_editor(parent, action_id, column)

    def _text_editor(self, parent: QWidget, action_id: str, column: ActionColumn) -> TextField:
        ref = FieldRef(PlannedAction, TYPED[column])
        editor = TextField(self.document, ref, column_titles()[column], is_left_by_enter=True)
        editor.setProperty("kind", "cell")
        editor.is_centred = True
        editor.setParent(parent)
        if column is ActionColumn.WHO:
            NameChips(self.document, editor)
        editor.show_records([action_id])
        editor.moveCursor(QTextCursor.MoveOperation.End)
        editor.entered.connect(lambda: self.finish(editor))
        editor.entered.connect(self.entered)
        return editor

    def _box_editor(self, parent: QWidget, action_id: str, column: ActionColumn) -> CellFrame:
        box, first = self._box(self.document.store.get(PlannedAction, action_id), column)
        box.show_record(action_id)
        box.setFocusProxy(first)
        frame = self._frame(parent, box, column)
        box.chosen.connect(frame.done, Qt.ConnectionType.QueuedConnection)
        return frame

    def _box(
        self, action: PlannedAction, column: ActionColumn
    ) -> tuple[ActionBox, QAbstractButton]:
        """What an action's card has, too, and where the keyboard begins in it."""
        if column is ActionColumn.SIZE:
            size = SizeBox(self.document)
            return size, size.field.first_button(action.size)
        if column is ActionColumn.AIM:
            aim = AimBox(self.document)
            return aim, aim.to_rating.first_button(action.to_rating)
        progress = ProgressBox(self.document)
        return progress, progress.field.first_button(action.state)

    def _frame(self, parent: QWidget, content: QWidget, column: ActionColumn) -> CellFrame:
        return CellFrame(parent, content, _WIDTHS[column], self.finish)
