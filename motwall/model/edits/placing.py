"""Where moments go: what a target means for those that are put there and those that lie there."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from motwall.model.clock import NewId
from motwall.model.edits.timeline import at_ranks, new_steps
from motwall.model.layout import NOTE_HEIGHT
from motwall.model.order import RANK_STEP, stack
from motwall.model.patch import Change
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.targets import GapTarget, Lane, StackTarget, Target, UnsortedTarget
from motwall.model.tracks import cell_moments
from motwall.model.wrapping import COLUMN_PITCH

#: Several notes dropped or added unsorted lie in rows of this many.
UNSORTED_COLUMNS = 6
#: From one row of fresh unsorted notes to the next, mm.
UNSORTED_PITCH = NOTE_HEIGHT + 8.0


def place_moments(
    store: Store, moments: Sequence[Moment], target: Target, new_id: NewId
) -> list[Change]:
    """The changes that put moments (on the wall already, or about to be) at a target."""
    if isinstance(target, UnsortedTarget):
        return _moved_unsorted(moments, target)
    if isinstance(target, GapTarget):
        changes = _in_gap(store, moments, target, new_id)
    elif target.lane is not None:
        changes = _in_lane(store, moments, target)
    else:
        there = stack(store, target.step_id, target.row_id)
        movers = {moment.id for moment in moments}
        above = [one for one in there[: target.index] if one.id not in movers]
        below = [one for one in there[target.index :] if one.id not in movers]
        changes = restacked([*above, *moments, *below], target.step_id, target.row_id)
    return _in_colour(changes, moments, target.lane) if target.lane is not None else changes


def restacked(moments: Sequence[Moment], step_id: str, row_id: str | None = None) -> list[Change]:
    """Give the moments of a stack their step, row and ranks in the given order, from the top."""
    ranks = [RANK_STEP * (place + 1) for place in range(len(moments))]
    return at_ranks(moments, step_id, ranks, row_id)


def row_at(target: GapTarget, moment: Moment) -> str | None:
    """The row a moment will be in."""
    keeps_own = target.is_row_kept or target.lane is not None
    return moment.row_id if keeps_own else target.row_id


def _in_gap(
    store: Store, moments: Sequence[Moment], target: GapTarget, new_id: NewId
) -> list[Change]:
    steps, changes = new_steps(store, target, len(moments), new_id)
    for moment, step in zip(moments, steps, strict=True):
        changes += at_ranks([moment], step.id, [RANK_STEP], row_at(target, moment))
    return changes


def _in_lane(store: Store, moments: Sequence[Moment], target: StackTarget) -> list[Change]:
    """Each note goes into the stack of its own row, to where the lane's notes around it are."""
    movers = {moment.id for moment in moments}
    shown = [one.id for one in cell_moments(store, target)]
    above, below = set(shown[: target.index]) - movers, set(shown[target.index :]) - movers
    changes = []
    for row_id in dict.fromkeys(one.row_id for one in moments):
        own = [one for one in moments if one.row_id == row_id]
        there = [one for one in stack(store, target.step_id, row_id) if one.id not in movers]
        after = [place + 1 for place, one in enumerate(there) if one.id in above]
        before = [place for place, one in enumerate(there) if one.id in below]
        low, high = max(after, default=0), min(before, default=len(there))
        place = low if after else high
        if own[0].step_id == target.step_id:
            # Notes of other lanes may lie between: one that is in its place already stays there.
            now = sum((one.rank, one.id) < (own[0].rank, own[0].id) for one in there)
            place = min(max(low, now), high)
        changes += restacked([*there[:place], *own, *there[place:]], target.step_id, row_id)
    return changes


def _in_colour(changes: Iterable[Change], moments: Iterable[Moment], lane: Lane) -> list[Change]:
    movers = {moment.id for moment in moments}
    return [
        replace(one, after=replace(one.after, contact_type_id=lane.contact_type_id))
        if isinstance(one.after, Moment) and one.after.id in movers
        else one
        for one in changes
    ]


def _moved_unsorted(moments: Sequence[Moment], target: UnsortedTarget) -> list[Change]:
    """Unsorted notes keep their distances; notes from the timeline are laid out in rows."""
    corner = _corner(moments)
    changes = []
    for place, moment in enumerate(moments):
        row, column = divmod(place, UNSORTED_COLUMNS)
        dx, dy = column * COLUMN_PITCH, row * UNSORTED_PITCH
        if corner is not None:
            dx, dy = moment.x - corner[0], moment.y - corner[1]
        x, y = max(0.0, target.x + dx), max(0.0, target.y + dy)
        changes.append(Change(moment, replace(moment, step_id=None, row_id=None, rank=0, x=x, y=y)))
    return changes


def _corner(moments: Sequence[Moment]) -> tuple[float, float] | None:
    """The top left of a group that is unsorted altogether and lies apart, else None."""
    if not moments or any(one.step_id is not None for one in moments):
        return None
    if len({(one.x, one.y) for one in moments}) < len(moments):
        return None
    return min(one.x for one in moments), min(one.y for one in moments)
