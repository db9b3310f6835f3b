"""The mouse on the wall: which gesture a press begins. What a click means is in `clicks.py`."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from motwall.scene.clicks import Clicks
from motwall.scene.gestures import (
    DragNotes,
    Gesture,
    LiftNotes,
    PenStroke,
    RubberBand,
)
from motwall.scene.hits import Hit, NoteHit, RowHit, hit_at
from motwall.scene.hold_ring import Hold
from motwall.scene.pen import Pen
from motwall.scene.tap_press import TapPress, tap_item_at
from motwall.scene.title_drags import title_drag
from motwall.scene.wall_scene import WallScene

if TYPE_CHECKING:
    from motwall.scene.touch import TouchRouter

#: A press that moves no further than this is a click, px on screen.
SLOP = 4.0


@dataclass(frozen=True, slots=True)
class _Press:
    """A button that went down and may yet become a drag."""

    scene_pos: QPointF
    screen_pos: QPointF
    hit: Hit
    is_adding: bool
    is_range: bool = False


class Hands:
    """Turns presses, moves and releases into gestures; the scene has at most one by mouse.

    Attributes:
        pen: In hand.
        router: The fingers on the same wall. Many panels say that a finger is a mouse, so in Room
            a mouse that is held on a note is answered as they are.
    """

    def __init__(self, scene: WallScene) -> None:
        """Work on one scene."""
        self.clicks = Clicks(scene)
        self.pen: Pen | None = None
        self.router: TouchRouter | None = None
        self._scene = scene
        self._press: _Press | None = None
        self._gesture: Gesture | None = None
        self._hold: Hold | None = None

    @property
    def is_read_only(self) -> bool:
        """The wall can be looked at, but not changed."""
        return self.clicks.is_read_only

    @is_read_only.setter
    def is_read_only(self, is_read_only: bool) -> None:
        self.clicks.is_read_only = is_read_only

    @property
    def is_fixed(self) -> bool:
        """Notes are not written on or moved now: the wall is read-only, or locked."""
        return self.is_read_only or self._scene.document.wall_lock.is_fixed

    @property
    def is_busy(self) -> bool:
        """A drag is under way."""
        return self._gesture is not None

    @property
    def is_carrying(self) -> bool:
        """Something is carried over the wall, or a box drawn on it: the view goes along."""
        return isinstance(self._gesture, LiftNotes | RubberBand)

    def is_on_board(self, scene_pos: QPointF) -> bool:
        """Something to tap is there: keys, a bar."""
        return tap_item_at(self._scene, scene_pos) is not None

    def press(
        self, scene_pos: QPointF, screen_pos: QPointF, modifiers: Qt.KeyboardModifier
    ) -> None:
        """The left button went down."""
        item = tap_item_at(self._scene, scene_pos)
        if item is not None:
            self._gesture = TapPress(self._scene, item)
            return
        adding = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        is_adding = bool(modifiers & adding)
        hit = hit_at(self._scene, scene_pos)
        is_range = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self._press = _Press(scene_pos, screen_pos, hit, is_adding, is_range)
        selection = self._scene.selection
        if isinstance(hit, NoteHit) and self.pen is not None and not self.is_fixed:
            self._gesture = PenStroke(self._scene, self.pen.contact_type_id, scene_pos)
            return
        if isinstance(hit, NoteHit) and not is_adding:
            if hit.moment_id not in selection:
                selection.set([hit.moment_id])
            self._wait_for_hold(scene_pos)

    def move(self, scene_pos: QPointF, screen_pos: QPointF) -> None:
        """The pointer moved with the button down."""
        if self._gesture is None and self._press is not None:
            way = screen_pos - self._press.screen_pos
            if abs(way.x()) + abs(way.y()) > SLOP:
                self._stop_waiting()
                self._gesture = self._begin(self._press)
        if self._gesture is not None:
            self._gesture.move(scene_pos)

    def release(self, scene_pos: QPointF) -> None:
        """The button went up."""
        self._stop_waiting()
        press, gesture = self._press, self._gesture
        self._press = self._gesture = None
        if gesture is not None:
            gesture.finish(scene_pos)
        elif press is not None:
            self.clicks.click(press.hit, is_adding=press.is_adding, is_range=press.is_range)

    def double_click(self, scene_pos: QPointF) -> None:
        """Edit what is there; on something to tap it is one more tap."""
        self._stop_waiting()
        self._press = None
        item = tap_item_at(self._scene, scene_pos)
        if item is not None:
            self._gesture = TapPress(self._scene, item)
        elif self.pen is None:
            hit = hit_at(self._scene, scene_pos)
            if hit is None:
                self.clicks.double_on_wall(scene_pos)
            else:
                self.clicks.double(hit)

    def cancel(self) -> bool:
        """Esc: give up the drag, or put the pen down; returns whether there was something."""
        self._stop_waiting()
        gesture = self._gesture
        self._press = self._gesture = None
        if gesture is not None:
            gesture.cancel()
            return True
        if self.pen is not None:
            self.pen = None
            return True
        return False

    def _wait_for_hold(self, scene_pos: QPointF) -> None:
        self._stop_waiting()
        if self.router is not None and self.router.is_room:
            self._hold = Hold(self._scene, self._scene, scene_pos, self.router.px_per_mm)
            self._hold.held.connect(self._on_held)

    def _stop_waiting(self) -> None:
        if self._hold is not None:
            self._hold.stop()
            self._hold = None

    def _on_held(self) -> None:
        self._hold = None
        press, self._press = self._press, None
        if press is not None and self.router is not None:
            # That the button goes up later means nothing.
            self._gesture = Gesture(self._scene)
            self.router.offer_actions(press.hit, press.scene_pos)

    def _begin(self, press: _Press) -> Gesture | None:
        selection = self._scene.selection
        if (
            press.hit is None
            or isinstance(press.hit, RowHit)
            or (self.is_fixed and not isinstance(press.hit, NoteHit))
        ):
            kept = selection.ids if press.is_adding else ()
            return RubberBand(self._scene, press.scene_pos, kept)
        if not self.clicks.may_change():
            return Gesture(self._scene)  # which does nothing, so that nobody is told no twice
        if not isinstance(press.hit, NoteHit):
            return title_drag(self._scene, press.hit, press.scene_pos)
        if press.hit.moment_id not in selection:
            selection.toggle(press.hit.moment_id)
        return DragNotes(self._scene, selection.ids, press.scene_pos)
