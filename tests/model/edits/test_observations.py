from motwall.model.belongings import observations_of
from motwall.model.edits.observations import (
    Marks,
    Seen,
    add_observation,
    delete_observation,
    rate_as_seen,
)
from motwall.model.patch import Patch
from motwall.model.records import (
    Answer,
    Assessment,
    Evidence,
    Moment,
    Observation,
    ObservationKind,
    Rating,
    Viewpoint,
)
from motwall.model.store import Store
from tests.factories import (
    TODAY,
    an_id,
    answer,
    moment,
    new_ids,
    observation,
    question,
    store_with,
)

NOTE = moment("a", rating=Rating.MAGICAL)


def do(store: Store, patch: Patch) -> None:
    store.check(patch)
    store.apply(patch)


def test_an_observation_keeps_what_was_believed_on_that_day() -> None:
    store = store_with(NOTE)
    seen = Seen(
        observed_on=TODAY,
        kind=ObservationKind.STAFF,
        observer="a friend\n",
        marks=Marks(attitude=Rating.MAGICAL, approach=Rating.MISERABLE),
        rating=Rating.NEUTRAL,
        note="slow\tbut kind",
    )
    do(store, add_observation(store, NOTE.id, seen, an_id(1)))
    (one,) = observations_of(store, NOTE.id)
    assert (one.believed_rating, one.observed_rating) == (Rating.MAGICAL, Rating.NEUTRAL)
    assert (one.attitude, one.knowledge, one.approach) == (Rating.MAGICAL, None, Rating.MISERABLE)
    assert (one.kind, one.observer, one.note) == (
        ObservationKind.STAFF, "a friend ", "slow but kind",
    )  # fmt: skip
    assert add_observation(
        store, NOTE.id, Seen(observed_on=TODAY, note="x" * 4001), an_id(2)
    ).is_cut
    long = Seen(observed_on=TODAY, observer="x" * 201)
    assert add_observation(store, NOTE.id, long, an_id(2)).is_cut


def test_an_observation_takes_its_answers_along() -> None:
    seen, own = observation(NOTE), question(NOTE)
    kept = answer(own, note="team")
    store = store_with(NOTE, seen, own, kept, answer(own, note="seen", observation_id=seen.id))
    do(store, delete_observation(store, seen.id))
    assert store.all(Observation) == []
    assert store.all(Answer) == [kept]


def test_a_moment_is_rated_as_it_was_seen() -> None:
    seen = observation(NOTE, observed_rating=Rating.MISERABLE)
    store = store_with(NOTE, seen)
    do(store, rate_as_seen(store, seen.id, TODAY, new_ids()))
    rated = store.get(Moment, NOTE.id)
    assert (rated.rating, rated.evidence) == (Rating.MISERABLE, Evidence.SHOPPED)
    (judged,) = store.all(Assessment)
    assert judged.viewpoint is Viewpoint.SHOPPER


def test_what_says_nothing_of_a_rating_rates_nothing() -> None:
    seen = observation(NOTE, kind=ObservationKind.STAFF)
    store = store_with(NOTE, seen)
    assert not rate_as_seen(store, seen.id, TODAY, new_ids())
