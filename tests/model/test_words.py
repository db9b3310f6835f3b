from collections.abc import Callable
from enum import StrEnum

import pytest

from motwall.model.records import (
    ActionState,
    Choice,
    Cost,
    Lift,
    ObservationKind,
    Pattern,
    Rating,
    Verdict,
)
from motwall.model.words import (
    choice_word,
    cost_word,
    hands_words,
    journey,
    lift_word,
    observation_word,
    pattern_word,
    rating_definition,
    rating_meaning,
    rating_verdict,
    rating_word,
    state_word,
    verdict_meaning,
    verdict_word,
    wall_about,
    wall_name,
)
from tests.factories import assessment, moment, wall


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        (rating_word, Rating),
        (rating_verdict, Rating),
        (rating_definition, Rating),
        (rating_meaning, Rating),
        (state_word, ActionState),
        (pattern_word, Pattern),
        (choice_word, Choice),
        (observation_word, ObservationKind),
        (cost_word, Cost),
        (lift_word, Lift),
        (verdict_meaning, Verdict),
    ],
)
def test_every_value_has_words_of_its_own(
    word: Callable[[StrEnum], str], kind: type[StrEnum]
) -> None:
    words = [word(one) for one in kind]
    assert len(set(words)) == len(kind)
    assert all(words)
    assert not any("_" in one for one in words)


def test_nothing_is_said_of_an_idea_that_is_still_open() -> None:
    assert [verdict_word(one) for one in Verdict] == ["", "has merit", "parked"]


def test_a_definition_says_the_word_and_how_it_compares() -> None:
    assert rating_definition(Rating.MAGICAL) == "Magical: exceeds what they expect"
    assert rating_definition(Rating.NEUTRAL).startswith(rating_word(Rating.NEUTRAL))
    assert rating_definition(Rating.MISERABLE).startswith(rating_word(Rating.MISERABLE))


def test_a_wall_is_called_by_its_title_else_its_business() -> None:
    assert wall_name(wall(title="Monday wall", business="Bakery")) == "Monday wall"
    assert wall_name(wall(business="Bakery")) == "Bakery"
    assert wall_name(wall()) == "Moments of truth"


@pytest.mark.parametrize(
    ("customer", "start", "end", "words"),
    [
        ("Regulars", "smell", "crumbs", "Regulars, from smell to crumbs"),
        ("Regulars", "", "", "Regulars"),
        ("", "smell", "crumbs", "from smell to crumbs"),
        ("Regulars", "smell", "", "Regulars, smell"),
        ("", "", "{crumbs}", "{crumbs}"),
        ("", "", "", ""),
    ],
)
def test_the_journey_in_words(customer: str, start: str, end: str, words: str) -> None:
    assert journey(wall(customer=customer, starts_with=start, ends_with=end)) == words


def test_what_is_said_under_the_name_does_not_repeat_it() -> None:
    assert wall_about(wall(title="Monday", business="Bakery", customer="Regulars")) == [
        "Bakery",
        "Regulars",
    ]
    assert wall_about(wall(business="Bakery")) == []


def test_hands_are_told_face_by_face() -> None:
    here = moment()
    assert hands_words(assessment(here, None, hands_miserable=3, hands_magical=1)) == (
        "Miserable 3, Magical 1"
    )
    assert not hands_words(assessment(here, Rating.NEUTRAL))
