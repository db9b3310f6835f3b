"""Notes go to another stage, or out of one: what choosing a stage in a table means."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from motwall.model.clock import NewId
from motwall.model.edits.timeline import at_ranks, tidied
from motwall.model.order import RANK_STEP, in_wall_order, steps_in_order
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, Stage, Step
from motwall.model.store import Store


class _Group(NamedTuple):
    """Notes that stay together: those of one step, or one unsorted note."""

    step: Step | None
    moments: list[Moment]


def move_to_stage(
    store: Store, moment_ids: Iterable[str], stage_id: str | None, new_id: NewId
) -> Patch:
    """Move notes to the near end of a stage, or (None) out of theirs, beside its nearer end.

    A step all of whose notes go goes along, with its name, as long as its stage keeps another one.
    Of a step that others stay in the notes alone go, into a new step. Nobody else's note moves.
    Unsorted notes come to the end of the stage, each as a step; they are in none already.
    """
    if stage_id is not None and store.find(Stage, stage_id) is None:
        return Patch()
    steps = steps_in_order(store)
    moments = in_wall_order(store, moment_ids)
    groups = [one for one in _grouped(store, moments) if _stage_of(one) != stage_id]
    taken = _whole(store, steps, groups)
    gaps = [_gap(steps, one, stage_id) for one in groups]
    changes: list[Change] = []
    made: list[tuple[int, Step]] = []
    for group, gap in zip(groups, gaps, strict=True):
        if group.step is not None and group.step.id in taken:
            made.append((gap, group.step))
            continue
        step = Step(id=new_id(), rank=0)
        made.append((gap, step))
        if group.step is None:
            changes += at_ranks(group.moments, step.id, [RANK_STEP])
        else:
            changes += [Change(one, replace(one, step_id=step.id)) for one in group.moments]
    changes += _ranked(store, steps, made, stage_id)
    count = sum(len(one.moments) for one in groups)
    return Patch.of(tidied(store, changes), "move of %n note(s)", count)


def _grouped(store: Store, moments: Sequence[Moment]) -> list[_Group]:
    together: dict[str, list[Moment]] = {}
    for one in moments:
        together.setdefault(one.step_id or one.id, []).append(one)
    return [_Group(store.find(Step, key), several) for key, several in together.items()]


def _stage_of(group: _Group) -> str | None:
    return group.step.stage_id if group.step is not None else None


def _whole(store: Store, steps: Sequence[Step], groups: Sequence[_Group]) -> set[str]:
    """The ids of the steps that go along; a stage that all steps would leave keeps them."""
    whole = [
        one.step
        for one in groups
        if one.step is not None
        and len(store.referring(Moment, "step_id", one.step.id)) == len(one.moments)
    ]
    ids = {one.id for one in whole}
    kept = {one.stage_id for one in steps if one.id not in ids}
    return {one.id for one in whole if one.stage_id is None or one.stage_id in kept}


def _gap(steps: Sequence[Step], group: _Group, stage_id: str | None) -> int:
    """The gap of the timeline, counted in steps as they are, that a group goes to."""
    run_id = _stage_of(group) if stage_id is None else stage_id
    places = [place for place, one in enumerate(steps) if one.stage_id == run_id]
    first, behind = places[0], places[-1] + 1
    if group.step is None:
        return behind
    place = steps.index(group.step)
    is_near_front = place - first < behind - 1 - place
    return first if is_near_front else behind


def _ranked(
    store: Store, steps: Sequence[Step], made: Sequence[tuple[int, Step]], stage_id: str | None
) -> list[Change]:
    """Put steps into gaps; the others keep their ranks where there is room between them."""
    ids = {step.id for _, step in made}
    order: list[Step] = []
    for place in range(len(steps) + 1):
        order += [step for gap, step in made if gap == place]
        order += [one for one in steps[place : place + 1] if one.id not in ids]
    ranks = _ranks(order, ids)
    changes = []
    for step, rank in zip(order, ranks, strict=True):
        home = stage_id if step.id in ids else step.stage_id
        changes.append(Change(store.find(Step, step.id), replace(step, stage_id=home, rank=rank)))
    return changes


def _ranks(order: Sequence[Step], new_ids: set[str]) -> list[int]:
    """Rising ranks; those that stay keep theirs unless there is no room between two of them."""
    ranks: list[int] = []
    before: int | None = None
    waiting = 0
    for one in order:
        if one.id in new_ids:
            waiting += 1
            continue
        low = one.rank - RANK_STEP * (waiting + 1) if before is None else before
        spacing = (one.rank - low) // (waiting + 1)
        if waiting and spacing < 1:
            return [RANK_STEP * (place + 1) for place in range(len(order))]
        ranks += [low + spacing * (number + 1) for number in range(waiting)]
        ranks.append(one.rank)
        before, waiting = one.rank, 0
    return ranks + [(before or 0) + RANK_STEP * (number + 1) for number in range(waiting)]
