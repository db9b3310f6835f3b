"""The rules of the timeline that several edits share: making steps, tidying empty ones."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from motwall.model.clock import NewId
from motwall.model.order import insert_ranked, steps_in_order
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, Record, Stage, Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget

R = TypeVar("R", bound=Record)


def stage_for_gap(steps: Sequence[Step], target: GapTarget) -> str | None:
    """The stage that new steps in a gap belong to.

    A stage is a run of neighbours, so a gap inside one belongs to it; at an edge the target's wish
    counts if one of the neighbours has that stage.
    """
    left = steps[target.index - 1].stage_id if target.index > 0 else None
    right = steps[target.index].stage_id if target.index < len(steps) else None
    if left is not None and left == right:
        return left
    return target.stage_id if target.stage_id in {left, right} else None


def new_steps(
    store: Store, target: GapTarget, count: int, new_id: NewId
) -> tuple[list[Step], list[Change]]:
    """Make steps in a gap.

    Returns:
        The steps, and the changes that bring them (with the renumbering of others).
    """
    steps = steps_in_order(store)
    index = max(0, min(target.index, len(steps)))
    stage_id = stage_for_gap(steps, GapTarget(index, target.stage_id))
    ranks, changes = insert_ranked(steps, index, count)
    made = [Step(id=new_id(), stage_id=stage_id, rank=rank) for rank in ranks]
    return made, [*changes, *(Change(None, step) for step in made)]


def at_ranks(
    moments: Sequence[Moment], step_id: str, ranks: Sequence[int], row_id: str | None = None
) -> list[Change]:
    """Put moments into a step and row at ranks; the place in the unsorted area is forgotten."""
    return [
        Change(moment, replace(moment, step_id=step_id, row_id=row_id, rank=rank, x=0.0, y=0.0))
        for moment, rank in zip(moments, ranks, strict=True)
    ]


def tidied(store: Store, changes: Iterable[Change]) -> list[Change]:
    """The changes, and those that take away the empty steps and stages they leave behind.

    An untitled step without moments goes, unless it is the only step of its stage; a stage without
    steps goes. Only steps that moments leave and stages that steps join or leave are looked at, so
    that an edit costs what it changes and not what the wall holds.
    """
    patch = Patch.of(changes)
    wall = _After(store, patch)
    left = [
        one.before.step_id for one in patch if isinstance(one.before, Moment) and one.before.step_id
    ]
    regrouped = [one for one in patch if isinstance(one.record, Step) and _is_regrouped(one)]
    stage_ids = dict.fromkeys(
        side.stage_id
        for one in regrouped
        for side in (one.before, one.after)
        if isinstance(side, Step)
    )
    members = [step.id for one in stage_ids if one for step in wall.steps_of(one)]
    for step_id in dict.fromkeys([*left, *(one.record.id for one in regrouped), *members]):
        wall.drop_if_empty(step_id)
    for stage_id in stage_ids:
        if stage_id and not wall.steps_of(stage_id):
            wall.drop_stage(stage_id)
    return [*patch, *wall.dropped]


def _is_regrouped(change: Change) -> bool:
    return "stage_id" in change.changed_fields()


class _After:
    """The timeline as a patch would leave it."""

    def __init__(self, store: Store, patch: Patch) -> None:
        self._store = store
        self._patch = patch
        #: What tidying adds to the patch.
        self.dropped: list[Change] = []
        self._gone: set[str] = set()
        self._arrived: dict[str | None, list[Record]] = {}
        for change in patch:
            after = change.after
            if isinstance(after, Moment | Step):
                home = after.step_id if isinstance(after, Moment) else after.stage_id
                self._arrived.setdefault(home, []).append(after)

    def steps_of(self, stage_id: str) -> list[Step]:
        """The steps a stage will have."""
        return self._referring(Step, "stage_id", stage_id)

    def drop_if_empty(self, step_id: str) -> None:
        """Take a step away if it will be untitled, without moments, and not its stage's only."""
        step = self._now(Step, step_id)
        if step is None or step.title or self._referring(Moment, "step_id", step_id):
            return
        if step.stage_id is None or len(self.steps_of(step.stage_id)) > 1:
            self._gone.add(step_id)
            self.dropped.append(Change(step, None))

    def drop_stage(self, stage_id: str) -> None:
        """Take a stage away, if the patch does not do so itself."""
        stage = self._now(Stage, stage_id)
        if stage is not None:
            self.dropped.append(Change(stage, None))

    def _now(self, record_type: type[R], record_id: str) -> R | None:
        change = self._patch.changes.get(record_id)
        if change is None:
            return self._store.find(record_type, record_id)
        return change.after if isinstance(change.after, record_type) else None

    def _referring(self, record_type: type[R], field: str, record_id: str) -> list[R]:
        known = self._store.referring(record_type, field, record_id)
        staying = [one for one in known if one.id not in self._patch.changes]
        arrived = [one for one in self._arrived.get(record_id, ()) if isinstance(one, record_type)]
        return [one for one in (*staying, *arrived) if one.id not in self._gone]
