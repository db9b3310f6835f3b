"""What all in the room read: the phase, what to do now, how far the wall is. Nothing to touch."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
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
from motwall.ui.theme import current_tokens

#: Shares of the header's height.
_BADGE, _LETTER, _ROUNDING = 0.66, 0.42, 0.12
_TITLE, _PROMPT, _COUNTS, _WALL = 0.32, 0.29, 0.27, 0.2
_TITLE_LINE, _PROMPT_LINE = 0.42, 0.8
_BESIDE, _APART = 0.24, 0.4
#: A long prompt is written smaller, down to this share of its size; then it ends in "...".
_SMALLEST, _STEP = 0.66, 0.03


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
        self.setFixedHeight(sizes.header)

    @property
    def prompt(self) -> str:
        """What to do now."""
        return self._prompt

    @property
    def counts(self) -> str:
        """How far the wall is, in words."""
        store = self._document.store
        notes = translate("Wall", "%n note(s)", count=store.count(Moment))
        chosen = len(priorities(store))
        if not chosen:
            return notes
        return f"{notes} · {translate('Wall', '%n priorit(y|ies)', count=chosen)}"

    def show_phase(self, phase: Phase, prompt: str) -> None:
        """Say what goes on."""
        self._phase = phase
        self._prompt = prompt
        self.setAccessibleName(f"{phase.letter} {phase.label}. {prompt}")
        self.update()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        high = float(self.height())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            right = self._draw_counts(painter, tokens, high)
            left = self._draw_badge(painter, tokens, high)
            self._draw_title(painter, tokens, left, high)
            room = right - _APART * high - left
            size = self._prompt_size(room, high)
            words = elided(self._prompt, max(1.0, room), size, MEDIUM)
            at = QPointF(left, high * _PROMPT_LINE)
            draw_label(painter, words, at, size, MEDIUM, colour(tokens.quiet))

    def _draw_badge(self, painter: QPainter, tokens: Tokens, high: float) -> float:
        """Draw the phase's letter; returns where words may begin."""
        side = high * _BADGE
        box = QRectF(self._sizes.edge, (high - side) / 2, side, side)
        painter.setPen(NO_PEN)
        painter.setBrush(colour(tokens.accent))
        painter.drawRoundedRect(box, high * _ROUNDING, high * _ROUNDING)
        ink = colour(tokens.on_accent)
        draw_centred(painter, self._phase.letter, box.center(), high * _LETTER, BOLD, ink)
        return box.right() + high * _BESIDE

    def _draw_title(self, painter: QPainter, tokens: Tokens, left: float, high: float) -> None:
        size, line = high * _TITLE, high * _TITLE_LINE
        title = self._phase.label
        draw_label(painter, title, QPointF(left, line), size, SEMIBOLD, colour(tokens.text))
        if self._document.wall_lock.is_locked:
            right = left + label_width(title, size, SEMIBOLD) + high * _BESIDE
            self._draw_lock(painter, tokens, QPointF(right, line - size * CAP_HEIGHT / 2), high)

    def _draw_lock(self, painter: QPainter, tokens: Tokens, middle: QPointF, high: float) -> None:
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

    def _draw_counts(self, painter: QPainter, tokens: Tokens, high: float) -> float:
        """Draw what stands at the right; returns where it begins."""
        right = self.width() - self._sizes.edge
        lines = (
            (self._document.store.wall.title, _WALL, MEDIUM, tokens.quiet, _TITLE_LINE),
            (self.counts, _COUNTS, SEMIBOLD, tokens.text, _PROMPT_LINE),
        )
        left = float(right)
        for words, share, weight, ink, line in lines:
            shown = elided(words, self.width() * 0.32, high * share, weight)
            start = right - label_width(shown, high * share, weight)
            at = QPointF(start, high * line)
            draw_label(painter, shown, at, high * share, weight, colour(ink))
            left = min(left, start)
        return left

    def _prompt_size(self, room: float, high: float) -> float:
        share = 1.0
        while (
            share > _SMALLEST and label_width(self._prompt, share * high * _PROMPT, MEDIUM) > room
        ):
            share -= _STEP
        return share * high * _PROMPT
