"""A wall that a card covers: laid out when somebody asks, and right as soon as it is seen again."""

from motwall.model.edits.fields import write
from motwall.model.edits.moments import add_moments, end_of_timeline, move_moments
from motwall.model.records import Moment
from motwall.model.targets import GapTarget
from tests.scene.conftest import Stand


class Counted:
    def __init__(self, stand: Stand) -> None:
        self.layouts = 0
        stand.scene.layout_changed.connect(self._count)

    def _count(self) -> None:
        self.layouts += 1


def test_a_covered_wall_is_laid_out_once_when_it_is_seen_again(stand: Stand) -> None:
    seen = Counted(stand)
    stand.scene.set_covered(is_covered=True)
    new_id = stand.document.clock.new_id
    sign = stand.moment("sign")
    stand.document.push(move_moments(stand.store, [sign.id], GapTarget(3), new_id))
    stand.document.push(add_moments(stand.store, ["bag"], end_of_timeline(stand.store), new_id))
    assert stand.steps() == [["door", "mat"], ["till"], ["sign"], ["bag"]]
    assert seen.layouts == 0
    stand.scene.set_covered(is_covered=False)
    assert seen.layouts == 1
    stand.check()


def test_who_asks_a_covered_wall_gets_what_is_so_now(stand: Stand) -> None:
    stand.scene.set_covered(is_covered=True)
    new_id = stand.document.clock.new_id
    stand.document.push(add_moments(stand.store, ["bag"], end_of_timeline(stand.store), new_id))
    assert stand.moment("bag").id in stand.scene.layout_.notes
    stand.check()
    stand.scene.set_covered(is_covered=False)
    stand.check()


def test_a_covered_wall_that_stays_as_it_is_has_nothing_to_do(stand: Stand) -> None:
    stand.scene.layout_  # noqa: B018 -- it is laid out from now on
    seen = Counted(stand)
    stand.scene.set_covered(is_covered=True)
    door = stand.moment("door")
    stand.document.push(write(stand.store, Moment, [door.id], "text", "gate"))
    stand.scene.set_covered(is_covered=False)
    assert seen.layouts == 0
    stand.check()
