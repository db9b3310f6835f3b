"""Voting on one screen: dots passed round or hands counted, hidden until shown, then the choice."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from motwall.app.application import make_shell
from motwall.app.facilitating import facilitating_of
from motwall.app.places import Places
from motwall.app.shell import Shell
from motwall.model.edits.agenda import Planned
from motwall.model.edits.fields import write
from motwall.model.edits.marks import tick
from motwall.model.edits.moments import delete_moments
from motwall.model.edits.sessions import open_session
from motwall.model.phases import Phase
from motwall.model.priorities import shortlisted, ticked
from motwall.model.records import Session, Vote, VoteRound, VoteWay
from motwall.model.voting import dots_left, rounds, tally
from motwall.paint.tokens import LIGHT
from motwall.storage.reading import read_records
from motwall.ui.voting.card import VoteCard
from motwall.ui.voting.tile import VoteTile
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, of_template, open_copy
from tests.app.on_page import moment, run
from tests.app.test_room_sizes import PANELS, Panel, check, settle
from tests.app.touching import Room
from tests.driving_touch import Digitiser

NOTES = ("Rings", "Comes in", "Pays", "Asks", "Waits", "Leaves", "Complains")


def click(button: QAbstractButton) -> None:
    assert button.isVisible()
    assert button.isEnabled(), button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def the_card(page: WallPage) -> VoteCard:
    card = page.cards.current
    assert isinstance(card, VoteCard)
    return card


def opened(page: WallPage) -> VoteCard:
    run(page, "vote")
    return the_card(page)


def begun(page: WallPage, *, people: int = 2, budget: int = 3, way: int = 0) -> VoteCard:
    card = opened(page)
    click(card.setup.way.buttons[way])
    card.setup.wanted.set(people=people, budget=budget)
    card.setup._has_people = True
    click(card.ways.go_on)
    return card


def tile(card: VoteCard, text: str) -> VoteTile:
    return next(one for one in card.poll.grid.tiles.values() if one.facts.look.text == text)


def give(card: VoteCard, *texts: str) -> None:
    for text in texts:
        click(tile(card, text))


def counts(card: VoteCard) -> dict[str, int]:
    """What the tiles show, of those that show anything."""
    facts = [one.facts for one in card.poll.grid.tiles.values()]
    return {one.look.text: one.count for one in facts if one.count}


def kept(page: WallPage, kind: type[Vote | VoteRound]) -> list[Vote | VoteRound]:
    return [one for one in read_records(page.document._writer.path) if isinstance(one, kind)]


def wanted(page: WallPage) -> dict[str, int]:
    """The votes of the latest round in the store, by text."""
    store = page.document.store
    names = {one.id: one.text for one in (moment(page, text) for text in NOTES)}
    return {names[one.moment_id]: one.dots for one in tally(store, rounds(store)[-1].id)}


@pytest.fixture
def page(shell: Shell) -> WallPage:
    """Seven steps with a note each."""
    made = open_copy(shell, of_list(*NOTES))
    made.view.setFocus()
    return made


def test_dots_are_passed_round_and_nobody_sees_those_of_others(page: WallPage) -> None:
    card = begun(page)
    assert card.title.text() == "Person 1 of 2"
    assert list(card.poll.grid.tiles) == [moment(page, one).id for one in NOTES]
    assert card.ways.go_on.text() == "Next person, 3 dots left"
    give(card, "Rings", "Rings", "Pays", "Waits")
    assert counts(card) == {"Rings": 2, "Pays": 1}
    assert card.ways.go_on.text() == "Next person"
    assert card.title.text() == "Person 1 of 2: pass it on"
    assert "All dots are given" in card.says_more.text()
    fewer = tile(card, "Rings").fewer
    assert fewer is not None
    click(fewer)
    assert counts(card) == {"Rings": 1, "Pays": 1}
    assert wanted(page) == {"Rings": 1, "Pays": 1}
    assert len(kept(page, Vote)) == 2

    click(card.ways.go_on)
    assert card.title.text() == "Person 2 of 2"
    assert counts(card) == {}
    assert not fewer.isVisible()
    give(card, "Leaves")
    assert counts(card) == {"Leaves": 1}
    click(card.ways.before)
    assert counts(card) == {"Rings": 1, "Pays": 1}

    page.undo()
    assert card.title.text() == "Person 2 of 2", "whose dot it was"
    assert counts(card) == {}
    page.undo()
    assert card.title.text() == "Person 1 of 2: pass it on"
    assert counts(card) == {"Rings": 2, "Pays": 1}


def test_the_rules_change_in_the_middle(page: WallPage) -> None:
    card = begun(page)
    give(card, "Rings", "Rings", "Pays")
    assert not card.poll.rules.isVisible()
    click(card.ways.change_rules)
    rules = card.poll.rules
    click(rules.budget.fewer)
    assert "1 dot too many" in card.says_more.text()
    assert counts(card) == {"Rings": 2, "Pays": 1}
    for _ in range(2):
        click(rules.budget.more)
    rules.stacking.click()
    give(card, "Rings", "Waits")
    assert counts(card) == {"Rings": 2, "Pays": 1, "Waits": 1}
    click(rules.people.more)
    assert card.title.text() == "Person 1 of 3: pass it on"
    click(card.ways.go_on)
    click(card.ways.go_on)
    assert not card.ways.reveal.isVisible()
    assert card.ways.go_on.text() == "All have voted, 4 dots left"
    click(card.ways.go_on)
    assert card.over.isVisible()
    assert not card.poll.isVisible(), "nothing of what the last one gave is seen"
    click(card.ways.before)
    click(rules.people.fewer)
    assert card.title.text() == "Person 2 of 2"
    click(rules.stop)
    assert not kept(page, VoteRound)
    assert card.setup.isVisible()
    page.toast._run()
    assert card.poll.isVisible()
    assert len(kept(page, Vote)) == 3


def test_a_vote_left_in_the_middle_goes_on_when_the_wall_is_opened_again(
    shell: Shell, page: WallPage
) -> None:
    card = begun(page, people=3, budget=2)
    give(card, "Rings", "Pays")
    click(card.ways.go_on)
    give(card, "Rings")
    path = page.document._writer.path
    shell.close_wall()
    shell.open(path)
    again = shell.window.page
    assert again is not None
    card = opened(again)
    assert card.title.text() == "Person 2 of 3"
    assert counts(card) == {"Rings": 1}
    give(card, "Waits", "Waits")
    assert counts(card) == {"Rings": 1, "Waits": 1}
    store = again.document.store
    assert [dots_left(store, rounds(store)[0].id, one) for one in (1, 2, 3)] == [0, 0, 2]


def test_everything_goes_by_keys(page: WallPage) -> None:
    card = begun(page)
    grid = card.poll.grid
    assert page.window().focusWidget() is grid
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return)
    for key in (*keys, Qt.Key.Key_Left, Qt.Key.Key_Space):
        QTest.keyClick(grid, key)
    assert counts(card) == {"Comes in": 2, "Pays": 1}
    QTest.keyClick(grid, Qt.Key.Key_Backspace)
    QTest.keyClick(grid, Qt.Key.Key_Minus)
    assert counts(card) == {"Pays": 1}
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert grid.current_id == moment(page, "Complains").id
    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert grid.current_id == moment(page, "Rings").id
    QTest.keyClick(grid, Qt.Key.Key_N)
    assert card.title.text() == "Person 2 of 2"
    assert grid.current_id == moment(page, "Rings").id
    QTest.keyClick(grid, Qt.Key.Key_N)
    assert card.title.text() == "All 2 have voted", "nobody comes after"
    assert page.window().focusWidget() is card.ways.go_on
    QTest.keyClick(card.ways.go_on, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert card.results.isVisible()


def choose_five(card: VoteCard) -> None:
    """Two share the third place and few wanted the next, so four is what is offered."""
    numbers = card.results.numbers.buttons
    assert [one.isChecked() for one in numbers] == [False, True, False]
    click(numbers[0])
    assert "2 moments share the third place: choose 1 of them" in card.says_more.text()
    click(numbers[2])


def test_the_result_a_tie_and_the_choice_of_the_room(shell: Shell, page: WallPage) -> None:
    card = begun(page, people=2, budget=9)
    give(card, *["Pays"] * 4, *["Rings"] * 3, *["Waits"] * 2)
    click(card.ways.go_on)
    give(card, "Asks", "Asks", "Leaves", "Complains", "Comes in")
    click(card.ways.go_on)
    assert card.says_more.text() == "14 of 18 dots are given."
    click(card.ways.go_on)
    assert "14 dots from 2 people" in card.says_more.text()
    choose_five(card)
    assert "3 moments share the fifth place: choose 1 of them" in card.says_more.text()
    lines = [one for one in card.results.lines if one.isVisible()]
    assert [one.words.text() for one in lines[:4]] == ["Pays", "Rings", "Asks", "Waits"]
    assert [one.place.text() for one in lines] == ["1", "2", "3", "3", "5", "5", "5"]
    click(card.ways.hide_again)
    assert card.over.isVisible()
    click(card.ways.go_on)
    by_hand = {one.words.text(): one.pick for one in lines if one.pick.isVisible()}
    assert set(by_hand) == {"Comes in", "Leaves", "Complains"}
    click(by_hand["Leaves"])
    click(by_hand["Complains"])
    assert not by_hand["Leaves"].isChecked(), "there is room for one"
    click(card.ways.go_on)
    store = page.document.store
    assert [one.text for one in shortlisted(store)][-1] == "Complains"
    assert len(shortlisted(store)) == 5
    assert len(ticked(store)) == 5
    assert store.all(VoteRound)[0].closed_at is not None
    assert "These are the priorities now" in card.says_more.text()
    assert not card.ways.go_on.isVisible()

    page.toast._run()
    assert ticked(page.document.store) == []
    assert card.ways.hide_again.isVisible(), "the round is open again"
    assert by_hand["Complains"].isChecked()
    click(card.ways.go_on)

    path = page.document._writer.path
    shell.close_wall()
    shell.open(path)
    again = shell.window.page
    assert again is not None
    card = opened(again)
    (button,) = card.setup.before.buttons.values()
    assert "14 dots from 2 people" in button.text()
    click(button)
    assert "These are the priorities now" in card.says_more.text(), "with what was picked"
    click(card.ways.delete)
    assert card.setup.isVisible()
    assert not card.setup.before.isVisible()
    assert not kept(again, Vote)
    assert len(shortlisted(again.document.store)) == 5


def test_voting_again_and_ending_without_a_choice(page: WallPage) -> None:
    card = begun(page, people=1, budget=2)
    assert card.title.text() == "Your dots"
    give(card, "Pays")
    click(card.ways.go_on)
    click(card.ways.again)
    store = page.document.store
    assert [one.closed_at is None for one in rounds(store)] == [False, True]
    assert rounds(store)[1].budget == 2
    assert counts(card) == {}
    page.undo()
    assert len(rounds(store)) == 1
    assert card.results.isVisible(), "one step of undo"
    page.redo()
    click(card.ways.go_on)
    assert card.results.nothing.isVisible()
    assert not card.ways.go_on.isVisible()
    click(card.ways.again)
    assert len(rounds(store)) == 2, "a round without votes is not kept"
    give(card, "Rings")
    click(card.ways.go_on)
    click(card.ways.end)
    assert ticked(store) == []
    assert rounds(store)[1].closed_at is not None
    click(card.ways.all_votes)
    assert len(card.setup.before.buttons) == 2
    click(next(iter(card.setup.before.buttons.values())))
    click(card.ways.again)
    assert len(rounds(store)) == 3


def test_hands_are_counted_note_by_note(shell: Shell, page: WallPage) -> None:
    card = opened(page)
    assert "hidden as soon as they are passed on" in card.says_more.text()
    click(card.setup.way.buttons[1])
    assert "Count the hands" in card.says_more.text()
    card = begun(page, way=1)
    assert not card.dots.isVisible()
    assert "Rings" in card.title.text()
    more = tile(card, "Rings").more
    assert more is not None
    for _ in range(3):
        click(more)
    click(card.ways.go_on)
    assert card.title.text() == "Hands up for \u201cComes in\u201d"
    grid = card.poll.grid
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(grid, Qt.Key.Key_N)
    click(tile(card, "Leaves"))
    assert "Leaves" in card.title.text()
    QTest.keyClick(grid, Qt.Key.Key_Plus)
    QTest.keyClick(grid, Qt.Key.Key_Plus)
    QTest.keyClick(grid, Qt.Key.Key_Backspace)
    assert counts(card) == {"Rings": 3, "Comes in": 1, "Leaves": 1}
    click(card.ways.before)
    assert "Waits" in card.title.text()
    page.undo()
    assert "Leaves" in card.title.text()
    assert counts(card)["Leaves"] == 2
    path = page.document._writer.path
    shell.close_wall()
    shell.open(path)
    again = shell.window.page
    assert again is not None
    card = opened(again)
    assert "Leaves" in card.title.text(), "where counting was left"
    click(card.ways.go_on)
    assert card.ways.go_on.text() == "Show the result"
    click(card.ways.go_on)
    assert "6 hands up" in card.says_more.text()


def test_ticked_notes_alone_and_as_many_people_as_the_meeting_names(page: WallPage) -> None:
    document = page.document
    store = document.store
    card = opened(page)
    assert card.setup.people.number.text() == "6"
    assert not card.setup.scope.buttons[1].isEnabled()
    now = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
    document.push(open_session(store, document.clock.new_id(), document.clock.today(), now))
    session_id = document.session_id
    assert session_id is not None
    document.push(write(store, Session, [session_id], "attendees", "Ann\nBob\nCem"))
    assert card.setup.people.number.text() == "3"
    ids = [moment(page, one).id for one in ("Pays", "Asks")]
    document.push(tick(store, ids, is_ticked=True))
    click(card.setup.scope.buttons[1])
    click(card.setup.stacking.buttons[1])
    click(card.setup.people.more)
    click(card.setup.budget.fewer)
    click(card.ways.go_on)
    (made,) = store.all(VoteRound)
    assert (made.people, made.budget, made.may_stack, made.is_on_ticked) == (4, 2, False, True)
    assert made.session_id == session_id
    assert list(card.poll.grid.tiles) == ids
    document.push(delete_moments(store, ids))
    assert card.poll.grid.tiles == {}
    QTest.keyClick(card.poll.grid, Qt.Key.Key_Space)


def test_two_windows_show_the_same_vote(shell: Shell, page: WallPage) -> None:
    side = facilitating_of(shell.window)
    assert side is not None
    side.open_window()
    settle()
    assert side.own is not None
    led, seen = opened(side.own.page), begun(page)
    assert led.poll.isVisible()
    give(seen, "Pays")
    assert counts(led) == {"Pays": 1}
    click(led.ways.go_on)
    assert seen.title.text() == "Person 2 of 2"
    assert counts(seen) == {}
    give(led, "Rings")
    assert counts(seen) == {"Rings": 1}
    click(led.ways.go_on)
    assert seen.over.isVisible()
    click(led.ways.go_on)
    assert seen.results.isVisible()
    click(led.ways.go_on)
    assert "These are the priorities now" in seen.says_more.text()
    page.undo()
    assert led.ways.hide_again.isVisible()
    side.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_button_is_there_in_a_workshop_alone(page: WallPage) -> None:
    buttons = page.phase_tools._buttons
    page.set_phase(Phase.PRIORITIES)
    assert not page.phase_tools.isVisible()
    page.document.workshop.begin([Planned("priorities", "Choose", 10)])
    assert buttons["vote"].isVisible()
    assert not buttons["scribe"].isVisible()
    page.set_phase(Phase.POST_ITS)
    assert not buttons["vote"].isVisible()
    assert buttons["scribe"].isVisible()
    assert buttons["coverage"].isVisible()
    page.set_phase(Phase.PRIORITIES)
    click(buttons["vote"])
    the_card(page)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_read_only_votes_are_seen_and_none_is_taken(
    qtbot: QtBot, shell: Shell, page: WallPage, places: Places
) -> None:
    give(begun(page), "Pays")
    second = make_shell(LIGHT, places)
    qtbot.addWidget(second.window)
    second.window.show()
    second.open(page.document._writer.path)
    reader = second.window.page
    assert reader is not None
    card = opened(reader)
    fewer = tile(card, "Pays").fewer
    assert fewer is not None
    rules = card.poll.rules
    assert counts(card) == {"Pays": 1}
    usable = (
        tile(card, "Pays"),
        fewer,
        rules.budget.more,
        rules.stacking,
        rules.stop,
        card.ways.reveal,
    )
    assert not any(one.isEnabled() for one in usable)
    click(card.ways.go_on)
    assert card.title.text() == "Person 2 of 2"
    click(card.ways.go_on)
    assert not card.ways.go_on.isEnabled()
    second.close_wall()


def test_several_fingers_at_once(shell: Shell, page: WallPage) -> None:
    room = Room(shell, page, Digitiser(shell.window))
    card = begun(page)
    QApplication.processEvents()
    texts = ("Rings", "Pays", "Waits")
    spots = {number: room.of(tile(card, text)) for number, text in enumerate(texts)}
    room.hands.frame(press=spots)
    room.hands.release(*spots)
    assert counts(card) == dict.fromkeys(texts, 1)
    fewer = tile(card, "Pays").fewer
    assert fewer is not None
    room.hands.frame(press={0: room.of(fewer), 1: room.of(card.ways.go_on)})
    room.hands.release(0, 1)
    assert card.title.text() == "Person 2 of 2"
    assert wanted(page) == {"Rings": 1, "Waits": 1}


#: The largest and the lowest.
@pytest.mark.parametrize("panel", [*PANELS.values()][::3], ids=[*PANELS][::3])
def test_on_a_panel(shell: Shell, panel: Panel) -> None:
    shell.window.resize(panel.width, panel.height)
    page = open_copy(shell, of_template("shop"))
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    settle()
    card = begun(page, budget=9)
    click(card.ways.change_rules)
    for one in [*card.poll.grid.tiles.values()][:6]:
        click(one)
    assert check(page, panel, "dots", [card]) >= 15
    for way in (0, card.poll.grid.verticalScrollBar().maximum()):
        card.poll.grid.verticalScrollBar().setValue(way)
        check(page, panel, f"scrolled to {way}", [card])
    click(card.ways.reveal)
    assert check(page, panel, "the result", [card]) >= 10
    click(card.ways.end)
    assert check(page, panel, "a result of before", [card]) >= 4
    click(card.ways.all_votes)
    assert check(page, panel, "before a vote", [card]) >= 11
    click(card.setup.way.buttons[1])
    click(card.ways.go_on)
    assert check(page, panel, "hands", [card]) >= 15


def test_on_a_laptop(shell: Shell) -> None:
    shell.window.resize(1280, 720)
    page = open_copy(shell, of_template("shop"))
    card = begun(page)
    click(card.ways.change_rules)
    give_first = next(iter(card.poll.grid.tiles.values()))
    click(give_first)
    QApplication.processEvents()
    for button in (card.ways.change_rules, card.ways.reveal, card.ways.go_on, card.poll.rules.stop):
        assert button.width() >= button.minimumSizeHint().width()
        corner = button.mapTo(card, button.rect().bottomRight())
        assert card.rect().contains(corner)
    assert VoteWay.DOTS is page.document.store.all(VoteRound)[0].way
