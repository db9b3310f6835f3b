"""A poster of the wall: how large it is, and where it is cut into sheets.

Cuts are in gutters: between columns of notes from top to bottom, and below notes or between lines
from side to side. Measures are millimetres of the wall unless said otherwise.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log
from typing import NamedTuple

from motwall.export.pdf.wall_draw import NoteMaker
from motwall.export.pdf.wall_fit import PlacedStrip
from motwall.export.pdf.wall_grid import GRID_PITCH, GUTTER, Grid, grid_of, gutters
from motwall.export.pdf.wall_strips import Strip
from motwall.model.layout import LINE_GAP, NOTE_HEIGHT, Rect
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.wrapping import NOTE_WIDTH

#: Below this even roomy notes carry no sentence; points per mm.
_LEAST_SCALE = 0.7
#: The highest piece that is never cut: titles, one note, numbers and the gap below.
_TALLEST_PIECE = 140.0
#: Of notes as wide as the paper ones, 76 mm.
_LARGEST_SCALE = 2.16
_MOST_ACROSS = 20
#: So many sheets across are tried for a poster that may be as wide as it likes.
_WIDEST_TRIED = 8
#: The shape of a poster that hangs well.
_SHAPE = 1.6
_LETTERS = 26


class Tile(NamedTuple):
    """One sheet of a poster: the part of the wall that it shows."""

    row: int
    column: int
    part: Rect

    @property
    def name(self) -> str:
        """As on a map: "B3" is the third of the second row."""
        return tile_name(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Poster:
    """A wall cut into tiles.

    Attributes:
        scale: Points per mm.
        grid: What is on it.
        rows: How many rows of tiles there are.
        columns: And how many tiles in each.
        tiles: Those with anything on them, in the order they are read.
    """

    scale: float
    grid: Grid
    rows: int
    columns: int
    tiles: tuple[Tile, ...]


def tile_name(row: int, column: int) -> str:
    """Rows are letters, A to Z and then AA; columns are numbers from 1."""
    letters = ""
    row += 1
    while row:
        row, place = divmod(row - 1, _LETTERS)
        letters = chr(ord("A") + place) + letters
    return f"{letters}{column + 1}"


def poster_of(
    store: Store, maker: NoteMaker, room: tuple[float, float], least: float, across: int
) -> Poster:
    """Cut the wall into tiles.

    Args:
        store: A wall with a moment.
        maker: Of its notes.
        room: Width and height of what a sheet shows, points.
        least: How large words of ordinary texts are at least, points.
        across: How many sheets wide it is, and then as large as it goes on as many rows of them; 0
            for as few sheets as it takes.
    """
    most = _readable(store, maker, room, least)

    @cache
    def poster(wide: int, columns: int) -> Poster:
        return _cut(grid_of(store, wide * columns), room, columns)

    if across:
        wide = min(across, _MOST_ACROSS)
        larger = (columns for columns in range(1, most) if _suits(room, _scale(room, columns)))
        fitting = (columns for columns in larger if poster(wide, columns).rows <= wide)
        return poster(wide, next(fitting, most))
    tries = (poster(wide, most) for wide in _widths(store, most))
    return min(tries, key=lambda one: (len(one.tiles), abs(log(_shape(one) / _SHAPE))))


def _widths(store: Store, columns: int) -> Iterator[int]:
    """How many sheets across are worth trying: no more than there are notes to fill them."""
    most = max(1, min(_WIDEST_TRIED, -(-store.count(Moment) // columns)))
    yield from range(1, most + 1)


def _readable(store: Store, maker: NoteMaker, room: tuple[float, float], least: float) -> int:
    """The most columns of a sheet at which ordinary texts can be read from a step away."""
    most = max(1, int(room[0] / (GRID_PITCH * _LEAST_SCALE)))
    tries = [one for one in range(most, 0, -1) if _suits(room, _scale(room, one))] or [most]
    moments = store.all(Moment)
    readable = (one for one in tries if maker.are_readable(moments, _scale(room, one), least))
    return next(readable, tries[-1])


def _scale(room: tuple[float, float], columns: int) -> float:
    """So that the columns fill a sheet."""
    return room[0] / (columns * GRID_PITCH)


def _suits(room: tuple[float, float], scale: float) -> bool:
    """Whether notes are no larger than paper ones, and any piece fits a sheet."""
    return scale <= _LARGEST_SCALE and room[1] / scale >= _TALLEST_PIECE


def _shape(poster: Poster) -> float:
    return poster.columns * max(tile.part.width for tile in poster.tiles) / poster.grid.height


def _cut(grid: Grid, room: tuple[float, float], columns: int) -> Poster:
    scale = _scale(room, columns)
    edges = _level_cuts(grid, room[1] / scale)
    across = grid.columns // columns
    width = columns * GRID_PITCH
    tiles = [
        Tile(row, column, Rect(column * width - GUTTER, top, width, bottom - top))
        for row, (top, bottom) in enumerate(pairwise(edges))
        for column in range(across)
    ]
    shown = tuple(tile for tile in tiles if _has_content(grid, tile.part))
    # Columns of tiles that nothing reaches are no part of the poster.
    used = max(tile.column for tile in shown) + 1
    return Poster(scale, grid, len(edges) - 1, used, shown)


def _level_cuts(grid: Grid, room: float) -> list[float]:
    """The edges of the rows of tiles, from the top: as few as there can be."""
    edges = [-LINE_GAP / 2]
    cuts = [placed.y + cut for placed in grid.strips for cut in _cuts(placed.strip)]
    last = grid.height + LINE_GAP / 2
    for cut, later in pairwise([*cuts[1:], last]):
        if later - edges[-1] > room:
            edges.append(cut)
    return [*edges, last]


def _cuts(strip: Strip) -> list[float]:
    """Above a strip, and in it."""
    return [-LINE_GAP / 2, *gutters(strip)]


def _has_content(grid: Grid, part: Rect) -> bool:
    return any(
        meets(part, title.rect, placed) for placed in grid.strips for title in placed.strip.titles
    )


def meets(part: Rect, rect: Rect, placed: PlacedStrip) -> bool:
    """Whether a rectangle of a strip reaches into a part of the wall."""
    top = placed.y + rect.y
    is_beside = rect.right <= part.x or rect.x >= part.right
    return not is_beside and top < part.bottom and top + rect.height > part.y


def holds_note(part: Rect, x: float, y: float) -> bool:
    """Whether a part of the wall shows the note with this corner; it never shows half of it."""
    middle, centre = x + NOTE_WIDTH / 2, y + NOTE_HEIGHT / 2
    return part.x <= middle < part.right and part.y <= centre < part.bottom


def holds(part: Rect, x: float, y: float) -> bool:
    """Whether a point is in a part of the wall."""
    return part.x <= x < part.right and part.y <= y < part.bottom
