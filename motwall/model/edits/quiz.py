"""The quiz of the welcome: guessed, revealed, and its figures corrected."""

from collections.abc import Iterable
from dataclasses import replace

from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.removal import removal
from motwall.model.fields import rules_of
from motwall.model.order import RANK_STEP
from motwall.model.patch import Change, Patch
from motwall.model.quiz import HUNDRED, quiz_of
from motwall.model.records import QuizGuess
from motwall.model.store import Store


def open_quiz(
    store: Store, session_id: str | None, reasons: Iterable[tuple[str, int]], new_id: NewId
) -> Patch:
    """Begin the quiz of a session.

    Args:
        store: The wall.
        session_id: The meeting; None for a quiz outside any.
        reasons: The words of each reason, and its share in percent.
        new_id: Makes fresh ids.

    Returns:
        An empty patch if it has begun.
    """
    if quiz_of(store, session_id):
        return Patch()
    limit = rules_of(QuizGuess)["reason"].limit
    made = [
        QuizGuess(
            id=new_id(),
            session_id=session_id,
            reason=clean_text(words, limit, one_line=True).text,
            share=_percent(share),
            rank=RANK_STEP * place,
        )
        for place, (words, share) in enumerate(reasons, 1)
    ]
    return Patch.of([Change(None, one) for one in made], "beginning the quiz")


def guess(store: Store, guess_id: str, percent: int) -> Patch:
    """Say how many of a hundred leave for a reason; beyond 0 to 100 it is the nearest of these."""
    before = store.get(QuizGuess, guess_id)
    return Patch.of([Change(before, replace(before, guess=_percent(percent)))], "guess of the quiz")


def correct_share(store: Store, guess_id: str, percent: int) -> Patch:
    """Change the workshop's own figure for a reason."""
    before = store.get(QuizGuess, guess_id)
    return Patch.of(
        [Change(before, replace(before, share=_percent(percent)))], "figure of the quiz"
    )


def reveal_quiz(store: Store, session_id: str | None, *, is_revealed: bool) -> Patch:
    """Show the workshop's figures beside the guesses, or hide them again."""
    changes = [
        Change(one, replace(one, is_revealed=is_revealed)) for one in quiz_of(store, session_id)
    ]
    return Patch.of(changes, "showing the quiz")


def bring_quiz(store: Store, session_id: str) -> Patch:
    """Have the quiz that was begun outside any session belong to one, unless that has its own."""
    if quiz_of(store, session_id):
        return Patch()
    return Patch.of(
        [Change(one, replace(one, session_id=session_id)) for one in quiz_of(store, None)],
        "beginning the quiz",
    )


def delete_quiz(store: Store, session_id: str | None) -> Patch:
    """Take the quiz of a session away."""
    return Patch.of(
        removal(store, [one.id for one in quiz_of(store, session_id)]), "ending the quiz"
    )


def _percent(value: int) -> int:
    return min(max(0, value), HUNDRED)
