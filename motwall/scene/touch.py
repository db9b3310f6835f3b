"""Fingers on the wall: any number of people, each with any number of them.

One router on the viewport owns every finger; items of the scene never see touch. A finger that goes
down becomes an object of `fingers.py`:

    on something to tap       GestureFinger with a TapPress (action bars, key pads, posts)
    in a text being written   CaretFinger
    on a note                 NoteFinger: tap, hold or drag; with a pen in hand a GestureFinger
    on a note in other hands  Finger, which does nothing; so does a palm
    on a title                TitleFinger: tap, hold, or carry a step or a stage
    anywhere else             WallFinger: two of them pan and pinch while nobody holds a note

The mouse does not come here: see `hands.py`. What a tap means is shared with it: `clicks.py`.
"""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QInputDevice, QTouchEvent

from motwall.scene.contact import Contact, contacts_in
from motwall.scene.editor import InlineEditor
from motwall.scene.fingers import (
    CaretFinger,
    Finger,
    GestureFinger,
    NoteFinger,
    RestingFinger,
    TitleFinger,
    WallFinger,
)
from motwall.scene.gestures import DragNotes, Gesture, PenStroke
from motwall.scene.held_layout import HeldLayout
from motwall.scene.hits import Hit, NoteHit, NotePart, hit_at, hit_near
from motwall.scene.pinch import Pinch, scene_pos_at, show_at
from motwall.scene.tap_press import TapPress, tap_item_at
from motwall.scene.taps import Taps
from motwall.scene.title_drags import TITLES, title_drag

if TYPE_CHECKING:
    from motwall.scene.handled_view import HandledView

#: A finger beside a note or a button by this much still means it, mm of the screen.
PAD_MM = 4.0
#: What touches the panel over more than this is no finger, mm.
PALM_MM = 30.0
#: Of a laptop's screen, px.
DESK_PX_PER_MM = 96 / 25.4
PINCHING = 2


