"""Colours of notes on other programs' boards, and the contact types they come nearest to."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from motwall.i18n import translate
from motwall.model.colour import difference
from motwall.model.palette import MAX_TYPES
from motwall.model.records import ContactType

#: Colours farther apart than this (CIEDE2000) nobody calls by the same name.
NEAR = 20.0
#: Nearer to white than this is plain paper.
PAPER = 4.0
_WHITE = "#FFFFFF"
_HEX = re.compile(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8}|[0-9A-Fa-f]{3})")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,[^)]*)?\)")
_LARGEST = 255
_SHORT, _LONG = 3, 6

#: Words for colours that boards use, and about what they look like.
_WORDS = {
    "yellow": "#FFF176", "light yellow": "#FFF9B1", "dark yellow": "#F5D128",
    "orange": "#FFAB61", "light orange": "#FFD0A0", "red": "#F16C7F", "light red": "#F8A8A8",
    "pink": "#EA94BB", "light pink": "#FFCEE0", "dark pink": "#DA0063", "purple": "#B384BB",
    "violet": "#BE88C7", "light purple": "#DCC4E8", "blue": "#7BA7F5", "light blue": "#A6CCF5",
    "dark blue": "#4A7BD0", "cyan": "#67C6C0", "teal": "#67C6C0", "green": "#93D275",
    "light green": "#D5F692", "dark green": "#4FAE60", "lime": "#C9DF56", "gray": "#CFCFCF",
    "grey": "#CFCFCF", "light gray": "#EDEDED", "light grey": "#EDEDED", "black": "#333333",
    "brown": "#B08968", "white": "#FFFFFF",
}  # fmt: skip


class TypeOfColour(NamedTuple):
    """The contact type that a colour stands for: its name, and whether it is to be made."""

    name: str
    is_new: bool


@lru_cache
def hex_of(cell: str) -> str | None:
    """The colour a cell names as "#RRGGBB": hex digits, rgb(...) or a word; None for no colour."""
    word = cell.strip()
    if found := _HEX.fullmatch(word):
        digits = found[1].upper()
        if len(digits) == _SHORT:
            digits = "".join(one * 2 for one in digits)
        # A number of three or six digits is no colour unless it says so.
        return f"#{digits[:_LONG]}" if word.startswith("#") or not digits.isdigit() else None
    if found := _RGB.fullmatch(word):
        values = [int(one) for one in found.groups()]
        return "#{:02X}{:02X}{:02X}".format(*values) if max(values) <= _LARGEST else None
    return _WORDS.get(" ".join(word.casefold().replace("_", " ").replace("-", " ").split()))


def types_of_colours(
    colours: Iterable[str], types: Collection[ContactType]
) -> dict[str, TypeOfColour | None]:
    """A contact type for each different colour; None is plain paper.

    Each goes to the nearest type of the wall that no nearer colour has; those left over become new
    types, called by their colours, while there is room for any, else they share the nearest.
    """
    wanted = list(dict.fromkeys(colours))
    found: dict[str, TypeOfColour | None] = {
        one: None for one in wanted if difference(one, _WHITE) < PAPER
    }
    pairs = [
        (difference(colour, one.colour), place, one.rank, colour, one)
        for place, colour in enumerate(wanted)
        if colour not in found
        for one in types
    ]
    pairs.sort(key=lambda pair: pair[:3])
    taken: set[str] = set()
    for apart, _, _, colour, one in pairs:
        if apart <= NEAR and colour not in found and one.id not in taken:
            found[colour] = TypeOfColour(one.name or one.code, is_new=False)
            taken.add(one.id)
    names = {one.name.casefold() for one in types}
    room = MAX_TYPES - len(types)
    for colour in wanted:
        if colour not in found and room > 0:
            name = _free_name(colour, names)
            names.add(name.casefold())
            found[colour] = TypeOfColour(name, is_new=True)
            room -= 1
    for _, _, _, colour, one in pairs:
        found.setdefault(colour, TypeOfColour(one.name or one.code, is_new=False))
    return found


def _free_name(colour: str, taken: Collection[str]) -> str:
    name = translate("Import", "{colour} notes").format(colour=_word_for(colour).capitalize())
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name} {number}"
    return free


@lru_cache
def _word_for(colour: str) -> str:
    return min(_WORDS, key=lambda word: difference(colour, _WORDS[word]))
