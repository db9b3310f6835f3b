"""What is filled in on a screen: the fields of a PDF, and the font that programs fill them in with.

reportlab's own fields know no zoom, cannot be told apart when names repeat, and write in Helvetica,
which no file embeds. These come in the order in which they are drawn: that is also the order in
which Tab goes through them.
"""

from dataclasses import dataclass, field
from io import BytesIO
from struct import pack, unpack_from
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFStreamFilterZCompress,
    PDFString,
)
from reportlab.pdfbase.ttfonts import TTFontMaker, TTFontParser, makeToUnicodeCMap
from reportlab.pdfgen.canvas import Canvas

from motwall.export.pdf.fonts import Face, font_face
from motwall.model.layout import Rect

_PRINTED = 1 << 2
_SEVERAL_LINES = 1 << 12
#: More than this many sizes high, and a field takes several lines.
_ONE_LINE = 2.0
_INK = "0.1 g"
_TICK_WIDTH = 0.13
#: Of the font: its name in the file, and the codes of its letters.
_NAME = "Inter"
_CODES = range(32, 256)
_NOT_SYMBOLIC = 1 << 5
_ALL_GLYPHS = 0xFFFF
#: Where a font's table of characters starts after its head, and a list of glyphs after its own.
_TABLE_START, _LIST_START = 12, 10


@dataclass(slots=True)
class _Form:
    """The fields of a file."""

    refs: PDFArray
    names: set[str] = field(default_factory=set)
    ticks: dict[float, PDFDictionary] = field(default_factory=dict)


_forms: WeakKeyDictionary[Canvas, _Form] = WeakKeyDictionary()


def add_text_field(canvas: Canvas, area: Rect, name: str, tip: str, size: float) -> None:
    """Have a text filled in; one line, or several where there is room.

    Args:
        canvas: On the page that the field is for.
        area: In units of the canvas, x and y of its lower left corner.
        name: Tells it apart; if the file has a field of that name, a number is added.
        tip: What is asked for.
        size: Of the letters, in units of the canvas; of one line.
    """
    rect, zoom = _on_paper(canvas, area)
    left, bottom, right, top = rect
    blank = _drawing(canvas, right - left, top - bottom, "/Tx BMC EMC")
    is_high = area.height > _ONE_LINE * size
    # Where programs choose the size they make long texts smaller: nothing of them is cut off.
    points = 0.0 if is_high else round(size * zoom, 2)
    _add(
        canvas,
        rect,
        (name, tip),
        FT=PDFName("Tx"),
        Ff=_SEVERAL_LINES if is_high else 0,
        DA=PDFString(f"/{_NAME} {points:g} Tf {_INK}"),
        AP=PDFDictionary({"N": blank}),
    )


def add_check_field(canvas: Canvas, area: Rect, name: str, tip: str) -> None:
    """Have a box ticked; the arguments are those of `add_text_field`."""
    rect, _ = _on_paper(canvas, area)
    _add(
        canvas,
        rect,
        (name, tip),
        FT=PDFName("Btn"),
        V=PDFName("Off"),
        AS=PDFName("Off"),
        AP=PDFDictionary({"N": _ticks(canvas, round(rect[3] - rect[1], 2))}),
        MK=PDFDictionary({"CA": PDFString("4")}),
    )


def _add(canvas: Canvas, rect: tuple[float, ...], told: tuple[str, str], **entries: object) -> None:
    form = _form_of(canvas)
    name, tip = told
    inner: Any = canvas
    document = inner._doc  # noqa: SLF001 # reportlab has no other way to it
    widget = PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "T": PDFString(_unlike(name, form.names)),
            "TU": PDFString(tip),
            "F": _PRINTED,
            "P": document.thisPageRef(),
            "Rect": PDFArray(rect),
            "BS": PDFDictionary({"W": 0}),
            **entries,
        }
    )
    inner._addAnnotation(widget)  # noqa: SLF001 # as above
    form.refs.sequence.append(document.Reference(widget))


def _unlike(name: str, known: set[str]) -> str:
    """A name that no field has yet; in a name a point would make it that of a field in a field."""
    plain = name.replace(".", "-")
    found, number = plain, 1
    while found in known:
        number += 1
        found = f"{plain}-{number}"
    known.add(found)
    return found


def _on_paper(canvas: Canvas, area: Rect) -> tuple[tuple[float, float, float, float], float]:
    """The corners of an area in points of the page, and how many of them a unit has."""
    left, bottom = canvas.absolutePosition(area.x, area.y)
    right, top = canvas.absolutePosition(area.right, area.bottom)
    rect = (round(left, 2), round(bottom, 2), round(right, 2), round(top, 2))
    return rect, (right - left) / area.width


