"""The largest text that fits on a note, and where its lines break: the same on screen and in PDFs.

Kerning is off wherever these lines are drawn, so that widths add up and grow in proportion to the
size.
"""

import unicodedata
from collections.abc import Callable, Sequence
from math import ceil
from typing import NamedTuple

#: Width of a text at size 1, in the same unit as the size.
UnitWidth = Callable[[str], float]

LINE_SPACING = 1.24
#: The least size of a name on a note's tag, as a share of the usual one.
TAG_SHRINK = 7 / 8
ELLIPSIS = "\u2026"
#: Sums of widths differ in their last bits with the order of summing.
_ROUNDING = 1e-6
_JOINER = "\u200d"
_SKIN_COLOURS = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
#: More words than this on one line nobody can read.
_LINE_ATOMS = 40


class FittedText(NamedTuple):
    """A text broken into lines.

    Attributes:
        size: Of the font, in the unit of the box.
        lines: The lines from the top; the first baseline is about one size below the top.
        is_elided: Not all of the text is there; the last line ends in an ellipsis.
    """

    size: float
    lines: tuple[str, ...]
    is_elided: bool = False

    @property
    def height(self) -> float:
        """Of all lines together, in the unit of the box."""
        return len(self.lines) * self.size * LINE_SPACING


class FittedLine(NamedTuple):
    """One line of words, and the size of its letters in the unit of the room."""

    words: str
    size: float


class _Atom(NamedTuple):
    """A piece that is not broken: a word, or one wide character as in Chinese."""

    text: str
    width: float
    follows_space: bool


def fit_text(
    text: str, width: float, height: float, sizes: Sequence[float], unit_width: UnitWidth
) -> FittedText:
    """Break a text at the largest size at which all of it fits.

    A size at which a word would have to be broken counts as too large. At the smallest size long
    words are broken and what does not fit is left out, marked by an ellipsis.

    Args:
        text: Clean text; its line ends are kept.
        width: Of the box.
        height: Of the box.
        sizes: Font sizes to try, largest first.
        unit_width: The width of a text at size 1.
    """
    paragraphs = [_atoms(line, unit_width) for line in text.split("\n")]
    space = unit_width(" ")
    widest = max((atom.width for atoms in paragraphs for atom in atoms), default=0.0)
    totals = [sum(atom.width for atom in atoms) for atoms in paragraphs]
    for size in sizes:
        # Most sizes are told off by their area, without breaking lines in vain.
        if widest * size > width or _area_lines(totals, size, width) * size * LINE_SPACING > height:
            continue
        lines = wrapped(paragraphs, width / size, space)
        if len(lines) * size * LINE_SPACING <= height:
            return FittedText(size, tuple(lines))
    return _elided(paragraphs, width, height, sizes[-1], unit_width)


def fit_line(
    text: str, room: float, sizes: tuple[float, float], unit_width: UnitWidth
) -> FittedLine:
    """A name on one line: a little smaller where it is long, then cut short with an ellipsis.

    Args:
        text: The name.
        room: For the line.
        sizes: Of the font: the usual and the least.
        unit_width: The width of a text at size 1.
    """
    usual, least = sizes
    width = unit_width(text) * usual
    if width <= room:
        return FittedLine(text, usual)
    size = max(least, usual * room / width)
    return FittedLine(shortened(text, room, size, unit_width), size)


def shortened(text: str, room: float, size: float, unit_width: UnitWidth) -> str:
    """As much of a line as there is room for, with an ellipsis if that is not all of it."""
    # A hair of room, for the last bits of what was just divided.
    limit = room / size + _ROUNDING
    if unit_width(text) <= limit:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if unit_width(text[:middle].rstrip() + ELLIPSIS) <= limit:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS


def _area_lines(totals: Sequence[float], size: float, width: float) -> int:
    """No fewer lines hold paragraphs of these widths at size 1, however well words fill them."""
    return sum(max(1, ceil(total * size / (width + _ROUNDING))) for total in totals)


