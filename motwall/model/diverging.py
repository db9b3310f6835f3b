"""Collecting possibilities: whoever has one adds it, nobody judges, and a quiet spell is no end."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from motwall.model.order import ideas_of
from motwall.model.priorities import to_assess
from motwall.model.records import Idea, IdeaKind, Moment
from motwall.model.store import Store

#: So long nobody has an idea before the room is nudged, and between two nudges.
QUIET_SPELL = timedelta(seconds=75)


def may_change(idea: Idea, author: str) -> bool:
    """Whether somebody may correct an idea while ideas are collected: their own, if it has a name.

    Deleting, ranking and sifting have to wait for everybody.
    """
    return bool(author) and idea.author == author


def is_quiet(last_idea_at: datetime, last_nudge_at: datetime | None, now: datetime) -> bool:
    """Whether it is time for a nudge.

    Args:
        last_idea_at: When the last idea came, or when collecting began.
        last_nudge_at: When the room was nudged last, or None.
        now: The time.
    """
    since = last_idea_at if last_nudge_at is None else max(last_idea_at, last_nudge_at)
    return now - since >= QUIET_SPELL


def moments_to_improve(store: Store, asked_id: str | None = None) -> list[Moment]:
    """The moments that possibilities are looked for, one after another: the priorities.

    The moment that was asked for is among them even if it is none: then it comes first.
    """
    chosen = to_assess(store)
    asked = store.find(Moment, asked_id)
    return chosen if asked is None or asked in chosen else [asked, *chosen]


def first_without_ideas(store: Store, picked_id: str) -> str:
    """Where collecting begins: the first priority without an idea, else the first; "" for none.

    Args:
        store: The wall.
        picked_id: A moment that somebody has just picked: it wins if it is a priority, or if there
            is none yet.
    """
    chosen = [one.id for one in to_assess(store)]
    if picked_id in chosen or not chosen:
        return picked_id
    without = (one for one in chosen if not possibilities(ideas_of(store, one)))
    return next(without, chosen[0])


def possibilities(ideas: Iterable[Idea]) -> int:
    """How many possibilities there are: reasons why not do not count, their questions do."""
    return sum(one.kind is not IdeaKind.BLOCKER for one in ideas)


def is_turned(store: Store, blocker: Idea) -> bool:
    """Whether a reason why not was turned into a question."""
    return bool(store.referring(Idea, "from_idea_id", blocker.id))
