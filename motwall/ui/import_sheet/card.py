"""What a table would make of the wall: its columns, its first notes, and one button.

Nothing happens before the button. What each column means is guessed, or known from the last time a
table had the same header; every change is shown at once.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.importing.guessing import guess
from motwall.importing.mapped_plan import Mapped, Outcome
from motwall.importing.mapping import Mapping, Meaning, kept, remembered, signature
from motwall.importing.source_table import SourceTable
from motwall.model.clock import Clock
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.ui.column_memory import ColumnMemory
from motwall.ui.floating_card import STAYS, FloatingCard
from motwall.ui.flow import FlowBox
from motwall.ui.import_sheet.column_rows import ColumnRows
from motwall.ui.import_sheet.preview import Preview
from motwall.ui.import_sheet.summary import notices_of, summary_of
from motwall.ui.slices import Slices
from motwall.ui.small import label
from motwall.ui.tab_order import order_tabs
from motwall.ui.theme import BODY

SIZE = QSize(1020, 600)
#: Of the sentences, pixels at the usual size of the text.
_NOTICE_LINE, _NOTICE_FRAME, _MOST_LINES = 20, 26, 4
_LEFT, _RIGHT = 2, 3


class ImportCard(FloatingCard):
    """The mapping sheet, floating over a page or the start screen; it blocks nothing."""

    #: Bring it in. Carries the Outcome and the name of what it is from.
    agreed = Signal(object, str)

    def __init__(
        self, page: QWidget, clock: Clock, store: Callable[[], Store], memory: ColumnMemory
    ) -> None:
        """Float over a page, hidden.

        Args:
            page: What it floats over.
            clock: For ids and today.
            store: Gives the wall that the notes would come to, as it is now.
            memory: Keeps what columns mean.
        """
        super().__init__(page)
        # Work goes on beside it.
        self.setProperty(STAYS, True)
        self._memory = memory
        self._clock = clock
        self._store = store
        self._name = ""
        self._tables: tuple[SourceTable, ...] = ()
        self._table = SourceTable("", ())
        self._mapping = Mapping(())
        self._made: Mapped | None = None
        self._slices = Slices(self)
        self._title = label("", "title")
        self._about = label("", "small", is_wrapped=True)
        self._sheets = FlowBox(spacing=6)
        self.has_header = self._switch(translate("Import", "The first row names the columns"))
        self.has_headings = self._switch(
            translate("Import", "The first row after a blank one names a stage")
        )
        self.columns = ColumnRows()
        self.columns.chosen.connect(self._set_meaning)
        self.columns.unfolded.connect(self._order_tabs)
        self._tabs: list[QWidget] = []
        self.preview = Preview()
        self.summary = label("", "strong", is_wrapped=True)
        self.notices = QPlainTextEdit()
        self.button = QPushButton()
        self._build()

    @property
    def outcome(self) -> Outcome | None:
        """What the table comes to; None while it is worked out."""
        return None if self._made is None or self._slices.is_active else self._made.outcome

    @property
    def mapping(self) -> Mapping:
        """What the columns mean now."""
        return self._mapping

    def ask(self, tables: Sequence[SourceTable], name: str) -> None:
        """Show what tables would make; `name` is that of the file, "" for the clipboard."""
        self._name = name
        self._tables = tuple(tables)
        words = translate("Import", "Bring in “{name}”") if name else _pasted()
        self._title.setText(words.format(name=name))
        chips = [
            self._sheet_chip(place, one) for place, one in enumerate(tables) if len(tables) > 1
        ]
        self._sheets.set_widgets(chips)
        self._sheets.setVisible(bool(chips))
        self.show_sheet(0)
        self.open(self.columns.rows[0].button)

    def show_sheet(self, place: int) -> None:
        """Show one of the tables, if a workbook has several."""
        self._table = table = self._tables[place]
        for number in range(len(self._tables)):
            chip = self._sheets.findChild(QPushButton, f"sheet{number}")
            if isinstance(chip, QPushButton):
                chip.setChecked(number == place)
        mapping = remembered(self._memory.columns(signature(table)), table.width)
        self._about.setText(
            translate("Import", "The columns are read as the last time.")
            if mapping
            else translate("Import", "What the columns hold is guessed. Change what is not so.")
        )
        self.columns.fold()
        self.set_mapping(mapping or guess(table))

    def set_mapping(self, mapping: Mapping) -> None:
        """Read the table so, and show what it comes to."""
        self._mapping = mapping
        self.has_header.setChecked(mapping.has_header)
        self.has_headings.setChecked(mapping.has_headings)
        self.has_headings.setHidden(mapping.has_header)
        self.columns.show_table(self._table, mapping)
        self._order_tabs()
        self.work_out()

    def work_out(self) -> None:
        """Work out anew what the table comes to: its meaning or the wall changed."""
        if not self._table.rows:
            return
        self._made = Mapped(
            self._table, self._mapping, self._store(), self._clock.new_id, self._clock.today()
        )
        self.button.setEnabled(False)
        self._slices.start(self._steps(self._made))

    def finish(self) -> Outcome:
        """What the table comes to on the wall as it is now; waits for it."""
        self.work_out()
        self._slices.stop()
        assert self._made is not None, "finish comes after ask"
        outcome = self._made.finished()
        self._show(outcome)
        return outcome

    @override
    def wanted_size(self) -> QSize:
        # Before it is shown for the first time its text has not got its size.
        self.ensurePolished()
        return SIZE * (self.font().pixelSize() / BODY)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, also where no page does it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    # --- inside ---

    def _steps(self, made: Mapped) -> Iterator[None]:
        yield from made.steps()
        self._show(made.outcome)

    def _show(self, outcome: Outcome) -> None:
        notes = outcome.count(Moment)
        self.preview.show_rows(outcome.rows)
        self.summary.setText(summary_of(outcome))
        notices = notices_of(outcome)
        self.notices.setPlainText("\n".join(notices))
        self.notices.setVisible(bool(notices))
        lines = min(len(notices), _MOST_LINES) * _NOTICE_LINE + _NOTICE_FRAME
        self.notices.setFixedHeight(round(lines * self.font().pixelSize() / BODY))
        self.button.setText(translate("Import", "Bring in %n note(s)", count=notes))
        self.button.setEnabled(notes > 0)

    def _order_tabs(self) -> None:
        self._tabs = order_tabs(self, self._tabs)

    def _set_meaning(self, column: int, meaning: Meaning) -> None:
        self.set_mapping(self._mapping.having(column, meaning))

    def _set_header(self) -> None:
        self.set_mapping(replace(self._mapping, has_header=self.has_header.isChecked()))

    def _set_headings(self) -> None:
        self.set_mapping(replace(self._mapping, has_headings=self.has_headings.isChecked()))

    def _agree(self) -> None:
        # While the wall changes it is worked out anew, so what is shown is so.
        outcome = self.outcome or self.finish()
        if not outcome.records:
            return
        self._memory.set_columns(signature(self._table), kept(self._mapping))
        self.hide()
        self.agreed.emit(outcome, self._name)

    def _switch(self, words: str) -> QPushButton:
        chip = QPushButton(words)
        chip.setCheckable(True)
        chip.setProperty("kind", "chip")
        return chip

    def _sheet_chip(self, place: int, table: SourceTable) -> QPushButton:
        chip = self._switch(table.name[:40].replace("&", "&&"))
        chip.setObjectName(f"sheet{place}")
        chip.clicked.connect(partial(self._on_sheet, place))
        return chip

    def _on_sheet(self, place: int, _is_checked: bool = True) -> None:
        self.show_sheet(place)

    def _build(self) -> None:
        self.has_header.clicked.connect(self._set_header)
        self.has_headings.clicked.connect(self._set_headings)
        self.notices.setReadOnly(True)
        self.notices.setTabChangesFocus(True)
        self.notices.setAccessibleName(translate("Import", "What to know before"))
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self._agree)
        back = QPushButton(translate("Import", "Cancel"))
        back.clicked.connect(self.hide)
        left = QVBoxLayout()
        left.setSpacing(6)
        switches = FlowBox(spacing=6)
        switches.set_widgets([self.has_header, self.has_headings])
        left.addWidget(label(translate("Import", "Its columns"), "label"))
        left.addWidget(self.columns, 1)
        left.addWidget(switches)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(label(translate("Import", "The first notes"), "label"))
        right.addWidget(self.preview, 1)
        right.addWidget(self.notices)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addLayout(left, _LEFT)
        halves.addLayout(right, _RIGHT)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.summary, 1)
        foot.addWidget(back)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for widget in (self._title, self._about, self._sheets):
            column.addWidget(widget)
        column.addLayout(halves, 1)
        column.addLayout(foot)


def _pasted() -> str:
    return translate("Import", "Bring in the table you copied")
