"""A post: a large button with a word one reads from a few steps away; one of them is held."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from motwall.guard import guarded
from motwall.paint.colours import NO_BRUSH, NO_PEN, colour, mixed, pen
from motwall.paint.icons import icon_pixmap
from motwall.paint.labels import (
    CAP_HEIGHT,
    MEDIUM,
    SEMIBOLD,
    draw_centred,
    elided,
    label_width,
)
from motwall.paint.tokens import Tokens
from motwall.ui.panel_finger import DRAGGED_PROPERTY
from motwall.ui.room.sizes import RoomSizes
from motwall.ui.theme import current_tokens, faded

#: Shares of the size of the words.
_ICON, _DETAIL = 1.4, 0.7
_LINE, _BESIDE = 0.42, 0.35
_MARGIN = 0.7
_LEAD_GAP = 0.5
#: From one line below the word to the next, as a share of their size.
_BELOW = 1.2
#: Shares of a post's height.
_ROUNDING = 0.17
_RING = 0.06
#: How long a wall that is locked has to be held to open, ms.
HOLD_MS = 2000
#: Qt counts a circle in sixteenths of a degree, from three o'clock, against the clock.
_CIRCLE, _TOP = 360 * 16, 90 * 16
_DOWN = 0.18
_TINT = 0.12


class PostKind(Enum):
    """How a post stands out."""

    PLAIN = auto()
    MAIN = auto()
    #: In a group that has its own ground.
    BARE = auto()


class Post(QAbstractButton):
    """An icon over a word, or words alone; drawn in mm of the panel.

    Attributes:
        lead: Set back before the word, as the letter of a phase.
        detail: A line below the word, in small.
    """

    def __init__(
        self,
        sizes: RoomSizes,
        words: str,
        icon: str = "",
        kind: PostKind = PostKind.PLAIN,
        *,
        height: int = 0,
    ) -> None:
        """Take the size of a post in Room; a lower `height`, px, has the icon beside the words."""
        super().__init__()
        self._sizes = sizes
        self._height = height or sizes.post
        self._icon = icon
        self._kind = kind
        self.lead = ""
        self.detail = ""
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, detail: str = "", icon: str | None = None) -> None:
        """Say something else."""
        said = " ".join(filter(None, (words, detail)))
        if (words, detail, icon or self._icon) != (self.text(), self.detail, self._icon):
            self.setText(words)
            self.detail = detail
            self._icon = icon or self._icon
            self.setAccessibleName(said)
            self.updateGeometry()
            self.update()

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        sizes = self._sizes
        width = label_width(self.text(), sizes.words, SEMIBOLD) + 2 * _MARGIN * sizes.words
        if self.lead:
            width += label_width(self.lead, sizes.words, SEMIBOLD) + _LEAD_GAP * sizes.words
        if self._is_beside:
            width += (_ICON + _BESIDE) * sizes.words
        least = round(sizes.target * 1.3)
        return QSize(max(least, round(width)), self._height)

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    @guarded(None)
    def nextCheckState(self) -> None:
        """A tap alone switches nothing: who shows what is on says so."""

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = self.draw_ground(painter, tokens)
            self.draw_content(painter, tokens, ink)

    def draw_ground(self, painter: QPainter, tokens: Tokens) -> str:
        """Draw the box; returns the colour for words on it."""
        fill, ink, edge = self._colours(tokens)
        width = max(1.0, self._sizes.px_per_mm * 0.5)
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = self._height * _ROUNDING
        painter.setBrush(colour(fill) if fill else NO_BRUSH)
        painter.setPen(pen(edge, width) if edge else NO_PEN)
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            ring = max(3.0, self._sizes.post * _RING)
            painter.setBrush(NO_BRUSH)
            painter.setPen(pen(tokens.text if fill == tokens.accent else tokens.accent_text, ring))
            inner = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
            painter.drawRoundedRect(inner, radius, radius)
        return ink

    def draw_content(self, painter: QPainter, tokens: Tokens, ink: str) -> None:
        """Draw icon and words, in the middle of the post."""
        size, x = self._sizes.words, self.width() / 2
        room = self.width() - _MARGIN * size
        is_above = bool(self._icon) and not self._is_beside
        detail = size * _DETAIL
        lines = self._detail_lines(room, detail)
        # An icon keeps a margin of its own; words are as tall as their capitals.
        parts = [
            size * _ICON if is_above else 0.0,
            CAP_HEIGHT * size if self.text() else 0.0,
            detail * (CAP_HEIGHT + _BELOW * (len(lines) - 1)) if lines else 0.0,
        ]
        apart = size * _LINE
        y = (self.height() - sum(parts) - apart * (sum(map(bool, parts)) - 1)) / 2
        if is_above:
            y -= apart / 4
            self._draw_icon(painter, QPointF(x - parts[0] / 2, y), parts[0], ink)
            y += parts[0] + apart
        self._draw_words(painter, tokens, QPointF(x, y + parts[1] / 2), room, ink)
        y += parts[1] + apart * 1.3 + CAP_HEIGHT * detail / 2
        quiet = colour(ink if self._kind is PostKind.MAIN else tokens.quiet)
        for number, line in enumerate(lines):
            at = QPointF(x, y + number * _BELOW * detail)
            draw_centred(painter, line, at, detail, MEDIUM, quiet)

    def _detail_lines(self, room: float, size: float) -> list[str]:
        """The line below the word; two of them where one would be cut, and the post is high."""
        words = self.detail.split()
        if len(words) > 1 and self._height >= self._sizes.post:
            whole = label_width(self.detail, size, MEDIUM)
            for count in range(len(words) - 1, 0, -1) if whole > room else ():
                first = " ".join(words[:count])
                if label_width(first, size, MEDIUM) <= room:
                    rest = elided(" ".join(words[count:]), room, size, MEDIUM)
                    return [first, rest]
        return [elided(self.detail, room, size, MEDIUM)] if words else []

    @property
    def _is_beside(self) -> bool:
        """The icon is beside the words: there is no room for it above them."""
        is_low = self._height < self._sizes.post or bool(self.detail)
        return bool(self._icon and self.text()) and is_low

    def _draw_icon(self, painter: QPainter, corner: QPointF, side: float, ink: str) -> None:
        picture = icon_pixmap(self._icon, round(side), ink, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(round(corner.x()), round(corner.y())), picture)

    def _draw_words(
        self, painter: QPainter, tokens: Tokens, middle: QPointF, room: float, ink: str
    ) -> None:
        size = self._sizes.words
        if self._is_beside:
            side, apart = _ICON * size, _BESIDE * size
            words = elided(self.text(), room - side - apart, size, SEMIBOLD)
            whole = side + apart + label_width(words, size, SEMIBOLD)
            corner = QPointF(middle.x() - whole / 2, middle.y() - side / 2)
            self._draw_icon(painter, corner, side, ink)
            middle = middle + QPointF((side + apart) / 2, 0.0)
        else:
            words = elided(self.text(), room, size, SEMIBOLD)
        if not self.lead:
            draw_centred(painter, words, middle, size, SEMIBOLD, colour(ink))
            return
        lead = label_width(self.lead, size, SEMIBOLD)
        whole = lead + _LEAD_GAP * size + label_width(words, size, SEMIBOLD)
        left = middle.x() - whole / 2
        first = QPointF(left + lead / 2, middle.y())
        shade = ink if self.isChecked() else tokens.quiet
        draw_centred(painter, self.lead, first, size, SEMIBOLD, colour(shade))
        rest = QPointF((left + lead + _LEAD_GAP * size + left + whole) / 2, middle.y())
        draw_centred(painter, words, rest, size, SEMIBOLD, colour(ink))

    def _colours(self, tokens: Tokens) -> tuple[str, str, str]:
        """Of the box, of the words on it, of its edge; "" for none."""
        if not self.isEnabled():
            ground = "" if self._kind is PostKind.BARE else tokens.bar
            return ground, faded(tokens), tokens.hairline if ground else ""
        is_bare = self._kind is PostKind.BARE
        is_main = self._kind is PostKind.MAIN or (is_bare and self.isChecked())
        if is_main:
            fill, ink, edge = tokens.accent, tokens.on_accent, ""
        elif self.isChecked():
            fill = mixed(tokens.panel, tokens.accent_text, _TINT)
            ink, edge = tokens.text, tokens.accent_text
        else:
            fill, ink, edge = tokens.panel, tokens.text, tokens.hairline
            if is_bare:
                fill, edge = "", ""
        if self.isDown():
            fill = mixed(fill or tokens.band, tokens.text, _DOWN)
        return fill, ink, edge


class HoldPost(Post):
    """A post that has to be held to do what it is for, while `needs_hold`; a ring fills meanwhile.

    Attributes:
        needs_hold: A tap does not do it now; it is told by `tapped`.
        wait: The two seconds.
    """

    #: It was held long enough.
    held = Signal()
    #: It was only tapped.
    tapped = Signal()

    def __init__(self, sizes: RoomSizes, words: str, icon: str) -> None:
        """Be a post that is tapped, until it needs to be held."""
        super().__init__(sizes, words, icon)
        self.needs_hold = False
        self._is_done = False
        # A finger reaches widgets as a tap when it goes; this one has to know when it comes.
        self.setProperty(DRAGGED_PROPERTY, True)
        self.wait = QVariantAnimation(self)
        self.wait.setStartValue(0.0)
        self.wait.setEndValue(1.0)
        self.wait.setDuration(HOLD_MS)
        self.wait.valueChanged.connect(lambda _share: self.update())
        self.wait.finished.connect(self._on_held)
        self.pressed.connect(self._on_pressed)
        self.released.connect(self._on_released)
        self.clicked.connect(self._on_clicked)

    @override
    def draw_content(self, painter: QPainter, tokens: Tokens, ink: str) -> None:
        super().draw_content(painter, tokens, ink)
        share = float(self.wait.currentValue() or 0.0)
        is_filling = self.wait.state() == QVariantAnimation.State.Running
        if not is_filling:
            return
        width = self._sizes.post * _RING * 1.6
        side = min(self.width(), self.height()) - 2.5 * width
        circle = QRectF(0.0, 0.0, side, side)
        circle.moveCenter(QRectF(self.rect()).center())
        painter.setBrush(NO_BRUSH)
        painter.setPen(pen(tokens.hairline, width))
        painter.drawEllipse(circle)
        painter.setPen(pen(tokens.accent_text, width))
        painter.drawArc(circle, _TOP, -round(_CIRCLE * share))

    def _on_pressed(self) -> None:
        self._is_done = False
        if self.needs_hold:
            self.wait.start()

    def _on_released(self) -> None:
        self.wait.stop()
        self.update()

    def _on_held(self) -> None:
        self._is_done = True
        self.update()
        self.held.emit()

    def _on_clicked(self) -> None:
        if not self._is_done:
            self.tapped.emit()
