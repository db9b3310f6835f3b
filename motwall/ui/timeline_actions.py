"""What keys do to the steps and stages of the selected notes; a drag does the same by mouse."""

from motwall.document.document import Document, Selected
from motwall.document.note_verbs import Say
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.model.edits.extents import StageEdge, resize_stage, stage_span
from motwall.model.edits.marks import reorder_shortlist
from motwall.model.edits.moments import move_moments
from motwall.model.edits.steps import move_stage, move_step
from motwall.model.patch import Patch
from motwall.model.records import Moment, Step
from motwall.model.stepping import is_alone_in_stage, place_in_stack, stage_beside, step_beside


class TimelineActions:
    """The verbs; each is one edit, pushed to the document. The selection stays as it is."""

    def __init__(self, document: Document, selection: Selection, say: Say) -> None:
        """Act on the step of the note that was selected last."""
        self._document = document
        self._selection = selection
        self._say = say

    @property
    def step(self) -> Step | None:
        """The step acted on."""
        store = self._document.store
        moment = store.find(Moment, self._selection.current_id)
        return store.find(Step, moment.step_id) if moment else None

    @property
    def stage_id(self) -> str | None:
        """The stage acted on."""
        return self.step.stage_id if self.step else None

    def move_step(self, way: int) -> None:
        """Move the step one place earlier (-1) or later (1), with all its notes."""
        step = self.step
        if step is None:
            self._say_first()
        elif is_alone_in_stage(self._document.store, step.id):
            self.move_stage(way)
        else:
            target = step_beside(self._document.store, step.id, way)
            if target is not None:
                self._push(move_step(self._document.store, step.id, target))

    def move_stage(self, way: int) -> None:
        """Move the stage past the stage, or the step without one, beside it."""
        stage_id = self.stage_id
        if stage_id is None:
            self._say_stage_first()
            return
        index = stage_beside(self._document.store, stage_id, way)
        if index is not None:
            self._push(move_stage(self._document.store, stage_id, index))

    def resize_stage(self, way: int) -> None:
        """Let the stage take in the step after it (1), or give its last one away (-1)."""
        stage_id = self.stage_id
        if stage_id is None:
            self._say_stage_first()
            return
        store = self._document.store
        end = stage_span(store, stage_id)[1]
        self._push(resize_stage(store, stage_id, StageEdge.END, end + way))

    def move_in_stack(self, way: int) -> None:
        """Move the selected notes one place higher (-1) or lower (1) in their stack."""
        store, ids = self._document.store, self._selection.ids
        target = place_in_stack(store, ids, way)
        if target is not None:
            self._push(move_moments(store, ids, target, self._document.clock.new_id))

    def move_priority(self, way: int) -> None:
        """Let a chosen priority change places with the one before (-1) or after (1) it."""
        current = self._document.store.find(Moment, self._selection.current_id)
        if current is None or current.shortlist_rank is None:
            words = translate("Wall", "Select a note that is chosen as a priority first.")
            self._say(words, None)
        else:
            self._push(reorder_shortlist(self._document.store, current.id, way))

    def _say_first(self) -> None:
        self._say(translate("Wall", "Select a note on the timeline first."), None)

    def _say_stage_first(self) -> None:
        if self.step is None:
            self._say_first()
        else:
            words = translate("Wall", "This step is in no stage. Name a stretch of steps first.")
            self._say(words, None)

    def _push(self, patch: Patch) -> None:
        ids = self._selection.ids
        if patch:
            self._document.push(patch, selected=Selected(ids, ids))
