"""The cover: whose wall it is, why anybody does this and how, who took part, and when.

From the top: the motif takes what the words below it leave.
"""

import re
from dataclasses import dataclass, replace
from functools import partial

from motwall.export.options import Branding, Edition, PdfOptions
from motwall.export.pdf.blanks import Blank
from motwall.export.pdf.cover_motif import Motif
from motwall.export.pdf.flow import FlowPage, draw_flow
from motwall.export.pdf.fonts import Face, unit_width
from motwall.export.pdf.frame import Frame, upright
from motwall.export.pdf.part import Part
from motwall.export.pdf.pieces import Gap, Piece, TextLine, text_lines
from motwall.export.pdf.session_page import session_pages
from motwall.export.pdf.sheet import INK, QUIET, Pen, Sheet, TextStyle, fitted
from motwall.export.pdf.words import DOT
from motwall.i18n import translate
from motwall.model.dates import long_date_words
from motwall.model.layout import Rect
from motwall.model.people import names_in
from motwall.model.phases import Phase
from motwall.model.records import Moment
from motwall.model.sessions import last_session_held, next_session_day
from motwall.model.store import Store
from motwall.model.textfit import LINE_SPACING, FittedText, fit_text
from motwall.model.words import wall_about, wall_name
from motwall.model.workshop import load

_OVERLINE = TextStyle(Face.BOLD, 8.5, 12.0, INK, 1.1)
_EDITION = TextStyle(Face.REGULAR, 8.5, 12.0, QUIET)
_HEADING = TextStyle(Face.BOLD, 13.0, 17.0)
_BODY = TextStyle(Face.REGULAR, 10.0, 13.6)
_LABEL = TextStyle(Face.BOLD, 7.5, 11.0, INK, 0.5)
_STEP = TextStyle(Face.SEMIBOLD, 9.5, 12.5)
_SMALL = TextStyle(Face.REGULAR, 8.5, 11.4)
_PROMISE = TextStyle(Face.MEDIUM, 11.5, 16.0)
_HEAVY, _LIGHT = Pen(INK, 1.2), Pen(INK, 0.5)

_TITLE_SIZES = tuple(size / 2 for size in range(92, 30, -4))
_ABOUT_SIZES = (13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.5)
_ONE_LINE = (13.0, 12.5, 12.0, 11.5, 11.0, 10.5)
_TITLE_HEIGHT, _ABOUT_HEIGHT = 150.0, 96.0
_TITLE_SPACING = 1.12
_LOGO_WIDTH, _LOGO_HEIGHT = 170.0, 52.0
_HEAD = 36.0
#: Of each of the two texts of the sender, and their smallest print.
_SENDER_HEIGHT, _SMALLEST = 46.0, 6.5
_GUTTER, _GAP, _BEHIND_TITLE = 20.0, 24.0, 14.0
_RULE_ABOVE, _BELOW_PROMISE, _FOOT_GAP = 11.0, 10.0, 12.0
#: Of a note with a letter, before what the letter stands for.
_LETTER = 17.0
#: Who took part may take so many lines on the cover; more names stand behind it.
_MOST_LINES = 5
_RULED = 2


def cover_part(store: Store, options: PdfOptions) -> Part:
    """Lay out the cover, and behind it what came of the latest session."""
    behind = translate("Handout", "Our session")
    frame = Frame.of(store, upright(options.paper), behind, options)
    outer = replace(frame, title=translate("Handout", "Cover"), is_cover=True)
    cover = _Cover(store, options, outer.body)
    names = cover.names if cover.is_overcrowded else ""
    pages = session_pages(store, options, frame.body, names)
    drawings = [partial(_draw_page, frame.body, page) for page in pages]
    marks = [(1, behind)] if pages else []
    return Part(frame, (cover.draw, *drawings), tuple(marks), outer)


@dataclass(frozen=True, slots=True)
class _Block:
    """Pieces one below the other, in a column of the cover."""

    x: float
    pieces: tuple[Piece, ...]

    @property
    def height(self) -> float:
        return sum(piece.height for piece in self.pieces)

    def draw(self, sheet: Sheet, y: float) -> None:
        for piece in self.pieces:
            piece.draw(sheet, self.x, y)
            y += piece.height


