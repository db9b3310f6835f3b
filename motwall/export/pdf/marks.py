"""The signs of the wall as drawings: faces, ticks, check boxes, discs, arrows; never typed."""

import math

from motwall.export.pdf.fonts import Face
from motwall.export.pdf.sheet import INK, QUIET, WHITE, Command, Pen, Sheet, TextStyle
from motwall.model.layout import Rect
from motwall.model.records import ActionState, Rating

_FACE_COLOURS = {
    Rating.MAGICAL: "#0B5D4E",
    Rating.NEUTRAL: "#3F4A5A",
    Rating.MISERABLE: "#8C1D18",
}
_STAR_INNER = 0.56
# Where the eyes and the mouth are, as shares of the badge's half width: eyes apart, eyes down,
# mouth down, mouth half wide, how far the mouth bends downwards.
_FEATURES = {
    Rating.MAGICAL: (0.21, -0.1, 0.2, 0.27, 0.24),
    Rating.NEUTRAL: (0.3, -0.22, 0.28, 0.34, 0.0),
    Rating.MISERABLE: (0.2, -0.46, -0.02, 0.25, -0.22),
}


def draw_face(sheet: Sheet, x: float, y: float, size: float, rating: Rating) -> None:
    """Draw the badge of a rating into a square with its top left corner at x, y."""
    area = Rect(x, y, size, size)
    sheet.stamp(f"{rating}-{size:g}", area, lambda page: _draw_face(page, size / 2, rating))


def draw_open_face(sheet: Sheet, x: float, y: float, size: float, rating: Rating, pen: Pen) -> None:
    """Draw the outline of a badge: to be filled in by hand."""
    half = size / 2
    sheet.path(_badge(rating, x + half, y + half, half - pen.width / 2), pen=pen)


def draw_tick(sheet: Sheet, x: float, y: float, size: float, pen: Pen) -> None:
    """Draw a check mark into a square with its top left corner at x, y."""
    sheet.path(
        [
            ("M", x + size * 0.14, y + size * 0.54),
            ("L", x + size * 0.4, y + size * 0.8),
            ("L", x + size * 0.88, y + size * 0.24),
        ],
        pen=pen,
    )


def draw_tick_disc(sheet: Sheet, x: float, y: float, radius: float) -> None:
    """Draw the tick of a note around x, y: white on ink."""
    sheet.disc(x, y, radius, INK)
    size = radius * 1.2
    draw_tick(sheet, x - size / 2, y - size / 2, size, Pen(WHITE, radius * 0.28))


def draw_priority_disc(sheet: Sheet, x: float, y: float, radius: float, number: int) -> None:
    """Draw the disc "P1" around x, y."""
    style = TextStyle(Face.BOLD, radius, radius, WHITE)
    sheet.disc(x, y, radius, INK, Pen(WHITE, radius * 0.16))
    sheet.text_centred(x, y + radius * 0.36, f"P{number}", style)


def draw_check_box(sheet: Sheet, x: float, y: float, size: float, state: ActionState) -> None:
    """Draw the box of an action: empty, half done, ticked when done, crossed out when dropped."""
    area = Rect(x, y, size, size)
    is_dropped = state is ActionState.DROPPED
    sheet.box(area, pen=Pen(QUIET if is_dropped else INK, 0.75), radius=0.8)
    if state in {ActionState.DONE, ActionState.CHECKED}:
        draw_tick(sheet, x, y, size, Pen(INK, 1.3))
    elif state is ActionState.DOING:
        sheet.path([("M", x, y + size), ("L", x + size, y), ("L", x + size, y + size)], fill=INK)
    elif is_dropped:
        inset = size * 0.2
        corners = (x + inset, y + inset, x + size - inset, y + size - inset)
        left, top, right, bottom = corners
        cross: list[Command] = [
            ("M", left, top), ("L", right, bottom), ("M", right, top), ("L", left, bottom),
        ]  # fmt: skip
        sheet.path(cross, pen=Pen(QUIET, 0.75))


def draw_arrow(sheet: Sheet, x: float, y: float, length: float) -> None:
    """Draw an arrow to the right from x on, level with y."""
    head = length * 0.3
    end = x + length
    sheet.path(
        [
            ("M", x, y), ("L", end, y),
            ("M", end - head, y - head), ("L", end, y), ("L", end - head, y + head),
        ],
        pen=Pen(INK, 0.9),
    )  # fmt: skip


def _draw_face(sheet: Sheet, half: float, rating: Rating) -> None:
    """Fill a sheet of a square's size."""
    colour = _FACE_COLOURS[rating]
    # The outline rounds the corners: the square's most, its shape being the plainest.
    width = half * (0.6 if rating is Rating.NEUTRAL else 0.24)
    sheet.path(_badge(rating, half, half, half - width / 2), fill=colour, pen=Pen(colour, width))
    apart, eyes, mouth, wide, bend = (share * half for share in _FEATURES[rating])
    for side in (-apart, apart):
        sheet.disc(half + side, half + eyes, half * 0.1, WHITE)
    left, right, level = half - wide, half + wide, half + mouth
    curve: list[Command] = [
        ("M", left, level),
        ("C", left + wide / 2, level + bend, right - wide / 2, level + bend, right, level),
    ]
    sheet.path(curve, pen=Pen(WHITE, half * 0.17))


def _badge(rating: Rating, x: float, y: float, reach: float) -> list[Command]:
    """The outline of a badge around x, y; nowhere farther from it than `reach` sideways."""
    if rating is Rating.MAGICAL:
        return _star(x, y + reach * 0.06, reach)
    if rating is Rating.NEUTRAL:
        side = reach * 0.84
        corners = [(-side, -side), (side, -side), (side, side), (-side, side)]
    else:
        corners = [(-reach, -reach * 0.84), (reach, -reach * 0.84), (0.0, reach * 0.94)]
    return _polygon([(x + dx, y + dy) for dx, dy in corners])


def _star(x: float, y: float, radius: float) -> list[Command]:
    points: list[tuple[float, float]] = []
    for place in range(10):
        reach = radius * (_STAR_INNER if place % 2 else 1.0)
        angle = math.radians(36 * place - 90)
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return _polygon(points)


def _polygon(points: list[tuple[float, float]]) -> list[Command]:
    first, *others = points
    return [("M", *first), *(("L", *point) for point in others), ("Z",)]
