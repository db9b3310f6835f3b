"""How a wall fits a panel that people stand at: notes of paper's size, smaller only as needed."""

from motwall.model.layout import best_width
from motwall.model.order import runs
from motwall.model.store import Store
from motwall.model.tracks import Arrangement
from motwall.model.wrapping import break_into_lines, line_width

#: Of its real size, the least a note is shown at: its words have a cap height of 5 mm then, to be
#: read from a good metre (ISO 9241-3).
READABLE = 0.6
#: A long strip is given up below this: its notes can be read from a step or two away, and lines of
#: larger notes fill a panel that is not so wide.
STRIP = 0.85


def room_width(
    store: Store,
    width: float,
    height: float,
    arrangement: Arrangement = Arrangement.ROWS,
    *,
    shows_curve: bool = False,
) -> float | None:
    """The length of a line on a panel, mm; None for one long strip, as long as that is readable.

    Args:
        store: The wall.
        width: Of the view, mm of the screen.
        height: The same.
        arrangement: What lies below each other on a line.
        shows_curve: With room for the rating curves below each line.
    """
    lines = break_into_lines(runs(store), None)
    if not lines or line_width(lines[0]) * STRIP <= width:
        return None
    return best_width(store, width, height, 1.0, arrangement, shows_curve=shows_curve)


def room_scale(size: tuple[float, float], width: float, height: float) -> float:
    """The scale at which a wall fits into a view: 1.0 is real size, READABLE the least.

    Args:
        size: Width and height of the wall, mm.
        width: Of the view, mm of the screen.
        height: The same.
    """
    return max(READABLE, min(1.0, width / size[0], height / size[1]))
