"""The tab "Planning form": all moments in five columns, edited in place."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.choices import word_button
from motwall.ui.panel.form_cells import LEAST_HEIGHT, cell_height
from motwall.ui.panel.form_editors import CellFrame, FormDelegate
from motwall.ui.panel.form_model import FormColumn, FormModel
from motwall.ui.fields import TextField
from motwall.ui.small import label

#: Wider than this the form fits without a horizontal scroll bar.
_ROOMY = 720
_NARROW_WIDTHS = (132, 150, 150, 76, 180)
_SHARES = (0.2, 0.25, 0.23, 0.09, 0.23)
_MARGIN = 20


class FormView(QTableView):
    """The table. Rows are measured when they come into view, so that a long form opens at once."""

    def __init__(self, document: Document, model: FormModel) -> None:
        """Show a model."""
        super().__init__()
        self._model = model
        self._heights: dict[str, int] = {}
        self._delegate = FormDelegate(document, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._configure()
        model.dataChanged.connect(self._on_data_changed)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            signal.connect(self._fit_later)
        self.verticalScrollBar().valueChanged.connect(self._fit_rows)

    def _configure(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked
            | triggers.SelectedClicked
            | triggers.EditKeyPressed
            | triggers.AnyKeyPressed
        )
        pixels = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setVerticalScrollMode(pixels)
        self.setHorizontalScrollMode(pixels)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(LEAST_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(translate("Form", "Planning form"))