def _form_of(canvas: Canvas) -> _Form:
    if canvas not in _forms:
        _forms[canvas] = form = _Form(PDFArray([]))
        fonts = PDFDictionary({_NAME: _reference(canvas, _font(canvas))})
        entries = {
            "Fields": form.refs,
            "DA": PDFString(f"/{_NAME} 0 Tf {_INK}"),
            "DR": PDFDictionary({"Font": fonts}),
        }
        canvas.setCatalogEntry("AcroForm", PDFDictionary(entries))
    return _forms[canvas]


def _ticks(canvas: Canvas, side: float) -> PDFDictionary:
    """A box of a size, ticked and not; drawn as on paper, so that it needs no font."""
    ticks = _form_of(canvas).ticks
    if side not in ticks:
        points = [(0.14, 0.46), (0.4, 0.2), (0.88, 0.76)]
        (x, y), *others = [(round(side * dx, 2), round(side * dy, 2)) for dx, dy in points]
        lines = " ".join(f"{right:g} {up:g} l" for right, up in others)
        tick = f"q 0.1 G {side * _TICK_WIDTH:.2f} w 1 J 1 j {x:g} {y:g} m {lines} S Q"
        ticks[side] = PDFDictionary(
            {
                "Yes": _drawing(canvas, side, side, tick),
                "Off": _drawing(canvas, side, side, "q Q"),
            }
        )
    return ticks[side]


def _drawing(canvas: Canvas, width: float, height: float, content: str) -> object:
    """What a field shows, as an object of the file."""
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Form"),
        "BBox": PDFArray([0, 0, round(width, 2), round(height, 2)]),
    }
    return _reference(canvas, PDFStream(PDFDictionary(entries), content))


def _reference(canvas: Canvas, thing: object) -> object:
    inner: Any = canvas
    reference: object = inner._doc.Reference(thing)  # noqa: SLF001 # as above
    return reference


def _font(canvas: Canvas) -> PDFDictionary:
    """All letters of Western languages, with codes that every program knows to write in.

    Letters beyond those each program takes from a font of its own.
    """
    face: Any = font_face(Face.REGULAR)
    letters = [bytes([code]).decode("cp1252", errors="replace") for code in _CODES]
    codes = sorted({ord(one) for one in letters if one != "\ufffd"})
    filters: Any = [PDFStreamFilterZCompress()]
    data = _with_unicode(face.makeSubset(codes), codes)
    meanings = makeToUnicodeCMap(_NAME, [0] * _CODES[0] + [ord(one) for one in letters])
    file = PDFStream(PDFDictionary({"Length1": len(data)}), data, filters)
    descriptor = {
        "Type": PDFName("FontDescriptor"),
        "FontName": PDFName(str(Face.REGULAR)),
        "Flags": _NOT_SYMBOLIC,
        "FontBBox": PDFArray(face.bbox),
        "ItalicAngle": face.italicAngle,
        "Ascent": face.ascent,
        "Descent": face.descent,
        "CapHeight": face.capHeight,
        "StemV": face.stemV,
        "FontFile2": _reference(canvas, file),
    }
    font = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("TrueType"),
        "BaseFont": PDFName(str(Face.REGULAR)),
        "Encoding": PDFName("WinAnsiEncoding"),
        "FirstChar": _CODES[0],
        "LastChar": _CODES[-1],
        "Widths": PDFArray([round(face.getCharWidth(ord(one))) for one in letters]),
        "FontDescriptor": _reference(canvas, PDFDictionary(descriptor)),
        "ToUnicode": _reference(canvas, PDFStream(PDFDictionary({}), meanings, filters)),
    }
    return PDFDictionary(font)


def _with_unicode(data: bytes, codes: list[int]) -> bytes:
    """A font made by reportlab for these codes, whose glyphs are found by their letters.

    Its own table numbers the glyphs in the order of the codes, and says nothing of letters.
    """
    parser: Any = TTFontParser(BytesIO(data))
    maker = TTFontMaker()
    for tag in parser.table:
        maker.add(tag, parser.get_table(tag))
    glyphs = unpack_from(f">{len(codes)}H", parser.get_table("cmap"), _TABLE_START + _LIST_START)
    deltas = [(glyph - code) & _ALL_GLYPHS for glyph, code in zip(glyphs, codes, strict=True)]
    # One segment a letter, and a last one that the format asks for.
    ends = [*codes, _ALL_GLYPHS]
    count = len(ends)
    power = 1 << (count.bit_length() - 1)
    sizes = (2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power))
    segments = [*sizes, *ends, 0, *ends, *deltas, 1, *([0] * count)]
    table = pack(f">3H{len(segments)}H", 4, 6 + 2 * len(segments), 0, *segments)
    maker.add("cmap", pack(">4HL", 0, 1, 3, 1, _TABLE_START) + table)
    return bytes(maker.makeStream())
