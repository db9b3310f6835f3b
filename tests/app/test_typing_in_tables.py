"""Letters typed on a cell are written in that cell, all of them; no table looks for them."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motwall.model.edits.actions import add_action
from motwall.model.edits.fields import write
from motwall.model.list_columns import ListColumn
from motwall.model.records import ActionSize, Moment, PlannedAction
from motwall.ui.action_list.card import ActionListCard
from motwall.ui.action_list.columns import ActionColumn
from motwall.ui.action_list.editors import DueBox
from motwall.ui.grid.card import GridCard
from motwall.ui.grid.grid_model import GridColumn
from motwall.ui.list_view.card import ListCard
from motwall.ui.panel.cell_editors import CellFrame
from motwall.ui.panel.cell_table import CellTable
from motwall.ui.panel.form_model import FormColumn
from motwall.ui.panel.side_panel import Tab
from motwall.ui.wall_page import WallPage
from tests.app.on_list import focus, keys
from tests.app.on_page import moment, run

#: Types a text on a table that has the keyboard.
Typing = Callable[[CellTable, str], None]


def at_once(table: CellTable, text: str) -> None:
    """As fast as no hand is: every key arrives at the table."""
    QTest.keyClicks(table, text)


def by_hand(table: CellTable, text: str) -> None:
    """Every key goes where the keyboard is by then."""
    assert QApplication.focusWidget() is table
    keys(text)


BOTH_WAYS = pytest.mark.parametrize("typing", [at_once, by_hand])


@pytest.fixture
def today(page: WallPage) -> date:
    return page.document.clock.today()


@pytest.fixture
def card(page: WallPage, today: date) -> ActionListCard:
    """Three actions, of Ann, Ben and Cleo, one a day."""
    document, about = page.document, moment(page, "Pays").id
    for days, (text, owner) in enumerate((("bell", "Ann"), ("sign", "Ben"), ("door", "Cleo"))):
        new_id, due = document.clock.new_id(), today + timedelta(days=days)
        document.push(add_action(document.store, about, text, new_id, owner=owner, due=due))
    return opened(page)


def opened(page: WallPage) -> ActionListCard:
    run(page, "action_list")
    found = page.cards.current
    assert isinstance(found, ActionListCard)
    found.view.setFocus()
    return found


def texts(card: ActionListCard) -> list[str]:
    return [str(card.model.index(row, 0).data()) for row in range(card.model.rowCount())]


def action(page: WallPage, text: str) -> PlannedAction:
    return next(one for one in page.document.store.all(PlannedAction) if one.text == text)


def at(table: CellTable, row: int, column: int) -> CellTable:
    """The table, with the keyboard in one of its cells."""
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, column))
    return table


def place(table: CellTable) -> tuple[int, int]:
    return table.currentIndex().row(), table.currentIndex().column()


@BOTH_WAYS
@pytest.mark.parametrize("typed", ["1.12.", "5 Dec", "+2w"])
def test_a_day_is_typed_on_its_cell(
    page: WallPage, card: ActionListCard, typing: Typing, typed: str
) -> None:
    typing(at(card.view, 1, ActionColumn.WHEN), typed)
    box = card.view.viewport().findChild(DueBox)
    assert isinstance(box, DueBox)
    assert box.due.editor.text() == typed
    assert place(card.view) == (1, ActionColumn.WHEN), "no letter led to another row"
    meant = box.due.value()
    assert meant is not None
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert action(page, "sign").due == meant
    assert [action(page, one).owner for one in ("bell", "sign", "door")] == ["Ann", "Ben", "Cleo"]


@BOTH_WAYS
def test_a_name_is_typed_over_and_f2_goes_on_in_it(
    page: WallPage, card: ActionListCard, typing: Typing
) -> None:
    # Each letter begins the name of another row, which Qt would go to.
    typing(at(card.view, 1, ActionColumn.WHO), "Ca")
    assert place(card.view) == (1, ActionColumn.WHO)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert action(page, "sign").owner == "Ca"
    assert place(card.view) == (2, ActionColumn.WHO)
    QTest.keyClick(at(card.view, 1, ActionColumn.WHO), Qt.Key.Key_F2)
    keys("rl\n")
    assert action(page, "sign").owner == "Carl"
    run(page, "undo")
    assert action(page, "sign").owner == "Ca"


def test_letters_on_cells_without_words_change_nothing(
    page: WallPage, card: ActionListCard
) -> None:
    for column in (ActionColumn.SIZE, ActionColumn.STATE, ActionColumn.AIM):
        at_once(at(card.view, 0, column), "sd")
        assert place(card.view) == (0, column)
        assert card.view.viewport().findChild(CellFrame) is not None
        keys("sd")  # on the button that has the keyboard, which hands them on
        assert place(card.view) == (0, column)
        QTest.keyClick(focus(), Qt.Key.Key_Escape)
        QApplication.processEvents()
    at_once(at(card.view, 0, ActionColumn.NOTE), "sd")
    assert place(card.view) == (0, ActionColumn.NOTE)
    assert page.cards.current is card
    assert [one.size for one in page.document.store.all(PlannedAction)] == [ActionSize.S] * 3


@pytest.mark.parametrize("steps", [[("", "5.12.")], [("5", ""), ("5.1", ""), ("", "5.12.")]])
def test_what_is_composed_is_written_too(
    page: WallPage, card: ActionListCard, steps: list[tuple[str, str]]
) -> None:
    for column in (ActionColumn.WHO, ActionColumn.WHEN):
        at(card.view, 1, column)
        for preview, whole in steps:
            composed = QInputMethodEvent(preview, [])
            composed.setCommitString(whole)
            QApplication.sendEvent(card.view, composed)
        QTest.keyClick(focus(), Qt.Key.Key_Return)
        QApplication.processEvents()
    sign = action(page, "sign")
    assert sign.owner == "5.12."
    assert sign.due is not None
    assert (sign.due.day, sign.due.month) == (5, 12)


def test_alt_gr_writes_and_a_command_does_not(page: WallPage, card: ActionListCard) -> None:
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(at(card.view, 0, ActionColumn.WHO), "@", alt_gr)
    keys("\n")
    assert action(page, "bell").owner == "@"
    QTest.keyClick(at(card.view, 0, ActionColumn.WHO), "x", Qt.KeyboardModifier.AltModifier)
    assert card.view.delegate.open_editor() is None


def test_rows_stay_where_they_are_while_days_are_typed(
    page: WallPage, card: ActionListCard, today: date
) -> None:
    at(card.view, 0, ActionColumn.WHEN)
    for days in (9, 8, 7):
        keys(f"{today + timedelta(days=days)}\n")
        QApplication.processEvents()
    assert texts(card) == ["bell", "sign", "door"]
    dues = [action(page, one).due for one in texts(card)]
    assert dues == [today + timedelta(days=days) for days in (9, 8, 7)]
    document = page.document
    new_id, soon = document.clock.new_id(), today + timedelta(days=1)
    document.push(
        add_action(document.store, moment(page, "Pays").id, "new", new_id, owner="", due=soon)
    )
    assert texts(card) == ["bell", "sign", "new", "door"], "a new one comes where it was due"
    card.filters.by_date.click()
    assert texts(card) == ["new", "door", "sign", "bell"]
    document.push(write(document.store, PlannedAction, [new_id], "due", today + timedelta(30)))
    assert texts(card)[0] == "new"
    page.cards.close()
    assert texts(opened(page)) == ["door", "sign", "bell", "new"]
    document.push(write(document.store, PlannedAction, [new_id], "due", today))
    card.filters.owners["ann"].click()
    card.filters.all_button.click()
    assert texts(card)[0] == "new"


@BOTH_WAYS
def test_the_other_tables_do_the_same(page: WallPage, typing: Typing) -> None:
    rings = moment(page, "Rings")
    page.document.push(write(page.document.store, Moment, [rings.id], "today", "Two rings"))

    def check(table: CellTable, column: int, field: str) -> None:
        typed = f"Pc {field}"  # a letter of another row
        typing(at(table, 0, column), typed)
        assert place(table) == (0, column)
        assert table.flush()
        assert getattr(page.document.store.get(Moment, rings.id), field) == typed
        keys("\n")

    page.show_panel()
    page.panel.show_tab(Tab.FORM)
    check(page.panel.form_tab.view, FormColumn.MOMENT, "text")
    check(page.panel.form_tab.view, FormColumn.ISSUE, "issue")
    run(page, "grid")
    grid = page.cards.current
    assert isinstance(grid, GridCard)
    check(grid.view, GridColumn.MOMENT, "text")
    run(page, "list_view")
    listed = page.cards.current
    assert isinstance(listed, ListCard)
    check(listed.table, listed.model.column_of(ListColumn.TODAY), "today")
    typing(at(listed.table, 0, listed.model.column_of(ListColumn.ACTIONS)), "mend")
    keys("\n")
    assert [one.text for one in page.document.store.all(PlannedAction)] == ["mend"]
