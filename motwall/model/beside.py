"""Where a board of buttons finds room beside its note: geometry in whatever unit is given."""

from collections.abc import Sequence

from motwall.model.layout import Rect

#: Below the note, above it, beside it: this is the order when several places are as good.
_BELOW, _ABOVE, _ASIDE = range(3)


def place_beside(
    size: tuple[float, float], note: Rect, visible: Rect, taken: Sequence[Rect], gap: float
) -> Rect:
    """The best place for what belongs to a note.

    Close to the note, below it if there is room, else above it, else beside it. Where all that is
    taken it goes further away, and only where nothing is free it covers something: the note rather
    than what other people use. Always inside what is visible; what is larger than that keeps its
    top left corner in view.

    Args:
        size: Width and height of what is placed.
        note: Where the note lies.
        visible: What can be seen.
        taken: Where others have their boards.
        gap: Kept free between boards, and to the note.
    """
    width, height = size
    home = Rect(note.x + (note.width - width) / 2, note.bottom + gap, width, height)
    around = [note, *taken]
    xs = {home.x, note.x, note.right - width, visible.x, visible.right - width}
    xs |= {x for one in around for x in (one.right + gap, one.x - gap - width)}
    ys = {home.y, note.y, visible.y, visible.bottom - height}
    ys |= {y for one in around for y in (one.bottom + gap, one.y - gap - height)}
    columns = {_kept(x, visible.x, visible.right - width) for x in xs}
    # Nearly always there is room below or above, and then nothing else has to be looked at.
    for level in (home.y, note.y - gap - height):
        if visible.y <= level <= visible.bottom - height:
            free = [
                spot
                for spot in (Rect(x, level, width, height) for x in columns)
                if _apart(spot, note) <= gap and not any(overlap(spot, one) for one in taken)
            ]
            if free:
                return min(free, key=lambda spot: (abs(spot.x - home.x), spot.x))
    rows = {_kept(y, visible.y, visible.bottom - height) for y in ys}
    spots = [Rect(x, y, width, height) for x in columns for y in rows]
    free = [spot for spot in spots if not any(overlap(spot, one) for one in taken)]
    if free:
        return min(free, key=lambda spot: _badness(spot, home, note, gap))
    return min(spots, key=lambda spot: (sum(overlap(spot, one) for one in taken), spot))


def shrink_to_fit(size: tuple[float, float], visible: Rect) -> float:
    """How much smaller something has to be shown to be inside what is visible; at most 1."""
    width, height = size
    return max(0.0, min(1.0, visible.width / width, visible.height / height))


def _kept(value: float, low: float, high: float) -> float:
    return max(low, min(value, high))


def _badness(spot: Rect, home: Rect, note: Rect, gap: float) -> tuple[float, ...]:
    """What speaks against a place, the worst first."""
    side = _BELOW if spot.y >= note.bottom else _ABOVE if spot.bottom <= note.y else _ASIDE
    level = home.y if side == _BELOW else note.y - gap - spot.height
    return (
        round(overlap(spot, note)),
        round(max(gap, _apart(spot, note))),
        side,
        abs(spot.x - home.x) + abs(spot.y - level),
        spot.x,
        spot.y,
    )


def overlap(one: Rect, other: Rect) -> float:
    """The area that two rectangles share; 0 where they only touch."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, width) * max(0.0, height)


def _apart(one: Rect, other: Rect) -> float:
    """How much free wall lies between two rectangles, along the longer way."""
    across = max(one.x - other.right, other.x - one.right)
    down = max(one.y - other.bottom, other.y - one.bottom)
    return max(0.0, across, down)
