"""The trend of a measure: its readings as a chart, as a sparkline and as an arrow."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from motwall.model.action_list import all_actions
from motwall.model.belongings import readings_of
from motwall.model.charts import (
    Anchor,
    Box,
    Chart,
    Dot,
    Ink,
    Spot,
    Stroke,
    Words,
    nice_ticks,
    value_range,
)
from motwall.model.dates import month_words, short_date_words
from motwall.model.figures import figure_words
from motwall.model.order import actions_of
from motwall.model.records import Better, Measure
from motwall.model.sessions import session_day, sessions_in_order
from motwall.model.store import Store

#: Of the size of the text: room above the plot, below it, and around a date on the axis.
_TOP, _BOTTOM, _DATE_ROOM = 1.8, 1.8, 5.5
#: Of the size of the text: how wide a digit is at the most, and the radius of a dot.
_DIGIT, _RADIUS = 0.65, 0.28
#: Days between marks of the axis; the last one is repeated.
_DAY_STEPS = (1, 2, 7, 14, 28, 91, 182, 364)
#: From here on the axis tells months.
_MONTHS_FROM = 91


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


def trend_of(store: Store, measure_id: str) -> Trend:
    """The trend of a measure."""
    measure = store.get(Measure, measure_id)
    actions = (
        all_actions(store) if measure.moment_id is None else actions_of(store, measure.moment_id)
    )
    held = [one for one in sessions_in_order(store) if one.held_on or one.opened_at]
    return Trend(
        measure=measure,
        readings=tuple((one.taken_on, one.value) for one in readings_of(store, measure_id)),
        sessions=tuple(dict.fromkeys(session_day(one) for one in held)),
        actions=tuple(sorted({one.done_on for one in actions if one.done_on})),
    )


def sparkline(trend: Trend, width: float, height: float) -> Chart:
    """The readings as a line without words, its latest point marked; nothing without readings."""
    if not trend.readings:
        return Chart(width=width, height=height)
    radius = min(width, height) / 8
    low, high = value_range([value for _, value in trend.readings])
    first, last = _day_range(trend.readings)
    spots = tuple(
        Spot(
            radius + _part(day.toordinal(), first, last) * (width - 2 * radius),
            radius + (1 - _part(value, low, high)) * (height - 2 * radius),
        )
        for day, value in trend.readings
    )
    return Chart(
        width=width,
        height=height,
        strokes=(Stroke(Ink.SERIES, spots),),
        dots=(Dot(Ink.LATEST, *spots[-1], radius),),
    )


def trend_chart(trend: Trend, width: float, height: float, text_size: float) -> Chart:
    """The readings over time with target, sessions and actions; only a target without readings.

    Args:
        trend: What to show.
        width: Of the chart.
        height: Of the chart; at least eight times the text size.
        text_size: Of the words on it.
    """
    values = [value for _, value in trend.readings]
    target = trend.measure.target
    if target is not None:
        values.append(target)
    if not values:
        return Chart(width=width, height=height)
    plot = _Plot.of(trend, values, width, height, text_size)
    boxes: list[Box] = []
    strokes, words = plot.grid(trend.measure.unit)
    if target is not None:
        y = plot.y(target)
        top, bottom = (plot.top, y) if trend.measure.better is Better.UP else (y, plot.bottom)
        boxes.append(Box(Ink.GOOD_SIDE, plot.left, top, plot.right - plot.left, bottom - top))
        strokes.append(Stroke(Ink.TARGET, (Spot(plot.left, y), Spot(plot.right, y))))
    strokes += plot.marks(trend.sessions, Ink.SESSION)
    strokes += plot.marks(trend.actions, Ink.ACTION)
    spots = [Spot(plot.x(day), plot.y(value)) for day, value in trend.readings]
    strokes += [Stroke(Ink.SERIES, tuple(spots))] if len(spots) > 1 else []
    radius = _RADIUS * text_size
    dots = [Dot(Ink.SERIES, *spot, radius) for spot in spots[:-1]]
    dots += [Dot(Ink.LATEST, *spot, 1.3 * radius) for spot in spots[-1:]]
    if spots:
        latest = figure_words(trend.readings[-1][1], trend.measure.unit)
        words.append(Words(Ink.LATEST, plot.right, text_size, latest, text_size, Anchor.END))
    return Chart(
        width=width,
        height=height,
        boxes=tuple(boxes),
        strokes=tuple(strokes),
        dots=tuple(dots),
        words=tuple(words),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """Where days and values lie on a chart."""

    left: float
    right: float
    top: float
    bottom: float
    first: int
    last: int
    has_days: bool
    ticks: tuple[float, ...]
    text_size: float

    @classmethod
    def of(
        cls, trend: Trend, values: list[float], width: float, height: float, text_size: float
    ) -> "_Plot":
        ticks = nice_ticks(*value_range(values))
        first, last = _day_range(trend.readings)
        widest = max(len(figure_words(one)) for one in ticks)
        return cls(
            left=min(width / 3, (widest + 1) * _DIGIT * text_size),
            right=width - text_size,
            top=_TOP * text_size,
            bottom=height - _BOTTOM * text_size,
            first=first,
            last=last,
            has_days=bool(trend.readings),
            ticks=tuple(ticks),
            text_size=text_size,
        )

    def x(self, day: date) -> float:
        part = _part(day.toordinal(), self.first, self.last)
        return self.left + part * (self.right - self.left)

    def y(self, value: float) -> float:
        part = _part(value, self.ticks[0], self.ticks[-1])
        return self.bottom - part * (self.bottom - self.top)

    def grid(self, unit: str) -> tuple[list[Stroke], list[Words]]:
        """Lines and numbers of the values, days below, and the unit above."""
        size = self.text_size
        strokes = []
        words = [Words(Ink.LABEL, 0.0, size, unit, size)] if unit else []
        for tick in self.ticks:
            y = self.y(tick)
            ink = Ink.AXIS if tick == self.ticks[0] else Ink.GRID
            strokes.append(Stroke(ink, (Spot(self.left, y), Spot(self.right, y))))
            at = Spot(self.left - _DIGIT * size / 2, y + size / 3)
            words.append(Words(Ink.LABEL, *at, figure_words(tick), size, Anchor.END))
        for day, label in self._day_labels():
            y = self.bottom + 1.3 * size
            words.append(Words(Ink.LABEL, self.x(day), y, label, size, Anchor.MIDDLE))
        return strokes, words

    def marks(self, days: tuple[date, ...], ink: Ink) -> list[Stroke]:
        """A line from top to bottom for each day within the chart."""
        return [
            Stroke(ink, (Spot(self.x(day), self.top), Spot(self.x(day), self.bottom)))
            for day in days
            if self.first <= day.toordinal() <= self.last
        ]

    def _day_labels(self) -> list[tuple[date, str]]:
        if not self.has_days:
            return []
        most = max(1, int((self.right - self.left) / (_DATE_ROOM * self.text_size)))
        rough = (self.last - self.first) / most
        years = int(rough // _DAY_STEPS[-1]) + 1
        step = next((one for one in _DAY_STEPS if one >= rough), years * _DAY_STEPS[-1])
        words: Callable[[date], str] = month_words if step >= _MONTHS_FROM else short_date_words
        days = range(self.first, self.last + 1, step)
        return [(day, words(day)) for day in map(date.fromordinal, days)]


def _day_range(readings: tuple[tuple[date, float], ...]) -> tuple[int, int]:
    """The days a chart spans, as ordinals: at least a week around a single one."""
    if not readings:
        return 1, 8
    first, last = readings[0][0].toordinal(), readings[-1][0].toordinal()
    if first < last:
        return first, last
    return max(date.min.toordinal(), first - 3), min(date.max.toordinal(), last + 4)


def _part(value: float, low: float, high: float) -> float:
    return (value - low) / (high - low)
