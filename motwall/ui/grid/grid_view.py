"""The table of the grid."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.grid.grid_cells import LEAST_HEIGHT, scaled
from motwall.ui.grid.grid_editors import GridDelegate
from motwall.ui.grid.grid_model import GridColumn, GridModel
from motwall.ui.panel.measured_table import MeasuredTable

#: Step, moment, question, answer, note.
_SHARES = (0.16, 0.24, 0.31, 0.1, 0.19)


class GridView(MeasuredTable):
    """Five columns that share the width."""

    def __init__(self, document: Document, model: GridModel) -> None:
        """Show a model."""
        super().__init__()
        self._grid = model
        self._cells_of = GridDelegate(document, model, self)
        self.follow(model, self._cells_of)
        self.setAccessibleName(translate("Grid", "Grid of steps and questions"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(header.ResizeMode.Fixed)
        header.setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(LEAST_HEIGHT)

    @override
    def row_key(self, row: int) -> str:
        return self._grid.key(row)

    @override
    def cell_height(self, row: int, column: int) -> int:
        width, artist = self.columnWidth(column), self._cells_of.artist
        return artist.height(row, GridColumn(column), width, self.font())

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        least = scaled(LEAST_HEIGHT, self.font())
        if self.verticalHeader().defaultSectionSize() != least:
            self.verticalHeader().setDefaultSectionSize(least)
        self.share_width(_SHARES)

    @override
    def scrolled(self) -> None:
        super().scrolled()
        # Another row is on top now, and says what it belongs to: Qt would only move the picture.
        self.viewport().update()

    @override
    def rows_changed(self) -> None:
        # Another row of a step or a moment may be its first one now.
        self.measure_again()
        super().rows_changed()
