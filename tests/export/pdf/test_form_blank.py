"""The planning form to be filled in: blank with its prompts, or with the moments alone."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings

from motwall.export.options import Edition, Pages, Paper, Rows
from motwall.export.pdf.form_blank import BLANK_HEIGHT, even_pages
from motwall.export.pdf.table import Row
from motwall.model.form_prompts import prompted_form
from motwall.model.records import Moment, Rating
from motwall.model.store import Store
from tests.export.pdf.reading import (
    collisions,
    made,
    made_anew,
    made_bytes,
    outside,
    page_texts,
    pages_of,
    reader,
    text_of,
    texts_by_pdfium,
)
from tests.export.pdf.samples import endless
from tests.export.pdf.told import NAMES, SECRETS, told
from tests.factories import TODAY, moment, row, step, store_with, texts
from tests.strategies import walls

FORM = (Pages.FORM,)
HEADINGS = (
    "MOMENT OF TRUTH Where do they meet us? DESCRIPTION What happens there? "
    "ISSUE/PROBLEM What goes wrong, or might? RANKING Ring one rating "
    "ACTION What will we do, who, by when?"
)
COLUMNS = ("moment", "description", "issue", "action")


def flat_pages(path: Path) -> list[str]:
    return [" ".join(page.split()) for page in page_texts(path)]


@pytest.mark.parametrize("paper", list(Paper))
def test_the_blank_form_has_the_printed_prompts(tmp_path: Path, paper: Paper) -> None:
    path = made(told(), tmp_path, pages=FORM, rows=Rows.BLANK, paper=paper)
    pages = flat_pages(path)
    assert [page.count(HEADINGS) for page in pages] == [1] * len(pages)
    text = " ".join(pages)
    _, (worked, *prompts) = prompted_form(TODAY)
    assert "worked example" in pages[0]
    place = 0
    for words in (worked.text, *(one.prompt for one in prompts)):
        place = text.index(words, place) + len(words)
    for words in SECRETS:
        assert words not in text.replace("Miserable", "", 1)
    for page in pages_of(path):
        assert not outside(page, 36.0)
        assert not collisions(page)


def test_rows_are_of_even_height_and_fill_their_pages() -> None:
    worked, room = Row(cells=((),), least=90.0), 430.0
    rows = [Row(cells=((),), least=50.0) for _ in range(12)]
    pages = even_pages(worked, rows, lambda height: Row(cells=((),), least=height), room)
    assert len(pages) == 2
    for page, first in zip(pages, (1, 0), strict=True):
        heights = {round(one.height, 6) for one in page[first:]}
        assert len(heights) == 1
        assert min(heights) >= BLANK_HEIGHT
        assert page[-1].y + page[-1].height == pytest.approx(room)
        for one, two in pairwise(page):
            assert one.y + one.height == pytest.approx(two.y)
    assert [one.row for page in pages for one in page][: len(rows) + 1] == [worked, *rows]


def test_participants_get_the_moments_alone(tmp_path: Path) -> None:
    text = text_of(made(told(), tmp_path, pages=FORM, edition=Edition.PARTICIPANT))
    assert HEADINGS in text
    place = 0
    # In the order of the wall: what was chosen is not told.
    for words in ("PH", "Rings to ask if we stock it", "step 1", "Looks for the shelf", "Pays"):
        place = text.index(words, place) + len(words)
    for words in (*SECRETS, "priority"):
        assert words not in text


@given(store=walls())
@settings(max_examples=20)
def test_every_moment_is_there_once_for_participants(store: Store) -> None:
    data = made_anew(store, pages=FORM, edition=Edition.PARTICIPANT)
    text = " ".join(" ".join(texts_by_pdfium(data)).split())
    found = re.findall(r"moment \d+", text)
    assert sorted(found) == sorted(texts(store.all(Moment)))


def test_rows_of_the_wall_keep_their_headings_for_participants(tmp_path: Path) -> None:
    here, online = step(), row("Online")
    parks = moment("Parks", at=here)
    chosen = moment("Orders", at=here, into=online, is_ticked=True)
    first = moment("Searches", at=here, into=online, rank=1)
    store = store_with(here, online, parks, chosen, first)
    text = text_of(made(store, tmp_path, pages=FORM, edition=Edition.PARTICIPANT))
    place = 0
    for words in ("Everyone", "Parks", "Online", "Searches", "Orders"):
        place = text.index(words, place) + len(words)


@pytest.mark.parametrize("paper", [Paper.LETTER, Paper.A3])
def test_nothing_leaves_a_page(tmp_path: Path, paper: Paper) -> None:
    for page in pages_of(
        made(endless(), tmp_path, pages=FORM, edition=Edition.PARTICIPANT, paper=paper)
    ):
        assert not outside(page, 36.0)


def test_nobody_is_named_where_names_are_off(tmp_path: Path) -> None:
    text = text_of(made(told(), tmp_path, pages=FORM, has_names=False))
    assert "A second handset \u2014 Mon 30 Nov" in text
    for name in NAMES:
        assert name not in text


def test_blanks_are_fields_with_names_of_their_own() -> None:
    for options in (
        {"rows": Rows.BLANK},
        {"edition": Edition.PARTICIPANT},
        {"edition": Edition.FACILITATOR},
    ):
        data = made_bytes(told(), pages=FORM, is_fillable=True, **options)
        form = reader(data).trailer["/Root"]["/AcroForm"]["/Fields"]
        names = [str(one.get("/T")) for one in form]
        assert len(names) == len(set(names))
        for column in COLUMNS:
            assert any(re.fullmatch(rf"form-\d+-{column}", one) for one in names)
    rings = reader(data).get_fields()
    # What is written on the wall is no field, what is missing is one.
    assert "form-1-issue" not in rings
    assert "form-2-issue" in rings
    assert not reader(made_bytes(told(), pages=FORM)).get_fields()


def test_faces_can_be_ringed_on_a_screen() -> None:
    data = made_bytes(store_with(moment("x")), pages=FORM, is_fillable=True)
    fields = reader(data).get_fields()
    assert {f"form-1-ranking-{one}" for one in Rating} <= set(fields)
