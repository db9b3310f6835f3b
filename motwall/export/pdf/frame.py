"""What stands around every page: title and journey above; name, next session and number below."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from motwall.export.options import Branding, Paper, PdfOptions
from motwall.export.pdf.backwards import apart
from motwall.export.pdf.fonts import Face, unit_width
from motwall.export.pdf.sheet import INK, QUIET, Pen, Sheet, TextStyle, fitted
from motwall.export.pdf.words import (
    DOT,
    next_session_words,
    session_words,
    subtitle,
)
from motwall.i18n import translate
from motwall.model.dates import long_date_words
from motwall.model.layout import Rect
from motwall.model.store import Store
from motwall.model.textfit import ELLIPSIS, LINE_SPACING, fit_text
from motwall.model.words import wall_name

#: Half an inch, which every printer can print up to; in points on paper.
MARGIN = 36.0
#: Width and height in points, upright.
_SIZES = {
    Paper.A4: (595.276, 841.89),
    Paper.LETTER: (612.0, 792.0),
    Paper.A3: (841.89, 1190.551),
    Paper.TABLOID: (792.0, 1224.0),
}
#: A large page lies on a table or hangs on a wall: everything is a little larger there.
_ZOOM = {Paper.A4: 1.0, Paper.LETTER: 1.0, Paper.A3: 1.2, Paper.TABLOID: 1.2}

_TITLE = TextStyle(Face.BOLD, 16.5, 20.0)
_JOURNEY = TextStyle(Face.REGULAR, 9.0, 12.0, QUIET)
_FOOT = TextStyle(Face.REGULAR, 7.5, 10.0, QUIET)
_FOOT_HEIGHT = 20.0
#: What says whose handout it is: a line below the foot, a logo in the corner of the head.
_BRAND = TextStyle(Face.REGULAR, 6.5, 9.0, QUIET)
_LOGO_WIDTH, _LOGO_HEIGHT = 90.0, 19.0
_MOST_JOURNEY_LINES = 8
_GAP = 12.0


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page: in drawing units, of which there are `zoom` points to each.

    Attributes:
        width: In drawing units.
        height: In drawing units.
        zoom: Points per drawing unit.
    """

    width: float
    height: float
    zoom: float

    @property
    def points(self) -> tuple[float, float]:
        """Width and height on paper."""
        return self.width * self.zoom, self.height * self.zoom

    @property
    def margin(self) -> float:
        """In drawing units."""
        return MARGIN / self.zoom


def upright(paper: Paper) -> PageSize:
    """A page of portrait format."""
    width, height = _SIZES[paper]
    zoom = _ZOOM[paper]
    return PageSize(width / zoom, height / zoom, zoom)


def sideways(paper: Paper) -> PageSize:
    """A page of landscape format."""
    page = upright(paper)
    return PageSize(page.height, page.width, page.zoom)


@dataclass(frozen=True, slots=True)
class Frame:
    """The head and foot of the pages of one part; a cover has no head."""

    page: PageSize
    title: str
    journey: tuple[str, ...]
    session: str
    name: str
    made_on: date
    next_session: str
    branding: Branding
    is_cover: bool = False

    @classmethod
    def of(cls, store: Store, page: PageSize, title: str, options: PdfOptions) -> "Frame":
        """The frame for a part of that title."""
        made_on = options.made_on
        session = session_words(store, made_on)
        room = page.width - 2 * page.margin
        if session:
            room -= _JOURNEY.width(session) + 2 * _GAP
        return cls(
            page=page,
            title=title,
            journey=_journey(subtitle(store.wall), room),
            session=session,
            name=wall_name(store.wall),
            made_on=made_on,
            next_session=next_session_words(store, made_on),
            branding=options.branding,
        )

    @property
    def body(self) -> Rect:
        """Where the page's content goes."""
        page = self.page
        if self.is_cover:
            height = page.height - 2 * page.margin - self._foot_height
            return Rect(page.margin, page.margin, page.width - 2 * page.margin, height)
        top = page.margin + _TITLE.leading + len(self.journey) * _JOURNEY.leading + _GAP
        height = page.height - page.margin - self._foot_height - top
        return Rect(page.margin, top, page.width - 2 * page.margin, height)

    @property
    def _brand(self) -> str:
        if self.is_cover:
            return ""  # it is said there at length
        brand = self.branding
        return DOT.join(one for one in (brand.strapline, brand.contact) if one)

    @property
    def _foot_height(self) -> float:
        return _FOOT_HEIGHT + (_BRAND.leading if self._brand else 0.0)

    def draw_head(self, sheet: Sheet) -> None:
        """Draw what stands above the content; before it, for those who hear the page read."""
        if self.is_cover:
            return
        left, right = self.page.margin, self.page.width - self.page.margin
        baseline = self.page.margin + _TITLE.size * 0.75
        sheet.text(left, baseline, self.title, _TITLE)
        # Without a journey the session stands on the line of the title.
        baseline += 4.5 if self.journey else 0.0
        for line in self.journey:
            baseline += _JOURNEY.leading
            sheet.text(left, baseline, line, _JOURNEY)
        logo = self.branding.logo
        if logo:
            width, height = fitted(logo, _LOGO_WIDTH, _LOGO_HEIGHT)
            sheet.picture(logo, Rect(right - width, self.page.margin, width, height))
            right -= 0.0 if self.journey else width + _GAP
        sheet.text_right(right, baseline, self.session, _JOURNEY)

    def draw_foot(self, sheet: Sheet, number: int, total: int) -> None:
        """Draw the foot of page `number` of `total`."""
        left, right = self.page.margin, self.page.width - self.page.margin
        bottom = self.page.height - self.page.margin
        brand = self._brand
        if brand:
            line = elided(brand, right - left, _BRAND)
            sheet.text_centred((left + right) / 2, bottom - 1.5, line, _BRAND)
            bottom -= _BRAND.leading
        sheet.rule(left, right, bottom - 12.0, Pen(INK, 0.4))
        baseline = bottom - 2.0
        pages = translate("Handout", "page {0} of {1}").format(number, total)
        sheet.text_right(right, baseline, pages, _FOOT)
        sheet.text_centred((left + right) / 2, baseline, self.next_session, _FOOT)
        date_words = DOT + long_date_words(self.made_on)
        half = (right - left - _FOOT.width(self.next_session)) / 2 - _GAP
        name = elided(self.name, half - _FOOT.width(date_words), _FOOT)
        sheet.text(left, baseline, apart(name) + date_words, _FOOT)


def _journey(words: str, width: float) -> tuple[str, ...]:
    """The words below the title, cut where they would take the page from its content."""
    measure = unit_width(_JOURNEY.face)
    height = _MOST_JOURNEY_LINES * _JOURNEY.size * LINE_SPACING
    return fit_text(words, width, height, [_JOURNEY.size], measure).lines


def elided(text: str, width: float, style: TextStyle) -> str:
    """A line of text cut to a width, with an ellipsis where something is missing."""
    if style.width(text) <= width:
        return text
    room = width - style.width(ELLIPSIS)
    kept = bisect_right(range(len(text)), room, key=lambda count: style.width(text[:count])) - 1
    return text[: max(0, kept)].rstrip() + ELLIPSIS
