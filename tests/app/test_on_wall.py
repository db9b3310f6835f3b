"""What is tapped on the wall, through the program's own window."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.order import stack, steps_in_order
from motwall.model.records import Moment
from motwall.scene.tap_button import TapButton
from motwall.scene.tap_sizes import DESK_SIZES, room_sizes
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, open_copy
from tests.driving import click, double_click


@pytest.fixture
def page(shell: Shell) -> WallPage:
    """A wall of three steps in Room: Rings, Comes in, Pays."""
    page = open_copy(shell, of_list("Rings", "Comes in", "Pays"))
    page.on_wall.set_sizes(room_sizes(2.02))
    return page


def timeline(page: WallPage) -> list[list[str]]:
    store = page.document.store
    return [[one.text for one in stack(store, each.id)] for each in steps_in_order(store)]


def id_of(page: WallPage, text: str) -> str:
    return next(one.id for one in page.document.store.all(Moment) if one.text == text)


def at(page: WallPage, text: str) -> QPointF:
    item = page.scene.note(id_of(page, text))
    assert item is not None
    return page.view.viewportTransform().map(item.pos() + QPointF(50, 38))


def tap(page: WallPage, button: TapButton) -> None:
    shown = button.deviceTransform(page.view.viewportTransform())
    click(page.view.viewport(), shown.mapRect(button.rect).center())


def right_click(page: WallPage, text: str) -> None:
    point = at(page, text).toPoint()
    where = page.view.viewport().mapToGlobal(point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where)
    QApplication.sendEvent(page.view.viewport(), event)


def test_in_room_a_right_click_opens_a_bar_and_no_menu(page: WallPage) -> None:
    right_click(page, "Rings")
    bar = page.on_wall.bars.bar_of(id_of(page, "Rings"))
    assert bar is not None
    assert QApplication.activePopupWidget() is None
    tap(page, bar.button("Delete"))
    assert timeline(page) == [["Comes in"], ["Pays"]]
    assert page.toast.text == "1 note deleted"
    page.toast._button.click()
    assert timeline(page) == [["Rings"], ["Comes in"], ["Pays"]]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_on_desk_a_right_click_opens_the_menu(page: WallPage) -> None:
    page.on_wall.set_sizes(DESK_SIZES)
    right_click(page, "Rings")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert page.on_wall.bars.open_bars() == []
    menu.close()


def test_in_room_a_double_click_opens_a_pad(page: WallPage) -> None:
    double_click(page.view.viewport(), at(page, "Pays"))
    pad = page.on_wall.pads.pad_of(id_of(page, "Pays"))
    assert pad is not None
    assert page.view.editor() is None
    for one in ("space", *"up"):
        tap(page, pad.key(one))
    assert timeline(page)[-1] == ["Pays"]
    assert page.flush(), "as closing the window does"
    assert timeline(page)[-1] == ["Pays up"]


def test_undo_takes_back_what_is_being_typed_on_a_pad(page: WallPage) -> None:
    pad = page.on_wall.pads.open_at(id_of(page, "Pays"))
    assert pad is not None
    tap(page, pad.key("x"))
    page.undo()
    assert timeline(page)[-1] == ["Pays"]
    assert pad.text == "Pays"


def test_on_desk_edit_writes_in_place(qtbot: QtBot, page: WallPage) -> None:
    page.on_wall.set_sizes(DESK_SIZES)
    bar = page.on_wall.bars.open_at(id_of(page, "Pays"))
    assert bar is not None
    tap(page, bar.button("Edit"))
    assert page.view.editor() is not None
    qtbot.keyClicks(page.view.viewport(), "!")
    qtbot.keyClick(page.view.viewport(), Qt.Key.Key_Return)
    assert timeline(page)[-1] == ["Pays!"]


def test_a_keyboard_takes_over_from_a_pad(qtbot: QtBot, page: WallPage) -> None:
    page.selection.set([id_of(page, "Pays")])
    pad = page.on_wall.pads.open_at(id_of(page, "Pays"))
    assert pad is not None
    tap(page, pad.key("x"))
    page.commands.action("edit").trigger()
    assert page.on_wall.pads.open_pads() == []
    editor = page.view.editor()
    assert editor is not None
    assert editor.toPlainText() == "Paysx"
    qtbot.keyClick(page.view.viewport(), Qt.Key.Key_Escape)


def test_a_click_on_the_empty_wall_closes_bars(page: WallPage) -> None:
    page.on_wall.set_sizes(DESK_SIZES)
    page.on_wall.bars.open_at(id_of(page, "Rings"))
    port = page.view.viewport().rect()
    click(page.view.viewport(), QPointF(port.width() - 30, port.height() - 30))
    assert page.on_wall.bars.open_bars() == []


def test_holding_a_finger_opens_a_bar(page: WallPage) -> None:
    page.view.router.actions_requested.emit(id_of(page, "Rings"), QPointF())
    page.view.router.actions_requested.emit(None, QPointF())
    assert [one.moment_id for one in page.on_wall.bars.open_bars()] == [id_of(page, "Rings")]


def test_a_page_that_closes_takes_its_boards_along(shell: Shell, page: WallPage) -> None:
    page.on_wall.bars.open_at(id_of(page, "Rings"))
    pad = page.on_wall.pads.open_at(id_of(page, "Pays"))
    assert pad is not None
    tap(page, pad.key("x"))
    shell.close_wall()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert pad.text == "Paysx"