class _Cover:
    """The blocks of a cover within an area."""

    def __init__(self, store: Store, options: PdfOptions, area: Rect) -> None:
        self._area = area
        self._options = options
        self._motif = Motif.of(store, is_ink_saver=options.is_ink_saver)
        bold, name = unit_width(Face.BOLD), wall_name(store.wall)
        self._title = fit_text(name, area.width, _TITLE_HEIGHT, _TITLE_SIZES, bold)
        self._about = _about(DOT.join(wall_about(store.wall)), area.width)
        # On a wall without anything both editions are the same.
        self._has_edition = bool(store.count(Moment))
        self.names = _people(store, options)
        self._why = self._why_blocks()
        self._how = self._how_blocks()
        self._who = self._who_blocks(store)

    def draw(self, sheet: Sheet) -> None:
        """Draw it, from the bottom up to the motif; then the head above that."""
        area = self._area
        promise = text_lines(load().why.promise, area.width, _PROMISE)
        rows = (
            (self._who, _LIGHT),
            (self._how, _LIGHT),
            (self._why, None),
            ([_Block(area.x, tuple(promise))], _HEAVY),
        )
        tops, bottom = [], area.bottom - _FOOT_GAP
        for blocks, pen in rows:
            bottom -= max(block.height for block in blocks)
            tops.append(bottom)
            bottom -= _GAP if pen else _BELOW_PROMISE
        title = self._title_height()
        head = self._draw_head(sheet)
        self._motif.draw(sheet, Rect(area.x, head, area.width, bottom - title - head - _GAP))
        self._draw_title(sheet, bottom - title)
        for (blocks, pen), top in reversed(list(zip(rows, tops, strict=True))):
            for block in blocks:
                block.draw(sheet, top)
            if pen is not None:
                sheet.rule(area.x, area.right, top - _RULE_ABOVE, pen)

    @property
    def is_overcrowded(self) -> bool:
        """There are more names than the cover has room for."""
        return len(text_lines(self.names, self._area.width / 3, _BODY)) > _MOST_LINES

    def _draw_head(self, sheet: Sheet) -> float:
        """Draw the line at the top; returns where the motif may begin."""
        area, logo = self._area, self._options.branding.logo
        overline = translate("Handout", "MOMENTS OF TRUTH")
        sheet.text(area.x, area.y + 8.0, overline, _OVERLINE)
        if self._has_edition:
            sheet.text(area.x, area.y + 21.0, _edition_words(self._options.edition), _EDITION)
        if not logo:
            return area.y + _HEAD
        width, height = fitted(logo, _LOGO_WIDTH, _LOGO_HEIGHT)
        sheet.picture(logo, Rect(area.right - width, area.y, width, height))
        return area.y + max(_HEAD, height + 8.0)

    def _title_height(self) -> float:
        title = len(self._title.lines) * self._title.size * _TITLE_SPACING
        return title + (self._about.height + 6.0 if self._about else 0.0) + _BEHIND_TITLE

    def _draw_title(self, sheet: Sheet, y: float) -> None:
        size = self._title.size
        style = TextStyle(Face.BOLD, size, size * _TITLE_SPACING)
        for line in self._title.lines:
            sheet.text(self._area.x, y + size * 0.86, line, style)
            y += style.leading
        if self._about is not None:
            y += 6.0
            small = TextStyle(Face.REGULAR, self._about.size, 0.0, QUIET)
            for line in self._about.lines:
                sheet.text(self._area.x, y + small.size * 0.9, line, small)
                y += small.size * LINE_SPACING

    def _columns(self, count: int) -> tuple[list[float], float]:
        """Where so many columns start, and how wide their text is."""
        width = (self._area.width - (count - 1) * _GUTTER) / count
        return [self._area.x + place * (width + _GUTTER) for place in range(count)], width

    def _why_blocks(self) -> list[_Block]:
        why = load().why
        said = (
            (translate("Handout", "Stop assuming"), why.stop),
            (translate("Handout", "Start improving"), why.start),
        )
        starts, width = self._columns(2)
        return [
            _Block(x, (TextLine(heading, _HEADING), Gap(2.0), *text_lines(words, width, _BODY)))
            for x, (heading, words) in zip(starts, said, strict=True)
        ]

    def _how_blocks(self) -> list[_Block]:
        starts, width = self._columns(len(Phase))
        return [
            _Block(x, (_Letter(phase.letter), *_phase_lines(phase, width)))
            for x, phase in zip(starts, Phase, strict=True)
        ]

    def _who_blocks(self, store: Store) -> list[_Block]:
        branding = self._options.branding
        has_sender = bool(branding.strapline or branding.contact)
        starts, width = self._columns(3 if has_sender else 2)
        pieces = [self._who_pieces(width), self._when_pieces(store, width)]
        if has_sender:
            pieces.append(_sender_pieces(branding, width))
        return [_Block(x, tuple(each)) for x, each in zip(starts, pieces, strict=True)]

    def _who_pieces(self, width: float) -> list[Piece]:
        label = TextLine(translate("Handout", "WHO TOOK PART"), _LABEL)
        if self.is_overcrowded:
            count = translate("Handout", "See the next page.")
            return [label, Gap(2.0), *text_lines(count, width, _BODY)]
        if self.names:
            return [label, Gap(2.0), *text_lines(self.names, width, _BODY)]
        field = "cover-who" if self._options.is_fillable else ""
        return [label, Blank(width, _RULED, field, translate("Handout", "Who took part"))]

    def _when_pieces(self, store: Store, width: float) -> list[Piece]:
        made_on = self._options.made_on
        session, coming = last_session_held(store, made_on), next_session_day(store, made_on)
        held = session.held_on if session else None
        pieces: list[Piece] = [TextLine(translate("Handout", "WHEN"), _LABEL), Gap(2.0)]
        days = (
            ("cover-held", translate("Handout", "Session of {0}"), held),
            ("cover-next", translate("Handout", "Next session {0}"), coming),
        )
        for field, words, day in days:
            if day is not None:
                pieces += text_lines(words.format(long_date_words(day)), width, _BODY)
            else:
                asked = words.format("").strip()
                name = field if self._options.is_fillable else ""
                pieces.append(_Asked(asked, Blank(width, 1, name, asked)))
        return pieces


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter on a small note."""

    letter: str
    height: float = _LETTER

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        width = _LETTER * 1.2
        sheet.box(Rect(x, y, width, _LETTER), pen=Pen(INK, 0.9), radius=1.5)
        sheet.text_centred(x + width / 2, y + _LETTER / 2 + 3.5, self.letter, _STEP)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A word or two, and a line to write on behind them."""

    words: str
    blank: Blank

    @property
    def height(self) -> float:
        return self.blank.height

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        start = _BODY.width(self.words) + 6.0
        sheet.text(x, y + self.height - 3.0, self.words, _BODY)
        replace(self.blank, width=self.blank.width - start).draw(sheet, x + start, y)


