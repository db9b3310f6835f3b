import pytest

from motwall.model.order import runs
from motwall.model.room_fit import READABLE, STRIP, room_scale, room_width
from motwall.model.store import Store
from motwall.model.wrapping import break_into_lines, line_width
from tests.factories import moment, step, store_with


def timeline(steps: int) -> Store:
    made = [step(rank=number) for number in range(steps)]
    return store_with(*made, *(moment(step_id=one.id) for one in made))


def strip(store: Store) -> float:
    return line_width(break_into_lines(runs(store), None)[0])


def test_a_timeline_is_one_strip_as_long_as_that_is_readable() -> None:
    assert room_width(timeline(0), 1900, 850) is None
    assert room_width(timeline(17), 1900, 850) is None
    longest = max(count for count in range(1, 60) if room_width(timeline(count), 1900, 850) is None)
    assert strip(timeline(longest)) * STRIP <= 1900
    assert strip(timeline(longest + 1)) * STRIP > 1900


def test_a_longer_one_wraps() -> None:
    width = room_width(timeline(40), 1900, 850)
    assert width is not None
    assert 1900 <= width < strip(timeline(40))


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        ((900.0, 400.0), 1.0),
        ((2000.0, 400.0), 0.95),
        ((1000.0, 1000.0), 0.85),
        ((1000.0, 1700.0), READABLE),
        ((9000.0, 400.0), READABLE),
    ],
)
def test_notes_are_as_large_as_paper_where_they_fit(
    size: tuple[float, float], scale: float
) -> None:
    assert room_scale(size, 1900, 850) == pytest.approx(scale)
