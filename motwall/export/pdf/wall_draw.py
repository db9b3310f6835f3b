"""Draws strips of the wall: bands, titles, notes and numbers, in any size."""

from collections.abc import Iterable, Sequence
from math import inf
from typing import NamedTuple

from motwall.export.options import Edition, PdfOptions
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import elided
from motwall.export.pdf.note import LEAST_TEXT, NotePrint, disc_overhang, disc_span
from motwall.export.pdf.photos import Photos
from motwall.export.pdf.sheet import FAINT, QUIET, Pen, Sheet, TextStyle
from motwall.export.pdf.wall_strips import Number, RowTitle, Strip, Title
from motwall.export.pdf.words import DOT
from motwall.i18n import translate
from motwall.model.layout import NOTE_HEIGHT, NUMBER_HEIGHT, TITLE_HEIGHT, Rect
from motwall.model.note_look import look_of, priority_numbers
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.textfit import FittedText
from motwall.model.wall_layout import TRACK_GAP, TRACK_HEAD
from motwall.model.wrapping import BAND_PADDING, NOTE_WIDTH

#: Texts up to this long (code points) must be readable whole, or the wall takes more paper.
_NORMAL_TEXT = 70
_BAND_FILL = "#EFEDE7"
_BAND_RADIUS = 4.0
#: Between a disc and words beside it, mm.
_BESIDE_DISC = 2.0
#: How far the title of a row is above the middle of its head, mm: there is a gap above it, too.
_ROW_TITLE_UP = 2.0
#: Between a title and what is said beside it.
_BEFORE_MORE = 4.0
#: Letters of this share of a height fit into it with their descenders, capitals in its middle.
_TITLE_SHARE = 0.87


