"""The pieces a table's cell is made of: lines of text and small drawings, one below the other."""

from dataclasses import dataclass, replace
from typing import Protocol

from motwall.export.pdf.backwards import directed, starts_backwards
from motwall.export.pdf.fonts import Face, unit_width
from motwall.export.pdf.marks import draw_check_box, draw_face, draw_tick
from motwall.export.pdf.photos import Photo
from motwall.export.pdf.sheet import FAINT, INK, QUIET, Pen, Sheet, TextStyle
from motwall.i18n import translate
from motwall.model.layout import Rect
from motwall.model.records import ActionState, Rating
from motwall.model.textfit import wrap_text
from motwall.model.words import rating_word

BODY = TextStyle(Face.REGULAR, 9.0, 12.5)
QUIET_BODY = TextStyle(Face.REGULAR, 9.0, 12.5, QUIET)
NAME = TextStyle(Face.SEMIBOLD, 9.75, 12.75)
SMALL = TextStyle(Face.REGULAR, 7.5, 10.5, QUIET)
LABEL = TextStyle(Face.SEMIBOLD, 7.5, 12.0)
CODE = TextStyle(Face.BOLD, 7.5, 12.0)
WORD = TextStyle(Face.SEMIBOLD, 9.0, 12.5)

#: How far the words of an action stand off its check box.
BOX_INDENT = 14.0
_BOX = 8.0
_FACE = 19.0
_PHOTO_EDGE = Pen(FAINT, 0.5)
#: Of the letters above the baseline, in sizes.
_RISE = 0.73


class Piece(Protocol):
    """Something of a known height that can be drawn anywhere."""

    @property
    def height(self) -> float:
        """Points."""

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it with its top left corner there."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, its check box before the first line of an action.

    Attributes:
        text: As it is read.
        style: How it looks.
        indent: Before the text.
        box: Its check box, before the text.
        width: Of the cell: where Arabic and Hebrew start, at the right; 0 if all starts at the
            left.
    """

    text: str
    style: TextStyle = BODY
    indent: float = 0.0
    box: ActionState | None = None
    width: float = 0.0

    @property
    def height(self) -> float:
        """One leading."""
        return self.style.leading

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        size = self.style.size
        baseline = y + (self.style.leading - size) / 2 + size * 0.86
        if self.box is not None:
            # The box stands centred on the height of the capitals.
            top = baseline - size * _RISE / 2 - _BOX / 2
            left = x + self.width - _BOX if self._is_from_right else x
            draw_check_box(sheet, left, top, _BOX, self.box)
        start = x if self._is_from_right else x + self.indent
        sheet.text(start, baseline, self.text, self.style, max(0.0, self.width - self.indent))

    @property
    def _is_from_right(self) -> bool:
        return self.width > 0 and starts_backwards(self.text)


@dataclass(frozen=True, slots=True)
class Gap:
    """Some space."""

    height: float

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class PhotoPiece:
    """All of a photo.

    Attributes:
        photo: The photo.
        width: The most it may be wide.
        tallest: The most it may be high.
    """

    photo: Photo
    width: float
    tallest: float

    @property
    def height(self) -> float:
        """Of the photo as it is shown."""
        return self.size[1]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as it is shown."""
        return self.photo.within(self.width, self.tallest)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        place = Rect(x, y, *self.size)
        sheet.photo(self.photo, place)
        sheet.box(place, pen=_PHOTO_EDGE)


@dataclass(frozen=True, slots=True)
class FaceMark:
    """The face of a rating with its word below."""

    rating: Rating

    @property
    def height(self) -> float:
        """Of face and word."""
        return _FACE + 2.0 + WORD.leading

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        draw_face(sheet, x, y, _FACE, self.rating)
        TextLine(rating_word(self.rating), WORD).draw(sheet, x, y + _FACE + 2.0)


@dataclass(frozen=True, slots=True)
class Marks:
    """The line above a moment's name: code, tick and priority."""

    code: str
    is_ticked: bool
    priority: int | None

    @property
    def height(self) -> float:
        """One line and some space."""
        return 14.0

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        baseline = y + 8.6
        if self.code:
            width = CODE.width(self.code) + 6.0
            sheet.box(Rect(x, y + 0.6, width, 10.6), pen=Pen(INK, 0.75), radius=1.8)
            sheet.text(x + 3.0, baseline, self.code, CODE)
            x += width + 5.0
        if self.is_ticked or self.priority is not None:
            draw_tick(sheet, x, y + 2.2, 7.6, Pen(INK, 1.2))
            x += 10.0
        if self.priority is not None:
            words = translate("Handout", "priority {0}").format(self.priority)
            sheet.text(x, baseline, words, LABEL)


def text_lines(
    text: str, width: float, style: TextStyle = BODY, indent: float = 0.0
) -> list[TextLine]:
    """A text as lines that end at `width`; nothing if it is blank."""
    if not text.strip():
        return []
    lines = wrap_text(text, width - indent, style.size, unit_width(style.face))
    return [TextLine(line, style, indent, width=width) for line in directed(lines, text)]


def boxed_lines(text: str, width: float, style: TextStyle, state: ActionState) -> list[TextLine]:
    """The lines of an action beside its check box; the box even if there are no words."""
    first, *others = text_lines(text, width, style, BOX_INDENT) or [TextLine("", style)]
    return [replace(first, box=state), *others]
