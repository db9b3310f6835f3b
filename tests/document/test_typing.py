from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from motwall.document.typing import LONGEST_MS, PAUSE_MS, Typing, shows_same
from motwall.model.edits.fields import write
from motwall.model.edits.moments import delete_moments
from motwall.model.errors import DiskFull
from motwall.model.records import Moment, Wall
from tests.document.conftest import NOTE, Desk


@pytest.fixture
def typing(desk: Desk, qapp: QCoreApplication) -> Iterator[Typing]:
    """A visit to the text of the note."""
    assert qapp is not None, "typing pauses"
    one = Typing(desk.document, Moment, NOTE.id, "text", desk.document)
    yield one
    # The file is closed before the pause is over.
    one._pauses.stop()


def test_typing_commits_after_a_pause_and_every_second_at_least(desk: Desk, typing: Typing) -> None:
    assert (PAUSE_MS, LONGEST_MS) == (500, 1000)
    assert (typing._pauses.pause.interval(), typing._pauses.longest.interval()) == (
        PAUSE_MS,
        LONGEST_MS,
    )
    typing.typed("D")
    assert typing.is_waiting
    assert desk.text() == ""
    assert typing._pauses.pause.isActive()
    assert typing._pauses.longest.isActive()
    typing._pauses.pause.timeout.emit()
    assert desk.text() == "D"
    assert not typing.is_waiting
    assert not typing._pauses.pause.isActive()
    assert not typing._pauses.longest.isActive()
    typing.typed("Do")
    typing._pauses.longest.timeout.emit()
    assert desk.text() == "Do"


def test_a_visit_is_one_step_of_undo(desk: Desk, typing: Typing) -> None:
    for text in ("D", "Do", "Door"):
        typing.typed(text)
        assert typing.flush()
    assert typing.finish()
    typing.typed("Doors")
    assert typing.finish()
    assert desk.steps() == ("typing on a note:1", "")
    desk.document.undo()
    desk.document.undo()
    assert desk.text() == ""


def test_a_whole_journey_is_taken_apart_when_the_visit_is_over(desk: Desk) -> None:
    wall = desk.document.store.wall
    typing = Typing(desk.document, Wall, wall.id, "customer", desk.document)
    typing.typed("Regulars, from smell to crumbs")
    assert typing.flush()
    assert typing.stored_text == "Regulars, from smell to crumbs", "more may come"
    assert typing.finish()
    found = desk.document.store.wall
    assert (found.customer, found.starts_with, found.ends_with) == ("Regulars", "smell", "crumbs")
    desk.document.undo()
    assert desk.document.store.wall == wall


def test_nothing_typed_is_nothing_to_commit(desk: Desk, typing: Typing) -> None:
    assert typing.flush()
    typing.typed("a")
    typing.typed("")
    assert not typing.is_waiting
    assert typing.flush()
    assert desk.changes == []


def test_what_failed_is_tried_again_with_the_next_key(desk: Desk, typing: Typing) -> None:
    desk.file.error = DiskFull(desk.path)
    typing.typed("a")
    assert not typing.flush()
    assert typing.is_waiting
    desk.file.error = None
    typing.typed("ab")
    assert typing.flush()
    assert desk.text() == "ab"
    assert desk.document.pending == ()


def test_what_failed_and_was_deleted_again_does_not_come_back(desk: Desk, typing: Typing) -> None:
    desk.file.error = DiskFull(desk.path)
    typing.typed("a")
    typing.flush()
    typing.typed("")
    assert desk.document.pending == ()
    desk.file.error = None
    assert desk.document.retry()
    assert desk.text() == ""


def test_going_to_another_program_commits(desk: Desk, typing: Typing) -> None:
    typing.typed("a")
    typing._pauses._on_application_state(Qt.ApplicationState.ApplicationActive)
    assert desk.text() == ""
    typing._pauses._on_application_state(Qt.ApplicationState.ApplicationInactive)
    assert desk.text() == "a"


def test_others_changes_are_shown_while_nothing_waits(
    desk: Desk, typing: Typing, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(typing.text_changed, timeout=0) as shown:
        desk.type("by somebody else")
    assert shown.args == ["by somebody else"]
    with qtbot.assertNotEmitted(typing.text_changed):
        patch = write(desk.document.store, Moment, [NOTE.id], "issue", "x")
        desk.document.push(patch)
        typing.typed("mine")
        desk.type("again by somebody else")
    assert typing.is_waiting


def test_when_the_note_goes_the_visit_ends(desk: Desk, typing: Typing, qtbot: QtBot) -> None:
    typing.typed("lost on purpose")
    with qtbot.waitSignal(typing.record_gone, timeout=0):
        desk.document.push(delete_moments(desk.document.store, [NOTE.id]))
    assert not typing.is_waiting
    assert typing.stored_text == ""
    assert typing.flush()
    assert desk.on_disk() == desk.in_memory()


def test_a_text_that_only_cleaning_would_change_shows_the_same() -> None:
    assert shows_same(Moment, "text", "a\tb", "a b")
    assert shows_same(Moment, "who_delivers", "a\nb", "a b")
    assert not shows_same(Moment, "text", "a", "b")
