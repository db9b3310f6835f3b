"""A table whose columns are as wide as their words want them, or as somebody dragged them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.list_columns import ListColumn
from motwall.ui.list_view.cells import row_height
from motwall.ui.list_view.list_model import ListModel
from motwall.ui.panel.cell_table import CellTable
from motwall.ui.theme import BODY

_RESTYLED = (QEvent.Type.FontChange, QEvent.Type.StyleChange)
#: At a text scale of 1, pixels.
_WIDTHS = {
    ListColumn.STEP: 96,
    ListColumn.STAGE: 110,
    ListColumn.ROW: 110,
    ListColumn.TEXT: 210,
    ListColumn.CONTACT_TYPE: 130,
    ListColumn.TICK: 52,
    ListColumn.PRIORITY: 66,
    ListColumn.RATING: 116,
    ListColumn.EVIDENCE: 116,
    ListColumn.WHO_DELIVERS: 120,
    ListColumn.KIND: 104,
    ListColumn.MAKE_OR_BREAK: 106,
    ListColumn.RATED_ON: 98,
}
_WIDTH = 176
_NUMBER_WIDTH = 44
#: Texts, which can use more room.
_WIDE = frozenset(ListColumn) - frozenset(_WIDTHS) | {ListColumn.TEXT}


class ListColumns(CellTable):
    """Cells of one height, so that five thousand rows cost what a hundred do."""

    def __init__(self, model: ListModel) -> None:
        """For the columns of a model; `fit` when it is shown, and when they are others."""
        super().__init__()
        self._list = model
        self._is_fitting = False
        self._own_widths: dict[ListColumn, float] = {}
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.sectionResized.connect(self._on_resized)
        numbers = self.verticalHeader()
        numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        numbers.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        numbers.setHighlightSections(False)

    def fit(self) -> None:
        """Rows and columns as large as the text wants them; texts share what room is left."""
        scale = self.font().pixelSize() / BODY
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        self.verticalHeader().setFixedWidth(round(_NUMBER_WIDTH * scale))
        columns = self._list.columns
        widths = [self._own_widths.get(one, _WIDTHS.get(one, _WIDTH) * scale) for one in columns]
        wide = [one in _WIDE and one not in self._own_widths for one in columns]
        left = max(0.0, self.viewport().width() - sum(widths))
        more = left / max(1, sum(wide))
        self._is_fitting = True
        try:
            for place, width in enumerate(widths):
                self.setColumnWidth(place, int(width + (more if wide[place] else 0)))
        finally:
            self._is_fitting = False

    def _on_resized(self, place: int, _old: int, width: int) -> None:
        """Somebody dragged the edge of a heading: that width stays."""
        if not self._is_fitting and place < len(self._list.columns):
            self._own_widths[self._list.columns[place]] = width

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        """Another font, other rows."""
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self.fit()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.fit()
