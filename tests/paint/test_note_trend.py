"""The trend on a note: within its place, told without colour, new when a reading is new."""

from datetime import timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from motwall.model.note_look import NoteLook
from motwall.model.records import Better
from motwall.model.trend_line import Trend
from motwall.paint.note_geometry import trend_rect
from motwall.paint.note_painter import NotePainter
from motwall.paint.note_trend import draw_trend
from motwall.paint.tokens import LIGHT
from tests.factories import TODAY, measure
from tests.paint.pictures import NOTE, difference, drawn, grey_share, note_picture, on_note

UP = measure(better=Better.UP)
DOWN = measure(better=Better.DOWN)


def trend(*values: float, is_up_better: bool = True) -> Trend:
    days = [TODAY - timedelta(days=back) for back in reversed(range(len(values)))]
    readings = tuple(zip(days, values, strict=True))
    return Trend(measure=UP if is_up_better else DOWN, readings=readings)


def picture(shown: Trend) -> QImage:
    def draw(painter: QPainter) -> None:
        painter.scale(6.0, 6.0)
        draw_trend(painter, shown, QRectF(2.0, 2.0, 17.4, 11.0))

    return drawn(draw, 130, 90)


BETTER, WORSE = trend(1.0, 3.0, 2.0, 4.0), trend(1.0, 3.0, 2.0, 4.0, is_up_better=False)
FALLEN, LEVEL, ONE = trend(4.0, 2.0, 3.0, 1.0), trend(4.0, 2.0, 3.0, 3.0), trend(3.0)


@pytest.mark.parametrize("shown", [BETTER, WORSE, FALLEN, LEVEL, ONE])
def test_it_keeps_to_its_place_on_a_note(shown: Trend) -> None:
    painter = NotePainter(LIGHT)
    # The place is kept free of words either way, by a face and a tick.
    plain = NoteLook("Door", is_ticked=True)
    changed = difference(
        note_picture(painter, plain), note_picture(painter, plain._replace(trend=shown))
    )
    assert not changed.isEmpty()
    assert on_note(trend_rect(NOTE)).adjusted(-1, -1, 1, 1).contains(changed)


@pytest.mark.parametrize(("one", "other"), list(combinations([BETTER, WORSE, FALLEN, LEVEL], 2)))
def test_trends_differ_in_grey(one: Trend, other: Trend) -> None:
    assert grey_share(picture(one), picture(other)) > 0.02


def test_a_new_reading_is_a_new_picture() -> None:
    painter = NotePainter(LIGHT)
    before = note_picture(painter, NoteLook("Door", trend=trend(1.0, 2.0)))
    same = note_picture(painter, NoteLook("Door", trend=trend(1.0, 2.0)))
    after = note_picture(painter, NoteLook("Door", trend=trend(1.0, 2.0, 0.5)))
    assert before == same
    assert before != after
