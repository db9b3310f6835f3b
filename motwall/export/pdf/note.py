"""One sticky note on paper: strip, code, words, tick, face and disc, none over the other."""

from dataclasses import dataclass, replace
from functools import lru_cache

from motwall.export.pdf.backwards import directed
from motwall.export.pdf.fonts import Face, unit_width
from motwall.export.pdf.icons import draw_icon, has_icon
from motwall.export.pdf.marks import draw_face, draw_priority_disc, draw_tick_disc
from motwall.export.pdf.patterns import draw_strip
from motwall.export.pdf.photos import Photo
from motwall.export.pdf.sheet import FAINT, INK, QUIET, WHITE, Pen, Sheet, TextStyle
from motwall.model.layout import Rect
from motwall.model.note_look import NoteLook
from motwall.model.records import ContactType
from motwall.model.textfit import LINE_SPACING, TAG_SHRINK, FittedText, fit_line, fit_text

#: The smallest print of a note, points.
LEAST_TEXT = 7.0
#: Of a note as large as the paper ones.
_LARGEST_TEXT = 21.0
#: Of the note's width: about twenty letters a line, as on the screen.
_TEXT_SHARE = 0.098
_PADDING = 0.055
_STRIP_SHARE = 0.13
_LEAST_STRIP = 11.0
_FOOT_SHARE = 0.15
_LEAST_FOOT = 12.0
_PLAIN_PAPER = "#FFFDF6"
_PROMPT_DASH = (3.0, 2.2)
#: Of what is drawn of a note, outside it: its outline.
_EDGE = 1.0
#: Of the note's width: a photo beside words, as on the screen, and how far it is from them.
_PHOTO_SHARE, _PHOTO_GAP = 0.27, 0.024
#: Of what the marks leave of a square note: a photo below the words.
_BELOW_SHARE = 0.5
#: A note counts as square from this height on, in widths.
_SQUARE = 0.9
#: Of the radius of a priority's disc: how far its middle lies below the note's upper edge, and how
#: far it reaches above it with half of its ring.
#: And how far its middle lies before the right edge.
_DISC_DOWN, _DISC_BEFORE, _DISC_RING = 0.35, 0.55, 0.08
_OVERHANG = 1.0 - _DISC_DOWN + _DISC_RING
#: Of the white tag, points: beside icon and words together, and how far it goes under a disc.
_TAG_PADDING, _TAG_UNDER_DISC = 4.4, 2.5
#: How much closer letters may be, as a share of their size; more is seen.
_CLOSER = -0.025
_PHOTO_EDGE = Pen(FAINT, 0.5)
_NO_WORDS = FittedText(LEAST_TEXT, ())


#: Longer words are rare, and measuring them again is cheaper than keeping them.
_LONGEST_KEPT = 48


@lru_cache(maxsize=20_000)
def _word_width(word: str) -> float:
    return unit_width(Face.MEDIUM)(word)


def _width_of(text: str) -> float:
    """The width of a text at size 1; words come again and again."""
    return _word_width(text) if len(text) <= _LONGEST_KEPT else unit_width(Face.MEDIUM)(text)


def disc_radius(width: float) -> float:
    """The radius of a priority's disc on a note of a width, points."""
    return max(LEAST_TEXT, width * 0.085)


def disc_overhang(width: float) -> float:
    """How far a priority's disc with its white ring reaches above a note of a width, points."""
    return disc_radius(width) * _OVERHANG


def disc_span(width: float) -> tuple[float, float]:
    """From where to where a disc with its ring reaches on a note, from its left edge, points."""
    radius = disc_radius(width)
    middle, reach = width - radius * _DISC_BEFORE, radius * (1.0 + _DISC_RING)
    return middle - reach, middle + reach


