"""The editors of the planning form: each ties itself to the wall and commits by itself."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.model.records import Moment, Rating
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.panel.actions import ActionsBody
from motwall.ui.panel.faces import RatingField
from motwall.ui.panel.form_cells import CellArtist, CellState
from motwall.ui.panel.form_model import FIELDS, FormColumn, FormModel, column_titles

Index = QModelIndex | QPersistentModelIndex

_ACTIONS_WIDTH = 340
#: Of an editor over a cell too narrow to write in.
_TEXT_WIDTH = 220
_RATING_WIDTH = 332
_EDGE = 8
_TAB_KEYS = {
    Qt.Key.Key_Tab: QStyledItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QStyledItemDelegate.EndEditHint.EditPreviousItem,
}
#: Qt takes a null for "no editor", which the stubs do not say.
_NO_EDITOR = cast("QWidget", None)


class CellFrame(QFrame):
    """An editor of several controls that lies over its cell; it closes when the keyboard leaves."""

    def __init__(
        self, parent: QWidget, content: QWidget, width: int, close: Callable[[QWidget], None]
    ) -> None:
        """Take what to call when it is done."""
        super().__init__(parent)
        self.setProperty("role", "popup")
        self.content = content
        self._least_width = width
        self._cell = QRect()
        self._close = close
        self._had_focus = False
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        # They would fill with the table's colour.
        content.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        content.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(area)
        self.setFocusProxy(content)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def done(self) -> None:
        """Close."""
        self._close(self)

    def flush(self) -> bool:
        """Commit what is typed."""
        return self.content.flush() if isinstance(self.content, ActionsBody) else True

    def cover(self, cell: QRect) -> None:
        """Lie over a cell, with the room the content needs, inside the view."""
        self._cell = QRect(cell)  # Qt only lends it
        room = self.parentWidget()
        if room is None:
            return
        width = min(max(cell.width(), self._least_width), room.width())
        needed = self.content.sizeHint().height() + 2 * _EDGE + 2
        height = min(max(needed, cell.height()), room.height())
        x = max(0, min(cell.left(), room.width() - width))
        y = max(0, min(cell.top(), room.height() - height))
        self.setGeometry(x, y, width, height)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the content."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.cover(self._cell)
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        is_inside = now is not None and self.isAncestorOf(now)
        if self._had_focus and not is_inside and not self.isHidden():
            self.done()
        self._had_focus = is_inside


class FormDelegate(QStyledItemDelegate):
    """Draws the cells and makes their editors."""

    #: The text in an editor is taller than its cell. Carries a QPersistentModelIndex and pixels.
    grew = Signal(object, int)
    #: Enter ended the editing of a text.
    entered = Signal()

    def __init__(self, document: Document, model: FormModel, parent: QObject) -> None:
        """For the cells of one model."""
        super().__init__(parent)
        self.artist = CellArtist(model)
        self._document = document
        self._model = model
        self._editors: list[QWidget] = []

    def flush(self) -> bool:
        """Commit what is typed in the open editor."""
        return flush_all(one for one in self._editors if isinstance(one, TextField | CellFrame))

    def forget(self, editor: QWidget) -> None:
        """The editor is being closed; it must not ask to be closed again."""
        self._editors = [one for one in self._editors if one is not editor]

    @override
    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        flags = option.state
        is_selected = bool(flags & QStyle.StateFlag.State_Selected)
        is_pointed_at = bool(flags & QStyle.StateFlag.State_MouseOver)
        state = CellState(
            is_selected=is_selected,
            is_current=bool(flags & QStyle.StateFlag.State_HasFocus),
            is_inviting=(is_selected or is_pointed_at) and not self._document.is_read_only,
        )
        self.artist.draw(painter, option.rect, index, option.font, state)

    @override
    @guarded(_NO_EDITOR)
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """An editor tied to the cell's moment."""
        moment_id = self._model.moment_id(index.row())
        column = FormColumn(index.column())
        if column is FormColumn.RANKING:
            editor = self._rating_editor(parent, moment_id)
        elif column is FormColumn.ACTION:
            editor = self._actions_editor(parent, moment_id)
        else:
            editor = self._text_editor(parent, moment_id, QPersistentModelIndex(index))
        self._editors.append(editor)
        return editor

    @override
    @guarded(None)
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget it."""
        self.forget(editor)
        super().destroyEditor(editor, index)

    @override
    @guarded(None)
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Nothing: the editor follows the wall by itself."""

    @override
    @guarded(None)
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Have the editor commit what is typed."""
        if isinstance(editor, TextField | CellFrame):
            editor.flush()

    @override
    @guarded(None)
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the cell; an editor of several controls takes the room it needs."""
        rect = option.rect
        if isinstance(editor, TextField):
            room = editor.parentWidget()
            editor.least_height = rect.height()
            editor.setGeometry(_widened(rect, room.width()) if room is not None else rect)
            editor.fit_height()
            return
        if isinstance(editor, CellFrame):
            editor.cover(rect)

    @override
    @guarded(False)
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Tab goes on in the next cell; Qt leaves Tab to text editors, which would leave."""
        if (
            isinstance(editor, TextField)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _TAB_KEYS
        ):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, _TAB_KEYS[Qt.Key(event.key())])
            return True
        return super().eventFilter(editor, event)

    def _text_editor(
        self, parent: QWidget, moment_id: str, index: QPersistentModelIndex
    ) -> QWidget:
        column = FormColumn(index.column())
        ref = FieldRef(Moment, FIELDS[column])
        editor = TextField(self._document, ref, column_titles()[column], is_left_by_enter=True)
        editor.setProperty("kind", "cell")
        editor.setParent(parent)
        if column is FormColumn.MOMENT:
            editor.binding.set_placeholder(self._model.moment(index.row()).prompt)
        editor.show_records([moment_id])
        editor.moveCursor(QTextCursor.MoveOperation.End)
        editor.textChanged.connect(lambda: self.grew.emit(index, editor.minimumHeight()))
        editor.entered.connect(lambda: self._finish(editor))
        editor.entered.connect(self.entered)
        return editor

    def _rating_editor(self, parent: QWidget, moment_id: str) -> QWidget:
        field = RatingField(self._document)
        field.show_records([moment_id])
        frame = CellFrame(parent, field, _RATING_WIDTH, self._finish)
        rating = self._document.store.get(Moment, moment_id).rating
        field.setFocusProxy(field.button(rating or Rating.MISERABLE))
        field.chosen.connect(frame.done, Qt.ConnectionType.QueuedConnection)
        return frame

    def _actions_editor(self, parent: QWidget, moment_id: str) -> QWidget:
        body = ActionsBody(self._document)
        body.show_moment(moment_id)
        body.setFocusProxy(body.add.line)
        return CellFrame(parent, body, _ACTIONS_WIDTH, self._finish)

    def _finish(self, editor: QWidget) -> None:
        if not any(one is editor for one in self._editors):
            return
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _widened(cell: QRect, room: int) -> QRect:
    """A cell's place, wide enough to write in and inside a room that wide."""
    width = min(max(cell.width(), _TEXT_WIDTH), room)
    return QRect(max(0, min(cell.left(), room - width)), cell.top(), width, cell.height())
