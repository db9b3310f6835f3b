"""The sixth tick changes what a click means; that is said where it cannot be overlooked, once."""

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.edits.marks import tick
from motwall.model.phases import Phase
from motwall.model.priorities import priorities, ticked
from motwall.model.records import Moment
from motwall.paint.note_geometry import tick_rect
from motwall.scene.note_item import NOTE_RECT
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, open_copy
from tests.driving import click

TEXTS = ("Sees", "Rings", "Comes in", "Asks", "Waits", "Pays", "Leaves", "Tells")
SIX = "Six are ticked. Choose the 3 to 5 to start with. The small circle takes a tick away."


@pytest.fixture
def page(shell: Shell) -> WallPage:
    """A wall of eight steps in phase C, the first five ticked."""
    page = open_copy(shell, of_list(*TEXTS))
    page.set_phase(Phase.PRIORITIES)
    for text in TEXTS[:5]:
        click_on(page, text)
    assert len(ticked(page.document.store)) == 5
    return page


def moment(page: WallPage, text: str) -> Moment:
    return next(one for one in page.document.store.all(Moment) if one.text == text)


def click_on(page: WallPage, text: str, part: QPointF | None = None) -> None:
    item = page.scene.note(moment(page, text).id)
    assert item is not None
    spot = item.pos() + (part or NOTE_RECT.center())
    click(page.view.viewport(), page.view.mapFromScene(spot).toPointF())


def tick_by_key(qtbot: QtBot, page: WallPage, text: str) -> None:
    page.selection.set([moment(page, text).id])
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)


def press_undo(qtbot: QtBot, page: WallPage) -> None:
    assert page.toast._button.isVisible()
    assert page.toast._button.text() == "Undo"
    qtbot.mouseClick(page.toast._button, Qt.MouseButton.LeftButton)


def test_five_ticks_say_nothing(page: WallPage) -> None:
    assert page.toast.text == ""


def test_a_click_that_makes_it_six_says_what_a_click_means_now(page: WallPage) -> None:
    click_on(page, "Pays")
    assert page.toast.isVisible()
    assert page.toast.text == SIX


def test_so_does_a_key(qtbot: QtBot, page: WallPage) -> None:
    tick_by_key(qtbot, page, "Pays")
    assert page.toast.text == SIX


def test_undo_takes_the_sixth_tick_back(qtbot: QtBot, page: WallPage) -> None:
    click_on(page, "Pays")
    press_undo(qtbot, page)
    assert [one.text for one in priorities(page.document.store)] == list(TEXTS[:5])
    assert page.toast.text == ""


def test_it_is_said_once(page: WallPage) -> None:
    click_on(page, "Pays")
    page.toast.hide()
    click_on(page, "Leaves")
    assert len(ticked(page.document.store)) == 7
    click_on(page, "Sees")
    assert [one.text for one in priorities(page.document.store)] == ["Sees"]
    click_on(page, "Sees")
    assert priorities(page.document.store) == []
    assert page.toast.text == ""


def test_the_small_circle_does_take_a_tick_away(page: WallPage) -> None:
    click_on(page, "Pays")
    click_on(page, "Pays", tick_rect(NOTE_RECT).center())
    assert not moment(page, "Pays").is_ticked


def test_several_ticked_at_once_are_counted(qtbot: QtBot, page: WallPage) -> None:
    page.selection.set([moment(page, one).id for one in TEXTS])
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert page.toast.text.startswith("Eight are ticked.")


def test_an_undo_that_brings_it_back_offers_no_undo(page: WallPage) -> None:
    """The button would take back something else."""
    click_on(page, "Pays")
    click_on(page, "Pays", tick_rect(NOTE_RECT).center())
    page.toast.hide()
    page.undo()
    assert page.toast.text == SIX
    assert not page.toast._button.isVisible()


def test_other_phases_say_nothing_since_a_click_ticks_nothing_there(page: WallPage) -> None:
    page.set_phase(Phase.ASSESS)
    page.document.push(tick(page.document.store, [moment(page, "Pays").id], is_ticked=True))
    assert page.toast.text == ""
