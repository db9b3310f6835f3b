"""Questions about a moment, pulled from a bank or one's own, and their answers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from motwall.model.answering import answer_within
from motwall.model.belongings import next_rank, questions_of
from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.removal import removal
from motwall.model.fields import rules_of
from motwall.model.finding import folded
from motwall.model.observing import viewpoint_of
from motwall.model.order import RANK_STEP, insert_ranked
from motwall.model.patch import Change, Patch
from motwall.model.question_bank import BankQuestion
from motwall.model.records import (
    Answer,
    AnswerKind,
    Choice,
    Observation,
    Question,
    Viewpoint,
)
from motwall.model.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is answered: a choice, words, or both; neither takes the answer away."""

    choice: Choice | None = None
    note: str = ""
    viewpoint: Viewpoint = Viewpoint.TEAM


def add_question(
    store: Store,
    moment_id: str,
    text: str,
    question_id: str,
    kind: AnswerKind = AnswerKind.YES_NO,
    area: str = "",
) -> Patch:
    """Add a question of one's own below the others."""
    cleaned, is_cut = clean_text(text)
    question = Question(
        id=question_id,
        moment_id=moment_id,
        text=cleaned,
        kind=kind,
        area=clean_text(area, rules_of(Question)["area"].limit, one_line=True).text,
        rank=next_rank(questions_of(store, moment_id)),
    )
    return Patch.of([Change(None, question)], "adding a question", is_cut=is_cut)


def pull_questions(
    store: Store, moment_id: str, questions: Iterable[BankQuestion], new_id: NewId
) -> Patch:
    """Pull questions from a bank into a moment; those it asks already are passed over."""
    own = questions_of(store, moment_id)
    asked = {folded(one.text) for one in own}
    rank = next_rank(own)
    changes: list[Change] = []
    for one in questions:
        if folded(one.text) in asked:
            continue
        asked.add(folded(one.text))
        question = Question(
            id=new_id(),
            moment_id=moment_id,
            text=one.text,
            kind=one.kind,
            area=one.area,
            rank=rank,
        )
        rank += RANK_STEP
        changes.append(Change(None, question))
    return Patch.of(changes, "adding %n question(s)", len(changes))


def move_question(store: Store, question_id: str, index: int) -> Patch:
    """Move a question among those of its moment: 0 is the first place."""
    question = store.get(Question, question_id)
    questions = questions_of(store, question.moment_id)
    others = [one for one in questions if one.id != question_id]
    index = max(0, min(index, len(others)))
    if index == questions.index(question):
        return Patch()
    ranks, changes = insert_ranked(others, index, 1)
    changes.append(Change(question, replace(question, rank=ranks[0])))
    return Patch.of(changes, "move of a question")


def delete_question(store: Store, question_id: str) -> Patch:
    """Delete a question with its answers."""
    return Patch.of(removal(store, [question_id]), "deleting a question")


def answer_question(
    store: Store,
    question_id: str,
    said: Said,
    today: date,
    answer_id: str,
    session_id: str | None = None,
    observation_id: str | None = None,
) -> Patch:
    """Answer a question, or take the answer away.

    Answering again on the same day, in the same session or as part of the same observation, and
    from the same viewpoint, corrects.

    Args:
        store: The wall.
        question_id: What is answered.
        said: The answer.
        today: The day.
        answer_id: A fresh id, in case there is no answer to correct.
        session_id: The session it is given in, or None.
        observation_id: The observation it is part of, or None.
    """
    note, is_cut = clean_text(said.note)
    after = Answer(
        id=answer_id,
        question_id=store.get(Question, question_id).id,
        observation_id=observation_id,
        session_id=session_id,
        answered_on=today,
        choice=said.choice,
        note=note,
        viewpoint=said.viewpoint,
    )
    known = _to_correct(store, after)
    if said.choice is None and not note:
        return Patch.of([Change(known, None)] if known else [], "taking an answer away")
    if known is not None:
        after = replace(after, id=known.id)
    return Patch.of([Change(known, after)], "answering a question", is_cut=is_cut)


def answer_as_seen(
    store: Store,
    question_id: str,
    observation_id: str,
    said: Said,
    answer_id: str,
    session_id: str | None = None,
) -> Patch:
    """Answer a question from what somebody saw; answering it again corrects, on whatever day.

    The answer bears the day of the observation and the viewpoint of whoever saw it (that of `said`
    does not count).

    Args:
        store: The wall.
        question_id: What is answered.
        observation_id: The observation the answer is part of.
        said: The answer.
        answer_id: A fresh id, in case there is no answer to correct.
        session_id: The session it is given in, or None.
    """
    seen = store.get(Observation, observation_id)
    known = answer_within(store, question_id, observation_id)
    if known is None:
        seen_by = replace(said, viewpoint=viewpoint_of(seen.kind))
        day = seen.observed_on
        return answer_question(
            store, question_id, seen_by, day, answer_id, session_id, observation_id
        )
    note, is_cut = clean_text(said.note)
    if said.choice is None and not note:
        return Patch.of([Change(known, None)], "taking an answer away")
    after = replace(known, choice=said.choice, note=note)
    return Patch.of([Change(known, after)], "answering a question", is_cut=is_cut)


def _to_correct(store: Store, said: Answer) -> Answer | None:
    for one in store.referring(Answer, "question_id", said.question_id):
        if one == replace(said, id=one.id, choice=one.choice, note=one.note):
            return one
    return None
