"""The pages of the card of sessions, measured: on a small laptop and on panels in Room."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.records import Session
from motwall.model.sessions import sessions_in_order
from motwall.ui.sessions.card import SessionsCard
from motwall.ui.wall_page import WallPage
from tests.app.controls import controls
from tests.app.made_walls import of_template, open_copy
from tests.app.test_desk_sizes import LEAST, settle
from tests.app.test_room_sizes import PANELS, Panel, check
from tests.app.test_sessions_card import begin, open_card


def pages(qtbot: QtBot, page: WallPage) -> Iterator[tuple[str, SessionsCard]]:
    """Every page of the card, with all that can be on it, one after the other."""
    begin(page)
    card = open_card(page)
    meetings = card.meetings
    row = next(iter(meetings.meeting.coming_back.agreed.list.rows.values()))
    row.check.click()
    settle()
    yield "meeting, proof asked", card
    first: Session = sessions_in_order(page.document.store)[0]
    meetings.choose(first.id)
    settle()
    yield "an ended meeting", card
    for shown, name in ((card.then_now, "then and now"), (card.happened, "what happened")):
        card.turn_to(shown)
        settle()
        yield name, card
    card.happened.as_of_wanted.emit(
        page.document.past.rows(None, 1)[0].header.id, "now", date(2026, 11, 23)
    )
    qtbot.waitUntil(lambda: card.as_of.view is not None)
    settle()
    yield "as it was", card


def test_on_a_laptop(qtbot: QtBot, shell: Shell) -> None:
    shell.window.resize(1280, 720)
    page = open_copy(shell, of_template("shop"))
    for name, card in pages(qtbot, page):
        found = [one for one in controls(page) if one.widget and card.isAncestorOf(one.widget)]
        assert len(found) >= 4, name
        for one in found:
            assert one.widget is not None
            size = min(one.rect.width(), one.rect.height())
            assert size >= LEAST, f"{name}: {one.name}"
            if isinstance(one.widget, QPushButton):
                least = one.widget.minimumSizeHint().width()
                assert one.rect.width() >= least, f"{name}: {one.name}"
            # To the right nothing scrolls.
            assert one.seen.width() == one.rect.width(), f"{name}: {one.name}"


#: The largest and the lowest.
@pytest.mark.parametrize("panel", [*PANELS.values()][::3], ids=[*PANELS][::3])
def test_on_a_panel(qtbot: QtBot, shell: Shell, panel: Panel) -> None:
    shell.window.resize(panel.width, panel.height)
    page = open_copy(shell, of_template("shop"))
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    for name, card in pages(qtbot, page):
        assert check(page, panel, name, [card]) >= 4
