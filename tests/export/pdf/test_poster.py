"""The wall as a poster, and fitted to one page."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motwall.export.options import Edition, Pages, Paper, PdfOptions, WallAs
from motwall.export.pdf.frame import MARGIN, Frame, sideways, upright
from motwall.export.pdf.wall_draw import NoteMaker
from motwall.export.pdf.wall_poster import Poster, Size, holds_note, tile_name
from motwall.export.pdf.wall_sheets import poster_of
from motwall.export.pdf.wall_tiles import TileRoom
from motwall.export.wall_warnings import LEAST_READABLE, wall_warnings
from motwall.model.layout import NOTE_HEIGHT, NUMBER_HEIGHT, Rect
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from motwall.model.wall_layout import TRACK_HEAD
from motwall.model.wrapping import NOTE_WIDTH
from tests.export.pdf.reading import (
    made,
    made_anew,
    made_bytes,
    page_texts,
    pages_of,
    reader,
    text_of,
    text_sizes,
)
from tests.export.pdf.samples import crowded, shop
from tests.export.pdf.test_wall import rowed
from tests.factories import TODAY, moment, new_ids, row, step, store_with
from tests.strategies import walls

WALL = (Pages.WALL,)
POSTER = {"pages": WALL, "wall_as": WallAs.POSTER}
FIT = {"pages": WALL, "wall_as": WallAs.FIT}
NINE = 9.0
TITLE_SIZE = 16.5
OVERLAP_MM = 10.0
POINTS_PER_MM = 72 / 25.4
_SLACK = 1e-6


def cut(store: Store, room: tuple[float, float], across: int, least: float = NINE) -> Poster:
    return poster_of(store, NoteMaker(store, PdfOptions(made_on=TODAY)), [room], least, across)


def is_within(inner: Rect, outer: Rect) -> bool:
    is_beside = inner.x >= outer.x - _SLACK and inner.right <= outer.right + _SLACK
    return is_beside and inner.y >= outer.y - _SLACK and inner.bottom <= outer.bottom + _SLACK


def is_apart(one: Rect, other: Rect) -> bool:
    is_beside = one.right <= other.x + _SLACK or other.right <= one.x + _SLACK
    return is_beside or one.bottom <= other.y + _SLACK or other.bottom <= one.y + _SLACK


def check_cuts(poster: Poster, count: int) -> None:
    """No cut goes through a note, the title of a row or a number; every note is on one sheet."""
    parts = [tile.part for tile in poster.tiles]
    assert all(is_apart(one, other) for one, other in combinations(parts, 2))
    shown: list[str] = []
    notes: list[Rect] = []
    for strip, y in poster.grid.strips:
        for note in strip.notes:
            rect = Rect(note.x, y + note.y, NOTE_WIDTH, NOTE_HEIGHT)
            (tile,) = (one for one in parts if holds_note(one, rect.x, rect.y))
            assert is_within(rect, tile)
            shown.append(note.moment.id)
            notes.append(rect)
        heads = [Rect(one.rect.x, y + one.rect.y, 1.0, TRACK_HEAD) for one in strip.rows]
        numbers = [Rect(one.x, y + one.y, 1.0, NUMBER_HEIGHT) for one in strip.numbers]
        for rect in [*heads, *numbers]:
            assert any(is_within(rect, part) for part in parts)
    assert all(is_apart(one, other) for one, other in combinations(notes, 2))
    assert len(set(shown)) == len(shown) == count


@given(
    store=walls(most_steps=20, most_moments=30, most_rows=2).filter(lambda one: one.count(Moment)),
    room=st.sampled_from([(730.0, 360.0), (880.0, 500.0), (500.0, 700.0)]),
    across=st.integers(0, 5),
)
@settings(max_examples=40)
def test_cuts_go_through_gutters(store: Store, room: tuple[float, float], across: int) -> None:
    poster = cut(store, room, across)
    check_cuts(poster, store.count(Moment))
    assert len(poster.shares) == len(poster.tiles)
    assert all(0.0 < share <= 1.0 for share in poster.shares)
    for tile in poster.tiles:
        assert tile.part.width * poster.scale <= room[0] + _SLACK
        assert tile.part.height * poster.scale <= room[1] + _SLACK


def test_many_rows_without_notes_are_cut_as_well() -> None:
    rows = [row(f"Row {number}") for number in range(30)]
    here = step()
    store = store_with(
        *rows, here, moment("first", at=here), moment("last", at=here, into=rows[-1])
    )
    poster = cut(store, (730.0, 360.0), 0)
    check_cuts(poster, 2)
    assert poster.rows > 2
    assert all(tile.part.height * poster.scale <= 360.0 + _SLACK for tile in poster.tiles)


@pytest.mark.parametrize("paper", list(Paper))
def test_sheets_overlap_by_ten_millimetres_within_the_margins(paper: Paper) -> None:
    frame = Frame.of(shop(), sideways(paper), "The wall", PdfOptions(made_on=TODAY))
    room = TileRoom.of(frame, 40.0)
    zoom = frame.page.zoom
    assert room.overlap * zoom == pytest.approx(OVERLAP_MM * POINTS_PER_MM, abs=0.01)
    right = (room.area.right + room.overlap) * zoom
    assert right <= frame.page.points[0] - MARGIN + _SLACK
    assert room.area.bottom + room.overlap <= frame.body.bottom - 40.0


@pytest.mark.parametrize(("count", "deep", "paper"), [(24, 2, Paper.A3), (200, 4, Paper.LETTER)])
def test_words_of_a_poster_are_read_from_a_step_away(count: int, deep: int, paper: Paper) -> None:
    data = made_bytes(crowded(count, deep=deep), paper=paper, **POSTER)
    words = [size for size, text in text_sizes(data) if re.search(r"Moment \d+", text)]
    assert len(words) >= count
    assert min(words) >= NINE - _SLACK


def test_every_sheet_says_where_it_belongs(tmp_path: Path) -> None:
    path = made(crowded(100, deep=2), tmp_path, **POSTER, sheets_across=3)
    first, *sheets = (" ".join(page.split()) for page in page_texts(path))
    found = [re.search(r"Sheet (\w+) of (\d+) x 3", page) for page in sheets]
    names = [one[1] for one in found if one]
    assert len(names) == len(sheets) == len(set(names))
    (rows,) = {int(one[2]) for one in found if one}
    assert f"A poster of {rows} x 3 sheets" in first
    assert all(name in first.split() for name in names)
    assert "100 %" in first
    assert "Moment" not in first
    assert "joins B1" in sheets[0]
    assert "cut the left edge, it joins A1" in sheets[1]
    assert all("Magical: exceeds what they expect" in page for page in sheets)
    marks = reader(path.read_bytes()).outline
    assert [one.title for one in marks[1]] == names


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("name", ["shop", "airline", "planning-form"])
def test_the_sheets_of_a_small_wall_are_used_well(name: str, paper: Paper) -> None:
    store = Store(instantiate(load(name), new_ids(1), TODAY))
    poster = poster_of(store, NoteMaker(store, PdfOptions(made_on=TODAY)), rooms(paper), NINE, 0)
    assert len(poster.tiles) <= 2
    assert all(0.5 < share <= 1.0 for share in poster.shares)


def rooms(paper: Paper) -> list[Size]:
    """About what a sheet shows, sideways and upright."""
    pages = [page(paper) for page in (sideways, upright)]
    return [(one.width - 120.0, one.height - 240.0) for one in pages]


def test_a_wider_poster_is_larger() -> None:
    store = shop()
    scales = [cut(store, (730.0, 360.0), across).scale for across in (0, 2, 4)]
    assert scales == sorted(scales)
    assert scales[0] < scales[-1]
    many = cut(crowded(300, deep=2), (730.0, 360.0), 2)
    # No wider than asked for, and words stay readable all the same.
    assert many.columns == 2
    assert many.rows > 2


def test_one_sheet_needs_no_map(tmp_path: Path) -> None:
    (page,) = page_texts(made(store_with(moment("alone")), tmp_path, **POSTER))
    assert "alone" in page
    assert "Sheet" not in page
    (page,) = page_texts(made(store_with(), tmp_path, **POSTER))
    assert "Nothing on the wall yet." in page


def test_names_of_tiles() -> None:
    names = [tile_name(place, 2) for place in (0, 1, 25, 26, 27, 26 * 27)]
    assert names == ["A3", "B3", "Z3", "AA3", "AB3", "AAA3"]


@pytest.mark.parametrize(
    ("count", "paper"), [(1, Paper.TABLOID), (30, Paper.A4), (300, Paper.TABLOID)]
)
def test_fitted_means_one_page(tmp_path: Path, count: int, paper: Paper) -> None:
    store = crowded(count, deep=2, unsorted=5)
    (page,) = page_texts(made(store, tmp_path, paper=paper, **FIT))
    flat = " ".join(page.split())
    assert sorted(map(int, re.findall(r"Moment (\d+) of a", flat))) == list(range(count))
    assert "PH Phone" in flat or count == 1


@pytest.mark.parametrize("paper", [Paper.LETTER, Paper.A3])
def test_words_that_would_be_too_small_are_told_of(tmp_path: Path, paper: Paper) -> None:
    store = crowded(300, deep=2, unsorted=5)
    options = PdfOptions(made_on=TODAY, pages=WALL, paper=paper, wall_as=WallAs.FIT)
    (sentence,) = wall_warnings(store, options)
    told = float(re.findall(r"(\d+\.\d) pt", sentence)[0])
    (page,) = pages_of(made(store, tmp_path, paper=paper, **FIT))
    heights = [word.bottom - word.top for word in page.words]
    # The title of the page is in the same font.
    title = TITLE_SIZE * (sideways(paper).zoom)
    assert told == pytest.approx(title * min(heights) / max(heights), abs=0.15)
    assert told < LEAST_READABLE
    # Even on the next larger paper they would be.
    assert "use a poster" in sentence


def test_larger_paper_is_named_where_it_helps() -> None:
    store = crowded(110, deep=2)
    found = {
        paper: wall_warnings(store, PdfOptions(made_on=TODAY, paper=paper, wall_as=WallAs.FIT))
        for paper in Paper
    }
    assert "A3" in found[Paper.A4][0]
    assert "Tabloid" in found[Paper.LETTER][0]
    assert found[Paper.A3] == []


def test_nothing_is_told_where_all_is_well() -> None:
    options = PdfOptions(made_on=TODAY, wall_as=WallAs.FIT)
    assert wall_warnings(shop(), options) == []
    assert wall_warnings(store_with(), options) == []
    large = crowded(400)
    assert wall_warnings(large, PdfOptions(made_on=TODAY)) == []
    assert wall_warnings(large, PdfOptions(made_on=TODAY, pages=(), wall_as=WallAs.FIT)) == []


@pytest.mark.parametrize("wall_as", list(WallAs))
def test_what_was_found_is_not_for_participants(tmp_path: Path, wall_as: WallAs) -> None:
    for_all = made(shop(), tmp_path, pages=WALL, wall_as=wall_as)
    words = text_of(for_all)
    assert "P1" in words.split()
    assert "Magical" in words
    path = made(shop(), tmp_path, pages=WALL, wall_as=wall_as, edition=Edition.PARTICIPANT)
    words = text_of(path)
    assert "P1" not in words.split()
    assert "Magical" not in words
    assert "ticked" not in words
    assert "PH Phone" in words


@pytest.mark.parametrize("wall_as", list(WallAs))
def test_equal_walls_give_equal_bytes(wall_as: WallAs) -> None:
    store = rowed(9, deep=2)
    again = Store(store.everything())
    assert made_anew(store, pages=WALL, wall_as=wall_as) == made_anew(
        again, pages=WALL, wall_as=wall_as
    )
