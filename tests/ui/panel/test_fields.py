from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from motwall.model.edits.fields import write
from motwall.model.edits.moments import delete_moments
from motwall.model.records import Moment
from motwall.storage.reading import read_records
from motwall.ui.fields import FieldRef, TextField
from motwall.ui.panel.parts import Part
from tests.ui.panel.conftest import Stand


def description(stand: Stand, text: str = "rings") -> TextField:
    stand.select(text)
    return stand.page.texts[Part.DESCRIPTION]


def in_file(path: Path, moment_id: str) -> Moment:
    found = next(one for one in read_records(path) if one.id == moment_id)
    assert isinstance(found, Moment)
    return found


def test_what_is_typed_is_in_store_and_file_after_flush(stand: Stand) -> None:
    stand.type(description(stand), "They ring twice.\nThen again.")
    assert stand.moment("rings").description == ""
    assert stand.panel.flush()
    assert stand.moment("rings").description == "They ring twice.\nThen again."
    moment_id = stand.moment("rings").id
    assert in_file(stand.path, moment_id).description == "They ring twice.\nThen again."


def test_the_keyboard_leaving_commits(stand: Stand) -> None:
    stand.type(description(stand), "Kept")
    stand.leave()
    assert stand.moment("rings").description == "Kept"


def test_a_pause_commits(stand: Stand, qtbot: QtBot) -> None:
    stand.type(description(stand), "Kept")
    qtbot.waitUntil(lambda: stand.moment("rings").description == "Kept")


def test_typing_without_a_pause_is_committed_every_second(stand: Stand, qtbot: QtBot) -> None:
    field = description(stand)
    pauses = field.binding._pauses
    pause, wait = pauses.pause, pauses.longest
    assert (pause.interval(), wait.interval()) == (500, 1000)
    for timer in (pause, wait):
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(60_000)
    stand.type(field, "a")
    qtbot.waitUntil(lambda: wait.remainingTime() < 59_900)
    stand.type(field, "b")
    assert pause.remainingTime() > 59_900  # further keys put off the one
    assert wait.remainingTime() < 59_950  # and not the other
    wait.timeout.emit()
    assert stand.moment("rings").description == "ab"
    assert not wait.isActive()


def test_leaving_the_program_commits(stand: Stand, qapp: QApplication) -> None:
    stand.type(description(stand), "Kept")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert stand.moment("rings").description == "Kept"


def test_turning_to_another_moment_commits_for_the_one_before(stand: Stand) -> None:
    stand.type(description(stand), "Kept")
    stand.select("sign")
    assert stand.moment("rings").description == "Kept"
    assert stand.moment("sign").description == ""
    assert stand.page.texts[Part.DESCRIPTION].text() == ""


def test_a_visit_is_one_step_of_undo_and_the_next_visit_another(stand: Stand) -> None:
    field = description(stand)
    stand.type(field, "one")
    field.flush()
    stand.type(field, " two")
    stand.leave()
    stand.type(field, " three")
    field.moveCursor(QTextCursor.MoveOperation.End)
    stand.panel.flush()
    stand.document.undo()
    assert stand.moment("rings").description == field.text() == "one two"
    assert stand.document.undo() == (stand.moment("rings").id,)
    assert stand.moment("rings").description == field.text() == ""
    stand.document.redo()
    assert field.text() == "one two"


def test_undo_in_an_editor_is_the_undo_of_the_wall(stand: Stand) -> None:
    field = description(stand)
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), stand.window)
    shortcut.activated.connect(stand.document.undo)
    stand.type(field, "typed just now")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == stand.moment("rings").description == ""
    stand.document.redo()
    assert field.text() == "typed just now"
    assert not field.isUndoRedoEnabled()


def test_a_change_from_elsewhere_is_shown_and_the_caret_stays(stand: Stand) -> None:
    field = description(stand)
    stand.type(field, "four words stand here")
    stand.panel.flush()
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Left)
    place = field.textCursor().position()
    moment_id = stand.moment("rings").id
    patch = write(stand.store, Moment, [moment_id], "description", "four words were there")
    assert stand.document.push(patch)
    assert field.text() == "four words were there"
    assert field.textCursor().position() == place
    patch = write(stand.store, Moment, [moment_id], "description", "short")
    assert stand.document.push(patch)
    assert field.textCursor().position() == len("short")


def test_what_is_typed_is_not_overwritten_from_elsewhere(stand: Stand) -> None:
    field = description(stand)
    stand.type(field, "mine")
    moment_id = stand.moment("rings").id
    stand.document.push(write(stand.store, Moment, [moment_id], "description", "theirs"))
    assert field.text() == "mine"
    stand.leave()
    assert stand.moment("rings").description == "mine"


def test_a_failed_write_keeps_the_text_and_the_next_key_tries_again(
    stand: Stand, qtbot: QtBot
) -> None:
    field = description(stand)
    away = stand.path.with_suffix(".away")
    stand.path.rename(away)
    stand.type(field, "still her")
    with qtbot.waitSignal(stand.document.write_failed):
        assert not stand.panel.flush()
    assert field.text() == "still her"
    assert field.binding.is_uncommitted
    away.rename(stand.path)
    stand.type(field, "e")
    qtbot.waitUntil(lambda: stand.moment("rings").description == "still here")
    assert not stand.document.pending


