"""An action agreed earlier, and what this session says of it: done, keep, drop, or checked."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.belongings import measures_of, readings_of
from motwall.model.dates import date_words
from motwall.model.edits.reviews import (
    Outcome,
    check_by_rating,
    check_by_reading,
    check_without_proof,
    review_action,
    review_on,
)
from motwall.model.figures import figure_words
from motwall.model.patch import Patch
from motwall.model.proofs import proof_of
from motwall.model.records import (
    ActionReview,
    ActionState,
    Measure,
    PlannedAction,
    Rating,
    Reading,
)
from motwall.model.store import Store
from motwall.model.words import rating_word, state_word
from motwall.ui.choices import word_button
from motwall.ui.fields import FieldRef, TextField
from motwall.ui.flow import FlowBox
from motwall.ui.panel.faces import FaceButton
from motwall.ui.sessions.words import about_action, action_words
from motwall.ui.small import Card, label

#: More measures than this belong to nothing that one action is about.
_MOST_READINGS = 6


class ReviewRow(Card):
    """Says what became of one action; a second word corrects the first."""

    def __init__(self, document: Document) -> None:
        """For no action yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self._text = label("", "strong", is_wrapped=True)
        self._about = label("", "small", is_wrapped=True)
        self._said = label("", "good", is_wrapped=True)
        self.buttons = {
            Outcome.DONE: word_button(translate("Sessions", "Done"), "chip"),
            Outcome.KEEP: word_button(translate("Sessions", "Keep"), "chip"),
            Outcome.DROP: word_button(translate("Sessions", "Drop"), "chip"),
        }
        self.check = word_button(translate("Sessions", "Checked…"), "chip")
        self.reason = TextField(
            document,
            FieldRef(ActionReview, "reason"),
            translate("Sessions", "Why"),
            translate("Sessions", "Why? A word is enough."),
            is_left_by_enter=True,
        )
        self.proof = ProofBox(document)
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        for outcome, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._say, outcome))
            row.addWidget(button)
        self.check.setCheckable(True)
        self.check.clicked.connect(self._ask_proof)
        row.addWidget(self.check)
        row.addStretch(1)
        column.addWidget(self._text)
        column.addWidget(self._about)
        column.addLayout(row)
        for one in (self._said, self.reason, self.proof):
            column.addWidget(one)
        self.proof.checked.connect(self.proof.hide)
        self.proof.hide()

    def show_record(self, record_id: str) -> None:
        """Turn to an action; "" for none."""
        if record_id != self._id:
            self._id = record_id
            self.proof.hide()
        self.show_now()

    def show_now(self) -> None:
        """Follow the action and its review."""
        document = self._document
        store, today = document.store, document.clock.today()
        action = store.find(PlannedAction, self._id)
        review = review_on(store, self._id, today, document.session_id) if action else None
        self.reason.show_records((review.id,) if review else ())
        self.reason.setVisible(review is not None)
        if action is None:
            return
        self._text.setText(action_words(action))
        self._about.setText(about_action(store, action, today))
        outcome = _outcome(review)
        for one, button in self.buttons.items():
            button.setChecked(one is outcome)
            button.setEnabled(not document.is_read_only)
        self.check.setChecked(review is not None and review.state is ActionState.CHECKED)
        self.check.setEnabled(not document.is_read_only)
        words = _checked_words(store, action)
        if not words and action.state is ActionState.DONE:
            words = translate("Sessions", "Done; not checked yet.")
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def flush(self) -> bool:
        """Commit a reason that is being typed."""
        return self.reason.flush()

    def _say(self, outcome: Outcome, _is_checked: bool = False) -> None:
        document = self._document
        self.flush()
        self.proof.hide()
        today, session_id = document.clock.today(), document.session_id
        known = review_on(document.store, self._id, today, session_id)
        patch = review_action(
            document.store,
            self._id,
            outcome,
            today,
            document.clock.new_id,
            session_id,
            known.reason if known else "",
        )
        document.push(patch)
        self.show_now()
        if outcome is Outcome.DROP:
            self.reason.setFocus()

    def _ask_proof(self) -> None:
        self.flush()
        self.show_now()
        if self.proof.isHidden():
            self.proof.ask(self._id)
        else:
            self.proof.hide()


