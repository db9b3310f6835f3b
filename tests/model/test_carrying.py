"""Arrow keys lead to every place a mouse can drop a note at."""

from collections import deque

import pytest

from motwall.model.carrying import STEP_X, STEP_Y, Route
from motwall.model.directions import Direction
from motwall.model.edits.moments import move_moments
from motwall.model.edits.timeline import stage_for_gap
from motwall.model.layout import Arrangement, LayoutOptions, lay_out
from motwall.model.order import steps_in_order
from motwall.model.records import Record, Row
from motwall.model.store import Store
from motwall.model.targets import GapTarget, StackTarget, Target, UnsortedTarget
from motwall.model.tracks import cell_moments
from tests.factories import an_id, contact_type, moment, new_ids, stage, step, store_with

LEFT, RIGHT, UP, DOWN = Direction.LEFT, Direction.RIGHT, Direction.UP, Direction.DOWN


class Hand:
    """Notes in a hand over a wall."""

    def __init__(self, store: Store, *names: str, options: LayoutOptions | None = None) -> None:
        self.store = store
        self.layout = lay_out(store, options or LayoutOptions(width=None))
        texts = {one.text: one.id for one in store.all(type(moment("")))}
        self.route = Route(store, self.layout, [texts[name] for name in names])
        self.at = self.route.start()

    def go(self, *ways: Direction) -> Target:
        for way in ways:
            self.at = self.route.following(self.at, way)
        return self.at


def shop(*, has_rows: bool = False) -> Store:
    """Arrive: 1 (sign), 2 (door, mat, bell); Buy: 3 (till); 4 without a stage (bag)."""
    arrive, buy = stage("Arrive"), stage("Buy")
    steps = [step(under=arrive), step(under=arrive), step(under=buy), step()]
    phone = contact_type("Phone")
    records: list[Record] = [arrive, buy, phone, *steps]
    for text, at in (("sign", 0), ("door", 1), ("mat", 1), ("bell", 1), ("till", 2), ("bag", 3)):
        kind = phone.id if text in {"mat", "till"} else None
        records.append(moment(text, at=steps[at], contact_type_id=kind))
    if has_rows:
        online = Row(id=an_id(0xE0), title="Online", rank=1)
        records += [online, moment("click", at=steps[1], row_id=online.id)]
    records += [moment("rings", x=0.0, y=0.0), moment("writes", x=120.0, y=40.0)]
    return store_with(*records)


def meaning(hand: Hand, target: Target) -> tuple[object, ...]:
    """What a drop there does, however the target is written."""
    if isinstance(target, GapTarget):
        stage_id = stage_for_gap(steps_in_order(hand.store), target)
        return ("gap", target.index, stage_id, target.row_id, target.lane)
    if isinstance(target, StackTarget):
        above = cell_moments(hand.store, target)[: target.index]
        place = sum(one.id not in hand.route.moving for one in above)
        return ("stack", target.step_id, place, target.row_id, target.lane)
    return ("unsorted",)


def reached(hand: Hand) -> set[tuple[object, ...]]:
    seen = {hand.route.start()}
    waiting = deque(seen)
    while waiting:
        here = waiting.popleft()
        for way in Direction:
            there = hand.route.following(here, way)
            assert hand.route.holds(there)
            assert hand.route.rect(there).width == 100.0
            if there not in seen:
                seen.add(there)
                waiting.append(there)
    return {meaning(hand, one) for one in seen}


def dropped(hand: Hand) -> set[tuple[object, ...]]:
    width, height = hand.layout.size
    points = [(x, y) for x in range(-20, int(width) + 60, 9) for y in range(-10, int(height), 11)]
    return {meaning(hand, hand.layout.target_at(x, y)) for x, y in points}


OPTIONS = [
    LayoutOptions(width=None),
    LayoutOptions(width=240.0),
    LayoutOptions(width=130.0),
    LayoutOptions(width=None, arrangement=Arrangement.LANES),
    LayoutOptions(width=240.0, arrangement=Arrangement.LANES),
]


CARRIED = [("sign",), ("rings",), ("door",), ("mat", "till", "rings")]


@pytest.mark.parametrize(
    ("options", "names", "has_rows"),
    [
        # Each pair of two of them once.
        (options, names, (place + number) % 2 == 0)
        for place, options in enumerate(OPTIONS)
        for number, names in enumerate(CARRIED)
    ],
)
def test_keys_reach_whatever_a_mouse_reaches(
    options: LayoutOptions, names: tuple[str, ...], has_rows: bool
) -> None:
    hand = Hand(shop(has_rows=has_rows), *names, options=options)
    by_mouse = dropped(hand)
    assert by_mouse - reached(hand) == set()
    kinds = {one[0] for one in by_mouse}
    assert kinds == {"gap", "stack", "unsorted"}


def test_right_leads_through_gaps_and_stacks_in_the_order_of_time() -> None:
    store = shop()
    hand = Hand(store, "rings", options=LayoutOptions(width=None))
    ids = [one.id for one in steps_in_order(store)]
    arrive, buy = (store.all(type(stage()))[place].id for place in (0, 1))
    first = hand.go(UP)
    assert first == StackTarget(ids[0], 1)
    walked = [first, hand.go(LEFT)]
    walked += [hand.go(RIGHT) for _ in range(11)]
    assert walked == [
        StackTarget(ids[0], 1),
        GapTarget(0, arrive),
        StackTarget(ids[0], 1),
        GapTarget(1, arrive),
        StackTarget(ids[1], 3),
        GapTarget(2, arrive),
        GapTarget(2, buy),
        StackTarget(ids[2], 1),
        GapTarget(3, buy),
        GapTarget(3, None),
        StackTarget(ids[3], 1),
        GapTarget(4, None),
        GapTarget(4, None),
    ]
    assert hand.go(*[LEFT] * 20) == GapTarget(0, arrive)


