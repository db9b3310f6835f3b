import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.records import Cost, IdeaKind, Lift, Verdict
from motwall.model.sifting import (
    COSTS,
    LIFTS,
    also_said,
    band_at,
    cheap_first,
    idea_spots,
    in_cells,
    is_back,
    to_sift,
    unplaced_ideas,
)
from motwall.model.store import Store
from tests.factories import an_id, idea, moment, wall

NOTE = moment("a")


def test_small_and_cheap_first() -> None:
    ideas = [
        idea(NOTE, "unknown"),
        idea(NOTE, "high", cost=Cost.HIGH, lift=Lift.BIG),
        idea(NOTE, "free", cost=Cost.FREE),
        idea(NOTE, "low second", cost=Cost.LOW, lift=Lift.SMALL, rank=2),
        idea(NOTE, "low first", cost=Cost.LOW, lift=Lift.SMALL, rank=1),
        idea(NOTE, "low big", cost=Cost.LOW, lift=Lift.BIG, rank=3),
    ]
    assert [one.text for one in cheap_first(ideas)] == [
        "free", "low big", "low first", "low second", "high", "unknown",
    ]  # fmt: skip


def test_what_was_not_kept_is_told_with_what_was_parked_last() -> None:
    store = Store(
        [
            wall(),
            NOTE,
            idea(NOTE, "parked", cost=Cost.FREE, verdict=Verdict.PARKED),
            idea(NOTE, "placed", cost=Cost.HIGH, lift=Lift.BIG),
            idea(NOTE, "kept", verdict=Verdict.MERIT),
            idea(NOTE, "no time", kind=IdeaKind.BLOCKER),
        ]
    )
    assert [one.text for one in also_said(store, NOTE.id)] == ["placed", "parked"]


@pytest.mark.parametrize(
    ("x", "y", "cost", "lift"),
    [
        (0.0, 0.0, Cost.FREE, Lift.BIG),
        (0.99, 0.99, Cost.HIGH, Lift.SMALL),
        (-3.0, 7.0, Cost.FREE, Lift.SMALL),
        (0.3, 0.5, Cost.LOW, Lift.SOME),
    ],
)
def test_a_spot_means_two_bands(x: float, y: float, cost: Cost, lift: Lift) -> None:
    assert band_at(x, y) == (cost, lift)


@given(st.lists(st.tuples(st.sampled_from(COSTS), st.sampled_from(LIFTS)), max_size=40))
def test_each_idea_lies_in_its_bands_and_on_no_other(bands: list[tuple[Cost, Lift]]) -> None:
    ideas = [idea(NOTE, cost=cost, lift=lift) for cost, lift in bands]
    spots = {spot.idea_id: spot for spot in idea_spots(ideas)}
    assert len({(round(one.x, 9), round(one.y, 9)) for one in spots.values()}) == len(ideas)
    for one in ideas:
        assert band_at(spots[one.id].x, spots[one.id].y) == (one.cost, one.lift)


def test_ideas_beside_the_picture() -> None:
    half = [idea(NOTE, cost=Cost.LOW), idea(NOTE, lift=Lift.BIG), idea(NOTE)]
    whole = idea(NOTE, cost=Cost.LOW, lift=Lift.BIG)
    assert idea_spots(half) == []
    assert unplaced_ideas([whole, *half]) == half


def test_five_hundred_ideas_are_all_to_be_seen() -> None:
    ideas = [idea(NOTE, cost=Cost.FREE, lift=Lift.BIG) for _ in range(500)]
    assert len({(one.x, one.y) for one in idea_spots(ideas)}) == 500


def test_ideas_in_the_cells_of_their_bands() -> None:
    first, second = (idea(NOTE, cost=Cost.LOW, lift=Lift.BIG) for _ in range(2))
    other, half = idea(NOTE, cost=Cost.HIGH, lift=Lift.SMALL), idea(NOTE, cost=Cost.HIGH)
    assert in_cells([first, other, half, second]) == {
        (Cost.LOW, Lift.BIG): [first, second],
        (Cost.HIGH, Lift.SMALL): [other],
    }


def test_reasons_why_not_are_not_sifted_and_their_questions_are() -> None:
    other = moment("b")
    ideas = [
        idea(NOTE, "last", rank=3),
        idea(NOTE, "too dear", kind=IdeaKind.BLOCKER, rank=1),
        idea(NOTE, "how might we", kind=IdeaKind.HOW_MIGHT_WE, rank=2),
        idea(other, "elsewhere"),
    ]
    store = Store([wall(), NOTE, other, *ideas])
    assert [one.text for one in to_sift(store, [other.id, NOTE.id])] == [
        "elsewhere", "how might we", "last",
    ]  # fmt: skip


def test_what_was_parked_before_this_session_comes_back_in_it() -> None:
    this, before = an_id(1), an_id(2)
    parked = idea(NOTE, verdict=Verdict.PARKED, session_id=before)
    assert is_back(parked, this)
    assert not is_back(parked, before)
    assert not is_back(parked, None)
    assert not is_back(idea(NOTE, session_id=before), this)
    assert is_back(idea(NOTE, verdict=Verdict.PARKED), this)
