"""The wall as it was: every state it went through is found again from the journal."""

from collections.abc import Generator
from datetime import timedelta

import pytest

from motwall.document.past import StillWriter
from motwall.model.at_once import at_once
from motwall.model.edits.moments import add_moments, delete_moments
from motwall.model.edits.sessions import close_session, open_session
from motwall.model.errors import WallFileDamaged, WallFileReadOnly
from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.patch import Patch
from motwall.model.records import Record, Session
from motwall.model.store import Store
from motwall.model.targets import GapTarget
from tests.document.conftest import Desk
from tests.factories import FakeClock, an_id, session


def finished(steps: Generator[None, None, Store]) -> Store:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Store = end.value
            return made


def by_id(store: Store) -> dict[str, Record]:
    return {one.id: one for one in store.everything()}


def latest(desk: Desk) -> str:
    return desk.document.past.rows(None, 1)[0].header.id


def walked(desk: Desk) -> list[tuple[str, dict[str, Record]]]:
    """Entries with the wall after each: typing, adding, undoing, deleting."""
    document, new_id = desk.document, desk.clock.new_id
    seen = [(latest(desk), desk.in_memory())]

    def note() -> None:
        seen.append((latest(desk), desk.in_memory()))

    for text in ("a", "ab"):
        desk.type(text, "typing")
        note()
    patch = add_moments(document.store, [f"note {n}" for n in range(150)], GapTarget(0), new_id)
    document.push(patch)
    note()
    document.undo()
    note()
    document.redo()
    note()
    some = [one.record.id for one in patch][:40]
    document.push(delete_moments(document.store, some))
    note()
    return seen


def test_every_wall_that_ever_was_is_found_again(desk: Desk) -> None:
    seen = walked(desk)
    now = desk.in_memory()
    for entry_id, expected in seen:
        assert by_id(finished(desk.document.past.as_of(entry_id))) == expected
    assert desk.in_memory() == now == desk.on_disk()


def test_it_takes_more_than_one_page_of_the_journal(desk: Desk) -> None:
    first = latest(desk)
    expected = desk.in_memory()
    for number in range(150):
        desk.type(str(number))
    steps = desk.document.past.as_of(first)
    assert sum(1 for _ in desk.document.past.as_of(first)) == 150, "a step for each, at least"
    assert by_id(finished(steps)) == expected


def test_what_is_committed_meanwhile_makes_no_difference(desk: Desk) -> None:
    seen = walked(desk)
    entry_id, expected = seen[1]
    steps = desk.document.past.as_of(entry_id)
    next(steps)
    desk.type("meanwhile")
    assert by_id(finished(steps)) == expected


def test_rows_come_in_pages_the_latest_first(desk: Desk) -> None:
    walked(desk)
    past = desk.document.past
    whole = [one.header.id for one in past.rows(None, 100)]
    paged: list[str] = []
    while page := past.rows(paged[-1] if paged else None, 3):
        paged += [one.header.id for one in page]
    assert paged == whole
    assert past.rows(None, 100)[-1].header.kind is EntryKind.CREATE
    assert all(one.is_in_reach for one in past.rows(None, 100))


def test_a_session_knows_how_it_left_the_wall(desk: Desk) -> None:
    document, clock = desk.document, desk.clock
    meeting = clock.new_id()
    document.push(open_session(document.store, meeting, clock.today(), clock.now()))
    assert document.session_id == meeting
    desk.type("said in the meeting")
    document.push(close_session(document.store, meeting, clock.now(), None))
    assert document.session_id is None
    expected = desk.in_memory()
    desk.type("later")
    rows = document.past.rows(None, 4)
    assert [one.header.session_id for one in rows] == [None, meeting, meeting, meeting]
    entry_id = document.past.end_of(document.store.get(Session, meeting))
    assert entry_id is not None
    assert by_id(finished(document.past.as_of(entry_id))) == expected


def test_a_session_that_is_open_goes_on_when_the_wall_is_opened_again(desk: Desk) -> None:
    document, clock = desk.document, desk.clock
    meeting = clock.new_id()
    document.push(open_session(document.store, meeting, clock.today(), clock.now()))
    desk.reopen()
    assert desk.document.session_id == meeting
    desk.document.undo()
    assert desk.document.session_id is None


def test_a_session_nothing_was_done_in_is_found_by_its_time(desk: Desk) -> None:
    past, clock = desk.document.past, desk.clock
    first = latest(desk)
    clock.advance(hours=1)
    ended = session(closed_at=clock.now())
    clock.advance(hours=1)
    desk.type("later")
    assert past.end_of(ended) == first
    long_ago = session(closed_at=clock.now() - timedelta(days=9))
    assert past.end_of(long_ago) is None
    assert past.end_of(session()) is None


def test_no_way_back_is_said(desk: Desk) -> None:
    desk.type("a")
    with pytest.raises(WallFileDamaged):
        finished(desk.document.past.as_of(an_id(404)))


def test_a_wall_as_it_was_is_written_by_nobody() -> None:
    still = StillWriter()
    header = EntryHeader(id=an_id(1), at=FakeClock().now(), kind=EntryKind.EDIT)
    with pytest.raises(WallFileReadOnly):
        at_once(still.writing(Patch(), header))
    assert still.headers() == still.journal_before(None, 9) == []
    assert still.end_of_session(session()) is None
    with pytest.raises(KeyError):
        still.changes_of(an_id(1))
