"""A table whose cells are written in place; the planning form and the list view are two of them."""

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QFrame,
    QTableView,
    QWidget,
)
from typing_extensions import override

from motwall.guard import guarded
from motwall.ui.editors import TextEditor
from motwall.ui.panel.cell_editors import CellDelegate, writing_place

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
#: What is held where a key writes: nothing, or AltGr, which is both of these to Qt.
_WRITING = (Qt.KeyboardModifier.NoModifier, _CTRL | _ALT)


class CellTable(QTableView):
    """What such tables share: how writing begins, and how it ends."""

    def __init__(self) -> None:
        """Be empty; `use` a delegate before anything is shown."""
        super().__init__()
        self._cells: CellDelegate | None = None
        self._is_handing_on = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # So that a cell knows that it is pointed at.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked
            | triggers.SelectedClicked
            | triggers.EditKeyPressed
            | triggers.AnyKeyPressed
        )

    def use(self, delegate: CellDelegate) -> None:
        """Have cells drawn and edited by a delegate."""
        self._cells = delegate
        self.setItemDelegate(delegate)

    def flush(self) -> bool:
        """Commit what is typed in an open cell."""
        return self._cells is None or self._cells.flush()

    def begin(self, index: QModelIndex) -> QWidget | None:
        """Open the editor of a cell; None, after a word about a locked wall, if it has none."""
        if self._cells is None:
            return None
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._cells.document.wall_lock.permits()
            return None
        self.edit(index)
        return self._cells.open_editor()

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed on a cell begins to write in it, in place of what stood there."""
        if not self._type(event):
            super().keyPressEvent(event)

    @override
    @guarded(None)
    def keyboardSearch(self, search: str) -> None:
        """Look for nothing: letters are there to be written, not to jump to another row."""

    @override
    @guarded(None)
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is composed, too, takes the place of what stood in the cell."""
        if self._cells is None:
            return
        if event.commitString() and self._cells.open_editor() is None:
            # Whole at once, as emoji are: Qt waits for letters that are still being composed.
            self._hand_on(event, None, self.currentIndex())
            return
        self._cells.is_begun_by_typing = True
        try:
            super().inputMethodEvent(event)
        finally:
            self._cells.is_begun_by_typing = False

    def _type(self, event: QKeyEvent) -> bool:
        """Hand a letter to the cell's editor; whether the key was one.

        Qt hands it to the editor's first focus proxy alone, and what nobody takes comes back here.
        """
        index, text = self.currentIndex(), event.text()
        held = event.modifiers() & (_CTRL | _ALT | Qt.KeyboardModifier.MetaModifier)
        if self._cells is None or not index.isValid() or held not in _WRITING:
            return False
        if not text or not text.isprintable():
            return False
        if self._is_handing_on:
            return True
        self._is_handing_on = True
        try:
            self._hand_on(event, self._cells.open_editor(), index)
        finally:
            self._is_handing_on = False
        return True

    def _hand_on(self, event: QEvent, editor: QWidget | None, index: QModelIndex) -> None:
        wanted = editor or self.begin(index)
        place = writing_place(wanted) if wanted is not None else None
        if not isinstance(place, TextEditor):
            return
        if editor is None:
            place.selectAll()
        QApplication.sendEvent(place, event)

    @override
    @guarded(None)
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Closing moves the keyboard, and that closes editors too: once is enough."""
        if self._cells is not None:
            self._cells.forget(editor)
        now = QApplication.focusWidget()
        had_focus = now is not None and (now is editor or editor.isAncestorOf(now))
        super().closeEditor(editor, hint)
        if had_focus and hint is QAbstractItemDelegate.EndEditHint.NoHint:
            self.setFocus()
