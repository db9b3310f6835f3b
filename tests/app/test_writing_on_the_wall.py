"""Writing on the wall itself: by double click, from note to note, and nothing left behind."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.order import steps_in_order
from motwall.model.records import Moment
from motwall.storage.reading import read_records
from motwall.ui.wall_page import WallPage
from tests.app.on_page import loose, moment, on_view, select, timeline, undo_steps
from tests.driving import click, double_click

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(page: WallPage) -> WallPage:
    """A wall of three steps, Rings, Comes in, Pays; nothing is selected."""
    page.selection.clear()
    return page


def write(
    qtbot: QtBot,
    page: WallPage,
    text: str,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = _PLAIN,
) -> None:
    qtbot.keyClicks(page.view, text)
    qtbot.keyClick(page.view, key, modifiers)


def test_a_double_click_on_empty_unsorted_wall_writes_there(qtbot: QtBot, page: WallPage) -> None:
    left, top = page.scene.layout_.unsorted_origin()
    before = undo_steps(page)
    double_click(page.view.viewport(), on_view(page, left + 300, top + 60))
    assert page.view.editor() is not None
    assert page.document.store.count(Moment) == 3, "no note without words"
    write(qtbot, page, "Waits", Qt.Key.Key_Return)
    assert loose(page) == ["Waits"]
    note = moment(page, "Waits")
    assert abs(note.x - 250) < 2
    assert undo_steps(page) == before + 1
    assert page.selection.ids == (note.id,)
    page.undo()
    assert loose(page) == []
    page.redo()
    assert loose(page) == ["Waits"]


def test_a_double_click_between_steps_makes_a_step_and_in_a_column_stacks(
    qtbot: QtBot, page: WallPage
) -> None:
    columns = list(page.scene.layout_.columns.values())
    first, second = columns[0].rect, columns[1].rect
    middle = (first.right + second.x) / 2
    double_click(page.view.viewport(), on_view(page, middle, first.y + 30))
    write(qtbot, page, "Waits", Qt.Key.Key_Return)
    assert timeline(page) == [["Rings"], ["Waits"], ["Comes in"], ["Pays"]]
    select(page, "Waits")
    page.commands.action("duplicate").trigger()
    last = list(page.scene.layout_.columns.values())[-1].rect
    double_click(page.view.viewport(), on_view(page, last.x + 50, last.y + 120))
    write(qtbot, page, "Leaves", Qt.Key.Key_Return)
    assert timeline(page)[-1] == ["Pays", "Leaves"]


@pytest.mark.parametrize("leaving", ["enter", "escape", "click", "close", "spaces", "undo"])
def test_a_note_left_without_words_leaves_nothing_behind(
    qtbot: QtBot, shell: Shell, page: WallPage, documents: Path, leaving: str
) -> None:
    before = {one.id: one for one in page.document.store.everything()}
    steps, overlays = undo_steps(page), len(page.scene.overlays)
    left, top = page.scene.layout_.unsorted_origin()
    double_click(page.view.viewport(), on_view(page, left + 300, top + 60))
    if leaving == "enter":
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    elif leaving == "escape":
        qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    elif leaving == "click":
        click(page.view.viewport(), on_view(page, left + 200, top + 100))
    elif leaving == "spaces":
        write(qtbot, page, "   ", Qt.Key.Key_Return)
    elif leaving == "undo":
        write(qtbot, page, "Waits", Qt.Key.Key_Z, _CTRL)
    else:
        shell.close_wall()
        on_disk = {one.id: one for one in read_records(documents / "Rings.motwall")}
        assert on_disk == before
        return
    assert page.view.editor() is None
    assert {one.id: one for one in page.document.store.everything()} == before
    assert len(page.scene.overlays) == overlays
    assert undo_steps(page) == steps


def test_words_erased_take_the_new_note_along(qtbot: QtBot, page: WallPage) -> None:
    left, top = page.scene.layout_.unsorted_origin()
    steps = undo_steps(page)
    double_click(page.view.viewport(), on_view(page, left + 300, top + 60))
    qtbot.keyClicks(page.view, "No")
    page.flush()
    assert loose(page) == ["No"]
    for _ in range(2):
        qtbot.keyClick(page.view, Qt.Key.Key_Backspace)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert loose(page) == []
    assert undo_steps(page) == steps


def test_the_writing_goes_on_where_the_note_lies_once_it_is_there(
    qtbot: QtBot, page: WallPage
) -> None:
    select(page, "Rings")
    page.commands.action("note_after").trigger()
    editor = page.view.editor()
    assert editor is not None
    qtbot.keyClicks(page.view, "Waits")
    assert page.flush()
    item = page.scene.note(moment(page, "Waits").id)
    assert item is not None
    assert editor.pos() == item.home
    write(qtbot, page, " long", Qt.Key.Key_Return)
    assert timeline(page)[:2] == [["Rings"], ["Waits long"]]


def test_tab_and_control_enter_lead_from_note_to_note(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    write(qtbot, page, "!", Qt.Key.Key_Tab)
    editor = page.view.editor()
    assert editor is not None
    assert editor.place.record_id == moment(page, "Comes in").id
    assert page.selection.ids == (editor.place.record_id,)
    write(qtbot, page, "?", Qt.Key.Key_Backtab, _SHIFT)
    write(qtbot, page, "!", Qt.Key.Key_Return, _CTRL)
    qtbot.keyClick(page.view, Qt.Key.Key_Return, _CTRL)
    write(qtbot, page, ".", Qt.Key.Key_Return, _CTRL)
    assert page.view.editor() is not None, "after the last note comes a new one"
    write(qtbot, page, "Leaves", Qt.Key.Key_Return, _CTRL)
    write(qtbot, page, "Comes back", Qt.Key.Key_Return)
    assert timeline(page) == [["Rings!!"], ["Comes in?"], ["Pays."], ["Leaves"], ["Comes back"]]


def test_tab_on_the_last_note_and_on_titles_only_ends_the_writing(
    qtbot: QtBot, page: WallPage
) -> None:
    select(page, "Pays")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    write(qtbot, page, "!", Qt.Key.Key_Tab)
    assert page.view.editor() is None
    assert timeline(page)[-1] == ["Pays!"]
    page.commands.action("name_step").trigger()
    write(qtbot, page, "Till", Qt.Key.Key_Tab)
    assert page.view.editor() is None
    assert steps_in_order(page.document.store)[-1].title == "Till"
    assert page.document.store.count(Moment) == 3


def test_new_note_after_none_is_at_the_end(qtbot: QtBot, page: WallPage) -> None:
    page.selection.clear()
    qtbot.keyClick(page.view, Qt.Key.Key_Return, _CTRL)
    write(qtbot, page, "Leaves", Qt.Key.Key_Return)
    assert timeline(page)[-1] == ["Leaves"]


def test_control_enter_in_the_panel_is_not_the_walls(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings")
    page.commands.action("idea").trigger()
    line = page.panel.moment_tab.ideas.line
    qtbot.keyClicks(line, "A bell")
    qtbot.keyClick(line, Qt.Key.Key_Return, _CTRL)
    assert page.view.editor() is None
    assert page.document.store.count(Moment) == 3