class ProofBox(QWidget):
    """Asks what shows that an action had its effect: the moment rated anew, or a reading."""

    #: The action is checked.
    checked = Signal()

    def __init__(self, document: Document) -> None:
        """For no action yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self.faces = {one: FaceButton(one) for one in Rating}
        self.readings = FlowBox(spacing=6)
        self.without = word_button(translate("Sessions", "Check it without proof"), "link")
        self.without.clicked.connect(self._check_without)
        self._or = label(translate("Sessions", "Or take a reading as proof:"), "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        asking = translate("Sessions", "What shows it? Rate the moment as it is now:")
        column.addWidget(label(asking, "small", is_wrapped=True))
        row = QHBoxLayout()
        row.setSpacing(6)
        for rating, face in self.faces.items():
            face.setCheckable(False)
            face.setAccessibleName(rating_word(rating))
            face.clicked.connect(partial(self._check_by_rating, rating))
            row.addWidget(face)
        row.addStretch(1)
        column.addLayout(row)
        for one in (self._or, self.readings, self.without):
            column.addWidget(one)

    def ask(self, action_id: str) -> None:
        """Ask for the proof of an action."""
        self._id = action_id
        store = self._document.store
        action = store.get(PlannedAction, action_id)
        buttons: list[QPushButton] = []
        for measure in (*measures_of(store, action.moment_id), *measures_of(store, None)):
            latest = next(reversed(readings_of(store, measure.id)), None)
            if latest is not None and len(buttons) < _MOST_READINGS:
                button = word_button(self._reading_words(measure, latest), "chip")
                button.clicked.connect(partial(self._check_by_reading, latest.id))
                buttons.append(button)
        self.readings.set_widgets(buttons)
        for one in (self._or, self.readings):
            one.setVisible(bool(buttons))
        self.show()
        self.faces[Rating.MISERABLE].setFocus()

    def _reading_words(self, measure: Measure, reading: Reading) -> str:
        day = date_words(reading.taken_on, self._document.clock.today())
        value = figure_words(reading.value, measure.unit)
        return f"{measure.name}: {value}, {day}"

    def _check_by_rating(self, rating: Rating, _is_checked: bool = False) -> None:
        clock, session_id = self._document.clock, self._document.session_id
        store = self._document.store
        self._push(
            check_by_rating(store, self._id, rating, clock.today(), clock.new_id, session_id)
        )

    def _check_by_reading(self, reading_id: str, _is_checked: bool = False) -> None:
        clock, session_id = self._document.clock, self._document.session_id
        store = self._document.store
        if store.find(Reading, reading_id) is not None:
            self._push(
                check_by_reading(
                    store, self._id, reading_id, clock.today(), clock.new_id, session_id
                )
            )

    def _check_without(self) -> None:
        clock, session_id = self._document.clock, self._document.session_id
        store = self._document.store
        self._push(check_without_proof(store, self._id, clock.today(), clock.new_id, session_id))

    def _push(self, patch: Patch) -> None:
        if self._document.push(patch):
            self.checked.emit()


def _outcome(review: ActionReview | None) -> Outcome | None:
    if review is None or review.state is ActionState.CHECKED:
        return None
    states = {ActionState.DONE: Outcome.DONE, ActionState.DROPPED: Outcome.DROP}
    return states.get(review.state, Outcome.KEEP)


def _checked_words(store: Store, action: PlannedAction) -> str:
    if action.state is not ActionState.CHECKED:
        return ""
    proof = proof_of(store, action)
    rating = proof.assessment.rating if proof and proof.assessment else None
    if rating is not None:
        words = translate("Sessions", "Checked: the moment is {rating} now.")
        return words.format(rating=rating_word(rating).lower())
    if proof is not None and proof.reading is not None:
        measure = store.get(Measure, proof.reading.measure_id)
        words = translate("Sessions", "Checked by {measure}: {value}.")
        value = figure_words(proof.reading.value, measure.unit)
        return words.format(measure=measure.name, value=value)
    words = translate("Sessions", "{state}, without proof.")
    return words.format(state=state_word(ActionState.CHECKED))
