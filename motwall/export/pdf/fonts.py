"""Which font draws which character: Inter first, then the Noto fonts, then the code in brackets.

This is the one place where a user's text becomes something a PDF shows. Nothing is markup, nothing
is lost: what no font can draw properly stands there as [U+0710]. Text comes in as it is read, also
Arabic and Hebrew, and leaves as it is seen.
"""

import re
import unicodedata
from enum import StrEnum
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from typing_extensions import override

from motwall.export.pdf.backwards import (
    NEAREST_SIGNS,
    has_backwards,
    in_reading_order,
    is_mark,
    plain_letter,
    starts_backwards,
    visual,
)
from motwall.model.textfit import UnitWidth
from motwall.resources import resource


class Face(StrEnum):
    """The weights of Inter that are used."""

    REGULAR = "Inter-Regular"
    MEDIUM = "Inter-Medium"
    SEMIBOLD = "Inter-SemiBold"
    BOLD = "Inter-Bold"


class Run(NamedTuple):
    """Neighbouring characters that one font draws.

    Attributes:
        font: Its name.
        text: What is drawn.
        is_outlined: Bold is wanted and the font has none, so an outline makes the letters heavier.
        at: Where it begins, right and up from the start of the line, at size 1; None for where the
            run before it ends.
    """

    font: str
    text: str
    is_outlined: bool = False
    at: tuple[float, float] | None = None


class _Glyph(NamedTuple):
    """How one character is drawn; `width` at size 1."""

    font: str
    text: str
    width: float


# Of the big ones there is one weight only; they are read when a text asks for them.
_EAST_ASIAN = ("NotoSansSC-Regular", "NotoSansKR-Regular")
_WIDE = ("NotoEmoji-Regular", *_EAST_ASIAN)
_LIGHT = ("NotoSans-Regular", "NotoSansArabic-Regular", "NotoSansHebrew-Regular", *_WIDE)
_HEAVY = ("NotoSans-Bold", "NotoSansArabic-Bold", "NotoSansHebrew-Bold", *_WIDE)
_FALLBACKS = {
    Face.REGULAR: _LIGHT,
    Face.MEDIUM: _LIGHT,
    Face.SEMIBOLD: _HEAVY,
    Face.BOLD: _HEAVY,
}
# Unicode's Default_Ignorable_Code_Point: joiners, variation selectors, marks of direction. They
# have no shape of their own; the parts of a joined emoji are drawn side by side.
_SILENT = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_MEANING = re.compile(r" <([0-9A-F]{4,6})>$", re.MULTILINE)
_PER_EM = 1000
# Of signs on letters, at size 1: from where on they are above them, and how far off they stay.
_ABOVE, _CLEAR = 0.4, 0.05


class _SearchableFont(TTFont):
    """A font whose characters can all be searched for and copied.

    Into the table from glyphs to characters reportlab 5.1 writes <1F389>, where PDF wants UTF-16,
    <D83CDF89>; and joined letters must be found by the letters they stand for.
    """

    @override
    def addObjects(self, doc: Any) -> None:
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                stream.content = _MEANING.sub(_as_utf16, stream.content)


