"""Many cells of the list view at once: filled, emptied, moved, copied, pasted."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from motwall.model.edits.marks import set_priority
from motwall.model.edits.steps import name_stretch
from motwall.model.order import steps_in_order
from motwall.model.records import Rating
from motwall.ui.list_view.card import ListCard
from motwall.ui.list_view.list_model import Sorting
from motwall.ui.wall_page import WallPage
from tests.app.on_list import (
    ALT,
    CTRL,
    KEY,
    C,
    check_file,
    go_to,
    here,
    keys,
    opened,
    said,
    select_cells,
    texts,
)
from tests.app.on_page import moment, run, timeline, undo_steps


@pytest.fixture
def card(page: WallPage) -> ListCard:
    """The list of a wall of three notes, Rings, Comes in, Pays."""
    return opened(page)


# --- many cells ---


def test_fill_down_copies_the_topmost_cell(page: WallPage, card: ListCard) -> None:
    go_to(card, 0, C.EXPECTATION)
    keys("be quick\n")
    go_to(card, 0, C.RATING)
    page.actions_.rate(Rating.NEUTRAL)
    steps = undo_steps(page)
    select_cells(card, range(3), C.EXPECTATION, C.TODAY, C.RATING)
    QTest.keyClick(card.table, KEY.Key_D, CTRL)
    assert said(card, C.EXPECTATION) == ["be quick"] * 3
    assert said(card, C.RATING) == ["Neutral"] * 3
    assert undo_steps(page) == steps + 1
    assert len(texts(page)) == 3, "Ctrl+D copies no note here"
    run(page, "undo")
    assert said(card, C.EXPECTATION) == ["be quick", "", ""]
    go_to(card, 1, C.EXPECTATION)
    QTest.keyClick(card.table, KEY.Key_D, CTRL)
    assert said(card, C.EXPECTATION)[1] == "be quick", "of a single row the one above"
    go_to(card, 1, C.ACTIONS)
    QTest.keyClick(card.table, KEY.Key_D, CTRL)
    assert page.toast.text == "Actions cannot be filled down."
    check_file(page)


def test_stages_and_priorities_fill_down_and_come_from_a_spreadsheet(
    page: WallPage, card: ListCard
) -> None:
    document = page.document
    first = steps_in_order(document.store)[0]
    document.push(name_stretch(document.store, [first.id], "Visit", document.clock.new_id))
    card.model.set_columns([C.TEXT, C.STAGE, C.PRIORITY, C.MEASURE])
    document.push(set_priority(document.store, moment(page, "Rings").id, 1))
    steps = undo_steps(page)
    select_cells(card, range(3), C.STAGE, C.PRIORITY)
    QTest.keyClick(card.table, KEY.Key_D, CTRL)
    assert said(card, C.STAGE) == ["Visit"] * 3
    assert said(card, C.PRIORITY) == ["P1", "P2", "P3"]
    assert timeline(page) == [["Rings"], ["Comes in"], ["Pays"]]
    assert undo_steps(page) == steps + 1
    select_cells(card, range(3), C.STAGE, C.PRIORITY, C.MEASURE)
    QTest.keyClick(card.table, KEY.Key_C, CTRL)
    run(page, "undo")
    assert said(card, C.STAGE) == ["Visit", "", ""]
    go_to(card, 0, C.STAGE)
    QTest.keyClick(card.table, KEY.Key_V, CTRL)
    assert said(card, C.PRIORITY) == ["P1", "P2", "P3"], "what is copied comes back"
    QGuiApplication.clipboard().setText("Visit\tP2\n\tP1\nShop\tP9")
    go_to(card, 0, C.STAGE)
    QTest.keyClick(card.table, KEY.Key_V, CTRL)
    refused = card.paste_shelf.refused.toPlainText()
    assert "This wall has no stage “Shop”." in refused
    assert "Priority is P1 to P5 or empty, not “P9”." in refused
    QTest.keyClick(card.paste_shelf.button, KEY.Key_Space)
    assert dict(zip(said(card, C.TEXT), said(card, C.PRIORITY), strict=True)) == {
        "Rings": "P2",
        "Comes in": "P1",
        "Pays": "P3",
    }
    go_to(card, 0, C.MEASURE)
    QTest.keyClick(card.table, KEY.Key_Delete)
    assert page.toast.text == "Latest measure cannot be emptied here."
    check_file(page)


def test_alt_and_arrows_move_notes_on_the_timeline(page: WallPage, card: ListCard) -> None:
    go_to(card, 2, C.TEXT)
    QTest.keyClick(card.table, KEY.Key_Up, ALT)
    assert said(card, C.TEXT) == ["Rings", "Pays", "Comes in"]
    assert here(card) == (1, C.TEXT), "the cell goes with its note"
    QTest.keyClick(card.table, KEY.Key_Right, ALT)
    assert timeline(page) == [["Rings"], ["Comes in"], ["Pays"]]
    go_to(card, 2, C.STEP)
    keys("1\n")
    go_to(card, 1, C.TEXT)
    QTest.keyClick(card.table, KEY.Key_Up, ALT)
    assert timeline(page) == [["Pays", "Rings"], ["Comes in"]], "within the stack"
    card.sort_by(Sorting(C.TEXT))
    go_to(card, 0, C.TEXT)
    QTest.keyClick(card.table, KEY.Key_Left, ALT)
    assert timeline(page)[0] == ["Comes in"]
    assert said(card, C.TEXT) == ["Comes in", "Pays", "Rings"], "sorted rows stay"


def test_empty_cells_and_delete_notes(page: WallPage, card: ListCard) -> None:
    go_to(card, 0, C.ISSUE)
    keys("late\nlater\n")
    select_cells(card, range(2), C.ISSUE)
    QTest.keyClick(card.table, KEY.Key_Delete)
    assert said(card, C.ISSUE) == ["", "", ""]
    assert page.toast.text == "2 cells emptied; the notes are still there."
    run(page, "undo")
    assert said(card, C.ISSUE) == ["late", "later", ""]
    go_to(card, 1, C.TEXT)
    QTest.keyClick(card.table, KEY.Key_Minus, CTRL)
    assert texts(page) == ["Rings", "Pays"]
    assert page.toast.text == "1 note deleted"


def test_copied_cells_come_back(page: WallPage, card: ListCard) -> None:
    go_to(card, 0, C.DESCRIPTION)
    keys("a b\n")
    select_cells(card, range(2), C.DESCRIPTION, C.EXPECTATION)
    QTest.keyClick(card.table, KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "a b\t\n\t"
    QGuiApplication.clipboard().setText('one\t"two\nlines"\nthree\tfour\n')
    go_to(card, 1, C.DESCRIPTION)
    steps = undo_steps(page)
    QTest.keyClick(card.table, KEY.Key_V, CTRL)
    assert said(card, C.DESCRIPTION) == ["a b", "one", "three"]
    assert said(card, C.EXPECTATION) == ["", "two\nlines", "four"]
    assert undo_steps(page) == steps + 1
    select_cells(card, range(3), C.TODAY)
    QGuiApplication.clipboard().setText("same")
    QTest.keyClick(card.table, KEY.Key_V, CTRL)
    assert said(card, C.TODAY) == ["same"] * 3, "one cell fills all that are selected"
    check_file(page)


def test_a_larger_block_adds_notes_after_a_look(page: WallPage, card: ListCard) -> None:
    go_to(card, 2, C.TEXT)
    steps = undo_steps(page)
    block = "Pays cash\tFax\tyes\nTakes the bag\t\tmaybe\nLeaves"
    QGuiApplication.clipboard().setText(block)
    QTest.keyClick(card.table, KEY.Key_V, CTRL)
    shelf = card.paste_shelf
    assert shelf.isVisible()
    assert texts(page) == ["Rings", "Comes in", "Pays"], "nothing is done yet"
    assert "2 notes will be added." in shelf.words.text()
    assert "Fax" in shelf.refused.toPlainText()
    assert "maybe" in shelf.refused.toPlainText()
    QTest.keyClick(shelf.button, KEY.Key_Space)
    assert texts(page) == ["Rings", "Comes in", "Pays cash", "Takes the bag", "Leaves"]
    assert moment(page, "Pays cash").is_ticked
    assert QGuiApplication.clipboard().text() == block, "what was refused is not lost"
    assert undo_steps(page) == steps + 1
    check_file(page)
    run(page, "undo")
    assert texts(page) == ["Rings", "Comes in", "Pays"]
    go_to(card, 3, C.TEXT)
    QTest.keyClick(card.table, KEY.Key_V, CTRL)
    assert "3 notes will be added." in shelf.words.text()
    QTest.keyClick(shelf.button, KEY.Key_Escape)
    assert shelf.isHidden()
    assert page.cards.current is card
    assert len(texts(page)) == 3
