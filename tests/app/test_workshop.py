"""The workshop in the window: planned, begun, on the clock, over time, late, ended."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from motwall.app.application import make_shell
from motwall.app.places import Places
from motwall.app.settings import Settings
from motwall.app.shell import Shell
from motwall.model.phases import Phase
from motwall.model.records import AgendaItem, Moment, Session
from motwall.model.screen import Screen
from motwall.paint.tokens import LIGHT
from motwall.storage.reading import read_records
from motwall.ui.facilitator.rules_card import RulesCard
from motwall.ui.teaching.quiz_card import QuizCard
from motwall.ui.theme import apply_theme
from motwall.ui.voting.card import VoteCard
from motwall.ui.wall_page import WallPage
from motwall.ui.workshop.guide import WorkshopGuide
from motwall.ui.workshop.plan_card import PlanCard
from tests.app.made_walls import of_list, open_copy
from tests.driving_touch import Digitiser
from tests.factories import FakeClock

LEFT = Qt.MouseButton.LeftButton
PANEL = Screen("panel", 3840, 2160, 2.0)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, places: Places, clock: FakeClock) -> Iterator[Shell]:
    """The program on a clock of the test's own, in the smallest window it has to fit."""
    apply_theme(qapp, LIGHT)
    made = make_shell(LIGHT, places, clock)
    made.window.resize(1280, 720)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.close_wall()
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def page(shell: Shell) -> WallPage:
    made = open_copy(shell, of_list("Rings", "Comes in", "Pays"))
    made.view.setFocus()
    return made


def plan_card(page: WallPage) -> PlanCard:
    page.commands.action("plan").trigger()
    card = page.cards.current
    assert isinstance(card, PlanCard)
    return card


def click(widget: QWidget) -> None:
    assert widget.isVisible()
    QTest.mouseClick(widget, LEFT)
    QApplication.processEvents()


def begun(page: WallPage) -> WorkshopGuide:
    card = plan_card(page)
    click(card.draft_pane.choice.buttons["one-hour"])
    click(card.begin)
    assert page.workshop is not None
    return page.workshop


def phase(page: WallPage) -> Phase:
    """Asked anew each time: a name for mypy, which takes it for what it was before."""
    return page.phase


def middle(shell: Shell, widget: QWidget) -> QPoint:
    return widget.mapTo(shell.window, widget.rect().center())


def titles(card: PlanCard) -> list[str]:
    return [one.planned.title for one in card.draft_pane.draft.parts]


