"""What can be done to steps and stages that are named: by keys to the selected note's, by a bar."""

from motwall.document.document import Document, Selected
from motwall.document.selection import Selection
from motwall.model.edits.extents import StageEdge, resize_stage, stage_span
from motwall.model.edits.steps import dissolve_stage, move_stage, move_step, remove_step
from motwall.model.patch import Patch
from motwall.model.records import Step
from motwall.model.stepping import is_alone_in_stage, stage_beside, step_beside


class TimelineVerbs:
    """The verbs; each is one edit, pushed to the document. The selection stays as it is.

    Those that end in `ed` only say what would be done: nothing, where there is nowhere to go.
    """

    def __init__(self, document: Document, selection: Selection) -> None:
        """Act on a document."""
        self._document = document
        self._selection = selection

    def move_step(self, step_id: str, way: int) -> bool:
        """Move a step one place earlier (-1) or later (1), with all its notes."""
        return self._push(self.step_moved(step_id, way))

    def step_moved(self, step_id: str, way: int) -> Patch:
        """The same; a step alone in its stage takes the stage along."""
        store = self._document.store
        step = store.get(Step, step_id)
        if step.stage_id is not None and is_alone_in_stage(store, step_id):
            return self.stage_moved(step.stage_id, way)
        target = step_beside(store, step_id, way)
        return Patch() if target is None else move_step(store, step_id, target)

    def move_stage(self, stage_id: str, way: int) -> bool:
        """Move a stage past the stage, or the step without one, beside it."""
        return self._push(self.stage_moved(stage_id, way))

    def stage_moved(self, stage_id: str, way: int) -> Patch:
        """The same."""
        index = stage_beside(self._document.store, stage_id, way)
        return Patch() if index is None else move_stage(self._document.store, stage_id, index)

    def resize_stage(self, stage_id: str, edge: StageEdge, way: int) -> bool:
        """Let a stage begin, or end, one step earlier (-1) or later (1)."""
        return self._push(self.stage_resized(stage_id, edge, way))

    def stage_resized(self, stage_id: str, edge: StageEdge, way: int) -> Patch:
        """The same."""
        store = self._document.store
        start, end = stage_span(store, stage_id)
        index = (start if edge is StageEdge.START else end) + way
        return resize_stage(store, stage_id, edge, index)

    def dissolve_stage(self, stage_id: str) -> bool:
        """Take a stage's name away; its steps stay."""
        return self._push(dissolve_stage(self._document.store, stage_id))

    def remove_step(self, step_id: str) -> bool:
        """Take a step away; its notes go to the unsorted area."""
        return self._push(remove_step(self._document.store, step_id))

    def _push(self, patch: Patch) -> bool:
        ids = self._selection.ids
        return bool(patch) and self._document.push(patch, selected=Selected(ids, ids))
