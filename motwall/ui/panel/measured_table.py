"""A table whose rows are as tall as their words need: measured when they come into view."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView

from motwall.ui.panel.cell_editors import CellDelegate
from motwall.ui.panel.cell_table import CellTable


class MeasuredTable(CellTable):
    """Columns that share the width; thousands of rows open at once.

    A subclass says what a row keeps when it moves, and how tall a cell must be.
    """

    def __init__(self) -> None:
        """Be empty; `follow` a model before anything is shown."""
        super().__init__()
        #: By row key, px, for the columns' widths of now.
        self._heights: dict[str, int] = {}
        self._is_fitting = False
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.setInterval(0)
        self._fit_soon.timeout.connect(self.fit_rows)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        # The columns share what room there is.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()

    # Abstract; Qt's metaclass leaves no room for ABC to say so.
    def row_key(self, row: int) -> str:
        """What a row keeps when it moves; for each subclass to say."""
        raise NotImplementedError

    def cell_height(self, row: int, column: int) -> int:
        """How tall a cell must be for all of its words, px; for each subclass to say."""
        raise NotImplementedError

    def follow(self, model: QAbstractItemModel, delegate: CellDelegate) -> None:
        """Show a model, and measure what changes in it."""
        self.use(delegate)
        self.setModel(model)
        model.dataChanged.connect(self._on_data_changed)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(self.rows_changed)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        delegate.grew.connect(self._on_cell_grew)
        delegate.entered.connect(self._go_down)

    def open_by_tap(self, *, is_wanted: bool) -> None:
        """Begin to write in a cell at the first tap, as fingers do, or at the second."""
        triggers = QAbstractItemView.EditTrigger
        second = triggers.DoubleClicked | triggers.SelectedClicked
        if is_wanted:
            self.setEditTriggers(self.editTriggers() & ~second)
            self.clicked.connect(self.begin)
        else:
            self.setEditTriggers(self.editTriggers() | second)
            self.clicked.disconnect(self.begin)

    def rows_changed(self) -> None:
        """Rows came, went or moved."""
        self._fit_soon.start()

    def scrolled(self) -> None:
        """Other rows came into view."""
        self.fit_rows()

    def share_width(self, shares: Sequence[float]) -> None:
        """Give each column its share of the width; the last takes what is left."""
        width = self.viewport().width()
        widths = [round(share * width) for share in shares[:-1]]
        widths.append(width - sum(widths))
        if any(self.columnWidth(column) != wide for column, wide in enumerate(widths)):
            for column, wide in enumerate(widths):
                self.setColumnWidth(column, wide)
            self._heights.clear()
        self._fit_soon.start()

    def measure_again(self) -> None:
        """Forget what was measured: it depended on other rows, too."""
        self._heights.clear()

    def fit_rows(self) -> None:
        """Measure the rows in view that are not measured yet; who is at the end stays there."""
        if self._is_fitting:
            return
        bar = self.verticalScrollBar()
        is_at_end = 0 < bar.maximum() == bar.value()
        self._is_fitting = True
        try:
            is_changed = self._fit_seen()
        finally:
            self._is_fitting = False
        if is_at_end and is_changed:
            self.updateGeometries()
            # Others come into view by that, and are measured, too.
            bar.setValue(bar.maximum())

    def _fit_seen(self) -> bool:
        """Returns whether a row became taller or lower."""
        row, is_changed = max(0, self.rowAt(0)), False
        bottom, count = self.viewport().height(), self.model().rowCount()
        while row < count and self.rowViewportPosition(row) < bottom:
            is_changed = self._fit_row(row) or is_changed
            row += 1
        return is_changed

    def _fit_row(self, row: int) -> bool:
        key = self.row_key(row)
        height = self._heights.get(key)
        if height is None:
            columns = range(self.model().columnCount())
            height = self._heights[key] = max(self.cell_height(row, one) for one in columns)
        is_other = self.rowHeight(row) != height
        if is_other:
            self.setRowHeight(row, height)
        return is_other

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._heights.pop(self.row_key(row), None)
        self._fit_soon.start()

    def _on_cell_grew(self, index: QPersistentModelIndex, height: int) -> None:
        if index.isValid() and height > self.rowHeight(index.row()):
            self.setRowHeight(index.row(), height)

    def _go_down(self) -> None:
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)
