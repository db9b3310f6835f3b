"""How far a stage reaches: its edges are moved over the steps of the timeline."""

from dataclasses import replace
from enum import Enum

from motwall.model.edits.timeline import tidied
from motwall.model.order import steps_in_order
from motwall.model.patch import Change, Patch
from motwall.model.records import Step
from motwall.model.store import Store


class StageEdge(Enum):
    """Where a stage begins, or where it ends."""

    START = "start"
    END = "end"


def stage_span(store: Store, stage_id: str) -> tuple[int, int]:
    """The gaps of the timeline, counted in steps from 0, at which a stage begins and ends."""
    places = [
        place for place, step in enumerate(steps_in_order(store)) if step.stage_id == stage_id
    ]
    return places[0], places[-1] + 1


def resize_stage(store: Store, stage_id: str, edge: StageEdge, index: int) -> Patch:
    """Move an edge of a stage to a gap of the timeline.

    Steps that the stage takes in leave their stages, and a stage that loses its last one goes.
    Steps that it gives away join the stage on their other side, if there is one: so an edge that
    two stages share can be moved to and fro. A stage keeps one step at least.

    Args:
        store: The wall.
        stage_id: Which stage.
        edge: Which of its edges.
        index: The gap, counted in steps from 0; beyond the ends means the end.
    """
    steps = steps_in_order(store)
    start, end = stage_span(store, stage_id)
    if edge is StageEdge.END:
        goal = max(start + 1, min(index, len(steps)))
        taken, given = steps[end:goal], steps[goal:end]
        heir = steps[end].stage_id if end < len(steps) else None
    else:
        goal = max(0, min(index, end - 1))
        taken, given = steps[goal:start], steps[start:goal]
        heir = steps[start - 1].stage_id if start > 0 else None
    changes = [_joining(step, stage_id) for step in taken]
    changes += [_joining(step, heir) for step in given]
    return Patch.of(tidied(store, changes), "changing how far a stage reaches")


def _joining(step: Step, stage_id: str | None) -> Change:
    return Change(step, replace(step, stage_id=stage_id))
