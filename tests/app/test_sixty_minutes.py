"""An hour from welcome to handout: eight people at the panel, one who leads, a plan of one hour.

With `MOTWALL_SHOTS=<folder>` in the environment a picture of the room's window is kept at each
step, to be looked at; `QT_SCALE_FACTOR=2` makes them 3840 x 2160.
"""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.app.application import make_shell
from motwall.app.places import Places
from motwall.model.journal import EntryKind
from motwall.model.records import Moment, Session
from motwall.paint.tokens import LIGHT
from motwall.ui.facilitator.rules_card import RulesCard
from motwall.ui.theme import apply_theme
from motwall.ui.workshop.plan_card import PlanCard
from tests.app.workshop_first_half import colour, post_its, priorities, welcome
from tests.app.workshop_people import People, eight_people
from tests.app.workshop_second_half import (
    actions,
    ask_for_handout,
    assess,
    close,
    handout,
    possibilities,
    present,
    too_late,
)
from tests.factories import FakeClock

#: On the wall in the end.
NOTES = 13


@pytest.fixture
def people(qtbot: QtBot, qapp: QApplication, places: Places) -> Iterator[People]:
    """Eight people before an empty wall, at nine o'clock."""
    apply_theme(qapp, LIGHT)
    time = FakeClock()
    shell = make_shell(LIGHT, places, time)
    shell.window.resize(1920, 1080)
    shell.window.show()
    qtbot.waitExposed(shell.window)
    yield from eight_people(shell, time)
    shell.close_wall()
    shell.window.close()
    shell.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_an_hour_from_welcome_to_handout(people: People) -> None:
    begin(people)
    welcome(people)
    post_its(people)
    colour(people)
    priorities(people)
    assess(people)
    too_late(people)
    possibilities(people)
    actions(people)
    close(people)
    ask_for_handout(people)
    present(people)
    handout(people)
    as_it_was(people)


def begin(people: People) -> None:
    """What the wall is about, and the plan of one hour."""
    people.tool("more")
    people.press(people.menu(), "This wall…", "Title")
    people.write("Bakery")
    assert people.store.wall.title == "Bakery"
    card = people.open("Run a workshop", PlanCard)
    people.tap(card.draft_pane.choice.buttons["one-hour"])
    people.shoot("plan")
    people.tap(card.begin)
    assert people.card(RulesCard).isVisible(), "what three minutes of welcome are done on"
    assert sum(one.minutes for one in people.run.items) == 60
    assert people.header() == ("", "Welcome", "03:00")


def as_it_was(people: People) -> None:
    """Closed and opened again: the same wall, and all that was done in its journal."""
    people.check()
    journal_leads_back(people)
    before = {one.id: one for one in people.store.everything()}
    people.reopen()
    assert {one.id: one for one in people.store.everything()} == before
    people.check()
    people.shoot("reopened")


def journal_leads_back(people: People) -> None:
    """Every step of the hour is there: taken back one by one they lead to the empty wall."""
    headers = people.page.document._writer.headers()
    assert {EntryKind.EDIT, EntryKind.CLOCK, EntryKind.UNDO, EntryKind.REDO} <= {
        one.kind for one in headers
    }
    start = people.time.now() - timedelta(hours=1)
    assert all(start <= one.at <= people.time.now() for one in headers)
    walk = people.page.document.past.as_of(headers[0].id)
    try:
        while True:
            next(walk)
    except StopIteration as end:
        then = end.value
    assert not then.all(Moment)
    assert not then.all(Session)
    assert people.store.count(Moment) == NOTES
