from datetime import timedelta
from typing import Any

import pytest

from motwall.model.records import Better, Rating
from motwall.model.rungs import RungDoubt, better_of, current_rung, next_rung, rung_doubts
from tests.factories import TODAY, ladder, moment, rung, store_with

NOTE = moment("a")
SOON, LATER = TODAY + timedelta(days=7), TODAY + timedelta(days=70)
YESTERDAY = TODAY - timedelta(days=1)


def found(start: dict[str, Any], *rungs: dict[str, Any]) -> list[tuple[int, RungDoubt]]:
    """The doubts by the place of the rung."""
    own = ladder(NOTE, **start)
    made = [rung(own, **values) for values in rungs]
    ids = [one.id for one in made]
    store = store_with(NOTE, own, *made)
    return [(ids.index(one.rung_id), one.doubt) for one in rung_doubts(store, own.id, TODAY)]


DAYS: dict[str, Any] = {"start_value": 14.0, "unit": "days", "starts_on": TODAY}


def test_the_ladder_of_the_method_is_as_it_should_be() -> None:
    dates = [TODAY + timedelta(days=365 * number) for number in range(4)]
    rungs: list[dict[str, Any]] = [
        {"value": 10.0, "due": dates[0], "expected_rating": Rating.NEUTRAL},
        {"value": 7.0, "due": dates[1]},
        {"promise": "money back if it takes longer", "due": dates[2]},
        {"value": 5.0, "due": dates[3], "expected_rating": Rating.MAGICAL},
    ]
    assert found(DAYS, *rungs) == []


@pytest.mark.parametrize(
    ("start", "rungs", "doubts"),
    [
        (DAYS, [{"value": 10.0}, {"value": 12.0}], [(1, RungDoubt.WRONG_WAY)]),
        (DAYS | {"better": Better.UP}, [{"value": 10.0}], [(0, RungDoubt.WRONG_WAY)]),
        (DAYS | {"better": Better.UP}, [{"value": 15.0}], []),
        (DAYS, [{"value": 14.0}], [(0, RungDoubt.NO_CHANGE)]),
        ({}, [{"value": 1.0}, {"value": 2.0}, {"value": 1.5}], [(2, RungDoubt.WRONG_WAY)]),
        ({}, [{"promise": "or money back"}], []),
        ({}, [{}], [(0, RungDoubt.EMPTY)]),
        (DAYS, [{"value": 9.0, "due": YESTERDAY}], [
            (0, RungDoubt.BEFORE_START), (0, RungDoubt.OVERDUE),
        ]),
        (DAYS, [{"value": 9.0, "due": YESTERDAY, "reached_on": TODAY}], [
            (0, RungDoubt.BEFORE_START),
        ]),
        ({}, [{"value": 9.0, "due": YESTERDAY}], [(0, RungDoubt.OVERDUE)]),
        (
            {},
            [{"value": 1.0, "due": LATER}, {"value": 2.0}, {"value": 3.0, "due": SOON}],
            [(2, RungDoubt.BEFORE_RUNG_BELOW)],
        ),
        (
            {},
            [
                {"value": 1.0, "expected_rating": Rating.MAGICAL},
                {"value": 2.0, "expected_rating": Rating.NEUTRAL},
            ],
            [(1, RungDoubt.LOWER_RATING)],
        ),
    ],
)  # fmt: skip
def test_odd_rungs_are_accepted(
    start: dict[str, Any], rungs: list[dict[str, Any]], doubts: list[tuple[int, RungDoubt]]
) -> None:
    assert found(start, *rungs) == doubts


def test_which_way_is_better() -> None:
    for start, values, better in (
        (14.0, [10.0], Better.DOWN),
        (14.0, [14.0, 15.0], Better.UP),
        (14.0, [], None),
        (None, [3.0, 3.0], None),
    ):
        own = ladder(NOTE, start_value=start)
        store = store_with(NOTE, own, *(rung(own, value) for value in values))
        assert better_of(store, own) is better


def test_the_current_rung_is_the_highest_reached() -> None:
    own = ladder(NOTE)
    first, second, third = rung(own, 1.0, reached_on=TODAY), rung(own, 2.0), rung(own, 3.0)
    store = store_with(NOTE, own, first, second, third)
    assert (current_rung(store, own.id), next_rung(store, own.id)) == (first, second)
    bare = store_with(NOTE, own)
    assert current_rung(bare, own.id) is next_rung(bare, own.id) is None
    top = store_with(NOTE, own, first)
    assert next_rung(top, own.id) is None
    start = store_with(NOTE, own, second)
    assert next_rung(start, own.id) == second
