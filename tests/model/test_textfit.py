import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.textfit import (
    ELLIPSIS,
    LINE_SPACING,
    FittedText,
    fit_line,
    fit_text,
    wrap_text,
)

SIZES = (20.0, 10.0, 5.0)
words = st.text(st.sampled_from("iWab \n\u4e2d\u6587\u00e9\U0001f600"), max_size=60)


def unit_width(text: str) -> float:
    """A made-up font: i is narrow, W wide, Chinese and emoji wider."""
    return sum({"i": 0.25, "W": 1.0, " ": 0.25}.get(char, 0.5) for char in text)


def letters(text: str) -> str:
    return "".join(text.split())


def test_short_text_stays_large() -> None:
    assert fit_text("ab ab", 100, 60, SIZES, unit_width) == FittedText(20.0, ("ab ab",))


def test_the_size_goes_down_until_all_lines_fit() -> None:
    fitted = fit_text("ab ab ab ab", 50, 60, SIZES, unit_width)
    assert fitted == FittedText(20.0, ("ab ab", "ab ab"))
    assert fitted.height == pytest.approx(2 * 20 * LINE_SPACING)
    assert fit_text("ab ab ab ab", 34, 30, SIZES, unit_width) == FittedText(
        10.0, ("ab ab", "ab ab")
    )


def test_ragged_lines_need_more_room_than_their_area() -> None:
    # At 20 the three words would fill two lines, could they be cut.
    fitted = fit_text("aaa aaa aaa", 50, 60, SIZES, unit_width)
    assert fitted == FittedText(10.0, ("aaa aaa aaa",))


def test_a_word_is_not_broken_while_a_smaller_size_shows_it_whole() -> None:
    assert fit_text("WWWWW", 50, 60, SIZES, unit_width) == FittedText(10.0, ("WWWWW",))


def test_at_the_smallest_size_long_words_are_broken() -> None:
    assert fit_text("W" * 15, 50, 60, SIZES, unit_width) == FittedText(5.0, ("W" * 10, "W" * 5))


def test_a_name_is_smaller_before_it_is_cut_short() -> None:
    assert fit_line("WWWWW", 100, (20, 15), unit_width) == ("WWWWW", 20)
    assert fit_line("WWWWW", 80, (20, 15), unit_width) == ("WWWWW", 16)
    words, size = fit_line("WW WWW", 50, (20, 15), unit_width)
    assert (words, size) == ("WW" + ELLIPSIS, 15)


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    fitted = fit_text("WWWWWWWWWW " * 9, 50, 13, SIZES, unit_width)
    assert fitted.is_elided
    assert fitted.lines == ("WWWWWWWWWW", "WWWWWWWWW" + ELLIPSIS)


def test_one_line_is_shown_even_where_none_fits() -> None:
    assert fit_text("WWW WWW", 16, 1, SIZES, unit_width).lines == ("WW" + ELLIPSIS,)


def test_no_room_at_all_is_an_ellipsis() -> None:
    assert fit_text("WW", 1, 1, SIZES, unit_width).lines == (ELLIPSIS,)


def test_line_ends_are_kept() -> None:
    assert fit_text("a\n\nb", 100, 100, SIZES, unit_width).lines == ("a", "", "b")
    assert fit_text("", 100, 100, SIZES, unit_width).lines == ("",)


def test_many_lines_are_elided() -> None:
    fitted = fit_text("\n".join("abcdefghij"), 100, 13, SIZES, unit_width)
    assert fitted == FittedText(5.0, ("a", "b" + ELLIPSIS), is_elided=True)


def test_words_left_out_unseen_are_elided_all_the_same() -> None:
    # No more than so many words a line are looked at, however narrow they are.
    def very_narrow(text: str) -> float:
        return sum(11.0 if char == "W" else 0.001 for char in text)

    fitted = fit_text("W" * 3 + " i" * 300, 50, 25, (5.0,), very_narrow)
    assert fitted.lines[:3] == ("W", "W", "W")
    assert fitted.is_elided
    assert fitted.lines[-1].endswith("i" + ELLIPSIS)


def test_chinese_breaks_between_any_two_characters() -> None:
    assert wrap_text("\u4e2d" * 5, 5, 5, unit_width) == ["\u4e2d" * 2, "\u4e2d" * 2, "\u4e2d"]


def test_latin_within_chinese_stays_together() -> None:
    lines = wrap_text("\u4e2dabab\u6587", 10, 5, unit_width)
    assert lines == ["\u4e2d", "abab", "\u6587"]


def test_emoji_of_several_characters_stay_whole() -> None:
    family = "\U0001f469\u200d\U0001f467"
    thumb = "\U0001f44d\U0001f3fd"
    phone = "\u260e\ufe0f"
    assert wrap_text(family + thumb + phone, 8, 5, unit_width) == [family, thumb, phone]


def test_words_longer_than_a_line_are_broken() -> None:
    assert wrap_text("W" * 23, 50, 5, unit_width) == ["W" * 10, "W" * 10, "W" * 3]
    assert wrap_text("W", 1, 5, unit_width) == ["W"]


def test_two_pieces_share_a_line_where_they_can() -> None:
    assert wrap_text("a" * 20 + "ab ab", 25, 5, unit_width) == ["a" * 10, "a" * 10, "ab ab"]


@given(words, st.floats(1, 100), st.sampled_from(SIZES))
def test_wrapping_loses_no_word(text: str, width: float, size: float) -> None:
    lines = wrap_text(text, width, size, unit_width)
    assert letters("".join(lines)) == letters(text)
    assert len(lines) >= text.count("\n") + 1
    assert all(len(line) == 1 or unit_width(line) * size <= width + 1e-9 for line in lines)


@given(words, st.floats(1, 200), st.floats(1, 200))
def test_what_is_not_elided_is_all_there_and_within_the_box(
    text: str, width: float, height: float
) -> None:
    fitted = fit_text(text, width, height, SIZES, unit_width)
    if fitted.is_elided:
        assert fitted.size == SIZES[-1]
        assert fitted.lines[-1].endswith(ELLIPSIS)
        shown = letters("".join(fitted.lines).removesuffix(ELLIPSIS))
        assert letters(text).startswith(shown)
    else:
        assert letters("".join(fitted.lines)) == letters(text)
    assert len(fitted.lines) == 1 or fitted.height <= height + 1e-9
    widest = max(unit_width(line) * fitted.size for line in fitted.lines)
    assert widest <= max(width, fitted.size) + 1e-9
