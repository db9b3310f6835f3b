"""The editors of the planning form: each ties itself to the wall and commits by itself."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.records import Moment
from motwall.ui.fields import FieldRef, TextField
from motwall.ui.panel.actions import ActionsBody
from motwall.ui.panel.faces import RatingField
from motwall.ui.panel.form_cells import CellState, draw_cell
from motwall.ui.panel.form_model import FIELDS, FormColumn, FormModel, column_titles

Index = QModelIndex | QPersistentModelIndex

_ACTIONS_WIDTH = 340
_RATING_WIDTH = 320
_EDGE = 8
_NO_WIDGET: QWidget | None = None


class CellFrame(QFrame):
    """An editor of several controls that lies over its cell; it closes when the keyboard leaves."""

    def __init__(
        self, parent: QWidget, content: QWidget, width: int, close: Callable[[QWidget], None]
    ) -> None:
        """Take what to call when it is done."""
        super().__init__(parent)
        self.setProperty("role", "popup")
        self.setAutoFillBackground(True)
        self.content = content
        self.least_width = width
        self._close = close
        self._had_focus = False
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(content)
        self.setFocusProxy(content)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def done(self) -> None:
        """Close."""
        self._close(self)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        is_inside = now is not None and self.isAncestorOf(now)
        if self._had_focus and not is_inside:
            self.done()
        self._had_focus = is_inside


class FormDelegate(QStyledItemDelegate):
    """Draws the cells and makes their editors."""

    def __init__(self, document: Document, model: FormModel, parent: QObject) -> None:
        """For the cells of one model."""
        super().__init__(parent)
        self._document = document
        self._model = model

    @override
    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        flags = option.state  # type: ignore[attr-defined] # the stubs leave out QStyleOption's fields
        state = CellState(
            is_selected=bool(flags & QStyle.StateFlag.State_Selected),
            is_current=bool(flags & QStyle.StateFlag.State_HasFocus),
        )
        draw_cell(painter, option.rect, self._model, index, option.font, state)  # type: ignore[attr-defined] # as above

    @override
    @guarded(_NO_WIDGET)
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget | None:
        """An editor tied to the cell's moment."""
        moment_id = self._model.moment_id(index.row())
        column = FormColumn(index.column())
        if column is FormColumn.RANKING:
            return self._rating_editor(parent, moment_id)
        if column is FormColumn.ACTION:
            return self._actions_editor(parent, moment_id)
        name = column_titles()[column]
        editor = TextField(
            self._document, FieldRef(Moment, FIELDS[column]), name, is_left_by_enter=True
        )
        editor.setProperty("kind", "cell")
        editor.setParent(parent)
        prompt = self._model.moment(index.row()).prompt if column is FormColumn.MOMENT else ""
        editor.binding.set_placeholder(prompt)
        editor.show_records([moment_id])
        editor.entered.connect(lambda: self._finish(editor))
        return editor

    @override
    @guarded(None)
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Nothing: the editor follows the wall by itself."""

    @override
    @guarded(None)
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Have the editor commit what is typed."""
        if isinstance(editor, TextField):
            editor.flush()
        elif isinstance(editor, CellFrame) and isinstance(editor.content, ActionsBody):
            editor.content.flush()

    @override
    @guarded(None)
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the cell; an editor of several controls takes the room it needs."""
        rect = option.rect  # type: ignore[attr-defined] # as above
        if isinstance(editor, TextField):
            editor.least_height = rect.height()
            editor.setGeometry(rect)
            editor.fit_height()
            return
        if isinstance(editor, CellFrame):
            room = editor.parentWidget()
            width = max(rect.width(), editor.least_width)
            editor.setFixedWidth(width)
            height = max(editor.sizeHint().height(), rect.height())
            x = max(0, min(rect.left(), room.width() - width))
            y = max(0, min(rect.top(), room.height() - height))
            editor.setGeometry(x, y, width, height)

    def _rating_editor(self, parent: QWidget, moment_id: str) -> QWidget:
        field = RatingField(self._document)
        field.show_records([moment_id])
        frame = CellFrame(parent, field, _RATING_WIDTH, self._finish)
        rating = self._model.moment(self._model.row_of(moment_id)).rating
        first = rating or next(iter(field.choices))
        field.setFocusProxy(field.button(first))
        field.chosen.connect(frame.done, Qt.ConnectionType.QueuedConnection)
        return frame

    def _actions_editor(self, parent: QWidget, moment_id: str) -> QWidget:
        body = ActionsBody(self._document)
        body.show_moment(moment_id)
        body.setFocusProxy(body.add.line)
        return CellFrame(parent, body, _ACTIONS_WIDTH, self._finish)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
