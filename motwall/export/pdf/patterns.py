"""The pattern of a contact type on a strip: what tells the types apart without colour."""

import math
from collections.abc import Callable, Iterator

from motwall.export.pdf.sheet import Command, Pen, Sheet
from motwall.model.layout import Rect
from motwall.model.records import ContactType, Pattern

_INK = "#3A3A38"
_LINE = Pen(_INK, 0.45)
_OUTLINE = Pen("#3A3A38", 0.5)
_PITCH = 3.4
#: Patterns are kept in sizes that go up by so many points.
_TILE = 25.0
#: Distance of the dots and their size, points; each row is shifted by half.
_DOTS = {
    Pattern.SPARSE_DOTS: (6.0, 0.9),
    Pattern.LIGHT_DOTS: (4.2, 1.0),
    Pattern.MID_DOTS: (3.1, 1.1),
    Pattern.DARK_DOTS: (2.5, 1.25),
    Pattern.DARKEST_DOTS: (2.1, 1.5),
}
_PALENESS = 0.5


def draw_strip(sheet: Sheet, area: Rect, contact_type: ContactType, *, is_pale: bool) -> None:
    """Fill a rectangle with a type's colour and pattern and outline it.

    Args:
        sheet: The page.
        area: The strip.
        contact_type: Whose colour and pattern.
        is_pale: The colour is mixed with white, to save ink.
    """
    colour = contact_type.colour
    sheet.box(area, fill=paled(colour) if is_pale else colour)
    if contact_type.pattern is not Pattern.PLAIN:
        with sheet.clipped(area):
            _stamp(sheet, area, contact_type.pattern)
    sheet.box(area, pen=_OUTLINE)


def paled(colour: str) -> str:
    """A colour mixed with white."""
    parts = bytes.fromhex(colour[1:])
    mixed = (round(255 - (255 - part) * _PALENESS) for part in parts)
    return "#" + "".join(f"{part:02X}" for part in mixed)


def _stamp(sheet: Sheet, area: Rect, pattern: Pattern) -> None:
    """Show enough of the pattern, in a size that many strips share."""
    width, height = (math.ceil(side / _TILE) * _TILE for side in (area.width, area.height))
    tile = Rect(area.x, area.y, width, height)
    whole = Rect(0.0, 0.0, width, height)
    sheet.stamp(f"{pattern}-{width:g}-{height:g}", tile, lambda page: _fill(page, whole, pattern))


def _fill(sheet: Sheet, area: Rect, pattern: Pattern) -> None:
    if pattern in _DOTS:
        pitch, size = _DOTS[pattern]
        sheet.path(list(_dots(area, pitch)), pen=Pen(_INK, size))
        return
    sheet.path([line for draw in _LINES[pattern] for line in draw(area)], pen=_LINE)


def _slanted(area: Rect) -> Iterator[Command]:
    """Lines like a slash."""
    for x in _steps(area.x - area.height, area.right, _PITCH * 1.3):
        yield "M", x, area.bottom
        yield "L", x + area.height, area.y


def _back_slanted(area: Rect) -> Iterator[Command]:
    for x in _steps(area.x - area.height, area.right, _PITCH * 1.3):
        yield "M", x, area.y
        yield "L", x + area.height, area.bottom


def _level(area: Rect) -> Iterator[Command]:
    for y in _steps(area.y, area.bottom, _PITCH):
        yield "M", area.x, y
        yield "L", area.right, y


def _upright(area: Rect) -> Iterator[Command]:
    for x in _steps(area.x, area.right, _PITCH):
        yield "M", x, area.y
        yield "L", x, area.bottom


def _dots(area: Rect, pitch: float) -> Iterator[Command]:
    # A line of no length with round ends is a dot.
    for row, y in enumerate(_steps(area.y, area.bottom, pitch / 2)):
        for x in _steps(area.x - pitch / 2 * (row % 2), area.right, pitch):
            yield "M", x, y
            yield "L", x, y


def _steps(first: float, last: float, pitch: float) -> Iterator[float]:
    position = first + pitch / 2
    while position < last:
        yield position
        position += pitch


_LINES: dict[Pattern, tuple[Callable[[Rect], Iterator[Command]], ...]] = {
    Pattern.HATCH: (_slanted,),
    Pattern.BACK_HATCH: (_back_slanted,),
    Pattern.CROSS_HATCH: (_slanted, _back_slanted),
    Pattern.LINES: (_level,),
    Pattern.BARS: (_upright,),
    Pattern.GRID: (_level, _upright),
}
