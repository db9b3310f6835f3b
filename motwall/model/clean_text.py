"""The one place where text enters motwall: typed, pasted, dropped, imported or read from a file.

User text is plain text. Whatever could end a line silently, hide, or turn the reading order round
is taken out here, so that no view, exporter or file has to think about it again.
"""

import unicodedata
from itertools import groupby
from typing import NamedTuple

FIELD_LIMIT = 4000
LINE_LIMIT = 200

_LINE_ENDS = ("\r\n", "\r", "\x85", "\u2028", "\u2029")
# Left-to-right and right-to-left override: they make a text read as something else than it says.
_OVERRIDES = "\u202d\u202e"
# Marks that count as letters until they are taken apart, which NFC always does.
_TWO_MARKS = str.maketrans(
    {"\u0f73": "\u0f71\u0f72", "\u0f75": "\u0f71\u0f74", "\u0f81": "\u0f71\u0f80"}
)
# Below this length normalizing is quick whatever the text.
_SHORT = 200


class CleanText(NamedTuple):
    """A cleaned text, and whether it had to be cut to its limit."""

    text: str
    is_cut: bool


def clean_text(raw: str, limit: int = FIELD_LIMIT, *, one_line: bool = False) -> CleanText:
    r"""Clean a text on its way in.

    CR, CRLF, U+0085, U+2028 and U+2029 become "\n", a tab becomes a space; other control
    characters, lone surrogates and U+202D/E are dropped; then NFC. Nothing else changes: unassigned
    characters stay, since Python 3.11 knows Unicode 14 only and they may be this year's emoji.

    Args:
        raw: Any text.
        limit: The most code points that are kept.
        one_line: Line ends become spaces (titles, names, owners).
    """
    text = raw
    if not (text.isascii() and text.isprintable()):
        for end in _LINE_ENDS:
            text = text.replace(end, "\n")
        text = text.replace("\t", " ")
        text = "".join(char for char in text if _is_kept(char))
        text = unicodedata.normalize("NFC", _with_marks_in_order(text))
    if one_line:
        text = text.replace("\n", " ")
    if len(text) <= limit:
        return CleanText(text, is_cut=False)
    # Cutting may part a letter from its accent; any part of a text in NFC is in NFC all the same.
    return CleanText(text[:limit], is_cut=True)


def is_clean(text: str, limit: int, *, one_line: bool) -> bool:
    """Whether `clean_text` would leave the text as it is; cheap, since every record asks."""
    if len(text) > limit:
        return False
    if text.isascii() and text.isprintable():
        return True
    return clean_text(text, limit, one_line=one_line) == (text, False)


def _with_marks_in_order(text: str) -> str:
    """The text with each run of combining marks sorted as NFC wants it.

    NFC sorts them itself, but in a time that grows with the square of a run: 100,000 marks pasted
    would stop the window for 10 s.
    """
    if len(text) <= _SHORT:
        return text
    runs = groupby(text.translate(_TWO_MARKS), key=lambda char: unicodedata.combining(char) > 0)
    return "".join(
        "".join(sorted(run, key=unicodedata.combining) if are_marks else run)
        for are_marks, run in runs
    )


def _is_kept(char: str) -> bool:
    return char == "\n" or (
        unicodedata.category(char) not in {"Cc", "Cs"} and char not in _OVERRIDES
    )
