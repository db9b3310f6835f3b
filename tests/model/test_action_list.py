from datetime import date, timedelta

import pytest

from motwall.model.action_list import (
    ActionFilter,
    Due,
    agreed_actions,
    calendar,
    ideas_to_plan,
    in_calendar_order,
    is_overdue,
    is_ownerless,
    likely_moments,
    listed_actions,
    owner_key,
    owners,
    survey_actions,
    upward_tally,
)
from motwall.model.records import ActionState, PlannedAction, Rating, Verdict
from tests.factories import TODAY, action, idea, moment, step, store_with

PLACE = step("s")
NOTE, LATER = moment("a", at=PLACE), moment("b", at=PLACE)


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


LATE = action(NOTE, "late", owner="Ann", due=day(-1), rank=1)
SOON = action(NOTE, "soon", owner=" ann ", due=day(6), rank=2, state=ActionState.DOING)
MONTH = action(LATER, "month", owner="Len 🎈", due=day(27), rank=1)
FAR = action(LATER, "far", due=day(28), rank=2)
OPEN = action(LATER, "open", rank=3)
DONE = action(LATER, "done", state=ActionState.DONE, due=day(-9), rank=4)
STORE = store_with(PLACE, LATER, NOTE, OPEN, DONE, FAR, MONTH, SOON, LATE)


def texts(actions: list[PlannedAction]) -> list[str]:
    return [one.text for one in actions]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ActionFilter(), "late soon month far open done"),
        (ActionFilter(owners=frozenset({"ann"})), "late soon"),
        (ActionFilter(owners=frozenset({"", "len 🎈"})), "month far open done"),
        (ActionFilter(states=frozenset({ActionState.DONE, ActionState.DOING})), "soon done"),
        (ActionFilter(due=Due.OVERDUE), "late"),
        (ActionFilter(due=Due.NONE), "open"),
        (ActionFilter(due=Due.THIS_WEEK), "soon"),
        (ActionFilter(due=Due.LATER), "month far"),
        (ActionFilter(owners=frozenset({"ann"}), due=Due.OVERDUE), "late"),
    ],
)
def test_actions_are_looked_for_by_owner_state_and_date(wanted: ActionFilter, found: str) -> None:
    assert texts(listed_actions(STORE, wanted, TODAY)) == found.split()


def test_what_stands_out() -> None:
    assert [one.text for one in STORE.all(PlannedAction) if is_overdue(one, TODAY)] == ["late"]
    assert {one.text for one in STORE.all(PlannedAction) if is_ownerless(one)} == {"far", "open"}


def test_owners_are_the_same_in_any_case_of_letters() -> None:
    assert owners(STORE) == ["Ann", "Len 🎈"]
    assert owner_key("  Ann\u00a0 LEE ") == owner_key("ann lee")


def test_owners_are_spelt_as_they_are_most() -> None:
    spelt = [action(NOTE, owner=one) for one in ("ANN", "ann", "Ann", "Ann", "zoe", "Zoe", "")]
    assert owners(store_with(NOTE, *spelt)) == ["Ann", "Zoe"]


def test_what_there_is_to_look_for() -> None:
    seen = survey_actions(STORE, TODAY)
    assert (seen.total, seen.ownerless) == (6, 2)
    assert seen.owners == {"ann": 2, "len 🎈": 1, "": 3}
    assert seen.states[ActionState.AGREED] == 4
    found = {one: len(listed_actions(STORE, ActionFilter(due=one), TODAY)) for one in Due}
    assert seen.dues == found


def test_the_calendar_goes_by_days_and_ends_with_what_has_none() -> None:
    actions = STORE.all(PlannedAction)
    assert texts(in_calendar_order(actions)) == ["done", "late", "soon", "month", "far", "open"]
    twin = action(NOTE, "twin", due=day(6))
    under = {when: texts(several) for when, several in calendar([OPEN, SOON, twin])}
    assert under == {day(6): ["soon", "twin"], None: ["open"]}


def test_the_tally_of_where_actions_lead() -> None:
    up = {"from_rating": Rating.MISERABLE, "to_rating": Rating.NEUTRAL}
    store = store_with(
        NOTE,
        action(NOTE, **up),
        action(NOTE, **up, state=ActionState.CHECKED),
        action(NOTE, **up, state=ActionState.DROPPED),
        action(NOTE, to_rating=Rating.NEUTRAL),
        action(NOTE, from_rating=Rating.NEUTRAL),
    )
    assert upward_tally(store) == {(Rating.MISERABLE, Rating.NEUTRAL): 2}


def test_what_is_agreed_is_read_by_day() -> None:
    assert texts(agreed_actions(STORE)) == ["late", "soon", "month", "far", "open"]


def test_actions_are_likeliest_for_priorities_then_ticks_then_what_has_some() -> None:
    plain, having = moment("plain", at=PLACE), moment("having", at=PLACE)
    second = moment("second", at=PLACE, is_ticked=True, shortlist_rank=2)
    first = moment("first", at=PLACE, is_ticked=True, shortlist_rank=1)
    marked = moment("marked", at=PLACE, is_ticked=True)
    store = store_with(PLACE, plain, having, marked, second, first, action(having), action(first))
    likely = [one.text for one in likely_moments(store)]
    assert likely == ["first", "second", "marked", "having"]


def test_ideas_with_merit_wait_to_be_planned() -> None:
    waiting = idea(NOTE, "waiting", rank=1, verdict=Verdict.MERIT)
    planned = idea(NOTE, "planned", rank=2, verdict=Verdict.MERIT)
    others = [idea(NOTE, "open", rank=3), idea(LATER, "elsewhere", verdict=Verdict.MERIT)]
    its = action(NOTE, idea_id=planned.id)
    store = store_with(PLACE, NOTE, LATER, waiting, planned, *others, its)
    assert ideas_to_plan(store, NOTE.id) == [waiting]
