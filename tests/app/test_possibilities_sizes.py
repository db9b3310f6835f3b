"""The cards of possibilities, measured: on a small laptop, and on panels that people stand at."""

import pytest
from PySide6.QtCore import QPoint

from motwall.app.shell import Shell
from motwall.model.edits.ideas import add_idea
from motwall.model.priorities import priorities
from motwall.model.records import IdeaKind
from motwall.ui.full_card import FullCard
from motwall.ui.possibilities.collect_card import CollectCard
from motwall.ui.possibilities.sift_card import SiftCard
from motwall.ui.wall_page import WallPage
from tests.app.controls import controls
from tests.app.made_walls import of_template, open_copy
from tests.app.on_page import run
from tests.app.test_desk_sizes import LEAST, settle
from tests.app.test_room_sizes import PANELS, Panel, check
from tests.factories import an_id

CARDS = ("collect_ideas", "sift_ideas")
BLOCKER_ID = an_id(0xB10C)


def shop(shell: Shell, width: int, height: int) -> WallPage:
    shell.window.resize(width, height)
    page = open_copy(shell, of_template("shop"))
    store = page.document.store
    first = priorities(store)[0].id
    blocker = add_idea(store, first, "too dear", BLOCKER_ID, None, "", IdeaKind.BLOCKER)
    page.document.push(blocker)
    return page


def with_all_that_can_come(page: WallPage, name: str) -> FullCard:
    """Open a card with all of its controls to be seen."""
    run(page, name)
    card = page.cards.current
    if isinstance(card, CollectCard):
        card.list.choose(BLOCKER_ID)
        card._on_nudged("What is the daftest thing that could work?")
        assert card.why_not.turn_button.isVisible()
    else:
        assert isinstance(card, SiftCard)
        card.list.choose(card.model.ids[0])
        card.picture.cell_opened.emit(None)
        assert card.cell_chip.isVisible()
    settle()
    return card


def test_on_a_laptop(shell: Shell) -> None:
    page = shop(shell, 1280, 720)
    for name in CARDS:
        card = with_all_that_can_come(page, name)
        found = [one for one in controls(page) if one.widget and card.isAncestorOf(one.widget)]
        assert len(found) >= 7
        for one in found:
            assert one.widget is not None
            assert min(one.rect.width(), one.rect.height()) >= LEAST, one.name
            assert one.is_whole, one.name
            assert card.rect().contains(
                one.widget.geometry().translated(one.widget.parentWidget().mapTo(card, QPoint()))
            ), one.name
            assert one.rect.width() >= one.widget.minimumSizeHint().width(), one.name


#: The largest and the lowest.
@pytest.mark.parametrize("panel", [*PANELS.values()][::3], ids=[*PANELS][::3])
def test_on_a_panel(shell: Shell, panel: Panel) -> None:
    page = shop(shell, panel.width, panel.height)
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    for name in CARDS:
        card = with_all_that_can_come(page, name)
        assert check(page, panel, name, [card]) >= 7


def test_above_the_keys_of_a_small_panel_less_is_said(shell: Shell) -> None:
    panel = PANELS["43 inch, 1280 x 720 at 150 %"]
    page = shop(shell, panel.width, panel.height)
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    run(page, "collect_ideas")
    card = page.cards.current
    assert isinstance(card, CollectCard)
    settle()
    assert "nobody runs one down" in card.rule.text()
    card.resize(card.width(), card.height() * 2 // 3)
    assert card.rule.text() == "Every idea goes up, the daft ones too."
    assert not card.says_more.isVisible()
    card.resize(card.width(), card.height() * 2)
    assert "They expect" in card.says_more.text()
