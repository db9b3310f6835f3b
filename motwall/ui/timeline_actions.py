"""What keys do to the steps and stages of the selected notes; a drag does the same by mouse."""

from motwall.document.document import Document, Selected
from motwall.document.note_verbs import Say
from motwall.document.selection import Selection
from motwall.document.timeline_verbs import TimelineVerbs
from motwall.i18n import translate
from motwall.model.edits.extents import StageEdge
from motwall.model.edits.marks import reorder_shortlist
from motwall.model.edits.moments import move_moments
from motwall.model.patch import Patch
from motwall.model.records import Moment, Step
from motwall.model.stepping import place_in_stack


class TimelineActions:
    """The verbs; each is one edit, pushed to the document. The selection stays as it is."""

    def __init__(self, document: Document, selection: Selection, say: Say) -> None:
        """Act on the step of the note that was selected last."""
        self._document = document
        self._selection = selection
        self._say = say
        self.verbs = TimelineVerbs(document, selection)

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
        if self.step is None:
            self._say_first()
        else:
            self.verbs.move_step(self.step.id, way)

    def move_stage(self, way: int) -> None:
        """Move the stage past the stage, or the step without one, beside it."""
        if self.stage_id is None:
            self._say_stage_first()
        else:
            self.verbs.move_stage(self.stage_id, way)

    def resize_stage(self, way: int) -> None:
        """Let the stage take in the step after it (1), or give its last one away (-1)."""
        if self.stage_id is None:
            self._say_stage_first()
        else:
            self.verbs.resize_stage(self.stage_id, StageEdge.END, way)

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