def test_text_that_waits_to_be_written_is_there_when_one_comes_back(stand: Stand) -> None:
    field = description(stand)
    away = stand.path.with_suffix(".away")
    stand.path.rename(away)
    stand.type(field, "waits")
    stand.select("sign")
    assert field.text() == ""
    stand.select("rings")
    assert field.text() == "waits"
    away.rename(stand.path)
    assert stand.document.retry()
    assert not field.binding.is_uncommitted
    assert stand.moment("rings").description == "waits"


def test_paste_takes_plain_text_and_is_committed_at_once(stand: Stand) -> None:
    field = description(stand)
    data = QMimeData()
    data.setHtml("<h1>Big</h1>")
    data.setText("<b>not bold</b>\tand more")
    field.insertFromMimeData(data)
    assert field.text() == "<b>not bold</b> and more"
    assert stand.moment("rings").description == "<b>not bold</b> and more"


def test_a_cut_is_said_and_seen(stand: Stand, qtbot: QtBot) -> None:
    field = description(stand)
    data = QMimeData()
    data.setText("x" * 100_000)
    with qtbot.waitSignal(stand.document.text_cut):
        field.insertFromMimeData(data)
    assert len(field.text()) == len(stand.moment("rings").description) == 4000


def test_a_line_takes_no_line_end(stand: Stand) -> None:
    stand.select("rings")
    stand.page.sections[Part.MORE].header.click()
    field = stand.page.more.who_delivers
    stand.type(field, "Ann\nand Bob")
    stand.leave()
    assert stand.moment("rings").who_delivers == "Annand Bob"
    data = QMimeData()
    data.setText("\nand Cleo")
    field.moveCursor(QTextCursor.MoveOperation.End)
    field.insertFromMimeData(data)
    assert field.text() == stand.moment("rings").who_delivers == "Annand Bob and Cleo"


# The offscreen platform says so of every popup.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_an_editor_has_no_undo_of_its_own(stand: Stand, qtbot: QtBot) -> None:
    field = description(stand)
    stand.type(field, "text")
    place = field.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, field.mapToGlobal(place))
    QApplication.sendEvent(field.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [one.text().replace("&", "") for one in menu.actions()]
    assert any(one.startswith("Copy") for one in words)
    assert not any(one.startswith(("Undo", "Redo")) for one in words)
    assert stand.moment("rings").description == ""  # the menu is no reason to commit
    menu.close()


def test_several_moments_show_a_text_only_if_they_share_it(stand: Stand) -> None:
    ids = [stand.moment(one).id for one in ("rings", "waits")]
    field = TextField(stand.document, FieldRef(Moment, "issue"), "Issue", "say it")
    field.show_records(ids)
    assert field.text() == ""
    assert "Different" in field.placeholderText()
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.flush()
    assert stand.moment("waits").issue == "nobody sees the line"
    QTest.keyClicks(field, "both")
    assert field.flush()
    assert {stand.moment(one).issue for one in ("rings", "waits")} == {"both"}
    stand.document.undo()
    assert stand.moment("waits").issue == "nobody sees the line"


def test_an_editor_grows_with_its_text(stand: Stand, qtbot: QtBot) -> None:
    field = description(stand)
    line = field.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: line < field.viewport().height() < 2 * line)
    stand.type(field, "one\ntwo\nthree")
    qtbot.waitUntil(lambda: field.viewport().height() > 3 * line)
    qtbot.waitUntil(lambda: field.verticalScrollBar().maximum() == 0)
    field.show_text("")
    qtbot.waitUntil(lambda: field.viewport().height() < 2 * line)


def test_an_editor_that_is_gone_follows_no_more(stand: Stand, qtbot: QtBot) -> None:
    moment_id = stand.moment("rings").id
    field = TextField(stand.document, FieldRef(Moment, "issue"), "Issue")
    field.show_records([moment_id])
    with qtbot.waitSignal(field.destroyed):
        field.deleteLater()
    assert stand.document.push(write(stand.store, Moment, [moment_id], "issue", "after"))


def test_a_deleted_moment_takes_its_text_along(stand: Stand) -> None:
    field = description(stand)
    stand.type(field, "typed")
    stand.document.push(delete_moments(stand.store, [stand.moment("rings").id]))
    assert stand.panel.flush()
    stand.document.undo()
    assert stand.moment("rings").description == ""


def test_nothing_can_be_typed_into_a_wall_open_for_reading(read_only_stand: Stand) -> None:
    field = description(read_only_stand)
    read_only_stand.type(field, "no")
    assert field.isReadOnly()
    assert field.text() == ""
    assert not read_only_stand.page.rating.button("neutral").isEnabled()
    assert read_only_stand.page.ideas.line.isHidden()
    assert read_only_stand.panel.flush()
