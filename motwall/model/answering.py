"""What is answered to the questions about a moment: by the team, and from what somebody saw."""

from collections.abc import Iterable
from typing import NamedTuple

from motwall.model.belongings import answers_of, questions_of
from motwall.model.records import Answer, Choice, Viewpoint
from motwall.model.store import Store


class Tally(NamedTuple):
    """How the questions of moments stand, each by the team's latest answer.

    Attributes:
        asked: All questions.
        yes: Answered so; no and dont_know likewise.
        in_words: Answered in words only.
    """

    asked: int = 0
    yes: int = 0
    no: int = 0
    dont_know: int = 0
    in_words: int = 0

    @property
    def answered(self) -> int:
        """How many have any answer."""
        return self.yes + self.no + self.dont_know + self.in_words


def own_answer(store: Store, question_id: str) -> Answer | None:
    """The latest answer that is no part of an observation; of one day's the team's counts."""
    own = [one for one in answers_of(store, question_id) if one.observation_id is None]
    return max(
        own,
        key=lambda one: (one.answered_on, one.viewpoint is Viewpoint.TEAM, one.id),
        default=None,
    )


def other_answers(store: Store, question_id: str) -> list[Answer]:
    """All answers but the one that is shown as the team's, the latest first."""
    own = own_answer(store, question_id)
    return [one for one in reversed(answers_of(store, question_id)) if one != own]


def answer_within(store: Store, question_id: str, observation_id: str) -> Answer | None:
    """The answer to a question that is part of an observation, or None."""
    answers = store.referring(Answer, "question_id", question_id)
    return next((one for one in answers if one.observation_id == observation_id), None)


def tally(store: Store, moment_ids: Iterable[str]) -> Tally:
    """How the questions of some moments stand."""
    asked = [question for one in moment_ids for question in questions_of(store, one)]
    own = [own_answer(store, one.id) for one in asked]
    said = [one.choice for one in own if one is not None]
    counts = {one: said.count(one) for one in (*Choice, None)}
    return Tally(
        len(asked),
        counts[Choice.YES],
        counts[Choice.NO],
        counts[Choice.DONT_KNOW],
        counts[None],
    )
