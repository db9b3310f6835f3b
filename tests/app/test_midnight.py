"""Another day begins while the wall is open: what is overdue now says so, without any edit."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from motwall.model.action_list import Due
from motwall.model.edits.actions import add_action
from motwall.model.records import PlannedAction
from motwall.ui.action_list.card import ActionListCard
from motwall.ui.panel.action_card import ActionCard
from motwall.ui.wall_page import WallPage
from tests.app.on_page import moment, run, select
from tests.factories import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def add(page: WallPage, about: str, text: str, days: int) -> None:
    document = page.document
    due, new_id = document.clock.today() + timedelta(days=days), document.clock.new_id()
    document.push(add_action(document.store, moment(page, about).id, text, new_id, due=due))


def texts(card: ActionListCard) -> list[str]:
    shown = (card.model.action(row) for row in range(card.model.rowCount()))
    return [one.text for one in shown if isinstance(one, PlannedAction)]


def test_note_panel_and_list_follow_the_day(page: WallPage, clock: FakeClock) -> None:
    add(page, "Rings", "call back", 0)
    add(page, "Pays", "count twice", 1)
    select(page, "Rings")
    page.show_panel()
    QApplication.processEvents()
    rings, pays = (page.scene.note(moment(page, one).id) for one in ("Rings", "Pays"))
    assert rings is not None
    assert pays is not None
    (row,) = page.panel.moment_tab.page.planned.list.rows.values()
    assert isinstance(row, ActionCard)
    run(page, "action_list")
    card = page.cards.current
    assert isinstance(card, ActionListCard)
    card.filters.dues[Due.THIS_WEEK].click()
    assert "overdue" not in card.says_more.text()
    clock.advance(hours=23)
    page.document.days.look()
    assert rings.look.is_overdue
    assert not pays.look.is_overdue
    assert "Its day has passed." in row.says.text()
    assert "1 overdue" in card.says_more.text()
    assert texts(card) == ["call back", "count twice"], "what is looked at stays"
    card.filters.dues[Due.OVERDUE].click()
    assert texts(card) == ["call back"]
    clock.advance(hours=23)
    page.document.days.look()
    assert texts(card) == ["call back", "count twice"], "what is like it only now comes"
    assert pays.look.is_overdue
    for name in ("sessions", "ladder", "closing", "measures"):
        run(page, name)
        clock.advance(days=1)
        page.document.days.look()
        assert page.cards.current_name == name
