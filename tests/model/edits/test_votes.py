"""Dots are given and taken back, hands are counted, and the result becomes the choice."""

from dataclasses import replace

import pytest

from motwall.model.edits.moments import delete_moments
from motwall.model.edits.votes import (
    adopt_votes,
    change_round,
    close_round,
    count_raised,
    delete_round,
    give_dot,
    open_round,
    reopen_round,
    reveal_round,
    take_dot_back,
)
from motwall.model.patch import Patch
from motwall.model.priorities import shortlisted, ticked
from motwall.model.records import Vote, VoteRound, VoteWay
from motwall.model.store import Store
from motwall.model.voting import (
    USUAL_PEOPLE,
    Tally,
    chosen,
    dots_left,
    dots_of,
    offered_numbers,
    open_round_now,
    people_in,
    person_to_vote,
    rounds,
    tally,
    tied,
    usual_number,
    vote_of,
    voted_on,
    winners,
)
from tests.factories import NOON, an_id, moment, new_ids, session, store_with, texts

A, B, C, D = (moment(text, x=200.0 * place) for place, text in enumerate("abcd"))
MEETING = session()
ROUND = an_id(500)


def do(store: Store, patch: Patch) -> Patch:
    assert patch
    store.check(patch)
    store.apply(patch)
    return patch


def begun(way: VoteWay = VoteWay.DOTS, **details: object) -> Store:
    store = store_with(MEETING, A, B, C, D)
    do(store, open_round(store, ROUND, NOON, way, MEETING.id, **details))
    return store


def dots(store: Store, *given: tuple[str, int]) -> None:
    """Each (moment, person) gives a dot."""
    make = new_ids(1000 + store.count(Vote) * 50)
    for moment_id, person in given:
        do(store, give_dot(store, ROUND, moment_id, person, make()))


def test_one_round_is_open_at_a_time() -> None:
    store = begun(title="What matters?\n", budget=200, people=0)
    one = store.get(VoteRound, ROUND)
    assert (one.title, one.budget, one.people) == ("What matters? ", 99, 1)
    assert open_round_now(store) == one
    assert not open_round(store, an_id(501), NOON, VoteWay.DOTS)
    do(store, close_round(store, ROUND, NOON))
    assert open_round_now(store) is None
    assert store.get(VoteRound, ROUND).is_revealed
    do(store, open_round(store, an_id(501), NOON, VoteWay.HANDS))
    assert [one.id for one in rounds(store)] == [ROUND, an_id(501)]
    assert not reopen_round(store, ROUND)
    do(store, delete_round(store, an_id(501)))
    do(store, reopen_round(store, ROUND))
    assert store.get(VoteRound, ROUND).closed_at is None


def test_a_person_has_so_many_dots_and_takes_them_back() -> None:
    store = begun(budget=2, people=3)
    dots(store, (A.id, 1), (A.id, 1))
    assert dots_left(store, ROUND, 1) == 0
    assert not give_dot(store, ROUND, B.id, 1, an_id(9))
    assert dots_left(store, ROUND, 2) == 2
    do(store, take_dot_back(store, ROUND, A.id, 1))
    do(store, take_dot_back(store, ROUND, A.id, 1))
    assert vote_of(store, ROUND, A.id, 1) is None
    assert not take_dot_back(store, ROUND, A.id, 1)
    assert dots_left(store, ROUND, 1) == 2


def test_without_stacking_a_moment_gets_one_dot_of_a_person() -> None:
    store = begun(may_stack=False)
    dots(store, (A.id, 1), (A.id, 2))
    assert not give_dot(store, ROUND, A.id, 1, an_id(9))
    assert tally(store, ROUND) == [Tally(A.id, 2)]


def test_the_limit_changes_in_the_middle_and_nothing_is_lost() -> None:
    store = begun(budget=3)
    dots(store, (A.id, 1), (B.id, 1), (C.id, 1))
    do(store, change_round(store, ROUND, budget=1))
    assert dots_left(store, ROUND, 1) == 0
    assert len(tally(store, ROUND)) == 3
    do(store, change_round(store, ROUND, budget=5))
    assert dots_left(store, ROUND, 1) == 2


def test_hands_are_counted_anew_or_forgotten() -> None:
    store = begun(VoteWay.HANDS)
    do(store, count_raised(store, ROUND, A.id, 4, an_id(9)))
    do(store, count_raised(store, ROUND, A.id, 6, an_id(10)))
    assert tally(store, ROUND) == [Tally(A.id, 6)]
    do(store, count_raised(store, ROUND, A.id, -1, an_id(11)))
    assert tally(store, ROUND) == []
    assert not count_raised(store, ROUND, A.id, 0, an_id(12))


def test_a_closed_round_takes_no_votes() -> None:
    store = begun()
    dots(store, (A.id, 1))
    do(store, reveal_round(store, ROUND, is_revealed=True))
    do(store, reveal_round(store, ROUND, is_revealed=False))
    do(store, close_round(store, ROUND, NOON))
    assert not give_dot(store, ROUND, A.id, 1, an_id(9))
    assert not take_dot_back(store, ROUND, A.id, 1)
    assert not count_raised(store, ROUND, A.id, 3, an_id(9))
    assert not close_round(store, ROUND, NOON)


