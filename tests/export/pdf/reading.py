"""Reading a PDF back with other people's programs: poppler's tools, PDFium and pypdf.

The tests of a module look at the same few documents from many sides, so each is made once and read
once. Who asks whether making it twice gives the same says `made_anew`.
"""

import subprocess
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from io import BytesIO
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pypdfium2 as pdfium
from pypdf import PdfReader
from pypdfium2.raw import FS_MATRIX, FPDFText_GetFontSize, FPDFText_GetMatrix, FPDFText_GetUnicode

from motwall.export.pdf import PdfOptions, pdf_bytes
from motwall.model.store import Store
from tests.factories import TODAY

_XHTML = "{http://www.w3.org/1999/xhtml}"
_KEPT = 256
#: Of a size: PDFium computes with single precision.
_DIGITS = 4
_MADE: dict[tuple[object, ...], bytes] = {}


class Word(NamedTuple):
    """A word on a page, points from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class ReadPage(NamedTuple):
    """A page as poppler finds it."""

    width: float
    height: float
    words: list[Word]


def made(store: Store, folder: Path, **options: object) -> Path:
    """A PDF of a wall, in a folder."""
    path = folder / "out.pdf"
    path.write_bytes(made_bytes(store, **options))
    return path


def made_bytes(store: Store, **options: object) -> bytes:
    """The same, whoever made an equal one before."""
    key = repr(sorted(options.items())), tuple(store.everything())
    if key not in _MADE:
        if len(_MADE) == _KEPT:
            _MADE.clear()
        _MADE[key] = made_anew(store, **options)
    return _MADE[key]


def made_anew(store: Store, **options: object) -> bytes:
    given = {"made_on": TODAY, **options}
    return pdf_bytes(store, PdfOptions(**given))[0]  # type: ignore[arg-type] # as the test says


def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def page_texts(path: Path) -> list[str]:
    """The text of each page, in the order it was drawn."""
    return [text.replace("\r\n", "\n") for text in texts_by_pdfium(path.read_bytes())]


def texts_by_poppler(path: Path) -> list[str]:
    """The same by a reader that owes PDFium nothing, and takes four times as long."""
    text = _output(path.read_bytes(), "pdftotext", "-raw", "-", "-")
    return text.split("\f")[:-1]


def text_of(path: Path) -> str:
    """All text with single spaces, so that line breaks do not matter."""
    return " ".join(" ".join(page_texts(path)).split())


def pages_of(path: Path) -> list[ReadPage]:
    return all_pages(path.read_bytes())


@lru_cache(maxsize=_KEPT)
def all_pages(data: bytes) -> list[ReadPage]:
    tree = ElementTree.fromstring(_output(data, "pdftotext", "-bbox", "-", "-"))
    return [_page(page) for page in tree.iter(f"{_XHTML}page")]


def fonts_of(path: Path) -> list[list[str]]:
    """What pdffonts says of each font: name and then, from the right, whether it is embedded."""
    return [line.split() for line in _output(path.read_bytes(), "pdffonts", "-").splitlines()[2:]]


def outside(page: ReadPage, margin: float) -> list[Word]:
    """The words whose letters reach into a page's margins."""
    right, bottom = page.width - margin + 0.5, page.height - margin + 0.5
    return [
        word
        for word in page.words
        if word.left < margin - 0.5
        or word.right > right
        # Above the capitals a box has room for accents, a fifth of it.
        or word.top + 0.2 * (word.bottom - word.top) < margin - 0.5
        or word.bottom > bottom
    ]


def collisions(page: ReadPage) -> list[tuple[str, str]]:
    """Words that lie on each other by more than the slack of their boxes."""
    found = []
    words = sorted(page.words, key=lambda word: word.left)
    for place, one in enumerate(words):
        for other in islice(words, place + 1, None):
            if other.left >= one.right - 0.5:
                break
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            if down > 0:
                across = min(one.right, other.right) - other.left
                smaller = min(one.bottom - one.top, other.bottom - other.top)
                if across > 0.5 and down > smaller * 0.35:
                    found.append((one.text, other.text))
    return found


def texts_by_pdfium(data: bytes) -> list[str]:
    """The text of each page as the reader of a browser finds it, which owes poppler nothing."""
    with closing(pdfium.PdfDocument(data)) as document:
        return [_text_page(document, number).get_text_range() for number in range(len(document))]


def text_sizes(data: bytes) -> list[tuple[float, str]]:
    """The size on paper of every piece of text, points: of what is on a line in one size."""
    with closing(pdfium.PdfDocument(data)) as document:
        return [
            (size, "".join(letter for _, letter in letters).strip())
            for number in range(len(document))
            for size, letters in groupby(_letters(_text_page(document, number)), itemgetter(0))
            if size
        ]


def _text_page(document: pdfium.PdfDocument, number: int) -> pdfium.PdfTextPage:
    return document[number].get_textpage()


def _letters(page: pdfium.PdfTextPage) -> Iterator[tuple[float, str]]:
    """Each letter with its size; where a line ends it is 0."""
    matrix, size = FS_MATRIX(), 0.0
    for place in range(page.count_chars()):
        letter = chr(FPDFText_GetUnicode(page, place))
        if letter in "\r\n":
            size = 0.0
        elif letter != " ":
            FPDFText_GetMatrix(page, place, matrix)
            size = round(FPDFText_GetFontSize(page, place) * abs(matrix.d), _DIGITS)
        yield size, letter


def _page(page: ElementTree.Element) -> ReadPage:
    words = [
        Word(
            word.text or "",
            float(word.attrib["xMin"]),
            float(word.attrib["yMin"]),
            float(word.attrib["xMax"]),
            float(word.attrib["yMax"]),
        )
        for word in page.iter(f"{_XHTML}word")
    ]
    return ReadPage(float(page.attrib["width"]), float(page.attrib["height"]), words)


@lru_cache(maxsize=_KEPT)
def _output(data: bytes, *command: str) -> str:
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    assert not done.stderr, done.stderr.decode()
    return done.stdout.decode("utf-8")
