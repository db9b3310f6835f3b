"""Cells of the list view: many notes and fields written at once, each by the edit it has anyway."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from motwall.model.clock import NewId
from motwall.model.edits.fields import write
from motwall.model.edits.marks import rate, set_contact_type, set_priority, tick
from motwall.model.edits.measures import correct_latest
from motwall.model.edits.moments import add_moments, end_of_timeline, free_spot, move_moments
from motwall.model.edits.restaging import move_to_stage
from motwall.model.list_columns import (
    CHOICE_FIELDS,
    TEXT_FIELDS,
    YES_FIELDS,
    ListColumn,
    only_measure,
)
from motwall.model.moving import target_in_step
from motwall.model.pasted_table import CellValue, PastedTable
from motwall.model.patch import Patch
from motwall.model.records import Moment, Rating, Step
from motwall.model.store import Store
from motwall.model.targets import Target

Edit = Callable[[Store], Patch]


def write_cells(
    store: Store,
    cells: Sequence[CellValue],
    today: date,
    new_id: NewId,
    session_id: str | None = None,
) -> Patch:
    """Write values into cells; notes that are gone are passed over.

    Args:
        store: The wall.
        cells: Columns that take words only, with values of `list_values.value_of`.
        today: The day of ratings.
        new_id: For the records that ratings and moves bring.
        session_id: The session going on, or None.
    """
    groups: dict[tuple[ListColumn, object], list[str]] = {}
    for cell in cells:
        if store.find(Moment, cell.moment_id) is not None:
            groups.setdefault((cell.column, cell.value), []).append(cell.moment_id)

    def edits_of(column: ListColumn, value: object, ids: list[str]) -> list[Edit]:
        if column is ListColumn.RATING:
            rating = value if isinstance(value, Rating) else None
            return [lambda wall: rate(wall, ids, rating, today, new_id, session_id)]
        if column is ListColumn.PRIORITY:
            place = value if isinstance(value, int) else None
            return [partial(set_priority, moment_id=one, place=place) for one in ids]
        if column is ListColumn.MEASURE:
            return [partial(_read, one, value, today, new_id) for one in ids]
        return [lambda wall: _written(wall, column, value, ids, new_id)]

    ordered = sorted(groups.items(), key=lambda one: _turn(*one[0]))
    edits = [edit for (column, value), ids in ordered for edit in edits_of(column, value, ids)]
    patch = edits[0](store) if len(edits) == 1 else _one_after_the_other(store, edits)
    return patch.labelled("writing in %n cell(s)", sum(map(len, groups.values())))


def paste_table(
    store: Store,
    table: PastedTable,
    target: Target,
    today: date,
    new_id: NewId,
    session_id: str | None = None,
) -> Patch:
    """Write a pasted block into the notes that are there, and add a note for each row beyond.

    Args:
        store: The wall.
        table: What the block comes to.
        target: Where the new notes go, unless the block says in which step.
        today: The day of ratings.
        new_id: For the new notes and what comes with them.
        session_id: The session going on, or None.
    """
    texts = [str(one.get(ListColumn.TEXT, "")) for one in table.added]
    patch = add_moments(store, texts, target, new_id) if texts else Patch()
    made = [one.record.id for one in patch if one.before is None and isinstance(one.after, Moment)]
    cells = list(table.changed)
    for moment_id, values in zip(made, table.added, strict=True):
        cells += [
            CellValue(moment_id, column, value)
            for column, value in values.items()
            if column is not ListColumn.TEXT
        ]
    edits: list[Edit] = [lambda _wall: patch]
    edits.append(lambda wall: write_cells(wall, cells, today, new_id, session_id))
    whole = _one_after_the_other(store, edits) if made else edits[1](store)
    return whole.labelled("pasting %n row(s)", len(texts) or len({one.moment_id for one in cells}))


def _turn(column: ListColumn, value: object) -> tuple[int, int]:
    """When a column's turn is: a step tells its stage, and P1 makes room for P2."""
    last = (ListColumn.STAGE, ListColumn.PRIORITY)
    if column not in last:
        return 0, 0
    return 1 + last.index(column), value if isinstance(value, int) else 0


def _read(moment_id: str, value: object, today: date, new_id: NewId, store: Store) -> Patch:
    """The latest reading of a moment's only measure; no value is no reading, and changes none."""
    measure = only_measure(store, moment_id)
    if measure is None or not isinstance(value, float):
        return Patch()
    return correct_latest(store, measure.id, value, today, new_id)


def _written(
    store: Store, column: ListColumn, value: object, ids: list[str], new_id: NewId
) -> Patch:
    if column is ListColumn.STEP:
        return _moved(store, value if isinstance(value, str) else None, ids, new_id)
    if column is ListColumn.STAGE:
        return move_to_stage(store, ids, value if isinstance(value, str) else None, new_id)
    if column is ListColumn.CONTACT_TYPE:
        return set_contact_type(store, ids, value if isinstance(value, str) else None)
    if column is ListColumn.TICK:
        return tick(store, ids, is_ticked=bool(value))
    field = {**TEXT_FIELDS, **CHOICE_FIELDS, **YES_FIELDS}[column]
    return write(store, Moment, ids, field, value)


def _moved(store: Store, step_id: str | None, ids: list[str], new_id: NewId) -> Patch:
    """Notes moved below the others of a step, or unsorted; those that are there stay in place."""
    movers = [one for one in ids if store.get(Moment, one).step_id != step_id]
    if not movers:
        return Patch()
    if step_id is None:
        return move_moments(store, movers, free_spot(store), new_id)
    if store.find(Step, step_id) is None:
        # It was left empty by the move before.
        return move_moments(store, movers, end_of_timeline(store), new_id)
    row_id = store.get(Moment, movers[0]).row_id
    return move_moments(store, movers, target_in_step(store, step_id, row_id), new_id)


def _one_after_the_other(store: Store, edits: Sequence[Edit]) -> Patch:
    """Several edits as one patch, each on the wall as the one before leaves it."""
    wall = Store(store.everything())
    changes = []
    is_cut = False
    for edit in edits:
        patch = edit(wall)
        wall.apply(patch)
        changes += list(patch)
        is_cut = is_cut or patch.is_cut
    return Patch.of(changes, is_cut=is_cut)
