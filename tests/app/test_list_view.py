"""The list view in the real window: equal in rights with the wall, and in step with it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.edits.fields import write
from motwall.model.edits.measures import add_measure
from motwall.model.edits.steps import name_stretch
from motwall.model.list_columns import ListColumn
from motwall.model.order import all_moments, steps_in_order
from motwall.model.records import Moment, Rating, Reading, Stage
from motwall.ui.list_view.card import ListCard
from motwall.ui.list_view.choosing import StageField
from motwall.ui.list_view.list_model import ListModel, Sorting
from motwall.ui.panel.cell_editors import CellFrame
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, of_template, open_copy
from tests.app.on_list import (
    ALT,
    CTRL,
    KEY,
    SHIFT,
    C,
    check_file,
    click_cell,
    double_click,
    focus,
    go_to,
    here,
    keys,
    opened,
    said,
    select_cells,
    texts,
)
from tests.app.on_page import moment, run, select, selected, timeline, undo_steps
from tests.app.tapping import Taps, in_room, settle


@pytest.fixture
def card(page: WallPage) -> ListCard:
    """The list of a wall of three notes, Rings, Comes in, Pays."""
    return opened(page)


# --- Must show 3: list and wall, in turn ---


def test_list_and_wall_edit_the_same_note_in_turn(page: WallPage, card: ListCard) -> None:
    note_id = moment(page, "Rings").id
    item = page.scene.note(note_id)
    assert item is not None
    go_to(card, 0, C.TEXT)
    keys("Rings twice\n")
    assert item.look.text == "Rings twice", "the wall shows it at once"
    QTest.keyClick(card.table, KEY.Key_Escape)
    assert page.cards.current is None
    assert selected(page) == ["Comes in"], "Enter went one row down"
    page.selection.set([note_id])
    QTest.keyClicks(page.view, "!")
    editor = page.view.editor()
    assert editor is not None
    QTest.keyClick(page.view, KEY.Key_2, ALT)
    assert editor.flush()
    editor.finish()
    written = page.document.store.get(Moment, note_id).text
    assert "!" in written
    again = opened(page)
    assert again is card
    assert said(card, C.TEXT)[0] == written, "the list shows it when it is opened"
    go_to(card, 0, C.TEXT)
    QTest.keyClick(card.table, KEY.Key_F2)
    keys(" and waits\n")
    assert item.look.text == f"{written} and waits"
    run(page, "undo")
    assert said(card, C.TEXT)[0] == written == item.look.text, "both at once"
    check_file(page)


def test_a_change_on_the_wall_shows_in_the_open_list_at_once(
    page: WallPage, card: ListCard
) -> None:
    note_id = moment(page, "Pays").id
    page.in_place.edit_note(note_id, "")
    editor = page.view.editor()
    assert editor is not None
    page.document.push(write(page.document.store, Moment, [note_id], "text", "Pays in cash"))
    assert said(card, C.TEXT)[2] == "Pays in cash"
    editor.finish()
    page.selection.set([note_id])
    page.actions_.rate(Rating.MAGICAL)
    page.actions_.tick()
    page.actions_.move_along(-1)
    assert said(card, C.TEXT) == ["Rings", "Pays in cash", "Comes in"]
    assert said(card, C.RATING) == ["", "Magical", ""]
    assert said(card, C.TICK) == ["", "yes", ""]
    assert said(card, C.STEP) == ["1", "2", "3"]
    page.actions_.delete()
    assert said(card, C.TEXT) == ["Rings", "Comes in"]
    assert said(card, C.STEP) == ["1", "2"]
    run(page, "undo")
    assert said(card, C.TEXT) == ["Rings", "Pays in cash", "Comes in"]


def test_the_selection_is_one(page: WallPage, card: ListCard) -> None:
    select_cells(card, range(1, 3), C.DESCRIPTION)
    assert selected(page) == ["Comes in", "Pays"]
    QTest.keyClick(card.table, KEY.Key_Escape)
    assert selected(page) == ["Comes in", "Pays"]
    select(page, "Rings", "Pays")
    card = opened(page)
    assert card.table.block().rows == (0, 2)
    assert here(card) == (2, C.DESCRIPTION), "the column stays"
    page.selection.set([moment(page, "Comes in").id])
    assert card.table.block().rows == (1,)


def test_the_model_is_a_proper_one(
    page: WallPage, card: ListCard, qtmodeltester: ModelTester
) -> None:
    assert isinstance(card.model, ListModel)
    qtmodeltester.check(card.model, force_py=True)
    select(page, "Rings")
    page.actions_.move_along(1)
    page.actions_.duplicate()
    card.sort_by(Sorting(C.TEXT, is_descending=True))
    run(page, "undo")
    card.words.setText("in")
    card.model.set_columns([C.TEXT, C.MEASURE, C.KIND])
    card.sort_by(None)
    assert card.model.count == 2
    card.words.clear()
    page.document.wall_lock.set_locked(is_locked=True)
    assert card.model.rowCount() == 3, "no row for a new note"
    page.document.wall_lock.set_locked(is_locked=False)
    qtmodeltester.check(card.model, force_py=True)


# --- writing ---


def test_typing_takes_the_place_of_a_text_and_f2_goes_on_in_it(
    page: WallPage, card: ListCard
) -> None:
    go_to(card, 1, C.DESCRIPTION)
    keys("bell\n")
    assert here(card) == (2, C.DESCRIPTION)
    assert focus() is card.table
    QTest.keyClick(card.table, KEY.Key_Up)
    QTest.keyClick(card.table, KEY.Key_F2)
    keys(" rings\n")
    assert moment(page, "Comes in").description == "bell rings"
    QTest.keyClick(card.table, KEY.Key_Up)
    keys("door")
    QTest.keyClick(focus(), KEY.Key_Escape)
    assert moment(page, "Comes in").description == "door", "Esc keeps what is typed"
    assert page.cards.current is card, "and closes nothing else"
    assert focus() is card.table
    run(page, "undo")
    assert moment(page, "Comes in").description == "bell rings"
    check_file(page)


def test_tab_leads_from_cell_to_cell_and_out_at_the_ends(page: WallPage, card: ListCard) -> None:
    go_to(card, 0, C.DESCRIPTION)
    keys("at noon")
    QTest.keyClick(focus(), KEY.Key_Tab)
    assert moment(page, "Rings").description == "at noon"
    keys("a friendly voice")
    QTest.keyClick(focus(), KEY.Key_Escape)
    assert moment(page, "Rings").expectation == "a friendly voice"
    go_to(card, 0, card.model.columns[-1])
    QTest.keyClick(card.table, KEY.Key_Tab)
    assert here(card) == (1, card.model.columns[0])
    QTest.keyClick(card.table, KEY.Key_Backtab, SHIFT)
    assert here(card) == (0, card.model.columns[-1])
    go_to(card, 0, card.model.columns[0])
    QTest.keyClick(card.table, KEY.Key_Backtab, SHIFT)
    assert focus() is not card.table
    go_to(card, 0, C.TEXT)
    QTest.keyClick(card.table, KEY.Key_Tab, CTRL)
    assert focus() is not card.table


def test_the_last_row_makes_notes(page: WallPage, card: ListCard) -> None:
    go_to(card, 3, C.TEXT)
    keys("Takes the bag\nLeaves\n")
    assert timeline(page) == [["Rings"], ["Comes in"], ["Pays"], ["Takes the bag"], ["Leaves"]]
    assert here(card)[0] == 5, "ready for the next"
    assert selected(page) == ["Leaves"]
    QTest.keyClick(card.table, KEY.Key_Return)
    keys("  \n")
    assert len(texts(page)) == 5
    run(page, "undo")
    assert texts(page)[-1] == "Takes the bag"
    check_file(page)


def test_choices_and_ticks(page: WallPage, card: ListCard) -> None:
    go_to(card, 0, C.TICK)
    QTest.keyClick(card.table, KEY.Key_Space)
    assert moment(page, "Rings").is_ticked
    QTest.keyClick(card.table, KEY.Key_Return)
    assert not moment(page, "Rings").is_ticked
    index = card.model.index(1, card.model.column_of(C.TICK))
    double_click(card.table, index)
    assert moment(page, "Comes in").is_ticked
    double_click(card.table, index)
    assert not moment(page, "Comes in").is_ticked, "it was the current cell already"
    go_to(card, 0, C.RATING)
    QTest.keyClick(card.table, KEY.Key_Return)
    QTest.keyClick(focus(), KEY.Key_Space)
    QApplication.processEvents()
    assert moment(page, "Rings").rating is Rating.MISERABLE
    assert focus() is card.table
    go_to(card, 0, C.CONTACT_TYPE)
    QTest.keyClick(card.table, KEY.Key_F2)
    QTest.keyClick(focus(), KEY.Key_Escape)
    assert page.cards.current is card, "Esc closes the colours alone"
    QTest.keyClick(card.table, KEY.Key_F2)
    QTest.keyClick(focus(), KEY.Key_Space)
    QApplication.processEvents()
    assert moment(page, "Rings").contact_type_id is not None
    assert said(card, C.CONTACT_TYPE)[0]


def test_a_step_is_written_by_number_and_what_is_none_is_refused(
    page: WallPage, card: ListCard
) -> None:
    go_to(card, 2, C.STEP)
    keys("1\n")
    assert timeline(page) == [["Rings", "Pays"], ["Comes in"]]
    assert said(card, C.TEXT) == ["Rings", "Pays", "Comes in"]
    go_to(card, 0, C.STEP)
    keys("9th\n")
    assert page.toast.text == "There is no step “9th”."
    assert timeline(page) == [["Rings", "Pays"], ["Comes in"]]


def test_stage_priority_and_reading_are_written_with_keys_alone(
    page: WallPage, card: ListCard
) -> None:
    document, known = page.document, [one.id for one in all_moments(page.document.store)]
    steps = [one.id for one in steps_in_order(document.store)]
    document.push(name_stretch(document.store, steps[1:], "Visit", document.clock.new_id))
    card.model.set_columns([C.TEXT, C.STAGE, C.PRIORITY, C.MEASURE])
    before = undo_steps(page)
    choose(card, 0, C.STAGE, KEY.Key_Right)
    assert said(card, C.STAGE) == ["Visit"] * 3
    assert timeline(page) == [["Rings"], ["Comes in"], ["Pays"]], "it only joined"
    choose(card, 0, C.STAGE, KEY.Key_Left)
    choose(card, 1, C.PRIORITY, KEY.Key_Right)
    choose(card, 2, C.PRIORITY, KEY.Key_Right)
    assert said(card, C.STAGE) == ["", "Visit", "Visit"]
    assert said(card, C.PRIORITY) == ["", "P2", "P1"], "P1 makes room"
    go_to(card, 2, C.PRIORITY)
    QTest.keyClick(card.table, KEY.Key_Delete)
    assert said(card, C.PRIORITY) == ["", "P1", ""]
    assert undo_steps(page) == before + 5, "one step each"
    wait_id = document.clock.new_id()
    document.push(add_measure(document.store, "Wait", wait_id, known[0], unit="min"))
    go_to(card, 0, C.MEASURE)
    keys("12\n")
    keys("x")
    assert page.cards.current_name == "measures", "the note below has none: there it gets one"
    opened(page)
    go_to(card, 0, C.MEASURE)
    assert said(card, C.MEASURE)[0] == "Wait: 12 min"
    keys("9 h\n")
    assert page.toast.text == "“9 h” has another unit than the measure."
    QTest.keyClick(card.table, KEY.Key_Up)
    keys("9.5\n")
    assert [one.value for one in document.store.all(Reading)] == [9.5]
    run(page, "undo")
    assert said(card, C.MEASURE)[0] == "Wait: 12 min"
    check_file(page)


def choose(card: ListCard, row: int, column: ListColumn, *ways: Qt.Key) -> None:
    """Open the buttons of a cell, go on by keys, and press."""
    go_to(card, row, column)
    QTest.keyClick(card.table, KEY.Key_F2)
    for way in ways:
        QTest.keyClick(focus(), way)
    QTest.keyClick(focus(), KEY.Key_Space)
    QApplication.processEvents()
    assert focus() is card.table


# --- looking ---


def test_sorting_by_any_column_and_back(page: WallPage, card: ListCard) -> None:
    place = card.model.column_of(C.TEXT)
    click_heading(card, place)
    assert said(card, C.TEXT) == ["Comes in", "Pays", "Rings"]
    click_heading(card, place)
    assert said(card, C.TEXT) == ["Rings", "Pays", "Comes in"]
    page.document.push(
        write(page.document.store, Moment, [moment(page, "Rings").id], "text", "Asks")
    )
    assert said(card, C.TEXT) == ["Asks", "Pays", "Comes in"], "it stays where it is worked on"
    click_heading(card, place)
    assert said(card, C.TEXT) == ["Asks", "Comes in", "Pays"]
    assert card.order_button.isHidden()
    for column in ListColumn:
        card.sort_by(Sorting(column))
        assert sorted(said(card, C.TEXT)) == ["Asks", "Comes in", "Pays"]
    QTest.mouseClick(card.order_button, Qt.MouseButton.LeftButton)
    assert said(card, C.TEXT) == ["Asks", "Comes in", "Pays"]


def click_heading(card: ListCard, place: int) -> None:
    head = card.table.horizontalHeader()
    x = head.sectionViewportPosition(place) + 20
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 8))


def test_words_and_traits_choose_the_rows(qtbot: QtBot, page: WallPage, card: ListCard) -> None:
    QTest.keyClick(card.table, KEY.Key_F, CTRL)
    keys("in")
    assert said(card, C.TEXT) == ["Rings", "Comes in"]
    assert card.count.text() == "2 of 3 moments"
    go_to(card, 0, C.TEXT)
    keys("Calls\n")
    assert said(card, C.TEXT) == ["Calls", "Comes in"], "what is worked on stays"
    pays = moment(page, "Pays").id
    page.document.push(write(page.document.store, Moment, [pays], "today", "in cash"))
    qtbot.waitUntil(lambda: said(card, C.TEXT) == ["Calls", "Comes in", "Pays"])
    card.words.clear()
    QTest.keyClick(card.filter_button, KEY.Key_Space)
    assert card.filter_bar.isVisible()
    page.document.push(write(page.document.store, Moment, [pays], "today", ""))
    QTest.keyClick(card.filter_button, KEY.Key_Space)
    assert card.filter_bar.isHidden()
    assert card.model.count == 3


def test_chosen_columns_are_remembered_and_not_in_the_file(
    shell: Shell, page: WallPage, card: ListCard
) -> None:
    before = page.document.store.version
    card.columns_button.click()
    card.columns.chip(C.STAGE).click()
    card.columns.chip(C.KIND).click()
    assert C.STAGE not in card.model.columns
    assert C.KIND in card.model.columns
    assert page.document.store.version == before
    assert shell.window.columns.columns("list") == tuple(card.model.columns)
    again = opened_again(page)
    assert again.model.columns == card.model.columns
    card.columns.as_first.click()
    assert C.STAGE in card.model.columns


def opened_again(page: WallPage) -> ListCard:
    """Another window's card: made anew."""
    return ListCard(page)


