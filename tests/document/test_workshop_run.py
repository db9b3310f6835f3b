"""The clock of a workshop on a real file: it tells, never locks, and is no step of undo."""

from datetime import timedelta

import pytest

from motwall.document.workshop_run import WorkshopRun
from motwall.model.edits.agenda import Planned
from motwall.model.edits.fields import write
from motwall.model.records import AgendaItem, Moment
from motwall.model.sessions import open_session_now
from tests.document.conftest import NOTE, Desk

pytestmark = pytest.mark.usefixtures("qapp")

PLAN = [Planned("welcome", "", 3), Planned("post_its", "", 12), Planned("", "Our own", 5)]


class Heard:
    """What a window would have shown."""

    def __init__(self, run: WorkshopRun) -> None:
        self.seconds: list[int] = []
        self.ran_out = 0
        self.changes = 0
        run.ticked.connect(lambda: self.seconds.append(run.left))
        run.ran_out.connect(self._count_end)
        run.changed.connect(self._count_change)

    def _count_end(self) -> None:
        self.ran_out += 1

    def _count_change(self) -> None:
        self.changes += 1


def begun(desk: Desk) -> WorkshopRun:
    run = desk.document.workshop
    assert run.begin(PLAN)
    return run


def test_at_rest_there_is_no_workshop(desk: Desk) -> None:
    run = desk.document.workshop
    assert not run.is_begun
    assert run.current is None
    assert run.following is None
    assert not run.is_running
    assert run.left == 0
    run.go()
    run.go_on()
    run.give(1)
    run.replan(10)
    run.look()
    assert desk.changes == []


def test_a_workshop_opens_a_session_and_stands_at_its_first_part(desk: Desk) -> None:
    run = begun(desk)
    assert open_session_now(desk.document.store) is not None
    assert [one.part for one in run.items] == ["welcome", "post_its", ""]
    assert run.current is run.items[0]
    assert run.following is run.items[1]
    assert not run.is_running
    assert run.left == 3 * 60
    assert run.begin(PLAN)
    assert len(run.items) == len(PLAN)


def test_the_parts_know_what_to_say(desk: Desk) -> None:
    run = begun(desk)
    part = run.part_of(run.items[0])
    assert part is not None
    assert part.cards[0] == "teach"
    assert run.part_of(run.items[2]) is None


def test_seconds_are_told_once_and_the_end_is_told_once(desk: Desk) -> None:
    run = begun(desk)
    heard = Heard(run)
    run.go()
    run.look()
    run.look()
    desk.clock.advance(seconds=1)
    run.look()
    assert heard.seconds == [179]
    desk.clock.advance(seconds=179)
    run.look()
    desk.clock.advance(seconds=30)
    run.look()
    assert heard.seconds == [179, 0, -30]
    assert heard.ran_out == 1
    assert run.current is run.items[0]


def test_it_stands_still_while_paused_and_gets_more_time(desk: Desk) -> None:
    run = begun(desk)
    run.toggle()
    desk.clock.advance(seconds=60)
    run.toggle()
    desk.clock.advance(seconds=600)
    assert run.left == 120
    run.give(1)
    assert run.left == 180
    run.go()
    assert run.is_running
    run.pause()
    assert not run.is_running


def test_going_on_and_back(desk: Desk) -> None:
    run = begun(desk)
    run.go()
    desk.clock.advance(seconds=60)
    run.go_on()
    assert run.current is run.items[1]
    assert run.is_running
    run.go_to(run.items[0].id)
    assert run.left == 120
    for _part in PLAN:
        run.go_on()
    assert run.current is None
    assert not run.is_running
    assert run.is_begun


def test_running_over_is_planned_anew_and_that_can_be_undone(desk: Desk) -> None:
    run = begun(desk)
    run.go()
    desk.clock.advance(minutes=10)
    run.go_on()
    run.replan(10)
    minutes = [one.minutes for one in run.items[1:]]
    assert sum(minutes) == 10
    assert (run.ends_at - desk.clock.now()).total_seconds() == 600
    desk.document.undo()
    assert [one.minutes for one in run.items[1:]] == [12, 5]


def test_the_clock_is_no_step_of_undo(desk: Desk) -> None:
    run = begun(desk)
    desk.type("written")
    run.go()
    desk.clock.advance(minutes=4)
    run.go_on()
    run.give(1)
    assert desk.steps()[0].endswith(":1")
    desk.document.undo()
    assert desk.text() == ""
    assert run.current is run.items[1]
    assert run.is_running
    run.pause()
    desk.document.redo()
    assert desk.text() == "written"