class _Glyphs(dict[str, _Glyph]):
    """The characters of one face as they are met."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> _Glyph:
        glyph = self[char] = _find_glyph(char, self._face)
        return glyph


def register(face: Face) -> str:
    """Make a face known to reportlab and return its name there."""
    return _font(face).fontName


def font_face(face: Face) -> object:
    """What reportlab read of a font."""
    found: object = _font(face).face
    return found


def runs(text: str, face: Face) -> list[Run]:
    """Cut a line of text into runs of one font each, in the order in which they are drawn."""
    if not has_backwards(text):
        return _runs(text, face)
    seen = _seen(text, face)
    found: list[Run] = []
    for start, stop in in_reading_order(seen, is_backwards=starts_backwards(text)):
        found += _placed(seen[start:stop], face, _width(seen[:start], face))
    return found


def _runs(seen: str, face: Face) -> list[Run]:
    """Runs of what is seen, from left to right."""
    glyphs = _GLYPHS[face]
    is_bold = face in {Face.SEMIBOLD, Face.BOLD}
    drawn = [glyph for glyph in map(glyphs.__getitem__, seen) if glyph.text]
    return [
        Run(
            font,
            "".join(glyph.text for glyph in group),
            is_outlined=is_bold and font in _EAST_ASIAN,
        )
        for font, group in groupby(drawn, key=lambda glyph: glyph.font)
    ]


def _placed(word: str, face: Face, x: float) -> list[Run]:
    """Runs of a word that is seen from x on, the signs of its letters where they belong."""
    found: list[Run] = []
    end = 0
    for are_signs, group in groupby(word, key=is_mark):
        start, end = end, end + len(list(group))
        part = word[start:end]
        if are_signs:
            found += _signs(part, word[end : end + 1] or " ", face, x)
            continue
        for run in _runs(part, face):
            found.append(run._replace(at=(x, 0.0)))
            x += _width(run.text, face)
    return found[::-1] if has_backwards(word) else found


def _signs(signs: str, letter: str, face: Face, x: float) -> list[Run]:
    """The signs of a letter that is seen at x: around its middle, clear of it and of each other.

    The fonts hold better places, which reportlab does not read.
    """
    left, lowest, right, highest = _ink(letter, face)
    found: list[Run] = []
    as_read = signs[::-1]
    for sign in sorted(as_read, key=lambda one: one not in NEAREST_SIGNS):
        from_left, bottom, to_right, top = _ink(sign, face)
        up = 0.0
        if bottom > _ABOVE:
            up = max(0.0, highest + _CLEAR - bottom)
            highest = top + up
        elif top < 0:
            up = min(0.0, lowest - _CLEAR - top)
            lowest = bottom + up
        over = (left + right - from_left - to_right) / 2
        found += [one._replace(at=(x + over, up)) for one in _runs(sign, face)]
    # Back to how they are seen.
    return found[::-1]


@cache
def _ink(char: str, face: Face) -> tuple[float, float, float, float]:
    """The box around what is drawn of a character, from left, bottom, right and top, at size 1."""
    glyph = _GLYPHS[face][char]
    font: Any = _font(glyph.font).face
    number = font.charToGlyph.get(ord(char), 0)
    start, stop = font.glyphPos[number : number + 2]
    if start == stop:
        return 0.0, 0.0, glyph.width, 0.0
    font.seek(font.get_table_pos("glyf")[0] + start)
    _contours, *edges = (font.read_short() / font.unitsPerEm for _ in range(5))
    left, bottom, right, top = edges
    return left, bottom, right, top


def text_width(text: str, face: Face, size: float) -> float:
    """The width of a line of text, in the unit of the size."""
    # Asked for each word of each note, most of which are plain.
    return size * _width(text if text.isascii() else _seen(text, face), face)


@cache
def unit_width(face: Face) -> UnitWidth:
    """The measure that `model.textfit` breaks lines by."""

    def measure(text: str) -> float:
        return text_width(text, face, 1.0)

    return measure


def _width(seen: str, face: Face) -> float:
    glyphs = _GLYPHS[face]
    return sum([glyphs[char].width for char in seen])


def _find_glyph(char: str, face: Face) -> _Glyph:
    if _SILENT.match(char):
        return _Glyph(face, "", 0.0)
    # What is for private use, each font draws otherwise.
    if unicodedata.category(char) != "Co":
        for name in (face, *_FALLBACKS[face]):
            font: Any = _font(name).face
            # The first glyph of a font is that of missing characters.
            if font.charToGlyph.get(ord(char)):
                return _Glyph(name, char, font.getCharWidth(ord(char)) / _PER_EM)
    code = f"[U+{ord(char):04X}]"
    return _Glyph(face, code, text_width(code, face, 1.0))


def _seen(text: str, face: Face) -> str:
    """The characters of a line as they are seen, from left to right."""
    if not has_backwards(text):
        return text
    # What no font has is spelled first: the letters of its code run from left to right.
    return visual("".join(_GLYPHS[face][char].text or char for char in text))


@cache
def _font(name: str) -> TTFont:
    font = _SearchableFont(str(name), resource(f"fonts/{name}.ttf"), asciiReadable=False)
    pdfmetrics.registerFont(font)
    return font


def _as_utf16(match: re.Match[str]) -> str:
    letter = plain_letter(chr(int(match[1], 16)))
    return f" <{letter.encode('utf-16-be', 'surrogatepass').hex().upper()}>"


_GLYPHS = {face: _Glyphs(face) for face in Face}
