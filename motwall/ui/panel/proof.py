"""Asking what shows that an action worked: a rating given anew, or a reading. "Later" is fine."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document, Selected
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.belongings import measures_of, readings_of
from motwall.model.edits.reviews import check_by_rating, check_by_reading, check_without_proof
from motwall.model.patch import Patch
from motwall.model.records import ActionState, PlannedAction, Rating, Reading
from motwall.model.store import Store
from motwall.model.words import rating_word
from motwall.ui.action_words import proof_words, reading_words
from motwall.ui.choices import word_button
from motwall.ui.panel.faces import FaceButton
from motwall.ui.small import label
from motwall.ui.theme import LABEL

#: More readings to choose from would be a list to search.
_MOST_READINGS = 4
#: Of a reading's button: left and right of its words, pixels at a text scale of 1.
_AROUND_WORDS = 28


class ReadingButton(QPushButton):
    """A reading to choose; its words give way in the middle where there is no room for all."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._words = ""
        self.setProperty("kind", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Say which reading it is."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._fit()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - round(_AROUND_WORDS * self.font().pixelSize() / LABEL)
        side = Qt.TextElideMode.ElideMiddle
        shown = self.fontMetrics().elidedText(self._words, side, max(0, room))
        self.setText(shown.replace("&", "&&"))


class ProofBox(QWidget):
    """The question in its place below the progress, or the proof there is; hidden if neither."""

    #: The question was answered, if only by "Later".
    answered = Signal()

    def __init__(self, document: Document) -> None:
        """For no action yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self._is_asking = False
        self.words = label("", "small", is_wrapped=True)
        self.faces = {one: self._face(one) for one in Rating}
        #: Of the readings offered now, by id.
        self.reading_buttons: dict[str, ReadingButton] = {}
        self._readings = QWidget()
        self._reading_column = QVBoxLayout(self._readings)
        self._by_reading = label(translate("Panel", "or take a reading"), "small")
        self.later = word_button(translate("Panel", "Later"), "chip")
        self.later.clicked.connect(self._answer_later)
        self._question = QWidget()
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(label(translate("Panel", "Rate it now"), "small"))
        for face in self.faces.values():
            row.addWidget(face)
        row.addStretch(1)
        row.addWidget(self.later)
        self._reading_column.setContentsMargins(0, 0, 0, 0)
        self._reading_column.setSpacing(6)
        inner = QVBoxLayout(self._question)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addLayout(row)
        inner.addWidget(self._by_reading)
        inner.addWidget(self._readings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self._question)

    def _face(self, rating: Rating) -> FaceButton:
        button = FaceButton(rating)
        button.setCheckable(False)
        words = translate("Panel", "Rate it now: {rating}")
        button.setAccessibleName(words.format(rating=rating_word(rating)))
        button.clicked.connect(partial(self._answer_by_rating, rating))
        return button

    @property
    def is_asking(self) -> bool:
        """Whether it waits for an answer; the action is not checked yet."""
        return self._is_asking

    def show_record(self, record_id: str) -> None:
        """Turn to an action; "" for none."""
        self._id = record_id
        self._is_asking = False
        self.show_now()

    def ask(self, *, is_asking: bool) -> None:
        """Ask for proof, or no more; the action is not checked before there is an answer."""
        self._is_asking = is_asking
        self.show_now()

    def show_now(self) -> None:
        """Follow the action, its proof and what could prove it."""
        action = self._document.store.find(PlannedAction, self._id)
        if action is None:
            self.hide()
            return
        is_checked = action.state is ActionState.CHECKED
        self._is_asking = self._is_asking and not is_checked
        proof = proof_words(self._document.store, action, self._document.clock.today())
        is_question = self._is_asking or (is_checked and not proof)
        is_question = is_question and not self._document.is_read_only
        self.words.setText(proof or translate("Panel", "What shows that it worked?"))
        self._question.setVisible(is_question)
        self.later.setVisible(self._is_asking)
        if is_question:
            self._offer_readings(action)
        self.setVisible(bool(proof) or is_question)

    def _offer_readings(self, action: PlannedAction) -> None:
        store, today = self._document.store, self._document.clock.today()
        latest = _latest_readings(store, action.moment_id)
        known = self.reading_buttons
        self.reading_buttons = {one.id: known.get(one.id) or self._button(one) for one in latest}
        for one in latest:
            self.reading_buttons[one.id].show_words(reading_words(store, one, today))
        for gone in [one for key, one in known.items() if key not in self.reading_buttons]:
            gone.hide()
            gone.deleteLater()
        for button in self.reading_buttons.values():
            self._reading_column.addWidget(button)
        self._readings.setVisible(bool(latest))
        self._by_reading.setVisible(bool(latest))

    def _button(self, reading: Reading) -> "ReadingButton":
        button = ReadingButton()
        button.clicked.connect(partial(self._answer_by_reading, reading.id))
        return button

    def _answer_by_rating(self, rating: Rating, _is_checked: bool = False) -> None:
        document, clock = self._document, self._document.clock
        self._push(
            check_by_rating(
                document.store, self._id, rating, clock.today(), clock.new_id, document.session_id
            )
        )

    def _answer_by_reading(self, reading_id: str, _is_checked: bool = False) -> None:
        document, clock = self._document, self._document.clock
        if document.store.find(Reading, reading_id) is not None:
            today, new_id = clock.today(), clock.new_id
            self._push(
                check_by_reading(
                    document.store, self._id, reading_id, today, new_id, document.session_id
                )
            )

    def _answer_later(self) -> None:
        document, clock = self._document, self._document.clock
        self._push(
            check_without_proof(
                document.store, self._id, clock.today(), clock.new_id, document.session_id
            )
        )

    def _push(self, patch: Patch) -> None:
        action = self._document.store.get(PlannedAction, self._id)
        selected = Selected((action.moment_id,), (action.moment_id,))
        if self._document.push(patch, selected=selected):
            self._is_asking = False
            self.answered.emit()
        self.show_now()


def _latest_readings(store: Store, moment_id: str) -> list[Reading]:
    """The latest of each measure of the moment, then of the whole wall."""
    measures = [*measures_of(store, moment_id), *measures_of(store, None)]
    readings = (readings_of(store, one.id) for one in measures)
    return [one[-1] for one in readings if one][:_MOST_READINGS]
