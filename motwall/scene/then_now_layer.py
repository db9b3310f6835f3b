"""Then and now on the wall: at each note that was rated then or is now, both faces.

One item for all of them, so that a wall of thousands costs no more than what is in view of it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.layout import Rect
from motwall.model.records import Rating
from motwall.paint.bands import to_qt
from motwall.paint.faces import draw_face, draw_unrated
from motwall.paint.tokens import INK, PLAIN_PAPER, RATING_COLOURS
from motwall.scene.note_item import OVERHANG
from motwall.scene.wall_scene import WallScene

#: Above the notes at rest, below what is in a hand.
_Z = 50_000.0
#: The strip of paper the faces stand on, mm: over the foot of the note, where its own face is.
_STRIP = QRectF(35.0, 53.0, 63.0, 21.0)
_FACE = 16.0
_RADIUS = 4.0
#: From the left end of the strip to the middles of face, arrow and face, mm.
_THEN_X, _ARROW_X, _NOW_X = 11.0, 31.5, 52.0
_ARROW = 6.5
_WORTH = list(Rating)


class ThenNow(NamedTuple):
    """The rating of a note then and now; None is not rated."""

    then: Rating | None
    now: Rating | None


class ThenNowLayer(QGraphicsItem):
    """Paints the marks on top of the wall; hands reach through them."""

    def __init__(self, scene: WallScene, marks: Mapping[str, ThenNow]) -> None:
        """Show marks by moment id; `WallScene.add_overlay` puts the layer up."""
        super().__init__()
        self._scene = scene
        self._marks = dict(marks)
        self.setZValue(_Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    @property
    def marks(self) -> Mapping[str, ThenNow]:
        """What is shown, by moment id."""
        return self._marks

    def set_marks(self, marks: Mapping[str, ThenNow]) -> None:
        """Show others."""
        self._marks = dict(marks)
        self.update()

    def follow_layout(self) -> None:
        """Notes lie elsewhere."""
        self.prepareGeometryChange()
        self.update()

    @override
    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        return self._scene.sceneRect()

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        seen = option.exposedRect.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG)
        places: Mapping[str, Rect] = self._scene.layout_.notes
        for moment_id, mark in self._marks.items():
            rect = places.get(moment_id)
            if rect is not None and seen.intersects(to_qt(rect)):
                _draw_mark(painter, QPointF(rect.x, rect.y), mark)


def _draw_mark(painter: QPainter, corner: QPointF, mark: ThenNow) -> None:
    strip = _STRIP.translated(corner)
    painter.setPen(QPen(QColor(INK), 0.7))
    painter.setBrush(QColor(PLAIN_PAPER))
    painter.drawRoundedRect(strip, _RADIUS, _RADIUS)
    y = strip.center().y()
    for x, rating in ((_THEN_X, mark.then), (_NOW_X, mark.now)):
        centre = QPointF(strip.left() + x, y)
        if rating is None:
            draw_unrated(painter, centre, _FACE)
        else:
            draw_face(painter, rating, centre, _FACE)
    _draw_arrow(painter, QPointF(strip.left() + _ARROW_X, y), _steps(mark))


def _steps(mark: ThenNow) -> int:
    if mark.then is None or mark.now is None:
        return 0
    return _WORTH.index(mark.now) - _WORTH.index(mark.then)


def _draw_arrow(painter: QPainter, centre: QPointF, steps: int) -> None:
    """Up, down, or on: told by the shape, and by the colour as well."""
    half, x, y = _ARROW / 2, centre.x(), centre.y()
    if steps == 0:
        corners = [QPointF(x - half, y - half), QPointF(x + half, y), QPointF(x - half, y + half)]
        ink = RATING_COLOURS[Rating.NEUTRAL.value]
    else:
        tip = -half if steps > 0 else half
        corners = [QPointF(x - _ARROW, y - tip), QPointF(x + _ARROW, y - tip)]
        corners.append(QPointF(x, y + 1.6 * tip))
        ink = RATING_COLOURS[(Rating.MAGICAL if steps > 0 else Rating.MISERABLE).value]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    painter.drawPolygon(QPolygonF(corners))
