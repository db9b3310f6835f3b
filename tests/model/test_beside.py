"""Boards of buttons find room beside their notes, in view and apart from each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.beside import place_beside, shrink_to_fit
from motwall.model.layout import Rect

VISIBLE = Rect(0.0, 0.0, 1000.0, 600.0)
BAR = (300.0, 50.0)
GAP = 6.0


def note(x: float, y: float) -> Rect:
    return Rect(x, y, 160.0, 120.0)


def covers(one: Rect, other: Rect) -> bool:
    is_across = one.x < other.right - 1e-6 and other.x < one.right - 1e-6
    return is_across and one.y < other.bottom - 1e-6 and other.y < one.bottom - 1e-6


def is_in(spot: Rect, visible: Rect) -> bool:
    is_across = spot.x >= visible.x - 1e-6 and spot.right <= visible.right + 1e-6
    return is_across and spot.y >= visible.y - 1e-6 and spot.bottom <= visible.bottom + 1e-6


def test_below_in_the_middle_when_there_is_room() -> None:
    spot = place_beside(BAR, note(400, 200), VISIBLE, [], GAP)
    assert spot == Rect(330.0, 326.0, 300.0, 50.0)


def test_above_at_the_lower_edge() -> None:
    spot = place_beside(BAR, note(400, 470), VISIBLE, [], GAP)
    assert spot == Rect(330.0, 414.0, 300.0, 50.0)


@pytest.mark.parametrize(("x", "left"), [(0.0, 0.0), (840.0, 700.0), (-60.0, 0.0)])
def test_shifted_at_the_sides(x: float, left: float) -> None:
    spot = place_beside(BAR, note(x, 200), VISIBLE, [], GAP)
    assert (spot.x, spot.y) == (left, 326.0)


def test_aside_where_there_is_no_room_above_nor_below() -> None:
    flat = Rect(0.0, 0.0, 1000.0, 130.0)
    spot = place_beside(BAR, note(100, 5), flat, [], GAP)
    assert spot.x == 266.0
    assert not covers(spot, note(100, 5))


def test_above_where_somebody_is_below() -> None:
    taken = Rect(330.0, 326.0, 300.0, 50.0)
    spot = place_beside(BAR, note(400, 200), VISIBLE, [taken], GAP)
    assert spot == Rect(330.0, 144.0, 300.0, 50.0)


def test_over_the_note_rather_than_over_somebody_else() -> None:
    small = Rect(0.0, 0.0, 320.0, 200.0)
    taken = [Rect(0.0, 0.0, 320.0, 60.0), Rect(0.0, 130.0, 320.0, 70.0)]
    spot = place_beside(BAR, Rect(80.0, 40.0, 160.0, 120.0), small, taken, GAP)
    assert not any(covers(spot, one) for one in taken)
    assert is_in(spot, small)


def test_where_nothing_is_free_it_covers_least() -> None:
    small = Rect(0.0, 0.0, 320.0, 60.0)
    taken = [Rect(0.0, 0.0, 320.0, 60.0), Rect(0.0, 0.0, 200.0, 60.0)]
    spot = place_beside((100.0, 50.0), Rect(0.0, 0.0, 100.0, 40.0), small, taken, GAP)
    assert spot.x >= 200.0
    assert is_in(spot, small)


def test_what_is_larger_than_the_view_keeps_its_corner_there() -> None:
    spot = place_beside((1200.0, 700.0), note(400, 200), VISIBLE, [], GAP)
    assert (spot.x, spot.y) == (0.0, 0.0)


def test_a_note_out_of_view_has_its_board_at_the_nearest_edge() -> None:
    spot = place_beside(BAR, note(-900, 200), VISIBLE, [], GAP)
    assert spot.x == 0.0
    assert is_in(spot, VISIBLE)


numbers = st.integers(-200, 1100).map(float)


@given(numbers, numbers, st.lists(st.tuples(numbers, numbers), max_size=4))
def test_always_in_view(x: float, y: float, others: list[tuple[float, float]]) -> None:
    taken = [Rect(left, top, *BAR) for left, top in others]
    assert is_in(place_beside(BAR, note(x, y), VISIBLE, taken, GAP), VISIBLE)


@given(st.lists(st.tuples(numbers, numbers), min_size=2, max_size=5))
def test_boards_keep_apart_where_there_is_room(places: list[tuple[float, float]]) -> None:
    """Five bars never fill this view, wherever they are: a sixth of it is left free."""
    taken: list[Rect] = []
    for x, y in places:
        spot = place_beside(BAR, note(x, y), VISIBLE, taken, GAP)
        assert not any(covers(spot, one) for one in taken)
        taken.append(spot)


@pytest.mark.parametrize(
    ("size", "share"),
    [((300.0, 50.0), 1.0), ((2000.0, 50.0), 0.5), ((500.0, 1200.0), 0.5)],
)
def test_how_much_smaller(size: tuple[float, float], share: float) -> None:
    assert shrink_to_fit(size, VISIBLE) == share


def test_a_view_without_room_shows_nothing() -> None:
    assert shrink_to_fit(BAR, Rect(6.0, 6.0, -12.0, 10.0)) == 0.0
