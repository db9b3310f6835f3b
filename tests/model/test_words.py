from collections.abc import Callable
from enum import StrEnum

import pytest

from motwall.model.records import ActionState, Pattern, Rating
from motwall.model.words import (
    pattern_word,
    rating_definition,
    rating_verdict,
    rating_word,
    state_word,
)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        (rating_word, Rating),
        (rating_verdict, Rating),
        (rating_definition, Rating),
        (state_word, ActionState),
        (pattern_word, Pattern),
    ],
)
def test_every_value_has_words_of_its_own(
    word: Callable[[StrEnum], str], kind: type[StrEnum]
) -> None:
    words = [word(one) for one in kind]
    assert len(set(words)) == len(kind)
    assert all(words)
    assert not any("_" in one for one in words)


def test_a_definition_says_the_word_and_how_it_compares() -> None:
    assert rating_definition(Rating.MAGICAL) == "Magical: exceeds what they expect"
    assert rating_definition(Rating.NEUTRAL).startswith(rating_word(Rating.NEUTRAL))
    assert rating_definition(Rating.MISERABLE).startswith(rating_word(Rating.MISERABLE))
