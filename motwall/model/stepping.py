"""Steps, stages and notes of a stack moved by one place, as keys do it."""

from collections.abc import Iterable, Sequence

from motwall.model.order import in_wall_order, runs, stack, steps_in_order
from motwall.model.records import Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget, StackTarget


def is_alone_in_stage(store: Store, step_id: str) -> bool:
    """Whether a step is the only one of its stage; it moves with the stage then."""
    stage_id = store.get(Step, step_id).stage_id
    return stage_id is not None and len(store.referring(Step, "stage_id", stage_id)) == 1


def step_beside(store: Store, step_id: str, way: int) -> GapTarget | None:
    """The next gap for a step, earlier (-1) or later (1); None at the ends of the timeline.

    At the border of a stage the step first leaves or joins it, and goes on with the next call. Not
    for a step that is alone in its stage.
    """
    steps = steps_in_order(store)
    place = next(number for number, one in enumerate(steps) if one.id == step_id)
    others = [one for one in steps if one.id != step_id]
    slots = [
        (index, stage_id)
        for index in range(len(others) + 1)
        for stage_id in _stages_at(others, index)
    ]
    goal = slots.index((place, steps[place].stage_id)) + way
    if not 0 <= goal < len(slots):
        return None
    index, stage_id = slots[goal]
    # The edit counts gaps with the step where it is.
    return GapTarget(index + 1 if index > place else index, stage_id)


def stage_beside(store: Store, stage_id: str, way: int) -> int | None:
    """The next gap for a stage, past a stage or a step without one; None at the ends."""
    edges = [0]
    for run in runs(store):
        edges.append(edges[-1] + len(run.steps))
    grouped = runs(store)
    here = next(
        place for place, run in enumerate(grouped) if run.stage and run.stage.id == stage_id
    )
    beside = here + way
    if not 0 <= beside < len(grouped):
        return None
    if grouped[beside].stage is not None:
        return edges[beside] if way < 0 else edges[beside + 1]
    return edges[here] - 1 if way < 0 else edges[beside] + 1


def place_in_stack(store: Store, moment_ids: Iterable[str], way: int) -> StackTarget | None:
    """One place higher (-1) or lower (1) in a stack; None if the notes are not all in one."""
    moments = in_wall_order(store, moment_ids)
    cells = {(one.step_id, one.row_id) for one in moments}
    step_id, row_id = next(iter(cells), (None, None))
    if len(cells) != 1 or step_id is None:
        return None
    ids = [one.id for one in stack(store, step_id, row_id)]
    places = [ids.index(one.id) for one in moments]
    index = min(places) - 1 if way < 0 else max(places) + 2
    return StackTarget(step_id, index, row_id) if 0 <= index <= len(ids) else None


def _stages_at(steps: Sequence[Step], index: int) -> list[str | None]:
    """The stages a step can have in a gap: the left one's, none, the right one's."""
    left = steps[index - 1].stage_id if index > 0 else None
    right = steps[index].stage_id if index < len(steps) else None
    return [left] if left == right else list(dict.fromkeys([left, None, right]))