def _phase_lines(phase: Phase, width: float) -> list[Piece]:
    label = text_lines(phase.label, width, _STEP)
    return [Gap(4.0), *label, Gap(1.0), *text_lines(phase.sentence, width, _SMALL)]


def _about(text: str, width: float) -> FittedText | None:
    """The line below the title: a smaller one rather than two, but a readable one."""
    if not text:
        return None
    height = _ONE_LINE[0] * LINE_SPACING
    measure = unit_width(Face.REGULAR)
    line = fit_text(text, width, height, _ONE_LINE, measure)
    if not line.is_elided:
        return line
    return fit_text(text, width, _ABOUT_HEIGHT, _ABOUT_SIZES, measure)


def _edition_words(edition: Edition) -> str:
    words = {
        Edition.FACILITATOR: translate("Handout", "With results"),
        Edition.PARTICIPANT: translate("Handout", "Without results"),
    }
    return words[edition]


def _people(store: Store, options: PdfOptions) -> str:
    """Who took part in the latest session, each once; "" where names are left out."""
    session = last_session_held(store, options.made_on)
    if session is None or not options.has_names:
        return ""
    leader = " ".join(session.facilitator.split())
    led = translate("Handout", "{0} (led the session)").format(leader)
    names = [one.strip() for one in session.attendees.split("\n") if one.strip()]
    if leader in names_in(session.attendees):
        # In its place, and all else as it was written.
        name = re.compile(rf"(^\s*|[,;]\s*){re.escape(leader)}(?=\s*(?:$|[,;]))")
        names = [name.sub(lambda found: found[1] + led, one) for one in names]
    elif leader:
        names.append(led)
    return ", ".join(names)


def _sender_pieces(branding: Branding, width: float) -> list[Piece]:
    strapline = _small(branding.strapline, width, _BODY)
    contact = _small(branding.contact, width, _SMALL)
    return [TextLine(translate("Handout", "FROM"), _LABEL), Gap(2.0), *strapline, *contact]


def _small(text: str, width: float, style: TextStyle) -> list[TextLine]:
    """A text of the sender in a few lines: smaller ones if it is a long one."""
    if not text:
        return []
    sizes = [style.size - step / 2 for step in range(int((style.size - _SMALLEST) * 2) + 1)]
    fitted = fit_text(text, width, _SENDER_HEIGHT, sizes, unit_width(style.face))
    smaller = replace(style, size=fitted.size, leading=fitted.size * LINE_SPACING)
    return [TextLine(line, smaller) for line in fitted.lines]


def _draw_page(area: Rect, page: FlowPage, sheet: Sheet) -> None:
    draw_flow(sheet, area, page)
