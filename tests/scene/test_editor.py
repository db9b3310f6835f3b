"""Writing on the wall itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from motwall.document.writer import Writer
from motwall.model.clean_text import FIELD_LIMIT
from motwall.model.edits.moments import delete_moments
from motwall.model.errors import DiskFull
from motwall.model.records import Stage, Step
from motwall.scene.editor import InlineEditor
from motwall.ui.in_place import InPlaceEditing
from tests.driving import click, mouse
from tests.scene.conftest import Stand


def open_editor(stand: Stand, text: str, typed: str = "") -> InlineEditor:
    InPlaceEditing(stand.view).edit_note(stand.moment(text).id, typed)
    editor = stand.view.editor()
    assert editor is not None
    return editor


def keys(qtbot: QtBot, stand: Stand, text: str) -> None:
    qtbot.keyClicks(stand.view.viewport(), text)


def test_typing_is_kept_without_being_saved(qtbot: QtBot, stand: Stand) -> None:
    editor = open_editor(stand, "door")
    keys(qtbot, stand, " opens")
    assert stand.moment("door").text == "door"
    with qtbot.waitSignal(stand.document.changed, timeout=2000):
        pass
    assert stand.moment("door opens").id == editor.place.record_id
    qtbot.keyClick(stand.view.viewport(), Qt.Key.Key_Return)
    assert stand.view.editor() is None
    stand.check()


def test_enter_is_done_shift_enter_a_new_line(qtbot: QtBot, stand: Stand) -> None:
    open_editor(stand, "door")
    qtbot.keyClick(stand.view.viewport(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    keys(qtbot, stand, "bell")
    qtbot.keyClick(stand.view.viewport(), Qt.Key.Key_Return)
    assert stand.moment("door\nbell")


def test_escape_keeps_what_was_typed(qtbot: QtBot, stand: Stand) -> None:
    open_editor(stand, "door", "!")
    qtbot.keyClick(stand.view.viewport(), Qt.Key.Key_Escape)
    assert stand.moment("door!")
    assert stand.view.editor() is None


def test_a_visit_is_one_step_of_undo(qtbot: QtBot, stand: Stand) -> None:
    editor = open_editor(stand, "door")
    keys(qtbot, stand, "a")
    editor.flush()
    keys(qtbot, stand, "b")
    editor.finish()
    assert stand.moment("doorab")
    stand.document.undo()
    assert stand.moment("door")
    stand.check()


def test_a_click_elsewhere_ends_the_visit(qtbot: QtBot, stand: Stand) -> None:
    open_editor(stand, "door", "s")
    click(stand.view.viewport(), stand.at("till"))
    assert stand.view.editor() is None
    assert stand.moment("doors")


def test_a_click_on_the_paper_below_the_words_stays_with_them(stand: Stand) -> None:
    editor = open_editor(stand, "door", "s")
    click(stand.view.viewport(), stand.at("door"))
    assert stand.view.editor() is editor
    assert editor.hasFocus()


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_any_press_beside_it_ends_the_visit(stand: Stand, button: Qt.MouseButton) -> None:
    editor = open_editor(stand, "door", "s")
    viewport, press = stand.view.viewport(), QEvent.Type.MouseButtonPress
    mouse(viewport, press, stand.at("door"), button=button, held=button)
    assert stand.view.editor() is editor, "that was inside"
    mouse(viewport, press, stand.at("till"), button=button, held=button)
    assert stand.view.editor() is None
    assert stand.moment("doors")
    mouse(viewport, QEvent.Type.MouseButtonRelease, stand.at("till"), button=button)


def test_pasting_takes_plain_text_and_cuts_at_the_limit(qtbot: QtBot, stand: Stand) -> None:
    open_editor(stand, "door")
    mime = QMimeData()
    mime.setHtml("<b>bold</b>")
    mime.setText("<b>plain\u202e\ttext" + "x" * 100_000)
    QGuiApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(stand.document.text_cut):
        qtbot.keyClick(stand.view.viewport(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(stand.view.viewport(), Qt.Key.Key_Escape)
    found = next(one for one in stand.store.all(type(stand.moment("till"))) if "plain" in one.text)
    assert found.text.startswith("door<b>plain textxxx")
    assert len(found.text) == FIELD_LIMIT


def test_the_editor_closes_when_its_note_goes(stand: Stand) -> None:
    open_editor(stand, "door", "x")
    stand.document.push(delete_moments(stand.store, [stand.moment("door").id]))
    assert stand.view.editor() is None
    stand.check()


def test_a_failed_commit_keeps_the_editor_and_its_text(stand: Stand, tmp_path: Path) -> None:
    editor = open_editor(stand, "door", " of oak")
    file = stand.document._writer

    class Full:
        path = tmp_path
        is_read_only = False
        headers = file.headers
        changes_of = file.changes_of

        def writing(self, *_arguments: object) -> Iterator[float]:
            yield 0.0
            raise DiskFull(tmp_path)

    full: Writer = Full()
    stand.document._writer = full
    editor.finish()
    assert stand.view.editor() is editor
    assert editor.toPlainText() == "door of oak"
    assert stand.moment("door")
    stand.document._writer = file
    editor.finish()
    assert stand.moment("door of oak")
    assert stand.document.pending == ()
    stand.check()


def test_titles_of_steps_and_stages_are_edited_in_place(qtbot: QtBot, stand: Stand) -> None:
    in_place = InPlaceEditing(stand.view)
    first = stand.scene.layout_.lines[0].columns[0]
    in_place.edit_step(first.step_id)
    keys(qtbot, stand, "Outside")
    qtbot.keyClick(stand.view.viewport(), Qt.Key.Key_Return)
    assert stand.store.get(Step, first.step_id).title == "Outside"
    buy = next(one for one in stand.store.all(Stage) if one.title == "Buy")
    in_place.edit_stage(buy.id)
    keys(qtbot, stand, "Buy it")
    qtbot.keyClick(stand.view.viewport(), Qt.Key.Key_Return)
    assert stand.store.get(Stage, buy.id).title == "Buy it"
    assert stand.on_view(QPointF(0, 0)) is not None
    stand.check()