def test_up_and_down_lead_through_a_stack_past_the_notes_that_stay() -> None:
    store = shop()
    hand = Hand(store, "door")
    second = steps_in_order(store)[1].id
    assert hand.at == StackTarget(second, 0)
    assert hand.go(DOWN) == StackTarget(second, 2), "below the mat: the door itself counts"
    assert hand.go(DOWN) == StackTarget(second, 3)
    assert isinstance(hand.go(DOWN), UnsortedTarget)
    assert hand.go(UP) == StackTarget(second, 3)
    assert hand.go(UP, UP, UP) == StackTarget(second, 0)


def test_a_drop_does_what_the_place_says() -> None:
    store = shop()
    hand = Hand(store, "door")
    store.apply(move_moments(store, hand.route.moving, hand.go(DOWN), new_ids()))
    second = steps_in_order(store)[1].id
    assert [one.text for one in cell_moments(store, StackTarget(second, 0))] == [
        "mat",
        "door",
        "bell",
    ]


def test_the_unsorted_area_is_walked_in_half_notes_and_has_ends() -> None:
    hand = Hand(shop(), "rings")
    assert hand.at == UnsortedTarget(0.0, 0.0)
    assert hand.go(LEFT) == UnsortedTarget(0.0, 0.0)
    assert hand.go(RIGHT, DOWN) == UnsortedTarget(STEP_X, STEP_Y)
    far = hand.go(*[RIGHT] * 100)
    assert isinstance(far, UnsortedTarget)
    assert far.x <= hand.layout.unsorted.width - 100.0
    low = hand.go(*[DOWN] * 100)
    assert isinstance(low, UnsortedTarget)
    assert low.y == hand.layout.unsorted.height - 18.0
    assert hand.go(*[UP] * 100) != low
    assert not isinstance(hand.at, UnsortedTarget)


def test_several_unsorted_notes_start_at_their_corner() -> None:
    hand = Hand(shop(), "writes", "rings")
    assert hand.at == UnsortedTarget(0.0, 0.0)
    assert hand.route.rect(hand.at)[:2] == hand.layout.unsorted_origin()


def test_the_first_note_of_an_empty_timeline_goes_into_the_ghost_column() -> None:
    store = store_with(moment("rings", x=5.0, y=0.0))
    hand = Hand(store, "rings")
    assert hand.go(UP) == GapTarget(0)
    assert hand.go(LEFT, RIGHT, UP) == GapTarget(0)
    assert hand.route.rect(hand.at)[:2] == (8.0, 7.0)
    assert hand.go(DOWN) == UnsortedTarget(0.0, 0.0)


def test_gaps_lead_to_the_nearest_gap_of_the_next_line_and_out_below() -> None:
    store = shop()
    hand = Hand(store, "sign", options=LayoutOptions(width=240.0))
    assert len(hand.layout.lines) == 2
    arrive = store.all(type(stage()))[0].id
    assert hand.go(RIGHT) == GapTarget(1, arrive)
    below = hand.go(DOWN)
    assert isinstance(below, GapTarget)
    assert below.index == 3
    assert hand.go(UP) == GapTarget(1, arrive)
    assert hand.go(UP) == GapTarget(1, arrive)
    assert isinstance(hand.go(DOWN, DOWN), UnsortedTarget)


def test_a_stack_on_the_top_line_is_the_end_of_the_way_up() -> None:
    hand = Hand(shop(), "sign")
    start = hand.at
    assert hand.go(UP, UP) == start


def test_a_place_is_lost_with_its_step() -> None:
    hand = Hand(shop(), "rings")
    assert not hand.route.holds(StackTarget(an_id(5), 0))
    assert not hand.route.holds(GapTarget(9))
    assert hand.route.holds(GapTarget(4))
    assert hand.route.holds(UnsortedTarget(0.0, 0.0))


def test_a_gap_whose_stage_has_gone_is_walked_from_all_the_same() -> None:
    hand = Hand(shop(), "rings")
    hand.at = GapTarget(1, an_id(77))
    assert hand.go(LEFT) == StackTarget(steps_in_order(hand.store)[0].id, 1)


def test_the_rectangle_lies_where_the_note_will() -> None:
    store = shop()
    hand = Hand(store, "rings")
    notes = {one.text: hand.layout.notes[one.id] for one in store.all(type(moment("")))}
    second = steps_in_order(store)[1].id
    assert hand.route.rect(StackTarget(second, 1)) == notes["mat"]
    assert hand.route.rect(StackTarget(second, 3)).y == notes["bell"].y + 83.0
    sole = Hand(store, "sign")
    assert sole.route.rect(sole.at)[:2] == notes["sign"][:2]
    gap = hand.route.rect(GapTarget(1, store.all(type(stage()))[0].id))
    assert gap.x + 50.0 == notes["sign"].right + 4.0