def test_the_most_wanted_come_first_and_ties_are_for_the_room() -> None:
    store = begun(budget=9)
    dots(store, (C.id, 1), (C.id, 2), (A.id, 1), (B.id, 2), (C.id, 3))
    assert tally(store, ROUND) == [Tally(C.id, 3), Tally(A.id, 1), Tally(B.id, 1)]
    assert texts(winners(store, ROUND, 2)) == ["c"]
    assert texts(tied(store, ROUND, 2)) == ["a", "b"]
    assert texts(winners(store, ROUND, 3)) == ["c", "a", "b"]
    assert tied(store, ROUND, 3) == []
    assert tied(store, ROUND, 1) == []


@pytest.mark.parametrize(
    ("given", "number", "offered"),
    [
        ([2, 1], 3, []),
        ([5, 4, 3, 3], 4, [3, 4]),
        ([9, 8, 7, 3, 2, 1], 3, [3, 4, 5]),
        ([9, 8, 5, 4, 1, 1], 4, [3, 4, 5]),
        ([6, 5, 4, 3, 2, 1], 3, [3, 4, 5]),
        ([2, 1, 1, 1, 1, 1], 5, [3, 4, 5]),
    ],
)
def test_as_many_become_priorities_as_stand_out(
    given: list[int], number: int, offered: list[int]
) -> None:
    notes = [moment(text, x=200.0 * place) for place, text in enumerate("abcdef")]
    store = store_with(MEETING, *notes)
    do(store, open_round(store, ROUND, NOON, VoteWay.HANDS, MEETING.id))
    for place, hands in enumerate(given):
        do(store, count_raised(store, ROUND, notes[place].id, hands, an_id(700 + place)))
    assert usual_number(store, ROUND) == number
    assert offered_numbers(store, ROUND) == offered


def test_the_result_becomes_ticks_and_the_shortlist_and_undo_takes_it_back() -> None:
    store = begun(budget=9)
    dots(store, (C.id, 1), (C.id, 2), (A.id, 1), (B.id, 2), (C.id, 3), (B.id, 3))
    patch = do(store, adopt_votes(store, ROUND, 2))
    assert texts(shortlisted(store)) == ["c", "b"]
    assert texts(ticked(store)) == ["b", "c"]
    do(store, patch.inverted())
    assert ticked(store) == []


def test_votes_go_with_their_moment_and_their_round() -> None:
    store = begun()
    dots(store, (A.id, 1), (B.id, 1))
    do(store, delete_moments(store, [A.id]))
    assert tally(store, ROUND) == [Tally(B.id, 1)]
    do(store, delete_round(store, ROUND))
    assert not store.all(Vote)


def test_what_the_room_picks_among_equals_is_among_the_priorities() -> None:
    store = begun(budget=9)
    dots(store, (C.id, 1), (C.id, 2), (A.id, 1), (B.id, 2), (D.id, 3))
    assert texts(chosen(store, ROUND, (), 3)) == ["c"]
    assert texts(chosen(store, ROUND, (B.id, C.id, an_id(7)), 3)) == ["c", "b"]
    assert texts(chosen(store, ROUND, (D.id, B.id, A.id), 3)) == ["c", "a", "b"]
    do(store, adopt_votes(store, ROUND, 3, [D.id]))
    assert texts(shortlisted(store)) == ["c", "d"]
    assert texts(ticked(store)) == ["c", "d"]


def test_a_round_is_on_all_moments_or_on_the_ticked() -> None:
    store = store_with(A, replace(B, is_ticked=True), C, D)
    do(store, open_round(store, ROUND, NOON, VoteWay.DOTS, is_on_ticked=True, people=2))
    assert texts(voted_on(store, ROUND)) == ["b"]
    dots(store, (C.id, 1), (C.id, 1), (B.id, 2))
    assert texts(voted_on(store, ROUND)) == ["b", "c"]
    assert dots_of(store, ROUND, 1) == {C.id: 2}
    do(store, change_round(store, ROUND, is_on_ticked=False))
    assert texts(voted_on(store, ROUND)) == ["a", "b", "c", "d"]


def test_the_first_with_dots_left_goes_on() -> None:
    store = begun(budget=1, people=3)
    assert person_to_vote(store, ROUND) == 1
    dots(store, (A.id, 1), (A.id, 3))
    assert person_to_vote(store, ROUND) == 2
    dots(store, (A.id, 2))
    assert person_to_vote(store, ROUND) == 3


def test_who_passed_it_on_with_dots_left_has_had_their_turn() -> None:
    store = begun(budget=2, people=4)
    dots(store, (A.id, 1), (A.id, 2), (B.id, 2))
    assert person_to_vote(store, ROUND) == 3
    do(store, change_round(store, ROUND, budget=3))
    assert person_to_vote(store, ROUND) == 2, "who was giving last may go on"
    dots(store, (A.id, 3))
    assert person_to_vote(store, ROUND) == 3


def test_as_many_vote_as_are_there() -> None:
    meeting = session(attendees="Ann, Bob;  \nCem\n\n")
    store = store_with(meeting, A)
    assert people_in(store, None) == USUAL_PEOPLE
    assert people_in(store, meeting.id) == 3
    do(store, open_round(store, ROUND, NOON, VoteWay.DOTS, people=9))
    assert people_in(store, None) == 9
    assert people_in(store, meeting.id) == 3
