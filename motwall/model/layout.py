"""Where everything on the wall lies, in millimetres: geometry that scene, pictures and PDFs share.

The timeline is a row of columns (one a step) in bands (one a stage), wrapped into lines like text;
on each line the rows of the wall, or the lanes of its contact types, lie below each other with
their cells aligned. Below the timeline lies the unsorted area. The shapes are in `wall_layout.py`
and can be had from here as well.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from motwall.model.order import Run, runs
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment, Row, Stage, Step, Wall
from motwall.model.store import Store
from motwall.model.tracks import Arrangement, Cells, Track, cells_of, tracks_of
from motwall.model.wall_layout import (
    CURVE_HEIGHT,
    EMPTY_CELL,
    HEAD_HEIGHT,
    LINE_GAP,
    NOTE_HEIGHT,
    NUMBER_HEIGHT,
    STACK_PITCH,
    TITLE_HEIGHT,
    TRACK_GAP,
    TRACK_HEAD,
    UNSORTED_HEAD,
    UNSORTED_HEIGHT,
    Band,
    Column,
    Line,
    Rect,
    TrackBand,
    WallLayout,
)
from motwall.model.wrapping import (
    BAND_GAP,
    BAND_PADDING,
    COLUMN_PITCH,
    NOTE_WIDTH,
    Part,
    break_into_lines,
    line_width,
)

__all__ = [
    "HEAD_HEIGHT",
    "LINE_GAP",
    "NOTE_HEIGHT",
    "NUMBER_HEIGHT",
    "STACK_PITCH",
    "TITLE_HEIGHT",
    "UNSORTED_HEAD",
    "UNSORTED_HEIGHT",
    "Arrangement",
    "Band",
    "Column",
    "LayoutOptions",
    "Line",
    "Rect",
    "TrackBand",
    "WallLayout",
    "best_width",
    "changes_layout",
    "lay_out",
    "line_height",
    "moves_notes",
    "track_height",
]

#: Below the numbers of the steps.
_FOOT = 4.0
_NO_CELLS: Mapping[int, list[Moment]] = MappingProxyType({})

#: How much longer the next line is when the best length is looked for.
_GROWTH = 1.12
#: So many lengths to either side of the likely best are tried.
_NEAR = 4


class LayoutOptions(NamedTuple):
    """How to lay the wall out.

    Attributes:
        width: The longest a line may be, mm; None for one long strip.
        unsorted_width: The least width of the unsorted area, mm.
        blank_height: The height of the unsorted area while nothing is on the timeline, mm.
        least_height: The least height of all; the unsorted area takes what is left of it, mm.
        arrangement: What lies below each other on a line.
        shows_curve: With room for the rating curves below each line.
        fills_lines: A stage is broken where a line ends, rather than beginning a new one.
    """

    width: float | None = 760.0
    unsorted_width: float = 440.0
    blank_height: float = 300.0
    least_height: float = 0.0
    arrangement: Arrangement = Arrangement.ROWS
    shows_curve: bool = False
    fills_lines: bool = False


def lay_out(store: Store, options: LayoutOptions) -> WallLayout:
    """Lay the whole wall out."""
    grouped = runs(store)
    has_titles = any(run.stage is not None for run in grouped)
    head = TITLE_HEIGHT if has_titles else HEAD_HEIGHT
    tracks = tracks_of(store, options.arrangement)
    cells = cells_of(store, tracks)
    heights = _heights(grouped, cells, tracks)
    strip = curve_height(store) if options.shows_curve else 0.0
    notes: dict[str, Rect] = {}
    bands: list[Band] = []
    lines: list[Line] = []
    top = 0.0
    number = 1
    for parts in break_into_lines(grouped, options.width, fills_lines=options.fills_lines):
        tallest = _tallest(heights, number - 1, parts)
        height = _line_height(tallest, head)
        placed = _track_bands(tracks, tallest, top + head, line_width(parts))
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
                for track, moments in cells.get(step.id, _NO_CELLS).items():
                    _pile(notes, moments, x, placed[track].cells_top)
                number += 1
            left += part.width + BAND_GAP
        curve = Rect(0.0, top + height, line_width(parts), strip) if strip else None
        lines.append(Line(top, top + height + strip, tuple(columns), placed, curve))
        top = lines[-1].bottom + LINE_GAP
    return _with_unsorted(store, options, notes, bands, lines)


def line_height(depths: Sequence[int], head: float, *, is_titled: bool = False) -> float:
    """The height of a line, mm.

    Args:
        depths: How many notes the deepest stack of each row or lane has.
        head: The height of the stages' titles.
        is_titled: The rows or lanes have titles; without, there is one.
    """
    return _line_height([track_height(depth, is_titled=is_titled) for depth in depths], head)


def _line_height(heights: Sequence[float], head: float) -> float:
    """The height of a line whose rows or lanes have these heights, mm."""
    return head + sum(heights) + TRACK_GAP * (len(heights) - 1) + NUMBER_HEIGHT + _FOOT


def curve_height(store: Store) -> float:
    """The room for the rating curves below a line, one for each row, mm."""
    return CURVE_HEIGHT * len(tracks_of(store, Arrangement.ROWS))


def moves_notes(patch: Patch, arrangement: Arrangement) -> bool:
    """Whether notes lie elsewhere, or in another order, after a patch."""
    if patch.touches(Moment, "step_id", "row_id", "rank", "x", "y") or patch.touches(Step):
        return True
    is_retyped = patch.touches(ContactType) or patch.touches(Moment, "contact_type_id")
    return patch.touches(Row) or (arrangement is Arrangement.LANES and is_retyped)


def changes_layout(patch: Patch, arrangement: Arrangement) -> bool:
    """Whether a wall has to be laid out again after a patch: notes moved, or titles changed."""
    is_renamed = patch.touches(Stage) or patch.touches(Wall, "row_title", "customer")
    return is_renamed or moves_notes(patch, arrangement)


def best_width(
    store: Store,
    width: float,
    height: float,
    unit: float,
    arrangement: Arrangement = Arrangement.ROWS,
    *,
    shows_curve: bool = False,
) -> float:
    """The line length at which the whole wall is shown largest.

    Args:
        store: The wall.
        width: Of the view, in any unit.
        height: Of the view, in the same unit.
        unit: The largest scale worth showing, in that unit per mm. Lines are at least as long as
            the view at that scale, so that a small wall does not change while it grows.
        arrangement: What lies below each other on a line.
        shows_curve: With room for the rating curves below each line.

    Returns:
        The line length in mm.
    """
    shortest = width / unit
    grouped = runs(store)
    count = sum(len(run.steps) for run in grouped)
    tracks = tracks_of(store, arrangement)
    heights = _heights(grouped, cells_of(store, tracks), tracks)
    fewest = max(1, int(shortest // COLUMN_PITCH))
    foot = _unsorted_height(store.referring(Moment, "step_id", None)) + LINE_GAP
    gap = LINE_GAP + (curve_height(store) if shows_curve else 0.0)

    def shares(length: float) -> tuple[float, float]:
        """How large the wall can be shown for its width, and for its height."""
        tall, wide, first = foot, NOTE_WIDTH, 0
        for line in break_into_lines(grouped, length):
            tall += _line_height(_tallest(heights, first, line), TITLE_HEIGHT) + gap
            wide = max(wide, line_width(line))
            first += _count(line)
        return min(unit, width / wide), height / tall

    lengths = (columns * COLUMN_PITCH + 60.0 for columns in _growing(fewest, count))
    return _best(shares, [shortest, *(length for length in lengths if length > shortest)])


def _best(shares: Callable[[float], tuple[float, float]], lengths: Sequence[float]) -> float:
    """The shortest of the lengths with the largest scale, which is the smaller of its two shares.

    Longer lines make the wall wider and lower, so the best is near where the shares meet. Not just
    there: where a stage no longer fits a line, the wall gets higher for once.
    """
    known = cache(shares)
    meet = bisect_left(lengths, True, key=lambda one: known(one)[1] >= known(one)[0])
    near = lengths[max(0, meet - _NEAR) : meet + _NEAR + 1]
    return max(near, key=lambda one: (round(min(known(one)), 4), -one))


def _growing(fewest: int, most: int) -> Iterator[int]:
    """Whole numbers from few to many, each about a tenth larger: every try walks over all steps."""
    number = fewest
    while number <= most:
        yield number
        number = max(number + 1, int(number * _GROWTH))


def _heights(grouped: Sequence[Run], cells: Cells, tracks: Sequence[Track]) -> list[list[float]]:
    """For each track the height that each step asks for, in the order of time."""
    is_titled = bool(tracks[0].title)
    steps = [step for run in grouped for step in run.steps]
    empty = track_height(0, is_titled=is_titled)
    heights = [[empty] * len(steps) for _ in tracks]
    for place, step in enumerate(steps):
        for track, moments in cells.get(step.id, _NO_CELLS).items():
            heights[track][place] = track_height(len(moments), is_titled=is_titled)
    return heights


def _tallest(heights: Sequence[Sequence[float]], first: int, line: Sequence[Part]) -> list[float]:
    """The height of each track on a line that begins with the step at `first`."""
    last = first + _count(line)
    return [max(track[first:last]) for track in heights]


def _count(line: Sequence[Part]) -> int:
    return sum(part.last - part.first for part in line)


def track_height(depth: int, *, is_titled: bool) -> float:
    """The height of a row or lane on a line where its deepest stack has so many notes, mm."""
    if is_titled and not depth:
        return TRACK_HEAD + EMPTY_CELL
    notes = max(1, depth) * STACK_PITCH - (STACK_PITCH - NOTE_HEIGHT)
    return TRACK_HEAD + notes if is_titled else notes


def _track_bands(
    tracks: Sequence[Track], heights: Sequence[float], top: float, width: float
) -> tuple[TrackBand, ...]:
    """The bands of a line, of these heights, from the top on."""
    head = TRACK_HEAD if tracks[0].title else 0.0
    bands = []
    for track, height in zip(tracks, heights, strict=True):
        bands.append(TrackBand(track, top, top + head, top + height, width))
        top += height + TRACK_GAP
    return tuple(bands)


def _pile(notes: dict[str, Rect], moments: Sequence[Moment], x: float, top: float) -> None:
    for place, moment in enumerate(moments):
        notes[moment.id] = Rect(x, top + place * STACK_PITCH, NOTE_WIDTH, NOTE_HEIGHT)


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
        ghost = Rect(0.0, 0.0, NOTE_WIDTH + 2 * BAND_PADDING, line_height([1], HEAD_HEIGHT))
        top = ghost.bottom + LINE_GAP
        height = max(height, options.blank_height - top)
    height = max(height, options.least_height - top)
    area = Rect(0.0, top, width, height)
    for moment in moments:
        x, y = area.x + BAND_PADDING + moment.x, area.y + UNSORTED_HEAD + moment.y
        notes[moment.id] = Rect(x, y, NOTE_WIDTH, NOTE_HEIGHT)
    columns = {column.step_id: column for line in lines for column in line.columns}
    return WallLayout(notes, tuple(bands), tuple(lines), area, ghost, (width, area.bottom), columns)
