"""Fingers on empty wall: pan, pinch, palms; beside them the wheel and the trackpad."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEventPoint, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from motwall.scene.contact import Contact
from motwall.scene.fingers import Finger, NoteFinger
from motwall.scene.note_item import NOTE_RECT
from tests.app.touching import Room
from tests.driving_touch import trackpad


def enlarge(room: Room) -> None:
    """So large that there is room to pan in every direction."""
    room.page.view.zoom_to(3.0)
    room.page.view.centerOn(room.scene.sceneRect().center())


def wall_between_notes(room: Room) -> QPoint:
    """A point of the viewport with empty wall around it, once enlarged."""
    left, top = room.scene.layout_.unsorted_origin()
    room.page.view.centerOn(QPointF(left + 420, top + 40))
    return room.page.view.viewport().rect().center()


def test_two_fingers_on_empty_wall_zoom_about_them_and_pan(room: Room) -> None:
    view = room.page.view
    enlarge(room)
    middle = wall_between_notes(room)
    left, right = room.spot(middle - QPoint(60, 0)), room.spot(middle + QPoint(60, 0))
    before = view.mapToScene(middle)
    room.hands.press(0, left)
    room.hands.press(1, right)
    room.hands.glide({0: left - QPoint(30, 0), 1: right + QPoint(30, 0)})
    # Half as far apart again, but for the dead band.
    assert 3.0 * 1.25 < view.pixels_per_mm < 3.0 * 1.4
    assert (view.mapFromScene(before) - middle).manhattanLength() <= 4
    assert not view.is_fitting
    zoom = view.pixels_per_mm
    room.hands.glide({0: left + QPoint(-30, 20), 1: right + QPoint(30, 20)})
    assert view.pixels_per_mm == pytest.approx(zoom, rel=0.01)
    assert (view.mapFromScene(before) - middle - QPoint(0, 20)).manhattanLength() <= 4
    room.hands.release(0, 1)
    room.check()


def test_a_sloppy_pan_does_not_zoom(room: Room) -> None:
    view = room.page.view
    enlarge(room)
    middle = wall_between_notes(room)
    left, right = room.spot(middle - QPoint(80, 0)), room.spot(middle + QPoint(80, 0))
    before = view.mapToScene(middle)
    room.hands.frame(press={0: left, 1: right})
    room.hands.glide({0: left + QPoint(4, 60), 1: right + QPoint(-6, 64)})
    assert view.pixels_per_mm == 3.0
    assert (view.mapFromScene(before) - middle - QPoint(-1, 62)).manhattanLength() <= 4


def test_nobody_pinches_while_somebody_holds_a_note(room: Room) -> None:
    view = room.page.view
    zoom = view.pixels_per_mm
    room.hands.press(5, room.on("Phone"))
    left, right = room.empty(420, 40), room.empty(600, 40)
    room.hands.frame(press={0: left, 1: right})
    room.hands.glide({0: left - QPoint(60, 0), 1: right + QPoint(60, 0)})
    assert view.pixels_per_mm == zoom
    room.hands.release(5)
    room.hands.glide({0: left, 1: right})
    assert view.pixels_per_mm < zoom, "and then they go on"


def test_three_stray_palms_do_nothing(room: Room) -> None:
    view = room.page.view
    zoom, seen = view.pixels_per_mm, view.mapToScene(QPoint(0, 0))
    points = {finger: room.empty(400 + 100 * finger, 40) for finger in range(3)}
    for finger, at in points.items():
        room.hands.press(finger, at)
    room.hands.glide({finger: at + QPoint(30, 20) for finger, at in points.items()})
    assert (view.pixels_per_mm, view.mapToScene(QPoint(0, 0))) == (zoom, seen)
    room.hands.drag(7, room.on("Queue"), room.column(3, 0.9))
    assert room.timeline()[-1] == ["Queue"]
    room.hands.release(*points)
    assert room.selected() == set()
    room.check()


def test_a_panel_that_tells_how_wide_a_touch_is(room: Room) -> None:
    """What is wider than 30 mm is no finger, also when it comes down like one."""
    at = QPointF(room.page.view.mapFromScene(room.note("Phone").pos() + NOTE_RECT.center()))
    pressed, stays = QEventPoint.State.Pressed, QEventPoint.State.Stationary
    room.router.follow([Contact(0, pressed, at, 120.0)])
    assert type(room.router._fingers[0]) is Finger
    room.router.follow([Contact(1, pressed, at, 40.0)])
    assert isinstance(room.router._fingers[1], NoteFinger)
    room.router.follow([Contact(1, stays, at, 120.0)])
    assert type(room.router._fingers[1]) is Finger
    released = QEventPoint.State.Released
    room.router.follow([Contact(0, released, at), Contact(1, released, at)], is_all=True)
    assert room.selected() == set()
    room.check()


def test_one_finger_on_empty_wall_pans_on_desk_only(room: Room) -> None:
    view = room.page.view
    enlarge(room)
    middle = wall_between_notes(room)
    before = view.mapToScene(middle)
    room.hands.drag(0, room.spot(middle), room.spot(middle + QPoint(-60, 30)))
    assert view.mapToScene(middle) == before
    room.router.is_room = False
    room.hands.drag(0, room.spot(middle), room.spot(middle + QPoint(-60, 30)))
    way = view.mapFromScene(before) - middle
    assert (way - QPoint(-60, 30)).manhattanLength() <= 12
    assert view.pixels_per_mm == 3.0


def test_wheel_and_trackpad_zoom(room: Room) -> None:
    view = room.page.view
    viewport, at = view.viewport(), QPointF(300, 300)
    where, before = QPointF(viewport.mapToGlobal(at)), view.pixels_per_mm
    wheel = QWheelEvent(
        at,
        where,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, wheel)
    zoom = view.pixels_per_mm
    assert zoom > before * 1.1
    kind = Qt.NativeGestureType.ZoomNativeGesture
    pad = trackpad()
    QApplication.sendEvent(
        viewport, QNativeGestureEvent(kind, pad, 2, at, at, where, 0.25, QPointF())
    )
    assert view.pixels_per_mm == pytest.approx(zoom * 1.25)
