import sqlite3

import pytest
from pytestqt.qtbot import QtBot

from motwall.model.edits.fields import write
from motwall.model.edits.ideas import add_idea
from motwall.model.edits.moments import delete_moments
from motwall.model.errors import DiskFull, WallFileDamaged, WallFileReadOnly
from motwall.model.journal import EntryKind
from motwall.model.records import Idea, Moment
from tests.document.conftest import NOTE, Desk
from tests.factories import an_id


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A wall with the text "before" whose disk is full."""
    desk.type("before")
    desk.changes.clear()
    desk.file.error = DiskFull(desk.path)
    return desk


def issue(desk: Desk, text: str, merge_key: str = "") -> bool:
    patch = write(desk.document.store, Moment, [NOTE.id], "issue", text)
    return desk.document.push(patch, merge_key)


def test_a_failed_write_changes_nothing(full: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(full.document.history_changed):
        assert not full.type("after")
    assert full.text() == "before"
    assert full.changes == []
    assert full.failures == [full.file.error]
    assert full.steps() == ("typing on a note:1", "")


def test_what_failed_waits_and_is_kept_outside(full: Desk) -> None:
    full.type("after", "visit")
    (waiting,) = full.document.pending
    assert [one.after.text for one in waiting.patch] == ["after"]
    ((patch, header),) = full.kept.patches
    assert patch == waiting.patch
    assert (header.kind, header.merge_key) == (EntryKind.EDIT, "visit")


def test_a_second_failure_of_a_visit_takes_the_place_of_the_first(full: Desk) -> None:
    full.type("a", "visit")
    full.type("ab", "visit")
    assert [[one.after.text for one in each.patch] for each in full.document.pending] == [["ab"]]
    assert len(full.kept.patches) == 2


def test_failures_without_a_key_wait_side_by_side(full: Desk) -> None:
    full.type("a")
    issue(full, "b")
    assert len(full.document.pending) == 2


def test_trying_again_writes_what_waits(full: Desk, qtbot: QtBot) -> None:
    full.type("after", "visit")
    issue(full, "too loud")
    assert not full.document.retry()
    assert len(full.document.pending) == 2
    full.file.error = None
    with qtbot.waitSignal(full.document.write_recovered, timeout=0):
        assert full.document.retry()
    assert full.text() == "after"
    assert full.document.store.get(Moment, NOTE.id).issue == "too loud"
    assert full.document.pending == ()
    assert full.kept.is_cleared
    assert full.recovered == 1
    full.document.undo()
    full.document.undo()
    assert full.text() == "before"


def test_trying_again_with_nothing_waiting_is_fine(desk: Desk) -> None:
    assert desk.document.retry()
    assert desk.recovered == 0


def test_the_next_key_writes_all_of_the_visit(full: Desk) -> None:
    full.type("a", "visit")
    full.file.error = None
    assert full.type("ab", "visit")
    assert full.text() == "ab"
    assert full.document.pending == ()
    assert full.kept.is_cleared
    assert full.recovered == 1


def test_typing_back_to_what_is_stored_gives_the_waiting_up(full: Desk) -> None:
    full.type("a", "visit")
    assert full.type("before", "visit")
    assert full.document.pending == ()
    assert full.recovered == 1


def test_what_is_written_later_is_not_overwritten_by_what_waited(full: Desk) -> None:
    full.type("older", "visit 1")
    full.file.error = None
    full.type("newer", "visit 2")
    assert full.document.pending == ()
    assert full.document.retry()
    assert full.text() == "newer"


def test_what_has_nothing_to_do_with_it_keeps_waiting(full: Desk) -> None:
    full.type("after", "visit")
    full.file.error = None
    issue(full, "too loud")
    assert len(full.document.pending) == 1
    assert full.recovered == 0
    assert full.document.retry()
    assert full.text() == "after"
    assert full.document.store.get(Moment, NOTE.id).issue == "too loud"


def test_what_waits_for_a_note_that_is_gone_is_given_up(full: Desk) -> None:
    full.document.push(add_idea(full.document.store, NOTE.id, "idea", an_id(60)))
    full.file.error = None
    full.document.push(delete_moments(full.document.store, [NOTE.id]))
    assert full.document.retry()
    assert full.document.store.count(Idea) == 0
    assert full.on_disk() == full.in_memory()


def test_undo_that_fails_changes_nothing(full: Desk) -> None:
    assert full.document.undo() == ()
    assert full.text() == "before"
    assert full.steps() == ("typing on a note:1", "")
    assert full.document.pending == ()
    full.file.error = None
    full.document.undo()
    full.file.error = DiskFull(full.path)
    assert full.document.redo() == ()
    assert full.text() == ""
    assert len(full.failures) == 2


def test_what_waits_survives_undo(full: Desk) -> None:
    full.type("after", "visit")
    full.file.error = None
    full.document.undo()
    assert full.text() == ""
    assert len(full.document.pending) == 1


def test_a_journal_that_cannot_be_read_is_a_failed_write_too(full: Desk) -> None:
    full.reopen()
    full.file.error = DiskFull(full.path)
    full.file.is_journal_unreadable = True
    assert not full.type("after")
    assert len(full.document.pending) == 1
    full.file.error = None
    assert full.document.retry()
    assert full.text() == "after"


def test_a_wall_that_becomes_read_only_meanwhile_keeps_what_is_typed(full: Desk) -> None:
    full.file.error = WallFileReadOnly(full.path)
    assert not full.type("after")
    assert len(full.document.pending) == 1
    assert len(full.kept.patches) == 1


def test_without_a_place_outside_it_waits_all_the_same(full: Desk) -> None:
    full.document._recovery = None
    full.type("after")
    assert len(full.document.pending) == 1
    full.file.error = None
    assert full.document.retry()
    assert full.text() == "after"


@pytest.mark.parametrize(
    "changes",
    [
        '[{"type": "Moment", "id": "gone", "before": {"text": ""}, "after": {"text": "x"}}]',
        '[{"type": "Moment", "id": "%s", "before": {"rank": true}, "after": {"rank": 2}}]',
    ],
)
def test_an_altered_journal_is_damage_and_no_crash(desk: Desk, changes: str) -> None:
    desk.type("one")
    desk.close()
    with sqlite3.connect(desk.path) as connection:
        entry = changes.replace("%s", NOTE.id)
        connection.execute("UPDATE journal SET changes = ? WHERE kind = 'edit'", (entry,))
    connection.close()
    desk.reopen()
    assert desk.document.undo() == ()
    assert [type(one) for one in desk.failures] == [WallFileDamaged]
    assert desk.text() == "one"


def test_undo_rows_that_undo_nothing_are_passed_over(desk: Desk) -> None:
    desk.type("one")
    desk.close()
    with sqlite3.connect(desk.path) as connection:
        connection.execute("UPDATE journal SET kind = 'undo' WHERE kind = 'edit'")
    connection.close()
    desk.reopen()
    assert desk.steps() == ("", "")
