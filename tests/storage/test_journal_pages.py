"""The journal read page by page, and how far back the wall can be made from it."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from motwall.model.errors import WallFileDamaged
from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.patch import Change, Patch
from motwall.model.records import Wall
from motwall.storage.wall_file import WallFile
from tests.factories import FakeClock, an_id, session
from tests.storage.walls import raw

MEETING = session()


def retitled(wall: WallFile, times: int, session_id: str | None = None) -> list[str]:
    """Write so many entries, an hour apart; their ids, the latest first."""
    clock = FakeClock()
    ids = []
    for number in range(times):
        clock.advance(hours=1)
        before = next(one for one in wall.load() if isinstance(one, Wall))
        after = replace(before, title=f"{before.title[:4]} {number} {session_id}")
        header = EntryHeader(
            id=an_id(9000 + 100 * bool(session_id) + number),
            at=clock.now(),
            kind=EntryKind.EDIT,
            session_id=session_id,
        )
        wall.write(Patch.of([Change(before, after)]), header)
        ids.append(header.id)
    return ids[::-1]


def test_pages_follow_each_other(wall: WallFile) -> None:
    ids = retitled(wall, 5)
    first = wall.journal_before(None, 2)
    second = wall.journal_before(first[-1].header.id, 10)
    rows = first + second
    assert [one.header.id for one in rows][:5] == ids
    assert rows[-1].header.kind is EntryKind.CREATE
    assert [one.header for one in reversed(rows)] == wall.headers()
    assert all(one.is_in_reach for one in rows)
    assert wall.journal_before(rows[-1].header.id, 10) == []


def test_what_an_older_format_wrote_is_shown_and_out_of_reach(path: Path) -> None:
    with closing(WallFile.open(path)) as wall:
        ids = retitled(wall, 4, MEETING.id)
    with raw(path) as connection:
        connection.execute("UPDATE journal SET format = 0 WHERE id = ?", (ids[2],))
    with closing(WallFile.open(path)) as wall:
        rows = wall.journal_before(None, 10)
        # The entry itself is in reach: the wall after it is made of what came later.
        assert [one.is_in_reach for one in rows] == [True, True, True, False, False]
        assert wall.end_of_session(MEETING) == ids[0]
        early = replace(session(), closed_at=rows[3].header.at)
        assert wall.end_of_session(early) is None


def test_the_end_of_a_session(wall: WallFile) -> None:
    during = retitled(wall, 2, MEETING.id)
    after = retitled(wall, 3)
    assert wall.end_of_session(MEETING) == during[0]
    times = {one.header.id: one.header.at for one in wall.journal_before(None, 9)}
    other = replace(session(), closed_at=times[after[1]] + timedelta(minutes=1))
    assert wall.end_of_session(other) == after[1]
    assert wall.end_of_session(session()) is None


def test_a_damaged_row_is_said_to_be_one(path: Path) -> None:
    with closing(WallFile.open(path)) as wall:
        retitled(wall, 2)
    with raw(path) as connection:
        connection.execute("UPDATE journal SET at = 'yesterday' WHERE kind = 'edit'")
    with closing(WallFile.open(path)) as wall, pytest.raises(WallFileDamaged):
        wall.journal_before(None, 9)
