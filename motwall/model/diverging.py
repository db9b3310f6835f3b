"""Collecting possibilities: whoever has one adds it, nobody judges, and a quiet spell is no end."""

from datetime import datetime, timedelta

from motwall.model.records import Idea

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
