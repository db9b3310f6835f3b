"""The shapes of a wall that is laid out, in millimetres, and what a point of it means to a drop.

A note is 100 x 76 mm, like the paper ones. `layout.py` makes these shapes.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from motwall.model.targets import GapTarget, Lane, StackTarget, Target, UnsortedTarget
from motwall.model.tracks import Track
from motwall.model.wrapping import BAND_PADDING, NOTE_WIDTH

NOTE_HEIGHT = 76.0
#: From one note of a stack to the next.
STACK_PITCH = 83.0
TITLE_HEIGHT = 18.0
#: The head of a band when the wall has no stages.
HEAD_HEIGHT = 7.0
NUMBER_HEIGHT = 15.0
LINE_GAP = 8.0
UNSORTED_HEAD = 18.0
#: The height of the unsorted area while it is empty.
UNSORTED_HEIGHT = 34.0
#: The strip with the title of a row or lane, above its cells: beside them it would cost every line
#: a column, and there would be no room for a title of two words.
TRACK_HEAD = 12.5
TRACK_GAP = 6.5
#: The strip for the rating curve of one row, below the bands of a line.
CURVE_HEIGHT = 52.0
#: The height of a row's or lane's cells on a line where all of them are empty: enough to hit.
EMPTY_CELL = 24.0
#: The part of a column, on each side, that means "between the columns".
GAP_SHARE = 0.3


class Rect(NamedTuple):
    """A rectangle in mm, from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.height


class Column(NamedTuple):
    """One step: `number` counts from 1, `rect` spans the notes' width and the band's height."""

    step_id: str
    title: str
    number: int
    stage_id: str | None
    rect: Rect


class Band(NamedTuple):
    """The part of a stage (or of a run without one) that lies on one line."""

    stage_id: str | None
    title: str
    is_continued: bool
    rect: Rect


class TrackBand(NamedTuple):
    """The part of a row or lane that lies on one line, which is `width` wide.

    Its title's strip reaches from `top` to `cells_top` (the same where a title is not needed), its
    cells from there to `bottom`.
    """

    track: Track
    top: float
    cells_top: float
    bottom: float
    width: float

    @property
    def head(self) -> Rect:
        """The strip of the title."""
        return Rect(0.0, self.top, self.width, self.cells_top - self.top)

    @property
    def cells(self) -> Rect:
        """All its cells and what lies between them."""
        return Rect(0.0, self.cells_top, self.width, self.bottom - self.cells_top)


class Line(NamedTuple):
    """One line of the wrapped timeline."""

    top: float
    bottom: float
    columns: tuple[Column, ...]
    tracks: tuple[TrackBand, ...]
    #: Where the rating curve is drawn, below the bands; None unless it is wanted.
    curve: Rect | None = None

    def track_at(self, y: float) -> TrackBand:
        """The row or lane at a height; the nearest one above or below them all."""
        found = self.tracks[0]
        for band in self.tracks[1:]:
            if band.top - TRACK_GAP / 2 <= y:
                found = band
        return found

    def track_of(self, row_id: str | None, lane: Lane | None) -> TrackBand:
        """The band of a row or a lane; the last one takes what has none of its own."""
        wanted = (
            band for band in self.tracks if (band.track.row_id, band.track.lane) == (row_id, lane)
        )
        return next(wanted, self.tracks[-1])


@dataclass(frozen=True, slots=True)
class WallLayout:
    """The rectangles of everything on the wall; the origin is the timeline's top left corner.

    Attributes:
        notes: Of each moment, by id.
        bands: Along the timeline.
        lines: From the top.
        unsorted: The unsorted area with its heading.
        ghost: The column that waits for the first note while the timeline is empty, else None.
        size: Width and height of all, without a margin.
        columns: By step id.
    """

    notes: dict[str, Rect]
    bands: tuple[Band, ...]
    lines: tuple[Line, ...]
    unsorted: Rect
    ghost: Rect | None
    size: tuple[float, float]
    columns: dict[str, Column] = field(default_factory=dict)

    def unsorted_origin(self) -> tuple[float, float]:
        """Where a moment with x = y = 0 lies."""
        return self.unsorted.x + BAND_PADDING, self.unsorted.y + UNSORTED_HEAD

    def line_of(self, column: Column) -> Line:
        """The line a column is on."""
        tops = [line.top for line in self.lines]
        return self.lines[bisect_right(tops, column.rect.y) - 1]

    def cell(self, target: StackTarget) -> Rect:
        """The cell that a stack target of this wall is in.

        Raises:
            KeyError: Its step is not on the wall.
        """
        column = self.columns[target.step_id]
        cells = self.line_of(column).track_of(target.row_id, target.lane).cells
        return Rect(column.rect.x, cells.y, NOTE_WIDTH, cells.height)

    def target_at(self, x: float, y: float, corner: tuple[float, float] | None = None) -> Target:
        """What a drop at this point means.

        Args:
            x: Of the pointer, mm.
            y: Of the pointer, mm.
            corner: Top left of the note being dropped, mm, when it is not the pointer itself.
        """
        if self.ghost is not None and y < self.ghost.bottom + LINE_GAP / 2:
            return GapTarget(0)
        if self.lines and y < self.lines[-1].bottom + LINE_GAP / 2:
            bottoms = [line.bottom + LINE_GAP / 2 for line in self.lines]
            return _target_on(self.lines[bisect_right(bottoms, y)], x, y)
        left, top = self.unsorted_origin()
        note_x, note_y = corner or (x, y)
        return UnsortedTarget(max(0.0, note_x - left), max(0.0, note_y - top))


def _target_on(line: Line, x: float, y: float) -> Target:
    columns = line.columns
    place = max(0, bisect_right([column.rect.x for column in columns], x) - 1)
    column = columns[place]
    band = line.track_at(y)
    row_id, lane = band.track.row_id, band.track.lane
    share = (x - column.rect.x) / column.rect.width
    if share < GAP_SHARE:
        return GapTarget(column.number - 1, column.stage_id, row_id, lane)
    if share > 1 - GAP_SHARE:
        is_outside = column is columns[-1] and x > column.rect.right + BAND_PADDING
        stage_id = None if is_outside else column.stage_id
        return GapTarget(column.number, stage_id, row_id, lane)
    # Above the middle of a note means before it, below the middle after it.
    index = max(0, round((y - band.cells_top) / STACK_PITCH))
    return StackTarget(column.step_id, index, row_id, lane)
