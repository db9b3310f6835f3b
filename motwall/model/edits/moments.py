"""Moments come, go, move, are lined up and merged."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.placing import (
    UNSORTED_COLUMNS,
    UNSORTED_PITCH,
    place_moments,
    restacked,
    row_at,
)
from motwall.model.edits.removal import moments_removal, removal
from motwall.model.edits.timeline import tidied
from motwall.model.fields import rules_of
from motwall.model.layout import NOTE_HEIGHT
from motwall.model.order import (
    RANK_STEP,
    in_wall_order,
    stack,
    steps_in_order,
)
from motwall.model.patch import Change, Patch
from motwall.model.pictures import picture_of
from motwall.model.records import RECORD_TYPES, Moment, Picture, Record, Step, Vote
from motwall.model.store import Store
from motwall.model.targets import GapTarget, Target, UnsortedTarget
from motwall.model.voting import MOST_DOTS
from motwall.model.wrapping import COLUMN_PITCH, NOTE_WIDTH

#: What a merged note takes over from the others where it has nothing itself.
_FILLED_BY_MERGE = (
    "contact_type_id", "description", "shortlist_rank", "rating", "rated_on", "expectation",
    "today", "ultimate", "issue", "good_looks_like", "who_delivers",
)  # fmt: skip
#: What belongs to a moment, and whether it has an order among its like. Dots are added up instead,
#: and a note has one photo.
_HANDED_OVER: dict[type[Record], bool] = {
    one: "rank" in rules_of(one)
    for one in RECORD_TYPES.values()
    if "moment_id" in rules_of(one) and one not in {Vote, Picture}
}
#: A duplicate of an unsorted note lies this far right of and below it, mm.
TWIN_OFFSET = 8.0


def end_of_timeline(store: Store) -> GapTarget:
    """The gap after the last step; new steps there go on with the last stage."""
    steps = steps_in_order(store)
    return GapTarget(len(steps), steps[-1].stage_id if steps else None)


def free_spot(store: Store) -> UnsortedTarget:
    """The place for the next unsorted note: after the last one, in rows."""
    unsorted = store.referring(Moment, "step_id", None)
    taken = {place for moment in unsorted for place in _places_under(moment)}
    row, column = next(
        divmod(number, UNSORTED_COLUMNS)
        for number in range(len(taken) + 1)
        if divmod(number, UNSORTED_COLUMNS) not in taken
    )
    return UnsortedTarget(column * COLUMN_PITCH, row * UNSORTED_PITCH)


def _places_under(moment: Moment) -> list[tuple[int, int]]:
    """The places (row, column) that an unsorted note lies on, if only by a corner."""
    top = int((moment.y - NOTE_HEIGHT) // UNSORTED_PITCH) + 1
    rows = [row for row in (top, top + 1) if row * UNSORTED_PITCH < moment.y + NOTE_HEIGHT]
    columns = range(UNSORTED_COLUMNS)
    return [
        (row, column)
        for row in rows
        for column in columns
        if abs(column * COLUMN_PITCH - moment.x) < NOTE_WIDTH
    ]


def add_moments(
    store: Store,
    texts: Sequence[str],
    target: Target,
    new_id: NewId,
    contact_type_id: str | None = None,
) -> Patch:
    """Add a moment for each text; in a gap each makes a step of its own."""
    cleaned = [clean_text(text) for text in texts]
    moments = [
        Moment(id=new_id(), text=text, contact_type_id=contact_type_id) for text, _ in cleaned
    ]
    created = [Change(None, moment) for moment in moments]
    changes = tidied(store, [*created, *place_moments(store, moments, target, new_id)])
    is_cut = any(one.is_cut for one in cleaned)
    return Patch.of(changes, "adding %n note(s)", len(moments), is_cut=is_cut)


def move_moments(store: Store, moment_ids: Iterable[str], target: Target, new_id: NewId) -> Patch:
    """Move moments: into a stack, into a gap (one new step each, in their order) or unsorted.

    In a lane they take its contact type with the same patch. Untitled steps left empty disappear,
    unless one is its stage's only one.
    """
    moments = in_wall_order(store, moment_ids)
    if _is_alone_in_place(store, moments, target):
        return Patch()
    changes = tidied(store, place_moments(store, moments, target, new_id))
    return Patch.of(changes, "move of %n note(s)", len(moments))


def line_up(store: Store, moment_ids: Iterable[str], new_id: NewId) -> Patch:
    """Make the unsorted ones among the moments consecutive steps at the end, in reading order."""
    chosen = [one for one in in_wall_order(store, moment_ids) if one.step_id is None]
    patch = move_moments(store, [one.id for one in chosen], end_of_timeline(store), new_id)
    return patch.labelled("lining up %n note(s)", len(chosen))


def delete_moments(store: Store, moment_ids: Iterable[str]) -> Patch:
    """Delete moments with all that hangs on them."""
    moments = in_wall_order(store, moment_ids)
    changes = tidied(store, moments_removal(store, [moment.id for moment in moments]))
    return Patch.of(changes, "deleting %n note(s)", len(moments))


def duplicate_moments(store: Store, moment_ids: Iterable[str], new_id: NewId) -> Patch:
    """Copy moments: below the original in its stack, or beside it when unsorted.

    The copy is a note to be judged anew: it has the words and the type, but no tick, rating, ideas
    or actions.
    """
    moments = in_wall_order(store, moment_ids)
    twins = {moment.id: fresh_copy(moment, new_id()) for moment in moments}
    changes = []
    for moment in moments:
        if moment.step_id is None:
            beside = replace(twins[moment.id], x=moment.x + TWIN_OFFSET, y=moment.y + TWIN_OFFSET)
            changes.append(Change(None, beside))
    cells = ((one.step_id, one.row_id) for one in moments if one.step_id is not None)
    for step_id, row_id in dict.fromkeys(cells):
        ordered = []
        for moment in stack(store, step_id, row_id):
            ordered.append(moment)
            if moment.id in twins:
                ordered.append(twins[moment.id])
        changes += [Change(None, twins[one.id]) for one in ordered if one.id in twins]
        changes += restacked(ordered, step_id, row_id)
    return Patch.of(changes, "duplicating %n note(s)", len(moments))


def merge_moments(store: Store, moment_ids: Iterable[str], kept_id: str) -> Patch:
    """Say that several notes mean the same moment: one stays, the others' words are kept on it.

    What hangs on them (ideas, actions, ladders and so on) moves to the one that stays. It is ticked
    if any was; its other fields stay as they are, empty ones are filled from the others in their
    order; so it has their first words as its own if it had none.
    """
    kept = store.get(Moment, kept_id)
    others = [one for one in in_wall_order(store, moment_ids) if one.id != kept_id]
    words = [text for one in others for text in (one.text, *one.merged) if text]
    text = kept.text or (words.pop(0) if words else "")
    merged = replace(kept, text=text, merged=(*kept.merged, *words))
    for name in _FILLED_BY_MERGE:
        found = next((value for one in (kept, *others) if (value := getattr(one, name))), None)
        if found:
            merged = replace(merged, **{name: found})
    is_ticked = kept.is_ticked or any(one.is_ticked for one in others)
    changes = [Change(kept, replace(merged, is_ticked=is_ticked))]
    changes += _handed_over(store, others, kept)
    changes += _votes_and_photo(store, others, kept)
    ids = [one.id for one in others]
    gone = removal(store, ids, except_for={change.record.id for change in changes})
    changes = tidied(store, [*changes, *gone])
    return Patch.of(changes, "same moment: %n note(s)", len(others) + 1)


def fresh_copy(moment: Moment, moment_id: str) -> Moment:
    """A moment with the same words and type, not yet judged."""
    return replace(
        moment,
        id=moment_id,
        is_ticked=False,
        shortlist_rank=None,
        rating=None,
        rated_on=None,
    )


def _is_alone_in_place(store: Store, moments: Sequence[Moment], target: Target) -> bool:
    """Whether a note that is alone in its untitled step is dropped right beside that step."""
    if len(moments) != 1 or not isinstance(target, GapTarget) or moments[0].step_id is None:
        return False
    step = store.get(Step, moments[0].step_id)
    place = [one.id for one in steps_in_order(store)].index(step.id)
    is_alone = len(store.referring(Moment, "step_id", step.id)) == 1 and not step.title
    is_beside = target.index in {place, place + 1} and target.stage_id == step.stage_id
    return is_alone and is_beside and not _is_changed(moments[0], target)


def _is_changed(moment: Moment, target: GapTarget) -> bool:
    """Whether the row or the contact type becomes another."""
    if target.lane is not None and target.lane.contact_type_id != moment.contact_type_id:
        return True
    return row_at(target, moment) != moment.row_id


def _handed_over(store: Store, others: Sequence[Moment], kept: Moment) -> list[Change]:
    """What hangs on the others hangs on the one that stays, below its own."""
    changes: list[Change] = []
    for record_type, is_ranked in _HANDED_OVER.items():
        own = store.referring(record_type, "moment_id", kept.id)
        last = max((getattr(one, "rank", 0) for one in own), default=0)
        for other in others:
            theirs = store.referring(record_type, "moment_id", other.id)
            for one in sorted(theirs, key=lambda each: (getattr(each, "rank", 0), each.id)):
                last += RANK_STEP
                values: dict[str, Any] = {"rank": last} if is_ranked else {}
                changes.append(Change(one, replace(one, **{"moment_id": kept.id, **values})))
    return changes


def _votes_and_photo(store: Store, others: Sequence[Moment], kept: Moment) -> list[Change]:
    """Dots on the others lie on the one that stays, which gets a photo if it had none."""
    found: dict[str, Change] = {}
    mine = {(one.round_id, one.person): one for one in store.referring(Vote, "moment_id", kept.id)}
    for vote in (one for other in others for one in store.referring(Vote, "moment_id", other.id)):
        place = (vote.round_id, vote.person)
        if place in mine:
            had = mine[place]
            mine[place] = replace(had, dots=min(had.dots + vote.dots, MOST_DOTS))
        else:
            mine[place] = replace(vote, moment_id=kept.id)
        key = mine[place].id
        before = found[key].before if key in found else store.get(Vote, key)
        found[key] = Change(before, mine[place])
    photos = [one for moment in (kept, *others) if (one := picture_of(store, moment.id))]
    if photos and photos[0].moment_id != kept.id:
        found[photos[0].id] = Change(photos[0], replace(photos[0], moment_id=kept.id))
    return list(found.values())
