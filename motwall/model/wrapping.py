"""Breaks the timeline into lines as text is broken: between stages first, then within one."""

from collections.abc import Sequence
from typing import NamedTuple

from motwall.model.order import Run
from motwall.model.records import Step

#: From one column to the next, mm.
COLUMN_PITCH = 108.0
NOTE_WIDTH = 100.0
BAND_PADDING = 8.0
BAND_GAP = 7.0
#: So many columns of a run may be on a line without the others.
_LEAST_PART = 2


class Part(NamedTuple):
    """The steps of one run that share a line: `run.steps[first:last]`."""

    run: Run
    first: int
    last: int

    @property
    def steps(self) -> Sequence[Step]:
        """The steps."""
        return self.run.steps[self.first : self.last]

    @property
    def width(self) -> float:
        """Of the band around them, mm."""
        return band_width(self.last - self.first)


def band_width(columns: int) -> float:
    """The width of a band with so many columns, mm."""
    return columns * COLUMN_PITCH - (COLUMN_PITCH - NOTE_WIDTH) + 2 * BAND_PADDING


def line_width(line: Sequence[Part]) -> float:
    """The width of a line of bands, mm."""
    return sum(part.width for part in line) + BAND_GAP * (len(line) - 1)


def break_into_lines(
    runs: Sequence[Run], width: float | None, *, fills_lines: bool = False
) -> list[list[Part]]:
    """Break runs into lines no longer than `width` mm (None: one line), of at least a column.

    A run that would fit a line of its own starts a new one rather than being broken, unless
    `fills_lines`: then only one of which a single column would be left behind.
    """
    lines: list[list[Part]] = [[]]
    for run in runs:
        first = 0
        count = len(run.steps)
        while first < count:
            room = _room(lines[-1], width, count - first)
            fits_alone = first == 0 and _room([], width, count) == count
            is_whole = fits_alone and (not fills_lines or room < _LEAST_PART)
            if lines[-1] and (room == 0 or (room < count - first and is_whole)):
                lines.append([])
                continue
            last = first + max(1, room)
            lines[-1].append(Part(run, first, last))
            first = last
            if first < count:
                lines.append([])
    return [line for line in lines if line]


def _room(line: Sequence[Part], width: float | None, wanted: int) -> int:
    """How many of the wanted columns still fit on the line as one more band."""
    if width is None:
        return wanted
    left = width - (line_width(line) + BAND_GAP if line else 0.0)
    columns = int((left - 2 * BAND_PADDING + (COLUMN_PITCH - NOTE_WIDTH)) // COLUMN_PITCH)
    return max(0, min(wanted, columns))
