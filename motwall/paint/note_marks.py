"""What lies on a note beside its words, as values: equal marks look the same, so one picture does.

Every mark knows what it covers and how it is drawn, in mm from the note's top left corner.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from typing_extensions import override

from motwall.model.note_look import NoteLook
from motwall.model.records import Rating
from motwall.paint import note_geometry as geometry
from motwall.paint.colours import NO_PEN, colour, pen
from motwall.paint.faces import WHITE, draw_disc, draw_face, draw_tick, draw_unrated
from motwall.paint.labels import SEMIBOLD, draw_centred
from motwall.paint.note_paper import Shadow, Sheet, draw_sheet, sheet_of
from motwall.paint.tokens import INK

if TYPE_CHECKING:
    from motwall.model.trend_line import Trend

_COUNT_SIZE = 8.4
_COUNT_ALPHA = 26
#: Room for anti-aliased edges and hairlines.
_SLACK = 1.0
#: The number on a note that stands for very many others still fits its place.
_LARGEST_COUNT = 99
#: Of the open actions: a squarer box than that of "+2", and an arrow before the number.
_ACTION_RADIUS = 2.6
_MOST_ACTIONS = 9
_BESIDE_ARROW = QPointF(2.9, 0.0)
_ARROW_TIP, _ARROW_LINE = 7.2, 1.1
_ARROW_LENGTH, _ARROW_HEAD = QPointF(-4.6, 0.0), QPointF(-2.0, 2.0)


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
class ActionMark(Mark):
    """How many actions are still to be done; dark with an exclamation mark when one is overdue."""

    count: int
    is_overdue: bool

    @override
    def bounds(self, box: QRectF) -> QRectF:
        return geometry.action_rect(box)

    @override
    def draw(self, painter: QPainter, box: QRectF, hair: float) -> None:
        place = geometry.action_rect(box)
        painter.setPen(NO_PEN)
        painter.setBrush(colour(INK) if self.is_overdue else colour(INK, _COUNT_ALPHA))
        painter.drawRoundedRect(place, _ACTION_RADIUS, _ACTION_RADIUS)
        ink = colour(WHITE) if self.is_overdue else colour(INK)
        text = str(self.count) if self.count <= _MOST_ACTIONS else f"{_MOST_ACTIONS}+"
        middle = place.center()
        if self.is_overdue:
            draw_centred(painter, f"!{text}", middle, _COUNT_SIZE, SEMIBOLD, ink)
            return
        draw_centred(painter, text, middle + _BESIDE_ARROW, _COUNT_SIZE, SEMIBOLD, ink)
        tip = QPointF(place.left() + _ARROW_TIP, middle.y())
        painter.setPen(pen(INK, _ARROW_LINE))
        for end in (_ARROW_LENGTH, _ARROW_HEAD, QPointF(_ARROW_HEAD.x(), -_ARROW_HEAD.y())):
            painter.drawLine(tip, tip + end)


@dataclass(frozen=True, slots=True)
class TrendMark(Mark):
    """The latest readings of a measure as a line, and where the last one has gone."""

    trend: "Trend"

    @override
    def bounds(self, box: QRectF) -> QRectF:
        return geometry.trend_rect(box)

    @override
    def draw(self, painter: QPainter, box: QRectF, hair: float) -> None:
        # Few walls have measures: they are read about when one is painted.
        from motwall.paint.note_trend import draw_trend  # noqa: PLC0415

        draw_trend(painter, self.trend, geometry.trend_rect(box))


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

    Attributes:
        parts: What they are made of, where pictures of the parts can be put together.
    """

    __slots__ = ("_marks", "parts")

    def __init__(self, *marks: Mark, parts: "tuple[Marks, ...]" = ()) -> None:
        """From the lowest to the topmost."""
        self._marks = marks
        self.parts = parts

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


#: The marks of notes that look the same, by what makes them so. A contact type is known by its
#: identity: hashing a record for every note of every painting takes longer than drawing it. So is
#: a trend. Each value holds them, so that no other can take their place in memory.
_KNOWN: dict[tuple[object, ...], tuple[object, NoteMarks]] = {}
_MOST_KNOWN = 2048


def marks_of(look: NoteLook, shadow: Shadow, *, show_marks: bool, has_hairline: bool) -> NoteMarks:
    """The marks of a note.

    Args:
        look: What the note shows.
        shadow: Under its paper.
        show_marks: Also the places of the tick and face that are not there yet.
        has_hairline: Faces have a light line round them.
    """
    tick = look.is_ticked if look.is_ticked or show_marks else None
    has_face = look.rating is not None or show_marks
    key = (
        id(look.contact_type),
        look.is_prompt,
        tick,
        has_face,
        look.rating,
        look.merged_count,
        look.open_actions,
        look.is_overdue,
        id(look.trend),
        look.priority,
        has_hairline,
        shadow.drop,
    )
    known = _KNOWN.get(key)
    if known is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        above = _above(look, tick, (look.rating, has_hairline) if has_face else None)
        held = (look.contact_type, look.trend)
        known = _KNOWN[key] = (held, _marks(SheetMark(sheet_of(look), shadow), above))
    return known[1]


def _above(
    look: NoteLook, tick: bool | None, face: tuple[Rating | None, bool] | None
) -> tuple[Mark, ...]:
    """What lies on the paper."""
    marks: list[Mark] = []
    if tick is not None:
        marks.append(TickMark(tick))
    if face is not None:
        marks.append(FaceMark(*face))
    if look.merged_count:
        marks.append(CountMark(look.merged_count))
    if look.trend is not None:
        marks.append(TrendMark(look.trend))
    if look.open_actions:
        marks.append(ActionMark(look.open_actions, look.is_overdue))
    if look.priority is not None:
        marks.append(DiscMark(look.priority))
    return tuple(marks)


def _marks(paper: SheetMark, above: tuple[Mark, ...]) -> NoteMarks:
    sheet, marks = _layer((paper,)), _layer(above)
    together = Marks(paper, *above, parts=(sheet, marks)) if above else sheet
    return NoteMarks(together, sheet, marks)


@lru_cache(maxsize=1024)
def _layer(marks: tuple[Mark, ...]) -> Marks:
    """The same object for the same marks."""
    return Marks(*marks)


def _around(centre: QPointF, diameter: float) -> QRectF:
    reach = diameter / 2 + _SLACK
    return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
