from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from motwall.model.phases import Phase
from motwall.ui.panel.action_card import ActionCard
from tests.ui.panel.conftest import Stand


def card(stand: Stand) -> ActionCard:
    stand.panel.set_phase(Phase.IDEAS_AND_ACTIONS)
    stand.select("rings")
    return next(iter(stand.page.planned.list.rows.values()))


def due(stand: Stand) -> date | None:
    return stand.actions("rings")[0].due


def test_a_date_is_typed_as_people_say_it_and_shown_in_full_on_leaving(stand: Stand) -> None:
    field = card(stand).due
    stand.type(field.editor, "27 nov")
    field.flush()
    assert due(stand) == date(2026, 11, 27)
    assert field.editor.text() == "27 nov"  # not while one types
    stand.leave()
    assert field.editor.text() == "Fri 27 Nov"


def test_a_shown_date_is_not_changed_by_a_visit(stand: Stand) -> None:
    field = card(stand).due
    stand.type(field.editor, "2020-03-01")
    stand.leave()
    assert field.editor.text() == "Sun 1 Mar 2020"
    field.editor.setFocus()
    stand.leave()
    assert due(stand) == date(2020, 3, 1)


def test_what_is_no_date_stays_to_be_mended(stand: Stand) -> None:
    field = card(stand).due
    stand.type(field.editor, "soon")
    assert not field.editor.property("invalid")
    stand.leave()
    assert due(stand) is None
    assert field.editor.text() == "soon"
    assert field.editor.property("invalid")
    field.editor.selectAll()
    stand.type(field.editor, "+2w")
    stand.leave()
    assert due(stand) == date(2026, 12, 7)
    assert not field.editor.property("invalid")


def test_an_emptied_date_is_no_date(stand: Stand) -> None:
    field = card(stand).due
    stand.type(field.editor, "fri")
    stand.leave()
    field.editor.selectAll()
    stand.type(field.editor, " ")
    stand.leave()
    assert due(stand) is None
    assert field.editor.text() == ""


def test_undo_brings_the_date_back(stand: Stand) -> None:
    field = card(stand).due
    stand.type(field.editor, "fri")
    stand.leave()
    stand.document.undo()
    assert due(stand) is None
    assert field.editor.text() == ""


# The offscreen platform says so of every popup.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_day_of_the_calendar_is_committed_at_once(stand: Stand, qtbot: QtBot) -> None:
    field = card(stand).due
    field.editor.setFocus()
    qtbot.waitUntil(field.button.isVisible)
    field.button.click()
    calendar = QApplication.activePopupWidget().findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate().toPython() == date(2026, 11, 23)
    QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Right)
    QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Return)
    assert due(stand) == date(2026, 11, 24)
    assert QApplication.activePopupWidget() is None
