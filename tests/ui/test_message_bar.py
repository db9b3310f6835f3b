"""What is said over the wall: it stays until it is dealt with, unless there is nothing to do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from motwall.ui.message_bar import TOAST_MS, MessageBar


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[MessageBar]:
    """In a window with something else to be in."""
    window = QWidget()
    qtbot.addWidget(window)
    made = MessageBar()
    made.setParent(window)
    elsewhere = QPushButton("Elsewhere", window)
    elsewhere.setObjectName("elsewhere")
    elsewhere.move(0, 100)
    elsewhere.setFocus()
    QCursor.setPos(window.mapToGlobal(QPoint(300, 190)))
    window.resize(600, 200)
    made.resize(600, 48)
    window.show()
    yield made
    window.close()


def let_time_pass(bar: MessageBar) -> None:
    """As if its ten seconds were over; nothing happens if it does not count them."""
    if bar._passing.isActive():
        assert bar._passing.interval() == TOAST_MS
        bar._passing.timeout.emit()


def test_what_is_only_told_goes_by_itself(bar: MessageBar) -> None:
    bar.say("out.pdf is saved.", [("Open it", print)], is_passing=True)
    assert bar.text == "out.pdf is saved."
    let_time_pass(bar)
    assert bar.text == ""


def test_an_error_stays_even_if_it_comes_over_something_told(bar: MessageBar) -> None:
    bar.say("out.pdf is saved.", is_passing=True)
    bar.say("The disk is full.")
    let_time_pass(bar)
    assert bar.text == "The disk is full."


def test_it_does_not_go_from_under_the_keyboard(bar: MessageBar) -> None:
    bar.say("out.pdf is saved.", [("Open it", print)], is_passing=True)
    button = next(one for one in bar.findChildren(QPushButton) if one.text() == "Open it")
    button.setFocus()
    let_time_pass(bar)
    assert bar.text == "out.pdf is saved."
    elsewhere = bar.window().findChild(QPushButton, "elsewhere")
    assert elsewhere is not None
    elsewhere.setFocus()
    let_time_pass(bar)
    assert bar.text == ""


def test_what_lies_over_its_right_end_covers_no_button(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say("out.pdf is saved.", [("Open it", print)])
    bar.keep_right(200)
    buttons = bar.findChildren(QPushButton)
    edge = bar.width() - 200
    qtbot.waitUntil(lambda: all(one.geometry().right() < edge for one in buttons))
    bar.keep_right(0)
    qtbot.waitUntil(lambda: all(one.geometry().right() > edge for one in buttons))
