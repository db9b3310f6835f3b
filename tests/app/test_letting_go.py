"""Esc, by a real key on the real window: it lets go of one thing, the innermost, and no more."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.order import actions_of, contact_types
from motwall.model.phases import Phase
from motwall.model.records import Moment, Wall
from motwall.scene.pen import Pen
from motwall.ui.panel.action_card import ActionCard
from motwall.ui.panel.form_model import FormColumn
from motwall.ui.panel.side_panel import Tab
from motwall.ui.wall_commands import note_menu
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, open_copy
from tests.driving import double_click, mouse, move, press, release

TEXTS = ("Rings", "Comes in", "Pays")
#: The offscreen platform says so of every popup.
popups = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(shell: Shell) -> WallPage:
    """A wall of three steps, the first note selected, the keyboard on the wall."""
    page = open_copy(shell, of_list(*TEXTS))
    page.set_phase(Phase.IDEAS_AND_ACTIONS)
    page.selection.set([moment(page, "Rings").id])
    page.view.setFocus()
    QApplication.processEvents()
    return page


def moment(page: WallPage, text: str) -> Moment:
    return next(one for one in page.document.store.all(Moment) if one.text == text)


def spot(page: WallPage, text: str) -> QPointF:
    item = page.scene.note(moment(page, text).id)
    assert item is not None
    return page.view.mapFromScene(item.pos() + QPointF(50, 40)).toPointF()


def keyboard() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def escape() -> None:
    """The key goes to the window, as from a keyboard: shortcuts come first."""
    window = QApplication.activePopupWidget() or QApplication.activeWindow()
    assert window is not None
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    QApplication.processEvents()


def come_back(page: WallPage) -> None:
    """Give the window the keyboard after a popup, as every platform does but the offscreen one."""
    page.window().activateWindow()
    QApplication.processEvents()
    assert QApplication.activeWindow() is page.window()


def write_on(page: WallPage, text: str, letters: str) -> None:
    double_click(page.view.viewport(), spot(page, text))
    assert page.view.editor() is not None
    QTest.keyClicks(page.view.viewport(), letters)


def add_action(page: WallPage, text: str) -> ActionCard:
    planned = page.panel.moment_tab.planned
    planned.add.line.setFocus()
    QTest.keyClicks(planned.add.line, text)
    QTest.keyClick(planned.add.line, Qt.Key.Key_Return)
    return list(planned.list.rows.values())[-1]


def has_selected(page: WallPage, text: str) -> bool:
    return page.selection.ids == (moment(page, text).id,)


# --- a note that is written on ---


def test_a_note_written_on_is_closed_and_keeps_its_text(page: WallPage) -> None:
    write_on(page, "Rings", " twice")
    ids = page.selection.ids
    escape()
    assert page.view.editor() is None
    assert moment(page, "Rings twice").id == ids[0]
    assert page.selection.ids == ids
    escape()
    assert page.selection.ids == ()


@popups
@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_a_press_beside_it_with_any_button_closes_it(
    page: WallPage, button: Qt.MouseButton
) -> None:
    write_on(page, "Rings", " twice")
    viewport, at = page.view.viewport(), spot(page, "Pays")
    mouse(viewport, QEvent.Type.MouseButtonPress, at, button=button, held=button)
    assert page.view.editor() is None
    assert moment(page, "Rings twice")
    mouse(viewport, QEvent.Type.MouseButtonRelease, at, button=button)


@popups
def test_a_right_click_elsewhere_closes_it_and_opens_the_menu_there(
    qtbot: QtBot, page: WallPage
) -> None:
    write_on(page, "Rings", " twice")
    at = spot(page, "Pays").toPoint()
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.RightButton, pos=at)
    page.view.customContextMenuRequested.emit(at)
    assert page.view.editor() is None
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    escape()
    assert QApplication.activePopupWidget() is None
    assert has_selected(page, "Pays")
    assert moment(page, "Rings twice")


@popups
def test_a_menu_over_it_leaves_it_open_for_the_next_escape(page: WallPage) -> None:
    write_on(page, "Rings", " twice")
    menu = note_menu(page.commands, page)
    menu.popup(page.mapToGlobal(page.rect().center()))
    escape()
    assert not menu.isVisible()
    come_back(page)
    assert page.view.editor() is not None
    escape()
    assert page.view.editor() is None
    assert has_selected(page, "Rings twice")


# --- fields beside the wall ---


def test_from_the_panel_the_keyboard_goes_back_to_the_wall(page: WallPage) -> None:
    line = page.panel.moment_tab.planned.add.line
    line.setFocus()
    QTest.keyClicks(line, "Buy a bell")
    escape()
    assert keyboard() is page.view
    assert has_selected(page, "Rings")
    made = actions_of(page.document.store, moment(page, "Rings").id)
    assert [one.text for one in made] == ["Buy a bell"]
    escape()
    assert page.selection.ids == ()


def test_from_the_title_too(page: WallPage) -> None:
    title = page.top_bar.title_block.title
    page.about.open()
    title.setFocus()
    QTest.keyClicks(title, "Bakery")
    escape()
    assert not page.about.isHidden(), "one thing at a time"
    assert keyboard() is page.view
    assert has_selected(page, "Rings")
    assert page.document.store.wall.title == "Bakery"


def test_from_the_quick_line_too_and_what_is_typed_stays(page: WallPage) -> None:
    line = page.bottom_bar.quick_add.line
    line.setFocus()
    QTest.keyClicks(line, "Half a no")
    escape()
    assert keyboard() is page.view
    assert has_selected(page, "Rings")
    assert line.text() == "Half a no"


def test_the_strip_about_the_wall_is_closed(qtbot: QtBot, page: WallPage) -> None:
    qtbot.mouseClick(page.top_bar.title_block.line, Qt.MouseButton.LeftButton)
    QTest.keyClicks(keyboard(), "Regulars")
    escape()
    assert page.about.isHidden()
    assert keyboard() is page.view
    assert has_selected(page, "Rings")
    assert page.document.store.get(Wall, page.document.store.wall.id).customer == "Regulars"


def test_the_strip_is_closed_from_the_wall_when_nothing_is_selected(page: WallPage) -> None:
    page.about.open()
    page.view.setFocus()
    escape()
    assert page.selection.ids == ()
    assert not page.about.isHidden()
    escape()
    assert page.about.isHidden()


def test_the_strip_has_a_cross(qtbot: QtBot, page: WallPage) -> None:
    page.about.open()
    qtbot.mouseClick(page.about.close_button, Qt.MouseButton.LeftButton)
    assert page.about.isHidden()
    assert keyboard() is page.view


# --- what is opened over something ---


@popups
def test_a_menu_is_closed_and_nothing_else(page: WallPage) -> None:
    menu = note_menu(page.commands, page)
    menu.popup(page.mapToGlobal(page.rect().center()))
    escape()
    assert not menu.isVisible()
    assert has_selected(page, "Rings")


@popups
def test_a_menu_of_a_bar_is_closed_and_the_keyboard_stays(page: WallPage) -> None:
    page.about.open()
    field = keyboard()
    menu = page.top_bar.view_button.menu()
    menu.popup(page.mapToGlobal(page.rect().center()))
    escape()
    assert not menu.isVisible()
    assert not page.about.isHidden()
    come_back(page)
    assert keyboard() is field
    assert has_selected(page, "Rings")


@popups
def test_the_calendar_is_closed_and_nothing_else(qtbot: QtBot, page: WallPage) -> None:
    card = add_action(page, "Buy a bell")
    card.due.editor.setFocus()
    qtbot.waitUntil(card.due.button.isVisible)
    qtbot.mouseClick(card.due.button, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.findChild(QCalendarWidget) is not None
    escape()
    assert QApplication.activePopupWidget() is None
    come_back(page)
    assert keyboard() is card.due.editor
    assert has_selected(page, "Rings")


@pytest.mark.parametrize("is_in_panel", [True, False])
def test_the_details_of_an_action_are_folded(
    qtbot: QtBot, page: WallPage, is_in_panel: bool
) -> None:
    card = add_action(page, "Buy a bell")
    if not is_in_panel:
        page.view.setFocus()
    focus = keyboard()
    qtbot.mouseClick(card.more_button, Qt.MouseButton.LeftButton)
    assert card.details.isVisible()
    escape()
    assert not card.details.isVisible()
    assert keyboard() is focus
    assert has_selected(page, "Rings")


# --- the pen, a drag ---


def test_a_pen_is_put_down_and_the_selection_stays(page: WallPage) -> None:
    page.set_phase(Phase.COLOUR)
    pen = contact_types(page.document.store)[0]
    page.pens.button(pen.id).click()
    assert page.view.hands.pen == Pen(pen.id)
    escape()
    assert page.view.hands.pen is None
    assert has_selected(page, "Rings")


def test_a_drag_is_given_up(page: WallPage) -> None:
    viewport, start = page.view.viewport(), spot(page, "Rings")
    press(viewport, start)
    move(viewport, start + QPointF(200, 60))
    assert page.view.hands.is_busy
    escape()
    assert not page.view.hands.is_busy
    release(viewport, start + QPointF(200, 60))
    assert has_selected(page, "Rings")


# --- the planning form ---


def test_in_the_form_cell_then_form_then_wall(page: WallPage) -> None:
    page.panel.show_tab(Tab.FORM)
    form = page.panel.form_tab.view
    form.setFocus()
    form.setCurrentIndex(form.model().index(0, FormColumn.ISSUE))
    QTest.keyClicks(form, "s")
    QTest.keyClicks(keyboard(), "low")
    escape()
    assert keyboard() is form
    assert moment(page, "Rings").issue == "slow"
    escape()
    assert keyboard() is page.view
    assert has_selected(page, "Rings")


def test_a_widened_form_gives_the_wall_back(page: WallPage) -> None:
    page.panel.show_tab(Tab.FORM)
    page.panel.form_tab.widen_button.click()
    assert not page.view.isVisible()
    page.panel.form_tab.view.setFocus()
    escape()
    assert not page.panel.is_wide
    assert page.view.isVisible()
    assert keyboard() is page.view


@pytest.mark.parametrize("phase", list(Phase))
def test_a_phase_brings_the_wall_back_from_a_widened_form(
    qtbot: QtBot, page: WallPage, phase: Phase
) -> None:
    page.panel.show_tab(Tab.FORM)
    page.panel.form_tab.widen_button.click()
    assert not page.view.isVisible()
    qtbot.mouseClick(page.top_bar.phase_bar.button(phase), Qt.MouseButton.LeftButton)
    assert page.phase is phase
    assert page.view.isVisible()
    assert page.hint.isVisible()
    assert not page.panel.is_wide
    assert page.panel.tabs.currentIndex() == Tab.FORM


def test_a_widened_panel_folded_away_leaves_the_wall(page: WallPage) -> None:
    page.panel.show_tab(Tab.FORM)
    page.panel.form_tab.widen_button.click()
    page.commands.action("panel").trigger()
    assert page.panel.isHidden()
    assert page.view.isVisible()
