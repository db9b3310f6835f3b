"""Widgets one after the other, as many in a row as fit."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motwall.ui.flow import FlowBox


def test_a_widget_that_is_larger_than_its_hint_keeps_its_distance(qtbot: QtBot) -> None:
    flow = FlowBox(6)
    qtbot.addWidget(flow)
    flow.resize(120, 400)
    first, second = QPushButton("a"), QPushButton("b")
    first.setMinimumSize(100, 90)
    flow.set_widgets([first, second])
    assert first.geometry().size() == first.minimumSize()
    assert second.geometry().top() - first.geometry().bottom() - 1 == 6
