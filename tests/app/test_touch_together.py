"""Several hands hold notes: each drop counts at once, and nothing moves beneath the others."""

from dataclasses import dataclass, field

import shiboken6
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.edits.moments import add_moments
from motwall.model.records import Moment
from motwall.model.targets import UnsortedTarget
from motwall.scene.fingers import NoteFinger
from motwall.scene.gestures import DragNotes
from motwall.scene.tap_item import TapItem
from tests.app.touching import Room
from tests.driving import double_click, move, press, release
from tests.driving_touch import cancel_touch


def places(room: Room) -> dict[str, QPointF]:
    """Where every note is shown."""
    return {one.look.text: one.pos() for one in room.scene.notes()}


def others(room: Room, *texts: str) -> dict[str, QPointF]:
    return {text: at for text, at in places(room).items() if text not in texts}


def dragging(room: Room, finger: int) -> DragNotes:
    found = room.router._fingers[finger]
    assert isinstance(found, NoteFinger)
    assert found.drag is not None
    return found.drag


def test_a_drop_moves_nothing_beneath_another_hand(room: Room) -> None:
    before = room.steps_of_undo()
    room.hands.press(0, room.on("Queue"))
    room.hands.press(1, room.on("Trust"))
    room.hands.glide({0: room.column(1, 0.1), 1: room.column(3, 0.9)})
    held, still = room.note("Trust").pos(), others(room, "Queue", "Trust")
    dropped_at = room.note("Queue").pos()
    room.hands.release(0)
    assert room.timeline() == [["Queue"], ["Phone"], ["Email"], ["Visit"]], "it counts at once"
    assert room.note("Trust").pos() == held
    assert others(room, "Queue", "Trust") == still
    assert room.note("Queue").pos() == dropped_at, "it waits where it was dropped"
    room.hands.release(1)
    assert room.timeline() == [["Queue"], ["Phone"], ["Email"], ["Visit"], ["Trust"]]
    assert room.steps_of_undo() == before + 2
    room.check()
    room.page.undo()
    assert room.timeline() == [["Queue"], ["Phone"], ["Email"], ["Visit"]]
    room.page.undo()
    assert room.timeline() == [["Phone"], ["Email"], ["Visit"]]
    room.check()


def test_drops_mean_what_is_shown(room: Room) -> None:
    """Three people drop while the wall is held: into one gap, a stack, the last gap."""
    room.hands.press(0, room.on("Queue"))
    room.hands.press(1, room.on("Trust"))
    room.hands.press(2, room.on("Phone"))
    gap = room.column(3, 0.1)
    room.hands.glide({0: gap, 1: gap + QPoint(4, 4), 2: room.column(3, 0.5, 60)})
    room.hands.release(0)
    room.hands.release(2)
    room.hands.release(1)
    assert room.timeline() == [["Email"], ["Queue"], ["Trust"], ["Visit", "Phone"]]
    room.check()


def test_a_step_that_was_emptied_is_still_a_place(room: Room) -> None:
    visit = room.column(3, 0.5, 60)
    room.hands.press(0, room.on("Visit"))
    room.hands.press(1, room.on("Trust"))
    room.hands.glide({0: room.column(1, 0.1), 1: visit})
    room.hands.release(0)
    room.hands.release(1)
    assert room.timeline() == [["Visit"], ["Phone"], ["Email"], ["Trust"]]
    room.check()


def test_neighbours_make_way_for_one_hand_only(room: Room) -> None:
    room.hands.press(0, room.on("Queue"))
    room.hands.glide({0: room.column(2, 0.1)})
    email = room.note("Email")
    assert email.pos() != email.home
    room.hands.press(1, room.on("Trust"))
    assert email.pos() == email.home
    room.hands.glide({0: room.column(1, 0.1), 1: room.column(3, 0.9)})
    assert all(room.note(text).pos() == room.note(text).home for text in ("Phone", "Email"))
    assert dragging(room, 0)._cue.isVisible(), "the cue is shown all the same"
    room.hands.release(1)
    room.hands.glide({0: room.column(2, 0.1)})
    assert email.pos() != email.home
    room.hands.release(0)
    room.check()


def test_a_finger_that_only_rests_on_a_note_keeps_it_in_place(room: Room) -> None:
    room.hands.press(5, room.on("Phone"))
    room.hands.drag(0, room.on("Queue"), room.column(1, 0.1))
    phone = room.note("Phone")
    assert room.timeline()[0] == ["Queue"]
    assert phone.pos() == phone.home
    assert room.on("Phone") == room.hands.down[5]
    room.hands.release(5)
    assert room.on("Phone") != room.column(1, 0.5)
    assert room.selected() == {"Phone"}
    room.check()


