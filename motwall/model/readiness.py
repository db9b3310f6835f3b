"""Advice that forbids nothing: what is still missing, and "should"."""

import re
from typing import NamedTuple

from motwall.i18n import translate
from motwall.model.priorities import priorities
from motwall.model.store import Store


class Readiness(NamedTuple):
    """What the method asks for before possibilities are collected: done of how many.

    Attributes:
        priorities: How many there are to be worked on.
        expected: For how many of them it is written what customers expect and what they get.
        rated: How many of them are rated.
    """

    priorities: int
    expected: int
    rated: int

    @property
    def is_ready(self) -> bool:
        """There are priorities, and each is described and rated."""
        return self.priorities > 0 and self.expected == self.rated == self.priorities


def readiness(store: Store) -> Readiness:
    """How far the priorities are prepared; advice, no gate."""
    first = priorities(store)
    expected = sum(bool(one.expectation and one.today) for one in first)
    return Readiness(len(first), expected, sum(one.rating is not None for one in first))


def says_should(text: str) -> bool:
    """Whether a text about today tells what ought to be rather than what happens."""
    words = translate("Assess", "should|shouldn't|ought to|must|supposed to|are meant to")
    pattern = "|".join(re.escape(one).replace("'", "['\u2019]") for one in words.split("|"))
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE) is not None
