"""Ladders and measures on paper: the numbers of the primitives, and pages only if wanted."""

from datetime import timedelta
from pathlib import Path

from motwall.export.options import Pages
from motwall.export.pdf.chart import chart_look
from motwall.model.records import Better, Rating
from motwall.model.stairs import stairs_chart
from motwall.model.store import Store
from motwall.model.trends import trend_chart, trend_of
from tests.export.pdf.reading import collisions, made, outside, page_texts, pages_of, text_of
from tests.export.pdf.samples import LONG, WORD
from tests.factories import (
    TODAY,
    ladder,
    measure,
    moment,
    reading,
    rung,
    session,
    step,
    store_with,
)

LADDERS = (Pages.LADDERS,)
HERE = step()
WAITS = moment("Waits for the part", at=HERE)
DELIVERY = ladder(WAITS, title="Delivery", unit="days", start_value=14.0, starts_on=TODAY)
CALLS = measure(WAITS, name="Calls that ring out", unit="%", better=Better.DOWN, target=5.0)


def kept() -> Store:
    """A ladder half climbed, a measure that gets better, one of the whole wall without readings."""
    taken = [
        reading(CALLS, value, taken_on=TODAY - timedelta(days=7 * back))
        for back, value in enumerate((11.0, 15.0, 32.0))
    ]
    return store_with(
        HERE,
        WAITS,
        DELIVERY,
        rung(DELIVERY, 10.0, reached_on=TODAY, expected_rating=Rating.NEUTRAL),
        rung(DELIVERY, 7.0, due=TODAY + timedelta(days=30)),
        rung(DELIVERY, promise="Your money back if it is late"),
        CALLS,
        measure(name="Complaints"),
        session(held_on=TODAY - timedelta(days=7)),
        *taken,
    )


def test_the_words_of_the_page(tmp_path: Path) -> None:
    text = text_of(made(kept(), tmp_path, pages=LADDERS))
    wanted = [
        "Ladders and measures",
        "The whole wall",
        "Complaints",
        "No reading yet",
        "Waits for the part",
        "Delivery",
        "Now: 10 days",
        "Next: 7 days, by Wed 23 Dec",
        "14 days",
        "We are here",
        "Calls that ring out",
        "getting better",
        "Lower is better; target 5 %",
        "session",
    ]
    place = 0
    for words in wanted:
        place = text.index(words, place) + len(words)
    assert "Your money" in text
    assert "back if it is late" in text


def test_every_word_of_both_charts_is_printed(tmp_path: Path) -> None:
    store = kept()
    text = text_of(made(store, tmp_path, pages=LADDERS))
    look = chart_look(400.0, 138.0, 7.5)
    charts = (
        stairs_chart(store, DELIVERY.id, look, TODAY),
        trend_chart(trend_of(store, CALLS.id), look),
    )
    for chart in charts:
        for words in chart.words:
            assert words.text in text


def test_without_any_there_is_no_page_unless_nothing_else_is_wanted(tmp_path: Path) -> None:
    empty = store_with(HERE, WAITS)
    others = len(page_texts(made(empty, tmp_path, pages=(Pages.ACTIONS,))))
    both = made(empty, tmp_path, pages=(Pages.ACTIONS, Pages.LADDERS))
    assert len(page_texts(both)) == others
    alone = page_texts(made(empty, tmp_path, pages=LADDERS))
    assert len(alone) == 1
    assert "No ladder and no measure yet." in alone[0]
    assert len(page_texts(made(kept(), tmp_path, pages=(Pages.ACTIONS, Pages.LADDERS)))) > others


def test_more_than_fits_on_the_steps_stands_below_them(tmp_path: Path) -> None:
    many = ladder(WAITS, unit="minutes")
    rungs = [rung(many, 40.0 - place) for place in range(20)]
    last = rung(many, 1.0, promise=LONG, due=TODAY)
    text = text_of(made(store_with(HERE, WAITS, many, *rungs, last), tmp_path, pages=LADDERS))
    assert "1. 40 minutes" in text
    assert "21. 1 minutes: The customer waits" in text
    # The foot of a page stands between some of its words.
    assert text.count("looks for an answer.") >= LONG.count("looks for an answer.") - 2
    assert "The custom, by Mon 23 Nov" in text


def test_nothing_leaves_a_page_or_lies_on_other_words(tmp_path: Path) -> None:
    shouted = moment(WORD, at=HERE)
    wide = ladder(shouted, title="W" * 200, unit="W" * 200, start_value=1e15, starts_on=TODAY)
    steps = [rung(wide, -1e15, promise=WORD, due=TODAY), rung(wide, 2.0, promise=LONG)]
    counted = measure(shouted, name="W" * 200, unit="W" * 200, target=-1e15)
    taken = [reading(counted, 1e15), reading(counted, 3.0, taken_on=TODAY - timedelta(days=900))]
    hard = store_with(HERE, shouted, wide, *steps, counted, *taken)
    for store in (kept(), hard):
        for page in pages_of(made(store, tmp_path, pages=LADDERS)):
            assert not outside(page, 36.0)
            assert not collisions(page)
