"""The pages of the key pad: ten columns, and every letter somewhere."""

import unicodedata

import pytest

from motwall.model.clean_text import clean_text
from motwall.model.key_layouts import (
    COLUMNS,
    Key,
    KeyKind,
    KeyPage,
    Shift,
    accents_of,
    after_letter,
    capital,
    next_shift,
    page_words,
    rows_of,
)

PAGES = [KeyPage.LETTERS, KeyPage.DIGITS, KeyPage.ACCENTS]


def keys(page: KeyPage, shift: Shift = Shift.OFF, held: str = "") -> list[Key]:
    return [key for row in rows_of(page, shift, held) for key in row]


def typed(page: KeyPage, shift: Shift = Shift.OFF, held: str = "") -> str:
    return "".join(key.text for key in keys(page, shift, held))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("shift", Shift)
def test_every_row_is_ten_columns_wide(page: KeyPage, shift: Shift) -> None:
    widths = [sum(key.columns for key in row) for row in rows_of(page, shift)]
    assert widths == [COLUMNS] * 4


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_what_is_held_fits_a_row(letter: str) -> None:
    rows = rows_of(KeyPage.HELD, Shift.OFF, letter)
    assert "".join(key.text for key in rows[0]) == accents_of(letter)
    assert sum(key.columns for key in rows[0]) < COLUMNS
    assert [sum(key.columns for key in row) for row in rows[1:]] == [COLUMNS] * 3
    raised = rows_of(KeyPage.HELD, Shift.ONCE, letter.upper())
    assert "".join(key.text for key in raised[0]) == accents_of(letter.upper())


def test_all_letters_and_digits_are_there() -> None:
    assert set("abcdefghijklmnopqrstuvwxyz ,.'") == set(typed(KeyPage.LETTERS))
    assert set("1234567890-/:;()€$£&@?!'\"#%+ ,.") == set(typed(KeyPage.DIGITS))
    assert set("åäöéèêßñçüæø") <= set(typed(KeyPage.ACCENTS))


@pytest.mark.parametrize("shift", [Shift.ONCE, Shift.CAPS])
def test_with_shift_letters_are_capitals(shift: Shift) -> None:
    assert set("QWERTYUIOPASDFGHJKLZXCVBNM ,.'") == set(typed(KeyPage.LETTERS, shift))
    assert set("ÅÄÖÉẞŒ") <= set(typed(KeyPage.ACCENTS, shift))
    assert typed(KeyPage.DIGITS, shift) == typed(KeyPage.DIGITS)


def test_every_key_types_clean_text_of_one_letter() -> None:
    everything = [one for page in PAGES for shift in Shift for one in typed(page, shift)]
    everything += [one for letter in "abcdefghijklmnopqrstuvwxyzAEO" for one in accents_of(letter)]
    for one in everything:
        assert clean_text(one).text == one == unicodedata.normalize("NFC", one)


def test_accents_of_a_capital_are_capitals() -> None:
    assert accents_of("s") == "ßšśşș"
    assert accents_of("S") == "ẞŠŚŞȘ"
    assert accents_of("q") == accents_of("1") == accents_of(" ") == ""


def test_a_sharp_s_stays_one_letter() -> None:
    assert capital("ß") == "ẞ"
    assert capital("é") == "É"


def test_each_page_leads_to_the_others() -> None:
    ways = {page: {key.page for key in keys(page) if key.kind is KeyKind.PAGE} for page in PAGES}
    assert ways == {
        KeyPage.LETTERS: {KeyPage.DIGITS, KeyPage.ACCENTS},
        KeyPage.DIGITS: {KeyPage.LETTERS, KeyPage.ACCENTS},
        KeyPage.ACCENTS: {KeyPage.DIGITS, KeyPage.LETTERS},
    }
    held = {key.page for key in keys(KeyPage.HELD, held="e") if key.kind is KeyKind.PAGE}
    assert held == {KeyPage.LETTERS, KeyPage.ACCENTS}
    assert all(page_words(one) for one in PAGES)
    assert page_words(KeyPage.HELD) == ""


def test_the_commands_are_on_every_page() -> None:
    commands = {KeyKind.BACKSPACE, KeyKind.BREAK, KeyKind.LEFT, KeyKind.RIGHT, KeyKind.PAGE}
    for page in PAGES:
        assert commands <= {key.kind for key in keys(page)}


@pytest.mark.parametrize(
    ("shift", "is_quick", "after"),
    [
        (Shift.OFF, False, Shift.ONCE),
        (Shift.OFF, True, Shift.ONCE),
        (Shift.ONCE, True, Shift.CAPS),
        (Shift.ONCE, False, Shift.OFF),
        (Shift.CAPS, True, Shift.OFF),
        (Shift.CAPS, False, Shift.OFF),
    ],
)
def test_shift(shift: Shift, is_quick: bool, after: Shift) -> None:
    assert next_shift(shift, is_quick=is_quick) is after


def test_one_letter_uses_up_one_shift() -> None:
    assert after_letter(Shift.ONCE) is Shift.OFF
    assert after_letter(Shift.CAPS) is Shift.CAPS
    assert after_letter(Shift.OFF) is Shift.OFF
