"""Notes found by where they lie."""

from hypothesis import given
from hypothesis import strategies as st

from motwall.model.layout import Rect
from motwall.model.note_grid import NoteGrid

COORDINATES = st.floats(-2000, 2000, allow_nan=False)
SIDES = st.floats(0, 700, allow_nan=False)
RECTS = st.builds(Rect, COORDINATES, COORDINATES, SIDES, SIDES)


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
