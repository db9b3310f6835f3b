"""Cells of many notes and fields written in one patch."""

from dataclasses import replace

from motwall.model.edits.list_cells import paste_table, write_cells
from motwall.model.edits.moments import end_of_timeline
from motwall.model.list_columns import ListColumn
from motwall.model.order import all_moments, stack, steps_in_order, timeline_moments
from motwall.model.pasted_table import CellValue, PastedTable
from motwall.model.patch import Change, Patch
from motwall.model.priorities import shortlisted
from motwall.model.records import Assessment, Evidence, Moment, Rating, Reading, Step
from motwall.model.store import Store
from tests.factories import (
    TODAY,
    an_id,
    contact_type,
    measure,
    moment,
    new_ids,
    stage,
    step,
    store_with,
    wall,
)

C = ListColumn


def shop() -> Store:
    first, second = step(), step("Pays")
    return store_with(
        wall(),
        first,
        second,
        contact_type("Phone", id=an_id(77)),
        moment("a", at=first),
        moment("b", at=second),
        moment("c", at=second),
    )


def ids(store: Store) -> list[str]:
    return [one.id for one in all_moments(store)]


def written(store: Store, *cells: tuple[int, ListColumn, object]) -> Store:
    known = ids(store)
    values = [CellValue(known[place], column, value) for place, column, value in cells]
    patch = write_cells(store, values, TODAY, new_ids(0x900 * (1 + store.version)))
    store.check(patch)
    store.apply(patch)
    return store


def test_each_column_is_written_by_its_own_rule() -> None:
    store = shop()
    known = ids(store)
    written(
        store,
        (0, C.DESCRIPTION, "long\nago"),
        (0, C.RATING, Rating.MAGICAL),
        (0, C.CONTACT_TYPE, an_id(77)),
        (0, C.TICK, True),
        (0, C.EVIDENCE, Evidence.SEEN),
        (1, C.MAKE_OR_BREAK, True),
        (2, C.RATING, Rating.MAGICAL),
    )
    first = store.get(Moment, known[0])
    assert (first.description, first.rating, first.rated_on) == (
        "long\nago",
        Rating.MAGICAL,
        TODAY,
    )
    assert (first.contact_type_id, first.is_ticked, first.evidence) == (
        an_id(77),
        True,
        Evidence.SEEN,
    )
    assert store.get(Moment, known[1]).is_make_or_break
    assert store.count(Assessment) == 2
    written(store, (0, C.CONTACT_TYPE, None), (0, C.RATING, None))
    assert store.get(Moment, known[0]).contact_type_id is None
    assert store.get(Moment, known[0]).rating is None


def test_one_cell_costs_one_change_and_a_cut_is_told() -> None:
    store = shop()
    cell = CellValue(ids(store)[0], C.WHO_DELIVERS, "x" * 300)
    patch = write_cells(store, [cell], TODAY, new_ids())
    assert patch.is_cut
    assert len(patch.changes) == 1
    both = [cell, CellValue(ids(store)[0], C.ISSUE, "y")]
    assert write_cells(store, both, TODAY, new_ids()).is_cut
    gone = CellValue(an_id(4), C.ISSUE, "y")
    assert not write_cells(store, [gone], TODAY, new_ids())


def test_steps_are_joined_left_and_stayed_in() -> None:
    store = shop()
    first, pays = (one.id for one in steps_in_order(store))
    written(store, (0, C.STEP, pays), (1, C.STEP, pays))
    assert [one.text for one in stack(store, pays)] == ["b", "c", "a"]
    assert store.find(Step, first) is None, "it was left empty"
    written(store, (0, C.STEP, None))
    assert [one.text for one in timeline_moments(store)] == ["c", "a"]


def test_a_note_that_is_in_its_step_stays_in_its_place() -> None:
    store = shop()
    pays = steps_in_order(store)[1].id
    cells = [CellValue(ids(store)[1], C.STEP, pays)]
    assert not write_cells(store, cells, TODAY, new_ids())


def test_a_step_that_goes_meanwhile_is_made_up_for_at_the_end() -> None:
    store = shop()
    first, pays = (one.id for one in steps_in_order(store))
    written(store, (0, C.STEP, pays), (1, C.STEP, first))
    assert [one.text for one in timeline_moments(store)] == ["c", "a", "b"]


def test_a_pasted_block_adds_notes_in_one_patch() -> None:
    store = shop()
    known, pays = ids(store), steps_in_order(store)[1].id
    table = PastedTable(
        changed=(CellValue(known[0], C.ISSUE, "late"),),
        added=(
            {C.TEXT: "d", C.RATING: Rating.MISERABLE, C.STEP: pays},
            {C.DESCRIPTION: "no words yet"},
        ),
    )
    patch = paste_table(store, table, end_of_timeline(store), TODAY, new_ids(0x900))
    before = store.everything()
    store.check(patch)
    store.apply(patch)
    assert [one.text for one in timeline_moments(store)] == ["a", "b", "c", "d", ""]
    last = timeline_moments(store)[-1]
    assert last.description == "no words yet"
    assert timeline_moments(store)[3].rating is Rating.MISERABLE
    assert store.get(Moment, known[0]).issue == "late"
    assert str(patch.label) == "pasting 2 rows"
    store.apply(patch.inverted())
    assert {one.id for one in store.everything()} == {one.id for one in before}


def test_stage_priority_and_reading_have_rules_of_their_own() -> None:
    store = shop()
    known, first = ids(store), steps_in_order(store)[0].id
    find, wait = stage("Find"), measure(store.get(Moment, known[0]), name="Wait")
    store.apply(Patch.of([Change(None, find), Change(None, wait)]))
    one = store.get(Step, first)
    store.apply(Patch.of([Change(one, replace(one, stage_id=find.id))]))
    written(
        store,
        (2, C.PRIORITY, 2),
        (1, C.STAGE, find.id),
        (2, C.STAGE, find.id),
        (1, C.STEP, first),
        (0, C.PRIORITY, 1),
        (1, C.PRIORITY, 3),
        (0, C.MEASURE, 12.0),
        (1, C.MEASURE, 12.0),
    )
    assert store.get(Moment, known[1]).step_id == first, "the step says in which stage it is"
    assert {one.stage_id for one in steps_in_order(store)} == {find.id}
    assert [one.id for one in shortlisted(store)] == [known[0], known[2], known[1]]
    assert [one.value for one in store.all(Reading)] == [12.0]
    written(store, (0, C.MEASURE, 9.5), (1, C.STAGE, None), (0, C.PRIORITY, None))
    assert [(one.value, one.taken_on) for one in store.all(Reading)] == [(9.5, TODAY)]
    assert store.get(Step, store.get(Moment, known[1]).step_id or "").stage_id is None
    assert [one.id for one in shortlisted(store)] == [known[2], known[1]]
    before = store.everything()
    written(store, (0, C.MEASURE, None))
    assert list(before) == list(store.everything())


def test_a_block_that_only_changes() -> None:
    store = shop()
    table = PastedTable(changed=(CellValue(ids(store)[0], C.ISSUE, "late"),))
    patch = paste_table(store, table, end_of_timeline(store), TODAY, new_ids())
    assert len(patch.changes) == 1
    assert not paste_table(store, PastedTable(), end_of_timeline(store), TODAY, new_ids())
