"""Where a note goes without being pointed at."""

from motwall.model.places import neighbour, place_after, place_below
from motwall.model.targets import GapTarget, StackTarget, UnsortedTarget
from tests.factories import moment, stage, step, store_with


def test_after_a_note_means_a_step_of_its_own_after_its_step() -> None:
    arrive = stage("Arrive")
    first, second = step(under=arrive), step()
    sign, till, loose = moment("sign", at=first), moment("till", at=second), moment("rings")
    store = store_with(arrive, first, second, sign, till, loose)
    assert place_after(store, sign.id) == GapTarget(1, arrive.id)
    assert place_after(store, till.id) == GapTarget(2, None)
    assert isinstance(place_after(store, loose.id), UnsortedTarget)


def test_below_a_note_means_its_own_step() -> None:
    first, second = step(), step()
    sign, mat, door = moment("sign", at=first), moment("mat", at=second), moment("door", at=second)
    loose = moment("rings")
    store = store_with(first, second, sign, mat, door, loose)
    assert place_below(store, mat.id) == StackTarget(second.id, 1)
    assert place_below(store, door.id) == StackTarget(second.id, 2)
    assert place_below(store, None) == StackTarget(second.id, 2)
    assert isinstance(place_below(store, loose.id), UnsortedTarget)
    assert place_below(store_with(), None) == GapTarget(0)


def test_neighbours_follow_each_other_in_the_order_of_the_wall() -> None:
    first = step()
    sign, mat, loose = moment("sign", at=first), moment("mat", at=first), moment("rings")
    store = store_with(first, loose, sign, mat)
    assert neighbour(store, sign.id, 1) == mat.id
    assert neighbour(store, mat.id, 1) == loose.id
    assert neighbour(store, loose.id, -1) == mat.id
    assert neighbour(store, loose.id, 1) is None
    assert neighbour(store, sign.id, -1) is None
