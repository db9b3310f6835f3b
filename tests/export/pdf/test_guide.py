"""The facilitator's guide holds all of the plan; participants get none of it."""

from pathlib import Path

import pytest

from motwall.export.options import Branding, Edition
from motwall.export.pdf import Pages, Paper
from motwall.model.workshop import ONE_HOUR, TWO_HOURS, load
from tests.export.pdf.reading import (
    collisions,
    made,
    outside,
    page_texts,
    pages_of,
    reader,
    text_of,
    text_sizes,
)
from tests.export.pdf.samples import endless, shop
from tests.factories import store_with

GUIDE = (Pages.GUIDE,)


def test_everything_the_facilitator_needs_is_there(tmp_path: Path) -> None:
    found = text_of(made(shop(), tmp_path, pages=GUIDE))
    workshop = load()
    for part in workshop.parts:
        for words in (part.title, part.purpose, *part.say, part.prompt, *part.stuck):
            assert words in found
    for words in (*workshop.room, *workshop.rules, *workshop.moment_of_truth, workshop.quiz.note):
        assert words in found
    for story in workshop.examples:
        assert story.text in found


def test_the_answers_are_there(tmp_path: Path) -> None:
    found = text_of(made(shop(), tmp_path, pages=GUIDE))
    for reason in load().quiz.reasons:
        assert f"{reason.percent} % {reason.text}" in found
    for one in load().definitions:
        assert "".join(piece.text for piece in one.pieces) in found


def test_both_plans_with_their_times(tmp_path: Path) -> None:
    first = page_texts(made(shop(), tmp_path, pages=GUIDE))[0]
    for name in (TWO_HOURS, ONE_HOUR):
        for step in load().plan(name).steps:
            clock = f"{step.starts_at // 60}:{step.starts_at % 60:02}"
            assert f"{clock}, {step.minutes} min" in first


def test_each_part_has_a_bookmark_to_its_page(tmp_path: Path) -> None:
    path = made(shop(), tmp_path, pages=GUIDE)
    found = reader(path.read_bytes())
    (_, below) = found.outline
    assert isinstance(below, list)
    titles = [str(one.title) for one in below if not isinstance(one, list)]
    assert titles == [*(part.title for part in load().parts), "Cards and answers"]
    texts = page_texts(path)
    for one, part in zip(below, load().parts, strict=False):
        assert not isinstance(one, list)
        page = found.get_destination_page_number(one)
        assert page is not None
        assert part.say[0] in " ".join(texts[page].split())


def test_a_part_is_not_torn(tmp_path: Path) -> None:
    for paper in (Paper.A4, Paper.TABLOID):
        texts = page_texts(made(shop(), tmp_path, pages=GUIDE, paper=paper))
        pages = [" ".join(text.split()) for text in texts]
        for part in load().parts:
            words = (part.purpose, *part.say, part.prompt, *part.stuck)
            assert any(all(one in page for one in words) for page in pages[1:]), part.name


def test_participants_get_none(tmp_path: Path) -> None:
    path = made(shop(), tmp_path, pages=(Pages.GUIDE, Pages.PACK), edition=Edition.PARTICIPANT)
    assert "Facilitator guide" not in text_of(path)
    assert str(reader(path.read_bytes()).outline[0].title) == "Participant pack"  # type: ignore[union-attr] # no list comes first


@pytest.mark.parametrize("paper", [Paper.LETTER, Paper.A3])
def test_everything_has_its_place(tmp_path: Path, paper: Paper) -> None:
    branding = Branding(strapline="s" * 200, contact="c" * 200)
    arabic = endless()
    for store in (shop(), arabic, store_with()):
        path = made(store, tmp_path, pages=GUIDE, paper=paper, branding=branding)
        for page in pages_of(path):
            assert outside(page, 36.0) == []
            # Of Arabic, poppler's boxes are far higher than its letters.
            assert store is arabic or collisions(page) == []
        assert min(size for size, _ in text_sizes(path.read_bytes())) >= 6.0
