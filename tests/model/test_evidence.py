from dataclasses import replace

import pytest

from motwall.model.evidence import (
    EvidenceShare,
    assumption_share,
    differing_observations,
    share_after,
    untested_moments,
)
from motwall.model.patch import Change, Patch
from motwall.model.records import Evidence, Rating, Viewpoint
from tests.factories import moment, observation, step, store_with


def test_only_rated_moments_count() -> None:
    rated = [moment(str(n), rating=Rating.NEUTRAL) for n in range(3)]
    seen = moment("seen", rating=Rating.MAGICAL, evidence=Evidence.SEEN)
    share = assumption_share(store_with(*rated, seen, moment("unrated")))
    assert share == (3, 4)
    assert share.percent == 75


@pytest.mark.parametrize(
    ("assumed", "rated", "percent"),
    [(0, 0, 0), (0, 5, 0), (5, 5, 100), (1, 1000, 1), (999, 1000, 99), (1, 3, 33)],
)
def test_some_is_never_none_or_all(assumed: int, rated: int, percent: int) -> None:
    assert EvidenceShare(assumed, rated).percent == percent


def test_what_was_believed_and_what_was_seen() -> None:
    note = moment("a")
    worse = observation(note, believed_rating=Rating.MAGICAL, observed_rating=Rating.MISERABLE)
    same = observation(note, believed_rating=Rating.MAGICAL, observed_rating=Rating.MAGICAL)
    half = observation(note, observed_rating=Rating.MAGICAL)
    store = store_with(note, worse, same, half, observation(note))
    assert differing_observations(store) == [worse]


def test_what_an_owner_wrote_alone_is_to_be_tested() -> None:
    own = moment("own", viewpoint=Viewpoint.OWNER)
    assert untested_moments(store_with(own, moment("team"))) == [own]


def test_the_share_follows_a_patch() -> None:
    plain, seen = moment("plain"), moment("seen", evidence=Evidence.SEEN)
    rated = replace(plain, rating=Rating.NEUTRAL)
    known = replace(seen, rating=Rating.NEUTRAL)
    share = share_after(EvidenceShare(0, 0), Patch.of([Change(plain, rated), Change(seen, known)]))
    assert share == (1, 2)
    looked = replace(rated, evidence=Evidence.MEASURED)
    share = share_after(share, Patch.of([Change(rated, looked), Change(None, step())]))
    assert share == (0, 2)
    assert share_after(share, Patch.of([Change(known, None)])) == (0, 1)
