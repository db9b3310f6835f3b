from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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
    assert stand.actions("rings")[1].text == "ring the baker (soon)"
    stand.type(add.owner, "Bo")
    stand.select("sign")
    assert stand.actions("rings")[2].owner == "Bo"
    assert add.owner.text() == ""
    assert stand.actions("sign") == []


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
