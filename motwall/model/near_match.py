"""Notes that may mean the same as what is being typed: one typist takes down what eight people say.

Words are compared without case and accents, and by their beginnings, so that "phones us" meets
"rings or phones": how much of the shorter text's meaning words the longer one has, too.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from motwall.model.finding import folded
from motwall.model.records import Moment

_WORD = re.compile(r"\w+")
#: Words shorter than the first say nothing, shorter than the second little; of longer ones so many
#: letters must agree.
_LEAST_LETTERS, _STRONG, _STEM = 3, 4, 5
#: Of the words of the shorter text.
_NEAR = 0.6
#: Offered at once: more nobody reads while typing.
MOST_MATCHES = 3


class NearMatch(NamedTuple):
    """A note that may mean the same; `share` of the words agree, 0 to 1."""

    moment_id: str
    text: str
    share: float


class NearMatcher:
    """Compares a text with the notes of a wall, at every letter typed."""

    def __init__(self, moments: Iterable[Moment] = ()) -> None:
        """Know some notes."""
        self._texts: dict[str, str] = {}
        self._stems: dict[str, frozenset[str]] = {}
        for moment in moments:
            self.know(moment)

    def know(self, moment: Moment) -> None:
        """Know a note, or what it says now."""
        self._texts[moment.id] = moment.text
        self._stems[moment.id] = stems_of(moment.text)

    def forget(self, moment_id: str) -> None:
        """A note is gone."""
        self._texts.pop(moment_id, None)
        self._stems.pop(moment_id, None)

    def matches(self, text: str) -> list[NearMatch]:
        """The notes that may mean the same as a text, the likeliest first; no more than a few."""
        wanted = stems_of(text)
        if not wanted:
            return []
        found = [
            NearMatch(key, self._texts[key], share)
            for key, share in _shares(wanted, self._stems)
            if share >= _NEAR
        ]
        found.sort(key=lambda one: (-one.share, one.text, one.moment_id))
        return found[:MOST_MATCHES]


def times_said(moment: Moment) -> int:
    """How many notes of the same moment there were: itself, and those merged into it."""
    return 1 + len(moment.merged)


def stems_of(text: str) -> frozenset[str]:
    """The beginnings of the words of a text that say something."""
    words = _WORD.findall(folded(text))
    long = frozenset(word[:_STEM] for word in words if len(word) >= _LEAST_LETTERS)
    return long or frozenset(words)


def _shares(
    wanted: frozenset[str], known: Mapping[str, frozenset[str]]
) -> Iterable[tuple[str, float]]:
    for key, stems in known.items():
        shared = wanted & stems
        # "At the" is in half of all notes.
        if any(len(stem) >= _STRONG for stem in shared) or (shared and wanted == stems):
            yield key, len(shared) / min(len(wanted), len(stems))
