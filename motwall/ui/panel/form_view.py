"""The table of the planning form."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
)
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.panel.cell_table import CellTable
from motwall.ui.panel.form_cells import LEAST_HEIGHT, ROOMY, TIGHT
from motwall.ui.panel.form_editors import FormDelegate
from motwall.ui.panel.form_header import FormHeader
from motwall.ui.panel.form_model import FormColumn, FormModel

#: Narrower than this, the five columns are tight.
_ROOMY = 720
_SHARES = (0.2, 0.25, 0.23, 0.09, 0.23)
#: As wide as the words of the headings need; what is left goes to the texts.
_TIGHT_SHARES = (0.225, 0.222, 0.19, 0.16, 0.203)


class FormView(CellTable):
    """Rows as tall as their text, measured when they come into view: a long form opens at once."""

    def __init__(self, document: Document, model: FormModel) -> None:
        """Show a model."""
        super().__init__()
        self._form = model
        #: Measured heights by moment id, for the columns' widths of now.
        self._heights: dict[str, int] = {}
        self._is_fitting = False
        self._delegate = FormDelegate(document, model, self)
        self.use(self._delegate)
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.setInterval(0)
        self._fit_soon.timeout.connect(self.fit_rows)
        self.header = FormHeader(self, self._delegate.artist.look)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self._configure()
        model.dataChanged.connect(self._on_data_changed)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(self._fit_soon.start)
        self.verticalScrollBar().valueChanged.connect(self.fit_rows)
        self._delegate.grew.connect(self._on_cell_grew)
        self._delegate.entered.connect(self._go_down)

    def _configure(self) -> None:
        self.setAccessibleName(translate("Form", "Planning form"))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        # The columns share what room there is.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
            while row < self._form.rowCount() and self.rowViewportPosition(row) < bottom:
                self._fit_row(row)
                row += 1
        finally:
            self._is_fitting = False

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        width = self.viewport().width()
        look = ROOMY if width >= _ROOMY else TIGHT
        shares = _TIGHT_SHARES if look.is_tight else _SHARES
        widths = [round(share * width) for share in shares[:-1]]
        widths.append(width - sum(widths))
        if any(self.columnWidth(column) != widths[column] for column in FormColumn):
            for column in FormColumn:
                self.setColumnWidth(column, widths[column])
            self._heights.clear()
        self._delegate.artist.look = look
        self.header.set_look(look)
        self._fit_soon.start()

    def _fit_row(self, row: int) -> None:
        moment_id = self._form.moment_id(row)
        height = self._heights.get(moment_id)
        if height is None:
            font = self.font()
            height = max(
                self._delegate.artist.height(row, column, self.columnWidth(column), font)
                for column in FormColumn
            )
            self._heights[moment_id] = height
        if self.rowHeight(row) != height:
            self.setRowHeight(row, height)

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._heights.pop(self._form.moment_id(row), None)
        self._fit_soon.start()

    def _on_cell_grew(self, index: QPersistentModelIndex, height: int) -> None:
        if index.isValid() and height > self.rowHeight(index.row()):
            self.setRowHeight(index.row(), height)

    def _go_down(self) -> None:
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)
