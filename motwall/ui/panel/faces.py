"""Ratings to click: three big faces with their definition, and small ones for actions."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.edits.marks import rate
from motwall.model.patch import Patch
from motwall.model.records import Moment, Rating
from motwall.model.store import Store
from motwall.model.words import rating_verdict, rating_word
from motwall.paint.faces import draw_face
from motwall.paint.tokens import RATING_COLOURS, Tokens
from motwall.ui.choices import Choice, ChoiceField, Edit
from motwall.ui.fields import FieldRef
from motwall.ui.theme import BODY, SMALL, current_tokens, mixed

_BIG, _LITTLE = QSize(96, 70), QSize(36, 32)
_BIG_FACE, _LITTLE_FACE = 24.0, 20.0
#: In a big button: the middle of the face, and where the words begin below it.
_BIG_FACE_Y, _WORD_TOP = 19.0, 32
_RADIUS = 8.0
#: The frame of the chosen one, how strongly its colour shows within, and the line of its tick.
_CHOSEN = 3.0
_TINT = 0.16
_TICK_STROKE = 0.13
_CHECK = QPolygonF([QPointF(-0.21, 0.02), QPointF(-0.06, 0.17), QPointF(0.23, -0.14)])
#: The dashed line of the keyboard lies well within the frame: nobody should take it for a choice.
_RING, _BIG_INSET, _LITTLE_INSET = 1.5, 5.0, 4.0
_RING_DASHES = (2.0, 2.0)
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_ARROW_ROOM = 26


class FaceButton(QAbstractButton):
    """A rating to choose; big ones say what it means."""

    #: Of the tick in a big one that is chosen, pixels at a text scale of 1.
    tick_size = 14.0

    def __init__(self, rating: Rating, *, is_big: bool = False) -> None:
        """Show the face; if big, the word and the definition under it."""
        super().__init__()
        self._rating = rating
        self._is_big = is_big
        self._is_walked = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy.Policy.Expanding if is_big else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.show_rating(rating)

    def show_rating(self, rating: Rating) -> None:
        """Turn to a rating."""
        self._rating = rating
        self.setAccessibleDescription(rating_verdict(rating) if self._is_big else "")
        self.setToolTip("" if self._is_big else rating_word(rating))
        self.update()

    @property
    def shows_focus(self) -> bool:
        """Whether the keyboard is seen to be here: it came by key, or a key was pressed here.

        What was opened by hand begins with no mark on any face: it would read as a choice.
        """
        return self._is_walked and self.hasFocus()

    @override
    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_walked = event.reason() in _BY_KEY
        super().focusInEvent(event)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._is_walked = True
        self.update()
        super().keyPressEvent(event)

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        """Three big ones in a row of the panel."""
        size = _BIG if self._is_big else _LITTLE
        scale = self.font().pixelSize() / BODY
        return QSize(round(size.width() * scale), round(size.height() * scale))

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, face and words."""
        tokens = current_tokens()
        scale = self.font().pixelSize() / BODY
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_box(painter, tokens, scale)
            if not self.isEnabled():
                painter.setOpacity(0.6)
            diameter = (_BIG_FACE if self._is_big else _LITTLE_FACE) * scale
            y = _BIG_FACE_Y * scale if self._is_big else self.height() / 2
            centre = QPointF(self.width() / 2, y)
            draw_face(painter, self._rating, centre, diameter, hairline=tokens.is_dark)
            if self._is_big:
                self._draw_words(painter, tokens, scale)

    def _draw_box(self, painter: QPainter, tokens: Tokens, scale: float) -> None:
        """If chosen, unlike in frame, tint, and, where there is room, tick: also in grey."""
        own = _outline(self._rating, tokens)
        width, colour, fill = (
            1.0,
            tokens.quiet if self.underMouse() else tokens.hairline,
            tokens.bar,
        )
        if self.isChecked():
            width, colour, fill = _CHOSEN * scale, own, mixed(own, tokens.panel, _TINT)
        painter.setBrush(QColor(fill))
        painter.setPen(QPen(QColor(colour), width))
        painter.drawRoundedRect(self._within(width / 2), _RADIUS * scale, _RADIUS * scale)
        if self.isChecked() and self._is_big:
            self._draw_tick(painter, tokens, scale)
        if self.shows_focus:
            inset = (_BIG_INSET if self._is_big else _LITTLE_INSET) * scale
            ring = QPen(QColor(tokens.accent_text), _RING * scale)
            ring.setDashPattern(_RING_DASHES)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(ring)
            radius = max(0.0, _RADIUS * scale - inset / 2)
            painter.drawRoundedRect(self._within(inset), radius, radius)

    def _within(self, inset: float) -> QRectF:
        return QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)

    def _draw_tick(self, painter: QPainter, tokens: Tokens, scale: float) -> None:
        """In the upper right corner."""
        size, edge = self.tick_size * scale, 2 * _CHOSEN * scale
        own = QColor(_outline(self._rating, tokens))
        painter.save()
        painter.translate(self.width() - size / 2 - edge, size / 2 + edge)
        painter.scale(size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(own)
        painter.drawEllipse(QPointF(0.0, 0.0), 0.5, 0.5)
        check = QPen(QColor(tokens.panel), _TICK_STROKE)
        check.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(check)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(_CHECK)
        painter.restore()

    @property
    def _weight(self) -> QFont.Weight:
        return QFont.Weight.Bold if self.isChecked() else QFont.Weight.Medium

    def _draw_words(self, painter: QPainter, tokens: Tokens, scale: float) -> None:
        font = QFont(self.font())
        font.setWeight(self._weight)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        line = QRect(0, round(_WORD_TOP * scale), self.width(), round(16 * scale))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), rating_word(self._rating))
        font.setPixelSize(round(SMALL * scale))
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(tokens.quiet))
        line.translate(0, round(15 * scale))
        verdict = rating_verdict(self._rating)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), verdict)


