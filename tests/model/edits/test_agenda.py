"""A workshop is begun from a plan and gone through; undo brings every clock back."""

from datetime import timedelta

from motwall.model.agenda import MINUTE, agenda, current, spent
from motwall.model.edits.agenda import (
    Planned,
    add_minutes,
    add_part,
    begin_workshop,
    delete_agenda,
    delete_part,
    end_workshop,
    finish_part,
    go_to_part,
    hold_at_plan,
    move_part,
    replan,
    run_part,
)
from motwall.model.edits.sessions import delete_session
from motwall.model.patch import Patch
from motwall.model.records import AgendaItem
from motwall.model.store import Store
from tests.factories import NOON, an_id, new_ids, session, store_with

MEETING = session()
PLAN = (
    Planned("welcome", "Welcome\n", 3),
    Planned("post_its", "Post-its", 12),
    Planned("", "Tea", -1),
)
LATER = NOON + timedelta(minutes=4)


def do(store: Store, patch: Patch) -> Patch:
    store.check(patch)
    store.apply(patch)
    return patch


def begun() -> Store:
    store = store_with(MEETING)
    do(store, begin_workshop(store, MEETING.id, PLAN, new_ids()))
    return store


def titles(store: Store) -> list[str]:
    return [one.title for one in agenda(store, MEETING.id)]


def now_at(store: Store) -> str:
    here = current(agenda(store, MEETING.id))
    return here.title if here else "the end"


def item(store: Store, place: int) -> AgendaItem:
    return agenda(store, MEETING.id)[place]


def test_a_plan_becomes_an_agenda_whose_clock_stands_still() -> None:
    store = begun()
    items = agenda(store, MEETING.id)
    assert [(one.part, one.title, one.minutes) for one in items] == [
        ("welcome", "Welcome ", 3), ("post_its", "Post-its", 12), ("", "Tea", 0),
    ]  # fmt: skip
    assert all(one.started_at is None for one in items)
    # Begun once is begun.
    assert not begin_workshop(store, MEETING.id, PLAN, new_ids(50))


def test_the_clock_runs_stops_and_runs_on() -> None:
    store = begun()
    do(store, run_part(store, MEETING.id, NOON, is_running=True))
    assert not run_part(store, MEETING.id, LATER, is_running=True)
    do(store, run_part(store, MEETING.id, LATER, is_running=False))
    assert item(store, 0).spent_s == 4 * MINUTE
    do(store, run_part(store, MEETING.id, LATER, is_running=True))
    assert spent(item(store, 0), LATER + timedelta(minutes=1)) == 5 * MINUTE
    assert not run_part(store_with(), MEETING.id, NOON, is_running=True)


def test_part_after_part_is_finished() -> None:
    store = begun()
    do(store, run_part(store, MEETING.id, NOON, is_running=True))
    patch = do(store, finish_part(store, MEETING.id, LATER))
    assert now_at(store) == "Post-its"
    assert item(store, 0).spent_s == 4 * MINUTE
    assert item(store, 1).started_at == LATER
    do(store, finish_part(store, MEETING.id, LATER))
    do(store, finish_part(store, MEETING.id, LATER))
    assert now_at(store) == "the end"
    assert not finish_part(store, MEETING.id, LATER)
    assert all(one.started_at is None for one in agenda(store, MEETING.id))
    assert len(patch.changes) == 2


def test_one_may_go_ahead_and_back() -> None:
    store = begun()
    do(store, go_to_part(store, item(store, 2).id, NOON))
    assert now_at(store) == "Tea"
    assert item(store, 0).is_over
    do(store, go_to_part(store, item(store, 0).id, LATER))
    assert now_at(store) == "Welcome "
    assert not item(store, 2).is_over
    assert item(store, 2).spent_s == 4 * MINUTE
    # Where the room is already, its clock just runs on.
    do(store, go_to_part(store, item(store, 0).id, LATER + timedelta(minutes=1)))
    assert item(store, 0).started_at == LATER


def test_time_is_given_and_taken() -> None:
    store = begun()
    do(store, add_minutes(store, item(store, 0).id, 1))
    assert item(store, 0).minutes == 4
    do(store, add_minutes(store, item(store, 0).id, -9))
    assert item(store, 0).minutes == 0
    do(store, replan(store, MEETING.id, NOON, 7))
    assert sum(one.minutes for one in agenda(store, MEETING.id)) == 7


def test_parts_come_and_move_and_go_but_not_before_what_has_begun() -> None:
    store = begun()
    do(store, go_to_part(store, item(store, 1).id, NOON))
    do(store, add_part(store, MEETING.id, 0, Planned("", "Fresh air", 5), an_id(90)))
    assert titles(store) == ["Welcome ", "Post-its", "Fresh air", "Tea"]
    assert not move_part(store, an_id(90), -1)
    assert not move_part(store, item(store, 1).id, 1)
    assert not move_part(store, item(store, 3).id, 1)
    do(store, move_part(store, an_id(90), 1))
    assert titles(store) == ["Welcome ", "Post-its", "Tea", "Fresh air"]
    do(store, add_part(store, MEETING.id, 99, Planned("", "Song", 1), an_id(91)))
    do(store, delete_part(store, an_id(90)))
    assert titles(store) == ["Welcome ", "Post-its", "Tea", "Song"]


def test_an_agenda_goes_by_itself_or_with_its_session() -> None:
    store = begun()
    before = store.everything()
    patch = do(store, delete_agenda(store, MEETING.id))
    assert titles(store) == []
    do(store, patch.inverted())
    assert {one.id for one in store.everything()} == {one.id for one in before}
    do(store, delete_session(store, MEETING.id))
    assert not store.all(AgendaItem)


def test_ending_keeps_what_each_part_took() -> None:
    store = begun()
    do(store, run_part(store, MEETING.id, NOON, is_running=True))
    do(store, end_workshop(store, MEETING.id, LATER))
    assert current(agenda(store, MEETING.id)) is None
    assert [one.spent_s for one in agenda(store, MEETING.id)] == [4 * MINUTE, 0, 0]
    assert all(one.started_at is None for one in agenda(store, MEETING.id))
    assert not end_workshop(store, MEETING.id, LATER)


def test_a_clock_that_nobody_stopped_stops_at_its_planned_minutes() -> None:
    store = begun()
    do(store, run_part(store, MEETING.id, NOON, is_running=True))
    do(store, hold_at_plan(store, item(store, 0).id))
    assert item(store, 0).started_at is None
    assert item(store, 0).spent_s == 3 * MINUTE


def test_a_part_that_was_paused_later_than_planned_keeps_its_time() -> None:
    store = begun()
    do(store, run_part(store, MEETING.id, NOON, is_running=True))
    do(store, run_part(store, MEETING.id, LATER, is_running=False))
    do(store, run_part(store, MEETING.id, LATER, is_running=True))
    do(store, hold_at_plan(store, item(store, 0).id))
    assert item(store, 0).spent_s == 4 * MINUTE
