from hypothesis import given

from motwall.model.edits.tidying import tidy
from motwall.model.layout import LayoutOptions, lay_out
from motwall.model.order import RANK_STEP, all_moments, steps_in_order, unsorted_moments
from motwall.model.patch import Patch
from motwall.model.records import Moment, Row, Stage, Step
from motwall.model.store import Store
from tests.factories import moment, row, stage, step, store_with, texts
from tests.strategies import few_examples, walls


def tidied(store: Store) -> Store:
    """The wall after tidying; a second time there is nothing left to do."""
    patch = tidy(store)
    store.check(patch)
    after = Store(store.everything())
    after.apply(patch)
    assert not tidy(after)
    return after


def titles(store: Store) -> list[str]:
    return [one.title for one in steps_in_order(store)]


def test_a_tidy_wall_stays_as_it_is() -> None:
    assert tidy(store_with()) == Patch.of([], "tidying the wall")
    assert str(tidy(store_with()).label) == "tidying the wall"


def test_blank_steps_without_notes_go() -> None:
    first, blank, titled, last = step(), step(), step("Later"), step()
    notes = [moment("a", at=first), moment("b", at=last)]
    after = tidied(store_with(first, blank, titled, last, *notes))
    assert [one.id for one in steps_in_order(after)] == [first.id, titled.id, last.id]
    assert [one.rank for one in steps_in_order(after)] == [RANK_STEP, 2 * RANK_STEP, 3 * RANK_STEP]


def test_a_stage_keeps_one_step_and_so_lives() -> None:
    empty, used = stage("Empty"), stage("Used")
    one, two, three = step(under=empty), step(under=empty), step(under=empty)
    blank, full = step(under=used), step(under=used)
    store = store_with(empty, used, one, two, three, blank, full, moment("a", at=full))
    after = tidied(store)
    assert [step.id for step in steps_in_order(after)] == [one.id, full.id]
    assert len(after.all(Stage)) == 2


def test_stacks_and_rows_are_numbered_afresh_row_by_row() -> None:
    only = step("Only", rank=7)
    online = row("Online", rank=3)
    notes = [
        moment("a", at=only, rank=5),
        moment("b", at=only, rank=6),
        moment("c", at=only, into=online, rank=5),
    ]
    after = tidied(store_with(only, online, *notes))
    ranks = {one.text: one.rank for one in after.all(Moment)}
    assert ranks == {"a": RANK_STEP, "b": 2 * RANK_STEP, "c": RANK_STEP}
    assert after.get(Row, online.id).rank == RANK_STEP
    assert after.get(Moment, notes[2].id).row_id == online.id
    assert after.get(Step, only.id).rank == RANK_STEP


def test_heaps_are_spread_out_in_reading_order() -> None:
    heap = [moment(f"n{place}", x=10.0 + place, y=3.0 * place) for place in range(8)]
    low = moment("low", x=0.0, y=900.0)
    after = tidied(store_with(*heap, low))
    assert texts(unsorted_moments(after)) == [*(f"n{place}" for place in range(8)), "low"]
    spots = [(one.x, one.y) for one in unsorted_moments(after)]
    assert spots[:2] == [(0.0, 0.0), (108.0, 0.0)]
    assert spots[6:] == [(0.0, 84.0), (108.0, 84.0), (216.0, 84.0)]


@few_examples
@given(walls())
def test_tidying_changes_no_order_and_nothing_overlaps(store: Store) -> None:
    after = tidied(store)
    assert [one.id for one in all_moments(after)] == [one.id for one in all_moments(store)]
    kept = [one.id for one in steps_in_order(after)]
    assert kept == [one.id for one in steps_in_order(store) if one.id in kept]
    rects = list(lay_out(after, LayoutOptions()).notes.values())
    for place, one in enumerate(rects):
        for other in rects[:place]:
            is_apart = one.x >= other.right or other.x >= one.right
            assert is_apart or one.y >= other.bottom or other.y >= one.bottom
