"""Where notes go without being dragged: one gap along the timeline, or to a step by its number."""

from collections.abc import Iterable

from motwall.model.order import in_wall_order, stack, steps_in_order
from motwall.model.store import Store
from motwall.model.targets import GapTarget, StackTarget


def target_along(store: Store, moment_ids: Iterable[str], way: int) -> GapTarget | None:
    """One gap earlier (-1) or later (1) than notes; None if none of them is on the timeline."""
    steps = steps_in_order(store)
    numbers = {step.id: place for place, step in enumerate(steps)}
    moments = in_wall_order(store, moment_ids)
    places = [numbers[one.step_id] for one in moments if one.step_id is not None]
    if not places:
        return None
    index = max(0, min(places) - 1) if way < 0 else min(len(steps), max(places) + 2)
    neighbour = steps[index] if index < len(steps) else steps[-1]
    return GapTarget(index, neighbour.stage_id, is_row_kept=True)


def target_in_step(store: Store, step_id: str, row_id: str | None) -> StackTarget:
    """Below the notes that a step has in a row."""
    return StackTarget(step_id, len(stack(store, step_id, row_id)), row_id)
