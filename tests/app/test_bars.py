"""The bars round the wall hold still while one aims, and let go of what was clicked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QCursor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMenu,
    QPushButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.edits.marks import tick
from motwall.model.order import contact_types
from motwall.model.palette import PALETTE, missing_presets
from motwall.model.phases import Phase
from motwall.model.records import ContactType, Moment
from motwall.paint.tokens import DARK
from motwall.ui.pens import PenButton, PenStrip
from motwall.ui.theme import current_tokens
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, open_copy
from tests.driving import click

popups = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
ELSEWHERE = QPoint(640, 400)
#: What a bar of the system leaves of 768 px.
SMALL_SCREEN = 720


@pytest.fixture
def page(shell: Shell) -> WallPage:
    """A wall of twelve steps."""
    return open_copy(shell, of_list(*(f"Contact {number}" for number in range(12))))


@pytest.fixture
def _pointer() -> Iterator[None]:
    """The pointer is put back to where the tests expect it."""
    before = QCursor.pos()
    yield
    QCursor.setPos(before)


def click_note(page: WallPage, text: str) -> None:
    moment = next(one for one in page.document.store.all(Moment) if one.text == text)
    item = page.scene.note(moment.id)
    assert item is not None
    click(page.view.viewport(), page.view.mapFromScene(item.pos() + QPointF(50, 38)).toPointF())


# --- what holds still ---


def pens(page: WallPage) -> dict[str, QRect]:
    """Where every button of the strip is."""
    found = page.pens.findChildren(QAbstractButton)
    return {f"{type(one).__name__} {place}": one.geometry() for place, one in enumerate(found)}


def test_no_pen_moves_while_notes_are_coloured(qtbot: QtBot, page: WallPage) -> None:
    page.set_phase(Phase.COLOUR)
    QApplication.processEvents()
    before = pens(page)
    assert len(before) == 8
    for pen in contact_types(page.document.store)[:2]:
        qtbot.mouseClick(page.pens.button(pen.id), LEFT)
        QApplication.processEvents()
        assert pens(page) == before, "a pen in hand is bold"
        for number in range(12):
            click_note(page, f"Contact {number}")
            QApplication.processEvents()
            assert pens(page) == before
    assert page.pens.button(pen.id).text().endswith("  12")


def test_every_count_of_two_digits_has_room_in_bold(page: WallPage) -> None:
    page.set_phase(Phase.COLOUR)
    button = page.pens.button(contact_types(page.document.store)[0].id)
    empty = button.sizeHint()
    for count in range(1, 100):
        button.show_count("Face to face", count)
        assert button.sizeHint() == empty
    button.show_count("Face to face", 1000)
    assert button.sizeHint().width() > empty.width()


def test_pens_that_nearly_fit_stay_in_one_row(page: WallPage) -> None:
    page.set_phase(Phase.COLOUR)
    strip = page.pens
    assert isinstance(strip, PenStrip)
    before = strip.height()
    added = missing_presets(contact_types(page.document.store))[:3]
    for preset in added:
        strip._add(preset)
    QApplication.processEvents()
    assert len(contact_types(page.document.store)) == 9
    assert strip.height() == before
    cut = [one for one in strip.findChildren(PenButton) if "\N{HORIZONTAL ELLIPSIS}" in one.text()]
    assert cut
    names = {one.name for one in contact_types(page.document.store)}
    assert all(one.toolTip() == f"<p>{one.accessibleName()}</p>" for one in cut)
    assert {one.accessibleName() for one in cut} < names, "whole for who hears it"
    button = strip.button(contact_types(page.document.store)[1].id)
    assert button.text() == "Phone", "what is short stays whole"
    page.show_panel()
    page.window().repaint()
    QApplication.processEvents()
    assert strip.height() > before, "what would be cut to nothing goes on below"
    assert [one for one in cut if "\N{HORIZONTAL ELLIPSIS}" in one.text()] == []


def test_the_words_of_a_pen_stand_where_they_stood(page: WallPage) -> None:
    """The name begins at the left; its count comes behind it, where there was nothing."""
    page.set_phase(Phase.COLOUR)
    QApplication.processEvents()
    button = page.pens.button(contact_types(page.document.store)[1].id)
    name = button.fontMetrics().horizontalAdvance("Phone")
    left = QRect(0, 0, 44 + name, button.height())
    before = button.grab(left).toImage()
    button.show_count("Phone", 12)
    assert button.grab(left).toImage() == before
    assert button.text() == "Phone  12"


def test_the_bottom_bar_holds_still_while_counts_grow(qtbot: QtBot, page: WallPage) -> None:
    bar = page.bottom_bar
    store = page.document.store
    QApplication.processEvents()
    before = (bar.quick_add.geometry(), bar.colours_button.geometry())
    ids = [one.id for one in store.all(Moment)]
    for count in range(5):
        page.document.push(tick(store, ids[count : count + 1], is_ticked=True))
        qtbot.keyClicks(bar.quick_add.line, f"And then {count}")
        qtbot.keyClick(bar.quick_add.line, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert (bar.quick_add.geometry(), bar.colours_button.geometry()) == before
    assert bar._counts.text() == "17 notes · 5 priorities"


def test_every_count_below_a_hundred_has_the_same_room(page: WallPage) -> None:
    counts = page.bottom_bar._counts
    widths = set()
    for notes in range(100):
        for chosen in range(6):
            counts.show_counts(notes, chosen)
            widths |= {counts.sizeHint().width(), counts.minimumSizeHint().width()}
    assert len(widths) == 1


# --- what is let go of ---


@popups
@pytest.mark.usefixtures("_pointer")
@pytest.mark.parametrize("name", ["view_button", "menu_button"])
def test_a_button_lets_go_when_its_menu_has_closed(qtbot: QtBot, page: WallPage, name: str) -> None:
    """Qt sends it no Leave: as it does, the pointer goes elsewhere while the menu is open."""
    button: QAbstractButton = getattr(page.top_bar, name)
    menu = button.menu()  # type: ignore[attr-defined] # a QPushButton or a QToolButton
    QCursor.setPos(button.mapToGlobal(button.rect().center()))
    QApplication.sendEvent(button, QEvent(QEvent.Type.Enter))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    assert button.underMouse()
    QCursor.setPos(page.mapToGlobal(ELSEWHERE))
    menu.close()
    assert not button.underMouse()


@popups
@pytest.mark.usefixtures("_pointer")
def test_a_button_still_pointed_at_shows_it(page: WallPage) -> None:
    button = page.top_bar.view_button
    QCursor.setPos(button.mapToGlobal(button.rect().center()))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
    button.menu().close()
    assert button.underMouse()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)


@pytest.mark.usefixtures("_pointer")
def test_every_button_with_a_menu_lets_go(page: WallPage) -> None:
    page.set_phase(Phase.COLOUR)
    buttons = page.findChildren(QPushButton) + page.findChildren(QToolButton)
    with_menu = [(one, one.menu()) for one in buttons if one.menu() is not None]
    assert len(with_menu) >= 3
    QCursor.setPos(page.mapToGlobal(ELSEWHERE))
    for button, menu in with_menu:
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        menu.aboutToHide.emit()
        assert not button.underMouse(), button.text()


def ring(button: QAbstractButton) -> QImage:
    """The edge of a button as painted."""
    return button.grab(QRect(0, 0, button.width(), 3)).toImage()


@pytest.mark.parametrize("phase", [Phase.COLOUR, Phase.ASSESS])
def test_a_phase_clicked_has_no_ring(qtbot: QtBot, page: WallPage, phase: Phase) -> None:
    page.view.setFocus()
    button = page.top_bar.phase_bar.button(phase)
    button.setChecked(True)
    QApplication.processEvents()
    plain = ring(button)
    # As from the system: Qt moves the keyboard at no other click.
    qtbot.mouseClick(button, LEFT)
    assert page.phase is phase
    assert page.focusWidget() is page.view, "the keyboard stays where it was"
    assert ring(button) == plain


def test_a_phase_reached_by_key_has_its_ring(page: WallPage) -> None:
    page.view.setFocus()
    button = page.top_bar.phase_bar.button(page.phase)
    plain = ring(button)
    page.commands.action("previous_pane").trigger()
    assert page.focusWidget() is button
    QApplication.processEvents()
    assert ring(button) != plain
    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert page.focusWidget() is not button
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Backtab)
    assert page.focusWidget() is button, "Tab reaches it"


# --- what the menus hold ---


@popups
def test_dark_or_light_is_in_the_view_menu_too(qapp: QApplication, shell: Shell) -> None:
    for _ in range(2):
        shell.walls.start_from_template("airline")
        assert shell.window.page is not None
        menu = shell.window.page.top_bar.view_button.menu()
        found = [one for one in menu.actions() if one.text() == "Dark or light"]
        assert len(found) == 1
        menu.popup(QPoint())
        assert menu.height() <= SMALL_SCREEN, "else it would stand there in two columns"
        menu.close()
    wanted = []
    shell.window.theme_wanted.connect(lambda: wanted.append(current_tokens() is DARK))
    found[0].trigger()
    assert len(wanted) == 1


def is_sample(picture: QImage, colour: str) -> bool:
    """Whether the paper of a colour is what a picture mostly shows."""
    points = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    same = sum(picture.pixelColor(*point).name() == colour.lower() for point in points)
    return same > len(points) / 5


def test_more_shows_a_sample_of_every_colour(page: WallPage) -> None:
    menu = QMenu()
    page.pens._fill_menu(menu)
    colours = {f"Add {one.name}": one.colour for one in PALETTE}
    offered = [one for one in menu.actions() if one.text() in colours]
    assert len(offered) == 6
    for action in offered:
        picture = action.icon().pixmap(30, 22).toImage()
        assert is_sample(picture, colours[action.text()]), action.text()
    used = {one.name: one.colour for one in page.document.store.all(ContactType)}
    for sub in menu.findChildren(QMenu):
        for action in sub.actions():
            name = action.text().removeprefix("into ")
            assert is_sample(action.icon().pixmap(30, 22).toImage(), used[name])
    menu.deleteLater()
