"""The nudge after a quiet spell, with a clock that stands still until it is told to go."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from motwall.model.diverging import QUIET_SPELL
from motwall.ui.possibilities.quiet_spell import QuietSpell, nudges
from tests.factories import FakeClock

SPELL = QUIET_SPELL.total_seconds()


class Room:
    """A clock, a watch, and what was said."""

    def __init__(self) -> None:
        self.parent = QObject()
        self.clock = FakeClock()
        self.quiet = QuietSpell(self.clock, self.parent)
        self.said: list[str] = []
        self.quiet.nudged.connect(self.said.append)
        self.quiet.heard()

    def wait(self, seconds: float) -> None:
        self.clock.advance(seconds=seconds)
        self.quiet.look()


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room()


def test_a_quiet_spell_is_ended_by_another_question_each_time(room: Room) -> None:
    room.wait(SPELL - 1)
    assert room.said == []
    room.wait(1)
    room.wait(1)
    assert room.said == nudges()[:1]
    room.wait(SPELL)
    assert room.said == nudges()[:2]
    for _ in nudges():
        room.wait(SPELL)
    assert set(room.said) == set(nudges())


def test_an_idea_begins_another_spell(room: Room) -> None:
    room.wait(SPELL - 1)
    room.quiet.heard()
    room.wait(SPELL - 1)
    assert room.said == []
    room.wait(1)
    assert len(room.said) == 1
