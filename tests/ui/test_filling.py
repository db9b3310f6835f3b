"""Tests of the window that fills a large screen while it is in Room."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from motwall.model.screen import Screen
from motwall.ui.filling import Filling

PANEL = Screen("panel", 1920, 1080, 1.0, (1428.0, 803.0))
LAPTOP = Screen("laptop", 1366, 768, 1.0, (309.0, 174.0))


def test_a_panel_is_filled_in_room_alone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    filling = Filling(window)
    filling.screen = lambda: PANEL
    filling.follow(is_room=False)
    assert not window.isFullScreen()
    filling.follow(is_room=True)
    filling.follow(is_room=True)
    assert window.isFullScreen()
    filling.follow(is_room=False)
    assert not window.isFullScreen()


def test_what_was_full_before_stays_full(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showFullScreen()
    filling = Filling(window)
    filling.screen = lambda: PANEL
    filling.follow(is_room=True)
    filling.follow(is_room=False)
    assert window.isFullScreen()


def test_the_screen_of_a_laptop_is_not_filled(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    filling = Filling(window)
    filling.screen = lambda: LAPTOP
    filling.follow(is_room=True)
    assert not window.isFullScreen()


def test_what_people_say_of_a_screen_counts_for_more(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    said: dict[str, float] = {}
    filling = Filling(window)
    filling.screen = lambda: PANEL._replace(says=(0.0, 0.0))
    filling.inches = said.get
    filling.follow(is_room=True)
    assert not window.isFullScreen()
    said["panel"] = 65.0
    filling.follow(is_room=True)
    assert window.isFullScreen()
    filling.follow(is_room=False)
    filling.screen = lambda: PANEL
    said["panel"] = 24.0
    filling.follow(is_room=True)
    assert not window.isFullScreen()
