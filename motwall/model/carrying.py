"""Notes carried with the arrow keys: from every place a mouse can drop them at to the next one.

Left and right lead along the timeline, as one reads: the gap before a step, its stack, the gap
after it. Between two stages there is a gap for each of them. Up and down lead through the places in
a stack, from row to row, from line to line, and below the last one into the unsorted area.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TypeVar

from motwall.model.directions import Direction
from motwall.model.edits.placing import UNSORTED_PITCH
from motwall.model.order import in_wall_order
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.targets import GapTarget, Lane, StackTarget, Target, UnsortedTarget
from motwall.model.tracks import Track, cell_moments
from motwall.model.wall_layout import (
    HEAD_HEIGHT,
    NOTE_HEIGHT,
    STACK_PITCH,
    UNSORTED_HEAD,
    Column,
    Line,
    Rect,
    WallLayout,
)
from motwall.model.wrapping import BAND_PADDING, COLUMN_PITCH, NOTE_WIDTH

#: In the unsorted area a key press leads this far, mm: half of what a note takes.
STEP_X = COLUMN_PITCH / 2
STEP_Y = UNSORTED_PITCH / 2
OnTimeline = TypeVar("OnTimeline", StackTarget, GapTarget)
_SIDEWAYS = {Direction.LEFT: -1, Direction.RIGHT: 1}


@dataclass(frozen=True, slots=True)
class Route:
    """Where notes in the hand can go on a wall as it is laid out now.

    Attributes:
        store: The wall.
        layout: Where everything lies.
        moving: Ids of the notes in the hand.
    """

    store: Store
    layout: WallLayout
    moving: Collection[str]

    def start(self) -> Target:
        """Where the first of the notes is now."""
        moments = in_wall_order(self.store, self.moving)
        first = moments[0]
        if first.step_id is None:
            return UnsortedTarget(min(one.x for one in moments), min(one.y for one in moments))
        by_type = bool(self.layout.lines) and self.layout.lines[0].tracks[0].track.lane is not None
        lane = Lane(first.contact_type_id) if by_type else None
        cell = StackTarget(first.step_id, 0, None if lane else first.row_id, lane)
        ids = [one.id for one in cell_moments(self.store, cell)]
        return replace(cell, index=ids.index(first.id))

    def following(self, target: Target, direction: Direction) -> Target:
        """The next place in a direction; the same one where there is no other."""
        if isinstance(target, UnsortedTarget):
            return self._from_unsorted(target, direction)
        if direction in _SIDEWAYS:
            return self._along(target, _SIDEWAYS[direction])
        way = 1 if direction is Direction.DOWN else -1
        if isinstance(target, StackTarget):
            return self._through_stack(target, way)
        return self._through_gaps(target, way)

    def holds(self, target: Target) -> bool:
        """Whether the place is still there: another hand may have taken its step away."""
        if isinstance(target, StackTarget):
            return target.step_id in self.layout.columns
        return not isinstance(target, GapTarget) or target.index <= len(self.layout.columns)

    def rect(self, target: Target) -> Rect:
        """Where the first of the notes would lie, mm; in a gap between the notes beside it."""
        if isinstance(target, UnsortedTarget):
            left, top = self.layout.unsorted_origin()
            return Rect(left + target.x, top + target.y, NOTE_WIDTH, NOTE_HEIGHT)
        if isinstance(target, GapTarget):
            if not self.layout.lines:
                return Rect(BAND_PADDING, HEAD_HEIGHT, NOTE_WIDTH, NOTE_HEIGHT)
            line, x = self._spot(target)
            cells = line.track_of(target.row_id, target.lane).cells
            return Rect(x - NOTE_WIDTH / 2, cells.y, NOTE_WIDTH, NOTE_HEIGHT)
        cell = self.layout.cell(target)
        staying = self._staying(target)
        place = self._place(target)
        top = cell.y
        if place < len(staying):
            top = self.layout.notes[staying[place].id].y
        elif staying:
            top = self.layout.notes[staying[-1].id].y + STACK_PITCH
        return Rect(cell.x, top, NOTE_WIDTH, NOTE_HEIGHT)

    # --- along the timeline ---

    def _along(self, target: StackTarget | GapTarget, way: int) -> Target:
        columns = self._columns()
        if isinstance(target, StackTarget):
            index = self.layout.columns[target.step_id].number - (0 if way > 0 else 1)
            stages = self._stages_at(index)
            return self._gap(index, stages[0 if way > 0 else -1], target)
        stages = self._stages_at(target.index)
        here = stages.index(target.stage_id) if target.stage_id in stages else 0
        if 0 <= here + way < len(stages):
            return self._gap(target.index, stages[here + way], target)
        place = target.index if way > 0 else target.index - 1
        if not 0 <= place < len(columns):
            return target
        cell = StackTarget(columns[place].step_id, 0, target.row_id, target.lane)
        return self._at(cell, len(self._staying(cell)))

    @staticmethod
    def _gap(index: int, stage_id: str | None, track: StackTarget | GapTarget) -> GapTarget:
        return GapTarget(index, stage_id, track.row_id, track.lane)

    def _stages_at(self, index: int) -> list[str | None]:
        """The stages a new step in a gap can belong to, from left to right."""
        columns = self._columns()
        left = columns[index - 1] if index > 0 else None
        right = columns[index] if index < len(columns) else None
        stages: list[str | None] = []
        if left is not None:
            stages.append(left.stage_id)
            is_border = right is None or right.stage_id != left.stage_id
            if is_border and self.layout.line_of(left).columns[-1] is left:
                # Right of a line's last step one can drop beside its stage, too.
                stages.append(None)
        if right is not None:
            stages.append(right.stage_id)
        return list(dict.fromkeys(stages)) or [None]

    # --- up and down ---

    def _through_stack(self, target: StackTarget, way: int) -> Target:
        place = self._place(target) + way
        if 0 <= place <= len(self._staying(target)):
            return self._at(target, place)
        column = self.layout.columns[target.step_id]
        line = self.layout.line_of(column)
        track = self._track_beside(line, target, way)
        if track is not None:
            return self._entered(_on(target, track), way)
        return self._on_next_line(line, column.rect.x + NOTE_WIDTH / 2, way) or target

    def _through_gaps(self, target: GapTarget, way: int) -> Target:
        if not self.layout.lines:
            return UnsortedTarget(0.0, 0.0) if way > 0 else target
        line, x = self._spot(target)
        track = self._track_beside(line, target, way)
        if track is not None:
            return _on(target, track)
        place = self.layout.lines.index(line) + way
        if place < 0:
            return target
        if place == len(self.layout.lines):
            return self._unsorted_below(x)
        goal = self.layout.lines[place]
        track = goal.tracks[0 if way > 0 else -1].track
        first, last = goal.columns[0].number - 1, goal.columns[-1].number
        gaps = [
            _on(self._gap(index, stage_id, target), track)
            for index in range(first, last + 1)
            for stage_id in self._stages_at(index)
        ]
        # The gap before the first step of a line may be shown at the end of the line above.
        here = [one for one in gaps if self._spot(one)[0] is goal]
        return min(here, key=lambda one: abs(self._spot(one)[1] - x))

    def _on_next_line(self, line: Line, x: float, way: int) -> Target | None:
        place = self.layout.lines.index(line) + way
        if place < 0:
            return None
        if place == len(self.layout.lines):
            return self._unsorted_below(x)
        return self._entered_line(self.layout.lines[place], x, way)

    def _entered_line(self, line: Line, x: float, way: int) -> Target:
        column = min(line.columns, key=lambda one: abs(one.rect.x + NOTE_WIDTH / 2 - x))
        track = line.tracks[0 if way > 0 else -1].track
        return self._entered(StackTarget(column.step_id, 0, track.row_id, track.lane), way)

    def _entered(self, cell: StackTarget, way: int) -> StackTarget:
        """The first place of a cell from above, the last one from below."""
        return self._at(cell, 0 if way > 0 else len(self._staying(cell)))

    @staticmethod
    def _track_beside(line: Line, target: StackTarget | GapTarget, way: int) -> Track | None:
        place = line.tracks.index(line.track_of(target.row_id, target.lane)) + way
        return line.tracks[place].track if 0 <= place < len(line.tracks) else None

    # --- the unsorted area ---

    def _unsorted_below(self, x: float) -> UnsortedTarget:
        left = x - NOTE_WIDTH / 2 - self.layout.unsorted_origin()[0]
        return UnsortedTarget(max(0.0, round(left / STEP_X) * STEP_X), 0.0)

    def _from_unsorted(self, target: UnsortedTarget, direction: Direction) -> Target:
        dx, dy = direction.value
        if direction is Direction.UP and target.y <= 0.0:
            return self._back_up(target)
        area = self.layout.unsorted
        most_x = max(target.x, area.width - NOTE_WIDTH - 2 * BAND_PADDING)
        most_y = max(target.y, area.height - UNSORTED_HEAD)
        x = max(0.0, min(most_x, target.x + dx * STEP_X))
        return UnsortedTarget(x, max(0.0, min(most_y, target.y + dy * STEP_Y)))

    def _back_up(self, target: UnsortedTarget) -> Target:
        if not self.layout.lines:
            return GapTarget(0)
        x = self.layout.unsorted_origin()[0] + target.x + NOTE_WIDTH / 2
        return self._entered_line(self.layout.lines[-1], x, -1)

    # --- what lies where ---

    def _columns(self) -> list[Column]:
        return [column for line in self.layout.lines for column in line.columns]

    def _staying(self, cell: StackTarget) -> list[Moment]:
        there = cell_moments(self.store, cell)
        return [one for one in there if one.id not in self.moving]

    def _place(self, target: StackTarget) -> int:
        """How many of the notes that stay lie above; a target's index counts the others, too."""
        above = cell_moments(self.store, target)[: target.index]
        return sum(one.id not in self.moving for one in above)

    def _at(self, cell: StackTarget, place: int) -> StackTarget:
        """The target right below so many of the notes that stay."""
        ids = [one.id for one in cell_moments(self.store, cell)]
        staying = self._staying(cell)
        index = ids.index(staying[place - 1].id) + 1 if place else 0
        return replace(cell, index=index)

    def _spot(self, target: GapTarget) -> tuple[Line, float]:
        """The line a gap is on and the x of its middle, mm."""
        columns = self._columns()
        half = (COLUMN_PITCH - NOTE_WIDTH) / 2
        left = columns[target.index - 1] if target.index > 0 else None
        right = columns[target.index] if target.index < len(columns) else None
        if right and (left is None or right.stage_id == target.stage_id != left.stage_id):
            return self.layout.line_of(right), right.rect.x - half
        beside = left or columns[-1]
        return self.layout.line_of(beside), beside.rect.right + half


def _on(target: OnTimeline, track: Track) -> OnTimeline:
    return replace(target, row_id=track.row_id, lane=track.lane)
