"""The quiz of the welcome: how many of a hundred customers leave for which reason."""

from motwall.model.order import by_rank
from motwall.model.records import QuizGuess
from motwall.model.store import Store

HUNDRED = 100


def quiz_of(store: Store, session_id: str | None) -> list[QuizGuess]:
    """The guesses of a session, in the order they are shown; none before the quiz is begun."""
    return by_rank(store.referring(QuizGuess, "session_id", session_id))


def guessed(store: Store, session_id: str | None) -> int:
    """What the guesses come to together, percent; they should come to a hundred."""
    return sum(one.guess for one in quiz_of(store, session_id))


def difference(guess: QuizGuess) -> int:
    """By how much a guess is above the workshop's figure, percentage points."""
    return guess.guess - guess.share


def is_quiz_revealed(store: Store, session_id: str | None) -> bool:
    """Whether the workshop's figures are shown beside the guesses."""
    return any(one.is_revealed for one in quiz_of(store, session_id))


def in_common(store: Store, session_id: str | None) -> int:
    """How many of a hundred the team gave to a reason that the workshop gives them to as well."""
    return sum(min(one.guess, one.share) for one in quiz_of(store, session_id))
