from datetime import UTC, datetime, timedelta

from motwall.model.edits.sessions import (
    close_session,
    delete_session,
    open_session,
    set_next_session,
)
from motwall.model.patch import Patch
from motwall.model.records import Assessment, Rating, Session
from motwall.model.sessions import open_session_now
from motwall.model.store import Store
from tests.factories import TODAY, an_id, assessment, moment, session, store_with

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
NEXT = TODAY + timedelta(weeks=4)


def do(store: Store, patch: Patch) -> None:
    store.check(patch)
    store.apply(patch)


def test_a_session_from_beginning_to_end() -> None:
    store = store_with()
    do(store, open_session(store, an_id(1), TODAY, NOW, "Ann\n", "Ann\nLen 🎈"))
    assert not open_session(store, an_id(2), TODAY, NOW)
    begun = open_session_now(store)
    assert begun == Session(
        id=an_id(1), held_on=TODAY, facilitator="Ann ", attendees="Ann\nLen 🎈", opened_at=NOW
    )
    do(store, close_session(store, an_id(1), NOW, NEXT))
    done = store.get(Session, an_id(1))
    assert (done.closed_at, done.next_on, done.is_next_declined) == (NOW, NEXT, False)
    assert open_session_now(store) is None
    do(store, close_session(store, an_id(1), NOW + timedelta(hours=1), None))
    done = store.get(Session, an_id(1))
    assert (done.closed_at, done.next_on, done.is_next_declined) == (NOW, None, True)
    do(store, set_next_session(store, an_id(1), NEXT))
    assert not store.get(Session, an_id(1)).is_next_declined
    assert open_session(store, an_id(2), TODAY, NOW, "x" * 201).is_cut
    assert open_session(store, an_id(2), TODAY, NOW, "", "x" * 4001).is_cut


def test_what_was_judged_outlives_its_session() -> None:
    note, meeting = moment("a"), session()
    store = store_with(note, meeting, assessment(note, Rating.NEUTRAL, session_id=meeting.id))
    do(store, delete_session(store, meeting.id))
    assert [one.session_id for one in store.all(Assessment)] == [None]
