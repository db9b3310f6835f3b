"""Questions about a moment: from the banks with one tap, one's own, answered where they stand."""

import json
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from motwall.app.places import Places
from motwall.app.shell import Shell
from motwall.document.lock import WallLock
from motwall.model.answering import own_answer
from motwall.model.belongings import answers_of, questions_of
from motwall.model.edits.questions import Said, add_question, answer_question
from motwall.model.question_bank import BANK_NAMES, load
from motwall.model.records import Answer, AnswerKind, Choice, Moment, Question
from motwall.ui.questions.card import QuestionCard
from motwall.ui.questions.question_row import QuestionRow
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, open_copy
from tests.app.on_file import kept
from tests.app.on_page import moment, run, select, undo_steps

BANK = load("phone").questions


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def open_card(page: WallPage) -> QuestionCard:
    run(page, "questions")
    card = page.cards.current
    assert isinstance(card, QuestionCard)
    return card


@pytest.fixture
def card(page: WallPage) -> QuestionCard:
    """The card, about the note "Rings"."""
    select(page, "Rings")
    return open_card(page)


def asked(page: WallPage, text: str = "Rings") -> list[Question]:
    return questions_of(page.document.store, moment(page, text).id)


def first_row(card: QuestionCard) -> QuestionRow:
    return next(iter(card.rows.rows.values()))


def ask(page: WallPage, text: str = "Is it warm?", kind: AnswerKind = AnswerKind.YES_NO) -> str:
    document = page.document
    made = document.clock.new_id()
    about = moment(page, "Rings").id
    assert document.push(add_question(document.store, about, text, made, kind))
    return made


def write(editor: QWidget, words: str) -> None:
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(editor, words)


def chip(row: QuestionRow, choice: Choice) -> QAbstractButton:
    return row.chips.button(choice)


def test_it_opens_by_key_ready_to_be_written_in(page: WallPage) -> None:
    select(page, "Comes in")
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    card = page.cards.current
    assert isinstance(card, QuestionCard)
    assert "Comes in" in card.says_more.text()
    assert QApplication.focusWidget() is card.add.line
    QTest.keyClick(card.add.line, Qt.Key.Key_Escape)
    assert page.cards.current is None


def test_one_tap_asks_a_question_of_the_moment(
    shell: Shell, page: WallPage, card: QuestionCard
) -> None:
    assert card.none_yet.isVisible()
    assert card.bank.hint.text() == load("phone").hint
    click(card.bank.lines[1])
    (question,) = asked(page)
    assert (question.text, question.area, question.kind) == (
        BANK[1].text, "phone", AnswerKind.WORDS,
    )  # fmt: skip
    assert kept(shell, Question) == [question]
    assert list(card.rows.rows) == [question.id]
    assert first_row(card).text.text() == BANK[1].text
    assert not card.bank.lines[1].isEnabled()
    assert card.bank.lines[0].isEnabled()
    assert not card.none_yet.isVisible()
    page.undo()
    assert card.none_yet.isVisible()
    assert card.bank.lines[1].isEnabled()


def test_a_whole_bank_is_one_step(page: WallPage, card: QuestionCard) -> None:
    click(card.bank.chips["paying"])
    steps = undo_steps(page)
    click(card.bank.all_button)
    assert [one.text for one in asked(page)] == [one.text for one in load("paying").questions]
    assert undo_steps(page) == steps + 1
    assert not card.bank.all_button.isVisible()


def test_a_question_is_answered_and_the_answer_taken_back(
    shell: Shell, page: WallPage, card: QuestionCard
) -> None:
    question_id = ask(page)
    row = first_row(card)
    click(chip(row, Choice.NO))
    write(row.note, "cold as ice")
    assert card.flush()
    (answer,) = kept(shell, Answer)
    assert (answer.question_id, answer.choice, answer.note) == (
        question_id, Choice.NO, "cold as ice",
    )  # fmt: skip
    assert "1 of 1" in card.count.text()
    click(chip(row, Choice.YES))
    assert own_answer(page.document.store, question_id) == kept(shell, Answer)[0]
    assert kept(shell, Answer)[0].note == "cold as ice"
    click(chip(row, Choice.YES))
    assert kept(shell, Answer)[0].choice is None
    row.note.selectAll()
    QTest.keyClick(row.note, Qt.Key.Key_Delete)
    assert card.flush()
    assert kept(shell, Answer) == []


