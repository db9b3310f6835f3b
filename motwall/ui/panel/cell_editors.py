"""Editors that open in the cells of a table: each ties itself to the wall, commits by itself.

The planning form and the list view share them.
"""

from collections.abc import Callable
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QMargins,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QTextCursor
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
from motwall.ui.editors import TextEditor
from motwall.ui.fields import FieldRef, Flushable, TextField, flush_all
from motwall.ui.kept_keys import keeps_key
from motwall.ui.panel.actions import ActionsBody
from motwall.ui.panel.cells import CellState
from motwall.ui.panel.faces import RatingField
from motwall.ui.theme import BODY

Index = QModelIndex | QPersistentModelIndex

_ACTIONS_WIDTH = 340
#: Of an editor over a cell too narrow to write in.
_TEXT_WIDTH = 220
_RATING_WIDTH = 332
_EDGE = 8
_LEAVING_KEYS = {
    Qt.Key.Key_Tab: QStyledItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QStyledItemDelegate.EndEditHint.EditPreviousItem,
    Qt.Key.Key_Escape: QStyledItemDelegate.EndEditHint.NoHint,
}
#: Qt takes a null for "no editor", which the stubs do not say.
NO_EDITOR = cast("QWidget", None)


@runtime_checkable
class Holding(Protocol):
    """A widget that may hold typed text that the wall has not got yet."""

    def flush(self) -> bool:
        """Commit it; False if that failed."""


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
        return self.content.flush() if isinstance(self.content, Flushable) else True

    def cover(self, cell: QRect) -> None:
        """Lie over a cell, with the room the content needs, inside the view."""
        self._cell = QRect(cell)  # Qt only lends it
        room = self.parentWidget()
        if room is None:
            return
        least = round(self._least_width * self.font().pixelSize() / BODY)
        width = min(max(cell.width(), least), room.width())
        layout = self.layout()
        around = layout.contentsMargins() if layout is not None else QMargins()
        wanted = self.content.sizeHint().expandedTo(self.content.minimumSizeHint())
        needed = wanted.height() + around.top() + around.bottom() + 2 * self.frameWidth()
        height = min(max(needed, cell.height()), room.height())
        x = max(0, min(cell.left(), room.width() - width))
        y = max(0, min(cell.top(), room.height() - height))
        self.setGeometry(x, y, width, height)

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """Esc closes this and nothing else: not the card that the table is in.

        What is composed comes here by way of the table, and goes to whoever writes it.
        """
        writer = self.focusProxy()
        if isinstance(event, QInputMethodEvent) and writer is not None:
            is_taken = QApplication.sendEvent(writer, event)
            if event.commitString():
                writer.setFocus()
            return is_taken
        if keeps_key(event, Qt.Key.Key_Escape):
            return True
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.done()
            return True
        return super().event(event)

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


