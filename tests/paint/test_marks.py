from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from motwall.model.records import Pattern, Rating
from motwall.paint.colours import colour
from motwall.paint.faces import disc_rect, draw_disc, draw_face, draw_tick, draw_unrated
from motwall.paint.patterns import draw_pattern
from motwall.paint.tokens import INK
from tests.paint.pictures import difference, drawn, grey_share

CENTRE = QPointF(24.0, 24.0)
STRIP = QRectF(4.0, 4.0, 60.0, 12.6)


def face(rating: Rating, *, hairline: bool = False) -> QImage:
    return drawn(lambda p: draw_face(p, rating, CENTRE, 40.0, hairline=hairline), 48, 48)


def tick(*, is_ticked: bool, hairline: bool = False) -> QImage:
    return drawn(
        lambda p: draw_tick(p, CENTRE, 40.0, is_ticked=is_ticked, hairline=hairline), 48, 48
    )


def pattern(which: Pattern, rect: QRectF = STRIP, scale: float = 2.0) -> QImage:
    def draw(painter: QPainter) -> None:
        painter.scale(scale, scale)
        draw_pattern(painter, rect, which, colour(INK, 110))

    return drawn(draw, 136, 42)


BLANK = drawn(lambda _painter: None, 48, 48)


@pytest.mark.parametrize(("one", "other"), list(combinations(Rating, 2)))
def test_faces_differ_in_grey_print(one: Rating, other: Rating) -> None:
    assert grey_share(face(one), face(other)) > 0.1


@pytest.mark.parametrize("rating", Rating)
def test_a_face_fills_its_circle_and_no_more(rating: Rating) -> None:
    reach = difference(face(rating), BLANK)
    assert QRectF(3, 3, 42, 42).contains(QRectF(reach))
    assert min(reach.width(), reach.height()) >= 31


def test_a_hairline_goes_round_a_face_and_a_tick() -> None:
    def on_dark(*, hairline: bool) -> QImage:
        def draw(painter: QPainter) -> None:
            painter.fillRect(0, 0, 48, 48, colour("#23272E"))
            draw_face(painter, Rating.MAGICAL, CENTRE, 30.0, hairline=hairline)
            draw_tick(painter, QPointF(8, 8), 12.0, is_ticked=True, hairline=hairline)

        return drawn(draw, 48, 48)

    changed = difference(on_dark(hairline=False), on_dark(hairline=True))
    assert changed.contains(QRect(3, 3, 30, 30))
    assert grey_share(on_dark(hairline=False), on_dark(hairline=True)) > 0.04


def test_what_waits_for_a_mark_looks_unlike_the_mark() -> None:
    waiting = tick(is_ticked=False)
    unrated = drawn(lambda p: draw_unrated(p, CENTRE, 40.0), 48, 48)
    pictures = [tick(is_ticked=True), waiting, unrated, *map(face, Rating), BLANK]
    for one, other in combinations(pictures, 2):
        assert grey_share(one, other) > 0.01


def test_a_disc_keeps_to_its_rectangle() -> None:
    grey = drawn(lambda p: p.fillRect(0, 0, 48, 48, colour("#808080")), 48, 48)

    def draw(painter: QPainter) -> None:
        painter.fillRect(0, 0, 48, 48, colour("#808080"))
        draw_disc(painter, CENTRE, 36.0, "P1")

    reach = difference(drawn(draw, 48, 48), grey)
    assert QRectF(reach) == QRectF(disc_rect(CENTRE, 36.0).toAlignedRect())


@pytest.mark.parametrize(("one", "other"), list(combinations(Pattern, 2)))
def test_patterns_differ_in_grey_print(one: Pattern, other: Pattern) -> None:
    assert grey_share(pattern(one), pattern(other)) > 0.02


@pytest.mark.parametrize("which", Pattern)
def test_a_pattern_keeps_to_its_rectangle(which: Pattern) -> None:
    plain = drawn(lambda _painter: None, 136, 42)
    reach = difference(pattern(which), plain)
    assert reach.isEmpty() is (which is Pattern.PLAIN)
    assert QRect(8, 8, 120, 26).contains(reach.united(QRect(20, 20, 1, 1)))


def test_a_pattern_keeps_its_grain_on_a_larger_strip() -> None:
    small = pattern(Pattern.GRID, QRectF(0.0, 0.0, 30.0, 12.0))
    large = pattern(Pattern.GRID, QRectF(0.0, 0.0, 60.0, 12.0))
    assert small.copy(0, 0, 58, 24) == large.copy(0, 0, 58, 24)


def test_no_room_is_no_pattern() -> None:
    plain = drawn(lambda _painter: None, 136, 42)
    assert pattern(Pattern.HATCH, QRectF()) == plain
