"""Blocks of cells on the clipboard, as spreadsheets write and read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.tsv import cells_of, tsv_of


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("\n\n", []),
        ("a", [["a"]]),
        ("a\tb\n\tc\n", [["a", "b"], ["", "c"]]),
        ("a\r\nb\rc", [["a"], ["b"], ["c"]]),
        ('"two\nlines"\tb', [["two\nlines", "b"]]),
        ('"she said ""hi""\tthere"\tb', [['she said "hi"\tthere', "b"]]),
        ('"hi" she said\tb', [['"hi" she said', "b"]]),
        ('"never closed\tb', [['"never closed', "b"]]),
        ('"alone"', [['"alone"']]),
        ("a\n\nb", [["a"], [""], ["b"]]),
    ],
)
def test_cells_of_a_text(text: str, rows: list[list[str]]) -> None:
    assert cells_of(text) == rows


_CELLS = st.text(st.sampled_from('ab"\t\n '), max_size=6)


@given(st.lists(st.lists(_CELLS, min_size=2, max_size=3), min_size=1, max_size=4))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    rows = [[*row[:-1], "end"] for row in rows]
    assert cells_of(tsv_of(rows)) == rows
