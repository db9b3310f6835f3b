"""Paints the primitives of a chart: trend lines, stairs, sparklines; see `model.charts`.

Nothing is told by colour alone: kinds of lines differ in dashes, steps in how dark they are and in
their outline, what is latest or current in weight.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from motwall.model.charts import Anchor, Box, Chart, Dot, Ink, Stroke, Words
from motwall.paint.colours import NO_BRUSH, NO_PEN, colour, mixed, pen
from motwall.paint.faces import draw_face
from motwall.paint.labels import REGULAR, SEMIBOLD, draw_label, label_width
from motwall.paint.tokens import Tokens

#: The weight of the heaviest words of a chart: those who make one measure by it.
HEAVIEST = SEMIBOLD


class _Line(NamedTuple):
    """How a line looks: a token's name, its width, dashes in widths of the line."""

    token: str
    width: float
    dashes: tuple[float, ...] = ()


class _Filling(NamedTuple):
    """How a box looks: how much of a token's colour over the panel's, and its outline."""

    token: str
    share: float
    outline: _Line | None = None


_LINES = {
    Ink.AXIS: _Line("quiet", 1.0),
    Ink.GRID: _Line("hairline", 1.0),
    Ink.TARGET: _Line("good", 1.6, (6.0, 3.0)),
    Ink.SESSION: _Line("quiet", 1.3, (5.0, 2.5, 1.0, 2.5)),
    Ink.ACTION: _Line("text", 1.6, (1.0, 2.0)),
    Ink.SERIES: _Line("accent_text", 2.0),
}
_FILLINGS = {
    Ink.GOOD_SIDE: _Filling("good", 0.09),
    Ink.REACHED: _Filling("accent_text", 0.1, _Line("quiet", 1.0)),
    Ink.CURRENT: _Filling("accent_text", 0.26, _Line("accent_text", 2.5)),
    Ink.AHEAD: _Filling("panel", 1.0, _Line("quiet", 1.0, (3.0, 3.0))),
}
_HEAVY = {Ink.LATEST, Ink.CURRENT}
_QUIET = {Ink.LABEL, Ink.AHEAD}
_PLAIN = _Line("text", 1.0)


def draw_chart(
    painter: QPainter, chart: Chart, tokens: Tokens, at: QPointF, line: float = 1.0
) -> None:
    """Paint a chart.

    Args:
        painter: In the units of the chart, on the colour `tokens.panel`.
        chart: What to paint.
        tokens: The theme.
        at: Where its top left corner goes.
        line: How wide a thin line is.
    """
    painter.save()
    painter.translate(at)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for box in chart.boxes:
        _draw_box(painter, box, tokens, line)
    for stroke in chart.strokes:
        painter.setBrush(NO_BRUSH)
        painter.setPen(_pen(_LINES.get(stroke.ink, _PLAIN), tokens, line))
        _draw_stroke(painter, stroke)
    for dot in chart.dots:
        _draw_dot(painter, dot, tokens, line)
    for face in chart.faces:
        middle = QPointF(face.x + face.size / 2, face.y + face.size / 2)
        draw_face(painter, face.rating, middle, face.size, hairline=tokens.is_dark)
    for words in chart.words:
        _draw_words(painter, words, tokens)
    painter.restore()


def _draw_box(painter: QPainter, box: Box, tokens: Tokens, line: float) -> None:
    filling = _FILLINGS[box.ink]
    painter.setBrush(colour(mixed(tokens.panel, getattr(tokens, filling.token), filling.share)))
    rect = QRectF(box.x, box.y, box.width, box.height)
    if filling.outline is None:
        painter.setPen(NO_PEN)
    else:
        painter.setPen(_pen(filling.outline, tokens, line))
        # Within the box, so that the outlines of neighbours do not cover each other.
        half = filling.outline.width * line / 2
        rect.adjust(half, half, -half, -half)
    painter.drawRect(rect)


def _draw_stroke(painter: QPainter, stroke: Stroke) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in stroke.spots]))


def _draw_dot(painter: QPainter, dot: Dot, tokens: Tokens, line: float) -> None:
    is_latest = dot.ink is Ink.LATEST
    painter.setBrush(colour(tokens.text if is_latest else tokens.accent_text))
    painter.setPen(pen(tokens.panel, 1.5 * line) if is_latest else NO_PEN)
    painter.drawEllipse(QPointF(dot.x, dot.y), dot.radius, dot.radius)


def _draw_words(painter: QPainter, words: Words, tokens: Tokens) -> None:
    weight = SEMIBOLD if words.ink in _HEAVY else REGULAR
    ink = colour(tokens.quiet if words.ink in _QUIET else tokens.text)
    x = words.x
    if words.anchor is not Anchor.START:
        width = label_width(words.text, words.size, weight)
        x -= width / 2 if words.anchor is Anchor.MIDDLE else width
    draw_label(painter, words.text, QPointF(x, words.y), words.size, weight, ink)


def _pen(look: _Line, tokens: Tokens, line: float) -> QPen:
    plain = pen(getattr(tokens, look.token), look.width * line, is_dashed=bool(look.dashes))
    if not look.dashes:
        return plain
    dashed = QPen(plain)
    dashed.setDashPattern(look.dashes)
    return dashed
