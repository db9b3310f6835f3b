"""The table of the grid: rows as tall as their text, measured when they come into view."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.grid.grid_cells import LEAST_HEIGHT, scaled
from motwall.ui.grid.grid_editors import GridDelegate
from motwall.ui.grid.grid_model import GridColumn, GridModel
from motwall.ui.panel.cell_table import CellTable

#: Step, moment, question, answer, note.
_SHARES = (0.16, 0.24, 0.31, 0.1, 0.19)


class GridView(CellTable):
    """Five columns that share the width."""

    def __init__(self, document: Document, model: GridModel) -> None:
        """Show a model."""
        super().__init__()
        self._grid = model
        #: Measured heights by row key, for the columns' widths of now.
        self._heights: dict[str, int] = {}
        self._is_fitting = False
        self._delegate = GridDelegate(document, model, self)
        self.use(self._delegate)
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.setInterval(0)
        self._fit_soon.timeout.connect(self.fit_rows)
        self.setModel(model)
        self._configure()
        model.dataChanged.connect(self._on_data_changed)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(self._on_rows_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._delegate.grew.connect(self._on_cell_grew)
        self._delegate.entered.connect(self._go_down)

    def _configure(self) -> None:
        self.setAccessibleName(translate("Grid", "Grid of steps and questions"))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(header.ResizeMode.Fixed)
        header.setHighlightSections(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(LEAST_HEIGHT)

    def fit_rows(self) -> None:
        """Measure the rows in view that are not measured yet."""
        if self._is_fitting:
            return
        self._is_fitting = True
        try:
            row = max(0, self.rowAt(0))
            bottom = self.viewport().height()
            while row < self._grid.rowCount() and self.rowViewportPosition(row) < bottom:
                self._fit_row(row)
                row += 1
        finally:
            self._is_fitting = False

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        least = scaled(LEAST_HEIGHT, self.font())
        if self.verticalHeader().defaultSectionSize() != least:
            self.verticalHeader().setDefaultSectionSize(least)
        width = self.viewport().width()
        widths = [round(share * width) for share in _SHARES[:-1]]
        widths.append(width - sum(widths))
        if any(self.columnWidth(column) != widths[column] for column in GridColumn):
            for column in GridColumn:
                self.setColumnWidth(column, widths[column])
            self._heights.clear()
        self._fit_soon.start()

    def _on_scrolled(self) -> None:
        self.fit_rows()
        # Another row is on top now, and says what it belongs to: Qt would only move the picture.
        self.viewport().update()

    def _fit_row(self, row: int) -> None:
        key = self._grid.key(row)
        height = self._heights.get(key)
        if height is None:
            font = self.font()
            height = max(
                self._delegate.artist.height(row, column, self.columnWidth(column), font)
                for column in GridColumn
            )
            self._heights[key] = height
        if self.rowHeight(row) != height:
            self.setRowHeight(row, height)

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._heights.pop(self._grid.key(row), None)
        self._fit_soon.start()

    def _on_rows_changed(self) -> None:
        # Another row of a step or a moment may be its first one now.
        self._heights.clear()
        self._fit_soon.start()

    def _on_cell_grew(self, index: QPersistentModelIndex, height: int) -> None:
        if index.isValid() and height > self.rowHeight(index.row()):
            self.setRowHeight(index.row(), height)

    def _go_down(self) -> None:
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)
