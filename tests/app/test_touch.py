"""Fingers on the wall: what each does, and what they leave alone. Several people, one panel."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QGraphicsView
from pytestqt.qtbot import QtBot

from motwall.model.edits.moments import add_moments
from motwall.model.phases import Phase
from motwall.model.records import ContactType, Moment
from motwall.model.targets import UnsortedTarget
from motwall.paint.note_geometry import face_rect, tick_rect
from motwall.scene.fingers import NoteFinger, WallFinger
from motwall.scene.hits import number_rect, title_rect
from motwall.scene.hold_ring import HoldRing
from motwall.scene.note_item import NOTE_RECT
from motwall.scene.pen import Pen
from tests.app.touching import Room


def moved(room: Room, text: str, start: QPointF) -> QPointF:
    """How far a note was moved, px on screen."""
    return (room.note(text).pos() - start) * room.page.view.pixels_per_mm


def roughly(point: QPointF, x: float, y: float) -> bool:
    return abs(point.x() - x) < 1.5 and abs(point.y() - y) < 1.5


# --- dragging ---


def test_two_people_drag_two_notes_at_once(room: Room) -> None:
    phone, queue = room.note("Phone").pos(), room.note("Queue").pos()
    start, other = room.on("Phone"), room.on("Queue")
    room.hands.press(0, start)
    room.hands.press(1, other)
    room.hands.glide({0: start + QPoint(60, 120), 1: other + QPoint(90, -30)})
    assert roughly(moved(room, "Phone", phone), 60, 120)
    assert roughly(moved(room, "Queue", queue), 90, -30)
    room.hands.release(0, 1)
    room.check()


def test_what_two_people_change_is_painted_each_by_itself(room: Room) -> None:
    modes = QGraphicsView.ViewportUpdateMode
    view, start, other = room.page.view, room.on("Phone"), room.on("Queue")
    room.hands.press(0, start)
    room.hands.glide({0: start + QPoint(60, 120)})
    assert view.viewportUpdateMode() is modes.BoundingRectViewportUpdate
    room.hands.press(1, other)
    room.hands.glide({0: start + QPoint(90, 120), 1: other + QPoint(90, -30)})
    assert view.viewportUpdateMode() is modes.MinimalViewportUpdate
    room.hands.release(0, 1)
    assert view.viewportUpdateMode() is modes.MinimalViewportUpdate
    room.check()


def test_three_fingers_and_a_stray_palm(room: Room) -> None:
    texts = ("Phone", "Email", "Queue")
    starts = [room.note(text).pos() for text in texts]
    points = {finger: room.on(text) for finger, text in enumerate(texts)}
    zoom = room.page.view.pixels_per_mm
    palm = room.empty(300, 60)
    room.hands.frame(press=points)
    room.hands.press(9, palm)
    down = {finger: at + QPoint(0, 20 + 10 * finger) for finger, at in points.items()}
    room.hands.glide({**down, 9: palm + QPoint(30, 40)})
    ways = [moved(room, text, start) for text, start in zip(texts, starts, strict=True)]
    assert [round(way.y()) for way in ways] == [20, 30, 40]
    assert room.page.view.pixels_per_mm == zoom


def test_twelve_fingers_drag_twelve_notes(room: Room) -> None:
    document = room.page.document
    texts = [f"Note {number}" for number in range(12)]
    for number, text in enumerate(texts):
        spot = UnsortedTarget(110.0 * (number % 6), 100.0 + 90.0 * (number // 6))
        room.push(add_moments(document.store, [text], spot, document.clock.new_id))
    before = room.steps_of_undo()
    points = {finger: room.on(text) for finger, text in enumerate(texts)}
    starts = [room.note(text).pos() for text in texts]
    places = [(room.moment(text).x, room.moment(text).y) for text in texts]
    for finger, at in points.items():
        room.hands.press(finger, at)
    room.hands.glide({finger: at + QPoint(15, 25) for finger, at in points.items()})
    ways = [moved(room, text, start) for text, start in zip(texts, starts, strict=True)]
    assert all(roughly(way, 15, 25) for way in ways)
    zoom = room.page.view.pixels_per_mm
    room.hands.release(*points)
    now = [(room.moment(text).x, room.moment(text).y) for text in texts]
    for (x, y), (left, top) in zip(now, places, strict=True):
        assert abs((x - left) * zoom - 15) < 1.5
        assert abs((y - top) * zoom - 25) < 1.5
    assert room.steps_of_undo() == before + 12
    room.check()


def test_the_first_finger_on_a_note_owns_it(room: Room) -> None:
    start = room.note("Phone").pos()
    at = room.on("Phone")
    room.hands.press(0, at)
    room.hands.press(1, at + QPoint(20, 20))
    room.hands.glide({0: at + QPoint(100, 0), 1: at + QPoint(0, 200)})
    assert roughly(moved(room, "Phone", start), 100, 0)
    room.hands.release(0, 1)
    assert room.steps_of_undo() <= 4
    room.check()


def test_one_finger_on_a_selected_note_takes_the_selection_along(room: Room) -> None:
    room.page.selection.set([room.moment("Queue").id, room.moment("Trust").id])
    room.hands.drag(0, room.on("Trust"), room.column(3, 0.9))
    assert room.timeline() == [["Phone"], ["Email"], ["Visit"], ["Queue"], ["Trust"]]
    room.check()


def test_with_another_finger_down_only_the_touched_note_goes(room: Room) -> None:
    room.page.selection.set([room.moment("Queue").id, room.moment("Trust").id])
    room.hands.press(5, room.empty(600, 40))
    room.hands.drag(0, room.on("Trust"), room.column(3, 0.9))
    room.hands.release(5)
    assert room.timeline() == [["Phone"], ["Email"], ["Visit"], ["Trust"]]
    assert room.loose() == ["Queue"]
    assert room.selected() == {"Queue", "Trust"}, "a drag selects nothing"


def test_nobody_takes_a_note_out_of_a_hand_that_holds_several(room: Room) -> None:
    room.page.selection.set([room.moment("Queue").id, room.moment("Trust").id])
    queue, trust = room.on("Queue"), room.on("Trust")
    room.hands.press(0, queue)
    room.hands.glide({0: queue + QPoint(0, -20)})
    start = room.note("Trust").pos()
    room.hands.press(1, trust + QPoint(0, -20))
    room.hands.glide({1: trust + QPoint(0, -200)})
    assert room.note("Trust").pos() == start
    room.hands.release(0, 1)
    room.check()


def test_a_finger_beside_a_note_still_means_it(room: Room) -> None:
    """4 mm of the screen are 15 px."""
    edge = room.on("Queue", QPointF(NOTE_RECT.center().x(), NOTE_RECT.bottom()))
    room.hands.tap(0, edge + QPoint(0, 12))
    assert room.selected() == {"Queue"}
    room.hands.tap(0, edge + QPoint(0, 22))
    assert room.selected() == {"Queue"}


# --- tap, double tap, hold ---


def test_a_tap_selects_and_a_trembling_finger_moves_nothing(room: Room) -> None:
    before = room.steps_of_undo()
    at = room.on("Phone")
    room.hands.press(0, at)
    room.hands.frame(move={0: at + QPoint(5, 4)})
    assert not room.note("Phone").is_lifted
    room.hands.release(0)
    assert room.selected() == {"Phone"}
    assert room.page.view.editor() is None
    assert room.steps_of_undo() == before
    room.check()


def test_a_tap_leaves_what_others_have_picked(room: Room) -> None:
    room.hands.tap(0, room.on("Phone"))
    room.hands.tap(1, room.on("Queue"))
    room.hands.tap(2, room.empty(500, 60))
    assert room.selected() == {"Phone", "Queue"}
    room.clock.seconds += 1
    room.hands.tap(0, room.on("Phone"))
    assert room.selected() == {"Queue"}


def test_on_desk_a_tap_on_empty_wall_selects_nothing(room: Room) -> None:
    room.router.is_room = False
    room.hands.tap(0, room.on("Phone"))
    room.hands.tap(0, room.empty(500, 60))
    assert room.selected() == set()


def test_double_tap_writes_on_the_note(qtbot: QtBot, room: Room) -> None:
    at = room.on("Phone")
    room.hands.tap(0, at)
    room.clock.seconds += 0.4
    room.hands.tap(1, at + QPoint(5, 5))
    editor = room.page.view.editor()
    assert editor is not None
    assert room.scene.focusItem() is editor
    assert room.selected() == {"Phone"}
    qtbot.keyClicks(room.page.view.viewport(), ", rings 3 times")
    room.hands.tap(2, room.empty(500, 60))
    assert room.page.view.editor() is None
    assert room.moment("Phone, rings 3 times")
    room.check()


def test_double_tap_on_a_picked_note_leaves_it_picked(room: Room) -> None:
    room.page.selection.set([room.moment("Phone").id, room.moment("Queue").id])
    room.hands.tap(0, room.on("Phone"))
    assert room.selected() == {"Queue"}
    room.hands.tap(0, room.on("Phone"))
    assert room.selected() == {"Phone", "Queue"}
    assert room.page.view.editor() is not None


def test_a_tap_in_the_text_sets_the_caret(qtbot: QtBot, room: Room) -> None:
    at = room.on("Phone")
    room.hands.tap(0, at)
    room.hands.tap(0, at)
    editor = room.page.view.editor()
    assert editor is not None
    room.hands.tap(1, room.at(editor.scenePos() + QPointF(1, 8)))
    assert room.page.view.editor() is editor
    qtbot.keyClicks(room.page.view.viewport(), "The ")
    assert editor.toPlainText() == "The Phone"
    assert room.selected() == {"Phone"}


def test_taps_of_two_people_are_no_double_tap(room: Room) -> None:
    room.hands.tap(0, room.on("Phone"))
    room.hands.tap(1, room.on("Email"))
    assert room.page.view.editor() is None
    assert room.selected() == {"Phone", "Email"}
    # Two people on one note: far apart, or while the other finger is down.
    room.hands.tap(0, room.on("Queue", QPointF(12, 30)))
    room.hands.tap(1, room.on("Queue", QPointF(88, 40)))
    at = room.on("Trust")
    room.hands.press(0, at)
    room.clock.seconds += 0.1
    room.hands.press(1, at + QPoint(4, 0))
    room.clock.seconds += 0.1
    room.hands.release(0)
    room.hands.release(1)
    assert room.page.view.editor() is None
    assert room.selected() == {"Phone", "Email", "Trust"}


def test_two_taps_on_neighbours_are_no_double_tap(room: Room) -> None:
    room.hands.tap(0, room.on("Phone", QPointF(94, 40)))
    room.hands.tap(0, room.on("Email", QPointF(6, 40)))
    assert room.page.view.editor() is None
    assert room.selected() == {"Phone", "Email"}


def test_two_fingers_that_tap_the_wall_together_do_not_write(room: Room) -> None:
    asked: list[QPointF] = []
    room.router.write_requested.connect(asked.append)
    at = room.empty(500, 60)
    room.hands.press(0, at)
    room.clock.seconds += 0.1
    room.hands.press(1, at + QPoint(25, 0))
    room.clock.seconds += 0.1
    room.hands.release(0)
    room.hands.release(1)
    assert not asked


def test_two_slow_taps_are_no_double_tap(room: Room) -> None:
    room.hands.tap(0, room.on("Phone"))
    room.clock.seconds += 0.5
    room.hands.tap(0, room.on("Phone"))
    assert room.page.view.editor() is None
    assert room.selected() == set()


def test_two_people_double_tap_at_the_same_time(qtbot: QtBot, room: Room) -> None:
    asked: list[QPointF] = []
    room.router.write_requested.connect(asked.append)
    here, there = room.empty(420, 30), room.empty(600, 30)
    for finger, at in enumerate((here, there, here, there)):
        room.hands.tap(finger, at)
    view = room.page.view
    assert [room.spot(view.mapFromScene(one)) for one in asked] == [here, there]


def test_hold_asks_what_can_be_done_at_two_notes_at_once(qtbot: QtBot, room: Room) -> None:
    asked: list[str | None] = []
    room.router.actions_requested.connect(lambda moment_id, _pos: asked.append(moment_id))
    room.hands.frame(press={0: room.on("Phone"), 1: room.on("Queue")})
    rings = (HoldRing,)
    qtbot.waitUntil(lambda: sum(isinstance(one, rings) for one in room.scene.overlays) == 2)
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert set(asked) == {room.moment("Phone").id, room.moment("Queue").id}
    assert not any(isinstance(one, rings) for one in room.scene.overlays)
    room.hands.glide({0: room.on("Phone") + QPoint(80, 0)})
    room.hands.release(0, 1)
    assert room.selected() == set(), "a hold is no tap"
    room.check()


def test_hold_on_empty_wall_asks_there(qtbot: QtBot, room: Room) -> None:
    at = room.empty(500, 60)
    with qtbot.waitSignal(room.router.actions_requested) as asked:
        room.hands.press(0, at)
    moment_id, scene_pos = asked.args
    assert moment_id is None
    assert room.at(scene_pos) == at


def test_a_finger_that_moves_is_no_hold(room: Room) -> None:
    at = room.on("Phone")
    room.hands.press(0, at)
    finger = room.router._fingers[0]
    assert isinstance(finger, NoteFinger)
    assert finger._hold is not None
    room.hands.glide({0: at + QPoint(80, 0)})
    assert finger._hold is None
    wall = room.empty(500, 60)
    room.hands.press(1, wall)
    room.hands.press(2, wall + QPoint(60, 0))
    on_wall = [one for one in room.router._fingers.values() if isinstance(one, WallFinger)]
    assert [one._hold for one in on_wall] == [None, None], "two fingers pinch"


def test_a_tap_ticks_where_a_click_does(qtbot: QtBot, room: Room) -> None:
    room.page.set_phase(Phase.PRIORITIES)
    room.hands.tap(0, room.on("Phone"))
    assert room.moment("Phone").is_ticked
    corner = tick_rect(NOTE_RECT).center()
    room.hands.tap(0, room.on("Queue", corner))
    room.hands.tap(0, room.on("Queue", corner))
    assert not room.moment("Queue").is_ticked, "two taps on a mark are two taps"
    assert room.selected() == {"Phone"}
    with qtbot.waitSignal(room.page.view.hands.clicks.rating_requested) as asked:
        room.hands.tap(0, room.on("Email", face_rect(NOTE_RECT).center()))
    assert asked.args == [room.moment("Email").id]
    room.check()


def test_a_tap_on_a_step_picks_its_notes_and_a_double_tap_names_it(room: Room) -> None:
    column = next(one for one in room.scene.layout_.columns.values() if one.number == 2)
    rect = number_rect(column)
    at = room.at(QPointF(rect.x + 50, rect.y + 8))
    room.hands.tap(0, room.on("Queue"))
    room.hands.tap(0, at)
    assert room.selected() == {"Email", "Queue"}
    room.clock.seconds += 1
    room.hands.tap(0, at)
    assert room.selected() == {"Queue"}
    room.hands.tap(0, at)
    editor = room.page.view.editor()
    assert editor is not None
    assert editor.place.record_id == column.step_id


def test_a_tap_on_a_stage_picks_its_notes(room: Room) -> None:
    room.page.selection.set([room.moment("Phone").id, room.moment("Email").id])
    room.page.actions_.name_stretch()
    room.page.selection.clear()
    band = next(one for one in room.scene.layout_.bands if one.stage_id is not None)
    rect = title_rect(band)
    at = room.at(QPointF(rect.x + 30, rect.y + 8))
    room.hands.tap(0, at)
    assert room.selected() == {"Phone", "Email"}
    room.hands.tap(0, at)
    editor = room.page.view.editor()
    assert editor is not None
    assert editor.place.record_id == band.stage_id


def test_two_pens_colour_at_the_same_time(room: Room) -> None:
    phone = next(one for one in room.page.document.store.all(ContactType) if one.code == "PH")
    room.page.view.hands.pen = Pen(phone.id)
    before = room.steps_of_undo()
    room.hands.frame(press={0: room.on("Phone"), 1: room.on("Queue")})
    room.hands.glide({0: room.on("Email"), 1: room.on("Trust")})
    room.hands.release(0)
    room.hands.release(1)
    coloured = {
        one.text for one in room.page.document.store.all(Moment) if one.contact_type_id == phone.id
    }
    assert coloured == {"Phone", "Email", "Queue", "Trust"}
    assert room.steps_of_undo() == before + 2
    room.check()


def test_a_wall_that_cannot_be_changed_can_be_tapped(room: Room) -> None:
    asked: list[QPointF] = []
    room.router.write_requested.connect(asked.append)
    room.page.view.hands.is_read_only = True
    before = room.steps_of_undo()
    room.hands.drag(0, room.on("Phone"), room.column(3, 0.9))
    room.hands.tap(0, room.on("Queue"))
    room.hands.tap(0, room.on("Queue"))
    room.hands.tap(0, room.empty(500, 60))
    room.hands.tap(0, room.empty(500, 60))
    assert room.selected() == {"Queue"} or room.selected() == set()
    assert room.page.view.editor() is None
    assert not asked
    assert room.steps_of_undo() == before
    room.check()
