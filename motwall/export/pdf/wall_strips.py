"""A line of the timeline as strips that fit on a page each.

A line that is taller than a page is cut between its rows, and within a row between the notes of its
stacks. All measures are millimetres of the wall.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from motwall.model.layout import (
    NUMBER_HEIGHT,
    STACK_PITCH,
    Arrangement,
    Band,
    Line,
    Rect,
    line_height,
    track_height,
)
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.tracks import cells_of, tracks_of
from motwall.model.wall_layout import TRACK_GAP
from motwall.model.wrapping import NOTE_WIDTH


class Note(NamedTuple):
    """A moment and the top left corner of its note."""

    moment: Moment
    x: float
    y: float


class Title(NamedTuple):
    """A stage's band, or the area of the unsorted notes."""

    words: str
    is_continued: bool
    rect: Rect


class Number(NamedTuple):
    """A step's number and title below its column, whose middle is x."""

    number: int
    words: str
    x: float
    y: float


class RowTitle(NamedTuple):
    """A row's title above its cells; below another row it has a rule above it."""

    words: str
    detail: str
    is_continued: bool
    has_rule: bool
    rect: Rect


@dataclass(frozen=True, slots=True)
class Strip:
    """What stays together on a page: a line of the timeline or a part of it, or unsorted notes."""

    height: float
    titles: tuple[Title, ...]
    notes: tuple[Note, ...]
    numbers: tuple[Number, ...] = ()
    rows: tuple[RowTitle, ...] = ()
    is_unsorted: bool = False


class _Piece(NamedTuple):
    """The notes `first` to `last` of every stack of one row, counted from the top."""

    row: int
    first: int
    last: int

    @property
    def depth(self) -> int:
        """How many notes high it is."""
        return self.last - self.first


class LineCutter:
    """Makes strips of the lines of one layout in rows."""

    def __init__(self, store: Store, bands: Sequence[Band], room: float) -> None:
        """Make strips no higher than `room`, mm, if a note fits into it."""
        self._bands = bands
        self._room = room
        self._cells = cells_of(store, tracks_of(store, Arrangement.ROWS))

    def strips(self, line: Line) -> Iterator[Strip]:
        """The strips of a line, from the top."""
        is_titled = line.tracks[0].head.height > 0
        head = line.columns[0].rect.y - line.top
        # A line without any note, less the cells of its only row: what is left for rows.
        frame = line_height([1], head) - track_height(1, is_titled=False)
        depths = [self._depth(line, row) for row in range(len(line.tracks))]
        for pieces in _cut(depths, self._room - frame, is_titled=is_titled):
            yield self._strip(line, pieces, head, is_titled=is_titled)

    def _depth(self, line: Line, row: int) -> int:
        return max(len(self._stack(column.step_id, row)) for column in line.columns)

    def _stack(self, step_id: str, row: int) -> list[Moment]:
        return self._cells.get(step_id, {}).get(row, [])

    def _strip(
        self, line: Line, pieces: Sequence[_Piece], head: float, *, is_titled: bool
    ) -> Strip:
        height = line_height([piece.depth for piece in pieces], head, is_titled=is_titled)
        is_rest = pieces[0].row > 0 or pieces[0].first > 0
        rows: list[RowTitle] = []
        notes: list[Note] = []
        top = head
        for piece in pieces:
            band = line.tracks[piece.row]
            if is_titled:
                place = band.head._replace(y=top)
                track, is_later = band.track, piece.first > 0
                rows.append(RowTitle(track.title, track.detail, is_later, top > head, place))
            cells = top + band.head.height
            for column in line.columns:
                shown = self._stack(column.step_id, piece.row)[piece.first : piece.last]
                notes += [
                    Note(moment, column.rect.x, cells + place * STACK_PITCH)
                    for place, moment in enumerate(shown)
                ]
            top += track_height(piece.depth, is_titled=is_titled) + TRACK_GAP
        return Strip(
            height=height,
            titles=tuple(
                Title(
                    band.title, band.is_continued or is_rest, band.rect._replace(y=0, height=height)
                )
                for band in self._bands
                if band.rect.y == line.top
            ),
            notes=tuple(notes),
            numbers=tuple(
                Number(
                    column.number, column.title, column.rect.x + NOTE_WIDTH / 2,
                    height - NUMBER_HEIGHT,
                )
                for column in line.columns
            ),
            rows=tuple(rows),
        )  # fmt: skip


def _cut(depths: Sequence[int], room: float, *, is_titled: bool) -> list[list[_Piece]]:
    """Spread rows over strips with so much room for rows each; every strip has a piece."""
    strips: list[list[_Piece]] = [[]]
    left = room
    for row, depth in enumerate(depths):
        first = 0
        while True:
            rest = depth - first
            height = track_height(rest, is_titled=is_titled)
            if height <= left:
                strips[-1].append(_Piece(row, first, depth))
                left -= height + TRACK_GAP
                break
            if strips[-1] and (height <= room or _fitting(left, is_titled=is_titled) < 1):
                strips.append([])
                left = room
                continue
            last = min(depth, first + max(1, _fitting(left, is_titled=is_titled)))
            strips[-1].append(_Piece(row, first, last))
            first, left = last, 0.0
            if first >= depth:
                break
    return strips


def _fitting(left: float, *, is_titled: bool) -> int:
    """How many notes of a stack fit into a height."""
    return int((left - track_height(1, is_titled=is_titled)) // STACK_PITCH) + 1
