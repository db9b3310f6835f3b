"""What is true of workshops and photos, after records of two copies were put together."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from motwall.model.agenda import spent
from motwall.model.records import AgendaItem, Picture, Record, VoteRound
from motwall.model.store import Store

R = TypeVar("R", bound=Record)


def keep_workshop_true(records: dict[str, Record], base: Store) -> None:
    """Mend records, in place: one photo a note, one round open, one clock of a workshop running.

    Args:
        records: By id.
        base: What both copies began as.
    """
    _keep_one_photo_each(records, base)
    _keep_one_round_open(records)
    _keep_one_clock_running(records)


def _keep_one_photo_each(records: dict[str, Record], base: Store) -> None:
    """What is new in a copy is what its people wanted to see, not what another note had before."""
    taken: set[str] = set()
    photos = _all(records, Picture)
    for one in sorted(photos, key=lambda one: (base.find(Picture, one.id) is not None, one.id)):
        if one.moment_id in taken:
            del records[one.id]
        taken.add(one.moment_id)


def _keep_one_round_open(records: dict[str, Record]) -> None:
    """The latest goes on; what was open beside it is closed as it was opened."""
    going_on = [one for one in _all(records, VoteRound) if one.closed_at is None]
    going_on.sort(key=lambda one: (one.opened_at, one.id))
    for one in going_on[:-1]:
        records[one.id] = replace(one, closed_at=one.opened_at)


def _keep_one_clock_running(records: dict[str, Record]) -> None:
    """Of each workshop the clock started last runs; others stood still from then on."""
    running: dict[str, list[AgendaItem]] = {}
    for one in _all(records, AgendaItem):
        if one.started_at is not None:
            running.setdefault(one.session_id, []).append(one)
    for items in running.values():
        *others, latest = sorted(items, key=lambda one: (str(one.started_at), one.id))
        for one in others:
            assert latest.started_at is not None
            until = spent(one, latest.started_at)
            records[one.id] = replace(one, spent_s=until, started_at=None)


def _all(records: Mapping[str, Record], record_type: type[R]) -> list[R]:
    return [one for one in records.values() if isinstance(one, record_type)]
