"""What all in the room read: the phase, what to do now, how far the wall is. Nothing to touch.

While a workshop goes on: the part where the room is, its question, and what time is left.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.missing import missing_in
from motwall.model.phases import Phase
from motwall.model.priorities import priorities
from motwall.model.records import Moment
from motwall.paint.colours import NO_PEN, colour, pen
from motwall.paint.icons import icon_pixmap
from motwall.paint.labels import (
    BOLD,
    CAP_HEIGHT,
    MEDIUM,
    SEMIBOLD,
    draw_centred,
    draw_label,
    elided,
    label_width,
)
from motwall.paint.tokens import Tokens
from motwall.ui.room.sizes import RoomSizes
from motwall.ui.theme import current_tokens, tinted
from motwall.ui.workshop.time_face import draw_time, time_width

#: Shares of the header's height.
_BADGE, _LETTER, _ROUNDING = 0.66, 0.42, 0.12
_TITLE, _PROMPT, _COUNTS, _WALL = 0.32, 0.29, 0.27, 0.2
_TITLE_LINE, _PROMPT_LINE = 0.42, 0.8
_BESIDE, _APART = 0.24, 0.4
#: Of the width, for title and counts of the wall.
_SIDE_SHARE = 0.32
#: A long prompt is written smaller, down to this share of its size; then it ends in "...".
_SMALLEST, _STEP = 0.66, 0.03


#: Of the time, whose capitals are 10 mm high at least and read from 4 m; of all if there is no
#: question, the line of the title.
_TIME, _LEAST_TIME = 0.56, 14.0
_MIDDLE_LINE = 0.62


class ShownPart(NamedTuple):
    """A part of a workshop, as the room sees it.

    Attributes:
        letter: Of its phase; "" for none.
        title: Its heading.
        prompt: What the room is asked; "" for nothing.
        doing: What hands do meanwhile; "" for nothing.
        time: What is left, in words.
        is_over: It took longer than planned.
        is_still: The clock stands.
        is_up: The prompt says that its time is up: all of the header is a band.
    """

    letter: str
    title: str
    prompt: str
    doing: str
    time: str
    is_over: bool
    is_still: bool
    is_up: bool = False


class RoomHeader(QWidget):
    """Letter and title of the phase, its prompt; at the right the wall's title and its counts."""

    def __init__(self, document: Document, sizes: RoomSizes) -> None:
        """Say nothing before `show_phase`."""
        super().__init__()
        self.setObjectName("roomHeader")
        self._document = document
        self._sizes = sizes
        self._phase = Phase.POST_ITS
        self._prompt = ""
        self._part: ShownPart | None = None
        self.setFixedHeight(sizes.header)

    @property
    def prompt(self) -> str:
        """What to do now."""
        return self._part.prompt if self._part is not None else self._prompt

    @property
    def title(self) -> str:
        """Of what goes on."""
        return self._part.title if self._part is not None else self._phase.label

    @property
    def letter(self) -> str:
        """Of the phase; "" if what goes on belongs to none."""
        return self._part.letter if self._part is not None else self._phase.letter

    @property
    def doing(self) -> str:
        """What hands do while the room has a question; "" if what is asked is to be done."""
        return self._part.doing if self._part is not None else ""

    @property
    def time(self) -> str:
        """What is left of the part; "" while no workshop goes on."""
        return self._part.time if self._part is not None else ""

    @property
    def counts(self) -> str:
        """How far the wall is, in words."""
        store = self._document.store
        notes = translate("Wall", "%n note(s)", count=store.count(Moment))
        chosen = len(priorities(store))
        words = [notes]
        if chosen:
            words.append(translate("Wall", "%n priorit(y|ies)", count=chosen))
        if self._part is not None and (lacking := missing_in(store, self._phase)):
            words = [notes, lacking]
        return " · ".join(words)

    def show_phase(self, phase: Phase, prompt: str) -> None:
        """Say what goes on."""
        self._phase = phase
        self._prompt = prompt
        self._tell()

    def show_part(self, part: ShownPart | None) -> None:
        """Say where in a workshop the room is, instead; None while there is none."""
        if part != self._part:
            self._part = part
            self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self.letter} {self.title}. {self.doing} {self.prompt}".strip())
        self.update()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        high = float(self.height())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            is_up = self._part is not None and self._part.is_up
            if is_up:
                painter.fillRect(event.rect(), colour(tinted(tokens)))
            right = self._draw_time(painter, tokens, high)
            right = self._draw_counts(painter, tokens, high, right)
            left = self._draw_badge(painter, tokens, high)
            beside = self._draw_title(painter, tokens, left, high) + _APART * high
            right -= _APART * high
            line = high * (_TITLE_LINE if self.prompt else _MIDDLE_LINE)
            self._draw_line(painter, self.doing, QPointF(beside, line), right, tokens.text)
            asked = QPointF(left, high * _PROMPT_LINE)
            ink = tokens.text if is_up else tokens.quiet
            self._draw_line(painter, self.prompt, asked, right, ink)

    def _draw_badge(self, painter: QPainter, tokens: Tokens, high: float) -> float:
        """Draw the phase's letter, if it has one; returns where words may begin."""
        if not self.letter:
            return float(self._sizes.edge)
        side = high * _BADGE
        box = QRectF(self._sizes.edge, (high - side) / 2, side, side)
        painter.setPen(NO_PEN)
        painter.setBrush(colour(tokens.accent))
        painter.drawRoundedRect(box, high * _ROUNDING, high * _ROUNDING)
        ink = colour(tokens.on_accent)
        draw_centred(painter, self.letter, box.center(), high * _LETTER, BOLD, ink)
        return box.right() + high * _BESIDE

    def _draw_title(self, painter: QPainter, tokens: Tokens, left: float, high: float) -> float:
        """Draw the title, and whether the wall is locked; returns where that ends."""
        size, line = high * _TITLE, high * (_TITLE_LINE if self.prompt else _MIDDLE_LINE)
        title = self.title
        draw_label(painter, title, QPointF(left, line), size, SEMIBOLD, colour(tokens.text))
        right = left + label_width(title, size, SEMIBOLD)
        if not self._document.wall_lock.is_locked:
            return right
        middle = QPointF(right + high * _BESIDE, line - size * CAP_HEIGHT / 2)
        return self._draw_lock(painter, tokens, middle, high)

    def _draw_lock(self, painter: QPainter, tokens: Tokens, middle: QPointF, high: float) -> float:
        words, size = translate("Lock", "Locked"), high * _WALL
        icon = size * 1.1
        width = icon + label_width(words, size, SEMIBOLD) + 1.5 * size
        pill = QRectF(middle.x(), middle.y() - size * 0.85, width, size * 1.7)
        painter.setPen(pen(tokens.quiet, max(1.0, size * 0.06)))
        painter.setBrush(colour(tokens.bar))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        picture = icon_pixmap("lock", round(icon), tokens.text, self.devicePixelRatioF())
        left = pill.x() + size * 0.55
        painter.drawPixmap(QPointF(left, middle.y() - icon / 2), picture)
        at = QPointF(left + icon + size * 0.3, middle.y() + size * CAP_HEIGHT / 2)
        draw_label(painter, words, at, size, SEMIBOLD, colour(tokens.text))
        return pill.right()

    def _draw_time(self, painter: QPainter, tokens: Tokens, high: float) -> float:
        """Draw the time at the right end; returns where what is before it may end."""
        right, part = float(self.width() - self._sizes.edge), self._part
        if part is None:
            return right
        size = max(high * _TIME, _LEAST_TIME * self._sizes.px_per_mm)
        left = right - time_width(part.time, size)
        ink = tokens.bad if part.is_over else tokens.quiet if part.is_still else tokens.text
        at = QPointF(left, (high + size * CAP_HEIGHT) / 2)
        draw_time(painter, part.time, at, size, colour(ink))
        return left - _APART * high

    def _draw_counts(self, painter: QPainter, tokens: Tokens, high: float, right: float) -> float:
        """Draw how far the wall is, so that it ends there; returns where it begins."""
        lines = (
            (self._document.store.wall.title, _WALL, MEDIUM, tokens.quiet, _TITLE_LINE),
            (self.counts, _COUNTS, SEMIBOLD, tokens.text, _PROMPT_LINE),
        )
        left = float(right)
        for words, share, weight, ink, line in lines:
            shown = elided(words, self.width() * _SIDE_SHARE, high * share, weight)
            start = right - label_width(shown, high * share, weight)
            at = QPointF(start, high * line)
            draw_label(painter, shown, at, high * share, weight, colour(ink))
            left = min(left, start)
        return left

    def _draw_line(
        self, painter: QPainter, words: str, at: QPointF, right: float, ink: str
    ) -> None:
        """Draw words up to a right end, smaller if they need it; nothing if there are none."""
        high, room, share = self.height() * _PROMPT, max(1.0, right - at.x()), 1.0
        while share > _SMALLEST and label_width(words, share * high, MEDIUM) > room:
            share -= _STEP
        shown = elided(words, room, share * high, MEDIUM)
        draw_label(painter, shown, at, share * high, MEDIUM, colour(ink))
