"""Ladders and measures in Room: everything to touch is large enough, apart and within reach."""

import pytest
from PySide6.QtWidgets import QScrollArea

from motwall.app.shell import Shell
from motwall.model.records import Ladder, Measure, Moment
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_template, open_copy
from tests.app.on_page import run
from tests.app.test_room_sizes import PANELS, Panel, check, scrolled, settle

#: A large panel and the smallest.
TRIED = (0, -1)


@pytest.fixture(params=[list(PANELS.values())[one] for one in TRIED], ids=["large", "small"])
def panel(request: pytest.FixtureRequest) -> Panel:
    found: Panel = request.param
    return found


@pytest.fixture
def page(shell: Shell, panel: Panel) -> WallPage:
    """The corner shop in Room."""
    shell.window.resize(panel.width, panel.height)
    page = open_copy(shell, of_template("shop"))
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    settle()
    return page


def test_ladders_and_measures(page: WallPage, panel: Panel) -> None:
    store = page.document.store
    owners = {store.all(Ladder)[0].moment_id, store.all(Measure)[0].moment_id}
    (busy,) = {one for one in owners if one is not None}
    for moment_id, least in ((busy, 12), (_without(page, busy), 3)):
        page.selection.set([moment_id])
        for name in ("ladder", "measures"):
            run(page, name)
            card = page.cards.current
            assert card is not None
            seen = check(page, panel, name, [card])
            for area in [one for one in card.findChildren(QScrollArea) if one.isVisible()]:
                for value in scrolled(area.verticalScrollBar()):
                    shown = f"{name}, scrolled to {value}"
                    seen = max(seen, check(page, panel, shown, [card]))
            assert seen >= least, name


def _without(page: WallPage, busy: str) -> str:
    """A moment that has neither."""
    moments = page.document.store.all(Moment)
    return next(one.id for one in moments if one.id != busy)