def wrap_text(text: str, width: float, size: float, unit_width: UnitWidth) -> list[str]:
    """Break a text into lines at a given size; words longer than a line are broken."""
    space = unit_width(" ")
    paragraphs = [_atoms(line, unit_width) for line in text.split("\n")]
    return wrapped(
        [_broken(atoms, width / size, unit_width) for atoms in paragraphs], width / size, space
    )


def wrapped(paragraphs: "list[list[_Atom]]", width: float, space: float) -> list[str]:
    """Fill lines greedily; all measures at size 1. An empty paragraph is an empty line."""
    lines = []
    for atoms in paragraphs:
        words: list[str] = []
        used = 0.0
        for atom in atoms:
            gap = space if words and atom.follows_space else 0.0
            if words and used + gap + atom.width > width:
                lines.append("".join(words))
                words, used, gap = [], 0.0, 0.0
            words.append(" " + atom.text if gap else atom.text)
            used += gap + atom.width
        lines.append("".join(words))
    return lines


def _atoms(line: str, unit_width: UnitWidth) -> "list[_Atom]":
    atoms: list[_Atom] = []
    for place, word in enumerate(line.split(" ")):
        follows_space = place > 0
        for piece in _pieces(word):
            atoms.append(_Atom(piece, unit_width(piece), follows_space))
            follows_space = False
    return atoms


def _pieces(word: str) -> list[str]:
    """Chinese, Japanese and Korean break between any two characters; so do emoji."""
    if word.isascii():
        return [word] if word else []
    pieces: list[str] = []
    is_open = False
    for char in word:
        if pieces and _continues(char, pieces[-1][-1]):
            pieces[-1] += char
            continue
        is_wide = unicodedata.east_asian_width(char) in {"W", "F"}
        if is_open and not is_wide:
            pieces[-1] += char
        else:
            pieces.append(char)
        is_open = not is_wide
    return pieces


def _continues(char: str, before: str) -> bool:
    """Whether two characters are drawn as one: a mark on a letter, a skin colour, a family."""
    return (
        before == _JOINER
        or char in _SKIN_COLOURS
        or unicodedata.category(char) in {"Mn", "Me", "Cf"}
    )


def _broken(atoms: "list[_Atom]", width: float, unit_width: UnitWidth) -> "list[_Atom]":
    whole: list[_Atom] = []
    for atom in atoms:
        if atom.width <= width:
            whole.append(atom)
            continue
        rest, follows_space = atom.text, atom.follows_space
        while rest:
            cut = _longest_prefix(rest, width, unit_width)
            whole.append(_Atom(rest[:cut], unit_width(rest[:cut]), follows_space))
            rest, follows_space = rest[cut:], False
    return whole


def _longest_prefix(text: str, width: float, unit_width: UnitWidth) -> int:
    # Doubling first: to measure all of a very long word for each of its lines is slow.
    high = 2
    while high < len(text) and unit_width(text[:high]) <= width:
        high *= 2
    low, high = high // 2, min(high, len(text))
    while low < high:
        middle = (low + high + 1) // 2
        if unit_width(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _elided(
    paragraphs: "list[list[_Atom]]", width: float, height: float, size: float, unit_width: UnitWidth
) -> FittedText:
    # No note shows more than a few dozen words: breaking 4,000 characters just to drop them is
    # slow.
    count = max(1, int(height / (size * LINE_SPACING)))
    most = count * _LINE_ATOMS
    pieces = [_broken(atoms[:most], width / size, unit_width) for atoms in paragraphs[: count + 1]]
    lines = wrapped(pieces, width / size, unit_width(" "))
    if len(lines) <= count and all(len(atoms) <= most for atoms in paragraphs):
        return FittedText(size, tuple(lines))
    lines = lines[:count]
    last = lines[-1]
    while last and unit_width(last + ELLIPSIS) * size > width:
        last = last[:-1]
    return FittedText(size, (*lines[:-1], last.rstrip() + ELLIPSIS), is_elided=True)
