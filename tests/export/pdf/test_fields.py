"""What can be filled in on a screen: by other people's programs, and seen by others again."""

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from motwall.export.options import Edition
from motwall.export.pdf import Pages, Paper
from motwall.export.pdf.fonts import Face, register
from motwall.export.pdf.sheet import Sheet
from motwall.model.layout import Rect
from tests.export.pdf.reading import fonts_of, made, made_bytes, reader
from tests.export.pdf.samples import shop
from tests.factories import store_with

WORDS = "Zo\u00eb \u201csaid\u201d: 5 \u20ac \u2013 \u00df\u00e9\u00f1"
LINE, LINES, BOX = Rect(20, 20, 200, 16), Rect(20, 60, 200, 90), Rect(20, 170, 8, 8)
OWN_KINDS = (Pages.SHOP, Pages.GRID, Pages.NOTES)


def a_form(folder: Path, zoom: float = 1.0, size: float = 10.0) -> Path:
    path = folder / "form.pdf"
    canvas = Canvas(str(path), (400, 300), initialFontName=register(Face.REGULAR), invariant=1)
    sheet = Sheet(canvas, 300 / zoom, zoom)
    sheet.field(LINE, "who", "Your name", size)
    sheet.field(LINES, "who", "Notes")
    sheet.check_field(BOX, "is.done", "Done")
    canvas.showPage()
    canvas.save()
    return path


def filled(path: Path, values: dict[str, str]) -> Path:
    writer = PdfWriter(clone_from=path)
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = path.with_name("filled.pdf")
    writer.write(out)
    return out


def seen(path: Path) -> str:
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    assert not done.stderr, done.stderr.decode()
    return " ".join(done.stdout.decode().split())


def ink(path: Path, area: Rect, zoom: float = 1.0) -> int:
    """How many dark pixels poppler shows in an area of the page, at 144 dpi."""
    x, y, width, height = (round(2 * zoom * one) for one in area)
    box = ["-x", str(x), "-y", str(y), "-W", str(width), "-H", str(height)]
    command = ["pdftoppm", "-gray", "-r", "144", *box, str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    return sum(1 for one in done.stdout.split(b"\n", 3)[3] if one < 128)


def widgets(path: Path) -> list[dict[str, object]]:
    (page,) = PdfReader(path).pages
    return [one.get_object() for one in page["/Annots"]]


@pytest.mark.parametrize("zoom", [1.0, 1.2])
def test_each_kind_is_filled_and_shown(tmp_path: Path, zoom: float) -> None:
    path = a_form(tmp_path, zoom)
    assert [ink(path, one, zoom) for one in (LINE, LINES, BOX)] == [0, 0, 0]
    long = f"{WORDS} goes on and on until it is longer than a line\nand on the next one"
    done = filled(path, {"who": WORDS, "who-2": long, "is-done": "/Yes"})
    assert seen(done) == f"{WORDS} {' '.join(long.split())}"
    for area in (LINE, LINES, BOX):
        assert ink(done, area, zoom) > 10
    # Nothing is shown outside: what is above, between and below stays white.
    for y, height in ((0, 20), (37, 22), (151, 18), (179, 50)):
        assert ink(done, Rect(0, y, 330, height), zoom) == 0


def test_letters_are_shown_as_they_were_typed(tmp_path: Path) -> None:
    """The text of a field may read well and yet look wrong: a font must hold what it promises."""
    path = a_form(tmp_path)
    one = ink(filled(path, {"who": "\u20ac"}), LINE)
    other = ink(filled(path, {"who": "."}), LINE)
    assert one > 3 * other > 0
    assert ink(filled(path, {"who": "\u00e9"}), LINE) > ink(filled(path, {"who": "e"}), LINE)


def test_fields_have_their_place_name_and_tip(tmp_path: Path) -> None:
    line, lines, box = widgets(a_form(tmp_path, 1.2))
    assert [one["/T"] for one in (line, lines, box)] == ["who", "who-2", "is-done"]
    assert [one["/TU"] for one in (line, lines, box)] == ["Your name", "Notes", "Done"]
    wanted = pytest.approx([24.0, 300 - 1.2 * LINE.bottom, 264.0, 300 - 24.0], abs=0.01)
    assert [float(one) for one in line["/Rect"]] == wanted  # type: ignore[attr-defined] # pypdf's
    assert "12 Tf" in str(line["/DA"])
    assert lines["/Ff"] == 1 << 12
    assert {one["/F"] for one in (line, lines, box)} == {4}
    assert all(one["/BS"] == {"/W": 0} for one in (line, lines, box))


def test_the_fonts_of_fields_are_embedded(tmp_path: Path) -> None:
    path = made(shop(), tmp_path, is_fillable=True, pages=OWN_KINDS)
    notes = next(name for name in reader(path.read_bytes()).get_fields() or {} if "notes" in name)
    done = filled(path, {notes: WORDS})
    for one in (path, done):
        fonts = fonts_of(one)
        assert {font[-5] for font in fonts} == {"yes"}
    assert "Inter-Regular" in {name for name, *_ in fonts_of(done)}
    assert WORDS in seen(done)


def test_no_field_and_no_font_for_them_unless_wanted() -> None:
    data = made_bytes(shop(), pages=tuple(Pages))
    assert b"/AcroForm" not in data
    assert b"/WinAnsiEncoding" not in data


@pytest.mark.parametrize("paper", [Paper.A4, Paper.TABLOID])
@pytest.mark.parametrize("kind", OWN_KINDS)
def test_the_fields_of_a_page_come_in_reading_order(kind: Pages, paper: Paper) -> None:
    data = made_bytes(shop(), pages=(kind,), paper=paper, is_fillable=True)
    for page in reader(data).pages:
        rects = [one.get_object()["/Rect"] for one in page["/Annots"]]
        places = [tuple(float(side) for side in one) for one in rects]
        far, high = float(page.mediabox.width), float(page.mediabox.height)
        for left, bottom, right, top in places:
            assert 35.99 <= left < right <= far - 35.99
            assert 35.99 <= bottom < top <= high - 35.99
        for (left, _, right, top), (left_2, bottom_2, right_2, top_2) in pairwise(places):
            # Up only towards the right, and to the left only further down.
            assert bottom_2 < top or left_2 >= right
            assert right_2 > left or top_2 <= top
    fields = reader(data).get_fields() or {}
    assert len(fields) == len(set(fields))
    assert all(one["/TU"] for one in fields.values())


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_all_fields_of_a_kind_can_be_filled(tmp_path: Path, kind: Pages) -> None:
    path = made(store_with(), tmp_path, pages=(kind,), is_fillable=True)
    fields = reader(path.read_bytes()).get_fields() or {}
    texts = [name for name, one in fields.items() if one["/FT"] == "/Tx"]
    boxes = [name for name, one in fields.items() if one["/FT"] == "/Btn"]
    done = filled(path, {one: f"w{place}w" for place, one in enumerate(texts)})
    found = seen(done)
    assert [place for place in range(len(texts)) if f"w{place}w" not in found] == []
    assert bool(boxes) == (kind is Pages.SHOP)


def test_fields_are_the_same_in_both_editions() -> None:
    both = [
        set(reader(made_bytes(shop(), pages=OWN_KINDS, is_fillable=True, edition=one)).get_fields())
        for one in Edition
    ]
    assert both[0] == both[1]