def test_a_note_that_waits_can_be_taken_again(room: Room) -> None:
    room.hands.press(5, room.on("Phone"))
    room.hands.drag(0, room.on("Queue"), room.column(1, 0.1))
    room.hands.drag(0, room.on("Queue"), room.column(3, 0.9))
    room.hands.release(5)
    assert room.timeline() == [["Phone"], ["Email"], ["Visit"], ["Queue"]]
    room.check()


def test_a_drop_where_it_was_changes_nothing(room: Room) -> None:
    before, undo = room.scene.snapshot(), room.steps_of_undo()
    at = room.on("Email")
    room.hands.press(5, room.on("Queue"))
    room.hands.press(0, at)
    room.hands.glide({0: at + QPoint(0, 60)})
    room.hands.glide({0: at + QPoint(20, 10)})
    room.hands.release(0)
    cancel_touch(room.page.view.viewport())
    assert room.scene.snapshot() == before
    assert room.steps_of_undo() == undo
    room.check()


def test_what_others_write_waits_while_hands_are_on_the_wall(room: Room) -> None:
    """A note from quick add appears when the hands are off; undo does not pull a note away."""
    at = room.on("Queue")
    room.hands.press(0, at)
    room.hands.glide({0: at + QPoint(60, -20)})
    still = others(room, "Queue")
    document = room.page.document
    spot = UnsortedTarget(300.0, 10.0)
    room.push(add_moments(document.store, ["Sign"], spot, document.clock.new_id))
    held = room.note("Queue").pos()
    assert {text: at for text, at in others(room, "Queue").items() if text != "Sign"} == still
    room.page.undo()
    room.page.redo()
    assert room.note("Queue").pos() == held
    room.hands.release(0)
    assert room.loose() == ["Queue", "Sign", "Trust"]
    room.check()


def test_the_wall_does_not_scroll_under_a_finger(room: Room) -> None:
    view = room.page.view
    view.zoom_to(4.0)
    view.show_note(room.moment("Phone").id)
    at = room.on("Phone")
    seen = view.mapToScene(QPoint(0, 0))
    room.hands.press(0, at)
    room.hands.glide({0: at + QPoint(30, 10)})
    room.page.selection.set([room.moment("Visit").id])
    room.page.bottom_bar.quick_add.added.emit(room.moment("Trust").id)
    assert view.mapToScene(QPoint(0, 0)) == seen
    room.hands.release(0)
    view.show_note(room.moment("Visit").id)
    assert view.mapToScene(QPoint(0, 0)) != seen


def test_a_drop_that_cannot_be_written_goes_back(room: Room) -> None:
    before = room.scene.snapshot()
    path = room.path
    away = path.with_suffix(".away")
    room.hands.press(5, room.on("Trust"))
    room.hands.press(0, room.on("Queue"))
    room.hands.glide({0: room.column(1, 0.1)})
    path.rename(away)
    room.hands.release(0)
    away.rename(path)
    queue = room.note("Queue")
    assert queue.pos() == queue.home
    assert room.page.message_bar.text
    cancel_touch(room.page.view.viewport())
    assert room.scene.snapshot() == before
    room.check()


def test_a_finger_and_the_mouse_do_not_share_a_note(room: Room) -> None:
    viewport = room.page.view.viewport()
    start = QPointF(viewport.mapFrom(room.shell.window, room.on("Queue")))
    goal = start + QPointF(40, -20)
    press(viewport, start)
    move(viewport, goal)
    held = room.note("Queue").pos()
    room.hands.drag(0, room.on("Queue"), room.column(3, 0.9))
    assert room.note("Queue").pos() == held
    release(viewport, goal)
    assert room.timeline() == [["Phone"], ["Email"], ["Visit"]]
    room.check()


# --- what can be tapped on the wall ---


class Key(TapItem):
    """A key of 40 mm."""

    def __init__(self, written: list[str], letter: str) -> None:
        super().__init__()
        self._written = written
        self._letter = letter
        self.setZValue(120_000.0)

    @override
    def tap(self) -> None:
        self._written.append(self._letter)

    @override
    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, 40, 40)

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.fillRect(self.boundingRect(), "#333333")


@dataclass
class Keys:
    """Two keys, the first over the note "Queue", and what they wrote."""

    room: Room
    written: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.a, self.b = Key(self.written, "a"), Key(self.written, "b")
        self.a.setPos(self.room.note("Queue").pos() + QPointF(30, 20))
        self.b.setPos(self.room.note("Trust").pos() + QPointF(200, 20))
        self.room.scene.add_overlay(self.a)
        self.room.scene.add_overlay(self.b)

    def at(self, key: Key) -> QPoint:
        return self.room.at(key.sceneBoundingRect().center())


