"""Where a note goes when nobody points at a place: after another one, into its step."""

from motwall.model.edits.moments import end_of_timeline, free_spot
from motwall.model.order import all_moments, stack, steps_in_order
from motwall.model.records import Moment, Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget, StackTarget, Target


def place_after(store: Store, moment_id: str) -> Target:
    """A step of its own right after the moment's, in the same row; unsorted after an unsorted."""
    moment = store.get(Moment, moment_id)
    if moment.step_id is None:
        return free_spot(store)
    step = store.get(Step, moment.step_id)
    number = steps_in_order(store).index(step) + 1
    return GapTarget(number, step.stage_id, moment.row_id)


def place_below(store: Store, moment_id: str | None) -> Target:
    """In the moment's step, right below it; for none in the last step, if there is one."""
    moment = store.find(Moment, moment_id)
    if moment is None:
        steps = steps_in_order(store)
        if not steps:
            return end_of_timeline(store)
        return StackTarget(steps[-1].id, len(stack(store, steps[-1].id)))
    if moment.step_id is None:
        return free_spot(store)
    ids = [one.id for one in stack(store, moment.step_id, moment.row_id)]
    return StackTarget(moment.step_id, ids.index(moment.id) + 1, moment.row_id)


def neighbour(store: Store, moment_id: str, way: int) -> str | None:
    """The moment after (1) or before (-1) another in the order of the wall; None at its ends."""
    ids = [one.id for one in all_moments(store)]
    place = ids.index(moment_id) + way
    return ids[place] if 0 <= place < len(ids) else None
