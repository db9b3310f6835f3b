"""The action plan: by owner, then by date."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from motwall.export.options import Edition, Pages, Paper
from motwall.model.records import ActionSize, ActionState, Rating
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
)
from tests.export.pdf.told import NAMES, SECRETS, busy, overwritten, told
from tests.factories import TODAY, action, moment, step, store_with

ACTIONS = (Pages.ACTIONS,)


def owned() -> Store:
    here = step()
    waits, asks = moment("Waits", at=here), moment("", prompt="Asks", at=here)
    soon, later = TODAY + timedelta(days=1), TODAY + timedelta(days=400)
    return store_with(
        here,
        waits,
        asks,
        action(asks, "b-undated", owner="ben"),
        action(asks, "b-second", owner="Ben ", due=soon, state=ActionState.DONE),
        action(waits, "b-first", owner="Ben", due=soon, state=ActionState.DOING),
        action(waits, "nobody", due=soon, from_rating=Rating.MISERABLE, to_rating=Rating.NEUTRAL),
        action(waits, "a-later", owner="\u00c5sa", due=later, state=ActionState.DROPPED),
        action(waits, "a-soon", owner="\u00c5sa", due=soon),
        action(waits, "z", owner="Zoe"),
    )


def test_the_words_of_the_plan(tmp_path: Path) -> None:
    text = text_of(made(owned(), tmp_path, pages=ACTIONS))
    wanted = [
        "Action plan",
        "ACTION WHEN FROM, TO SIZE STATE",
        "\u00c5sa",
        "a-soon",
        "Waits",
        "Tue 24 Nov",
        "Agreed",
        "a-later",
        "Tue 28 Dec 2027",
        "Dropped",
        "Ben",
        "b-first",
        "Doing",
        "b-second",
        "Asks",
        "Done",
        "b-undated",
        "Zoe",
        "No owner yet",
        "nobody",
    ]
    place = 0
    for words in wanted:
        place = text.index(words, place) + len(words)


def test_a_date_of_another_year_has_its_year_and_room(tmp_path: Path) -> None:
    waits = moment("Waits")
    widest = action(waits, "x", owner="Anna", due=date(2028, 5, 24), from_rating=Rating.NEUTRAL)
    page = pages_of(made(store_with(waits, widest), tmp_path, pages=ACTIONS))[0]
    words = {one.text: one for one in page.words}
    assert words["2028"].right + 8 < words["FROM,"].left


def test_an_owner_is_named_again_on_the_next_page(tmp_path: Path) -> None:
    waits = moment("Waits")
    jobs = [action(waits, f"job {place}", owner="Anna") for place in range(40)]
    pages = page_texts(made(store_with(waits, *jobs), tmp_path, pages=ACTIONS))
    assert len(pages) > 1
    assert all("Anna\n" in page for page in pages)
    assert ["Anna\ncontinued" in page for page in pages] == [False] + [True] * (len(pages) - 1)


def test_a_plan_without_actions_is_a_page_to_write_on(tmp_path: Path) -> None:
    pages = page_texts(made(store_with(), tmp_path, pages=ACTIONS))
    assert len(pages) == 1
    assert "No owner yet" not in pages[0]


def test_what_should_have_been_done_is_marked_in_a_word(tmp_path: Path) -> None:
    waits = moment("Waits")
    late, today = TODAY - timedelta(days=1), TODAY
    for due, state, is_marked in (
        (late, ActionState.AGREED, True),
        (late, ActionState.DOING, True),
        (late, ActionState.DONE, False),
        (today, ActionState.AGREED, False),
    ):
        store = store_with(waits, action(waits, "x", due=due, state=state))
        text = text_of(made(store, tmp_path, pages=ACTIONS))
        assert ("overdue" in text) is is_marked
    # The day the wall was last changed counts, whatever day it is printed on.
    store = store_with(waits, action(waits, "x", due=late))
    assert "overdue" not in text_of(made(store, tmp_path, pages=ACTIONS, made_on=late))


def test_how_big_a_step_is(tmp_path: Path) -> None:
    waits = moment("Waits")
    for size in ActionSize:
        store = store_with(waits, action(waits, "x", size=size))
        assert f" {size.upper()} Agreed" in text_of(made(store, tmp_path, pages=ACTIONS))


def test_without_names_it_is_by_month(tmp_path: Path) -> None:
    text = text_of(made(owned(), tmp_path, pages=ACTIONS, has_names=False))
    for name in ("\u00c5sa", "Ben", "ben", "Zoe", "owner"):
        assert name not in text
    place = 0
    for words in ("November 2026", "nobody", "December 2027", "a-later", "No date yet", "z"):
        place = text.index(words, place) + len(words)
    told_text = text_of(made(told(), tmp_path, pages=ACTIONS, has_names=False))
    assert not [name for name in NAMES if name in told_text]


def test_participants_get_rows_to_fill_in(tmp_path: Path) -> None:
    (page,) = page_texts(made(told(), tmp_path, pages=ACTIONS, edition=Edition.PARTICIPANT))
    flat = " ".join(page.split())
    assert "ACTION One small thing to do WHO Who sees to it? WHEN By when?" in flat
    assert not [words for words in SECRETS if words in flat]


def test_blank_rows_are_fields() -> None:
    data = made_bytes(told(), pages=ACTIONS, edition=Edition.PARTICIPANT, is_fillable=True)
    fields = reader(data).get_fields()
    rows = len(fields) // 4
    assert rows > 10
    wanted = {f"action-{n + 1}-{x}" for n in range(rows) for x in ("done", "what", "who", "when")}
    assert set(fields) == wanted


@pytest.mark.parametrize("paper", list(Paper))
def test_nothing_leaves_a_page_or_lies_on_other_words(tmp_path: Path, paper: Paper) -> None:
    for has_names in (True, False):
        path = made(busy(), tmp_path, pages=ACTIONS, paper=paper, has_names=has_names)
        for page in pages_of(path):
            assert not outside(page, 36.0)
            assert not collisions(page)


def test_nor_with_long_texts(tmp_path: Path) -> None:
    for page in pages_of(made(overwritten(1), tmp_path, pages=ACTIONS)):
        assert not outside(page, 36.0)
        assert not collisions(page)
