"""Blank worksheets, blank notes, and the wall's notes to cut out."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from motwall.export.cutout_warnings import cutout_warnings
from motwall.export.options import Branding, Edition
from motwall.export.pdf import Pages, Paper, PdfOptions
from motwall.export.pdf.cutouts import SIDE, cutouts_part, notes_cut_short
from motwall.model.order import all_moments
from motwall.model.records import Rating
from motwall.model.store import Store
from tests.export.pdf.reading import (
    collisions,
    made,
    made_bytes,
    outside,
    page_texts,
    pages_of,
    text_of,
    text_sizes,
)
from tests.export.pdf.samples import LONG, WORD, crowded, shop
from tests.factories import TODAY, moment, step, store_with, wall

GRID, NOTES, CUTOUTS = (Pages.GRID,), (Pages.NOTES,), (Pages.CUTOUTS,)


@pytest.mark.parametrize("paper", Paper)
def test_the_grid_has_one_worked_step_and_thirteen_blank(tmp_path: Path, paper: Paper) -> None:
    path = made(shop(), tmp_path, pages=GRID, paper=paper)
    text = text_of(path)
    assert text.count("example") == 1
    assert text.count("Looks at our web site") == 1
    # Five moments as questions; the hint on each page asks, too.
    assert text.count("?") == 5 + len(page_texts(path))
    assert [number for number in range(1, 14) if f"Step {number} " not in f"{text} "] == []
    assert "Step 14" not in text
    # Nothing of the wall but its name.
    assert not any(one.text in text for one in all_moments(shop()))
    for page in pages_of(path):
        assert outside(page, 36.0) == []
        assert collisions(page) == []


@pytest.mark.parametrize("paper", Paper)
def test_fifteen_blank_notes_and_the_codes(tmp_path: Path, paper: Paper) -> None:
    path = made(shop(), tmp_path, pages=NOTES, paper=paper)
    (page,) = pages_of(path)
    words = [word.text for word in page.words]
    assert words.count("code") == 15 + 1
    for code in ("FI", "PH", "EM"):
        assert words.count(code) == 1
    assert outside(page, 36.0) == []
    assert collisions(page) == []
    (empty,) = page_texts(made(store_with(), tmp_path, pages=NOTES))
    assert empty.count("code") == 15 + 1


@pytest.mark.parametrize(
    ("count", "paper"), [(1, Paper.A3), (5, Paper.LETTER), (40, Paper.A4), (40, Paper.TABLOID)]
)
def test_each_note_is_cut_out_once_in_the_order_of_the_wall(
    tmp_path: Path, paper: Paper, count: int
) -> None:
    store = crowded(count, unsorted=count // 8)
    path = made(store, tmp_path, pages=CUTOUTS, paper=paper)
    wanted = [one.text for one in all_moments(store)]
    texts = [" ".join(text.split()) for text in page_texts(path)]
    # Page by page, as they lie on each other: the notes of a stack, then those of the next.
    placed: dict[int, list[str]] = {}
    for text in texts:
        on_page = sorted((one for one in wanted if f"{one} " in f"{text} "), key=wanted.index)
        for place, one in enumerate(on_page):
            placed.setdefault(place, []).append(one)
    stacked = [one for place in sorted(placed) for one in placed[place]]
    assert stacked == wanted
    assert sum(len(stack) for stack in placed.values()) == len(wanted)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("branding", [Branding(), Branding(strapline="Ours", contact="here")])
def test_a_note_is_as_large_as_a_sticky_one(paper: Paper, branding: Branding) -> None:
    options = PdfOptions(made_on=TODAY, paper=paper, branding=branding, pages=CUTOUTS)
    part = cutouts_part(shop(), options)
    _, grid, _ = part.pages[0].args  # type: ignore[attr-defined] # a partial
    assert pytest.approx(215.43, abs=0.01) == SIDE
    assert grid.width * part.frame.page.zoom == pytest.approx(SIDE)
    body = part.frame.body
    assert grid.count >= 6
    assert body.x <= grid.x
    assert grid.x + grid.columns * grid.width <= body.right
    assert body.y <= grid.y
    assert grid.bottom <= body.bottom


def test_long_words_shrink_and_then_say_that_there_is_more(tmp_path: Path) -> None:
    here = step()
    store = store_with(
        wall(title="Long"),
        here,
        *(moment(words, at=here) for words in (LONG[:350], LONG, WORD, "Short")),
    )
    options = PdfOptions(made_on=TODAY, pages=CUTOUTS)
    assert notes_cut_short(store, options) == 2
    path = made(store, tmp_path, pages=CUTOUTS)
    text = text_of(path)
    assert "2 notes too long" in text
    assert LONG[:350].strip() in text
    assert min(size for size, _ in text_sizes(path.read_bytes())) >= 6.0
    (page,) = pages_of(path)
    assert outside(page, 36.0) == []
    assert collisions(page) == []
    (warning,) = cutout_warnings(store, options)
    assert warning.startswith("2 notes to cut out")
    assert cutout_warnings(store, replace(options, pages=NOTES)) == []
    assert cutout_warnings(shop(), options) == []
    assert notes_cut_short(shop(), options) == 0
    assert "too long" not in text_of(made(shop(), tmp_path, pages=CUTOUTS))


def test_participants_get_no_results_on_their_notes(tmp_path: Path) -> None:
    here = step()
    marked = moment("Waits", at=here, is_ticked=True, rating=Rating.MISERABLE, merged=("Stands",))
    bare = moment("Waits", at=here)
    for_participants = {"pages": CUTOUTS, "edition": Edition.PARTICIPANT}
    about = wall(title="Both")
    assert made_bytes(store_with(about, here, marked), **for_participants) == made_bytes(
        store_with(about, here, bare), **for_participants
    )
    facilitator = made(store_with(about, here, marked), tmp_path, pages=CUTOUTS)
    assert "+1" in text_of(facilitator)


@pytest.mark.parametrize("kind", [GRID, NOTES, CUTOUTS, (Pages.SHOP,)])
def test_an_ink_saver_fills_nothing_but_strips(tmp_path: Path, kind: tuple[Pages, ...]) -> None:
    """Little of the page is covered: no paper colour, no dark areas."""
    path = made(shop(), tmp_path, pages=kind, is_ink_saver=True)
    command = ["pdftoppm", "-gray", "-r", "40", "-l", "1", str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    pixels = done.stdout.split(b"\n", 3)[3]
    assert sum(1 for one in pixels if one < 200) < 0.12 * len(pixels)


def test_an_empty_wall_has_sheets_to_cut_as_well(tmp_path: Path) -> None:
    store: Store = store_with()
    for kind in (GRID, NOTES, CUTOUTS):
        assert len(page_texts(made(store, tmp_path, pages=kind))) >= 1
