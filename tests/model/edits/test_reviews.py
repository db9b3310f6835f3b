from dataclasses import replace
from datetime import timedelta

import pytest

from motwall.model.belongings import reviews_of
from motwall.model.edits.actions import delete_action
from motwall.model.edits.reviews import (
    Outcome,
    check_by_rating,
    check_by_reading,
    check_without_proof,
    review_action,
)
from motwall.model.patch import Patch
from motwall.model.records import (
    ActionReview,
    ActionState,
    Assessment,
    Moment,
    PlannedAction,
    Rating,
)
from motwall.model.store import Store
from tests.factories import (
    TODAY,
    action,
    an_id,
    assessment,
    measure,
    moment,
    new_ids,
    reading,
    session,
    store_with,
)

NOTE = moment("a", rating=Rating.MISERABLE)
PLANNED = action(NOTE, "do", state=ActionState.DOING)
MEETING = session()
TOMORROW = TODAY + timedelta(days=1)


def do(store: Store, patch: Patch) -> str:
    store.check(patch)
    store.apply(patch)
    return str(patch.label)


def state(store: Store) -> ActionState:
    return store.get(PlannedAction, PLANNED.id).state


def test_keep_takes_back_what_this_session_had_ended() -> None:
    store = store_with(NOTE, PLANNED, MEETING)
    ids = new_ids()
    for outcome, expected in (
        (Outcome.DROP, ActionState.DROPPED),
        (Outcome.KEEP, ActionState.AGREED),
        (Outcome.DONE, ActionState.DONE),
    ):
        do(store, review_action(store, PLANNED.id, outcome, TODAY, ids, MEETING.id))
        assert state(store) is expected
    (said,) = reviews_of(store, PLANNED.id)
    assert said.state is ActionState.DONE


def test_keep_leaves_alone_what_was_done_before() -> None:
    finished = replace(PLANNED, state=ActionState.DONE)
    store = store_with(NOTE, finished, MEETING)
    do(store, review_action(store, PLANNED.id, Outcome.KEEP, TODAY, new_ids(), MEETING.id))
    assert state(store) is ActionState.DONE


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.DONE, ActionState.DONE),
        (Outcome.KEEP, ActionState.DOING),
        (Outcome.DROP, ActionState.DROPPED),
    ],
)
def test_looking_back(outcome: Outcome, expected: ActionState) -> None:
    store = store_with(NOTE, PLANNED, MEETING)
    patch = review_action(store, PLANNED.id, outcome, TODAY, new_ids(), MEETING.id, "too\tbig")
    assert do(store, patch) == "looking back at an action"
    assert state(store) is expected
    (said,) = reviews_of(store, PLANNED.id)
    assert (said.state, said.reason, said.session_id) == (expected, "too big", MEETING.id)
    assert (store.get(PlannedAction, PLANNED.id).done_on is not None) is (outcome is Outcome.DONE)
    assert review_action(store, PLANNED.id, outcome, TODAY, new_ids(9), None, "x" * 4001).is_cut


def test_a_second_word_in_the_same_session_corrects_the_first() -> None:
    store, ids = store_with(NOTE, PLANNED, MEETING), new_ids()
    do(store, review_action(store, PLANNED.id, Outcome.DROP, TODAY, ids, MEETING.id))
    do(store, review_action(store, PLANNED.id, Outcome.DONE, TOMORROW, ids, MEETING.id))
    assert [one.state for one in reviews_of(store, PLANNED.id)] == [ActionState.DONE]
    for day in (TODAY, TODAY, TOMORROW):
        do(store, review_action(store, PLANNED.id, Outcome.KEEP, day, ids))
    assert len(reviews_of(store, PLANNED.id)) == 3


def test_a_rating_anew_is_proof() -> None:
    store = store_with(NOTE, PLANNED, MEETING)
    patch = check_by_rating(store, PLANNED.id, Rating.NEUTRAL, TODAY, new_ids(), MEETING.id)
    assert do(store, patch) == "checking an action"
    assert state(store) is ActionState.CHECKED
    assert store.get(Moment, NOTE.id).rating is Rating.NEUTRAL
    (rated,) = store.all(Assessment)
    (said,) = store.all(ActionReview)
    assert (said.assessment_id, said.state) == (rated.id, ActionState.CHECKED)


def test_a_rating_of_that_day_is_proof_as_well() -> None:
    rated = assessment(NOTE, Rating.NEUTRAL)
    store = store_with(NOTE, PLANNED, rated)
    do(store, check_by_rating(store, PLANNED.id, Rating.NEUTRAL, TODAY, new_ids()))
    assert [one.assessment_id for one in store.all(ActionReview)] == [rated.id]
    assert store.count(Assessment) == 1


def test_a_reading_is_proof() -> None:
    own = measure()
    value = reading(own, 3.0)
    store = store_with(NOTE, PLANNED, own, value)
    do(store, check_by_reading(store, PLANNED.id, value.id, TODAY, new_ids()))
    assert [one.reading_id for one in store.all(ActionReview)] == [value.id]
    assert state(store) is ActionState.CHECKED
    with pytest.raises(KeyError):
        check_by_reading(store, PLANNED.id, an_id(99), TODAY, new_ids())


def test_checked_without_proof_is_accepted() -> None:
    store = store_with(NOTE, PLANNED)
    do(store, check_without_proof(store, PLANNED.id, TODAY, new_ids(), None, "we\tknow"))
    (said,) = store.all(ActionReview)
    assert (said.assessment_id, said.reading_id, said.reason) == (None, None, "we know")
    assert check_without_proof(store, PLANNED.id, TODAY, new_ids(), None, "x" * 4001).is_cut
    do(store, delete_action(store, PLANNED.id))
    assert store.all(ActionReview) == []
