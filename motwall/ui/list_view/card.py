"""The list view as a full card: every moment a row, in step with the wall."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.list_columns import FIRST_COLUMNS, ListColumn, column_titles
from motwall.model.pasted_table import PastedTable
from motwall.model.patch import Patch
from motwall.model.records import Moment
from motwall.ui.assess.views import Look, look_words
from motwall.ui.column_memory import ColumnMemory, ForgottenColumns
from motwall.ui.facilitator.covering import ULTIMATE, CoveredPart, covers
from motwall.ui.filter_bar import FilterBar
from motwall.ui.full_card import FullCard
from motwall.ui.kept_keys import keeps_key
from motwall.ui.list_view.list_actions import ListActions
from motwall.ui.list_view.list_model import ListModel, Sorting
from motwall.ui.list_view.shelves import (
    ColumnShelf,
    CommandShelf,
    PasteShelf,
    count_words,
    quiet_label,
)
from motwall.ui.list_view.table import ListTable
from motwall.ui.main_window import MainWindow
from motwall.ui.theme import BODY

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: Under this the chosen columns are remembered.
NAME = "list"
_FIELD_WIDTH = 260


def make(page: "WallPage") -> FullCard:
    """The card of a page."""
    return ListCard(page)


class ListCard(FullCard):
    """The table with a line to look for words, its filter, and the columns to choose from."""

    def __init__(self, page: "WallPage") -> None:
        """Show the wall of a page; its selection is the window's."""
        super().__init__(page, translate("List", "List"))
        self._page = page
        self._document = page.document
        window = page.window()
        self._memory: ColumnMemory = (
            window.columns if isinstance(window, MainWindow) else ForgottenColumns()
        )
        self.model = ListModel(page.document, self._chosen_columns(), self)
        self.model.covers = self._covers
        self._actions = ListActions(
            self.model, page.selection, page.bottom_bar.quick_add, page.toast.offer
        )
        self.table = ListTable(self.model, page.selection, self._actions)
        self.count = quiet_label()
        self.words = QLineEdit()
        self.filter_bar = FilterBar(page.document)
        self.columns = ColumnShelf(self.model.columns)
        self.paste_shelf = PasteShelf()
        self.commands = CommandShelf(self)
        self.filter_button = self._switch(translate("List", "Filter"))
        self.columns_button = self._switch(translate("List", "Columns"))
        self.order_button = QPushButton(translate("List", "Order of the wall"))
        self.more_button = QPushButton(translate("List", "More"))
        self._arrange()
        self._connect()
        self._offer()

    # --- for `FullCards` ---

    @override
    def first_field(self) -> QWidget:
        """The table."""
        return self.table

    @override
    def prepare(self) -> None:
        """Make up for what happened meanwhile."""
        self.model.begin()
        self._show_count()

    @override
    def flush(self) -> bool:
        """Commit what is typed in an open cell."""
        return self.table.flush()

    def covered_parts(self) -> list[CoveredPart]:
        """See `ui.facilitator.covering`."""
        is_shown = ListColumn.ULTIMATE in self.model.columns
        return [(ULTIMATE, look_words(Look.ULTIMATE))] if is_shown else []

    def _covers(self, column: ListColumn) -> bool:
        return column is ListColumn.ULTIMATE and covers(self._page, ULTIMATE)

    def _on_covered(self) -> None:
        if self.isVisible():
            # What is written in such a cell is kept before it is hidden.
            self.table.flush()
            self.model.cover_anew()

    # --- building ---

    def _arrange(self) -> None:
        self.words.setPlaceholderText(translate("List", "Words, wherever they stand"))
        self.words.setAccessibleName(translate("List", "Show only notes with these words"))
        self.words.setClearButtonEnabled(True)
        self._fit_words()
        self.order_button.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.words, self.filter_button, self.columns_button, self.order_button):
            row.addWidget(widget)
        row.addWidget(self.more_button)
        row.addStretch(1)
        row.addWidget(self.count)
        self.column.setSpacing(8)
        self.column.addLayout(row)
        for shelf in (self.filter_bar, self.columns, self.paste_shelf):
            self.column.addWidget(shelf)
        self.column.addWidget(self.table, 1)

    def _fit_words(self) -> None:
        self.words.setFixedWidth(round(_FIELD_WIDTH * self.font().pixelSize() / BODY))

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        """Another font: in Room the line is as much longer."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "words"):
            self._fit_words()

    def _connect(self) -> None:
        self.words.textChanged.connect(self._look)
        self._document.room_show.changed.connect(self._on_covered)
        self.filter_bar.changed.connect(self._look)
        self.filter_bar.closed.connect(self._on_filter_closed)
        self.filter_button.toggled.connect(self._show_filter)
        self.columns_button.toggled.connect(self.columns.setVisible)
        self.columns.chosen.connect(self._choose_columns)
        self.order_button.clicked.connect(lambda: self.sort_by(None))
        self.more_button.clicked.connect(self._open_more)
        self.table.sort_wanted.connect(self._on_heading)
        self.table.menu_wanted.connect(self._open_commands)
        self.table.pasted.connect(self.take_text)
        self.table.measures_wanted.connect(self._page.commands.action("measures").trigger)
        self.paste_shelf.agreed.connect(self._paste)
        self.paste_shelf.dropped.connect(self.table.setFocus)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._show_count)
        self._document.changed.connect(self._on_changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._go_to_words)

    def _offer(self) -> None:
        """The commands at a cell, the cells' on the left, the notes' on the right."""
        table, verbs = self.table, self._actions.verbs
        page, key = self._page, Qt.Key
        cells = (
            ("sort", translate("List", "Sort by this column"), self._sort_by_current),
            ("fill", translate("List", "Fill down (Ctrl+D)"), table.fill_down),
            ("copy", translate("List", "Copy (Ctrl+C)"), table.copy),
            ("copy_titles", translate("List", "Copy with headings"),
             lambda: table.copy(has_titles=True)),
            ("paste", translate("List", "Paste (Ctrl+V)"), table.paste),
            ("clear", translate("List", "Empty the cells (Del)"),
             lambda: self._actions.clear(table.block())),
        )  # fmt: skip
        notes = (
            ("up", translate("List", "One place up (Alt+Up)"),
             lambda: table.move_notes(key.Key_Up)),
            ("down", translate("List", "One place down (Alt+Down)"),
             lambda: table.move_notes(key.Key_Down)),
            ("earlier", translate("List", "A step earlier (Alt+Left)"),
             lambda: table.move_notes(key.Key_Left)),
            ("later", translate("List", "A step later (Alt+Right)"),
             lambda: table.move_notes(key.Key_Right)),
            ("duplicate", translate("List", "Duplicate the notes"),
             lambda: verbs.duplicate(page.selection.ids)),
            ("delete", translate("List", "Delete the notes (Ctrl+-)"), table.delete_notes),
            ("show", translate("List", "Show on the wall"), self.left.emit),
        )  # fmt: skip
        for group, offered in enumerate((cells, notes)):
            for name, words, run in offered:
                self.commands.offer(group, name, words, run)

    # --- looking, sorting, choosing ---

    def sort_by(self, sorting: Sorting | None) -> None:
        """Sort the rows, or bring the order of the wall back."""
        self.model.sort_by(sorting)
        self.order_button.setVisible(sorting is not None)
        self._show_count()

    def _on_heading(self, place: int) -> None:
        """The first click sorts up, the second down, the third goes back to the wall's order."""
        column, now = self.model.columns[place], self.model.sorting
        if now is None or now.column is not column:
            self.sort_by(Sorting(column))
        else:
            self.sort_by(None if now.is_descending else Sorting(column, is_descending=True))

    def _sort_by_current(self) -> None:
        self._on_heading(max(0, self.table.currentIndex().column()))

    def _look(self) -> None:
        self.model.look_for(self.words.text(), self.filter_bar.filter)
        self._show_count()

    def _show_filter(self, is_shown: bool) -> None:
        if is_shown:
            self.filter_bar.open()
        else:
            self.filter_bar.close_and_show_all()

    def _on_filter_closed(self) -> None:
        self.filter_button.setChecked(False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_columns(self, columns: list[ListColumn]) -> None:
        self.flush()
        self.model.set_columns(columns)
        self._memory.set_columns(NAME, columns)

    def _chosen_columns(self) -> list[ListColumn]:
        names = self._memory.columns(NAME) or FIRST_COLUMNS
        return [one for one in ListColumn if one in names or one is ListColumn.TEXT]

    def _go_to_words(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    # --- pasting, commands ---

    def take_text(self, text: str) -> None:
        """Paste a block: at once what only changes cells, after a look what adds notes."""
        self.flush()
        table = self._actions.read(text, self.table.block())
        if table.is_plain:
            self._paste(table)
        else:
            self.paste_shelf.show_table(table)

    def _paste(self, table: PastedTable) -> None:
        if self._actions.paste(table):
            self.paste_shelf.hide()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_more(self) -> None:
        place = self.more_button.mapTo(self, QPoint(0, self.more_button.height() + 4))
        self.commands.open_at(place, self.rect().adjusted(8, 8, -8, -8), self.table)

    def _open_commands(self, place: QPoint) -> None:
        there = self.table.viewport().mapTo(self, place)
        self.commands.open_at(there, self.rect().adjusted(8, 8, -8, -8), self.table)

    # --- following ---

    def _on_changed(self, patch: Patch) -> None:
        if self.isVisible() and patch.touches(Moment, "id"):
            self._show_count()

    def _show_count(self) -> None:
        total = self._document.store.count(Moment)
        is_filtered = self.model.is_filtered
        self.count.setText(count_words(self.model.count, total, is_filtered=is_filtered))
        self.say(self._advice(total))

    def _advice(self, total: int) -> str:
        """A sentence where something is not as usual."""
        sorting = self.model.sorting
        if total == 0:
            return translate(
                "List", "Write the first contact in the row below, or paste a table or a list."
            )
        if self.model.count == 0:
            return translate("List", "No note is like that. Take a word or a filter away.")
        if sorting is None:
            return ""
        words = translate("List", "Sorted by {column}. Click the heading to sort again.")
        return words.format(column=column_titles()[sorting.column])

    def _switch(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setCheckable(True)
        return button

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Select what the wall has selected."""
        super().showEvent(event)
        self.model.begin()
        self.table.follow()
        if not self.table.currentIndex().isValid():
            text = self.model.column_of(ListColumn.TEXT)
            self.table.go_to(0, text)

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing needs to be followed."""
        super().hideEvent(event)
        self.commands.hide()
        self.model.rest()

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """Esc closes what is open in the card before it closes the card."""
        is_kept = keeps_key(event, Qt.Key.Key_Escape, is_busy=self._is_something_open)
        return is_kept or super().event(event)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, one thing at a time."""
        if event.key() != Qt.Key.Key_Escape or not self._close_innermost():
            super().keyPressEvent(event)

    def _is_something_open(self) -> bool:
        return not (self.commands.isHidden() and self.paste_shelf.isHidden())

    def _close_innermost(self) -> bool:
        if not self.commands.isHidden():
            self.commands.close_shelf()
            return True
        if not self.paste_shelf.isHidden():
            self.paste_shelf.cancel.click()
            return True
        return False
