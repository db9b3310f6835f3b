from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.charts import Anchor, Chart, ChartLook, Ink, Words
from motwall.model.records import Better, Measure
from motwall.model.trend_line import Arrow, Trend, sparkline
from motwall.model.trends import trend_chart, trend_of
from tests.factories import TODAY, action, measure, moment, reading, session, store_with

WIDTH, HEIGHT, SIZE = 300.0, 120.0, 10.0
LOOK = ChartLook(WIDTH, HEIGHT, SIZE, lambda text: 0.55 * len(text))
DOWN = measure(name="Rings out", unit="%", better=Better.DOWN, target=10.0)


def days(*values: float, every: int = 7) -> tuple[tuple[date, float], ...]:
    first = TODAY - timedelta(days=every * (len(values) - 1))
    return tuple((first + timedelta(days=every * n), one) for n, one in enumerate(values))


def trend(*values: float, of: Measure = DOWN, every: int = 7) -> Trend:
    return Trend(measure=of, readings=days(*values, every=every))


def inked(chart: Chart, ink: Ink) -> list[object]:
    parts = (*chart.boxes, *chart.strokes, *chart.dots, *chart.words)
    return [one for one in parts if one.ink is ink]


def labels(chart: Chart) -> list[str]:
    return [one.text for one in chart.words]


# --- what it says ---


@pytest.mark.parametrize(
    ("values", "arrow", "is_improving", "is_on_target"),
    [
        ((), None, None, None),
        ((9.0,), None, None, True),
        ((9.0, 12.0), Arrow.UP, False, False),
        ((12.0, 10.0), Arrow.DOWN, True, True),
        ((12.0, 11.0, 11.0), Arrow.FLAT, None, False),
    ],
)
def test_the_arrow_of_what_should_go_down(
    values: tuple[float, ...],
    arrow: Arrow | None,
    is_improving: bool | None,
    is_on_target: bool | None,
) -> None:
    seen = trend(*values)
    assert (seen.arrow, seen.is_improving, seen.is_on_target) == (
        arrow, is_improving, is_on_target,
    )  # fmt: skip


def test_the_arrow_of_what_should_go_up() -> None:
    up = measure(better=Better.UP, target=5.0)
    assert trend(1.0, 6.0, of=up).is_improving
    assert trend(1.0, 6.0, of=up).is_on_target
    assert not trend(1.0, 4.0, of=up).is_on_target
    assert trend(1.0, of=measure()).is_on_target is None


def test_the_trend_of_a_moments_measure_knows_its_actions_and_all_sessions() -> None:
    note, other = moment("a"), moment("b")
    own, whole = measure(note), measure()
    records = [
        note,
        other,
        own,
        whole,
        reading(own, 2.0),
        reading(own, 1.0, taken_on=TODAY - timedelta(days=1)),
        action(note, done_on=TODAY),
        action(note),
        action(other, done_on=TODAY - timedelta(days=9)),
        session(held_on=TODAY),
        session(opened_at=datetime(2026, 11, 23, 9, tzinfo=UTC)),
        session(),
    ]
    store = store_with(*records)
    seen = trend_of(store, own.id)
    assert [value for _, value in seen.readings] == [1.0, 2.0]
    assert (seen.actions, seen.sessions) == ((TODAY,), (TODAY,))
    assert trend_of(store, whole.id).actions == (TODAY - timedelta(days=9), TODAY)


# --- the chart ---


def test_readings_lie_where_their_numbers_say() -> None:
    chart = trend_chart(trend(30.0, 20.0, 0.0), LOOK)
    (series,) = (one for one in chart.strokes if one.ink is Ink.SERIES)
    first, middle, last = series.spots
    assert middle.x - first.x == pytest.approx(last.x - middle.x)
    # 0, 10, 20, 30 are at equal distances.
    assert (middle.y - first.y) * 2 == pytest.approx(last.y - middle.y)
    (bottom,) = (one for one in chart.strokes if one.ink is Ink.AXIS)
    assert last.y == pytest.approx(bottom.spots[0].y)
    assert [(one.x, one.y) for one in chart.dots] == list(series.spots)
    assert [one.ink for one in chart.dots] == [Ink.SERIES, Ink.SERIES, Ink.LATEST]


def test_numbers_days_unit_and_the_latest_are_written() -> None:
    chart = trend_chart(trend(30.0, 20.0, 0.0), LOOK)
    assert {"0", "10", "20", "30", "%", "0 %", "9 Nov", "23 Nov"} <= set(labels(chart))
    bare = trend_chart(trend(1.0, 2.0, of=measure()), LOOK)
    assert "" not in labels(bare)
    assert inked(bare, Ink.TARGET) == inked(bare, Ink.GOOD_SIDE) == []


@pytest.mark.parametrize("better", Better)
def test_the_good_side_of_the_target_is_shaded(better: Better) -> None:
    own = measure(better=better, target=10.0)
    chart = trend_chart(trend(0.0, 20.0, of=own), LOOK)
    (box,) = chart.boxes
    line, _sample = (one for one in chart.strokes if one.ink is Ink.TARGET)
    y = line.spots[0].y
    assert (box.y, box.y + box.height)[better is Better.UP] == pytest.approx(y)
    assert box.height > 0


