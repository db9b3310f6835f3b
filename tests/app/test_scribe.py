"""One of us types: sixty notes in eight minutes, none twice, none lost."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester

from motwall.app.facilitating import facilitating_of
from motwall.app.shell import Shell
from motwall.model.edits.fields import write
from motwall.model.edits.moments import add_moments, delete_moments, free_spot
from motwall.model.errors import DiskFull
from motwall.model.order import contact_types
from motwall.model.patch import Patch
from motwall.model.records import Moment
from motwall.storage.reading import read_records
from motwall.ui.scribe.card import ScribeCard
from motwall.ui.scribe.said_model import SaidModel
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, open_copy
from tests.app.on_page import loose, moment, run, timeline
from tests.app.test_room_sizes import PANELS, Panel, check, settle
from tests.app.touching import Room
from tests.factories import FakeClock

ENTER, ESC, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down
CONTROL = Qt.KeyboardModifier.ControlModifier
#: Written with a slip; each "<" is Backspace.
CALLED_OUT = (
    "Sees the van", "Reads a review", "Asks a neighbour", "Finds the websir<te",
    "Café sign outside", "Parks on the kerb", "Reads the opening hours", "Door sticks",
    "Bell rings", "Nobody looks up", "Smells fresh paint", "Hears the radio", "Wet floor",
    "Greeting à la carte", "Straße closed", "Naïve question laughed at", "Ticket number 7",
    "Queue at the tilk<l", "Card fails", "Looks for a price",
)  # fmt: skip


def opened(page: WallPage) -> ScribeCard:
    run(page, "scribe")
    made = page.cards.current
    assert isinstance(made, ScribeCard)
    return made


@pytest.fixture
def card(page: WallPage) -> ScribeCard:
    """Open over a wall of Rings, Comes in, Pays."""
    return opened(page)


def key(which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, which, modifiers)


def type_in(words: str) -> None:
    """Type where the keyboard is, letter by letter; "<" is Backspace."""
    for letter in words:
        focus = QApplication.focusWidget()
        assert focus is not None
        if letter == "<":
            QTest.keyClick(focus, Qt.Key.Key_Backspace)
            continue
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(focus, event)


def enter(words: str) -> None:
    type_in(words)
    key(ENTER)


def shown(card: ScribeCard) -> list[str]:
    found = [card.model.moment_at(row) for row in range(card.model.rowCount())]
    return [one.text for one in found if one]


def offered(card: ScribeCard) -> list[str]:
    return [one.text() for one in card.matches.buttons if one.isVisible()]


def commits(page: WallPage) -> int:
    return len(list(page.document._writer.headers()))


def test_sixty_notes_in_eight_minutes(shell: Shell) -> None:
    page = open_copy(shell, of_list("Rings"))
    page.document.clock = clock = FakeClock()
    card = opened(page)
    before, expected = commits(page), []
    for number in range(60):
        slip = CALLED_OUT[number % len(CALLED_OUT)]
        words = slip if number < len(CALLED_OUT) else f"{number} {slip}"
        enter(words)
        expected.append(words.replace("r<", "").replace("k<", ""))
        assert card.line.text() == ""
        clock.advance(seconds=8)
        if number == 40:
            type_in("Parkss< on kerb")
            assert "Parks on the kerb" in offered(card)
            key(ENTER, CONTROL)
            assert card.line.text() == ""
    assert commits(page) - before == 60 + 1
    assert loose(page) == expected
    assert shown(card)[:60] == expected[::-1]
    assert card.counter.text() == "61 notes \N{MIDDLE DOT} 8 a minute"
    (again,) = [one for one in page.document.store.all(Moment) if one.merged]
    assert again.merged == ("Parks on kerb",)
    everything = {one.id: one for one in page.document.store.everything()}
    path = page.document._writer.path
    shell.close_wall()
    assert {one.id: one for one in read_records(path)} == everything
    shell.open(path)
    assert shell.window.page is not None
    assert loose(shell.window.page) == expected


def test_a_near_match_is_counted_by_one_key_or_a_tap(page: WallPage, card: ScribeCard) -> None:
    type_in("rings ag")
    assert offered(card) == ["Rings"]
    assert "Ctrl+Enter" in card.matches.keys.text()
    key(ENTER, CONTROL)
    QTest.mouseClick(card.matches.buttons[0], Qt.MouseButton.LeftButton)
    type_in("It rings")
    QTest.mouseClick(card.matches.buttons[0], Qt.MouseButton.LeftButton)
    assert moment(page, "Rings").merged == ("rings ag", "It rings")
    assert page.window().focusWidget() is card.line
    assert len(page.document.store.all(Moment)) == 3
    type_in("Another")
    key(ENTER, CONTROL)
    assert card.line.text() == "Another", "nothing is like it: it waits for Enter"
    assert offered(card) == []


def test_the_up_arrow_changes_notes_and_what_was_typed_waits(
    page: WallPage, card: ScribeCard
) -> None:
    enter("Wait")
    enter("Asks")
    type_in("Lea")
    key(UP)
    assert (card.line.text(), card.add_button.text()) == ("Asks", "Keep")
    key(UP)
    enter("s")
    assert loose(page) == ["Waits", "Asks"]
    assert card.line.text() == "Lea"
    enter("ves")
    key(UP)
    type_in("!")
    key(ESC)
    assert (card.line.text(), card.isVisible()) == ("", True)
    key(UP)
    key(DOWN)
    key(DOWN)
    assert loose(page) == ["Waits", "Asks", "Leaves"]
    # What is changed and left by an arrow is kept; a note without words is not made.
    key(UP)
    type_in("!")
    key(UP)
    card.line.clear()
    key(ENTER)
    assert loose(page) == ["Waits", "Asks", "Leaves!"]


def test_a_note_that_was_made_can_still_be_joined(page: WallPage, card: ScribeCard) -> None:
    enter("Rings again")
    key(UP)
    assert offered(card) == ["Rings"]
    type_in("!")
    key(ENTER, CONTROL)
    assert loose(page) == []
    assert moment(page, "Rings").merged == ("Rings again!",)
    assert card.line.text() == ""
    page.undo()
    assert loose(page) == ["Rings again"]


def test_esc_gives_up_the_words_first_and_backspace_nothing(
    page: WallPage, card: ScribeCard
) -> None:
    page.selection.set([moment(page, "Pays").id])
    type_in("x<<<")
    key(Qt.Key.Key_Delete)
    assert len(page.document.store.all(Moment)) == 3
    type_in("Oh")
    key(ESC)
    assert card.line.text() == ""
    QTest.keySequence(card.line, QKeySequence(QKeySequence.StandardKey.Undo))
    assert card.line.text() == "Oh"
    key(ESC)
    key(ESC)
    assert page.cards.current is None


def test_undo_in_an_empty_field_takes_the_last_note_back(page: WallPage, card: ScribeCard) -> None:
    enter("Waits")
    enter("Asks")
    QTest.keySequence(card.line, QKeySequence(QKeySequence.StandardKey.Undo))
    assert loose(page) == ["Waits"]
    assert shown(card)[0] == "Waits"
    QTest.keySequence(card.line, QKeySequence(QKeySequence.StandardKey.Redo))
    assert loose(page) == ["Waits", "Asks"]
    assert page.window().focusWidget() is card.line


def test_colour_and_place_stay(page: WallPage, card: ScribeCard) -> None:
    types = contact_types(page.document.store)
    key(Qt.Key.Key_2, CONTROL)
    assert card.types.chip(types[1].id).isChecked()
    QTest.mouseClick(card.after, Qt.MouseButton.LeftButton)
    enter("Waits")
    enter("Asks")
    key(Qt.Key.Key_0, CONTROL)
    type_in("Sits")
    QTest.keyClick(card.line, ENTER, Qt.KeyboardModifier.ShiftModifier)
    assert timeline(page)[3:] == [["Waits"], ["Asks", "Sits"]]
    assert moment(page, "Asks").contact_type_id == types[1].id
    assert moment(page, "Sits").contact_type_id is None
    QTest.mouseClick(card.unsorted, Qt.MouseButton.LeftButton)
    QTest.mouseClick(card.types.chip(types[0].id), Qt.MouseButton.LeftButton)
    enter("Parks")
    assert loose(page) == ["Parks"]
    assert moment(page, "Parks").contact_type_id == types[0].id
    key(Qt.Key.Key_9, CONTROL)
    assert page.bottom_bar.quick_add.contact_type_id == types[0].id, "there is no ninth"
    assert page.cards.current is card, "no phase was meant"


def test_the_questions_turn_by_key_and_tap(card: ScribeCard) -> None:
    first = card.title.text()
    key(Qt.Key.Key_PageDown)
    second = card.title.text()
    assert second != first
    key(Qt.Key.Key_PageUp)
    assert card.title.text() == first
    QTest.mouseClick(card.way.chips[1], Qt.MouseButton.LeftButton)
    assert card.title.text() == second


def test_the_list_is_a_sound_model_while_notes_come_and_go(
    card: ScribeCard, page: WallPage, qtmodeltester: ModelTester
) -> None:
    model = card.findChild(SaidModel)
    assert model is not None
    qtmodeltester.check(model)
    document = page.document
    type_in("Bell rings")
    key(ENTER)
    document.push(delete_moments(document.store, [moment(page, "Rings").id]))
    document.undo()
    qtmodeltester.check(model)
    assert model.rowCount() == 4


def test_a_pasted_list_is_shown_first(page: WallPage, card: ScribeCard) -> None:
    QGuiApplication.clipboard().setText("- Waits\n- Asks")
    QTest.keySequence(card.line, QKeySequence(QKeySequence.StandardKey.Paste))
    lines = page.keyboard.lists.card
    assert lines.isVisible()
    assert loose(page) == []
    lines.button.click()
    assert loose(page) == ["Waits", "Asks"]
    assert page.window().focusWidget() is card.line


def test_it_follows_what_others_do(page: WallPage, card: ScribeCard) -> None:
    document = page.document
    spot = free_spot(document.store)
    assert document.push(add_moments(document.store, ["Waits"], spot, document.clock.new_id))
    assert shown(card)[0] == "Waits"
    assert card.counter.text().startswith("4 notes")
    key(UP)
    waits = moment(page, "Waits").id
    assert document.push(write(document.store, Moment, [waits], "text", "Waits long"))
    assert shown(card)[0] == "Waits long"
    assert document.push(delete_moments(document.store, [waits]))
    assert "Waits long" not in shown(card)
    key(ENTER)
    assert loose(page) == ["Waits"], "what was in the field is a note of its own now"
    page.cards.close()
    assert document.push(delete_moments(document.store, [moment(page, "Waits").id]))
    opened(page)
    assert "Waits" not in shown(card)


def test_the_facilitator_types_and_the_room_sees_it(
    shell: Shell, page: WallPage, card: ScribeCard
) -> None:
    side = facilitating_of(shell.window)
    assert side is not None
    side.open_window()
    settle()
    assert side.own is not None
    theirs = opened(side.own.page)
    settle()
    for words in ("Waits", "Stands at the counter and waits for somebody to look up"):
        QTest.keyClicks(theirs.line, words)
        QTest.keyClick(theirs.line, ENTER)
        assert shown(card)[0] == words
    QTest.keyClicks(theirs.line, "Waits at counter")
    settle()
    assert offered(theirs)
    assert theirs.matches.keys.geometry().right() <= theirs.matches.width()
    QTest.keyClick(theirs.line, ENTER, CONTROL)
    assert max(len(one.merged) for one in page.document.store.all(Moment)) == 1
    # Somebody takes a step back meanwhile: what is half typed stays theirs, in either window.
    QTest.keyClicks(theirs.line, "Pays at the c")
    card.line.setText("Half")
    page.undo()
    side.own.page.undo()
    assert (theirs.line.text(), card.line.text()) == ("Pays at the c", "Half")
    assert loose(page) == ["Waits"]
    page.redo()
    assert len(loose(page)) == 2
    side.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_wall_that_is_locked_takes_nothing(page: WallPage, card: ScribeCard) -> None:
    type_in("Waits")
    page.document.wall_lock.set_locked(is_locked=True)
    assert card.line.isReadOnly()
    assert not card.add_button.isEnabled()
    key(ENTER)
    key(UP)
    assert (card.line.text(), loose(page)) == ("Waits", [])
    page.document.wall_lock.set_locked(is_locked=False)
    page.cards.close()
    assert loose(page) == ["Waits"], "what was typed and left is kept"


def test_what_cannot_be_written_stays_in_the_field(
    page: WallPage, card: ScribeCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = page.document._writer
    write_now = writer.writing

    def refuse(_patch: Patch, _header: object) -> None:
        raise DiskFull(writer.path)

    monkeypatch.setattr(writer, "writing", refuse)
    enter("Waits")
    type_in(" long")
    assert (card.line.text(), loose(page)) == ("Waits long", [])
    monkeypatch.setattr(writer, "writing", write_now)
    key(ENTER)
    assert (card.line.text(), loose(page)) == ("", ["Waits long"])
    assert not page.document.pending


def test_in_room_the_key_pad_writes(room: Room) -> None:
    page = room.page
    page.room_mode.enter()
    settle()
    card = opened(page)
    settle()
    room.hands.tap(1, room.of(card.line))
    pads = page.room_mode.room.field_pads if page.room_mode.room else None
    assert pads is not None
    assert pads.pad is not None
    for letter in "The phone":
        pads.pad.write(letter)
    settle()
    room.hands.tap(1, room.of(card.matches.buttons[0]))
    assert room.moment("Phone").merged == ("The phone",)
    for letter in "Rings":
        pads.pad.write(letter)
    pads.pad.break_line()
    assert room.loose() == ["Queue", "Rings", "Trust"]
    assert pads.pad.writing.text == ""
    room.hands.tap(1, room.of(card.back))
    assert page.cards.current is None


@pytest.mark.parametrize("panel", [PANELS["86 inch, 3840 x 2160"], list(PANELS.values())[-1]])
def test_all_is_large_enough_in_room(shell: Shell, panel: Panel) -> None:
    shell.window.resize(panel.width, panel.height)
    page = open_copy(shell, of_list("Rings", "Comes in", "Pays"))
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    card = opened(page)
    settle()
    type_in("Rings")
    assert check(page, panel, "scribe", [card]) >= 5
    words = [one.text() for one in card.findChildren(QLabel) if one.isVisible()]
    told = " ".join([*words, card.line.placeholderText()])
    assert not re.search("Enter|PgUp|Ctrl|arrow", told), "there is no keyboard at a panel"
    page.room_mode.leave()
    assert "Enter" in card.line.placeholderText()
    assert card.way.keys.isVisible()
