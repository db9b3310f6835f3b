"""One person's double tap, told from the taps of two."""

from collections.abc import Callable
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF

DOUBLE_TAP_SECONDS = 0.45
DOUBLE_TAP_MM = 12.0


class _Tap(NamedTuple):
    thing: object
    at: QPointF
    time: float


class Taps:
    """Remembers the taps of the last moment: many people tap at the same time."""

    def __init__(self, now: Callable[[], float]) -> None:
        """`now` tells seconds."""
        self.now = now
        self._recent: list[_Tap] = []

    def is_double(self, thing: object, at: QPointF, pressed: float, px_per_mm: float) -> bool:
        """Whether a tap that ends now is the second of two; a first one is remembered.

        Args:
            thing: What was tapped.
            at: Where, px.
            pressed: When the finger went down. Two taps that overlap are two fingers' taps.
            px_per_mm: Of the screen.
        """
        now = self.now()
        self._recent = [one for one in self._recent if now - one.time <= DOUBLE_TAP_SECONDS]
        for one in self._recent:
            way = at - one.at
            is_near = hypot(way.x(), way.y()) <= DOUBLE_TAP_MM * px_per_mm
            if is_near and one.thing == thing and one.time <= pressed:
                self._recent.remove(one)
                return True
        self._recent.append(_Tap(thing, at, now))
        return False
