"""Small steps towards the ultimate of a moment: ladders and their rungs."""

from dataclasses import replace
from datetime import date

from motwall.model.belongings import ladders_of, next_rank, rungs_of
from motwall.model.clean_text import clean_text
from motwall.model.edits.removal import removal
from motwall.model.fields import rules_of
from motwall.model.order import insert_ranked
from motwall.model.patch import Change, Patch
from motwall.model.records import Ladder, Rating, Rung
from motwall.model.store import Store


def add_ladder(
    store: Store,
    moment_id: str,
    ladder_id: str,
    today: date,
    title: str = "",
    unit: str = "",
    start_value: float | None = None,
) -> Patch:
    """Add a ladder below the others; it starts today."""
    limit = rules_of(Ladder)["title"].limit
    name, is_cut = clean_text(title, limit, one_line=True)
    counted, is_unit_cut = clean_text(unit, limit, one_line=True)
    ladder = Ladder(
        id=ladder_id,
        moment_id=moment_id,
        title=name,
        unit=counted,
        start_value=None if start_value is None else float(start_value),
        starts_on=today,
        rank=next_rank(ladders_of(store, moment_id)),
    )
    return Patch.of([Change(None, ladder)], "adding a ladder", is_cut=is_cut or is_unit_cut)


def add_rung(
    store: Store,
    ladder_id: str,
    rung_id: str,
    value: float | None = None,
    promise: str = "",
    due: date | None = None,
    expected_rating: Rating | None = None,
) -> Patch:
    """Add a rung on top of the others: a number, a promise, or both; who knows neither yet may."""
    text, is_cut = clean_text(promise)
    rung = Rung(
        id=rung_id,
        ladder_id=store.get(Ladder, ladder_id).id,
        value=None if value is None else float(value),
        promise=text,
        due=due,
        expected_rating=expected_rating,
        rank=next_rank(rungs_of(store, ladder_id)),
    )
    return Patch.of([Change(None, rung)], "adding a rung", is_cut=is_cut)


def move_rung(store: Store, rung_id: str, index: int) -> Patch:
    """Move a rung within its ladder: 0 is the lowest place."""
    rung = store.get(Rung, rung_id)
    rungs = rungs_of(store, rung.ladder_id)
    others = [one for one in rungs if one.id != rung_id]
    index = max(0, min(index, len(others)))
    if index == rungs.index(rung):
        return Patch()
    ranks, changes = insert_ranked(others, index, 1)
    changes.append(Change(rung, replace(rung, rank=ranks[0])))
    return Patch.of(changes, "move of a rung")


def mark_rung(store: Store, ladder_id: str, rung_id: str | None, today: date) -> Patch:
    """Say that a rung is the current one; None is back at the start.

    It and those below are reached, today unless they were before; those above are so no more.
    """
    rungs = rungs_of(store, ladder_id)
    reached = next((place for place, one in enumerate(rungs, 1) if one.id == rung_id), 0)
    changes = []
    for place, rung in enumerate(rungs):
        reached_on = (rung.reached_on or today) if place < reached else None
        changes.append(Change(rung, replace(rung, reached_on=reached_on)))
    return Patch.of(changes, "current rung")


def delete_rung(store: Store, rung_id: str) -> Patch:
    """Delete a rung."""
    return Patch.of(removal(store, [rung_id]), "deleting a rung")


def delete_ladder(store: Store, ladder_id: str) -> Patch:
    """Delete a ladder with its rungs."""
    return Patch.of(removal(store, [ladder_id]), "deleting a ladder")
