"""The step/question grid: written in place, and always what the wall says."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.answering import own_answer
from motwall.model.belongings import questions_of
from motwall.model.edits.fields import write as write_field
from motwall.model.edits.questions import add_question
from motwall.model.order import steps_in_order
from motwall.model.records import Answer, AnswerKind, Choice, Moment, MomentKind, Question, Step
from motwall.ui.grid.card import GridCard
from motwall.ui.grid.grid_cells import is_first_seen_at
from motwall.ui.grid.grid_model import GridColumn
from motwall.ui.panel.cell_editors import CellFrame
from motwall.ui.questions.answers import AnswerChips
from motwall.ui.wall_page import WallPage
from tests.app.on_file import kept
from tests.app.on_page import moment, run, select, timeline

RETURN = Qt.Key.Key_Return


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def open_card(page: WallPage) -> GridCard:
    run(page, "grid")
    card = page.cards.current
    assert isinstance(card, GridCard)
    return card


@pytest.fixture
def card(page: WallPage) -> GridCard:
    """The grid of three steps with a note each; "Rings" is selected."""
    select(page, "Rings")
    return open_card(page)


def ask(page: WallPage, text: str = "Warm?", kind: AnswerKind = AnswerKind.YES_NO) -> str:
    document = page.document
    made = document.clock.new_id()
    about = moment(page, "Rings").id
    assert document.push(add_question(document.store, about, text, made, kind))
    return made


def click_cell(card: GridCard, row: int, column: GridColumn) -> None:
    rect = card.view.visualRect(card.model.index(row, column))
    QTest.mouseClick(card.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def begin(card: GridCard, row: int, column: GridColumn) -> None:
    """Write in a cell, by keys: Qt takes none for a moment after a click, since two may follow."""
    card.view.setFocus()
    card.view.setCurrentIndex(card.model.index(row, column))
    QTest.keyClick(card.view, Qt.Key.Key_F2)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def words(card: GridCard, column: GridColumn) -> list[str]:
    return [card.model.words(row, column) for row in range(card.model.rowCount())]


def test_it_opens_by_key_at_the_selected_note(page: WallPage) -> None:
    select(page, "Comes in")
    page.view.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(page.view, Qt.Key.Key_G, keys)
    card = page.cards.current
    assert isinstance(card, GridCard)
    assert focus() is card.view
    assert card.view.currentIndex().row() == 1
    assert "3 steps" in card.count.text()


def test_titles_notes_and_questions_are_written_in_place(
    shell: Shell, page: WallPage, card: GridCard
) -> None:
    ask(page)
    for column, text in (
        (GridColumn.STEP, "On the phone"),
        (GridColumn.MOMENT, "Rings us"),
        (GridColumn.QUESTION, "Warm enough?"),
    ):
        begin(card, 0, column)
        focus().selectAll()  # type: ignore[attr-defined] # the editor of the cell
        QTest.keyClicks(focus(), text)
        QTest.keyClick(focus(), RETURN)
    store = page.document.store
    assert steps_in_order(store)[0].title == "On the phone"
    assert "On the phone" in [one.title for one in kept(shell, Step)]
    assert "Rings us" in [one.text for one in kept(shell, Moment)]
    assert [one.text for one in kept(shell, Question)] == ["Warm enough?"]
    assert words(card, GridColumn.STEP)[0] == "1  On the phone"


def test_a_click_on_the_chosen_row_begins_writing(
    qtbot: QtBot, page: WallPage, card: GridCard
) -> None:
    click_cell(card, 0, GridColumn.STEP)
    qtbot.waitUntil(lambda: focus() is not card.view)
    QTest.keyClicks(focus(), "Calling")
    assert card.flush()
    assert words(card, GridColumn.STEP)[0] == "1  Calling"


def test_esc_ends_writing_and_leaves_the_card_open(page: WallPage, card: GridCard) -> None:
    begin(card, 0, GridColumn.MOMENT)
    QTest.keyClicks(focus(), " twice")
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert page.cards.current is card
    assert moment(page, "Rings twice")
    QTest.keyClick(card.view, Qt.Key.Key_Escape)
    assert page.cards.current is None


def test_typing_into_an_empty_cell_asks_the_first_question(page: WallPage, card: GridCard) -> None:
    begin(card, 0, GridColumn.QUESTION)
    QTest.keyClicks(focus(), "Is it warm?")
    QTest.keyClick(focus(), RETURN)
    (question,) = questions_of(page.document.store, moment(page, "Rings").id)
    assert question.text == "Is it warm?"
    assert words(card, GridColumn.QUESTION) == ["Is it warm?", "", ""]
    QApplication.processEvents()
    assert "1 question" in card.count.text()


def test_a_question_is_answered_in_the_grid(shell: Shell, page: WallPage, card: GridCard) -> None:
    question_id = ask(page)
    begin(card, 0, GridColumn.ANSWER)
    frame = card.view.findChild(CellFrame)
    assert isinstance(frame, CellFrame)
    chips = frame.content
    assert isinstance(chips, AnswerChips)
    click(chips.button(Choice.NO))
    begin(card, 0, GridColumn.NOTE)
    QTest.keyClicks(focus(), "icy")
    QTest.keyClick(focus(), RETURN)
    (answer,) = kept(shell, Answer)
    assert (answer.question_id, answer.choice, answer.note) == (question_id, Choice.NO, "icy")
    assert words(card, GridColumn.ANSWER)[0] == "No"
    QApplication.processEvents()
    assert "1 answered" in card.count.text()


def test_an_answer_in_words_is_written_in_either_cell(page: WallPage, card: GridCard) -> None:
    question_id = ask(page, "Why?", AnswerKind.WORDS)
    begin(card, 0, GridColumn.ANSWER)
    QTest.keyClicks(focus(), "because")
    assert card.flush()
    answer = own_answer(page.document.store, question_id)
    assert answer is not None
    assert answer.note == "because"


def test_a_question_and_a_moment_are_added_below(page: WallPage, card: GridCard) -> None:
    assert "Rings" in card.add.question.placeholderText()
    card.add.question.setFocus()
    QTest.keyClicks(card.add.question, "Fast?")
    QTest.keyClick(card.add.question, RETURN)
    QTest.keyClicks(card.add.question, "Kind?")
    QTest.keyClick(card.add.question, RETURN)
    assert words(card, GridColumn.QUESTION)[:2] == ["Fast?", "Kind?"]
    card.add.moment.setFocus()
    QTest.keyClicks(card.add.moment, "Waits")
    QTest.keyClick(card.add.moment, RETURN)
    assert timeline(page) == [["Rings", "Waits"], ["Comes in"], ["Pays"]]
    assert page.selection.current_id == moment(page, "Waits").id
    assert card.view.currentIndex().row() == 2
    page.undo()
    assert timeline(page) == [["Rings"], ["Comes in"], ["Pays"]]


def test_the_wall_and_the_grid_share_what_is_selected(page: WallPage, card: GridCard) -> None:
    click_cell(card, 2, GridColumn.MOMENT)
    assert page.selection.ids == (moment(page, "Pays").id,)
    select(page, "Comes in")
    assert card.view.currentIndex().row() == 1
    click(card.note_button)
    assert page.cards.current is None
    assert page.selection.ids == (moment(page, "Comes in").id,)


def test_the_row_of_a_later_question_stays_chosen(page: WallPage, card: GridCard) -> None:
    ask(page)
    ask(page, "Dry?")
    click_cell(card, 1, GridColumn.QUESTION)
    document, note = page.document, moment(page, "Rings")
    document.push(write_field(document.store, Moment, [note.id], "description", "so"))
    assert card.view.currentIndex().row() == 1
    assert card.add._moment_id == note.id


def test_it_follows_while_it_is_open_and_after(page: WallPage, card: GridCard) -> None:
    page.actions_.verbs.delete([moment(page, "Comes in").id])
    assert words(card, GridColumn.MOMENT) == ["Rings", "Pays"]
    page.cards.close()
    page.undo()
    page.actions_.verbs.delete([moment(page, "Rings").id])
    assert open_card(page) is card
    assert words(card, GridColumn.MOMENT) == ["Comes in", "Pays"]
    assert "2 moments" in card.count.text()


def test_a_locked_wall_keeps_its_notes_and_takes_answers(page: WallPage, card: GridCard) -> None:
    ask(page)
    page.document.wall_lock.set_locked(is_locked=True)
    assert card.add.moment.isReadOnly()
    assert not card.add.question.isReadOnly()
    editable = Qt.ItemFlag.ItemIsEditable
    assert not card.model.flags(card.model.index(0, GridColumn.MOMENT)) & editable
    assert card.model.flags(card.model.index(0, GridColumn.ANSWER)) & editable


def test_where_nobody_has_looked_is_said(page: WallPage, card: GridCard) -> None:
    document = page.document
    assert not card.coverage.isVisible()
    click(card.coverage_button)
    assert card.coverage.isVisible()
    assert card.coverage.kinds[0].text() == "Contact 3"
    assert "product, policy, surroundings" in card.coverage.kinds[1].text()
    assert card.coverage.deliverers[0].text() == "nobody is named yet"
    note = moment(page, "Rings").id
    document.push(write_field(document.store, Moment, [note], "kind", MomentKind.POLICY))
    document.push(write_field(document.store, Moment, [note], "who_delivers", "The counter"))
    QApplication.processEvents()
    assert card.coverage.kinds[0].text() == "Contact 2, Policy 1"
    assert card.coverage.deliverers[0].text() == "The counter 1"
    assert "2 moments" in card.coverage.deliverers[1].text()


def test_an_empty_wall_takes_its_first_moment(page: WallPage) -> None:
    page.actions_.verbs.delete([one.id for one in page.document.store.all(Moment)])
    card = open_card(page)
    assert not card.view.isVisible()
    assert focus() is card.add.moment
    assert card.add.question.isReadOnly()
    QTest.keyClicks(card.add.moment, "Finds us")
    QTest.keyClick(card.add.moment, RETURN)
    QApplication.processEvents()
    assert card.view.isVisible()
    assert words(card, GridColumn.MOMENT) == ["Finds us"]


def test_one_row_is_the_first_that_is_seen() -> None:
    heights = [40, 55, 90, 40, 40]
    for scrolled in range(200):
        tops = [sum(heights[:place]) - scrolled for place in range(len(heights))]
        seen = [
            is_first_seen_at(QRect(QPoint(0, top), QPoint(9, top + height - 1)), 40)
            for top, height in zip(tops, heights, strict=True)
        ]
        assert sum(seen) == 1
