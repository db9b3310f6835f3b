"""Where a note appears that somebody adds at one side of a panel: unsorted, within reach."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import chain
from typing import NamedTuple

from motwall.model.beside import overlap, place_beside
from motwall.model.layout import NOTE_HEIGHT, STACK_PITCH, Rect
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.targets import UnsortedTarget
from motwall.model.wrapping import COLUMN_PITCH, NOTE_WIDTH

#: Kept free between the note and the edge of what is seen, mm.
_EDGE = 8.0
#: When every place in reach is taken, notes lie a little beside each other, mm.
_ASIDE = 14.0


class Side(Enum):
    """Of the panel."""

    LEFT = auto()
    RIGHT = auto()


class Boards(NamedTuple):
    """Key pads, bars and cards over the wall, mm from the origin of the unsorted area.

    Attributes:
        taken: Where those lie that are open.
        written: The notes whose pads they are.
        pad: Width and height of the pad that the new note gets.
        room: What boards may cover.
        gap: Between two of them.
    """

    taken: Sequence[Rect]
    written: Sequence[Rect]
    pad: tuple[float, float]
    room: Rect
    gap: float


def spot_near(store: Store, side: Side, seen: Rect, boards: Boards | None = None) -> UnsortedTarget:
    """The free place nearest to a side, as high in the unsorted area as can be seen.

    Several people add from one corner: a new note lies under nobody's board, and its own pad has
    room beside it without lying over what others write, as long as there is such a place.

    Args:
        store: The wall.
        side: Where the one stands who adds.
        seen: What is seen of the unsorted area, mm from its origin; it may be empty, or lie beside
            the area if that is out of view.
        boards: What lies over the wall; None for nothing.
    """
    unsorted = store.referring(Moment, "step_id", None)
    notes = [_note(one.x, one.y) for one in unsorted]
    taken = boards.taken if boards is not None else ()
    covered: Rect | None = None
    for spot in _spots(side, seen):
        if any(overlap(spot, one) for one in chain(notes, taken)):
            continue
        if boards is None or _has_pad_room(spot, boards):
            return UnsortedTarget(spot.x, spot.y)
        covered = covered or spot
    if covered is not None:
        return UnsortedTarget(covered.x, covered.y)
    x, y = max(0.0, _first(side, seen)), _top(seen)
    while not _is_own(notes, x, y) or any(overlap(_note(x, y), one) for one in taken):
        x, y = x + _ASIDE, y + _ASIDE
    return UnsortedTarget(x, y)


def _spots(side: Side, seen: Rect) -> Iterator[Rect]:
    """Where a note may lie: at its side first, line by line, then in the other half."""
    way = COLUMN_PITCH if side is Side.LEFT else -COLUMN_PITCH
    middle = seen.x + seen.width / 2 - NOTE_WIDTH / 2
    near: list[float] = []
    far: list[float] = []
    x = _first(side, seen)
    while seen.x <= x <= seen.right - NOTE_WIDTH:
        is_near = x <= middle if side is Side.LEFT else x >= middle
        (near if is_near else far).append(max(0.0, x))
        x += way
    top = _top(seen)
    lines = max(1, int((seen.bottom - top - NOTE_HEIGHT) // STACK_PITCH) + 1)
    for columns in (near, far):
        for line in range(lines):
            yield from (_note(x, top + line * STACK_PITCH) for x in columns)


def _first(side: Side, seen: Rect) -> float:
    return seen.x + _EDGE if side is Side.LEFT else seen.right - _EDGE - NOTE_WIDTH


def _top(seen: Rect) -> float:
    return max(0.0, seen.y + _EDGE if seen.y > 0 else 0.0)


def _note(x: float, y: float) -> Rect:
    return Rect(x, y, NOTE_WIDTH, NOTE_HEIGHT)


def _has_pad_room(note: Rect, boards: Boards) -> bool:
    """Whether the pad lies at its note, and over nothing that others use.

    Nor may it hide what others write: the layer of boards knows boards, but not their notes.
    """
    pad = place_beside(boards.pad, note, boards.room, boards.taken, boards.gap)
    middle = note.x + note.width / 2
    is_at_note = pad.x <= middle <= pad.right and not overlap(pad, note)
    used = chain(boards.taken, boards.written)
    return is_at_note and not any(overlap(pad, one) for one in used)


def _is_own(notes: Sequence[Rect], x: float, y: float) -> bool:
    """Whether no note lies right there, hidden by the new one."""
    return all(abs(one.x - x) >= _ASIDE / 2 or abs(one.y - y) >= _ASIDE / 2 for one in notes)
