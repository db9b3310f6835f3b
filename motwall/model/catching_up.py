"""A drop aimed at the wall as it is shown, when the wall has changed since it was laid out.

While several hands hold notes nothing is laid out anew beneath them. So the place a hand points at
is one of the wall as it was, and means a place of the wall as it is.
"""

from dataclasses import replace
from typing import TypeVar

from motwall.model.order import steps_in_order
from motwall.model.records import ContactType, Row, Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget, Lane, StackTarget, Target, UnsortedTarget
from motwall.model.tracks import cell_moments

OnTimeline = TypeVar("OnTimeline", StackTarget, GapTarget)


def caught_up(target: Target, seen: Store, store: Store) -> Target:
    """The target that means now what another meant then: beside the same neighbours.

    Args:
        target: On the wall as it was.
        seen: The records as they were.
        store: The records as they are.

    Returns:
        Above the same note of a stack; between the same steps, behind what others have put there
        meanwhile. A step that is gone has become a gap.
    """
    if isinstance(target, UnsortedTarget):
        return target
    if isinstance(target, GapTarget):
        gap = _on_track(target, store)
    elif store.find(Step, target.step_id) is not None:
        below = [one.id for one in cell_moments(seen, target)][target.index :]
        stack = _on_track(target, store)
        places = {one.id: place for place, one in enumerate(cell_moments(store, stack))}
        place = next((places[one] for one in below if one in places), len(places))
        return replace(stack, index=place)
    else:
        ids = [step.id for step in steps_in_order(seen)]
        stage_id = seen.get(Step, target.step_id).stage_id
        gap = GapTarget(ids.index(target.step_id), stage_id, target.row_id, target.lane)
        gap = _on_track(gap, store)
    return replace(gap, index=_place_in_time(gap, seen, store))


def _on_track(target: OnTimeline, store: Store) -> OnTimeline:
    """The notes of a row that is gone are in the first one, those of a type that is gone plain."""
    if target.row_id is not None and store.find(Row, target.row_id) is None:
        target = replace(target, row_id=None)
    lane = target.lane
    if lane is not None and store.find(ContactType, lane.contact_type_id) is None:
        target = replace(target, lane=Lane(None))
    return target


def _place_in_time(gap: GapTarget, seen: Store, store: Store) -> int:
    then, now = steps_in_order(seen), steps_in_order(store)
    places = {step.id: place for place, step in enumerate(now)}
    left = then[gap.index - 1] if gap.index > 0 else None
    right = then[gap.index] if gap.index < len(then) else None
    is_stages_end = (
        gap.stage_id is not None
        and left is not None
        and left.stage_id == gap.stage_id
        and (right is None or right.stage_id != gap.stage_id)
    )
    if is_stages_end and left is not None and left.id in places:
        # What others have put between two stages may belong to the second.
        known = {step.id for step in then}
        joined = [place for place, one in enumerate(now) if one.stage_id == gap.stage_id]
        newest = [place for place in joined if now[place].id not in known]
        return max([places[left.id], *newest]) + 1
    later = (places[step.id] for step in then[gap.index :] if step.id in places)
    return next(later, len(now))
