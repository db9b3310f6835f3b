"""The reference for panning and zooming: a wall of tiles in powers of two, without a scene.

However many notes there are, a frame copies a few dozen pictures of 512 px.
"""

import math
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from tests.bench.plain_notes import Index, Note, NotePictures
from tests.bench.plan import Camera

SIDE = 512
MOST_TILES = 400
LEVELS = 9
#: Below this zoom a note is a patch of colour.
LEAST_DETAIL = 0.25
#: For zooms that are a power of two but for the last bits.
_NEARLY = 1e-9
_WHITE = QColor("#ffffff")


class TileWall(QWidget):
    """Level n holds the wall at one 2^n-th of 100 %; a tile is painted when it comes into view."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._index = Index([])
        self._pictures = NotePictures()
        self._tiles: dict[tuple[int, int, int], QPixmap] = {}
        self._zoom = 1.0
        self._origin = QPoint()
        self._held: Note | None = None
        self._grip = QPointF()

    def canvas(self) -> QWidget:
        """What takes the mouse."""
        return self

    def show_notes(self, notes: list[Note]) -> None:
        """Take the notes of a wall."""
        self._index = Index(notes)

    def look(self, camera: Camera) -> None:
        """Show this part of the wall: pixels that stay in view are moved, not painted."""
        zoom, left, top = camera
        origin = QPoint(round(-left * zoom), round(-top * zoom))
        if zoom == self._zoom:
            way = origin - self._origin
            self._origin = origin
            self.scroll(way.x(), way.y())
        else:
            self._zoom, self._origin = zoom, origin
            self.update()

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            for rect in event.region():
                self._draw(painter, rect)

    def _draw(self, painter: QPainter, rect: QRect) -> None:
        level = max(0, math.floor(-math.log2(self._zoom) + _NEARLY))
        painter.setClipRect(rect)
        shown = SIDE * 2.0**level * self._zoom
        x, y = self._origin.x(), self._origin.y()
        for column in range(
            math.floor((rect.left() - x) / shown), math.floor((rect.right() - x) / shown) + 1
        ):
            for row in range(
                math.floor((rect.top() - y) / shown), math.floor((rect.bottom() - y) / shown) + 1
            ):
                corner = QPoint(round(column * shown) + x, round(row * shown) + y)
                end = QPoint(round((column + 1) * shown) + x, round((row + 1) * shown) + y)
                width, height = end.x() - corner.x(), end.y() - corner.y()
                tile = self._tile(level, column, row)
                if width == SIDE:
                    painter.drawPixmap(corner, tile)
                else:
                    painter.drawPixmap(QRect(corner.x(), corner.y(), width, height), tile)
        if self._held is not None:
            painter.translate(self._origin)
            painter.scale(self._zoom, self._zoom)
            painter.drawPixmap(self._held.rect.topLeft(), self._pictures.picture(self._held))
            painter.resetTransform()

    def _tile(self, level: int, column: int, row: int) -> QPixmap:
        key = (level, column, row)
        tile = self._tiles.get(key)
        if tile is None:
            if len(self._tiles) > MOST_TILES:
                del self._tiles[next(iter(self._tiles))]
            tile = self._tiles[key] = QPixmap(SIDE, SIDE)
            tile.fill(_WHITE)
            side = SIDE * 2.0**level
            part = QRectF(column * side, row * side, side, side)
            with QPainter(tile) as painter:
                painter.translate(-column * SIDE, -row * SIDE)
                self._draw_notes(painter, part, 2.0**-level)
        return tile

    def _draw_notes(self, painter: QPainter, part: QRectF, scale: float) -> None:
        notes = self._index.within(part)
        if scale >= LEAST_DETAIL:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 1)
            painter.scale(scale, scale)
            for note in notes:
                painter.drawPixmap(note.rect.topLeft(), self._pictures.picture(note))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        by_colour: dict[str, list[QRectF]] = {}
        for note in notes:
            rect = note.rect
            by_colour.setdefault(note.colour.name(), []).append(
                QRectF(
                    rect.x() * scale, rect.y() * scale, rect.width() * scale, rect.height() * scale
                )
            )
        for colour, rects in by_colour.items():
            painter.setBrush(QColor(colour))
            painter.drawRects(rects)

    # --- dragging ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = self._on_wall(event.position())
        found = self._index.within(QRectF(point.x(), point.y(), 1, 1))
        self._held = next((one for one in found if one.rect.contains(point)), None)
        if self._held is not None:
            self._grip = self._held.rect.topLeft() - point
            self._index.remove(self._held)
            self._forget_tiles(self._held.rect)
            self.update(self._shown(self._held))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self.update(self._shown(self._held))
            self._held.rect.moveTopLeft(self._on_wall(event.position()) + self._grip)
            self.update(self._shown(self._held))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        note, self._held = self._held, None
        if note is not None:
            self._index.add(note)
            self._forget_tiles(note.rect)
            self.update(self._shown(note))

    def _on_wall(self, position: QPointF) -> QPointF:
        return (position - QPointF(self._origin)) / self._zoom

    def _shown(self, note: Note) -> QRect:
        rect, zoom = note.rect, self._zoom
        corner = rect.topLeft() * zoom + QPointF(self._origin)
        size = rect.size() * zoom
        return QRectF(corner, size).toAlignedRect().adjusted(-1, -1, 1, 1)

    def _forget_tiles(self, rect: QRectF) -> None:
        for key in _tiles_under(rect):
            self._tiles.pop(key, None)


def _tiles_under(rect: QRectF) -> Iterator[tuple[int, int, int]]:
    for level in range(LEVELS):
        side = SIDE * 2.0**level
        for column in range(int(rect.left() // side), int(rect.right() // side) + 1):
            for row in range(int(rect.top() // side), int(rect.bottom() // side) + 1):
                yield level, column, row
