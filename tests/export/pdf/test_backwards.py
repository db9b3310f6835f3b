"""Arabic and Hebrew: joined, in the order they are seen, and found again as they were typed."""

import subprocess
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from motwall.export.pdf import Pages
from motwall.export.pdf.backwards import apart, directed, starts_backwards, visual
from motwall.export.pdf.fonts import Face, runs, text_width
from motwall.model.clean_text import clean_text
from tests.export.pdf.reading import made, pages_of, reader, texts_by_poppler
from tests.factories import action, moment, step, store_with, wall

WAITS = "\u0627\u0644\u0639\u0645\u064a\u0644 \u064a\u0646\u062a\u0638\u0631"
CALLS = "\u0647\u0644 \u062a\u0645 \u0627\u0644\u0631\u062f \u062e\u0644\u0627\u0644 3 \u0631\u0646"
SHALOM = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"
POINTED = "\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd"
VOWELS = "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f"
PERSIAN = "\u06af\u0641\u062a\u06af\u0648 \u067e\u06cc\u0634"
MIXED = "Ring \u05e2\u05d1\u05e8\u05d9\u05ea and \u0639\u0631\u0628\u064a"
NAMED = "\u05dc\u05d9\u05d3 Corner Shop \u05e2\u05db\u05e9\u05d9\u05d5"
LINES = tuple(
    clean_text(one).text for one in (WAITS, CALLS, SHALOM, POINTED, VOWELS, PERSIAN, MIXED, NAMED)
)
#: Those that poppler, too, reads in order; vowel signs it sets apart from their letters.
UNPOINTED = (WAITS, CALLS, SHALOM, PERSIAN, MIXED, NAMED)


def plain(text: str) -> str:
    """A text as it was typed: joined forms as letters, no marks of direction, single spaces."""
    letters = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text))
    return " ".join("".join(one for one in letters if unicodedata.category(one) != "Cf").split())


def bare(text: str) -> str:
    return "".join(plain(text).split())


def test_letters_are_joined_and_turned() -> None:
    # meem, lam with alef, alef: joined where they join, the last letter leftmost.
    assert visual("\u0645\u0644\u0627\u0627") == "\ufe8d\ufefc\ufee3"
    assert visual("\u05e9\u05dc 12") == "12 \u05dc\u05e9"


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("\u05d0 (\u05d1) \u05d2", "\u05d2 (\u05d1) \u05d0"),
        ("\u05d0 (abc) 12", "12 (abc) \u05d0"),
        ("abc (\u05d0) d", "abc (\u05d0) d"),
        ("a < \u05d0 > b", "a < \u05d0 > b"),
        ("\u05d0 [(\u05d1", "\u05d1)] \u05d0"),
    ],
)
def test_brackets_open_towards_what_they_hold(line: str, seen: str) -> None:
    assert visual(line) == seen


def test_a_dotted_letter_is_drawn_as_one_and_keeps_its_vowel() -> None:
    assert visual("\u05e9\u05c1\u05b8") == "\u05b8\ufb2a"
    # As Unicode wants them ordered.
    assert visual("\u05e9\u05b8\u05c1") == "\u05b8\ufb2a"
    assert visual("\u05e9\u05b0\u05bc\u05c1") == "\u05b0\ufb2c"


def test_a_line_runs_as_its_text_does() -> None:
    assert starts_backwards(f"12 {SHALOM} abc")
    assert not starts_backwards(f"abc {SHALOM}")
    first, second = directed([SHALOM, "Corner Shop"], f"{SHALOM} Corner Shop")
    assert first == SHALOM
    assert starts_backwards(second)
    assert directed(["abc", SHALOM], f"abc {SHALOM}") == ["abc", f"\u200e{SHALOM}"]
    assert directed(["a", "b"], "a b") == ["a", "b"]


def test_a_name_within_a_line_does_not_turn_it_round() -> None:
    line = f"{apart(SHALOM)} \u00b7 23 November"
    assert not starts_backwards(line)
    assert plain(visual(line)) == f"{visual(SHALOM)} \u00b7 23 November"
    assert apart("abc") == "abc"


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("face", [Face.REGULAR, Face.BOLD])
def test_every_letter_is_drawn_by_a_font_for_it(line: str, face: Face) -> None:
    shown = "".join(run.text for run in runs(line, face))
    assert "[U+" not in shown
    assert sorted(plain(shown).replace(" ", "")) == sorted(plain(line).replace(" ", ""))
    for run in runs(line, face):
        if starts_backwards(run.text):
            assert run.font.endswith("-Bold" if face is Face.BOLD else "-Regular")
            assert run.font.startswith(("NotoSansArabic", "NotoSansHebrew"))


