"""What can be said of an action beside what, who and when: its size, its aim, how far it is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.doubts import ActionDoubt, action_doubts
from motwall.model.edits.actions import offered_targets, set_action_state
from motwall.model.patch import Patch
from motwall.model.records import (
    ActionReview,
    ActionSize,
    ActionState,
    Measure,
    PlannedAction,
    Rating,
    Reading,
)
from motwall.model.store import Store
from motwall.model.words import state_word
from motwall.ui.action_words import aim_sentence, doubt_sentence, size_letter, size_word
from motwall.ui.choices import Choice, ChoiceField
from motwall.ui.fields import FieldRef
from motwall.ui.panel.faces import LittleRatingField, ratings_as_choices
from motwall.ui.panel.proof import ProofBox
from motwall.ui.small import label

_SPACING = 6
#: What a proof consists of, beside the action.
_PROVING = (ActionReview, Reading, Measure)


class ActionBox(QWidget):
    """One thing about one action, with a sentence where something about it is doubted.

    Attributes:
        says: The sentence.
    """

    #: The user made a choice, and the wall has it.
    chosen = Signal()

    def __init__(self, document: Document) -> None:
        """For no action yet."""
        super().__init__()
        self.document = document
        self.says = label("", "small", is_wrapped=True)
        self.says.hide()
        self._id = ""
        document.changed.connect(self._on_changed)

    @property
    def action(self) -> PlannedAction | None:
        """The record, if it is still there."""
        return self.document.store.find(PlannedAction, self._id)

    def show_record(self, record_id: str) -> None:
        """Turn to an action; "" for none."""
        self._id = record_id
        for field in self.findChildren(ChoiceField):
            field.show_records((record_id,) if record_id else ())
        self.show_now()

    def show_now(self) -> None:
        """Follow the record where no field does."""

    def concerns(self, patch: Patch) -> bool:
        """Whether the box may look different after a patch."""
        return self._id in patch.changes

    def say(self, words: str) -> None:
        """Have a sentence below, or none."""
        self.says.setText(words)
        self.says.setVisible(bool(words))

    def _on_changed(self, patch: Patch) -> None:
        if self._id and self.concerns(patch):
            self.show_now()


class SizeBox(ActionBox):
    """S, M or L; small steps are what gets done."""

    def __init__(self, document: Document) -> None:
        """For no action yet."""
        super().__init__(document)
        self.field = ChoiceField(
            document,
            FieldRef(PlannedAction, "size"),
            translate("Panel", "Size"),
            size_choices(),
        )
        self.field.chosen.connect(self.chosen)
        row = QHBoxLayout()
        row.setSpacing(_SPACING)
        row.addWidget(label(translate("Panel", "Size"), "small"))
        row.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.says)

    @override
    def show_now(self) -> None:
        """Nudge to a smaller step."""
        action = self.action
        if action is not None:
            doubts = action_doubts(self.document.store, action, self.document.clock.today())
            is_large = ActionDoubt.LARGE in doubts
            self.say(doubt_sentence(ActionDoubt.LARGE) if is_large else "")


class AimBox(ActionBox):
    """From which rating to which; only what is better is offered, or magical kept magical."""

    def __init__(self, document: Document) -> None:
        """For no action yet."""
        super().__init__(document)
        self.from_rating = LittleRatingField(
            document, FieldRef(PlannedAction, "from_rating"), translate("Panel", "From")
        )
        self.to_rating = LittleRatingField(
            document, FieldRef(PlannedAction, "to_rating"), translate("Panel", "Aim")
        )
        self.to_rating.chosen.connect(self.chosen)
        self._offered: tuple[Rating, ...] = tuple(Rating)
        faces = QHBoxLayout()
        faces.setSpacing(_SPACING)
        faces.addWidget(label(translate("Panel", "From"), "small"))
        faces.addWidget(self.from_rating)
        faces.addSpacing(8)
        faces.addWidget(label(translate("Panel", "to"), "small"))
        faces.addWidget(self.to_rating)
        faces.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(faces)
        column.addWidget(self.says)

    @override
    def show_now(self) -> None:
        """Offer as aims what is better than the start, and the aim it has."""
        action = self.action
        if action is None:
            return
        better = set(offered_targets(action.from_rating)) | {action.to_rating}
        offered = tuple(one for one in Rating if one in better)
        if offered != self._offered:
            self._offered = offered
            self.to_rating.set_choices(ratings_as_choices(offered))
        doubts = action_doubts(self.document.store, action, self.document.clock.today())
        said = [one for one in (ActionDoubt.NOT_UPWARD, ActionDoubt.NO_TARGET) if one in doubts]
        hint = "" if action.to_rating else aim_sentence(action.from_rating)
        self.say(doubt_sentence(said[0]) if said and not hint else hint)


class ProgressBox(ActionBox):
    """Agreed, doing, done, checked, or dropped; checked asks for proof, right below."""

    def __init__(self, document: Document) -> None:
        """For no action yet."""
        super().__init__(document)
        self.proof = ProofBox(document)
        self.field = ChoiceField(
            document,
            FieldRef(PlannedAction, "state"),
            translate("Panel", "Progress"),
            [Choice(one, state_word(one)) for one in ActionState],
            edit=self._progress,
        )
        self.field.chosen.connect(self._on_chosen)
        self.proof.answered.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.proof)

    @override
    def show_record(self, record_id: str) -> None:
        """Turn to an action; "" for none."""
        super().show_record(record_id)
        self.proof.show_record(record_id)

    @override
    def show_now(self) -> None:
        """Show the proof there is, or ask for it."""
        self.proof.show_now()

    @override
    def concerns(self, patch: Patch) -> bool:
        """Also what proves it, or could."""
        return super().concerns(patch) or any(isinstance(one.record, _PROVING) for one in patch)

    def _on_chosen(self) -> None:
        # What was asked is not answered yet.
        if not self.proof.is_asking:
            self.chosen.emit()

    def _progress(self, store: Store, ids: Sequence[str], value: object) -> Patch:
        state, today = ActionState(str(value)), self.document.clock.today()
        if state is ActionState.CHECKED:
            # Again is never mind.
            self.proof.ask(is_asking=not self.proof.is_asking)
            return Patch()
        self.proof.ask(is_asking=False)
        patch = Patch()
        for one in ids:
            step = set_action_state(store, one, state, today)
            patch = patch.then(step) if patch else step
        return patch


def size_choices() -> list[Choice]:
    """The sizes as letters, with their words as hints."""
    return [Choice(one, size_letter(one), size_word(one)) for one in ActionSize]
