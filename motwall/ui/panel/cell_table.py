"""A table whose cells are written in place; the planning form and the list view are two of them."""

from PySide6.QtCore import Qt
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
from motwall.ui.panel.cell_editors import CellDelegate


class CellTable(QTableView):
    """What such tables share: how writing begins, and how it ends."""

    def __init__(self) -> None:
        """Be empty; `use` a delegate before anything is shown."""
        super().__init__()
        self._cells: CellDelegate | None = None
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