def test_sessions_and_actions_within_the_chart_are_marked() -> None:
    seen = Trend(
        measure=DOWN,
        readings=days(3.0, 4.0),
        sessions=(TODAY - timedelta(days=8), TODAY - timedelta(days=7)),
        actions=(TODAY, TODAY + timedelta(days=1)),
    )
    chart = trend_chart(seen, LOOK)
    meeting, meeting_sample = (one for one in chart.strokes if one.ink is Ink.SESSION)
    done, done_sample = (one for one in chart.strokes if one.ink is Ink.ACTION)
    legend = {one.text: one for one in chart.words}
    for sample, words in ((meeting_sample, "session"), (done_sample, "action done")):
        assert 0 < legend[words].y - sample.spots[0].y < SIZE
        assert 0 < legend[words].x - sample.spots[-1].x < SIZE
    assert meeting.spots[0].x == pytest.approx(chart.dots[0].x)
    assert done.spots[0].x == pytest.approx(chart.dots[-1].x)


def test_a_legend_too_wide_for_the_chart_goes_on_below() -> None:
    seen = Trend(measure=DOWN, readings=days(3.0, 4.0), sessions=(TODAY,), actions=(TODAY,))
    wide, narrow = (
        {one.text: one for one in trend_chart(seen, replace(LOOK, width=width)).words}
        for width in (WIDTH, WIDTH / 2)
    )
    assert wide["session"].y == wide["action done"].y
    assert narrow["session"].y < narrow["action done"].y
    assert narrow["action done"].x < wide["action done"].x


def test_a_chart_without_readings_shows_the_target_or_nothing() -> None:
    empty = Chart(width=WIDTH, height=HEIGHT)
    assert trend_chart(trend(of=measure()), LOOK) == empty
    assert sparkline(trend(), WIDTH, HEIGHT) == empty
    chart = trend_chart(trend(), LOOK)
    assert len(inked(chart, Ink.TARGET)) == len(["line", "sample"])
    assert chart.dots == ()
    assert not any(one.endswith("Jan") for one in labels(chart))


def test_one_reading_is_a_dot() -> None:
    chart = trend_chart(trend(3.0), LOOK)
    assert len(chart.dots) == 1
    assert inked(chart, Ink.SERIES) == []


@pytest.mark.parametrize(
    ("every", "label"), [(1, "22 Nov"), (40, "23 Nov"), (300, "Nov 2026"), (4000, "2026")]
)
def test_days_are_written_as_close_as_they_fit(every: int, label: str) -> None:
    chart = trend_chart(trend(1.0, 2.0, 3.0, every=every), LOOK)
    written = [one for one in chart.words if one.anchor is Anchor.MIDDLE]
    assert 1 < len(written) <= 6
    gaps = [later.x - one.x for one, later in pairwise(written)]
    assert min(gaps) > 4 * SIZE
    kinds = {one.text.split()[-1].isdecimal() for one in written}
    assert kinds == {label[-1].isdecimal()}


@given(
    st.lists(st.tuples(st.dates(), st.floats(-1e15, 1e15)), max_size=6, unique_by=lambda it: it[0]),
    st.none() | st.floats(-1e15, 1e15),
    st.sampled_from(Better),
)
def test_everything_lies_within_any_chart(
    readings: list[tuple[date, float]], target: float | None, better: Better
) -> None:
    own = measure(unit="min", target=target, better=better)
    days = tuple(day for day, _ in sorted(readings))
    seen = Trend(measure=own, readings=tuple(sorted(readings)), sessions=days[:1], actions=days)
    for chart in (trend_chart(seen, LOOK), sparkline(seen, 40.0, 12.0)):
        spots = [spot for one in chart.strokes for spot in one.spots]
        spots += [(one.x, one.y) for one in (*chart.dots, *chart.boxes)]
        spots += [(one.x, one.y) for one in chart.words if isinstance(one, Words)]
        for x, y in spots:
            assert -1e-6 <= x <= chart.width + 1e-6
            assert -1e-6 <= y <= chart.height + 1e-6


def extent(one: Words, chart: Chart) -> tuple[float, float, float, float]:
    """What a line of text covers: left, top, right, bottom."""
    width = LOOK.width_of(one.text)
    left = one.x - {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[one.anchor]
    box = (left, one.y - 0.75 * SIZE, left + width, one.y + 0.2 * SIZE)
    assert -1e-6 <= box[0] < box[2] <= chart.width + 1e-6, one.text
    assert 0 <= box[1] < box[3] <= chart.height + 1e-6, one.text
    return box


@given(
    st.lists(st.tuples(st.dates(), st.floats(-1e15, 1e15)), max_size=6, unique_by=lambda it: it[0]),
    st.none() | st.floats(-1e15, 1e15),
    st.sampled_from(["", "min", "minutes and seconds until somebody answers the telephone" * 3]),
)
def test_words_neither_leave_the_chart_nor_lie_on_each_other(
    readings: list[tuple[date, float]], target: float | None, unit: str
) -> None:
    own = measure(unit=unit, target=target)
    days = tuple(day for day, _ in sorted(readings))
    seen = Trend(measure=own, readings=tuple(sorted(readings)), sessions=days, actions=days)
    chart = trend_chart(seen, LOOK)
    placed = [extent(one, chart) for one in chart.words]
    for place, (left, top, right, bottom) in enumerate(placed):
        for other in placed[:place]:
            is_beside = other[2] <= left or right <= other[0]
            assert is_beside or other[3] <= top or bottom <= other[1]


def test_a_sparkline_ends_in_its_latest_point() -> None:
    chart = sparkline(trend(1.0, 3.0, 2.0), 40.0, 12.0)
    (line,) = chart.strokes
    (dot,) = chart.dots
    assert (dot.x, dot.y) == line.spots[-1]
    assert line.spots[1].y < line.spots[2].y < line.spots[0].y
