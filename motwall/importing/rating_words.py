"""Ratings and ticks in the words of other programs."""

import re

from motwall.model.records import Rating

#: What other scales call the three; compared without case and blanks.
_WORDS: dict[Rating, tuple[str, ...]] = {
    Rating.MISERABLE: (
        "miserable", "bad", "poor", "negative", "sad", "unhappy", "low", "red", "-", "-1",
        "1/3", ":(", ":-(", "☹", "🙁", "😞", "😡", "😠",
    ),
    Rating.NEUTRAL: (
        "neutral", "ok", "okay", "average", "medium", "fine", "yellow", "amber", "0", "2/3",
        ":|", ":-|", "😐", "😶",
    ),
    Rating.MAGICAL: (
        "magical", "magic", "good", "great", "excellent", "positive", "happy", "high", "green",
        "+", "+1", "3/3", ":)", ":-)", "☺", "🙂", "😀", "😃", "😊", "😍",
    ),
}  # fmt: skip
_BY_WORD = {word: rating for rating, words in _WORDS.items() for word in words}
_YES = frozenset({"yes", "y", "x", "1", "true", "✓", "✔", "☑", "★", "⭐", "high", "important"})
_NO = frozenset({"no", "n", "0", "false", "-", "☐", "low", "medium", "none"})
_SELECTOR = "\ufe0f"


def rating_of(word: str) -> str | None:
    """The rating a word means, or None."""
    rating = _BY_WORD.get(_plain(word))
    return rating.value if rating else None


def tick_of(word: str) -> str | None:
    """A "yes" or a "no", or None if the word is neither."""
    plain = _plain(word)
    return "yes" if plain in _YES else "no" if plain in _NO else None


def _plain(word: str) -> str:
    return re.sub(r"\s+", "", word).replace(_SELECTOR, "").casefold()
