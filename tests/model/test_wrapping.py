import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.order import Run
from motwall.model.wrapping import (
    BAND_GAP,
    BAND_PADDING,
    NOTE_WIDTH,
    band_width,
    break_into_lines,
    line_width,
)
from tests.factories import stage, step


def runs_of(*counts: int) -> list[Run]:
    return [Run(stage(str(n)), tuple(step(f"{n}.{m}") for m in range(n))) for n in counts]


def broken(counts: list[int], width: float | None) -> list[list[int]]:
    """How many steps each band on each line has."""
    lines = break_into_lines(runs_of(*counts), width)
    return [[len(part.steps) for part in line] for line in lines]


def test_a_band_is_as_wide_as_its_columns() -> None:
    assert band_width(1) == NOTE_WIDTH + 2 * BAND_PADDING
    assert band_width(3) == 332.0


def test_one_long_strip_when_no_width_is_given() -> None:
    assert broken([3, 40, 2], None) == [[3, 40, 2]]


@pytest.mark.parametrize(
    ("counts", "columns", "lines"),
    [
        ([], 5, []),
        ([2, 2], 5, [[2, 2]]),
        ([3, 3], 5, [[3], [3]]),
        ([2, 7], 5, [[2, 3], [4]]),
        ([7], 3, [[3], [3], [1]]),
        ([7, 1], 3, [[3], [3], [1, 1]]),
        ([1, 1, 1], 1, [[1], [1], [1]]),
    ],
)
def test_lines_break_between_stages_first(
    counts: list[int], columns: int, lines: list[list[int]]
) -> None:
    width = band_width(columns) + BAND_GAP + 2 * BAND_PADDING  # room for two bands
    assert broken(counts, width) == lines


def test_a_line_that_is_full_to_the_millimetre_is_not_broken() -> None:
    parts = break_into_lines(runs_of(2, 3), None)[0]
    exact = line_width(parts)
    assert len(break_into_lines(runs_of(2, 3), exact)) == 1
    assert len(break_into_lines(runs_of(2, 3), exact - 0.5)) == 2


def test_a_line_has_a_column_however_narrow_the_view() -> None:
    assert broken([2], 1.0) == [[1], [1]]


@given(st.lists(st.integers(1, 9), max_size=8), st.none() | st.floats(1, 3000))
def test_every_step_stands_once_and_lines_keep_to_the_width(
    counts: list[int], width: float | None
) -> None:
    grouped = runs_of(*counts)
    lines = break_into_lines(grouped, width)
    shown = [one for line in lines for part in line for one in part.steps]
    assert shown == [one for run in grouped for one in run.steps]
    for line in lines:
        assert line
        is_single = len(line) == 1 and len(line[0].steps) == 1
        assert width is None or is_single or line_width(line) <= width


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.floats(1, 3000))
def test_a_stage_that_fits_a_line_is_whole(counts: list[int], width: float) -> None:
    for line in break_into_lines(runs_of(*counts), width):
        for part in line:
            if band_width(len(part.run.steps)) <= width:
                assert len(part.steps) == len(part.run.steps)


@pytest.mark.parametrize(
    ("counts", "lines"),
    [
        ([3, 3], [[3, 2], [1]]),
        ([4, 3], [[4], [3]]),  # no single column is left behind
        ([2, 7, 2], [[2, 3], [4], [2]]),
    ],
)
def test_lines_that_are_to_be_full_break_stages(counts: list[int], lines: list[list[int]]) -> None:
    width = band_width(5) + BAND_GAP + 2 * BAND_PADDING  # room for two bands
    found = break_into_lines(runs_of(*counts), width, fills_lines=True)
    assert [[len(part.steps) for part in line] for line in found] == lines
