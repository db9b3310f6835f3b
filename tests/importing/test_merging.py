from dataclasses import replace

import pytest

from motwall.export.json_file import json_text
from motwall.importing.json_plan import parse
from motwall.importing.merging import Merged, merge
from motwall.model.belongings import ladders_of, measures_of, questions_of, rungs_of
from motwall.model.errors import ImportRefused
from motwall.model.order import (
    actions_of,
    contact_types,
    ideas_of,
    rows_in_order,
    stack,
    unsorted_moments,
)
from motwall.model.palette import MAX_TYPES
from motwall.model.priorities import shortlisted
from motwall.model.records import (
    ContactType,
    Idea,
    Moment,
    PlannedAction,
    Record,
    Row,
    Stage,
    Step,
    Wall,
)
from motwall.model.rows import MAX_ROWS
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from tests.factories import (
    TODAY,
    action,
    an_id,
    contact_type,
    idea,
    ladder,
    measure,
    moment,
    new_ids,
    question,
    row,
    rung,
    stage,
    step,
    store_with,
    texts,
    wall,
)  # fmt: skip
from tests.importing.samples import picture


def merged(store: Store, *records: Record) -> Merged:
    """Merge a file of these records and do what the patch says."""
    found = merge(store, records, new_ids(0xB000))
    store.check(found.patch)
    store.apply(found.patch)
    parse(json_text(store).encode())  # whatever was merged is a wall that holds together
    return found


def test_a_wall_takes_itself_as_nothing_new() -> None:
    records = instantiate(load("shop"), new_ids(), TODAY)
    found = merged(Store(records), *records)
    assert not found.patch
    assert (found.left_alone, found.renamed) == (len(records) - 1, 0)


def test_the_wall_keeps_its_own_wall_record() -> None:
    store = store_with(wall(title="Mine"))
    merged(store, Wall(id=an_id(77), title="Theirs"), moment("new"))
    assert store.wall.title == "Mine"
    assert store.count(Wall) == 1


def test_a_shop_goes_into_another_wall_and_a_second_time_adds_nothing() -> None:
    records = instantiate(load("shop"), new_ids(), TODAY)
    store = Store(instantiate(load("airline"), new_ids(0xA000), TODAY))
    before, shop = picture(store), picture(Store(records))
    found = merged(store, *records)
    assert picture(store) == before + shop
    assert found.renamed == 0
    assert not merged(store, *records).patch


def test_types_map_by_code_then_by_name() -> None:
    phone, post = contact_type("Phone", "PH"), contact_type("Post", "PO")
    store = store_with(wall(), phone, post)
    their_phone, their_post = contact_type("Calls", "PH"), contact_type("POST", "XY")
    drone = contact_type("Drone", "DR", rank=1)
    one, two, three = (
        moment(pen.name, contact_type_id=pen.id) for pen in (their_phone, their_post, drone)
    )
    found = merged(store, their_phone, their_post, drone, one, two, three)
    assert store.get(Moment, one.id).contact_type_id == phone.id
    assert store.get(Moment, two.id).contact_type_id == post.id
    assert store.get(Moment, three.id).contact_type_id == drone.id
    assert contact_types(store)[-1].id == drone.id
    assert store.count(ContactType) == 3
    assert found.left_alone == 2


def test_a_type_known_under_the_same_id_is_that_type() -> None:
    twin = contact_type("Phone", "PH", rank=1)
    phone = contact_type("Phone", "PH", rank=2)
    store = store_with(wall(), twin, phone)
    note = moment("call", contact_type_id=phone.id)
    merged(store, phone, note)
    assert store.get(Moment, note.id).contact_type_id == phone.id


def test_more_than_sixteen_types_are_refused() -> None:
    pens = [contact_type(f"Type {n}", f"A{n:X}") for n in range(MAX_TYPES - 1)]
    store = store_with(wall(), *pens)
    merged(store, contact_type("Last", "ZZ"))
    with pytest.raises(ImportRefused):
        merge(store, [contact_type("One more", "ZY")], new_ids())


