"""The card of sessions: what it shows, what it refuses, and that it follows whatever happens."""

from datetime import date
from pathlib import Path

from icalendar import Calendar
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.document.lock import WallLock
from motwall.model.edits.assessing import Judgement, assess
from motwall.model.edits.fields import write
from motwall.model.edits.measures import add_measure
from motwall.model.edits.moments import delete_moments
from motwall.model.edits.sessions import close_session, delete_session, open_session
from motwall.model.journal import EntryKind
from motwall.model.order import timeline_moments
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, Rating, Record, Session
from motwall.model.sessions import sessions_in_order
from motwall.ui.sessions.card import SessionsCard
from motwall.ui.sessions.happened_model import PAGE
from motwall.ui.sessions.offer import offer_session
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, open_copy
from tests.app.test_two_sessions import click
from tests.app.test_two_sessions import write as type_into
from tests.factories import session


def open_card(page: WallPage) -> SessionsCard:
    page.commands.action("sessions").trigger()
    card = page.cards.current
    assert isinstance(card, SessionsCard)
    return card


def begin(page: WallPage) -> str:
    document, clock = page.document, page.document.clock
    session_id = clock.new_id()
    assert document.push(open_session(document.store, session_id, clock.today(), clock.now()))
    return session_id


def end(page: WallPage, session_id: str) -> None:
    document = page.document
    document.push(close_session(document.store, session_id, document.clock.now(), None))


def rate(page: WallPage, moment_id: str, rating: Rating | None) -> None:
    document, clock = page.document, page.document.clock
    judged = Judgement(rating=rating)
    said_in = document.session_id
    document.push(assess(document.store, moment_id, judged, clock.today(), clock.new_id, said_in))


def rewrite(page: WallPage, moment_id: str, text: str) -> None:
    page.document.push(write(page.document.store, Moment, [moment_id], "text", text))


def by_id(page: WallPage) -> dict[str, Record]:
    return {one.id: one for one in page.document.store.everything()}


def moment_ids(page: WallPage) -> list[str]:
    return [one.id for one in timeline_moments(page.document.store)]


# --- meetings ---


def test_a_wall_without_sessions_says_what_one_is(page: WallPage) -> None:
    card = open_card(page)
    assert page.window().focusWidget() is card.meetings.begin
    assert not card.meetings.meeting.isVisible()
    click(card.meetings.begin)
    assert page.document.session_id == card.meetings.meeting.session_id
    assert card.meetings.meeting.coming_back.empty.isVisible()
    assert page.window().focusWidget() is card.meetings.meeting.fields.attendees
    assert not card.meetings.begin.isVisible()


