"""What may be changed while a vote goes on: dots for each, how many vote, several on one note."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.edits.votes import change_round
from motwall.model.fields import rules_of
from motwall.model.records import VoteRound, VoteWay
from motwall.model.voting import open_round_now
from motwall.ui.small import label
from motwall.ui.voting.steppers import Stepper

_RULES = rules_of(VoteRound)
MOST_BUDGET, MOST_PEOPLE = _RULES["budget"].maximum, _RULES["people"].maximum


class RulesRow(QWidget):
    """One line above the notes, for whoever asks for it."""

    #: Forget the vote that goes on.
    stop_wanted = Signal()

    def __init__(self, document: Document) -> None:
        """Change the round that goes on in a document."""
        super().__init__()
        self._document = document
        self.budget = Stepper(translate("Vote", "Dots each"))
        self.people = Stepper(translate("Vote", "People"))
        self.stacking = QCheckBox(translate("Vote", "Several dots on one note"))
        self.stop = QPushButton(translate("Vote", "Stop and forget this vote"))
        self.stop.setProperty("kind", "danger")
        self._of_dots = [label(translate("Vote", "Dots each"), "quiet"), self.budget]
        self._of_dots += [label(translate("Vote", "People"), "quiet"), self.people, self.stacking]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget in self._of_dots:
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.stop)
        self.budget.stepped.connect(partial(self._step, "budget"))
        self.people.stepped.connect(partial(self._step, "people"))
        self.stacking.clicked.connect(self._stack)
        self.stop.clicked.connect(self.stop_wanted)

    def show_round(self, shown: VoteRound, *, is_usable: bool) -> None:
        """Show the rules of a round."""
        for widget in self._of_dots:
            widget.setVisible(shown.way is VoteWay.DOTS)
        self.budget.show_value(shown.budget, MOST_BUDGET, is_usable=is_usable)
        self.people.show_value(shown.people, MOST_PEOPLE, is_usable=is_usable)
        self.stacking.setChecked(shown.may_stack)
        self.stacking.setEnabled(is_usable)
        self.stop.setEnabled(is_usable)

    def _step(self, name: str, way: int) -> None:
        going_on = open_round_now(self._document.store)
        if going_on is not None:
            self._change(name, getattr(going_on, name) + way)

    def _stack(self, is_on: bool) -> None:
        self._change("may_stack", is_on)

    def _change(self, name: str, value: object) -> None:
        store = self._document.store
        going_on = open_round_now(store)
        if going_on is not None:
            self._document.push(change_round(store, going_on.id, **{name: value}))


class Wanted:
    """How the next vote should be, before it has begun.

    Attributes:
        now: A round that is no record yet.
    """

    def __init__(self, document: Document) -> None:
        """Begin with what is usual."""
        self.now = VoteRound(id="0" * 32, opened_at=document.clock.now())

    def set(self, **details: Any) -> None:  # noqa: ANN401 -- fields of VoteRound; checked by it
        """Want something else; numbers beyond what a round may hold are not heeded."""
        for name, most in (("budget", MOST_BUDGET), ("people", MOST_PEOPLE)):
            if name in details:
                details[name] = min(max(1, details[name]), most)
        self.now = replace(self.now, **details)

    @property
    def details(self) -> dict[str, Any]:
        """For `open_round`."""
        names = ("budget", "people", "may_stack", "is_on_ticked")
        return {name: getattr(self.now, name) for name in names}
