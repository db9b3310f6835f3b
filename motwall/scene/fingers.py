"""What a finger on the wall is doing: one object for each, its class is its role.

A finger is told where it is (`move`) and in the end that it was lifted, or taken away (`cancel`: as
if it had never been there). Who is who is decided when a finger goes down, by `touch.py`.
"""

from collections.abc import Sequence
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from typing_extensions import override

from motwall.scene.editor import InlineEditor
from motwall.scene.gestures import DragNotes, Gesture
from motwall.scene.hits import Hit, NoteHit
from motwall.scene.hold_ring import Hold

if TYPE_CHECKING:
    from motwall.scene.touch import TouchRouter

#: A finger that wanders no further than this stays where it is, mm of the screen.
SLOP_MM = 3.0


class Finger:
    """Does nothing: a palm, the second finger on a note, one whose hold has been answered.

    Attributes:
        start: Where it went down, px in the viewport.
        at: Where it is now.
        has_moved: It left the place where it went down.
        is_holding: It has a note in hand: nothing may move beneath it.
    """

    is_holding = False

    def __init__(self, router: "TouchRouter", at: QPointF) -> None:
        """Go down at a point of the viewport."""
        self.router = router
        self.start = self.at = at
        self.has_moved = False

    @property
    def held_ids(self) -> Sequence[str]:
        """The moments that no other finger may take."""
        return ()

    @property
    def drag(self) -> Gesture | None:
        """What it carries about."""
        return None

    def is_on(self, hit: Hit) -> bool:
        """Whether it went down on that."""
        del hit
        return False

    @property
    def scene_pos(self) -> QPointF:
        """Where it is on the wall, mm."""
        return self.router.scene_pos(self.at)

    def move(self, at: QPointF) -> None:
        """It is here now."""
        self.at = at
        way = at - self.start
        if hypot(way.x(), way.y()) > SLOP_MM * self.router.px_per_mm:
            self.has_moved = True

    def lift(self) -> None:
        """It went up."""

    def cancel(self) -> None:
        """It was taken away."""

    def lose(self) -> None:
        """It went up unseen, some time ago."""
        self.cancel()


class GestureFinger(Finger):
    """Does one thing from press to release: presses a button, draws a pen over notes."""

    def __init__(
        self, router: "TouchRouter", at: QPointF, gesture: Gesture, *, is_holding: bool = False
    ) -> None:
        """Begin the gesture, which is made already."""
        super().__init__(router, at)
        self.gesture = gesture
        self.is_holding = is_holding

    @override
    def move(self, at: QPointF) -> None:
        super().move(at)
        self.gesture.move(self.scene_pos)

    @override
    def lift(self) -> None:
        self.gesture.finish(self.scene_pos)

    @override
    def cancel(self) -> None:
        self.gesture.cancel()


class CaretFinger(Finger):
    """In a text that is being written: a tap sets the caret."""

    def __init__(self, router: "TouchRouter", at: QPointF, editor: InlineEditor) -> None:
        """Go down on an editor."""
        super().__init__(router, at)
        self._editor = editor

    @override
    def lift(self) -> None:
        if not self.has_moved and self._editor.scene() is self.router.scene:
            self._editor.put_caret(self.scene_pos)


class RestingFinger(Finger):
    """Stays where it is, so far: a tap if it goes soon, a hold if it stays.

    Attributes:
        hit: What it went down on.
        pressed_at: When, in the seconds of the router's clock.
    """

    def __init__(self, router: "TouchRouter", at: QPointF, hit: Hit) -> None:
        """Begin to wait."""
        super().__init__(router, at)
        self.hit = hit
        self.pressed_at = router.taps.now()
        self._hold: Hold | None = Hold(router, router.scene, self.scene_pos, router.px_per_mm)
        self._hold.held.connect(self._on_held)

    @override
    def is_on(self, hit: Hit) -> bool:
        return self.hit == hit

    def stop_waiting(self) -> None:
        """It is no hold any more."""
        if self._hold is not None:
            self._hold.stop()
            self._hold = None

    @override
    def move(self, at: QPointF) -> None:
        super().move(at)
        if self.has_moved:
            self.stop_waiting()

    @override
    def lift(self) -> None:
        self.stop_waiting()
        if not self.has_moved:
            self.router.tap(self)

    @override
    def cancel(self) -> None:
        self.stop_waiting()

    def _on_held(self) -> None:
        self._hold = None
        self.router.answer_hold(self)


class NoteFinger(RestingFinger):
    """Holds a note, and drags it as soon as it moves."""

    is_holding = True

    def __init__(self, router: "TouchRouter", at: QPointF, hit: NoteHit) -> None:
        """Take the note."""
        super().__init__(router, at, hit)
        self.moment_id = hit.moment_id
        self.grip = self.scene_pos
        self._drag: DragNotes | None = None

    @property
    @override
    def drag(self) -> DragNotes | None:
        return self._drag

    @property
    @override
    def held_ids(self) -> Sequence[str]:
        return (self.moment_id,) if self._drag is None else self._drag.moment_ids

    @override
    def move(self, at: QPointF) -> None:
        super().move(at)
        if self._drag is None and self.has_moved:
            self._drag = self.router.begin_drag(self)
            self.router.watch_layout()
        if self._drag is not None:
            self._drag.move(self.scene_pos)
            self.router.scroll_with(self)

    @override
    def lift(self) -> None:
        super().lift()
        if self._drag is not None:
            self.router.drop(self._drag, self.scene_pos)

    @override
    def cancel(self) -> None:
        super().cancel()
        if self._drag is not None:
            self._drag.cancel()

    @override
    def lose(self) -> None:
        # The note hangs where the finger was last seen: that is where it was meant to be.
        if self._drag is not None:
            self.lift()
        else:
            self.cancel()


class WallFinger(RestingFinger):
    """On empty wall: alone it pans on Desk and does nothing in Room.

    Two of them pan and zoom, see `pinch.py`.
    """

    @override
    def move(self, at: QPointF) -> None:
        before = self.at
        super().move(at)
        if self.has_moved and not self.router.is_room and self.router.is_alone:
            self.router.pan(before, at)


class TitleFinger(WallFinger):
    """On a step's number or a stage's title: carries it, as soon as it moves.

    Unless another finger is on the wall by then: those two pan and zoom.
    """

    def __init__(self, router: "TouchRouter", at: QPointF, hit: Hit) -> None:
        """Go down on a title."""
        super().__init__(router, at, hit)
        self.grip = self.scene_pos
        self._drag: Gesture | None = None

    @property
    @override
    def drag(self) -> Gesture | None:
        return self._drag

    @override
    def move(self, at: QPointF) -> None:
        had_moved = self.has_moved
        RestingFinger.move(self, at)
        if self.has_moved and not had_moved:
            # What makes way for another hand comes back first: it may be what is lifted now.
            self.is_holding = True
            self.router.watch_layout()
            self._drag = self.router.begin_title_drag(self)
            self.is_holding = self._drag is not None
            self.router.watch_layout()
        if self._drag is not None:
            self._drag.move(self.scene_pos)
            self.router.scroll_with(self)

    @override
    def lift(self) -> None:
        super().lift()
        if self._drag is not None:
            self._drag.finish(self.scene_pos)

    @override
    def cancel(self) -> None:
        super().cancel()
        if self._drag is not None:
            self._drag.cancel()
