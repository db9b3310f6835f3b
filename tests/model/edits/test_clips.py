from dataclasses import replace

from motwall.model.edits.clips import Clip, clip, clip_of, paste
from motwall.model.order import actions_of, ideas_of, stack, steps_in_order
from motwall.model.palette import MAX_TYPES
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Idea, Moment, PlannedAction, Rating, Stage, Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget, StackTarget, UnsortedTarget
from tests.factories import (
    action,
    contact_type,
    idea,
    moment,
    new_ids,
    session,
    stage,
    step,
    store_with,
    texts,
    wall,
)


def do(store: Store, patch: Patch) -> Patch:
    store.check(patch)
    store.apply(patch)
    return patch


MEETING, PHONE, PLACE = session(), contact_type("Phone", "PH"), step()
NOTE = moment(
    "a",
    at=PLACE,
    contact_type_id=PHONE.id,
    rating=Rating.NEUTRAL,
    is_ticked=True,
    shortlist_rank=1,
)
OTHER = moment("b", at=PLACE)
SOURCE = idea(NOTE, "source", session_id=MEETING.id)
TURNED = idea(NOTE, "turned", from_idea_id=SOURCE.id)
PLANNED = action(NOTE, "do", idea_id=TURNED.id, session_id=MEETING.id)
ORIGIN = (MEETING, PHONE, contact_type("Mail", "EM"), PLACE, NOTE, OTHER, SOURCE, TURNED, PLANNED)


def test_a_clip_holds_what_belongs_to_the_moments() -> None:
    copied = clip(store_with(*ORIGIN), [OTHER.id, NOTE.id])
    assert copied.moments == (
        replace(NOTE, step_id=None, shortlist_rank=None),
        replace(OTHER, step_id=None),
    )
    assert copied.contact_types == (PHONE,)
    assert copied.belongings == (
        replace(SOURCE, session_id=None),
        TURNED,
        replace(PLANNED, session_id=None),
    )


def test_a_clip_comes_back_from_its_records() -> None:
    copied = clip(store_with(*ORIGIN), [NOTE.id, OTHER.id])
    assert clip_of([wall(), *copied.records(), step()]) == copied


def test_pasting_into_the_same_wall() -> None:
    store = store_with(*ORIGIN)
    patch = do(store, paste(store, clip(store, [NOTE.id]), GapTarget(1), new_ids()))
    assert str(patch.label) == "pasting 1 note"
    (twin,) = stack(store, steps_in_order(store)[1].id)
    assert twin.id != NOTE.id
    assert (twin.text, twin.contact_type_id, twin.rating, twin.is_ticked) == (
        "a", PHONE.id, Rating.NEUTRAL, True,
    )  # fmt: skip
    assert twin.shortlist_rank is None
    first, second = ideas_of(store, twin.id)
    assert second.from_idea_id == first.id
    assert [one.idea_id for one in actions_of(store, twin.id)] == [second.id]
    assert store.count(ContactType) == 2


def test_pasting_into_another_wall_brings_the_types() -> None:
    store = store_with(step("there"))
    copied = clip(store_with(*ORIGIN), [NOTE.id, OTHER.id])
    do(store, paste(store, copied, StackTarget(store.all(Step)[0].id, 0), new_ids()))
    (added,) = store.all(ContactType)
    assert (added.name, added.code) == ("Phone", "PH")
    assert added.id != PHONE.id
    assert [one.contact_type_id for one in store.all(Moment)] == [added.id, None]
    assert {one.session_id for one in store.all(Idea)} == {None}
    assert {one.session_id for one in store.all(PlannedAction)} == {None}


def test_types_map_by_id_then_code_and_name_then_name() -> None:
    copied = clip(store_with(*ORIGIN), [NOTE.id])
    for there in (
        replace(PHONE, name="Renamed", code="RE"),
        contact_type("Phone", "PH"),
        contact_type("PHONE", "TE"),
    ):
        store = store_with(there)
        do(store, paste(store, copied, UnsortedTarget(0.0, 0.0), new_ids()))
        assert [one.contact_type_id for one in store.all(Moment)] == [there.id]
        assert store.all(ContactType) == [there]


def test_a_new_type_with_a_taken_code_gets_another() -> None:
    there = contact_type("Photo", "PH")
    store = store_with(there)
    do(store, paste(store, clip(store_with(*ORIGIN), [NOTE.id]), GapTarget(0), new_ids()))
    assert {one.code for one in store.all(ContactType)} == {"PH", "P2"}


def test_several_new_types_get_codes_of_their_own_as_long_as_there_is_room() -> None:
    wanted = [contact_type(name, "PH") for name in ("Phone", "Photo", "Phonograph")]
    notes = [moment(one.name, contact_type_id=one.id) for one in wanted]
    there = [contact_type(str(number), f"A{number}") for number in range(9)]
    there += [contact_type(str(number), f"B{number}") for number in range(MAX_TYPES - 11)]
    store = store_with(*there)
    content = Clip(tuple(notes), tuple(wanted))
    do(store, paste(store, content, UnsortedTarget(0.0, 0.0), new_ids()))
    assert store.count(ContactType) == MAX_TYPES
    by_id = {one.id: one.code for one in store.all(ContactType)}
    assert [by_id.get(one.contact_type_id or "") for one in store.all(Moment)] == ["PH", "P2", None]


def test_what_the_clipboard_makes_up_is_left_out() -> None:
    stray = moment("a", step_id=step().id, contact_type_id=PHONE.id, shortlist_rank=1)
    content = clip_of([stray, idea(moment("none"), "stray"), action(moment("none"), "stray")])
    store = store_with()
    do(store, paste(store, content, UnsortedTarget(0.0, 0.0), new_ids()))
    assert texts(store.all(Moment)) == ["a"]
    (pasted,) = store.all(Moment)
    assert (pasted.contact_type_id, pasted.shortlist_rank, pasted.step_id) == (None, None, None)
    assert store.all(Idea) == []
    assert store.all(PlannedAction) == []


def test_several_unsorted_notes_keep_their_distances() -> None:
    notes = [moment("1", x=100.0, y=100.0), moment("2", x=250.0, y=90.0)]
    store = store_with(*notes)
    content = clip(store, [one.id for one in notes])
    do(store, paste(store, content, UnsortedTarget(0.0, 0.0), new_ids()))
    pasted = {(one.text, one.x, one.y) for one in store.all(Moment)[2:]}
    assert pasted == {("1", 0.0, 10.0), ("2", 150.0, 0.0)}


def test_pasting_beside_the_empty_step_of_a_stage_takes_its_place() -> None:
    own = stage("A")
    store = store_with(own, step(under=own))
    content = Clip((moment("a"),))
    do(store, paste(store, content, GapTarget(1, own.id), new_ids()))
    assert [texts(stack(store, one.id)) for one in steps_in_order(store)] == [["a"]]
    assert store.all(Stage) == [own]


def test_an_empty_clip_changes_nothing() -> None:
    assert not paste(store_with(step("a")), Clip(), GapTarget(0), new_ids())
