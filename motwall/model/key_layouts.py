"""What is on the keys of the key pad: pages of rows, ten columns wide, as plain data.

The letters are those of the interface language, which is English so far; the accents are those
that names and loan words from the neighbours need. Holding a letter shows its accents.
"""

from dataclasses import dataclass
from enum import Enum, auto

#: Every row is so many keys wide.
COLUMNS = 10


class KeyKind(Enum):
    """What a key does."""

    TEXT = auto()
    SHIFT = auto()
    BACKSPACE = auto()
    BREAK = auto()
    LEFT = auto()
    RIGHT = auto()
    PAGE = auto()


class KeyPage(Enum):
    """Which keys are shown."""

    LETTERS = auto()
    DIGITS = auto()
    ACCENTS = auto()
    HELD = auto()


class Shift(Enum):
    """Whether letters come as capitals."""

    OFF = auto()
    ONCE = auto()
    CAPS = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Attributes:
        kind: What it does.
        text: What it types, for TEXT.
        page: Where it leads, for PAGE.
        columns: How wide it is.
    """

    kind: KeyKind
    text: str = ""
    page: KeyPage = KeyPage.LETTERS
    columns: int = 1


Row = tuple[Key, ...]

#: What holding a letter offers, most wanted first; at most nine, so that one row holds them.
_ACCENTS = {
    "a": "äàáâåãæāą",
    "c": "çčć",
    "d": "ďđð",
    "e": "éèêëēęě",
    "g": "ğģ",
    "i": "íìîïīı",
    "l": "łľļ",
    "n": "ñńňņ",
    "o": "öóòôøœõőō",
    "r": "řŕ",
    "s": "ßšśşș",
    "t": "ťțţþ",
    "u": "üúùûūůűų",
    "y": "ýÿ",
    "z": "žźż",
}


def accents_of(letter: str) -> str:
    """The accented forms of a letter, as capitals for a capital; "" if it has none."""
    found = _ACCENTS.get(letter.lower(), "")
    return found if letter.islower() else "".join(map(capital, found))


def capital(text: str) -> str:
    """The capital of a letter; a sharp s has had one since 2017, which `upper` does not know."""
    return "ẞ" if text == "ß" else text.upper()


def next_shift(shift: Shift, *, is_quick: bool) -> Shift:
    """What the shift key does: once, or for good when it is tapped twice quickly."""
    if shift is Shift.ONCE and is_quick:
        return Shift.CAPS
    return Shift.ONCE if shift is Shift.OFF else Shift.OFF


def after_letter(shift: Shift) -> Shift:
    """A letter uses up the capital it was meant for."""
    return Shift.OFF if shift is Shift.ONCE else shift


def rows_of(page: KeyPage, shift: Shift, held: str = "") -> tuple[Row, ...]:
    """The rows of a page.

    Args:
        page: Which.
        shift: Letters come as capitals unless it is OFF.
        held: The letter whose accents HELD shows, in the place of the first row of letters.
    """
    if page is KeyPage.DIGITS:
        first, second, third = "1234567890", "-/:;()€$£&", "@?!'\"#%+"
        thirds: Row = (*_texts(third), _BACKSPACE)
        return (_texts(first), _texts(second), thirds, _foot(KeyPage.LETTERS, KeyPage.ACCENTS))
    letters = ("qwertyuiop", "asdfghjkl'", "zxcvbnm")
    if page is KeyPage.ACCENTS:
        letters = ("àáâäãåæçèé", "êëíîïñóôöø", "œßúüûýč")
    if page is KeyPage.HELD:
        # The other rows stay, so that typing can go on without a way back.
        letters = (accents_of(held.lower()), *letters[1:])
    if shift is not Shift.OFF:
        letters = (_raised(letters[0]), _raised(letters[1]), _raised(letters[2]))
    ways = {
        KeyPage.ACCENTS: (KeyPage.DIGITS, KeyPage.LETTERS),
        KeyPage.HELD: (KeyPage.LETTERS, KeyPage.ACCENTS),
    }
    return (
        _texts(letters[0]),
        _texts(letters[1]),
        (Key(KeyKind.SHIFT), *_texts(letters[2]), _BACKSPACE),
        _foot(*ways.get(page, (KeyPage.DIGITS, KeyPage.ACCENTS))),
    )


def page_words(page: KeyPage) -> str:
    """What stands on the key that leads to a page: samples of what is there, in any language."""
    words = {KeyPage.LETTERS: "abc", KeyPage.DIGITS: "123", KeyPage.ACCENTS: "áéñ"}
    return words.get(page, "")


_BACKSPACE = Key(KeyKind.BACKSPACE, columns=2)


def _foot(first: KeyPage, second: KeyPage) -> Row:
    """The lowest row, the same on every page but for where its first two keys lead."""
    return (
        Key(KeyKind.PAGE, page=first),
        Key(KeyKind.PAGE, page=second),
        Key(KeyKind.TEXT, ","),
        Key(KeyKind.TEXT, " ", columns=3),
        Key(KeyKind.TEXT, "."),
        Key(KeyKind.LEFT),
        Key(KeyKind.RIGHT),
        Key(KeyKind.BREAK),
    )


def _texts(letters: str) -> Row:
    return tuple(Key(KeyKind.TEXT, one) for one in letters)


def _raised(letters: str) -> str:
    return "".join(map(capital, letters))