def test_undo_of_the_beginning_takes_the_page_away(page: WallPage) -> None:
    card = open_card(page)
    click(card.meetings.begin)
    type_into(card.meetings.meeting.fields.notes, "said")
    QTest.keyClick(card, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.document.store.all(Session)[0].notes == ""
    QTest.keyClick(card, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.document.session_id is None
    assert not card.meetings.meeting.isVisible()
    assert card.meetings.begin.isVisible()


def test_what_is_typed_is_kept_when_another_session_is_chosen(page: WallPage) -> None:
    first = begin(page)
    end(page, first)
    second = begin(page)
    card = open_card(page)
    assert card.meetings.meeting.session_id == second
    type_into(card.meetings.meeting.fields.notes, "in the second")
    click(card.meetings.list.rows[first])
    assert page.document.store.get(Session, second).notes == "in the second"
    assert card.meetings.meeting.fields.notes.text() == ""
    click(card.meetings.meeting.delete)
    assert [one.id for one in page.document.store.all(Session)] == [second]
    assert card.meetings.meeting.session_id == second


def test_a_day_that_cannot_be_read_ends_nothing(page: WallPage) -> None:
    session_id = begin(page)
    card = open_card(page)
    ending = card.meetings.meeting.ending
    ending.day.editor.selectAll()
    type_into(ending.day.editor, "some time")
    click(ending.end)
    assert page.document.session_id == session_id
    assert ending.day.hint.isVisible()
    assert ending.day.editor.text() == "some time"
    ending.day.editor.selectAll()
    type_into(ending.day.editor, "1 Jan 2020")
    assert ending.doubt.isVisible(), "taken, but worth a word"
    ending.day.editor.selectAll()
    type_into(ending.day.editor, "+2w")
    assert not ending.doubt.isVisible()
    click(ending.end)
    ended = page.document.store.get(Session, session_id)
    assert ended.next_on is not None
    assert ended.held_on is not None
    assert (ended.next_on - ended.held_on).days == 14
    assert not ending.end.isVisible(), "that is agreed"
    ending.day.editor.selectAll()
    QTest.keyClick(ending.day.editor, Qt.Key.Key_Delete)
    click(ending.end)
    assert page.document.store.get(Session, session_id).is_next_declined
    assert not ending.calendar.isVisible()


def test_an_end_that_is_taken_back_brings_everything_back(page: WallPage) -> None:
    document, clock = page.document, page.document.clock
    end(page, begin(page))
    meeting = begin(page)
    card = open_card(page)
    click(card.meetings.meeting.ending.not_now)
    assert not card.meetings.meeting.coming_back.isVisible()
    number = clock.new_id()
    document.push(add_measure(document.store, "Queue", number))
    document.undo()
    document.undo()
    assert document.session_id == meeting
    assert card.meetings.meeting.coming_back.isVisible()
    document.push(add_measure(document.store, "Queue", number))
    assert list(card.meetings.meeting.coming_back.due.list.rows) == [number]


def test_tab_goes_as_things_stand(page: WallPage) -> None:
    end(page, begin(page))
    begin(page)
    card = open_card(page)
    fields = card.meetings.meeting.fields
    fields.held_on.editor.setFocus()
    seen = []
    for _ in range(40):
        focus = page.window().focusWidget()
        assert focus is not None
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if page.window().focusWidget() is fields.held_on.editor:
            break
    ending = card.meetings.meeting.ending
    expected = [fields.attendees, fields.notes, fields.agreement, fields.take_away]
    expected += [ending.day.editor, ending.end, ending.not_now, card.back]
    places = [seen.index(one) for one in expected]
    assert places == sorted(places)
    assert card.tabs[card.meetings] in seen, "and round again"


def test_in_room_the_calendar_file_lies_beside_the_wall(
    qtbot: QtBot, page: WallPage, documents: Path
) -> None:
    page.room_mode.enter()
    begin(page)
    card = open_card(page)
    ending = card.meetings.meeting.ending
    click(ending.end)
    click(ending.calendar)
    qtbot.waitUntil(lambda: ".ics" in page.message_bar.text)
    (path,) = documents.glob("*.ics")
    assert len(Calendar.from_ical(path.read_bytes()).walk("VEVENT")) == 1
    page.room_mode.leave()


def test_read_only_nothing_can_be_said(shell: Shell, page: WallPage) -> None:
    end(page, begin(page))
    wall = shell.walls.wall
    assert wall is not None
    assert shell.close_wall()
    somebody = WallLock(wall.path)
    somebody.acquire()
    try:
        shell.open(wall.path)
        again = shell.window.page
        assert again is not None
        assert again.document.is_read_only
        card = open_card(again)
        assert not card.meetings.begin.isEnabled()
        assert not card.meetings.meeting.ending.end.isEnabled()
        assert not card.meetings.meeting.delete.isEnabled()
        assert card.meetings.meeting.fields.notes.isReadOnly()
        offer_session(again)
        assert "Begin" not in again.message_bar.text
        assert shell.close_wall()
    finally:
        somebody.release()


# --- then and now ---


def test_the_table_is_a_sound_model(page: WallPage, qtmodeltester: ModelTester) -> None:
    card = open_card(page)
    card.turn_to(card.then_now)
    qtmodeltester.check(card.then_now.model)
    first, second, third = moment_ids(page)
    meeting = begin(page)
    rate(page, first, Rating.MAGICAL)
    rate(page, second, Rating.NEUTRAL)
    end(page, meeting)
    later = begin(page)
    rate(page, first, Rating.MISERABLE)
    rate(page, third, Rating.NEUTRAL)
    rate(page, second, None)
    model = card.then_now.model
    qtmodeltester.check(model)
    said = [[model.index(row, c).data() for c in (0, 3)] for row in range(model.rowCount())]
    assert said == [
        ["Rings", "\u2193 worse"],
        ["Comes in", "\u2212 not rated now"],
        ["Pays", "+ new"],
    ]
    click(card.then_now.now.button(later))
    assert [model.index(row, 3).data() for row in range(model.rowCount())][:1] == ["\u2193 worse"]
    assert model.moment_id(0) == first


def test_at_first_the_session_before_is_compared(page: WallPage) -> None:
    meetings = []
    for _ in range(3):
        meetings.append(begin(page))
        end(page, meetings[-1])
    card = open_card(page)
    card.turn_to(card.then_now)
    assert card.then_now.then.chosen == meetings[1], "the latest with today is no news"
    page.document.push(delete_session(page.document.store, meetings[1]))
    assert card.then_now.then.chosen == meetings[0]
    for gone in (meetings[0], meetings[2]):
        page.document.push(delete_session(page.document.store, gone))
    assert card.then_now.comparison is None
    assert not card.then_now.table.isVisible()


def test_marks_follow_what_is_rated_and_deleted(page: WallPage) -> None:
    first, second, _ = moment_ids(page)
    end(page, begin(page))
    card = open_card(page)
    card.turn_to(card.then_now)
    assert not card.then_now.show_on_wall.isEnabled(), "nothing is rated yet"
    begin(page)
    rate(page, first, Rating.NEUTRAL)
    click(card.then_now.show_on_wall)
    layer = card.on_wall.layer
    assert layer is not None
    assert layer.marks == {first: (None, Rating.NEUTRAL)}
    rate(page, second, Rating.MAGICAL)
    assert layer.marks[second] == (None, Rating.MAGICAL)
    rate(page, second, None)
    assert second not in layer.marks
    page.document.push(delete_moments(page.document.store, [first]))
    page.view.grab()
    page.document.undo()
    page.view.grab()
    click(card.on_wall.hide_button)
    assert layer.scene() is None


# --- what happened, and the wall as it was ---


def read_all(card: SessionsCard) -> list[str]:
    model = card.happened.model
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    return [model.index(row).data() for row in range(model.rowCount())]


def test_history_is_read_as_far_as_anybody_looks(
    page: WallPage, qtmodeltester: ModelTester
) -> None:
    first = moment_ids(page)[0]
    for number in range(PAGE + 10):
        rewrite(page, first, str(number))
    meeting = begin(page)
    rewrite(page, first, "in the meeting")
    end(page, meeting)
    card = open_card(page)
    click(card.tabs[card.happened])
    model = card.happened.model
    seen = model.rowCount()
    assert 0 < seen < PAGE + 10
    rewrite(page, first, "later")
    page.document.undo()
    assert model.rowCount() == seen + 3, "a heading for after the meeting, and two entries"
    assert "Undone" in model.index(1).data()
    lines = read_all(card)
    assert [one for one in lines if one.startswith("Session 1")]
    assert lines[-1].endswith("The wall was made")
    assert sum(1 for one in lines if ":" in one) == PAGE + 10 + 3 + 2 + 2
    qtmodeltester.check(model)


def test_typing_is_one_line_of_history(page: WallPage) -> None:
    first = moment_ids(page)[0]
    store = page.document.store
    card = open_card(page)
    click(card.tabs[card.happened])
    before = len(read_all(card))
    for text in ("a", "ab", "abc"):
        page.document.push(write(store, Moment, [first], "text", text), "typing")
    assert card.happened.model.rowCount() == before + 1
    card.happened.model.start_over()
    assert len(read_all(card)) == before + 1


def test_the_wall_as_of_here_is_brought_back_in_one_step(qtbot: QtBot, page: WallPage) -> None:
    first, second, third = moment_ids(page)
    as_it_was = by_id(page)
    rewrite(page, first, "rewritten")
    page.document.push(delete_moments(page.document.store, [second]))
    rate(page, third, Rating.MAGICAL)
    as_it_is = by_id(page)
    card = open_card(page)
    click(card.tabs[card.happened])
    read_all(card)
    list_view = card.happened.list
    list_view.setFocus()
    list_view.setCurrentIndex(card.happened.model.index(card.happened.model.rowCount() - 1))
    click(card.happened.see)
    qtbot.waitUntil(lambda: card.as_of.view is not None)
    view = card.as_of.view
    assert view is not None
    assert view.wall_scene.store.count(Moment) == 0, "it was made without notes"
    assert by_id(page) == as_it_is, "looking changes nothing"
    qtbot.waitUntil(lambda: view.pixels_per_mm > 1.1)
    scale = view.pixels_per_mm
    click(card.as_of.smaller)
    assert view.pixels_per_mm < scale
    click(card.as_of.whole)
    page.document.wall_lock.set_locked(is_locked=True)
    click(card.as_of.restore_button)
    assert by_id(page) == as_it_is, "a locked wall stays"
    page.document.wall_lock.set_locked(is_locked=False)
    click(card.as_of.back)
    list_view.setCurrentIndex(card.happened.model.index(card.happened.model.rowCount() - 2))
    click(card.happened.see)
    qtbot.waitUntil(lambda: card.as_of.view is not None)
    click(card.as_of.restore_button)
    assert page.cards.current is None
    assert by_id(page) == as_it_was
    (row,) = page.document.past.rows(None, 1)
    assert row.header.kind is EntryKind.RESTORE
    click(page.toast.findChildren(QPushButton)[0])
    assert by_id(page) == as_it_is


def test_leaving_gives_up_what_was_begun(page: WallPage) -> None:
    first = moment_ids(page)[0]
    for number in range(20):
        rewrite(page, first, str(number))
    card = open_card(page)
    click(card.tabs[card.happened])
    last = page.document.past.rows(None, 300)[-1].header.id
    card.happened.as_of_wanted.emit(last, "long ago", date(2020, 1, 1))
    assert card.as_of.is_reading
    click(card.as_of.back)
    assert not card.as_of.is_reading
    assert card.as_of.view is None
    assert card.happened.isVisible()


def test_the_wall_can_be_closed_while_its_past_is_read(shell: Shell, page: WallPage) -> None:
    first = moment_ids(page)[0]
    for number in range(20):
        rewrite(page, first, str(number))
    card = open_card(page)
    click(card.tabs[card.happened])
    last = page.document.past.rows(None, 300)[-1].header.id
    card.happened.as_of_wanted.emit(last, "long ago", date(2020, 1, 1))
    assert card.as_of.is_reading
    assert shell.close_wall()
    assert not card.as_of.is_reading


def test_a_session_older_than_the_file_is_said_to_be_so(page: WallPage) -> None:
    document = page.document
    long_ago = document.clock.now().replace(year=2001)
    held = session(held_on=long_ago.date(), opened_at=long_ago, closed_at=long_ago)
    document.push(Patch.of([Change(None, held)], "brought along"))
    card = open_card(page)
    click(card.meetings.meeting.see)
    assert "not kept" in page.toast.text
    assert card.meetings.isVisible()


# --- the offer ---


def test_nothing_is_offered_on_the_day_itself(page: WallPage) -> None:
    offer_session(page)
    assert not page.message_bar.text
    end(page, begin(page))
    offer_session(page)
    assert not page.message_bar.text


def test_a_session_nobody_ended_is_pointed_out(page: WallPage) -> None:
    document = page.document
    session_id = begin(page)
    long_ago = document.clock.today().replace(year=2020)
    document.push(write(document.store, Session, [session_id], "held_on", long_ago))
    page.message_bar.say("Something else")
    offer_session(page)
    assert page.message_bar.text == "Something else"
    page.message_bar.clear()
    offer_session(page)
    assert "was not closed" in page.message_bar.text
    click(next(one for one in page.message_bar.findChildren(QPushButton) if one.isVisible()))
    card = page.cards.current
    assert isinstance(card, SessionsCard)
    assert card.meetings.meeting.session_id == session_id
    assert len(sessions_in_order(document.store)) == 1


def test_not_now_is_an_answer(shell: Shell) -> None:
    page = open_copy(shell, of_list("Rings", "Pays"))
    document = page.document
    session_id = begin(page)
    end(page, session_id)
    long_ago = document.clock.today().replace(year=2020)
    document.push(write(document.store, Session, [session_id], "held_on", long_ago))
    offer_session(page)
    buttons = [one for one in page.message_bar.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in buttons] == ["Begin the second session", "Not now"]
    click(buttons[1])
    assert not page.message_bar.text
    assert document.store.count(Session) == 1
