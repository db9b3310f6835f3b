"""One mark of a mystery shop: what it is about, and three faces of which one is ringed."""

from dataclasses import dataclass

from motwall.export.pdf.marks import draw_open_face
from motwall.export.pdf.pieces import NAME, QUIET_BODY, TextLine
from motwall.export.pdf.sheet import QUIET, Pen, Sheet
from motwall.model.layout import Rect
from motwall.model.records import Rating
from motwall.model.words import rating_word

_HEIGHT = 25.0
_FACE = 15.0
_OUTLINE = Pen(QUIET, 0.8)
#: Where the question and the faces begin, and from face to face, of the width.
_ASKED_AT, _FACES_AT, _FACE_PITCH = 0.14, 0.52, 0.165
_BESIDE = 5.0


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A line of the marks.

    Attributes:
        mark: Such as "Attitude".
        asked: What to ask oneself.
        field: What the names of its fields begin with, "" for none.
        width: Of the line.
    """

    mark: str
    asked: str
    field: str
    width: float
    height: float = _HEIGHT

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        top = y + (_HEIGHT - NAME.leading) / 2
        TextLine(self.mark, NAME).draw(sheet, x, top)
        TextLine(self.asked, QUIET_BODY).draw(sheet, x + _ASKED_AT * self.width, top)
        for place, rating in enumerate(Rating):
            left = x + (_FACES_AT + place * _FACE_PITCH) * self.width
            face = Rect(left, y + (_HEIGHT - _FACE) / 2, _FACE, _FACE)
            draw_open_face(sheet, face.x, face.y, _FACE, rating, _OUTLINE)
            TextLine(rating_word(rating), QUIET_BODY).draw(sheet, left + _FACE + _BESIDE, top)
            if self.field:
                tip = f"{self.mark}: {rating_word(rating)}"
                sheet.check_field(face, f"{self.field}-{rating}", tip)
