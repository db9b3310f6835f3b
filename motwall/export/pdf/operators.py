"""A page in PDF's own words: numbers, colours, shapes and letters, as short as they go.

reportlab could write all of this, but takes four times as long for a wall of thousands of notes.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from weakref import WeakKeyDictionary

from reportlab.pdfgen.canvas import Canvas

from motwall.export.pdf.fonts import Face, runs

#: A piece of a path: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",).
Command = tuple[str, *tuple[float, ...]]

_PATH_WORDS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
#: How far the handles of a quarter circle's curve are from its corner, in radii.
_CORNER = 0.4477
_SHOWN = re.compile(r"(/\S+) 1 Tf .*?\((.*)\) Tj", re.DOTALL)
_OCTAL = re.compile(r"\\(\d{3})")
#: Of the codes of letters, those that may stand in a string as they are: reportlab writes pages as
#: UTF-8, which has two bytes for any above these.
_PLAIN_CODES = {*range(128)} - {*b"\n\r()\\"}

#: The font's name in the document and the letter's code in it; None where another font draws it.
_Letter = tuple[str, str] | None
_letters: WeakKeyDictionary[Canvas, dict[Face, dict[str, _Letter]]] = WeakKeyDictionary()


def number(value: float) -> str:
    """A measure in hundredths of a point, finer than any printer."""
    return f"{value:.2f}".replace(".00", "")


def numbers(values: Iterable[float]) -> str:
    """Several measures."""
    return " ".join([f"{value:.2f}" for value in values]).replace(".00", "")


@lru_cache(maxsize=512)
def fill_colour(colour: str) -> str:
    """Fill with a colour from now on."""
    return _colour(colour, "g", "rg")


@lru_cache(maxsize=512)
def line_colour(colour: str) -> str:
    """Draw lines in a colour from now on."""
    return _colour(colour, "G", "RG")


@lru_cache(maxsize=512)
def line_style(colour: str, width: float, dash: tuple[float, ...]) -> str:
    """Draw such lines with round ends from now on."""
    return f"{line_colour(colour)} {number(width)} w 1 J [{numbers(dash)}] 0 d"


def rectangle(x: float, bottom: float, width: float, height: float, radius: float) -> str:
    """The outline of a rectangle whose corners are rounded."""
    if not radius:
        return f"{numbers((x, bottom, width, height))} re"
    right, top = x + width, bottom + height
    near = radius * _CORNER
    return (
        f"{numbers((x + radius, bottom))} m {numbers((right - radius, bottom))} l "
        f"{numbers((right - near, bottom, right, bottom + near, right, bottom + radius))} c "
        f"{numbers((right, top - radius))} l "
        f"{numbers((right, top - near, right - near, top, right - radius, top))} c "
        f"{numbers((x + radius, top))} l "
        f"{numbers((x + near, top, x, top - near, x, top - radius))} c "
        f"{numbers((x, bottom + radius))} l "
        f"{numbers((x, bottom + near, x + near, bottom, x + radius, bottom))} c h"
    )


def path(commands: Sequence[Command], height: float) -> str:
    """A path on a sheet of a height, whose y runs downwards."""
    words = []
    for command, *places in commands:
        flipped = [height - one if place % 2 else one for place, one in enumerate(places)]
        words.append(f"{numbers(flipped)} {_PATH_WORDS[command]}".lstrip())
    return " ".join(words)


def painted(*, is_filled: bool, is_outlined: bool) -> str:
    """Paint the outline before it; by the even-odd rule."""
    if is_filled:
        return "B*" if is_outlined else "f*"
    return "S"


def letters(canvas: Canvas, text: str, face: Face, size: float) -> str | None:
    """Show a line of text; None if other fonts have to help, or it runs from right to left."""
    known = _letters.setdefault(canvas, {}).setdefault(face, {})
    try:
        found = [known[char] for char in text]
    except KeyError:
        for char in text:
            if char not in known:
                known[char] = _find(canvas, char, face)
        found = [known[char] for char in text]
    whole = [one for one in found if one is not None]
    if len(whole) < len(found):
        return None
    return " ".join(
        f"{font} {number(size)} Tf ({''.join([code for _, code in group])}) Tj"
        for font, group in groupby(whole, key=itemgetter(0))
    )


def _find(canvas: Canvas, char: str, face: Face) -> _Letter:
    pieces = runs(char, face)
    if [(one.font, one.text, one.is_outlined) for one in pieces] != [(str(face), char, False)]:
        return None
    if pieces[0].at is not None:
        return None
    asked = canvas.beginText(0.0, 0.0)
    asked.setFont(pieces[0].font, 1)
    asked.textOut(char)
    match = _SHOWN.search(asked.getCode())
    return (match[1], _OCTAL.sub(_shortened, match[2])) if match else None


def _shortened(octal: re.Match[str]) -> str:
    code = int(octal[1], 8)
    return chr(code) if code in _PLAIN_CODES else octal[0]


def _colour(colour: str, grey: str, rgb: str) -> str:
    shares = [f"{part / 255:.3g}" for part in bytes.fromhex(colour[1:])]
    return f"{shares[0]} {grey}" if len(set(shares)) == 1 else f"{' '.join(shares)} {rgb}"
