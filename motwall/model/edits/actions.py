"""Planned actions: what is enough; who, when and the rating to reach are never required."""

from dataclasses import replace
from datetime import date
from typing import Any

from motwall.model.belongings import next_rank
from motwall.model.clean_text import clean_text
from motwall.model.edits.removal import removal
from motwall.model.fields import rules_of
from motwall.model.order import actions_of
from motwall.model.patch import Change, Patch
from motwall.model.records import ActionState, Idea, Moment, PlannedAction, Rating, Verdict
from motwall.model.store import Store
from motwall.model.values import OPEN_STATES


def add_action(
    store: Store,
    moment_id: str,
    text: str,
    action_id: str,
    session_id: str | None = None,
    **details: Any,  # noqa: ANN401 -- any field of PlannedAction; checked by the record
) -> Patch:
    """Add an action below the others, from the moment's rating of today.

    Args:
        store: The wall.
        moment_id: The moment it improves.
        text: What to do.
        action_id: A fresh id.
        session_id: The session it was agreed in, or None.
        details: More fields, such as `owner`, `due`, `to_rating`, `idea_id`.
    """
    cleaned, is_cut = clean_text(text)
    if "owner" in details:
        limit = rules_of(PlannedAction)["owner"].limit
        details["owner"], owner_is_cut = clean_text(details["owner"], limit, one_line=True)
        is_cut = is_cut or owner_is_cut
    details.setdefault("from_rating", store.get(Moment, moment_id).rating)
    action = PlannedAction(
        id=action_id,
        moment_id=moment_id,
        text=cleaned,
        rank=next_rank(actions_of(store, moment_id)),
        session_id=session_id,
        **details,
    )
    return Patch.of([Change(None, action)], "adding an action", is_cut=is_cut)


def add_action_from_idea(
    store: Store,
    idea_id: str,
    action_id: str,
    session_id: str | None = None,
    **details: Any,  # noqa: ANN401 -- any field of PlannedAction; checked by the record
) -> Patch:
    """Add an action with the words of an idea, which thereby has merit.

    It leads from the moment's rating of today to the next better one; of an unrated moment to none
    in particular. `details` replace what is filled in (also `text`).
    """
    idea = store.get(Idea, idea_id)
    rating = store.get(Moment, idea.moment_id).rating
    text = details.pop("text", idea.text)
    details.setdefault("to_rating", usual_target(rating))
    patch = add_action(
        store, idea.moment_id, text, action_id, session_id, idea_id=idea_id, **details
    )
    changes = [*patch, Change(idea, replace(idea, verdict=Verdict.MERIT))]
    return Patch.of(changes, "adding an action", is_cut=patch.is_cut)


def set_action_state(store: Store, action_id: str, state: ActionState, today: date) -> Patch:
    """Say how far an action has come; the days of done and checked are kept with it."""
    action = store.get(PlannedAction, action_id)
    is_done = state in {ActionState.DONE, ActionState.CHECKED}
    done_on = (action.done_on or today) if is_done else None
    checked_on = (action.checked_on or today) if state is ActionState.CHECKED else None
    after = replace(action, state=state, done_on=done_on, checked_on=checked_on)
    return Patch.of([Change(action, after)], "progress of an action")


def move_action(store: Store, action_id: str, moment_id: str) -> Patch:
    """Have an action be for another moment, below the actions that it has.

    What is still to be done leads up from that moment's rating of today: an aim that is no step up
    from there becomes the usual one. What is over keeps the ratings that it led between.
    """
    action = store.get(PlannedAction, action_id)
    if action.moment_id == moment_id:
        return Patch()
    rank = next_rank(actions_of(store, moment_id))
    after = replace(action, moment_id=moment_id, rank=rank)
    if is_open(action):
        rating = store.get(Moment, moment_id).rating
        aim = action.to_rating
        if aim is not None and aim not in offered_targets(rating):
            aim = usual_target(rating)
        after = replace(after, from_rating=rating, to_rating=aim)
    return Patch.of([Change(action, after)], "moving an action")


def delete_action(store: Store, action_id: str) -> Patch:
    """Delete an action."""
    return Patch.of(removal(store, [action_id]), "deleting an action")


def is_open(action: PlannedAction) -> bool:
    """Whether the action is still to be done."""
    return action.state in OPEN_STATES


def usual_target(rating: Rating | None) -> Rating | None:
    """The aim of an action if nobody says so: the next better rating; None while unrated."""
    return offered_targets(rating)[0] if rating else None


def offered_targets(rating: Rating | None) -> tuple[Rating, ...]:
    """The ratings an action can aim at: better than today's, or magical kept magical."""
    better = {
        None: (Rating.NEUTRAL, Rating.MAGICAL),
        Rating.MISERABLE: (Rating.NEUTRAL, Rating.MAGICAL),
        Rating.NEUTRAL: (Rating.MAGICAL,),
        Rating.MAGICAL: (Rating.MAGICAL,),
    }
    return better[rating]