def test_commands_at_a_cell(page: WallPage, card: ListCard) -> None:
    go_to(card, 1, C.TEXT)
    QTest.mouseClick(card.more_button, Qt.MouseButton.LeftButton)
    assert card.commands.isVisible()
    QTest.keyClick(focus(), KEY.Key_Escape)
    assert card.commands.isHidden()
    assert page.cards.current is card
    assert focus() is card.table
    where = card.table.visualRect(card.table.currentIndex()).center()
    card.table.menu_wanted.emit(where)
    card.commands.buttons["duplicate"].click()
    assert texts(page) == ["Rings", "Comes in", "Comes in", "Pays"]
    card.commands.buttons["sort"].click()
    assert said(card, C.TEXT)[0] == "Comes in"
    card.commands.buttons["copy_titles"].click()
    assert QGuiApplication.clipboard().text().startswith("Moment of truth\n")
    select(page, "Pays")
    card.commands.buttons["show"].click()
    assert page.cards.current is None
    assert selected(page) == ["Pays"]


# --- walls that may not be changed, larger walls ---


def test_a_locked_wall_keeps_its_notes_and_takes_what_is_said_of_them(
    qtbot: QtBot, page: WallPage, card: ListCard
) -> None:
    lock = page.document.wall_lock
    lock.set_locked(is_locked=True)
    go_to(card, 0, C.TEXT)
    with qtbot.waitSignal(lock.refused):
        keys("x")
    with qtbot.waitSignal(lock.refused):
        QTest.keyClick(card.table, KEY.Key_Delete)
    with qtbot.waitSignal(lock.refused):
        QTest.keyClick(card.table, KEY.Key_Minus, CTRL)
    with qtbot.waitSignal(lock.refused):
        QTest.keyClick(card.table, KEY.Key_Up, ALT)
    assert texts(page) == ["Rings", "Comes in", "Pays"]
    go_to(card, 0, C.TODAY)
    keys("nobody answers\n")
    assert moment(page, "Rings").today == "nobody answers"
    lock.set_locked(is_locked=False)
    assert card.model.rowCount() == 4


