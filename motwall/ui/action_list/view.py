"""The table of actions: rows of one height, so that thousands of them are there at once."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.edits.actions import delete_action
from motwall.ui.action_list.cells import heading_height, row_height
from motwall.ui.action_list.columns import ActionColumn
from motwall.ui.action_list.editors import ActionDelegate
from motwall.ui.action_list.model import ActionListModel
from motwall.ui.panel.cell_table import CellTable

_SHARES = (0.27, 0.19, 0.12, 0.14, 0.06, 0.09, 0.13)
_RESTYLED = (QEvent.Type.FontChange, QEvent.Type.StyleChange)
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ActionListView(CellTable):
    """A click writes in a cell; that of the note takes a double click, as it moves the action."""

    def __init__(self, document: Document, model: ActionListModel) -> None:
        """Show a model."""
        super().__init__()
        self.setObjectName("actionList")
        self._document = document
        self._actions = model
        self.delegate = ActionDelegate(document, model, self)
        self.setModel(model)
        self.use(self.delegate)
        self._configure()
        self.delegate.entered.connect(self._go_down)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        model.headings_changed.connect(self._fit_headings)

    def _configure(self) -> None:
        self.setAccessibleName(translate("Actions", "All actions"))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        # A click does, see `_on_clicked`.
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._size_rows()

    def current_action(self) -> str:
        """The action of the current row; "" for none."""
        row = self.currentIndex().row()
        return self._actions.action_id(row) if row >= 0 else ""

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        width = self.viewport().width()
        widths = [round(share * width) for share in _SHARES[:-1]]
        for column, one in enumerate([*widths, width - sum(widths)]):
            if self.columnWidth(column) != one:
                self.setColumnWidth(column, one)

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        """Another size of the text, other rows."""
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._size_rows()

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a cell, Del deletes the action; that is said, and can be undone."""
        index = self.currentIndex()
        if event.key() in _ENTER_KEYS and index.isValid():
            self.begin(index)
        elif event.key() == Qt.Key.Key_Delete and self.current_action():
            self._delete(self.current_action())
        else:
            super().keyPressEvent(event)

    def _delete(self, action_id: str) -> None:
        document = self._document
        if not document.is_read_only:
            document.push(delete_action(document.store, action_id))

    def _size_rows(self) -> None:
        font = QFont(self.font())
        height = row_height(font)
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setMinimumSectionSize(height)
            self.verticalHeader().setDefaultSectionSize(height)
            self._fit_headings()
        side = QFontMetrics(font).height()
        self.setIconSize(QSize(side, side))

    def _fit_headings(self) -> None:
        """A row that begins a day is as much taller as the day above it needs."""
        plain = self.verticalHeader().defaultSectionSize()
        headed = plain + heading_height(self.font())
        for row in range(self._actions.rowCount()):
            height = headed if self._actions.heading(row) else plain
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def write(self, action_id: str, column: ActionColumn) -> None:
        """Open a cell of an action, wherever its row is."""
        index = self._actions.index(self._actions.row_of(action_id), column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.begin(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        is_editable = bool(self._actions.flags(index) & Qt.ItemFlag.ItemIsEditable)
        if is_editable and index.column() != ActionColumn.NOTE:
            self.edit(index)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() == ActionColumn.NOTE:
            self.begin(index)

    def _go_down(self) -> None:
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)
