"""What a hand does on the wall: each gesture is an object, each finish one patch."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsRectItem
from typing_extensions import override

from motwall.document.document import Selected
from motwall.model.edits.marks import set_contact_type
from motwall.model.edits.moments import move_moments
from motwall.model.edits.steps import move_stage, move_step
from motwall.model.order import in_wall_order, stack
from motwall.model.patch import Patch
from motwall.model.records import Moment, Step
from motwall.model.targets import GapTarget, StackTarget, Target
from motwall.scene.cues import Z_CUE, DropCue
from motwall.scene.note_item import NoteItem
from motwall.scene.wall_scene import WallScene

#: Notes dragged together lie under the pointer like a hand of cards, this far apart, mm.
FAN = 7.0


class Gesture:
    """Something begun by a press. It moves items only; `finish` makes one patch, `cancel` none."""

    def __init__(self, scene: WallScene) -> None:
        """Begin."""
        self.scene = scene

    def move(self, scene_pos: QPointF) -> None:
        """The pointer is here now."""

    def finish(self, scene_pos: QPointF) -> None:
        """The pointer was released here."""

    def cancel(self) -> None:
        """Esc, a lost pointer: as if nothing had been."""

    def push(self, patch: Patch) -> bool:
        """Commit what the gesture did; the selection stays as it is."""
        ids = self.scene.selection.ids
        return self.scene.document.push(patch, selected=Selected(ids, ids))


class LiftNotes(Gesture):
    """Notes taken up together; what a drop means is for the subclass to say."""

    def __init__(self, scene: WallScene, moment_ids: Sequence[str], scene_pos: QPointF) -> None:
        """Lift the notes where they lie."""
        super().__init__(scene)
        self.moment_ids = list(moment_ids)
        self._cue = DropCue(scene)
        self._offsets = self._offsets_from(scene_pos)
        for item in self._items():
            item.set_lifted(True)

    def target_at(self, scene_pos: QPointF) -> Target:
        """What a drop here means."""
        corner = min((item.pos().x(), item.pos().y()) for item in self._items())
        return self.scene.layout_.target_at(scene_pos.x(), scene_pos.y(), corner)

    @override
    def move(self, scene_pos: QPointF) -> None:
        """Carry the notes along and show where they would land."""
        for item in self._items():
            item.setPos(scene_pos + self._offsets[item.moment_id])
        if self._items():
            self._cue.show_at(self.target_at(scene_pos), set(self.moment_ids))

    @override
    def cancel(self) -> None:
        """Put the notes back."""
        self._cue.clear()
        self.scene.show_again(self.moment_ids)

    def _items(self) -> list[NoteItem]:
        # A note may be deleted by another hand while this one holds it.
        found = [self.scene.note(moment_id) for moment_id in self.moment_ids]
        return [item for item in found if item is not None]

    def _offsets_from(self, scene_pos: QPointF) -> dict[str, QPointF]:
        items = self._items()
        moments = [self.scene.store.get(Moment, one) for one in self.moment_ids]
        is_loose = all(moment.step_id is None for moment in moments)
        grabbed = next((one for one in items if one.contains(scene_pos - one.pos())), items[0])
        offsets = {}
        for place, item in enumerate(items):
            offsets[item.moment_id] = item.pos() - scene_pos
            if not is_loose:
                fan = (place - items.index(grabbed)) * FAN
                offsets[item.moment_id] = grabbed.pos() + QPointF(fan, fan) - scene_pos
        return offsets


class DragNotes(LiftNotes):
    """Notes dragged to a stack, into a gap, or loose."""

    @override
    def finish(self, scene_pos: QPointF) -> None:
        """Drop the notes."""
        target = self.target_at(scene_pos) if self._items() else None
        self.cancel()
        if target is not None:
            document = self.scene.document
            alive = [item.moment_id for item in self._items()]
            self.push(move_moments(document.store, alive, target, document.clock.new_id))


class DragStep(LiftNotes):
    """A step dragged by its number, with all its notes."""

    def __init__(self, scene: WallScene, step_id: str, scene_pos: QPointF) -> None:
        """Lift the step's notes."""
        self.step_id = step_id
        super().__init__(scene, [one.id for one in stack(scene.store, step_id)], scene_pos)

    @override
    def target_at(self, scene_pos: QPointF) -> Target:
        """A step lands in a gap: on a column means before it or after it."""
        return gap_near(self.scene, scene_pos)

    @override
    def move(self, scene_pos: QPointF) -> None:
        """Carry the step along; an empty one shows its gap all the same."""
        super().move(scene_pos)
        if not self._items():
            self._cue.show_at(self.target_at(scene_pos), set())

    @override
    def finish(self, scene_pos: QPointF) -> None:
        """Drop the step."""
        target = self.target_at(scene_pos)
        self.cancel()
        if isinstance(target, GapTarget) and self.scene.store.find(Step, self.step_id):
            self.push(move_step(self.scene.store, self.step_id, target))

    @override
    def _offsets_from(self, scene_pos: QPointF) -> dict[str, QPointF]:
        return {item.moment_id: item.pos() - scene_pos for item in self._items()}