def test_a_plan_is_a_draft_until_it_begins(page: WallPage) -> None:
    before = list(page.document.store.everything())
    card = plan_card(page)
    pane = card.draft_pane
    assert pane.total.text() == "2 hours"
    click(pane.choice.buttons["one-hour"])
    assert pane.total.text() == "1 hour"
    assert set(pane.adding.left_out) == {"break"}
    click(pane.adding.left_out["break"])
    assert titles(card)[5] == "Break"
    rows = list(pane.parts.rows.values())
    click(rows[0].stepper.more)
    rows[1].stepper.field.setFocus()
    QTest.keyClick(rows[1].stepper.field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(rows[1].stepper.field, "20")
    click(rows[2].sink)
    assert titles(card)[1:4] == ["Post-its", "Priorities", "Colour"]
    click(rows[3].leave_out)
    QTest.keyClicks(pane.adding.line, "Tea")
    click(pane.adding.button)
    assert titles(card)[-2:] == ["Tea", "Close"]
    click(card.back)
    card = plan_card(page)
    assert pane.draft.minutes == 60 + 5 + 1 + 8 - 6 + 10
    assert titles(card)[1:3] == ["Post-its", "Colour"]
    assert list(page.document.store.everything()) == before
    pane.title.setFocus()
    pane.title.selectAll()
    QTest.keyClicks(pane.title, "Our bakery")
    click(card.begin)
    assert page.document.store.wall.title == "Our bakery"
    items = page.document.workshop.items
    assert [(one.title, one.minutes) for one in items[:2]] == [("Welcome", 4), ("Post-its", 20)]
    assert page.document.workshop.is_running


def test_a_plan_of_one_s_own_is_saved_and_deleted(page: WallPage, places: Places) -> None:
    places.plans.mkdir()
    (places.plans / "bad.json").write_text("{", encoding="utf-8")
    card = plan_card(page)
    choice = card.draft_pane.choice
    assert "bad.json" in choice.said.text()
    click(next(iter(card.draft_pane.parts.rows.values())).leave_out)
    QTest.keyClicks(choice.line, "Short & sweet")
    click(choice.save)
    click(choice.buttons["two-hours"])
    assert titles(card)[0] == "Welcome"
    click(choice.buttons["own/short sweet"])
    assert titles(card)[0] == "Post-its"
    click(choice.delete)
    assert set(choice.buttons) == {"two-hours", "one-hour"}
    assert [one.name for one in places.plans.iterdir()] == ["bad.json"]


def test_the_strip_is_there_while_a_workshop_goes_on(page: WallPage, clock: FakeClock) -> None:
    assert page.workshop is None
    guide = begun(page)
    strip, run = guide.strip, page.document.workshop
    shown = page.cards.current
    assert isinstance(shown, RulesCard), "what little time is enough for"
    click(shown.ways["quiz"])
    assert isinstance(page.cards.current, QuizCard), "what more time is filled with"
    assert strip.isVisible()
    assert (strip.title.text(), strip.time.text) == ("Welcome", "03:00")
    assert phase(page) is Phase.POST_ITS
    clock.advance(seconds=40)
    run.look()
    assert strip.time.text == "02:20"
    click(strip.toggle)
    assert strip.toggle.text() == "Start"
    clock.advance(seconds=40)
    click(strip.more_time)
    assert strip.time.text == "03:20"
    click(strip.toggle)
    assert strip.following.text() == "Next: Post-its"
    click(strip.following)
    assert strip.title.text() == "Post-its"
    assert page.cards.current is None
    click(strip.plan)
    card = page.cards.current
    assert isinstance(card, PlanCard)
    assert not strip.visibleRegion().isEmpty()
    click(card.end)
    assert not strip.isVisible()
    assert card.run_pane.parts.rows[run.items[0].id].note == "took 1 of 4 min"
    click(card.anew)
    assert not run.is_begun
    assert card.begin.isVisible()


def test_going_on_brings_what_the_part_is_done_on_and_puts_the_last_away(page: WallPage) -> None:
    guide = begun(page)
    page.commands.action("quiz").trigger()
    card = page.cards.current
    assert isinstance(card, QuizCard)
    field = card.findChild(QPlainTextEdit) or card.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "Care")
    # Who goes on is done with the quiz; what is typed in it is kept.
    click(guide.strip.following)
    assert page.cards.current is None
    assert [one.take_away for one in page.document.store.all(Session)] == ["Care"]
    page.selection.set([one.id for one in page.document.store.all(Moment)])
    click(guide.strip.following)
    assert page.selection.ids == ()
    click(guide.strip.following)
    assert isinstance(page.cards.current, VoteCard)
    # Another phase has its own tools; those of the part are not mixed with them.
    page.set_phase(Phase.ASSESS)
    assert guide.ways.isHidden()


