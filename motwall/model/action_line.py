"""An action typed in one line: "Answer within four rings, Tom, 15 June" is what, who and when."""

import re
from datetime import date
from typing import NamedTuple

from motwall.model.dates import read_date

#: Where a line can be parted; a comma between two digits belongs to a number ("3,50").
_SEPARATOR = re.compile(r"(?<!\d)[,;]|[,;](?!\d)")
#: More is no name of a person or a team.
_MOST_WORDS = 4
_MOST_LETTERS = 40


class ActionLine(NamedTuple):
    """What, who ("" for nobody) and when of a line."""

    text: str
    owner: str
    due: date | None


def read_action_line(line: str, today: date) -> ActionLine:
    """Take a line apart if it ends in a date; without one, a comma is just a comma.

    The date stands behind the last comma or semicolon, or behind the last but one: people write
    "Friday, 27 Nov" and "Nov 27, 2027". What stands between it and another comma is the owner, if
    it is short. All the rest is the text, as typed. Nothing is taken for a date or an owner that
    leaves no text.
    """
    whole = line.strip()
    cuts = [one.start() for one in _SEPARATOR.finditer(whole)]
    for cut in cuts[-2:]:
        due = read_date(whole[cut + 1 :], today)
        rest = whole[:cut].strip()
        if due is not None and rest:
            return _with_owner(rest, [one for one in cuts if one < len(rest)], due)
    return ActionLine(whole, "", None)


def _with_owner(rest: str, cuts: list[int], due: date) -> ActionLine:
    if cuts:
        text, owner = rest[: cuts[-1]].strip(), rest[cuts[-1] + 1 :].strip()
        if text and _is_name(owner):
            return ActionLine(text, owner, due)
    return ActionLine(rest, "", due)


def _is_name(words: str) -> bool:
    is_short = len(words) <= _MOST_LETTERS and len(words.split()) <= _MOST_WORDS
    return is_short and any(one.isalpha() for one in words)