def test_other_content_gets_a_new_id_and_what_refers_to_it_comes_along() -> None:
    note, other = moment("Greet"), moment("Pay")
    thought = idea(note, "smile")
    follow = idea(note, "laugh", from_idea_id=thought.id)
    deed = action(note, "train", idea_id=thought.id)
    beside = idea(other, "cash")
    everything = (note, other, thought, follow, deed, beside)
    store = store_with(wall(), *everything)
    theirs = [replace(note, text="Greet warmly"), *everything[1:]]
    found = merged(store, *theirs)
    assert store.get(Moment, note.id).text == "Greet"
    assert store.get(Idea, thought.id).moment_id == note.id
    (copy,) = (one for one in store.all(Moment) if one.text == "Greet warmly")
    first, second = ideas_of(store, copy.id)
    assert (first.text, second.text) == ("smile", "laugh")
    assert second.from_idea_id == first.id
    (planned,) = actions_of(store, copy.id)
    assert (planned.text, planned.idea_id) == ("train", first.id)
    assert (found.left_alone, found.renamed) == (2, 4)


def test_an_id_of_another_type_is_other_content() -> None:
    note = moment("Greet")
    store = store_with(wall(), note)
    found = merged(store, Stage(id=note.id, title="Before"), Step(id=an_id(88), stage_id=note.id))
    assert store.get(Moment, note.id) == note
    assert picture(store) == [("Before", "", [])]
    assert found.renamed == 1


def test_a_place_on_the_wall_is_no_content() -> None:
    column = step("Counter", rank=5)
    placed, loose = moment("Greet", at=column, shortlist_rank=1), moment("Leave", x=3.0, y=4.0)
    store = store_with(wall(), column, placed, loose)
    moved = [
        replace(column, rank=99),
        replace(placed, rank=77, shortlist_rank=None),
        replace(loose, x=500.0, y=600.0),
    ]
    assert not merged(store, *moved).patch


def test_steps_come_after_those_there_in_their_order() -> None:
    store = store_with(wall(), here := step("here", rank=7000), moment("a", at=here))
    first, second = step("first", rank=1), step("second", rank=2)
    merged(store, second, first, moment("c", at=second), moment("b", at=first))
    assert picture(store) == [("", "here", ["a"]), ("", "first", ["b"]), ("", "second", ["c"])]


def test_a_stage_is_not_torn_apart() -> None:
    before, after = stage("Before"), stage("After")
    store = store_with(
        wall(), before, after, step("1", under=before, rank=1), step("2", under=after, rank=2)
    )
    more = [step("3", under=before, rank=3), step("4", under=before, rank=4)]
    merged(store, before, after, *more, step("5", under=after, rank=5))
    assert [one[:2] for one in picture(store)] == [
        ("Before", "1"), ("After", "2"), ("Before", "3"), ("Before", "4"), ("After", "5"),
    ]  # fmt: skip
    third, fourth = (store.get(Step, one.id) for one in more)
    assert third.stage_id == fourth.stage_id != before.id


def test_the_last_stage_goes_on() -> None:
    last = stage("After")
    store = store_with(wall(), last, step("1", under=last, rank=1))
    fresh = step("2", under=last, rank=2)
    merged(store, last, fresh)
    assert store.get(Step, fresh.id).stage_id == last.id


def test_added_notes_lie_below_what_is_there() -> None:
    column = step("Counter")
    there = moment("there", at=column, rank=5000)
    loose = moment("loose", x=10.0, y=200.0)
    store = store_with(wall(), column, there, loose)
    fresh = moment("fresh", at=column, rank=1)
    left, right = moment("left", x=0.0, y=50.0), moment("right", x=120.0, y=60.0)
    merged(store, column, fresh, left, right)
    assert [one.text for one in stack(store, column.id)] == ["there", "fresh"]
    found = unsorted_moments(store)
    assert [one.text for one in found] == ["loose", "left", "right"]
    assert found[1].y >= 276.0
    assert found[2].y - found[1].y == 10.0


def test_unsorted_notes_stay_where_they_are_on_a_wall_without_any() -> None:
    store = store_with(wall())
    merged(store, loose := moment("loose", x=10.0, y=200.0))
    assert store.get(Moment, loose.id) == loose


def test_added_ideas_and_actions_come_last() -> None:
    note = moment("Greet")
    store = store_with(wall(), note, idea(note, "a", rank=9000), action(note, "b", rank=9000))
    merged(store, note, idea(note, "d", rank=2), idea(note, "c", rank=1), action(note, "e", rank=1))
    assert [one.text for one in ideas_of(store, note.id)] == ["a", "c", "d"]
    assert [one.text for one in actions_of(store, note.id)] == ["b", "e"]


