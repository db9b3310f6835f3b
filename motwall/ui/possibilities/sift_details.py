"""The idea picked while sifting: merit or park, what it costs and lifts, the action from it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.edits.ideas import place_idea, sift
from motwall.model.patch import Patch
from motwall.model.records import Cost, Idea, Lift, PlannedAction, Verdict
from motwall.model.sifting import COSTS, LIFTS
from motwall.model.store import Store
from motwall.model.words import cost_word, lift_word, verdict_meaning
from motwall.ui.choices import Choice, ChoiceField, word_button
from motwall.ui.fields import FieldRef
from motwall.ui.possibilities.moment_words import shortened
from motwall.ui.small import Card, label

_LONGEST = 160


class SiftDetails(Card):
    """Follows the idea that `show_idea` names; writes through edits."""

    #: Make an action of the idea. Carries its id.
    action_wanted = Signal(str)
    #: Delete the idea. Carries its id.
    delete_wanted = Signal(str)

    def __init__(self, document: Document) -> None:
        """For no idea yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self._text = label("", "question", is_wrapped=True)
        self.verdict = ChoiceField(
            document,
            FieldRef(Idea, "verdict"),
            translate("Possibilities", "Merit or park"),
            [
                Choice(
                    Verdict.MERIT,
                    translate("Possibilities", "Has merit"),
                    verdict_meaning(Verdict.MERIT),
                ),
                Choice(
                    Verdict.PARKED,
                    translate("Possibilities", "Park it"),
                    verdict_meaning(Verdict.PARKED),
                ),
            ],
            cleared=Verdict.OPEN,
            edit=_sifted,
        )
        self.cost = ChoiceField(
            document,
            FieldRef(Idea, "cost"),
            translate("Possibilities", "Cost"),
            [Choice(one, cost_word(one)) for one in COSTS],
            cleared=None,
            edit=_costing,
        )
        self.lift = ChoiceField(
            document,
            FieldRef(Idea, "lift"),
            translate("Possibilities", "Lift"),
            [Choice(one, lift_word(one)) for one in reversed(LIFTS)],
            cleared=None,
            edit=_lifting,
        )
        self.act = word_button("", "strong")
        self.act.clicked.connect(lambda: self.action_wanted.emit(self._id))
        self.delete = word_button(translate("Possibilities", "Delete"), "quiet")
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(self._id))
        self._arrange()
        self.show_idea("")

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._text, 1)
        head.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        names = {
            translate("Possibilities", "Worth it?"): self.verdict,
            translate("Possibilities", "Cost to us"): self.cost,
            translate("Possibilities", "Lift for them"): self.lift,
        }
        for row, (name, field) in enumerate(names.items()):
            grid.addWidget(label(name, "label"), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1, 1, 1 if field is self.verdict else 2)
        grid.addWidget(self.act, 0, 2)
        column.addLayout(grid)

    def show_idea(self, idea_id: str) -> None:
        """Turn to an idea; "" for none."""
        self._id = idea_id
        ids = (idea_id,) if idea_id else ()
        for field in (self.verdict, self.cost, self.lift):
            field.show_records(ids)
        self.show_now()

    def show_now(self) -> None:
        """Follow the idea where no field of its own does."""
        idea = self._document.store.find(Idea, self._id)
        nothing = translate("Possibilities", "Pick an idea: in the list, or on the picture.")
        self._text.setText(shortened(idea.text, _LONGEST) if idea else nothing)
        self.delete.setEnabled(idea is not None and not self._document.is_read_only)
        has_action = idea is not None and has_come_to_action(self._document.store, idea)
        words = translate("Possibilities", "Make it an action")
        if has_action:
            words = translate("Possibilities", "Is an action")
        self.act.setText(words)
        self.act.setEnabled(
            idea is not None
            and not has_action
            and idea.verdict is not Verdict.PARKED
            and not self._document.is_read_only
        )


def has_come_to_action(store: Store, idea: Idea) -> bool:
    """Whether there is an action from an idea."""
    return bool(store.referring(PlannedAction, "idea_id", idea.id))


def _sifted(store: Store, ids: Sequence[str], value: object) -> Patch:
    return sift(store, ids, Verdict(str(value)))


def _costing(store: Store, ids: Sequence[str], value: object) -> Patch:
    if not ids:
        return Patch()
    cost = None if value is None else Cost(str(value))
    return place_idea(store, ids[0], cost, store.get(Idea, ids[0]).lift)


def _lifting(store: Store, ids: Sequence[str], value: object) -> Patch:
    if not ids:
        return Patch()
    lift = None if value is None else Lift(str(value))
    return place_idea(store, ids[0], store.get(Idea, ids[0]).cost, lift)
