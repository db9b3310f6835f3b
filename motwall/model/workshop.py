"""What a facilitator needs beside the wall: plans with times, talk tracks, rules, cards, the quiz.

It is the data of `resources/workshop/workshop.json`: `{"format": "motwall-workshop", "version": 1,
"why", "moment_of_truth", "room", "rules", "parts", "plans", "definitions", "quiz", "examples",
"two_things", "worked_example"}`.
Words in square brackets in a definition are left out for participants. The parts come in the order
of a workshop; a plan gives each part that it has some minutes.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeVar

from motwall.model.clean_text import FIELD_LIMIT, clean_text
from motwall.model.errors import BadRecord
from motwall.model.phases import Phase
from motwall.resources import resource

#: The plans that come along.
TWO_HOURS, ONE_HOUR = "two-hours", "one-hour"
#: Longer than a day is no workshop, minutes.
MOST_MINUTES = 24 * 60
#: More of anything nobody could go through.
MOST_LINES = 60
_ALL = 100
_HEAD = {"format": "motwall-workshop", "version": 1}
_BLANK = re.compile(r"\[([^\[\]]+)\]")

_T = TypeVar("_T")
_Table = Mapping[str, object]


class Why(NamedTuple):
    """Why anybody should do this; stop and start go on after "Stop assuming", "Start improving"."""

    promise: str
    stop: str
    start: str


class Brief(NamedTuple):
    """What is enough of a part where there is little time for it.

    Attributes:
        up_to: So many minutes are little.
        opens: The card opened then, in place of the part's own.
        lines: What to keep to and what to leave out.
    """

    up_to: int
    opens: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkshopPart:
    """A part of a workshop.

    Attributes:
        name: By which plans know it.
        phase: Which of A to E it belongs to; None for welcome, break and close.
        title: Its heading.
        purpose: What has been reached at its end.
        say: What the facilitator says, sentence by sentence.
        prompt: The question that the room sees; "" for none.
        stuck: What helps when it does not go on.
        cards: Names of the full cards it is done on (`ui.method_cards`), the first one first.
        opens: The one of them that is opened where somebody goes on to the part; "" for none.
        brief: What is enough of it in little time; None where there is nothing to leave out.
    """

    name: str
    phase: Phase | None
    title: str
    purpose: str
    say: tuple[str, ...]
    prompt: str
    stuck: tuple[str, ...]
    cards: tuple[str, ...]
    opens: str
    brief: Brief | None

    def brief_for(self, minutes: int) -> Brief | None:
        """What is enough, if so many minutes are little for the part."""
        return self.brief if self.brief is not None and minutes <= self.brief.up_to else None

    def opens_for(self, minutes: int) -> str:
        """The card that is opened where the part has so many minutes; "" for none."""
        brief = self.brief_for(minutes)
        return self.opens if brief is None else brief.opens


class PlanStep(NamedTuple):
    """A part in a plan; times in minutes, from the beginning of the workshop."""

    part: WorkshopPart
    starts_at: int
    minutes: int


@dataclass(frozen=True, slots=True)
class WorkshopPlan:
    """How long each part takes.

    Attributes:
        name: Of the plan.
        title: Its length in words.
        steps: In the order of time; parts that it leaves out are not there.
    """

    name: str
    title: str
    steps: tuple[PlanStep, ...]

    @property
    def minutes(self) -> int:
        """Of all parts together."""
        return sum(step.minutes for step in self.steps)

    def step_of(self, part_name: str) -> PlanStep | None:
        """The step of a part; None if the plan leaves it out."""
        return next((one for one in self.steps if one.part.name == part_name), None)


class DefinitionPiece(NamedTuple):
    """Some words of a definition; those that are a blank are for participants to fill in."""

    text: str
    is_blank: bool


class Definition(NamedTuple):
    """What a word means."""

    term: str
    pieces: tuple[DefinitionPiece, ...]


class QuizReason(NamedTuple):
    """A reason and its share, percent."""

    text: str
    percent: int


class Quiz(NamedTuple):
    """A guess at shares of a hundred.

    Attributes:
        question: What is to be guessed.
        reasons: In an order that gives nothing away.
        point: The sentence that the team finishes.
        note: Whose figures they are.
    """

    question: str
    reasons: tuple[QuizReason, ...]
    point: str
    note: str


class Example(NamedTuple):
    """A short story to tell."""

    title: str
    text: str


class TwoThings(NamedTuple):
    """What decides how a moment is rated.

    Attributes:
        title: Its heading.
        things: What decides.
    """

    title: str
    things: tuple[str, ...]


class WorkedExample(NamedTuple):
    """A wall of somebody else's, to be talked about before the own one is begun.

    Attributes:
        title: Its heading.
        template: The name of the template that it is (`model.templates`).
        prompts: Questions to talk about.
    """

    title: str
    template: str
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Workshop:
    """All of it; `room` and `moment_of_truth` are lines to read out or to see to."""

    why: Why
    moment_of_truth: tuple[str, ...]
    room: tuple[str, ...]
    rules: tuple[str, ...]
    parts: tuple[WorkshopPart, ...]
    plans: tuple[WorkshopPlan, ...]
    definitions: tuple[Definition, ...]
    quiz: Quiz
    examples: tuple[Example, ...]
    two_things: TwoThings
    worked_example: WorkedExample

    def plan(self, name: str) -> WorkshopPlan:
        """The plan of that name.

        Raises:
            KeyError: There is none.
        """
        for one in self.plans:
            if one.name == name:
                return one
        raise KeyError(name)


@cache
def load() -> Workshop:
    """Read the workshop that comes along.

    Raises:
        BadRecord: Its file is damaged.
    """
    return parse(resource("workshop/workshop.json").read_text(encoding="utf-8"))


def parse(text: str) -> Workshop:
    """Read a workshop file's text; texts are cleaned.

    Raises:
        BadRecord: It is no workshop; the field says which part is wrong.
    """
    try:
        file = _table("file", json.loads(text))
    except (ValueError, RecursionError) as error:
        raise BadRecord("Workshop", "", None) from error
    for key, value in _HEAD.items():
        if file.get(key) != value:
            raise BadRecord("Workshop", key, file.get(key))
    why = _table("why", file.get("why"))
    parts = _each(file, "parts", _part)
    by_name = {one.name: one for one in parts}
    if len(by_name) != len(parts):
        raise BadRecord("Workshop", "parts", None)
    return Workshop(
        why=Why(_line(why, "promise"), _line(why, "stop"), _line(why, "start")),
        moment_of_truth=_lines(file, "moment_of_truth"),
        room=_lines(file, "room"),
        rules=_lines(file, "rules"),
        parts=parts,
        plans=_each(file, "plans", lambda plain: _plan(plain, by_name)),
        definitions=_each(file, "definitions", _definition),
        quiz=_quiz(_table("quiz", file.get("quiz"))),
        examples=_each(file, "examples", _example),
        two_things=_two_things(_table("two_things", file.get("two_things"))),
        worked_example=_worked_example(_table("worked_example", file.get("worked_example"))),
    )


def _part(plain: _Table) -> WorkshopPart:
    phase = plain.get("phase")
    if phase and phase not in list(Phase):
        raise BadRecord("Workshop", "phase", phase)
    return WorkshopPart(
        name=_line(plain, "name"),
        phase=Phase(str(phase)) if phase else None,
        title=_line(plain, "title"),
        purpose=_line(plain, "purpose"),
        say=_lines(plain, "say"),
        prompt=_line(plain, "prompt", is_needed=False),
        stuck=_lines(plain, "stuck"),
        cards=_lines(plain, "cards"),
        opens=_line(plain, "opens", is_needed=False),
        brief=_brief(_table("brief", plain["brief"])) if "brief" in plain else None,
    )


def _brief(plain: _Table) -> Brief:
    opens = _line(plain, "opens", is_needed=False)
    return Brief(_whole(plain, "up_to", MOST_MINUTES), opens, _lines(plain, "lines"))


def _plan(plain: _Table, parts: Mapping[str, WorkshopPart]) -> WorkshopPlan:
    minutes = _table("minutes", plain.get("minutes"))
    if not minutes or not set(minutes) <= set(parts):
        raise BadRecord("Workshop", "minutes", sorted(set(minutes) - set(parts)))
    steps, start = [], 0
    for part in parts.values():
        if part.name in minutes:
            length = _whole(minutes, part.name, MOST_MINUTES)
            steps.append(PlanStep(part, start, length))
            start += length
    return WorkshopPlan(_line(plain, "name"), _line(plain, "title"), tuple(steps))


def _definition(plain: _Table) -> Definition:
    # Splitting at a group gives plain words and blanks in turn.
    words = _BLANK.split(_line(plain, "text"))
    pieces = (DefinitionPiece(one, place % 2 == 1) for place, one in enumerate(words) if one)
    return Definition(_line(plain, "term"), tuple(pieces))


def _quiz(plain: _Table) -> Quiz:
    reasons = _each(plain, "reasons", _reason)
    if sum(one.percent for one in reasons) != _ALL:
        raise BadRecord("Workshop", "reasons", sum(one.percent for one in reasons))
    return Quiz(_line(plain, "question"), reasons, _line(plain, "point"), _line(plain, "note"))


def _reason(plain: _Table) -> QuizReason:
    return QuizReason(_line(plain, "text"), _whole(plain, "percent", _ALL))


def _example(plain: _Table) -> Example:
    return Example(_line(plain, "title"), _line(plain, "text"))


def _two_things(plain: _Table) -> TwoThings:
    return TwoThings(_line(plain, "title"), _lines(plain, "things"))


def _worked_example(plain: _Table) -> WorkedExample:
    return WorkedExample(_line(plain, "title"), _line(plain, "template"), _lines(plain, "prompts"))


def _each(plain: _Table, key: str, read: Callable[[_Table], _T]) -> tuple[_T, ...]:
    found = plain.get(key)
    if not isinstance(found, list) or not 0 < len(found) <= MOST_LINES:
        raise BadRecord("Workshop", key, None)
    return tuple(read(_table(key, one)) for one in found)


def _lines(plain: _Table, key: str) -> tuple[str, ...]:
    found = plain.get(key)
    if not isinstance(found, list) or len(found) > MOST_LINES:
        raise BadRecord("Workshop", key, None)
    return tuple(_line({key: one}, key) for one in found)


def _table(key: str, found: object) -> _Table:
    if not isinstance(found, dict):
        raise BadRecord("Workshop", key, None)
    return found


def _line(plain: _Table, key: str, *, is_needed: bool = True) -> str:
    found = plain.get(key)
    if not isinstance(found, str):
        raise BadRecord("Workshop", key, found)
    cleaned = clean_text(found, FIELD_LIMIT, one_line=True).text.strip()
    if is_needed and not cleaned:
        raise BadRecord("Workshop", key, found)
    return cleaned


def _whole(plain: _Table, key: str, most: int) -> int:
    found = plain.get(key)
    if not isinstance(found, int) or isinstance(found, bool) or not 0 < found <= most:
        raise BadRecord("Workshop", key, found)
    return found
