"""The bin at the lower edge of the view: there while notes are dragged, to be dropped into."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.layout import Rect
from motwall.paint.colours import NO_PEN, colour
from motwall.paint.faces import WHITE
from motwall.paint.icons import icon_pixmap
from motwall.paint.labels import CAP_HEIGHT, SEMIBOLD, draw_label, label_width
from motwall.paint.tokens import RATING_COLOURS
from motwall.scene.tap_layer import TapLayer
from motwall.scene.tap_panel import Z_PANEL
from motwall.scene.tap_style import bar_style, draw_board

#: Notes in a hand slip under it, so that its words can be read; boards do, while it is there.
Z_BIN = Z_PANEL + 1000.0
#: In sides of a button.
_WIDTH, _HEIGHT = 6.0, 1.25
#: In gaps.
_RADIUS = 1.2
#: The red of falling short is also the red of going.
_HOT = RATING_COLOURS["miserable"]


class BinItem(QGraphicsItem):
    """What is seen of the bin; one unit is a pixel of the screen."""

    def __init__(self, layer: TapLayer) -> None:
        """Be hidden."""
        super().__init__()
        self.is_hot = False
        self._layer = layer
        self._box = QRectF(0.0, 0.0, 1.0, 1.0)
        self.setZValue(Z_BIN)
        self.hide()

    def lie(self, spot: Rect) -> None:
        """Take a place in the viewport, px."""
        box = QRectF(0.0, 0.0, spot.width, spot.height)
        if box != self._box:
            self.prepareGeometryChange()
            self._box = box
        self._layer.watch.pin(self, spot)

    def set_hot(self, is_hot: bool) -> None:
        """Say that letting go deletes, or that one may come here."""
        if is_hot != self.is_hot:
            self.is_hot = is_hot
            self.update()

    @override
    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        reach = float(self._layer.sizes.gap)
        return self._box.adjusted(-reach, -reach, reach, reach)

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        sizes, tokens, box = self._layer.sizes, self._layer.scene.tokens, self._box
        style = bar_style(tokens)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_board(painter, box, sizes.gap * _RADIUS, style, is_dark=tokens.is_dark)
        words, ink = translate("Bar", "Drop here to delete"), style.ink
        if self.is_hot:
            words, ink = translate("Bar", "Let go to delete"), WHITE
            painter.setPen(NO_PEN)
            painter.setBrush(colour(_HOT))
            painter.drawRoundedRect(box, sizes.gap * _RADIUS, sizes.gap * _RADIUS)
        between = sizes.text / 2
        width = sizes.icon + between + label_width(words, sizes.text, SEMIBOLD)
        left = box.center().x() - width / 2
        ratio = painter.device().devicePixelRatio()
        corner = QPointF(round(left), round(box.center().y() - sizes.icon / 2))
        painter.drawPixmap(corner, icon_pixmap("trash", round(sizes.icon), ink, ratio))
        baseline = box.center().y() + sizes.text * CAP_HEIGHT / 2
        at = QPointF(left + sizes.icon + between, baseline)
        draw_label(painter, words, at, sizes.text, SEMIBOLD, colour(ink))


class Bin(QObject):
    """Shared by all hands: it stays as long as one of them drags notes, and is red for any on it.

    A gesture calls `appear` when it lifts notes, `set_hot` while it moves, and `vanish` at its end.
    If it ends where `contains` says so, it gives the notes to `drop` instead of placing them.
    """

    def __init__(self, layer: TapLayer, delete: Callable[[Sequence[str]], object]) -> None:
        """Be hidden.

        Args:
            layer: Tells sizes and view.
            delete: Deletes notes by their ids, in one step, with a toast (`NoteVerbs.delete`).
        """
        super().__init__(layer)
        self.item = BinItem(layer)
        self.spot = Rect(0.0, 0.0, 1.0, 1.0)
        self._layer = layer
        self._delete = delete
        self._hands: set[Hashable] = set()
        self._hot: set[Hashable] = set()
        layer.scene.add_overlay(self.item)
        layer.watch.changed.connect(self._place)

    @property
    def is_shown(self) -> bool:
        """Notes are being dragged."""
        return bool(self._hands)

    def appear(self, hand: Hashable = None) -> None:
        """A hand (any key of the caller's, such as the gesture) drags notes."""
        self._hands.add(hand)
        self._place()
        self.item.show()

    def vanish(self, hand: Hashable = None) -> None:
        """That hand let go, or gave up."""
        self._hands.discard(hand)
        self.set_hot(False, hand)
        self.item.setVisible(self.is_shown)

    def contains(self, view_pos: QPointF) -> bool:
        """Whether a drop at this point of the viewport, px, is a drop into it."""
        return self.is_shown and QRectF(*self.spot).contains(view_pos)

    def covers(self, scene_pos: QPointF) -> bool:
        """The same for a point of the wall, mm."""
        return self.contains(self._layer.watch.shown.map(scene_pos))

    def set_hot(self, is_hot: bool, hand: Hashable = None) -> None:
        """That hand holds notes over it, or not."""
        if is_hot:
            self._hot.add(hand)
        else:
            self._hot.discard(hand)
        self.item.set_hot(bool(self._hot))

    def drop(self, moment_ids: Sequence[str]) -> None:
        """Delete notes that were dropped into it; those that are gone already are passed over."""
        alive = [one for one in moment_ids if self._layer.scene.note(one) is not None]
        self._delete(alive)

    def _place(self) -> None:
        if self.is_shown:
            sizes, room = self._layer.sizes, self._layer.room
            width = min(_WIDTH * sizes.button, room.width)
            height = min(_HEIGHT * sizes.button, room.height)
            left = room.x + (room.width - width) / 2
            self.spot = Rect(left, room.bottom - height, width, height)
            self.item.lie(self.spot)
