"""Whatever kinds of pages there are: a sound file that two independent readers read alike."""

import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from motwall.export.options import Edition
from motwall.export.pdf import Pages, Paper
from motwall.model.records import Moment, PlannedAction
from motwall.model.store import Store
from tests.export.pdf.reading import (
    fonts_of,
    made,
    made_anew,
    page_texts,
    reader,
    text_of,
    texts_by_pdfium,
    texts_by_poppler,
)
from tests.export.pdf.samples import endless, shop
from tests.factories import TODAY, action, moment, step, store_with, wall

HOSTILE = (
    "R&D <b>bold</b> &amp; &#x41;",
    "<img src='file:///etc/hosts'/><a href='https://example.org'>click</a>",
    "https://example.org/a?b=c",
    '=HYPERLINK("https://example.org")',
    "(a) \\) /Type /Page endstream",
    "\U0001f389 party \U0001f44d",
    "\u0395\u03bb\u03bb\u03b7\u03bd\u03b9\u03ba\u03ac and \u5ba2\u6237",
    "word" * 1000,
)


def hostile() -> Store:
    """A wall of texts that something else might take for more than text."""
    steps = [step(words[:200]) for words in HOSTILE]
    notes = [
        moment(words, at=here, description=words, issue=words, is_ticked=place < 4)
        for place, (words, here) in enumerate(zip(HOSTILE, steps, strict=True))
    ]
    jobs = [action(one, one.text, owner=one.text[:200], due=TODAY) for one in notes]
    return store_with(wall(title=HOSTILE[0], business=HOSTILE[1][:200]), *steps, *notes, *jobs)


WALLS: dict[str, Callable[[], Store]] = {
    "empty": store_with,
    "shop": shop,
    "hostile": hostile,
    "endless": endless,
}


def bare(text: str) -> str:
    """A text without what readers add or leave out: spaces, line ends, marks of direction."""
    return "".join(one for one in text if not one.isspace() and unicodedata.category(one) != "Cf")


def checked(path: Path) -> str:
    """What qpdf has to say of a file; it fails on damage, and on a mere warning."""
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=True)
    return done.stdout.decode() + done.stderr.decode()


@pytest.mark.parametrize("name", ["empty", "shop"])
@pytest.mark.parametrize("kind", Pages)
def test_a_file_of_each_kind_is_sound_and_reads_alike(
    tmp_path: Path, kind: Pages, name: str
) -> None:
    check_file(made(WALLS[name](), tmp_path, pages=(kind,)))


@pytest.mark.parametrize("name", WALLS)
def test_a_file_of_all_kinds_is_sound_and_reads_alike(tmp_path: Path, name: str) -> None:
    check_file(made(WALLS[name](), tmp_path, pages=tuple(Pages)))


def check_file(path: Path) -> None:
    """What every file keeps to, whatever is in it: two readers find the same letters on a page."""
    assert "No syntax or stream encoding errors found" in checked(path)
    for font, *_, embedded, subset, searchable, _object, _generation in fonts_of(path):
        assert (embedded, subset, searchable) == ("yes", "yes", "yes"), font
    found = reader(path.read_bytes())
    assert len(found.pages) >= 1
    assert str(found.root_object["/Lang"]) == "en"
    assert found.metadata is not None
    assert found.metadata.title
    assert b"/URI" not in path.read_bytes()
    assert not any("/Annots" in page for page in found.pages)
    ours, theirs = texts_by_pdfium(path.read_bytes()), texts_by_poppler(path)
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        assert Counter(bare(one)) == Counter(bare(other))
        assert bare(one)


@pytest.mark.parametrize("name", ["shop", "hostile"])
def test_both_find_the_texts_of_the_wall(tmp_path: Path, name: str) -> None:
    store = WALLS[name]()
    path = made(store, tmp_path)
    read = [bare("".join(one)) for one in (page_texts(path), texts_by_poppler(path))]
    wanted = {store.wall.title, store.wall.business}
    for one in store.all(Moment):
        wanted |= {one.text, one.description, one.issue}
    for job in store.all(PlannedAction):
        wanted |= {job.text, job.owner}
    # What is longer than a page is found page by page.
    missing = [
        (place, text)
        for place, found in enumerate(read)
        for text in wanted
        if bare(text[:400]) not in found
    ]
    assert not missing


