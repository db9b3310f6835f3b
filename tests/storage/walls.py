"""Walls on disk for the storage tests: whole ones, and ones with a history."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import ParamSpec

from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.patch import Change, Label, Patch
from motwall.model.pictures import digest_of
from motwall.model.records import (
    ActionReview,
    ActionState,
    AgendaItem,
    Answer,
    Assessment,
    Choice,
    ContactType,
    Idea,
    Ladder,
    Measure,
    Moment,
    Observation,
    Picture,
    PlannedAction,
    Question,
    QuizGuess,
    Rating,
    Reading,
    Record,
    Row,
    Rung,
    Session,
    Stage,
    Step,
    Vote,
    VoteRound,
    Wall,
)
from motwall.storage.wall_file import WallFile
from tests.factories import TODAY, an_id

#: Stands in for the bytes of a photo.
PHOTO = b"not really a photo"
WALL = Wall(id=an_id(1), title="Corner shop", business="Öl & Käse 会议 🎉")
STAGE = Stage(id=an_id(2), title="Arrive")
PHONE = ContactType(id=an_id(3), name="Telephone", code="PH", colour="#C6A26C")
STEP = Step(id=an_id(4), stage_id=STAGE.id, rank=1000)
ROW = Row(id=an_id(11), title="Online", customer="Students", rank=1000)
DOOR = Moment(
    id=an_id(5),
    text="Finds the door",
    step_id=STEP.id,
    row_id=ROW.id,
    contact_type_id=PHONE.id,
)
QUEUE = Moment(id=an_id(6), text="Waits in the queue", x=12.5, merged=("Stands", "in line"))
SESSION = Session(id=an_id(7), held_on=TODAY, opened_at=datetime(2026, 11, 23, 9, tzinfo=UTC))
IDEA = Idea(id=an_id(8), moment_id=DOOR.id, text="A bigger sign", session_id=SESSION.id)
ACTION = PlannedAction(id=an_id(9), moment_id=DOOR.id, idea_id=IDEA.id, text="Paint it", due=TODAY)
RATED = Assessment(id=an_id(10), moment_id=DOOR.id, rated_on=TODAY, rating=Rating.NEUTRAL)
QUESTION = Question(id=an_id(12), moment_id=DOOR.id, text="Is the sign lit?", area="walking-in")
SEEN = Observation(id=an_id(13), moment_id=DOOR.id, observed_on=TODAY, attitude=Rating.MAGICAL)
ANSWER = Answer(
    id=an_id(14),
    question_id=QUESTION.id,
    observation_id=SEEN.id,
    session_id=SESSION.id,
    answered_on=TODAY,
    choice=Choice.DONT_KNOW,
)
LADDER = Ladder(id=an_id(15), moment_id=DOOR.id, unit="days", start_value=14.0, starts_on=TODAY)
RUNG = Rung(id=an_id(16), ladder_id=LADDER.id, value=10.0, promise="or money back", due=TODAY)
MEASURE = Measure(id=an_id(17), moment_id=DOOR.id, name="Found it", unit="%", target=99.5)
READING = Reading(id=an_id(18), measure_id=MEASURE.id, taken_on=TODAY, value=-0.25)
REVIEW = ActionReview(
    id=an_id(19),
    action_id=ACTION.id,
    session_id=SESSION.id,
    reviewed_on=TODAY,
    state=ActionState.CHECKED,
    assessment_id=RATED.id,
    reading_id=READING.id,
)
PICTURE = Picture(id=an_id(20), moment_id=DOOR.id, digest=digest_of(PHOTO), width=40, height=30)
PART = AgendaItem(
    id=an_id(21),
    session_id=SESSION.id,
    part="welcome",
    title="Welcome",
    minutes=8,
    started_at=datetime(2026, 11, 23, 9, tzinfo=UTC),
)
ROUND = VoteRound(
    id=an_id(22),
    session_id=SESSION.id,
    title="What matters?",
    opened_at=datetime(2026, 11, 23, 10, tzinfo=UTC),
)
VOTE = Vote(id=an_id(23), round_id=ROUND.id, moment_id=DOOR.id, person=2, dots=3)
GUESS = QuizGuess(id=an_id(24), session_id=SESSION.id, reason="Nobody cares", guess=50, share=68)
#: One record of every type, all of them referring to one another.
RECORDS: tuple[Record, ...] = (
    WALL,
    STAGE,
    PHONE,
    STEP,
    ROW,
    DOOR,
    QUEUE,
    SESSION,
    IDEA,
    ACTION,
    RATED,
    QUESTION,
    SEEN,
    ANSWER,
    LADDER,
    RUNG,
    MEASURE,
    READING,
    REVIEW,
    PICTURE,
    PART,
    ROUND,
    VOTE,
    GUESS,
)

P = ParamSpec("P")
_NUMBERS = count(0xE << 32)


def entry(kind: EntryKind = EntryKind.EDIT, **values: object) -> EntryHeader:
    """A journal entry with an id of its own."""
    at = datetime(2026, 11, 23, 10, 30, 0, 250, tzinfo=UTC)
    return EntryHeader(id=an_id(next(_NUMBERS)), at=at, kind=kind, **values)  # type: ignore[arg-type]


def made(path: Path, records: tuple[Record, ...] = RECORDS) -> Path:
    """A closed wall file, with the bytes of its picture."""
    with closing(WallFile.create(path, records, entry())) as wall:
        wall.keep_picture(PHOTO)
    return path


def retitled(wall: WallFile, title: str) -> EntryHeader:
    """One commit more: the wall gets another title."""
    header = entry(label=Label("title"))
    wall.write(Patch.of([Change(title_now(wall), replace(title_now(wall), title=title))]), header)
    return header


def title_now(wall: WallFile) -> Wall:
    return next(one for one in wall.load() if isinstance(one, Wall))


def by_id(records: list[Record]) -> dict[str, Record]:
    assert len({one.id for one in records}) == len(records)
    return {one.id: one for one in records}


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection without any manners, to do to a wall what others might."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as connection:
        yield connection


def folder_state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of a folder: its bytes and when it was changed."""
    return {
        one.name: (one.read_bytes(), one.stat().st_mtime_ns)
        for one in folder.iterdir()
        if one.is_file()
    }


def leave_hot_journal(path: Path, statement: str = "UPDATE moment SET text = 'half'") -> None:
    """Leave a wall as a crash in the middle of a commit does.

    Pages of an unfinished transaction are in the file already, and what was there before is in its
    journal. Copying both while the transaction is open gives what a crash would have left.
    """
    copy = path.with_name("copy")
    with raw(path) as connection:
        connection.execute("PRAGMA cache_size = 1")  # spills into the file before the commit
        connection.execute("BEGIN")
        connection.execute(statement)
        connection.execute("CREATE TABLE filler AS SELECT randomblob(200000) AS filling")
        shutil.copy(path, copy)
        shutil.copy(f"{path}-journal", f"{copy}-journal")
    copy.replace(path)
    Path(f"{copy}-journal").replace(f"{path}-journal")


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return sorted(one.name for one in folder.iterdir())


def in_child(work: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> int:
    """Do it in a forked process; the exit code, or minus the signal it died of."""
    child = os.fork()
    if child == 0:
        sys.settrace(None)  # nobody would ask it what it covered
        try:
            work(*args, **kwargs)
        except BaseException:  # noqa: BLE001 -- else a second pytest would go on from here
            os._exit(3)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
