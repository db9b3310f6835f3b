"""The tab "Planning form": all moments in five columns, edited in place."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.ui.choices import word_button
from motwall.ui.panel.cells import PADDING
from motwall.ui.panel.form_model import FormModel
from motwall.ui.panel.form_view import FormView
from motwall.ui.small import label

_MARGIN = 20


class FormTab(QWidget):
    """The form with a line above it; its selection is the window's."""

    #: The form wants the whole window (True) or its own place again (False).
    widen_requested = Signal(bool)

    def __init__(self, document: Document, selection: Selection, model: FormModel) -> None:
        """Show the model's rows."""
        super().__init__()
        self._selection = selection
        self._model = model
        self._is_following = False
        self.view = FormView(document, model)
        self.count = label("", "small")
        self.widen_button = word_button("", "quiet")
        self.widen_button.setCheckable(True)
        self.widen_button.toggled.connect(self._on_widened)
        self._arrange()
        self._name_button()
        self._show_count()
        for signal in (model.rowsInserted, model.rowsRemoved):
            signal.connect(self._show_count)
        self.view.selectionModel().selectionChanged.connect(self._on_rows_selected)
        selection.changed.connect(self._follow)
        self._follow()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(_MARGIN, 8, 12, 4)
        top.addWidget(self.count, 1)
        top.addWidget(self.widen_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN - PADDING, 0, 0, 0)
        row.addWidget(self.view)
        column.addLayout(row, 1)

    def flush(self) -> bool:
        """Commit what is typed in an open cell."""
        return self.view.flush()

    def set_wide(self, is_wide: bool) -> None:
        """Show the button as it is now; says so only if that is new."""
        self.widen_button.setChecked(is_wide)

    def _on_widened(self, is_wide: bool) -> None:
        self._name_button()
        self.widen_requested.emit(is_wide)

    def _name_button(self) -> None:
        is_wide = self.widen_button.isChecked()
        words = translate("Form", "Narrow") if is_wide else translate("Form", "Widen")
        self.widen_button.setText(words)

    def _show_count(self) -> None:
        count = self._model.rowCount()
        self.count.setText(translate("Form", "%n moment(s), priorities first", count=count))

    def _on_rows_selected(self) -> None:
        if self._is_following:
            return
        model = self.view.selectionModel()
        rows = sorted(index.row() for index in model.selectedRows())
        current = model.currentIndex().row()
        if current in rows:
            rows.remove(current)
            rows.append(current)
        self._is_following = True
        try:
            self._selection.set(self._model.moment_id(row) for row in rows)
        finally:
            self._is_following = False

    def _follow(self) -> None:
        if self._is_following:
            return
        self._is_following = True
        try:
            self._select_rows([self._model.row_of(one) for one in self._selection.ids])
        finally:
            self._is_following = False

    def _select_rows(self, rows: list[int]) -> None:
        model = self.view.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for row in rows:
            if row >= 0:
                index = self._model.index(row, 0)
                chosen.select(index, index)
        model.select(chosen, flags.ClearAndSelect | flags.Rows)
        current = self._model.row_of(self._selection.current_id)
        if current >= 0:
            column = max(0, model.currentIndex().column())
            index = self._model.index(current, column)
            model.setCurrentIndex(index, flags.NoUpdate)
            self.view.scrollTo(index)
