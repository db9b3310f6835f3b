"""The wall at rest as pictures of 512 x 512 pixels, painted once and then only copied.

Panning copies tiles, whatever lies on them; only what comes into view is painted. While the zoom
changes, tiles of another size stand in, stretched; once it rests they are painted sharp, a few
milliseconds at a time, so that the window always answers.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from time import perf_counter
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

#: The side of a tile, device pixels.
SIDE = 512
#: After the last change of the zoom, ms.
_REST_MS = 90
#: Painting tiles may keep the window busy for so long at a time, seconds: at first, when there is
#: nothing to stand in, and while something is shown.
_FIRST, _LATER = 0.030, 0.006
#: Tiles beyond those in view are given up from this many on: 96 MB.
_MOST_KEPT = 96
#: Below this share of a tile only the damaged part is painted anew.
_PATCH_SHARE = 0.3

Cell = tuple[int, int]


class Wall(Protocol):
    """What there is to paint."""

    @property
    def ground(self) -> QColor:
        """The colour of the empty wall."""

    def paint_rest(self, painter: QPainter, rect: QRectF, zoom: float) -> None:
        """Paint a part of the wall, mm."""


class Window(NamedTuple):
    """What part of the wall is shown, how large.

    Attributes:
        zoom: Logical pixels per mm.
        ratio: Device pixels per logical pixel.
        origin: The wall's (0, 0), in logical pixels of the view.
        exposed: What has to be painted, in logical pixels of the view.
    """

    zoom: float
    ratio: float
    origin: QPointF
    exposed: QRect

    @property
    def scale(self) -> float:
        """Device pixels per mm."""
        return self.zoom * self.ratio


@dataclass(slots=True)
class _Tile:
    image: QImage
    #: What looks different by now, device pixels of the tile; None if nothing does.
    damage: QRect | None = None


@dataclass(slots=True)
class _Level:
    """The tiles of one scale."""

    zoom: float
    ratio: float
    tiles: OrderedDict[Cell, _Tile] = field(default_factory=OrderedDict)

    @property
    def scale(self) -> float:
        return self.zoom * self.ratio


class WallTiles(QObject):
    """Keeps the tiles of one view."""

    #: A part of the wall was painted sharp, mm.
    rendered = Signal(QRectF)

    def __init__(self, wall: Wall, parent: QObject) -> None:
        """Paint a wall; nothing is painted before `paint` asks for it."""
        super().__init__(parent)
        self._wall = wall
        self._levels: list[_Level] = []
        #: Tiles of the latest level to be painted when there is time, the first in turn first, and
        #: what is wanted of each, device pixels of the wall.
        self._waiting: dict[Cell, QRect] = {}
        #: Those of which only what is in view was painted at first.
        self._begun: dict[Cell, None] = {}
        #: Nothing that is in view was painted yet, or not all of it.
        self._is_first = True
        self._is_zooming = False
        self._rest = _timer(self, _REST_MS, self._on_rest)
        self._soon = _timer(self, 0, self._paint_some)

    @property
    def is_complete(self) -> bool:
        """All that is in view is sharp and up to date."""
        return not (self._is_first or self._waiting or self._is_zooming)

    @property
    def is_idle(self) -> bool:
        """Nothing waits to be painted, what lies beyond the edges of the view included."""
        return self.is_complete and not self._begun

    def damage(self, rect: QRectF | None) -> None:
        """A part of the wall looks different now, mm; None is all of it."""
        for level in self._levels:
            if rect is None:
                for tile in level.tiles.values():
                    tile.damage = tile.image.rect()
                continue
            pixels = _scaled(rect, level.scale).adjusted(-1, -1, 1, 1)
            for cell in _cells_of(pixels):
                if cell in level.tiles:
                    tile = level.tiles[cell]
                    own = pixels.translated(-cell[0] * SIDE, -cell[1] * SIDE)
                    own = own.intersected(tile.image.rect())
                    tile.damage = own if tile.damage is None else tile.damage.united(own)

    def forget(self) -> None:
        """Nothing of what was painted is worth showing any more."""
        self._levels.clear()
        self._waiting.clear()
        self._begun.clear()

    def paint(self, painter: QPainter, window: Window) -> None:
        """Paint what is exposed, in logical pixels of the view."""
        level = self._level_for(window)
        corner = QPoint(
            round(window.origin.x() * window.ratio), round(window.origin.y() * window.ratio)
        )
        exposed = _scaled(QRectF(window.exposed), window.ratio).translated(-corner)
        cells = list(_cells_of(exposed))
        self._make_ready(level, cells, exposed)
        painter.save()
        painter.resetTransform()
        painter.scale(1 / window.ratio, 1 / window.ratio)
        painter.translate(corner)
        # What is exposed is of many boxes: one box at a time is copied row by row.
        painter.setClipRect(exposed)
        if any(cell not in level.tiles for cell in cells):
            self._draw_stand_ins(painter, level, exposed)
        for cell in cells:
            tile = level.tiles.get(cell)
            if tile is not None:
                level.tiles.move_to_end(cell)
                _draw_part(painter, tile.image, cell, exposed)
        painter.restore()
        self._give_up(len(cells))

    # --- which tiles ---

    def _level_for(self, window: Window) -> _Level:
        if self._levels and self._levels[-1].scale == window.scale:
            return self._levels[-1]
        self._waiting.clear()
        self._begun.clear()
        known = next((one for one in self._levels if one.scale == window.scale), None)
        if known is not None:
            self._levels.remove(known)
        elif any(one.tiles for one in self._levels):
            # Painting sharp at every step of a zoom would be thrown away at the next.
            self._is_zooming = True
            self._rest.start()
        level = known or _Level(window.zoom, window.ratio)
        self._levels = [one for one in self._levels if one.tiles]
        self._levels.append(level)
        return level

    def _make_ready(self, level: _Level, cells: list[Cell], exposed: QRect) -> None:
        """Paint of these tiles what there is time for; the others wait for their turn.

        The first time of all somebody waits before an empty window: only what is exposed is
        painted, and the rest of those tiles when all in view is there.
        """
        if self._is_zooming:
            return
        wanted = [cell for cell in cells if _needs_paint(level.tiles.get(cell), cell, exposed)]
        is_empty = not any(one.tiles for one in self._levels)
        self._is_first = self._is_first or is_empty
        end = perf_counter() + (_FIRST if is_empty else _LATER)
        for place, cell in enumerate(wanted):
            tile = level.tiles.get(cell)
            is_patch = tile is not None and _is_small(tile.damage)
            if perf_counter() > end and not is_patch:
                for waiting in wanted[place:]:
                    self._waiting[waiting] = self._wanted(waiting, exposed)
                self._soon.start()
                break
            waited_for = self._waiting.get(cell)
            self._render(level, cell, self._wanted(cell, exposed))
            if waited_for is not None and not exposed.contains(waited_for & _whole(cell)):
                # What is painted now shows no more than what is exposed.
                self.rendered.emit(_part_of(cell, level.scale))
        self._is_first = self._is_first and bool(self._waiting)

    def _wanted(self, cell: Cell, exposed: QRect) -> QRect:
        """How much of a tile is painted, device pixels of the wall."""
        if self._is_first:
            return exposed.united(self._waiting.get(cell, exposed))
        return _whole(cell)

    def _paint_some(self) -> None:
        """Paint waiting tiles for a moment, then let the window answer."""
        end = perf_counter() + _LATER
        level = self._levels[-1] if self._levels else None
        while level and self._waiting and perf_counter() < end:
            cell, part = next(iter(self._waiting.items()))
            self._render(level, cell, part)
            self.rendered.emit(_part_of(cell, level.scale))
        self._is_first = self._is_first and bool(self._waiting)
        while level and self._begun and perf_counter() < end:
            cell = next(iter(self._begun))
            self._render(level, cell, _whole(cell))
        if self._waiting or self._begun:
            self._soon.start()

    def _on_rest(self) -> None:
        self._is_zooming = False
        self.rendered.emit(QRectF())

    def _give_up(self, in_view: int) -> None:
        """Keep the tiles in view, and of the others the latest."""
        spare = sum(len(one.tiles) for one in self._levels) - max(_MOST_KEPT, 3 * in_view)
        for level in self._levels:
            while spare > 0 and level.tiles and (level is not self._levels[-1] or spare > 0):
                level.tiles.popitem(last=False)
                spare -= 1

    # --- painting ---

    def _render(self, level: _Level, cell: Cell, wanted: QRect) -> None:
        """Paint what is missing or damaged of a wanted part, device pixels of the wall."""
        self._waiting.pop(cell, None)
        self._begun.pop(cell, None)
        tile = level.tiles.get(cell)
        if tile is None:
            image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
            image.fill(self._wall.ground)
            tile = level.tiles[cell] = _Tile(image, image.rect())
        scale = level.scale
        corner = QPoint(cell[0] * SIDE, cell[1] * SIDE)
        damage = tile.damage or tile.image.rect()
        part = damage.intersected(wanted.translated(-corner))
        tile.damage = _left_over(damage, part)
        if tile.damage is not None:
            self._begun[cell] = None
            self._soon.start()
        with QPainter(tile.image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if part != tile.image.rect():
                painter.setClipRect(part)
            painter.translate(-corner)
            painter.scale(scale, scale)
            self._wall.paint_rest(painter, _unscaled(part.translated(corner), scale), level.zoom)

    def _draw_stand_ins(self, painter: QPainter, level: _Level, exposed: QRect) -> None:
        """Draw the tiles of other scales, stretched: of one if it has all, else of each in turn."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        others = [one for one in self._levels if one is not level and one.tiles]
        for other in reversed(others):
            cells = list(_cells_of(_stretched(exposed, other.scale / level.scale)))
            if all(cell in other.tiles for cell in cells):
                _draw_stretched(painter, other, cells, level.scale)
                return
        painter.fillRect(exposed, self._wall.ground)
        for other in sorted(others, key=lambda one: one.scale):
            wanted = set(_cells_of(_stretched(exposed, other.scale / level.scale)))
            _draw_stretched(painter, other, wanted & other.tiles.keys(), level.scale)


