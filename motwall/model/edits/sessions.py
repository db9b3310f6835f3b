"""Meetings at the wall: one is opened, noted, and closed with the day of the next."""

from dataclasses import replace
from datetime import date, datetime

from motwall.model.clean_text import clean_text
from motwall.model.edits.removal import removal
from motwall.model.fields import rules_of
from motwall.model.patch import Change, Patch
from motwall.model.records import Session
from motwall.model.sessions import open_session_now
from motwall.model.store import Store


def open_session(
    store: Store,
    session_id: str,
    today: date,
    now: datetime,
    facilitator: str = "",
    attendees: str = "",
) -> Patch:
    """Begin a session.

    Args:
        store: The wall.
        session_id: A fresh id.
        today: The day it is held on.
        now: The time, UTC.
        facilitator: Who leads it.
        attendees: Who is there.

    Returns:
        An empty patch while another one is open.
    """
    if open_session_now(store) is not None:
        return Patch()
    limit = rules_of(Session)["facilitator"].limit
    leader, is_leader_cut = clean_text(facilitator, limit, one_line=True)
    people, is_cut = clean_text(attendees)
    session = Session(
        id=session_id, held_on=today, facilitator=leader, attendees=people, opened_at=now
    )
    is_cut = is_cut or is_leader_cut
    return Patch.of([Change(None, session)], "opening a session", is_cut=is_cut)


def close_session(store: Store, session_id: str, now: datetime, next_on: date | None) -> Patch:
    """End a session with the day of the next one; None says explicitly "not now".

    Of a session that is closed already only the day of the next one changes.
    """
    session = store.get(Session, session_id)
    after = replace(
        session,
        closed_at=session.closed_at or now,
        next_on=next_on,
        is_next_declined=next_on is None,
    )
    return Patch.of([Change(session, after)], "closing a session")


def set_next_session(store: Store, session_id: str, next_on: date | None) -> Patch:
    """Say when the next session is; None says explicitly "not now"."""
    session = store.get(Session, session_id)
    after = replace(session, next_on=next_on, is_next_declined=next_on is None)
    return Patch.of([Change(session, after)], "day of the next session")


def delete_session(store: Store, session_id: str) -> Patch:
    """Delete a session; what was judged, agreed and answered in it stays, with its days."""
    return Patch.of(removal(store, [session_id]), "deleting a session")
