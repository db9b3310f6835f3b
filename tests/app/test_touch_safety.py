"""Nothing is lost: touch cancel, notes that change under a finger, releases that never came."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QEventPoint
from pytestqt.qtbot import QtBot

from motwall.model.edits.marks import tick
from motwall.model.edits.moments import delete_moments
from motwall.model.records import ContactType
from motwall.scene.contact import Contact
from motwall.scene.hold_ring import HoldRing
from motwall.scene.note_item import NOTE_RECT
from motwall.scene.pen import Pen
from tests.app.touching import Room
from tests.driving import click, double_click, drag
from tests.driving_touch import cancel_touch


def test_touch_cancel_puts_notes_back_in_every_state(room: Room) -> None:
    """One finger only pressing, one dragging, one drawing nothing, two pinching, one ignored."""
    before, undo = room.scene.snapshot(), room.steps_of_undo()
    room.hands.press(0, room.on("Phone"))
    room.hands.press(1, room.on("Queue"))
    room.hands.glide({1: room.on("Queue") + QPoint(100, -20)})
    room.hands.press(2, room.on("Phone") + QPoint(10, 0))
    room.hands.frame(press={3: room.empty(420, 40), 4: room.empty(600, 40)})
    cancel_touch(room.page.view.viewport())
    assert room.scene.snapshot() == before
    assert not room.router.is_busy
    assert room.steps_of_undo() == undo
    room.hands.lift_all()
    assert room.selected() == set()
    room.check()


def test_touch_cancel_with_pens_and_several_notes(room: Room) -> None:
    before, undo = room.scene.snapshot(), room.steps_of_undo()
    phone = room.page.document.store.all(ContactType)[0]
    room.page.view.hands.pen = Pen(phone.id)
    room.hands.press(0, room.on("Phone"))
    room.hands.glide({0: room.on("Email")})
    cancel_touch(room.page.view.viewport())
    assert room.scene.snapshot() == before
    room.hands.lift_all()
    room.page.view.hands.pen = None
    room.page.selection.set([room.moment("Queue").id, room.moment("Trust").id])
    before = room.scene.snapshot()
    room.hands.press(0, room.on("Queue"))
    room.hands.glide({0: room.column(1, 0.1)})
    cancel_touch(room.page.view.viewport())
    assert room.scene.snapshot() == before
    room.hands.lift_all()
    assert room.steps_of_undo() == undo
    room.check()


def test_a_hold_ring_goes_with_the_finger(qtbot: QtBot, room: Room) -> None:
    room.hands.press(0, room.on("Phone"))
    qtbot.waitUntil(lambda: any(isinstance(one, HoldRing) for one in room.scene.overlays))
    cancel_touch(room.page.view.viewport())
    assert not any(isinstance(one, HoldRing) for one in room.scene.overlays)


def test_a_note_deleted_under_a_finger_does_no_harm(room: Room) -> None:
    store = room.page.document.store
    at, queue = room.on("Phone"), room.on("Queue")
    room.hands.frame(press={0: at, 1: queue})
    room.hands.glide({0: at + QPoint(50, 0)})
    gone = [room.moment("Phone").id, room.moment("Queue").id]
    room.push(delete_moments(store, gone))
    room.hands.glide({0: at + QPoint(90, 0), 1: queue + QPoint(0, 40)})
    room.hands.release(0, 1)
    assert room.timeline() == [["Email"], ["Visit"]]
    room.check()


def test_a_note_that_undo_takes_away_while_it_is_held(room: Room) -> None:
    at = room.on("Trust")
    room.hands.press(0, at)
    room.hands.glide({0: at + QPoint(60, -20)})
    room.page.undo()
    assert room.loose() == ["Queue"]
    room.hands.glide({0: at + QPoint(90, -20)})
    room.page.redo()
    room.hands.glide({0: at + QPoint(120, -20)})
    room.hands.release(0)
    assert room.loose() == ["Queue", "Trust"]
    room.check()


def test_a_note_changed_under_a_finger_keeps_both_changes(room: Room) -> None:
    at = room.on("Queue")
    room.hands.press(0, at)
    room.hands.glide({0: room.column(3, 0.5, 70)})
    room.push(tick(room.page.document.store, [room.moment("Queue").id], is_ticked=True))
    assert room.note("Queue").is_lifted
    room.hands.release(0)
    assert room.moment("Queue").is_ticked
    assert room.timeline() == [["Phone"], ["Email"], ["Visit", "Queue"]]
    room.check()


def test_a_release_that_never_came(room: Room) -> None:
    """The panel slept: a new finger has the old one's number, or the old ones are not there."""
    at = QPointF(room.page.view.mapFromScene(room.note("Phone").pos() + NOTE_RECT.center()))
    goal = QPointF(room.page.view.mapFromScene(room.note("Visit").pos() + QPointF(98, 30)))
    pressed, updated = QEventPoint.State.Pressed, QEventPoint.State.Updated
    room.router.follow([Contact(3, pressed, at)], is_all=True)
    room.router.follow([Contact(3, updated, goal)])
    room.router.follow([Contact(3, pressed, at)])
    assert room.timeline() == [["Email"], ["Visit"], ["Phone"]], "it hung where it was let go"
    room.router.follow([Contact(3, updated, goal)])
    room.router.follow([Contact(4, pressed, at)], is_all=True)
    assert room.timeline() == [["Visit"], ["Phone"], ["Email"]]
    room.router.follow([Contact(4, pressed, at)], is_all=True)
    assert set(room.router._fingers) == {4}
    room.router.follow([Contact(9, QEventPoint.State.Released, at)])
    room.router.follow([Contact(4, QEventPoint.State.Released, at)], is_all=True)
    assert room.selected() == {"Visit"}
    room.check()


def test_the_mouse_drags_selects_edits_and_opens_the_menu(room: Room) -> None:
    viewport = room.page.view.viewport()

    def local(text: str) -> QPointF:
        return QPointF(viewport.mapFrom(room.shell.window, room.on(text)))

    click(viewport, local("Email"))
    assert room.selected() == {"Email"}
    goal = QPointF(viewport.mapFrom(room.shell.window, room.column(3, 0.9)))
    drag(viewport, local("Queue"), goal)
    assert room.timeline()[-1] == ["Queue"]
    double_click(viewport, local("Trust"))
    editor = room.page.view.editor()
    assert editor is not None
    assert editor.place.record_id == room.moment("Trust").id
    editor.finish()
    room.check()
