import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.figures import Figure, figure_words, is_same_unit, read_figure


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5", 5.0, ""),
        (" 12,5 ", 12.5, ""),
        ("12.5", 12.5, ""),
        ("-3", -3.0, ""),
        ("\u22123.5", -3.5, ""),
        ("+7", 7.0, ""),
        (".5", 0.5, ""),
        ("1,234.5", 1234.5, ""),
        ("1.234,5", 1234.5, ""),
        ("1 234,5", 1234.5, ""),
        ("1\u202f234", 1234.0, ""),
        ("1'234'567", 1234567.0, ""),
        ("1,234,567", 1234567.0, ""),
        ("12 %", 12.0, "%"),
        ("€ 3.50", 3.5, "€"),
        ("14 days", 14.0, "days"),
        ("3h", 3.0, "h"),
    ],
)
def test_numbers_as_people_write_them(text: str, value: float, unit: str) -> None:
    assert read_figure(text) == Figure(value, unit)


@pytest.mark.parametrize("text", ["1,234", "1.234"])
def test_what_could_be_two_numbers_is_told(text: str) -> None:
    assert read_figure(text) == Figure(1234.0, "", is_ambiguous=True)


@pytest.mark.parametrize(
    "text",
    [
        "", "many", "-", "12-15", "1 2", "1.2.3", "1,2,3.4", "2026-11-27", "12e400", "nan", "inf",
        "1,234.5,6", "1.234,5 6", "about 12", "9" * 20, "9" * 61, "½", "12 of 30",
    ],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    assert read_figure(text) is None


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (5.0, "", "5"),
        (0.1 + 0.2, "s", "0.3 s"),
        (1234567.891, "", "1,234,567.89"),
        (-0.001, "", "0"),
        (100.0, "%", "100 %"),
    ],
)
def test_numbers_are_shown_short(value: float, unit: str, words: str) -> None:
    assert figure_words(value, unit) == words


@given(st.integers(-(10**12), 10**12), st.integers(0, 99))
def test_what_is_shown_is_read_again(whole: int, part: int) -> None:
    value = whole + part / 100
    read = read_figure(figure_words(value))
    assert read is not None
    assert read.value == pytest.approx(round(value, 2), abs=0.001)


@given(st.text(max_size=70))
def test_any_text_is_a_number_or_none(text: str) -> None:
    read = read_figure(text)
    assert read is None or isinstance(read.value, float)


def test_units_are_the_same_in_one_and_many() -> None:
    assert is_same_unit("Day", "days")
    assert is_same_unit("min.", "MIN")
    assert not is_same_unit("days", "weeks")