class TouchRouter(QObject):
    """Owns the fingers on one view.

    Attributes:
        is_room: Several people at a panel, rather than one at a laptop.
        px_per_mm: Logical pixels of the screen per mm of it.
        taps: What was tapped last.
        is_acting: What happens just now is a finger's doing: who has the keyboard keeps it.
    """

    #: Write a new note there: a double tap on empty wall. Carries the point of the scene.
    write_requested = Signal(QPointF)
    #: What can be done there: a hold. Carries the moment's id, or None for empty wall, and the
    #: point of the scene.
    actions_requested = Signal(object, QPointF)

    def __init__(self, view: "HandledView", now: Callable[[], float] = monotonic) -> None:
        """Own the fingers on a view; `now` tells seconds."""
        super().__init__(view)
        self.is_room = False
        self.px_per_mm = DESK_PX_PER_MM
        self.taps = Taps(now)
        self.scene = view.wall_scene
        self._view = view
        self._hands = view.hands
        self._hands.router = self
        self._fingers: dict[int, Finger] = {}
        self.is_acting = False
        self._pinch: Pinch | None = None
        self._pinching: list[WallFinger] = []
        self._layout = HeldLayout(view.wall_scene)

    @property
    def is_touched(self) -> bool:
        """A finger is on the wall."""
        return bool(self._fingers)

    @property
    def is_busy(self) -> bool:
        """Or goes up just now: the wall must not scroll by itself."""
        return self.is_acting or self.is_touched

    @property
    def is_alone(self) -> bool:
        """There is one finger only."""
        return len(self._fingers) == 1

    @property
    def holders(self) -> int:
        """How many fingers have a note in hand."""
        return sum(one.is_holding for one in self._fingers.values())

    @property
    def slack(self) -> float:
        """How far beside something a finger still means it, mm of the wall."""
        return PAD_MM * self.px_per_mm / self._view.pixels_per_mm

    def scene_pos(self, view_pos: QPointF) -> QPointF:
        """The point of the wall, mm, at a point of the viewport."""
        return scene_pos_at(self._view, view_pos)

    # --- what the panel says ---

    def handle(self, event: QTouchEvent) -> bool:
        """Take a touch event of the viewport; False if it is a trackpad's, which scrolls."""
        if event.device().type() != QInputDevice.DeviceType.TouchScreen:
            return False
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self.cancel()
            return True
        # The first to go down and the last to go up are alone on the wall.
        is_all = event.type() in {QEvent.Type.TouchBegin, QEvent.Type.TouchEnd}
        self.follow(contacts_in(event), is_all=is_all)
        return True

    def follow(self, contacts: list[Contact], *, is_all: bool = False) -> None:
        """Take what happened at one time, in one pass.

        Args:
            contacts: Of the fingers that are down, or went up just now.
            is_all: There are no others: those that are missing went up unseen.
        """
        self.is_acting = True
        try:
            if is_all:
                for lost in self._fingers.keys() - {one.finger_id for one in contacts}:
                    self._lose(lost)
            for one in contacts:
                if one.is_pressed:
                    self._press(one)
            self.watch_layout()
            for one in contacts:
                self._move(one)
            self._move_pinch()
            for one in contacts:
                if one.is_released and one.finger_id in self._fingers:
                    self._fingers.pop(one.finger_id).lift()
        finally:
            self.is_acting = False
            self.watch_layout()
            is_one = self.is_alone and self.holders == 1 and not self._view.is_dragging
            self._view.paint_as_one(is_wanted=is_one)

    def cancel(self) -> None:
        """Let go of everything: notes go back to where they were."""
        fingers = list(self._fingers.values())
        self._fingers.clear()
        for finger in fingers:
            finger.cancel()
        self._pinch = None
        self.watch_layout()

    # --- what fingers ask for ---

    def begin_drag(self, finger: NoteFinger) -> DragNotes | None:
        """Lift the note, with all that is selected if it is and nobody else is at the wall."""
        if self.scene.note(finger.moment_id) is None:
            return None
        if not self._hands.clicks.may_change():
            self._put_aside(finger)
            return None
        selection = self.scene.selection
        is_group = self.is_alone and finger.moment_id in selection
        ids = selection.ids if is_group else (finger.moment_id,)
        return DragNotes(self.scene, ids, finger.grip)

    def begin_title_drag(self, finger: TitleFinger) -> Gesture | None:
        """Lift a step or a stage, or take an end of one; None if that cannot be now."""
        if self._on_wall():
            return None
        if not self._hands.clicks.may_change():
            self._put_aside(finger)
            return None
        return title_drag(self.scene, finger.hit, finger.grip)

    def watch_layout(self) -> None:
        """Keep the wall as it is laid out while anybody has notes in hand; then let it rest."""
        if self._layout.is_held and not self.holders:
            self._view.edges.stop()
        drags = [one.drag for one in self._fingers.values()]
        self._layout.watch(self.holders, [one for one in drags if one is not None])

    def scroll_with(self, finger: Finger) -> None:
        """Take the view along at its edge; with others on the wall it stays where it is."""
        if self.is_alone:
            self._view.edges.follow(finger.at, finger.move)
        else:
            self._view.edges.stop()

    def drop(self, drag: DragNotes, scene_pos: QPointF) -> None:
        """Drop notes."""
        self._layout.drop(drag, scene_pos)

    def tap(self, finger: RestingFinger) -> None:
        """A finger went up where it had gone down."""
        hit = finger.hit
        is_mark = isinstance(hit, NoteHit) and hit.part is not NotePart.BODY
        is_double = not is_mark and self.taps.is_double(
            hit, finger.at, finger.pressed_at, self.px_per_mm
        )
        if is_double:
            self._double_tap(hit, finger.scene_pos)
        elif hit is None:
            self._tap_wall()
        else:
            self._hands.clicks.tap(hit, finger.scene_pos)

    def answer_hold(self, finger: RestingFinger) -> None:
        """A finger has stayed where it went down; that it goes up later means nothing."""
        self._put_aside(finger)
        self.offer_actions(finger.hit, finger.scene_pos)

    def offer_actions(self, hit: Hit, scene_pos: QPointF) -> None:
        """Offer what can be done where a finger or a mouse was held."""
        moment_id = hit.moment_id if isinstance(hit, NoteHit) else None
        if moment_id is None or self.scene.note(moment_id) is not None:
            self.actions_requested.emit(moment_id, scene_pos)

    def pan(self, before: QPointF, after: QPointF) -> None:
        """Let the wall follow a finger from one point of the viewport to another."""
        show_at(self._view, self._view.pixels_per_mm, self.scene_pos(before), after)

    # --- inside ---

    def _press(self, contact: Contact) -> None:
        if contact.finger_id in self._fingers:
            self._lose(contact.finger_id)
        self._fingers[contact.finger_id] = self._finger_for(contact)
        on_wall = self._on_wall()
        if len(on_wall) > 1:
            for one in on_wall:
                one.stop_waiting()

    def _lose(self, finger_id: int) -> None:
        self._fingers.pop(finger_id).lose()
        self.watch_layout()

    def _finger_for(self, contact: Contact) -> Finger:
        at, scene_pos, slack = contact.at, self.scene_pos(contact.at), self.slack
        item = tap_item_at(self.scene, scene_pos)
        # Asking what is on the wall may lay it out, and boards move with it: not under this finger.
        hit = hit_at(self.scene, scene_pos) if item is None else None
        if item is None and hit is None:
            item = tap_item_at(self.scene, scene_pos, slack)
            hit = hit_near(self.scene, scene_pos, slack)
        editors = (one for one in self.scene.items(scene_pos) if isinstance(one, InlineEditor))
        editor = next(editors, None)
        if contact.width > PALM_MM * self.px_per_mm or (item is not None and item.is_down):
            return Finger(self, at)
        if item is not None:
            return GestureFinger(self, at, TapPress(self.scene, item, slack))
        if editor is not None:
            return CaretFinger(self, at, editor)
        if isinstance(hit, NoteHit):
            return self._finger_on_note(at, hit)
        if not isinstance(hit, TITLES):
            return WallFinger(self, at, hit)
        is_carried = any(one.drag and one.is_on(hit) for one in self._fingers.values())
        return Finger(self, at) if is_carried else TitleFinger(self, at, hit)

    def _finger_on_note(self, at: QPointF, hit: NoteHit) -> Finger:
        item = self.scene.note(hit.moment_id)
        is_waiting = self._layout.is_dropped(hit.moment_id)
        is_in_hand = item is not None and item.is_lifted and not is_waiting
        if is_in_hand or any(hit.moment_id in one.held_ids for one in self._fingers.values()):
            return Finger(self, at)
        pen = self._hands.pen
        if pen is not None and not self._hands.is_fixed:
            stroke = PenStroke(self.scene, pen.contact_type_id, self.scene_pos(at))
            return GestureFinger(self, at, stroke, is_holding=True)
        return NoteFinger(self, at, hit)

    def _move(self, contact: Contact) -> None:
        finger = self._fingers.get(contact.finger_id)
        if finger is None:
            return
        if contact.width > PALM_MM * self.px_per_mm and not finger.has_moved:
            # A palm comes down like a finger and then grows.
            finger.cancel()
            finger = self._fingers[contact.finger_id] = Finger(self, contact.at)
        finger.move(contact.at)

    def _move_pinch(self) -> None:
        on_wall = self._on_wall()
        if len(on_wall) != PINCHING or self.holders or self._hands.is_busy:
            self._pinch = None
            return
        first, second = (one.at for one in on_wall)
        if self._pinch is None or on_wall != self._pinching:
            self._pinch, self._pinching = Pinch(self._view, first, second), on_wall
        else:
            self._pinch.move(first, second)

    def _put_aside(self, finger: Finger) -> None:
        """Whatever it does from now on means nothing."""
        for finger_id, one in self._fingers.items():
            if one is finger:
                self._fingers[finger_id] = Finger(self, finger.at)
        self.watch_layout()

    def _on_wall(self) -> list[WallFinger]:
        on_wall = [one for one in self._fingers.values() if isinstance(one, WallFinger)]
        return [one for one in on_wall if not one.is_holding]

    def _tap_wall(self) -> None:
        """On Desk like a click; in Room it would take away what others have picked."""
        self._view.pressed.emit()
        editor = self._view.editor()
        if editor is not None:
            editor.finish()
        if not self.is_room:
            self.scene.selection.clear()
        self._hands.clicks.tap(None, QPointF())

    def _double_tap(self, hit: Hit, scene_pos: QPointF) -> None:
        if self._hands.pen is not None:
            return
        if hit is None:
            if self._hands.clicks.may_change():
                self.write_requested.emit(scene_pos)
            return
        if isinstance(hit, NoteHit):
            self._select(hit.moment_id)
        self._hands.clicks.double(hit)

    def _select(self, moment_id: str) -> None:
        """The first of two taps may have taken it out of the selection."""
        if self.scene.note(moment_id) is not None and moment_id not in self.scene.selection:
            self.scene.selection.toggle(moment_id)