class DragStage(LiftNotes):
    """A stage dragged by its title, with all its steps."""

    def __init__(self, scene: WallScene, stage_id: str, scene_pos: QPointF) -> None:
        """Lift the stage's notes."""
        self.stage_id = stage_id
        steps = scene.store.referring(Step, "stage_id", stage_id)
        ids = [moment.id for step in steps for moment in stack(scene.store, step.id)]
        super().__init__(scene, ids, scene_pos)

    @override
    def target_at(self, scene_pos: QPointF) -> Target:
        """A stage lands in a gap."""
        return gap_near(self.scene, scene_pos)

    @override
    def finish(self, scene_pos: QPointF) -> None:
        """Drop the stage."""
        target = gap_near(self.scene, scene_pos)
        self.cancel()
        if self.scene.store.referring(Step, "stage_id", self.stage_id):
            self.push(move_stage(self.scene.store, self.stage_id, target.index))

    @override
    def _offsets_from(self, scene_pos: QPointF) -> dict[str, QPointF]:
        return {item.moment_id: item.pos() - scene_pos for item in self._items()}


class RubberBand(Gesture):
    """A box drawn over empty wall: what it touches is selected, beside what was before."""

    def __init__(self, scene: WallScene, scene_pos: QPointF, kept: Sequence[str]) -> None:
        """Begin at a corner; `kept` ids stay selected (Ctrl or Shift held)."""
        super().__init__(scene)
        self._start = scene_pos
        self._kept = tuple(kept)
        self._before = scene.selection.ids
        colour = QColor(scene.tokens.accent_text)
        pen = QPen(colour, 1.0)
        pen.setCosmetic(True)
        self._box = QGraphicsRectItem(QRectF(scene_pos, scene_pos))
        self._box.setPen(pen)
        colour.setAlphaF(0.12)
        self._box.setBrush(colour)
        self._box.setZValue(Z_CUE)
        scene.add_overlay(self._box)

    @override
    def move(self, scene_pos: QPointF) -> None:
        """Stretch the box and select what it touches."""
        rect = QRectF(self._start, scene_pos).normalized()
        self._box.setRect(rect)
        touched = self.scene.notes_in(rect)
        ordered = [one.id for one in in_wall_order(self.scene.store, touched)]
        self.scene.selection.set([*self._kept, *ordered])

    @override
    def finish(self, scene_pos: QPointF) -> None:
        """Keep the selection."""
        self.move(scene_pos)
        self.scene.remove_overlay(self._box)

    @override
    def cancel(self) -> None:
        """Select what was selected before."""
        self.scene.remove_overlay(self._box)
        self.scene.selection.set(self._before)


class PenStroke(Gesture):
    """A pen drawn over notes: every note it touches takes the pen's colour, as one step of undo."""

    def __init__(self, scene: WallScene, contact_type_id: str | None, scene_pos: QPointF) -> None:
        """Begin on a note; None is the eraser: plain paper."""
        super().__init__(scene)
        self._contact_type_id = contact_type_id
        self._ids: dict[str, None] = {}
        self.move(scene_pos)

    @override
    def move(self, scene_pos: QPointF) -> None:
        """Take the note here along."""
        item = self.scene.note_at(scene_pos)
        if item is not None and item.moment_id not in self._ids:
            self._ids[item.moment_id] = None
            item.set_lifted(True)

    @override
    def finish(self, scene_pos: QPointF) -> None:
        """Colour the notes."""
        self.move(scene_pos)
        self.cancel()
        alive = [one for one in self._ids if self.scene.note(one)]
        self.push(set_contact_type(self.scene.store, alive, self._contact_type_id))

    @override
    def cancel(self) -> None:
        """Let the notes be."""
        self.scene.show_again(self._ids)


def gap_near(scene: WallScene, scene_pos: QPointF) -> GapTarget:
    """The gap of the timeline nearest to a point, whatever lies there."""
    layout = scene.layout_
    bottom = layout.lines[-1].bottom if layout.lines else 0.0
    target = layout.target_at(scene_pos.x(), min(scene_pos.y(), bottom))
    if isinstance(target, GapTarget):
        return target
    if isinstance(target, StackTarget):
        column = layout.columns[target.step_id]
        is_right = scene_pos.x() > column.rect.x + column.rect.width / 2
        return GapTarget(column.number - (0 if is_right else 1), column.stage_id)
    return GapTarget(len(layout.columns))
