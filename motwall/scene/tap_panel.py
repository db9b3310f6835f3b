"""A board of buttons over the wall: it keeps its size on screen and stays beside its anchor."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.layout import Rect
from motwall.model.patch import Patch
from motwall.paint.colours import NO_PEN, colour, pen
from motwall.paint.tokens import Tokens
from motwall.scene.anchors import Anchor
from motwall.scene.kept_picture import KeptPicture
from motwall.scene.tap_button import TapButton
from motwall.scene.tap_item import TapItem
from motwall.scene.tap_sizes import TapSizes
from motwall.scene.tap_style import TapStyle, draw_board

if TYPE_CHECKING:
    from motwall.scene.tap_layer import TapLayer

#: Above notes in a hand and the editor: a board is never under what it is for.
Z_PANEL = 120_000.0


class Content(NamedTuple):
    """What is on a board, and how large that makes it, px."""

    buttons: Sequence[TapButton]
    width: float
    height: float


class TapPanel(TapItem):
    """A board at an anchor. One unit is a pixel of the screen; the layer scales and places it.

    A tap on the board between its buttons does nothing, and does not go through to the wall.

    Attributes:
        anchor: What it belongs to: a note, a title.
        buttons: In reading order.
        spot: Where it lies in the viewport, px.
        is_misplaced: It should lie elsewhere, but a finger was on it.
        hides_with_note: It is out of the way while its note is in a hand or out of view.
        moves_anchor: It is what moves its anchor about, and must not lie over it.
    """

    hides_with_note = True
    moves_anchor = False

    def __init__(self, layer: "TapLayer", anchor: Anchor) -> None:
        """Be empty; the layer shows it."""
        super().__init__()
        self.anchor = anchor
        self.buttons: tuple[TapButton, ...] = ()
        self.spot = Rect(0.0, 0.0, 1.0, 1.0)
        self.is_misplaced = False
        self._layer = layer
        self._width = self._height = 1.0
        self._is_stale = False
        self._arrow = QPolygonF()
        self._picture = KeptPicture()
        self.setZValue(Z_PANEL)

    @property
    def moment_id(self) -> str:
        """Of the note it belongs to; "" if that is something else."""
        return self.anchor.moment_id

    @property
    def size(self) -> tuple[float, float]:
        """Width and height wanted, px."""
        return self._width, self._height

    @property
    def is_pressed(self) -> bool:
        """A finger is on one of its buttons."""
        return any(one.is_down for one in self.buttons)

    @property
    def sizes(self) -> TapSizes:
        """How large things are."""
        return self._layer.sizes

    @property
    def tokens(self) -> Tokens:
        """The colours of the program."""
        return self._layer.scene.tokens

    @property
    def timers(self) -> QObject:
        """What timers of its buttons belong to; an item is no QObject."""
        return self._layer

    # --- for kinds of boards ---
    # Abstract; Qt's metaclass leaves no room for ABC to say so.

    def style(self) -> TapStyle:
        """Its colours."""
        raise NotImplementedError

    def content(self) -> Content:
        """What is on it now."""
        raise NotImplementedError

    def follow(self, patch: Patch) -> None:
        """The wall changed."""

    def anchor_gone(self) -> None:
        """What it belongs to was deleted."""
        self._layer.remove(self)

    def used(self) -> None:
        """One of its buttons is being tapped."""

    def draw_more(self, painter: QPainter) -> None:
        """Paint what is on it besides buttons."""

    # --- showing ---

    def spoil(self, part: QRectF | None = None) -> None:
        """A part of it looks different now; None is all of it."""
        self._picture.spoil(part)
        self.update(self.boundingRect() if part is None else part)

    def refresh(self) -> None:
        """Show anew what is on it, as soon as nobody presses it."""
        scene = self._layer.scene
        if self.is_pressed or self.scene() is not scene or not self.anchor.is_there:
            self._is_stale = True
            return
        self._is_stale = False
        self.prepareGeometryChange()
        for button in self.buttons:
            scene.removeItem(button)
        buttons, self._width, self._height = self.content()
        self.buttons = tuple(buttons)
        self.spoil()
        self._layer.arrange(self)

    def pressed(self) -> None:
        """A finger came to a button: whoever uses a board has it on top."""
        self._layer.raise_(self)

    def let_go(self) -> None:
        """A finger left a button: catch up with what had to wait."""
        if self.is_pressed:
            return
        if self._is_stale:
            self.refresh()
        elif self.is_misplaced:
            self._layer.arrange(self)

    def lie(self, spot: Rect, note: Rect | None = None) -> None:
        """Take a place in the viewport, px; one smaller than wanted shows everything smaller.

        Args:
            spot: The place.
            note: Where its note lies, to point at it; None leaves the pointer alone.
        """
        self.spot = spot
        shrink = spot.width / self._width
        self._layer.watch.pin(self, spot, shrink)
        if note is not None:
            at = (note.x + note.width / 2 - spot.x) / shrink
            inset = 3.0 * self.sizes.gap
            self._point_at(max(inset, min(at, self._width - inset)), _side_of(spot, note))

    def _point_at(self, x: float, side: int) -> None:
        """Point up (-1) or down (1) at the note, or (0) not at all: it lies beside, or under."""
        reach = self.sizes.gap
        # A little inside the board, to open its outline.
        edge, tip = (1.5, -reach) if side < 0 else (self._height - 1.5, self._height + reach)
        points = [QPointF(x - reach, edge), QPointF(x, tip), QPointF(x + reach, edge)]
        arrow = QPolygonF(points if side else [])
        if arrow != self._arrow:
            self._arrow = arrow
            self.spoil()

    @override
    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        reach = float(self.sizes.gap)
        return QRectF(0.0, 0.0, self._width, self._height).adjusted(-reach, -reach, reach, reach)

    @override
    @guarded(QPainterPath())
    def shape(self) -> QPainterPath:
        # Without the shadow: what lies there belongs to the wall.
        path = QPainterPath()
        path.addRect(QRectF(0.0, 0.0, self._width, self._height))
        return path

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        reach = self.boundingRect()
        self._picture.draw(painter, reach, self.tokens, self._draw)

    def _draw(self, painter: QPainter, part: QRectF) -> None:
        """Paint what of the board lies on a part of it."""
        style = self.style()
        box = QRectF(0.0, 0.0, self._width, self._height)
        draw_board(painter, box, self.sizes.gap * 1.2, style, is_dark=self.tokens.is_dark)
        painter.setPen(NO_PEN)
        painter.setBrush(colour(style.board))
        painter.drawPolygon(self._arrow)
        painter.setPen(pen(style.edge, 1.0))
        painter.drawPolyline(self._arrow)
        for button in self.buttons:
            if part.intersects(button.rect):
                button.draw(painter, style, self.sizes)
        self.draw_more(painter)


def _side_of(spot: Rect, note: Rect) -> int:
    """Where the note lies as seen from a board: above it (-1), below it (1) or elsewhere (0)."""
    if spot.right < note.x or note.right < spot.x:
        return 0
    return -1 if note.bottom <= spot.y else 1 if spot.bottom <= note.y else 0
