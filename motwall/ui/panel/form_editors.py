"""The editors of the planning form: which cell has which."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.ui.panel.cell_editors import CellDelegate, Index
from motwall.ui.panel.cells import CellState
from motwall.ui.panel.form_cells import CellArtist
from motwall.ui.panel.form_model import FIELDS, FormColumn, FormModel, column_titles


class FormDelegate(CellDelegate):
    """Draws the cells and makes their editors."""

    def __init__(self, document: Document, model: FormModel, parent: QObject) -> None:
        """For the cells of one model."""
        super().__init__(document, parent)
        self.artist = CellArtist(model)
        self._model = model

    @override
    def make_editor(self, parent: QWidget, index: Index) -> QWidget:
        moment_id = self._model.moment_id(index.row())
        column = FormColumn(index.column())
        if column is FormColumn.RANKING:
            return self.rating_editor(parent, moment_id)
        if column is FormColumn.ACTION:
            return self.actions_editor(parent, moment_id)
        name = column_titles()[column]
        return self.text_editor(parent, moment_id, FIELDS[column], name, index)

    @override
    def draw_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, state: CellState
    ) -> None:
        self.artist.draw(painter, option.rect, index, option.font, state)
