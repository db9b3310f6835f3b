import pytest

from motwall.model.layout import Rect
from motwall.model.near_side import Side, spot_near
from motwall.model.store import Store
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
