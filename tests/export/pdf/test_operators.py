"""What is written into a page by hand is what other programs read."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from motwall.export.pdf.fonts import Face
from motwall.export.pdf.operators import letters, number, numbers, rectangle
from motwall.export.pdf.sheet import Pen, Sheet, TextStyle
from motwall.model.layout import Rect
from tests.export.pdf.reading import pages_of, reader, text_of

BODY = TextStyle(Face.REGULAR, 9.0, 12.0)
HEAVY = TextStyle(Face.BOLD, 9.0, 12.0)
SPACED = TextStyle(Face.BOLD, 9.0, 12.0, tracking=3.0)


def drawn(folder: Path, *lines: tuple[str, TextStyle]) -> Path:
    """A page with these lines below each other."""
    path = folder / "out.pdf"
    canvas = Canvas(str(path), pagesize=(600, 400))
    sheet = Sheet(canvas, 400.0)
    for place, (text, style) in enumerate(lines, start=1):
        sheet.text(30.0, 20.0 * place, text, style)
    canvas.save()
    return path


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1.0, "1"), (0.0, "0"), (10.005, "10.01"), (1200.0, "1200"), (-3.5, "-3.50"), (2.1, "2.10")],
)
def test_measures_are_short(value: float, shown: str) -> None:
    assert float(number(value)) == float(shown)
    assert number(value) in {shown, f"{value:.2f}"}
    assert numbers((value, 7.0)) == f"{number(value)} 7"


def test_measures_lose_no_digit() -> None:
    for hundredths in range(-2000, 2001):
        assert float(number(hundredths / 100)) == hundredths / 100


def test_letters_that_mean_something_in_a_file(tmp_path: Path) -> None:
    words = "(a) \\ b)) ((c \\( ) Tj ET endstream %d <e> [f]"
    assert words in text_of(drawn(tmp_path, (words, BODY), ("x", BODY)))


def test_more_letters_than_a_font_of_a_file_holds(tmp_path: Path) -> None:
    many = [chr(code) for code in range(0x21, 0x250) if chr(code).isalpha()]
    lines = ["".join(many[first : first + 40]) for first in range(0, len(many), 40)]
    path = drawn(tmp_path, *((line, BODY) for line in lines))
    assert "".join(text_of(path).split()) == "".join(many)
    assert "".join(reader(path.read_bytes()).pages[0].extract_text().split()) == "".join(many)


def test_other_fonts_take_the_whole_line() -> None:
    canvas = Canvas("unused.pdf")
    assert letters(canvas, "plain \u00e9\u2026", Face.REGULAR, 9.0)
    assert letters(canvas, "plain \U0001f389", Face.REGULAR, 9.0) is None
    assert letters(canvas, "\u05d0", Face.REGULAR, 9.0) is None
    assert letters(canvas, "a\u200db", Face.REGULAR, 9.0) is None
    assert letters(canvas, "", Face.REGULAR, 9.0) == ""


def test_nothing_is_left_over_for_the_next_text(tmp_path: Path) -> None:
    plain = "the same words"
    path = drawn(
        tmp_path,
        (plain, BODY),
        ("spaced", SPACED),
        (plain, BODY),
        ("\u5ba2\u6237", HEAVY),
        (plain, BODY),
        ("\u05e9\u05c1\u05b8\u05dc", BODY),
        (plain, BODY),
    )
    (page,) = pages_of(path)
    same = [word for word in page.words if word.text == "words"]
    assert len(same) == 4
    assert {round(word.left, 2) for word in same} == {round(same[0].left, 2)}
    heights = {round(word.bottom - word.top, 2) for word in same}
    assert len(heights) == 1
    tops = [word.top for word in same]
    assert [round(later - tops[0], 1) for later in tops] == [0.0, 40.0, 80.0, 120.0]


def test_a_smaller_sheet_is_the_same_drawing(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    canvas = Canvas(str(path), pagesize=(600, 400))
    sheet = Sheet(canvas, 400.0)
    sheet.text(100.0, 100.0, "large", BODY)
    with sheet.zoomed(Rect(50.0, 50.0, 300.0, 200.0), 0.5) as smaller:
        smaller.text(100.0, 100.0, "small", BODY)
        smaller.box(Rect(0.0, 0.0, 600.0, 400.0), pen=Pen())
    canvas.save()
    words = {word.text: word for word in pages_of(path)[0].words}
    large, small = words["large"], words["small"]
    assert small.left == pytest.approx(100.0, abs=0.1)
    assert small.bottom - small.top == pytest.approx((large.bottom - large.top) / 2, abs=0.1)


def test_corners_are_rounded_or_not() -> None:
    assert rectangle(1.0, 2.0, 3.0, 4.0, 0.0) == "1 2 3 4 re"
    assert rectangle(0.0, 0.0, 10.0, 10.0, 2.0).count(" c") == 4