def _outline(rating: Rating, tokens: Tokens) -> str:
    if rating is Rating.NEUTRAL:
        return tokens.quiet if tokens.is_dark else RATING_COLOURS[rating.value]
    return tokens.good if rating is Rating.MAGICAL else tokens.bad


class RatingField(ChoiceField):
    """RANKING: how the moment compares with what the customer expects."""

    def __init__(self, document: Document) -> None:
        """Offer miserable, neutral and magical; a click on the chosen one takes it away."""
        super().__init__(
            document,
            FieldRef(Moment, "rating"),
            translate("Panel", "Rating"),
            [Choice(one, rating_word(one)) for one in Rating],
            cleared=None,
            edit=_rated_in(document),
        )

    @override
    def arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)

    @override
    def make_button(self) -> QAbstractButton:
        return FaceButton(Rating.NEUTRAL, is_big=True)

    @override
    def dress_button(self, button: QAbstractButton, choice: Choice) -> None:
        _show_choice(button, choice)


def _rated_in(document: Document) -> Edit:
    def edit(store: Store, ids: Sequence[str], value: object) -> Patch:
        rating = Rating(str(value)) if value else None
        clock = document.clock
        return rate(store, ids, rating, clock.today(), clock.new_id, document.session_id)

    return edit


class LittleRatingField(ChoiceField):
    """A rating of an action: where it starts from, or what it aims at."""

    def __init__(self, document: Document, ref: FieldRef, name: str) -> None:
        """Offer the three."""
        choices = ratings_as_choices(Rating)
        super().__init__(document, ref, name, choices, cleared=None)

    @override
    def arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)

    @override
    def make_button(self) -> QAbstractButton:
        return FaceButton(Rating.NEUTRAL)

    @override
    def dress_button(self, button: QAbstractButton, choice: Choice) -> None:
        _show_choice(button, choice)


def _show_choice(button: QAbstractButton, choice: Choice) -> None:
    if isinstance(button, FaceButton):
        button.show_rating(Rating(str(choice.value)))


class FacesLabel(QWidget):
    """From one face to another, as an action means to go."""

    def __init__(self) -> None:
        """Start with nothing to show."""
        super().__init__()
        self._from: Rating | None = None
        self._to: Rating | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_ratings(self, from_rating: Rating | None, to_rating: Rating | None) -> None:
        """Show these; without an aim nothing is shown."""
        self._from, self._to = from_rating, to_rating
        words = translate("Panel", "from {before} to {after}")
        self.setAccessibleName(
            words.format(before=_word(from_rating), after=rating_word(to_rating))
            if to_rating
            else ""
        )
        self.updateGeometry()
        self.update()

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        """Two faces and an arrow, or nothing."""
        if self._to is None:
            return QSize(0, 0)
        first = _LITTLE_FACE + _ARROW_ROOM if self._from else _ARROW_ROOM
        scale = self.font().pixelSize() / BODY
        return QSize(round((first + _LITTLE_FACE + 2) * scale), round((_LITTLE_FACE + 2) * scale))

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Face, arrow, face."""
        if self._to is None:
            return
        tokens = current_tokens()
        scale = self.font().pixelSize() / BODY
        middle = self.height() / 2 / scale
        right = self.width() / scale - _LITTLE_FACE / 2 - 1
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            hairline = tokens.is_dark
            draw_face(painter, self._to, QPointF(right, middle), _LITTLE_FACE, hairline=hairline)
            tip = right - _LITTLE_FACE / 2 - 7
            painter.setPen(QPen(QColor(tokens.quiet), 1.5))
            painter.drawLine(QPointF(tip - 11, middle), QPointF(tip, middle))
            painter.drawLine(QPointF(tip - 4, middle - 4), QPointF(tip, middle))
            painter.drawLine(QPointF(tip - 4, middle + 4), QPointF(tip, middle))
            if self._from:
                left = QPointF(_LITTLE_FACE / 2 + 1, middle)
                draw_face(painter, self._from, left, _LITTLE_FACE, hairline=hairline)


def _word(rating: Rating | None) -> str:
    return rating_word(rating) if rating else "?"


def ratings_as_choices(ratings: Iterable[Rating]) -> list[Choice]:
    """The ratings with their words."""
    return [Choice(one, rating_word(one)) for one in ratings]
