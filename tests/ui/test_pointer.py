"""Tests of what hears the clicks in a window in Room."""

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow
from pytestqt.qtbot import QtBot

from motwall.ui.room.pointer import Pointer


def test_a_window_that_is_gone_is_not_heard(qtbot: QtBot) -> None:
    """While a window closes its fields still lose the keyboard one by one."""
    assert qtbot is not None
    window, parent = QWindow(), QObject()
    pointer = Pointer(parent)
    pointer.hear(window)
    assert pointer.is_hearing
    shiboken6.delete(window)
    pointer.stop()
    pointer.hear(window)
    assert not pointer.is_hearing
