"""Tests of the presses of a double click that meant one thing."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from motwall.ui.one_press import OnePress

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

QUICK, SLOW = 120, 2_000
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class Foot:
    """Buttons at the same place, one of them seen, and a mouse that clicks there."""

    def __init__(self, qtbot: QtBot, *names: str, once: str = "") -> None:
        self.box = QWidget()
        qtbot.addWidget(self.box)
        row = QHBoxLayout(self.box)
        self.said: list[str] = []
        self.buttons: dict[str, QPushButton] = {}
        one_press = OnePress(self.box)
        for name in names:
            button = QPushButton(name)
            button.clicked.connect(lambda _=False, at=button: self.said.append(at.text()))
            row.addWidget(button)
            button.setVisible(not self.buttons)
            self.buttons[name] = button
            one_press.watch(button, is_once=name == once)
        self.box.show()
        self.stamp = 10_000

    def click(
        self, name: str, after: int, kind: QEvent.Type = QEvent.Type.MouseButtonPress
    ) -> None:
        """Click some ms after the last click, always at the same place of the screen."""
        self.stamp += after
        button = self.buttons[name]
        at, here = QPointF(500.0, 500.0), QPointF(button.rect().center())
        plain = Qt.KeyboardModifier.NoModifier
        for one, held in ((kind, LEFT), (QEvent.Type.MouseButtonRelease, NONE)):
            event = QMouseEvent(one, here, at, LEFT, held, plain)
            event.setTimestamp(self.stamp)
            QApplication.sendEvent(button, event)

    def swap(self, old: str, new: str) -> None:
        """The first click has brought another button."""
        self.buttons[old].hide()
        self.buttons[new].show()


DOUBLE = QEvent.Type.MouseButtonDblClick


def test_the_second_press_does_not_fall_on_what_the_first_brought(qtbot: QtBot) -> None:
    foot = Foot(qtbot, "Show the result", "Make these the priorities", "Vote again")
    foot.click("Show the result", SLOW)
    foot.swap("Show the result", "Make these the priorities")
    foot.click("Make these the priorities", QUICK, DOUBLE)
    foot.swap("Make these the priorities", "Vote again")
    foot.click("Vote again", QUICK)
    assert foot.said == ["Show the result"], "nor does a third"
    foot.click("Vote again", SLOW)
    assert foot.said == ["Show the result", "Vote again"], "who has read it means it"


def test_nor_on_a_button_that_says_something_else_by_now(qtbot: QtBot) -> None:
    foot = Foot(qtbot, "Begin")
    foot.click("Begin", SLOW)
    foot.buttons["Begin"].setText("End")
    foot.click("Begin", QUICK, DOUBLE)
    assert foot.said == ["Begin"]


def test_a_button_that_stays_the_same_is_clicked_as_fast_as_one_likes(qtbot: QtBot) -> None:
    foot = Foot(qtbot, "Next", "Next person", once="Next person")
    foot.click("Next", SLOW)
    foot.click("Next", QUICK, DOUBLE)
    foot.click("Next", QUICK)
    assert foot.said == ["Next", "Next", "Next"]
    foot.click("Next person", SLOW)
    foot.click("Next person", QUICK, DOUBLE)
    assert foot.said[3:] == ["Next person"], "nobody's turn is skipped"
