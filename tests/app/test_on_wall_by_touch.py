"""Bars and key pads under several people's fingers, in the program's own window."""

import pytest
from PySide6.QtCore import QPoint, QRectF
from pytestqt.qtbot import QtBot

from motwall.model.records import Rating
from motwall.scene.action_bar import ActionBar
from motwall.scene.bar_pages import Page
from motwall.scene.key_pad import KeyPad
from motwall.scene.tap_button import TapButton
from motwall.scene.tap_sizes import room_sizes
from tests.app.touching import Room
from tests.driving_touch import cancel_touch


@pytest.fixture
def wall(room: Room) -> Room:
    """In Room, on a panel on which everything has room."""
    room.page.on_wall.set_sizes(room_sizes(1.4))
    return room


def on(room: Room, button: TapButton) -> QPoint:
    """The middle of a button in the window."""
    shown = button.deviceTransform(room.page.view.viewportTransform())
    return room.spot(shown.mapRect(QRectF(button.rect)).center().toPoint())


def pad_at(room: Room, text: str) -> KeyPad:
    pad = room.page.on_wall.pads.open_at(room.moment(text).id)
    assert pad is not None
    return pad


def bar_at(room: Room, text: str) -> ActionBar:
    bar = room.page.on_wall.bars.open_at(room.moment(text).id)
    assert bar is not None
    return bar


def test_two_people_type_with_their_fingers_down_together(wall: Room) -> None:
    one, other = pad_at(wall, "Queue"), pad_at(wall, "Trust")
    for first, second in zip("long", "more", strict=True):
        wall.hands.frame(press={0: on(wall, one.key(first)), 1: on(wall, other.key(second))})
        assert one.key(first).is_down
        assert other.key(second).is_down
        wall.hands.release(0, 1)
    wall.hands.tap(0, on(wall, one.key("Done")))
    wall.hands.tap(1, on(wall, other.key("Done")))
    assert wall.moment("Queuelong")
    assert wall.moment("Trustmore")
    wall.check()


def test_two_thumbs_on_one_pad(wall: Room) -> None:
    pad = pad_at(wall, "Queue")
    wall.hands.press(0, on(wall, pad.key("s")))
    wall.hands.press(1, on(wall, pad.key("t")))
    wall.hands.release(0)
    wall.hands.press(0, on(wall, pad.key("u")))
    wall.hands.release(1)
    wall.hands.release(0)
    assert pad.text == "Queuestu"


def test_a_shifted_letter_under_two_thumbs_changes_the_keys_when_both_are_off(wall: Room) -> None:
    pad = pad_at(wall, "Queue")
    wall.hands.tap(0, on(wall, pad.key("shift")))
    wall.hands.press(0, on(wall, pad.key("S")))
    wall.hands.press(1, on(wall, pad.key("T")))
    wall.hands.release(0)
    wall.hands.release(1)
    assert pad.text == "QueueST"
    assert pad.key("s")


def test_held_keys_of_two_people_each_have_their_time(qtbot: QtBot, wall: Room) -> None:
    one, other = pad_at(wall, "Queue"), pad_at(wall, "Trust")
    wall.hands.press(0, on(wall, one.key("backspace")))
    wall.hands.press(1, on(wall, other.key("a")))
    qtbot.waitUntil(lambda: one.text == "Q", timeout=5000)
    assert "ä" in {each.look.letters for each in other.buttons}
    wall.hands.release(0, 1)
    wall.hands.tap(1, on(wall, other.key("ä")))
    assert other.text == "Trustä"


def test_four_holds_open_four_bars_and_four_fingers_use_them(qtbot: QtBot, wall: Room) -> None:
    texts = ("Phone", "Visit", "Queue", "Trust")
    wall.hands.frame(press={place: wall.on(text) for place, text in enumerate(texts)})
    bars = wall.page.on_wall.bars
    qtbot.waitUntil(lambda: len(bars.open_bars()) == len(texts), timeout=5000)
    wall.hands.release(0, 1, 2, 3)
    assert wall.page.selection.ids == ()
    shown = [bar_at(wall, text) for text in texts]
    shown[1].go(Page.FACE)
    aims = ("Tick", "Neutral", "Duplicate", "Delete")
    points = {
        finger: on(wall, bar.button(words))
        for finger, (bar, words) in enumerate(zip(shown, aims, strict=True))
    }
    wall.hands.frame(press=points)
    assert all(bar.button(words).is_down for bar, words in zip(shown, aims, strict=True))
    wall.hands.release(0, 1, 2, 3)
    assert wall.moment("Phone").is_ticked
    assert wall.moment("Visit").rating is Rating.NEUTRAL
    assert wall.loose() == ["Queue", "Queue"]
    wall.check()


def test_touch_taken_away_taps_nothing(wall: Room) -> None:
    bar = bar_at(wall, "Phone")
    wall.hands.press(0, on(wall, bar.button("Delete")))
    cancel_touch(wall.page.view.viewport())
    assert not bar.is_pressed
    assert wall.moment("Phone")
    pad = pad_at(wall, "Queue")
    wall.hands.press(0, on(wall, pad.key("a")))
    cancel_touch(wall.page.view.viewport())
    assert pad.text == "Queue"


def test_a_bar_is_used_while_another_drags_its_neighbour(wall: Room) -> None:
    bar = bar_at(wall, "Phone")
    start = wall.on("Trust")
    wall.hands.press(0, start)
    wall.hands.glide({0: start + QPoint(120, 30)})
    wall.hands.tap(1, on(wall, bar.button("Tick")))
    assert wall.moment("Phone").is_ticked
    wall.hands.release(0)
    wall.check()


def test_a_pad_stays_under_the_fingers_while_its_note_moves(wall: Room) -> None:
    pad = pad_at(wall, "Queue")
    key = on(wall, pad.key("x"))
    wall.hands.press(0, key)
    verbs = wall.page.actions_.verbs
    verbs.to_new_step([wall.moment("Queue").id])
    assert on(wall, pad.key("x")) == key
    wall.hands.release(0)
    assert pad.text == "Queuex"