class _Span(NamedTuple):
    """Some of a line, points."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left


class NoteMaker:
    """Makes the notes of a wall in a size, and remembers how their words fit."""

    def __init__(self, store: Store, options: PdfOptions) -> None:
        self._store = store
        self._numbers = priority_numbers(store)
        self._has_marks = options.edition is Edition.FACILITATOR
        self._photos = Photos(options)
        self._made: dict[tuple[str, float], tuple[NotePrint, FittedText]] = {}
        self.is_ink_saver = options.is_ink_saver

    def draw(self, sheet: Sheet, moment: Moment, x: float, y: float, scale: float) -> None:
        """Draw a note with its top left corner there, as large as `scale` points a mm."""
        note, fitted = self._note(moment, scale)
        note.draw(sheet, x, y, fitted)

    def has_disc(self, moment: Moment) -> bool:
        """Whether its note has the disc of a priority."""
        return self._has_marks and moment.id in self._numbers

    def are_readable(
        self, moments: Iterable[Moment], scale: float, least: float = LEAST_TEXT
    ) -> bool:
        """Whether no text of ordinary length is cut short, or in letters smaller than `least`."""
        for one in moments:
            if len(one.text or one.prompt) <= _NORMAL_TEXT:
                found = self._note(one, scale)[1]
                if found.is_elided or found.size < least:
                    return False
        return True

    def _note(self, moment: Moment, scale: float) -> tuple[NotePrint, FittedText]:
        """The note of a moment; what was found about it is not for participants."""
        key = moment.id, scale
        if key not in self._made:
            look = look_of(self._store, moment, self._numbers)
            if not self._has_marks:
                look = look._replace(is_ticked=False, rating=None, priority=None, trend=None)
            width, height = NOTE_WIDTH * scale, NOTE_HEIGHT * scale
            photo = self._photos.find(look.photo)
            note = NotePrint(look, width, height, self.is_ink_saver, photo)
            self._made[key] = note, note.fitted()
        return self._made[key]


class StripDrawer:
    """Draws strips, or pieces of them, with `scale` points to each of their millimetres."""

    def __init__(self, maker: NoteMaker, scale: float) -> None:
        self._maker = maker
        self._scale = scale

    def draw(self, sheet: Sheet, strip: Strip, x: float, y: float) -> None:
        """Draw a strip with its top left corner there."""
        for title in strip.titles:
            self.draw_band(sheet, title, x, y, is_dashed=strip.is_unsorted)
        for title in strip.titles:
            self.draw_title(sheet, strip, title, x, y, title.rect.right)
        for row in strip.rows:
            self.draw_rule(sheet, row, x, y)
            self.draw_row_title(sheet, strip, row, x, y, row.rect.right)
        for number in strip.numbers:
            self.draw_number(sheet, number, x, y)
        for note in strip.notes:
            self._maker.draw(
                sheet, note.moment, x + note.x * self._scale, y + note.y * self._scale, self._scale
            )

    def draw_note(self, sheet: Sheet, moment: Moment, x: float, y: float) -> None:
        """Draw one note with its top left corner there."""
        self._maker.draw(sheet, moment, x, y, self._scale)

    def draw_band(self, sheet: Sheet, title: Title, x: float, y: float, *, is_dashed: bool) -> None:
        """Draw the band of a strip at x, y, without its words."""
        rect, scale = title.rect, self._scale
        area = Rect(x + rect.x * scale, y + rect.y * scale, rect.width * scale, rect.height * scale)
        if is_dashed:
            sheet.box(area, pen=Pen(QUIET, 0.6, (2.5, 2.5)), radius=_BAND_RADIUS)
        elif self._maker.is_ink_saver:
            sheet.box(area, pen=Pen(FAINT, 0.6), radius=_BAND_RADIUS)
        else:
            sheet.box(area, fill=_BAND_FILL, radius=_BAND_RADIUS)

    def draw_title(
        self, sheet: Sheet, strip: Strip, title: Title, x: float, y: float, right: float
    ) -> None:
        """Write the title of a band of a strip; no farther than `right`, mm."""
        style, quiet = self._styles(Face.BOLD)
        middle = (TITLE_HEIGHT / 2 - 0.5) * self._scale
        if self._are_titles_hit(strip, style):
            # Letters and discs have a least size: on a small wall both share the head.
            free = TITLE_HEIGHT * self._scale - disc_overhang(NOTE_WIDTH * self._scale)
            style, quiet = self._styles(Face.BOLD, free * _TITLE_SHARE)
            middle = min(middle, free / 2)
        baseline = y + title.rect.y * self._scale + middle + style.size * 0.36
        left = x + (title.rect.x + BAND_PADDING) * self._scale
        words = translate("Handout", "continued") if title.is_continued else ""
        room = x + (right - BAND_PADDING) * self._scale - left
        room -= quiet.width(words) + 4.0 if words else 0.0
        name = elided(title.words, room, style)
        sheet.text(left, baseline, name, style)
        if title.words and words:
            sheet.text(left + style.width(name) + 4.0, baseline, words, quiet)

    def draw_rule(self, sheet: Sheet, row: RowTitle, x: float, y: float) -> None:
        """Draw the rule above a row, if it has one."""
        if row.has_rule:
            left, right = (x + one * self._scale for one in (row.rect.x, row.rect.right))
            top = y + (row.rect.y - TRACK_GAP / 2) * self._scale
            sheet.rule(left, right, top, Pen(QUIET, 0.5))

    def draw_row_title(
        self, sheet: Sheet, strip: Strip, row: RowTitle, x: float, y: float, right: float
    ) -> None:
        """Write the title of a row of a strip; no farther than `right`, mm."""
        style, quiet = self._styles(Face.SEMIBOLD)
        middle = (row.rect.y + TRACK_HEAD / 2 - _ROW_TITLE_UP) * self._scale
        baseline = y + middle + style.size * 0.36
        more = [translate("Handout", "continued")] if row.is_continued else []
        beside = DOT.join([*more, row.detail] if row.detail else more)
        # There is no room for words above discs: where they would meet it is written beside them.
        spans = [
            _Span(x + left * self._scale, x + end * self._scale)
            for left, end in self._beside_discs(strip, row, right - BAND_PADDING)
        ]
        width = style.width(row.words)
        whole = width + (_BEFORE_MORE + quiet.width(beside) if beside else 0.0)
        span = _first_wide(spans, whole, width)
        name = elided(row.words, span.width, style)
        sheet.text(span.left, baseline, name, style)
        if beside and name == row.words:
            rest = _Span(span.left + width + _BEFORE_MORE, span.right)
            later = [one for one in spans if one.left >= span.right]
            rest = _first_wide([rest, *later], quiet.width(beside))
            words = elided(beside, max(0.0, rest.width), quiet)
            sheet.text(rest.left, baseline, words, quiet)

    def _beside_discs(self, strip: Strip, row: RowTitle, right: float) -> list[tuple[float, float]]:
        """From where to where no disc reaches up from the row's notes, mm; from the left."""
        start = row.rect.x + BAND_PADDING
        spans = []
        for left, end in self._discs(strip, row.rect.y + TRACK_HEAD):
            spans.append((start, min(right, left)))
            start = end
        free = [one for one in (*spans, (start, right)) if one[1] > one[0]]
        return free or [(row.rect.x + BAND_PADDING, right)]

    def _discs(self, strip: Strip, top: float) -> list[tuple[float, float]]:
        """What discs take of the width above the notes that begin at `top`, mm; from the left."""
        left, right = (one / self._scale for one in disc_span(NOTE_WIDTH * self._scale))
        return [
            (x + left - _BESIDE_DISC, x + right + _BESIDE_DISC)
            for x in sorted(
                note.x
                for note in strip.notes
                if abs(note.y - top) < 1.0 and self._maker.has_disc(note.moment)
            )
        ]

    def _are_titles_hit(self, strip: Strip, style: TextStyle) -> bool:
        """Whether a title of a strip as it is usually written would meet a disc."""
        if strip.rows or not strip.notes:
            return False
        discs = self._discs(strip, min(note.y for note in strip.notes))
        more = style.width(translate("Handout", "continued")) + 4.0
        for title in strip.titles:
            start = title.rect.x + BAND_PADDING
            width = style.width(title.words) + (more if title.is_continued else 0.0)
            end = min(start + width / self._scale, title.rect.right)
            if any(left < end and right > start for left, right in discs):
                return True
        return False

    def draw_number(self, sheet: Sheet, number: Number, x: float, y: float) -> None:
        """Write the number and title of a step below its column."""
        size = self._styles(Face.SEMIBOLD)[0].size
        style = TextStyle(Face.SEMIBOLD, size, size, QUIET)
        words = str(number.number)
        if number.words:
            room = (NOTE_WIDTH - 2.0) * self._scale
            words = elided(words + DOT + number.words, room, style)
        baseline = y + (number.y + NUMBER_HEIGHT / 2) * self._scale + size * 0.36
        sheet.text_centred(x + number.x * self._scale, baseline, words, style)

    def _styles(self, face: Face, most: float = inf) -> tuple[TextStyle, TextStyle]:
        """Of titles and of what is said beside them: they grow with the wall a little."""
        size = max(min(9.5, 11.0 * self._scale), 6.8 * self._scale)
        size = max(LEAST_TEXT, min(size, most))
        return TextStyle(face, size, size), TextStyle(Face.REGULAR, size, size, QUIET)


def _first_wide(spans: Sequence[_Span], *widths: float) -> _Span:
    """The first span of the first of these widths that one has, else the widest."""
    wide = (one for width in widths for one in spans if one.width >= width)
    return next(wide, max(spans, key=lambda one: one.width))
