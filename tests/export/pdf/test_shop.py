"""Mystery-shop sheets: a page for each moment that has questions, and nobody's name."""

from pathlib import Path

import pytest

from motwall.export.options import Edition
from motwall.export.pdf import Pages, Paper
from motwall.model.observing import to_shop
from motwall.model.records import AnswerKind, Rating
from motwall.model.store import Store
from tests.export.pdf.reading import collisions, made, outside, page_texts, pages_of, reader
from tests.export.pdf.samples import LONG, WORD
from tests.factories import (
    answer,
    moment,
    observation,
    question,
    step,
    store_with,
    wall,
)

SHOP = (Pages.SHOP,)
HERE = step("Ask")
RINGS = moment("Rings to ask", at=HERE, who_delivers="Grace", expectation="Expects a yes")
PAYS = moment("Pays at the till", at=HERE, is_ticked=True, rating=Rating.MISERABLE)
LEAVES = moment("Leaves the shop", at=HERE)
QUICK = question(RINGS, "Did somebody pick up soon?")
FIRST = question(PAYS, "What was the first thing you saw?", kind=AnswerKind.WORDS)
SEEN = observation(RINGS, observer="Olga", note="Nobody came", attitude=Rating.MAGICAL)


def asked() -> Store:
    own = answer(QUICK, note="Not before the tenth ring")
    return store_with(wall(title="Shop"), HERE, RINGS, PAYS, LEAVES, QUICK, FIRST, SEEN, own)


def test_moments_with_questions_have_a_sheet_priorities_first(tmp_path: Path) -> None:
    store = asked()
    assert [one.id for one in to_shop(store)] == [PAYS.id, RINGS.id]
    path = made(store, tmp_path, pages=SHOP)
    pays, rings = page_texts(path)
    assert "Pays at the till" in pays
    assert FIRST.text in pays
    assert QUICK.text not in pays
    assert "Rings to ask" in rings
    assert QUICK.text in rings
    assert "Leaves the shop" not in pays + rings
    top, below = reader(path.read_bytes()).outline
    assert top.title == "Mystery shop"
    assert [one.title for one in below] == ["Pays at the till", "Rings to ask"]


@pytest.mark.parametrize("edition", Edition)
def test_a_sheet_asks_and_tells_nothing(tmp_path: Path, edition: Edition) -> None:
    text = " ".join(page_texts(made(asked(), tmp_path, pages=SHOP, edition=edition)))
    for told in ("Olga", "Grace", "Nobody came", "tenth ring", "Expects a yes"):
        assert told not in text
    for wanted in ("Attitude", "Knowledge", "Approach", "Date and time", "NOTES", "step 1"):
        assert text.count(wanted) == 2
    # Boxes for what is answered by yes or no, only lines for words.
    assert text.count("Don't know") == 1
    assert "No names" in text


def test_without_questions_there_is_a_sheet_for_any_moment(tmp_path: Path) -> None:
    (text,) = page_texts(made(store_with(HERE, LEAVES), tmp_path, pages=SHOP))
    assert "Which moment is it about?" in text
    assert text.count("Don't know") == 6


@pytest.mark.parametrize("paper", Paper)
def test_nothing_leaves_a_page_or_lies_on_other_words(tmp_path: Path, paper: Paper) -> None:
    long = moment(LONG[:600], at=HERE, description=LONG)
    asks = [question(long, words) for words in (LONG, WORD, "Short?", *(["Why?"] * 30))]
    store = store_with(HERE, long, *asks, RINGS, QUICK)
    pages = pages_of(made(store, tmp_path, pages=SHOP, paper=paper))
    assert [outside(page, 36.0) for page in pages] == [[]] * len(pages)
    assert [collisions(page) for page in pages] == [[]] * len(pages)
    words = " ".join(word.text for page in pages for word in page.words)
    assert words.count("Why?") == 30
    assert words.count("W" * 20) > 4
    assert words.count("waits at the counter") >= LONG.count("waits at the counter")


def test_names_of_moments_are_bookmarks_of_one_line(tmp_path: Path) -> None:
    told = moment("Two\nlines " + "and more " * 40, at=HERE)
    path = made(store_with(HERE, told, question(told, "Why?")), tmp_path, pages=SHOP)
    (mark,) = reader(path.read_bytes()).outline[1]
    assert mark.title.startswith("Two lines and more")
    assert mark.title.endswith("\u2026")
    assert len(mark.title) < 110
