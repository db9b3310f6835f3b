"""The wall on paper: bands, notes and numbers as on the screen, with a legend on every sheet.

In one of three ways. LINES is what suits most walls, and what is chosen unless somebody chooses:
one page while everything on it can be read, else rows of the wall over several pages.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from motwall.export.options import Edition, PdfOptions, WallAs
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import Frame, PageSize, sideways, upright
from motwall.export.pdf.legend import Legend
from motwall.export.pdf.note import LEAST_TEXT
from motwall.export.pdf.one_at_a_time import one_at_a_time
from motwall.export.pdf.part import Part
from motwall.export.pdf.sheet import QUIET, Sheet, TextStyle
from motwall.export.pdf.wall_draw import NoteMaker, StripDrawer
from motwall.export.pdf.wall_fit import WallPage, WallPlan, one_page, plans
from motwall.export.pdf.wall_sheets import poster_of
from motwall.export.pdf.wall_tiles import TileRoom, poster_part
from motwall.i18n import translate
from motwall.model.layout import Rect
from motwall.model.records import Moment
from motwall.model.store import Store

_LEGEND_GAP = 8.0
_EMPTY = TextStyle(Face.REGULAR, 11.0, 15.0, QUIET)
#: A page that is shown smaller is laid out with notes of 20 mm, on which 7 points still carry a
#: sentence.
_NOMINAL_SCALE = 0.56
_SMALLER = 0.94
#: Beyond this even long words have room.
_ROOMY = 1.4
#: Words of a poster that hangs on a wall, points.
_POSTER_TEXT = 9.0


def wall_part(store: Store, options: PdfOptions) -> Part:
    """Lay out the wall as the options say."""
    if options.wall_as is WallAs.POSTER and store.count(Moment):
        return _poster(store, options)
    frame, legend, maker = _around(store, options)
    if options.wall_as is WallAs.FIT:
        shown = _shown_on_one_page(store, frame, legend, maker)
        return Part(frame, (_Page(frame, legend, maker, shown).draw,))
    plan = _chosen(plans(store, *_room(frame, legend)), maker)
    pages = tuple(
        _Page(frame, legend, maker, _Shown(plan.scale, 1.0, strips)).draw for strips in plan.pages
    )
    return Part(frame, pages)


def fitted_text_size(store: Store, options: PdfOptions) -> float:
    """The size of the smallest words of a wall that is fitted to one page, points on paper."""
    with one_at_a_time():
        frame, legend, maker = _around(store, options)
        shown = _shown_on_one_page(store, frame, legend, maker)
    return LEAST_TEXT * shown.zoom * frame.page.zoom


def _poster(store: Store, options: PdfOptions) -> Part:
    """The poster, on sheets that lie sideways or upright, whichever it uses better."""
    found = [_around(store, options, page(options.paper)) for page in (sideways, upright)]
    rooms = [TileRoom.of(frame, legend.height) for frame, legend, _ in found]
    maker = found[0][2]
    least = _POSTER_TEXT / found[0][0].page.zoom
    sizes = [room.size for room in rooms]
    poster = poster_of(store, maker, sizes, least, options.sheets_across)
    place = sizes.index(poster.size)
    frame, legend, _ = found[place]
    return poster_part(frame, legend, maker, rooms[place], poster)


def _around(
    store: Store, options: PdfOptions, page: PageSize | None = None
) -> tuple[Frame, Legend, NoteMaker]:
    frame = Frame.of(
        store, page or sideways(options.paper), translate("Handout", "The wall"), options
    )
    legend = Legend(
        store,
        frame.body.width,
        is_ink_saver=options.is_ink_saver,
        has_signs=options.edition is Edition.FACILITATOR,
    )
    return frame, legend, NoteMaker(store, options)


def _room(frame: Frame, legend: Legend) -> tuple[float, float]:
    """Width and height of what is above the legend."""
    return frame.body.width, frame.body.height - legend.height - _LEGEND_GAP


def _chosen(offered: Iterable[WallPlan], maker: NoteMaker) -> WallPlan:
    """The first plan that can be read, else the one with the largest notes."""
    seen: list[WallPlan] = []
    for plan in offered:
        if maker.are_readable(plan.moments, plan.scale):
            return plan
        seen.append(plan)
    return max(seen, key=lambda plan: plan.scale)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a page shows: strips laid out in a scale, and all of it smaller by a zoom."""

    scale: float
    zoom: float
    strips: WallPage


def _shown_on_one_page(store: Store, frame: Frame, legend: Legend, maker: NoteMaker) -> _Shown:
    """All of the wall, however small that is; ordinary texts are whole."""
    plan = one_page(store, *_room(frame, legend))
    zoom = min(1.0, plan.scale / _NOMINAL_SCALE)
    while plan.scale / zoom < _ROOMY and not maker.are_readable(plan.moments, plan.scale / zoom):
        zoom *= _SMALLER
    return _Shown(plan.scale / zoom, zoom, plan.pages[0])


@dataclass(frozen=True, slots=True)
class _Page:
    """One page of the wall."""

    frame: Frame
    legend: Legend
    maker: NoteMaker
    shown: _Shown

    def draw(self, sheet: Sheet) -> None:
        """Draw strips and legend."""
        body = self.frame.body
        if not self.shown.strips:
            words = translate("Handout", "Nothing on the wall yet.")
            sheet.text(body.x, body.y + _EMPTY.leading, words, _EMPTY)
        elif self.shown.zoom < 1.0:
            with sheet.zoomed(body, self.shown.zoom) as smaller:
                self._draw_strips(smaller, Rect(0.0, 0.0, body.width, body.height))
        else:
            self._draw_strips(sheet, body)
        self.legend.draw(sheet, body.x, body.bottom - self.legend.height)

    def _draw_strips(self, sheet: Sheet, body: Rect) -> None:
        drawer = StripDrawer(self.maker, self.shown.scale)
        for strip, y in self.shown.strips:
            drawer.draw(sheet, strip, body.x, body.y + y * self.shown.scale)
