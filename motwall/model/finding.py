"""Words looked for on a wall: whose they are, in the order of the wall, whatever their accents."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from motwall.model.order import by_place, row_places, runs, step_moments, unsorted_moments
from motwall.model.records import Idea, Moment, PlannedAction, Stage, Step
from motwall.model.store import Store


@dataclass(frozen=True, slots=True)
class Found:
    """One place where the words are.

    Attributes:
        record_id: Of the stage, the step or the moment that has them.
        moment_ids: The notes it is about: all of the stage or step, or the one.
        step_id: The step to look at; None for an unsorted note.
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


def find_words(store: Store, words: str) -> list[Found]:
    """Where the words stand, one after the other as they are written; nothing for no words.

    Looked through: the titles of stages and steps, and of each moment its text (or the printed hint
    shown in its place), the texts of notes that meant the same, its description, ideas and actions.
    """
    wanted = folded(words)
    if not wanted:
        return []
    found: list[Found] = []
    rows = row_places(store)
    for run in runs(store):
        if run.stage is not None and wanted in folded(run.stage.title):
            found.append(_found_stage(store, run.stage, run.steps))
        for step in run.steps:
            if wanted in folded(step.title):
                found.append(_found_step(store, step))
            moments = by_place(store.referring(Moment, "step_id", step.id), rows)
            found += [_found_moment(one) for one in moments if _says(store, one, wanted)]
    loose = [one for one in unsorted_moments(store) if _says(store, one, wanted)]
    return found + [_found_moment(one) for one in loose]


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


def _says(store: Store, moment: Moment, wanted: str) -> bool:
    shown = moment.text or moment.prompt
    if any(wanted in folded(text) for text in (shown, *moment.merged, moment.description) if text):
        return True
    texts = [one.text for one in store.referring(Idea, "moment_id", moment.id)]
    texts += [one.text for one in store.referring(PlannedAction, "moment_id", moment.id)]
    return any(wanted in folded(text) for text in texts)


def _found_stage(store: Store, stage: Stage, steps: tuple[Step, ...]) -> Found:
    moments = [one.id for step in steps for one in step_moments(store, step.id)]
    return Found(stage.id, tuple(moments), steps[0].id)


def _found_step(store: Store, step: Step) -> Found:
    return Found(step.id, tuple(one.id for one in step_moments(store, step.id)), step.id)


def _found_moment(moment: Moment) -> Found:
    return Found(moment.id, (moment.id,), moment.step_id)
