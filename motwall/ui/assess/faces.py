"""The judgement: hands are counted for each rating, then the room agrees on one face."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document, Selected
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.edits.assessing import (
    Hands,
    Judgement,
    assess,
    assessment_on,
    count_hands,
    hands_before,
)
from motwall.model.patch import Patch
from motwall.model.records import Assessment, Moment, Rating, Session, Viewpoint
from motwall.model.store import Store
from motwall.model.words import rating_meaning, rating_word
from motwall.paint.faces import draw_face
from motwall.ui.assess.part import BELOW_LABEL, Part, asking
from motwall.ui.assess.recall import Recall
from motwall.ui.assess.remark import RemarkPart
from motwall.ui.choices import Choice, ChoiceField, Edit
from motwall.ui.fields import FieldRef
from motwall.ui.panel.faces import FaceButton
from motwall.ui.panel.more import evidence_choices
from motwall.ui.small import IconButton, label, park
from motwall.ui.theme import BODY, TITLE, current_tokens

#: Of a face with its definition, pixels at a text scale of 1.
_SIZE = QSize(180, 132)
_FACE, _FACE_Y = 52.0, 42.0
_WORD_TOP, _WORD_HEIGHT, _MEANING_TOP, _SIDE = 74, 24, 98, 8
_COLUMN_GAP = 12


class VerdictButton(FaceButton):
    """A rating to agree on: a large face, its name, and always what it means."""

    tick_size = 22.0

    def __init__(self) -> None:
        """Show any; `show_rating` says which."""
        super().__init__(Rating.NEUTRAL, is_big=True)
        self.setObjectName("verdict")

    @override
    def show_rating(self, rating: Rating) -> None:
        super().show_rating(rating)
        self.setAccessibleDescription(rating_meaning(rating))

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return _SIZE * (self.font().pixelSize() / BODY)

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, scale = current_tokens(), self.font().pixelSize() / BODY
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_box(painter, tokens, scale)
            if not self.isEnabled():
                painter.setOpacity(0.6)
            centre = QPointF(self.width() / 2, _FACE_Y * scale)
            draw_face(painter, self._rating, centre, _FACE * scale, hairline=tokens.is_dark)
            font = QFont(self.font())
            font.setPixelSize(round(TITLE * scale))
            font.setWeight(self._weight)
            painter.setFont(font)
            painter.setPen(QColor(tokens.text))
            line = QRect(0, round(_WORD_TOP * scale), self.width(), round(_WORD_HEIGHT * scale))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), rating_word(self._rating))
            painter.setFont(self.font())
            painter.setPen(QColor(tokens.quiet))
            top, side = round(_MEANING_TOP * scale), round(_SIDE * scale)
            area = QRect(side, top, self.width() - 2 * side, self.height() - top)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            wrapped = int(flags) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(area, wrapped, rating_meaning(self._rating))


class VerdictField(ChoiceField):
    """What the room, or the one person, agrees on."""

    def __init__(self, document: Document, viewpoint: Viewpoint) -> None:
        """Offer the three; a click on the chosen one takes it away."""
        super().__init__(
            document,
            FieldRef(Moment, "rating"),
            translate("Assess", "Rating"),
            [Choice(one, rating_word(one)) for one in Rating],
            cleared=None,
            edit=_judged_in(document, viewpoint),
        )

    @override
    def arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_COLUMN_GAP)

    @override
    def make_button(self) -> QAbstractButton:
        return VerdictButton()

    @override
    def dress_button(self, button: QAbstractButton, choice: Choice) -> None:
        if isinstance(button, VerdictButton):
            button.show_rating(Rating(str(choice.value)))


def _judged_in(document: Document, viewpoint: Viewpoint) -> Edit:
    def edit(store: Store, ids: Sequence[str], value: object) -> Patch:
        rating = Rating(str(value)) if value else None
        said = Judgement(rating=rating, viewpoint=viewpoint)
        clock, session_id = document.clock, document.session_id
        return assess(store, ids[0], said, clock.today(), clock.new_id, session_id)

    return edit


class HandsStepper(QWidget):
    """How many hands went up for one rating: less, a number, more."""

    def __init__(self, rating: Rating) -> None:
        """Show none."""
        super().__init__()
        word = rating_word(rating)
        fewer = translate("Assess", "One hand less for {rating}").format(rating=word)
        more = translate("Assess", "One hand more for {rating}").format(rating=word)
        self.fewer = IconButton("minus", fewer, lambda: None, side=36)
        self.more = IconButton("plus", more, lambda: None, side=36)
        for button in (self.fewer, self.more):
            button.setProperty("kind", "boxed")
        self.number = label("0", "count")
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(label(word, "recall"))
        row.addSpacing(4)
        for widget in (self.fewer, self.number, self.more):
            row.addWidget(widget)
        row.addStretch(1)

    def show_count(self, count: int, *, is_usable: bool) -> None:
        """Show so many hands."""
        self.number.setText(str(count))
        self.fewer.setEnabled(is_usable and count > 0)
        self.more.setEnabled(is_usable)


class HandsRow(QWidget):
    """A stepper for each rating; what is counted is kept at once, before anything is agreed."""

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self.steppers = {one: HandsStepper(one) for one in Rating}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_COLUMN_GAP)
        for rating, stepper in self.steppers.items():
            stepper.fewer.clicked.connect(partial(self._count, rating, -1))
            stepper.more.clicked.connect(partial(self._count, rating, 1))
            row.addWidget(stepper, 1)
        document.changed.connect(self._on_changed)
        document.days.changed.connect(self._show_now)

    def show_moment(self, moment_id: str) -> None:
        """Turn to a moment; "" for none."""
        self._id = moment_id
        self._show_now()

    @property
    def hands(self) -> Hands:
        """What was counted today, in this session."""
        day, session_id = self._document.clock.today(), self._document.session_id
        known = assessment_on(self._document.store, self._id, day, session_id, Viewpoint.TEAM)
        if known is None:
            return Hands()
        return Hands(known.hands_miserable, known.hands_neutral, known.hands_magical)

    def _count(self, rating: Rating, way: int, _is_checked: bool = False) -> None:
        document, hands = self._document, self.hands
        if document.store.find(Moment, self._id) is None:
            return
        count = max(0, getattr(hands, rating.value) + way)
        hands = hands._replace(**{rating.value: count})
        clock = document.clock
        patch = count_hands(
            document.store, self._id, hands, clock.today(), clock.new_id, document.session_id
        )
        # Hands go up and down while they are counted: all of it is one step of undo.
        key = f"hands.{self._id}.{clock.today()}"
        document.push(patch, key, Selected((self._id,), (self._id,)))
        self._show_now()

    def _show_now(self) -> None:
        is_usable = bool(self._id) and not self._document.is_read_only
        for rating, count in zip(Rating, self.hands, strict=True):
            self.steppers[rating].show_count(count, is_usable=is_usable)

    def _on_changed(self, patch: Patch) -> None:
        if patch.touches(Assessment):
            self._show_now()


class FacePart(Part):
    """Hands first, then the face, then what it rests on.

    Attributes:
        recall: What was written, and the question. One person alone has it here; the card of a
            team, which counts hands as well, puts it above, in Room into its head.
    """

    def __init__(self, document: Document, viewpoint: Viewpoint = Viewpoint.TEAM) -> None:
        """Judge from a viewpoint; one person alone raises no hands."""
        super().__init__()
        self._document = document
        self._id = ""
        self._is_team = viewpoint is Viewpoint.TEAM
        self.recall = Recall(document)
        self.hands_asked = label("", "label", is_wrapped=True)
        self.hands = HandsRow(document)
        self.remark = RemarkPart(document)
        self.verdict = VerdictField(document, viewpoint)
        evidence_name = translate("Assess", "What do you know it from?")
        self.evidence = ChoiceField(
            document, FieldRef(Moment, "evidence"), evidence_name, evidence_choices()
        )
        self._arrange(evidence_name)
        document.changed.connect(self._on_changed)
        document.days.changed.connect(self._ask)

    def _arrange(self, evidence_name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BELOW_LABEL)
        if self._is_team:
            agreed_words = translate("Assess", "Then what do you agree on?")
            for one in (self.hands_asked, self.hands, asking(agreed_words)):
                column.addWidget(one)
        else:
            column.addWidget(self.recall)
            column.addSpacing(BELOW_LABEL)
            park(self, self.hands_asked, self.hands)
        column.addWidget(self.verdict)
        known = QVBoxLayout()
        known.setSpacing(BELOW_LABEL)
        known.addWidget(asking(evidence_name))
        known.addWidget(self.evidence)
        known.addStretch(1)
        # Beside it at the end: it comes while hands are counted, and nothing moves beneath a
        # finger.
        foot = QHBoxLayout()
        foot.setSpacing(24)
        foot.addLayout(known, 1)
        foot.addWidget(self.remark, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        column.addStretch(1)

    @override
    def show_moment(self, moment_id: str) -> None:
        self._id = moment_id
        ids = (moment_id,) if moment_id else ()
        self.recall.show_moment(moment_id)
        self.verdict.show_records(ids)
        self.evidence.show_records(ids)
        self.hands.show_moment(moment_id)
        if self._is_team:
            self.remark.show_moment(moment_id)
        self._ask()

    @override
    def flush(self) -> bool:
        return self.remark.flush()

    @override
    def first_field(self) -> QWidget:
        rating = self._document.store.get(Moment, self._id).rating if self._id else None
        return self.verdict.button(rating or Rating.MISERABLE)

    def _ask(self) -> None:
        """Ask for hands; how many there were last time is a quiet word behind the question."""
        words = [translate("Assess", "First a show of hands: how many see it so?")]
        document = self._document
        day, session_id = document.clock.today(), document.session_id
        known = hands_before(document.store, self._id, day, session_id)
        if known is not None:
            words.append(_hands_words(known, day))
        self.hands_asked.setText(" ".join(words))

    def _on_changed(self, patch: Patch) -> None:
        if patch.touches(Assessment) or patch.touches(Session):
            self._ask()


def _hands_words(known: Assessment, today: date) -> str:
    words = translate(
        "Assess", "On {day}: {miserable} miserable, {neutral} neutral, {magical} magical."
    )
    return words.format(
        day=date_words(known.rated_on, today),
        miserable=known.hands_miserable,
        neutral=known.hands_neutral,
        magical=known.hands_magical,
    )
