"""Questions, observations and the grid, measured: on a small laptop, and on panels."""

import pytest
from PySide6.QtWidgets import QScrollBar, QWidget

from motwall.app.shell import Shell
from motwall.model.edits.observations import Seen, add_observation
from motwall.model.priorities import priorities
from motwall.model.records import Rating
from motwall.ui.full_card import FullCard
from motwall.ui.grid.card import GridCard
from motwall.ui.grid.grid_model import GridColumn
from motwall.ui.wall_page import WallPage
from tests.app.controls import controls
from tests.app.made_walls import of_template, open_copy
from tests.app.on_page import run
from tests.app.test_desk_sizes import LEAST, _has_room, _scrolls, settle
from tests.app.test_room_sizes import PANELS, Panel, check
from tests.factories import an_id

CARDS = ("questions", "observations", "grid")


def shop(shell: Shell, width: int, height: int) -> WallPage:
    shell.window.resize(width, height)
    page = open_copy(shell, of_template("shop"))
    document = page.document
    first = priorities(document.store)[0].id
    seen = Seen(observed_on=document.clock.today(), rating=Rating.MAGICAL)
    document.push(add_observation(document.store, first, seen, an_id(0x5EE)))
    page.selection.set([first])
    return page


def bars(card: QWidget) -> list[QScrollBar]:
    return [one for one in card.findChildren(QScrollBar) if one.isVisible() and one.maximum()]


def opened(page: WallPage, name: str) -> FullCard:
    run(page, name)
    card = page.cards.current
    assert card is not None
    if isinstance(card, GridCard):
        card.coverage_button.click()
        settle()
        card.view.edit(card.model.index(card.view.currentIndex().row(), GridColumn.ANSWER))
    settle()
    return card


def check_desk(page: WallPage, card: FullCard) -> None:
    settle()
    found = [one for one in controls(page) if one.widget and card.isAncestorOf(one.widget)]
    assert len(found) >= 5
    for one in found:
        assert min(one.rect.width(), one.rect.height()) >= LEAST, one.name
        assert one.is_whole or _scrolls(one), one.name
        assert _has_room(one), one.name
        assert card.geometry().translated(page.pos()).contains(one.seen.toRect()), one.name


def test_on_a_laptop(shell: Shell) -> None:
    page = shop(shell, 1280, 720)
    for name in CARDS:
        card = opened(page, name)
        check_desk(page, card)
        for bar in bars(card):
            bar.setValue(bar.maximum())
        check_desk(page, card)


#: The largest and the lowest.
@pytest.mark.parametrize("panel", [*PANELS.values()][::3], ids=[*PANELS][::3])
def test_on_a_panel(shell: Shell, panel: Panel) -> None:
    page = shop(shell, panel.width, panel.height)
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    for name in CARDS:
        card = opened(page, name)
        assert check(page, panel, name, [card]) >= 5
        for bar in bars(card):
            bar.setValue(bar.maximum())
        assert check(page, panel, f"{name}, below", [card]) >= 5