def test_vowel_signs_stay_clear_of_their_letters_and_of_each_other() -> None:
    up = {run.text: run.at for run in runs("\u0644\u0651\u064e", Face.REGULAR)}
    doubling, vowel = up["\u0651"], up["\u064e"]
    assert doubling is not None
    assert vowel is not None
    # Lam is tall: both go up, the vowel above the doubling; they take no room in the line.
    assert 0 < doubling[1] < vowel[1]
    assert text_width("\u0644\u0651\u064e", Face.REGULAR, 10) == text_width(
        "\u0644", Face.REGULAR, 10
    )


@given(st.text("\u05d0\u05d1\u0644\u0627\u0645 ab1(-", min_size=1, max_size=30))
def test_a_width_is_that_of_what_is_drawn(line: str) -> None:
    spans = []
    end = 0.0
    for run in runs(line, Face.REGULAR):
        start = run.at[0] if run.at else end
        end = start + sum(_advance(run.font, char) for char in run.text)
        spans.append((start, end))
    width = text_width(line, Face.REGULAR, 1.0)
    assert max((stop for _, stop in spans), default=0.0) == pytest.approx(width)
    # No piece lies on another.
    spans.sort()
    for (_, stop), (start, _) in pairwise(spans):
        assert start == pytest.approx(stop)


def _advance(font: str, char: str) -> float:
    return pdfmetrics.stringWidth(char, font, 1.0)


@pytest.mark.parametrize("line", LINES)
def test_pypdf_reads_every_word_in_order(tmp_path: Path, line: str) -> None:
    here = step(line)
    told = moment(line, at=here, description=line, issue=line)
    path = made(store_with(here, told, action(told, line)), tmp_path, pages=(Pages.ACTIONS,))
    text = plain("".join(page.extract_text() for page in reader(path.read_bytes()).pages))
    assert plain(line) in text


@pytest.mark.parametrize("line", UNPOINTED)
def test_poppler_reads_every_word_in_order(tmp_path: Path, line: str) -> None:
    told = moment("Waits", at=(here := step()))
    path = made(store_with(here, told, action(told, line)), tmp_path, pages=(Pages.ACTIONS,))
    assert plain(line) in plain("".join(texts_by_poppler(path)))


def test_no_letter_is_lost_on_any_page(tmp_path: Path) -> None:
    long = f"{LINES[3]} {WAITS} {LINES[4]} " * 12
    here = step(SHALOM)
    told = moment(long, at=here, description=long, issue=long, is_ticked=True)
    store = store_with(wall(title=SHALOM, business=WAITS), here, told, action(told, long))
    for kind in (Pages.FORM, Pages.ACTIONS, Pages.PRIORITIES):
        path = made(store, tmp_path, pages=(kind,))
        text = "".join(texts_by_poppler(path))
        assert "[U+" not in text
        # Poppler leaves the order of vowel signs open; each letter is there as often as typed.
        for letter in set(bare(long)):
            assert bare(text).count(letter) >= bare(long).count(letter)


def test_text_begins_at_the_right_of_its_place(tmp_path: Path) -> None:
    told = moment("Waits", at=(here := step()))
    path = made(store_with(here, told, action(told, SHALOM)), tmp_path, pages=(Pages.ACTIONS,))
    (page,) = pages_of(path)
    words = [word for word in page.words if starts_backwards(word.text)]
    title = next(word for word in page.words if word.text == "ACTION")
    when = next(word for word in page.words if word.text == "WHEN")
    assert title.left + 100 < min(word.left for word in words)
    assert when.left - 40 < max(word.right for word in words) < when.left


def test_other_walls_do_without_these_programs() -> None:
    code = (
        "import sys\n"
        "from motwall.export.options import USUAL_PAGES\n"
        "from motwall.export.pdf import PdfOptions, pdf_bytes\n"
        "from tests.export.pdf.samples import shop\n"
        "from tests.factories import TODAY\n"
        "pdf_bytes(shop(), PdfOptions(made_on=TODAY, pages=USUAL_PAGES))\n"
        "print({'bidi', 'arabic_reshaper'} & set(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "set()"
