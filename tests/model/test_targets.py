from motwall.model.targets import GapTarget, StackTarget, UnsortedTarget
from tests.factories import an_id


def test_targets_are_values() -> None:
    assert GapTarget(1) == GapTarget(1, None)
    assert GapTarget(1) != GapTarget(1, an_id(1))
    assert StackTarget(an_id(1), 0) != StackTarget(an_id(1), 1)
    assert len({UnsortedTarget(0.0, 1.0), UnsortedTarget(0.0, 1.0)}) == 1
