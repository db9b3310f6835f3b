"""The buttons of the panel that lead to the cards about the selected moment."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from motwall.model.records import Moment
from motwall.ui.method_cards import card_kinds
from motwall.ui.wall_page import WallPage

OF_MOMENT = [one.name for one in card_kinds() if one.is_of_moment]


@pytest.mark.parametrize("name", OF_MOMENT)
def test_it_opens_the_card(page: WallPage, name: str) -> None:
    page.selection.set([page.document.store.all(Moment)[1].id])
    button = page.panel.moment_tab.page.further.buttons[name]
    page.panel.moment_tab.page.ensureWidgetVisible(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    card = page.cards.current
    assert card is not None
    assert type(card).__module__ == next(one.module for one in card_kinds() if one.name == name)
    words = f"{card.title.text()} {card.says_more.text()}"
    assert "Comes in" in words


def test_it_is_for_one_moment(page: WallPage) -> None:
    page.show_panel()
    page.selection.set([one.id for one in page.document.store.all(Moment)])
    assert page.panel.moment_tab.page.further.isHidden()


def test_a_long_hint_makes_room_for_the_buttons(page: WallPage) -> None:
    page.window().resize(1280, 720)
    page.set_phase(page.phase.IDEAS_AND_ACTIONS)
    page.window().repaint()
    assert page.window().minimumSizeHint().width() <= 1280
    assert page.hint.toolTip() == page.hint.text()
