"""One sticky note on paper: strip, code, words, tick, face and disc, none over the other."""

from dataclasses import dataclass

from motwall.export.pdf.fonts import Face, unit_width
from motwall.export.pdf.icons import draw_icon
from motwall.export.pdf.marks import draw_face, draw_priority_disc, draw_tick_disc
from motwall.export.pdf.patterns import draw_strip
from motwall.export.pdf.sheet import INK, QUIET, WHITE, Pen, Sheet, TextStyle
from motwall.model.layout import Rect
from motwall.model.note_look import NoteLook
from motwall.model.records import ContactType
from motwall.model.textfit import LINE_SPACING, FittedText, fit_text

#: The smallest print of a note, points.
LEAST_TEXT = 7.0
_LARGEST_TEXT = 14.0
#: Of the note's width: about twenty letters a line, as on the screen.
_TEXT_SHARE = 0.098
_PADDING = 0.055
_STRIP_SHARE = 0.13
_LEAST_STRIP = 11.0
_FOOT_SHARE = 0.15
_LEAST_FOOT = 12.0
_PLAIN_PAPER = "#FFFDF6"
_PROMPT_DASH = (3.0, 2.2)


@dataclass(frozen=True, slots=True)
class NotePrint:
    """A note of a size, on a page with or without coloured paper."""

    look: NoteLook
    width: float
    height: float
    is_ink_saver: bool

    def fitted(self) -> FittedText:
        """The words as they fit between strip and marks."""
        room = self._text_area()
        measure = unit_width(Face.MEDIUM)
        return fit_text(self.look.text, room.width, room.height, self._sizes(), measure)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the note with its top left corner there."""
        area = Rect(x, y, self.width, self.height)
        kind = self.look.contact_type
        dash = _PROMPT_DASH if self.look.is_prompt else ()
        sheet.box(area, fill=self._paper(), radius=1.5)
        if kind is not None:
            self._draw_strip(sheet, area, kind)
        sheet.box(area, pen=Pen(INK, 0.75, dash), radius=1.5)
        self._draw_text(sheet, x, y)
        self._draw_marks(sheet, area)

    def _paper(self) -> str:
        if self.is_ink_saver:
            return WHITE
        kind = self.look.contact_type
        return kind.colour if kind else _PLAIN_PAPER

    def _quiet(self) -> str:
        """Of words that may be overlooked; on coloured paper they would not be seen at all."""
        return QUIET if self._paper() in {WHITE, _PLAIN_PAPER} else INK

    def _sizes(self) -> list[float]:
        """From what suits the note down to the smallest print, in half points."""
        largest = min(_LARGEST_TEXT, max(LEAST_TEXT, self.width * _TEXT_SHARE))
        steps = int((largest - LEAST_TEXT) * 2)
        return [LEAST_TEXT + step / 2 for step in range(steps, -1, -1)]

    def _strip_height(self) -> float:
        has_strip = self.look.contact_type is not None
        return max(_LEAST_STRIP, self.height * _STRIP_SHARE) if has_strip else 0.0

    def _foot_height(self) -> float:
        look = self.look
        has_marks = look.is_ticked or look.rating is not None or look.merged_count > 0
        return max(_LEAST_FOOT, self.width * _FOOT_SHARE) if has_marks else 0.0

    def _disc_radius(self) -> float:
        return max(LEAST_TEXT, self.width * 0.085)

    def _text_area(self) -> Rect:
        """Within the note, from its corner."""
        padding = self.width * _PADDING
        top = self._strip_height() + padding * 0.7
        if not self._strip_height() and self.look.priority is not None:
            top = self._disc_radius() * 0.8
        bottom = self._foot_height() + padding * 0.4
        return Rect(padding, top, self.width - 2 * padding, self.height - top - bottom)

    def _draw_text(self, sheet: Sheet, x: float, y: float) -> None:
        fitted = self.fitted()
        colour = self._quiet() if self.look.is_prompt else INK
        style = TextStyle(Face.MEDIUM, fitted.size, fitted.size * LINE_SPACING, colour)
        room = self._text_area()
        baseline = y + room.y + fitted.size * 0.95
        for line in fitted.lines:
            sheet.text(x + room.x, baseline, line, style)
            baseline += style.leading

    def _draw_strip(self, sheet: Sheet, area: Rect, kind: ContactType) -> None:
        height = self._strip_height()
        strip = Rect(area.x, area.y, area.width, height)
        draw_strip(sheet, strip, kind, is_pale=self.is_ink_saver)
        inset = height * 0.1
        size = min(9.0, height - 2 * inset - 1.0)
        style = TextStyle(Face.BOLD, max(LEAST_TEXT, size * 0.88), height)
        room = area.width - 4 * inset - 3.0
        if self.look.priority is not None:
            room -= self._disc_radius()
        icon = size + 2.0
        words = kind.name if style.width(kind.name) + icon <= room and kind.name else kind.code
        tag = Rect(area.x + inset, area.y + inset, 0.0, height - 2 * inset)
        width = style.width(words) + icon + 4.0
        sheet.box(tag._replace(width=width), fill=WHITE, radius=1.0)
        top = tag.y + (tag.height - size) / 2
        if draw_icon(sheet, tag.x + 1.5, top, size, kind.icon):
            sheet.text(tag.x + icon + 1.5, tag.y + tag.height / 2 + style.size * 0.36, words, style)
        else:
            sheet.text(tag.x + 2.5, tag.y + tag.height / 2 + style.size * 0.36, words, style)

    def _draw_marks(self, sheet: Sheet, area: Rect) -> None:
        look = self.look
        foot = self._foot_height()
        middle = area.bottom - foot / 2 - self.width * 0.015
        left = area.x + self.width * _PADDING
        if look.is_ticked:
            radius = foot * 0.4
            draw_tick_disc(sheet, left + radius, middle, radius)
            left += 2 * radius + 3.0
        if look.merged_count:
            style = TextStyle(Face.SEMIBOLD, LEAST_TEXT, LEAST_TEXT, self._quiet())
            sheet.text(left, middle + LEAST_TEXT * 0.36, f"+{look.merged_count}", style)
        if look.rating is not None:
            right = area.right - self.width * _PADDING * 0.7
            draw_face(sheet, right - foot, middle - foot / 2, foot, look.rating)
        if look.priority is not None:
            radius = self._disc_radius()
            x, y = area.right - radius * 0.55, area.y + radius * 0.35
            draw_priority_disc(sheet, x, y, radius, look.priority)
