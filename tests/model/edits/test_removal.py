from dataclasses import replace

from motwall.model.edits.removal import removal
from motwall.model.patch import Change
from tests.factories import action, an_id, contact_type, idea, moment, session, step, store_with


def test_what_cannot_be_without_it_goes_and_others_forget() -> None:
    place, meeting = step(), session()
    note, other = moment("a", at=place), moment("b")
    own = idea(note, session_id=meeting.id)
    turned = idea(other, from_idea_id=own.id, session_id=meeting.id)
    planned = action(other, idea_id=own.id)
    store = store_with(place, meeting, note, other, own, turned, planned)
    assert set(removal(store, [note.id, meeting.id, an_id(99), note.id])) == {
        Change(note, None),
        Change(meeting, None),
        Change(own, None),
        Change(turned, replace(turned, from_idea_id=None, session_id=None)),
        Change(planned, replace(planned, idea_id=None)),
    }


def test_what_the_caller_has_taken_care_of_stays() -> None:
    note, phone = moment("a"), contact_type("Phone")
    own, coloured = idea(note), moment("c", contact_type_id=phone.id)
    store = store_with(note, phone, own, coloured)
    assert removal(store, [note.id], except_for={own.id}) == [Change(note, None)]
    assert removal(store, [phone.id], except_for={coloured.id}) == [Change(phone, None)]


def test_records_that_refer_to_each_other_go_together() -> None:
    note = moment("a")
    first = idea(note)
    second = idea(note, from_idea_id=first.id)
    store = store_with(note, first, second)
    assert {(one.record.id, one.after) for one in removal(store, [first.id, second.id])} == {
        (first.id, None),
        (second.id, None),
    }
