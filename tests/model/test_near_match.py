"""Notes that may mean the same are found while typing; others are left in peace."""

import pytest
from hypothesis import given

from motwall.model.near_match import MOST_MATCHES, NearMatcher, stems_of
from motwall.model.records import Moment
from tests.factories import an_id
from tests.strategies import clean_texts


def known(*texts: str) -> NearMatcher:
    """A matcher that knows some notes, numbered from 1."""
    moments = (Moment(id=an_id(number), text=text) for number, text in enumerate(texts, start=1))
    return NearMatcher(moments)


def found(matcher: NearMatcher, text: str) -> list[str]:
    return [one.text for one in matcher.matches(text)]


@pytest.mark.parametrize(
    "typed",
    [
        "Rings to ask for a price",
        "ringing to ask the price",
        "RINGS, asks price!",
        "asks the price",
    ],
)
def test_the_same_in_other_words_is_near(typed: str) -> None:
    matcher = known("Rings to ask the price", "Parks behind the shop")
    assert found(matcher, typed) == ["Rings to ask the price"]


@pytest.mark.parametrize("typed", ["", "  ", "Waits at the till", "to the", "shopping list"])
def test_others_are_not(typed: str) -> None:
    assert found(known("Rings to ask the price", "Parks behind the house"), typed) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the phone is answered", "they answer the phone"),
        ("Parks the car", "parking a car"),
        ("calls", "they called"),
        ("Waiting for a reply", "waits for replies"),
        ("Pays at the till", "paying at till"),
        ("Stops to look at the window", "stopping, looks at windows"),
        ("Passes the glass door", "pass glass doors"),
        ("Queues at the counter", "queuing at our counter"),
        ("Ruft wegen der Preise an", "ruft an wegen Preis"),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert found(known(one), other) == [one]
    assert found(known(other), one) == [other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the phone is answered", "the email is answered"),
        ("Waits at the till", "Waits at the door"),
        ("Calls the office", "Visits the office"),
        ("Gets the receipt", "Gets the keys"),
        ("They have the right part", "They have the wrong colour"),
        ("Looks for the gate", "Looks for room for the bag"),
        ("Comes in with the dog", "Comes in with a question"),
        ("Reads the sign outside", "Reads the invoice"),
    ],
)
def test_unlike(one: str, other: str) -> None:
    assert found(known(one), other) == []
    assert found(known(other), one) == []


def test_what_the_team_merged_means_the_same() -> None:
    note = Moment(id=an_id(1), text="Rings us", merged=("Phones the shop",))
    assert found(NearMatcher([note]), "phoning the shop") == ["Rings us"]


def test_accents_and_short_words_count_as_one_would_think() -> None:
    assert found(known("Paye à la caisse"), "paye a la caissé") == ["Paye à la caisse"]
    # There is nothing but short words to compare.
    assert found(known("No 7"), "no 7") == ["No 7"]
    assert stems_of("The till") == {"til"}
    assert stems_of("What they get") == {"what", "they", "get"}


def test_the_likeliest_come_first_and_no_more_than_a_few() -> None:
    matcher = known(*[f"Waits at the counter {number}" for number in range(9)], "Counter")
    texts = found(matcher, "waits counter")
    assert len(texts) == MOST_MATCHES
    assert texts[0] == "Counter"


def test_what_changes_or_goes_is_no_longer_found() -> None:
    matcher = known("Rings to ask the price")
    matcher.know(Moment(id=an_id(1), text="Parks behind the house"))
    assert found(matcher, "rings to ask") == []
    assert found(matcher, "parks behind") == ["Parks behind the house"]
    matcher.forget(an_id(1))
    matcher.forget(an_id(1))
    assert found(matcher, "parks behind") == []


@given(clean_texts())
def test_a_text_is_near_itself_if_it_has_any_word(text: str) -> None:
    assert found(known(text), text) == ([text] if stems_of(text) else [])
