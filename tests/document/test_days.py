"""Another day begins: said once, at midnight, and not before."""

from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from motwall.document.days import Days
from tests.document.conftest import Desk
from tests.factories import FakeClock


def test_midnight_is_waited_for_and_said_once(qapp: QApplication) -> None:
    clock, told = FakeClock(datetime(2026, 11, 23, 23, 59, 50).astimezone()), []
    days = Days(clock, parent := QObject())
    days.changed.connect(lambda: told.append(clock.today().day))
    assert days.wait == 11
    clock.advance(seconds=5)
    days.look()
    assert told == []
    clock.advance(seconds=6)
    days.look()
    days.look()
    assert told == [24]
    assert days.wait == 3600, "whoever slept meanwhile hears of it within the hour"
    clock.advance(days=-1)
    days.look()
    assert told == [24, 23], "a clock that was set back"
    parent.deleteLater()


def test_a_document_has_one_of_them(qapp: QApplication, desk: Desk) -> None:
    assert desk.document.days is desk.document.days