def test_a_finished_wall_opens_whole_and_follows_what_hangs_on_notes(shell: Shell) -> None:
    page = open_copy(shell, of_template("shop"))
    card = opened(page)
    assert card.model.count == len(page.document.store.all(Moment))
    assert said(card, C.TEXT) == texts(page)
    card.model.set_columns(list(ListColumn))
    QApplication.processEvents()
    actions = said(card, C.ACTIONS)
    assert any(actions)
    go_to(card, 0, C.ACTIONS)
    QTest.keyClick(card.table, KEY.Key_F2)
    keys("Print the map\n")
    assert "Print the map" in said(card, C.ACTIONS)[0]
    assert page.flush()
    check_file(page)


# --- by taps, in Room ---


@pytest.fixture
def taps(shell: Shell) -> Iterator[Taps]:
    """The corner shop in Room."""
    yield from in_room(shell, "shop")


def test_a_cell_is_written_by_taps_alone(taps: Taps) -> None:
    page = taps.page
    card = opened_by_tap(taps)
    card.model.set_columns([C.TEXT, C.TICK, C.RATING])
    settle()
    text = said(card, C.TEXT)[2]
    taps.tap_at(in_cell(taps, card, 2, 0))
    assert selected(page) == [text]
    taps.tap(card.more_button)
    before = len(texts(page))
    taps.tap(card.commands.buttons["duplicate"])
    assert len(texts(page)) == before + 1
    note = next(one for one in page.document.store.all(Moment) if one.id == card.model.ids[2])
    taps.tap_at(in_cell(taps, card, 2, 1))
    assert page.document.store.get(Moment, note.id).is_ticked is note.is_ticked
    click_cell(card, 2, C.TICK)
    assert page.document.store.get(Moment, note.id).is_ticked is not note.is_ticked
    card.model.set_columns([C.TEXT, C.STAGE, C.MEASURE])
    settle()
    taps.tap_at(in_cell(taps, card, 2, 1), in_cell(taps, card, 2, 1))
    frame = card.table.delegate.open_editor()
    assert isinstance(frame, CellFrame)
    assert isinstance(frame.content, StageField)
    before = said(card, C.STAGE)[2]
    other = next(one for one in page.document.store.all(Stage) if one.title != before)
    taps.tap(frame.content.button(other.id))
    assert card.model.words(card.model.row_of(note.id), C.STAGE) == other.title
    assert card.table.delegate.open_editor() is None
    taps.tap_at(in_cell(taps, card, 2, 2))
    taps.tap_at(in_cell(taps, card, 2, 2))
    assert page.cards.current_name == "measures"
    card = opened_by_tap(taps)
    taps.tap(card.back)
    assert page.cards.current is None


def in_cell(taps: Taps, card: ListCard, row: int, column: int) -> QPoint:
    middle = card.table.visualRect(card.model.index(row, column)).center()
    return card.table.viewport().mapTo(taps.shell.window, middle)


def opened_by_tap(taps: Taps) -> ListCard:
    run(taps.page, "list_view")
    settle()
    card = taps.page.cards.current
    assert isinstance(card, ListCard)
    return card


def test_an_empty_list_says_what_to_do(shell: Shell) -> None:
    page = open_copy(shell, of_list("Only"))
    card = opened(page)
    card.words.setText("nobody says this")
    assert card.count.text() == "0 of 1 moment"
    assert "Take a word or a filter away" in card.says_more.text()
    card.words.clear()
    assert card.says_more.isHidden()
    go_to(card, 0, C.TEXT)
    QTest.keyClick(card.table, KEY.Key_Minus, CTRL)
    assert "Write the first contact" in card.says_more.text()
    assert card.model.rowCount() == 1
    go_to(card, 0, C.TEXT)
    keys("Rings\n")
    assert texts(page) == ["Rings"]
    assert card.says_more.isHidden()
