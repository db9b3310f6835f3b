"""Rows on pages: nothing is lost, nothing is cut that need not be."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from motwall.export.pdf.sheet import Sheet
from motwall.export.pdf.table import PADDING, PlacedRow, Row, paginate

ROOM = 400.0


@dataclass(frozen=True)
class Brick:
    """A piece with a name."""

    name: str
    height: float = 12.0

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        raise AssertionError("only laid out here")


def row(name: str, *counts: int, is_heading: bool = False) -> Row:
    cells = tuple(
        [Brick(f"{name}/{place}/{number}") for number in range(count)]
        for place, count in enumerate(counts)
    )
    repeated = [Brick(f"{name} again")]
    return Row(cells=cells, repeated=repeated, is_heading=is_heading)


def names(page: list[PlacedRow]) -> list[list[str]]:
    """The names in each cell of each row."""
    return [
        [piece.name for cell in placed.row.cells for piece in cell if isinstance(piece, Brick)]
        for placed in page
    ]


def test_rows_move_to_the_next_page_whole() -> None:
    pages = paginate([row("a", 20), row("b", 20), row("c", 2)], ROOM)
    assert [[first[0] for first in names(page)] for page in pages] == [
        ["a/0/0"],
        ["b/0/0", "c/0/0"],
    ]


def test_a_row_taller_than_a_page_is_cut_in_every_column_and_named_again() -> None:
    pages = paginate([row("a", 1, 70, 40)], ROOM)
    fitting = int((ROOM - 2 * PADDING) // 12)
    assert len(pages) == 3
    first, second, third = (names(page)[0] for page in pages)
    assert first[0] == "a/0/0"
    assert first.count("a again") == 0
    assert second[0] == third[0] == "a again"
    assert f"a/1/{fitting - 1}" in first
    assert f"a/1/{fitting}" in second
    assert f"a/2/{fitting}" in second
    assert "a/1/69" in third


def test_a_heading_stays_with_its_first_row_and_is_repeated() -> None:
    rows = [row("a", 26), row("head", 1, is_heading=True), *(row(f"b{n}", 9) for n in range(5))]
    pages = paginate(rows, ROOM)
    starts = [[first[0] for first in names(page)] for page in pages]
    assert starts[0] == ["a/0/0"]
    assert starts[1][:2] == ["head/0/0", "b0/0/0"]
    assert starts[2][:2] == ["head again", "b3/0/0"]


def test_no_rows_are_one_empty_page() -> None:
    assert paginate([], ROOM) == [[]]


@given(
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80), st.booleans()), max_size=12),
    st.sampled_from([150.0, 300.0, 431.7]),
)
def test_every_piece_is_on_one_page_in_its_order(
    heights: list[tuple[int, int, bool]], room: float
) -> None:
    rows: list[Row] = []
    for number, (left, right, is_heading) in enumerate(heights):
        if is_heading:
            rows.append(row(f"{number}h", 1, is_heading=True))
        rows.append(row(str(number), left, right))
    pages = paginate(rows, room)
    placed = [each for page in pages for each in page]
    for column in (0, 1):
        wanted = [p.name for r in rows for p in (*r.cells, [])[column] if isinstance(p, Brick)]
        got = [
            piece.name
            for each in placed
            for piece in (*each.row.cells, [])[column]
            if isinstance(piece, Brick) and not piece.name.endswith("again")
        ]
        assert got == wanted
    for page in pages:
        bottoms = [each.y + each.height for each in page]
        assert all(bottom <= room + 1e-9 for bottom in bottoms)
        assert [each.y for each in page] == [0.0, *bottoms[:-1]] or not page
        assert not (page and page is not pages[-1] and page[-1].row.is_heading)
    headed = next((place for place, r in enumerate(rows) if r.is_heading), len(rows))
    cut = [r for place, r in enumerate(rows) if r.height > room - 26.0 * (place > headed)]
    repeats = sum(
        isinstance(piece, Brick) and piece.name.endswith("again") and not each.row.is_heading
        for each in placed
        for piece in each.row.cells[0]
    )
    assert (repeats > 0) == bool(cut)
