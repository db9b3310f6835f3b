"""The card of observations: what customers really get, beside what was believed."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Selected
from motwall.i18n import translate
from motwall.model.belongings import observations_of
from motwall.model.edits.observations import Seen, add_observation, delete_observation
from motwall.model.patch import Patch
from motwall.model.records import Answer, Moment, Observation, ObservationKind, Question
from motwall.model.words import observation_word
from motwall.ui.choices import word_button
from motwall.ui.flow import FlowBox
from motwall.ui.moment_card import MomentCard, scrolling
from motwall.ui.observations.form import ObservationForm
from motwall.ui.observations.observation_line import ObservationLine
from motwall.ui.observations.side_by_side import SideBySide
from motwall.ui.panel.record_list import RecordList
from motwall.ui.small import label

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

_GAP = 16


def make(page: "WallPage") -> "ObservationCard":
    """The card of a page."""
    return ObservationCard(page)


class ObservationCard(MomentCard):
    """The observations of a moment on the left, newest first; the one that is open on the right."""

    def __init__(self, page: "WallPage") -> None:
        """Be about no moment yet."""
        super().__init__(page, translate("Observation", "Observations"))
        document = self.document
        self._open_id = ""
        self.add_buttons = {one: self._add_button(one) for one in ObservationKind}
        self.compared = SideBySide(document)
        self.lines: RecordList[ObservationLine] = RecordList(
            self._make_line, ObservationLine.show_record, spacing=4
        )
        self.form = ObservationForm(document)
        self.form.delete_requested.connect(self._delete)
        self.none_yet = label(
            translate(
                "Observation",
                "Nobody has looked yet. Have somebody go through this moment as a customer would, "
                "or ask the people who are there every day. One tap above starts a page.",
            ),
            "quiet",
            is_wrapped=True,
        )
        questions = QPushButton(translate("Observation", "Questions"))
        questions.clicked.connect(
            lambda _checked=False: page.commands.action("questions").trigger()
        )
        self.add_to_foot(questions)
        self._arrange()

    def _arrange(self) -> None:
        buttons = FlowBox(spacing=6)
        buttons.set_widgets(list(self.add_buttons.values()))
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 12, 0)
        left.setSpacing(12)
        left.addWidget(label(translate("Observation", "Write down what was seen"), "strong"))
        left.addWidget(buttons)
        rule = translate("Observation", "Roles, not names: it is about the moment, not the person.")
        left.addWidget(label(rule, "quiet", is_wrapped=True))
        left.addWidget(self.none_yet)
        left.addWidget(self.compared)
        left.addWidget(self.lines)
        left.addStretch(1)
        shown = QWidget()
        right = QVBoxLayout(shown)
        right.setContentsMargins(0, 0, 12, 0)
        right.addWidget(self.form)
        right.addStretch(1)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(scrolling(side), 2)
        row.addWidget(scrolling(shown), 3)

    def _add_button(self, kind: ObservationKind) -> QPushButton:
        button = word_button(f"+ {observation_word(kind)}", "chip")
        button.clicked.connect(lambda _checked=False: self._add(kind))
        return button

    def _make_line(self) -> ObservationLine:
        made = ObservationLine(self.document)
        made.opened.connect(self.open)
        return made

    @override
    def first_field(self) -> QWidget:
        return next(iter(self.add_buttons.values())) if self.moment_id else self.back

    @override
    def flush(self) -> bool:
        return self.form.flush()

    @override
    def concerns(self, patch: Patch) -> bool:
        is_seen = any(patch.touches(one) for one in (Observation, Answer, Question))
        return is_seen or patch.touches(Moment, "rating")

    @override
    def show_moment(self) -> None:
        store, moment_id = self.document.store, self.moment_id
        seen = observations_of(store, moment_id) if moment_id else []
        ids = [one.id for one in reversed(seen)]
        if self._open_id not in ids:
            self._open_id = ids[0] if ids else ""
        self.lines.show_ids(ids)
        for one, line in self.lines.rows.items():
            line.show_record(one)
            line.button.setChecked(one == self._open_id)
        self.none_yet.setVisible(not ids)
        self.compared.show_moment(moment_id)
        self.form.show_record(self._open_id)
        self.form.setVisible(bool(self._open_id))
        for button in self.add_buttons.values():
            button.setEnabled(bool(moment_id) and not self.document.is_read_only)

    def open(self, observation_id: str) -> None:
        """Show an observation on the right."""
        if self.form.flush():
            self._open_id = observation_id
        self.show_moment()
        self.order_tabs()

    def _add(self, kind: ObservationKind) -> None:
        document = self.document
        if not self.form.flush() or document.store.find(Moment, self.moment_id) is None:
            return
        made_id = document.clock.new_id()
        seen = Seen(observed_on=document.clock.today(), kind=kind)
        before, self._open_id = self._open_id, made_id
        if not self._push(add_observation(document.store, self.moment_id, seen, made_id)):
            self._open_id = before
            self.show_moment()
            return
        self.form.observer.setFocus()

    def _push(self, patch: Patch) -> bool:
        here = (self.moment_id,)
        return self.document.push(patch, selected=Selected(here, here))

    def _delete(self, observation_id: str) -> None:
        self.form.flush()
        if self._push(delete_observation(self.document.store, observation_id)):
            words = translate("Observation", "The observation is gone, with its answers")
            self.page.actions_.verbs.offer_undo(words)
