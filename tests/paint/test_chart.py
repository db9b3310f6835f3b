"""Charts on screen: the same numbers as on paper, nothing by colour alone."""

import re
from datetime import timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QBuffer, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from motwall.export.pdf import chart as pdf_chart
from motwall.model.charts import Box, Chart, ChartLook, Ink, Spot, Stroke
from motwall.model.records import Better, Rating
from motwall.model.stairs import stairs_chart
from motwall.model.trend_line import sparkline
from motwall.model.trends import trend_chart, trend_of
from motwall.paint.chart import HEAVIEST, draw_chart
from motwall.paint.fonts import unit_width
from motwall.paint.tokens import DARK, LIGHT, Tokens
from tests.factories import TODAY, ladder, measure, moment, reading, rung, session, store_with
from tests.paint.pictures import difference, drawn, grey_share

WIDTH, HEIGHT = 420, 180
NOTE = moment("Waits")
STAIRS = ladder(NOTE, unit="days", start_value=14.0, starts_on=TODAY)
CALLS = measure(NOTE, name="Calls", unit="%", better=Better.DOWN, target=5.0)
STORE = store_with(
    NOTE,
    STAIRS,
    rung(STAIRS, 10.0, reached_on=TODAY, expected_rating=Rating.NEUTRAL),
    rung(STAIRS, 7.0, due=TODAY + timedelta(days=30)),
    rung(STAIRS, promise="Money back"),
    CALLS,
    session(held_on=TODAY - timedelta(days=7)),
    *[reading(CALLS, 20.0 - n, taken_on=TODAY - timedelta(days=20 - n)) for n in range(20)],
)


def looks() -> list[ChartLook]:
    """As the screen measures, and as paper does."""
    on_screen = ChartLook(WIDTH, HEIGHT, 11.0, unit_width(HEAVIEST))
    return [on_screen, pdf_chart.chart_look(WIDTH, HEIGHT, 11.0)]


def charts(look: ChartLook) -> list[Chart]:
    trend = trend_of(STORE, CALLS.id)
    return [trend_chart(trend, look), stairs_chart(STORE, STAIRS.id, look, TODAY)]


def picture(chart: Chart, tokens: Tokens = LIGHT, at: QPointF | None = None) -> QImage:
    def draw(painter: QPainter) -> None:
        painter.fillRect(0, 0, WIDTH, HEIGHT, QColor(tokens.panel))
        draw_chart(painter, chart, tokens, at or QPointF())

    return drawn(draw, WIDTH, HEIGHT)


def painted_words(chart: Chart) -> list[str]:
    """What a screen is told to write, read from a picture that keeps its words."""
    buffer = QBuffer()
    svg = QSvgGenerator()
    svg.setOutputDevice(buffer)
    svg.setSize(QSize(WIDTH, HEIGHT))
    with QPainter(svg) as painter:
        draw_chart(painter, chart, LIGHT, QPointF())
    text = bytes(buffer.data().data()).decode()
    return [one.strip() for one in re.findall(r"<text[^>]*>([^<]*)</text>", text)]


def test_screen_and_paper_show_the_same_numbers() -> None:
    on_screen, on_paper = (charts(look) for look in looks())
    for one, other in zip(on_screen, on_paper, strict=True):
        assert [words.text for words in one.words] == [words.text for words in other.words]
        assert painted_words(one) == [words.text for words in one.words]
        assert [dot.ink for dot in one.dots] == [dot.ink for dot in other.dots]
        for dot, printed in zip(one.dots, other.dots, strict=True):
            # Fonts are measured by two programs; a twentieth of a percent is between them.
            assert dot.x == pytest.approx(printed.x, abs=0.3)
            assert dot.y == pytest.approx(printed.y, abs=0.3)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chart_is_seen_and_keeps_to_its_size(tokens: Tokens) -> None:
    chart = charts(ChartLook(WIDTH - 40, HEIGHT - 40, 11.0, unit_width(HEAVIEST)))
    blank = picture(Chart(width=0.0, height=0.0), tokens)
    for one in chart:
        seen = difference(picture(one, tokens, QPointF(20, 20)), blank)
        assert seen.width() > 0.9 * (WIDTH - 40)
        assert QRect(18, 18, WIDTH - 36, HEIGHT - 36).contains(seen)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_steps_can_be_told_apart_in_grey(tokens: Tokens) -> None:
    kinds = (Ink.REACHED, Ink.CURRENT, Ink.AHEAD)
    boxes = [Box(ink, 10.0, 10.0, WIDTH - 20.0, HEIGHT - 20.0) for ink in kinds]
    seen = [picture(Chart(width=WIDTH, height=HEIGHT, boxes=(box,)), tokens) for box in boxes]
    for one, other in combinations(seen, 2):
        assert grey_share(one, other, least=5) > 0.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_can_be_told_apart_by_their_dashes(tokens: Tokens) -> None:
    kinds = (Ink.TARGET, Ink.SESSION, Ink.ACTION, Ink.SERIES)
    patterns = []
    for ink in kinds:
        spots = (Spot(10.0, 10.5), Spot(210.0, 10.5))
        chart = Chart(width=WIDTH, height=HEIGHT, strokes=(Stroke(ink, spots),))
        seen = picture(chart, tokens)
        panel = QColor(tokens.panel).lightness()
        inked = [abs(seen.pixelColor(x, 10).lightness() - panel) > 25 for x in range(14, 200)]
        patterns.append("".join("x" if one else " " for one in inked))
    assert patterns[-1].count("x") == len(patterns[-1])
    assert len({(len(one.split()), one.count("x") // 10) for one in patterns}) == len(kinds)


def test_a_sparkline_has_thin_lines_where_it_is_small() -> None:
    chart = sparkline(trend_of(STORE, CALLS.id), 40.0, 12.0)
    thick = drawn(lambda p: draw_chart(p, chart, LIGHT, QPointF(2, 2), 2.0), 50, 20)
    thin = drawn(lambda p: draw_chart(p, chart, LIGHT, QPointF(2, 2), 0.5), 50, 20)
    assert difference(thick, thin).height() > 5
