"""Rows and lanes on the wall: where their cells lie, and what a drop on them means."""

from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.edits.moments import move_moments
from motwall.model.layout import (
    HEAD_HEIGHT,
    NUMBER_HEIGHT,
    STACK_PITCH,
    TITLE_HEIGHT,
    Arrangement,
    LayoutOptions,
    Line,
    Rect,
    WallLayout,
    best_width,
    changes_layout,
    lay_out,
    moves_notes,
)
from motwall.model.order import steps_in_order
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, Record
from motwall.model.store import Store
from motwall.model.targets import GapTarget, Lane, StackTarget
from motwall.model.tracks import Track, cell_moments
from motwall.model.wall_layout import EMPTY_CELL, TRACK_GAP, TRACK_HEAD
from tests.factories import (
    contact_type,
    moment,
    new_ids,
    row,
    session,
    stage,
    step,
    store_with,
    wall,
)
from tests.model.test_layout import middle, overlap, within
from tests.strategies import few_examples, walls

STRIP = LayoutOptions(width=None)
LANES = LayoutOptions(width=None, arrangement=Arrangement.LANES)
options = st.builds(
    # What is not named has its default; a NamedTuple alone would get any number there.
    partial(LayoutOptions),
    width=st.none() | st.floats(50, 1500),
    arrangement=st.sampled_from(Arrangement),
)


def target_of(track: Track, step_id: str, index: int = 0) -> StackTarget:
    return StackTarget(step_id, index, track.row_id, track.lane)


def test_a_wall_without_rows_has_one_band_of_cells_and_no_room_for_a_title() -> None:
    place = step()
    layout = lay_out(store_with(place, moment(at=place)), STRIP)
    (line,) = layout.lines
    (band,) = line.tracks
    assert (band.track, band.head.height, band.cells.y) == (Track(), 0.0, HEAD_HEIGHT)
    assert layout.cell(StackTarget(place.id, 0)) == layout.columns[place.id].rect._replace(
        height=76.0
    )


def test_rows_lie_below_each_other_with_their_titles_above_their_cells() -> None:
    online, other = row("Online"), row("Other")
    one, two = step(), step()
    notes = [moment(at=one), moment(at=one), moment(at=two, into=online)]
    layout = lay_out(store_with(online, other, one, two, *notes), STRIP)
    (line,) = layout.lines
    first, second, third = line.tracks
    assert [band.track.title for band in line.tracks] == ["Everyone", "Online", "Other"]
    assert first.head == Rect(0.0, HEAD_HEIGHT, 224.0, TRACK_HEAD)
    assert first.cells.y == HEAD_HEIGHT + TRACK_HEAD
    assert second.head.y == first.cells.bottom + TRACK_GAP
    assert third.cells.height == EMPTY_CELL
    assert layout.notes[notes[1].id].y == first.cells.y + STACK_PITCH
    assert layout.notes[notes[2].id][:2] == (116.0, second.cells.y)
    assert third.cells.bottom + NUMBER_HEIGHT + 4.0 == line.bottom
    assert layout.cell(StackTarget(two.id, 0, other.id)) == Rect(
        116.0, third.cells.y, 100.0, EMPTY_CELL
    )


def test_lanes_stand_under_stage_titles_as_rows_do() -> None:
    own, phone = stage("Own"), contact_type("Phone")
    one, two = step(under=own), step(under=own)
    ringing, plain = moment(at=one, contact_type_id=phone.id), moment(at=one)
    layout = lay_out(store_with(own, phone, one, two, ringing, plain), LANES)
    (line,) = layout.lines
    assert [band.track.title for band in line.tracks] == ["Phone", "No type"]
    assert line.tracks[0].head.y == TITLE_HEIGHT
    assert layout.notes[ringing.id].y == line.tracks[0].cells.y
    assert layout.notes[plain.id].y == line.tracks[1].cells.y


@few_examples
@given(walls(), options)
def test_every_note_lies_in_its_cell_and_cells_lie_apart(
    store: Store, option: LayoutOptions
) -> None:
    layout = lay_out(store, option)
    every = []
    for line in layout.lines:
        assert all(upper.cells.bottom <= lower.head.y for upper, lower in pairwise(line.tracks))
        assert all(band.head.bottom == band.cells.y for band in line.tracks)
        for column in line.columns:
            for band in line.tracks:
                target = target_of(band.track, column.step_id)
                cell = layout.cell(target)
                every.append(cell)
                assert within(cell, column.rect)
                for note in cell_moments(store, target):
                    assert within(layout.notes[note.id], cell)
    for place, cell in enumerate(every):
        assert not any(overlap(cell, other) for other in every[:place])


@few_examples
@given(walls(), options)
def test_a_drop_in_the_middle_of_a_cell_means_that_cell(
    store: Store, option: LayoutOptions
) -> None:
    layout = lay_out(store, option)
    for line in layout.lines:
        for column in line.columns:
            for band in line.tracks:
                cell = layout.cell(target_of(band.track, column.step_id))
                target = layout.target_at(*middle(cell))
                assert isinstance(target, StackTarget)
                assert target == target_of(band.track, column.step_id, target.index)
                beside = layout.target_at(cell.x + 1.0, middle(cell)[1])
                assert isinstance(beside, GapTarget)
                assert (beside.row_id, beside.lane) == (band.track.row_id, band.track.lane)


