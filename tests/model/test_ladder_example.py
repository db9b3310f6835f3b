from motwall.model.charts import Ink
from motwall.model.ladder_example import example_ladder
from motwall.model.rungs import rung_doubts
from motwall.model.stairs import treads
from tests.factories import TODAY


def test_the_example_shows_numbers_a_promise_and_where_we_are() -> None:
    store, ladder_id = example_ladder(TODAY)
    steps = treads(store, ladder_id, TODAY)
    assert [one.number for one in steps] == ["14 days", "10 days", "7 days", "", "5 days"]
    assert [one.ink for one in steps].index(Ink.CURRENT) == 1
    assert steps[3].promise


def test_nothing_is_odd_about_the_example() -> None:
    store, ladder_id = example_ladder(TODAY)
    assert rung_doubts(store, ladder_id, TODAY) == []
