from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.layout import (
    HEAD_HEIGHT,
    LINE_GAP,
    NOTE_HEIGHT,
    STACK_PITCH,
    TITLE_HEIGHT,
    UNSORTED_HEIGHT,
    Arrangement,
    LayoutOptions,
    Rect,
    WallLayout,
    best_width,
    lay_out,
)
from motwall.model.order import step_moments, steps_in_order
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.targets import GapTarget, StackTarget, UnsortedTarget
from motwall.model.wrapping import BAND_PADDING, COLUMN_PITCH, NOTE_WIDTH
from tests.factories import moment, stage, step, store_with
from tests.strategies import few_examples, walls

STRIP = LayoutOptions(width=None)
options = st.builds(
    # What is not named has its default; a NamedTuple alone would get any number there.
    partial(LayoutOptions),
    width=st.none() | st.floats(50, 1500),
    arrangement=st.sampled_from(Arrangement),
)


def overlap(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


def within(inner: Rect, outer: Rect) -> bool:
    return (
        outer.x <= inner.x
        and inner.right <= outer.right
        and outer.y <= inner.y
        and inner.bottom <= outer.bottom
    )


def middle(rect: Rect) -> tuple[float, float]:
    return rect.x + rect.width / 2, rect.y + rect.height / 2


def test_a_blank_wall_is_all_unsorted_below_a_ghost_column() -> None:
    layout = lay_out(store_with(), LayoutOptions(blank_height=300.0))
    assert layout.ghost == Rect(0.0, 0.0, NOTE_WIDTH + 2 * BAND_PADDING, 102.0)
    assert layout.unsorted == Rect(0.0, 110.0, 440.0, 190.0)
    assert layout.size == (440.0, 300.0)
    assert (layout.notes, layout.bands, layout.lines, layout.columns) == ({}, (), (), {})


def test_a_row_of_columns_with_a_stack() -> None:
    one, two = step("one"), step("two")
    top, below, next_to = moment(at=one), moment(at=one), moment(at=two)
    layout = lay_out(store_with(one, two, top, below, next_to), STRIP)
    assert layout.notes[top.id] == Rect(BAND_PADDING, HEAD_HEIGHT, NOTE_WIDTH, NOTE_HEIGHT)
    assert layout.notes[below.id].y == HEAD_HEIGHT + STACK_PITCH
    assert layout.notes[next_to.id].x == BAND_PADDING + COLUMN_PITCH
    assert [column.number for column in layout.lines[0].columns] == [1, 2]
    assert layout.columns[two.id].title == "two"
    assert layout.ghost is None
    assert layout.unsorted.y == layout.lines[-1].bottom + LINE_GAP
    assert layout.unsorted.height == UNSORTED_HEIGHT


def test_bands_carry_the_names_of_stages_and_say_when_they_go_on() -> None:
    arrival = stage("Arrival")
    steps = [step(under=arrival) for _ in range(4)]
    layout = lay_out(store_with(arrival, *steps, step()), LayoutOptions(width=240.0))
    assert [(band.title, band.is_continued) for band in layout.bands] == [
        ("Arrival", False),
        ("Arrival", True),
        ("", False),
    ]
    assert layout.lines[0].columns[0].rect.y == TITLE_HEIGHT
    assert [len(line.columns) for line in layout.lines] == [2, 2, 1]
    assert [band.stage_id for band in layout.bands] == [arrival.id, arrival.id, None]


def test_unsorted_notes_lie_where_they_were_put() -> None:
    note = moment("a", x=600.0, y=120.0)
    layout = lay_out(store_with(note), STRIP)
    left, top = layout.unsorted_origin()
    assert layout.notes[note.id] == Rect(left + 600.0, top + 120.0, NOTE_WIDTH, NOTE_HEIGHT)
    assert within(layout.notes[note.id], layout.unsorted)


@few_examples
@given(walls(), options)
def test_every_moment_has_a_rectangle_and_placed_ones_never_overlap(
    store: Store, option: LayoutOptions
) -> None:
    layout = lay_out(store, option)
    assert layout.notes.keys() == {one.id for one in store.all(Moment)}
    placed = [layout.notes[one.id] for one in store.all(Moment) if one.step_id]
    for place, one in enumerate(placed):
        assert not any(overlap(one, other) for other in placed[:place])
    for place, band in enumerate(layout.bands):
        assert not any(overlap(band.rect, other.rect) for other in layout.bands[:place])
    assert all(not overlap(band.rect, layout.unsorted) for band in layout.bands)


@few_examples
@given(walls(), options)
def test_what_belongs_together_lies_together(store: Store, option: LayoutOptions) -> None:
    layout = lay_out(store, option)
    everything = Rect(0.0, 0.0, *layout.size)
    for column in layout.columns.values():
        assert any(within(column.rect, band.rect) for band in layout.bands)
        for note in step_moments(store, column.step_id):
            assert within(layout.notes[note.id], column.rect)
    for note in store.referring(Moment, "step_id", None):
        assert within(layout.notes[note.id], layout.unsorted)
    assert all(within(rect, everything) for rect in layout.notes.values())
    numbers = [column.number for line in layout.lines for column in line.columns]
    assert numbers == list(range(1, len(steps_in_order(store)) + 1))
    assert all(upper.bottom < lower.top for upper, lower in pairwise(layout.lines))


@few_examples
@given(walls(), options)
def test_a_drop_on_the_middle_of_a_note_stacks_on_its_step(
    store: Store, option: LayoutOptions
) -> None:
    layout = lay_out(store, option)
    for one in store.all(Moment):
        target = layout.target_at(*middle(layout.notes[one.id]))
        if one.step_id:
            assert isinstance(target, StackTarget)
            assert target.step_id == one.step_id
        else:
            assert isinstance(target, UnsortedTarget)


@few_examples
@given(walls(), options)
def test_a_drop_anywhere_on_a_column_means_that_column_or_a_gap_beside_it(
    store: Store, option: LayoutOptions
) -> None:
    layout = lay_out(store, option)
    for column in layout.columns.values():
        x, y = middle(column.rect)
        left, right = column.rect.x + 1, column.rect.right - 1
        before, after = layout.target_at(left, y), layout.target_at(right, y)
        assert isinstance(before, GapTarget)
        assert (before.index, before.stage_id) == (column.number - 1, column.stage_id)
        assert isinstance(after, GapTarget)
        assert (after.index, after.stage_id) == (column.number, column.stage_id)
        target = layout.target_at(x, y)
        assert isinstance(target, StackTarget)
        assert target.step_id == column.step_id


@pytest.fixture
def two_lines() -> WallLayout:
    arrival = stage("Arrival")
    one, two, three = step(under=arrival), step(under=arrival), step("alone")
    notes = [moment(at=one), moment(at=one), moment(at=two), moment(at=three)]
    return lay_out(store_with(arrival, one, two, three, *notes), LayoutOptions(width=240.0))


def test_above_the_middle_of_a_note_is_before_it(two_lines: WallLayout) -> None:
    column = two_lines.lines[0].columns[0]
    x = middle(column.rect)[0]
    places = []
    for share in (0.1, 0.9, 1.1, 1.9, 5.0):
        target = two_lines.target_at(x, column.rect.y + share * STACK_PITCH)
        assert isinstance(target, StackTarget | GapTarget | UnsortedTarget)
        places.append(target.index if isinstance(target, StackTarget) else None)
    assert places == [0, 1, 1, 2, None]


def test_beyond_the_end_of_a_band_is_outside_its_stage(two_lines: WallLayout) -> None:
    last = two_lines.lines[0].columns[-1]
    y = last.rect.y + 10
    assert two_lines.target_at(last.rect.right + 1, y) == GapTarget(2, last.stage_id)
    assert two_lines.target_at(last.rect.right + 50, y) == GapTarget(2, None)


def test_left_of_the_first_column_is_before_it(two_lines: WallLayout) -> None:
    first = two_lines.lines[1].columns[0]
    assert two_lines.target_at(-500.0, first.rect.y + 10) == GapTarget(2, None)


def test_above_the_wall_is_the_first_line(two_lines: WallLayout) -> None:
    x = middle(two_lines.lines[0].columns[0].rect)[0]
    assert two_lines.target_at(x, -500.0) == StackTarget(two_lines.lines[0].columns[0].step_id, 0)


def test_below_the_timeline_is_unsorted(two_lines: WallLayout) -> None:
    left, top = two_lines.unsorted_origin()
    assert two_lines.target_at(left + 30, top + 40) == UnsortedTarget(30.0, 40.0)
    assert two_lines.target_at(left + 30, top + 40, (left + 5, top + 6)) == UnsortedTarget(5.0, 6.0)
    assert two_lines.target_at(left - 30, top - 5) == UnsortedTarget(0.0, 0.0)


def test_a_drop_on_the_ghost_column_starts_the_timeline() -> None:
    layout = lay_out(store_with(moment("a")), LayoutOptions())
    assert layout.ghost is not None
    assert layout.target_at(*middle(layout.ghost)) == GapTarget(0)
    assert isinstance(layout.target_at(10.0, layout.ghost.bottom + 20), UnsortedTarget)


def shown_scale(store: Store, width: float, view: tuple[float, float], unit: float) -> float:
    layout = lay_out(store, LayoutOptions(width=width, unsorted_width=0.0))
    right = max((band.rect.right for band in layout.bands), default=NOTE_WIDTH)
    return min(unit, view[0] / right, view[1] / layout.unsorted.bottom)


def test_a_small_wall_is_as_wide_as_the_view() -> None:
    assert best_width(store_with(), 1000, 600, 1.25) == 800.0
    assert best_width(store_with(step("a")), 1000, 600, 1.25) == 800.0


def test_the_best_width_shows_a_long_wall_larger_than_one_strip() -> None:
    arrival = stage("Arrival")
    steps = [step(under=arrival) for _ in range(30)]
    store = store_with(arrival, *steps, *(moment(at=one) for one in steps))
    view = (1100.0, 600.0)
    width = best_width(store, *view, 1.32)
    assert width > 1100 / 1.32
    best = shown_scale(store, width, view, 1.32)
    assert best > shown_scale(store, 10_000.0, view, 1.32)
    assert best > shown_scale(store, 1100 / 1.32, view, 1.32)


@few_examples
@given(walls(), st.floats(200, 4000), st.floats(200, 4000))
def test_the_best_width_is_never_less_than_the_view(
    store: Store, width: float, height: float
) -> None:
    assert best_width(store, width, height, 1.32) >= width / 1.32


def test_the_unsorted_area_takes_what_is_left_of_the_least_height() -> None:
    first = step(rank=0)
    store = store_with(first, moment(step_id=first.id))
    low, high = (lay_out(store, LayoutOptions(least_height=height)) for height in (0.0, 900.0))
    assert low.unsorted.height == UNSORTED_HEIGHT
    assert high.unsorted.y == low.unsorted.y
    assert high.size[1] == 900.0
