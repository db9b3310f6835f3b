"""The worked example: twelve moments in their order, and a wall that is no more than that."""

from motwall.model.order import in_wall_order
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.worked_example import is_worked_example, worked_example
from tests.factories import moment, store_with


def test_it_has_the_twelve_moments_of_the_flight() -> None:
    store = worked_example()
    moments = in_wall_order(store, [one.id for one in store.all(Moment)])
    assert len(moments) == 12
    assert "take-off" in moments[-1].text


def test_a_wall_with_anything_of_its_own_is_not_the_example() -> None:
    example = worked_example()
    assert is_worked_example(example)
    assert not is_worked_example(Store())
    assert not is_worked_example(store_with(*example.everything(), moment(text="Ours")))
