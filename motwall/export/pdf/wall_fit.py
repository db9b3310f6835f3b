"""How the wall goes on pages: how large it is, how long its lines are, where a page ends.

Lines come from `model.layout`; the unsorted notes, which may overlap on the screen, stand in rows.
Pages end between lines; a line taller than a page is cut between the rows of its stacks. All
measures of this module are millimetres of the wall; `scale` is points per millimetre.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from motwall.i18n import translate
from motwall.model.layout import (
    LINE_GAP,
    NOTE_HEIGHT,
    NUMBER_HEIGHT,
    STACK_PITCH,
    UNSORTED_HEAD,
    LayoutOptions,
    Line,
    Rect,
    WallLayout,
    lay_out,
    line_height,
)
from motwall.model.order import stack, unsorted_moments
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.wrapping import BAND_PADDING, COLUMN_PITCH, NOTE_WIDTH

#: A note as large as a small sticky note.
_LARGEST = 1.4
#: On one page: notes of 20 mm, on which 7 points still carry a sentence.
_SMALLEST = 0.56
_FINER = 0.98
#: On several pages there is less need to squeeze.
_COMFORTABLE = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65)


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


@dataclass(frozen=True, slots=True)
class Strip:
    """What stays together on a page: a line of the timeline, or rows of unsorted notes."""

    height: float
    titles: tuple[Title, ...]
    notes: tuple[Note, ...]
    numbers: tuple[Number, ...] = ()
    is_unsorted: bool = False


class PlacedStrip(NamedTuple):
    """A strip and how far it is from the top of its page."""

    strip: Strip
    y: float


WallPage = list[PlacedStrip]


@dataclass(frozen=True, slots=True)
class WallPlan:
    """The wall on pages."""

    scale: float
    pages: tuple[WallPage, ...]


def plans(store: Store, width: float, height: float) -> Iterator[WallPlan]:
    """Ways to have the wall on pages of so many points, best first; at least one.

    One page, as large as it goes; then several, the fewest first.
    """
    single = _on_one_page(store, width, height)
    if single is not None:
        yield single
    several = [_plan(store, width, height, scale) for scale in _COMFORTABLE]
    yield from sorted(several, key=lambda plan: (len(plan.pages), -plan.scale))


def _on_one_page(store: Store, width: float, height: float) -> WallPlan | None:
    area = store.count(Moment) * COLUMN_PITCH * STACK_PITCH
    if area * _SMALLEST**2 > width * height:
        return None
    scale = _LARGEST
    while scale >= _SMALLEST:
        plan = _plan(store, width, height, scale)
        if len(plan.pages) == 1 and _fits(plan.pages[0], height / scale):
            return plan
        scale *= _FINER
    return None


def _plan(store: Store, width: float, height: float, scale: float) -> WallPlan:
    room = height / scale
    layout = lay_out(store, LayoutOptions(width=width / scale))
    strips = [strip for line in layout.lines for strip in _strips(store, layout, line, room)]
    pages: list[WallPage] = [[]]
    used = 0.0
    for strip in strips:
        if pages[-1] and used + strip.height > room:
            pages.append([])
            used = 0.0
        pages[-1].append(PlacedStrip(strip, used))
        used += strip.height + LINE_GAP
    _add_unsorted(pages, unsorted_moments(store), Rect(0.0, used, width / scale, room))
    return WallPlan(scale, tuple(pages))


def _fits(page: WallPage, room: float) -> bool:
    return all(placed.y + placed.strip.height <= room for placed in page)


def _strips(store: Store, layout: WallLayout, line: Line, room: float) -> Iterator[Strip]:
    """A line of the timeline, cut between its rows if it is taller than the room."""
    bands = [band for band in layout.bands if band.rect.y == line.top]
    stacks = [stack(store, column.step_id) for column in line.columns]
    head = line.columns[0].rect.y - line.top
    rows = max(1, int((room - line_height(1, head)) // STACK_PITCH) + 1)
    deepest = max(1, *map(len, stacks))
    for first in range(0, deepest, rows):
        last = min(deepest, first + rows)
        height = line_height(last - first, head)
        yield Strip(
            height=height,
            titles=tuple(
                Title(
                    band.title,
                    band.is_continued or first > 0,
                    band.rect._replace(y=0.0, height=height),
                )
                for band in bands
            ),
            notes=tuple(
                Note(moment, column.rect.x, head + place * STACK_PITCH)
                for column, moments in zip(line.columns, stacks, strict=True)
                for place, moment in enumerate(moments[first:last])
            ),
            numbers=tuple(
                Number(
                    column.number, column.title, column.rect.x + NOTE_WIDTH / 2,
                    height - NUMBER_HEIGHT,
                )
                for column in line.columns
            ),
        )  # fmt: skip


def _add_unsorted(pages: list[WallPage], moments: Sequence[Moment], place: Rect) -> None:
    """Add rows of unsorted notes, from `place.y` on, to pages of the place's width and height."""
    columns = int((place.width - 2 * BAND_PADDING + COLUMN_PITCH - NOTE_WIDTH) // COLUMN_PITCH)
    columns = max(1, columns)
    used, first = place.y, 0
    while first < len(moments):
        rows = int((place.height - used - _unsorted_height(1)) // STACK_PITCH) + 1
        if rows < 1 and pages[-1]:
            pages.append([])
            used = 0.0
            continue
        chosen = moments[first : first + max(1, rows) * columns]
        pages[-1].append(
            PlacedStrip(_unsorted_strip(chosen, columns, place.width, first > 0), used)
        )
        first += len(chosen)
        used = place.height


def _unsorted_strip(
    moments: Sequence[Moment], columns: int, width: float, is_continued: bool
) -> Strip:
    height = _unsorted_height(-(-len(moments) // columns))
    words = translate("Handout", "Unsorted")
    return Strip(
        height=height,
        titles=(Title(words, is_continued, Rect(0.0, 0.0, width, height)),),
        notes=tuple(
            Note(
                moment,
                BAND_PADDING + place % columns * COLUMN_PITCH,
                UNSORTED_HEAD + place // columns * STACK_PITCH,
            )
            for place, moment in enumerate(moments)
        ),
        is_unsorted=True,
    )


def _unsorted_height(rows: int) -> float:
    return UNSORTED_HEAD + rows * STACK_PITCH - (STACK_PITCH - NOTE_HEIGHT) + BAND_PADDING