class CellDelegate(QStyledItemDelegate):
    """Looks after the editors of a table's cells; a subclass draws the cells, and says which."""

    #: The text in an editor is taller than its cell. Carries a QPersistentModelIndex and pixels.
    grew = Signal(object, int)
    #: Enter ended the editing of a text.
    entered = Signal()

    def __init__(self, document: Document, parent: QObject) -> None:
        """Have no editor open."""
        super().__init__(parent)
        self.document = document
        #: What stands in the next cell that is opened is about to be typed over.
        self.is_begun_by_typing = False
        self._editors: list[QWidget] = []

    # Abstract; Qt's metaclass leaves no room for ABC to say so.
    def make_editor(self, parent: QWidget, index: Index) -> QWidget:
        """The editor of a cell; for each subclass to say."""
        raise NotImplementedError

    def draw_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, state: CellState
    ) -> None:
        """Draw a cell; for each subclass to say."""
        raise NotImplementedError

    @override
    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        flags = option.state
        is_selected = bool(flags & QStyle.StateFlag.State_Selected)
        is_pointed_at = bool(flags & QStyle.StateFlag.State_MouseOver)
        state = CellState(
            is_selected=is_selected,
            is_current=bool(flags & QStyle.StateFlag.State_HasFocus),
            is_inviting=(is_selected or is_pointed_at) and not self.document.is_read_only,
        )
        self.draw_cell(painter, option, index, state)

    def flush(self) -> bool:
        """Commit what is typed in the open editor."""
        return flush_all(one for one in self._editors if isinstance(one, Holding))

    def open_editor(self) -> QWidget | None:
        """The editor that is open, or None."""
        return next(reversed(self._editors), None)

    def forget(self, editor: QWidget) -> None:
        """The editor is being closed; it must not ask to be closed again."""
        self._editors = [one for one in self._editors if one is not editor]

    @override
    @guarded(NO_EDITOR)
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """An editor tied to the cell's moment."""
        editor = self.make_editor(parent, index)
        if editor is NO_EDITOR:
            return NO_EDITOR
        self._editors.append(editor)
        place = writing_place(editor)
        if isinstance(editor, CellFrame):
            editor.setFocusProxy(place)  # Qt hands what is composed to the first proxy alone
        if self.is_begun_by_typing and isinstance(place, TextEditor):
            place.selectAll()
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
        if isinstance(editor, Holding):
            editor.flush()

    @override
    @guarded(None)
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the cell; an editor of several controls takes the room it needs."""
        rect = option.rect
        if isinstance(editor, TextEditor):
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
        """Tab goes on in the next cell, Esc ends writing; Qt would leave the table, or the text."""
        if (
            isinstance(editor, TextEditor)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in _LEAVING_KEYS
        ):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, _LEAVING_KEYS[Qt.Key(event.key())])
            return True
        return super().eventFilter(editor, event)

    def text_editor(
        self, parent: QWidget, moment_id: str, field: str, name: str, index: Index
    ) -> TextField:
        """An editor for a text of a moment, over a cell; `name` is the column's."""
        there = QPersistentModelIndex(index)
        editor = TextField(self.document, FieldRef(Moment, field), name, is_left_by_enter=True)
        editor.setProperty("kind", "cell")
        editor.setParent(parent)
        if field == "text":
            moment = self.document.store.get(Moment, moment_id)
            editor.binding.set_placeholder(moment.prompt)
        editor.show_records([moment_id])
        editor.moveCursor(QTextCursor.MoveOperation.End)
        editor.textChanged.connect(lambda: self.grew.emit(there, editor.minimumHeight()))
        editor.entered.connect(lambda: self.finish(editor))
        editor.entered.connect(self.entered)
        return editor

    def rating_editor(self, parent: QWidget, moment_id: str) -> QWidget:
        """The three faces."""
        field = RatingField(self.document)
        field.show_records([moment_id])
        frame = CellFrame(parent, field, _RATING_WIDTH, self.finish)
        rating = self.document.store.get(Moment, moment_id).rating
        field.setFocusProxy(field.button(rating or Rating.MISERABLE))
        field.chosen.connect(frame.done, Qt.ConnectionType.QueuedConnection)
        return frame

    def actions_editor(self, parent: QWidget, moment_id: str) -> QWidget:
        """The cards of the actions, and a line for one more."""
        body = ActionsBody(self.document)
        body.show_moment(moment_id)
        body.setFocusProxy(body.add.line)
        return CellFrame(parent, body, _ACTIONS_WIDTH, self.finish)

    def finish(self, editor: QWidget) -> None:
        """Close an editor; what is typed in it is committed."""
        if not any(one is editor for one in self._editors):
            return
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def writing_place(editor: QWidget) -> QWidget:
    """Who has the keyboard in an editor that may be made of several widgets."""
    while (proxy := editor.focusProxy()) is not None:
        editor = proxy
    return editor


def _widened(cell: QRect, room: int) -> QRect:
    """A cell's place, wide enough to write in and inside a room that wide."""
    width = min(max(cell.width(), _TEXT_WIDTH), room)
    return QRect(max(0, min(cell.left(), room - width)), cell.top(), width, cell.height())
