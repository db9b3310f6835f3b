"""The day of a wall's last change: what its handouts are dated."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from motwall.document.document import Document
from motwall.document.past import StillWriter
from motwall.model.clock import local_day
from motwall.storage.reading import read_dated
from tests.document.conftest import Desk
from tests.factories import TODAY, FakeClock, store_with


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer in a zone fourteen hours ahead of UTC."""
    with monkeypatch.context() as patched:
        patched.setitem(os.environ, "TZ", "Pacific/Kiritimati")
        time.tzset()
        yield
    time.tzset()


def test_a_wall_never_changed_has_the_day_it_was_made(desk: Desk) -> None:
    made_on = desk.document.changed_on()
    desk.clock.advance(days=400)
    assert desk.document.changed_on() == made_on == local_day(FakeClock().at)


def test_every_change_counts_and_time_alone_does_not(desk: Desk) -> None:
    document, clock = desk.document, desk.clock
    seen = []
    for act in (lambda: desk.type("a", ""), document.undo, document.redo):
        clock.advance(days=1)
        act()
        clock.advance(days=30)
        seen.append(document.changed_on())
    first = local_day(FakeClock().at)
    assert [(day - first).days for day in seen] == [1, 32, 63]


def test_the_file_says_the_same_to_the_command_line(desk: Desk) -> None:
    desk.clock.advance(days=3)
    desk.type("a", "")
    found = read_dated(desk.path)
    assert found.changed_on == desk.document.changed_on()
    assert {one.id for one in found.records} == set(desk.in_memory())


def test_without_a_journal_it_is_today(desk: Desk) -> None:
    document = Document(store_with(), StillWriter(), desk.clock)
    assert document.changed_on() == TODAY


@pytest.mark.usefixtures("far_east")
def test_the_day_is_that_of_the_place() -> None:
    assert local_day(datetime(2026, 11, 23, 12, tzinfo=UTC)) == date(2026, 11, 24)
    assert local_day(datetime.max.replace(tzinfo=UTC)) == date.max


def test_a_file_whose_journal_is_gone_has_the_day_it_was_written(desk: Desk) -> None:
    desk.close()
    with closing(sqlite3.connect(desk.path)) as connection, connection:
        connection.execute("DELETE FROM journal")
    noon = datetime(2025, 2, 3, 12, tzinfo=UTC)
    os.utime(desk.path, (noon.timestamp(), noon.timestamp()))
    assert read_dated(desk.path).changed_on == local_day(noon)
