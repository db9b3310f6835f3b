"""The wall on pages: bands, notes and numbers as on the screen, with a legend at the foot."""

from collections.abc import Iterable
from dataclasses import dataclass

from motwall.export.options import PdfOptions
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import Frame, elided, sideways
from motwall.export.pdf.legend import Legend
from motwall.export.pdf.note import NotePrint
from motwall.export.pdf.part import Part
from motwall.export.pdf.sheet import FAINT, INK, QUIET, Pen, Sheet, TextStyle
from motwall.export.pdf.wall_fit import PlacedStrip, WallPage, WallPlan, plans
from motwall.export.pdf.wall_strips import Number, RowTitle, Title
from motwall.export.pdf.words import DOT
from motwall.i18n import translate
from motwall.model.layout import NOTE_HEIGHT, NUMBER_HEIGHT, TITLE_HEIGHT, Rect
from motwall.model.note_look import look_of, priority_numbers
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.wall_layout import TRACK_GAP, TRACK_HEAD
from motwall.model.wrapping import BAND_PADDING, NOTE_WIDTH

#: Texts up to this long (code points) must be readable whole, or the wall takes another page.
_NORMAL_TEXT = 70
_LEGEND_GAP = 8.0
_BAND_FILL = "#EFEDE7"
_EMPTY = TextStyle(Face.REGULAR, 11.0, 15.0, QUIET)


def wall_part(store: Store, options: PdfOptions) -> Part:
    """Lay out the wall: on one page where that stays readable, else on several."""
    title = translate("Handout", "The wall")
    frame = Frame.of(store, sideways(options.paper), title, options)
    legend = Legend(store, frame.body.width, is_ink_saver=options.is_ink_saver)
    room = frame.body.height - legend.height - _LEGEND_GAP
    maker = _NoteMaker(store, options)
    plan = _chosen(plans(store, frame.body.width, room), maker)
    pages = tuple(_Page(frame, legend, maker, plan.scale, strips).draw for strips in plan.pages)
    return Part(frame, pages)


def _chosen(offered: Iterable[WallPlan], maker: "_NoteMaker") -> WallPlan:
    """The first plan that can be read, else the one with the largest notes."""
    seen: list[WallPlan] = []
    for plan in offered:
        if maker.is_readable(plan):
            return plan
        seen.append(plan)
    return max(seen, key=lambda plan: plan.scale)


class _NoteMaker:
    """Makes the notes of a wall in a size."""

    def __init__(self, store: Store, options: PdfOptions) -> None:
        self._store = store
        self._numbers = priority_numbers(store)
        self.is_ink_saver = options.is_ink_saver

    def note(self, moment: Moment, scale: float) -> NotePrint:
        """The note of a moment."""
        look = look_of(self._store, moment, self._numbers)
        return NotePrint(look, NOTE_WIDTH * scale, NOTE_HEIGHT * scale, self.is_ink_saver)

    def is_readable(self, plan: WallPlan) -> bool:
        """Whether no text of ordinary length is cut short."""
        moments = (note.moment for page in plan.pages for each in page for note in each.strip.notes)
        normal = (one for one in moments if len(one.text or one.prompt) <= _NORMAL_TEXT)
        return not any(self.note(one, plan.scale).fitted().is_elided for one in normal)


