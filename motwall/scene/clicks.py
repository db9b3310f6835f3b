"""What a click means, and a tap: in each phase, on each thing there is on the wall."""

from PySide6.QtCore import QObject, QPointF, Signal

from motwall.document.document import Selected
from motwall.model.edits.marks import shortlist, tick, unshortlist
from motwall.model.order import all_moments, step_moments, timeline_moments
from motwall.model.patch import Patch
from motwall.model.phases import Phase
from motwall.model.priorities import MOST, ticked
from motwall.model.records import Moment, Step
from motwall.scene.hits import Hit, NoteHit, NotePart, RowHit, StageHit, StepHit
from motwall.scene.wall_scene import WallScene


class Clicks(QObject):
    """Does what was clicked or tapped: selects, ticks, chooses, or asks for more.

    A click is one person's: what it selects is all that is selected. A tap is one of several
    people's: it adds to the selection or takes out of it, and leaves what others picked.
    """

    #: Edit the text of a note in place. Carries the moment's id.
    edit_requested = Signal(str)
    #: Edit a step's title, a stage's title. Carry their ids.
    step_title_requested = Signal(str)
    stage_title_requested = Signal(str)
    #: Edit a row's title. Carries its id, "" for the first row.
    row_title_requested = Signal(str)
    #: Choose a rating for a note. Carries the moment's id.
    rating_requested = Signal(str)
    #: Write a new note there. Carries the point of the scene.
    write_requested = Signal(QPointF)
    #: A sixth priority was wanted.
    shortlist_full = Signal()
    #: It was the empty wall.
    wall_hit = Signal()
    #: Offer what can be done at a title: a tap on it, where that `opens_titles`. Carries the hit
    #: and the point of the scene.
    title_tapped = Signal(object, QPointF)

    def __init__(self, scene: WallScene) -> None:
        """Work on one scene."""
        super().__init__()
        self.is_read_only = scene.document.is_read_only
        #: A tap on a title offers what can be done there; else it selects the notes of it.
        self.opens_titles = False
        self._scene = scene

    def click(self, hit: Hit, *, is_adding: bool = False, is_range: bool = False) -> None:
        """The mouse clicked.

        Args:
            hit: On what.
            is_adding: Ctrl or Shift was held.
            is_range: Shift was held.
        """
        selection = self._scene.selection
        if hit is None:
            if not is_adding:
                selection.clear()
            self.wall_hit.emit()
        elif not isinstance(hit, NoteHit):
            selection.set(self._members(hit))
        elif not self._is_there(hit):
            return
        elif is_range:
            self._select_range(hit.moment_id)
        elif is_adding:
            selection.toggle(hit.moment_id)
        else:
            selection.set([hit.moment_id])
            self._act(hit)

    def tap(self, hit: Hit, scene_pos: QPointF) -> None:
        """A finger tapped at a point of the scene; on empty wall that selects nothing."""
        selection = self._scene.selection
        if isinstance(hit, NoteHit):
            if self._is_there(hit):
                if hit.part is NotePart.BODY:
                    selection.toggle(hit.moment_id)
                self._act(hit)
        elif hit is None:
            self.wall_hit.emit()
        elif self.opens_titles and not self.is_read_only:
            self.title_tapped.emit(hit, scene_pos)
        else:
            self.pick(hit)

    def pick(self, hit: StepHit | StageHit | RowHit) -> None:
        """Add the notes of a title to those that are picked, or take them out if all are."""
        selection = self._scene.selection
        members = dict.fromkeys(self._members(hit))
        others = [one for one in selection.ids if one not in members]
        is_all_selected = all(one in selection for one in members)
        selection.set(others if is_all_selected else [*others, *members])

    def double_on_wall(self, scene_pos: QPointF) -> None:
        """A double click where nothing is: write a note there."""
        if self.may_change():
            self.write_requested.emit(scene_pos)

    def double(self, hit: Hit) -> None:
        """A double click or a double tap: edit what is there."""
        if isinstance(hit, NoteHit) and (hit.part is not NotePart.BODY or not self._is_there(hit)):
            return
        if not self.may_change():
            return
        if isinstance(hit, NoteHit):
            self.edit_requested.emit(hit.moment_id)
        elif isinstance(hit, StepHit):
            self.step_title_requested.emit(hit.step_id)
        elif isinstance(hit, StageHit):
            self.stage_title_requested.emit(hit.stage_id)
        elif isinstance(hit, RowHit):
            self.row_title_requested.emit(hit.row_id or "")

    def may_change(self) -> bool:
        """Whether notes may be written on and moved now; who may not is told if it is the lock."""
        return not self.is_read_only and self._scene.document.wall_lock.permits()

    def _is_there(self, hit: NoteHit) -> bool:
        # Another hand may have deleted the note since it was pressed.
        return self._scene.store.find(Moment, hit.moment_id) is not None

    def _members(self, hit: StepHit | StageHit | RowHit) -> list[str]:
        """Ids of the notes of a step, a stage or a row."""
        store = self._scene.store
        if isinstance(hit, RowHit):
            return [one.id for one in timeline_moments(store) if one.row_id == hit.row_id]
        if isinstance(hit, StepHit):
            step_ids = [hit.step_id]
        else:
            step_ids = [one.id for one in store.referring(Step, "stage_id", hit.stage_id)]
        return [one.id for step_id in step_ids for one in step_moments(store, step_id)]

    def _select_range(self, moment_id: str) -> None:
        """Select from the current note to another, in the order of the wall."""
        selection = self._scene.selection
        ids = [one.id for one in all_moments(self._scene.store)]
        here = ids.index(selection.current_id) if selection.current_id in ids else 0
        there = ids.index(moment_id)
        between = ids[min(here, there) : max(here, there) + 1]
        selection.set(dict.fromkeys([*selection.ids, *between]))

    def _act(self, hit: NoteHit) -> None:
        if self.is_read_only:
            return
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