def test_an_answer_of_another_day_stays_beside_the_new_one(
    page: WallPage, card: QuestionCard
) -> None:
    document = page.document
    question_id = ask(page)
    then = document.clock.today() - timedelta(days=28)
    said = Said(choice=Choice.NO, note="ten rings")
    document.push(answer_question(document.store, question_id, said, then, document.clock.new_id()))
    row = first_row(card)
    assert chip(row, Choice.NO).isChecked()
    assert row.note.text() == "ten rings"
    assert row.answered_on.isVisible()
    click(chip(row, Choice.YES))
    assert [one.choice for one in answers_of(document.store, question_id)] == [
        Choice.NO, Choice.YES,
    ]  # fmt: skip
    assert chip(row, Choice.YES).isChecked()
    assert row.note.text() == ""
    assert not row.answered_on.isVisible()
    assert "No. ten rings" in row.others.text()


def test_the_same_said_again_on_a_later_day_is_a_new_answer(
    page: WallPage, card: QuestionCard
) -> None:
    document = page.document
    question_id = ask(page)
    then = document.clock.today() - timedelta(days=28)
    said = Said(choice=Choice.NO)
    document.push(answer_question(document.store, question_id, said, then, document.clock.new_id()))
    click(chip(first_row(card), Choice.NO))
    days = [one.answered_on for one in answers_of(document.store, question_id)]
    assert days == [then, document.clock.today()]


def test_a_question_of_ones_own_in_words(page: WallPage, card: QuestionCard) -> None:
    write(card.add.line, "What did they say?")
    click(card.add.kinds[AnswerKind.WORDS])
    assert asked(page) == []
    QTest.keyClick(card.add.line, Qt.Key.Key_Return)
    (question,) = asked(page)
    assert (question.text, question.kind, question.area) == (
        "What did they say?", AnswerKind.WORDS, "",
    )  # fmt: skip
    assert card.add.line.text() == ""
    assert card.add.kinds[AnswerKind.YES_NO].isChecked()
    assert not first_row(card).chips.isVisible()
    assert first_row(card).note.placeholderText() == "Answer in words"


def test_what_is_typed_and_left_is_asked_of_the_moment_it_was_typed_for(
    page: WallPage, card: QuestionCard
) -> None:
    write(card.add.line, "Is it dry?")
    click(card.after)
    assert [one.text for one in asked(page)] == ["Is it dry?"]
    assert asked(page, "Comes in") == []
    assert "Comes in" in card.says_more.text()
    assert page.selection.current_id == moment(page, "Comes in").id
    assert card.add.line.text() == ""


def test_a_question_taken_away_comes_back(page: WallPage, card: QuestionCard) -> None:
    question_id = ask(page)
    click(chip(first_row(card), Choice.YES))
    click(first_row(card).delete_button)
    assert asked(page) == []
    assert page.toast.isVisible()
    click(page.toast._button)
    assert [one.id for one in asked(page)] == [question_id]
    assert chip(first_row(card), Choice.YES).isChecked()


def test_good_looks_like_is_written_beside_them(page: WallPage, card: QuestionCard) -> None:
    write(card.good, "Third ring")
    assert card.flush()
    assert moment(page, "Rings").good_looks_like == "Third ring"


def test_it_follows_what_others_do(page: WallPage, card: QuestionCard) -> None:
    ask(page)
    page.actions_.verbs.delete([moment(page, "Rings").id])
    assert "Comes in" in card.says_more.text()
    assert card.rows.rows == {}
    page.undo()
    assert "Rings" in card.says_more.text()
    assert len(card.rows.rows) == 1


