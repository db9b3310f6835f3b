"""Measures and their readings: a value a day; typing it again corrects."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from motwall.model.belongings import measures_of, next_rank, readings_of
from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.removal import removal
from motwall.model.fields import rules_of
from motwall.model.patch import Change, Patch
from motwall.model.records import Measure, Reading
from motwall.model.store import Store


class Taken(NamedTuple):
    """What was read on a day."""

    taken_on: date
    value: float
    note: str = ""


def add_measure(
    store: Store,
    name: str,
    measure_id: str,
    moment_id: str | None = None,
    **details: Any,  # noqa: ANN401 -- any field of Measure; checked by the record
) -> Patch:
    """Add a measure of a moment, or (None) of the whole wall, below the others.

    Args:
        store: The wall.
        name: What is counted or timed.
        measure_id: A fresh id.
        moment_id: What it measures.
        details: More fields: `unit`, `better`, `target`, `every_days`.
    """
    limit = rules_of(Measure)["name"].limit
    cleaned, is_cut = clean_text(name, limit, one_line=True)
    unit, is_unit_cut = clean_text(details.pop("unit", ""), limit, one_line=True)
    target = details.pop("target", None)
    measure = Measure(
        id=measure_id,
        moment_id=moment_id,
        name=cleaned,
        unit=unit,
        target=None if target is None else float(target),
        rank=next_rank(measures_of(store, moment_id)),
        **details,
    )
    return Patch.of([Change(None, measure)], "adding a measure", is_cut=is_cut or is_unit_cut)


def assign_measure(store: Store, measure_id: str, moment_id: str | None) -> Patch:
    """Say that a measure is about another moment, or (None) about the whole wall."""
    measure = store.get(Measure, measure_id)
    if measure.moment_id == moment_id:
        return Patch()
    rank = next_rank(measures_of(store, moment_id))
    after = replace(measure, moment_id=moment_id, rank=rank)
    return Patch.of([Change(measure, after)], "what a measure is about")


def delete_measure(store: Store, measure_id: str) -> Patch:
    """Delete a measure with its readings; count them and say so before."""
    return Patch.of(removal(store, [measure_id]), "deleting a measure")


def add_readings(store: Store, measure_id: str, taken: Iterable[Taken], new_id: NewId) -> Patch:
    """Add readings, typed or pasted; on a day that has one already it is corrected.

    Of several of one day the last counts. A note that is there stays if the new one is empty.
    """
    measure = store.get(Measure, measure_id)
    limit = rules_of(Reading)["note"].limit
    known = {one.taken_on: one for one in store.referring(Reading, "measure_id", measure.id)}
    changes: list[Change] = []
    is_cut = False
    for one in taken:
        note, is_note_cut = clean_text(one.note, limit, one_line=True)
        is_cut = is_cut or is_note_cut
        before = known.get(one.taken_on)
        after = Reading(
            id=before.id if before else new_id(),
            measure_id=measure.id,
            taken_on=one.taken_on,
            value=float(one.value),
            note=note or (before.note if before else ""),
        )
        known[one.taken_on] = after
        changes.append(Change(before, after))
    days = len({one.record.id for one in changes})
    return Patch.of(changes, "adding %n reading(s)", days, is_cut=is_cut)


def correct_latest(
    store: Store, measure_id: str, value: float, today: date, new_id: NewId
) -> Patch:
    """Write the number of the latest reading anew; a measure without one gets it for today."""
    known = readings_of(store, measure_id)
    if not known:
        return add_readings(store, measure_id, [Taken(today, value)], new_id)
    after = replace(known[-1], value=float(value))
    return Patch.of([Change(known[-1], after)], "correcting a reading")


def delete_readings(store: Store, reading_ids: Iterable[str]) -> Patch:
    """Delete readings; an action that was proved by one is without that proof from now on."""
    ids = list(dict.fromkeys(reading_ids))
    return Patch.of(removal(store, ids), "deleting %n reading(s)", len(ids))