def test_two_people_press_two_keys_at_once(room: Room) -> None:
    keys = Keys(room)
    a, b = keys.at(keys.a), keys.at(keys.b)
    for _ in range(3):
        room.hands.press(0, a)
        room.hands.press(1, b)
        assert keys.a.is_down
        assert keys.b.is_down
        room.hands.release(0)
        room.hands.release(1)
    assert "".join(keys.written) == "ababab"
    assert not keys.a.is_down
    assert room.selected() == set(), "what lies under a key is not tapped"


def test_a_finger_that_slides_off_a_key_does_not_press_it(room: Room) -> None:
    keys = Keys(room)
    a = keys.at(keys.a)
    room.hands.press(0, a)
    room.hands.glide({0: a + QPoint(0, 120)})
    assert not keys.a.is_down
    room.hands.glide({0: a})
    assert keys.a.is_down
    room.hands.glide({0: a + QPoint(0, 120)})
    room.hands.release(0)
    room.hands.press(0, a)
    cancel_touch(room.page.view.viewport())
    room.hands.lift_all()
    assert not keys.a.is_down
    assert keys.written == []
    assert room.timeline() == [["Phone"], ["Email"], ["Visit"]]


def test_a_second_finger_on_a_key_waits_for_the_first(room: Room) -> None:
    keys = Keys(room)
    a = keys.at(keys.a)
    room.hands.press(0, a)
    room.hands.press(1, a + QPoint(5, 5))
    room.hands.release(1)
    assert keys.a.is_down
    room.hands.release(0)
    assert keys.written == ["a"]


def test_a_key_beside_the_finger_counts_if_nothing_else_is_there(room: Room) -> None:
    keys = Keys(room)
    edge = keys.b.sceneBoundingRect()
    room.hands.tap(0, room.at(QPointF(edge.center().x(), edge.bottom())) + QPoint(0, 12))
    assert keys.written == ["b"]


def test_a_key_that_is_closed_under_a_finger_does_no_harm(room: Room) -> None:
    """Somebody else closes the bar; Qt deletes what was on it."""
    keys = Keys(room)
    bar = QGraphicsRectItem(0, 0, 300, 100)
    bar.setPos(room.note("Queue").pos())
    keys.room.scene.add_overlay(bar)
    keys.a.setParentItem(bar)
    a, b = keys.at(keys.a), keys.at(keys.b)
    room.hands.frame(press={0: a, 1: b})
    room.scene.remove_overlay(keys.b)
    room.scene.remove_overlay(bar)
    shiboken6.delete(bar)
    assert not shiboken6.isValid(keys.a)
    room.hands.glide({0: a + QPoint(3, 0), 1: b + QPoint(3, 0)})
    room.hands.release(0)
    room.hands.release(1)
    assert keys.written == []
    room.hands.press(0, room.on("Queue"))
    room.hands.lift_all()
    assert room.selected() == {"Queue"}


def test_the_mouse_presses_what_can_be_tapped(room: Room) -> None:
    keys = Keys(room)
    viewport = room.page.view.viewport()
    at = QPointF(viewport.mapFrom(room.shell.window, keys.at(keys.a)))
    press(viewport, at)
    assert keys.a.is_down
    release(viewport, at)
    double_click(viewport, at)
    assert keys.written == ["a", "a", "a"]
    press(viewport, at)
    move(viewport, at + QPointF(0, 150))
    release(viewport, at + QPointF(0, 150))
    assert keys.written == ["a", "a", "a"]
    assert room.selected() == set()


def test_two_people_type_on_two_notes_at_once(room: Room) -> None:
    """Strictly interleaved, with overlapping presses."""
    pads = [room.page.on_wall.pads.open_at(room.moment(text).id) for text in ("Phone", "Trust")]
    ids = [room.moment(text).id for text in ("Phone", "Trust")]

    def key(number: int, words: str) -> QPoint:
        pad = pads[number]
        assert pad is not None
        return room.at(pad.key(words).sceneBoundingRect().center())

    for first, second in zip("queue", "trust", strict=True):
        room.hands.press(0, key(0, first))
        room.hands.press(1, key(1, second))
        room.hands.release(0)
        room.hands.release(1)
    room.hands.tap(0, key(0, "Done"))
    room.hands.tap(1, key(1, "Done"))
    store = room.page.document.store
    assert [store.get(Moment, one).text for one in ids] == ["Phonequeue", "Trusttrust"]
    assert room.selected() == set()
    room.check()
