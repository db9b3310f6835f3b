"""The action plan: by owner, then by date."""

from datetime import date, timedelta
from pathlib import Path

from motwall.export.options import Pages
from motwall.export.pdf.actions import actions_by_owner
from motwall.model.records import ActionState, Rating
from motwall.model.store import Store
from tests.export.pdf.reading import made, page_texts, pages_of, text_of
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


def test_owners_by_name_the_unnamed_last_actions_by_date() -> None:
    found = [(owner, [one.text for one in group]) for owner, group in actions_by_owner(owned())]
    assert found == [
        ("\u00c5sa", ["a-soon", "a-later"]),
        ("Ben", ["b-first", "b-second", "b-undated"]),
        ("Zoe", ["z"]),
        ("", ["nobody"]),
    ]


def test_the_words_of_the_plan(tmp_path: Path) -> None:
    text = text_of(made(owned(), tmp_path, pages=ACTIONS))
    wanted = [
        "Action plan",
        "ACTION WHEN FROM, TO STATE",
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
