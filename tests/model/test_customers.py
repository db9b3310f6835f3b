from motwall.model.customers import customer_name, rows_without, versions
from tests.factories import moment, row, step, store_with, wall

PLACE = step()
TOURISTS, STUDENTS = row("Tourists"), row(customer="Students")
NOTE = moment("Rings the bell", at=PLACE)


def test_customers_are_named_by_their_row() -> None:
    store = store_with(wall(customer="Regulars", row_title="In the shop"), TOURISTS, STUDENTS)
    assert customer_name(store, None) == "Regulars"
    assert customer_name(store, TOURISTS.id) == "Tourists"
    assert customer_name(store, STUDENTS.id) == "Students"
    assert customer_name(store_with(), None) == "Everyone"


def test_the_same_words_in_the_same_step_are_the_same_moment() -> None:
    other = moment("rings  the BELL", at=PLACE, into=STUDENTS)
    twin = moment("Rings the bell", at=PLACE, into=STUDENTS)
    elsewhere = moment("Rings the bell", at=step(), into=TOURISTS)
    store = store_with(PLACE, TOURISTS, STUDENTS, NOTE, other, twin, elsewhere)
    assert versions(store, NOTE) == [NOTE, other]
    assert versions(store, twin) == [NOTE, twin], "of its own row, the moment itself"
    assert [one.row_id for one in rows_without(store, NOTE)] == [TOURISTS.id]


def test_notes_without_words_are_not_the_same() -> None:
    blank, other = moment(at=PLACE), moment(at=PLACE, into=TOURISTS)
    assert versions(store_with(PLACE, TOURISTS, blank, other), blank) == [blank]


def test_an_unsorted_moment_is_alone() -> None:
    loose = moment("Rings the bell")
    store = store_with(PLACE, TOURISTS, NOTE, loose)
    assert versions(store, loose) == [loose]
    assert rows_without(store, loose) == []
