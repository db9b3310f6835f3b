"""The mouse on the wall: which gesture a press begins, and what a click means in each phase."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, Qt, Signal

from motwall.document.document import Selected
from motwall.model.edits.marks import shortlist, tick, unshortlist
from motwall.model.order import all_moments, stack
from motwall.model.patch import Patch
from motwall.model.phases import Phase
from motwall.model.priorities import MOST, ticked
from motwall.model.records import Moment, Step
from motwall.scene.gestures import (
    DragNotes,
    DragStage,
    DragStep,
    Gesture,
    PenStroke,
    RubberBand,
)
from motwall.scene.hits import Hit, NoteHit, NotePart, StageHit, StepHit, hit_at
from motwall.scene.wall_scene import WallScene

#: A press that moves no further than this is a click, px on screen.
SLOP = 4.0


@dataclass(frozen=True, slots=True)
class Pen:
    """A pen in hand; None as the type is the eraser."""

    contact_type_id: str | None


@dataclass(frozen=True, slots=True)
class _Press:
    """A button that went down and may yet become a drag."""

    scene_pos: QPointF
    screen_pos: QPointF
    hit: Hit
    is_adding: bool
    is_range: bool = False


class Hands(QObject):
    """Turns presses, moves and releases into gestures; the scene has at most one by mouse."""

    #: Edit the text of a note in place. Carries the moment's id.
    edit_requested = Signal(str)
    #: Edit a step's title, a stage's title. Carry their ids.
    step_title_requested = Signal(str)
    stage_title_requested = Signal(str)
    #: Choose a rating for a note. Carries the moment's id.
    rating_requested = Signal(str)
    #: A sixth priority was wanted.
    shortlist_full = Signal()

    def __init__(self, scene: WallScene) -> None:
        """Work on one scene."""
        super().__init__()
        self.pen: Pen | None = None
        self.is_read_only = False
        self._scene = scene
        self._press: _Press | None = None
        self._gesture: Gesture | None = None

    @property
    def is_busy(self) -> bool:
        """A drag is under way."""
        return self._gesture is not None

    def press(
        self, scene_pos: QPointF, screen_pos: QPointF, modifiers: Qt.KeyboardModifier
    ) -> None:
        """The left button went down."""
        adding = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        is_adding = bool(modifiers & adding)
        hit = hit_at(self._scene, scene_pos)
        is_range = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self._press = _Press(scene_pos, screen_pos, hit, is_adding, is_range)
        selection = self._scene.selection
        if isinstance(hit, NoteHit) and self.pen is not None and not self.is_read_only:
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
            self._click(press)

    def double_click(self, scene_pos: QPointF) -> None:
        """Edit what is there."""
        self._press = None
        hit = hit_at(self._scene, scene_pos)
        if self.is_read_only or self.pen is not None:
            return
        if isinstance(hit, NoteHit) and hit.part is NotePart.BODY:
            self.edit_requested.emit(hit.moment_id)
        elif isinstance(hit, StepHit):
            self.step_title_requested.emit(hit.step_id)
        elif isinstance(hit, StageHit):
            self.stage_title_requested.emit(hit.stage_id)

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
        if press.hit is None or (self.is_read_only and not isinstance(press.hit, NoteHit)):
            kept = selection.ids if press.is_adding else ()
            return RubberBand(self._scene, press.scene_pos, kept)
        if self.is_read_only:
            return None
        if isinstance(press.hit, StepHit):
            return DragStep(self._scene, press.hit.step_id, press.scene_pos)
        if isinstance(press.hit, StageHit):
            return DragStage(self._scene, press.hit.stage_id, press.scene_pos)
        if press.hit.moment_id not in selection:
            selection.toggle(press.hit.moment_id)
        return DragNotes(self._scene, selection.ids, press.scene_pos)

    def _click(self, press: _Press) -> None:
        hit = press.hit
        selection = self._scene.selection
        store = self._scene.store
        if hit is None:
            if not press.is_adding:
                selection.clear()
        elif isinstance(hit, StepHit):
            selection.set(one.id for one in stack(store, hit.step_id))
        elif isinstance(hit, StageHit):
            steps = store.referring(Step, "stage_id", hit.stage_id)
            selection.set(one.id for step in steps for one in stack(store, step.id))
        elif press.is_range:
            self._select_range(hit.moment_id)
        elif press.is_adding:
            selection.toggle(hit.moment_id)
        elif store.find(Moment, hit.moment_id) is not None:
            selection.set([hit.moment_id])
            if not self.is_read_only:
                self._click_note(hit)

    def _select_range(self, moment_id: str) -> None:
        """Select from the current note to another, in the order of the wall."""
        selection = self._scene.selection
        ids = [one.id for one in all_moments(self._scene.store)]
        here = ids.index(selection.current_id) if selection.current_id in ids else 0
        there = ids.index(moment_id)
        between = ids[min(here, there) : max(here, there) + 1]
        selection.set(dict.fromkeys([*selection.ids, *between]))

    def _click_note(self, hit: NoteHit) -> None:
        moment = self._scene.store.get(Moment, hit.moment_id)
        if hit.part is NotePart.FACE:
            self.rating_requested.emit(moment.id)
        elif hit.part is NotePart.TICK:
            self._push(tick(self._scene.store, [moment.id], is_ticked=not moment.is_ticked))
        elif self._scene.phase is Phase.PRIORITIES:
            self._choose(moment)

    def _choose(self, moment: Moment) -> None:
        """One click ticks; among more than 5 ticks, clicks on ticked notes pick in order."""
        store = self._scene.store
        is_shortlisting = len(ticked(store)) > MOST
        if not moment.is_ticked:
            self._push(tick(store, [moment.id], is_ticked=True))
        elif not is_shortlisting:
            self._push(tick(store, [moment.id], is_ticked=False))
        elif moment.shortlist_rank is not None:
            self._push(unshortlist(store, [moment.id]))
        else:
            patch = shortlist(store, moment.id)
            self._push(patch)
            if not patch:
                self.shortlist_full.emit()

    def _push(self, patch: Patch) -> None:
        ids = self._scene.selection.ids
        self._scene.document.push(patch, selected=Selected(ids, ids))