def test_time_is_up_and_nothing_ends(page: WallPage, clock: FakeClock) -> None:
    guide = begun(page)
    run, notice = page.document.workshop, guide.notice
    heard: list[bool] = []
    page.cards.close()
    page.about.open()
    for _ in range(3):
        QApplication.processEvents()
    about = page.about.mapTo(page, QPoint())
    run.ran_out.connect(lambda: heard.append(True))
    clock.advance(minutes=3, seconds=10)
    run.look()
    assert heard == [True]
    assert notice.text == "Time for Welcome is up."
    for _ in range(3):
        QApplication.processEvents()
    assert page.about.mapTo(page, QPoint()) == about, "nothing goes from under the pointer"
    assert notice.visibleRegion().boundingRect() == notice.rect()
    page.about.hide()
    assert guide.strip.time.text == "\N{MINUS SIGN}00:10"
    click(notice.buttons["more_time"])
    assert notice.text == ""
    run.look()
    clock.advance(minutes=1)
    run.look()
    assert notice.buttons["following"].text() == "Next: Post-its"
    click(notice.buttons["not_yet"])
    assert notice.text == ""
    assert run.current is run.items[0]
    clock.advance(minutes=4)
    click(guide.strip.following)
    assert notice.text == "5 minutes later than planned."
    click(notice.buttons["replan"])
    card = page.cards.current
    assert isinstance(card, PlanCard)
    replanning = card.run_pane.replanning
    assert replanning.time.text() == run.promised_end.astimezone().strftime("%H:%M")  # type: ignore[union-attr] # it runs
    assert replanning.preview
    click(replanning.button)
    assert run.late == 0
    assert sum(one.minutes for one in run.items[1:]) == 60 - 9
    page.document.undo()
    assert run.items[1].minutes == 12


def test_parts_are_gone_to_changed_and_moved_on_the_card(page: WallPage) -> None:
    guide = begun(page)
    run = page.document.workshop
    card = plan_card(page)
    rows = card.run_pane.parts.rows
    here, colour, priorities = run.items[0], run.items[2], run.items[3]
    click(rows[colour.id].stepper.more)
    click(rows[colour.id].stepper.more)
    click(rows[here.id].stepper.less)
    click(rows[priorities.id].rise)
    assert [one.title for one in run.items[1:4]] == ["Post-its", "Priorities", "Colour"]
    assert run.items[3].minutes == 7
    assert run.items[0].minutes == 2
    click(rows[run.items[4].id].leave_out)
    click(card.run_pane.adding.left_out["break"])
    assert [one.title for one in run.items[3:6]] == ["Colour", "Break", "Ideas"]
    click(rows[colour.id].title)
    assert run.current is not None
    assert run.current.id == colour.id
    assert phase(page) is Phase.COLOUR
    assert page.cards.current is None
    assert guide.strip.title.text() == "Colour"
    # Where nobody is late, planning anew begins at the end as it is, whatever was promised.
    plan_card(page)
    said = [one.text() for one in card.run_pane.findChildren(QLabel)]
    assert "20 minutes earlier than planned." in said
    begins = card.run_pane.ends.text().removeprefix("Ends at ")
    assert card.run_pane.replanning.time.text() == begins
    click(card.run_pane.replanning.earlier)
    assert any("instead" in row.note for row in rows.values())
    close, actions = run.items[-1], run.items[-2]
    for part, opened in ((close, "closing"), (actions, "action_list"), (actions, "action_list")):
        plan_card(page)
        click(rows[part.id].title)
        assert page.cards.current_name == opened, "as Next does"
        assert page.cards.current is not None
        assert page.cards.current.isAncestorOf(page.focusWidget())


def test_nobody_s_editor_closes_when_the_part_changes(page: WallPage) -> None:
    begun(page)
    run = page.document.workshop
    note = page.document.store.all(Moment)[0]
    page.in_place.edit_note(note.id)
    editor = page.view.editor()
    assert editor is not None
    QTest.keyClicks(page.view.viewport(), "x")
    run.go_on()
    run.go_on()
    assert phase(page) is Phase.COLOUR
    assert page.view.editor() is editor
    run.go_to(run.items[5].id)
    assert phase(page) is Phase.IDEAS_AND_ACTIONS
    run.go_to(run.items[7].id)
    assert phase(page) is Phase.IDEAS_AND_ACTIONS
    assert page.view.editor() is editor
    page.escape()
    page.show_panel()
    page.selection.set([note.id])
    fields = page.panel.moment_tab.findChildren(QPlainTextEdit)
    field = next(one for one in fields if one.isVisible() and not one.isReadOnly())
    field.setFocus()
    run.go_to(run.items[1].id)
    assert phase(page) is Phase.POST_ITS
    assert field.hasFocus()


