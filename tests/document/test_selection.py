from pytestqt.qtbot import QtBot

from motwall.document.selection import Selection
from motwall.model.edits.moments import add_moments, delete_moments
from motwall.model.targets import GapTarget
from tests.document.conftest import NOTE, Desk
from tests.factories import an_id, new_ids


def test_the_current_one_is_the_last(desk: Desk) -> None:
    selection = Selection(desk.document)
    assert (selection.ids, selection.current_id) == ((), None)
    selection.set([an_id(1), an_id(2), an_id(1)])
    assert (selection.ids, selection.current_id) == ((an_id(1), an_id(2)), an_id(2))
    assert an_id(1) in selection
    assert an_id(3) not in selection
    selection.toggle(an_id(3))
    assert selection.current_id == an_id(3)
    selection.toggle(an_id(1))
    assert selection.ids == (an_id(2), an_id(3))
    selection.clear()
    assert selection.ids == ()


def test_only_changes_are_announced(desk: Desk, qtbot: QtBot) -> None:
    selection = Selection(desk.document)
    with qtbot.waitSignal(selection.changed, timeout=0):
        selection.set([an_id(1), an_id(2)])
    with qtbot.assertNotEmitted(selection.changed):
        selection.set([an_id(1), an_id(2)])
    with qtbot.waitSignal(selection.changed, timeout=0):
        selection.set([an_id(2), an_id(1)])


def test_what_is_gone_is_no_longer_selected(desk: Desk, qtbot: QtBot) -> None:
    selection = Selection(desk.document)
    store = desk.document.store
    desk.document.push(add_moments(store, ["a", "b"], GapTarget(0), new_ids(100)))
    selection.set([NOTE.id, an_id(100)])
    with qtbot.assertNotEmitted(selection.changed):
        desk.document.push(delete_moments(store, [an_id(101)]))
    with qtbot.waitSignal(selection.changed, timeout=0):
        desk.document.push(delete_moments(store, [an_id(100)]))
    assert selection.ids == (NOTE.id,)
    desk.document.undo()
    desk.document.undo()
    assert selection.ids == (NOTE.id,)
