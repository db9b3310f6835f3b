"""The workshop that a session runs, on the clock: where the room is, and what time is left.

The clock suggests and never locks: nothing goes on by itself, and time may run out.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from motwall.model.order import by_rank
from motwall.model.records import AgendaItem
from motwall.model.store import Store

MINUTE = 60
#: A part that is planned anew gets so many minutes at least.
LEAST_MINUTES = 1
#: A part that runs over by more than that is not run by anybody, s.
FORGOTTEN = 60 * MINUTE
#: From so many minutes on it is worth planning anew.
WORTH_REPLANNING = 2


def agenda(store: Store, session_id: str) -> list[AgendaItem]:
    """The parts of a session's workshop, in order; none if it runs without."""
    return by_rank(store.referring(AgendaItem, "session_id", session_id))


def current(items: Sequence[AgendaItem]) -> AgendaItem | None:
    """Where the room is: the first part that is not over; None at the end."""
    return next((one for one in items if not one.is_over), None)


def spent(item: AgendaItem, now: datetime) -> int:
    """How long a part took so far, s."""
    if item.started_at is None:
        return item.spent_s
    # A clock may be put back.
    return item.spent_s + max(0, round((now - item.started_at).total_seconds()))


def left(item: AgendaItem, now: datetime) -> int:
    """What is left of the time of a part, s; below 0 once it took longer."""
    return item.minutes * MINUTE - spent(item, now)


def time_to_go(items: Sequence[AgendaItem], now: datetime) -> int:
    """How long it takes to the end as planned, s: what is left, and all that comes."""
    return sum(max(0, left(one, now)) for one in items if not one.is_over)


def ends_at(items: Sequence[AgendaItem], now: datetime) -> datetime:
    """When all is over if each part takes its time from now on."""
    return now + timedelta(seconds=time_to_go(items, now))


def minute_more(seconds_left: int) -> int:
    """How many minutes a part needs so that about one is left, or one more than now."""
    return 1 + max(0, round(-seconds_left / MINUTE))


def is_forgotten(item: AgendaItem, now: datetime) -> bool:
    """Its clock goes although its time was up long ago: nobody was there to stop it."""
    return item.started_at is not None and left(item, now) < -FORGOTTEN


def replanned(items: Sequence[AgendaItem], now: datetime, minutes: int) -> dict[str, int]:
    """How long the parts that are not over should take, to be through in so many minutes.

    Each gives the same share of what is left of it; time that is spent is spent. Nothing gets less
    than a minute, so very little time may come out as a little more.

    Args:
        items: Of the workshop.
        now: The time, UTC.
        minutes: From now to the end.

    Returns:
        Minutes by item id, of all parts that are not over.
    """
    to_come = [one for one in items if not one.is_over]
    # A part that took longer already still needs something to come to its end.
    weights = [max(MINUTE * LEAST_MINUTES, left(one, now)) for one in to_come]
    shares = _shared(max(minutes, 0), weights)
    return {
        one.id: min(-(-spent(one, now) // MINUTE) + share, AGENDA_MOST)
        for one, share in zip(to_come, shares, strict=True)
    }


#: As much as a record may hold, minutes.
AGENDA_MOST = 1440


def _shared(minutes: int, weights: Sequence[int]) -> list[int]:
    """Whole minutes by weight, which together are as many, or a minute each if that is more."""
    whole = sum(weights)
    shares = [max(LEAST_MINUTES, minutes * one // whole) for one in weights]
    spare = minutes - sum(shares)
    # To those who lost most by rounding.
    order = sorted(range(len(weights)), key=lambda at: -(minutes * weights[at] % max(1, whole)))
    for place in order[: max(0, spare)]:
        shares[place] += 1
    while spare < 0 and max(shares, default=0) > LEAST_MINUTES:
        shares[shares.index(max(shares))] -= 1
        spare += 1
    return shares