@pytest.mark.parametrize("name", WALLS)
def test_a_whole_handout_has_its_bookmarks(tmp_path: Path, name: str) -> None:
    found = reader(made(WALLS[name](), tmp_path, pages=tuple(Pages)).read_bytes())
    marks = list(bookmarks(found))
    tops = [(title, page) for title, page, level in marks if level == 0]
    assert tops[0] == ("Cover", 0)
    assert all(one < other for (_, one), (_, other) in pairwise(tops))
    assert len({title for title, _ in tops}) == len(tops)
    # Those below a bookmark lie on the pages of its part.
    pages = [page for _, page, _ in marks]
    assert pages == sorted(pages)
    assert pages[-1] < len(found.pages)


def bookmarks(found: PdfReader) -> Iterator[tuple[str, int, int]]:
    """Title, page and level of each bookmark, in the order in which they are shown."""

    def walk(outline: list[Any], level: int) -> Iterator[tuple[str, int, int]]:
        for one in outline:
            if isinstance(one, list):
                yield from walk(one, level + 1)
            else:
                page = found.get_destination_page_number(one)
                assert page is not None
                yield str(one.title), page, level

    return walk(found.outline, 0)


def test_every_page_says_where_it_belongs(tmp_path: Path) -> None:
    path = made(shop(), tmp_path, pages=tuple(Pages))
    pages = page_texts(path)
    for number, text in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in text
        assert "Corner Hardware \u00b7 23 November 2026" in text


@pytest.mark.parametrize("paper", [Paper.LETTER, Paper.A3])
def test_nothing_is_drawn_in_the_margins(tmp_path: Path, paper: Paper) -> None:
    """Neither text nor lines; some printers cannot print there.

    A small paper and a large one, of both forms; text alone is looked for on each.
    """
    path = made(shop(), tmp_path, paper=paper, is_ink_saver=False, pages=tuple(Pages))
    subprocess.run(["pdftoppm", "-gray", "-r", "36", str(path), str(tmp_path / "p")], check=True)
    pictures = sorted(tmp_path.glob("p-*.pgm"))
    assert pictures
    assert [one.name for one in pictures if not has_white_margins(one, 17)] == []


def has_white_margins(picture: Path, width: int) -> bool:
    """Whether so many pixels along each edge are white."""
    _, size, _, pixels = picture.read_bytes().split(b"\n", 3)
    across, down = (int(one) for one in size.split())
    rows = [pixels[start : start + across] for start in range(0, across * down, across)]
    edges = [*rows[:width], *rows[-width:]]
    edges += [row[:width] + row[-width:] for row in rows]
    return all(min(edge) > 240 for edge in edges)


@pytest.mark.parametrize("name", ["empty", "hostile"])
def test_fields_to_fill_in_do_no_harm(tmp_path: Path, name: str) -> None:
    path = made(WALLS[name](), tmp_path, pages=tuple(Pages), is_fillable=True)
    assert "No syntax or stream encoding errors found" in checked(path)
    fields = reader(path.read_bytes()).get_fields() or {}
    assert fields
    assert all(fields)
    assert {embedded for _, *_, embedded, _, _, _, _ in fonts_of(path)} == {"yes"}


def test_pages_with_nothing_to_show_make_a_page_that_says_so(tmp_path: Path) -> None:
    path = made(shop(), tmp_path, pages=(Pages.GUIDE,), edition=Edition.PARTICIPANT)
    assert "Nothing to print yet" in text_of(path)
    assert len(reader(path.read_bytes()).pages) == 1


def test_all_of_it_twice_is_equal() -> None:
    store = shop()
    whole: dict[str, object] = {"pages": tuple(Pages), "is_fillable": True}
    assert made_anew(store, **whole) == made_anew(Store(store.everything()), **whole)
