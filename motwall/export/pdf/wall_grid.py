"""The wall on a grid, so that every gutter between columns runs through all lines of a poster.

All measures are millimetres of the wall. A column of the grid is as wide as a band with one note
and the gap beside it; a line holds a number of columns that is given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from motwall.export.pdf.wall_fit import PlacedStrip, unsorted_strip
from motwall.export.pdf.wall_strips import LineCutter, Strip
from motwall.model.layout import (
    HEAD_HEIGHT,
    LINE_GAP,
    NOTE_HEIGHT,
    TITLE_HEIGHT,
    Arrangement,
    Band,
    Column,
    Line,
    Rect,
    TrackBand,
)
from motwall.model.order import Run, runs, unsorted_moments
from motwall.model.store import Store
from motwall.model.tracks import Track, tracks_of
from motwall.model.wall_layout import TRACK_GAP, TRACK_HEAD
from motwall.model.wrapping import BAND_GAP, BAND_PADDING, NOTE_WIDTH

#: From one column of the grid to the next.
GRID_PITCH = NOTE_WIDTH + 2 * BAND_PADDING + BAND_GAP
#: A cut between columns is in the middle of the gap between bands.
GUTTER = BAND_GAP / 2
#: A cut below a note is this close to it: a disc reaches up from the note below.
_BELOW_NOTE = 0.8
#: Lower than any wall.
_ENDLESS = 1e9


class Grid(NamedTuple):
    """The strips of a wall on a grid with so many columns."""

    columns: int
    strips: tuple[PlacedStrip, ...]

    @property
    def height(self) -> float:
        """Of all strips."""
        last = self.strips[-1]
        return last.y + last.strip.height


@dataclass(frozen=True, slots=True)
class _Part:
    """The steps of one run that share a line, from a column of the grid on."""

    run: Run
    first: int
    last: int
    column: int


def grid_of(store: Store, columns: int) -> Grid:
    """Lay the wall out in lines of so many columns; it has a step or a moment."""
    strips = list(_timeline(store, columns))
    loose = unsorted_moments(store)
    if loose:
        width = min(columns, len(loose)) * GRID_PITCH - BAND_GAP
        strips.append(unsorted_strip(loose, columns, width, pitch=GRID_PITCH))
    placed: list[PlacedStrip] = []
    top = 0.0
    for strip in strips:
        placed.append(PlacedStrip(strip, top))
        top += strip.height + LINE_GAP
    return Grid(columns, tuple(placed))


def gutters(strip: Strip) -> list[float]:
    """Where a strip may be cut from side to side: below notes and above rows, from the top."""
    bottoms = {note.y + NOTE_HEIGHT for note in strip.notes}
    heads = [row.rect.y for row in strip.rows[1:]]
    lowest = max([*(note.y for note in strip.notes), *heads], default=0.0)
    cuts = {bottom + _BELOW_NOTE for bottom in bottoms if bottom < lowest}
    # Between rows without notes, too; where there are notes the two are the same cut.
    cuts |= {head - TRACK_GAP + _BELOW_NOTE for head in heads}
    return sorted({round(cut, 3) for cut in cuts})


def _timeline(store: Store, columns: int) -> Iterator[Strip]:
    grouped = runs(store)
    head = TITLE_HEIGHT if any(run.stage is not None for run in grouped) else HEAD_HEIGHT
    tracks = tracks_of(store, Arrangement.ROWS)
    bands: list[Band] = []
    lines: list[Line] = []
    number = 1
    for parts in _broken(grouped, columns):
        # Strips are placed later: here each line only needs a top of its own.
        line, own = _line(parts, tracks, float(len(lines)), head, number)
        number += len(line.columns)
        lines.append(line)
        bands += own
    cutter = LineCutter(store, bands, _ENDLESS)
    for line in lines:
        yield from cutter.strips(line)


def _broken(grouped: Sequence[Run], columns: int) -> list[list[_Part]]:
    """Lines of parts; a run that fits a line of its own is not broken."""
    lines: list[list[_Part]] = [[]]
    used = 0
    for run in grouped:
        first, count = 0, len(run.steps)
        if used and used + count > columns and count <= columns:
            lines.append([])
            used = 0
        while first < count:
            if used == columns:
                lines.append([])
                used = 0
            last = min(count, first + columns - used)
            lines[-1].append(_Part(run, first, last, used))
            used += last - first
            first = last
    return [line for line in lines if line]


def _line(
    parts: Sequence[_Part], tracks: Sequence[Track], top: float, head: float, number: int
) -> tuple[Line, list[Band]]:
    bands: list[Band] = []
    columns: list[Column] = []
    for part in parts:
        stage = part.run.stage
        left = part.column * GRID_PITCH
        width = (part.last - part.first) * GRID_PITCH - BAND_GAP
        title = stage.title if stage else ""
        rect = Rect(left, top, width, 0.0)
        bands.append(Band(stage.id if stage else None, title, part.first > 0, rect))
        for place, step in enumerate(part.run.steps[part.first : part.last]):
            x = left + place * GRID_PITCH + BAND_PADDING
            area = Rect(x, top + head, NOTE_WIDTH, 0.0)
            columns.append(Column(step.id, step.title, number + len(columns), step.stage_id, area))
    width = bands[-1].rect.right
    titled = TRACK_HEAD if tracks[0].title else 0.0
    placed = tuple(TrackBand(track, 0.0, titled, 0.0, width) for track in tracks)
    return Line(top, top, tuple(columns), placed), bands
