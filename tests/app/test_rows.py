"""Rows and lanes through the real window: commands, menus, keys, names written in place."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.layout import Arrangement
from motwall.model.order import rows_in_order, stack, steps_in_order
from motwall.model.records import Moment, Row
from motwall.model.rows import MAX_ROWS, row_names
from motwall.scene.hits import row_title_rect
from motwall.storage.reading import read_records
from motwall.ui.wall_commands import note_menu
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, open_copy
from tests.driving import double_click


@pytest.fixture
def page(shell: Shell) -> WallPage:
    """A wall of three steps: Rings, Comes in, Pays."""
    return open_copy(shell, of_list("Rings", "Comes in", "Pays"))


def run(page: WallPage, name: str) -> None:
    page.commands.action(name).trigger()


def select(page: WallPage, *texts: str) -> None:
    page.selection.set(
        one.id for text in texts for one in page.document.store.all(Moment) if one.text == text
    )


def cells(page: WallPage) -> dict[str, list[list[str]]]:
    """The texts of each row's cells by what the row is called."""
    store = page.document.store
    steps = steps_in_order(store)
    return {
        row.name: [[one.text for one in stack(store, each.id, row.row_id)] for each in steps]
        for row in row_names(store)
    }


def write_here(qtbot: QtBot, page: WallPage, words: str) -> None:
    """Type into the editor that is open on the wall, and end with Enter."""
    editor = page.view.editor()
    assert editor is not None
    qtbot.keyClick(page.view.viewport(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.view.viewport(), words)
    qtbot.keyClick(page.view.viewport(), Qt.Key.Key_Return)
    assert page.view.editor() is None


def add_named(qtbot: QtBot, page: WallPage, name: str) -> str:
    run(page, "add_row")
    write_here(qtbot, page, name)
    return rows_in_order(page.document.store)[-1].id


def named(menu: QMenu, text: str) -> QAction:
    return next(one for one in menu.actions() if one.text() == text)


def sub_menu(menu: QMenu, text: str) -> QMenu:
    found = named(menu, text).menu()
    assert isinstance(found, QMenu)
    return found


def view_menu(page: WallPage) -> QMenu:
    """The menu behind View, as it is about to be shown."""
    menu = page.top_bar.view_button.menu()
    menu.aboutToShow.emit()
    return menu


def test_a_row_is_added_by_keys_and_named_in_place(qtbot: QtBot, page: WallPage) -> None:
    assert not named(view_menu(page), "Rows").isVisible()
    page.view.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.view, Qt.Key.Key_A, keys)
    write_here(qtbot, page, "Online")
    assert cells(page) == {
        "Everyone": [["Rings"], ["Comes in"], ["Pays"]],
        "Online": [[], [], []],
    }
    assert named(view_menu(page), "Rows").isVisible()


def test_without_steps_there_is_nothing_a_row_could_share(shell: Shell) -> None:
    shell.window.start.list_entered.emit(["Rings"])
    page = shell.window.page
    assert page is not None
    page.actions_.select_all()
    run(page, "to_unsorted")
    run(page, "add_row")
    assert page.document.store.count(Row) == 0
    assert "timeline first" in page.toast.text


def test_there_are_only_so_many_rows(page: WallPage) -> None:
    for _ in range(MAX_ROWS):
        assert page.rows.add() is not None
    assert page.rows.add() is None
    assert page.document.store.count(Row) == MAX_ROWS


def test_a_double_click_on_a_title_names_the_row_also_the_first(
    qtbot: QtBot, shell: Shell, page: WallPage
) -> None:
    add_named(qtbot, page, "Online")

    def title(place: int) -> QPointF:
        rect = row_title_rect(page.scene.layout_.lines[0].tracks[place])
        point = QPointF(rect.x + 20.0, rect.y + rect.height / 2)
        return page.view.mapFromScene(point).toPointF()

    double_click(page.view.viewport(), title(0))
    write_here(qtbot, page, "In the shop")
    double_click(page.view.viewport(), title(1))
    write_here(qtbot, page, "Web")
    assert list(cells(page)) == ["In the shop", "Web"]
    assert page.document.store.wall.row_title == "In the shop"
    assert shell.walls.wall is not None
    kept = [one.title for one in read_records(shell.walls.wall.path) if isinstance(one, Row)]
    assert kept == ["Web"]


def test_notes_move_to_the_row_below_and_above_by_keys(qtbot: QtBot, page: WallPage) -> None:
    add_named(qtbot, page, "Online")
    select(page, "Rings", "Pays")
    page.view.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.view, Qt.Key.Key_Down, keys)
    assert cells(page)["Online"] == [["Rings"], [], ["Pays"]]
    qtbot.keyClick(page.view, Qt.Key.Key_Down, keys)
    assert cells(page)["Online"] == [["Rings"], [], ["Pays"]]
    qtbot.keyClick(page.view, Qt.Key.Key_Up, keys)
    assert cells(page)["Everyone"] == [["Rings"], ["Comes in"], ["Pays"]]
    page.undo()
    assert cells(page)["Online"] == [["Rings"], [], ["Pays"]]


