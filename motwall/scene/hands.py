"""The mouse on the wall: which gesture a press begins. What a click means is in `clicks.py`."""

from dataclasses import dataclass

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
from motwall.scene.pen import Pen
from motwall.scene.tap_press import TapPress, tap_item_at
from motwall.scene.title_drags import title_drag
from motwall.scene.wall_scene import WallScene

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
    """Turns presses, moves and releases into gestures; the scene has at most one by mouse."""

    def __init__(self, scene: WallScene) -> None:
        """Work on one scene."""
        self.clicks = Clicks(scene)
        self.pen: Pen | None = None
        self._scene = scene
        self._press: _Press | None = None
        self._gesture: Gesture | None = None

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
        elif isinstance(hit, NoteHit) and not is_adding and hit.moment_id not in selection:
            selection.set([hit.moment_id])

    def move(self, scene_pos: QPointF, screen_pos: QPointF) -> None:
        """The pointer moved with the button down."""
        if self._gesture is None and self._press is not None:
            way = screen_pos - self._press.screen_pos
            if abs(way.x()) + abs(way.y()) > SLOP:
                self._gesture = self._begin(self._press)
        if self._gesture is not None:
            self._gesture.move(scene_pos)

    def release(self, scene_pos: QPointF) -> None:
        """The button went up."""
        press, gesture = self._press, self._gesture
        self._press = self._gesture = None
        if gesture is not None:
            gesture.finish(scene_pos)
        elif press is not None:
            self.clicks.click(press.hit, is_adding=press.is_adding, is_range=press.is_range)

    def double_click(self, scene_pos: QPointF) -> None:
        """Edit what is there; on something to tap it is one more tap."""
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
        gesture = self._gesture
        self._press = self._gesture = None
        if gesture is not None:
            gesture.cancel()
            return True
        if self.pen is not None:
            self.pen = None
            return True
        return False

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
