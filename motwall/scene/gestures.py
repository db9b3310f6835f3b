"""What a hand does on the wall: each gesture is an object, each finish one patch."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsRectItem
from typing_extensions import override

from motwall.document.document import Selected
from motwall.model.catching_up import caught_up
from motwall.model.edits.marks import set_contact_type
from motwall.model.edits.moments import move_moments
from motwall.model.edits.timeline import stage_for_gap
from motwall.model.order import in_wall_order, step_moments, steps_in_order
from motwall.model.patch import Patch
from motwall.model.records import Moment, Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget, StackTarget, Target, UnsortedTarget
from motwall.scene.cues import Z_CUE, DropCue
from motwall.scene.note_item import NoteItem
from motwall.scene.wall_scene import WallScene

#: Notes dragged together lie under the pointer like a hand of cards, this far apart, mm.
FAN = 7.0


class Gesture:
    """Something begun by a press. It moves items only; `finish` makes one patch, `cancel` none.

    Attributes:
        missed: What has changed on the wall since it was laid out, while others hold notes, too.
    """

    def __init__(self, scene: WallScene) -> None:
        """Begin."""
        self.scene = scene
        self.missed = Patch()

    def move(self, scene_pos: QPointF) -> None:
        """The pointer is here now."""

    def finish(self, scene_pos: QPointF) -> None:
        """The pointer was released here."""

    def cancel(self) -> None:
        """Esc, a lost pointer: as if nothing had been."""

    def set_making_way(self, *, makes_way: bool) -> None:
        """Let the neighbours make way, or leave them where they are."""

    def meant(self, target: Target) -> Target:
        """What a place of the wall as it is shown means on the wall as it is."""
        if not self.missed:
            return target
        seen = Store(self.scene.store.everything())
        seen.apply(self.missed.inverted())
        return caught_up(target, seen, self.scene.store)

    def push(self, patch: Patch) -> bool:
        """Commit what the gesture did; the selection stays as it is."""
        ids = self.scene.selection.ids
        return self.scene.document.push(patch, selected=Selected(ids, ids))


class LiftNotes(Gesture):
    """Notes taken up together; what a drop means is for the subclass to say.

    Attributes:
        moment_ids: Of the notes.
    """

    def __init__(self, scene: WallScene, moment_ids: Sequence[str], scene_pos: QPointF) -> None:
        """Lift the notes where they lie."""
        super().__init__(scene)
        self.moment_ids = list(moment_ids)
        self._cue = DropCue(scene)
        #: What the cue was made for: most moves of a hand change nothing about it.
        self._cued: tuple[Target, Patch] | None = None
        self._offsets = self._offsets_from(scene_pos)
        for item in self._items():
            item.lift()

    def target_at(self, scene_pos: QPointF) -> Target:
        """What a drop here means."""
        corner = min((item.pos().x(), item.pos().y()) for item in self._items())
        return self.scene.layout_.target_at(scene_pos.x(), scene_pos.y(), corner)

    @override
    def move(self, scene_pos: QPointF) -> None:
        """Carry the notes along and show where they would land."""
        self._carry(scene_pos)
        if self._items():
            self._show_cue(scene_pos)

    @override
    def cancel(self) -> None:
        """Put the notes back."""
        self._cue.clear()
        self.scene.show_again(self.moment_ids)

    @override
    def set_making_way(self, *, makes_way: bool) -> None:
        self._cued = None
        self._cue.set_making_way(makes_way=makes_way)

    def _carry(self, scene_pos: QPointF) -> None:
        for item in self._items():
            item.carry(scene_pos + self._offsets[item.moment_id])

    def _hide_cue(self) -> None:
        if self._cued is not None:
            self._cued = None
            self._cue.hide_all()

    def leaving(self, target: Target) -> set[str]:
        """Ids of the steps that a drop would take from where they are."""
        del target
        return set()

    def _show_cue(self, scene_pos: QPointF) -> None:
        target = self.target_at(scene_pos)
        if isinstance(target, UnsortedTarget):
            # Wherever that is, the cue is the same: none.
            target = UnsortedTarget(0.0, 0.0)
        if (target, self.missed) == self._cued:
            self._cue.follow(scene_pos, self.moment_ids)
            return
        self._cued = (target, self.missed)
        # On a wall that is not laid out yet, nobody can tell the numbers to come.
        leaving = set() if self.missed else self.leaving(target)
        self._cue.show_at(target, scene_pos, set(self.moment_ids), leaving)

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
    """Notes dragged to a stack, into a gap, or loose.

    Attributes:
        stays: The notes stay where they are dropped, because others hold notes and nothing may move
            beneath them; who says so shows them at home later.
    """

    stays = False

    def __init__(self, scene: WallScene, moment_ids: Sequence[str], scene_pos: QPointF) -> None:
        """Lift the notes and bring out the bin."""
        super().__init__(scene, moment_ids, scene_pos)
        self._bin = scene.bin
        if self._bin is not None:
            self._bin.appear(self)

    @override
    def move(self, scene_pos: QPointF) -> None:
        """Carry the notes along; over the bin they have no place on the wall."""
        is_over_bin = self._bin is not None and self._bin.covers(scene_pos)
        if self._bin is not None:
            self._bin.set_hot(is_over_bin, self)
        if is_over_bin:
            self._carry(scene_pos)
            self._hide_cue()
        else:
            super().move(scene_pos)

    @override
    def cancel(self) -> None:
        """Put the notes back."""
        self._put_bin_away()
        super().cancel()

    @override
    def leaving(self, target: Target) -> set[str]:
        """The untitled steps that would be empty then, if they are not all that a stage has."""
        store = self.scene.store
        moments = {item.moment_id for item in self._items()}
        homes = {store.get(Moment, one).step_id for one in moments}
        joined = None
        if isinstance(target, GapTarget):
            joined = stage_for_gap(steps_in_order(store), target)
        steps = [step for one in homes if (step := store.find(Step, one)) and not step.title]
        return {
            step.id
            for step in steps
            if all(one.id in moments for one in step_moments(store, step.id))
            and (step.stage_id in {None, joined} or not _is_alone(store, step))
        }

    @override
    def finish(self, scene_pos: QPointF) -> None:
        """Drop the notes."""
        self._put_bin_away()
        if self._bin is not None and self._bin.covers(scene_pos):
            super().cancel()
            self._bin.drop([item.moment_id for item in self._items()])
            return
        target = self.target_at(scene_pos) if self._items() else None
        self._cue.clear()
        if not self.stays:
            self.scene.let_go(self.moment_ids)
        moved = self._drop(target) if target is not None else Patch()
        if not self.stays:
            self.scene.note_layer.slide_home()
        elif not moved:
            self.scene.show_again(self.moment_ids)
        if moved:
            self.scene.notes_dropped.emit(len(self._items()), moved)

    def _put_bin_away(self) -> None:
        if self._bin is not None:
            self._bin.vanish(self)

    def _drop(self, target: Target) -> Patch:
        """Move the notes; returns what was committed, nothing if they have no other place."""
        document = self.scene.document
        alive = [item.moment_id for item in self._items()]
        patch = move_moments(document.store, alive, self.meant(target), document.clock.new_id)
        return patch if patch and self.push(patch) else Patch()


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
            item.lift()

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


def _is_alone(store: Store, step: Step) -> bool:
    """Whether a step is the only one of its stage."""
    return len(store.referring(Step, "stage_id", step.stage_id)) == 1


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
