"""The planning form as somebody reads it on paper."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from motwall.export.options import Pages, Paper, Rows
from motwall.export.pdf.form import form_moments
from motwall.export.pdf.words import form_headings, form_hints
from motwall.model.records import ActionState, Moment, Rating
from motwall.model.store import Store
from tests.export.pdf.reading import made, made_anew, page_texts, pages_of, text_of, texts_by_pdfium
from tests.export.pdf.samples import LONG, WORD, crowded, endless, shop
from tests.factories import (
    TODAY,
    action,
    contact_type,
    moment,
    row,
    session,
    stage,
    step,
    store_with,
    texts,
    wall,
)
from tests.strategies import walls

HEADINGS = "MOMENT OF TRUTH DESCRIPTION ISSUE/PROBLEM RANKING ACTION"
FORM = (Pages.FORM,)


def test_the_five_headings_on_every_page(tmp_path: Path) -> None:
    path = made(crowded(40), tmp_path, pages=FORM)
    pages = page_texts(path)
    assert len(pages) > 3
    for page in pages:
        flat = " ".join(page.split())
        assert flat.count(HEADINGS) == 1
        # After the head of the page, before every row.
        assert flat.index(HEADINGS) < flat.index("Moment ")


@given(store=walls())
@settings(max_examples=20)
def test_every_moment_is_there_exactly_once(store: Store) -> None:
    data = made_anew(store, pages=FORM)
    text = " ".join(" ".join(texts_by_pdfium(data)).split())
    found = re.findall(r"moment \d+", text)
    assert sorted(found) == sorted(texts(store.all(Moment)))
    assert found == texts(form_moments(store, Rows.ALL))


def test_priorities_then_the_timeline_then_the_unsorted(tmp_path: Path) -> None:
    greets = stage("Arriving")
    first, second = step("Car park", under=greets), step()
    store = store_with(
        greets,
        first,
        second,
        moment("Parks", at=first),
        moment("Rings twice", at=second, is_ticked=True, shortlist_rank=2),
        moment("Waits", at=second, is_ticked=True),
        moment("Sees a leaflet"),
        moment("Hears of us", is_ticked=True, shortlist_rank=1),
    )
    text = text_of(made(store, tmp_path, pages=FORM))
    wanted = [
        "priority 1",
        "Hears of us unsorted",
        "priority 2",
        "Rings twice step 2",
        "Parks step 1 \u00b7 Car park \u00b7 Arriving",
        "Waits step 2",
        "Sees a leaflet unsorted",
    ]
    places = [text.index(words) for words in wanted]
    assert places == sorted(places)
    assert "priority 3" not in text


def test_each_row_of_the_wall_is_a_form_under_its_name(tmp_path: Path) -> None:
    online = row("Online", customer="Students")
    first, second = step(), step()
    store = store_with(
        wall(customer="Regulars"),
        online,
        first,
        second,
        moment("Parks", at=first),
        moment("Searches", at=first, into=online),
        moment("Orders", at=second, into=online, is_ticked=True),
        moment("Reads a leaflet"),
    )
    text = " ".join(text_of(made(store, tmp_path, pages=FORM)).split())
    wanted = [
        "Regulars", "Parks step 1", "Online \u00b7 Students", "priority 1 Orders step 2",
        "Searches step 1", "Unsorted", "Reads a leaflet unsorted",
    ]  # fmt: skip
    places = [text.index(words, text.index(HEADINGS)) for words in wanted]
    assert places == sorted(places)
    filled = form_moments(store, Rows.FILLED)
    assert filled == []


def test_the_name_of_a_row_is_said_again_on_the_next_page(tmp_path: Path) -> None:
    place, online = step(), row("Online " * 28)
    notes = [moment(f"Moment {number}", at=place, into=online) for number in range(20)]
    store = store_with(place, online, *notes, moment("Parks", at=place, issue="x"))
    pages = [" ".join(page.split()) for page in page_texts(made(store, tmp_path, pages=FORM))]
    assert len(pages) > 2
    assert "Everyone" in pages[0]
    assert "Online Online" in pages[0]
    assert all("\u2026 \u00b7 continued" in page for page in pages[1:])
    text = text_of(made(store, tmp_path, pages=FORM, rows=Rows.FILLED))
    assert "Everyone" in text
    assert "Online" not in text


def test_the_words_of_a_row(tmp_path: Path) -> None:
    phone = contact_type("Phone", "PH")
    rings = moment(
        "Rings",
        contact_type_id=phone.id,
        description="Before driving",
        issue="Nobody answers\nat lunch",
        rating=Rating.MISERABLE,
        merged=("Calls us", "Phones"),
    )
    store = store_with(
        phone,
        rings,
        action(rings, "Print the list", owner="Priya", due=TODAY + timedelta(days=4), rank=1),
        action(rings, "Buy a handset", state=ActionState.DROPPED, rank=2),
        action(rings, "", owner="Tom", rank=3),
        action(rings, "Ring back", due=TODAY + timedelta(days=50), rank=4),
        moment("", prompt="On the phone"),
    )
    text = text_of(made(store, tmp_path, pages=FORM))
    for words in (
        "PH Rings",
        "also: Calls us; Phones",
        "Before driving",
        "Nobody answers",
        "at lunch",
        "Miserable",
        "Print the list \u2014 Priya, Fri 27 Nov",
        "Buy a handset \u2014 dropped",
        "Ring back \u2014 Tue 12 Jan 2027",
        "On the phone",
    ):
        assert words in text
    assert "\u2014 Tom" not in text
    assert "Tom" in text


def test_line_ends_are_kept(tmp_path: Path) -> None:
    store = store_with(moment("Asks", description="one\n\nthree\nfour"))
    words = {word.text: word.top for word in pages_of(made(store, tmp_path, pages=FORM))[0].words}
    line = words["four"] - words["three"]
    assert words["three"] - words["one"] == pytest.approx(2 * line, abs=0.1)


def test_filled_rows_have_words_beside_the_text() -> None:
    described = moment("described", description="so")
    troubled = moment("troubled", issue="so")
    rated = moment("rated", rating=Rating.NEUTRAL)
    planned = moment("planned")
    store = store_with(
        described, troubled, rated, planned, action(planned), moment("bare", description=" \n")
    )
    filled = texts(form_moments(store, Rows.FILLED))
    assert sorted(filled) == ["described", "planned", "rated", "troubled"]
    assert len(form_moments(store, Rows.ALL)) == 5


def test_long_rows_go_on_with_their_name(tmp_path: Path) -> None:
    path = made(endless(), tmp_path, pages=FORM)
    pages = [" ".join(page.split()) for page in page_texts(path)]
    text = " ".join(pages)
    assert text.count("looks for an answer.") > 2 * LONG.count("looks for an answer.")
    told = [page for page in pages if "Reads the small print continued" in page]
    assert len(told) >= 2
    assert all(page.index(HEADINGS) < page.index("Reads the small print") for page in told)
    assert sum(page.count("Hears one word continued") for page in pages) >= 2
    assert re.sub(r"[^W]", "", text).count("W") >= 2 * len(WORD)
    assert all(text.count(f"Job {place:02}") == 1 for place in range(12))


def test_ordinary_rows_are_never_cut(tmp_path: Path) -> None:
    assert "continued" not in text_of(made(shop(), tmp_path, pages=FORM))


def test_boxes_and_ticks_are_drawn_not_typed(tmp_path: Path) -> None:
    text = text_of(made(shop(), tmp_path, pages=FORM))
    assert not set(text) & set("\u2610\u2611\u2612\u2713\u2714\u25a1")


@pytest.mark.parametrize("paper", list(Paper))
def test_an_empty_wall_is_a_page_to_write_on(tmp_path: Path, paper: Paper) -> None:
    pages = page_texts(made(store_with(), tmp_path, pages=FORM, paper=paper))
    assert len(pages) == 1
    flat = " ".join(pages[0].split())
    assert all(one in flat for one in (*form_headings(), *form_hints()))


def test_head_and_foot(tmp_path: Path) -> None:
    store = store_with(
        wall(
            title="First visit",
            business="Corner Hardware",
            customer="somebody with a drip",
            starts_with="searching",
            ends_with="the receipt",
        ),
        session(held_on=TODAY - timedelta(days=30), next_on=TODAY - timedelta(days=4)),
        session(held_on=TODAY - timedelta(days=4), next_on=TODAY + timedelta(days=24)),
    )
    text = text_of(made(store, tmp_path, pages=FORM))
    assert text.startswith(
        "Planning form First visit \u00b7 Corner Hardware \u00b7 somebody with a drip, "
        "from searching to the receipt Session of 19 November 2026"
    )
    for words in ("First visit \u00b7 23 November 2026", "next session 17 December 2026"):
        assert words in text
    assert text.count("page 1 of 1") == 1


def test_a_next_session_declined_or_past_is_not_announced(tmp_path: Path) -> None:
    declined = session(held_on=TODAY, next_on=TODAY + timedelta(days=7), is_next_declined=True)
    assert "next session" not in text_of(made(store_with(declined), tmp_path, pages=FORM))
    past = session(held_on=TODAY - timedelta(days=9), next_on=TODAY - timedelta(days=2))
    assert "next session" not in text_of(made(store_with(past), tmp_path, pages=FORM))
    planned = session(held_on=TODAY + timedelta(days=2))
    text = text_of(made(store_with(past, planned), tmp_path, pages=FORM))
    assert "next session 25 November 2026" in text
