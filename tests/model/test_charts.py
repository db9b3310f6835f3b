import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from motwall.model.charts import nice_ticks, value_range


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 10, [0, 2, 4, 6, 8, 10]),
        (3, 14, [0, 5, 10, 15]),
        (-1, 1, [-1, -0.5, 0, 0.5, 1]),
        (0, 0.04, [0, 0.01, 0.02, 0.03, 0.04]),
        (95, 99, [95, 96, 97, 98, 99]),
        (0, 96, [0, 20, 40, 60, 80, 100]),
    ],
)
def test_ticks_are_round(low: float, high: float, ticks: list[float]) -> None:
    assert nice_ticks(low, high) == pytest.approx(ticks)


values = st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=9)


@given(values)
@example([0.0, 1e-323])
@example([5e-324])
def test_ticks_reach_around_all_values(several: list[float]) -> None:
    low, high = value_range(several)
    ticks = nice_ticks(low, high)
    room = 1e-6 * max(abs(low), abs(high))
    assert 2 <= len(ticks) <= 8
    assert ticks[0] <= low + room
    assert ticks[-1] >= high - room
    assert ticks == sorted(set(ticks))


@pytest.mark.parametrize(
    ("several", "low", "high"),
    [([0.0], -1.0, 1.0), ([10.0, 10.0], 9.0, 11.0), ([-10.0], -11.0, -9.0), ([1.0, 2.0], 1.0, 2.0)],
)
def test_one_value_has_room_around_it(several: list[float], low: float, high: float) -> None:
    assert value_range(several) == (low, high)
