"""Where a note appears that somebody adds at one side of a panel: unsorted, within reach."""

from enum import Enum, auto

from motwall.model.layout import NOTE_HEIGHT, Rect
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


def spot_near(store: Store, side: Side, seen: Rect) -> UnsortedTarget:
    """The free place nearest to a side, as high in the unsorted area as can be seen.

    Args:
        store: The wall.
        side: Where the one stands who adds.
        seen: What is seen of the unsorted area, mm from its origin; it may be empty, or lie beside
            the area if that is out of view.
    """
    top = max(0.0, seen.y + _EDGE if seen.y > 0 else 0.0)
    first = seen.x + _EDGE if side is Side.LEFT else seen.right - _EDGE - NOTE_WIDTH
    way = COLUMN_PITCH if side is Side.LEFT else -COLUMN_PITCH
    middle = seen.x + seen.width / 2 - NOTE_WIDTH / 2
    x = first
    while (x <= middle) if side is Side.LEFT else (x >= middle):
        if _is_free(store, max(0.0, x), top):
            return UnsortedTarget(max(0.0, x), top)
        x += way
    x = max(0.0, first)
    while not _is_own(store, x, top):
        x, top = x + _ASIDE, top + _ASIDE
    return UnsortedTarget(x, top)


def _is_free(store: Store, x: float, y: float) -> bool:
    unsorted = store.referring(Moment, "step_id", None)
    return all(abs(one.x - x) >= NOTE_WIDTH or abs(one.y - y) >= NOTE_HEIGHT for one in unsorted)


def _is_own(store: Store, x: float, y: float) -> bool:
    """Whether no note lies right there, hidden by the new one."""
    unsorted = store.referring(Moment, "step_id", None)
    return all(abs(one.x - x) >= _ASIDE / 2 or abs(one.y - y) >= _ASIDE / 2 for one in unsorted)
