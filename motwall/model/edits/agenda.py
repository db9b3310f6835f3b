"""The workshop of a session: begun from a plan, gone through part by part, planned anew."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from motwall.model.agenda import AGENDA_MOST, MINUTE, agenda, current, replanned, spent
from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.removal import removal
from motwall.model.fields import rules_of
from motwall.model.order import RANK_STEP, insert_ranked
from motwall.model.patch import Change, Patch
from motwall.model.records import AgendaItem
from motwall.model.store import Store


class Planned(NamedTuple):
    """A part as a plan has it; `part` is "" for one that only the facilitator knows."""

    part: str
    title: str
    minutes: int


def begin_workshop(store: Store, session_id: str, plan: Iterable[Planned], new_id: NewId) -> Patch:
    """Give a session an agenda; its clock stands still until the first part is started.

    Returns:
        An empty patch if it has one.
    """
    if agenda(store, session_id):
        return Patch()
    made = [
        _item(session_id, one, RANK_STEP * place, new_id()) for place, one in enumerate(plan, 1)
    ]
    return Patch.of([Change(None, one) for one in made], "beginning the workshop")


def go_to_part(store: Store, item_id: str, now: datetime) -> Patch:
    """Go on with a part, forwards or back: those before it are over, the others are to come.

    Args:
        store: The wall.
        item_id: The part.
        now: The time, UTC; its clock runs from then on.
    """
    wanted = store.get(AgendaItem, item_id)
    items = agenda(store, wanted.session_id)
    place = items.index(wanted)
    changes = []
    for number, one in enumerate(items):
        after = replace(_paused(one, now), is_over=number < place)
        if number == place:
            after = replace(after, started_at=one.started_at or now, spent_s=one.spent_s)
        changes.append(Change(one, after))
    return Patch.of(changes, "going on with the workshop")


def finish_part(store: Store, session_id: str, now: datetime) -> Patch:
    """End the part where the room is, and start the next; after the last all is over."""
    items = agenda(store, session_id)
    here = current(items)
    if here is None:
        return Patch()
    changes = [Change(here, replace(_paused(here, now), is_over=True))]
    following = items[items.index(here) + 1 :]
    if following:
        changes.append(Change(following[0], replace(following[0], started_at=now)))
    return Patch.of(changes, "going on with the workshop")


def run_part(store: Store, session_id: str, now: datetime, *, is_running: bool) -> Patch:
    """Let the clock of the part where the room is go on, or stop it."""
    here = current(agenda(store, session_id))
    if here is None or (here.started_at is not None) == is_running:
        return Patch()
    after = replace(here, started_at=now) if is_running else _paused(here, now)
    return Patch.of([Change(here, after)], "clock of the workshop")


def end_workshop(store: Store, session_id: str, now: datetime) -> Patch:
    """All parts are over; what each took is kept. Going to one of them goes on."""
    changes = [
        Change(one, replace(_paused(one, now), is_over=True)) for one in agenda(store, session_id)
    ]
    return Patch.of(changes, "ending the workshop")


def hold_at_plan(store: Store, item_id: str) -> Patch:
    """Stop a clock that nobody stopped: its part took the time that was planned, or was paused."""
    item = store.get(AgendaItem, item_id)
    spent_s = max(item.spent_s, item.minutes * MINUTE)
    after = replace(item, started_at=None, spent_s=spent_s)
    return Patch.of([Change(item, after)], "clock of the workshop")


def add_minutes(store: Store, item_id: str, minutes: int) -> Patch:
    """Give a part more time, or (below 0) less; never less than none."""
    item = store.get(AgendaItem, item_id)
    wanted = min(max(0, item.minutes + minutes), AGENDA_MOST)
    return Patch.of([Change(item, replace(item, minutes=wanted))], "time of a part")


def replan(store: Store, session_id: str, now: datetime, minutes: int) -> Patch:
    """Share so many minutes among the parts that are not over (see `agenda.replanned`)."""
    items = agenda(store, session_id)
    wanted = replanned(items, now, minutes)
    changes = [
        Change(one, replace(one, minutes=wanted[one.id])) for one in items if one.id in wanted
    ]
    return Patch.of(changes, "planning the rest of the workshop")


def add_part(store: Store, session_id: str, index: int, planned: Planned, item_id: str) -> Patch:
    """Add a part of the facilitator's own at a place of the agenda, not before what has begun."""
    items = agenda(store, session_id)
    place = min(max(sum(_has_begun(one) for one in items), index), len(items))
    (rank,), moved = insert_ranked(items, place, 1)
    made = _item(session_id, planned, rank, item_id)
    return Patch.of([*moved, Change(None, made)], "adding a part")


def move_part(store: Store, item_id: str, way: int) -> Patch:
    """Let a part change places with the one before (-1) or after (1) it, if neither has begun."""
    item = store.get(AgendaItem, item_id)
    items = agenda(store, item.session_id)
    there = items.index(item) + way
    if not 0 <= there < len(items) or _has_begun(item) or _has_begun(items[there]):
        return Patch()
    items[there], items[there - way] = items[there - way], items[there]
    changes = [
        Change(one, replace(one, rank=RANK_STEP * place)) for place, one in enumerate(items, 1)
    ]
    return Patch.of(changes, "order of the parts")


def delete_part(store: Store, item_id: str) -> Patch:
    """Take a part off the agenda."""
    return Patch.of(removal(store, [item_id]), "deleting a part")


def delete_agenda(store: Store, session_id: str) -> Patch:
    """Run the session without an agenda; what was done in it stays."""
    ids = [one.id for one in agenda(store, session_id)]
    return Patch.of(removal(store, ids), "ending the workshop")


def _item(session_id: str, planned: Planned, rank: int, item_id: str) -> AgendaItem:
    limits = rules_of(AgendaItem)
    words: dict[str, Any] = {
        name: clean_text(text, limits[name].limit, one_line=True).text
        for name, text in (("part", planned.part), ("title", planned.title))
    }
    minutes = min(max(0, planned.minutes), AGENDA_MOST)
    return AgendaItem(id=item_id, session_id=session_id, minutes=minutes, rank=rank, **words)


def _has_begun(item: AgendaItem) -> bool:
    return item.is_over or item.started_at is not None


def _paused(item: AgendaItem, now: datetime) -> AgendaItem:
    return replace(item, spent_s=spent(item, now), started_at=None)
