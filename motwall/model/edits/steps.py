"""Steps and stages: the timeline's own order."""

from collections.abc import Iterable
from dataclasses import replace

from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.moments import UNSORTED_COLUMNS, UNSORTED_PITCH
from motwall.model.edits.timeline import stage_for_gap, tidy_left_stage
from motwall.model.fields import rules_of
from motwall.model.layout import NOTE_HEIGHT
from motwall.model.order import RANK_STEP, runs, stack, steps_in_order, unsorted_moments
from motwall.model.patch import Change, Patch
from motwall.model.records import Stage, Step
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
    if index == place and target.stage_id == step.stage_id:
        # Beside itself: also the only step of a stage stays in it.
        return Patch()
    moved = replace(step, stage_id=stage_id)
    ordered = [*others[:index], moved, *others[index:]]
    gone = tidy_left_stage(store, step.stage_id, {step_id}) if stage_id != step.stage_id else []
    return Patch.of([*_renumbered(store, ordered), *gone], "move of a step")


def move_stage(store: Store, stage_id: str, index: int) -> Patch:
    """Move a whole stage.

    Args:
        store: The wall.
        stage_id: Which stage.
        index: The gap of the timeline to move to, counted in steps as they are now; a gap inside
            another stage means the nearer edge of it.
    """
    grouped = runs(store)
    edges = [0]
    for run in grouped:
        edges.append(edges[-1] + len(run.steps))
    edge = min(edges, key=lambda one: abs(one - index))
    steps = steps_in_order(store)
    before = [one for one in steps[:edge] if one.stage_id != stage_id]
    after = [one for one in steps[edge:] if one.stage_id != stage_id]
    own = [one for one in steps if one.stage_id == stage_id]
    return Patch.of(_renumbered(store, [*before, *own, *after]), "move of a stage")


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
    leaving = {step.id for step in inside}
    for step in steps[last + 1 :]:
        if cut is None or step.stage_id != cut:
            break
        changes.append(Change(step, replace(step, stage_id=None)))
        leaving.add(step.id)
    for stage_id in dict.fromkeys(step.stage_id for step in inside):
        changes += tidy_left_stage(store, stage_id, leaving)
    return Patch.of(changes, "naming a stretch", is_cut=is_cut)


def dissolve_stage(store: Store, stage_id: str) -> Patch:
    """Take a stage's name away; its steps stay where they are."""
    steps = store.referring(Step, "stage_id", stage_id)
    changes = [Change(step, replace(step, stage_id=None)) for step in steps]
    return Patch.of([*changes, Change(store.get(Stage, stage_id), None)], "taking a stage away")


def remove_step(store: Store, step_id: str) -> Patch:
    """Remove a step; its moments fall back to the unsorted area, below what lies there."""
    step = store.get(Step, step_id)
    unsorted = unsorted_moments(store)
    top = max((one.y + NOTE_HEIGHT + 8 for one in unsorted), default=0.0)
    changes: list[Change] = []
    for place, moment in enumerate(stack(store, step_id)):
        row, column = divmod(place, UNSORTED_COLUMNS)
        x, y = column * COLUMN_PITCH, top + row * UNSORTED_PITCH
        changes.append(Change(moment, replace(moment, step_id=None, rank=0, x=x, y=y)))
    gone = tidy_left_stage(store, step.stage_id, {step_id})
    return Patch.of([*changes, Change(step, None), *gone], "removing a step")


def _renumbered(store: Store, ordered: list[Step]) -> list[Change]:
    changes = []
    for place, step in enumerate(ordered):
        changes.append(
            Change(store.get(Step, step.id), replace(step, rank=RANK_STEP * (place + 1)))
        )
    return changes
