"""How large the wall is shown: from an overview to one note filling the screen."""

#: Desk at 100 %: pixels on screen per millimetre of wall.
DESK_UNIT = 1.32
#: A wall of 20,000 notes can still be seen as a whole.
LEAST = 0.02
MOST = 6.0
#: One press of Ctrl++, one notch of the wheel.
STEP = 1.2


def bounded(scale: float) -> float:
    """The nearest scale that may be shown, in px per mm."""
    return max(LEAST, min(MOST, scale))
