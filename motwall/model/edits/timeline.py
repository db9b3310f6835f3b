"""The rules of the timeline that several edits share: making steps, tidying empty ones."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from motwall.model.clock import NewId
from motwall.model.order import insert_ranked, stack, steps_in_order
from motwall.model.patch import Change
from motwall.model.records import Moment, Stage, Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget


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


def tidy_left_steps(store: Store, left: Iterable[str | None], leaving: set[str]) -> list[Change]:
    """Remove untitled steps that would be left empty, unless one is the only step of its stage.

    Args:
        store: The wall before the edit.
        left: Ids of the steps that moments leave; None (unsorted) is passed over.
        leaving: Ids of the moments that leave them.
    """
    gone: dict[str, Step] = {}
    for step_id in dict.fromkeys(one for one in left if one is not None):
        step = store.get(Step, step_id)
        is_empty = all(moment.id in leaving for moment in stack(store, step_id))
        if is_empty and not step.title and not _is_only_step(store, step, gone):
            gone[step_id] = step
    return [Change(step, None) for step in gone.values()]


def _is_only_step(store: Store, step: Step, gone: dict[str, Step]) -> bool:
    if step.stage_id is None:
        return False
    others = store.referring(Step, "stage_id", step.stage_id)
    return all(other.id in gone or other.id == step.id for other in others)


def tidy_left_stage(store: Store, stage_id: str | None, leaving: set[str]) -> list[Change]:
    """Remove a stage that loses its last step.

    Args:
        store: The wall before the edit.
        stage_id: The stage that steps leave, or None.
        leaving: Ids of the steps that leave it.
    """
    if stage_id is None:
        return []
    steps = store.referring(Step, "stage_id", stage_id)
    if all(step.id in leaving for step in steps):
        return [Change(store.get(Stage, stage_id), None)]
    return []


def at_ranks(moments: Sequence[Moment], step_id: str, ranks: Sequence[int]) -> list[Change]:
    """Put moments into a step at the given ranks; the place in the unsorted area is forgotten."""
    return [
        Change(moment, replace(moment, step_id=step_id, rank=rank, x=0.0, y=0.0))
        for moment, rank in zip(moments, ranks, strict=True)
    ]
