"""The workshop's plan, strip, band and posts, measured: on a small laptop and on panels."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from motwall.app.shell import Shell
from motwall.ui.method_cards import card_kinds
from motwall.ui.wall_page import WallPage
from motwall.ui.workshop.plan_card import PlanCard
from tests.app.controls import controls
from tests.app.made_walls import of_template, open_copy
from tests.app.on_page import run
from tests.app.test_desk_sizes import LEAST
from tests.app.test_desk_sizes import settle as settle_desk
from tests.app.test_room_sizes import PANELS, Panel, check, scrolled, settle

LONG = "Walk through the shop with a child in tow, both hands full, and say nothing"


def begun(page: WallPage) -> None:
    """A workshop with a long name for what comes next, whose time is up."""
    run(page, "plan")
    card = page.cards.current
    assert isinstance(card, PlanCard)
    card.draft_pane.adding.line.setText(LONG)
    card.draft_pane.adding.button.click()
    for key in list(card.draft_pane.parts.rows)[2:-2]:
        card.draft_pane.parts.rows[key].leave_out.click()
    card.begin.click()
    workshop = page.document.workshop
    workshop.go_on()
    workshop.go_on()
    workshop._up_id = workshop.items[2].id
    workshop.give(-500)
    assert page.workshop is not None
    assert page.workshop.notice.text


def held(one: QWidget, card: QWidget) -> bool:
    return card.rect().contains(one.rect().translated(one.mapTo(card, QPoint())))


def test_on_a_laptop(shell: Shell) -> None:
    shell.window.resize(1280, 720)
    page = open_copy(shell, of_template("shop"))
    run(page, "plan")
    settle_desk()
    bars = check_laptop(page)
    assert bars >= 9 * 6 + 10
    begun(page)
    assert page.workshop is not None
    settle_desk()
    assert page.width() == 1280
    assert check_laptop(page) >= 7 + 10
    shell.window.resize(1280, 720)
    # One of them fills the screen instead.
    for kind in [one for one in card_kinds() if one.name != "present"]:
        run(page, kind.name)
        settle_desk()
        card = page.cards.current
        assert card is not None
        assert held(card.back, page), kind.name
        assert (page.window().width(), page.window().height()) == (1280, 720), kind.name


def check_laptop(page: WallPage) -> int:
    found = [one for one in controls(page) if one.widget is not None]
    for one in found:
        if one.widget is not None and not one.seen.isEmpty():
            assert min(one.rect.width(), one.rect.height()) >= LEAST, one.name
            assert held(one.widget, page.window()), one.name
    return len(found)


@pytest.mark.parametrize("panel", [*PANELS.values()][::3], ids=[*PANELS][::3])
def test_on_a_panel(shell: Shell, panel: Panel) -> None:
    shell.window.resize(panel.width, panel.height)
    page = open_copy(shell, of_template("shop"))
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    settle()
    run(page, "plan")
    settle()
    walk(page, panel, "draft")
    begun(page)
    settle()
    room = page.room_mode.room
    assert room is not None
    assert page.workshop is not None
    assert check(page, panel, "bars", [room.band, page.workshop.notice]) >= 24 + 3
    run(page, "plan")
    settle()
    walk(page, panel, "agenda")


def walk(page: WallPage, panel: Panel, name: str) -> None:
    card = page.cards.current
    assert card is not None
    check(page, panel, name, [card])
    for area in [one for one in card.findChildren(QScrollArea) if one.isVisible()]:
        for value in scrolled(area.verticalScrollBar()):
            check(page, panel, f"{name}, scrolled to {value}", [card])
