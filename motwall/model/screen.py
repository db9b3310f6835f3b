"""How large a screen really is, and how large things on it have to be for people who stand at it.

Qt counts in logical pixels, people in millimetres. What a screen says of its own size is often
wrong, so the size is asked once, as the diagonal in inches that is printed on every panel.
"""

from math import ceil, hypot
from typing import NamedTuple

MM_PER_INCH = 25.4
#: The least side of what a finger taps, mm, for people who stand: as good as 25, better than 10 to
#: 15 (Colle & Hiszem 2004).
TARGET = 20.0
#: Between two of them, mm.
GAP = 3.0
#: The least height of the posts: what everybody needs all the time, mm.
POST_HEIGHT = 40.0
#: Of the form beside the wall, mm.
FORM_WIDTH = 420.0
#: Of the band that says what to do now, mm, on a panel of `HEADER_FOR` mm height: the words are
#: read from 4 m there, and from less far on a smaller one.
HEADER_HEIGHT = 90.0
HEADER_FOR = 1071.0
#: Nobody reaches higher than this share of the screen from its top.
OUT_OF_REACH = 1 / 3
#: Each bank card of the world is as long as this, mm (ISO/IEC 7810 ID-1).
CARD_LENGTH = 85.6
#: The least that shows all of Room in its true size, mm; a smaller window shows it smaller.
LEAST_ROOM = (940.0, 520.0)
#: From this width on people stand at a screen rather than sit, mm.
WALL_WIDTH = 1000.0
#: The smallest control on Desk (WCAG 2.5.8), px; in Room it is TARGET mm.
DESK_TARGET = 24

#: Diagonals in inches: what panels usually have, and what can be believed.
USUAL_INCHES = (55.0, 65.0, 75.0, 86.0)
LEAST_INCHES, MOST_INCHES = 10.0, 150.0
#: How far sides may be from the pixels' to be believed: projectors say 160 x 90 mm and the like.
_ASPECT_SLACK = 0.08


class Screen(NamedTuple):
    """A screen as the system tells of it.

    Attributes:
        key: What it is known by from one day to the next.
        width: In pixels of the device.
        height: The same.
        ratio: Pixels of the device in a logical pixel.
        says: The sides it says it has, mm; often wrong, or 0.
    """

    key: str
    width: float
    height: float
    ratio: float = 1.0
    says: tuple[float, float] = (0.0, 0.0)

    @property
    def diagonal(self) -> float:
        """From corner to corner, logical pixels."""
        return hypot(self.width, self.height) / self.ratio

    def px_per_mm(self, inches: float) -> float:
        """Logical pixels in a mm, if its diagonal is so many inches long."""
        return self.diagonal / (inches * MM_PER_INCH)

    def inches_at(self, px_per_mm: float) -> float:
        """How long its diagonal is, if a mm has so many logical pixels."""
        return bounded_inches(self.diagonal / (px_per_mm * MM_PER_INCH))

    def width_mm(self, inches: float) -> float:
        """How wide it is, if its diagonal is so many inches long."""
        return self.width / self.ratio / self.px_per_mm(inches)

    @property
    def said_inches(self) -> float | None:
        """The diagonal by what the screen says; None if that cannot be believed."""
        wide, tall = self.says
        if wide <= 0 or tall <= 0 or self.width <= 0 or self.height <= 0:
            return None
        inches = hypot(wide, tall) / MM_PER_INCH
        is_alike = abs(wide * self.height / (tall * self.width) - 1) <= _ASPECT_SLACK
        return inches if is_alike and is_plausible(inches) else None

    @property
    def is_wall(self) -> bool:
        """It seems to be one that people stand at: Room is worth offering."""
        inches = self.said_inches
        return inches is not None and self.width_mm(inches) > WALL_WIDTH


def is_plausible(inches: float) -> bool:
    """Whether a screen may have that diagonal."""
    return LEAST_INCHES <= inches <= MOST_INCHES


def bounded_inches(inches: float) -> float:
    """The nearest diagonal that a screen may have."""
    return max(LEAST_INCHES, min(MOST_INCHES, inches))


class Millimetres(NamedTuple):
    """What a mm is on a screen: logical pixels for widgets, always whole and never too few."""

    px_per_mm: float

    def px(self, mm: float) -> int:
        """So many mm in pixels."""
        # Not a pixel more because of how computers count.
        return ceil(round(mm * self.px_per_mm, 6))

    @property
    def zoom(self) -> float:
        """How much larger widgets made for Desk have to be: their smallest becomes TARGET mm."""
        return self.px(TARGET) / DESK_TARGET

    def header_height(self, window_height: int) -> int:
        """Of the band with the words for all, px, in a window of that height, px."""
        return round(window_height * HEADER_HEIGHT / HEADER_FOR)


def fitting(px_per_mm: float, width: float, height: float) -> float:
    """The px per mm at which all of Room fits into a window.

    Args:
        px_per_mm: As it really is.
        width: Of the window, px.
        height: The same.

    Returns:
        The true one wherever there is room for it; less in a window that is too small, as on a
        laptop, where Room is only looked at.
    """
    least_width, least_height = LEAST_ROOM
    return max(0.01, min(px_per_mm, width / least_width, height / least_height))
