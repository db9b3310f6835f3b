"""The card of the step/question grid."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.answering import Tally, tally
from motwall.model.patch import Patch
from motwall.model.records import Answer, Moment, Question, Stage, Step
from motwall.ui.choices import word_button
from motwall.ui.full_card import FullCard
from motwall.ui.grid.add_lines import AddLines
from motwall.ui.grid.coverage_pane import CoveragePane
from motwall.ui.grid.grid_model import GridColumn, GridModel
from motwall.ui.grid.grid_view import GridView
from motwall.ui.small import label
from motwall.ui.tab_order import order_tabs

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: What the counts above the grid, and the coverage, depend on.
_COUNTED = (Question, Answer, Step, Stage)
_COUNTED_FIELDS = ("step_id", "kind", "who_delivers")

#: Of the head, against one part for the title.
_WIDE = 4


def make(page: "WallPage") -> "GridCard":
    """The card of a page."""
    return GridCard(page)


class GridCard(FullCard):
    """Steps on the left, their moments and questions on the right; all of it written in place."""

    def __init__(self, page: "WallPage") -> None:
        """Fill the table once; it follows the wall from then on."""
        super().__init__(page, translate("Grid", "Steps and questions"))
        self.page = page
        self.document = page.document
        self._is_following = False
        self.model = GridModel(self.document, self)
        self.view = GridView(self.document, self.model)
        self.count = label("", "quiet")
        self.coverage = CoveragePane()
        self.coverage.hide()
        self.coverage_button = word_button(translate("Grid", "Where have we looked?"), "chip")
        self.coverage_button.setCheckable(True)
        self.coverage_button.toggled.connect(self._show_coverage)
        self.add = AddLines(self.document)
        self.add.added.connect(self._on_added)
        self.note_button = QPushButton(translate("Grid", "Go to the note"))
        self.note_button.clicked.connect(self._go_to_note)
        self.add_to_foot(self.note_button)
        self._pages = QStackedWidget()
        self._count_soon = QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.setInterval(0)
        self._count_soon.timeout.connect(self._show_counts)
        self._arrange()
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        page.selection.changed.connect(self._follow)
        self.document.changed.connect(self._on_changed)

    def _arrange(self) -> None:
        empty = label(
            translate("Grid", "There is no step and no note yet. Write the first one below."),
            "empty",
        )
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self.view)
        self._pages.addWidget(empty)
        # Nothing in it is to be touched, so it may be where nobody reaches.
        self.add_to_head(self.coverage)
        self._head_row.setStretchFactor(self.coverage, _WIDE)
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.coverage_button)
        self.column.addLayout(head)
        self.column.addWidget(self._pages, 1)
        self.column.addWidget(self.add)

    @override
    def first_field(self) -> QWidget:
        return self.view if self.model.rowCount() else self.add.moment

    @override
    def prepare(self) -> None:
        order_tabs(self, [])
        self.model.wake()
        self._follow(is_shown=True)
        self._show_counts()
        self._show_place()

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: a wall of 5,000 need not be kept in rows at every change."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.model.sleep()

    @override
    def flush(self) -> bool:
        is_kept = self.view.flush()
        return self.add.flush() and is_kept

    # --- following ---

    def _on_changed(self, patch: Patch) -> None:
        if not self.isVisible():
            return  # `prepare` counts again
        is_counted = any(patch.touches(one) for one in _COUNTED)
        if is_counted or patch.touches(Moment, *_COUNTED_FIELDS):
            # Of many changes at once, such as a paste, once.
            self._count_soon.start()
        self._show_place()

    def _show_counts(self) -> None:
        store = self.document.store
        stand = tally(store, [one.id for one in store.all(Moment)])
        self.count.setText(_count_words(store.count(Step), store.count(Moment), stand))
        self._pages.setCurrentIndex(0 if self.model.rowCount() else 1)
        if self.coverage_button.isChecked():
            self.coverage.show_wall(store)

    def _show_coverage(self, is_shown: bool) -> None:
        if is_shown:
            self.coverage.show_wall(self.document.store)
        self.coverage.setVisible(is_shown)

    def _on_row(self) -> None:
        """The keyboard or a click went to another row: the note is selected on the wall, too."""
        self._show_place()
        if self._is_following:
            return
        moment_id = self.model.moment_id(self.view.currentIndex().row())
        self._is_following = True
        try:
            self.page.selection.set([moment_id] if moment_id else [])
        finally:
            self._is_following = False

    def _follow(self, *, is_shown: bool = False) -> None:
        if self._is_following or not (is_shown or self.isVisible()):
            return
        self._is_following = True
        try:
            self._go_to_row(self.page.selection.current_id)
        finally:
            self._is_following = False
        self._show_place()

    def _go_to_row(self, moment_id: str | None) -> None:
        current = self.view.currentIndex()
        row = self.model.row_of(moment_id)
        if row < 0 and not current.isValid() and self.model.rowCount():
            row = 0
        if row < 0 or (current.isValid() and self.model.moment_id(current.row()) == moment_id):
            return
        column = max(GridColumn.MOMENT, current.column())
        index = self.model.index(row, column)
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.view.fit_rows()
        self.view.scrollTo(index)

    def _show_place(self) -> None:
        row = self.view.currentIndex().row()
        step, moment, _ = self.model.place(row)
        words = self.model.step_words(step) if step else ""
        self.add.show_place(moment.id if moment else "", step.id if step else "", words)
        self.note_button.setEnabled(moment is not None)

    # --- ways on ---

    def _on_added(self, moment_id: str) -> None:
        self.page.selection.set([moment_id])

    def _go_to_note(self) -> None:
        moment_id = self.model.moment_id(self.view.currentIndex().row())
        if moment_id and self.flush():
            self.left.emit()
            self.page.selection.set([moment_id])
            self.page.view.show_note(moment_id)


def _count_words(steps: int, moments: int, stand: Tally) -> str:
    parts = [
        translate("Grid", "%n step(s)", count=steps),
        translate("Grid", "%n moment(s)", count=moments),
    ]
    if stand.asked:
        words = translate("Grid", "%n question(s), {answered} answered", count=stand.asked)
        parts.append(words.format(answered=stand.answered))
    return " \N{MIDDLE DOT} ".join(parts)
