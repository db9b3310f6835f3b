"""The table of the planning form."""

from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.panel.form_cells import LEAST_HEIGHT, ROOMY, TIGHT
from motwall.ui.panel.form_editors import FormDelegate
from motwall.ui.panel.form_header import FormHeader
from motwall.ui.panel.form_model import FormColumn, FormModel
from motwall.ui.panel.measured_table import MeasuredTable

#: Narrower than this, the five columns are tight.
_ROOMY = 720
_SHARES = (0.2, 0.25, 0.23, 0.09, 0.23)
#: As wide as the words of the headings and ratings need; what is left goes to the texts.
_TIGHT_SHARES = (0.214, 0.218, 0.194, 0.182, 0.192)


class FormView(MeasuredTable):
    """A row for each moment."""

    def __init__(self, document: Document, model: FormModel) -> None:
        """Show a model."""
        super().__init__()
        self._form = model
        self._cells_of = FormDelegate(document, model, self)
        self.header = FormHeader(self, self._cells_of.artist.look)
        self.setHorizontalHeader(self.header)
        self.follow(model, self._cells_of)
        self.setAccessibleName(translate("Form", "Planning form"))
        self.verticalHeader().setDefaultSectionSize(LEAST_HEIGHT)

    @override
    def row_key(self, row: int) -> str:
        return self._form.moment_id(row)

    @override
    def cell_height(self, row: int, column: int) -> int:
        width, artist = self.columnWidth(column), self._cells_of.artist
        return artist.height(row, FormColumn(column), width, self.font())

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        look = ROOMY if self.viewport().width() >= _ROOMY else TIGHT
        self._cells_of.artist.look = look
        self.header.set_look(look)
        self.share_width(_TIGHT_SHARES if look.is_tight else _SHARES)