def test_questions_ladders_rungs_and_measures_come_last() -> None:
    note, fresh = moment("Greet"), moment("Fresh")
    steps = ladder(note, title="a", rank=9000)
    mine = [
        question(note, "a", rank=9000),
        steps,
        rung(steps, 1.0, rank=9000),
        measure(note, name="a", rank=9000),
        measure(name="a", rank=9000),
    ]
    store = store_with(wall(), note, *mine)
    theirs = [
        question(note, "b", rank=1),
        question(fresh, "c", rank=7),
        ladder(note, title="b", rank=1),
        rung(steps, 2.0, rank=1),
        measure(note, name="b", rank=1),
        measure(name="b", rank=1),
    ]
    merged(store, note, fresh, steps, *theirs)
    assert [one.text for one in questions_of(store, note.id)] == ["a", "b"]
    assert [one.rank for one in questions_of(store, fresh.id)] == [7]
    assert [one.title for one in ladders_of(store, note.id)] == ["a", "b"]
    assert [one.value for one in rungs_of(store, steps.id)] == [1.0, 2.0]
    for moment_id in (note.id, None):
        assert [one.name for one in measures_of(store, moment_id)] == ["a", "b"]


def test_the_shortlist_goes_on_up_to_five_and_ticks_stay() -> None:
    mine = [moment(f"mine {n}", is_ticked=True, shortlist_rank=n) for n in (1, 2, 3)]
    theirs = [moment(f"theirs {n}", is_ticked=True, shortlist_rank=n) for n in (1, 2, 3, 4)]
    store = store_with(wall(), *mine)
    merged(store, *reversed(theirs))
    names = [one.text for one in shortlisted(store)]
    assert names == ["mine 1", "mine 2", "mine 3", "theirs 1", "theirs 2"]
    assert all(one.is_ticked for one in store.all(Moment))


def test_an_edited_export_adds_the_edited_part_only() -> None:
    records = instantiate(load("shop"), new_ids(), TODAY)
    store = Store(records)
    # What refers to an edited record would come along with it.
    deed = next(one for one in store.all(PlannedAction) if not store.referrers(one.id))
    theirs = [replace(one, text="Else") if one == deed else one for one in records]
    found = merged(store, *theirs)
    assert found.renamed == len(found.patch.changes) == 1
    assert store.get(PlannedAction, an_id(0xB000)).text == "Else"
    assert store.get(PlannedAction, deed.id) == deed


def test_merging_is_taken_back_by_the_inverted_patch() -> None:
    store = Store(instantiate(load("airline"), new_ids(0xA000), TODAY))
    before = set(store.everything())
    shop = instantiate(load("shop"), new_ids(), TODAY)
    found = merged(store, *shop)
    assert found.patch.label.count == Store(shop).count(Moment)
    store.apply(found.patch.inverted())
    assert set(store.everything()) == before


def test_rows_map_by_title_and_new_ones_go_below() -> None:
    place = step("place", rank=1)
    mine = row("Online", rank=5)
    there = moment("there", at=place, into=mine, rank=1024)
    store = store_with(wall(), place, mine, there)
    theirs, other, unnamed = row("ONLINE"), row("Trade", rank=-3), row("", rank=9)
    added = [
        moment(text, at=place, into=into, rank=rank)
        for rank, (text, into) in enumerate(
            [("a", theirs), ("b", other), ("c", None), ("d", theirs)],
            start=1,
        )
    ]
    found = merged(store, place, theirs, other, unnamed, *added)
    assert [one.title for one in rows_in_order(store)] == ["Online", "Trade", ""]
    assert texts(stack(store, place.id, mine.id)) == ["there", "a", "d"]
    assert texts(stack(store, place.id, other.id)) == ["b"]
    assert texts(stack(store, place.id)) == ["c"]
    assert (found.left_alone, found.renamed) == (2, 0)
    assert not merged(store, place, theirs, other, unnamed, *added).patch


def test_a_row_known_under_its_id_with_another_title_is_added() -> None:
    known = row("Online")
    store = store_with(wall(), known)
    found = merged(store, replace(known, title="Web"))
    assert sorted(one.title for one in store.all(Row)) == ["Online", "Web"]
    assert found.renamed == 1


def test_more_rows_than_a_wall_can_have_are_refused() -> None:
    store = store_with(wall(), *(row(f"mine {number}") for number in range(MAX_ROWS)))
    with pytest.raises(ImportRefused) as caught:
        merge(store, [row("theirs")], new_ids(0xB000))
    assert caught.value.problems == [(0, "the wall would have more than 12 further rows")]
