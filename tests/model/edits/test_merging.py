from dataclasses import replace
from datetime import date

from motwall.model.edits.ideas import add_idea
from motwall.model.edits.marks import rate
from motwall.model.edits.moments import merge_moments
from motwall.model.order import actions_of, ideas_of, stack, steps_in_order
from motwall.model.patch import Patch
from motwall.model.records import Assessment, Moment, Rating, Step
from motwall.model.store import Store
from tests.factories import (
    TODAY,
    action,
    contact_type,
    idea,
    moment,
    new_ids,
    step,
    store_with,
    texts,
)


def do(store: Store, patch: Patch) -> Patch:
    store.check(patch)
    store.apply(patch)
    return patch


def columns(store: Store) -> list[list[str]]:
    """The words on the timeline, step by step."""
    return [texts(stack(store, one.id)) for one in steps_in_order(store)]


def timeline(*columns_of_texts: str) -> tuple[Store, list[Step], dict[str, Moment]]:
    """A wall with a step for each word, a note for each letter of it."""
    steps = [step() for _ in columns_of_texts]
    notes = [
        moment(text, at=place)
        for place, column in zip(steps, columns_of_texts, strict=True)
        for text in column
    ]
    return store_with(*steps, *notes), steps, {one.text: one for one in notes}


def test_merged_notes_keep_words_ideas_actions_and_marks() -> None:
    phone = contact_type("Phone")
    store, _, notes = timeline("a", "b", "c")
    kept = replace(notes["a"], merged=("earlier",), issue="own")
    other = replace(
        notes["b"],
        merged=("b's own",),
        is_ticked=True,
        shortlist_rank=2,
        rating=Rating.MISERABLE,
        rated_on=date(2026, 1, 1),
        issue="other's",
        contact_type_id=phone.id,
    )
    records = [*(one for one in store.everything() if one.id not in {kept.id, other.id})]
    ideas = [idea(kept, "1", rank=5), idea(other, "2", rank=1), idea(other, "3", rank=2)]
    actions = [action(other, "do", rank=1, idea_id=ideas[1].id)]
    store = store_with(*records, kept, other, phone, *ideas, *actions)
    do(store, rate(store, [other.id], Rating.NEUTRAL, TODAY, new_ids(500)))
    ids = [kept.id, other.id, notes["c"].id]
    patch = do(store, merge_moments(store, ids, kept.id))
    assert columns(store) == [["a"]]
    (one,) = store.all(Moment)
    assert one.merged == ("earlier", "b", "b's own", "c")
    assert (one.is_ticked, one.shortlist_rank, one.rating) == (True, 2, Rating.NEUTRAL)
    assert (one.issue, one.contact_type_id) == ("own", phone.id)
    assert [each.text for each in ideas_of(store, kept.id)] == ["1", "2", "3"]
    assert [each.idea_id for each in actions_of(store, kept.id)] == [ideas[1].id]
    assert [each.moment_id for each in store.all(Assessment)] == [kept.id]
    assert str(patch.label) == "same moment: 3 notes"


def test_a_note_without_words_takes_the_first_of_the_others() -> None:
    store, _, notes = timeline("a", "b")
    blank = moment("", prompt="The door")
    store = store_with(*store.everything(), blank)
    do(store, merge_moments(store, [one.id for one in notes.values()], blank.id))
    (one,) = store.all(Moment)
    assert (one.text, one.merged) == ("a", ("b",))


def test_merging_blank_notes_adds_no_words() -> None:
    one, two = moment(""), moment("")
    store = store_with(one, two)
    do(store, merge_moments(store, [one.id, two.id], two.id))
    assert store.all(Moment) == [two]


def test_merging_a_note_with_itself_changes_nothing() -> None:
    store, _, notes = timeline("a")
    assert not merge_moments(store, [notes["a"].id], notes["a"].id)


def test_ideas_handed_over_come_after_those_that_are_there() -> None:
    store, _, notes = timeline("a", "b")
    ids = new_ids(900)
    for name in "aabb":
        text = f"{name}{ids()[-3:]}"
        do(store, add_idea(store, notes[name].id, text, ids()))
    do(store, merge_moments(store, [notes["a"].id], notes["b"].id))
    merged = [one.text[0] for one in ideas_of(store, notes["b"].id)]
    assert merged == ["b", "b", "a", "a"]
