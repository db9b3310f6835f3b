"""A wall only to look at: the same picture, scrolled and zoomed, and nothing that changes it."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.model.store import Store
from motwall.paint.tokens import LIGHT
from motwall.scene.looking_view import LookingView
from tests.driving import double_click, drag
from tests.factories import FakeClock
from tests.scene.conftest import Stand, small_wall


def shown(qtbot: QtBot, store: Store) -> LookingView:
    view = LookingView(store, FakeClock(), LIGHT)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_all_of_it_is_seen_and_stays_so(qtbot: QtBot) -> None:
    view = shown(qtbot, Store(small_wall()))
    for width, height in ((900, 600), (500, 300), (1200, 700)):
        view.resize(width, height)
        QApplication.processEvents()
        seen = view.mapToScene(view.viewport().rect()).boundingRect()
        assert seen.adjusted(-1, -1, 1, 1).contains(view.sceneRect())
    assert len(view.wall_scene.notes()) == 6


def test_it_shows_what_the_wall_shows(qtbot: QtBot, stand: Stand) -> None:
    view = shown(qtbot, Store(stand.document.store.everything()))
    texts = {one.look.text for one in view.wall_scene.notes()}
    assert texts == {one.look.text for one in stand.scene.notes()}


def test_zoom_about_a_point(qtbot: QtBot) -> None:
    view = shown(qtbot, Store(small_wall()))
    scale = view.pixels_per_mm
    view.zoom_in()
    view.zoom_in()
    assert view.pixels_per_mm > scale
    view.zoom_out()
    at = QPointF(200, 150)
    under = view.mapToScene(at.toPoint())
    wheel = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert (view.mapToScene(at.toPoint()) - under).manhattanLength() < 3
    view.fit()
    assert view.pixels_per_mm == scale


def test_nothing_can_be_changed(qtbot: QtBot) -> None:
    store = Store(small_wall())
    before = {one.id: one for one in store.everything()}
    view = shown(qtbot, store)
    view.zoom_by(3.0)
    note = view.wall_scene.notes()[0]
    start = view.mapFromScene(note.reach.center()).toPointF()
    drag(view.viewport(), start, start + QPointF(-80, -40))
    double_click(view.viewport(), start)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    QTest.keyClicks(view, "typed")
    assert {one.id: one for one in store.everything()} == before
    assert not view.wall_scene.overlays
