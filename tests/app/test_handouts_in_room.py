"""The export sheet at a large panel: by taps alone, without dialogs, and without others' keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.export.options import Edition, Pages
from motwall.ui.handouts.choices import Output
from motwall.ui.handouts.sheet import HandoutSheet
from tests.app.on_sheet import assert_all_can_be_reached
from tests.app.tapping import Taps, in_room, settle

LONG = 20_000


@pytest.fixture
def taps(shell: Shell) -> Iterator[Taps]:
    yield from in_room(shell, "shop")


@pytest.fixture
def sheet(taps: Taps) -> HandoutSheet:
    """Opened by its post."""
    taps.tool("handouts")
    side = taps.shell.walls.ways_out.side
    assert side is not None
    return side.sheet


def test_everything_is_chosen_and_saved_by_taps(
    qtbot: QtBot, taps: Taps, sheet: HandoutSheet
) -> None:
    assert sheet.buttons[Output.PRINT].isHidden()
    assert not sheet.pane.branding.isVisible()
    taps.tap(sheet.pane.sets["Blank, for participants"])
    taps.tap(sheet.pane.edition.buttons[Edition.FACILITATOR])
    assert sheet.choices.edition is Edition.FACILITATOR
    taps.tap(sheet.buttons[Output.PDF])
    bar, before = taps.page.message_bar, sheet.geometry()
    qtbot.waitUntil(lambda: bar.text.endswith("is saved."), timeout=LONG)
    assert taps.shell.walls.ways_out.jobs[-1].path.is_file()
    settle()
    assert sheet.geometry() == before, "nothing moves under a finger"
    assert_all_can_be_reached(sheet)
    assert taps.page.room_mode.is_room


def test_a_tap_on_a_page_makes_it_large_and_a_finger_scrolls(
    qtbot: QtBot, taps: Taps, sheet: HandoutSheet
) -> None:
    strip = sheet.preview.strip
    qtbot.waitUntil(lambda: strip.count > 1 and strip.is_sharp, timeout=LONG)
    port = strip.viewport()
    middle = port.mapTo(taps.shell.window, strip.rect_of(0).center())
    taps.tap_at(middle)
    assert sheet.preview.is_large
    settle()
    at = port.mapTo(taps.shell.window, port.rect().center())
    taps.hands.drag(0, at, at - QPoint(0, 160))
    settle()
    assert strip.verticalScrollBar().value() > 100
    assert sheet.preview.is_large, "it scrolled and tapped nothing"
    taps.tap(sheet.preview.smaller)
    assert not sheet.preview.is_large


def test_it_takes_the_keyboard_from_nobody(taps: Taps) -> None:
    taps.page.view.setFocus()
    before = QApplication.focusWidget()
    taps.tool("handouts")
    assert QApplication.focusWidget() is before
    taps.tool("handouts")
    side = taps.shell.walls.ways_out.side
    assert side is not None
    assert side.sheet.isHidden()
    assert Pages.WALL in side.sheet.choices.pages
