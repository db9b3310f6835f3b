from dataclasses import replace

from motwall.model.edits.customers import copy_for_customer, copy_for_new_customer
from motwall.model.order import stack
from motwall.model.patch import Patch
from motwall.model.records import Moment, Rating, Row
from motwall.model.rows import MAX_ROWS
from motwall.model.store import Store
from tests.factories import idea, moment, new_ids, row, step, store_with, texts

PLACE = step()
NOTE = moment("rings", at=PLACE, expectation="five rings", rating=Rating.MISERABLE, today="ten")


def do(store: Store, patch: Patch) -> str:
    store.check(patch)
    store.apply(patch)
    return str(patch.label)


def test_the_same_moment_for_another_customer_expects_something_else() -> None:
    students = row("Students")
    store = store_with(PLACE, NOTE, students, idea(NOTE))
    patch = copy_for_customer(store, NOTE.id, students.id, new_ids(), "a\tchat")
    assert do(store, patch) == "copying 1 note"
    (copied,) = stack(store, PLACE.id, students.id)
    assert (copied.text, copied.expectation, copied.rating, copied.today) == (
        "rings", "a chat", None, "",
    )  # fmt: skip
    assert store.get(Moment, NOTE.id) == NOTE


def test_a_row_for_a_new_customer_comes_with_the_copy() -> None:
    store = store_with(PLACE, NOTE)
    patch = copy_for_new_customer(store, NOTE.id, "Regu\tlars", new_ids(), "x" * 4001)
    assert patch.is_cut
    do(store, patch)
    (added,) = store.all(Row)
    assert (added.title, added.customer) == ("", "Regu lars")
    assert texts(stack(store, PLACE.id, added.id)) == ["rings"]


def test_what_cannot_be_copied_changes_nothing() -> None:
    loose, students = moment("loose"), row("Students")
    there = replace(NOTE, row_id=students.id)
    store = store_with(PLACE, there, loose, students)
    for moment_id in (loose.id, there.id):
        assert not copy_for_customer(store, moment_id, students.id, new_ids(), "x")
    assert not copy_for_new_customer(store, loose.id, "Regulars", new_ids())
    full = store_with(PLACE, NOTE, *(row(str(number)) for number in range(MAX_ROWS)))
    assert not copy_for_new_customer(full, NOTE.id, "Regulars", new_ids())
