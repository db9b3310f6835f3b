"""The menus at the titles of steps and stages, opened by a right click."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication, QMenu

from motwall.app.shell import Shell
from motwall.model.layout import Rect
from motwall.model.order import steps_in_order
from motwall.model.records import Moment, Stage, Step
from motwall.scene.hits import number_rect
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_template, open_copy

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # said of every popup


@pytest.fixture
def shop(shell: Shell) -> WallPage:
    """The corner shop: five stages, a note in each step."""
    return open_copy(shell, of_template("shop"))


def menu_at(page: WallPage, rect: Rect) -> QMenu:
    """The menu that a right click into a place on the wall opens, near its top left corner."""
    view_pos = page.view.mapFromScene(QPointF(rect.x + 12.0, rect.y + 3.0))
    page.view.customContextMenuRequested.emit(QPoint(view_pos))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    """Run an entry."""
    action = next(one for one in menu.actions() if one.text() == words)
    assert action.isEnabled()
    action.trigger()
    menu.close()


def column(page: WallPage, place: int) -> tuple[str, Rect]:
    """The step at a place in time, and where its number stands."""
    columns = [one for line in page.scene.layout_.lines for one in line.columns]
    return columns[place].step_id, number_rect(columns[place])


def test_a_step_is_moved_and_taken_away(shop: WallPage) -> None:
    step_id, number = column(shop, 1)
    store = shop.document.store
    choose(menu_at(shop, number), "Later")
    assert steps_in_order(store)[2].id == step_id
    _, number = column(shop, 2)
    notes = [one.id for one in store.referring(Moment, "step_id", step_id)]
    choose(menu_at(shop, number), "Take the step away, its notes go to unsorted")
    assert store.find(Step, step_id) is None
    assert notes
    assert all(store.get(Moment, one).step_id is None for one in notes)
    shop.undo()
    assert store.find(Step, step_id) is not None


def test_a_stage_loses_its_name_and_its_notes_are_selected(shop: WallPage) -> None:
    band = shop.scene.layout_.bands[1]
    store = shop.document.store
    assert band.stage_id is not None
    steps = [one.id for one in store.referring(Step, "stage_id", band.stage_id)]
    choose(menu_at(shop, band.rect), "Select its notes")
    assert {store.get(Moment, one).step_id for one in shop.selection.ids} == set(steps)
    choose(menu_at(shop, band.rect), "Take the name away, its steps stay")
    assert store.find(Stage, band.stage_id) is None
    assert all(store.get(Step, one).stage_id is None for one in steps)
    shop.undo()
    assert store.find(Stage, band.stage_id) is not None


def test_nothing_is_taken_away_on_a_locked_wall(shop: WallPage) -> None:
    shop.document.wall_lock.set_locked(is_locked=True)
    _, number = column(shop, 1)
    menu = menu_at(shop, number)
    live = {one.text() for one in menu.actions() if one.isEnabled()}
    assert live == {"Select its notes"}
    menu.close()
