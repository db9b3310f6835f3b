"""Closing a workshop in two minutes: what was agreed, who does what, the next day, the files."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.document.lock import WallLock
from motwall.model.dates import date_words
from motwall.model.edits.actions import add_action
from motwall.model.edits.agenda import Planned
from motwall.model.edits.fields import write
from motwall.model.edits.sessions import open_session
from motwall.model.order import timeline_moments
from motwall.model.records import PlannedAction, Session
from motwall.model.sessions import next_session_day
from motwall.storage.reading import read_records
from motwall.ui.closing.card import ClosingCard
from motwall.ui.closing.open_action import OpenAction
from motwall.ui.present.card import PresentCard
from motwall.ui.sessions.card import SessionsCard
from motwall.ui.wall_page import WallPage
from tests.app.controls import controls
from tests.app.made_walls import of_template, open_copy
from tests.app.on_page import run
from tests.app.tapping import in_room
from tests.app.test_desk_sizes import LEAST, settle
from tests.app.test_room_sizes import PANELS, check
from tests.app.test_two_sessions import click
from tests.app.test_two_sessions import write as type_into


def open_card(page: WallPage) -> ClosingCard:
    run(page, "closing")
    card = page.cards.current
    assert isinstance(card, ClosingCard)
    QApplication.processEvents()
    return card


def begin(page: WallPage) -> str:
    document, clock = page.document, page.document.clock
    session_id = clock.new_id()
    assert document.push(open_session(document.store, session_id, clock.today(), clock.now()))
    return session_id


def plan(page: WallPage, text: str, owner: str = "", due: date | None = None) -> str:
    document = page.document
    action_id = document.clock.new_id()
    moment = timeline_moments(document.store)[0]
    document.push(add_action(document.store, moment.id, text, action_id, owner=owner, due=due))
    return action_id


def read_aloud(card: ClosingCard) -> list[tuple[str, str, str]]:
    rows = card.agreed.list.rows.values()
    return [(one.what.text(), one.who.text(), one.when.text()) for one in rows]


def type_name(card: ClosingCard, row: OpenAction) -> None:
    """Somebody who is known is offered beneath the field; then it is somebody else."""
    type_into(row.owner, "B")
    (ben,) = row.names.names
    assert (ben.text(), row.names.isVisible()) == ("Ben", True)
    below = row.owner.mapTo(card, row.owner.rect().bottomLeft())
    assert ben.mapTo(card, ben.rect().topLeft()).y() > below.y(), "the words can be read"
    QTest.keyClick(row.owner, Qt.Key.Key_Backspace)
    QTest.keyClicks(row.owner, "Ann")
    assert row.names.isHidden(), "nobody else is meant"


def test_a_session_is_closed_here(
    qtbot: QtBot,
    shell: Shell,
    page: WallPage,
    documents: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    diary = documents / "next.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(diary), ""))
    session_id, store = begin(page), page.document.store
    nobodys = plan(page, "Ring back within the hour")
    today = page.document.clock.today()
    plan(page, "Put up a sign", owner="Ben", due=today)
    handouts: list[bool] = []
    card = open_card(page)
    page.handouts_wanted.disconnect()
    page.handouts_wanted.connect(lambda: handouts.append(True))
    assert page.window().focusWidget() is card.agreement
    for words in ("what you agreed", "takes away", "who does 1 action", "a day for 1 action"):
        assert words in card.missing.text()
    assert "next session" not in card.missing.text()
    type_into(card.agreement, "We ring back.")
    type_into(card.take_away, "Small steps count.")
    assert list(card.actions_.list.rows) == [nobodys]
    assert read_aloud(card) == [("Put up a sign", "Ben", date_words(today, today))]
    row = card.actions_.list.rows[nobodys]
    type_name(card, row)
    QTest.keyClick(row.owner, Qt.Key.Key_Return)
    assert page.window().focusWidget() is row.due.editor
    QTest.keyClicks(row.due.editor, "+2w")
    click(card.handouts)
    assert store.get(PlannedAction, nobodys).owner == "Ann"
    card.flush()
    assert store.get(PlannedAction, nobodys).due == today + timedelta(weeks=2)
    # It stays while it is filled in, though nothing is missing any more.
    assert row.isVisible()
    assert card.missing.text() == "Nothing is missing."
    on_cover = next_session_day(store, today)
    assert (handouts, on_cover) == ([True], card.ending.day.value()), "what stands on the card"
    click(card.close_button)
    kept = store.get(Session, session_id)
    assert kept.closed_at is not None
    assert (kept.agreement, kept.take_away) == ("We ring back.", "Small steps count.")
    assert kept.next_on == today + timedelta(weeks=4)
    wall = shell.walls.wall
    assert wall is not None
    assert kept in read_records(wall.path)
    assert card.close_button.isHidden()
    assert page.window().focusWidget() is card.present
    assert not card.ending.end.isVisible(), "agreed is agreed"
    click(card.ending.calendar)
    qtbot.waitUntil(diary.exists)
    (event,) = Calendar.from_ical(diary.read_text(encoding="utf-8")).events
    assert event.start == kept.next_on
    click(card.present)
    shown = page.cards.current
    assert isinstance(shown, PresentCard)
    assert [one.key for one in shown.slides[-2:]] == ["closing", "actions:0"]
    assert shown.slides[0].key == "wall:0"


def test_nothing_is_forbidden(page: WallPage) -> None:
    session_id, store = begin(page), page.document.store
    page.document.workshop.begin([Planned("", "Close", 5)])
    page.document.workshop.go()
    plan(page, "Ring back")
    card = open_card(page)
    day = card.ending.day.editor
    day.selectAll()
    type_into(day, "+3w")
    QTest.keyClick(day, Qt.Key.Key_Tab)
    today = page.document.clock.today()
    assert next_session_day(store, today) == today + timedelta(weeks=3), "a handout has it already"
    day.selectAll()
    type_into(day, "when it suits")
    assert "the day of the next session" in card.missing.text()
    click(card.close_button)
    assert store.get(Session, session_id).closed_at is None
    assert "close again" in card.missing.text()
    click(card.close_button)
    closed = store.get(Session, session_id)
    assert closed.closed_at is not None
    assert closed.is_next_declined
    assert not page.document.workshop.is_running
    page.undo()
    assert not card.close_button.isHidden()


def test_no_day_for_now(page: WallPage) -> None:
    session_id = begin(page)
    card = open_card(page)
    assert card.ending.end.isHidden()
    click(card.ending.not_now)
    assert page.document.store.get(Session, session_id).is_next_declined
    assert not card.ending.end.isVisible(), "that is settled"
    assert not card.present.isHidden()
    type_into(card.ending.day.editor, "+2w")
    assert card.ending.end.isVisible()
    click(card.ending.not_now)
    assert card.ending.day.editor.text() == ""
    assert not card.ending.end.isVisible()


def test_without_a_session_one_is_begun(page: WallPage) -> None:
    card = open_card(page)
    assert card.content.isHidden()
    assert card.close_button.isHidden()
    assert "No session is going on" in card.says_more.text()
    click(card.sessions)
    assert isinstance(page.cards.current, SessionsCard)
    card = open_card(page)
    click(card.begin)
    assert page.document.session_id is not None
    assert card.session is not None
    assert page.window().focusWidget() is card.agreement
    assert not card.content.isHidden()


def test_it_follows_another_window(page: WallPage) -> None:
    session_id, document = begin(page), page.document
    card = open_card(page)
    assert card.none_open.isVisible()
    document.push(write(document.store, Session, [session_id], "agreement", "From elsewhere"))
    assert card.agreement.text() == "From elsewhere"
    assert "what you agreed" not in card.missing.text()
    made = plan(page, "From elsewhere")
    assert list(card.actions_.list.rows) == [made]
    assert not card.none_open.isVisible()
    document.push(write(document.store, PlannedAction, [made], "owner", "Cy"))
    assert card.actions_.list.rows[made].owner.text() == "Cy"
    page.cards.close()
    document.push(write(document.store, PlannedAction, [made], "due", date(2027, 1, 4)))
    card = open_card(page)
    assert not card.actions_.list.rows
    assert list(card.agreed.list.rows) == [made]


def test_on_a_laptop_all_of_it_fits(shell: Shell) -> None:
    shell.window.resize(1280, 720)
    page = open_copy(shell, of_template("shop"))
    begin(page)
    plan(page, "Ring back")
    card = open_card(page)
    for _ in range(2):
        found = [one for one in controls(page) if one.widget and card.isAncestorOf(one.widget)]
        assert len(found) >= 6
        for one in found:
            assert min(one.rect.width(), one.rect.height()) >= LEAST, one.name
            assert one.seen.right() <= page.width(), one.name
        assert not card.content.horizontalScrollBar().maximum()
        card.close_button.click()
        settle()


def test_read_only_it_can_be_read_and_presented(shell: Shell, page: WallPage) -> None:
    begin(page)
    plan(page, "Ring back")
    wall = shell.walls.wall
    assert wall is not None
    assert shell.close_wall()
    somebody = WallLock(wall.path)
    somebody.acquire()
    try:
        shell.open(wall.path)
        again = shell.window.page
        assert again is not None
        card = open_card(again)
        assert not card.close_button.isEnabled()
        assert card.agreement.isReadOnly()
        (row,) = card.actions_.list.rows.values()
        assert row.owner.isReadOnly()
        run(again, "present")
        assert isinstance(again.cards.current, PresentCard)
    finally:
        somebody.release()


@pytest.mark.parametrize("name", list(PANELS))
def test_in_room_everything_is_large_enough_and_within_reach(shell: Shell, name: str) -> None:
    panel = PANELS[name]
    shell.window.resize(panel.width, panel.height)
    page = open_copy(shell, of_template("shop"))
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    begin(page)
    plan(page, "Ring back")
    QApplication.processEvents()
    card = open_card(page)
    for _ in range(3):
        QApplication.processEvents()
    assert check(page, panel, "closing", [card]) >= 4
    card.close_button.click()
    QApplication.processEvents()
    assert check(page, panel, "closed", [card]) >= 4


def test_the_key_pad_writes_the_agreement(shell: Shell) -> None:
    for taps in in_room(shell, "shop"):
        session_id = begin(taps.page)
        card = open_card(taps.page)
        taps.tap(card.agreement)
        taps.write("we ring")
        kept = taps.page.document.store.get(Session, session_id)
        assert kept.agreement == "we ring"