def _timer(parent: QObject, milliseconds: int, work: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(work)
    return timer


def _needs_paint(tile: _Tile | None, cell: Cell, exposed: QRect) -> bool:
    """Whether anything is missing of what is exposed, device pixels of the wall."""
    if tile is None or tile.damage is None:
        return tile is None
    return tile.damage.translated(cell[0] * SIDE, cell[1] * SIDE).intersects(exposed)


def _is_small(damage: QRect | None) -> bool:
    if damage is None:
        return False
    return damage.width() * damage.height() < _PATCH_SHARE * SIDE * SIDE


def _scaled(rect: QRectF, scale: float) -> QRect:
    """In pixels, whole ones that cover it."""
    return QRectF(
        rect.x() * scale, rect.y() * scale, rect.width() * scale, rect.height() * scale
    ).toAlignedRect()


def _unscaled(rect: QRect, scale: float) -> QRectF:
    return QRectF(rect.x() / scale, rect.y() / scale, rect.width() / scale, rect.height() / scale)


def _whole(cell: Cell) -> QRect:
    """A tile, in device pixels of the wall."""
    return QRect(cell[0] * SIDE, cell[1] * SIDE, SIDE, SIDE)


def _left_over(damage: QRect, done: QRect) -> QRect | None:
    """A box around what is damaged still."""
    left = QRegion(damage).subtracted(QRegion(done)).boundingRect()
    return left if not left.isEmpty() else None


def _part_of(cell: Cell, scale: float) -> QRectF:
    """The part of the wall on a tile, mm."""
    return _unscaled(_whole(cell), scale)


def _cells_of(pixels: QRect) -> Iterator[Cell]:
    """The tiles that device pixels of the wall lie on."""
    for row in range(pixels.top() // SIDE, pixels.bottom() // SIDE + 1):
        for column in range(pixels.left() // SIDE, pixels.right() // SIDE + 1):
            yield column, row


def _draw_part(painter: QPainter, image: QImage, cell: Cell, exposed: QRect) -> None:
    """Copy no more of a tile than is asked for."""
    whole = _whole(cell)
    part = whole.intersected(exposed)
    painter.drawImage(part.topLeft(), image, part.translated(-whole.topLeft()))


def _stretched(pixels: QRect, stretch: float) -> QRect:
    return _scaled(QRectF(pixels), stretch)


def _draw_stretched(painter: QPainter, level: _Level, cells: Iterable[Cell], scale: float) -> None:
    """Draw tiles of a level as large as they are at another scale."""
    side = SIDE * scale / level.scale
    for column, row in cells:
        # Rounded edges, so that neighbours meet.
        left, top = round(column * side), round(row * side)
        right, bottom = round((column + 1) * side), round((row + 1) * side)
        target = QRect(left, top, right - left, bottom - top)
        painter.drawImage(target, level.tiles[column, row].image)
