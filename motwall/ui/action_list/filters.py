"""What is looked for in the list of actions, as chips with their numbers."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.action_list import ActionFilter, ActionSurvey, Due, owner_key
from motwall.model.records import ActionState
from motwall.model.words import state_word
from motwall.ui.choices import word_button
from motwall.ui.flow import FlowBox
from motwall.ui.small import label

#: Owners fill so many lines of chips at the most; the rest is scrolled to.
_MOST_LINES = 2


def due_word(due: Due) -> str:
    """Such as "Overdue"."""
    words = {
        Due.ANY: translate("Actions", "Any day"),
        Due.OVERDUE: translate("Actions", "Overdue"),
        Due.THIS_WEEK: translate("Actions", "This week"),
        Due.LATER: translate("Actions", "Later"),
        Due.NONE: translate("Actions", "No day"),
    }
    return words[due]


class ActionFilters(QWidget):
    """Chips for how far, when and who; any of one kind, all kinds together."""

    #: Something else is looked for. Carries the ActionFilter.
    changed = Signal(object)
    #: Another order is wanted: that of the calendar (True), or of the wall.
    ordered = Signal(bool)

    def __init__(self) -> None:
        """Look for nothing in particular."""
        super().__init__()
        self.wanted = ActionFilter()
        self.states = {one: self._chip(partial(self._toggle_state, one)) for one in ActionState}
        dues = [one for one in Due if one is not Due.ANY]
        self.dues = {one: self._chip(partial(self._toggle_due, one)) for one in dues}
        self.owners: dict[str, QPushButton] = {}
        self.all_button = word_button(translate("Actions", "Show all"), "quiet")
        self.all_button.clicked.connect(self.show_all)
        self.by_date = self._chip(partial(self._order, True))
        self.by_date.setText(translate("Actions", "By date"))
        self.on_wall = self._chip(partial(self._order, False))
        self.on_wall.setText(translate("Actions", "As on the wall"))
        self.by_date.setChecked(True)
        self._traits = FlowBox(spacing=6)
        self._people = FlowBox(spacing=6)
        self._area = QScrollArea()
        #: When the chips are in their new places.
        self._limit_soon = QTimer(self)
        self._limit_soon.setSingleShot(True)
        self._limit_soon.setInterval(0)
        self._limit_soon.timeout.connect(self._limit_height)
        self._arrange()

    def _arrange(self) -> None:
        self._traits.set_widgets([*self.dues.values(), *self.states.values()])
        self._people.installEventFilter(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._people)
        # They would fill with the table's colour.
        self._people.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._traits, 1)
        first.addWidget(self.all_button)
        first.addWidget(label(translate("Actions", "Order"), "small"))
        first.addWidget(self.by_date)
        first.addWidget(self.on_wall)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self._area)

    def show_survey(self, seen: ActionSurvey, names: Iterable[str]) -> None:
        """Show what there is to look for; `names` are the owners as they are spelt."""
        for state, chip in self.states.items():
            _dress(chip, state_word(state), seen.states[state], state in self.wanted.states)
        for due, chip in self.dues.items():
            _dress(chip, due_word(due), seen.dues[due], due is self.wanted.due)
        spelt = {owner_key(one): one for one in names}
        if seen.owners[""]:
            spelt = {"": translate("Actions", "Nobody"), **spelt}
        spelt |= {one: one for one in self.wanted.owners if one not in spelt}
        known = self.owners
        self.owners = {
            key: known.get(key) or self._chip(partial(self._toggle_owner, key)) for key in spelt
        }
        self._people.set_widgets(list(self.owners.values()))
        for key, chip in self.owners.items():
            _dress(chip, spelt[key], seen.owners[key], key in self.wanted.owners)
        self._area.setVisible(bool(spelt))
        self.all_button.setEnabled(self.wanted != ActionFilter())
        self._traits.arrange()
        self._people.arrange()
        self._limit_height()

    def show_all(self) -> None:
        """Look for nothing in particular."""
        self._look_for(ActionFilter())

    def _toggle_state(self, state: ActionState, _is_on: bool = False) -> None:
        self._look_for(replace(self.wanted, states=self.wanted.states ^ {state}))

    def _toggle_due(self, due: Due, _is_on: bool = False) -> None:
        is_again = due is self.wanted.due
        self._look_for(replace(self.wanted, due=Due.ANY if is_again else due))

    def _toggle_owner(self, key: str, _is_on: bool = False) -> None:
        self._look_for(replace(self.wanted, owners=self.wanted.owners ^ {key}))

    def _look_for(self, wanted: ActionFilter) -> None:
        self.wanted = wanted
        self.changed.emit(wanted)

    def _order(self, is_by_date: bool, _is_on: bool = False) -> None:
        self.by_date.setChecked(is_by_date)
        self.on_wall.setChecked(not is_by_date)
        self.ordered.emit(is_by_date)

    def _chip(self, run: Callable[[bool], None]) -> QPushButton:
        chip = word_button("", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(run)
        return chip

    def _limit_height(self) -> None:
        chip = next(iter(self.owners.values()), None)
        if chip is not None:
            line = chip.sizeHint().height()
            most = _MOST_LINES * line + (_MOST_LINES - 1) * self._people.spacing
            self._area.setFixedHeight(min(max(line, self._people.minimumHeight()), most))

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the owners the lines they need, up to some."""
        if event.type() == QEvent.Type.Resize:
            self._limit_soon.start()
        return super().eventFilter(watched, event)


def _dress(chip: QPushButton, words: str, count: int, is_on: bool) -> None:
    chip.setText(f"{words} {count}".replace("&", "&&"))
    chip.setChecked(is_on)
    chip.setVisible(is_on or count > 0)
