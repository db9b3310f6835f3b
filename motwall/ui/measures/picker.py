"""The measures of a wall to pick from: those of the moment first, then the whole wall's, others."""

from functools import partial

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.belongings import measures_of
from motwall.model.measure_presets import MeasurePreset, measure_presets
from motwall.model.progress_words import measure_name, trend_words
from motwall.model.records import Measure, Moment
from motwall.model.sessions import measures_in_order
from motwall.model.store import Store
from motwall.model.trend_line import sparkline
from motwall.model.trends import trend_of
from motwall.paint.chart import draw_chart
from motwall.ui.choices import word_button
from motwall.ui.flow import FlowBox
from motwall.ui.panel.box_button import BoxButton
from motwall.ui.small import label
from motwall.ui.theme import BODY, current_tokens

_SPARK = QSize(44, 16)
_SPARK_LEFT, _SPARK_ROOM = 10, 62


class MeasureButton(BoxButton):
    """A measure: its line in small, its name."""

    def __init__(self, store: Store, measure_id: str) -> None:
        """Show one of the store."""
        super().__init__("")
        self.setCheckable(True)
        self._store = store
        self._id = measure_id

    def show_now(self, words: str, *, is_shown: bool) -> None:
        """Follow the wall; checked while it is the one shown."""
        self.setText(words)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setChecked(is_shown)
        self.update()

    @override
    def draw_picture(self, painter: QPainter) -> int:
        scale = self.font().pixelSize() / BODY
        if self._store.find(Measure, self._id) is not None:
            width, height = _SPARK.width() * scale, _SPARK.height() * scale
            chart = sparkline(trend_of(self._store, self._id), width, height)
            at = QPointF(_SPARK_LEFT * scale, (self.height() - height) / 2)
            draw_chart(painter, chart, current_tokens(), at, 0.8 * scale)
        return round(_SPARK_ROOM * scale)


class MeasurePicker(QWidget):
    """Groups of buttons, and below them what one more could be."""

    #: Show this measure. Carries its id.
    picked = Signal(str)
    #: Make a measure of the moment. Carries a MeasurePreset, or None for an empty one.
    wanted = Signal(object)

    def __init__(self, document: Document) -> None:
        """Start empty."""
        super().__init__()
        self._document = document
        self._groups = QVBoxLayout()
        self._groups.setSpacing(4)
        self._shown: list[tuple[str, tuple[str, ...]]] = []
        self._made: list[QWidget] = []
        self.buttons: dict[str, MeasureButton] = {}
        self.more = word_button(translate("Measure", "Something else"), "chip")
        self.more.clicked.connect(partial(self._want, None))
        self.presets = [self._preset(one) for one in measure_presets()]
        flow = FlowBox(spacing=6)
        flow.set_widgets([*self.presets, self.more])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._groups)
        column.addWidget(label(translate("Measure", "Count one more thing"), "label"))
        column.addWidget(flow)
        column.addStretch(1)

    def show_now(self, moment_id: str, measure_id: str) -> None:
        """Follow the wall: which there are for a moment, and which one is shown."""
        store = self._document.store
        groups = _groups(store, moment_id)
        wanted = [(title, tuple(one.id for one in found)) for title, found in groups]
        if wanted != self._shown:
            self._shown = wanted
            self._rebuild()
        today = self._document.clock.today()
        for one_id, button in self.buttons.items():
            one = store.get(Measure, one_id)
            button.show_now(_words(store, one, moment_id), is_shown=one_id == measure_id)
            button.setAccessibleDescription(trend_words(trend_of(store, one_id), today))
        for chip in (*self.presets, self.more):
            chip.setEnabled(not self._document.is_read_only)

    def _rebuild(self) -> None:
        for gone in self._made:
            gone.hide()
            gone.deleteLater()
        self._made, self.buttons = [], {}
        for title, ids in self._shown:
            heading = label(title, "label")
            self._groups.addWidget(heading)
            self._made.append(heading)
            for one_id in ids:
                button = MeasureButton(self._document.store, one_id)
                button.clicked.connect(partial(self._pick, one_id))
                self._groups.addWidget(button)
                self._made.append(button)
                self.buttons[one_id] = button

    def _preset(self, preset: MeasurePreset) -> QWidget:
        chip = word_button(preset.name, "chip")
        chip.clicked.connect(partial(self._want, preset))
        return chip

    def _pick(self, measure_id: str, _is_checked: bool = False) -> None:
        self.picked.emit(measure_id)

    def _want(self, preset: MeasurePreset | None, _is_checked: bool = False) -> None:
        self.wanted.emit(preset)


def _groups(store: Store, moment_id: str) -> list[tuple[str, list[Measure]]]:
    own = measures_of(store, moment_id) if moment_id else []
    whole = measures_of(store, None)
    known = {one.id for one in (*own, *whole)}
    groups = [
        (translate("Measure", "This moment"), own),
        (translate("Measure", "The whole wall"), whole),
        (
            translate("Measure", "Other moments"),
            [one for one in measures_in_order(store) if one.id not in known],
        ),
    ]
    return [(title, found) for title, found in groups if found]


def _words(store: Store, measure: Measure, moment_id: str) -> str:
    name = measure_name(measure)
    if measure.moment_id in {None, moment_id}:
        return name
    moment = store.find(Moment, measure.moment_id)
    about = " ".join((moment.text or moment.prompt).split()) if moment is not None else ""
    return f"{name} \N{MIDDLE DOT} {about}" if about else name
