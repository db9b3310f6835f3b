"""The sheet of shortcuts lists every command, is searched, and runs what is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.records import Stage
from motwall.ui.key_words import key_group, key_lines
from motwall.ui.wall_page import WallPage
from tests.app.on_page import run, select, timeline


def test_no_two_commands_share_a_key_where_both_could_hear_it(shell: Shell, page: WallPage) -> None:
    # A key of the wall alone would win over the same key of the page: that counts, too.
    commands = [*page.commands.all(), *shell.window._own.all()]
    actions = [
        (page.commands if one in page.commands.all() else shell.window._own).action(one.name)
        for one in commands
    ]
    keys = [key.toString() for one in actions for key in one.shortcuts()]
    assert len(keys) == len(set(keys))
    names = [one.name for one in commands]
    assert len(names) == len(set(names))


def test_the_sheet_lists_every_command_with_its_keys(shell: Shell, page: WallPage) -> None:
    sheet = page.keyboard.shortcuts
    run(page, "shortcuts")
    assert sheet.isVisible()
    assert sheet.field.hasFocus() or shell.window.focusWidget() is sheet.field
    listed = {(one.text, one.keys) for one in sheet.entries()}
    for commands in (page.commands, shell.window._own):
        for one in commands.all():
            action = commands.action(one.name)
            first = action.shortcuts()[0].toString(QKeySequence.SequenceFormat.NativeText)
            keys = [keys for text, keys in listed if text == one.text]
            assert keys, f"{one.name} is missing"
            assert any(first.replace("Return", "Enter") in each for each in keys), one.name
    extra = [one for one in sheet.entries() if one.group == key_group()]
    assert [(one.text, one.keys) for one in extra] == key_lines()
    groups = [one.group for one in sheet.entries()]
    assert len(dict.fromkeys(groups)) == len(
        [one for place, one in enumerate(groups) if place == 0 or groups[place - 1] != one]
    ), "each heading comes once"


def test_the_sheet_is_searched_and_runs_what_is_chosen(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings")
    run(page, "shortcuts")
    sheet = page.keyboard.shortcuts
    qtbot.keyClicks(sheet.field, "dupl")
    assert [one.text for one in sheet.entries()] == ["Duplicate"]
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.isHidden()
    assert timeline(page)[0] == ["Rings", "Rings"]
    assert page.focusWidget() is page.view
    run(page, "shortcuts")
    assert sheet.field.text() == ""
    qtbot.keyClicks(sheet.field, "nobody calls it so")
    assert sheet.entries() == []
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.isVisible()


def test_the_sheet_is_walked_by_key_and_closed_by_escape(qtbot: QtBot, page: WallPage) -> None:
    run(page, "shortcuts")
    sheet = page.keyboard.shortcuts
    qtbot.keyClicks(sheet.field, "stage")
    first = sheet.list.currentItem()
    qtbot.keyClick(sheet.field, Qt.Key.Key_Down)
    second = sheet.list.currentItem()
    assert first is not second
    qtbot.keyClick(sheet.field, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert page.focusWidget() is page.view
    assert page.document.store.count(Stage) == 0


def test_a_double_click_runs_and_a_line_about_keys_does_nothing(page: WallPage) -> None:
    run(page, "shortcuts")
    sheet = page.keyboard.shortcuts
    sheet.field.setText("any letter")
    (entry,) = sheet.entries()
    assert entry.action is None
    sheet.list.itemDoubleClicked.emit(sheet.list.currentItem(), 0)
    assert sheet.isVisible()
    sheet.field.setText("select all")
    sheet.list.itemDoubleClicked.emit(sheet.list.currentItem(), 0)
    assert sheet.isHidden()
    assert len(page.selection.ids) == 3


def test_a_command_out_of_reach_is_not_run_from_the_sheet(page: WallPage) -> None:
    page.commands.set_read_only()
    run(page, "shortcuts")
    sheet = page.keyboard.shortcuts
    sheet.field.setText("duplicate")
    sheet._run()
    assert sheet.isVisible()
