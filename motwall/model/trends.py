"""The trend of a measure as a chart, with the days of sessions and of actions done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import NamedTuple

from motwall.i18n import translate
from motwall.model.action_list import all_actions
from motwall.model.belongings import readings_of
from motwall.model.charts import (
    Anchor,
    Box,
    Chart,
    ChartLook,
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
from motwall.model.textfit import LINE_SPACING
from motwall.model.trend_line import Trend, day_range, part_of

#: Of the size of the text: room above the plot, below it, and between words.
_TOP, _BOTTOM, _APART = 1.9, 2.0, 0.8
#: Of the size of the text: a line of the legend, a sample in it, and the radius of a dot.
_LEGEND_LINE, _SAMPLE, _RADIUS = 1.5, 1.8, 0.28
#: Days between marks of the axis; the last one is repeated.
_DAY_STEPS = (1, 2, 7, 14, 28, 91, 182, 364)
#: From here on the axis tells months.
_MONTHS_FROM = 91


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


def trend_chart(trend: Trend, look: ChartLook) -> Chart:
    """The readings over time with target, sessions and actions; only a target without readings.

    Args:
        trend: What to show.
        look: At least twelve times as high as its text, and thirty times as wide.
    """
    values = [value for _, value in trend.readings]
    target = trend.measure.target
    if target is not None:
        values.append(target)
    if not values:
        return Chart(width=look.width, height=look.height)
    legend = _legend(trend, look)
    foot = max((one.y for one in legend.words), default=0.0)
    plot = _Plot.of(trend, values, look, look.height - foot)
    strokes, words = plot.grid()
    boxes: list[Box] = []
    if target is not None:
        y = plot.y(target)
        top, bottom = (plot.top, y) if trend.measure.better is Better.UP else (y, plot.bottom)
        boxes.append(Box(Ink.GOOD_SIDE, plot.left, top, plot.right - plot.left, bottom - top))
        strokes.append(Stroke(Ink.TARGET, (Spot(plot.left, y), Spot(plot.right, y))))
    strokes += plot.marks(trend.sessions, Ink.SESSION)
    strokes += plot.marks(trend.actions, Ink.ACTION)
    spots = [Spot(plot.x(day), plot.y(value)) for day, value in trend.readings]
    strokes += [Stroke(Ink.SERIES, tuple(spots))] if len(spots) > 1 else []
    radius = _RADIUS * look.text_size
    dots = [Dot(Ink.SERIES, *spot, radius) for spot in spots[:-1]]
    dots += [Dot(Ink.LATEST, *spot, 1.3 * radius) for spot in spots[-1:]]
    below = look.height - foot
    return Chart(
        width=look.width,
        height=look.height,
        boxes=tuple(boxes),
        strokes=(
            *strokes,
            *(Stroke(ink, tuple(Spot(x, y + below) for x, y in at)) for ink, at in legend.strokes),
        ),
        dots=tuple(dots),
        words=(
            *words,
            *_above(trend, look),
            *(one._replace(y=one.y + below - look.text_size / 3) for one in legend.words),
        ),
    )


def _above(trend: Trend, look: ChartLook) -> list[Words]:
    """The unit at the left above the plot, the latest reading at the right."""
    size, words = look.text_size, []
    room = look.width
    if trend.readings:
        latest = look.line(figure_words(trend.readings[-1][1], trend.measure.unit), room / 2)
        words.append(Words(Ink.LATEST, room, size, latest, size, Anchor.END))
        room -= look.width_of(latest) + _APART * size
    if trend.measure.unit:
        unit = look.line(trend.measure.unit, room)
        words.append(Words(Ink.LABEL, 0.0, size, unit, size))
    return words


class _Legend(NamedTuple):
    """What the lines mean; from the top of the legend."""

    strokes: list[Stroke]
    words: list[Words]


def _legend(trend: Trend, look: ChartLook) -> _Legend:
    """A sample of each kind of line that is there, and what it means."""
    first, last = day_range(trend.readings)
    measure = trend.measure
    meant: list[tuple[Ink, str]] = []
    if measure.target is not None:
        words = translate("Trend", "target {0}").format(figure_words(measure.target, measure.unit))
        meant.append((Ink.TARGET, words))
    if any(first <= day.toordinal() <= last for day in trend.sessions):
        meant.append((Ink.SESSION, translate("Trend", "session")))
    if any(first <= day.toordinal() <= last for day in trend.actions):
        meant.append((Ink.ACTION, translate("Trend", "action done")))
    size, x, y = look.text_size, 0.0, _LEGEND_LINE * look.text_size
    legend = _Legend([], [])
    before = (_SAMPLE + _APART / 2) * size
    for ink, words in meant:
        shown = look.line(words, look.width - before)
        width = before + look.width_of(shown)
        if x and x + width > look.width:
            x, y = 0.0, y + _LEGEND_LINE * size
        level = y - 2 * size / 3
        legend.strokes.append(Stroke(ink, (Spot(x, level), Spot(x + _SAMPLE * size, level))))
        legend.words.append(Words(Ink.LABEL, x + before, y, shown, size))
        x += width + 2 * _APART * size
    return legend


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """Where days and values lie on a chart."""

    look: ChartLook
    left: float
    right: float
    top: float
    bottom: float
    first: int
    last: int
    has_days: bool
    ticks: tuple[float, ...]
    day_width: float

    @classmethod
    def of(cls, trend: Trend, values: list[float], look: ChartLook, height: float) -> "_Plot":
        ticks = nice_ticks(*value_range(values))
        first, last = day_range(trend.readings)
        size = look.text_size
        widest = max(look.width_of(figure_words(one)) for one in ticks) + _APART * size
        days = (date(2000, month, 28) for month in range(1, 13))
        texts = (words(day) for day in days for words in (short_date_words, month_words))
        day_width = max(map(look.width_of, texts))
        return cls(
            look=look,
            # Half a date stands left of the first day, and half of one right of the last.
            left=max(day_width / 2, min(look.width / 2, widest)),
            right=look.width - day_width / 2,
            top=_TOP * size,
            bottom=height - _BOTTOM * size,
            first=first,
            last=last,
            has_days=bool(trend.readings),
            ticks=tuple(ticks),
            day_width=day_width,
        )

    def x(self, day: date) -> float:
        part = part_of(day.toordinal(), self.first, self.last)
        return self.left + part * (self.right - self.left)

    def y(self, value: float) -> float:
        part = part_of(value, self.ticks[0], self.ticks[-1])
        return self.bottom - part * (self.bottom - self.top)

    def grid(self) -> tuple[list[Stroke], list[Words]]:
        """Lines and numbers of the values, and days below."""
        size = self.look.text_size
        strokes, words = [], []
        gap = _APART * size / 2
        for tick in self.ticks:
            y = self.y(tick)
            ink = Ink.AXIS if tick == self.ticks[0] else Ink.GRID
            strokes.append(Stroke(ink, (Spot(self.left, y), Spot(self.right, y))))
        for tick in self._written():
            at = Spot(self.left - gap, self.y(tick) + size / 3)
            text = self.look.line(figure_words(tick), self.left - gap)
            words.append(Words(Ink.LABEL, *at, text, size, Anchor.END))
        for day, label in self._day_labels():
            y = self.bottom + 1.5 * size
            words.append(Words(Ink.LABEL, self.x(day), y, label, size, Anchor.MIDDLE))
        return strokes, words

    def _written(self) -> tuple[float, ...]:
        """The ticks that have a number: as many as do not stand on each other."""
        room = (self.bottom - self.top) / (LINE_SPACING * self.look.text_size)
        return self.ticks[:: max(1, ceil((len(self.ticks) - 1) / max(room, 1.0)))]

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
        room = self.day_width + _APART * self.look.text_size
        most = max(1, int((self.right - self.left) / room))
        rough = (self.last - self.first) / most
        years = int(rough // _DAY_STEPS[-1]) + 1
        step = next((one for one in _DAY_STEPS if one >= rough), years * _DAY_STEPS[-1])
        words: Callable[[date], str] = month_words if step >= _MONTHS_FROM else short_date_words
        days = range(self.first, self.last + 1, step)
        return [(day, words(day)) for day in map(date.fromordinal, days)]