def test_a_wall_without_a_note_says_what_to_do(page: WallPage) -> None:
    page.actions_.verbs.delete([one.id for one in page.document.store.all(Moment)])
    card = open_card(page)
    assert not card.body.isVisible()
    assert not card.after.isEnabled()
    page.undo()
    assert card.body.isVisible()


# --- the user's own bank ---


def test_a_question_is_kept_for_every_wall(
    shell: Shell, page: WallPage, card: QuestionCard, places: Places
) -> None:
    ask(page)
    click(card.bank.chips["own"])
    assert card.bank.empty.isVisible()
    assert str(places.questions) in card.bank.place.text()
    click(first_row(card).keep_button)
    written = json.loads((places.questions / "own.json").read_text(encoding="utf-8"))
    assert written["questions"] == ["Is it warm?"]
    assert "Our own" in page.toast.text
    assert [one.text() for one in card.bank.lines if one.isVisible()] == ["Is it warm?"]
    click(first_row(card).keep_button)
    assert "already" in page.toast.text
    assert page.flush()
    other = open_copy(shell, of_list("Elsewhere", "And on"))
    elsewhere = open_card(other)
    click(elsewhere.bank.chips["own"])
    click(elsewhere.bank.lines[0])
    assert [one.text for one in asked(other, "Elsewhere")] == ["Is it warm?"]


def test_a_file_put_there_is_offered(page: WallPage, places: Places) -> None:
    places.questions.mkdir()
    bank = {
        "format": "motwall-questions", "version": 1, "name": "garden", "title": "In the garden",
        "hint": "Look down.", "questions": ["Is it green?"],
    }  # fmt: skip
    (places.questions / "garden.json").write_text(json.dumps(bank), encoding="utf-8")
    card = open_card(page)
    assert list(card.bank.chips) == [*BANK_NAMES, "garden", "own"]
    click(card.bank.chips["garden"])
    assert card.bank.hint.text() == "Look down."
    assert card.bank.lines[0].text() == "Is it green?"


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[1]", b" " * 1_000_001])
def test_a_file_that_cannot_be_read_is_left_alone(
    page: WallPage, places: Places, content: bytes
) -> None:
    places.questions.mkdir()
    own = places.questions / "own.json"
    own.write_bytes(content)
    card = open_card(page)
    assert "own.json" in card.bank.unread.text()
    assert list(card.bank.chips) == [*BANK_NAMES, "own"]
    ask(page)
    click(first_row(card).keep_button)
    assert "own.json" in page.message_bar.text
    assert own.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_said(page: WallPage, places: Places) -> None:
    places.questions.write_text("in the way", encoding="utf-8")
    card = open_card(page)
    ask(page)
    click(first_row(card).keep_button)
    assert "cannot be reached" in page.message_bar.text


# --- nothing to be written ---


def test_read_only_it_can_be_read(qtbot: QtBot, shell: Shell, page: WallPage) -> None:
    ask(page)
    wall = shell.walls.wall
    assert wall is not None
    assert shell.close_wall()
    somebody = WallLock(wall.path)
    somebody.acquire()
    try:
        shell.open(wall.path)
        again = shell.window.page
        assert again is not None
        again.furnish()
        select(again, "Rings")
        card = open_card(again)
        row = first_row(card)
        assert row.text.isReadOnly()
        assert row.note.isReadOnly()
        assert card.add.line.isReadOnly()
        assert not chip(row, Choice.YES).isEnabled()
        assert not row.delete_button.isEnabled()
        assert not any(one.isEnabled() for one in card.bank.lines)
        assert not card.bank.all_button.isVisible()
        assert shell.close_wall()
    finally:
        somebody.release()


def test_on_a_locked_wall_questions_are_asked_and_answered(
    page: WallPage, card: QuestionCard
) -> None:
    page.document.wall_lock.set_locked(is_locked=True)
    click(card.bank.lines[0])
    click(chip(first_row(card), Choice.YES))
    (question,) = asked(page)
    answer = own_answer(page.document.store, question.id)
    assert answer is not None
    assert answer.choice is Choice.YES
