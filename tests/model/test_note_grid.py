"""Notes found by where they lie."""

from hypothesis import given
from hypothesis import strategies as st

from motwall.model.layout import Rect
from motwall.model.note_grid import NoteGrid

COORDINATES = st.floats(-2000, 2000, allow_nan=False)
SIDES = st.floats(0, 700, allow_nan=False)
RECTS = st.builds(Rect, COORDINATES, COORDINATES, SIDES, SIDES)


def test_notes_are_found_that_an_area_touches() -> None:
    notes = {
        "near": Rect(0, 0, 100, 60),
        "far": Rect(1000, 0, 100, 60),
        "wide": Rect(90, 400, 700, 9),
    }
    grid = NoteGrid(notes)
    assert grid.touching(Rect(100, 60, 1, 1)) == ["near"]
    assert grid.touching(Rect(101, 61, 1, 1)) == []
    assert grid.touching(Rect(-50, -50, 60, 60)) == ["near"]
    assert grid.touching(Rect(780, 300, 220, 105)) == ["wide"]
    assert set(grid.touching(Rect(-9, -9, 2000, 2000))) == set(notes)
    assert NoteGrid({}).touching(Rect(0, 0, 9, 9)) == []


@given(st.lists(RECTS, max_size=20), RECTS)
def test_the_grid_finds_what_a_walk_over_all_finds(rects: list[Rect], area: Rect) -> None:
    named = {str(number): rect for number, rect in enumerate(rects)}
    met = {
        key
        for key, one in named.items()
        if one.x <= area.right
        and area.x <= one.right
        and one.y <= area.bottom
        and area.y <= one.bottom
    }
    found = NoteGrid(named).touching(area)
    assert set(found) == met
    assert len(found) == len(met)
