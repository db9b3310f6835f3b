"""The picture of cost against lift: every idea is reached, by hand, by taps and by keys."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.model.records import Cost, Idea, Lift
from motwall.model.sifting import COSTS, LIFTS
from motwall.paint.tokens import LIGHT
from motwall.ui.possibilities.picture import CostLiftPicture, cell_words
from motwall.ui.possibilities.picture_layout import Cell, lay_out
from motwall.ui.theme import apply_theme
from tests.driving import click, drag, move, press, release
from tests.factories import idea, moment

NOTE = moment("Rings")
LOOSE = idea(NOTE, "loose")
BELL = idea(NOTE, "a bell", cost=Cost.FREE, lift=Lift.BIG)
APP = idea(NOTE, "an app", cost=Cost.HIGH, lift=Lift.SMALL)
BANDS: list[Cell] = [None, *((cost, lift) for cost in COSTS for lift in LIFTS)]


def many(bands: list[Cell]) -> list[Idea]:
    return [idea(NOTE, cost=cell[0], lift=cell[1]) if cell else idea(NOTE) for cell in bands]


@settings(max_examples=60)
@given(
    bands=st.lists(st.sampled_from(BANDS), max_size=60),
    size=st.tuples(st.floats(0, 4000), st.floats(0, 2000)),
    scale=st.floats(0.8, 4),
    data=st.data(),
)
def test_every_idea_is_on_the_picture_or_counted_there(
    bands: list[Cell], size: tuple[float, float], scale: float, data: st.DataObject
) -> None:
    ideas = many(bands)
    current = data.draw(st.sampled_from(ideas)).id if ideas else ""
    layout = lay_out(ideas, size, scale, current)
    for cell, rect in layout.cells.items():
        here = [one for one in layout.chips if one.cell == cell]
        more = sum(one.count for one in layout.mores if one.cell == cell)
        wanted = sum(one == cell for one in bands)
        if here or more:
            assert len(here) + more == wanted
        for one in here:
            assert rect.contains(one.rect)
    held = [one.idea_id for one in layout.chips]
    assert len(set(held)) == len(held)


def test_a_full_cell_says_how_many_more_and_shows_the_picked_one() -> None:
    ideas = many([(Cost.FREE, Lift.BIG)] * 500)
    layout = lay_out(ideas, (900, 600), 1.0, ideas[-1].id)
    assert ideas[-1].id in [one.idea_id for one in layout.chips]
    (more,) = layout.mores
    assert more.count == 500 - len(layout.chips)
    assert more.cell == (Cost.FREE, Lift.BIG)


def test_cells_do_not_overlap() -> None:
    rects = list(lay_out([], (900, 600), 1.0).cells.values())
    for place, one in enumerate(rects):
        assert not any(one.intersects(other) for other in rects[place + 1 :])


def test_long_ideas_have_more_lines_where_there_is_room() -> None:
    def three(_text: str, _width: float) -> int:
        return 3

    def lines(bands: list[Cell]) -> list[int]:
        layout = lay_out(many(bands), (900, 600), 1.0, "", three)
        return [one.lines for one in layout.chips]

    cell = (Cost.FREE, Lift.BIG)
    assert lines([cell]) == [3]
    assert lines([cell] * 3) == [3, 2, 2]
    assert lines([cell] * 5) == [1] * 5, "none is hidden for the words of others"
    assert min(lines([None] * 12)) == 2
    waiting = lay_out(many([None] * 14), (900, 600), 1.0, "", three)
    assert waiting.mores[0].count == 3, "those that wait are to be read"
    assert min(one.lines for one in waiting.chips) == 2
    assert waiting.chips[-1].is_cut


class Heard:
    """What the picture asked for."""

    def __init__(self, picture: CostLiftPicture) -> None:
        self.picked: list[str] = []
        self.placed: list[tuple[str, object]] = []
        self.opened: list[object] = []
        picture.picked.connect(self.picked.append)
        picture.placed.connect(lambda *args: self.placed.append(args))
        picture.cell_opened.connect(self.opened.append)


@pytest.fixture
def picture(qtbot: QtBot, qapp: QApplication) -> CostLiftPicture:
    apply_theme(qapp, LIGHT)
    made = CostLiftPicture()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show_ideas([LOOSE, BELL, APP], "")
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def heard(picture: CostLiftPicture) -> Heard:
    return Heard(picture)


def at_chip(picture: CostLiftPicture, one: Idea) -> QPointF:
    rect: QRectF = next(each.rect for each in picture.places.chips if each.idea_id == one.id)
    return rect.center()


def in_cell(picture: CostLiftPicture, cell: Cell) -> QPointF:
    """Low in a cell, where no idea lies."""
    rect = picture.places.cells[cell]
    return QPointF(rect.center().x(), rect.bottom() - 6)


def test_a_cut_idea_is_read_whole_where_it_is_pressed(picture: CostLiftPicture) -> None:
    long = idea(NOTE, "say on the door and on the website when the shop is open " * 3)
    picture.show_ideas([LOOSE, long], "")
    before = picture.grab().toImage()
    press(picture, at_chip(picture, LOOSE))
    assert picture.grab().toImage() == before, "a short one is whole already"
    release(picture, at_chip(picture, LOOSE))
    press(picture, at_chip(picture, long))
    assert picture.grab().toImage() != before
    release(picture, at_chip(picture, long))
    assert picture.grab().toImage() == before


def test_dragged_into_a_cell_and_out_again(picture: CostLiftPicture, heard: Heard) -> None:
    goal = (Cost.LOW, Lift.SOME)
    drag(picture, at_chip(picture, LOOSE), in_cell(picture, goal))
    drag(picture, at_chip(picture, BELL), in_cell(picture, None))
    assert heard.placed == [(LOOSE.id, goal), (BELL.id, None)]
    assert heard.picked == []
    # Let go beside everything: nothing happens.
    drag(picture, at_chip(picture, BELL), QPointF(picture.width() - 1, 2))
    assert len(heard.placed) == 2
    assert not picture.is_dragging


def test_esc_takes_a_drag_back(picture: CostLiftPicture, heard: Heard) -> None:
    start, goal = at_chip(picture, BELL), in_cell(picture, (Cost.HIGH, Lift.BIG))
    press(picture, start)
    move(picture, start + QPointF(20, 5))
    move(picture, goal)
    assert picture.is_dragging
    QTest.keyClick(picture, Qt.Key.Key_Escape)
    assert not picture.is_dragging
    release(picture, goal)
    assert heard.placed == []


def test_an_idea_that_goes_while_it_is_dragged_is_let_go(
    picture: CostLiftPicture, heard: Heard
) -> None:
    start, goal = at_chip(picture, BELL), in_cell(picture, (Cost.HIGH, Lift.BIG))
    press(picture, start)
    move(picture, goal)
    picture.show_ideas([LOOSE, APP], "")
    release(picture, goal)
    assert heard.placed == []


def test_tap_an_idea_then_a_cell(picture: CostLiftPicture, heard: Heard) -> None:
    click(picture, at_chip(picture, LOOSE))
    assert heard.picked == [LOOSE.id]
    picture.show_ideas([LOOSE, BELL, APP], LOOSE.id)
    spot = in_cell(picture, (Cost.SOME, Lift.BIG))
    click(picture, spot)
    assert heard.placed == [(LOOSE.id, (Cost.SOME, Lift.BIG))]
    assert heard.opened == []


def test_a_cell_is_opened_when_nothing_is_picked_or_it_lies_there(
    picture: CostLiftPicture, heard: Heard
) -> None:
    spot = in_cell(picture, (Cost.FREE, Lift.BIG))
    click(picture, spot)
    picture.show_ideas([LOOSE, BELL, APP], BELL.id)
    click(picture, spot)
    assert heard.opened == [(Cost.FREE, Lift.BIG)] * 2
    assert heard.placed == []


def test_more_ideas_than_have_room_are_opened_by_a_tap(
    picture: CostLiftPicture, heard: Heard
) -> None:
    picture.show_ideas([LOOSE, *many([(Cost.FREE, Lift.BIG)] * 40)], LOOSE.id)
    (more,) = picture.places.mores
    click(picture, more.rect.center())
    assert heard.opened == [(Cost.FREE, Lift.BIG)]
    assert heard.placed == []


def test_keys_go_to_a_cell_and_put_the_picked_idea_there(
    picture: CostLiftPicture, heard: Heard
) -> None:
    picture.show_ideas([LOOSE, BELL, APP], LOOSE.id)
    assert picture.cursor_cell == (Cost.FREE, Lift.BIG)
    assert "1 idea" in picture.accessibleDescription()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(picture, key)
    assert heard.placed == [(LOOSE.id, (Cost.LOW, Lift.SOME))]
    for _ in range(3):
        QTest.keyClick(picture, Qt.Key.Key_Left)
    assert picture.cursor_cell is None
    QTest.keyClick(picture, Qt.Key.Key_Up)
    assert picture.cursor_cell is None
    QTest.keyClick(picture, Qt.Key.Key_Space)
    assert heard.opened == [None]  # it lies there
    QTest.keyClick(picture, Qt.Key.Key_Right)
    for key in [Qt.Key.Key_Down] * 5 + [Qt.Key.Key_Right] * 5:
        QTest.keyClick(picture, key)
    assert picture.cursor_cell == (Cost.HIGH, Lift.SMALL)
    assert picture.accessibleDescription().startswith("High cost, small lift")


def test_a_picture_to_be_read_only(picture: CostLiftPicture, heard: Heard) -> None:
    picture.is_writable = False
    picture.show_ideas([LOOSE, BELL, APP], LOOSE.id)
    goal = in_cell(picture, (Cost.LOW, Lift.SOME))
    drag(picture, at_chip(picture, LOOSE), goal)
    click(picture, goal)
    assert heard.placed == []
    assert heard.picked == [LOOSE.id]


def test_cells_in_words() -> None:
    assert cell_words(None) == "Not placed yet"
    assert cell_words((Cost.FREE, Lift.BIG)) == "Free, big lift"
    assert cell_words((Cost.LOW, Lift.SOME)) == "Low cost, some lift"
