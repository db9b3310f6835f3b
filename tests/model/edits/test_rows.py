"""Rows come, move and go, and notes go from one to another."""

from motwall.model.edits.rows import (
    add_row,
    copy_moments_to_row,
    delete_row,
    move_moments_to_row,
    move_row,
)
from motwall.model.order import rows_in_order, stack, steps_in_order, unsorted_moments
from motwall.model.patch import Patch
from motwall.model.records import Idea, Moment, MomentKind, Rating, Row, Step
from motwall.model.rows import MAX_ROWS, row_names
from motwall.model.store import Store
from tests.factories import (
    TODAY,
    an_id,
    contact_type,
    idea,
    moment,
    new_ids,
    row,
    stage,
    step,
    store_with,
    texts,
)


def do(store: Store, patch: Patch) -> Patch:
    store.check(patch)
    store.apply(patch)
    return patch


def shown(store: Store) -> list[list[list[str]]]:
    """The texts of each cell, row by row."""
    steps = steps_in_order(store)
    return [
        [texts(stack(store, one.id, each.row_id)) for one in steps] for each in row_names(store)
    ]


def titles(store: Store) -> list[str]:
    return [one.title for one in rows_in_order(store)]


def test_a_row_is_added_below_the_others() -> None:
    store = store_with()
    assert not do(store, add_row(store, "On\tline", an_id(1))).is_cut
    assert do(store, add_row(store, "x" * 300, an_id(2))).is_cut
    assert titles(store) == ["On line", "x" * 200]
    store = store_with(*(row() for _ in range(MAX_ROWS)))
    assert not add_row(store, "one too many", an_id(1))


def test_a_row_moves_among_the_further_ones() -> None:
    rows = [row(title) for title in "abc"]
    store = store_with(*rows)
    do(store, move_row(store, rows[0].id, 2))
    assert titles(store) == ["b", "c", "a"]
    do(store, move_row(store, rows[0].id, -1))
    assert titles(store) == ["a", "b", "c"]
    do(store, move_row(store, rows[0].id, 99))
    assert titles(store) == ["b", "c", "a"]
    assert not move_row(store, rows[0].id, 2)
    assert not move_row(store, rows[0].id, 99)


def a_wall() -> tuple[Store, list[Step], Row, dict[str, Moment]]:
    """Two steps, two rows: a, b | c above, d, e | (nothing) below."""
    one, two, online = step(), step(), row("Online")
    notes = {
        "a": moment("a", at=one),
        "e": moment("e", at=one, into=online, rank=2**40),
        "b": moment("b", at=one),
        "c": moment("c", at=two),
        "d": moment("d", at=one, into=online),
        "loose": moment("loose"),
    }
    return store_with(one, two, online, *notes.values()), [one, two], online, notes


def test_without_its_row_a_note_is_in_the_first_below_what_is_there() -> None:
    store, _, online, _ = a_wall()
    patch = do(store, delete_row(store, online.id, is_with_moments=False))
    assert shown(store) == [[["a", "b", "d", "e"], ["c"]]]
    assert str(patch.label) == "deleting a row"
    do(store, patch.inverted())
    assert shown(store) == [[["a", "b"], ["c"]], [["d", "e"], []]]


def test_a_row_goes_with_its_notes_and_the_steps_they_leave_empty() -> None:
    own, online = stage("Own"), row("Online")
    kept, left, emptied = step(under=own), step(), step()
    note, gone = moment("kept", at=left), moment("gone", at=emptied, into=online)
    alone = moment("gone too", at=kept, into=online)
    thought = idea(gone)
    store = store_with(own, online, kept, left, emptied, note, gone, alone, thought)
    patch = do(store, delete_row(store, online.id, is_with_moments=True))
    assert texts(store.all(Moment)) == ["kept"]
    assert {one.id for one in store.all(Step)} == {kept.id, left.id}
    assert store.all(Idea) == store.all(Row) == []
    assert str(patch.label) == "deleting a row and 2 notes"
    do(store, patch.inverted())
    assert {one.text for one in store.all(Moment)} == {"kept", "gone", "gone too"}


def test_a_stray_unsorted_note_of_a_row_forgets_it() -> None:
    online = row()
    stray = moment("stray", row_id=online.id, x=5.0)
    store = store_with(online, stray)
    do(store, delete_row(store, online.id, is_with_moments=False))
    assert [(one.row_id, one.x) for one in unsorted_moments(store)] == [(None, 5.0)]


def test_notes_move_to_a_row_at_their_step() -> None:
    store, _, online, notes = a_wall()
    ids = [notes[one].id for one in ("c", "loose", "e", "a")]
    patch = do(store, move_moments_to_row(store, ids, online.id))
    assert shown(store) == [[["b"], []], [["d", "e", "a"], ["c"]]]
    assert str(patch.label) == "move of 2 notes"
    do(store, move_moments_to_row(store, [notes["d"].id], None))
    assert shown(store) == [[["b", "d"], []], [["e", "a"], ["c"]]]
    assert texts(unsorted_moments(store)) == ["loose"]
    assert not move_moments_to_row(store, [notes["loose"].id, notes["b"].id], None)


def test_a_copy_in_another_row_has_the_words_and_nothing_that_was_judged() -> None:
    phone, online, place = contact_type("Phone"), row("Online"), step()
    note = moment(
        "Asks for a price",
        at=place,
        prompt="hint",
        contact_type_id=phone.id,
        kind=MomentKind.POLICY,
        description="long",
        expectation="much",
        today="little",
        ultimate="all",
        is_ticked=True,
        shortlist_rank=1,
        rating=Rating.NEUTRAL,
        rated_on=TODAY,
    )
    there = moment("there", at=place, into=online)
    store = store_with(phone, online, place, note, there, moment("loose"), idea(note))
    every = [one.id for one in store.all(Moment)]
    patch = do(store, copy_moments_to_row(store, every, online.id, new_ids()))
    assert shown(store) == [[["Asks for a price"]], [["there", "Asks for a price"]]]
    copy = stack(store, place.id, online.id)[1]
    assert copy == Moment(
        id=an_id(1),
        text="Asks for a price",
        prompt="hint",
        step_id=place.id,
        row_id=online.id,
        rank=copy.rank,
        contact_type_id=phone.id,
        kind=MomentKind.POLICY,
    )
    assert store.get(Moment, note.id) == note
    assert str(patch.label) == "copying 1 note"
    assert not copy_moments_to_row(store, [copy.id], online.id, new_ids(50))
    do(store, copy_moments_to_row(store, [copy.id], None, new_ids(60)))
    assert shown(store)[0] == [["Asks for a price"] * 2]
