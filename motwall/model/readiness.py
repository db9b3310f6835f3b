"""Advice that forbids nothing: what is still missing, where nobody has looked, and "should"."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from motwall.i18n import translate
from motwall.model.order import runs, step_moments
from motwall.model.priorities import priorities
from motwall.model.records import Moment, MomentKind
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


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many moments there are of each sort; 0 stands for what nobody has looked at.

    Attributes:
        kinds: By what the customer meets.
        stages: By the title of the stage, in order; "" is no stage.
        deliverers: By who delivers, in any case of letters; "" is nobody in particular.
    """

    kinds: dict[MomentKind, int]
    stages: dict[str, int]
    deliverers: dict[str, int]


def readiness(store: Store) -> Readiness:
    """How far the priorities are prepared; advice, no gate."""
    first = priorities(store)
    expected = sum(bool(one.expectation and one.today) for one in first)
    return Readiness(len(first), expected, sum(one.rating is not None for one in first))


def coverage(store: Store) -> Coverage:
    """Where a wall has moments, and where it has none."""
    moments = store.all(Moment)
    kinds = Counter(one.kind for one in moments)
    stages: dict[str, int] = {}
    for run in runs(store):
        title = run.stage.title if run.stage else ""
        notes = sum(len(step_moments(store, step.id)) for step in run.steps)
        stages[title] = stages.get(title, 0) + notes
    deliverers: dict[str, int] = {}
    spelt: dict[str, str] = {}
    for one in moments:
        name = spelt.setdefault(one.who_delivers.strip().casefold(), one.who_delivers.strip())
        deliverers[name] = deliverers.get(name, 0) + 1
    return Coverage({kind: kinds[kind] for kind in MomentKind}, stages, deliverers)


def says_should(text: str) -> bool:
    """Whether a text about today tells what ought to be rather than what happens."""
    words = translate("Assess", "should|shouldn't|ought to|must|supposed to|are meant to")
    pattern = "|".join(re.escape(one).replace("'", "['\u2019]") for one in words.split("|"))
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE) is not None
