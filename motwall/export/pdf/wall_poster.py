"""A poster of the wall as it is cut into sheets; `wall_sheets` chooses how.

Cuts are in gutters: between columns of notes from top to bottom, and below notes or between lines
from side to side. Measures are millimetres of the wall unless said otherwise.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from motwall.export.pdf.wall_fit import PlacedStrip
from motwall.export.pdf.wall_grid import GRID_PITCH, GUTTER, Grid, gutters
from motwall.export.pdf.wall_strips import Strip
from motwall.model.layout import LINE_GAP, NOTE_HEIGHT, Rect
from motwall.model.wrapping import NOTE_WIDTH

_LETTERS = 26
#: Halvings until rows of tiles are as even as anybody sees.
_HALVINGS = 12
#: Less of a band than this, square mm, is on the next sheet by rounding alone.
_SPECK = 1.0

#: Width and height of what a sheet shows, points.
Size = tuple[float, float]


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
        size: Of the sheets.
        scale: Points per mm.
        grid: What is on it.
        rows: How many rows of tiles there are.
        columns: And how many tiles in each.
        tiles: Those with anything on them, in the order they are read.
        shares: How much of its sheet each of them covers, 0 to 1.
    """

    size: Size
    scale: float
    grid: Grid
    rows: int
    columns: int
    tiles: tuple[Tile, ...]
    shares: tuple[float, ...]


def tile_name(row: int, column: int) -> str:
    """Rows are letters, A to Z and then AA; columns are numbers from 1."""
    letters = ""
    row += 1
    while row:
        row, place = divmod(row - 1, _LETTERS)
        letters = chr(ord("A") + place) + letters
    return f"{letters}{column + 1}"


def level_cuts(grid: Grid, room: float) -> list[float]:
    """The edges of the rows of tiles, none higher than `room`: as few as there can be."""
    cuts = [placed.y + cut for placed in grid.strips for cut in _cuts(placed.strip)]
    return _filled(cuts, grid.height + LINE_GAP / 2, room)


def even_cuts(grid: Grid, room: float) -> list[float]:
    """As many rows as `level_cuts` makes, as even as the gutters allow."""
    cuts = [placed.y + cut for placed in grid.strips for cut in _cuts(placed.strip)]
    last = grid.height + LINE_GAP / 2
    best = _filled(cuts, last, room)
    low, high = (last - cuts[0]) / (len(best) - 1), room
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        found = _filled(cuts, last, middle)
        if len(found) == len(best) and tallest(found) <= middle:
            best, high = found, middle
        else:
            low = middle
    return best


def tallest(edges: Sequence[float]) -> float:
    """The height of the highest row of tiles."""
    return max(bottom - top for top, bottom in pairwise(edges))


def cut(grid: Grid, edges: Sequence[float], columns: int, size: Size, scale: float) -> Poster:
    """Cut a wall into tiles of so many columns, from one of the edges to the next.

    Args:
        grid: The wall.
        edges: Of the rows of tiles, from the top.
        columns: Of the grid, on one sheet.
        size: Of a sheet.
        scale: Points per mm.
    """
    width = columns * GRID_PITCH
    areas = _areas(grid, edges, width)
    tiles = [
        Tile(
            row,
            column,
            Rect(column * width - GUTTER, edges[row], width, edges[row + 1] - edges[row]),
        )
        for row, column in sorted(areas)
    ]
    # Columns of tiles that nothing reaches are no part of the poster.
    used = max(tile.column for tile in tiles) + 1
    sheet = size[0] * size[1] / scale**2
    shares = tuple(areas[tile.row, tile.column] / sheet for tile in tiles)
    return Poster(size, scale, grid, len(edges) - 1, used, tuple(tiles), shares)


def _filled(cuts: Sequence[float], last: float, room: float) -> list[float]:
    edges = [cuts[0]]
    for one, later in pairwise([*cuts[1:], last]):
        if later - edges[-1] > room:
            edges.append(one)
    return [*edges, last]


def _cuts(strip: Strip) -> list[float]:
    """Above a strip, and in it."""
    return [-LINE_GAP / 2, *gutters(strip)]


def _areas(grid: Grid, edges: Sequence[float], width: float) -> dict[tuple[int, int], float]:
    """How much of each tile bands cover, square mm; of those only that any band reaches."""
    areas: dict[tuple[int, int], float] = defaultdict(float)
    for strip, start in grid.strips:
        for rect in (title.rect for title in strip.titles):
            top, bottom = start + rect.y, start + rect.y + rect.height
            left, right = rect.x + GUTTER, rect.right + GUTTER
            for row in range(bisect_right(edges, top) - 1, len(edges) - 1):
                down = min(bottom, edges[row + 1]) - max(top, edges[row])
                if down <= 0.0:
                    break
                for column in range(int(left // width), int(right // width) + 1):
                    across = min(right, (column + 1) * width) - max(left, column * width)
                    if down * across > _SPECK:
                        areas[row, column] += down * across
    return areas


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