def test_typing_stays_one_step_while_the_clock_goes_on(desk: Desk) -> None:
    run = begun(desk)
    desk.type("a", "typing")
    run.go()
    desk.type("ab", "typing")
    desk.document.undo()
    assert desk.text() == ""
    assert run.is_running


def test_it_survives_closing_in_the_middle(desk: Desk) -> None:
    run = begun(desk)
    run.go()
    desk.clock.advance(minutes=1)
    run.go_on()
    run.pause()
    desk.reopen()
    again = desk.document.workshop
    assert [one.is_over for one in again.items] == [True, False, False]
    assert again.left == 12 * 60


@pytest.mark.parametrize("is_read_only", [True])
def test_a_wall_that_is_read_only_has_no_workshop(desk: Desk, is_read_only: bool) -> None:
    desk.reopen(is_read_only=is_read_only)
    assert not desk.document.workshop.begin(PLAN)
    assert desk.document.store.count(AgendaItem) == 0


def test_other_changes_are_not_the_clock_s(desk: Desk) -> None:
    run = begun(desk)
    heard = Heard(run)
    desk.document.push(write(desk.document.store, Moment, [NOTE.id], "text", "x"))
    assert heard.changes == 0


def test_a_part_whose_time_is_up_waits_for_an_answer(desk: Desk) -> None:
    run = begun(desk)
    run.go()
    run.look()
    desk.clock.advance(minutes=3, seconds=2)
    run.look()
    assert run.is_up
    run.give_minute()
    assert not run.is_up
    assert run.left == 58
    desk.clock.advance(minutes=3)
    run.look()
    assert run.is_up
    run.not_yet()
    assert not run.is_up
    run.give_minute()
    assert run.left == 58


def test_going_on_answers_too(desk: Desk) -> None:
    run = begun(desk)
    run.go()
    run.look()
    desk.clock.advance(minutes=4)
    run.look()
    run.go_on()
    assert not run.is_up


def test_going_on_late_offers_to_plan_the_rest_anew(desk: Desk) -> None:
    run = begun(desk)
    assert run.promised_end is None
    assert run.late == 0
    run.go()
    promised = run.promised_end
    assert promised == desk.clock.now() + timedelta(minutes=20)
    desk.clock.advance(minutes=5)
    assert run.late == 2
    assert not run.offers_replan
    run.go_on()
    assert run.promised_end == promised
    assert run.offers_replan
    run.not_yet()
    assert not run.offers_replan
    run.go_on()
    assert run.late == 0


def test_more_time_and_a_pause_make_it_late_and_a_new_plan_does_not(desk: Desk) -> None:
    run = begun(desk)
    run.go()
    run.give(1)
    desk.clock.advance(minutes=4)
    run.pause()
    desk.clock.advance(minutes=2)
    assert run.late == 3
    run.go_on()
    assert run.offers_replan
    run.replan(15)
    assert run.late == 0
    assert not run.offers_replan
    assert run.promised_end == run.ends_at


def test_going_back_offers_nothing(desk: Desk) -> None:
    run = begun(desk)
    run.go()
    run.go_on()
    desk.clock.advance(minutes=30)
    run.go_to(run.items[0].id)
    assert not run.offers_replan


def test_the_end_keeps_what_each_part_took(desk: Desk) -> None:
    run = begun(desk)
    run.end()
    run.go()
    desk.clock.advance(minutes=2)
    run.end()
    assert run.current is None
    assert [one.spent_s for one in run.items] == [0, 0, 0]
    assert run.is_begun


def test_a_clock_left_running_is_held_when_the_wall_is_opened(desk: Desk) -> None:
    run = begun(desk)
    run.go()
    desk.clock.advance(minutes=30)
    assert run.hold_forgotten() is None
    assert run.is_running
    desk.clock.advance(hours=12)
    desk.reopen()
    again = desk.document.workshop
    held = again.hold_forgotten()
    assert held is not None
    assert held.part == "welcome"
    assert not again.is_running
    assert again.left == 0


def test_how_the_room_writes_is_told_once(desk: Desk) -> None:
    run = begun(desk)
    heard = Heard(run)
    run.write_on_paper(is_wanted=True)
    run.write_on_paper(is_wanted=True)
    assert run.is_on_paper
    assert heard.changes == 1


def test_at_rest_nothing_is_ended_or_held(desk: Desk) -> None:
    run = desk.document.workshop
    run.end()
    assert run.hold_forgotten() is None
    assert not run.is_up
    assert not run.offers_replan
    assert desk.changes == []
