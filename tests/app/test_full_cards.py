"""Cards as large as the page: opened, left, in front of everything, the wall out of reach."""

from types import ModuleType

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from motwall.model.records import Moment
from motwall.model.screen import Screen
from motwall.ui import full_cards
from motwall.ui.focus_frame import FocusFrame
from motwall.ui.full_card import FullCard
from motwall.ui.full_cards import CardKind
from motwall.ui.overview import REST_MS
from motwall.ui.wall_page import WallPage

KIND = CardKind("tried", "tried_card", "Try a card")


class TriedCard(FullCard):
    """A card with a line to write in."""

    def __init__(self, page: WallPage) -> None:
        """Lie over a page."""
        super().__init__(page, "Tried")
        self.line = QLineEdit()
        self.column.addWidget(self.line)

    def first_field(self) -> QLineEdit:
        """The line."""
        return self.line


@pytest.fixture
def card(page: WallPage, monkeypatch: pytest.MonkeyPatch) -> TriedCard:
    """The card, open over a wall of three steps."""
    module = ModuleType("tried_card")
    module.make = TriedCard  # type: ignore[attr-defined] # a module made here
    monkeypatch.setattr(full_cards, "import_module", lambda _name: module)
    made = page.cards.open(KIND)
    assert isinstance(made, TriedCard)
    return made


def test_it_covers_wall_and_panel_and_has_the_keyboard(page: WallPage, card: TriedCard) -> None:
    assert page.cards.current is card
    assert card.isVisible()
    assert page.window().focusWidget() is card.line
    for covered in (page.view, page.panel, page.bottom_bar):
        middle = covered.mapTo(page, covered.rect().center())
        child = page.childAt(middle)
        assert child is not None
        assert child is card or card.isAncestorOf(child)
    assert not card.geometry().intersects(page.top_bar.geometry())


def test_it_follows_the_window(qtbot: QtBot, page: WallPage, card: TriedCard) -> None:
    page.window().resize(1400, 900)
    qtbot.waitUntil(lambda: card.geometry() == page.panel_place.row.geometry())


def test_it_covers_them_in_room_and_on_desk_again(page: WallPage, card: TriedCard) -> None:
    page.room_mode.screen = lambda: Screen("panel", 3840, 2160, 2.0)
    page.room_mode.memory.set_inches("panel", 86.0)
    for change in (page.room_mode.enter, page.room_mode.leave):
        change()
        for _ in range(5):
            QApplication.processEvents()
        row = page.panel_place.row.geometry()
        assert card.geometry() == row
        for at in (row.center(), row.topRight() + QPoint(-9, 9), row.bottomRight() - QPoint(9, 9)):
            child = page.childAt(at)
            assert child is not None
            assert child is card or card.isAncestorOf(child)


def test_what_is_behind_it_cannot_be_deleted(page: WallPage, card: TriedCard) -> None:
    page.selection.set([page.document.store.all(Moment)[0].id])
    card.back.setFocus()
    QTest.keyClick(card.back, Qt.Key.Key_Delete)
    assert len(page.document.store.all(Moment)) == 3
    QTest.keyClick(card.back, Qt.Key.Key_Escape)
    assert page.cards.current is None
    assert card.isHidden()
    assert page.window().focusWidget() is page.view
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert len(page.document.store.all(Moment)) == 2


def test_tab_goes_round_within_it(page: WallPage, card: TriedCard) -> None:
    QTest.keyClick(card.line, Qt.Key.Key_Tab)
    assert page.window().focusWidget() is card.back
    QTest.keyClick(card.back, Qt.Key.Key_Tab)
    assert page.window().focusWidget() is card.line
    QTest.keyClick(card.line, Qt.Key.Key_Backtab)
    assert page.window().focusWidget() is card.back


def test_the_button_gives_the_wall_back(page: WallPage, card: TriedCard) -> None:
    QTest.mouseClick(card.back, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert page.cards.current is None


def test_the_wall_has_no_frame_of_keys_where_no_key_brought_one(
    page: WallPage, card: TriedCard
) -> None:
    frame = page.findChild(FocusFrame)
    assert frame is not None
    QTest.mouseClick(card.back, Qt.MouseButton.LeftButton)
    assert page.window().focusWidget() is page.view
    assert frame.isHidden()


def test_a_phase_gives_the_wall_back(page: WallPage, card: TriedCard) -> None:
    QTest.keyClick(card.line, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert page.cards.current is None


def test_a_toast_stays_in_sight(page: WallPage, card: TriedCard) -> None:
    page.toast.say("Heard", None)
    assert page.toast.isVisible()
    assert page.toast.parentWidget() is card
    page.cards.close()
    assert page.toast.isVisible()
    assert page.toast.parentWidget() is page.view


def test_a_message_stays_in_sight(qtbot: QtBot, page: WallPage, card: TriedCard) -> None:
    page.message_bar.say("The disk is full.", ())
    qtbot.waitUntil(lambda: card.y() > page.message_bar.mapTo(page, QPoint()).y())
    page.message_bar.clear()
    qtbot.waitUntil(lambda: card.geometry() == page.panel_place.row.geometry())


def test_nothing_of_the_panel_is_seen_beside_a_message(
    qtbot: QtBot, page: WallPage, card: TriedCard
) -> None:
    page.show_panel()
    said = page.message_bar
    said.say("out.pdf is saved.", ())
    qtbot.waitUntil(lambda: card.y() > said.mapTo(page, QPoint()).y())
    row = page.panel_place.row.geometry()
    middle = said.mapTo(page, said.rect().center()).y()
    assert said.width() < row.width()
    for across in range(row.left(), row.right() + 1, 8):
        for down in (row.top() + 2, middle, card.y() + 8, row.bottom() - 2):
            child = page.childAt(across, down)
            assert child is not None
            assert child is not page.panel
            assert not page.panel.isAncestorOf(child)
    said.clear()
    page.cards.close()
    child = page.childAt(row.right() - 40, row.top() + 20)
    assert child is not None
    assert page.panel.isAncestorOf(child)


def test_the_overview_stays_behind(qtbot: QtBot, page: WallPage, card: TriedCard) -> None:
    page.view.zoom_full()
    page.view.zoom_in()
    page.cards.close()
    overview = page.reading.overview
    for _ in range(6):
        page.view.zoom_in()
    qtbot.waitUntil(overview.isVisible)
    page.cards.open(KIND)
    assert overview.isHidden()
    page.view.horizontalScrollBar().setValue(page.view.horizontalScrollBar().value() + 40)
    qtbot.wait(REST_MS + 50)
    assert overview.isHidden()
    page.cards.close()
    assert overview.isVisible()
