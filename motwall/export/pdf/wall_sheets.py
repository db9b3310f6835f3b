"""Chooses the sheets of a poster: how large it is, which way round they lie, how many there are.

Paper is not to be wasted: of all ways to cut the wall in which words can be read, the one that
leaves the least of its sheets white.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from math import ceil, log, sqrt

from motwall.export.pdf.wall_draw import NoteMaker
from motwall.export.pdf.wall_grid import GRID_PITCH, Grid, grid_of
from motwall.export.pdf.wall_poster import Poster, Size, cut, even_cuts, level_cuts, tallest
from motwall.model.layout import STACK_PITCH
from motwall.model.order import steps_in_order, unsorted_moments
from motwall.model.records import Moment
from motwall.model.store import Store

#: Below this even roomy notes carry no sentence; points per mm.
_LEAST_SCALE = 0.7
#: The highest piece that is never cut: titles, one note, numbers and the gap below.
_TALLEST_PIECE = 140.0
#: Of notes as wide as the paper ones, 76 mm.
_LARGEST_SCALE = 2.16
_FINER = 1.02
_MOST_ACROSS = 20
#: Tried for a poster that may be as wide as it likes: parts of the width that would hang well; and
#: so many rows more than there must be.
_WIDTHS, _MORE_ROWS = (0.5, 0.7, 1.0, 1.4, 2.0), 3
#: The shape of a poster that hangs well, and what that is worth, in sheets, with one sheet more.
_SHAPE, _SHAPE_WORTH = 1.6, 0.06
#: A sheet with less on it than this share is a pity, and worse than this many white ones.
_SPARSE, _SPARSE_WORTH = 0.25, 0.5
#: So many times as many sheets as are needed are worth it if they are used better.
_MORE_SHEETS = 1.34
#: A poster as large as it goes may be this much smaller if it uses its sheets better.
_SMALLER = 0.85


def poster_of(
    store: Store, maker: NoteMaker, sizes: Sequence[Size], least: float, across: int
) -> Poster:
    """Cut the wall into tiles.

    Args:
        store: A wall with a moment.
        maker: Of its notes.
        sizes: Of a sheet, upright or sideways.
        least: How large words of ordinary texts are at least, points.
        across: How many sheets wide it is, and then as large as it goes on as many rows of them; 0
            for as few sheets as it takes, or a few more that are used better.
    """
    tries = _Tries(store, maker, least)
    wide = min(across, _MOST_ACROSS)
    found = [poster for size in sizes for poster in tries.posters(size, wide)]
    in_order = _largest_first(found, wide) if wide else _thriftiest_first(found)
    moments = store.all(Moment)
    # Larger notes are broken into other lines: now and then that is worse than smaller ones.
    readable = (one for one in in_order if maker.are_readable(moments, one.scale, least))
    return next(readable, in_order[0])


class _Tries:
    """Ways to cut one wall."""

    def __init__(self, store: Store, maker: NoteMaker, least: float) -> None:
        self._grid = cache(lambda columns: grid_of(store, columns))
        self._most = max(1, len(steps_in_order(store)), len(unsorted_moments(store)))
        self._area = store.count(Moment) * GRID_PITCH * STACK_PITCH
        moments = store.all(Moment)
        self._is_readable = cache(lambda scale: maker.are_readable(moments, scale, least))
        self._smallest = self._least_scale()

    def posters(self, size: Size, across: int) -> Iterator[Poster]:
        """Those on sheets of a size; `across` sheets wide, 0 for any."""
        top = min(_LARGEST_SCALE, size[1] / _TALLEST_PIECE)
        fewest = ceil(size[0] / (GRID_PITCH * top))
        most = max(fewest, int(size[0] / (GRID_PITCH * _LEAST_SCALE)))
        for columns in range(fewest, most + 1):
            largest = min(top, size[0] / (columns * GRID_PITCH))
            is_too_small = largest < self._smallest and not self._is_readable(largest)
            if is_too_small and columns > fewest:
                continue
            reach = ceil(self._most / columns)
            widths = {min(across, reach)} if across else self._widths(size, largest, reach)
            for wide in sorted(widths):
                grid: Grid = self._grid(wide * columns)
                yield from _cut(grid, columns, size, (min(self._smallest, largest), largest))

    def _widths(self, size: Size, scale: float, reach: int) -> set[int]:
        """How many sheets across are worth trying; no more than there are notes to fill them."""
        sheets = self._area * scale**2 / (size[0] * size[1])
        good = sqrt(sheets * _SHAPE * size[1] / size[0])
        return {max(1, min(round(good * part), reach, _MOST_ACROSS)) for part in _WIDTHS}

    def _least_scale(self) -> float:
        """The smallest at which ordinary texts can be read from a step away."""
        count = int(log(_LARGEST_SCALE / _LEAST_SCALE, _FINER)) + 1
        scales = [min(_LARGEST_SCALE, _LEAST_SCALE * _FINER**step) for step in range(count + 1)]
        return scales[bisect_left(scales, True, hi=count, key=self._is_readable)]


def _cut(grid: Grid, columns: int, size: Size, scales: tuple[float, float]) -> Iterator[Poster]:
    """Those of a grid with so many columns on a sheet, on as many rows of sheets as make sense."""
    smallest, largest = scales
    first = len(level_cuts(grid, size[1] / smallest))
    last = len(level_cuts(grid, size[1] / largest))
    seen: set[int] = set()
    for count in range(_MORE_ROWS + 1):
        share = count / _MORE_ROWS
        edges = even_cuts(grid, size[1] / (smallest + (largest - smallest) * share))
        if len(edges) in seen or not first <= len(edges) <= last:
            continue
        seen.add(len(edges))
        yield cut(grid, edges, columns, size, min(largest, size[1] / tallest(edges)))


def _thriftiest_first(found: Sequence[Poster]) -> list[Poster]:
    """By what they leave white, of those that take few sheets."""
    fewest = min(len(one.tiles) for one in found)
    few = [one for one in found if len(one.tiles) <= max(fewest + 1, fewest * _MORE_SHEETS)]
    return sorted(few, key=_cost)


def _largest_first(found: Sequence[Poster], across: int) -> list[Poster]:
    """The largest that are so wide and no higher, and of those much alike the thriftiest first."""
    wide = [one for one in found if one.columns == across] or list(found)
    least = min(one.rows for one in wide)
    low = [one for one in wide if one.rows <= max(across, least)]
    largest = max(one.scale for one in low)
    return sorted(
        low, key=lambda one: (one.scale < largest * _SMALLER, _cost(one) / len(one.tiles))
    )


def _cost(poster: Poster) -> float:
    """How many sheets it leaves white, about."""
    count = len(poster.tiles)
    sparse = sum(share < _SPARSE for share in poster.shares) if count > 1 else 0
    wide = poster.columns * max(tile.part.width for tile in poster.tiles)
    shape = abs(log(wide / poster.grid.height / _SHAPE)) * _SHAPE_WORTH * (count + 1)
    return count - sum(poster.shares) + sparse * _SPARSE_WORTH + shape
