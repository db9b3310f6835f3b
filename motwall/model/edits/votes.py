"""Voting on one screen: a dot is taken back as easily as given, and nothing is final."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from motwall.model.clean_text import clean_text
from motwall.model.edits.removal import removal
from motwall.model.fields import rules_of
from motwall.model.patch import Change, Patch
from motwall.model.priorities import MOST
from motwall.model.records import Moment, Vote, VoteRound, VoteWay
from motwall.model.store import Store
from motwall.model.voting import (
    MOST_DOTS,
    NOBODY,
    chosen,
    dots_left,
    open_round_now,
    vote_of,
)


def open_round(
    store: Store,
    round_id: str,
    now: datetime,
    way: VoteWay,
    session_id: str | None = None,
    **details: Any,  # noqa: ANN401 -- fields of VoteRound; checked by the record
) -> Patch:
    """Begin a round.

    Args:
        store: The wall.
        round_id: A fresh id.
        now: The time, UTC.
        way: Dots or hands.
        session_id: The meeting it is part of.
        details: More fields: `title`, `budget`, `people`, `may_stack`.

    Returns:
        An empty patch while another one is open.
    """
    if open_round_now(store) is not None:
        return Patch()
    cleaned = _cleaned(details)
    made = VoteRound(id=round_id, session_id=session_id, way=way, opened_at=now, **cleaned)
    return Patch.of([Change(None, made)], "opening a vote")


def change_round(store: Store, round_id: str, **details: Any) -> Patch:  # noqa: ANN401 -- as in `open_round`
    """Change the title, the budget, how many people vote, or whether dots may be stacked.

    Dots that were given stay, also where there are more of them now than the budget allows.
    """
    before = store.get(VoteRound, round_id)
    return Patch.of([Change(before, replace(before, **_cleaned(details)))], "rules of a vote")


def give_dot(store: Store, round_id: str, moment_id: str, person: int, vote_id: str) -> Patch:
    """Give a dot of a person to a moment.

    Args:
        store: The wall.
        round_id: An open round by dots.
        moment_id: What is wanted.
        person: Whose dot, from 1.
        vote_id: A fresh id.

    Returns:
        An empty patch if the person has none left, may not stack them, or the round is closed.
    """
    rules = store.get(VoteRound, round_id)
    if rules.closed_at is not None or not dots_left(store, round_id, person):
        return Patch()
    before = vote_of(store, round_id, moment_id, person)
    if before is None:
        made = Vote(id=vote_id, round_id=round_id, moment_id=moment_id, person=person)
        return Patch.of([Change(None, made)], "giving a dot")
    if not rules.may_stack:
        return Patch()
    return Patch.of([Change(before, replace(before, dots=before.dots + 1))], "giving a dot")


def take_dot_back(store: Store, round_id: str, moment_id: str, person: int) -> Patch:
    """Take a dot of a person from a moment again; an empty patch if there is none."""
    before = vote_of(store, round_id, moment_id, person)
    is_closed = store.get(VoteRound, round_id).closed_at is not None
    if before is None or is_closed:
        return Patch()
    after = replace(before, dots=before.dots - 1) if before.dots > 1 else None
    return Patch.of([Change(before, after)], "taking a dot back")


def count_raised(store: Store, round_id: str, moment_id: str, hands: int, vote_id: str) -> Patch:
    """Say how many hands went up for a moment; 0 forgets it.

    Returns:
        An empty patch if the round is closed.
    """
    before = vote_of(store, round_id, moment_id, NOBODY)
    if store.get(VoteRound, round_id).closed_at is not None:
        return Patch()
    hands = min(max(0, hands), MOST_DOTS)
    after = None
    if hands and before is not None:
        after = replace(before, dots=hands)
    elif hands:
        after = Vote(id=vote_id, round_id=round_id, moment_id=moment_id, person=NOBODY, dots=hands)
    return Patch.of([Change(before, after)] if before or after else [], "counting hands")


def reveal_round(store: Store, round_id: str, *, is_revealed: bool) -> Patch:
    """Show how often each moment was wanted, or hide it again."""
    before = store.get(VoteRound, round_id)
    after = replace(before, is_revealed=is_revealed)
    return Patch.of([Change(before, after)], "showing the votes")


def close_round(store: Store, round_id: str, now: datetime) -> Patch:
    """End a round; its votes are shown from then on."""
    before = store.get(VoteRound, round_id)
    after = replace(before, closed_at=before.closed_at or now, is_revealed=True)
    return Patch.of([Change(before, after)], "closing a vote")


def reopen_round(store: Store, round_id: str) -> Patch:
    """Let a round go on; an empty patch while another one is open."""
    before = store.get(VoteRound, round_id)
    if open_round_now(store) is not None:
        return Patch()
    return Patch.of([Change(before, replace(before, closed_at=None))], "reopening a vote")


def adopt_votes(store: Store, round_id: str, most: int = MOST, picked: Iterable[str] = ()) -> Patch:
    """Make the result of a round the choice of the room.

    The most wanted (see `voting.chosen`) are ticked and are the shortlist, in that order; others
    are on it no longer, and keep the tick they had.
    """
    ids = [one.id for one in chosen(store, round_id, picked, min(most, MOST))]
    changes = []
    for moment in store.all(Moment):
        rank = ids.index(moment.id) + 1 if moment.id in ids else None
        is_ticked = moment.is_ticked or rank is not None
        changes.append(Change(moment, replace(moment, is_ticked=is_ticked, shortlist_rank=rank)))
    return Patch.of(changes, "taking over the result of a vote")


def delete_round(store: Store, round_id: str) -> Patch:
    """Delete a round with its votes; ticks that came of it stay."""
    return Patch.of(removal(store, [round_id]), "deleting a vote")


def _cleaned(details: dict[str, Any]) -> dict[str, Any]:
    """The fields of a round as it may hold them."""
    rules = rules_of(VoteRound)
    found = dict(details)
    for name in ("budget", "people"):
        if name in found:
            found[name] = min(max(found[name], rules[name].minimum), rules[name].maximum)
    if "title" in found:
        limit = rules["title"].limit
        found["title"] = clean_text(found["title"], limit, one_line=True).text
    return found
