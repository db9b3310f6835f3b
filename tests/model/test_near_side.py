import pytest

from motwall.model.beside import place_beside
from motwall.model.layout import NOTE_HEIGHT, Rect
from motwall.model.near_side import Boards, Side, spot_near
from motwall.model.store import Store
from motwall.model.wrapping import NOTE_WIDTH
from tests import factories
from tests.factories import moment

SEEN = Rect(0.0, 0.0, 1000.0, 300.0)


def store_with(*spots: tuple[float, float]) -> Store:
    return factories.store_with(*(moment(x=x, y=y) for x, y in spots))


def test_the_first_note_lies_at_the_side_it_was_added_from() -> None:
    left, right = (spot_near(store_with(), side, SEEN) for side in (Side.LEFT, Side.RIGHT))
    assert (left.x, left.y) == (8.0, 0.0)
    assert (right.x, right.y) == (892.0, 0.0)


def test_the_next_notes_lie_beside_it_towards_the_middle() -> None:
    left, right = (8.0, 0.0), (892.0, 0.0)
    assert spot_near(store_with(left), Side.LEFT, SEEN).x == 116.0
    assert spot_near(store_with(right), Side.RIGHT, SEEN).x == 784.0


def test_what_is_out_of_view_is_no_place_for_it() -> None:
    seen = Rect(500.0, 120.0, 400.0, 200.0)
    target = spot_near(store_with(), Side.LEFT, seen)
    assert (target.x, target.y) == (508.0, 128.0)


@pytest.mark.parametrize("side", list(Side))
def test_a_note_never_hides_another_one(side: Side) -> None:
    spots: list[tuple[float, float]] = []
    for _ in range(30):
        target = spot_near(store_with(*spots), side, SEEN)
        assert (target.x, target.y) not in spots
        assert target.x >= 0
        spots.append((target.x, target.y))


def test_a_narrow_view_has_one_place() -> None:
    target = spot_near(store_with(), Side.RIGHT, Rect(0.0, -50.0, 90.0, 0.0))
    assert (target.x, target.y) == (0.0, 0.0)


# --- several people from one corner ---

PAD, GAP = (244.0, 129.0), 4.0
#: The whole wall is unsorted; a strip at the lower edge is; the same, zoomed in.
VIEWS = [
    Rect(0.0, 0.0, 1440.0, 640.0),
    Rect(-12.0, -300.0, 1440.0, 500.0),
    Rect(-12.0, -200.0, 800.0, 420.0),
]


def add_together(count: int, side: Side, seen: Rect, *spots: tuple[float, float]) -> Store:
    """People who add a note one after another and all still write; returns the wall at the end."""
    written: list[Rect] = []
    pads: list[Rect] = []
    store = store_with(*spots)
    for _ in range(count):
        target = spot_near(store, side, seen, Boards(pads, written, PAD, seen, GAP))
        note = Rect(target.x, target.y, NOTE_WIDTH, NOTE_HEIGHT)
        pad = place_beside(PAD, note, seen, pads, GAP)
        assert not any(is_over(note, one) for one in (*pads, *written))
        assert not any(is_over(pad, one) for one in (*pads, *written))
        written.append(note)
        pads.append(pad)
        store = store_with(*spots, *((one.x, one.y) for one in written))
    return store


def is_over(one: Rect, other: Rect) -> bool:
    is_beside = one.right <= other.x or other.right <= one.x
    return not (is_beside or one.bottom <= other.y or other.bottom <= one.y)


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("seen", VIEWS)
def test_nothing_lies_on_what_others_write_with(seen: Rect, side: Side) -> None:
    add_together(3, side, seen)
    add_together(3, side, seen, (8.0, 0.0), (116.0, 0.0), (224.0, 0.0))


def test_where_pads_have_no_room_the_note_itself_still_keeps_clear() -> None:
    seen = Rect(0.0, 0.0, 500.0, 160.0)
    pads = [Rect(0.0, 0.0, 244.0, 129.0)]
    target = spot_near(store_with(), Side.LEFT, seen, Boards(pads, [], PAD, seen, GAP))
    assert target.x >= pads[0].right


def test_where_boards_cover_all_of_it_the_note_lies_below_them() -> None:
    seen = Rect(0.0, 0.0, 500.0, 160.0)
    target = spot_near(store_with(), Side.LEFT, seen, Boards([seen], [], PAD, seen, GAP))
    assert target.y >= seen.bottom
