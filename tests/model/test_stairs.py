from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from motwall.model.charts import ChartLook, Ink
from motwall.model.records import Rating, Record
from motwall.model.stairs import stairs_chart, treads
from motwall.model.store import Store
from tests.factories import TODAY, ladder, moment, rung, store_with

NOTE = moment("a")
LOOK = ChartLook(400.0, 200.0, 10.0, lambda text: 0.5 * len(text))
SOON = TODAY + timedelta(days=4)


def delivery(reached: int = 2) -> tuple[Store, str]:
    """14 days, then 10, 7, a promise, and 5; so many rungs reached."""
    own = ladder(NOTE, unit="days", start_value=14.0, starts_on=TODAY)
    steps: list[dict[str, Any]] = [
        {"value": 10.0, "expected_rating": Rating.NEUTRAL},
        {"value": 7.0, "due": SOON},
        {"promise": "your money back if it takes longer", "due": SOON},
        {"value": 5.0, "promise": "by van", "expected_rating": Rating.MAGICAL},
    ]
    rungs: list[Record] = [
        rung(own, **values, reached_on=TODAY if place < reached else None)
        for place, values in enumerate(steps)
    ]
    return store_with(NOTE, own, *rungs), own.id


def test_what_stands_on_the_steps() -> None:
    store, ladder_id = delivery()
    found = treads(store, ladder_id, TODAY)
    assert [one.number for one in found] == ["14 days", "10 days", "7 days", "", "5 days"]
    assert [one.ink for one in found] == [
        Ink.REACHED, Ink.REACHED, Ink.CURRENT, Ink.AHEAD, Ink.AHEAD,
    ]  # fmt: skip
    assert [one.day for one in found] == [
        "Mon 23 Nov", "Mon 23 Nov", "Mon 23 Nov", "Fri 27 Nov", "",
    ]  # fmt: skip
    assert found[0].rung_id is None
    assert found[3].promise.startswith("your money back")


def test_the_start_is_current_until_a_rung_is_reached() -> None:
    own = ladder(NOTE)
    (start,) = treads(store_with(NOTE, own), own.id, TODAY)
    assert (start.ink, start.number, start.day) == (Ink.CURRENT, "", "")
    store, ladder_id = delivery(reached=0)
    assert [one.ink for one in treads(store, ladder_id, TODAY)][:2] == [Ink.CURRENT, Ink.AHEAD]


def test_each_step_is_higher_than_the_one_before() -> None:
    store, ladder_id = delivery()
    chart = stairs_chart(store, ladder_id, LOOK, TODAY)
    for box, later in pairwise(chart.boxes):
        assert later.y < box.y
        assert later.x == pytest.approx(box.x + box.width)
        assert box.y + box.height == pytest.approx(LOOK.height)
    (outline,) = chart.strokes
    assert len(outline.spots) == 10
    assert [one.rating for one in chart.faces] == [Rating.NEUTRAL, Rating.MAGICAL]


def test_words_and_faces_stay_on_their_step() -> None:
    store, ladder_id = delivery()
    chart = stairs_chart(store, ladder_id, LOOK, TODAY)
    for one in chart.words:
        assert 0 <= one.y <= LOOK.height
        (box,) = (box for box in chart.boxes if box.x <= one.x < box.x + box.width)
        assert one.x + LOOK.unit_width(one.text) * one.size <= box.x + box.width
    for face in chart.faces:
        assert face.y >= 0
        assert face.x + face.size <= LOOK.width
    text = " ".join(one.text for one in chart.words)
    assert "7 days" in text
    assert "money back" in text
    (here,) = (one for one in chart.words if one.text == "We are here")
    current = next(one for one in chart.boxes if one.ink is Ink.CURRENT)
    assert current.x <= here.x < current.x + current.width
    assert current.y < here.y < current.y + current.height


@pytest.mark.parametrize("count", [0, 1, 40])
def test_any_number_of_rungs_fits(count: int) -> None:
    own = ladder(NOTE, unit="a very long unit indeed")
    rungs = [rung(own, float(n), promise="word " * 400, due=TODAY) for n in range(count)]
    small = ChartLook(120.0, 24.0, 10.0, LOOK.unit_width)
    for look in (LOOK, small):
        chart = stairs_chart(store_with(NOTE, own, *rungs), own.id, look, TODAY)
        assert len(chart.boxes) == count + 1
        assert all(one.y - 0.75 * one.size >= 0 for one in chart.words)
        assert all(one.y <= look.height for one in chart.words)


@pytest.mark.parametrize("width", [90.0, 250.0, 900.0])
@pytest.mark.parametrize("height", [40.0, 80.0, 200.0, 600.0])
def test_words_never_lie_on_each_other(width: float, height: float) -> None:
    store, ladder_id = delivery()
    look = ChartLook(width, height, 10.0, LOOK.unit_width)
    chart = stairs_chart(store, ladder_id, look, TODAY)
    placed = [(one.x, one.y - 7.5, one.x + look.width_of(one.text), one.y) for one in chart.words]
    placed += [(one.x, one.y, one.x + one.size, one.y + one.size) for one in chart.faces]
    for place, (left, top, right, bottom) in enumerate(placed):
        assert right <= width
        for other in placed[:place]:
            is_beside = other[2] <= left or right <= other[0]
            assert is_beside or other[3] <= top or bottom <= other[1]


def test_a_narrow_step_drops_the_unit_before_a_digit() -> None:
    own = ladder(NOTE, unit="minutes", start_value=1234.0)
    look = ChartLook(50.0, 200.0, 10.0, LOOK.unit_width)
    chart = stairs_chart(store_with(NOTE, own), own.id, look, TODAY)
    assert "1,234" in [one.text for one in chart.words]
