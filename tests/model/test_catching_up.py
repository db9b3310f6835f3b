"""A drop aimed at the wall as it was lands beside the same neighbours on the wall as it is."""

from dataclasses import dataclass, field, replace

from motwall.model.catching_up import caught_up
from motwall.model.edits.moments import delete_moments, move_moments
from motwall.model.edits.timeline import tidied
from motwall.model.order import stack, steps_in_order
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, Record, Row, Stage, Step
from motwall.model.store import Store
from motwall.model.targets import GapTarget, Lane, StackTarget, Target, UnsortedTarget
from tests.factories import contact_type, moment, new_ids, row, stage, step, wall


@dataclass
class Walls:
    """The wall as it is shown, and as it is."""

    records: list[Record]
    seen: Store = field(init=False)
    now: Store = field(init=False)

    def __post_init__(self) -> None:
        self.seen, self.now = Store(self.records), Store(self.records)

    def id(self, text: str) -> str:
        return next(one.id for one in self.seen.all(Moment) if one.text == text)

    def step(self, number: int) -> Step:
        return steps_in_order(self.seen)[number - 1]

    def change(self, *changes: Change) -> None:
        self.now.apply(Patch.of(tidied(self.now, changes)))

    def drop(self, text: str, target: Target) -> None:
        """Drop a note where it is shown."""
        meant = caught_up(target, self.seen, self.now)
        patch = move_moments(self.now, [self.id(text)], meant, new_ids(self.now.version * 1000 + 1))
        self.now.apply(patch)

    def timeline(self) -> list[list[str]]:
        return [[one.text for one in stack(self.now, each.id)] for each in steps_in_order(self.now)]


def walls(*, stages: bool = False) -> Walls:
    """Steps a, b, c with d below c; the loose notes x, y, z. With stages: S over a and b, T."""
    first, second = stage("S"), stage("T")
    under = (first, first, second) if stages else (None, None, None)
    steps = [step(under=one) for one in under]
    placed = [moment(text, at=at) for text, at in zip("abc", steps, strict=True)]
    placed.append(moment("d", at=steps[2], rank=2 * placed[-1].rank))
    loose = [moment(text, x=110.0 * place) for place, text in enumerate("xyz")]
    titles: list[Record] = [first, second] if stages else []
    return Walls([wall(), *titles, *steps, *placed, *loose])


def test_nothing_has_changed() -> None:
    made = walls()
    for target in (UnsortedTarget(3, 4), GapTarget(1), StackTarget(made.step(3).id, 1)):
        assert caught_up(target, made.seen, made.now) == target


def test_gaps_stay_between_the_same_steps() -> None:
    made = walls()
    made.drop("x", GapTarget(0))
    made.drop("y", GapTarget(2))
    made.drop("z", GapTarget(3))
    assert made.timeline() == [["x"], ["a"], ["b"], ["y"], ["c", "d"], ["z"]]


def test_in_one_gap_the_later_drop_comes_after() -> None:
    made = walls()
    for text in "xyz":
        made.drop(text, GapTarget(1))
    assert made.timeline() == [["a"], ["x"], ["y"], ["z"], ["b"], ["c", "d"]]


def test_a_gap_beside_a_step_that_is_gone() -> None:
    made = walls()
    made.drop("b", UnsortedTarget(0, 90))
    made.drop("x", GapTarget(1))
    made.drop("y", GapTarget(2))
    assert made.timeline() == [["a"], ["x"], ["y"], ["c", "d"]]


def test_the_end_of_the_timeline_is_always_the_end() -> None:
    made = walls()
    made.now.apply(delete_moments(made.now, [made.id("c"), made.id("d")]))
    made.drop("x", GapTarget(3))
    made.drop("y", GapTarget(2))
    assert made.timeline() == [["a"], ["b"], ["x"], ["y"]]


def test_a_stack_keeps_its_neighbours() -> None:
    made = walls()
    step_id = made.step(3).id
    made.drop("x", StackTarget(step_id, 0))
    made.drop("y", StackTarget(step_id, 1))
    made.drop("z", StackTarget(step_id, 2))
    assert made.timeline()[-1] == ["x", "c", "y", "d", "z"]


def test_a_stack_whose_notes_have_left() -> None:
    made = walls()
    step_id = made.step(3).id
    made.drop("d", GapTarget(0))
    made.drop("x", StackTarget(step_id, 1))
    assert made.timeline() == [["d"], ["a"], ["b"], ["c", "x"]]


def test_a_stack_whose_step_is_gone_is_a_gap() -> None:
    made = walls(stages=True)
    made.drop("b", StackTarget(made.step(3).id, 0))
    made.drop("x", StackTarget(made.step(2).id, 0))
    assert made.timeline() == [["a"], ["x"], ["b", "c", "d"]]
    stages = [step.stage_id for step in steps_in_order(made.now)]
    assert stages[0] == stages[1] != stages[2]


def test_the_end_of_a_stage_stays_its_end() -> None:
    made = walls(stages=True)
    titles = {one.title: one.id for one in made.seen.all(Stage)}
    made.drop("x", GapTarget(2, titles["T"]))
    made.drop("y", GapTarget(2, titles["S"]))
    made.drop("z", GapTarget(2, titles["S"]))
    assert made.timeline() == [["a"], ["b"], ["y"], ["z"], ["x"], ["c", "d"]]
    stages = [step.stage_id for step in steps_in_order(made.now)]
    assert stages == [titles["S"]] * 4 + [titles["T"]] * 2


def test_the_end_of_the_last_stage() -> None:
    made = walls(stages=True)
    titles = {one.title: one.id for one in made.seen.all(Stage)}
    made.drop("x", GapTarget(3, None))
    made.drop("y", GapTarget(3, titles["T"]))
    assert made.timeline()[-3:] == [["c", "d"], ["y"], ["x"]]


def test_the_end_of_a_stage_whose_last_step_is_gone() -> None:
    made = walls(stages=True)
    titles = {one.title: one.id for one in made.seen.all(Stage)}
    made.drop("b", UnsortedTarget(0, 90))
    made.drop("x", GapTarget(2, titles["S"]))
    assert made.timeline() == [["a"], ["x"], ["c", "d"]]


def test_a_row_or_a_lane_that_is_gone() -> None:
    second, phone = row("Online"), contact_type("Phone", "PH")
    at = step()
    made = Walls([wall(), second, phone, at, moment("a", at=at), moment("x")])
    made.change(Change(second, None), Change(phone, None))
    in_row = StackTarget(at.id, 0, row_id=second.id)
    assert caught_up(in_row, made.seen, made.now) == StackTarget(at.id, 1), "below what is there"
    in_lane = GapTarget(1, lane=Lane(phone.id))
    assert caught_up(in_lane, made.seen, made.now) == GapTarget(1, lane=Lane(None))
    kept = Walls(made.records)
    for target in (in_row, in_lane, replace(in_lane, lane=Lane(None))):
        assert caught_up(target, kept.seen, kept.now) == target
    assert made.now.count(Row) == 0
