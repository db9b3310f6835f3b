"""The ladders of a moment: small steps from what is today towards the ultimate, as stairs."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Selected
from motwall.i18n import translate
from motwall.model.belongings import ladders_of, rungs_of
from motwall.model.charts import Chart, ChartLook
from motwall.model.edits.ladders import (
    add_ladder,
    add_rung,
    delete_ladder,
    delete_rung,
    mark_rung,
    move_rung,
)
from motwall.model.ladder_example import example_ladder
from motwall.model.patch import Patch
from motwall.model.progress_words import ladder_name, ladder_words
from motwall.model.records import Ladder, Rung
from motwall.model.rungs import current_rung, rung_doubts
from motwall.model.stairs import stairs_chart
from motwall.model.store import Store
from motwall.ui.chart_view import ChartView
from motwall.ui.choices import word_button
from motwall.ui.fields import flush_all
from motwall.ui.flow import FlowBox
from motwall.ui.full_card import FullCard
from motwall.ui.ladder.base_fields import BaseFields
from motwall.ui.ladder.rung_row import RungRow, focus_of
from motwall.ui.moment_card import MomentCard, scrolling
from motwall.ui.panel.record_list import RecordList
from motwall.ui.small import label

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

_STAIRS = QSize(480, 168)
#: Of the height: stairs and rungs.
_STAIRS_SHARE, _RUNGS_SHARE = 4, 5


class LadderCard(MomentCard):
    """One ladder at a time, with ways to the moment's others."""

    def __init__(self, page: "WallPage") -> None:
        """Be about no moment yet."""
        super().__init__(page, translate("Ladder", "Small steps"))
        self.ladder_id = ""
        self.tabs = FlowBox(spacing=6)
        self._tabs_shown: tuple[tuple[str, str], ...] = ()
        self._chips: list[QPushButton] = []
        self.more = word_button(translate("Ladder", "Another ladder"), "quiet")
        self.more.clicked.connect(self._add_ladder)
        self.base = BaseFields(self.document)
        self.stairs = ChartView(_STAIRS)
        self.says = label("", "quiet", is_wrapped=True)
        self.rungs = RecordList(self._make_row, RungRow.show_record, spacing=6)
        self.back_to_start = word_button(translate("Ladder", "Back to the start"), "quiet")
        self.back_to_start.clicked.connect(partial(self._mark, None))
        self.delete_button = word_button(translate("Ladder", "Delete this ladder"), "danger")
        self.delete_button.clicked.connect(self._delete_ladder)
        self.add = QPushButton(translate("Ladder", "Add a rung"))
        self.add.setProperty("kind", "primary")
        self.add.clicked.connect(self._add_rung)
        self.first = QPushButton(translate("Ladder", "Start a ladder for this moment"))
        self.first.setProperty("kind", "primary")
        self.first.clicked.connect(self._add_ladder)
        self.example = ChartView(_STAIRS)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._ladder_page())
        self._stack.addWidget(self._empty_page())
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _ladder_page(self) -> QWidget:
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        low = QHBoxLayout()
        low.setSpacing(8)
        low.addWidget(self.add)
        low.addWidget(self.back_to_start)
        low.addStretch(1)
        low.addWidget(self.more)
        low.addWidget(self.delete_button)
        # The rungs scroll below the stairs; only where there is hardly room for both, both do.
        whole.addWidget(scrolling(self._stairs_and_rungs()), 1)
        whole.addLayout(low)
        return page

    def _stairs_and_rungs(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.tabs)
        column.addWidget(self.base)
        column.addWidget(self.stairs, _STAIRS_SHARE)
        column.addWidget(self.says)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.rungs)
        rows.addStretch(1)
        column.addWidget(scrolling(inner), _RUNGS_SHARE)
        return page

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        says = translate(
            "Ladder",
            "Nobody leaps from miserable to magical. Say as a number what customers get today, "
            "then climb: each rung a better number, or a promise, by a day. Here is one for a "
            "repair:",
        )
        column.addWidget(label(says, "empty", is_wrapped=True))
        column.addWidget(self.example, 3)
        column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        return page

    def _make_row(self) -> RungRow:
        row = RungRow(self.document)
        row.mark_requested.connect(self._on_mark)
        row.move_requested.connect(self._on_move)
        row.delete_requested.connect(self._on_delete)
        return row

    # --- what is shown ---

    @override
    def first_field(self) -> QWidget:
        return self.base.title if self.ladder_id else self.first

    @override
    def flush(self) -> bool:
        return flush_all([self.base, *self.rungs.rows.values()])

    @override
    def concerns(self, patch: Patch) -> bool:
        return patch.touches(Ladder) or patch.touches(Rung)

    @override
    def show_moment(self) -> None:
        store = self.document.store
        ladders = ladders_of(store, self.moment_id) if self.moment_id else []
        ids = [one.id for one in ladders]
        if self.ladder_id not in ids:
            self.ladder_id = ids[0] if ids else ""
        self._show_tabs(ladders)
        self._stack.setCurrentIndex(0 if self.ladder_id else 1)
        self.base.show_record(self.ladder_id)
        is_open = not self.document.is_read_only
        for button in (self.add, self.first, self.more, self.delete_button):
            button.setEnabled(is_open)
        if self.ladder_id:
            self._show_ladder(store)
        else:
            self.rungs.show_ids(())
            self._show_example()

    def _show_ladder(self, store: Store) -> None:
        today = self.document.clock.today()
        rungs = rungs_of(store, self.ladder_id)
        self.rungs.show_ids([one.id for one in rungs])
        doubts = rung_doubts(store, self.ladder_id, today)
        for place, (rung_id, row) in enumerate(self.rungs.rows.items(), start=1):
            own = [one.doubt for one in doubts if one.rung_id == rung_id]
            row.show_now(place, len(rungs), own)
        is_open = not self.document.is_read_only
        is_climbed = current_rung(store, self.ladder_id) is not None
        self.back_to_start.setEnabled(is_open)
        self.back_to_start.setVisible(is_climbed)
        said = ladder_words(store, self.ladder_id, today)
        if not rungs:
            said.append(translate("Ladder", "Add the first rung: what could be so next month?"))
        words = ". ".join(said)
        self.says.setText(words)
        self.stairs.show_chart(self._stairs_of, words)

    def _stairs_of(self, look: ChartLook) -> Chart:
        store = self.document.store
        if store.find(Ladder, self.ladder_id) is None:
            return Chart(width=look.width, height=look.height)
        return stairs_chart(store, self.ladder_id, look, self.document.clock.today())

    def _show_example(self) -> None:
        today = self.document.clock.today()
        store, ladder_id = example_ladder(today)
        words = ". ".join(ladder_words(store, ladder_id, today))
        self.example.show_chart(lambda look: stairs_chart(store, ladder_id, look, today), words)

    def _show_tabs(self, ladders: list[Ladder]) -> None:
        """A chip for each ladder, if there are several."""
        wanted = tuple((one.id, ladder_name(one)) for one in ladders) if len(ladders) > 1 else ()
        if wanted != self._tabs_shown:
            self._tabs_shown = wanted
            self._chips = [self._tab(*one) for one in wanted]
            self.tabs.set_widgets(self._chips)
        self.tabs.setVisible(bool(wanted))
        for (ladder_id, _), chip in zip(wanted, self._chips, strict=True):
            chip.setChecked(ladder_id == self.ladder_id)

    def _tab(self, ladder_id: str, name: str) -> QPushButton:
        chip = word_button(name, "chip")
        chip.setCheckable(True)
        chip.clicked.connect(partial(self.turn_to, ladder_id))
        return chip

    def turn_to(self, ladder_id: str, _is_checked: bool = True) -> None:
        """Show another ladder of the moment."""
        if self.flush():
            self.ladder_id = ladder_id
        self.show_moment()
        self.order_tabs()

    # --- what is done ---

    def _push(self, patch: Patch) -> bool:
        here = (self.moment_id,)
        return self.document.push(patch, selected=Selected(here, here))

    def _add_ladder(self) -> None:
        if not self.flush() or not self.moment_id:
            return
        ladder_id, clock = self.document.clock.new_id(), self.document.clock
        before, self.ladder_id = self.ladder_id, ladder_id
        if self._push(add_ladder(self.document.store, self.moment_id, ladder_id, clock.today())):
            self.base.title.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.ladder_id = before

    def _delete_ladder(self) -> None:
        if self.flush() and self._push(delete_ladder(self.document.store, self.ladder_id)):
            self.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def _add_rung(self) -> None:
        rung_id = self.document.clock.new_id()
        if not self.flush() or not self._push(
            add_rung(self.document.store, self.ladder_id, rung_id)
        ):
            return
        row = self.rungs.rows.get(rung_id)
        if row is not None:
            focus_of(row).setFocus(Qt.FocusReason.TabFocusReason)

    def _mark(self, rung_id: str | None, _is_checked: bool = False) -> None:
        today = self.document.clock.today()
        if self.flush():
            self._push(mark_rung(self.document.store, self.ladder_id, rung_id, today))

    def _on_mark(self, rung_id: str) -> None:
        """Be on this rung; a click where we are already goes one back."""
        store = self.document.store
        current = current_rung(store, self.ladder_id)
        if current is None or current.id != rung_id:
            self._mark(rung_id)
            return
        ids = [one.id for one in rungs_of(store, self.ladder_id)]
        place = ids.index(rung_id)
        self._mark(ids[place - 1] if place else None)

    def _on_move(self, rung_id: str, way: int) -> None:
        store = self.document.store
        ids = [one.id for one in rungs_of(store, self.ladder_id)]
        if self.flush() and rung_id in ids:
            self._push(move_rung(store, rung_id, ids.index(rung_id) + way))

    def _on_delete(self, rung_id: str) -> None:
        if self.flush() and self._push(delete_rung(self.document.store, rung_id)):
            self.add.setFocus(Qt.FocusReason.TabFocusReason)


def make(page: "WallPage") -> FullCard:
    """The card of a page."""
    return LadderCard(page)
