"""The same thing under another id."""

from motwall.model.twins import twin_of
from tests.factories import an_id, contact_type, moment, row, store_with

PHONE = contact_type("Telephone", "PH", id=an_id(1))
DESK = contact_type("Desk", "DE", id=an_id(2))
ONLINE = row("Online", id=an_id(3))
NOTE = moment("Online", id=an_id(4))
STORE = store_with(PHONE, DESK, ONLINE, NOTE)


def test_a_contact_type_is_known_by_its_code_before_its_name() -> None:
    assert twin_of(STORE, contact_type("Desk", "PH")) == PHONE
    assert twin_of(STORE, contact_type("DESK", "XX")) == DESK
    assert twin_of(STORE, contact_type("Letter", "XX")) is None


def test_a_row_is_known_by_its_title_if_it_has_one() -> None:
    assert twin_of(STORE, row("ONLINE")) == ONLINE
    assert twin_of(store_with(row("")), row("")) is None


def test_notes_of_the_same_words_are_two() -> None:
    assert twin_of(STORE, moment("Online")) is None
