"""Where everything on the wall lies, in millimetres: geometry that scene, pictures and PDFs share.

The timeline is a row of columns (one a step) in bands (one a stage), wrapped into lines like text;
below it lies the unsorted area. A note is 100 x 76 mm, like the paper ones.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from motwall.model.order import runs, stack, steps_in_order
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.targets import GapTarget, StackTarget, Target, UnsortedTarget
from motwall.model.wrapping import (
    BAND_GAP,
    BAND_PADDING,
    COLUMN_PITCH,
    NOTE_WIDTH,
    Part,
    break_into_lines,
    line_width,
)

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


class Line(NamedTuple):
    """One line of the wrapped timeline."""

    top: float
    bottom: float
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """How to lay the wall out.

    Attributes:
        width: The longest a line may be, mm; None for one long strip.
        unsorted_width: The least width of the unsorted area, mm.
        blank_height: The height of the unsorted area while nothing is on the timeline, mm.
    """

    width: float | None = 760.0
    unsorted_width: float = 440.0
    blank_height: float = 300.0


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
            return self._target_on(self.lines[bisect_right(bottoms, y)], x, y)
        left, top = self.unsorted_origin()
        note_x, note_y = corner or (x, y)
        return UnsortedTarget(max(0.0, note_x - left), max(0.0, note_y - top))

    def _target_on(self, line: Line, x: float, y: float) -> Target:
        columns = line.columns
        place = max(0, bisect_right([column.rect.x for column in columns], x) - 1)
        column = columns[place]
        share = (x - column.rect.x) / column.rect.width
        if share < GAP_SHARE:
            return GapTarget(column.number - 1, column.stage_id)
        if share > 1 - GAP_SHARE:
            is_outside = column is columns[-1] and x > column.rect.right + BAND_PADDING
            return GapTarget(column.number, None if is_outside else column.stage_id)
        return StackTarget(column.step_id, self._index_in(column, y))

    @staticmethod
    def _index_in(column: Column, y: float) -> int:
        # Above the middle of a note means before it, below the middle after it.
        return max(0, round((y - column.rect.y) / STACK_PITCH))


def lay_out(store: Store, options: LayoutOptions) -> WallLayout:
    """Lay the whole wall out."""
    grouped = runs(store)
    has_titles = any(run.stage is not None for run in grouped)
    head = TITLE_HEIGHT if has_titles else HEAD_HEIGHT
    notes: dict[str, Rect] = {}
    bands: list[Band] = []
    lines: list[Line] = []
    top = 0.0
    number = 1
    for parts in break_into_lines(grouped, options.width):
        stacks = {step.id: stack(store, step.id) for part in parts for step in part.steps}
        deepest = max(len(moments) for moments in stacks.values())
        height = line_height(deepest, head)
        left = 0.0
        columns: list[Column] = []
        for part in parts:
            stage = part.run.stage
            title = stage.title if stage else ""
            rect = Rect(left, top, part.width, height)
            bands.append(Band(stage.id if stage else None, title, part.first > 0, rect))
            for place, step in enumerate(part.steps):
                x = left + BAND_PADDING + place * COLUMN_PITCH
                area = Rect(x, top + head, NOTE_WIDTH, height - head - NUMBER_HEIGHT)
                columns.append(Column(step.id, step.title, number, step.stage_id, area))
                _pile(notes, stacks[step.id], area)
                number += 1
            left += part.width + BAND_GAP
        lines.append(Line(top, top + height, tuple(columns)))
        top += height + LINE_GAP
    return _with_unsorted(store, options, notes, bands, lines)


def line_height(deepest: int, head: float) -> float:
    """The height of a line whose deepest stack has so many notes, mm."""
    return head + max(1, deepest) * STACK_PITCH - (STACK_PITCH - NOTE_HEIGHT) + NUMBER_HEIGHT + 4.0


def best_width(store: Store, width: float, height: float, unit: float) -> float:
    """The line length at which the whole wall is shown largest.

    Args:
        store: The wall.
        width: Of the view, in any unit.
        height: Of the view, in the same unit.
        unit: The largest scale worth showing, in that unit per mm. Lines are at least as long as
            the view at that scale, so that a small wall does not change while it grows.

    Returns:
        The line length in mm.
    """
    shortest = width / unit
    grouped = runs(store)
    steps = steps_in_order(store)
    depths = {step.id: len(store.referring(Moment, "step_id", step.id)) for step in steps}
    fewest = max(1, int(shortest // COLUMN_PITCH))
    # Two dozen tries are enough to find a good length; each costs a walk over all steps.
    stride = max(1, (len(steps) - fewest) // 24)
    lengths = [number * COLUMN_PITCH + 60.0 for number in range(fewest, len(steps) + 1, stride)]
    foot = _unsorted_height(store.referring(Moment, "step_id", None)) + LINE_GAP

    def scale(length: float) -> float:
        lines = break_into_lines(grouped, length)
        tall = sum(line_height(_deepest(line, depths), TITLE_HEIGHT) + LINE_GAP for line in lines)
        wide = max(map(line_width, lines), default=NOTE_WIDTH)
        return min(unit, width / wide, height / (tall + foot))

    choices = [shortest, *(length for length in lengths if length > shortest)]
    return max(choices, key=lambda length: (round(scale(length), 4), -length))


def _deepest(line: list[Part], depths: dict[str, int]) -> int:
    return max(depths[step.id] for part in line for step in part.steps)


def _pile(notes: dict[str, Rect], moments: list[Moment], area: Rect) -> None:
    for place, moment in enumerate(moments):
        notes[moment.id] = Rect(area.x, area.y + place * STACK_PITCH, NOTE_WIDTH, NOTE_HEIGHT)


def _unsorted_height(moments: list[Moment]) -> float:
    lowest = max((moment.y + NOTE_HEIGHT for moment in moments), default=0.0)
    return max(UNSORTED_HEIGHT, UNSORTED_HEAD + lowest + BAND_PADDING)


def _with_unsorted(
    store: Store,
    options: LayoutOptions,
    notes: dict[str, Rect],
    bands: list[Band],
    lines: list[Line],
) -> WallLayout:
    moments = store.referring(Moment, "step_id", None)
    rightmost = max((moment.x + NOTE_WIDTH for moment in moments), default=0.0) + 2 * BAND_PADDING
    timeline_width = max((band.rect.right for band in bands), default=0.0)
    width = max(options.unsorted_width, timeline_width, rightmost)
    height = _unsorted_height(moments)
    ghost = None
    top = lines[-1].bottom + LINE_GAP if lines else 0.0
    if not lines:
        ghost = Rect(0.0, 0.0, NOTE_WIDTH + 2 * BAND_PADDING, line_height(1, HEAD_HEIGHT))
        top = ghost.bottom + LINE_GAP
        height = max(height, options.blank_height - top)
    area = Rect(0.0, top, width, height)
    for moment in moments:
        x, y = area.x + BAND_PADDING + moment.x, area.y + UNSORTED_HEAD + moment.y
        notes[moment.id] = Rect(x, y, NOTE_WIDTH, NOTE_HEIGHT)
    columns = {column.step_id: column for line in lines for column in line.columns}
    return WallLayout(notes, tuple(bands), tuple(lines), area, ghost, (width, area.bottom), columns)
