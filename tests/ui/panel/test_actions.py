from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
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
    assert [(one.owner, one.due, one.to_rating) for one in made] == [("", None, Rating.NEUTRAL)] * 2
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


LINE = "Answer within four rings, Tom, 15 June"


@pytest.mark.parametrize("way", ["enter", "leave"])
def test_a_line_alone_says_what_who_and_when(
    stand: Stand, planned: ActionsBody, way: str, qtbot: QtBot
) -> None:
    stand.type(planned.add.line, LINE)
    if way == "enter":
        stand.keys("\n")
    else:
        stand.leave()
    made = stand.actions("rings")[1]
    assert (made.text, made.owner) == ("Answer within four rings", "Tom")
    assert made.due == date(2027, 6, 15)
    card = cards(planned)[-1]
    assert card.owner.text() == "Tom"
    assert card.due.editor.text() == "Tue 15 Jun 2027"
    stand.document.undo()
    assert len(stand.actions("rings")) == 1


@pytest.mark.parametrize("box", ["who", "when", "unread when"])
def test_what_stands_in_the_boxes_wins(stand: Stand, planned: ActionsBody, box: str) -> None:
    add = planned.add
    stand.type(add.line, LINE)
    if box == "who":
        stand.type(add.owner, "Bo")
    else:
        stand.type(add.due.editor, "fri" if box == "when" else "soon")
    stand.leave()
    made = stand.actions("rings")[1]
    assert made.text == LINE
    assert made.owner == ("Bo" if box == "who" else "")
    assert made.due == (date(2026, 11, 27) if box == "when" else None)


def test_a_comma_is_just_a_comma(stand: Stand, planned: ActionsBody) -> None:
    stand.type(planned.add.line, "buy a bell, a lamp, and a mat\n")
    made = stand.actions("rings")[1]
    assert (made.text, made.owner, made.due) == ("buy a bell, a lamp, and a mat", "", None)


# The offscreen platform says so of every popup.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_calendar_does_not_end_the_line(stand: Stand, planned: ActionsBody) -> None:
    add = planned.add
    stand.type(add.line, "buy a bell")
    add.due.editor.setFocus()
    add.due.button.click()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert len(stand.actions("rings")) == 1
    assert add.line.text() == "buy a bell"
    add.due.pick(date(2027, 5, 26))
    popup.close()
    stand.window.activateWindow()
    QApplication.processEvents()
    stand.leave()
    assert [one.due for one in stand.actions("rings")[1:]] == [date(2027, 5, 26)]


def click_where(stand: Stand, owner: QWidget, at: QPoint) -> None:
    """Click on whatever is at a place of the window now; it should be the owner's box."""
    hit = stand.window.childAt(at)
    assert hit is not None
    QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(stand.window, at))
    assert QApplication.focusWidget() is owner


def middle_of(stand: Stand, widget: QWidget) -> QPoint:
    return widget.mapTo(stand.window, widget.rect().center())


@pytest.mark.parametrize("place", ["card", "line"])
def test_who_and_when_keep_their_place_when_the_text_gets_shorter(
    stand: Stand, planned: ActionsBody, place: str, qtbot: QtBot
) -> None:
    whole = "answer the phone within four rings, or ask Tom to do so"
    stand.type(planned.add.line, whole + ("\n" if place == "card" else ""))
    text = cards(planned)[-1].text if place == "card" else planned.add.line
    owner = cards(planned)[-1].owner if place == "card" else planned.add.owner
    text.setFocus()
    qtbot.waitUntil(owner.isVisible)
    QApplication.processEvents()
    tall, at = text.height(), middle_of(stand, owner)
    for _ in range(30):
        QTest.keyClick(text, Qt.Key.Key_End)
        QTest.keyClick(text, Qt.Key.Key_Backspace)
    QApplication.processEvents()
    assert text.height() == tall
    click_where(stand, owner, at)
    stand.leave()
    qtbot.waitUntil(lambda: text.height() < tall)
    assert stand.actions("rings")[1].text == whole[:-30].strip()


def test_a_long_name_and_date_fit_into_the_panel(
    stand: Stand, planned: ActionsBody, qtbot: QtBot
) -> None:
    card = cards(planned)[0]
    card.owner.selectAll()
    stand.type(card.owner, "Bartholomew Featherstone")
    card.more_button.click()
    card.details.state.button(ActionState.CHECKED).click()
    stand.type(card.due.editor, "24.5.2028\n")
    stand.leave()
    assert card.due.editor.text() == "Wed 24 May 2028"
    assert card.due.editor.document().lineCount() == 1
    one_line = card.due.editor.height()
    card.due.editor.setFocus()
    qtbot.waitUntil(card.due.button.isVisible)
    QApplication.processEvents()
    assert card.due.editor.height() == one_line
    page = stand.page.widget()
    assert page is not None
    assert page.width() == stand.page.viewport().width()
    assert card.mapTo(page, card.rect().bottomRight()).x() < page.width()


def test_enter_in_when_goes_on_to_another_action(stand: Stand, planned: ActionsBody) -> None:
    card = cards(planned)[0]
    stand.type(card.due.editor, "soon\n")
    assert QApplication.focusWidget() is card.due.editor
    assert card.due.editor.property("invalid")
    card.due.editor.selectAll()
    stand.keys("15 june\n")
    assert QApplication.focusWidget() is planned.add.line
    assert card.due.editor.text() == "Tue 15 Jun 2027"
    assert stand.actions("rings")[0].due == date(2027, 6, 15)


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
