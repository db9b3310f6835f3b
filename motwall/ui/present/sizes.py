"""How large everything is on a page that is presented, in pixels of the window."""

from typing import NamedTuple

from motwall.model.presenting import Frame
from motwall.paint.labels import CAP_HEIGHT
from motwall.ui.room.sizes import RoomSizes

#: Of a capital, as a share of the page's height: usual words, and the least in Room, where 10 mm
#: read from 2 m are not enough for those who sit behind.
_USUAL, _LEAST_IN_ROOM, _LEAST_MM = 1 / 40, 1 / 60, 10.0
#: A page is taken to be no higher than this share of its width.
_HIGHEST = 0.75
_SIDE, _TOP, _BOTTOM, _HEAD = 0.035, 0.045, 0.07, 0.075
#: Of the words on a note as large as a paper one, mm.
_NOTE_CAPITAL = 10.0


class PageSizes(NamedTuple):
    """Of one page.

    Attributes:
        width: Of all of it.
        height: The same.
        least: The font size of the smallest words.
        usual: The font size of most words, where there is room.
        least_on_notes: That of a note's words, if the whole wall is on one page then.
    """

    width: float
    height: float
    least: float
    usual: float
    least_on_notes: float

    @classmethod
    def of(cls, width: float, height: float, room: RoomSizes | None) -> "PageSizes":
        """For a window of that size, in px; with what Room knows of its panel, if it is one."""
        reference = max(1.0, min(height, width * _HIGHEST))
        usual = least = reference * _USUAL
        on_notes = reference * _LEAST_IN_ROOM
        if room is not None:
            least = on_notes = max(_LEAST_MM * room.px_per_mm, on_notes)
        sizes = (least, max(least, usual), on_notes)
        return cls(width, height, *(one / CAP_HEIGHT for one in sizes))

    @property
    def left(self) -> float:
        """Where words begin."""
        return self.width * _SIDE

    @property
    def room(self) -> float:
        """The width for words and notes."""
        return self.width - 2 * self.left

    @property
    def head(self) -> float:
        """Where the heading ends."""
        return self.top + self.height * _HEAD

    @property
    def top(self) -> float:
        """Where the heading begins."""
        return self.height * _TOP

    @property
    def bottom(self) -> float:
        """Where all but the number of the page ends."""
        return self.height * (1 - _BOTTOM)

    @property
    def px_per_mm(self) -> float:
        """Of the wall in reading size."""
        return self.least * CAP_HEIGHT / _NOTE_CAPITAL

    @property
    def frame(self) -> Frame:
        """How much of the wall there is room for."""
        unit = self.px_per_mm
        smallest = self.least_on_notes / self.least
        return Frame(self.room / unit, (self.bottom - self.head) / unit, smallest)
