"""Rows of the timeline: another kind of customer, or a branch such as online.

The first row has no record (see `model/rows.py`): it is always on top and is never deleted, and
what a row's notes fall back to.
"""

from collections.abc import Iterable
from dataclasses import replace

from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.placing import restacked
from motwall.model.edits.removal import moments_removal
from motwall.model.edits.timeline import tidied
from motwall.model.fields import rules_of
from motwall.model.order import (
    RANK_STEP,
    by_rank,
    in_wall_order,
    insert_ranked,
    rows_in_order,
    stack,
)
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, Row
from motwall.model.rows import MAX_ROWS
from motwall.model.store import Store


def add_row(store: Store, title: str, row_id: str) -> Patch:
    """Add an empty row below the others.

    Returns:
        An empty patch when there are 12 further rows already.
    """
    rows = rows_in_order(store)
    if len(rows) >= MAX_ROWS:
        return Patch()
    text, is_cut = clean_text(title, rules_of(Row)["title"].limit, one_line=True)
    rank = rows[-1].rank + RANK_STEP if rows else RANK_STEP
    row = Row(id=row_id, title=text, rank=rank)
    return Patch.of([Change(None, row)], "adding a row", is_cut=is_cut)


def move_row(store: Store, row_id: str, index: int) -> Patch:
    """Move a row among the further ones: 0 is right below the first row, which stays on top."""
    rows = rows_in_order(store)
    row = store.get(Row, row_id)
    others = [one for one in rows if one.id != row_id]
    index = max(0, min(index, len(others)))
    if index == rows.index(row):
        return Patch()
    ranks, changes = insert_ranked(others, index, 1)
    changes.append(Change(row, replace(row, rank=ranks[0])))
    return Patch.of(changes, "move of a row")


def delete_row(store: Store, row_id: str, *, is_with_moments: bool) -> Patch:
    """Delete a row, and its notes with all that belongs to them, or those go to the first row.

    There they come below the notes of the same step.
    """
    row = store.get(Row, row_id)
    moments = by_rank(store.referring(Moment, "row_id", row_id))
    if is_with_moments:
        gone = moments_removal(store, (one.id for one in moments), also=[row_id])
        changes = tidied(store, gone)
        return Patch.of(changes, "deleting a row and %n note(s)", len(moments))
    changes = _moved_to_row(store, moments, None)
    return Patch.of([*changes, Change(row, None)], "deleting a row")


def move_moments_to_row(store: Store, moment_ids: Iterable[str], row_id: str | None) -> Patch:
    """Move notes of the timeline to a row (None is the first), each to its step, at the bottom.

    Unsorted notes are in no row and stay where they are.
    """
    moments = [one for one in in_wall_order(store, moment_ids) if _can_go(one, row_id)]
    changes = _moved_to_row(store, moments, row_id)
    return Patch.of(changes, "move of %n note(s)", len(moments))


def copy_moments_to_row(
    store: Store, moment_ids: Iterable[str], row_id: str | None, new_id: NewId
) -> Patch:
    """Copy notes of the timeline to a row (None is the first), each to its step, at the bottom.

    It is the same moment for somebody else, who expects something else of it: the copy has the
    words and the type, and everything said or judged of the original is left behind. Unsorted
    notes, and those of that row, are not copied.
    """
    moments = [one for one in in_wall_order(store, moment_ids) if _can_go(one, row_id)]
    copies = [
        Moment(
            id=new_id(),
            text=one.text,
            prompt=one.prompt,
            step_id=one.step_id,
            contact_type_id=one.contact_type_id,
            kind=one.kind,
        )
        for one in moments
    ]
    changes = [Change(None, one) for one in copies]
    changes += _moved_to_row(store, copies, row_id)
    return Patch.of(changes, "copying %n note(s)", len(copies))


def _can_go(moment: Moment, row_id: str | None) -> bool:
    return moment.step_id is not None and moment.row_id != row_id


def _moved_to_row(store: Store, moments: Iterable[Moment], row_id: str | None) -> list[Change]:
    """The changes that put moments into another row, below what lies there in their steps."""
    by_step: dict[str, list[Moment]] = {}
    changes = []
    for moment in moments:
        if moment.step_id is not None:
            by_step.setdefault(moment.step_id, []).append(moment)
        else:  # in no row; this one comes from a file that motwall did not make
            changes.append(Change(moment, replace(moment, row_id=row_id)))
    for step_id, several in by_step.items():
        changes += restacked([*stack(store, step_id, row_id), *several], step_id, row_id)
    return changes
