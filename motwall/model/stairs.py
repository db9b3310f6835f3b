"""A ladder drawn as stairs: one step up for each rung, the current one marked."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from motwall.i18n import translate
from motwall.model.belongings import rungs_of
from motwall.model.charts import Anchor, Box, Chart, ChartLook, Face, Ink, Spot, Stroke, Words
from motwall.model.dates import date_words
from motwall.model.figures import figure_words
from motwall.model.records import Ladder, Rating, Rung
from motwall.model.rungs import current_rung
from motwall.model.store import Store
from motwall.model.textfit import LINE_SPACING, fit_text

#: How much of the height the first step has; the others share the rest, but for the top line.
_FIRST = 0.45
#: Of the text size: room above the highest step for its number and its face.
_TOP = 2.6
_MARGIN = 0.4
#: Of the text size: the narrowest steps with a face above them.
_FACE_AND_NUMBER, _FACE_ALONE = 4.5, 2.2


class Tread(NamedTuple):
    """One step of the stairs, from the left.

    Attributes:
        rung_id: None is the start.
        ink: Reached, current, or still ahead.
        number: With its unit; "" for a promise without one.
        bare_number: Without it, for where there is little room.
        promise: What is promised; may be long.
        day: When it was reached, else by when; "" if nobody said.
        rating: What it should lead to, or None.
    """

    rung_id: str | None
    ink: Ink
    number: str
    bare_number: str
    promise: str
    day: str
    rating: Rating | None


def treads(store: Store, ladder_id: str, today: date) -> list[Tread]:
    """What stands on the steps: the start, if it is known, and each rung."""
    ladder = store.get(Ladder, ladder_id)
    current = current_rung(store, ladder_id)
    rungs = rungs_of(store, ladder_id)
    reached = rungs.index(current) if current else -1
    found = [_start(ladder, today, is_current=current is None)]
    for place, rung in enumerate(rungs):
        ink = Ink.REACHED if place < reached else Ink.AHEAD
        found.append(_tread(ladder, rung, Ink.CURRENT if rung == current else ink, today))
    return found


def stairs_chart(store: Store, ladder_id: str, look: ChartLook, today: date) -> Chart:
    """The stairs of a ladder: numbers above the steps; promises and days on them.

    Args:
        store: The wall.
        ladder_id: Which ladder.
        look: At least six times as high as its text; a step is better a dozen times as wide.
        today: For dates in words.
    """
    steps = treads(store, ladder_id, today)
    size = look.text_size
    tread = look.width / len(steps)
    rise = max(0.0, look.height * (1 - _FIRST) - _TOP * size) / max(1, len(steps) - 1)
    boxes: list[Box] = []
    outline: list[Spot] = []
    faces: list[Face] = []
    words: list[Words] = []
    for place, one in enumerate(steps):
        box = Box(one.ink, place * tread, look.height * (1 - _FIRST) - place * rise, tread, 0.0)
        box = box._replace(height=look.height - box.y)
        boxes.append(box)
        outline += [Spot(box.x, box.y), Spot(box.x + tread, box.y)]
        words += _words_on(one, box, look)
        if one.rating is not None and _has_room_for_face(one, box, look):
            right = box.x + tread - (_MARGIN + 1.4) * size
            faces.append(Face(one.rating, right, box.y - 1.7 * size, 1.4 * size))
    return Chart(
        width=look.width,
        height=look.height,
        boxes=tuple(boxes),
        strokes=(Stroke(Ink.AXIS, tuple(outline)),),
        faces=tuple(faces),
        words=tuple(words),
    )


def _start(ladder: Ladder, today: date, *, is_current: bool) -> Tread:
    number, bare = _numbers(ladder.start_value, ladder.unit)
    day = date_words(ladder.starts_on, today) if ladder.starts_on else ""
    ink = Ink.CURRENT if is_current else Ink.REACHED
    return Tread(None, ink, number, bare, "", day, None)


def _tread(ladder: Ladder, rung: Rung, ink: Ink, today: date) -> Tread:
    number, bare = _numbers(rung.value, ladder.unit)
    day = rung.reached_on or rung.due
    words = date_words(day, today) if day else ""
    return Tread(rung.id, ink, number, bare, rung.promise, words, rung.expected_rating)


def _numbers(value: float | None, unit: str) -> tuple[str, str]:
    """A number with its unit and without."""
    return ("", "") if value is None else (figure_words(value, unit), figure_words(value))


def _has_room_for_face(tread: Tread, box: Box, look: ChartLook) -> bool:
    """Whether a face fits above a step, beside the number if there is one."""
    return box.width >= (_FACE_AND_NUMBER if tread.number else _FACE_ALONE) * look.text_size


def _words_on(tread: Tread, box: Box, look: ChartLook) -> Sequence[Words]:
    """The number above a step; on it where we are, the promise and the day, cut to what fits."""
    size = look.text_size
    width = max(size, box.width - 2 * _MARGIN * size)
    left = box.x + _MARGIN * size
    words: list[Words] = []
    if tread.number:
        face = 1.8 * size if tread.rating and _has_room_for_face(tread, box, look) else 0.0
        room = max(size, width - face)
        is_short = look.width_of(tread.number) > room
        fitted = look.line(tread.bare_number if is_short else tread.number, room)
        words.append(Words(tread.ink, left, box.y - _MARGIN * size, fitted, size))
    below = 0.0
    if tread.day and box.height >= (LINE_SPACING + _MARGIN) * size:
        below = size * LINE_SPACING
        fitted = look.line(tread.day, width)
        y = box.y + box.height - _MARGIN * size
        words.append(Words(Ink.LABEL, left, y, fitted, size, Anchor.START))
    room = box.height - below - 2 * _MARGIN * size
    top = box.y + (_MARGIN + 1) * size
    here = translate("Stairs", "We are here")
    is_wide = look.width_of(here) <= width and room >= size * LINE_SPACING
    if tread.ink is Ink.CURRENT and is_wide:
        words.append(Words(tread.ink, left, top, here, size))
        top, room = top + size * LINE_SPACING, room - size * LINE_SPACING
    if tread.promise and room >= size * LINE_SPACING:
        lines = fit_text(tread.promise, width, room, [size], look.unit_width).lines
        for place, line in enumerate(lines):
            y = top + place * LINE_SPACING * size
            words.append(Words(Ink.LABEL, left, y, line, size))
    return words
