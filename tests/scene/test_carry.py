"""Notes carried by key: one drop is one patch, and whatever others do meanwhile does no harm."""

from motwall.model.directions import Direction
from motwall.model.edits.moments import delete_moments, line_up, move_moments
from motwall.model.edits.steps import remove_step
from motwall.model.records import Moment
from motwall.model.targets import GapTarget, StackTarget, UnsortedTarget
from motwall.scene.carry import Carry
from tests.scene.conftest import Stand

LEFT, RIGHT, UP, DOWN = Direction.LEFT, Direction.RIGHT, Direction.UP, Direction.DOWN


def history_length(stand: Stand) -> int:
    return len(stand.document.history._done)


def carry(stand: Stand, *texts: str) -> Carry:
    return Carry(stand.scene, [stand.moment(one).id for one in texts])


def go(hand: Carry, *ways: Direction) -> Carry:
    for way in ways:
        hand.step(way)
    return hand


def test_a_drop_is_one_patch_and_one_step_of_undo(stand: Stand) -> None:
    hand = go(carry(stand, "rings"), UP)
    assert isinstance(hand.target, StackTarget)
    assert hand.drop()
    assert stand.steps() == [["sign", "rings"], ["door", "mat"], ["till"]]
    assert history_length(stand) == 1
    stand.check()
    stand.document.undo()
    assert stand.loose() == ["rings", "writes"]


def test_the_notes_are_lifted_beside_their_place_and_the_cue_names_it(stand: Stand) -> None:
    hand = go(carry(stand, "sign"), RIGHT)
    item = stand.scene.note(stand.moment("sign").id)
    assert item is not None
    assert item.is_lifted
    assert hand._cue.isVisible()
    assert hand._cue.label.words == "Step 1"
    assert hand.reach().intersects(item.reach)
    hand.cancel()
    assert item.pos() == item.home
    stand.check()


def test_putting_back_changes_nothing_on_the_wall(stand: Stand) -> None:
    before = stand.scene.snapshot()
    go(carry(stand, "door"), RIGHT, DOWN, LEFT).cancel()
    assert stand.scene.snapshot() == before
    assert history_length(stand) == 0


def test_enter_at_once_or_back_where_it_was_puts_back(stand: Stand) -> None:
    assert not carry(stand, "door").drop()
    assert not go(carry(stand, "door"), DOWN, UP).drop()
    assert not go(carry(stand, "sign", "till")).drop()
    assert history_length(stand) == 0
    stand.check()


def test_several_notes_go_together(stand: Stand) -> None:
    hand = go(carry(stand, "till", "sign"), RIGHT)
    assert isinstance(hand.target, GapTarget)
    assert hand.drop()
    # The till was all that its stage has, so its step stays.
    assert stand.steps() == [["sign"], ["till"], ["door", "mat"], []]
    stand.check()


def test_unsorted_notes_keep_their_distances(stand: Stand) -> None:
    hand = go(carry(stand, "writes", "rings"), RIGHT)
    items = [stand.scene.note(stand.moment(one).id) for one in ("rings", "writes")]
    assert items[0] is not None
    assert items[1] is not None
    assert items[1].pos().x() - items[0].pos().x() == 120.0
    assert hand.drop()
    assert stand.moment("rings").x == 54.0
    assert stand.moment("writes").x == 174.0
    stand.check()


def test_a_note_another_hand_deletes_is_no_longer_carried(stand: Stand) -> None:
    hand = go(carry(stand, "rings"), UP)
    patch = delete_moments(stand.store, [stand.moment("rings").id])
    stand.document.push(patch)
    hand.show()
    assert not hand.follow(patch)
    hand.cancel()
    stand.check()


def test_a_note_another_hand_moves_is_no_longer_carried(stand: Stand) -> None:
    hand = go(carry(stand, "rings"), UP)
    patch = line_up(stand.store, [stand.moment("rings").id], stand.document.clock.new_id)
    stand.document.push(patch)
    assert not hand.follow(patch)
    hand.cancel()
    stand.check()


def test_what_others_do_elsewhere_is_followed(stand: Stand) -> None:
    hand = go(carry(stand, "till"), LEFT)
    target = UnsortedTarget(300.0, 0.0)
    new_id = stand.document.clock.new_id
    patch = move_moments(stand.store, [stand.moment("sign").id], target, new_id)
    stand.document.push(patch)
    assert hand.follow(patch)
    assert isinstance(hand.target, GapTarget)
    assert hand.target.index == 1, "still before the step it came from"
    go(hand, LEFT, LEFT, LEFT)
    assert hand.drop()
    assert stand.steps() == [["till"], ["door", "mat"], []]
    stand.check()


def test_a_step_that_goes_away_leaves_a_gap(stand: Stand) -> None:
    hand = go(carry(stand, "rings"), UP, RIGHT, RIGHT)
    assert isinstance(hand.target, StackTarget)
    patch = remove_step(stand.store, hand.target.step_id)
    stand.document.push(patch)
    hand.show()
    assert hand.follow(patch)
    assert isinstance(hand.target, GapTarget)
    assert hand.target.index == 1
    hand.cancel()
    stand.check()


def test_a_drop_while_others_hold_the_layout_means_the_same_neighbours(stand: Stand) -> None:
    hand = go(carry(stand, "rings"), UP, RIGHT, RIGHT)
    assert isinstance(hand.target, StackTarget)
    second = hand.target.step_id
    assert stand.moment("door").step_id == second
    stand.scene.hold_layout()
    new_id = stand.document.clock.new_id
    patch = move_moments(stand.store, [stand.moment("writes").id], GapTarget(0), new_id)
    stand.document.push(patch)
    assert hand.follow(patch)
    go(hand, UP)
    assert hand.drop()
    stand.scene.release_layout()
    assert stand.steps() == [["writes"], ["sign"], ["door", "rings", "mat"], ["till"]]
    stand.check()


def test_all_of_a_wall_can_be_carried(stand: Stand) -> None:
    every = [one.text for one in stand.store.all(Moment)]
    hand = go(carry(stand, *every), RIGHT, LEFT, DOWN, DOWN, DOWN)
    hand.drop()
    stand.check()
