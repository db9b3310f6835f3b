from motwall.model.ending import Lack, Lacking, lacking, open_ends
from motwall.model.records import ActionState
from tests.factories import TODAY, action, moment, session, store_with


def test_what_a_session_lacks_is_told_in_order() -> None:
    note = moment("a")
    actions = [
        action(note, "nobody", due=TODAY),
        action(note, "no day", owner="Ben"),
        action(note, "neither", owner=" "),
        action(note, "over", state=ActionState.DONE),
    ]
    bare = session()
    assert lacking(store_with(note, bare, *actions), bare) == [
        Lacking(Lack.AGREEMENT),
        Lacking(Lack.TAKE_AWAY),
        Lacking(Lack.OWNERS, 2),
        Lacking(Lack.DATES, 2),
    ]
    full = session(agreement="We ring back.", take_away="Small steps")
    assert lacking(store_with(full), full) == []


def test_open_ends_stay_while_they_are_filled_in() -> None:
    note = moment("a")
    settled = action(note, "settled", owner="Ben", due=TODAY, rank=1)
    undated = action(note, "undated", owner="Ben", rank=2)
    over = action(note, "over", state=ActionState.DONE, rank=3)
    store = store_with(note, settled, undated, over)
    assert open_ends(store) == [undated]
    assert open_ends(store, [settled.id, over.id]) == [settled, undated]