def test_without_a_note_of_the_timeline_the_keys_say_what_is_missing(
    qtbot: QtBot, page: WallPage
) -> None:
    row_id = add_named(qtbot, page, "Online")
    page.selection.clear()
    for act in (
        lambda: run(page, "row_below"),
        lambda: page.rows.move_notes(row_id),
        lambda: page.rows.copy_notes(row_id),
    ):
        page.toast.hide()
        act()
        assert "unsorted ones have no row" in page.toast.text


def test_the_note_menu_copies_to_a_row_and_selects_the_copy(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Comes in")
    assert not [one for one in note_menu(page.commands, page).actions() if "row" in one.text()]
    add_named(qtbot, page, "Online & more")
    select(page, "Comes in")
    menu = note_menu(page.commands, page)
    copy = sub_menu(menu, "Copy to row")
    assert [one.text() for one in copy.actions()] == ["Online && more"]
    copy.actions()[0].trigger()
    assert cells(page)["Online & more"] == [[], ["Comes in"], []]
    (chosen,) = page.selection.ids
    assert page.document.store.get(Moment, chosen).row_id is not None
    move = sub_menu(note_menu(page.commands, page), "Move to row")
    assert [one.text() for one in move.actions()] == ["Everyone"]
    move.actions()[0].trigger()
    assert cells(page)["Everyone"] == [["Rings"], ["Comes in", "Comes in"], ["Pays"]]


def test_the_menu_of_a_row_renames_moves_and_deletes(qtbot: QtBot, page: WallPage) -> None:
    online, trade = (add_named(qtbot, page, name) for name in ("Online", "Trade"))
    select(page, "Pays")
    page.rows.move_notes(trade)
    rows = sub_menu(view_menu(page), "Rows")
    assert [one.text() for one in rows.actions()] == ["Everyone", "Online", "Trade"]
    assert len(sub_menu(rows, "Everyone").actions()) == 2
    named(sub_menu(rows, "Trade"), "Up").trigger()
    assert list(cells(page)) == ["Everyone", "Trade", "Online"]
    named(sub_menu(sub_menu(view_menu(page), "Rows"), "Trade"), "Up").trigger()
    named(sub_menu(sub_menu(view_menu(page), "Rows"), "Trade"), "Down").trigger()
    assert list(cells(page)) == ["Everyone", "Online", "Trade"]
    trade_menu = sub_menu(sub_menu(view_menu(page), "Rows"), "Trade")
    named(trade_menu, "Whose journey it is").trigger()
    write_here(qtbot, page, "Hotels")
    assert page.document.store.get(Row, trade).customer == "Hotels"
    named(trade_menu, "Delete this row and its notes").trigger()
    assert cells(page) == {"Everyone": [["Rings"], ["Comes in"]], "Online": [[], []]}
    assert page.toast.isVisible()
    page.undo()
    menu = sub_menu(sub_menu(view_menu(page), "Rows"), "Trade")
    named(menu, "Delete this row, its notes go to \u201cEveryone\u201d").trigger()
    assert cells(page)["Everyone"] == [["Rings"], ["Comes in"], ["Pays"]]
    assert [one.id for one in rows_in_order(page.document.store)] == [online]


@pytest.mark.qt_log_ignore("This plugin does not support")  # said of every popup
def test_a_right_click_on_a_title_opens_the_menu_of_the_row(qtbot: QtBot, page: WallPage) -> None:
    add_named(qtbot, page, "Online")
    rect = row_title_rect(page.scene.layout_.lines[0].tracks[1])
    view_pos = page.view.mapFromScene(QPointF(rect.x + 20.0, rect.y + rect.height / 2))
    page.view.customContextMenuRequested.emit(QPoint(view_pos))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    named(menu, "Name of the row").trigger()
    menu.close()
    write_here(qtbot, page, "Web")
    assert list(cells(page)) == ["Everyone", "Web"]


def test_lanes_are_shown_and_hidden_and_survive_another_size(
    qtbot: QtBot, shell: Shell, page: WallPage
) -> None:
    select(page, "Rings")
    kind = next(iter(page.document.store.all(Moment)))
    page.actions_.colour(None)
    assert kind is not None
    run(page, "lanes")
    titles = [band.track.title for band in page.scene.layout_.lines[0].tracks]
    assert titles == ["No type"]
    shell.window.resize(1100, 700)
    qtbot.wait(1)
    assert page.scene.options.arrangement is Arrangement.LANES
    view_menu(page)
    assert page.commands.action("lanes").isChecked()
    add_named(qtbot, page, "Online")
    assert page.scene.options.arrangement is Arrangement.ROWS
    run(page, "lanes")
    page.in_place.edit_row("")
    assert page.view.editor() is None


def test_the_panel_says_which_row_a_moment_is_in(qtbot: QtBot, page: WallPage) -> None:
    page.show_panel()
    row_id = add_named(qtbot, page, "Online")
    select(page, "Pays")
    page.rows.move_notes(row_id)
    where = page.panel.moment_tab.page.header.where
    qtbot.waitUntil(lambda: "Step 3 \u00b7 Online" in where.text())


def test_a_step_of_its_own_at_the_end_is_in_the_notes_own_row(qtbot: QtBot, page: WallPage) -> None:
    row_id = add_named(qtbot, page, "Online")
    select(page, "Rings")
    page.rows.move_notes(row_id)
    page.actions_.verbs.to_new_step(page.selection.ids)
    assert cells(page) == {
        "Everyone": [["Comes in"], ["Pays"], []],
        "Online": [[], [], ["Rings"]],
    }
