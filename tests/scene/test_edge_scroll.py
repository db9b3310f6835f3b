"""Carrying something to the edge of the view takes the view along."""

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from tests.driving import move, press, release
from tests.scene.conftest import Stand


@pytest.fixture
def close_up(stand: Stand) -> Stand:
    """The small wall so large that it goes on to all sides."""
    for _ in range(6):
        stand.view.zoom_in()
    stand.view.show_note(stand.moment("sign").id)
    return stand


def test_a_note_held_at_the_edge_takes_the_view_along(qtbot: QtBot, close_up: Stand) -> None:
    viewport = close_up.view.viewport()
    bar = close_up.view.horizontalScrollBar()
    before = bar.value()
    edge = QPointF(viewport.width() - 4, viewport.height() / 2)
    press(viewport, close_up.at("sign"))
    move(viewport, edge - QPointF(200, 0))
    move(viewport, edge)
    item = close_up.scene.note(close_up.moment("sign").id)
    assert item is not None
    started = item.pos().x()
    qtbot.waitUntil(lambda: bar.value() > before + 20)
    assert item.pos().x() > started, "the note stays under the pointer"
    release(viewport, edge)
    rested = bar.value()
    qtbot.wait(120)
    assert bar.value() == rested
    close_up.check()


def test_passing_by_the_edge_does_not_scroll(qtbot: QtBot, close_up: Stand) -> None:
    viewport = close_up.view.viewport()
    bar = close_up.view.horizontalScrollBar()
    before = bar.value()
    edge = QPointF(viewport.width() - 4, viewport.height() / 2)
    press(viewport, close_up.at("sign"))
    move(viewport, edge - QPointF(200, 0))
    move(viewport, edge)
    move(viewport, edge - QPointF(200, 0))
    qtbot.wait(600)
    assert bar.value() == before
    release(viewport, edge - QPointF(200, 0))


def test_giving_up_the_drag_stops_the_view(qtbot: QtBot, close_up: Stand) -> None:
    viewport = close_up.view.viewport()
    bar = close_up.view.horizontalScrollBar()
    edge = QPointF(viewport.width() - 4, viewport.height() / 2)
    press(viewport, close_up.at("sign"))
    move(viewport, edge - QPointF(200, 0))
    move(viewport, edge)
    before = bar.value()
    qtbot.waitUntil(lambda: bar.value() > before)
    close_up.view.hands.cancel()
    qtbot.wait(60)
    rested = bar.value()
    qtbot.wait(120)
    assert bar.value() == rested
    release(viewport, edge)


def test_pressing_without_carrying_does_not_scroll(qtbot: QtBot, close_up: Stand) -> None:
    viewport = close_up.view.viewport()
    bar = close_up.view.horizontalScrollBar()
    before = bar.value()
    press(viewport, close_up.at("sign"))
    qtbot.wait(500)
    assert bar.value() == before
    release(viewport, close_up.at("sign"))
