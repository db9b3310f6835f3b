import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.lines import has_columns, note_lines
from tests.strategies import raw_texts


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- Phones the shop", "Phones the shop"),
        ("\u2022\tPhones the shop", "Phones the shop"),
        ("  1. Phones the shop ", "Phones the shop"),
        ("(12) Phones the shop", "Phones the shop"),
        ("a) Phones the shop", "Phones the shop"),
        ("[x] Phones the shop", "Phones the shop"),
        ("- [ ] 3. Phones the shop", "Phones the shop"),
        ("24 hours open", "24 hours open"),
        ("-5 degrees outside", "-5 degrees outside"),
        ("2026: a new shop", "2026: a new shop"),
        ("A shop - at last", "A shop - at last"),
    ],
)
def test_bullets_and_numbers_go(line: str, words: str) -> None:
    assert note_lines(line) == [words]


def test_a_line_is_a_note_and_blank_lines_are_none() -> None:
    assert note_lines("one\r\n\r\n  \u2028two\x85three\n") == ["one", "two", "three"]
    assert note_lines("") == []


def test_nothing_of_a_long_line_is_lost_here() -> None:
    assert note_lines("x" * 5000) == ["x" * 5000]


def test_letters_that_grow_when_normalised_are_all_there() -> None:
    # The DEVANAGARI LETTER QA is two code points in NFC.
    assert note_lines("\u0958" * 10) == ["\u0915\u093c" * 10]


@given(st.lists(raw_texts, max_size=4).map("\n".join))
def test_every_line_has_words_and_no_end(text: str) -> None:
    for line in note_lines(text):
        assert line == line.strip() != ""
        assert "\n" not in line


@pytest.mark.parametrize(
    ("text", "is_table"),
    [
        ("Stage\tNote\nBefore\tRings\n\n", True),
        ("Rings\nComes in", False),
        # One line is one note, and a tab before a line is no column.
        ("Stage\tNote", False),
        ("\tRings\n\tComes in", False),
        ("a\tb\nc\nd", False),
    ],
)
def test_a_table_is_told_by_its_tabs(text: str, is_table: bool) -> None:
    assert has_columns(text) is is_table
