"""Quiz: how many of a hundred customers leave for which reason? Guessed, then compared."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from motwall.i18n import translate
from motwall.model.edits import quiz as edits
from motwall.model.edits.sessions import open_session
from motwall.model.patch import Patch
from motwall.model.quiz import (
    HUNDRED,
    in_common,
    is_quiz_revealed,
    quiz_of,
)
from motwall.model.records import QuizGuess, Session
from motwall.model.workshop import load
from motwall.ui.assess.part import Column
from motwall.ui.choices import word_button
from motwall.ui.fields import FieldRef, TextField
from motwall.ui.full_card import FullCard
from motwall.ui.sessions.words import point_words
from motwall.ui.small import label
from motwall.ui.tab_order import order_tabs
from motwall.ui.teaching.quiz_rows import QuizRows, Shown
from motwall.ui.theme import restyle

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


def make(page: "WallPage") -> FullCard:
    """Make the card of a page."""
    return QuizCard(page)


class QuizCard(FullCard):
    """The reasons as bars, the sum, the workshop's figures when they are revealed, and the point.

    Looking at it writes nothing: the quiz of the open session begins with the first guess. A drag
    is one step of undo, and so are the taps and keys on one bar in a row.
    """

    def __init__(self, page: "WallPage") -> None:
        """Be hidden, with the quiz that comes along."""
        super().__init__(page, translate("Workshop", "Quiz: why customers leave"))
        self._page = page
        self._document = page.document
        self._quiz = load().quiz
        self._tabs: list[QWidget] = []
        self.sum = label("", "counter")
        self.rows = QuizRows()
        self.point = TextField(
            page.document,
            FieldRef(Session, "take_away"),
            point_words(),
            translate("Quiz", "What everybody takes away; finish the sentence together"),
            is_left_by_enter=True,
        )
        self.begin = word_button(translate("Quiz", "Begin a session to keep a sentence"), "")
        self.correct = word_button(translate("Quiz", "Change the figures"), "quiet")
        self.again = word_button(translate("Quiz", "Start over"), "quiet")
        self.reveal = QPushButton()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        restyle(self.title, "role", "headline")
        restyle(self.says_more, "role", "reason")
        self.title.setWordWrap(True)
        self.title.setText(self._quiz.question)
        self.sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.add_to_head(self.sum)
        self.point.setProperty("role", "point")
        low = QHBoxLayout()
        low.setSpacing(12)
        low.addWidget(label(self._quiz.point, "percent"))
        low.addWidget(self.point, 1)
        low.addWidget(self.begin)
        low.addStretch(0)
        content = Column()
        content.rows.addWidget(self.rows, 1)
        content.rows.addLayout(low)
        self.column.addWidget(content, 1)
        self.correct.setCheckable(True)
        self.reveal.setProperty("kind", "primary")
        for one in (self.again, self.correct, self.reveal):
            self.add_to_foot(one)

    def _connect(self) -> None:
        self.rows.slid.connect(self._show_sum)
        self.rows.wanted.connect(self._on_wanted)
        self.begin.clicked.connect(self._on_begin)
        self.correct.toggled.connect(self._show_now)
        self.again.clicked.connect(self._on_again)
        self.reveal.clicked.connect(self._on_reveal)
        self._document.changed.connect(self._on_changed)
        self._document.room_show.changed.connect(self._show_now)

    # --- what the frame asks ---

    @override
    def first_field(self) -> QWidget:
        return self.rows.rows[0].bar

    @override
    def prepare(self) -> None:
        self.correct.setChecked(False)
        self._show_now()
        self._tabs = order_tabs(self, self._tabs)

    @override
    def flush(self) -> bool:
        return self.point.flush()

    # --- showing ---

    @property
    def _session_id(self) -> str | None:
        return self._document.session_id

    @property
    def _is_correcting(self) -> bool:
        return self.correct.isChecked()

    def _guesses(self) -> list[QuizGuess]:
        return quiz_of(self._document.store, self._session_id)

    def _show_now(self, _change: object = None) -> None:
        document, guesses = self._document, self._guesses()
        shown = [Shown(one.reason, one.guess, one.share) for one in guesses]
        is_revealed = is_quiz_revealed(document.store, self._session_id)
        is_writable = not document.is_read_only
        # The figures are the answers: the room does not see them before they are revealed.
        is_secret = self._page.is_room_side and document.room_show.is_hiding and not is_revealed
        if is_secret and self._is_correcting:
            self.correct.setChecked(False)  # comes here again
            return
        self.rows.show_all(
            shown or [Shown(one.text, 0, one.percent) for one in self._quiz.reasons],
            is_revealed=is_revealed,
            is_correcting=self._is_correcting,
            is_usable=is_writable,
        )
        self.correct.setVisible(not is_secret)
        self.correct.setEnabled(is_writable)
        self.again.setVisible(bool(guesses))
        self.again.setEnabled(is_writable)
        self.reveal.setEnabled(is_writable)
        hide, show = translate("Quiz", "Hide the figures"), translate("Quiz", "Reveal")
        self.reveal.setText(hide if is_revealed else show)
        self.point.show_records([self._session_id] if self._session_id else [])
        self.point.setVisible(self._session_id is not None)
        self.begin.setVisible(self._session_id is None)
        self.begin.setEnabled(is_writable)
        self._say_more(is_revealed=is_revealed)
        self._show_sum()

    def _say_more(self, *, is_revealed: bool) -> None:
        if self._is_correcting:
            self.say(self._quiz.note)
        elif is_revealed:
            common = in_common(self._document.store, self._session_id)
            words = translate("Quiz", "We agree with the workshop on %n of 100.", count=common)
            if self.rows.together != HUNDRED:
                words = translate("Quiz", "Our guesses do not add up to 100 yet.")
            self.say(f"{words} {self._quiz.note}")
        else:
            self.say(translate("Quiz", "Drag the bars. Nobody can be wrong before we look."))

    def _show_sum(self) -> None:
        together = self.rows.together
        if self._is_correcting:
            words = translate("Quiz", "Figures: {sum} of 100").format(sum=together)
        else:
            words = _sum_words(together)
        self.sum.setText(words)

    # --- what is done ---

    def _on_wanted(self, place: int, percent: int, is_dragged: bool) -> None:
        """A drag is a step by itself; what follows on the same bar by key or tap joins."""
        key = f"quiz.{place}.{self._is_correcting}"
        if is_dragged:
            key = f"quiz.{self._document.clock.new_id()}"
        shown = self._shown_in_store(place)
        percent = min(max(0, percent), HUNDRED)
        if percent != shown and self._is_begun(key):
            store, one = self._document.store, self._guesses()[place]
            edit = edits.correct_share if self._is_correcting else edits.guess
            self._document.push(edit(store, one.id, percent), key)
        self._show_now()

    def _shown_in_store(self, place: int) -> int:
        guesses = self._guesses()
        if self._is_correcting:
            return guesses[place].share if guesses else self._quiz.reasons[place].percent
        return guesses[place].guess if guesses else 0

    def _is_begun(self, key: str) -> bool:
        """Begin the quiz if need be, within the step of `key`; whether it has begun."""
        document = self._document
        opening = edits.open_quiz(
            document.store, self._session_id, self._quiz.reasons, document.clock.new_id
        )
        return document.push(opening, key)

    def _on_reveal(self) -> None:
        key = f"quiz.{self._document.clock.new_id()}"
        store, session_id = self._document.store, self._session_id
        if self._is_begun(key):
            is_revealed = not is_quiz_revealed(store, session_id)
            self.correct.setChecked(False)
            patch = edits.reveal_quiz(store, session_id, is_revealed=is_revealed)
            self._document.push(patch, key)

    def _on_again(self) -> None:
        self._document.push(edits.delete_quiz(self._document.store, self._session_id))

    def _on_begin(self) -> None:
        """Open a session; what was guessed already belongs to it."""
        document = self._document
        clock, store, session_id = document.clock, document.store, document.clock.new_id()
        opening = open_session(store, session_id, clock.today(), clock.now())
        if document.push(opening.then(edits.bring_quiz(store, session_id))):
            self.point.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- following ---

    def _on_changed(self, patch: Patch) -> None:
        if not self.isHidden() and (patch.touches(QuizGuess) or patch.touches(Session)):
            self._show_now()


def _sum_words(together: int) -> str:
    """How much is shared out, in two lines."""
    left = HUNDRED - together
    if not left:
        return translate("Quiz", "100 of 100:\nall shared out")
    if left > 0:
        words = translate("Quiz", "{sum} of 100:\n%n to share out", count=left)
    else:
        words = translate("Quiz", "{sum}:\n%n too many", count=-left)
    return words.format(sum=together)