@dataclass(frozen=True, slots=True)
class _Page:
    """One page of the wall."""

    frame: Frame
    legend: Legend
    maker: _NoteMaker
    scale: float
    strips: WallPage

    def draw(self, sheet: Sheet) -> None:
        """Draw strips and legend."""
        body = self.frame.body
        if not self.strips:
            words = translate("Handout", "Nothing on the wall yet.")
            sheet.text(body.x, body.y + _EMPTY.leading, words, _EMPTY)
        for placed in self.strips:
            self._draw_strip(sheet, placed)
        self.legend.draw(sheet, body.x, body.bottom - self.legend.height)

    def _draw_strip(self, sheet: Sheet, placed: PlacedStrip) -> None:
        body, scale = self.frame.body, self.scale
        top = body.y + placed.y * scale
        strip = placed.strip
        for title in strip.titles:
            self._draw_title(sheet, title, top, is_dashed=strip.is_unsorted)
        for row in strip.rows:
            self._draw_row_title(sheet, row, top)
        for number in strip.numbers:
            self._draw_number(sheet, number, top)
        for note in strip.notes:
            left = body.x + note.x * scale
            self.maker.note(note.moment, scale).draw(sheet, left, top + note.y * scale)

    def _draw_title(self, sheet: Sheet, title: Title, top: float, *, is_dashed: bool) -> None:
        scale = self.scale
        rect = title.rect
        area = Rect(
            self.frame.body.x + rect.x * scale,
            top + rect.y * scale,
            rect.width * scale,
            rect.height * scale,
        )
        if is_dashed:
            sheet.box(area, pen=Pen(QUIET, 0.6, (2.5, 2.5)), radius=4.0)
        elif self.maker.is_ink_saver:
            sheet.box(area, pen=Pen(FAINT, 0.6), radius=4.0)
        else:
            sheet.box(area, fill=_BAND_FILL, radius=4.0)
        self._draw_words(sheet, title, area)

    def _draw_words(self, sheet: Sheet, title: Title, area: Rect) -> None:
        style = TextStyle(Face.BOLD, self._small_size(), 10.0, INK)
        quiet = TextStyle(Face.REGULAR, style.size, 10.0, QUIET)
        # Centred on the head of the band, above the discs of the notes.
        baseline = area.y + (TITLE_HEIGHT / 2 - 0.5) * self.scale + style.size * 0.36
        padding = BAND_PADDING * self.scale
        words = translate("Handout", "continued") if title.is_continued else ""
        room = area.width - 2 * padding - (quiet.width(words) + 4.0 if words else 0.0)
        name = elided(title.words, room, style)
        sheet.text(area.x + padding, baseline, name, style)
        if title.words and words:
            sheet.text(area.x + padding + style.width(name) + 4.0, baseline, words, quiet)

    def _draw_row_title(self, sheet: Sheet, row: RowTitle, top: float) -> None:
        scale = self.scale
        left, right = (self.frame.body.x + x * scale for x in (row.rect.x, row.rect.right))
        if row.has_rule:
            sheet.rule(left, right, top + (row.rect.y - TRACK_GAP / 2) * scale, Pen(QUIET, 0.5))
        style = TextStyle(Face.SEMIBOLD, self._small_size(), 10.0, INK)
        quiet = TextStyle(Face.REGULAR, style.size, 10.0, QUIET)
        baseline = top + (row.rect.y + TRACK_HEAD / 2 - 1.0) * scale + style.size * 0.36
        left += BAND_PADDING * scale
        room = right - left - BAND_PADDING * scale
        name = elided(row.words, room, style)
        sheet.text(left, baseline, name, style)
        left += style.width(name) + 4.0
        more = [translate("Handout", "continued")] if row.is_continued else []
        more += [row.detail] if row.detail else []
        if more and name == row.words:
            room -= style.width(name) + 4.0
            sheet.text(left, baseline, elided(DOT.join(more), max(0.0, room), quiet), quiet)

    def _draw_number(self, sheet: Sheet, number: Number, top: float) -> None:
        style = TextStyle(Face.SEMIBOLD, self._small_size(), 10.0, QUIET)
        words = str(number.number)
        if number.words:
            room = (NOTE_WIDTH - 2.0) * self.scale
            words = elided(words + DOT + number.words, room, style)
        middle = self.frame.body.x + number.x * self.scale
        baseline = top + (number.y + NUMBER_HEIGHT / 2) * self.scale + style.size * 0.36
        sheet.text_centred(middle, baseline, words, style)

    def _small_size(self) -> float:
        """Of titles and numbers: it grows with the wall a little."""
        return max(7.0, min(9.5, 11.0 * self.scale))
