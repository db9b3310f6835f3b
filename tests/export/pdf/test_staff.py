"""The staff report as people read it who were not in the room."""

from datetime import timedelta
from pathlib import Path

import pytest

from motwall.export.options import Edition, Pages, Paper
from motwall.model.records import Rating
from motwall.model.store import Store
from tests.export.pdf.reading import (
    collisions,
    made,
    made_bytes,
    outside,
    page_texts,
    pages_of,
    reader,
    text_of,
    text_sizes,
)
from tests.export.pdf.told import NAMES, busy, overwritten, told
from tests.factories import TODAY, assessment, moment, session, store_with

STAFF = (Pages.STAFF,)
LEAST_TEXT = 6.0


def test_the_words_of_the_report(tmp_path: Path) -> None:
    text = text_of(made(told(), tmp_path, pages=STAFF))
    wanted = [
        "News from the wall", "What has moved since 19 October 2026", "Every time customers meet",
        "It falls short of what they expect", "It meets", "It exceeds",
        "WHAT HAS MOVED", "THEN", "NOW",
        "Rings to ask if we stock it", "Miserable", "Neutral", "better",
        "Pays", "not rated", "Magical", "first rating", "1 moment rated as before.",
        "DONE SINCE THEN", "Say a name", "Samira", "Mon 9 Nov",
        "SMALL STEPS", "Call back", "Now: 20 minutes", "Next: 10 minutes",
        "WHAT WE MEASURE", "The whole wall", "Complaints", "No reading yet",
        "Calls that ring out", "getting better",
        "WHAT COMES NEXT", "Laminate the list", "A second handset", "Draw three signs",
        "We meet at the wall again on 14 December 2026.", "Thank you",
    ]  # fmt: skip
    place = 0
    for words in wanted:
        place = text.index(words, place) + len(words)
    # It hangs where everybody reads it: nobody is shown to be late.
    assert "overdue" not in text


def test_nobody_is_named_where_names_are_off(tmp_path: Path) -> None:
    text = text_of(made(told(), tmp_path, pages=STAFF, has_names=False))
    for words in (*NAMES, "WHO"):
        assert words not in text
    assert "Say a name" in text


def test_participants_get_no_report() -> None:
    pages = (Pages.STAFF, Pages.LADDERS, Pages.ACTIONS)
    found = reader(made_bytes(told(), pages=pages, edition=Edition.PARTICIPANT))
    assert [one.title for one in found.outline] == ["Action plan"]


def test_before_the_first_session_it_tells_how_things_stand(tmp_path: Path) -> None:
    waits = moment("Waits", rating=Rating.MISERABLE)
    text = text_of(made(store_with(waits, moment("Pays")), tmp_path, pages=STAFF))
    assert "This is how our moments of truth stand" in text
    assert "HOW IT STANDS NOW Waits Miserable" in text
    assert "THEN" not in text
    assert "Pays" not in text


def test_after_the_first_session_nothing_is_as_before(tmp_path: Path) -> None:
    held = session(held_on=TODAY)
    waits = moment("Waits", rating=Rating.MISERABLE)
    rated = assessment(waits, Rating.MISERABLE, session_id=held.id, rated_on=TODAY)
    text = text_of(made(store_with(held, waits, rated), tmp_path, pages=STAFF))
    assert "Rated for the first time on 23 November 2026" in text
    assert "HOW IT STANDS NOW Waits Miserable" in text
    assert "as before" not in text


def test_a_rating_that_fell_is_said_in_a_word(tmp_path: Path) -> None:
    before = session(held_on=TODAY - timedelta(days=9))
    waits = moment("Waits", rating=Rating.NEUTRAL)
    then = assessment(waits, Rating.MAGICAL, session_id=before.id, rated_on=before.held_on)
    text = text_of(made(store_with(before, waits, then), tmp_path, pages=STAFF))
    assert "Waits Magical Neutral less good" in text


def test_with_nothing_to_tell_there_is_a_page_only_if_no_other_is_wanted(tmp_path: Path) -> None:
    empty = store_with(moment("Waits"))
    (alone,) = page_texts(made(empty, tmp_path, pages=STAFF))
    assert "Our wall is new" in alone
    both = page_texts(made(empty, tmp_path, pages=(Pages.STAFF, Pages.ACTIONS)))
    assert len(both) == 1


@pytest.mark.parametrize("paper", list(Paper))
def test_nothing_leaves_a_page_or_lies_on_other_words(tmp_path: Path, paper: Paper) -> None:
    for page in pages_of(made(told(), tmp_path, pages=STAFF, paper=paper)):
        assert not outside(page, 36.0)
        assert not collisions(page)


@pytest.mark.parametrize("store", [overwritten(2), busy()], ids=["overwritten", "busy"])
def test_nor_with_long_texts_nor_with_many_moments(tmp_path: Path, store: Store) -> None:
    for page in pages_of(made(store, tmp_path, pages=STAFF)):
        assert not outside(page, 36.0)
        assert not collisions(page)


def test_no_text_is_too_small_to_read() -> None:
    sizes = text_sizes(made_bytes(told(), pages=STAFF))
    assert min(size for size, _ in sizes) >= LEAST_TEXT


def test_headings_are_said_again_and_never_stand_alone(tmp_path: Path) -> None:
    pages = [" ".join(one.split()) for one in page_texts(made(busy(), tmp_path, pages=STAFF))]
    assert 3 < len(pages) < 7, "two ratings in a row"
    for page in pages[1:]:
        assert "continued" in page or page.index("Thank you") > 0
    text = " ".join(pages)
    assert [text.count(f"Job {n:02}") for n in range(40)] == [1] * 40
