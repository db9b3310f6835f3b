"""What is said about a moment with one tap: contact type, tick, shortlist, rating."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from motwall.model.clock import NewId
from motwall.model.edits.assessing import Judgement, judged
from motwall.model.patch import Change, Patch
from motwall.model.priorities import MOST, priorities, shortlisted, ticked
from motwall.model.records import Moment, Rating
from motwall.model.store import Store


def set_contact_type(store: Store, moment_ids: Iterable[str], contact_type_id: str | None) -> Patch:
    """Colour moments; None makes them plain paper again."""
    moments = [store.get(Moment, one) for one in dict.fromkeys(moment_ids)]
    changes = [Change(one, replace(one, contact_type_id=contact_type_id)) for one in moments]
    return Patch.of(changes, "colouring %n note(s)", len(moments))


def tick(store: Store, moment_ids: Iterable[str], *, is_ticked: bool) -> Patch:
    """Tick moments that matter most, any number; without its tick a moment leaves the shortlist."""
    moments = [store.get(Moment, one) for one in dict.fromkeys(moment_ids)]
    changes = []
    for moment in moments:
        rank = moment.shortlist_rank if is_ticked else None
        changes.append(Change(moment, replace(moment, is_ticked=is_ticked, shortlist_rank=rank)))
    label = "ticking %n note(s)" if is_ticked else "taking %n tick(s) away"
    return Patch.of(changes, label, len(moments))


def shortlist(store: Store, moment_id: str) -> Patch:
    """Pick a moment as the next priority, and tick it if it is not; at most 5 (see `priorities`).

    Returns:
        An empty patch when 5 are chosen already.
    """
    chosen = shortlisted(store)
    moment = store.get(Moment, moment_id)
    if moment.shortlist_rank is not None or len(chosen) >= MOST:
        return Patch()
    rank = (chosen[-1].shortlist_rank or 0) + 1 if chosen else 1
    return Patch.of(
        [Change(moment, replace(moment, is_ticked=True, shortlist_rank=rank))], "choice of priority"
    )


def unshortlist(store: Store, moment_ids: Iterable[str]) -> Patch:
    """Take moments off the shortlist; their ticks stay."""
    moments = [store.get(Moment, one) for one in dict.fromkeys(moment_ids)]
    changes = [Change(one, replace(one, shortlist_rank=None)) for one in moments]
    return Patch.of(changes, "choice of priority")


def reorder_shortlist(store: Store, moment_id: str, way: int) -> Patch:
    """Let a shortlisted moment change places with the one before (-1) or after (1) it."""
    chosen = shortlisted(store)
    here = next((place for place, one in enumerate(chosen) if one.id == moment_id), None)
    there = -1 if here is None else here + way
    if here is None or not 0 <= there < len(chosen):
        return Patch()
    chosen[here], chosen[there] = chosen[there], chosen[here]
    changes = [
        Change(one, replace(one, shortlist_rank=number)) for number, one in enumerate(chosen, 1)
    ]
    return Patch.of(changes, "order of the priorities")


def set_priority(store: Store, moment_id: str, place: int | None) -> Patch:
    """Have a moment be the priority of a number, from 1, or (None) none any more.

    The others keep their order; a number beyond them means the next. What shows as a priority
    only because it is ticked is on the shortlist from then on. A moment that is none any more
    keeps its tick, unless that would make it one again.

    Returns:
        An empty patch when it is so already, or when 5 others are chosen.
    """
    moment, now = store.get(Moment, moment_id), priorities(store)
    chosen = [one for one in now if one.id != moment_id]
    if place is None:
        if len(chosen) == len(now):
            return Patch()
        is_ticked = bool(chosen) or len(ticked(store)) > MOST
        after = replace(moment, shortlist_rank=None, is_ticked=is_ticked)
        changes = [Change(moment, after)]
    elif len(chosen) >= MOST:
        return Patch()
    else:
        chosen.insert(max(place, 1) - 1, moment)
        if chosen == now:
            return Patch()
        changes = []
    for number, one in enumerate(chosen, 1):
        changes.append(Change(one, replace(one, is_ticked=True, shortlist_rank=number)))
    return Patch.of(changes, "choice of priority")


def rate(
    store: Store,
    moment_ids: Iterable[str],
    rating: Rating | None,
    today: date,
    new_id: NewId,
    session_id: str | None = None,
) -> Patch:
    """Rate moments from the customer's side, and write an Assessment of each in the same patch.

    Rating the same moment again in the same session on the same day corrects that day's assessment;
    None takes the rating away, and with it that day's assessment, unless hands were counted.
    """
    moments = [store.get(Moment, one) for one in dict.fromkeys(moment_ids)]
    judgement = Judgement(rating=rating)
    changes: list[Change] = []
    for moment in moments:
        changes += judged(store, moment, judgement, today, new_id, session_id)
    label = "rating %n note(s)" if rating else "taking %n rating(s) away"
    return Patch.of(changes, label, len(moments))
