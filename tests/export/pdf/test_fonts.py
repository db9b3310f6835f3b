"""Which font draws what: nothing is lost, nothing is drawn that the font cannot draw."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from motwall.export.pdf.backwards import plain_letter
from motwall.export.pdf.fonts import Face, runs, text_width, unit_width
from tests.strategies import clean_texts


def drawn(text: str, face: Face = Face.REGULAR) -> str:
    return "".join(run.text for run in runs(text, face))


def fonts(text: str, face: Face = Face.REGULAR) -> list[str]:
    return [run.font for run in runs(text, face)]


def test_inter_draws_what_it_can() -> None:
    text = "R&D <b>caf\u00e9</b> \u0395\u03bb\u03bb\u03ac\u03c2 \u041a\u0438 Vi\u1ec7t \u2192"
    assert runs(text, Face.SEMIBOLD) == [("Inter-SemiBold", text, False, None)]


def test_other_scripts_have_fonts_of_their_own() -> None:
    assert fonts("a\u4fbf\u5229b\ud3ec\U0001f389") == [
        "Inter-Regular",
        "NotoSansSC-Regular",
        "Inter-Regular",
        "NotoSansKR-Regular",
        "NotoEmoji-Regular",
    ]


def test_bold_is_outlined_where_there_is_no_bold_font() -> None:
    text = "a\u4fbf\U0001f389"
    assert [run.is_outlined for run in runs(text, Face.BOLD)] == [False, True, False]
    assert [run.is_outlined for run in runs(text, Face.MEDIUM)] == [False, False, False]


def test_bold_falls_back_to_bold() -> None:
    assert fonts("\u0915", Face.BOLD) == ["NotoSans-Bold"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("\u0710", "[U+0710]"),
        ("\u0e2a", "[U+0E2A]"),
        ("\U0001d800", "[U+1D800]"),
        ("\ue000", "[U+E000]"),
        ("\uffff", "[U+FFFF]"),
    ],
)
def test_what_no_font_draws_properly_is_spelled(text: str, wanted: str) -> None:
    assert drawn(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("\U0001f469\u200d\U0001f467", "\U0001f469\U0001f467"),
        ("\u2764\ufe0f", "\u2764"),
        ("a\u200b\u00ad\ufeff\u200fb", "ab"),
    ],
)
def test_joiners_and_selectors_leave_no_box(text: str, wanted: str) -> None:
    assert drawn(text) == wanted


@given(clean_texts(200, one_line=True) | st.text(st.characters(categories=["L", "M", "S", "So"])))
def test_every_character_is_drawn_by_a_font_that_has_it(text: str) -> None:
    for face in Face:
        for run in runs(text, face):
            have = pdfmetrics.getFont(run.font).face.charToGlyph
            assert all(ord(char) in have for char in run.text)
    # A joined form that somebody typed is read as the letter it is a form of, too.
    seen = [char for char in text if plain_letter(char) in "".join(map(plain_letter, drawn(char)))]
    spelled = [char for char in text if drawn(char) == f"[U+{ord(char):04X}]"]
    silent = [char for char in text if not drawn(char)]
    assert len(seen) + len(spelled) + len(silent) == len(text)
    assert all(unicodedata.category(char) in {"Cf", "Mn", "Lo", "Cn"} for char in silent)


@given(clean_texts(60, one_line=True))
def test_widths_are_those_of_what_is_drawn(text: str) -> None:
    for face in (Face.REGULAR, Face.BOLD):
        widths = (pdfmetrics.stringWidth(run.text, run.font, 10.0) for run in runs(text, face))
        assert text_width(text, face, 10.0) == pytest.approx(sum(widths))
        assert unit_width(face)(text) == pytest.approx(text_width(text, face, 1.0))
