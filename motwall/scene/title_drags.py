"""Steps and stages carried by their number or title, by the mouse or by a finger."""

from PySide6.QtCore import QPointF
from typing_extensions import override

from motwall.model.edits.steps import move_stage, move_step
from motwall.model.order import step_moments
from motwall.model.records import Step
from motwall.model.targets import GapTarget, Target
from motwall.scene.gestures import Gesture, LiftNotes, gap_near
from motwall.scene.hits import Hit, StageEdgeHit, StageHit, StepHit
from motwall.scene.stage_resize import ResizeStage
from motwall.scene.wall_scene import WallScene

#: What can be carried by its title.
TITLES = (StepHit, StageHit)


def title_drag(scene: WallScene, hit: Hit, scene_pos: QPointF) -> Gesture | None:
    """What a drag from a title begins; None if a note that would go along is in another hand."""
    if isinstance(hit, StageEdgeHit):
        return ResizeStage(scene, hit.stage_id, hit.edge)
    if isinstance(hit, StepHit):
        ids = [one.id for one in step_moments(scene.store, hit.step_id)]
        return None if _is_held(scene, ids) else DragStep(scene, hit.step_id, scene_pos)
    if isinstance(hit, StageHit):
        ids = _notes_of_stage(scene, hit.stage_id)
        return None if _is_held(scene, ids) else DragStage(scene, hit.stage_id, scene_pos)
    return None


class DragStep(LiftNotes):
    """A step dragged by its number, with all its notes."""

    def __init__(self, scene: WallScene, step_id: str, scene_pos: QPointF) -> None:
        """Lift the step's notes."""
        self.step_id = step_id
        super().__init__(scene, [one.id for one in step_moments(scene.store, step_id)], scene_pos)

    @override
    def target_at(self, scene_pos: QPointF) -> Target:
        """A step lands in a gap: on a column means before it or after it."""
        return gap_near(self.scene, scene_pos)

    @override
    def move(self, scene_pos: QPointF) -> None:
        """Carry the step along; an empty one shows its gap all the same."""
        super().move(scene_pos)
        if not self._items():
            self._show_cue(scene_pos)

    @override
    def leaving(self, target: Target) -> set[str]:
        """The step itself."""
        return {self.step_id}

    @override
    def finish(self, scene_pos: QPointF) -> None:
        """Drop the step."""
        target = self.meant(self.target_at(scene_pos))
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
        super().__init__(scene, _notes_of_stage(scene, stage_id), scene_pos)

    @override
    def target_at(self, scene_pos: QPointF) -> Target:
        """A stage lands in a gap."""
        return gap_near(self.scene, scene_pos)

    @override
    def leaving(self, target: Target) -> set[str]:
        """All its steps."""
        return {step.id for step in self.scene.store.referring(Step, "stage_id", self.stage_id)}

    @override
    def finish(self, scene_pos: QPointF) -> None:
        """Drop the stage."""
        target = self.meant(gap_near(self.scene, scene_pos))
        self.cancel()
        is_there = bool(self.scene.store.referring(Step, "stage_id", self.stage_id))
        if is_there and isinstance(target, GapTarget):
            self.push(move_stage(self.scene.store, self.stage_id, target.index))

    @override
    def _offsets_from(self, scene_pos: QPointF) -> dict[str, QPointF]:
        return {item.moment_id: item.pos() - scene_pos for item in self._items()}


def _notes_of_stage(scene: WallScene, stage_id: str) -> list[str]:
    steps = scene.store.referring(Step, "stage_id", stage_id)
    return [moment.id for step in steps for moment in step_moments(scene.store, step.id)]


def _is_held(scene: WallScene, moment_ids: list[str]) -> bool:
    items = [scene.note(one) for one in moment_ids]
    return any(one is not None and one.is_lifted for one in items)
