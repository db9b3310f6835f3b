"""What a presented page is about: all of it, as long as two lines hold it."""

import pytest

from motwall.model.textfit import ELLIPSIS
from motwall.paint.labels import REGULAR, label_width
from motwall.ui.present.drawing import about_lines

SIZE = 20.0
ABOUT = "Wash & Wag \N{MIDDLE DOT} Ana and her new puppy, from hears of us to second visit"
JOURNEY = "Ana and her new puppy, from hears of us to second visit"


def width(words: str) -> float:
    return label_width(words, SIZE, REGULAR) + 1


@pytest.mark.usefixtures("qapp")
def test_nothing_is_cut_as_long_as_two_lines_hold_it() -> None:
    assert about_lines(ABOUT, width(ABOUT), SIZE) == [ABOUT]
    assert about_lines(ABOUT, width(JOURNEY), SIZE) == ["Wash & Wag", JOURNEY]
    narrow = about_lines(ABOUT, 0.7 * width(JOURNEY), SIZE)
    assert len(narrow) == 2
    assert " ".join(narrow) == ABOUT


@pytest.mark.usefixtures("qapp")
def test_what_two_lines_do_not_hold_is_cut_at_its_end() -> None:
    first, second = about_lines(ABOUT, 0.4 * width(JOURNEY), SIZE)
    assert ABOUT.startswith(first)
    assert second.endswith(ELLIPSIS)
    (word,) = about_lines("Incomprehensibilities", 60.0, SIZE)
    assert word.endswith(ELLIPSIS)
