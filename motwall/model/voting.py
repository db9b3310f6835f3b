"""Votes of a room on one screen: whose dots are left, and how often each moment was wanted."""

from collections.abc import Iterable
from typing import NamedTuple

from motwall.model.order import all_moments, in_wall_order
from motwall.model.people import names_in
from motwall.model.priorities import FEWEST, MOST
from motwall.model.records import Moment, Session, Vote, VoteRound
from motwall.model.store import Store

#: Hands are nobody's in particular.
NOBODY = 0
#: As many as a record may hold.
MOST_DOTS = 9_999
#: So many are taken to vote where nobody said who is there: a usual team.
USUAL_PEOPLE = 6


class Tally(NamedTuple):
    """How often a moment was wanted."""

    moment_id: str
    dots: int


def rounds(store: Store) -> list[VoteRound]:
    """The rounds in the order of time."""
    return sorted(store.all(VoteRound), key=lambda one: (one.opened_at, one.id))


def open_round_now(store: Store) -> VoteRound | None:
    """The round that is going on, or None."""
    return next((one for one in rounds(store) if one.closed_at is None), None)


def vote_of(store: Store, round_id: str, moment_id: str, person: int) -> Vote | None:
    """The dots of a person on a moment, or None."""
    votes = store.referring(Vote, "round_id", round_id)
    own = (one for one in votes if one.moment_id == moment_id and one.person == person)
    return min(own, key=lambda one: one.id, default=None)


def voted_on(store: Store, round_id: str) -> list[Moment]:
    """The moments a round is about, in the order of the wall.

    Of a round on ticked moments also those that lost their tick since, if they have votes.
    """
    if not store.get(VoteRound, round_id).is_on_ticked:
        return all_moments(store)
    wanted = {one.moment_id for one in store.referring(Vote, "round_id", round_id)}
    return [one for one in all_moments(store) if one.is_ticked or one.id in wanted]


def dots_of(store: Store, round_id: str, person: int) -> dict[str, int]:
    """How many dots of a person lie on each moment that has any, by moment id."""
    counts: dict[str, int] = {}
    for vote in store.referring(Vote, "round_id", round_id):
        if vote.person == person:
            counts[vote.moment_id] = counts.get(vote.moment_id, 0) + vote.dots
    return counts


def person_to_vote(store: Store, round_id: str) -> int:
    """Whose turn it is where nobody knows: the first who was left out, else who was giving last.

    Whoever passed it on with dots left, or before there were more dots each, has had their turn.
    """
    people = store.get(VoteRound, round_id).people
    votes = store.referring(Vote, "round_id", round_id)
    heard = {one.person for one in votes}
    last = max(heard, default=NOBODY)
    left_out = (one for one in range(1, last) if one not in heard)
    following = last if last and dots_left(store, round_id, last) else last + 1
    return min(next(left_out, following), people)


def people_in(store: Store, session_id: str | None) -> int:
    """How many there are to vote: as many as the session names, else as last time."""
    session = store.find(Session, session_id)
    named = len(names_in(session.attendees)) if session is not None else 0
    if named:
        return named
    before = rounds(store)
    return before[-1].people if before else USUAL_PEOPLE


def dots_left(store: Store, round_id: str, person: int) -> int:
    """How many dots a person may still give; 0 also where the budget was made smaller since."""
    votes = store.referring(Vote, "round_id", round_id)
    given = sum(one.dots for one in votes if one.person == person)
    return max(0, store.get(VoteRound, round_id).budget - given)


def tally(store: Store, round_id: str) -> list[Tally]:
    """The moments that anybody wanted, the most wanted first; equals in the order of the wall."""
    counts: dict[str, int] = {}
    for vote in store.referring(Vote, "round_id", round_id):
        counts[vote.moment_id] = counts.get(vote.moment_id, 0) + vote.dots
    ordered = [Tally(one.id, counts[one.id]) for one in in_wall_order(store, counts)]
    return sorted(ordered, key=lambda one: -one.dots)


def offered_numbers(store: Store, round_id: str) -> list[int]:
    """How many of those that were wanted can become priorities, where there is a choice."""
    counted = len(tally(store, round_id))
    return list(range(FEWEST, min(counted, MOST) + 1)) if counted > FEWEST else []


def usual_number(store: Store, round_id: str) -> int:
    """How many become priorities if nobody says so: 3 to 5, where the next is wanted least.

    That is, where the dots drop most from one place to the next, and the fewest of equals. Where
    they do not drop, all that were wanted, and no more than 5.
    """
    dots = [one.dots for one in tally(store, round_id)]
    drops = {
        number: dots[number - 1] - dots[number]
        for number in range(FEWEST, MOST + 1)
        if number < len(dots) and dots[number - 1] > dots[number]
    }
    return max(drops, key=lambda number: drops[number], default=min(MOST, max(FEWEST, len(dots))))


def winners(store: Store, round_id: str, most: int = MOST) -> list[Moment]:
    """The moments most wanted, no more than so many.

    Where not all of those that were wanted equally often fit in, none of them is among them: the
    room decides, not the order of the wall.
    """
    counted = tally(store, round_id)
    kept = counted[:most]
    if len(counted) > most and counted[most].dots == kept[-1].dots:
        kept = [one for one in kept if one.dots > counted[most].dots]
    return [store.get(Moment, one.moment_id) for one in kept]


def tied(store: Store, round_id: str, most: int = MOST) -> list[Moment]:
    """The moments wanted equally often that do not all fit in; none if there are no such."""
    counted = tally(store, round_id)
    if len(counted) <= most or counted[most].dots != counted[most - 1].dots:
        return []
    edge = counted[most].dots
    return [store.get(Moment, one.moment_id) for one in counted if one.dots == edge]


def chosen(
    store: Store, round_id: str, picked: Iterable[str] = (), most: int = MOST
) -> list[Moment]:
    """The moments that a round makes the priorities, the most wanted first.

    Args:
        store: The wall.
        round_id: The round.
        picked: Ids of moments that the room chose by hand among those that are `tied`; others,
            and more than fit in, are not heeded.
        most: As many as there may be.
    """
    sure = winners(store, round_id, most)
    wanted = set(picked)
    by_hand = [one for one in tied(store, round_id, most) if one.id in wanted]
    return [*sure, *by_hand[: most - len(sure)]]
