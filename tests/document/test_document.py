from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from motwall.document.document import Selected
from motwall.model.edits.fields import write
from motwall.model.edits.moments import add_moments, delete_moments
from motwall.model.journal import EntryKind
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment
from motwall.model.store import PatchMismatch
from motwall.model.targets import GapTarget
from tests.document.conftest import NOTE, Desk
from tests.factories import an_id, moment, new_ids


def test_a_push_is_on_disk_in_memory_and_announced(desk: Desk) -> None:
    assert desk.type("Door")
    assert desk.text() == "Door"
    (patch,) = desk.changes
    assert [one.after for one in patch] == [replace(NOTE, text="Door")]


def test_the_journal_row_says_what_happened(desk: Desk) -> None:
    desk.clock.advance(minutes=5)
    desk.document.session_id = an_id(50)
    patch = write(desk.document.store, Moment, [NOTE.id], "text", "Door")
    desk.document.push(patch, "key", Selected((NOTE.id,), (NOTE.id, an_id(3))))
    created, entry = desk.file.headers()
    assert created.kind is EntryKind.CREATE
    assert (entry.kind, entry.at, entry.session_id) == (
        EntryKind.EDIT, desk.clock.now(), an_id(50),
    )  # fmt: skip
    assert str(entry.label) == "typing on a note"
    assert entry.selection_before == (NOTE.id,)
    assert entry.selection_after == (NOTE.id, an_id(3))


def test_an_empty_patch_is_a_success_without_a_commit(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.document.history_changed):
        assert desk.type("")
    assert desk.changes == []
    assert len(desk.file.headers()) == 1


def test_a_patch_made_from_something_else_changes_nothing(desk: Desk) -> None:
    with pytest.raises(PatchMismatch):
        desk.document.push(Patch.of([Change(moment("stranger"), None)]))
    assert desk.text() == ""
    assert desk.document.pending == ()


def test_a_cut_text_is_said(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.document.text_cut, timeout=0):
        desk.type("x" * 5000)
    with qtbot.assertNotEmitted(desk.document.text_cut):
        desk.type("short")


def test_an_import_is_a_step_like_any_other(desk: Desk) -> None:
    patch = add_moments(desk.document.store, ["a"], GapTarget(0), new_ids())
    desk.document.push(patch, kind=EntryKind.IMPORT)
    assert desk.file.headers()[-1].kind is EntryKind.IMPORT
    desk.document.undo()
    assert desk.document.store.count(Moment) == 1


# --- undo and redo ---


def test_nothing_to_undo_stops_at_the_creation(desk: Desk) -> None:
    assert desk.document.undo() == ()
    assert desk.document.redo() == ()
    assert desk.steps() == ("", "")
    assert len(desk.file.headers()) == 1


def test_undo_and_redo_bring_back_records_and_selection(desk: Desk) -> None:
    first = desk.document.store
    patch = delete_moments(first, [NOTE.id])
    desk.document.push(patch, selected=Selected((NOTE.id,), ()))
    assert desk.steps() == ("deleting 1 note:1", "")
    assert desk.document.undo() == (NOTE.id,)
    assert desk.text() == ""
    assert desk.steps() == ("", "deleting 1 note:1")
    assert desk.document.redo() == ()
    assert desk.on_disk() == desk.in_memory()
    assert desk.document.store.count(Moment) == 0
    assert [one.kind for one in desk.file.headers()] == [
        EntryKind.CREATE, EntryKind.EDIT, EntryKind.UNDO, EntryKind.REDO,
    ]  # fmt: skip


def test_undo_and_redo_survive_closing(desk: Desk) -> None:
    for text in ("one", "two", "three"):
        desk.type(text)
    desk.document.undo()
    desk.reopen()
    assert desk.text() == "two"
    desk.document.undo()
    assert desk.text() == "one"
    desk.reopen()
    desk.document.redo()
    desk.document.redo()
    assert desk.text() == "three"
    desk.reopen()
    for _ in range(3):
        desk.document.undo()
    assert desk.text() == ""
    assert desk.steps()[0] == ""


def test_a_new_edit_ends_what_could_be_redone(desk: Desk) -> None:
    desk.type("one")
    desk.document.undo()
    desk.type("other")
    assert desk.steps() == ("typing on a note:1", "")
    assert desk.document.redo() == ()
    assert desk.text() == "other"


