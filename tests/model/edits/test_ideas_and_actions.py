from dataclasses import replace
from datetime import date

import pytest

from motwall.model.edits.actions import (
    add_action,
    delete_action,
    is_open,
    offered_targets,
    set_action_state,
)
from motwall.model.edits.ideas import add_idea, delete_idea
from motwall.model.errors import BadRecord
from motwall.model.order import actions_of, ideas_of
from motwall.model.patch import Patch
from motwall.model.records import ActionState, Idea, PlannedAction, Rating
from motwall.model.store import Store
from tests.factories import TODAY, action, an_id, idea, moment, session, store_with

NOTE = moment("a", rating=Rating.MISERABLE)
LATER = date(2026, 12, 1)


def do(store: Store, patch: Patch) -> None:
    store.check(patch)
    store.apply(patch)


def test_ideas_are_added_below_each_other() -> None:
    meeting = session()
    store = store_with(NOTE, meeting)
    do(store, add_idea(store, NOTE.id, "first", an_id(1)))
    do(store, add_idea(store, NOTE.id, "second\tidea", an_id(2), meeting.id))
    assert [one.text for one in ideas_of(store, NOTE.id)] == ["first", "second idea"]
    assert store.get(Idea, an_id(2)).session_id == meeting.id
    assert add_idea(store, NOTE.id, "x" * 4001, an_id(3)).is_cut


def test_what_came_from_an_idea_outlives_it() -> None:
    source = idea(NOTE, "source")
    turned = idea(NOTE, "turned", from_idea_id=source.id)
    planned = action(NOTE, "do", idea_id=source.id)
    store = store_with(NOTE, source, turned, planned)
    do(store, delete_idea(store, source.id))
    assert store.all(Idea) == [replace(turned, from_idea_id=None)]
    assert store.all(PlannedAction) == [replace(planned, idea_id=None)]


def test_an_action_starts_from_the_rating_of_today() -> None:
    store = store_with(NOTE)
    do(store, add_action(store, NOTE.id, "first", an_id(1)))
    do(store, add_action(store, NOTE.id, "second", an_id(2), from_rating=None, due=LATER))
    first, second = actions_of(store, NOTE.id)
    assert (first.text, first.from_rating, first.state) == (
        "first", Rating.MISERABLE, ActionState.AGREED,
    )  # fmt: skip
    assert (second.from_rating, second.due) == (None, LATER)


def test_words_and_owner_of_an_action_are_cleaned() -> None:
    store = store_with(NOTE)
    patch = add_action(store, NOTE.id, "do\tit", an_id(1), owner="Ann\nLee" + "x" * 200)
    assert patch.is_cut
    do(store, patch)
    (made,) = actions_of(store, NOTE.id)
    assert made.text == "do it"
    assert made.owner.startswith("Ann Leex")
    assert add_action(store, NOTE.id, "x" * 4001, an_id(2), owner="Ann").is_cut
    assert not add_action(store, NOTE.id, "x", an_id(2), owner="Ann").is_cut


def test_an_action_of_nothing_or_with_impossible_details_is_refused() -> None:
    with pytest.raises(KeyError):
        add_action(store_with(), NOTE.id, "x", an_id(1))
    with pytest.raises(BadRecord):
        add_action(store_with(NOTE), NOTE.id, "x", an_id(1), due="soon")


def test_the_days_of_done_and_checked_are_kept() -> None:
    planned = action(NOTE)
    store = store_with(NOTE, planned)

    def at(state: ActionState, day: date) -> tuple[date | None, date | None]:
        do(store, set_action_state(store, planned.id, state, day))
        one = store.get(PlannedAction, planned.id)
        assert one.state is state
        return one.done_on, one.checked_on

    assert at(ActionState.DOING, TODAY) == (None, None)
    assert at(ActionState.DONE, TODAY) == (TODAY, None)
    assert at(ActionState.CHECKED, LATER) == (TODAY, LATER)
    assert at(ActionState.DONE, LATER) == (TODAY, None)
    assert at(ActionState.AGREED, LATER) == (None, None)
    assert at(ActionState.CHECKED, LATER) == (LATER, LATER)
    assert at(ActionState.DROPPED, LATER) == (None, None)


def test_deleting_an_action() -> None:
    planned = action(NOTE)
    store = store_with(NOTE, planned)
    do(store, delete_action(store, planned.id))
    assert store.all(PlannedAction) == []


def test_agreed_and_doing_are_open() -> None:
    open_states = {state for state in ActionState if is_open(action(NOTE, state=state))}
    assert open_states == {ActionState.AGREED, ActionState.DOING}


@pytest.mark.parametrize(
    ("rating", "targets"),
    [
        (None, (Rating.NEUTRAL, Rating.MAGICAL)),
        (Rating.MISERABLE, (Rating.NEUTRAL, Rating.MAGICAL)),
        (Rating.NEUTRAL, (Rating.MAGICAL,)),
        (Rating.MAGICAL, (Rating.MAGICAL,)),
    ],
)
def test_an_action_aims_higher(rating: Rating | None, targets: tuple[Rating, ...]) -> None:
    assert offered_targets(rating) == targets
