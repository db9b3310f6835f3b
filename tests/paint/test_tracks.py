"""The titles of rows and lanes, and the rules between them."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from motwall.model.layout import Arrangement, LayoutOptions, Rect, WallLayout, lay_out
from motwall.model.store import Store
from motwall.model.wall_layout import TRACK_GAP
from motwall.paint.bands import draw_timeline
from motwall.paint.tokens import DARK, LIGHT, Tokens
from tests.factories import moment, row, step, store_with, wall
from tests.paint.pictures import TYPES, difference, drawn

BLANK = drawn(lambda _painter: None, 700, 500)


def rows(title: str = "Online", customer: str = "") -> Store:
    place = step(rank=1)
    return store_with(
        wall(customer="Regulars"), row(title, customer=customer), place, moment(at=place)
    )


def laid_out(store: Store, arrangement: Arrangement = Arrangement.ROWS) -> WallLayout:
    return lay_out(store, LayoutOptions(width=600.0, arrangement=arrangement))


def picture(layout: WallLayout, *, scale: float = 1.0, tokens: Tokens = LIGHT) -> QImage:
    def draw(painter: QPainter) -> None:
        painter.scale(scale, scale)
        draw_timeline(painter, layout, tokens)

    return drawn(draw, 700, 500)


def within(inner: QRectF, outer: Rect) -> bool:
    return QRectF(*outer).adjusted(-1, -1, 1, 1).contains(inner)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_title_stands_in_the_strip_above_its_cells(tokens: Tokens) -> None:
    one, other = laid_out(rows("Online")), laid_out(rows("Web"))
    head = one.lines[0].tracks[1].head
    changed = difference(picture(one, tokens=tokens), picture(other, tokens=tokens))
    assert not changed.isEmpty()
    assert within(QRectF(changed), head)


def test_whose_journey_it_is_stands_beside_the_title() -> None:
    plain, told = laid_out(rows()), laid_out(rows(customer="Students"))
    changed = difference(picture(plain), picture(told))
    assert within(QRectF(changed), told.lines[0].tracks[1].head)


def test_a_long_title_is_cut_within_its_line_and_leaves_no_room_for_more() -> None:
    long = laid_out(rows("A row with a name that is long " * 6))
    more = laid_out(rows("A row with a name that is long " * 6, "Students"))
    assert within(
        QRectF(difference(picture(long), picture(laid_out(rows("A"))))),
        long.lines[0].tracks[1].head,
    )
    assert picture(long) == picture(more)


def test_rows_have_a_rule_between_them_and_one_row_has_none() -> None:
    layout = laid_out(rows())
    y = layout.lines[0].tracks[1].head.y - TRACK_GAP / 2
    image = picture(layout)
    assert image.pixelColor(60, round(y)) != QColor(LIGHT.band)
    alone = store_with(step())
    image = picture(laid_out(alone))
    column = [image.pixelColor(12, y).name() for y in range(10, 80)]
    assert set(column) == {LIGHT.band.lower()}


def test_a_lane_shows_the_colour_of_its_notes() -> None:
    kind, place = TYPES["EM"], step()
    layout = laid_out(
        store_with(kind, place, moment(at=place, contact_type_id=kind.id)), Arrangement.LANES
    )
    first, last = layout.lines[0].tracks
    image = picture(layout)

    def colours(rect: Rect) -> set[str]:
        return {
            image.pixelColor(x, y).name().upper()
            for x in range(40)
            for y in range(round(rect.y), round(rect.bottom))
        }

    assert kind.colour in colours(first.head)
    assert kind.colour not in colours(last.head)


def test_from_afar_titles_are_left_out() -> None:
    one, other = laid_out(rows("Online")), laid_out(rows("Web"))
    assert picture(one, scale=0.3) == picture(other, scale=0.3)
    assert picture(one, scale=0.6) != picture(other, scale=0.6)


def test_only_exposed_lines_are_drawn() -> None:
    steps = [step(rank=number + 1) for number in range(4)]
    layout = lay_out(store_with(row("Online"), *steps), LayoutOptions(width=240.0))
    second = layout.lines[1]

    def draw(painter: QPainter) -> None:
        exposed = QRectF(0, second.top + 1, 240, second.bottom - second.top - 2)
        draw_timeline(painter, layout, LIGHT, exposed)

    reach = difference(drawn(draw, 700, 500), BLANK)
    assert reach.top() >= second.top - 1
    assert reach.bottom() <= second.bottom + 1
