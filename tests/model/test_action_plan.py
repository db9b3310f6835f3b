"""The order of the action plan."""

from datetime import date, timedelta

from motwall.model.action_plan import actions_by_month, actions_by_owner
from motwall.model.records import ActionState, Rating
from motwall.model.store import Store
from tests.factories import TODAY, action, moment, step, store_with


def owned() -> Store:
    here = step()
    waits, asks = moment("Waits", at=here), moment("", prompt="Asks", at=here)
    soon, later = TODAY + timedelta(days=1), TODAY + timedelta(days=400)
    return store_with(
        here,
        waits,
        asks,
        action(asks, "b-undated", owner="ben"),
        action(asks, "b-second", owner="Ben ", due=soon, state=ActionState.DONE),
        action(waits, "b-first", owner="Ben", due=soon, state=ActionState.DOING),
        action(waits, "nobody", due=soon, from_rating=Rating.MISERABLE, to_rating=Rating.NEUTRAL),
        action(waits, "a-later", owner="\u00c5sa", due=later, state=ActionState.DROPPED),
        action(waits, "a-soon", owner="\u00c5sa", due=soon),
        action(waits, "z", owner="Zoe"),
    )


def test_owners_by_name_the_unnamed_last_actions_by_date() -> None:
    found = [(owner, [one.text for one in group]) for owner, group in actions_by_owner(owned())]
    assert found == [
        ("\u00c5sa", ["a-soon", "a-later"]),
        ("Ben", ["b-first", "b-second", "b-undated"]),
        ("Zoe", ["z"]),
        ("", ["nobody"]),
    ]


def test_months_by_date_the_undated_last() -> None:
    found = [(month, [one.text for one in group]) for month, group in actions_by_month(owned())]
    months = [month for month, _ in found]
    assert months == [date(2026, 11, 1), date(2027, 12, 1), None]
    assert sorted(found[0][1]) == ["a-soon", "b-first", "b-second", "nobody"]
    assert [names for _, names in found[1:]] == [["a-later"], ["z", "b-undated"]]
