"""Words looked for on a wall: whose they are, in the order of the wall, whatever their accents."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from motwall.model.order import (
    by_place,
    in_wall_order,
    row_places,
    runs,
    step_moments,
    unsorted_moments,
)
from motwall.model.records import (
    ActionReview,
    Answer,
    Assessment,
    Idea,
    Ladder,
    Measure,
    Moment,
    Observation,
    PlannedAction,
    Question,
    Reading,
    Record,
    Rung,
    Session,
    Stage,
    Step,
)
from motwall.model.sessions import sessions_in_order
from motwall.model.store import Store

#: What is looked through of a moment, beside its text and the words of notes that meant the same.
_OWN = (
    "description", "expectation", "today", "ultimate", "issue", "good_looks_like", "who_delivers",
)  # fmt: skip
#: What is looked through of all that hangs on a moment.
_BELONGING: dict[type[Record], tuple[str, ...]] = {
    Idea: ("text",),
    PlannedAction: ("text", "owner"),
    Question: ("text",),
    Answer: ("note",),
    Observation: ("note",),
    Assessment: ("remark",),
    Ladder: ("title",),
    Rung: ("promise",),
    Measure: ("name",),
    Reading: ("note",),
    ActionReview: ("reason",),
}
#: The field that says what a record hangs on, where that is no moment, and the type of that.
_HANGS_ON: dict[type[Record], tuple[str, type[Record]]] = {
    Answer: ("question_id", Question),
    Rung: ("ladder_id", Ladder),
    Reading: ("measure_id", Measure),
    ActionReview: ("action_id", PlannedAction),
}
_OF_SESSIONS = ("notes", "agreement", "take_away", "attendees", "facilitator")
#: What is said and done in a session, and names it.
_IN_SESSIONS = (Idea, PlannedAction, Assessment)


@dataclass(frozen=True, slots=True)
class Found:
    """One place where the words are.

    Attributes:
        record_id: Of the stage, the step, the moment or the session that has them.
        moment_ids: The notes it is about: all of the stage or step, or the one; of a session those
            that were rated, or got ideas or actions, in it.
        step_id: The step to look at; None for an unsorted note and for a session.
    """

    record_id: str
    moment_ids: tuple[str, ...]
    step_id: str | None


def folded(text: str) -> str:
    """A text for comparing: without case, accents, and more than one space in a row."""
    return " ".join((text.lower() if text.isascii() else _without_accents(text)).split())


@lru_cache(maxsize=20_000)
def _without_accents(text: str) -> str:
    # Every letter typed into the find bar asks for all texts of the wall again.
    parts = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parts if not unicodedata.combining(char)).casefold()


def _stands_in(text: str, wanted: str) -> bool:
    """Whether folded words stand in a text; quick, for the texts of a large wall are many."""
    if text.isascii():
        plain = text.lower()
        if wanted in plain or not ("  " in plain or "\n" in plain):
            return wanted in plain
    return wanted in folded(text)


def find_words(store: Store, words: str) -> list[Found]:
    """Where the words stand, one after the other as they are written; nothing for no words.

    Looked through: the titles of stages and steps, and of each moment its text (or the printed hint
    shown in its place), the texts of notes that meant the same, everything written about it, and
    what hangs on it: ideas, actions with who does them, questions, observations, ladders, measures.
    Last come what sessions wrote down.
    """
    wanted = folded(words)
    if not wanted:
        return []
    found: list[Found] = []
    rows = row_places(store)
    about = _spoken_of(store, wanted)
    for run in runs(store):
        if run.stage is not None and wanted in folded(run.stage.title):
            found.append(_found_stage(store, run.stage, run.steps))
        for step in run.steps:
            if wanted in folded(step.title):
                found.append(_found_step(store, step))
            moments = by_place(store.referring(Moment, "step_id", step.id), rows)
            found += [_found_moment(one) for one in moments if one.id in about]
    loose = [one for one in unsorted_moments(store) if one.id in about]
    found += [_found_moment(one) for one in loose]
    sessions = [one for one in sessions_in_order(store) if _has(one, _OF_SESSIONS, wanted)]
    return found + [_found_session(store, one) for one in sessions]


def find_steps(store: Store, words: str) -> list[Found]:
    """The steps that are meant by a number (as shown, from 1) or by words of a title.

    A number that is also a word of a title finds the step of that number first.
    """
    wanted = folded(words)
    if not wanted:
        return []
    found: dict[str, Found] = {}
    steps = [step for run in runs(store) for step in run.steps]
    if wanted.isdecimal() and 1 <= int(wanted) <= len(steps):
        step = steps[int(wanted) - 1]
        found[step.id] = _found_step(store, step)
    for step in steps:
        if wanted in folded(step.title):
            found.setdefault(step.id, _found_step(store, step))
    for run in runs(store):
        if run.stage is not None and wanted in folded(run.stage.title):
            found.setdefault(run.steps[0].id, _found_step(store, run.steps[0]))
    return list(found.values())


def find_moments(store: Store, words: str) -> set[str] | None:
    """The ids of the moments that the words are said of, wherever; None for no words."""
    wanted = folded(words)
    return _spoken_of(store, wanted) if wanted else None


def _spoken_of(store: Store, wanted: str) -> set[str]:
    """The ids of the moments that folded words are said of: each text is looked at once."""
    about = {one.id for one in store.all(Moment) if _says(one, wanted)}
    for record_type, fields in _BELONGING.items():
        hits = [one for one in store.all(record_type) if _has(one, fields, wanted)]
        about.update(filter(None, (_moment_of(store, one) for one in hits)))
    return about


def _says(moment: Moment, wanted: str) -> bool:
    if _stands_in(moment.text or moment.prompt, wanted):
        return True
    return _has(moment, _OWN, wanted) or any(_stands_in(one, wanted) for one in moment.merged)


def _has(record: Record, fields: tuple[str, ...], wanted: str) -> bool:
    return any(_stands_in(text, wanted) for name in fields if (text := getattr(record, name)))


def _moment_of(store: Store, record: Record) -> str | None:
    """The moment that a record hangs on; None for a measure of the whole wall."""
    field, owner_type = _HANGS_ON.get(type(record), ("", Record))
    owner = store.get(owner_type, getattr(record, field)) if field else record
    return getattr(owner, "moment_id", None)


def _found_session(store: Store, session: Session) -> Found:
    there: list[Record] = [
        one
        for record_type in _IN_SESSIONS
        for one in store.referring(record_type, "session_id", session.id)
    ]
    ids = filter(None, (_moment_of(store, one) for one in there))
    return Found(session.id, tuple(one.id for one in in_wall_order(store, ids)), None)


def _found_stage(store: Store, stage: Stage, steps: tuple[Step, ...]) -> Found:
    moments = [one.id for step in steps for one in step_moments(store, step.id)]
    return Found(stage.id, tuple(moments), steps[0].id)


def _found_step(store: Store, step: Step) -> Found:
    return Found(step.id, tuple(one.id for one in step_moments(store, step.id)), step.id)


def _found_moment(moment: Moment) -> Found:
    return Found(moment.id, (moment.id,), moment.step_id)
