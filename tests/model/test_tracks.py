from hypothesis import given
from hypothesis import strategies as st

from motwall.model.order import stack, timeline_moments
from motwall.model.store import Store
from motwall.model.targets import Lane, StackTarget
from motwall.model.tracks import (
    MOST_TRACKS,
    Arrangement,
    Track,
    cell_moments,
    cells_of,
    tracks_of,
)
from tests.factories import contact_type, moment, row, step, store_with, texts, wall
from tests.strategies import few_examples, walls

arrangements = st.sampled_from(Arrangement)


def test_a_wall_without_rows_has_one_track_without_a_title() -> None:
    assert tracks_of(store_with(), Arrangement.ROWS) == [Track()]


def test_rows_are_tracks_from_the_first_on() -> None:
    online = row("Online", customer="Students")
    store = store_with(wall(customer="Regulars"), online)
    assert tracks_of(store, Arrangement.ROWS) == [
        Track("Regulars"),
        Track("Online", "Students", row_id=online.id),
    ]


def test_lanes_are_the_types_in_use_in_legend_order_and_no_type() -> None:
    phone, mail = contact_type("Phone", "PH", rank=2), contact_type("", "EM", rank=1)
    unused = contact_type("Post", "PO", rank=0)
    loose, placed = moment(contact_type_id=mail.id), moment(at=step(), contact_type_id=phone.id)
    store = store_with(phone, mail, unused, loose, placed)
    assert tracks_of(store, Arrangement.LANES) == [
        Track("EM", lane=Lane(mail.id), colour=mail.colour),
        Track("Phone", lane=Lane(phone.id), colour=phone.colour),
        Track("No type", lane=Lane(None)),
    ]


def test_a_lane_holds_its_type_of_all_rows_in_their_order() -> None:
    phone, online, place = contact_type("Phone"), row("Online"), step()
    below = moment("online", at=place, into=online, contact_type_id=phone.id, rank=1)
    second = moment("second", at=place, contact_type_id=phone.id, rank=3)
    first = moment("first", at=place, contact_type_id=phone.id, rank=1)
    other = moment("plain", at=place, rank=2)
    store = store_with(phone, online, place, below, second, first, other)
    cells = cells_of(store, tracks_of(store, Arrangement.LANES))
    assert {track: texts(found) for track, found in cells[place.id].items()} == {
        0: ["first", "second", "online"],
        1: ["plain"],
    }
    cells = cells_of(store, tracks_of(store, Arrangement.ROWS))
    assert {track: texts(found) for track, found in cells[place.id].items()} == {
        0: ["first", "plain", "second"],
        1: ["online"],
    }


def test_what_is_beyond_the_last_track_shares_it() -> None:
    rows = [row(str(number)) for number in range(MOST_TRACKS + 3)]
    place = step()
    far = moment("far", at=place, into=rows[-1])
    store = store_with(place, *rows, far)
    tracks = tracks_of(store, Arrangement.ROWS)
    assert len(tracks) == MOST_TRACKS
    assert cells_of(store, tracks) == {place.id: {MOST_TRACKS - 1: [far]}}
    types = [contact_type(str(number)) for number in range(MOST_TRACKS + 3)]
    notes = [moment(at=place, contact_type_id=one.id) for one in types]
    store = store_with(place, *types, *notes)
    tracks = tracks_of(store, Arrangement.LANES)
    assert len(tracks) == MOST_TRACKS
    assert len(cells_of(store, tracks)[place.id][MOST_TRACKS - 1]) == 4


@few_examples
@given(walls(), arrangements)
def test_every_moment_of_the_timeline_is_in_one_cell_in_the_walls_order(
    store: Store, arrangement: Arrangement
) -> None:
    order = [one.id for one in timeline_moments(store)]
    tracks = tracks_of(store, arrangement)
    cells = cells_of(store, tracks)
    listed = [one for own in cells.values() for found in own.values() for one in found]
    assert sorted(one.id for one in listed) == sorted(order)
    for step_id, own in cells.items():
        for place, found in own.items():
            track = tracks[place]
            target = StackTarget(step_id, 0, track.row_id, track.lane)
            assert found == cell_moments(store, target) != []
            assert [order.index(one.id) for one in found] == sorted(
                order.index(one.id) for one in found
            )
            if track.lane is None:
                assert found == stack(store, step_id, track.row_id)