def test_the_end_of_a_part_covers_no_card(page: WallPage, clock: FakeClock) -> None:
    guide = begun(page)
    run, card = page.document.workshop, plan_card(page)
    for _ in range(3):
        QApplication.processEvents()
    before = [card.geometry(), guide.strip.following.geometry()]
    clock.advance(minutes=4)
    run.look()
    for _ in range(3):
        QApplication.processEvents()
    notice = guide.notice
    page.top_bar.phase_bar.button(page.phase).setFocus()
    QTest.keyClick(page.window(), Qt.Key.Key_F6)
    assert page.focusWidget() is notice.buttons["not_yet"], "what is asked comes first"
    QTest.keyClick(page.window(), Qt.Key.Key_F6)
    assert not notice.isAncestorOf(page.focusWidget())
    assert notice.isVisible()
    assert guide.strip.isAncestorOf(notice)
    assert [card.geometry(), guide.strip.following.geometry()] == before, "nothing moves"
    assert list(notice.buttons) == ["not_yet"], "the strip has the others"
    click(notice.buttons["not_yet"])
    assert guide.strip.prompt.isVisible()


def test_a_double_click_does_not_end_the_workshop(
    page: WallPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = begun(page)
    run = page.document.workshop
    run.go_to(run.items[-2].id)
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 60_000)
    click(guide.strip.following)
    QTest.mouseDClick(guide.strip.following, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(guide.strip.following, Qt.MouseButton.LeftButton)
    assert run.current is run.items[-1]
    assert guide.strip.following.text() == "End the workshop"
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 0)
    click(guide.strip.following)
    assert run.current is None
    assert page.toast.text == "The workshop is over."
    go_on = page.toast.findChild(QPushButton)
    assert isinstance(go_on, QPushButton)
    click(go_on)
    assert run.current is run.items[-1]


def test_notes_are_written_here_or_on_paper(page: WallPage) -> None:
    guide = begun(page)
    assert not guide.ways.here.isVisible()
    click(guide.strip.following)
    click(guide.ways.on_paper)
    assert "paper" in guide.strip.prompt.text()
    assert guide.ways.photo.isVisible()
    click(guide.ways.here)
    assert "paper" not in guide.strip.prompt.text()
    assert page.bottom_bar.quick_add.line.hasFocus()
    assert not guide.ways.photo.isVisible()


def test_closing_the_wall_pauses_and_a_crash_is_held_on_opening(
    shell: Shell, page: WallPage, clock: FakeClock
) -> None:
    begun(page)
    clock.advance(minutes=1)
    assert shell.walls.wall is not None
    path = shell.walls.wall.path
    copy = path.with_name("crashed.motwall")
    copy.write_bytes(path.read_bytes())
    assert shell.close_wall()
    (first, *_) = [one for one in read_records(path) if isinstance(one, AgendaItem)]
    assert (first.started_at, first.spent_s) == (None, 60)
    clock.advance(hours=12)
    shell.open(copy)
    again = shell.window.page
    assert again is not None
    assert "Welcome" in again.message_bar.text
    assert not again.document.workshop.is_running
    assert again.document.workshop.left == 0
    assert again.workshop is not None
    assert again.workshop.strip.time.text == "00:00"


