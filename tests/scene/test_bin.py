"""The bin at the lower edge: there while notes are dragged, a drop on it deletes them."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from typing_extensions import override

from motwall.paint.tokens import DARK
from motwall.scene.bin import Bin
from motwall.scene.gestures import DragNotes, Gesture
from motwall.scene.tap_sizes import DESK_SIZES, TapSizes, room_sizes
from motwall.scene.wall_scene import WallScene
from tests.driving import click, move, press, release
from tests.scene.boards import CLOSE, PX_PER_MM, ROOM, Boards, boards, spread
from tests.scene.conftest import Stand


class BinDrag(DragNotes):
    """A drag that knows the bin, as the program's does."""

    def __init__(
        self, scene: WallScene, moment_ids: Sequence[str], scene_pos: QPointF, the_bin: Bin
    ) -> None:
        super().__init__(scene, moment_ids, scene_pos)
        self._bin = the_bin
        the_bin.appear(self)

    @override
    def move(self, scene_pos: QPointF) -> None:
        super().move(scene_pos)
        self._bin.set_hot(self._bin.covers(scene_pos), self)

    @override
    def finish(self, scene_pos: QPointF) -> None:
        if self._bin.covers(scene_pos):
            self.cancel()
            self._bin.drop(self.moment_ids)
        else:
            self._bin.vanish(self)
            super().finish(scene_pos)

    @override
    def cancel(self) -> None:
        self._bin.vanish(self)
        super().cancel()


@pytest.fixture
def room(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> Boards:
    made = boards(stand)

    def begin(held: object) -> Gesture:
        scene_pos = held.scene_pos  # type: ignore[attr-defined] # a press of Hands
        return BinDrag(stand.scene, stand.selection.ids, scene_pos, made.bin)

    monkeypatch.setattr(stand.view.hands, "_begin", begin)
    return made


def middle(room: Boards) -> QPointF:
    return QRectF(*room.bin.spot).center()


def box(room: Boards) -> QRectF:
    return room.on_view(room.bin.item, room.bin.item._box)


def carry_to(stand: Stand, text: str, *points: QPointF) -> None:
    """Take a note up and move along points of the viewport."""
    viewport = stand.view.viewport()
    start = stand.at(text)
    press(viewport, start)
    for point in (start + QPointF(0, -20), *points):
        move(viewport, point)


def test_a_note_dropped_on_it_is_deleted_and_offered_back(stand: Stand, room: Boards) -> None:
    assert not room.bin.item.isVisible()
    carry_to(stand, "rings")
    assert room.bin.item.isVisible()
    assert not room.bin.item.is_hot
    move(stand.view.viewport(), middle(room))
    assert room.bin.item.is_hot
    release(stand.view.viewport(), middle(room))
    assert not room.bin.item.isVisible()
    assert stand.loose() == ["writes"]
    assert room.said == ["1 note deleted"]
    assert len(stand.document.history._done) == 1
    stand.check()
    room.offers[0]()
    assert stand.loose() == ["rings", "writes"]
    stand.check()


def test_several_notes_go_as_one_step(stand: Stand, room: Boards) -> None:
    click(stand.view.viewport(), stand.at("rings"))
    click(stand.view.viewport(), stand.at("door"), Qt.KeyboardModifier.ControlModifier)
    carry_to(stand, "door", middle(room) + QPointF(0, 400))
    release(stand.view.viewport(), middle(room))
    assert stand.loose() == ["writes"]
    assert stand.steps() == [["sign"], ["mat"], ["till"]]
    assert room.said == ["2 notes deleted"]
    assert len(stand.document.history._done) == 1
    stand.check()


def test_beside_it_a_drop_is_a_drop(stand: Stand, room: Boards) -> None:
    carry_to(stand, "mat")
    beside = QRectF(*room.bin.spot).topLeft() + QPointF(-40, 0)
    move(stand.view.viewport(), middle(room))
    move(stand.view.viewport(), beside)
    assert not room.bin.item.is_hot
    release(stand.view.viewport(), beside)
    assert stand.loose() == ["mat", "rings", "writes"]
    assert not room.bin.item.isVisible()
    stand.check()


def test_escape_takes_it_away(stand: Stand, room: Boards) -> None:
    carry_to(stand, "rings")
    move(stand.view.viewport(), middle(room))
    stand.view.hands.cancel()
    assert not room.bin.item.isVisible()
    assert not room.bin.contains(middle(room))
    release(stand.view.viewport(), middle(room))
    assert stand.loose() == ["rings", "writes"]
    stand.check()


def test_it_stays_as_long_as_any_hand_drags_and_is_hot_for_any(room: Boards) -> None:
    one, other = object(), object()
    room.bin.appear(one)
    room.bin.appear(other)
    room.bin.set_hot(True, one)
    room.bin.set_hot(False, other)
    assert room.bin.item.is_hot
    room.bin.vanish(one)
    assert room.bin.item.isVisible()
    assert not room.bin.item.is_hot
    room.bin.vanish(other)
    assert not room.bin.item.isVisible()


def test_notes_that_are_gone_already_are_passed_over(stand: Stand, room: Boards) -> None:
    room.bin.drop([stand.moment("rings").id, "0" * 32])
    assert stand.loose() == ["writes"]
    room.bin.drop(["0" * 32])
    assert room.said == ["1 note deleted"]


@pytest.mark.parametrize("sizes", [ROOM, room_sizes(3.2), DESK_SIZES], ids=["86", "55", "desk"])
@pytest.mark.parametrize("zoom", [0.5, 1.0, 3.0])
def test_it_keeps_size_and_place_at_any_zoom(stand: Stand, sizes: TapSizes, zoom: float) -> None:
    shown = boards(stand, sizes)
    shown.bin.appear()
    stand.view.zoom_by(zoom)
    stand.view.horizontalScrollBar().setValue(40)
    port = QRectF(stand.view.viewport().rect())
    seen = box(shown)
    assert port.adjusted(-CLOSE, -CLOSE, CLOSE, CLOSE).contains(seen)
    assert seen.height() >= sizes.button
    assert seen.bottom() > port.bottom() - 2 * sizes.gap
    assert abs(seen.center().x() - port.center().x()) < 1
    assert shown.bin.contains(seen.center())
    if sizes is ROOM:
        assert seen.height() >= 20 * PX_PER_MM


def test_it_follows_the_edge_of_the_window(stand: Stand, room: Boards) -> None:
    room.bin.appear()
    stand.view.is_fitting = False
    stand.view.resize(700, 300)
    assert stand.view.viewport().rect().toRectF().contains(box(room).adjusted(1, 1, -1, -1))


def test_it_says_what_letting_go_does(stand: Stand, room: Boards) -> None:
    spread(stand, rings=(0.0, 0.0))
    room.bin.appear()
    at = (QRectF(*room.bin.spot).topLeft() + QPointF(12, 12)).toPoint()
    cool = stand.view.grab().toImage().pixelColor(at)
    room.bin.set_hot(True)
    hot = stand.view.grab().toImage().pixelColor(at)
    assert hot.red() > 100 > hot.green()
    assert abs(cool.red() - cool.green()) < 12
    room.bin.set_hot(False)
    stand.scene.set_tokens(DARK)
    assert stand.view.grab().toImage().pixelColor(at).lightness() > cool.lightness()
