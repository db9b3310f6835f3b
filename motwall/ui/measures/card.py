"""Measures: picked at the left, shown as a trend in the middle, read at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Selected
from motwall.i18n import translate
from motwall.model.belongings import measures_of, readings_of
from motwall.model.charts import Chart, ChartLook
from motwall.model.edits.measures import add_measure, delete_measure
from motwall.model.measure_presets import MeasurePreset
from motwall.model.patch import Patch
from motwall.model.progress_words import aim_words, measure_name, trend_words
from motwall.model.records import Measure, PlannedAction, Reading, Session
from motwall.model.trends import trend_chart, trend_of
from motwall.ui.chart_view import ChartView
from motwall.ui.choices import word_button
from motwall.ui.fields import flush_all
from motwall.ui.full_card import FullCard
from motwall.ui.measures.details import MeasureDetails
from motwall.ui.measures.picker import MeasurePicker
from motwall.ui.measures.readings import Readings
from motwall.ui.moment_card import MomentCard, scrolling
from motwall.ui.small import label

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

_TREND = QSize(420, 190)
_PICKER_SHARE, _TREND_SHARE, _READINGS_SHARE = 5, 12, 8
_SHOWN_TYPES = (Measure, Reading, Session, PlannedAction)


class MeasuresCard(MomentCard):
    """One measure at a time: of the moment, of the whole wall, or of another moment."""

    def __init__(self, page: "WallPage") -> None:
        """Be about no moment yet."""
        super().__init__(page, translate("Measure", "Measures"))
        self.measure_id = ""
        self._picked_for = ""
        self.picker = MeasurePicker(self.document)
        self.picker.picked.connect(self.turn_to)
        self.picker.wanted.connect(self._add)
        self.details = MeasureDetails(self.document)
        self.trend = ChartView(_TREND)
        self.says = label("", "strong", is_wrapped=True)
        self.readings = Readings(self.document)
        self.readings.entry.added.connect(self._on_added)
        self.delete_button = word_button("", "danger")
        self.delete_button.clicked.connect(self._delete)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolling(self._measure_page()))
        self._stack.addWidget(self._empty_page())
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(scrolling(self.picker), _PICKER_SHARE)
        row.addWidget(self._stack, _TREND_SHARE + _READINGS_SHARE)

    def _measure_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.details)
        row = QHBoxLayout()
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.says)
        left.addWidget(self.trend, 1)
        left.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(left, _TREND_SHARE)
        row.addWidget(self.readings, _READINGS_SHARE)
        column.addLayout(row, 1)
        return page

    def _empty_page(self) -> QWidget:
        says = translate(
            "Measure",
            "What could you count that shows whether this moment gets better? Choose one at the "
            "left; a reading now and then is enough.",
        )
        shown = label(says, "empty", is_wrapped=True)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return shown

    # --- what is shown ---

    @override
    def first_field(self) -> QWidget:
        return self.readings.entry.text if self.measure_id else self.picker.more

    @override
    def flush(self) -> bool:
        return flush_all([self.details, self.readings])

    @override
    def concerns(self, patch: Patch) -> bool:
        return any(patch.touches(one) for one in _SHOWN_TYPES)

    @override
    def show_moment(self) -> None:
        store = self.document.store
        is_other_moment = self._picked_for != self.moment_id
        if is_other_moment or store.find(Measure, self.measure_id) is None:
            self._picked_for = self.moment_id
            self.measure_id = self._first_measure()
        self.picker.show_now(self.moment_id, self.measure_id)
        self._stack.setCurrentIndex(0 if self.measure_id else 1)
        self.details.show_record(self.measure_id, self.moment_id)
        self.readings.show_measure(self.measure_id)
        if not self.measure_id:
            return
        today = self.document.clock.today()
        measure = store.get(Measure, self.measure_id)
        words = trend_words(trend_of(store, measure.id), today)
        self.says.setText(words)
        said = (measure_name(measure), words, aim_words(measure))
        self.trend.show_chart(self._chart_of, ". ".join(said))
        count = len(readings_of(store, measure.id))
        self.delete_button.setText(
            translate("Measure", "Delete this measure and its %n reading(s)", count=count)
            if count
            else translate("Measure", "Delete this measure")
        )
        self.delete_button.setEnabled(not self.document.is_read_only)

    def _first_measure(self) -> str:
        store = self.document.store
        own = measures_of(store, self.moment_id) if self.moment_id else []
        found = own or measures_of(store, None)
        return found[0].id if found else ""

    def _chart_of(self, look: ChartLook) -> Chart:
        store = self.document.store
        if store.find(Measure, self.measure_id) is None:
            return Chart(width=look.width, height=look.height)
        return trend_chart(trend_of(store, self.measure_id), look)

    def turn_to(self, measure_id: str) -> None:
        """Show another measure."""
        if self.flush():
            self.measure_id = measure_id
        self.show_moment()
        self.order_tabs()

    # --- what is done ---

    def _push(self, patch: Patch) -> bool:
        here = (self.moment_id,) if self.moment_id else ()
        return self.document.push(patch, selected=Selected(here, here))

    def _add(self, preset: MeasurePreset | None) -> None:
        if not self.flush():
            return
        store, measure_id = self.document.store, self.document.clock.new_id()
        moment_id = self.moment_id or None
        if preset is None:
            patch = add_measure(store, "", measure_id, moment_id)
        else:
            patch = add_measure(
                store,
                preset.name,
                measure_id,
                moment_id,
                unit=preset.unit,
                better=preset.better,
                every_days=preset.every_days,
            )
        if self._push(patch):
            self.turn_to(measure_id)
            self.details.name.setFocus(Qt.FocusReason.TabFocusReason)

    def _delete(self) -> None:
        if self.flush() and self._push(delete_measure(self.document.store, self.measure_id)):
            self.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def _on_added(self, count: int) -> None:
        self.page.toast.say(translate("Measure", "%n reading(s) added", count=count))


def make(page: "WallPage") -> FullCard:
    """The card of a page."""
    return MeasuresCard(page)