def test_undo_and_redo_say_that_the_history_changed(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.document.history_changed, timeout=0):
        desk.type("one")
    with qtbot.waitSignal(desk.document.history_changed, timeout=0):
        desk.document.undo()
    with qtbot.waitSignal(desk.document.history_changed, timeout=0):
        desk.document.redo()


# --- merge keys ---


def test_typing_is_one_step(desk: Desk) -> None:
    for text in ("D", "Do", "Door"):
        desk.type(text, "visit 1")
    assert desk.steps() == ("typing on a note:3", "")
    desk.document.undo()
    assert desk.text() == ""
    desk.document.redo()
    assert desk.text() == "Door"


@pytest.mark.parametrize("key", ["", "visit 2"])
def test_another_key_or_none_is_another_step(desk: Desk, key: str) -> None:
    desk.type("one", "visit 1")
    desk.type("two", key)
    desk.type("three", "visit 1")
    assert desk.steps() == ("typing on a note:1", "")
    desk.document.undo()
    assert desk.text() == "two"


def test_nothing_merges_across_undo_and_redo(desk: Desk) -> None:
    desk.type("one", "key")
    desk.type("two", "other")
    desk.document.undo()
    desk.type("three", "key")
    desk.document.undo()
    assert desk.text() == "one"
    desk.document.redo()
    desk.type("four", "key")
    desk.document.undo()
    assert desk.text() == "three"


def test_a_closed_step_takes_nothing_more_after_a_replay_either(desk: Desk) -> None:
    desk.type("one", "key")
    desk.document.history.close_step()
    desk.type("two", "key")
    desk.type("three", "key")
    assert desk.steps() == ("typing on a note:2", "")
    desk.document.undo()
    assert desk.text() == "one"
    desk.reopen()
    desk.document.redo()
    assert desk.text() == "three"
    desk.document.undo()
    desk.document.undo()
    assert desk.text() == ""


def test_what_is_typed_tomorrow_is_another_step(desk: Desk) -> None:
    desk.type("one", "key")
    desk.reopen()
    desk.type("two", "key")
    assert desk.steps() == ("typing on a note:1", "")
    desk.document.undo()
    assert desk.text() == "one"


def test_typed_and_deleted_again_is_no_step_to_undo(desk: Desk) -> None:
    desk.type("before")
    for text in ("before!", "before!!", "before!", "before"):
        desk.type(text, "visit")
    assert desk.steps() == ("typing on a note:1", "typing on a note:3")
    desk.document.undo()
    assert desk.text() == ""
    desk.document.redo()
    desk.document.redo()
    assert desk.text() == "before!"
    desk.document.undo()
    assert desk.text() == "before"


def test_typing_goes_on_after_everything_was_deleted(desk: Desk) -> None:
    for text in ("a", "", "b", "bc"):
        desk.type(text, "visit")
    assert desk.steps() == ("typing on a note:2", "")
    desk.reopen()
    desk.document.undo()
    assert desk.text() == ""
    assert desk.steps() == ("", "typing on a note:2")


def test_the_same_text_back_after_the_visit_is_a_step(desk: Desk) -> None:
    desk.type("a", "visit 1")
    desk.type("", "visit 2")
    assert desk.steps() == ("typing on a note:1", "")
    desk.document.undo()
    assert desk.text() == "a"


# --- reading only ---


def test_a_wall_open_for_reading_takes_nothing(desk: Desk) -> None:
    desk.type("one")
    desk.reopen(is_read_only=True)
    assert desk.document.is_read_only
    assert not desk.type("two")
    assert [type(one).__name__ for one in desk.failures] == ["WallFileReadOnly"]
    assert desk.document.pending == ()
    assert desk.kept.patches == []
    assert desk.document.undo() == ()
    assert len(desk.failures) == 2
    assert desk.text() == "one"


def test_a_push_from_within_changed_keeps_its_own_merging(desk: Desk) -> None:
    def answer(patch: Patch) -> None:
        if patch.touches(Moment, "text"):
            patch = write(desk.document.store, Moment, [NOTE.id], "issue", "b")
            desk.document.push(patch, "answer")

    desk.document.changed.connect(answer)
    desk.type("a", "visit")
    assert desk.steps() == ("typing:1", "")
    patch = write(desk.document.store, Moment, [NOTE.id], "issue", "")
    desk.document.push(patch, "answer")
    assert desk.steps()[0] == "typing on a note:1"
