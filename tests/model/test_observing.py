from datetime import timedelta

import pytest

from motwall.model.observing import (
    evidence_of,
    latest_rated,
    ratings_above,
    to_shop,
    viewpoint_of,
)
from motwall.model.records import Evidence, ObservationKind, Rating, Viewpoint
from tests.factories import TODAY, moment, observation, question, store_with


def test_whose_view_it_is_and_what_rests_on_it() -> None:
    assert [viewpoint_of(one) for one in ObservationKind] == [
        Viewpoint.SHOPPER, Viewpoint.TEAM, Viewpoint.CUSTOMER,
    ]  # fmt: skip
    assert [evidence_of(one) for one in ObservationKind] == [
        Evidence.SHOPPED, Evidence.SEEN, Evidence.CUSTOMER_SAID,
    ]  # fmt: skip


def test_the_latest_that_says_a_rating() -> None:
    note = moment("a")
    assert latest_rated(store_with(note), note.id) is None
    early = observation(note, observed_on=TODAY - timedelta(2), observed_rating=Rating.MAGICAL)
    rated = observation(note, observed_on=TODAY - timedelta(1), observed_rating=Rating.NEUTRAL)
    store = store_with(note, rated, observation(note), early)
    assert latest_rated(store, note.id) == rated


@pytest.mark.parametrize(
    ("observed", "believed", "above"),
    [
        (None, Rating.NEUTRAL, None),
        (Rating.NEUTRAL, None, None),
        (Rating.NEUTRAL, Rating.NEUTRAL, 0),
        (Rating.MISERABLE, Rating.MAGICAL, -2),
        (Rating.MAGICAL, Rating.NEUTRAL, 1),
    ],
)
def test_seen_against_believed(
    observed: Rating | None, believed: Rating | None, above: int | None
) -> None:
    assert ratings_above(observed, believed) == above


def test_moments_with_questions_are_shopped_the_priorities_first() -> None:
    first, second, none = moment("a"), moment("b", is_ticked=True, shortlist_rank=1), moment("c")
    store = store_with(first, second, none, question(first, "Why?"), question(second, "When?"))
    assert to_shop(store) == [second, first]
