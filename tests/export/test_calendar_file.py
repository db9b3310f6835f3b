"""The calendar file, read by the icalendar library as calendars read it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from motwall.export.calendar_file import (
    CalendarOptions,
    calendar_bytes,
    write_calendar,
)
from motwall.model.errors import OutputExists
from motwall.model.records import ActionState
from motwall.model.store import Store
from tests.factories import TODAY, action, moment, session, store_with, wall

MADE = CalendarOptions(made_at=datetime(2026, 11, 23, 9, 30, tzinfo=UTC))
WITH_DUE = replace(MADE, has_due_dates=True)
NEXT = date(2026, 12, 21)
MEETING = session(
    held_on=TODAY,
    next_on=NEXT,
    agreement='Smile; then say "hello", even at 5\\6',
    take_away="Zwölf Grüße, 您好, 👋🏽 ",
)
NOTE = moment("Rings the bell")
DUE = action(NOTE, "Answer, always;\nwithin four rings", owner="Jörg 🧑‍🔧", due=TODAY)
LATER = action(NOTE, "x" * 200 + " é" * 40, due=date(9999, 12, 31))
WALL = wall(title="The shop, on a Monday; \\ all of it")


def events(store: Store, options: CalendarOptions = MADE) -> list[Event]:
    calendar = Calendar.from_ical(calendar_bytes(store, options))
    assert not calendar.errors
    assert {"VERSION", "PRODID", "METHOD"} <= set(calendar)
    return list(calendar.walk("VEVENT"))


def test_the_next_session_with_what_will_be_looked_back_at() -> None:
    (found,) = events(store_with(WALL, MEETING, NOTE, DUE))
    assert found.decoded("dtstart") == NEXT
    assert found.end == NEXT + timedelta(days=1), "the whole of that day"
    assert found.decoded("dtstamp") == MADE.made_at
    assert found["summary"] == f"Session at the wall: {WALL.title}"
    said = str(found["description"])
    assert said.startswith(f"{MEETING.agreement}\n{MEETING.take_away}\n")
    assert said.endswith(f"- {DUE.text} ({DUE.owner})")


def test_due_dates_are_there_when_wanted() -> None:
    done = replace(action(NOTE, "done", due=TODAY), state=ActionState.DONE)
    store = store_with(WALL, MEETING, NOTE, DUE, LATER, done, action(NOTE, "no day"))
    assert len(events(store)) == 1
    _, due, later = events(store, WITH_DUE)
    assert (due["summary"], due.decoded("dtstart")) == (DUE.text, TODAY)
    assert due["transp"] == "TRANSPARENT"
    assert str(DUE.owner) in due["description"]
    assert (later["summary"], later.decoded("dtstart")) == (LATER.text, date(9999, 12, 31))


def test_ids_stay_when_the_file_is_made_anew() -> None:
    store = store_with(WALL, MEETING, NOTE, DUE)
    moved = store_with(WALL, replace(MEETING, next_on=TODAY), NOTE, replace(DUE, text="other"))
    ids = [[str(one["uid"]) for one in events(each, WITH_DUE)] for each in (store, moved)]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2
    assert calendar_bytes(store, WITH_DUE) == calendar_bytes(store, WITH_DUE)


def test_the_form_of_its_lines() -> None:
    content = calendar_bytes(store_with(WALL, MEETING, NOTE, DUE, LATER), WITH_DUE)
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) <= 75
    assert any(line.startswith(b" ") for line in lines), "something is folded"
    for line in lines:
        line.decode()  # no character is torn


def test_an_action_without_words_has_a_name_as_well() -> None:
    store = store_with(WALL, NOTE, action(NOTE, "", due=TODAY))
    (found,) = events(store, WITH_DUE)
    assert found["summary"] == NOTE.text


def test_a_wall_without_a_next_session_has_an_empty_calendar() -> None:
    assert not events(store_with(replace(MEETING, next_on=None), NOTE, DUE))
    assert not events(store_with())


def test_it_is_written_whole_and_replaces_nothing_unasked(tmp_path: Path) -> None:
    path, store = tmp_path / "next.ics", store_with(WALL, MEETING)
    write_calendar(store, path, MADE)
    assert path.read_bytes() == calendar_bytes(store, MADE)
    with pytest.raises(OutputExists):
        write_calendar(store, path, MADE)
    write_calendar(store_with(WALL), path, MADE, is_forced=True)
    assert not list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))
    assert [one.name for one in tmp_path.iterdir()] == ["next.ics"]
