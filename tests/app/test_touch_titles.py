"""Fingers on the numbers of steps and the titles of stages: they are carried as by the mouse."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from motwall.model.order import steps_in_order
from motwall.model.records import Stage, Step
from motwall.scene.fingers import TitleFinger
from motwall.scene.hits import number_rect, title_rect
from tests.app.touching import Room
from tests.driving_touch import cancel_touch


def number(room: Room, place: int) -> QPoint:
    """The number of a step, counted from 1."""
    column = next(one for one in room.scene.layout_.columns.values() if one.number == place)
    rect = number_rect(column)
    return room.at(QPointF(rect.x + rect.width / 2, rect.y + rect.height / 2))


@pytest.fixture
def staged(room: Room) -> Room:
    """Phone and Email are in a stage, Visit is not."""
    room.page.selection.set([room.moment("Phone").id, room.moment("Email").id])
    assert room.page.actions_.name_stretch() is not None
    room.page.selection.clear()
    return room


def stage_title(room: Room, share: float) -> QPoint:
    """A point of the title of the only stage: how far along it."""
    band = next(one for one in room.scene.layout_.bands if one.stage_id is not None)
    rect = title_rect(band)
    return room.at(QPointF(rect.x + rect.width * share, rect.y + rect.height / 2))


def in_stage(room: Room) -> list[str]:
    store = room.page.document.store
    (stage,) = store.all(Stage)
    steps = [one.id for one in steps_in_order(store) if one.stage_id == stage.id]
    return [text for text in ("Phone", "Email", "Visit") if room.moment(text).step_id in steps]


def test_a_step_goes_with_its_number(room: Room) -> None:
    before = room.steps_of_undo()
    room.hands.drag(0, number(room, 1), room.column(3, 0.9))
    assert room.timeline() == [["Email"], ["Visit"], ["Phone"]]
    assert room.steps_of_undo() == before + 1
    assert room.selected() == set(), "a drag is no tap"
    room.check()
    room.page.undo()
    assert room.timeline() == [["Phone"], ["Email"], ["Visit"]]


def test_two_people_carry_two_steps(room: Room) -> None:
    one, other = number(room, 2), number(room, 3)
    room.hands.press(0, one)
    room.hands.press(1, other)
    # One after the other, or they would pan: neither holds anything yet.
    room.hands.release(1)
    room.hands.glide({0: one + QPoint(0, 60)})
    room.hands.press(1, other)
    room.hands.glide({1: room.column(1, 0.1)})
    assert room.router.holders == 2
    assert room.note("Email").is_lifted
    assert room.note("Visit").is_lifted
    room.hands.release(1)
    room.hands.glide({0: room.column(3, 0.9)})
    room.hands.release(0)
    assert room.timeline() == [["Visit"], ["Phone"], ["Email"]]
    room.check()


def test_a_stage_goes_with_its_title(staged: Room) -> None:
    room = staged
    before = room.steps_of_undo()
    room.hands.drag(0, stage_title(room, 0.4), room.column(3, 0.95))
    assert room.timeline() == [["Visit"], ["Phone"], ["Email"]]
    assert in_stage(room) == ["Phone", "Email"]
    assert room.steps_of_undo() == before + 1
    room.check()


def test_an_end_of_a_stage_is_taken_by_a_finger(staged: Room) -> None:
    room = staged
    room.hands.drag(0, stage_title(room, 0.99), room.column(3, 0.95))
    assert in_stage(room) == ["Phone", "Email", "Visit"]
    room.check()
    room.hands.drag(0, stage_title(room, 0.99), room.column(1, 0.95))
    assert in_stage(room) == ["Phone"]
    room.check()


def test_touch_cancel_puts_back_what_titles_carry(staged: Room) -> None:
    room = staged
    before, records = room.steps_of_undo(), set(room.page.document.store.everything())
    for start in (number(room, 3), stage_title(room, 0.4), stage_title(room, 0.99)):
        room.hands.press(0, start)
        room.hands.glide({0: room.column(1, 0.1)})
        assert room.router.holders == 1
        cancel_touch(room.page.view.viewport())
        room.hands.release(0)
        assert room.router.holders == 0
        assert not any(one.is_lifted for one in room.scene.notes())
        assert set(room.page.document.store.everything()) == records
        room.check()
    assert room.steps_of_undo() == before


def test_the_first_finger_on_a_number_owns_the_step(room: Room) -> None:
    start = number(room, 1)
    room.hands.press(0, start)
    room.hands.glide({0: start + QPoint(0, 60)})
    room.hands.press(1, start + QPoint(8, 0))
    room.hands.press(2, room.on("Phone"))
    room.hands.glide({1: room.column(3, 0.9), 2: room.column(2, 0.5)})
    assert room.router.holders == 1
    room.hands.release(1, 2)
    assert room.timeline() == [["Phone"], ["Email"], ["Visit"]]
    room.hands.glide({0: room.column(3, 0.9)})
    room.hands.release(0)
    assert room.timeline() == [["Email"], ["Visit"], ["Phone"]]
    room.check()


def test_a_step_stays_while_one_of_its_notes_is_in_another_hand(room: Room) -> None:
    at = room.on("Phone")
    room.hands.press(0, at)
    room.hands.glide({0: at + QPoint(0, 60)})
    room.hands.drag(1, number(room, 1), room.column(3, 0.9))
    assert room.timeline() == [["Phone"], ["Email"], ["Visit"]]
    assert room.note("Phone").is_lifted
    room.hands.glide({0: room.column(3, 0.9)})
    room.hands.release(0)
    assert room.timeline() == [["Email"], ["Visit"], ["Phone"]]
    room.check()


def test_a_step_dropped_while_others_hold_notes_goes_where_it_is_shown(room: Room) -> None:
    """A note dropped before it makes another step: the gap is still the one between its steps."""
    start, goal = number(room, 1), room.column(3, 0.05)
    room.hands.press(0, start)
    room.hands.glide({0: start + QPoint(0, 40)})
    room.hands.press(1, room.on("Queue"))
    room.hands.glide({1: room.column(2, 0.02)})
    room.hands.release(1)
    room.hands.glide({0: goal})
    room.hands.release(0)
    assert room.timeline() == [["Queue"], ["Email"], ["Phone"], ["Visit"]]
    room.check()


def test_two_fingers_on_titles_zoom_and_pan(staged: Room) -> None:
    room = staged
    zoom = room.page.view.pixels_per_mm
    one, other = stage_title(room, 0.3), stage_title(room, 0.7)
    room.hands.press(0, one)
    room.hands.press(1, other)
    room.hands.glide({0: one - QPoint(60, 0), 1: other + QPoint(60, 0)})
    assert room.router.holders == 0
    assert room.page.view.pixels_per_mm > zoom * 1.2
    room.hands.release(0)
    room.hands.glide({1: other + QPoint(90, 40)})
    fingers = list(room.router._fingers.values())
    assert [type(one) for one in fingers] == [TitleFinger]
    assert room.router.holders == 0, "it went on from a pinch"
    room.hands.release(1)
    assert room.timeline() == [["Phone"], ["Email"], ["Visit"]]


def test_on_a_locked_wall_titles_stay(room: Room) -> None:
    room.page.document.wall_lock.set_locked(is_locked=True)
    records = set(room.page.document.store.everything())
    room.hands.drag(0, number(room, 1), room.column(3, 0.9))
    assert set(room.page.document.store.everything()) == records
    assert "locked" in room.page.toast.text
    room.page.document.wall_lock.set_locked(is_locked=False)


def test_a_finger_just_beside_a_number_means_it(room: Room) -> None:
    """4 mm of the screen are 15 px."""
    column = next(one for one in room.scene.layout_.columns.values() if one.number == 2)
    rect = number_rect(column)
    below = room.at(QPointF(rect.x + rect.width / 2, rect.bottom)) + QPoint(0, 8)
    room.hands.tap(0, below)
    assert room.selected() == {"Email"}


def test_a_step_taken_away_meanwhile_does_no_harm(room: Room) -> None:
    room.hands.press(0, number(room, 3))
    room.hands.glide({0: room.column(1, 0.1)})
    room.page.actions_.verbs.delete([room.moment("Visit").id])
    assert room.page.document.store.count(Step) == 2
    room.hands.glide({0: room.column(2, 0.1)})
    room.hands.release(0)
    assert room.timeline() == [["Phone"], ["Email"]]
    room.check()


# --- at the edge of the view ---


def test_a_note_held_at_the_edge_takes_the_view_along(qtbot: QtBot, room: Room) -> None:
    view, bar = room.page.view, room.page.view.horizontalScrollBar()
    for _ in range(6):
        view.zoom_in()
    view.show_note(room.moment("Phone").id)
    edge = room.spot(QPoint(view.viewport().width() - 5, view.viewport().height() // 2))
    room.hands.press(0, room.on("Phone"))
    room.hands.glide({0: edge - QPoint(200, 0)})
    before = bar.value()
    room.hands.glide({0: edge})
    started = room.note("Phone").pos().x()
    qtbot.waitUntil(lambda: bar.value() > before + 20)
    assert room.note("Phone").pos().x() > started, "it stays under the finger"
    # Somebody else's finger on the wall: what they look at must not run away.
    room.hands.press(1, room.spot(QPoint(20, view.viewport().height() - 20)))
    room.hands.frame(move={0: edge})
    rested = bar.value()
    qtbot.wait(120)
    assert bar.value() == rested
    room.hands.release(1)
    room.hands.frame(move={0: edge})
    qtbot.waitUntil(lambda: bar.value() > rested)
    room.hands.release(0)
    rested = bar.value()
    qtbot.wait(120)
    assert bar.value() == rested, "the hand is empty"


def test_touch_cancel_stops_the_view(qtbot: QtBot, room: Room) -> None:
    view, bar = room.page.view, room.page.view.horizontalScrollBar()
    for _ in range(6):
        view.zoom_in()
    view.show_note(room.moment("Phone").id)
    edge = room.spot(QPoint(view.viewport().width() - 5, view.viewport().height() // 2))
    room.hands.press(0, room.on("Phone"))
    room.hands.glide({0: edge})
    before = bar.value()
    qtbot.waitUntil(lambda: bar.value() > before)
    cancel_touch(view.viewport())
    rested = bar.value()
    qtbot.wait(120)
    assert bar.value() == rested
    assert room.timeline() == [["Phone"], ["Email"], ["Visit"]]
    room.hands.release(0)
    room.check()


# --- and the mouse ---


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_right_click_opens_the_menu_while_a_finger_holds_a_note(room: Room) -> None:
    """The last of the prototype's cases: a finger on the wall takes nothing from the mouse."""
    page = room.page
    room.hands.press(0, room.on("Queue"))
    room.hands.glide({0: room.on("Queue") + QPoint(40, -10)})
    handle = room.shell.window.windowHandle()
    QTest.mouseClick(
        handle, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, room.on("Email")
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert room.selected() == {"Email"}
    assert page.commands.action("duplicate") in menu.actions()
    menu.close()
    assert room.note("Queue").is_lifted
    room.hands.release(0)
    room.check()
