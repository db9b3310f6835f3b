"""Where notes go without being dragged."""

from motwall.model.moving import target_along, target_in_step
from motwall.model.order import stack
from motwall.model.store import Store
from motwall.model.targets import GapTarget, StackTarget
from tests.factories import moment, stage, step, store_with

ARRIVE, BUY = stage("Arrive"), stage("Buy")
STEPS = [step(under=ARRIVE), step(under=ARRIVE), step(under=BUY)]
NOTES = [moment(str(number), at=one) for number, one in enumerate(STEPS)]
SECOND = moment("second", at=STEPS[1])
LOOSE = moment("loose")


def wall() -> Store:
    return store_with(ARRIVE, BUY, *STEPS, *NOTES, SECOND, LOOSE)


def test_one_gap_earlier() -> None:
    assert target_along(wall(), [NOTES[1].id], -1) == GapTarget(0, ARRIVE.id, is_row_kept=True)
    assert target_along(wall(), [NOTES[0].id], -1) == GapTarget(0, ARRIVE.id, is_row_kept=True)


def test_one_gap_later() -> None:
    assert target_along(wall(), [NOTES[0].id], 1) == GapTarget(2, BUY.id, is_row_kept=True)
    assert target_along(wall(), [NOTES[2].id], 1) == GapTarget(3, BUY.id, is_row_kept=True)


def test_several_go_by_the_outermost() -> None:
    ids = [NOTES[1].id, NOTES[2].id, LOOSE.id]
    assert target_along(wall(), ids, -1) == GapTarget(0, ARRIVE.id, is_row_kept=True)
    assert target_along(wall(), ids, 1) == GapTarget(3, BUY.id, is_row_kept=True)


def test_unsorted_notes_have_no_way_along() -> None:
    assert target_along(wall(), [LOOSE.id], 1) is None
    assert target_along(wall(), [], 1) is None


def test_into_a_step_is_below_its_notes() -> None:
    store = wall()
    assert len(stack(store, STEPS[1].id)) == 2
    assert target_in_step(store, STEPS[1].id, None) == StackTarget(STEPS[1].id, 2, None)
