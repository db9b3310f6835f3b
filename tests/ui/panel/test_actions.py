from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.model.phases import Phase
from motwall.model.records import ActionState, Rating
from motwall.ui.panel.action_card import ActionCard
from motwall.ui.panel.actions import ActionsBody
from tests.ui.panel.conftest import Stand


@pytest.fixture
def planned(stand: Stand) -> ActionsBody:
    stand.panel.set_phase(Phase.IDEAS_AND_ACTIONS)
    stand.select("rings")
    return stand.page.planned


def cards(planned: ActionsBody) -> list[ActionCard]:
    return list(planned.list.rows.values())


def test_what_is_enough(stand: Stand, planned: ActionsBody) -> None:
    stand.type(planned.add.line, "buy a bell\nhang it up\n")
    made = stand.actions("rings")[1:]
    assert [one.text for one in made] == ["buy a bell", "hang it up"]
    assert [(one.owner, one.due, one.to_rating) for one in made] == [("", None, None)] * 2
    assert made[0].from_rating is Rating.MISERABLE
    assert QApplication.focusWidget() is planned.add.line
    assert [one.text.text() for one in cards(planned)[1:]] == ["buy a bell", "hang it up"]


def test_who_when_and_aim_are_offered_while_one_types(stand: Stand, planned: ActionsBody) -> None:
    add = planned.add
    assert add.details.isHidden()
    stand.type(add.line, "buy a bell")
    assert not add.details.isHidden()
    QTest.keyClick(add.line, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is add.owner
    QTest.keyClicks(add.owner, "Bo")
    QTest.keyClick(add.owner, Qt.Key.Key_Tab)
    QTest.keyClicks(add.due.editor, "fri")
    add.aim_button(Rating.NEUTRAL).click()
    add.aim_button(Rating.MAGICAL).click()
    assert len(stand.actions("rings")) == 1
    QTest.keyClick(add.due.editor, Qt.Key.Key_Return)
    made = stand.actions("rings")[1]
    assert (made.text, made.owner, made.due) == ("buy a bell", "Bo", date(2026, 11, 27))
    assert (made.from_rating, made.to_rating) == (Rating.MISERABLE, Rating.MAGICAL)
    assert QApplication.focusWidget() is add.line
    assert add.owner.text() == add.due.editor.text() == add.line.text() == ""
    stand.leave()
    assert add.details.isHidden()


def test_what_is_left_half_typed_is_kept(stand: Stand, planned: ActionsBody) -> None:
    add = planned.add
    stand.type(add.line, "ring the baker")
    stand.type(add.due.editor, "soon")
    stand.leave()
    made = stand.actions("rings")[1]
    assert (made.text, made.due) == ("ring the baker", None)
    stand.type(add.owner, "Bo")
    stand.select("sign")
    assert stand.actions("rings")[2].owner == "Bo"
    assert add.owner.text() == ""
    assert stand.actions("sign") == []


def test_after_enter_the_boxes_fold_and_the_card_offers_who_and_when(
    stand: Stand, planned: ActionsBody, qtbot: QtBot
) -> None:
    add = planned.add
    stand.type(add.line, "buy a bell\n")
    assert QApplication.focusWidget() is add.line
    assert add.details.isHidden()
    card = cards(planned)[-1]
    qtbot.waitUntil(card.owner.isVisible)
    places = (card.owner, card.due.editor)
    assert [one.placeholderText() for one in places] == ["Who?", "When?"]
    assert [one.property("blank") for one in places] == [True, True]
    stand.keys("h")
    assert not add.details.isHidden()
    stand.type(card.owner, "Bo")
    assert not card.owner.property("blank")
    assert stand.actions("rings")[1].text == "buy a bell"


def test_a_when_that_cannot_be_read_stays_marked_with_a_hint(
    stand: Stand, planned: ActionsBody
) -> None:
    add = planned.add
    stand.type(add.line, "buy a bell")
    stand.type(add.due.editor, "soon\n")
    assert len(stand.actions("rings")) == 1
    assert QApplication.focusWidget() is add.due.editor
    assert add.due.editor.text() == "soon"
    assert add.due.editor.property("invalid")
    assert "+2w" in add.due.hint.text()
    assert not add.due.hint.isHidden()
    add.due.editor.selectAll()
    stand.keys("next fri")
    assert add.due.hint.isHidden()
    assert not add.due.editor.property("invalid")
    stand.keys("\n")
    made = stand.actions("rings")[1]
    assert (made.text, made.due) == ("buy a bell", date(2026, 12, 4))


@pytest.mark.parametrize("way", ["leave", "another moment and back", "flush"])
def test_an_unread_when_goes_to_the_card_if_one_leaves(
    stand: Stand, planned: ActionsBody, way: str
) -> None:
    stand.type(planned.add.line, "buy a bell")
    stand.type(planned.add.due.editor, "soon")
    if way == "leave":
        stand.leave()
    elif way == "flush":
        assert stand.panel.flush()
    else:
        stand.select("sign")
        stand.select("rings")
    card = cards(planned)[-1]
    assert card.text.text() == "buy a bell"
    assert card.due.editor.text() == "soon"
    assert card.due.editor.property("invalid")
    assert not card.due.hint.isHidden()
    assert planned.add.due.editor.text() == ""
    card.due.editor.selectAll()
    stand.type(card.due.editor, "fri\n")
    assert card.due.hint.isHidden()
    assert stand.actions("rings")[1].due == date(2026, 11, 27)


def test_an_unread_when_alone_makes_no_action(stand: Stand, planned: ActionsBody) -> None:
    stand.type(planned.add.line, "x")
    stand.type(planned.add.due.editor, "soon")
    planned.add.line.show_text("")
    stand.leave()
    assert len(stand.actions("rings")) == 1


def test_the_dot_stands_in_the_middle(stand: Stand, planned: ActionsBody, qtbot: QtBot) -> None:
    card = cards(planned)[0]
    stand.type(card.due.editor, "fri\n")
    stand.leave()
    qtbot.waitUntil(card.due.editor.isVisible)
    owner, due = card.owner, card.due.editor
    dot = card._dot
    words = owner.fontMetrics().horizontalAdvance(owner.text())

    def gaps() -> tuple[int, int]:
        left = owner.mapTo(card, owner.cursorRect().topLeft() * 0).x() + owner.viewport().x()
        end = left + words
        begin = due.mapTo(card, due.viewport().pos()).x()
        middle = dot.mapTo(card, dot.contentsRect().center()).x()
        return middle - end, begin - middle

    qtbot.waitUntil(lambda: abs(gaps()[0] - gaps()[1]) <= 3)


def test_the_first_action_and_another(stand: Stand, planned: ActionsBody) -> None:
    assert planned.add.line.placeholderText().startswith("+ Another action")
    stand.select("sign")
    assert planned.add.line.placeholderText().startswith("+ An action")
    stand.type(planned.add.line, "paint it\n")
    assert planned.add.line.placeholderText().startswith("+ Another action")
    stand.document.undo()
    assert planned.add.line.placeholderText().startswith("+ An action")


def test_a_card_is_edited_in_place(stand: Stand, planned: ActionsBody) -> None:
    card = cards(planned)[0]
    card.text.selectAll()
    stand.type(card.text, "print the list\n")
    assert QApplication.focusWidget() is card.owner
    card.owner.selectAll()
    QTest.keyClicks(card.owner, "Bo")
    QTest.keyClick(card.owner, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is card.due.editor
    stand.leave()
    changed = stand.actions("rings")[0]
    assert (changed.text, changed.owner) == ("print the list", "Bo")
    stand.document.undo()
    assert card.owner.text() == stand.actions("rings")[0].owner == "Ann"


def test_from_aim_and_progress(stand: Stand, planned: ActionsBody) -> None:
    card = cards(planned)[0]
    card.more_button.click()
    details = card.details
    assert details.isVisible()
    details.from_rating.button(Rating.NEUTRAL).click()
    details.to_rating.button(Rating.MAGICAL).click()
    assert "from Neutral to Magical" in card.faces.accessibleName()
    with pytest.raises(KeyError):
        details.to_rating.button(Rating.MISERABLE)
    details.state.button(ActionState.DONE).click()
    changed = stand.actions("rings")[0]
    assert (changed.from_rating, changed.to_rating) == (Rating.NEUTRAL, Rating.MAGICAL)
    assert (changed.state, changed.done_on) == (ActionState.DONE, date(2026, 11, 23))
    assert card.state.text() == "Done"
    details.state.button(ActionState.DONE).click()  # again changes nothing
    assert stand.actions("rings")[0].state is ActionState.DONE
    stand.document.undo()
    assert stand.actions("rings")[0].done_on is None
    assert card.state.text() == ""


def test_delete(stand: Stand, planned: ActionsBody) -> None:
    card = cards(planned)[0]
    card.more_button.click()
    card.details.delete_button.click()
    assert stand.actions("rings") == []
    assert cards(planned) == []
    stand.document.undo()
    assert [one.text.text() for one in cards(planned)] == ["laminate the list"]


def test_aims_follow_the_rating(stand: Stand, planned: ActionsBody) -> None:
    stand.page.rating.button(Rating.NEUTRAL).click()
    with pytest.raises(KeyError):
        planned.add.aim_button(Rating.NEUTRAL)
    assert planned.add.aim_button(Rating.MAGICAL)
