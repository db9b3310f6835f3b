"""The participants' pack: the same for every wall, with blanks, without any answer or result."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from motwall.export.options import Edition
from motwall.export.pdf import Pages, Paper
from motwall.export.pdf.words import form_headings
from motwall.model.phases import Phase
from motwall.model.records import Idea, Moment, PlannedAction
from motwall.model.workshop import load
from tests.export.pdf.reading import (
    collisions,
    made,
    made_bytes,
    outside,
    page_texts,
    pages_of,
    reader,
    text_of,
)
from tests.export.pdf.samples import endless, shop
from tests.factories import store_with

PACK = (Pages.PACK,)


def test_rules_steps_blanks_form_and_notes(tmp_path: Path) -> None:
    path = made(shop(), tmp_path, pages=PACK)
    opening, cards, form, notes = (" ".join(text.split()) for text in page_texts(path))
    for rule in load().rules:
        assert rule in opening
    for phase in Phase:
        assert phase.sentence in opening
    for one in load().definitions:
        assert one.term in cards
    for reason in load().quiz.reasons:
        assert reason.text in cards
    assert load().quiz.point in cards
    for heading in form_headings():
        assert heading in form
    assert "keep in mind" in notes


def test_no_answer_is_given_away(tmp_path: Path) -> None:
    cards = page_texts(made(shop(), tmp_path, pages=PACK))[1]
    words = " ".join(cards.split())
    for one in load().definitions:
        whole = "".join(piece.text for piece in one.pieces)
        assert whole not in words
        for before, blank in zip(one.pieces, one.pieces[1:], strict=False):
            if blank.is_blank:
                assert before.text + blank.text not in words
    for reason in load().quiz.reasons:
        assert f"{reason.percent} %" not in words


@pytest.mark.parametrize("edition", Edition)
def test_nothing_of_the_wall_but_its_name(tmp_path: Path, edition: Edition) -> None:
    store = shop()
    found = text_of(made(store, tmp_path, pages=PACK, edition=edition))
    texts = {one.text for one in store.all(Moment)} | {one.text for one in store.all(Idea)}
    texts |= {one.text for one in store.all(PlannedAction)}
    assert len(texts) > 30
    assert [one for one in texts - {""} if one in found] == []


def test_the_quiz_adds_up_to_a_hundred(tmp_path: Path) -> None:
    found = text_of(made(store_with(), tmp_path, pages=PACK))
    assert "100 % together" in found


def test_blanks_can_be_filled_in_on_a_screen() -> None:
    data = made_bytes(shop(), pages=PACK, is_fillable=True)
    fields = reader(data).get_fields() or {}
    words = [name for name in fields if name.startswith("pack-word-")]
    blanks = [piece for one in load().definitions for piece in one.pieces if piece.is_blank]
    assert len(words) == len(blanks)
    shares = [name for name in fields if name.startswith("pack-share-")]
    assert len(shares) == len(load().quiz.reasons)
    assert {"pack-point", "pack-notes", "pack-learned", "pack-remembered"} <= set(fields)
    writer = PdfWriter(PdfReader(BytesIO(data)))
    for page in writer.pages:
        writer.update_page_form_field_values(page, {shares[0]: "68"}, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    filled = PdfReader(out).get_fields() or {}
    assert filled[shares[0]].value == "68"


def test_without_fields_there_are_none() -> None:
    assert not reader(made_bytes(shop(), pages=PACK)).get_fields()


@pytest.mark.parametrize("paper", [Paper.LETTER, Paper.A3])
def test_everything_has_its_place(tmp_path: Path, paper: Paper) -> None:
    arabic = endless()
    for store in (arabic, store_with()):
        for page in pages_of(made(store, tmp_path, pages=PACK, paper=paper)):
            assert outside(page, 36.0) == []
            # Of Arabic, poppler's boxes are far higher than its letters.
            assert store is arabic or collisions(page) == []