@few_examples
@given(walls(), options, st.data())
def test_after_a_move_the_same_point_of_the_note_means_where_it_is(
    store: Store, option: LayoutOptions, data: st.DataObject
) -> None:
    """And dropped there again nothing changes."""
    moments, steps = store.all(Moment), steps_in_order(store)
    if not moments or not steps:
        return
    layout = lay_out(store, option)
    line: Line = data.draw(st.sampled_from(layout.lines))
    band = data.draw(st.sampled_from(line.tracks))
    column = data.draw(st.sampled_from(line.columns))
    share = data.draw(st.sampled_from([0.1, 0.5, 0.9]))
    point = (column.rect.x + share * column.rect.width, middle(band.cells)[1])
    note, ids = data.draw(st.sampled_from(moments)), new_ids(0xF << 60)
    target = layout.target_at(*point)
    store.apply(move_moments(store, [note.id], target, ids))
    again = lay_out(store, option)
    found = again.target_at(*middle(again.notes[note.id]))
    assert isinstance(found, StackTarget)
    after = store.get(Moment, note.id)
    assert found.step_id == after.step_id
    assert (found.row_id, found.lane) == (band.track.row_id, band.track.lane)
    if band.track.lane is None:
        assert after.row_id == band.track.row_id
    else:
        assert after.contact_type_id == band.track.lane.contact_type_id
    assert not move_moments(store, [note.id], found, ids)


@pytest.fixture
def three_rows() -> WallLayout:
    place = step()
    rows = [row("Online"), row("Other")]
    return lay_out(store_with(place, *rows, moment(at=place)), STRIP)


def test_between_two_rows_the_nearer_one_is_meant(three_rows: WallLayout) -> None:
    (line,) = three_rows.lines
    first, second, third = line.tracks
    edge = second.head.y - TRACK_GAP / 2
    assert line.track_at(edge - 0.1) is first
    assert line.track_at(edge) is second
    assert line.track_at(second.head.y + 1) is second
    assert line.track_at(-500.0) is first
    assert line.track_at(5000.0) is third


def test_a_lane_that_is_not_shown_is_the_last_one(three_rows: WallLayout) -> None:
    (line,) = three_rows.lines
    assert line.track_of(None, Lane(None)) is line.tracks[-1]


def test_the_cell_is_found_on_its_own_line() -> None:
    steps, online = [step(str(number)) for number in range(5)], row("Online")
    store = store_with(online, *steps, *(moment(at=one, into=online) for one in steps))
    layout = lay_out(store, LayoutOptions(width=240.0))
    assert len(layout.lines) == 3
    for each in steps:
        cell = layout.cell(StackTarget(each.id, 0, online.id))
        (note,) = store.referring(Moment, "step_id", each.id)
        assert cell == layout.notes[note.id]


def test_lanes_take_more_height_so_longer_lines_show_more() -> None:
    kinds = [contact_type(str(number)) for number in range(6)]
    steps = [step() for _ in range(24)]
    notes = [moment(at=one, contact_type_id=kind.id) for one in steps for kind in kinds]
    store = store_with(*kinds, *steps, *notes)
    view = (1000.0, 600.0, 1.32)
    assert best_width(store, *view, Arrangement.LANES) >= best_width(store, *view)


NOTE = moment()
PHONE = contact_type("Phone")
WALL = wall()


@pytest.mark.parametrize(
    ("before", "changed", "is_moving", "is_moving_lanes", "is_changing"),
    [
        (None, NOTE, True, True, True),
        (NOTE, {"text": "x"}, False, False, False),
        (NOTE, {"rank": 3}, True, True, True),
        (NOTE, {"row_id": PHONE.id}, True, True, True),
        (NOTE, {"contact_type_id": PHONE.id}, False, True, False),
        (PHONE, {"name": "Ring"}, False, True, False),
        (None, step(), True, True, True),
        (None, row(), True, True, True),
        (None, stage(), False, False, True),
        (WALL, {"customer": "Regulars"}, False, False, True),
        (WALL, {"row_title": "Shop"}, False, False, True),
        (WALL, {"title": "x"}, False, False, False),
        (None, session(), False, False, False),
    ],
)
def test_what_moves_notes_or_changes_the_layout(
    before: Record | None,
    changed: object,
    is_moving: bool,
    is_moving_lanes: bool,
    is_changing: bool,
) -> None:
    after = changed
    if isinstance(changed, dict):
        assert before is not None
        after = replace(before, **changed)
    assert after is None or isinstance(after, Record)
    patch = Patch.of([Change(before, after)])
    assert moves_notes(patch, Arrangement.ROWS) == is_moving
    assert moves_notes(patch, Arrangement.LANES) == is_moving_lanes
    assert changes_layout(patch, Arrangement.ROWS) == is_changing
    assert changes_layout(patch, Arrangement.LANES) == (is_changing or is_moving_lanes)
