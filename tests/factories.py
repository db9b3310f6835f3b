"""Short makers of records, stores and clocks, so that a test shows only what it is about."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from motwall.model.clock import NewId
from motwall.model.order import RANK_STEP
from motwall.model.records import (
    ActionReview,
    AgendaItem,
    Answer,
    Assessment,
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
from motwall.model.store import Store

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def an_id(number: int) -> str:
    """The same id for the same number."""
    return f"{number:032x}"


#: Ids of records whose id a test does not care about: far from those of `new_ids`.
_COUNTER = count(0xFAC << 32)


def new_ids(start: int = 1) -> NewId:
    """A source of ids that counts up from `start`."""
    numbers = count(start)
    return lambda: an_id(next(numbers))


@dataclass
class FakeClock:
    """A clock that stands still until it is told to go, and counts its ids."""

    at: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    new_id: NewId = field(default_factory=lambda: new_ids(0xC10C << 32))

    def today(self) -> date:
        return self.at.date()

    def now(self) -> datetime:
        return self.at

    def advance(self, **by: float) -> None:
        self.at += timedelta(**by)


def wall(**values: object) -> Wall:
    return Wall(**_with_id(values))


def stage(title: str = "", **values: object) -> Stage:
    return Stage(title=title, **_with_id(values))


def step(title: str = "", *, under: Stage | None = None, rank: int = 0, **values: object) -> Step:
    """A step; without a rank it comes after the steps made before it."""
    given = _with_id(values)
    rank = rank or _rank_by_age(given)
    return Step(title=title, stage_id=under.id if under else None, rank=rank, **given)


def row(title: str = "", *, rank: int = 0, **values: object) -> Row:
    """A row; without a rank it comes below the rows made before it."""
    given = _with_id(values)
    return Row(title=title, rank=rank or _rank_by_age(given), **given)


def moment(
    text: str = "",
    *,
    at: Step | None = None,
    into: Row | None = None,
    rank: int = 0,
    **values: object,
) -> Moment:
    """A moment in the stack of the step `at` and the row `into`, or unsorted.

    Without a rank it lies below those made before it.
    """
    given = _with_id(values)
    if at is not None:
        given["step_id"] = at.id
        given["row_id"] = into.id if into is not None else None
        rank = rank or _rank_by_age(given)
    return Moment(text=text, rank=rank, **given)


def contact_type(name: str = "", code: str = "PH", **values: object) -> ContactType:
    return ContactType(name=name, code=code, **_with_id(values))


def session(**values: object) -> Session:
    return Session(**_with_id(values))


def idea(about: Moment, text: str = "", **values: object) -> Idea:
    return Idea(moment_id=about.id, text=text, **_with_id(values))


def action(about: Moment, text: str = "", **values: object) -> PlannedAction:
    return PlannedAction(moment_id=about.id, text=text, **_with_id(values))


def assessment(about: Moment, rating: Rating | None, **values: object) -> Assessment:
    return Assessment(moment_id=about.id, rating=rating, **_with_id({"rated_on": TODAY, **values}))


def question(about: Moment, text: str = "", **values: object) -> Question:
    return Question(moment_id=about.id, text=text, **_with_id(values))


def observation(about: Moment, **values: object) -> Observation:
    return Observation(moment_id=about.id, **_with_id({"observed_on": TODAY, **values}))


def answer(to: Question, **values: object) -> Answer:
    return Answer(question_id=to.id, **_with_id({"answered_on": TODAY, **values}))


def ladder(about: Moment, **values: object) -> Ladder:
    return Ladder(moment_id=about.id, **_with_id(values))


def rung(on: Ladder, value: float | None = None, **values: object) -> Rung:
    """A rung; without a rank it is above those made before it."""
    given = _with_id(values)
    given.setdefault("rank", _rank_by_age(given))
    return Rung(ladder_id=on.id, value=value, **given)


def measure(about: Moment | None = None, **values: object) -> Measure:
    return Measure(moment_id=about.id if about else None, **_with_id(values))


def reading(of: Measure, value: float, **values: object) -> Reading:
    return Reading(measure_id=of.id, value=value, **_with_id({"taken_on": TODAY, **values}))


def review(of: PlannedAction, **values: object) -> ActionReview:
    return ActionReview(action_id=of.id, **_with_id({"reviewed_on": TODAY, **values}))


def picture(of: Moment, **values: object) -> Picture:
    return Picture(moment_id=of.id, **_with_id(values))


def agenda_item(of: Session, title: str = "", **values: object) -> AgendaItem:
    given = _with_id(values)
    given.setdefault("rank", _rank_by_age(given))
    return AgendaItem(session_id=of.id, title=title, **given)


def vote_round(**values: object) -> VoteRound:
    values.setdefault("opened_at", NOON)
    return VoteRound(**_with_id(values))


def vote(in_round: VoteRound, on: Moment, **values: object) -> Vote:
    return Vote(round_id=in_round.id, moment_id=on.id, **_with_id(values))


def quiz_guess(reason: str = "", **values: object) -> QuizGuess:
    given = _with_id(values)
    given.setdefault("rank", _rank_by_age(given))
    return QuizGuess(reason=reason, **given)


def store_with(*records: Record) -> Store:
    """A store of these records, with a wall of its own if there is none among them."""
    if not any(isinstance(one, Wall) for one in records):
        records = (wall(id=an_id(0xA11)), *records)
    return Store(records)


def texts(moments: Iterable[Moment]) -> list[str]:
    """What is written on the notes; shorter to compare than records."""
    return [one.text for one in moments]


def _rank_by_age(given: dict[str, Any]) -> int:
    return int(given["id"], 16) % 2**32 * RANK_STEP


def _with_id(values: dict[str, object]) -> dict[str, Any]:
    return {"id": an_id(next(_COUNTER)), **values}
