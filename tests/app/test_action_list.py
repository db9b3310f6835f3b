"""All actions in one table: looked at, filtered, changed in place, and the way to the note."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from motwall.app.shell import Shell
from motwall.model.action_list import Due
from motwall.model.dates import date_words
from motwall.model.edits.actions import add_action, delete_action
from motwall.model.edits.ideas import add_idea, sift
from motwall.model.edits.marks import tick
from motwall.model.phases import Phase
from motwall.model.records import (
    ActionSize,
    ActionState,
    Moment,
    PlannedAction,
    Rating,
    Verdict,
)
from motwall.storage.reading import read_records
from motwall.ui.action_list.card import ActionListCard
from motwall.ui.action_list.columns import ActionColumn
from motwall.ui.action_list.editors import DueBox
from motwall.ui.action_list.note_chooser import NoteChooser
from motwall.ui.fields import TextField
from motwall.ui.name_chips import NameChips
from motwall.ui.panel.action_boxes import AimBox, ProgressBox, SizeBox
from motwall.ui.panel.cell_editors import CellFrame
from motwall.ui.wall_page import WallPage
from tests.app.tapping import Taps, in_room, settle

COOK = "\U0001f469\U0001f3fd\u200d\U0001f373 Zoë"


def note(page: WallPage, text: str) -> Moment:
    return next(one for one in page.document.store.all(Moment) if one.text == text)


def the_action(page: WallPage, text: str) -> PlannedAction:
    return next(one for one in page.document.store.all(PlannedAction) if one.text == text)


def add(page: WallPage, about: str, text: str, **details: object) -> None:
    document = page.document
    moment_id, new_id = note(page, about).id, document.clock.new_id()
    document.push(add_action(document.store, moment_id, text, new_id, **details))


def open_card(page: WallPage) -> ActionListCard:
    QApplication.processEvents()
    QTest.keyClick(page.view, Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    card = page.cards.current
    assert isinstance(card, ActionListCard)
    QApplication.processEvents()
    return card


@pytest.fixture
def taps(shell: Shell) -> Iterator[Taps]:
    """The corner shop in Room."""
    yield from in_room(shell, "shop")


@pytest.fixture
def today(page: WallPage) -> date:
    return page.document.clock.today()


@pytest.fixture
def card(page: WallPage, today: date) -> ActionListCard:
    """Three actions: one overdue, one of nobody, one done."""
    up = {"from_rating": Rating.MISERABLE, "to_rating": Rating.MAGICAL}
    add(page, "Rings", "call back", owner="Ann", due=today - timedelta(days=2), **up)
    add(page, "Pays", "buy a bell", **up)
    add(page, "Pays", "mend it", owner=COOK, due=today, state=ActionState.DONE)
    return open_card(page)


def texts(card: ActionListCard) -> list[str]:
    model = card.model
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def click_cell(card: ActionListCard, text: str, column: ActionColumn) -> QWidget | None:
    """Click on a cell; returns the editor that it opened, if one."""
    index = card.model.index(texts(card).index(text), column)
    middle = card.view.visualRect(index).center()
    QTest.mouseClick(card.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QApplication.processEvents()
    return card.view.indexWidget(index) or card.view.viewport().findChild(CellFrame)


def headings(card: ActionListCard) -> list[str]:
    return [card.model.heading(row) for row in range(card.model.rowCount())]


def content(card: ActionListCard, kind: type[QWidget]) -> QWidget:
    found = card.view.viewport().findChild(kind)
    assert found is not None
    return found


def names_shown(card: ActionListCard) -> NameChips:
    (found,) = (one for one in card.findChildren(NameChips) if one.isVisible())
    return found


def check_file(page: WallPage) -> None:
    kept = {one.id: one for one in read_records(page.document._writer.path)}
    assert kept == {one.id: one for one in page.document.store.everything()}


def test_an_empty_wall_says_where_actions_come_from(page: WallPage) -> None:
    card = open_card(page)
    assert card.view.isHidden()
    assert card.filters.isHidden()
    assert card.filter_button.isHidden()
    assert card.empty.isVisible()
    assert "No actions yet" in card.empty.text()
    assert card.go_button.isHidden()


def test_what_stands_out_is_said_and_comes_first(card: ActionListCard) -> None:
    assert texts(card) == ["call back", "buy a bell", "mend it"]
    assert card.says_more.text() == "3 actions, 1 overdue, 1 without an owner"
    assert card.tally.counts == {(Rating.MISERABLE, Rating.MAGICAL): "2"}
    assert card.focusProxy() is None
    assert QApplication.focusWidget() is card.view


def test_the_phase_offers_it(page: WallPage) -> None:
    page.set_phase(Phase.IDEAS_AND_ACTIONS)
    button = page.phase_tools._buttons["action_list"]
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert isinstance(page.cards.current, ActionListCard)


def test_chips_look_for_owner_state_and_day(card: ActionListCard) -> None:
    filters = card.filters
    assert filters.dues[Due.OVERDUE].text() == "Overdue 1"
    filters.dues[Due.OVERDUE].click()
    assert texts(card) == ["call back"]
    filters.dues[Due.OVERDUE].click()
    assert len(texts(card)) == 3
    filters.owners[""].click()
    assert texts(card) == ["buy a bell"]
    filters.owners[COOK.casefold()].click()
    assert texts(card) == ["buy a bell", "mend it"]
    filters.states[ActionState.DONE].click()
    assert texts(card) == ["mend it"]
    filters.dues[Due.OVERDUE].click()
    assert texts(card) == []
    assert "Show all" in card.empty.text()
    filters.all_button.click()
    assert len(texts(card)) == 3
    assert not filters.all_button.isEnabled()


def test_a_filter_out_of_sight_looks_for_nothing(card: ActionListCard) -> None:
    card.filters.dues[Due.OVERDUE].click()
    card.filter_button.click()
    assert card.filters.isHidden()
    assert len(texts(card)) == 3


def test_the_order_of_the_wall(card: ActionListCard, today: date) -> None:
    late = date_words(today - timedelta(days=2), today)
    assert headings(card) == [late, "No day yet", "Done or dropped"]
    heights = {card.view.rowHeight(row) for row in range(3)}
    said = card.model.data(card.model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith(f"{late}. WHAT: call back")
    card.filters.on_wall.click()
    assert texts(card) == ["call back", "buy a bell", "mend it"]
    assert not card.filters.by_date.isChecked()
    assert headings(card) == [""] * 3
    assert {card.view.rowHeight(row) for row in range(3)}.isdisjoint(heights)
    card.filters.by_date.click()
    assert card.model.is_by_date


def test_state_owner_and_size_change_where_they_stand(
    page: WallPage, card: ActionListCard, today: date
) -> None:
    click_cell(card, "call back", ActionColumn.STATE)
    progress = content(card, ProgressBox)
    assert isinstance(progress, ProgressBox)
    progress.field.button(ActionState.DONE).click()
    QApplication.processEvents()
    assert not progress.isVisible()
    done = the_action(page, "call back")
    assert (done.state, done.done_on) == (ActionState.DONE, today)
    assert texts(card)[0] == "call back"
    click_cell(card, "buy a bell", ActionColumn.SIZE)
    size = content(card, SizeBox)
    assert isinstance(size, SizeBox)
    size.field.button(ActionSize.M).click()
    assert the_action(page, "buy a bell").size is ActionSize.M
    QApplication.processEvents()
    editor = click_cell(card, "buy a bell", ActionColumn.WHO)
    assert editor is not None
    QTest.keyClicks(editor, "Bo")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert the_action(page, "buy a bell").owner == "Bo"
    assert card.view.currentIndex().row() == 2
    QApplication.processEvents()
    assert card.says_more.text() == "3 actions"
    editor = click_cell(card, "mend it", ActionColumn.WHO)
    assert isinstance(editor, TextField)
    names = names_shown(card)
    assert [one.text() for one in names.names] == ["Ann", "Bo"]
    editor.selectAll()
    QTest.keyClicks(editor, "b")
    assert [one.text() for one in names.names] == ["Bo"]
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert the_action(page, "mend it").owner == "Bo"
    check_file(page)


def test_checked_asks_for_proof_in_its_place(page: WallPage, card: ActionListCard) -> None:
    click_cell(card, "mend it", ActionColumn.STATE)
    progress = content(card, ProgressBox)
    assert isinstance(progress, ProgressBox)
    progress.field.button(ActionState.CHECKED).click()
    QApplication.processEvents()
    assert progress.proof.faces[Rating.MAGICAL].isVisible()
    assert the_action(page, "mend it").state is ActionState.DONE
    progress.proof.faces[Rating.MAGICAL].click()
    assert the_action(page, "mend it").state is ActionState.CHECKED
    assert note(page, "Pays").rating is Rating.MAGICAL


def test_a_day_in_the_past_is_taken_with_a_word(
    page: WallPage, card: ActionListCard, today: date
) -> None:
    click_cell(card, "buy a bell", ActionColumn.WHEN)
    box = content(card, DueBox)
    assert isinstance(box, DueBox)
    QTest.keyClicks(box.due.editor, (today - timedelta(days=9)).isoformat())
    assert "has passed" in box.says.text()
    assert texts(card) == ["call back", "buy a bell", "mend it"]
    QTest.keyClick(box.due.editor, Qt.Key.Key_Return)
    assert the_action(page, "buy a bell").due == today - timedelta(days=9)
    assert texts(card)[1] == "buy a bell", "it stays where it is"
    assert headings(card)[1] == date_words(today - timedelta(days=9), today), "under its own day"
    QApplication.processEvents()
    assert texts(card) == ["call back", "buy a bell", "mend it"], "not under one's hands"
    assert card.says_more.text() == "3 actions, 2 overdue, 1 without an owner"


def test_the_aim_is_chosen_where_it_stands(page: WallPage, card: ActionListCard) -> None:
    click_cell(card, "mend it", ActionColumn.AIM)
    aim = content(card, AimBox)
    assert isinstance(aim, AimBox)
    aim.from_rating.button(Rating.NEUTRAL).click()
    with pytest.raises(KeyError):
        aim.to_rating.button(Rating.NEUTRAL)
    aim.to_rating.button(Rating.MAGICAL).click()
    QApplication.processEvents()
    assert card.tally.counts[Rating.NEUTRAL, Rating.MAGICAL] == "1"
    page.undo()
    page.undo()
    QApplication.processEvents()
    assert (Rating.NEUTRAL, Rating.MAGICAL) not in card.tally.counts


def test_to_the_note(page: WallPage, card: ActionListCard) -> None:
    assert click_cell(card, "buy a bell", ActionColumn.NOTE) is None
    assert page.cards.current is card, "a double click would go on elsewhere"
    QTest.mouseClick(card.go_button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert page.cards.current is None
    assert page.selection.ids == (note(page, "Pays").id,)
    assert page.panel.isVisible()


@pytest.mark.parametrize("way", ["double click", "enter", "f2"])
def test_an_action_goes_to_another_note(page: WallPage, card: ActionListCard, way: str) -> None:
    click_cell(card, "buy a bell", ActionColumn.NOTE)
    if way == "double click":
        place = card.view.visualRect(card.view.currentIndex()).center()
        QTest.mouseDClick(card.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    else:
        QTest.keyClick(card.view, Qt.Key.Key_F2 if way == "f2" else Qt.Key.Key_Return)
    QApplication.processEvents()
    chooser = content(card, NoteChooser)
    assert isinstance(chooser, NoteChooser)
    offered = [chooser.item(row).text() for row in range(chooser.count())]
    assert offered[:2] == ["Pays", "Rings"], "its own, then the other one that has actions"
    assert len(offered) == page.document.store.count(Moment)
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    QTest.keyClick(chooser, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert the_action(page, "buy a bell").moment_id == note(page, "Rings").id
    assert not chooser.isVisible()
    assert page.cards.current is card
    page.undo()
    assert the_action(page, "buy a bell").moment_id == note(page, "Pays").id
    check_file(page)


def test_esc_leaves_the_cell_then_the_card(page: WallPage, card: ActionListCard) -> None:
    editor = click_cell(card, "call back", ActionColumn.WHAT)
    assert isinstance(editor, TextField)
    written = editor.viewport().mapToParent(editor.cursorRect().center())
    assert abs(written.y() - editor.height() / 2) <= 2, "where the cell shows it"
    QTest.keyClicks(editor, " at once")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert page.cards.current is card
    assert the_action(page, "call back at once")
    QTest.keyClick(card.view, Qt.Key.Key_Escape)
    assert page.cards.current is None


def test_what_is_typed_is_kept_when_the_card_closes(page: WallPage, card: ActionListCard) -> None:
    editor = click_cell(card, "call back", ActionColumn.WHO)
    assert editor is not None
    QTest.keyClicks(editor, "e")
    page.cards.close()
    assert the_action(page, "call back").owner == "Anne"


def test_an_action_that_goes_while_it_is_edited(page: WallPage, card: ActionListCard) -> None:
    click_cell(card, "call back", ActionColumn.STATE)
    store = page.document.store
    page.document.push(delete_action(store, the_action(page, "call back").id))
    QApplication.processEvents()
    assert texts(card) == ["buy a bell", "mend it"]
    assert page.toast.text == "Action deleted"
    frames = card.view.viewport().findChildren(CellFrame)
    assert not any(one.isVisible() for one in frames)
    page.document.undo()
    assert texts(card) == ["call back", "buy a bell", "mend it"]
    assert page.toast.text == ""


def test_in_room_the_filter_waits_to_be_asked_for(page: WallPage, card: ActionListCard) -> None:
    page.cards.close()
    page.room_mode.enter()
    page.commands.action("action_list").trigger()
    assert card.filters.isHidden()
    assert card.view.isVisible()
    card.filter_button.click()
    assert card.filters.isVisible()
    page.cards.close()
    page.room_mode.leave()


def test_by_taps_alone(taps: Taps) -> None:
    taps.page.commands.action("action_list").trigger()
    settle()
    card = taps.page.cards.current
    assert isinstance(card, ActionListCard)
    action_id = card.model.action_id(0)

    def tap_cell(row: int, column: ActionColumn) -> None:
        rect = card.view.visualRect(card.model.index(row, column))
        taps.tap_at(card.view.viewport().mapTo(taps.shell.window, rect.center()))

    tap_cell(0, ActionColumn.STATE)
    progress = content(card, ProgressBox)
    assert isinstance(progress, ProgressBox)
    taps.tap(progress.field.button(ActionState.CHECKED))
    taps.tap(progress.proof.later)
    assert taps.page.document.store.get(PlannedAction, action_id).state is ActionState.CHECKED
    tap_cell(0, ActionColumn.WHO)
    assert taps.field_pad.isVisible()
    names = names_shown(card)
    name = names.names[0].text()
    taps.tap(names.names[0])
    assert taps.page.document.store.get(PlannedAction, action_id).owner == name
    settle()
    tap_cell(0, ActionColumn.NOTE)
    tap_cell(0, ActionColumn.NOTE)
    settle()
    chooser = content(card, NoteChooser)
    assert isinstance(chooser, NoteChooser)
    to = str(chooser.item(1).data(Qt.ItemDataRole.UserRole))
    place = chooser.visualItemRect(chooser.item(1)).center()
    taps.tap_at(chooser.viewport().mapTo(taps.shell.window, place))
    assert taps.page.document.store.get(PlannedAction, action_id).moment_id == to
    taps.page.cards.close()
    taps.check()


def test_a_new_action_is_made_here(page: WallPage, card: ActionListCard) -> None:
    page.document.push(
        tick(page.document.store, [note(page, "Rings").id, note(page, "Pays").id], is_ticked=True)
    )
    card.filters.dues[Due.OVERDUE].click()
    QTest.mouseClick(card.new_button, Qt.MouseButton.LeftButton)
    assert page.window().focusWidget() is card.new.add.line
    assert list(card.new.moments) == [note(page, "Rings").id, note(page, "Pays").id]
    QTest.keyClicks(card.new.add.line, "greet by name")
    QTest.mouseClick(card.new.moments[note(page, "Pays").id], Qt.MouseButton.LeftButton)
    QTest.keyClick(card.new.add.line, Qt.Key.Key_Return)
    assert the_action(page, "greet by name").moment_id == note(page, "Pays").id
    assert "greet by name" in texts(card), "no filter hides it"
    assert card.new.add.line.text() == "", "the next one can be typed"
    document, idea_id = page.document, page.document.clock.new_id()
    document.push(add_idea(document.store, note(page, "Pays").id, "a tin of sweets", idea_id))
    assert not card.new.ideas, "it is not sifted"
    document.push(sift(document.store, [idea_id], Verdict.MERIT))
    QTest.mouseClick(card.new.ideas[idea_id], Qt.MouseButton.LeftButton)
    assert the_action(page, "a tin of sweets").idea_id == idea_id
    assert card.view.current_action() == the_action(page, "a tin of sweets").id
    assert not card.new.ideas
    QTest.keyClick(card.new.add.line, Qt.Key.Key_Escape)
    assert not card.new.isVisible()
    assert page.cards.current is card, "Esc closes the line first"
    count = page.document.store.count(PlannedAction)
    QTest.keyClick(card.view, Qt.Key.Key_Delete)
    assert page.document.store.count(PlannedAction) == count - 1
    assert page.toast.text == "Action deleted"
    page.document.undo()
    assert page.document.store.count(PlannedAction) == count
    check_file(page)
