"""Notes that may mean the same as what is being typed: one typist takes down what eight people say.

Words are compared without case, accents and endings, and those that are in half of all notes are
left out, so that "the phone is answered" meets "they answer the phone": how much of the shorter
text's meaning words the longer one has, too. What was merged into a note counts like the note: the
team has said that it means the same, in whatever words.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from motwall.model.finding import folded
from motwall.model.records import Moment

_WORD = re.compile(r"\w+")
#: Shorter words say nothing; of longer ones so many letters must agree.
_LEAST_LETTERS, _STEM = 3, 5
#: Endings of words, taken off while so many letters are left.
_ENDINGS, _LEAST_ROOT = ("ing", "ed", "es", "s", "e"), 3
_VOWELS = frozenset("aeiouy")
#: In half of all notes, whatever they are about.
_SAYS_LITTLE = frozenset(
    _WORD.findall(
        "and are but can for from get gets got had has have her him his how its not our out she "
        "that the their them then there they this was were what when where who will with you your"
    )
)
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
        self._stems: dict[str, list[frozenset[str]]] = {}
        for moment in moments:
            self.know(moment)

    def know(self, moment: Moment) -> None:
        """Know a note, or what it says now."""
        self._texts[moment.id] = moment.text
        self._stems[moment.id] = [stems_of(one) for one in (moment.text, *moment.merged)]

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
            for key, known in self._stems.items()
            if (share := max(_share(wanted, one) for one in known)) >= _NEAR
        ]
        found.sort(key=lambda one: (-one.share, one.text, one.moment_id))
        return found[:MOST_MATCHES]


def times_said(moment: Moment) -> int:
    """How many notes of the same moment there were: itself, and those merged into it."""
    return 1 + len(moment.merged)


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words of a text that say something."""
    words = _WORD.findall(folded(text))
    long = [word for word in words if len(word) >= _LEAST_LETTERS]
    telling = frozenset(_stem(word) for word in long if word not in _SAYS_LITTLE)
    return telling or frozenset(long or words)


def _stem(word: str) -> str:
    """The beginning of a word without its endings: "rings" and "ringing" are one."""
    root = word
    while (shorter := _without_ending(root)) != root:
        root = shorter
    if root[-1] == root[-2] and len(root) > _LEAST_ROOT:
        root = root[:-1]
    return root[:_STEM].replace("y", "i")


def _without_ending(word: str) -> str:
    """The word without one ending, or as it is where too little would be left to know it by."""
    for ending in _ENDINGS:
        root = word.removesuffix(ending)
        if root != word and len(root) >= _LEAST_ROOT and not _VOWELS.isdisjoint(root):
            return word if word.endswith("ss") else root
    return word


def _share(wanted: frozenset[str], stems: frozenset[str]) -> float:
    return len(wanted & stems) / min(len(wanted), len(stems)) if stems else 0.0
