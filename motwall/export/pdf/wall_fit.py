"""How the wall goes on pages: how large it is, how long its lines are, where a page ends.

Lines come from `model.layout`; the unsorted notes, which may overlap on the screen, are lined up.
Pages end between lines; `wall_strips.py` cuts a line that is taller than a page. All measures of
this module are millimetres of the wall; `scale` is points per millimetre.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from motwall.export.pdf.wall_strips import LineCutter, Note, Strip, Title
from motwall.i18n import translate
from motwall.model.layout import (
    LINE_GAP,
    NOTE_HEIGHT,
    STACK_PITCH,
    UNSORTED_HEAD,
    LayoutOptions,
    Rect,
    best_width,
    lay_out,
)
from motwall.model.order import unsorted_moments
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.wrapping import BAND_PADDING, COLUMN_PITCH, NOTE_WIDTH

#: A note nearly as large as one of paper.
_LARGEST = 1.8
#: On one page: notes of 20 mm, on which 7 points still carry a sentence.
_SMALLEST = 0.56
_FINER = 0.98
#: Higher than any wall, mm.
_ENDLESS = 1e9
#: Stages are broken where a line ends if notes are so many times as large then, or pages fewer.
_WORTH_BREAKING = 1.15
#: With more moments than this the wall takes many pages anyway.
_FEW = 300
#: On several pages there is less need to squeeze.
_COMFORTABLE = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65)


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

    @property
    def moments(self) -> Iterator[Moment]:
        """All that are shown."""
        return (note.moment for page in self.pages for each in page for note in each.strip.notes)


def plans(store: Store, width: float, height: float) -> Iterator[WallPlan]:
    """Ways to have the wall on pages of so many points, best first; at least one.

    One page, as large as it goes; then several, the fewest first.
    """
    single = _on_one_page(store, width, height)
    if single is not None:
        yield single
    several = [(scale, _plan(store, width, height, scale)) for scale in _COMFORTABLE]
    if store.count(Moment) <= _FEW:
        several += [
            (scale / _WORTH_BREAKING, _plan(store, width, height, scale, fills_lines=True))
            for scale in _COMFORTABLE
        ]
    several.sort(key=lambda each: (len(each[1].pages), -each[0]))
    yield from (plan for _, plan in several)


def one_page(store: Store, width: float, height: float) -> WallPlan:
    """The wall on one page of so many points, as large as it goes there."""
    return _on_one_page(store, width, height) or _squeezed(store, width, height)


def _squeezed(store: Store, width: float, height: float) -> WallPlan:
    """A wall of many notes: lines as long as make the wall the shape of the page."""
    first = _unbroken(store, best_width(store, width, height, _SMALLEST), width, height)
    wide, tall = _extent(first.pages[0])
    second = _unbroken(store, (wide * tall * width / height) ** 0.5, width, height)
    return max(first, second, key=lambda plan: plan.scale)


def _unbroken(store: Store, line: float, width: float, height: float) -> WallPlan:
    """All on one page in lines of a length, mm, as large as it goes there."""
    plan = _plan(store, line, _ENDLESS, 1.0)
    wide, tall = _extent(plan.pages[0])
    return WallPlan(min(width / wide, height / tall), plan.pages)


def _extent(page: WallPage) -> tuple[float, float]:
    right = max(title.rect.right for placed in page for title in placed.strip.titles)
    return right, page[-1].y + page[-1].strip.height


def _on_one_page(store: Store, width: float, height: float) -> WallPlan | None:
    area = store.count(Moment) * COLUMN_PITCH * STACK_PITCH
    if area * _SMALLEST**2 > width * height:
        return None
    whole = _largest(store, width, height, _SMALLEST)
    least = whole.scale * _WORTH_BREAKING if whole else _SMALLEST
    return _largest(store, width, height, least, fills_lines=True) or whole


def _largest(
    store: Store, width: float, height: float, least: float, *, fills_lines: bool = False
) -> WallPlan | None:
    """One page with notes as large as they go, in a scale of `least` or more."""
    scale = _LARGEST
    while scale >= least:
        plan = _plan(store, width, height, scale, fills_lines=fills_lines)
        if len(plan.pages) == 1 and _fits(plan.pages[0], height / scale):
            return plan
        scale *= _FINER
    return None


def _plan(
    store: Store, width: float, height: float, scale: float, *, fills_lines: bool = False
) -> WallPlan:
    room = height / scale
    layout = lay_out(store, LayoutOptions(width=width / scale, fills_lines=fills_lines))
    cutter = LineCutter(store, layout.bands, room)
    strips = [strip for line in layout.lines for strip in cutter.strips(line)]
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
            PlacedStrip(unsorted_strip(chosen, columns, place.width, is_continued=first > 0), used)
        )
        first += len(chosen)
        used = place.height


def unsorted_strip(
    moments: Sequence[Moment],
    columns: int,
    width: float,
    *,
    is_continued: bool = False,
    pitch: float = COLUMN_PITCH,
) -> Strip:
    """Unsorted notes lined up in columns, which are a pitch apart, mm."""
    height = _unsorted_height(-(-len(moments) // columns))
    words = translate("Handout", "Unsorted")
    return Strip(
        height=height,
        titles=(Title(words, is_continued, Rect(0.0, 0.0, width, height)),),
        notes=tuple(
            Note(
                moment,
                BAND_PADDING + place % columns * pitch,
                UNSORTED_HEAD + place // columns * STACK_PITCH,
            )
            for place, moment in enumerate(moments)
        ),
        is_unsorted=True,
    )


def _unsorted_height(rows: int) -> float:
    return UNSORTED_HEAD + rows * STACK_PITCH - (STACK_PITCH - NOTE_HEIGHT) + BAND_PADDING
