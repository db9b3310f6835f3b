"""Walking from note to note, selecting on the way, carrying notes with the arrow keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from motwall.model.edits.moments import delete_moments
from motwall.ui.wall_page import WallPage
from tests.app.on_page import moment, run, select, selected, timeline
from tests.driving import click, point

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


def test_shift_takes_notes_into_the_selection_and_back_out(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings")
    qtbot.keyClick(page.view, Qt.Key.Key_Right, _SHIFT)
    qtbot.keyClick(page.view, Qt.Key.Key_Right, _SHIFT)
    assert selected(page) == ["Rings", "Comes in", "Pays"]
    qtbot.keyClick(page.view, Qt.Key.Key_Right, _SHIFT)
    qtbot.keyClick(page.view, Qt.Key.Key_Left, _SHIFT)
    assert selected(page) == ["Rings", "Comes in"]
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    assert selected(page) == ["Rings"]


def test_control_looks_on_without_selecting_and_space_selects(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings")
    ring = page.keyboard.wall_keys.ring
    assert not ring.isVisible()
    qtbot.keyClick(page.view, Qt.Key.Key_End, _CTRL)
    assert selected(page) == ["Rings"]
    assert ring.isVisible()
    item = page.scene.note(moment(page, "Pays").id)
    assert item is not None
    assert ring.pos() == item.home
    page.view.grab()
    qtbot.keyClick(page.view, Qt.Key.Key_Space, _CTRL)
    assert selected(page) == ["Rings", "Pays"]
    qtbot.keyClick(page.view, Qt.Key.Key_Space, _CTRL)
    assert selected(page) == ["Rings"]
    qtbot.keyClick(page.view, Qt.Key.Key_Left, _SHIFT)
    assert selected(page) == ["Rings", "Pays", "Comes in"]
    assert not ring.isVisible()


def test_end_is_the_end_of_the_timeline_not_the_deepest_stack(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings")
    line = page.bottom_bar.quick_add.line
    line.setText("Waits")
    qtbot.keyClick(line, Qt.Key.Key_Return, _SHIFT)
    assert timeline(page) == [["Rings", "Waits"], ["Comes in"], ["Pays"]]
    qtbot.keyClick(page.view, Qt.Key.Key_End)
    assert selected(page) == ["Pays"]


def test_the_ring_goes_with_its_note_and_with_the_keyboard(qtbot: QtBot, page: WallPage) -> None:
    qtbot.keyClick(page.view, Qt.Key.Key_Home, _CTRL)
    ring = page.keyboard.wall_keys.ring
    assert ring.isVisible()
    page.bottom_bar.quick_add.line.setFocus()
    assert not ring.isVisible()
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Home, _CTRL)
    store = page.document.store
    page.document.push(delete_moments(store, [moment(page, "Rings").id]))
    assert not ring.isVisible()


def test_enter_writes_on_the_note_that_is_looked_at(qtbot: QtBot, page: WallPage) -> None:
    page.selection.clear()
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert page.focusWidget() is page.bottom_bar.quick_add.line
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_End, _CTRL)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert page.view.editor() is not None
    qtbot.keyClicks(page.view, "!")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert timeline(page)[-1] == ["Pays!"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_key_opens_the_menu_at_the_selected_note(
    qapp: QApplication, page: WallPage
) -> None:
    select(page, "Pays")
    reason = QContextMenuEvent.Reason.Keyboard
    middle = page.view.rect().center()
    qapp.sendEvent(page.view, QContextMenuEvent(reason, middle, page.view.mapToGlobal(middle)))
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Carry with the keys" in [one.text() for one in menu.actions()]
    assert selected(page) == ["Pays"]
    at = page.mapFromGlobal(menu.pos())
    assert page.rect_of(page.selection.ids[0]).adjusted(-4, -4, 4, 4).contains(at)
    menu.close()


def test_carrying_says_what_goes_on_and_drops_as_one_step(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings", "Pays")
    hint = page.hint.text()
    qtbot.keyClick(page.view, Qt.Key.Key_G, _ALT)
    assert page.hint.text() == (
        "Carrying 2 notes. Arrows choose the place, Enter drops, Esc puts back."
    )
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(page.view, key)
    assert timeline(page) == [["Rings"], ["Comes in"], ["Pays"]]
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert timeline(page) == [["Comes in", "Rings", "Pays"]]
    assert page.hint.text() == hint
    assert set(selected(page)) == {"Rings", "Pays"}
    run(page, "undo")
    assert timeline(page) == [["Rings"], ["Comes in"], ["Pays"]]


@pytest.mark.parametrize("ending", ["escape", "tab", "command", "click", "letter", "pane", "gone"])
def test_whatever_else_happens_puts_the_notes_back(
    qtbot: QtBot, page: WallPage, ending: str
) -> None:
    (moment_id,) = select(page, "Rings")
    run(page, "carry")
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert page.keyboard.carrying.is_active
    if ending == "escape":
        qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    elif ending == "tab":
        qtbot.keyClick(page.view, Qt.Key.Key_Tab)
    elif ending == "command":
        qtbot.keyClick(page.view, Qt.Key.Key_A, _CTRL)
    elif ending == "click":
        click(page.view.viewport(), point(3, 3))
    elif ending == "letter":
        qtbot.keyClicks(page.view, "x")
    elif ending == "pane":
        run(page, "next_pane")
    else:
        page.document.push(delete_moments(page.document.store, [moment_id]))
    assert not page.keyboard.carrying.is_active
    assert not page.hint.text().startswith("Carrying")
    item = page.scene.note(moment_id)
    assert (item is None) == (ending == "gone")
    assert item is None or (item.pos() == item.home and not item.is_lifted)
    if ending != "gone":
        assert [one[0] for one in timeline(page)][:1] in (["Rings"], ["Ringsx"])


def test_escape_while_carrying_keeps_the_selection(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings")
    run(page, "carry")
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert selected(page) == ["Rings"]
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert selected(page) == []


def test_nothing_selected_or_nothing_to_be_changed_is_nothing_to_carry(page: WallPage) -> None:
    page.selection.clear()
    run(page, "carry")
    assert not page.keyboard.carrying.is_active
    assert not page.keyboard.carrying.cancel()


def test_the_wall_laid_out_anew_takes_carried_notes_along(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings")
    run(page, "carry")
    page.reading.toggle_strip()
    page.resize(700, 700)
    assert page.keyboard.carrying.is_active
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
