"""Walking the wall with the arrow keys: which note lies next in a direction."""

from motwall.model.directions import Direction
from motwall.model.layout import Rect, WallLayout

#: A note off the line of sight counts as this much further away.
SIDEWAYS = 2.5


def next_note(layout: WallLayout, moment_id: str | None, direction: Direction) -> str | None:
    """The nearest note in a direction, or the one itself at the edge; the first one from nowhere.

    To the right of a line's last note lies the next line's first, as in reading.
    """
    here = layout.notes.get(moment_id or "")
    if here is None:
        return first_note(layout)
    found = _nearest(layout, here, direction)
    if found is None and direction in {Direction.LEFT, Direction.RIGHT}:
        found = _on_next_line(layout, here, is_forward=direction is Direction.RIGHT)
    return found or moment_id


def first_note(layout: WallLayout) -> str | None:
    """The top left note."""
    return min(layout.notes, key=lambda key: layout.notes[key][1::-1], default=None)


def last_note(layout: WallLayout) -> str | None:
    """The last note of the timeline; the bottom right one while there is no timeline."""
    top = layout.lines[-1].top if layout.lines else 0.0
    end = [key for key, rect in layout.notes.items() if top <= rect.y < layout.unsorted.y]
    if end:
        return max(end, key=lambda key: layout.notes[key][:2])
    return max(layout.notes, key=lambda key: layout.notes[key][1::-1], default=None)


def _nearest(layout: WallLayout, here: Rect, direction: Direction) -> str | None:
    dx, dy = direction.value
    best: tuple[float, str] | None = None
    for key, rect in layout.notes.items():
        x, y = rect.x - here.x, rect.y - here.y
        along, across = x * dx + y * dy, abs(x * dy) + abs(y * dx)
        is_beside = along > 1.0 and across <= along * 2
        if direction in {Direction.LEFT, Direction.RIGHT}:
            is_beside = is_beside and across < rect.height * 2
        if is_beside:
            best = min(best or (float("inf"), ""), (along + across * SIDEWAYS, key))
    return best[1] if best else None


def _on_next_line(layout: WallLayout, here: Rect, *, is_forward: bool) -> str | None:
    ahead = {
        key: rect
        for key, rect in layout.notes.items()
        if (rect.y - here.y > here.height if is_forward else here.y - rect.y > here.height)
    }
    if not ahead:
        return None
    if is_forward:
        top = min(rect.y for rect in ahead.values())
        line = {key: rect for key, rect in ahead.items() if rect.y - top < here.height}
        return min(line, key=lambda key: line[key].x)
    bottom = max(rect.y for rect in ahead.values())
    line = {key: rect for key, rect in ahead.items() if bottom - rect.y < here.height}
    return max(line, key=lambda key: line[key].x)