def test_the_chime_is_remembered(page: WallPage, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    page.chime = settings
    assert not settings.is_chiming
    click(plan_card(page).chime)
    assert Settings(tmp_path / "settings.ini").is_chiming or settings.is_chiming


def test_the_room_has_clock_posts_and_sees_the_time(
    shell: Shell, page: WallPage, clock: FakeClock
) -> None:
    shell.window.resize(1920, 1080)
    page.room_mode.screen = lambda: PANEL
    page.room_mode.memory.set_inches("panel", 65.0)
    page.room_mode.enter()
    QApplication.processEvents()
    room = page.room_mode.room
    assert room is not None
    assert not any(post.isVisible() for post in room.band.clock.values())
    assert room.band.following.isVisible()
    guide = begun(page)
    room = page.room_mode.room
    assert room is not None
    assert (room.header.title, room.header.letter) == ("Welcome", "")
    assert room.header.time == "03:00"
    # The posts of the clock find their places beside the one of the part's card.
    QApplication.processEvents()
    hands, posts = Digitiser(shell.window), room.band.clock
    assert not room.band.following.isVisible()
    hands.press(0, middle(shell, posts["more_time"]))
    hands.press(1, middle(shell, posts["toggle"]))
    hands.release(0)
    hands.release(1)
    clock.advance(minutes=9)
    assert page.document.workshop.left == 240
    more, bars = room.band.tools["more"], page.on_wall.bars
    click(more)
    assert len(bars.open_menus()) == 1
    page.view.setFocus()
    page.escape()
    assert bars.open_menus() == []
    click(more)
    click(posts["toggle"])
    click(posts["toggle"])
    assert len(bars.open_menus()) == 1, "the part is the same"
    click(posts["following"])
    assert bars.open_menus() == []
    assert (room.header.letter, room.header.title) == ("A", "Post-its")
    assert guide.notice.text.endswith("later than planned.")
    click(guide.notice.buttons["not_yet"])
    assert guide.notice.buttons["on_paper"].height() >= room.sizes.target
    click(guide.notice.buttons["on_paper"])
    assert "paper" in room.header.prompt
    page.room_mode.leave()
    assert guide.strip.isVisible()


def test_over_a_card_in_room_the_header_says_that_time_is_up(
    shell: Shell, page: WallPage, clock: FakeClock
) -> None:
    shell.window.resize(1920, 1080)
    page.room_mode.screen = lambda: PANEL
    page.room_mode.memory.set_inches("panel", 65.0)
    page.room_mode.enter()
    guide = begun(page)
    room = page.room_mode.room
    assert room is not None
    page.cards.close()
    page.commands.action("scribe").trigger()
    QApplication.processEvents()
    card = page.cards.current
    assert card is not None
    before = card.geometry()
    clock.advance(minutes=3, seconds=1)
    page.document.workshop.look()
    QApplication.processEvents()
    assert room.header.prompt == "Time for Welcome is up."
    assert guide.notice.isHidden()
    assert card.geometry() == before, "nothing moves from under a finger"
    page.cards.close()
    QApplication.processEvents()
    assert guide.notice.text == "Time for Welcome is up."
    assert "Time" not in room.header.prompt


def test_two_windows_show_one_clock(page: WallPage, clock: FakeClock, qtbot: QtBot) -> None:
    window, other = QMainWindow(), WallPage(page.document, LIGHT)
    qtbot.addWidget(window)
    window.setMinimumSize(960, 600)
    window.setCentralWidget(other)
    window.resize(1280, 720)
    window.show()
    other.furnish()
    guide = begun(page)
    assert other.workshop is not None
    run = page.document.workshop
    clock.advance(minutes=4)
    run.look()
    assert other.workshop.notice.text == guide.notice.text == "Time for Welcome is up."
    click(other.workshop.notice.buttons["not_yet"])
    assert guide.notice.text == ""
    click(guide.strip.following)
    click(guide.strip.following)
    assert (phase(other), phase(page)) == (Phase.COLOUR, Phase.COLOUR)
    assert other.workshop.strip.time.text == guide.strip.time.text == "05:00"
