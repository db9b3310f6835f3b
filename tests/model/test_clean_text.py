import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.clean_text import FIELD_LIMIT, LINE_LIMIT, CleanText, clean_text, is_clean
from tests.strategies import raw_texts

limits = st.integers(0, 40)


def test_the_limits_are_those_of_the_format() -> None:
    assert (FIELD_LIMIT, LINE_LIMIT) == (4000, 200)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_one_newline(end: str) -> None:
    assert clean_text(f"a{end}b").text == "a\nb"
    assert clean_text(f"a{end}b", one_line=True).text == "a b"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\tb", "a b"),
        ("bell\x07 \x00zero \x1b[31m", "bell zero [31m"),
        ("half\ud83d a surrogate", "half a surrogate"),
        ("\u202edesrever\u202d", "desrever"),
        ("e\u0301", "\u00e9"),
        ("  two  spaces stay  ", "  two  spaces stay  "),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("\u0645\u0631\u062d\u0628\u0627 \u200f\u4f60\u597d \U0001f469\u200d\U0001f373",) * 2,
        ("not yet assigned: \U0001fae9\U000e0fff",) * 2,
    ],
)
def test_what_is_taken_out_and_what_stays(raw: str, clean: str) -> None:
    assert clean_text(raw) == CleanText(clean, is_cut=False)


def test_a_cut_is_said() -> None:
    assert clean_text("abc", 3) == ("abc", False)
    assert clean_text("abcd", 3) == ("abc", True)
    assert clean_text("x" * 100_000) == ("x" * FIELD_LIMIT, True)


def test_what_is_dropped_does_not_count_towards_the_limit() -> None:
    assert clean_text("a\x00b\x00c", 3) == ("abc", False)


@given(raw_texts, limits, st.booleans())
def test_cleaning_again_changes_nothing(raw: str, limit: int, one_line: bool) -> None:
    text = clean_text(raw, limit, one_line=one_line).text
    assert clean_text(text, limit, one_line=one_line) == (text, False)
    assert is_clean(text, limit, one_line=one_line)


@given(raw_texts, limits, st.booleans())
def test_what_comes_out_is_within_limits_and_plain(raw: str, limit: int, one_line: bool) -> None:
    text = clean_text(raw, limit, one_line=one_line).text
    assert len(text) <= limit
    assert unicodedata.is_normalized("NFC", text)
    assert not (one_line and "\n" in text)
    text.encode("utf-8")
    assert all(char == "\n" or unicodedata.category(char) != "Cc" for char in text)


@given(raw_texts, limits, st.booleans())
def test_the_cheap_check_agrees_with_the_cleaning(raw: str, limit: int, one_line: bool) -> None:
    unchanged = clean_text(raw, limit, one_line=one_line) == (raw, False)
    assert is_clean(raw, limit, one_line=one_line) == unchanged


MARKS = "a\u0301\u0316\u0327\u0344\u0f71\u0f72\u0f73\u0f75\u0f81\u05b0\u1ec7\uac00\u11a8"


@given(st.text(MARKS, min_size=201, max_size=600))
def test_long_runs_of_marks_come_out_in_nfc(raw: str) -> None:
    assert clean_text(raw).text == unicodedata.normalize("NFC", raw)


def test_a_flood_of_marks_is_done_at_once() -> None:
    # Were they left to NFC alone, this would take most of a minute.
    assert clean_text("a" + "\u0f73\u0301\u0316" * 40_000).is_cut
