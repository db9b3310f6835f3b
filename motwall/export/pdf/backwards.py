"""Arabic and Hebrew as they are drawn: letters joined, and each line in the order it is seen.

Lines are broken in the order in which a text is read; each of them is turned here, on its way to
the page. A line's direction is that of its first letter, as in Unicode's bidirectional algorithm.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

#: Letters and digits of scripts that run from right to left, and the marks that say so.
_BACKWARDS = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)
_ARABIC = re.compile("[\u0600-\u06ff]")
#: What stands apart from its line.
_APART = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")
#: Vowel signs and the like, which are drawn above, below or in the letter before them.
_MARKS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff\ufb1e]"
)
#: Doubling and hamza, which stand nearest to the letter whatever comes before them in a text.
NEAREST_SIGNS = "\u0651\u0654\u0655"
_RIGHT_TO_LEFT = {"R", "AL"}
_HEBREW_FORMS = range(0xFB1D, 0xFB50)
#: A Hebrew letter with several signs, and those of them that make it another letter.
_POINTED = re.compile("([\u05d0-\u05ea])([\u05b0-\u05c7]{2,})")
_DOTS = "\u05bc\u05c1\u05c2"
#: A line that begins with it runs from right to left, or from left to right, whatever follows.
_STARTERS = {True: "\u200f", False: "\u200e"}
_KEPT_LINES = 4096
_TELLTALE = "\u200b"
_WORD = re.compile("[^ ]+| +")


def has_backwards(text: str) -> bool:
    """Whether any of a text runs from right to left."""
    return not text.isascii() and _BACKWARDS.search(text) is not None


def starts_backwards(text: str) -> bool:
    """Whether a text as a whole runs from right to left: its first letter does, see `apart`."""
    if not has_backwards(text):
        return False
    directions = map(unicodedata.bidirectional, _APART.sub("", text))
    return next((one in _RIGHT_TO_LEFT for one in directions if one in {"L", "R", "AL"}), False)


def apart(text: str) -> str:
    """A text as part of a line that says more, and that does not run as this part does."""
    return f"\u2068{text}\u2069" if has_backwards(text) else text


def directed(lines: Sequence[str], text: str) -> list[str]:
    """The lines of a text, each of which says that it runs as the whole text does.

    Else a line that begins with a foreign name would run the other way than those around it.
    """
    if not has_backwards(text):
        return list(lines)
    is_backwards = starts_backwards(text)
    return [
        line if starts_backwards(line) == is_backwards else _STARTERS[is_backwards] + line
        for line in lines
    ]


def is_mark(char: str) -> bool:
    """Whether it is a sign of a letter; in what `visual` gives it stands before its letter."""
    return _MARKS.match(char) is not None


def plain_letter(char: str) -> str:
    """What a joined form is read as: the letter that it is a form of; all else stays as it is.

    One for two letters stays, too: programs that read a PDF differ in which of them comes first.
    """
    is_form = "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc"
    letters = unicodedata.normalize("NFKC", char) if is_form else char
    return letters if len(letters) == 1 else char


@lru_cache(maxsize=_KEPT_LINES)
def visual(line: str) -> str:
    """A line from left to right as it is seen, its letters joined and its brackets turned."""
    # Neither is needed by walls in other scripts.
    from bidi import get_display  # noqa: PLC0415
    from bidi.mirror import MIRRORED  # noqa: PLC0415

    if _ARABIC.search(line):
        line = _shaper().reshape(line)
    line = _POINTED.sub(lambda one: one[1] + "".join(sorted(one[2], key=_is_vowel)), line)
    for letters, form in _hebrew_forms():
        line = line.replace(letters, form)
    # python-bidi turns no brackets and does not say which to turn. Something silent behind each of
    # them tells: where it is seen before its bracket, the two run from right to left.
    told = "".join(
        char + _TELLTALE if char in MIRRORED else char for char in line.replace(_TELLTALE, "")
    )
    return _told().sub(lambda one: MIRRORED[one[1]] if one[1] else one[2], get_display(told))


def in_reading_order(line: str, *, is_backwards: bool) -> list[tuple[int, int]]:
    """The words and spaces of a line from `visual` as they are read: from and to.

    Drawn in this order a line can be read back by programs that go through a file from its start.

    Args:
        line: As it is seen.
        is_backwards: The line as a whole runs from right to left.
    """
    words = list(_WORD.finditer(line))
    directions = [has_backwards(word[0]) for word in words]
    found: list[list[tuple[int, int]]] = []
    before: bool | None = None
    for place, word in enumerate(words):
        runs_back = directions[place]
        if word[0].isspace():
            around = set(directions[place - 1 : place + 2 : 2]) if place else {is_backwards}
            runs_back = around.pop() if len(around) == 1 else is_backwards
        if runs_back is before and runs_back is not is_backwards:
            found[-1].append(word.span())
        else:
            found.append([word.span()])
        before = runs_back
    if is_backwards:
        found.reverse()
        return [span for group in found for span in group]
    return [span for group in found for span in reversed(group)]


def _is_vowel(sign: str) -> bool:
    """Whether it stands behind the dots that are drawn in or on a letter."""
    return sign not in _DOTS


@cache
def _told() -> re.Pattern[str]:
    """A bracket that is to be turned, or one that is not."""
    from bidi.mirror import MIRRORED  # noqa: PLC0415 # as above

    bracket = f"([{re.escape(''.join(MIRRORED))}])"
    return re.compile(f"{_TELLTALE}{bracket}|{bracket}{_TELLTALE}")


@cache
def _shaper() -> "ArabicReshaper":
    """Joins letters; nothing is left out, and of ligatures only those that must be made are."""
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415 # as above

    return ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})


@cache
def _hebrew_forms() -> tuple[tuple[str, str], ...]:
    """Letters with dots in them, and the one character that draws both; the longest first."""
    found = []
    for code in _HEBREW_FORMS:
        letters = unicodedata.normalize("NFD", chr(code))
        if letters != chr(code):
            found.append((letters, chr(code)))
    return tuple(sorted(found, key=lambda each: -len(each[0])))
