"""The pages of priorities as somebody reads them on paper."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from motwall.export.options import Edition, Pages, Paper
from motwall.model.priorities import priorities
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
    text_sizes,
)
from tests.export.pdf.samples import LONG, WORD, shop
from tests.export.pdf.told import NAMES, SECRETS, overwritten, told
from tests.factories import moment, store_with
from tests.strategies import walls

PRIORITIES = (Pages.PRIORITIES,)
LEAST_TEXT = 6.0


def in_order(text: str, wanted: list[str]) -> None:
    place = 0
    for words in wanted:
        place = text.index(words, place) + len(words)


def test_the_words_of_a_page(tmp_path: Path) -> None:
    text = text_of(made(told(), tmp_path, pages=PRIORITIES))
    in_order(
        text,
        [
            "P1", "Rings to ask if we stock it", "PH", "Phone call \u00b7 step 1 \u00b7 Searching",
            "NOW", "Neutral", "rests on: seen", "TARGET", "Magical", "CUSTOMER", "First visit",
            "Somebody who needs one part", "delivered by: counter team",
            "REMARKS ON THE RATING", "On Saturdays it is worse.", "Miserable 2, Neutral 5",
            "THEY EXPECT", "THEY GET TODAY", "THE ULTIMATE",
            "An answer within a few rings.", "It rings out at lunch.", "We answer at once",
            "ISSUE", "Nobody owns the phone", "WHAT GOOD LOOKS LIKE", "Picked up within four",
            "QUESTIONS", "ANSWERS", "Is the phone answered", "No", "Only in the morning.",
            "Does the caller hear a name?", "Yes", "Don't know", "What is said first?",
            "IDEAS KEPT", "COST", "LIFT", "Print the stock list", "Tom", "Free", "Big",
            "ALSO SAID", "COST", "LIFT", "Ask the supplier \u00b7 Samira", "Low", "Small",
            "Train a parrot \u00b7 parked",
            "ACTION", "WHO", "WHEN", "SIZE", "STATE",
            "A second handset", "Manuel", "Mon 30 Nov", "M", "Doing",
            "Laminate the list", "Priya", "overdue", "S", "Agreed", "Say a name", "Done",
            "SMALL STEPS", "Call back", "We are here", "MEASURES", "Calls that ring out", "NOTES",
            "P2", "Looks for the shelf", "Draw three signs", "L", "P3", "Pays",
        ],
    )  # fmt: skip
    assert "We have no time" not in text


def test_each_priority_starts_a_page_with_a_bookmark() -> None:
    found = reader(made_bytes(told(), pages=PRIORITIES))
    (part, marks) = found.outline
    assert part.title == "Priorities"
    names = ["1. Rings to ask if we stock it", "2. Looks for the shelf", "3. Pays"]
    assert [one.title for one in marks] == names
    numbers = [found.get_destination_page_number(one) for one in marks]
    assert len(set(numbers)) == len(names)
    for number, name in zip(numbers, names, strict=True):
        text = " ".join(found.pages[number].extract_text().split())
        assert f"P{name[0]} {name[3:]}" in text


def test_what_goes_on_has_a_short_head_and_its_heading_again(tmp_path: Path) -> None:
    pages = page_texts(made(overwritten(20), tmp_path, pages=PRIORITIES))
    flat = [" ".join(page.split()) for page in pages]
    starts = [number for number, page in enumerate(flat) if "continued" not in page]
    assert len(starts) == len(priorities(overwritten()))
    for page in flat:
        assert page.count("P1") + page.count("P2") == 1
    last = next(page for page in flat if "Job 19" in page)
    assert "ACTION continued WHO WHEN SIZE STATE" in last


@pytest.mark.parametrize(
    ("paper", "edition"),
    [
        (Paper.A4, Edition.FACILITATOR),
        (Paper.LETTER, Edition.PARTICIPANT),
        (Paper.A3, Edition.PARTICIPANT),
        (Paper.TABLOID, Edition.FACILITATOR),
    ],
)
def test_nothing_leaves_a_page_or_lies_on_other_words(
    tmp_path: Path, paper: Paper, edition: Edition
) -> None:
    for store in (told(), shop()):
        path = made(store, tmp_path, pages=PRIORITIES, paper=paper, edition=edition)
        for page in pages_of(path):
            assert not outside(page, 36.0)
            assert not collisions(page)


@pytest.mark.parametrize("edition", list(Edition))
def test_nor_with_long_texts(tmp_path: Path, edition: Edition) -> None:
    for page in pages_of(made(overwritten(20), tmp_path, pages=PRIORITIES, edition=edition)):
        assert not outside(page, 36.0)
        assert not collisions(page)


def test_no_text_is_too_small_to_read() -> None:
    sizes = text_sizes(made_bytes(told(), pages=PRIORITIES))
    assert min(size for size, _ in sizes) >= LEAST_TEXT


def test_nothing_is_cut(tmp_path: Path) -> None:
    pages = page_texts(made(overwritten(1), tmp_path, pages=PRIORITIES, has_names=False))
    letters = "".join("".join(pages).split())
    # Name, today and issue of one; name and description of the other; questions, answers, ideas,
    # remarks and promises of both. Elided once in each of the stairs, and at the heads of further
    # pages.
    assert letters.count("W") >= len(WORD) * (2 + 2 + 5 * 2)
    assert letters.count("counter") >= LONG.count("counter") * (5 + 6 * 2)


def test_participants_get_the_moment_and_prompts_alone(tmp_path: Path) -> None:
    path = made(told(), tmp_path, pages=PRIORITIES, edition=Edition.PARTICIPANT)
    text = text_of(path)
    in_order(
        text,
        [
            "Rings to ask if we stock it", "PH", "Phone call \u00b7 step 1 \u00b7 Searching",
            "What do they expect here?", "What happens today?", "What would delight them?",
            "WHAT COULD WE TRY?", "WHO", "WHEN", "NOTES", "P2",
        ],
    )  # fmt: skip
    for words in SECRETS:
        assert words not in text
    assert len(page_texts(path)) == len(priorities(told()))


def test_nobody_is_named_where_names_are_off(tmp_path: Path) -> None:
    text = text_of(made(told(), tmp_path, pages=PRIORITIES, has_names=False))
    for name in NAMES:
        assert name not in text
    assert "A second handset" in text


@given(store=walls())
@settings(max_examples=20)
def test_every_priority_is_there_once(store: Store) -> None:
    found = reader(made_anew(store, pages=(Pages.PRIORITIES, Pages.ACTIONS))).outline
    assert sum(len(one) for one in found if isinstance(one, list)) == len(priorities(store))


def test_without_priorities_there_is_advice_only_if_nothing_else_is_wanted(tmp_path: Path) -> None:
    for store, words in (
        (store_with(moment("Waits")), "Nothing is chosen yet"),
        (store_with(*(moment(f"m{n}", is_ticked=True) for n in range(8))), "More than five"),
    ):
        (alone,) = page_texts(made(store, tmp_path, pages=PRIORITIES))
        assert words in alone
        assert "OUR PRIORITIES" in alone
        both = made(store, tmp_path, pages=(Pages.PRIORITIES, Pages.ACTIONS))
        assert len(page_texts(both)) == 1
        assert words not in text_of(both)


@pytest.mark.parametrize("edition", list(Edition))
def test_blanks_are_fields_with_names_of_their_own(edition: Edition) -> None:
    data = made_bytes(told(), pages=PRIORITIES, edition=edition, is_fillable=True)
    names = [str(one.get("/T")) for one in reader(data).trailer["/Root"]["/AcroForm"]["/Fields"]]
    fields = reader(data).get_fields()
    assert len(names) == len(set(names))
    assert {"priority-3-expects", "priority-3-issue", "priority-3-notes"} <= set(fields)
    assert ("priority-1-issue" in fields) is (edition is Edition.PARTICIPANT)
    assert ("priority-1-answer-2-1" in fields) is (edition is Edition.FACILITATOR)
    assert not reader(made_bytes(told(), pages=PRIORITIES)).get_fields()
