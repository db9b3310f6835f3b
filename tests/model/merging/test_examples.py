"""What a merge comes to, case by case."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from motwall.model.edits.ideas import add_idea
from motwall.model.edits.moments import delete_moments, merge_moments
from motwall.model.edits.steps import remove_step
from motwall.model.errors import MergeRefused
from motwall.model.merging.settling import resolved
from motwall.model.merging.three_way import Merge, Side, merge
from motwall.model.order import RANK_STEP, stack, steps_in_order
from motwall.model.palette import MAX_TYPES
from motwall.model.patch import Change, Label, Patch
from motwall.model.priorities import shortlisted
from motwall.model.records import (
    Answer,
    ContactType,
    Idea,
    Moment,
    PlannedAction,
    Rating,
    Record,
    Session,
    Stage,
    Step,
)
from motwall.model.store import Store
from tests.factories import (
    TODAY,
    action,
    an_id,
    answer,
    contact_type,
    idea,
    moment,
    observation,
    question,
    row,
    session,
    stage,
    step,
    store_with,
    wall,
)
from tests.model.merging.copies import after

PLACE = step("Shop", id=an_id(1), rank=RANK_STEP)
NOTE = moment("Greets", at=PLACE, id=an_id(2), rank=RANK_STEP)
OTHER = moment("Pays", at=PLACE, id=an_id(3), rank=2 * RANK_STEP)
LAMP = idea(NOTE, "A lamp", id=an_id(4))
WALL = wall(id=an_id(9))
BASE = Store([WALL, PLACE, NOTE, OTHER, LAMP])


def changed(*changes: tuple[Record | None, Record | None], base: Store = BASE) -> Store:
    """The wall after some changes: (before, after)."""
    return after(base, Patch.of([Change(*one) for one in changes]))


def made(merged: Merge, *sides: Side) -> Store:
    """This wall after the merge; a side for each conflict, in their order."""
    keys = [one.key for one in merged.conflicts]
    choices = dict(zip(keys, sides, strict=True)) if sides else {}
    return after(merged.mine, resolved(merged, choices))


def written(record: Record, **values: object) -> tuple[Record, Record]:
    return record, replace(record, **values)  # type: ignore[arg-type] # named in the test


def texts(notes: Iterable[Moment]) -> list[str]:
    return [one.text for one in notes]


# --- fields ---


def test_fields_of_one_note_come_from_both() -> None:
    mine, theirs = changed(written(NOTE, issue="Dark")), changed(written(NOTE, today="Rings"))
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts == ()
    assert made(merged).get(Moment, NOTE.id) == replace(NOTE, issue="Dark", today="Rings")
    assert resolved(merged, {}).label == Label("merging with another copy")


@pytest.mark.parametrize(
    ("side", "text"),
    [(Side.MINE, "Hello"), (Side.THEIRS, "Good day"), (Side.BOTH, "Hello\nGood day")],
)
def test_a_text_that_both_changed_is_chosen(side: Side, text: str) -> None:
    mine, theirs = changed(written(NOTE, text="Hello")), changed(written(NOTE, text="Good day"))
    merged = merge(BASE, mine, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.key, conflict.can_keep_both) == ((NOTE.id, "text"), True)
    assert made(merged, side).get(Moment, NOTE.id).text == text


def test_the_same_change_is_no_conflict() -> None:
    both = changed(written(NOTE, text="Hello"))
    assert merge(BASE, both, both).conflicts == ()


def test_two_lines_stay_one_line_and_what_is_too_long_is_cut_and_said() -> None:
    mine = changed(written(PLACE, title="a" * 150))
    theirs = changed(written(PLACE, title="b" * 150))
    merged = merge(BASE, mine, theirs)
    patch = resolved(merged, {merged.conflicts[0].key: Side.BOTH})
    title = after(mine, patch).get(Step, PLACE.id).title
    assert title == "a" * 150 + " / " + "b" * 47
    assert patch.is_cut


def test_a_rating_is_chosen_with_its_day_and_equal_ratings_take_the_later_day() -> None:
    later = TODAY.replace(day=24)
    mine = changed(written(NOTE, rating=Rating.MAGICAL, rated_on=TODAY))
    theirs = changed(written(NOTE, rating=Rating.MISERABLE, rated_on=later))
    merged = merge(BASE, mine, theirs)
    assert [one.unit for one in merged.conflicts] == [("rating", "rated_on")]
    assert not merged.conflicts[0].can_keep_both
    found = made(merged, Side.THEIRS).get(Moment, NOTE.id)
    assert (found.rating, found.rated_on) == (Rating.MISERABLE, later)
    same = changed(written(NOTE, rating=Rating.MAGICAL, rated_on=later))
    assert made(merge(BASE, mine, same)).get(Moment, NOTE.id).rated_on == later


def test_a_note_moved_to_two_places_is_a_question_and_a_loose_one_is_not() -> None:
    one, two = step("One", id=an_id(11), rank=5), step("Two", id=an_id(12), rank=6)
    mine = changed((None, one), written(NOTE, step_id=one.id))
    theirs = changed((None, two), written(NOTE, step_id=two.id))
    merged = merge(BASE, mine, theirs)
    assert [one.unit[0] for one in merged.conflicts] == ["step_id"]
    assert made(merged, Side.THEIRS).get(Moment, NOTE.id).step_id == two.id
    here = changed(written(NOTE, step_id=None, x=5.0))
    there = changed(written(NOTE, step_id=None, x=9.0))
    again = merge(BASE, here, there)
    assert again.conflicts == ()
    assert made(again).get(Moment, NOTE.id).x == 5.0


def test_words_of_equal_notes_come_from_both() -> None:
    base = changed(written(NOTE, merged=("was", "gone")))
    note = base.get(Moment, NOTE.id)
    mine = changed((note, replace(note, merged=("was", "mine"))), base=base)
    theirs = changed((note, replace(note, merged=("was", "gone", "theirs"))), base=base)
    assert made(merge(base, mine, theirs)).get(Moment, NOTE.id).merged == ("was", "mine", "theirs")


# --- deleted and changed ---


@pytest.mark.parametrize("is_mine", [True, False])
@pytest.mark.parametrize("side", [Side.MINE, Side.THEIRS])
def test_deleted_here_and_changed_there_is_chosen(side: Side, is_mine: bool) -> None:
    gone = after(BASE, delete_moments(BASE, [NOTE.id]))
    kept = after(BASE, add_idea(BASE, NOTE.id, "A bell", an_id(21)))
    merged = merge(BASE, *((gone, kept) if is_mine else (kept, gone)))
    (conflict,) = merged.conflicts
    assert conflict.key == (NOTE.id, "")
    assert (conflict.mine is None) is is_mine
    store = made(merged, side)
    is_kept = (side is Side.THEIRS) is is_mine
    assert [one.text for one in store.referring(Idea, "moment_id", NOTE.id)] == (
        ["A lamp", "A bell"] if is_kept else []
    )
    assert (store.find(Moment, NOTE.id) is not None) is is_kept
    assert store.count(Idea) == (2 if is_kept else 0)


def test_deleted_here_and_left_alone_there_is_deleted() -> None:
    gone = after(BASE, delete_moments(BASE, [NOTE.id]))
    told = changed(written(OTHER, text="Pays by card"))
    merged = merge(BASE, told, gone)
    assert merged.conflicts == ()
    assert made(merged).find(Moment, NOTE.id) is None
    assert made(merged).count(Idea) == 0


def test_what_moved_to_another_note_stays_when_the_first_one_goes() -> None:
    together = after(BASE, merge_moments(BASE, [NOTE.id, OTHER.id], OTHER.id))
    rewritten = changed(written(LAMP, text="A brighter lamp"))
    merged = merge(BASE, together, rewritten)
    assert merged.conflicts == ()
    assert made(merged).get(Idea, LAMP.id) == replace(
        together.get(Idea, LAMP.id), text="A brighter lamp"
    )


def test_a_deleted_step_comes_back_for_a_note_that_was_put_there() -> None:
    fresh = moment("Asks", at=PLACE, id=an_id(22), rank=99)
    gone = after(BASE, remove_step(BASE, PLACE.id))
    for mine, theirs in (
        (gone, changed((None, fresh))),
        (changed((None, fresh)), gone),
    ):
        merged = merge(BASE, mine, theirs)
        assert merged.conflicts == ()
        store = made(merged)
        assert texts(stack(store, PLACE.id)) == ["Asks"]
        assert store.get(Moment, NOTE.id).step_id is None


def test_a_step_that_stays_deleted_lets_its_new_note_lie_below_the_loose_ones() -> None:
    fresh = moment("Asks", at=PLACE, id=an_id(22), rank=99)
    gone = after(BASE, remove_step(BASE, PLACE.id))
    theirs = changed((None, fresh), written(PLACE, title="Counter"))
    merged = merge(BASE, gone, theirs)
    store = made(merged, Side.MINE)
    assert store.count(Step) == 0
    loose = store.get(Moment, fresh.id)
    assert loose.step_id is None
    assert loose.y > store.get(Moment, NOTE.id).y


def test_a_stage_is_never_asked_about() -> None:
    named = stage("Before", id=an_id(31))
    base = changed((None, named), written(PLACE, stage_id=named.id))
    here = base.get(Step, PLACE.id)
    mine = changed((here, replace(here, stage_id=None)), (named, None), base=base)
    theirs = changed((named, replace(named, title="Earlier")), base=base)
    merged = merge(base, mine, theirs)
    assert merged.conflicts == ()
    assert made(merged).count(Stage) == 0


def test_a_stage_whose_steps_both_copies_took_away_goes() -> None:
    named = stage("Before", id=an_id(31))
    one, two = (step("s", under=named, id=an_id(32 + number), rank=number) for number in (1, 2))
    base = Store([WALL, named, one, two])
    mine = changed(written(one, stage_id=None), base=base)
    theirs = changed(written(two, stage_id=None), base=base)
    assert made(merge(base, mine, theirs)).count(Stage) == 0


def test_an_untitled_step_whose_notes_both_copies_took_away_goes() -> None:
    blank = step("", id=an_id(34), rank=9)
    one, two = (moment("n", at=blank, id=an_id(35 + number), rank=number) for number in (1, 2))
    base = Store([WALL, PLACE, blank, one, two])
    mine = changed(written(one, step_id=PLACE.id), base=base)
    theirs = changed(written(two, step_id=PLACE.id), base=base)
    assert made(merge(base, mine, theirs)).find(Step, blank.id) is None


def test_an_answer_is_part_of_an_observation_of_its_own_moment_only() -> None:
    asked, seen = question(NOTE, "Lit?", id=an_id(37)), observation(NOTE, id=an_id(38))
    said = answer(asked, note="no", id=an_id(39))
    base = changed((None, asked), (None, seen), (None, said))
    mine = changed(written(asked, moment_id=OTHER.id), base=base)
    theirs = changed(written(said, observation_id=seen.id), base=base)
    assert made(merge(base, mine, theirs)).get(Answer, said.id).observation_id is None


# --- orders ---


def test_both_put_in_steps_and_nothing_is_renumbered() -> None:
    last = step("Leave", id=an_id(41), rank=2 * RANK_STEP)
    base = changed((None, last))
    here = step("Here", id=an_id(42), rank=RANK_STEP + 500)
    there = step("There", id=an_id(43), rank=RANK_STEP + 400)
    merged = merge(base, changed((None, here), base=base), changed((None, there), base=base))
    patch = resolved(merged, {})
    store = after(merged.mine, patch)
    assert [one.title for one in steps_in_order(store)] == ["Shop", "Here", "There", "Leave"]
    assert set(patch.changes) == {there.id}


def test_an_order_changed_in_one_copy_takes_in_what_the_other_one_added() -> None:
    third = moment("Leaves", at=PLACE, id=an_id(44), rank=3 * RANK_STEP)
    turned = changed(written(NOTE, rank=5 * RANK_STEP))
    added = changed((None, third))
    for mine, theirs in ((turned, added), (added, turned)):
        store = made(merge(BASE, mine, theirs))
        assert texts(stack(store, PLACE.id)) == ["Pays", "Leaves", "Greets"]


def test_a_stage_stays_one_run() -> None:
    named, late = stage("In", id=an_id(51)), stage("Out", id=an_id(52))
    one = step("1", under=named, id=an_id(53), rank=1000)
    two = step("2", under=named, id=an_id(54), rank=2000)
    three = step("3", under=late, id=an_id(55), rank=3000)
    base = Store([WALL, named, late, one, two, three])
    mine = changed(written(two, stage_id=late.id, rank=4000), base=base)
    added = step("new", under=named, id=an_id(56), rank=2500)
    store = made(merge(base, mine, changed((None, added), base=base)))
    assert [(each.title, each.stage_id) for each in steps_in_order(store)] == [
        ("1", named.id),
        ("new", named.id),
        ("3", late.id),
        ("2", late.id),
    ]


def test_the_shortlist_of_this_wall_goes_first_and_five_are_enough() -> None:
    notes = [moment(str(place), id=an_id(60 + place), is_ticked=True) for place in range(8)]
    base = Store([WALL, *notes])

    def chosen(*places: int) -> Store:
        picked = enumerate(places, 1)
        return changed(*(written(notes[at], shortlist_rank=rank) for rank, at in picked), base=base)

    store = made(merge(base, chosen(0, 1, 2), chosen(3, 2, 4, 5)))
    assert texts(shortlisted(store)) == ["0", "1", "3", "2", "4"]
    assert all(one.is_ticked for one in store.all(Moment))
    alone = made(merge(base, base, chosen(3, 2)))
    assert texts(shortlisted(alone)) == ["3", "2"]


# --- things there can be one of, or a few ---


def test_one_session_goes_on() -> None:
    early = session(id=an_id(71), opened_at=datetime(2026, 11, 23, 9, tzinfo=UTC))
    late = session(id=an_id(72), opened_at=datetime(2026, 11, 23, 14, tzinfo=UTC))
    store = made(merge(BASE, changed((None, early)), changed((None, late))))
    assert store.get(Session, early.id).closed_at == early.opened_at
    assert store.get(Session, late.id).closed_at is None


def test_a_type_made_in_both_copies_is_one() -> None:
    here, there = contact_type("Telephone", id=an_id(81)), contact_type("Phone", id=an_id(82))
    theirs = changed((None, there), written(NOTE, contact_type_id=there.id))
    merged = merge(BASE, changed((None, here)), theirs)
    store = made(merged)
    assert store.all(ContactType) == [here]
    assert store.get(Moment, NOTE.id).contact_type_id == here.id


def test_too_many_types_are_refused() -> None:
    def types(letter: str) -> list[tuple[None, Record]]:
        codes = [f"{letter}{chr(65 + number)}" for number in range(MAX_TYPES // 2 + 1)]
        return [(None, contact_type(code, code)) for code in codes]

    merged = merge(BASE, changed(*types("A")), changed(*types("B")))
    with pytest.raises(MergeRefused):
        resolved(merged, {})


# --- without a common past ---


def test_without_a_common_past_ids_tell_what_is_the_same() -> None:
    mine = changed(written(NOTE, text="Hello"), (OTHER, None))
    theirs = store_with(
        wall(id=an_id(99), title="Their title"), PLACE, replace(NOTE, text="Good day", issue="Dark")
    )
    merged = merge(None, mine, theirs)
    assert [one.key for one in merged.conflicts] == [(NOTE.id, "text")]
    store = made(merged, Side.THEIRS)
    assert store.wall == replace(WALL, title="Their title")
    assert store.get(Moment, NOTE.id) == replace(NOTE, text="Good day", issue="Dark")
    assert store.find(Idea, LAMP.id) is not None


def test_an_id_of_two_types_is_this_walls() -> None:
    theirs = Store([WALL, PLACE, row("Odd", id=NOTE.id), moment("In it", id=an_id(91))])
    store = made(merge(None, BASE, theirs))
    assert store.get(Moment, NOTE.id) == NOTE
    assert store.find(Moment, an_id(91)) is not None


def test_an_action_refers_to_nothing_that_is_gone() -> None:
    planned = action(OTHER, "Buy it", id=an_id(92), idea_id=LAMP.id)
    gone = after(BASE, delete_moments(BASE, [NOTE.id]))
    merged = merge(BASE, gone, changed((None, planned), written(NOTE, text="Hello")))
    assert made(merged, Side.MINE).get(PlannedAction, planned.id).idea_id is None
    assert made(merged, Side.THEIRS).get(PlannedAction, planned.id).idea_id == LAMP.id
