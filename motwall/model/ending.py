"""What a session that is about to end still lacks; none of it has to be there."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from motwall.model.edits.actions import is_open
from motwall.model.order import moment_by_moment
from motwall.model.records import PlannedAction, Session
from motwall.model.store import Store


class Lack(StrEnum):
    """What may be missing, in the order it is asked for."""

    AGREEMENT = "agreement"
    TAKE_AWAY = "take_away"
    OWNERS = "owners"
    DATES = "dates"
    NEXT_DAY = "next_day"


class Lacking(NamedTuple):
    """Something that is missing, and of how many actions, if it is of actions."""

    what: Lack
    actions: int = 0


def lacking(store: Store, session: Session) -> list[Lacking]:
    """What is missing of a session but its next day, which is agreed on by ending it."""
    actions = [one for one in store.all(PlannedAction) if is_open(one)]
    ownerless = sum(not one.owner.strip() for one in actions)
    undated = sum(one.due is None for one in actions)
    found = (
        (not session.agreement.strip(), Lacking(Lack.AGREEMENT)),
        (not session.take_away.strip(), Lacking(Lack.TAKE_AWAY)),
        (ownerless > 0, Lacking(Lack.OWNERS, ownerless)),
        (undated > 0, Lacking(Lack.DATES, undated)),
    )
    return [one for is_missing, one in found if is_missing]


def open_ends(store: Store, kept: Iterable[str] = ()) -> list[PlannedAction]:
    """Actions still to be done that have no owner or no day, in the order of the wall.

    Args:
        store: The wall.
        kept: Ids of those that are listed already: they stay while they are filled in.
    """
    known = set(kept)
    found = (
        one
        for one in store.all(PlannedAction)
        if is_open(one) and (one.id in known or one.due is None or not one.owner.strip())
    )
    return moment_by_moment(store, found)
