"""What lies on a note beside its words, as values: equal marks look the same, so one picture does.

Every mark knows what it covers and how it is drawn, in mm from the note's top left corner.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from typing_extensions import override

from motwall.model.note_look import NoteLook
from motwall.model.records import Rating
from motwall.paint import note_geometry as geometry
from motwall.paint.colours import NO_PEN, colour
from motwall.paint.faces import draw_disc, draw_face, draw_tick, draw_unrated
from motwall.paint.labels import SEMIBOLD, draw_centred
from motwall.paint.note_paper import Shadow, Sheet, draw_sheet, sheet_of
from motwall.paint.tokens import INK

_COUNT_SIZE = 8.4
_COUNT_ALPHA = 26
#: Room for anti-aliased edges and hairlines.
_SLACK = 1.0
#: The number on a note that stands for very many others still fits its place.
_LARGEST_COUNT = 99


class Mark(Protocol):
    """Hashable; see the module."""

    def bounds(self, box: QRectF) -> QRectF:
        """What it covers on a note of that box."""

    def draw(self, painter: QPainter, box: QRectF, hair: float) -> None:
        """Draw it; `hair` is the width of a device pixel in mm."""


@dataclass(frozen=True, slots=True)
class SheetMark(Mark):
    """The paper with its shadow and strip."""

    sheet: Sheet
    shadow: Shadow

    @override
    def bounds(self, box: QRectF) -> QRectF:
        reach = self.shadow.spread + self.shadow.drop
        return box.adjusted(-reach, -reach, reach, reach)

    @override
    def draw(self, painter: QPainter, box: QRectF, hair: float) -> None:
        draw_sheet(painter, self.sheet, box, self.shadow, hair)


@dataclass(frozen=True, slots=True)
class TickMark(Mark):
    """The tick, or the place for it."""

    is_ticked: bool

    @override
    def bounds(self, box: QRectF) -> QRectF:
        return _around(geometry.tick_centre(box), geometry.TICK_DIAMETER)

    @override
    def draw(self, painter: QPainter, box: QRectF, hair: float) -> None:
        draw_tick(
            painter, geometry.tick_centre(box), geometry.TICK_DIAMETER, is_ticked=self.is_ticked
        )


@dataclass(frozen=True, slots=True)
class FaceMark(Mark):
    """The face of a rating, or the place for it."""

    rating: Rating | None
    has_hairline: bool

    @override
    def bounds(self, box: QRectF) -> QRectF:
        return _around(geometry.face_centre(box), geometry.FACE_DIAMETER)

    @override
    def draw(self, painter: QPainter, box: QRectF, hair: float) -> None:
        centre = geometry.face_centre(box)
        if self.rating is None:
            draw_unrated(painter, centre, geometry.TICK_DIAMETER)
        else:
            draw_face(
                painter, self.rating, centre, geometry.FACE_DIAMETER, hairline=self.has_hairline
            )


@dataclass(frozen=True, slots=True)
class CountMark(Mark):
    """How many other notes meant the same."""

    count: int

    @override
    def bounds(self, box: QRectF) -> QRectF:
        return geometry.count_rect(box)

    @override
    def draw(self, painter: QPainter, box: QRectF, hair: float) -> None:
        place = geometry.count_rect(box)
        painter.setPen(NO_PEN)
        painter.setBrush(colour(INK, _COUNT_ALPHA))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        text = f"+{min(self.count, _LARGEST_COUNT)}"
        draw_centred(painter, text, place.center(), _COUNT_SIZE, SEMIBOLD, colour(INK))


@dataclass(frozen=True, slots=True)
class DiscMark(Mark):
    """The disc of a priority."""

    number: int

    @override
    def bounds(self, box: QRectF) -> QRectF:
        return geometry.disc_rect(box).adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)

    @override
    def draw(self, painter: QPainter, box: QRectF, hair: float) -> None:
        centre = geometry.disc_centre(box)
        draw_disc(painter, centre, geometry.DISC_DIAMETER, f"P{self.number}")


class Marks:
    """Marks drawn together, from below; the same object for notes that look the same.

    Compared by identity, so that finding the picture of a thousand notes does not take hashing
    thousands of marks.
    """

    __slots__ = ("_marks",)

    def __init__(self, *marks: Mark) -> None:
        """From the lowest to the topmost."""
        self._marks = marks

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self._marks)

    def bounds(self, box: QRectF) -> QRectF:
        """What they cover on a note of that box."""
        covered = QRectF()
        for mark in self._marks:
            covered = covered.united(mark.bounds(box))
        return covered

    def draw(self, painter: QPainter, box: QRectF, hair: float) -> None:
        """Draw them; `hair` is the width of a device pixel in mm."""
        for mark in self._marks:
            mark.draw(painter, box, hair)


class NoteMarks(NamedTuple):
    """All marks of a note, and the same in two layers: a ring goes between them."""

    all: Marks
    sheet: Marks
    above: Marks


def marks_of(look: NoteLook, shadow: Shadow, *, show_marks: bool, has_hairline: bool) -> NoteMarks:
    """The marks of a note.

    Args:
        look: What the note shows.
        shadow: Under its paper.
        show_marks: Also the places of the tick and face that are not there yet.
        has_hairline: Faces have a light line round them.
    """
    tick = look.is_ticked if geometry.shows_tick(look, show_marks=show_marks) else None
    face = (look.rating, has_hairline) if geometry.shows_face(look, show_marks=show_marks) else None
    return _marks(sheet_of(look), shadow, tick, face, look.merged_count, look.priority)


@lru_cache(maxsize=1024)
def _marks(
    sheet: Sheet,
    shadow: Shadow,
    tick: bool | None,
    face: tuple[Rating | None, bool] | None,
    merged_count: int,
    priority: int | None,
) -> NoteMarks:
    """As values that are made once: a thousand notes share a few dozen sets."""
    marks: list[Mark] = []
    if tick is not None:
        marks.append(TickMark(tick))
    if face is not None:
        marks.append(FaceMark(*face))
    if merged_count:
        marks.append(CountMark(merged_count))
    if priority is not None:
        marks.append(DiscMark(priority))
    paper = SheetMark(sheet, shadow)
    return NoteMarks(Marks(paper, *marks), Marks(paper), Marks(*marks))


def _around(centre: QPointF, diameter: float) -> QRectF:
    reach = diameter / 2 + _SLACK
    return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
