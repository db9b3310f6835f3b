"""How large things to tap on the wall are: in mm of the panel in Room, in pixels on Desk."""

from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class TapSizes:
    """Sizes in logical pixels of the screen; they do not depend on the zoom of the wall.

    Attributes:
        is_room: Several people with fingers, rather than one with a mouse.
        button: The least side of a button.
        key: The side of a key of the key pad.
        gap: Between two of them, and around all.
        text: Font size of the words on a button.
        icon: Side of the icon on a button.
        letter: Font size of a key.
        line: Font size of what is being written.
        stroke: Width of a ring or an outline.
    """

    is_room: bool
    button: int
    key: int
    gap: int
    text: float
    icon: float
    letter: float
    line: float
    stroke: float


#: The least side of a button, 20 mm, with 3 mm between: what a standing person hits with a finger
#: (Colle & Hiszem 2004). Words have a cap height of 4 mm, read from an arm's length (ISO 9241-3).
_BUTTON_MM, _GAP_MM, _TEXT_MM, _ICON_MM = 20.0, 3.0, 5.6, 8.4
_LETTER_MM, _LINE_MM, _STROKE_MM = 9.0, 8.6, 0.9

DESK_SIZES = TapSizes(
    is_room=False,
    button=44,
    key=40,
    gap=5,
    text=11.5,
    icon=18.0,
    letter=17.0,
    line=16.0,
    stroke=2.0,
)


def room_sizes(px_per_mm: float) -> TapSizes:
    """The sizes on a panel.

    Args:
        px_per_mm: Logical pixels of the screen per mm of it: 2.02 on an 86-inch panel of 3840 x
            2160 pixels.
    """
    return TapSizes(
        is_room=True,
        button=ceil(_BUTTON_MM * px_per_mm),
        key=ceil(_BUTTON_MM * px_per_mm),
        gap=ceil(_GAP_MM * px_per_mm),
        text=_TEXT_MM * px_per_mm,
        icon=_ICON_MM * px_per_mm,
        letter=_LETTER_MM * px_per_mm,
        line=_LINE_MM * px_per_mm,
        stroke=max(1.5, _STROKE_MM * px_per_mm),
    )
