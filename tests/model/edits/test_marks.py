from dataclasses import replace
from datetime import date, timedelta

from motwall.model.edits.marks import (
    rate,
    reorder_shortlist,
    set_contact_type,
    set_priority,
    shortlist,
    tick,
    unshortlist,
)
from motwall.model.patch import Patch
from motwall.model.priorities import MOST, priorities, shortlisted
from motwall.model.records import Assessment, Evidence, Moment, Rating
from motwall.model.store import Store
from tests.factories import TODAY, contact_type, moment, new_ids, session, store_with, texts


def do(store: Store, patch: Patch) -> str:
    store.check(patch)
    store.apply(patch)
    return str(patch.label)


def test_colouring_several_and_back_to_plain_paper() -> None:
    phone, one, two = contact_type("Phone"), moment("1"), moment("2")
    store = store_with(phone, one, two)
    assert do(store, set_contact_type(store, [one.id, two.id, one.id], phone.id)) == (
        "colouring 2 notes"
    )
    assert {each.contact_type_id for each in store.all(Moment)} == {phone.id}
    do(store, set_contact_type(store, [one.id], None))
    assert store.get(Moment, one.id) == one


def test_without_its_tick_a_moment_leaves_the_shortlist() -> None:
    note = moment("a", is_ticked=True, shortlist_rank=2)
    store = store_with(note)
    assert not tick(store, [note.id], is_ticked=True)
    assert do(store, tick(store, [note.id], is_ticked=False)) == "taking 1 tick away"
    assert store.get(Moment, note.id) == replace(note, is_ticked=False, shortlist_rank=None)
    assert do(store, tick(store, [note.id], is_ticked=True)) == "ticking 1 note"


def test_choosing_up_to_five_in_order() -> None:
    notes = [moment(str(number)) for number in range(7)]
    store = store_with(*notes)
    for one in reversed(notes):
        do(store, shortlist(store, one.id))
    assert texts(shortlisted(store)) == ["6", "5", "4", "3", "2"]
    assert len(shortlisted(store)) == MOST
    assert all(one.is_ticked for one in shortlisted(store))
    assert not shortlist(store, notes[0].id)
    assert not shortlist(store, notes[6].id)


def test_the_next_choice_comes_last_whatever_was_taken_off() -> None:
    notes = [moment(str(number)) for number in range(4)]
    store = store_with(*notes)
    for one in notes[:3]:
        do(store, shortlist(store, one.id))
    do(store, unshortlist(store, [notes[1].id]))
    assert store.get(Moment, notes[1].id).is_ticked
    do(store, shortlist(store, notes[3].id))
    do(store, shortlist(store, notes[1].id))
    assert texts(shortlisted(store)) == ["0", "2", "3", "1"]


def test_a_priority_by_its_number() -> None:
    notes = [moment(str(number)) for number in range(7)]
    store = store_with(*notes)
    for one in notes[:3]:
        do(store, tick(store, [one.id], is_ticked=True))
    assert do(store, set_priority(store, notes[3].id, 2)) == "choice of priority"
    assert texts(shortlisted(store)) == ["0", "3", "1", "2"], "ticked ones are chosen ones now"
    do(store, set_priority(store, notes[0].id, 9))
    assert texts(priorities(store)) == ["3", "1", "2", "0"]
    assert not set_priority(store, notes[2].id, 3), "it is so already"
    do(store, set_priority(store, notes[4].id, 1))
    assert not set_priority(store, notes[5].id, 1), "five are chosen"
    do(store, set_priority(store, notes[4].id, None))
    assert store.get(Moment, notes[4].id).is_ticked
    assert texts(priorities(store)) == ["3", "1", "2", "0"]
    assert not set_priority(store, notes[4].id, None)


def test_the_only_priority_is_none_any_more() -> None:
    few = [moment(str(number), is_ticked=True) for number in range(1)]
    store = store_with(*few)
    do(store, set_priority(store, few[0].id, None))
    assert not store.get(Moment, few[0].id).is_ticked, "with its tick it would be one again"
    many = [moment(str(number), is_ticked=True) for number in range(7)]
    store = store_with(*many)
    do(store, set_priority(store, many[6].id, 3))
    assert texts(priorities(store)) == ["6"]
    do(store, set_priority(store, many[6].id, None))
    assert store.get(Moment, many[6].id) == many[6], "among many ticks it keeps its own"
    assert priorities(store) == []


def test_rating_writes_an_assessment_in_the_same_patch() -> None:
    note = moment("a", evidence=Evidence.SHOPPED)
    meeting = session()
    store = store_with(note, meeting)
    patch = rate(store, [note.id], Rating.MISERABLE, TODAY, new_ids(), meeting.id)
    assert do(store, patch) == "rating 1 note"
    assert store.get(Moment, note.id) == replace(note, rating=Rating.MISERABLE, rated_on=TODAY)
    (made,) = store.all(Assessment)
    assert (made.moment_id, made.session_id, made.rated_on, made.rating, made.evidence) == (
        note.id, meeting.id, TODAY, Rating.MISERABLE, Evidence.SHOPPED,
    )  # fmt: skip


def test_rating_again_on_the_same_day_corrects() -> None:
    note = moment("a")
    store, ids = store_with(note), new_ids()
    do(store, rate(store, [note.id], Rating.MISERABLE, TODAY, ids))
    do(store, rate(store, [note.id], Rating.MAGICAL, TODAY, ids))
    assert [one.rating for one in store.all(Assessment)] == [Rating.MAGICAL]


def test_rating_on_another_day_or_in_another_session_adds() -> None:
    note, meeting = moment("a"), session()
    store, ids = store_with(note, meeting), new_ids()
    do(store, rate(store, [note.id], Rating.MISERABLE, TODAY, ids))
    do(store, rate(store, [note.id], Rating.NEUTRAL, TODAY + timedelta(days=7), ids))
    do(store, rate(store, [note.id], Rating.MAGICAL, TODAY, ids, meeting.id))
    assert len(store.all(Assessment)) == 3
    assert store.get(Moment, note.id).rating is Rating.MAGICAL


def test_taking_a_rating_away_takes_that_days_assessment_along() -> None:
    note = moment("a")
    store, ids = store_with(note), new_ids()
    assert not rate(store, [note.id], None, TODAY, ids)
    do(store, rate(store, [note.id], Rating.MISERABLE, date(2026, 1, 1), ids))
    do(store, rate(store, [note.id], Rating.NEUTRAL, TODAY, ids))
    assert do(store, rate(store, [note.id], None, TODAY, ids)) == "taking 1 rating away"
    assert store.get(Moment, note.id) == note
    assert [one.rating for one in store.all(Assessment)] == [Rating.MISERABLE]


def test_a_priority_changes_places_with_its_neighbour() -> None:
    notes = [moment(str(number)) for number in range(4)]
    store = store_with(*notes)
    for one in notes[:3]:
        do(store, shortlist(store, one.id))
    do(store, unshortlist(store, [notes[1].id]))
    do(store, shortlist(store, notes[3].id))
    assert texts(shortlisted(store)) == ["0", "2", "3"]
    assert do(store, reorder_shortlist(store, notes[2].id, -1)) == "order of the priorities"
    assert texts(shortlisted(store)) == ["2", "0", "3"]
    assert [one.shortlist_rank for one in shortlisted(store)] == [1, 2, 3]
    do(store, reorder_shortlist(store, notes[0].id, 1))
    assert texts(shortlisted(store)) == ["2", "3", "0"]
    for moment_id, way in ((notes[2].id, -1), (notes[0].id, 1), (notes[1].id, 1)):
        assert not reorder_shortlist(store, moment_id, way)
