from dataclasses import replace

import pytest

from motwall.model.journey import parted, taken_apart
from motwall.model.words import journey
from tests.factories import wall


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (
            "A dog owner, from first search to the next vaccination",
            ("A dog owner", "first search", "the next vaccination"),
        ),
        ("Regulars from smell to crumbs", ("Regulars", "smell", "crumbs")),
        ("Regulars \N{EN DASH} From smell TO crumbs", ("Regulars", "smell", "crumbs")),
        ("from smell to crumbs", ("", "smell", "crumbs")),
        (
            "Somebody from Syria, from first call to own flat",
            ("Somebody from Syria", "first call", "own flat"),
        ),
        ("Guests, from going to bed to waking", ("Guests", "going", "bed to waking")),
    ],
)
def test_a_whole_sentence_is_taken_apart(words: str, parts: tuple[str, str, str]) -> None:
    assert taken_apart(words) == parts


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Regulars",
        "Regulars, from smell",
        "Regulars, from smell to ",
        "Children from 3 to 6",
        "Adults, from birth to 99",
        "Afrom smell to crumbs",
    ],
)
def test_what_is_no_whole_sentence_stays(words: str) -> None:
    assert taken_apart(words) is None
    whole = wall(customer=words)
    assert parted(whole) == whole


def test_what_is_asked_at_once_is_stored_once() -> None:
    words = "Regulars, from smell to crumbs"
    whole = wall(customer=words)
    parts = replace(whole, customer="Regulars", starts_with="smell", ends_with="crumbs")
    assert parted(whole) == parts
    assert journey(parts) == words
    assert parted(parts) == parts
    # Said twice the same way; and another way, of which nothing may be lost.
    assert parted(replace(whole, starts_with="Smell")) == replace(parts, starts_with="Smell")
    other = replace(whole, starts_with="smell", ends_with="receipt")
    assert parted(other) == other
