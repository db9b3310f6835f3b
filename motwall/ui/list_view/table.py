"""The table of the list view: keys and pointer as in a spreadsheet, the selection of the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motwall.document.selection import Selection
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.list_columns import YES_FIELDS
from motwall.ui.list_view.columns import ListColumns
from motwall.ui.list_view.editors import ListDelegate, Takers
from motwall.ui.list_view.list_actions import Block, ListActions
from motwall.ui.list_view.list_model import ListModel
from motwall.ui.tab_order import next_in_ring

_KEY = Qt.Key
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTER = (_KEY.Key_Return, _KEY.Key_Enter)
_TABS = {_KEY.Key_Tab: 1, _KEY.Key_Backtab: -1}
_EMPTYING = (_KEY.Key_Delete, _KEY.Key_Backspace)


class ListTable(ListColumns):
    """Every moment a row; what is selected here is selected on the wall."""

    #: Text was pasted. Carries it.
    pasted = Signal(str)
    #: What can be done here was asked for. Carries the place in the viewport.
    menu_wanted = Signal(QPoint)
    #: A heading was clicked. Carries the number of its column.
    sort_wanted = Signal(int)
    #: To the measures of the current note: no cell can be written in that says them.
    measures_wanted = Signal()

    def __init__(self, model: ListModel, selection: Selection, actions: ListActions) -> None:
        """Show a model; the rows selected are the notes of a selection."""
        super().__init__(model)
        self._selection = selection
        self._actions = actions
        self._is_following = False
        self._was_here = False
        self.clicked.connect(self._on_clicked)
        #: Where the keyboard was last.
        self._column = 0
        takers = Takers(actions.add, actions.take, actions.say_full)
        self.delegate = ListDelegate(model.document, model, takers, self)
        self.delegate.entered.connect(self._go_down)
        self.use(self.delegate)
        self.setModel(model)
        self.setObjectName("listTable")
        self.setAccessibleName(translate("List", "All notes"))
        self.setTabKeyNavigation(False)
        self.horizontalHeader().sectionClicked.connect(self.sort_wanted)
        self.fit()
        model.modelReset.connect(self._on_reset)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_cells_selected)
        selection.changed.connect(self.follow)

    # --- for the card ---

    def block(self) -> Block:
        """The selected cells; without any the current one."""
        model = self.selectionModel()
        cells = {(one.row(), one.column()) for one in model.selectedIndexes()}
        current = model.currentIndex()
        if not cells and current.isValid():
            cells = {(current.row(), current.column())}
        rows = tuple(sorted({row for row, _ in cells}))
        columns = tuple(sorted({column for _, column in cells}))
        return Block(rows, columns, frozenset(cells))

    def follow(self) -> None:
        """Select the rows of the notes that are selected, where another view selected them."""
        if self._is_following or not self.isVisible():
            return
        rows = {self._list.row_of(one) for one in self._selection.ids} - {-1}
        current = self._list.row_of(self._selection.current_id)
        model, flags = self.selectionModel(), QItemSelectionModel.SelectionFlag
        shown = {one for one, _ in self.block().cells if not self._list.is_tail(one)}
        if rows == shown:
            return
        column = min(self._column, self._list.columnCount() - 1)
        chosen = QItemSelection()
        for row in rows:
            index = self._list.index(row, column)
            chosen.select(index, index)
        self._is_following = True
        try:
            model.select(chosen, flags.ClearAndSelect)
            if current >= 0:
                index = self._list.index(current, column)
                model.setCurrentIndex(index, flags.NoUpdate)
                self.scrollTo(index)
        finally:
            self._is_following = False

    def go_to(self, row: int, column: int) -> None:
        """Put the keyboard into a cell, and select it alone, whatever keys are held."""
        flags = QItemSelectionModel.SelectionFlag
        index = self._list.index(row, column)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        self.scrollTo(index)

    def copy(self, *, has_titles: bool = False) -> None:
        """Put the selected cells on the clipboard."""
        text = self._actions.copy(self.block(), has_titles=has_titles)
        if text:
            QGuiApplication.clipboard().setText(text)

    def paste(self) -> None:
        """Hand on what is on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text:
            self.pasted.emit(text)

    def fill_down(self) -> None:
        """See `ListActions.fill_down`."""
        self._actions.fill_down(self.block())

    # --- keys and pointer ---

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As in a spreadsheet; Tab leaves at the ends, Ctrl+Tab anywhere."""
        if not self._run(event) and not self._walk(event) and not self._write(event):
            super().keyPressEvent(event)

    @override
    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether the cell was the current one already: then a click writes in it."""
        index = self.indexAt(event.position().toPoint())
        is_alone = len(self.block().cells) <= 1 and not event.modifiers()
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._was_here = is_alone and is_left and index.isValid() and index == self.currentIndex()
        super().mousePressEvent(event)

    @override
    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Turn a yes into a no, unless the first click did so; lead on; else as Qt has it."""
        was_here, self._was_here = self._was_here, False
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._leads(index):
            self.measures_wanted.emit()
        elif not index.isValid() or not self._is_yes(index):
            super().mouseDoubleClickEvent(event)
        elif not was_here:
            self._toggle(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        if not self._was_here:
            return
        if self._leads(index):
            self.measures_wanted.emit()
        else:
            self._toggle(index)

    @override
    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selected notes."""
        where = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            where = self.visualRect(self.currentIndex()).bottomLeft()
        else:
            index = self.indexAt(where)
            if index.isValid() and not self.selectionModel().isSelected(index):
                self.go_to(index.row(), index.column())
        self.menu_wanted.emit(where)

    @override
    @guarded(False)
    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes to the neighbour cell (see `keyPressEvent`); in an editor keys go through it."""
        editor = self.delegate.open_editor()
        return editor is not None and next_in_ring(editor, is_next=is_next)

    def _run(self, event: QKeyEvent) -> bool:
        commands: tuple[tuple[bool, Callable[[], object]], ...] = (
            (event.matches(QKeySequence.StandardKey.Copy), self.copy),
            (event.matches(QKeySequence.StandardKey.Paste), self.paste),
            (event.key() == _KEY.Key_D and event.modifiers() == _CTRL, self.fill_down),
            (
                event.key() in _EMPTYING and not event.modifiers(),
                lambda: self._actions.clear(self.block()),
            ),
            (event.key() == _KEY.Key_Minus and event.modifiers() == _CTRL, self.delete_notes),
            *self._moves(event),
        )
        for is_meant, run in commands:
            if is_meant:
                run()
                return True
        return False

    def delete_notes(self) -> None:
        """Delete the selected notes; a toast offers them back."""
        if self._selection.ids and self._list.document.wall_lock.permits():
            self._actions.verbs.delete(self._selection.ids)

    def move_notes(self, key: Qt.Key) -> None:
        """Move the selected notes on the timeline as Alt and an arrow key do."""
        ids = self._selection.ids
        if key in {_KEY.Key_Up, _KEY.Key_Down}:
            self._actions.move_row(ids, -1 if key == _KEY.Key_Up else 1)
        elif ids and self._list.document.wall_lock.permits():
            self._actions.verbs.move_along(ids, -1 if key == _KEY.Key_Left else 1)
        self.scrollTo(self.currentIndex())

    def _moves(self, event: QKeyEvent) -> list[tuple[bool, Callable[[], object]]]:
        is_alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _ALT
        keys = (_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_Left, _KEY.Key_Right)
        return [(is_alt and event.key() == one, partial(self.move_notes, one)) for one in keys]

    def _walk(self, event: QKeyEvent) -> bool:
        way = _TABS.get(Qt.Key(event.key()), 0)
        if not way:
            return False
        is_leaving = bool(event.modifiers() & _CTRL)
        current, width = self.currentIndex(), self._list.columnCount()
        place = current.row() * width + current.column() + way
        if is_leaving or not current.isValid() or not 0 <= place < self._list.rowCount() * width:
            super().focusNextPrevChild(way > 0)
        else:
            self.go_to(*divmod(place, width))
        return True

    def _write(self, event: QKeyEvent) -> bool:
        """Begin to write: Enter and F2 go on in the text (for letters see `CellTable`)."""
        index, key = self.currentIndex(), event.key()
        if not index.isValid() or event.modifiers() & (_CTRL | _ALT):
            return False
        if key in _ENTER or key == _KEY.Key_F2:
            if not self._toggle(index):
                self.begin(index)
            return True
        return key == _KEY.Key_Space and self._toggle(index)

    @override
    def begin(self, index: QModelIndex) -> QWidget | None:
        if self._leads(index):
            self.measures_wanted.emit()
            return None
        is_open = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        if is_open or self._list.fixes(self._list.columns[index.column()]):
            return super().begin(index)
        return None

    def _leads(self, index: QModelIndex) -> bool:
        return self._list.leads(index.row(), self._list.columns[index.column()])

    def _is_yes(self, index: QModelIndex) -> bool:
        is_note = not self._list.is_tail(index.row())
        return is_note and self._list.columns[index.column()] in YES_FIELDS

    def _toggle(self, index: QModelIndex) -> bool:
        if not self._is_yes(index):
            return False
        column = self._list.columns[index.column()]
        self._actions.toggle(self._list.moment_id(index.row()), column)
        return True

    def _go_down(self) -> None:
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if below.isValid():
            self.go_to(below.row(), below.column())

    # --- following ---

    def _on_cells_selected(self) -> None:
        if self._is_following or not self.isVisible():
            return
        current = self.currentIndex().row()
        rows = [one for one in self.block().rows if not self._list.is_tail(one)]
        if not rows and self._list.is_tail(current):
            return  # in the empty row one goes on after the note made last
        if current in rows:
            rows.remove(current)
            rows.append(current)
        self._is_following = True
        try:
            self._selection.set(self._list.moment_id(row) for row in rows)
        finally:
            self._is_following = False

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self._column = current.column()

    def _on_reset(self) -> None:
        self.fit()
        self.follow()
