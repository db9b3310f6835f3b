"""Steps and stages: the timeline's own order."""

from collections.abc import Iterable
from dataclasses import replace

from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.placing import UNSORTED_COLUMNS, UNSORTED_PITCH
from motwall.model.edits.timeline import stage_for_gap, tidied
from motwall.model.fields import rules_of
from motwall.model.order import insert_ranked, runs, step_moments, steps_in_order
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, Stage, Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget
from motwall.model.wrapping import COLUMN_PITCH


def move_step(store: Store, step_id: str, target: GapTarget) -> Patch:
    """Move a step, with its stack, into a gap of the timeline.

    It joins the stage around the gap; a stage that loses its last step goes.
    """
    steps = steps_in_order(store)
    step = store.get(Step, step_id)
    place = steps.index(step)
    index = target.index - (1 if target.index > place else 0)
    others = [one for one in steps if one.id != step_id]
    index = max(0, min(index, len(others)))
    stage_id = stage_for_gap(others, GapTarget(index, target.stage_id))
    if index == place and step.stage_id in {stage_id, target.stage_id}:
        # Beside itself: also the only step of a stage stays in it.
        return Patch()
    ranks, changes = insert_ranked(others, index, 1)
    changes.append(Change(step, replace(step, stage_id=stage_id, rank=ranks[0])))
    return Patch.of(tidied(store, changes), "move of a step")


def move_stage(store: Store, stage_id: str, index: int) -> Patch:
    """Move a whole stage.

    Args:
        store: The wall.
        stage_id: Which stage.
        index: The gap of the timeline to move to, counted in steps as they are now; a gap inside
            a stage means the nearer edge of it.
    """
    edges = [0]
    for run in runs(store):
        count = len(run.steps)
        edges += [edges[-1] + count] if run.stage else range(edges[-1] + 1, edges[-1] + count + 1)
    edge = min(edges, key=lambda one: abs(one - index))
    steps = steps_in_order(store)
    own = [one for one in steps if one.stage_id == stage_id]
    others = [one for one in steps if one.stage_id != stage_id]
    place = len([one for one in steps[:edge] if one.stage_id != stage_id])
    if [*others[:place], *own, *others[place:]] == steps:
        return Patch()
    ranks, changes = insert_ranked(others, place, len(own))
    for step, rank in zip(own, ranks, strict=True):
        changes.append(Change(step, replace(step, rank=rank)))
    return Patch.of(changes, "move of a stage")


def name_stretch(store: Store, step_ids: Iterable[str], title: str, new_id: NewId) -> Patch:
    """Make a stage of the stretch from the first to the last of the steps.

    Steps in between belong to it too, since a stage is a run. A stage that is cut in two by it
    keeps its left part; what is right of the new stage loses the name. Stages left without steps
    go.
    """
    steps = steps_in_order(store)
    wanted = set(step_ids)
    places = [place for place, step in enumerate(steps) if step.id in wanted]
    if not places:
        return Patch()
    text, is_cut = clean_text(title, rules_of(Stage)["title"].limit, one_line=True)
    stage = Stage(id=new_id(), title=text)
    first, last = places[0], places[-1]
    inside = steps[first : last + 1]
    changes = [Change(None, stage)]
    changes += [Change(step, replace(step, stage_id=stage.id)) for step in inside]
    cut = steps[first - 1].stage_id if first > 0 else None
    right = [step for step in steps[last + 1 :] if cut is not None and step.stage_id == cut]
    changes += [Change(step, replace(step, stage_id=None)) for step in right]
    return Patch.of(tidied(store, changes), "naming a stretch", is_cut=is_cut)


def dissolve_stage(store: Store, stage_id: str) -> Patch:
    """Take a stage's name away; its steps stay where they are (an empty one goes)."""
    steps = store.referring(Step, "stage_id", stage_id)
    changes = [Change(step, replace(step, stage_id=None)) for step in steps]
    changes.append(Change(store.get(Stage, stage_id), None))
    return Patch.of(tidied(store, changes), "taking a stage away")


def remove_step(store: Store, step_id: str) -> Patch:
    """Remove a step; its moments fall back to the unsorted area, below what lies there."""
    step = store.get(Step, step_id)
    unsorted = store.referring(Moment, "step_id", None)
    top = max((one.y + UNSORTED_PITCH for one in unsorted), default=0.0)
    changes: list[Change] = []
    for place, moment in enumerate(step_moments(store, step_id)):
        row, column = divmod(place, UNSORTED_COLUMNS)
        x, y = column * COLUMN_PITCH, top + row * UNSORTED_PITCH
        changes.append(Change(moment, replace(moment, step_id=None, row_id=None, rank=0, x=x, y=y)))
    return Patch.of(tidied(store, [*changes, Change(step, None)]), "removing a step")