@dataclass(frozen=True, slots=True)
class NotePrint:
    """A note of a size, on a page with or without coloured paper.

    Attributes:
        look: What it shows.
        width: Points.
        height: Likewise.
        is_ink_saver: The paper is white.
        photo: That of `look`, if there is one to be shown.
    """

    look: NoteLook
    width: float
    height: float
    is_ink_saver: bool
    photo: Photo | None = None

    def fitted(self) -> FittedText:
        """The words as they fit between strip, photo and marks."""
        if self.photo is not None and not self.look.has_words:
            return _NO_WORDS
        room = self._text_area()
        return fit_text(self.look.text, room.width, room.height, self._sizes(), _width_of)

    def draw(self, sheet: Sheet, x: float, y: float, fitted: FittedText | None = None) -> None:
        """Draw the note with its top left corner there.

        Args:
            sheet: The page.
            x: Of the corner.
            y: Of the corner.
            fitted: From `fitted`, where it is known already.
        """
        area = Rect(x, y, self.width, self.height)
        # What many notes have in common is in the file once; words are each note's own.
        reach = Rect(x - _EDGE, y - _EDGE, self.width + 2 * _EDGE, self.height + 2 * _EDGE)
        kind = self.look.contact_type
        if kind is None:
            sheet.stamp(self._name(""), reach, self._draw_paper)
        else:
            words, style, tag = self._tag(area, kind)
            name = f"{kind.colour[1:]}-{kind.pattern}-{kind.icon}-{tag.width:.2f}"
            sheet.stamp(self._name(name), reach, self._draw_paper)
            left = tag.right - 2.5 - style.width(words)
            sheet.text(left, tag.y + tag.height / 2 + style.size * 0.36, words, style)
        self._draw_photo(sheet, x, y)
        self._draw_text(sheet, x, y, fitted or self.fitted())
        self._draw_words(sheet, area)

    def _name(self, kind: str) -> str:
        """Of what is on the note beside its words; `kind` is that of its strip."""
        look = self.look
        flags = (
            f"{look.is_prompt:d}{look.is_ticked:d}{look.merged_count > 0:d}{self.is_ink_saver:d}"
        )
        return f"note-{self.width:.2f}-{self.height:.2f}-{flags}-{look.rating or ''}-{kind}"

    def _draw_paper(self, sheet: Sheet) -> None:
        """Fill a sheet of the note's size and a little more with all but words."""
        area = Rect(_EDGE, _EDGE, self.width, self.height)
        kind = self.look.contact_type
        dash = _PROMPT_DASH if self.look.is_prompt else ()
        sheet.box(area, fill=self._paper(), radius=1.5)
        if kind is not None:
            self._draw_strip(sheet, area, kind)
        sheet.box(area, pen=Pen(INK, 0.75, dash), radius=1.5)
        self._draw_signs(sheet, area)

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
        return disc_radius(self.width)

    @property
    def _is_square(self) -> bool:
        """A photo has its place below the words, not beside them."""
        return self.height > _SQUARE * self.width

    def _text_area(self) -> Rect:
        """Within the note, from its corner: what marks and a photo leave to the words."""
        area = self._free_area()
        if self.photo is None:
            return area
        if self._is_square:
            return area._replace(height=area.height * (1 - _BELOW_SHARE) - self._photo_gap)
        return area._replace(width=area.width - _PHOTO_SHARE * self.width - self._photo_gap)

    @property
    def _photo_gap(self) -> float:
        return _PHOTO_GAP * self.width

    def _photo_area(self, photo: Photo) -> Rect:
        """Of the photo, from the note's corner: below or beside the words, or all there is."""
        room = self._free_area()
        if not self.look.has_words:
            width, height = photo.within(room.width, room.height)
            left, top = room.x + (room.width - width) / 2, room.y + (room.height - height) / 2
        elif self._is_square:
            width, height = photo.within(room.width, room.height * _BELOW_SHARE)
            left, top = room.x, room.bottom - height
        else:
            width, height = photo.within(_PHOTO_SHARE * self.width, room.height)
            left, top = room.right - width, room.y
        return Rect(left, top, width, height)

    def _free_area(self) -> Rect:
        """Between strip and marks, from the note's corner."""
        padding = self.width * _PADDING
        top = self._strip_height() + padding * 0.7
        if not self._strip_height() and self.look.priority is not None:
            top = self._disc_radius() * 0.8
        bottom = self._foot_height() + padding * 0.4
        return Rect(padding, top, self.width - 2 * padding, self.height - top - bottom)

    def _draw_photo(self, sheet: Sheet, x: float, y: float) -> None:
        if self.photo is not None:
            area = self._photo_area(self.photo)
            place = area._replace(x=x + area.x, y=y + area.y)
            sheet.photo(self.photo, place)
            sheet.box(place, pen=_PHOTO_EDGE)

    def _draw_text(self, sheet: Sheet, x: float, y: float, fitted: FittedText) -> None:
        colour = self._quiet() if self.look.is_prompt else INK
        style = TextStyle(Face.MEDIUM, fitted.size, fitted.size * LINE_SPACING, colour)
        room = self._text_area()
        baseline = y + room.y + fitted.size * 0.95
        lines = directed(fitted.lines, self.look.text)
        sheet.lines(x + room.x, baseline, lines, style, room.width)

    def _tag(self, area: Rect, kind: ContactType) -> tuple[str, TextStyle, Rect]:
        """The words on the strip, how they look, and the white tag they and the icon are on."""
        height = self._strip_height()
        inset = height * 0.1
        size = self._icon_size()
        style = TextStyle(Face.SEMIBOLD, max(LEAST_TEXT, size * 0.88), height)
        icon = size + 1.0 if has_icon(kind.icon) else 0.0
        end = area.width - inset
        if self.look.priority is not None:
            end = disc_span(self.width)[0] + _TAG_UNDER_DISC
        room = end - inset - icon - _TAG_PADDING
        words, style = _tag_words(kind.name or kind.code, room, style)
        tag = style.width(words) + icon + _TAG_PADDING
        return words, style, Rect(area.x + inset, area.y + inset, tag, height - 2 * inset)

    def _icon_size(self) -> float:
        return min(max(9.0, self.height * 0.09), self._strip_height() * 0.8 - 1.0)

    def _draw_strip(self, sheet: Sheet, area: Rect, kind: ContactType) -> None:
        draw_strip(
            sheet, area._replace(height=self._strip_height()), kind, is_pale=self.is_ink_saver
        )
        tag = self._tag(area, kind)[2]
        size = self._icon_size()
        sheet.box(tag, fill=WHITE, radius=1.0)
        draw_icon(sheet, tag.x + 1.5, tag.y + (tag.height - size) / 2, size, kind.icon)

    def _draw_signs(self, sheet: Sheet, area: Rect) -> None:
        """The tick and the face."""
        look = self.look
        foot = self._foot_height()
        if look.is_ticked:
            radius = foot * 0.4
            left = area.x + self.width * _PADDING
            draw_tick_disc(sheet, left + radius, self._foot_middle(area), radius)
        if look.rating is not None:
            right = area.right - self.width * _PADDING * 0.7
            draw_face(sheet, right - foot, self._foot_middle(area) - foot / 2, foot, look.rating)

    def _foot_middle(self, area: Rect) -> float:
        return area.bottom - self._foot_height() / 2 - self.width * 0.015

    def _draw_words(self, sheet: Sheet, area: Rect) -> None:
        """How many were merged, and the number of the priority."""
        look = self.look
        if look.merged_count:
            left = area.x + self.width * _PADDING
            left += self._foot_height() * 0.8 + 3.0 if look.is_ticked else 0.0
            style = TextStyle(Face.SEMIBOLD, LEAST_TEXT, LEAST_TEXT, self._quiet())
            baseline = self._foot_middle(area) + LEAST_TEXT * 0.36
            sheet.text(left, baseline, f"+{look.merged_count}", style)
        if look.priority is not None:
            radius = self._disc_radius()
            x, y = area.right - radius * _DISC_BEFORE, area.y + radius * _DISC_DOWN
            draw_priority_disc(sheet, x, y, radius, look.priority)


def _tag_words(name: str, room: float, style: TextStyle) -> tuple[str, TextStyle]:
    """The name of a contact type as on the screen: smaller where it is long, then cut short.

    Print is not made smaller than `LEAST_TEXT`; before a name is cut its letters come closer.
    """
    least = max(LEAST_TEXT, style.size * TAG_SHRINK)
    closer = replace(style, size=least, tracking=_CLOSER * least)
    words, size = fit_line(name, room, (style.size, least), unit_width(style.face))
    if words != name and closer.width(name) <= room:
        return name, closer
    return words, replace(style, size=size)
