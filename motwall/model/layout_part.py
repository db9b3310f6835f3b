"""The part of a wall's layout that lies on an area: what has to be drawn there."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from motwall.model.layout import Line, Rect, WallLayout


def part_of(layout: WallLayout, area: Rect) -> WallLayout:
    """The layout with only those lines, columns and bands that an area touches, mm.

    Notes and the columns by id are left as they are: a drawing of the ground does not ask for them.
    """
    lines = layout.lines
    first = bisect_left(lines, area.y, key=lambda line: line.bottom)
    last = bisect_right(lines, area.bottom, key=lambda line: line.top)
    bands = [one for one in layout.bands if _meet(one.rect, area)]
    shown = tuple(_cut(line, area) for line in lines[first:last])
    return replace(layout, lines=shown, bands=tuple(bands))


def first_difference(one: WallLayout, other: WallLayout) -> float | None:
    """From which height on, mm, two layouts have another ground; None if they have the same.

    The ground is all but the notes: bands, columns with their numbers, the unsorted area.
    """
    pairs = zip(one.lines, other.lines, strict=False)
    line = next((mine for mine, its in pairs if mine != its), None)
    if line is not None:
        return line.top
    fewer = min(len(one.lines), len(other.lines))
    if len(one.lines) != len(other.lines):
        return max(one.lines, other.lines, key=len)[fewer].top
    bands = [(mine, its) for mine, its in zip(one.bands, other.bands, strict=False) if mine != its]
    if bands:
        return min(mine.rect.y for mine, _its in bands)
    if (one.unsorted, one.ghost) != (other.unsorted, other.ghost):
        return min(one.unsorted.y, other.unsorted.y)
    return None


def _cut(line: Line, area: Rect) -> Line:
    columns = line.columns
    first = bisect_left(columns, area.x, key=lambda column: column.rect.right)
    last = bisect_right(columns, area.right, key=lambda column: column.rect.x)
    return line._replace(columns=columns[first:last])


def _meet(one: Rect, other: Rect) -> bool:
    return (
        one.x <= other.right
        and other.x <= one.right
        and one.y <= other.bottom
        and other.y <= one.bottom
    )
