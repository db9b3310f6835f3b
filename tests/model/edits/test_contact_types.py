from dataclasses import replace

import pytest

from motwall.model.edits.contact_types import (
    add_contact_type,
    change_contact_type,
    code_for,
    free_code,
    merge_contact_types,
    remove_contact_type,
)
from motwall.model.order import RANK_STEP, contact_types
from motwall.model.palette import MAX_TYPES
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment, Pattern
from motwall.model.store import Store
from tests.factories import contact_type, moment, store_with


def do(store: Store, patch: Patch) -> None:
    store.check(patch)
    store.apply(patch)


def codes(store: Store) -> list[str]:
    return [one.code for one in contact_types(store)]


def test_types_are_added_at_the_end_with_a_code_of_their_own() -> None:
    store = store_with()
    do(store, add_contact_type(store, contact_type("Phone", "PH", rank=-5)))
    do(store, add_contact_type(store, contact_type("Photo", "PH")))
    assert codes(store) == ["PH", "P2"]
    assert [one.rank for one in contact_types(store)] == [RANK_STEP, 2 * RANK_STEP]


def test_the_name_is_one_clean_line() -> None:
    store = store_with()
    patch = add_contact_type(store, contact_type("x" * 200))
    assert not patch.is_cut
    # A record cannot hold such a name; one that comes from a dialog is cleaned by the edit.
    raw = contact_type("a")
    object.__setattr__(raw, "name", "two\nlines" + "x" * 200)
    patch = add_contact_type(store, raw)
    assert patch.is_cut
    do(store, patch)
    assert store.all(ContactType)[0].name.startswith("two lines")


def test_sixteen_types_are_enough() -> None:
    store = store_with()
    for _ in range(MAX_TYPES):
        do(store, add_contact_type(store, contact_type("x")))
    assert len(set(codes(store))) == MAX_TYPES == 16
    assert not add_contact_type(store, contact_type("one more", "AB"))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Face to face", "FT"),
        ("Telephone", "TE"),
        ("\u00c9cole \u00e9t\u00e9", "EE"),
        ("x", "XX"),
        ("24", "XX"),
        ("\u7535\u8bdd", "XX"),
        ("", "XX"),
    ],
)
def test_a_code_comes_from_the_name(name: str, code: str) -> None:
    assert code_for(name) == code
    assert contact_type(name, code).code == code


def test_free_codes_go_on_through_digits_and_letters() -> None:
    taken = ["PH", *("P" + digit for digit in "23456789A")]
    store = store_with(*(contact_type(code, code) for code in taken))
    assert free_code(store, "PH") == "PB"
    assert free_code(store, "EM") == "EM"
    assert free_code(store, "PH", except_for=store.all(ContactType)[0].id) == "PH"


def test_a_letter_with_no_free_code_left_is_no_crash() -> None:
    every = [f"P{one}" for one in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    assert free_code(store_with(*(contact_type(code, code) for code in every)), "PH") == "PH"


def test_changing_keeps_id_and_rank() -> None:
    phone, mail = contact_type("Phone", "PH", rank=7), contact_type("Mail", "EM", rank=8)
    store = store_with(phone, mail)
    wanted = replace(phone, name="Call", code="EM", pattern=Pattern.GRID, rank=99)
    do(store, change_contact_type(store, wanted))
    assert store.get(ContactType, phone.id) == replace(wanted, code="E2", rank=7)
    same = store.get(ContactType, phone.id)
    assert not change_contact_type(store, same)


def test_merging_moves_the_notes() -> None:
    types = [contact_type(code, code) for code in ("PH", "EM", "FF")]
    notes = [moment(one.code, contact_type_id=one.id) for one in types]
    store = store_with(*types, *notes)
    patch = merge_contact_types(store, [one.id for one in types[:2]], types[1].id)
    assert str(patch.label) == "merging 2 contact types"
    do(store, patch)
    assert {one.text: one.contact_type_id for one in store.all(Moment)} == {
        "PH": types[1].id,
        "EM": types[1].id,
        "FF": types[2].id,
    }
    assert set(codes(store)) == {"EM", "FF"}
    assert not merge_contact_types(store, [types[2].id], types[2].id)


def test_without_their_type_notes_are_plain_paper() -> None:
    phone = contact_type("Phone")
    note = moment("a", contact_type_id=phone.id)
    store = store_with(phone, note)
    do(store, remove_contact_type(store, phone.id))
    assert store.all(ContactType) == []
    assert store.all(Moment) == [replace(note, contact_type_id=None)]


def test_changing_what_is_not_there_is_a_bug() -> None:
    with pytest.raises(KeyError):
        change_contact_type(store_with(), contact_type("gone"))
