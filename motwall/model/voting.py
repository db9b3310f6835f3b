"""Votes of a room on one screen: whose dots are left, and how often each moment was wanted."""

from typing import NamedTuple

from motwall.model.order import in_wall_order
from motwall.model.priorities import MOST
from motwall.model.records import Moment, Vote, VoteRound
from motwall.model.store import Store

#: Hands are nobody's in particular.
NOBODY = 0
#: As many as a record may hold.
MOST_DOTS = 9_999


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
