"""What is true of every wall, whatever was done to it, for the random walk to check."""

from collections.abc import Collection, Iterator
from itertools import product

from motwall.model.agenda import agenda, current
from motwall.model.belongings import ladders_of, questions_of, rungs_of
from motwall.model.fields import rules_of
from motwall.model.layout import LayoutOptions, lay_out
from motwall.model.note_look import look_of, priority_numbers
from motwall.model.order import actions_of, ideas_of, rows_in_order, runs, stack, steps_in_order
from motwall.model.priorities import MOST, must_choose, priorities, shortlisted, ticked
from motwall.model.records import (
    RECORD_TYPES,
    Answer,
    Ladder,
    Moment,
    Observation,
    Picture,
    Question,
    Session,
    Stage,
    VoteRound,
    Wall,
)
from motwall.model.rows import MAX_ROWS, row_names
from motwall.model.store import Store
from motwall.model.tracks import Arrangement


def broken_laws(store: Store, except_for: Collection[str] = ()) -> list[str]:
    """One sentence for each law that does not hold.

    Args:
        store: The wall.
        except_for: Ids of steps that may be untitled and empty: a person wrote their title away.
    """
    return [
        *_references(store),
        *_stages(store),
        *_empty_steps(store, except_for),
        *_rows(store),
        *_ranks(store),
        *_answers(store),
        *_marks(store),
        *_workshop(store),
        *_layout(store),
    ]


def _references(store: Store) -> Iterator[str]:
    if store.count(Wall) != 1:
        yield f"{store.count(Wall)} Wall records"
    for record in store.everything():
        for rule in rules_of(type(record)).values():
            goal = getattr(record, rule.name) if rule.refers_to else None
            if goal is not None and store.find(RECORD_TYPES[rule.refers_to], goal) is None:
                yield f"{type(record).__name__}.{rule.name} refers to nothing"


def _stages(store: Store) -> Iterator[str]:
    named = [run.stage for run in runs(store) if run.stage]
    if len(named) != len({one.id for one in named}):
        yield "a stage is not one run of steps"
    if len({one.id for one in named}) != store.count(Stage):
        yield "a stage has no step"


def _empty_steps(store: Store, except_for: Collection[str]) -> Iterator[str]:
    for run in runs(store):
        for step in run.steps:
            is_needed = run.stage is not None and len(run.steps) == 1
            is_blank = not step.title and not store.referring(Moment, "step_id", step.id)
            if is_blank and not is_needed and step.id not in except_for:
                yield "an untitled step has no notes"


def _rows(store: Store) -> Iterator[str]:
    rows = rows_in_order(store)
    if len(rows) > MAX_ROWS:
        yield "there are more rows than allowed"
    if len({one.rank for one in rows}) != len(rows):
        yield "two rows have one rank"
    if not all(one.name for one in row_names(store)):
        yield "a row has no name"
    if any(one.row_id is not None for one in store.referring(Moment, "step_id", None)):
        yield "an unsorted note is in a row"


def _ranks(store: Store) -> Iterator[str]:
    steps = steps_in_order(store)
    if len({one.rank for one in steps}) != len(steps):
        yield "two steps have one rank"
    for step, row in product(steps, row_names(store)):
        moments = stack(store, step.id, row.row_id)
        if len({one.rank for one in moments}) != len(moments):
            yield "two notes of a stack have one rank"
    for moment in store.all(Moment):
        for listed in (ideas_of, actions_of, questions_of, ladders_of):
            belongings = listed(store, moment.id)
            if len({one.rank for one in belongings}) != len(belongings):
                yield "two belongings of a moment have one rank"
    for ladder in store.all(Ladder):
        rungs = rungs_of(store, ladder.id)
        if len({one.rank for one in rungs}) != len(rungs):
            yield "two rungs of a ladder have one rank"


def _answers(store: Store) -> Iterator[str]:
    for answer in store.all(Answer):
        question = store.get(Question, answer.question_id)
        seen = store.find(Observation, answer.observation_id)
        if seen is not None and seen.moment_id != question.moment_id:
            yield "an answer is part of another moment's observation"
        if answer.choice is None and not answer.note:
            yield "an answer says nothing"


def _workshop(store: Store) -> Iterator[str]:
    for session in store.all(Session):
        items = agenda(store, session.id)
        if [one.is_over for one in items] != sorted((one.is_over for one in items), reverse=True):
            yield "a part is over before one that is not"
        running = [one for one in items if one.started_at is not None]
        if running and running != [current(items)]:
            yield "a clock runs where the room is not"
        if len({one.rank for one in items}) != len(items):
            yield "two parts have one rank"
    if sum(one.closed_at is None for one in store.all(VoteRound)) > 1:
        yield "two rounds are open"
    for moment in store.all(Moment):
        if len(store.referring(Picture, "moment_id", moment.id)) > 1:
            yield "a note has two photos"


def _marks(store: Store) -> Iterator[str]:
    chosen = [one for one in store.all(Moment) if one.shortlist_rank is not None]
    if not all(one.is_ticked for one in chosen):
        yield "a note is on the shortlist without a tick"
    if len(chosen) > MOST or len(priorities(store)) > MOST:
        yield "more than five are chosen"
    if {one.id for one in shortlisted(store)} != {one.id for one in chosen}:
        yield "the shortlist leaves somebody out"
    if must_choose(store) != (len(ticked(store)) > MOST and not chosen):
        yield "the room is asked to choose at the wrong time"
    numbers = priority_numbers(store)
    if sorted(numbers.values()) != list(range(1, len(numbers) + 1)):
        yield "priorities are not numbered from 1"
    for moment in store.all(Moment):
        if look_of(store, moment, numbers).text != (moment.text or moment.prompt):
            yield "a note shows something else than its words"


def _layout(store: Store) -> Iterator[str]:
    for width, arrangement in product((None, 240.0, 760.0), Arrangement):
        layout = lay_out(store, LayoutOptions(width=width, arrangement=arrangement))
        if layout.notes.keys() != {one.id for one in store.all(Moment)}:
            yield "a note has no rectangle"
        if layout.columns.keys() != {one.id for one in steps_in_order(store)}:
            yield "a step has no column"
