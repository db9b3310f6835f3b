"""A button on a board over the wall: what it looks like, and what a tap does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.records import Pattern, Rating
from motwall.paint.colours import NO_BRUSH, NO_PEN, colour, mixed, pen
from motwall.paint.faces import draw_face
from motwall.paint.icons import icon_pixmap
from motwall.paint.labels import CAP_HEIGHT, MEDIUM, SEMIBOLD, draw_centred, elided
from motwall.paint.patterns import draw_pattern
from motwall.paint.tokens import INK
from motwall.scene.tap_item import TapItem
from motwall.scene.tap_sizes import TapSizes
from motwall.scene.tap_style import TapStyle

if TYPE_CHECKING:
    from motwall.scene.tap_panel import TapPanel

#: Shares of a button's height.
_STRIP = 0.2
_ROUNDING = 0.16
_PATTERN_ALPHA = 120
#: Of what cannot be pressed now.
_FAINT = 90
_OPAQUE = 255
#: Patterns are made for millimetres of wall; on a button a mm is this share of the words' size.
_GRAIN = 0.14
#: Kept free beside words, and between them and the picture; shares of their size.
_WORD_MARGIN = 0.25
_LINE_GAP = 0.4
#: A small letter in the corner of a key that has more when held, as a share of the letter.
_HINT = 0.5
_HINT_ALPHA = 150


@dataclass(frozen=True, slots=True)
class Look:
    """What a button shows: a picture over words, a picture alone, or letters alone.

    Attributes:
        words: Under the picture; what the button does.
        icon: Name of an icon.
        letters: Large, in place of an icon: a key's letter, a step's number.
        rating: Its face, in place of an icon.
        paper: Colour of a contact type, in place of the button's own.
        pattern: On the strip of that paper.
        hint: In the corner of a key that has more when it is held.
        is_on: What it stands for is so now.
        is_main: The one main button.
        is_quiet: Set back behind the others, as keys that type nothing.
        is_enabled: It can be pressed.
    """

    words: str = ""
    icon: str = ""
    letters: str = ""
    rating: Rating | None = None
    paper: str = ""
    pattern: Pattern = Pattern.PLAIN
    hint: str = ""
    is_on: bool = False
    is_main: bool = False
    is_quiet: bool = False
    is_enabled: bool = True


class TapButton(TapItem):
    """One button. Its board paints it, so that a board is one item to whoever paints the wall."""

    def __init__(
        self, board: "TapPanel", rect: QRectF, look: Look, act: Callable[[], object]
    ) -> None:
        """Be part of a board; `rect` is in its coordinates, screen pixels."""
        super().__init__(board)
        self.look = look
        self.rect = rect
        self._board = board
        self._act = act

    @override
    def set_down(self, is_down: bool) -> None:
        """Look pressed, or not; the board waits with changes while it is."""
        was_down = self.is_down
        super().set_down(is_down)
        if is_down != was_down:
            self._board.spoil(self.rect)
        if is_down and not was_down:
            self._board.pressed()
        elif was_down and not is_down:
            self._board.let_go()

    @override
    def tap(self) -> None:
        """Do what it is for."""
        if self.look.is_enabled:
            self._board.used()
            self._act()

    def draw(self, painter: QPainter, style: TapStyle, sizes: TapSizes) -> None:
        """Paint it, in the coordinates of its board."""
        look = self.look
        radius = min(self.rect.height(), sizes.button) * _ROUNDING
        is_filled = look.is_main or (look.is_on and not look.paper)
        rest = style.quiet if look.is_quiet else style.button
        fill = look.paper or (style.main if is_filled else rest)
        if self.is_down:
            fill = mixed(fill, INK, 0.3) if look.paper or is_filled else style.down
        painter.setPen(NO_PEN)
        painter.setBrush(colour(fill))
        painter.drawRoundedRect(self.rect, radius, radius)
        ink = INK if look.paper else style.on_main if is_filled else style.ink
        if look.paper:
            self._draw_strip(painter, sizes)
        self._draw_content(painter, sizes, ink)
        if look.is_on and look.paper:
            ring = sizes.stroke * 1.5
            inset = ring / 2
            painter.setBrush(NO_BRUSH)
            painter.setPen(pen(style.main, ring))
            painter.drawRoundedRect(
                self.rect.adjusted(inset, inset, -inset, -inset), radius, radius
            )

    def _draw_strip(self, painter: QPainter, sizes: TapSizes) -> None:
        rect = self.rect
        grain = sizes.text * _GRAIN
        inset = rect.height() * _ROUNDING / 2
        painter.save()
        painter.translate(rect.x() + inset, rect.y() + sizes.stroke)
        painter.scale(grain, grain)
        strip = QRectF(0.0, 0.0, (rect.width() - 2 * inset) / grain, rect.height() * _STRIP / grain)
        draw_pattern(painter, strip, self.look.pattern, colour(INK, _PATTERN_ALPHA))
        painter.restore()

    def _draw_content(self, painter: QPainter, sizes: TapSizes, ink: str) -> None:
        look, room = self.look, QRectF(self.rect)
        shade = colour(ink, _OPAQUE if look.is_enabled else _FAINT)
        if look.paper:
            room.setTop(room.top() + room.height() * _STRIP)
        middle = room.center()
        if look.words and not (look.icon or look.letters or look.rating):
            draw_centred(painter, look.words, middle, sizes.text, SEMIBOLD, shade)
        elif look.words:
            width = room.width() - _WORD_MARGIN * sizes.text
            words = elided(look.words, width, sizes.text, SEMIBOLD)
            apart = sizes.text * _LINE_GAP
            top = middle.y() - (sizes.icon + apart + sizes.text * CAP_HEIGHT) / 2
            below = top + sizes.icon + apart + sizes.text * CAP_HEIGHT / 2
            at = QPointF(middle.x(), below)
            draw_centred(painter, words, at, sizes.text, SEMIBOLD, shade)
            middle = QPointF(middle.x(), top + sizes.icon / 2)
        if look.letters:
            size = sizes.icon if look.words else sizes.letter
            draw_centred(painter, look.letters, middle, size, MEDIUM, shade)
        if look.hint:
            size = sizes.letter * _HINT
            corner = QPointF(room.right() - size * 0.75, room.top() + size * 0.85)
            draw_centred(painter, look.hint, corner, size, MEDIUM, colour(ink, _HINT_ALPHA))
        self._draw_picture(painter, sizes, middle, ink)

    def _draw_picture(self, painter: QPainter, sizes: TapSizes, middle: QPointF, ink: str) -> None:
        look, side = self.look, sizes.icon
        if look.rating is not None:
            draw_face(painter, look.rating, middle, side * 1.1, hairline=True)
        elif look.icon:
            ratio = painter.device().devicePixelRatio()
            picture = icon_pixmap(look.icon, round(side), ink, ratio)
            corner = QPointF(round(middle.x() - side / 2), round(middle.y() - side / 2))
            painter.setOpacity(1.0 if look.is_enabled else _FAINT / _OPAQUE)
            painter.drawPixmap(corner, picture)
            painter.setOpacity(1.0)

    @override
    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        return self.rect

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Nothing: the board paints it."""
