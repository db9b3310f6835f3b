"""The program started with a wall: what is seen comes first, and all is there when it is wanted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.app.application import make_shell
from motwall.app.places import Places
from motwall.app.shell import Shell
from motwall.model.order import all_moments
from motwall.model.phases import Phase
from motwall.model.records import Moment
from motwall.model.screen import Screen
from motwall.paint.tokens import DARK, LIGHT
from motwall.scene.note_item import NOTE_RECT
from motwall.ui.room.memory import screen_of
from motwall.ui.theme import apply_theme
from motwall.ui.wall_page import WallPage
from tests.driving import drag


@pytest.fixture
def wall(shell: Shell, documents: Path) -> Path:
    """A wall of three steps, closed."""
    shell.window.start.list_entered.emit(["Rings", "Comes in", "Pays"])
    shell.close_wall()
    return documents / "Rings.motwall"


@pytest.fixture
def started(qapp: QApplication, places: Places, wall: Path) -> Iterator[Shell]:
    """The program with that wall, before its window is seen."""
    apply_theme(qapp, LIGHT)
    made = make_shell(LIGHT, places)
    made.window.resize(1366, 768)
    made.open(wall)
    yield made
    made.close_wall()
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def page_of(shell: Shell) -> WallPage:
    assert shell.window.page is not None
    return shell.window.page


def show(qtbot: QtBot, shell: Shell) -> WallPage:
    page = page_of(shell)
    shell.window.show()
    qtbot.waitUntil(lambda: page.is_furnished)
    return page


def test_it_answers_to_keys_and_mouse_once_it_is_painted(qtbot: QtBot, started: Shell) -> None:
    assert not page_of(started).is_furnished
    page = show(qtbot, started)
    assert page.view.tiles.is_complete
    assert page.top_bar.menu_button.menu() is not None
    qtbot.keyClick(page.view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert page.bottom_bar.quick_add.line.hasFocus()
    first, *_, last = all_moments(page.document.store)
    drag(page.view.viewport(), middle(page, first), middle(page, last) + QPointF(90.0, 0.0))
    assert [one.text for one in all_moments(page.document.store)] == ["Comes in", "Pays", "Rings"]


def middle(page: WallPage, moment: Moment) -> QPointF:
    item = page.scene.note(moment.id)
    assert item is not None
    return page.view.mapFromScene(item.home + NOTE_RECT.center()).toPointF()


def test_what_comes_before_it_is_painted_does_no_harm(qtbot: QtBot, started: Shell) -> None:
    page = page_of(started)
    page.set_phase(Phase.PRIORITIES)
    page.selection.set([page.document.store.all(Moment)[0].id])
    page.set_tokens(DARK)
    page.bottom_bar.quick_add.line.setText("Leaves")
    qtbot.keyClick(page.bottom_bar.quick_add.line, Qt.Key.Key_Return)
    assert page.flush()
    assert not page.is_furnished
    page = show(qtbot, started)
    assert all_moments(page.document.store)[-1].text == "Leaves"


def test_a_wall_that_was_never_seen_is_closed(started: Shell) -> None:
    page_of(started)
    assert started.close_wall()
    assert started.window.page is None


def test_room_is_there_at_once_where_it_was_used_last(
    qtbot: QtBot, started: Shell, wall: Path
) -> None:
    key = screen_of(started.window.screen()).key
    started.window.screens.set_room(key, is_room=True)
    started.window.screens.set_inches(key, 86.0)
    started.close_wall()
    started.open(wall)
    assert page_of(started).room_mode.is_room


def test_the_offer_of_room_covers_no_other_sentence(qtbot: QtBot, started: Shell) -> None:
    page = page_of(started)
    page.message_bar.say("Read only")
    page.furnish()
    page.room_mode.screen = lambda: Screen("panel", 3840, 2160, 1.0, (1895, 1066))
    page.room_mode.begin(started.window.screens)
    assert page.message_bar.text == "Read only"
    page.message_bar.clear()
    page.room_mode.begin(started.window.screens)
    assert "large screen" in page.message_bar.text
