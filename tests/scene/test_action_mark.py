"""A note says how many actions are open on it, and when one is overdue."""

from datetime import timedelta

from motwall.model.edits.actions import add_action, delete_action, set_action_state
from motwall.model.edits.fields import write
from motwall.model.note_look import NoteLook
from motwall.model.records import ActionState, Moment, PlannedAction
from tests.factories import TODAY, an_id
from tests.scene.conftest import Stand


def look(stand: Stand, moment: Moment) -> NoteLook:
    item = stand.scene.note(moment.id)
    assert item is not None
    return item.look


def test_the_mark_follows_the_actions(stand: Stand) -> None:
    note = stand.store.all(Moment)[0]
    document, first, second = stand.document, an_id(701), an_id(702)
    document.push(add_action(stand.store, note.id, "call back", first))
    document.push(add_action(stand.store, note.id, "buy a bell", second))
    assert (look(stand, note).open_actions, look(stand, note).is_overdue) == (2, False)
    late = TODAY - timedelta(days=1)
    document.push(write(stand.store, PlannedAction, [first], "due", late))
    assert look(stand, note).is_overdue
    document.push(set_action_state(stand.store, first, ActionState.DONE, TODAY))
    assert (look(stand, note).open_actions, look(stand, note).is_overdue) == (1, False)
    document.push(delete_action(stand.store, second))
    assert look(stand, note).open_actions == 0
    document.undo()
    assert look(stand, note).open_actions == 1
    stand.check()
