"""What is filled in: ruled lines, check boxes and faces to ring, by hand or on a screen."""

from dataclasses import dataclass

from motwall.export.pdf.marks import draw_check_box, draw_open_face
from motwall.export.pdf.pieces import TextLine
from motwall.export.pdf.sheet import Pen, Sheet, TextStyle
from motwall.model.layout import Rect
from motwall.model.records import ActionState, Rating
from motwall.model.words import rating_word

#: From line to line: handwriting needs 7 mm.
PITCH = 20.0
#: Readable where a printer drops lighter lines, and lighter than what is written on it.
RULING = Pen("#B0ACA2", 0.5)
BOX = 8.0
_FACE, _FACE_PITCH = 10.0, 16.0
_RING = Pen("#8E8B84", 0.7)
#: Between a box and its words, and between those and the next box.
_BESIDE, _APART = 5.0, 12.0
#: Between a field and the lines around it.
_INSET = 1.0


@dataclass(frozen=True, slots=True)
class Blank:
    """Ruled lines.

    Attributes:
        width: Of the lines.
        lines: How many.
        field: The name of the field that lies on them, "" for none; see `Sheet.field`.
        tip: What is asked for.
        pitch: From line to line.
    """

    width: float
    lines: int
    field: str = ""
    tip: str = ""
    pitch: float = PITCH

    @property
    def height(self) -> float:
        """Of all lines; the last one is at its foot."""
        return self.lines * self.pitch

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        for place in range(1, self.lines + 1):
            sheet.rule(x, x + self.width, y + place * self.pitch, RULING)
        if self.field and self.lines:
            area = Rect(x, y + 2 * _INSET, self.width, self.height - 3 * _INSET)
            sheet.field(area, self.field, self.tip)


@dataclass(frozen=True, slots=True)
class Area:
    """A field without lines of its own, as in the cell of a table; nothing is seen on paper."""

    width: float
    height: float
    field: str
    tip: str

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Have it filled in."""
        sheet.field(Rect(x, y, self.width, self.height), self.field, self.tip)


@dataclass(frozen=True, slots=True)
class EmptyBox:
    """A check box, and words beside it.

    Attributes:
        words: One line.
        style: Of the words.
        field: The name of its field, "" for none; see `Sheet.check_field`.
        tip: What ticking it says.
    """

    words: str
    style: TextStyle
    field: str = ""
    tip: str = ""

    @property
    def height(self) -> float:
        """One leading."""
        return self.style.leading

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        TextLine(self.words, self.style, BOX + _BESIDE).draw(sheet, x, y)
        top = y + (self.style.leading - BOX) / 2
        draw_check_box(sheet, x, top, BOX, ActionState.AGREED)
        if self.field:
            sheet.check_field(Rect(x, top, BOX, BOX), self.field, self.tip)


@dataclass(frozen=True, slots=True)
class EmptyBoxes:
    """Check boxes side by side, of which one is ticked; none on a screen where `field` is ""."""

    words: tuple[str, ...]
    style: TextStyle
    field: str = ""

    @property
    def height(self) -> float:
        """One leading."""
        return self.style.leading

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        for number, words in enumerate(self.words, start=1):
            field = f"{self.field}-{number}" if self.field else ""
            EmptyBox(words, self.style, field, words).draw(sheet, x, y)
            x += BOX + _BESIDE + self.style.width(words) + _APART


@dataclass(frozen=True, slots=True)
class OpenFaces:
    """Three faces in outline: whoever rates by hand rings one of them.

    Attributes:
        field: What the names of their fields begin with, "" for none.
        size: Of a face.
    """

    field: str = ""
    size: float = _FACE

    @property
    def height(self) -> float:
        """Of the faces, with the room around them that a ring needs."""
        return self.size + 3.0

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw them side by side."""
        for place, rating in enumerate(Rating):
            left = x + place * self.size * _FACE_PITCH / _FACE
            draw_open_face(sheet, left, y + 2.0, self.size, rating, _RING)
            if self.field:
                area = Rect(left, y + 2.0, self.size, self.size)
                sheet.check_field(area, f"{self.field}-{rating}", rating_word(rating))
