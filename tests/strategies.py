"""Hypothesis strategies: values, records and whole walls, made from the rules of the fields.

A record type that is added later is covered without a line here, unless a field has a form of its
own.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from motwall.model.clean_text import clean_text
from motwall.model.fields import FieldRule, rules_of
from motwall.model.order import RANK_STEP
from motwall.model.pictures import digest_of
from motwall.model.records import (
    RECORD_TYPES,
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
from tests.factories import NOON, TODAY, an_id

#: For laws about whole walls: each costs some milliseconds to make.
few_examples = settings(max_examples=max(25, settings().max_examples // 8))

ids = st.uuids(version=4).map(lambda one: one.hex)
#: What may come from outside: lone surrogates, control characters, line ends of every kind.
raw_texts = st.text(st.characters(codec=None), max_size=40) | st.text(
    "ab \t\r\n\x85\u2028\u2029\u202d\u202e\x00\u0301\u0041\ud800\U0001f600", max_size=40
)

_FORMED = {
    "id": ids,
    # Not from_regex: it takes seconds to get ready.
    "code": st.tuples(st.sampled_from("AEPSZ"), st.sampled_from("AEPSZ0129")).map("".join),
    "colour": st.text("0123456789ABCDEF", min_size=6, max_size=6).map("#{}".format),
    "icon": st.text("abyz09-", max_size=8),
    "digest": st.binary(max_size=4).map(digest_of),
}


def clean_texts(limit: int = 40, *, one_line: bool = False) -> st.SearchStrategy[str]:
    """Text that any field of that limit may hold."""
    return raw_texts.map(lambda raw: clean_text(raw, limit, one_line=one_line).text)


@cache
def field_values(rule: FieldRule) -> st.SearchStrategy[Any]:
    """Any value a field may hold; references are ids of nothing in particular."""
    made = _required_values(rule)
    return st.none() | made if rule.is_optional else made


def _required_values(rule: FieldRule) -> st.SearchStrategy[Any]:
    if rule.refers_to:
        return ids
    if issubclass(rule.kind, StrEnum):
        return st.sampled_from(list(rule.kind))
    by_kind: dict[type, st.SearchStrategy[Any]] = {
        str: _FORMED.get(rule.name, clean_texts(one_line=rule.is_line)),
        int: st.integers(rule.minimum, rule.maximum),
        float: st.floats(rule.minimum, rule.maximum, allow_nan=False),
        bool: st.booleans(),
        date: st.dates(),
        datetime: st.datetimes(timezones=st.just(UTC)),
        tuple: st.lists(clean_texts(), max_size=3).map(tuple),
    }
    return by_kind[rule.kind]


def records(record_type: type[Record], **fixed: object) -> st.SearchStrategy[Any]:
    """Any record of a type, with some fields given (a value or a strategy)."""
    fields = {name: field_values(rule) for name, rule in rules_of(record_type).items()}
    for name, value in fixed.items():
        fields[name] = value if isinstance(value, st.SearchStrategy) else st.just(value)
    return st.builds(record_type, **fields)


any_record = st.sampled_from(list(RECORD_TYPES.values())).flatmap(records)


@st.composite
def walls(
    draw: st.DrawFn, *, most_steps: int = 6, most_moments: int = 7, most_rows: int = 2
) -> Store:
    """A wall as edits leave it: stages are runs with a step, references resolve, ranks differ.

    Only the fields that say where things are vary; `records` makes the values vary.
    """
    made: list[Record] = []

    def add(record_type: type[Record], **fields: object) -> str:
        drawn = {
            name: draw(value) if isinstance(value, st.SearchStrategy) else value
            for name, value in fields.items()
        }
        # No id is of two types, even in two walls.
        number = list(RECORD_TYPES.values()).index(record_type) << 32 | len(made) + 1
        made.append(record_type(id=an_id(number), **drawn))
        return made[-1].id

    def one_of(choices: list[str]) -> st.SearchStrategy[str | None]:
        return st.none() | st.sampled_from(choices) if choices else st.none()

    add(Wall)
    runs = draw(st.lists(st.tuples(st.integers(1, 4), st.booleans()), max_size=most_steps // 2))
    places = [stage for count, named in runs for stage in [add(Stage) if named else None] * count]
    steps = [
        add(Step, stage_id=stage, rank=RANK_STEP * place, title=f"step {place}")
        for place, stage in enumerate(places)
    ]
    rows = [
        add(Row, title=title, rank=RANK_STEP * place)
        for place, title in enumerate(["online", ""][: draw(st.integers(0, most_rows))])
    ]
    types = [add(ContactType, code=code, name=code) for code in ("PH", "EM")]
    sessions = [add(Session)]
    spot = st.sampled_from([0.0, 40.0, 108.0, 111.5, 500.0])
    homes = draw(st.lists(st.tuples(one_of(steps), one_of(rows)), max_size=most_moments))
    moments = [
        add(
            Moment,
            text=f"moment {place}",
            step_id=step_id,
            row_id=row_id if step_id is not None else None,
            rank=RANK_STEP * place,
            x=spot,
            y=spot,
            contact_type_id=one_of(types),
            is_ticked=True,
            shortlist_rank=place + 1 if place < 3 else None,
        )
        for place, (step_id, row_id) in enumerate(homes)
    ]
    for moment_id in moments[:3]:
        fixed = {"moment_id": moment_id, "session_id": one_of(sessions)}
        own = add(Idea, text="idea", rank=RANK_STEP, **fixed)
        done = add(PlannedAction, text="action", idea_id=one_of([own]), rank=RANK_STEP, **fixed)
        proof = add(Assessment, rated_on=TODAY, rating=Rating.NEUTRAL, **fixed)
        review = {"session_id": one_of(sessions), "assessment_id": one_of([proof])}
        add(ActionReview, action_id=done, reviewed_on=TODAY, **review)
    if moments:
        _add_knowledge(add, moments[0], one_of)
    _add_workshop(add, sessions[0], moments[:2])
    return Store(made)


def _add_workshop(add: Callable[..., str], session_id: str, moment_ids: list[str]) -> None:
    """What a session left behind."""
    for place in (1, 2):
        add(AgendaItem, session_id=session_id, minutes=5, rank=RANK_STEP * place)
        add(QuizGuess, session_id=session_id, share=50, rank=RANK_STEP * place)
    voted = add(VoteRound, session_id=session_id, opened_at=NOON, closed_at=NOON)
    for moment_id in moment_ids:
        add(Vote, round_id=voted, moment_id=moment_id, person=1)


def _add_knowledge(
    add: Callable[..., str],
    moment_id: str,
    one_of: Callable[[list[str]], st.SearchStrategy[str | None]],
) -> None:
    """Whatever is known of one moment beside ideas and actions."""
    question = add(Question, moment_id=moment_id, text="question", rank=RANK_STEP)
    seen = add(Observation, moment_id=moment_id, observed_on=TODAY)
    add(Answer, question_id=question, answered_on=TODAY, note="so", observation_id=one_of([seen]))
    ladder = add(Ladder, moment_id=moment_id, rank=RANK_STEP)
    for number in (1, 2):
        add(Rung, ladder_id=ladder, value=float(number), rank=RANK_STEP * number)
    measure = add(Measure, moment_id=one_of([moment_id]), rank=RANK_STEP)
    add(Reading, measure_id=measure, taken_on=TODAY, value=1.5)
