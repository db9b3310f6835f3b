"""Which font draws which character: Inter first, then the Noto fonts, then the code in brackets.

This is the one place where a user's text becomes something a PDF shows. Nothing is markup, nothing
is lost: what no font can draw properly stands there as [U+0645].
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

    `is_outlined`: bold is wanted and the font has none, so an outline makes the letters heavier.
    """

    font: str
    text: str
    is_outlined: bool = False


class _Glyph(NamedTuple):
    """How one character is drawn; `width` at size 1."""

    font: str
    text: str
    width: float


# Of the big ones there is one weight only; they are read when a text asks for them.
_EAST_ASIAN = ("NotoSansSC-Regular", "NotoSansKR-Regular")
_WIDE = ("NotoEmoji-Regular", *_EAST_ASIAN)
_FALLBACKS = {
    Face.REGULAR: ("NotoSans-Regular", *_WIDE),
    Face.MEDIUM: ("NotoSans-Regular", *_WIDE),
    Face.SEMIBOLD: ("NotoSans-Bold", *_WIDE),
    Face.BOLD: ("NotoSans-Bold", *_WIDE),
}
# Right to left: reportlab would set these in the wrong order and in unjoined forms.
_BACKWARDS = {"R", "AL", "AN"}
# Unicode's Default_Ignorable_Code_Point: joiners, variation selectors, marks of direction. They
# have no shape of their own; the parts of a joined emoji are drawn side by side.
_SILENT = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_ASTRAL = re.compile(r" <([0-9A-F]{5,6})>")
_PER_EM = 1000


class _SearchableFont(TTFont):
    """A font whose characters beyond U+FFFF can be searched for and copied.

    reportlab 5.1 writes <1F389> into the table from glyphs to characters, where PDF wants UTF-16,
    <D83CDF89>.
    """

    @override
    def addObjects(self, doc: Any) -> None:
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                stream.content = _ASTRAL.sub(_as_utf16, stream.content)


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


def runs(text: str, face: Face) -> list[Run]:
    """Cut a line of text into runs of one font each; the texts are what is drawn."""
    glyphs = _GLYPHS[face]
    is_bold = face in {Face.SEMIBOLD, Face.BOLD}
    drawn = [glyph for glyph in map(glyphs.__getitem__, text) if glyph.text]
    return [
        Run(
            font,
            "".join(glyph.text for glyph in group),
            is_outlined=is_bold and font in _EAST_ASIAN,
        )
        for font, group in groupby(drawn, key=lambda glyph: glyph.font)
    ]


def text_width(text: str, face: Face, size: float) -> float:
    """The width of a line of text, in the unit of the size."""
    glyphs = _GLYPHS[face]
    return size * sum([glyphs[char].width for char in text])


@cache
def unit_width(face: Face) -> UnitWidth:
    """The measure that `model.textfit` breaks lines by."""

    def measure(text: str) -> float:
        return text_width(text, face, 1.0)

    return measure


def _find_glyph(char: str, face: Face) -> _Glyph:
    if _SILENT.match(char):
        return _Glyph(face, "", 0.0)
    if not _is_unprintable(char):
        for name in (face, *_FALLBACKS[face]):
            font: Any = _font(name).face
            if ord(char) in font.charToGlyph:
                return _Glyph(name, char, font.getCharWidth(ord(char)) / _PER_EM)
    code = f"[U+{ord(char):04X}]"
    return _Glyph(face, code, text_width(code, face, 1.0))


def _is_unprintable(char: str) -> bool:
    """Whether no font draws it as it is meant; what is for private use, each draws otherwise."""
    is_private = unicodedata.category(char) == "Co"
    return is_private or unicodedata.bidirectional(char) in _BACKWARDS


@cache
def _font(name: str) -> TTFont:
    font = _SearchableFont(str(name), resource(f"fonts/{name}.ttf"), asciiReadable=False)
    pdfmetrics.registerFont(font)
    return font


def _as_utf16(match: re.Match[str]) -> str:
    return f" <{chr(int(match[1], 16)).encode('utf-16-be').hex().upper()}>"


_GLYPHS = {face: _Glyphs(face) for face in Face}
