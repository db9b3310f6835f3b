"""The first screen: the person's own walls before the samples, and all edges in line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from motwall.app.starting import start_screen
from motwall.paint.tokens import LIGHT
from motwall.ui.cards import CARD_HEIGHT, RecentRow
from motwall.ui.main_window import LEAST_SIZE
from motwall.ui.start_screen import RecentWall, StartScreen
from motwall.ui.theme import apply_theme

SMALL = (1366, 728)


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> Iterator[StartScreen]:
    """The screen as after the first start, in the window of a small laptop."""
    apply_theme(qapp, LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    made = start_screen(LIGHT)
    made.setParent(window)
    window.resize(*SMALL)
    made.resize(*SMALL)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.close()


def walls(count: int) -> list[RecentWall]:
    names = [f"Wall {number}" for number in range(count)]
    return [RecentWall(Path("Documents") / name, name, "Today 10:42") for name in names]


def list_walls(screen: StartScreen, count: int) -> list[QRect]:
    """List so many walls; answers where they are."""
    screen.set_recents(walls(count))
    QApplication.processEvents()
    return [place(screen, row) for row in screen._rows]


def place(screen: StartScreen, widget: QWidget) -> QRect:
    """Where a widget is on the screen."""
    assert widget.isVisible()
    return QRect(widget.mapTo(screen, widget.rect().topLeft()), widget.size())


def words(screen: StartScreen) -> list[str]:
    """The headings that can be read, from the top."""
    labels = [one for one in screen.findChildren(QLabel) if one.property("role") == "heading"]
    shown = [one for one in labels if one.isVisible()]
    return [one.text() for one in sorted(shown, key=lambda one: place(screen, one).y())]


def button(screen: StartScreen) -> QRect:
    return place(screen, screen._board.open_button)


def test_without_recent_walls_there_is_no_heading_for_them(screen: StartScreen) -> None:
    assert words(screen) == ["Or look round, or start from"]
    cards = [place(screen, one) for one in screen._cards]
    assert button(screen).top() > cards[-1].bottom()
    assert button(screen).left() == cards[-1].left()


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6])
def test_recent_walls_come_right_below_the_field(screen: StartScreen, count: int) -> None:
    rows = list_walls(screen, count)
    assert words(screen) == ["Go on with", "Or start from"]
    assert len(rows) == min(count, 4)
    field = place(screen, screen.field)
    cards = [place(screen, one) for one in screen._cards]
    assert all(field.bottom() < row.top() and row.bottom() < cards[0].top() for row in rows)
    assert rows[0].left() == cards[0].left()
    assert max(row.right() for row in rows) == cards[2].right()


@pytest.mark.parametrize("count", [1, 4])
def test_the_button_is_level_with_the_first_wall(screen: StartScreen, count: int) -> None:
    row = list_walls(screen, count)[0]
    card = place(screen, screen._cards[-1])
    assert (button(screen).top(), button(screen).height()) == (row.top(), row.height())
    assert (button(screen).left(), button(screen).width()) == (card.left(), card.width())


def test_a_small_laptop_shows_four_walls_and_all_cards(screen: StartScreen) -> None:
    list_walls(screen, 4)
    area = screen.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() == 0


def test_in_the_smallest_window_cards_have_room_for_all_their_words(screen: StartScreen) -> None:
    screen.window().resize(*LEAST_SIZE)
    screen.resize(*LEAST_SIZE)
    QApplication.processEvents()
    heights = {one.height() for one in screen._cards}
    assert heights == {max(one.height_for(one.width()) for one in screen._cards)}
    assert min(heights) > CARD_HEIGHT


def test_walls_can_be_listed_anew_and_taken_away(screen: StartScreen) -> None:
    list_walls(screen, 4)
    rows = list_walls(screen, 2)
    assert rows[0].top() == rows[1].top()
    assert list_walls(screen, 0) == []
    assert words(screen) == ["Or look round, or start from"]
    assert not [one for one in screen.findChildren(RecentRow) if one.isVisible()]


def test_tab_goes_down_the_screen(screen: StartScreen) -> None:
    list_walls(screen, 2)
    screen.start_over()
    board = screen._board
    buttons = [board.open_button, board.alone_button, board.group_button]
    wanted = [screen.field.button, *screen._rows, *buttons, *screen._cards]
    for widget in wanted:
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        assert screen.focusWidget() is widget


def test_a_wall_is_opened_by_its_row(qtbot: QtBot, screen: StartScreen) -> None:
    list_walls(screen, 3)
    with qtbot.waitSignal(screen.wall_wanted) as wanted:
        qtbot.mouseClick(screen._rows[2], Qt.MouseButton.LeftButton)
    assert wanted.args == [Path("Documents") / "Wall 2"]


def test_the_key_of_room_says_what_is_missing(screen: StartScreen) -> None:
    QTest.keyClick(screen.field.line, Qt.Key.Key_F10)
    assert "begin a wall first" in screen.message_bar.text


def test_the_button_opens_a_file(qtbot: QtBot, screen: StartScreen) -> None:
    for count in (0, 1):
        list_walls(screen, count)
        with qtbot.waitSignal(screen.open_wanted):
            qtbot.mouseClick(screen._board.open_button, Qt.MouseButton.LeftButton)
