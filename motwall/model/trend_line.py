"""A measure's latest readings, where the last has gone, and the small line they make.

Apart from `trends`, because notes show it: the wall is painted before anything else is needed.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from motwall.model.belongings import measures_of, readings_of
from motwall.model.charts import Chart, Dot, Ink, Spot, Stroke, value_range
from motwall.model.records import Better, Measure
from motwall.model.store import Store

#: More readings a line as small as on a note does not show.
_ON_NOTE = 12


class Arrow(StrEnum):
    """Where the latest reading has gone from the one before."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """What a chart of a measure shows.

    Attributes:
        measure: Its name, unit, direction and target.
        readings: Days and values, the earliest first.
        sessions: The days of sessions.
        actions: The days on which actions were done: those of the measure's moment, or all.
    """

    measure: Measure
    readings: tuple[tuple[date, float], ...]
    sessions: tuple[date, ...] = ()
    actions: tuple[date, ...] = ()

    @property
    def arrow(self) -> Arrow | None:
        """Where the latest reading has gone; None for fewer than two."""
        if len(self.readings) < 2:  # noqa: PLR2004 -- the latest and the one before
            return None
        (_, before), (_, latest) = self.readings[-2:]
        if before == latest:
            return Arrow.FLAT
        return Arrow.UP if latest > before else Arrow.DOWN

    @property
    def is_improving(self) -> bool | None:
        """Whether the arrow points the better way; None if it points neither way."""
        if self.arrow in {None, Arrow.FLAT}:
            return None
        return (self.arrow is Arrow.UP) is (self.measure.better is Better.UP)

    @property
    def is_on_target(self) -> bool | None:
        """Whether the latest reading is on the target or beyond; None without either."""
        target = self.measure.target
        if target is None or not self.readings:
            return None
        latest = self.readings[-1][1]
        return latest >= target if self.measure.better is Better.UP else latest <= target


def note_trend(store: Store, moment_id: str) -> Trend | None:
    """What a note shows: the latest readings of the first of its measures that has any."""
    for measure in measures_of(store, moment_id):
        readings = readings_of(store, measure.id)[-_ON_NOTE:]
        if readings:
            taken = tuple((one.taken_on, one.value) for one in readings)
            return Trend(measure=measure, readings=taken)
    return None


def sparkline(trend: Trend, width: float, height: float) -> Chart:
    """The readings as a line without words, its latest point marked; nothing without readings."""
    if not trend.readings:
        return Chart(width=width, height=height)
    radius = min(width, height) / 8
    low, high = value_range([value for _, value in trend.readings])
    first, last = day_range(trend.readings)
    spots = tuple(
        Spot(
            radius + part_of(day.toordinal(), first, last) * (width - 2 * radius),
            radius + (1 - part_of(value, low, high)) * (height - 2 * radius),
        )
        for day, value in trend.readings
    )
    return Chart(
        width=width,
        height=height,
        strokes=(Stroke(Ink.SERIES, spots),),
        dots=(Dot(Ink.LATEST, *spots[-1], radius),),
    )


def day_range(readings: tuple[tuple[date, float], ...]) -> tuple[int, int]:
    """The days a chart spans, as ordinals: at least a week around a single one."""
    if not readings:
        return 1, 8
    first, last = readings[0][0].toordinal(), readings[-1][0].toordinal()
    if first < last:
        return first, last
    return max(date.min.toordinal(), first - 3), min(date.max.toordinal(), last + 4)


def part_of(value: float, low: float, high: float) -> float:
    """How far a value is on the way from one to another."""
    return (value - low) / (high - low)
