"""What has to give way so that a merged wall is whole: places, owners, numbers."""

from dataclasses import replace
from datetime import UTC, datetime

from motwall.model.merging.settling import resolved
from motwall.model.merging.three_way import Side, merge
from motwall.model.order import RANK_STEP, stack
from motwall.model.patch import Change, Patch
from motwall.model.records import (
    AgendaItem,
    Ladder,
    Moment,
    PlannedAction,
    Record,
    Rung,
    Session,
    Step,
)
from motwall.model.store import Store
from tests.factories import (
    action,
    agenda_item,
    an_id,
    idea,
    ladder,
    moment,
    picture,
    rung,
    session,
    step,
    texts,
    wall,
)
from tests.machine.laws import broken_laws
from tests.model.merging.copies import after

WALL = wall(id=an_id(9))
SHOP = step("Shop", id=an_id(1), rank=RANK_STEP)
TILL = step("Till", id=an_id(2), rank=2 * RANK_STEP)
DOOR = moment("Door", at=SHOP, id=an_id(3), rank=1)
ENTRY = moment("Entry", at=SHOP, id=an_id(4), rank=2)
BASE = Store([WALL, SHOP, TILL, DOOR, ENTRY])


def changed(base: Store, *changes: tuple[Record | None, Record | None]) -> Store:
    return after(base, Patch.of([Change(*one) for one in changes]))


def made(base: Store, mine: Store, theirs: Store, choices: dict[str, Side] | None = None) -> Store:
    """The merged wall; the sides by the ids of what has to be chosen."""
    found = merge(base, mine, theirs)
    sides = choices or {}
    assert {one.record.id for one in found.conflicts} == sides.keys()
    keys = {one.key: sides[one.record.id] for one in found.conflicts}
    result = after(mine, resolved(found, keys))
    assert broken_laws(result) == []
    return result


def test_a_stack_without_room_for_what_both_added_is_numbered_anew() -> None:
    last = moment("Leaves", at=SHOP, id=an_id(11), rank=3)
    between = moment("Bell", at=SHOP, id=an_id(12), rank=2)
    mine = changed(BASE, (None, last))
    theirs = changed(BASE, (None, between), (ENTRY, replace(ENTRY, rank=3)))
    found = stack(made(BASE, mine, theirs), SHOP.id)
    assert texts(found) == ["Door", "Bell", "Entry", "Leaves"]
    assert [one.rank for one in found] == [RANK_STEP * place for place in (1, 2, 3, 4)]


def test_what_is_over_in_a_workshop_comes_before_what_the_other_copy_moved_up() -> None:
    meeting = session(id=an_id(21))
    first = agenda_item(meeting, "First", id=an_id(22), rank=1000)
    second = agenda_item(meeting, "Second", id=an_id(23), rank=2000)
    base = Store([WALL, meeting, first, second])
    mine = changed(base, (first, replace(first, is_over=True)))
    theirs = changed(base, (first, replace(first, rank=3000)))
    parts = sorted(made(base, mine, theirs).all(AgendaItem), key=lambda one: one.rank)
    assert [one.title for one in parts] == ["First", "Second"]


def test_a_note_moved_to_a_step_that_stays_deleted_is_where_this_wall_has_it() -> None:
    mine = changed(BASE, (TILL, None))
    theirs = changed(
        BASE,
        (TILL, replace(TILL, title="Counter")),
        (DOOR, replace(DOOR, step_id=TILL.id, text="Pays")),
    )
    result = made(BASE, mine, theirs, {TILL.id: Side.MINE})
    assert result.find(Step, TILL.id) is None
    note = result.get(Moment, DOOR.id)
    assert (note.step_id, note.text) == (SHOP.id, "Pays")


def test_an_action_forgets_an_idea_that_went_with_its_note() -> None:
    lamp = idea(ENTRY, "A lamp", id=an_id(31))
    buy = action(DOOR, "Buy it", id=an_id(32))
    base = Store([*BASE.everything(), lamp, buy])
    mine = changed(base, (lamp, None), (ENTRY, None))
    theirs = changed(base, (buy, replace(buy, idea_id=lamp.id)))
    result = made(base, mine, theirs)
    assert result.get(PlannedAction, buy.id) == buy
    assert result.find_any(lamp.id) is None


def test_a_ladder_whose_notes_are_both_to_go_goes_with_its_rungs() -> None:
    stairs = ladder(DOOR, id=an_id(41))
    rise = rung(stairs, 3.0, id=an_id(42), rank=1000)
    base = Store([*BASE.everything(), stairs, rise])
    mine = changed(base, (stairs, replace(stairs, moment_id=ENTRY.id)), (DOOR, None))
    theirs = changed(base, (ENTRY, None), (DOOR, replace(DOOR, issue="Dark")))
    result = made(base, mine, theirs, {ENTRY.id: Side.THEIRS, DOOR.id: Side.MINE})
    for record_type in (Moment, Ladder, Rung):
        assert not list(result.all(record_type))


def test_a_blank_step_stays_where_somebody_left_it_blank() -> None:
    mine = changed(BASE, (TILL, replace(TILL, title="")))
    theirs = changed(BASE, (DOOR, replace(DOOR, issue="Dark")))
    result = after(mine, resolved(merge(BASE, mine, theirs), {}))
    assert result.get(Step, TILL.id).title == ""


def test_a_tick_taken_away_is_a_question_where_the_other_copy_moved_the_priority() -> None:
    door = replace(DOOR, is_ticked=True, shortlist_rank=1)
    entry = replace(ENTRY, is_ticked=True, shortlist_rank=2)
    base = Store([WALL, SHOP, TILL, door, entry])
    mine = changed(
        base,
        (door, replace(door, is_ticked=False, shortlist_rank=None)),
        (entry, replace(entry, shortlist_rank=1)),
    )
    theirs = changed(
        base, (door, replace(door, shortlist_rank=2)), (entry, replace(entry, shortlist_rank=1))
    )
    result = made(base, mine, theirs, {door.id: Side.MINE})
    assert [one.shortlist_rank for one in stack(result, SHOP.id)] == [None, 1]


def test_of_words_of_notes_that_meant_the_same_what_either_took_away_is_gone() -> None:
    door = replace(DOOR, merged=("Gate", "Arch"))
    base = Store([WALL, SHOP, TILL, door, ENTRY])
    mine = changed(base, (door, replace(door, merged=("Gate", "Arch", "Porch"))))
    theirs = changed(base, (door, replace(door, merged=("Arch", "Hatch"))))
    assert made(base, mine, theirs).get(Moment, door.id).merged == ("Arch", "Porch", "Hatch")


def test_a_session_opened_in_both_copies_was_open_from_first_to_last() -> None:
    meeting = session(id=an_id(51))
    base = Store([WALL, meeting])
    nine, ten, noon = (datetime(2026, 11, 23, hour, tzinfo=UTC) for hour in (9, 10, 12))
    mine = changed(base, (meeting, replace(meeting, opened_at=ten, closed_at=noon)))
    theirs = changed(base, (meeting, replace(meeting, opened_at=nine, closed_at=ten)))
    found = made(base, mine, theirs).get(Session, meeting.id)
    assert (found.opened_at, found.closed_at) == (nine, noon)


def test_a_photo_that_copies_without_a_past_share_stays_one() -> None:
    photo = picture(DOOR, digest="a" * 64, width=4, height=3, id=an_id(61))
    both = Store([*BASE.everything(), photo])
    assert not resolved(merge(None, both, Store(both.everything())), {})
