"""The rating curve below the timeline: points as the signs of the ratings, so that grey will do."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from motwall.model.rating_curve import Curve
from motwall.model.records import Rating
from motwall.model.words import rating_word
from motwall.model.wrapping import BAND_PADDING
from motwall.paint.bands import to_qt
from motwall.paint.colours import colour, pen
from motwall.paint.faces import draw_face
from motwall.paint.labels import (
    CAP_HEIGHT,
    REGULAR,
    SEMIBOLD,
    draw_label,
    elided,
    label_width,
    readable_size,
)
from motwall.paint.tokens import Tokens

_GUIDE = 0.5
_GUIDE_ALPHA = 90
_LINE = 1.5
_BRIDGE = 1.1
_BRIDGE_ALPHA = 170
_SIGN = 13.0
_WORD_SIZE, _WORD_LARGEST = 6.4, 9.5
_WORD_PIXELS = 11.0
#: The most that words take, mm: the first point is right of them.
_WORD_ROOM = 43.0
#: Smaller than this, in pixels, words are left out.
_LEAST_PIXELS = 4.0
_WORD_GAP = 3.0


def draw_curves(
    painter: QPainter, curves: Iterable[Curve], tokens: Tokens, exposed: QRectF | None = None
) -> None:
    """Draw curves.

    Args:
        painter: Scene units (mm).
        curves: From `rating_curves`.
        tokens: The theme.
        exposed: What has to be drawn, mm; None for all.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for curve in curves:
        if exposed is None or exposed.intersects(to_qt(curve.rect)):
            _draw_guides(painter, curve, tokens)
            _draw_line(painter, curve, tokens)
            for point in curve.points:
                centre = QPointF(point.x, point.y)
                draw_face(painter, point.rating, centre, _SIGN, hairline=tokens.is_dark)
    painter.restore()


def _draw_guides(painter: QPainter, curve: Curve, tokens: Tokens) -> None:
    size = _word_size(painter)
    has_words = size * abs(painter.worldTransform().m11()) >= _LEAST_PIXELS
    quiet = colour(tokens.quiet)
    rule = pen(tokens.quiet, _GUIDE, _GUIDE_ALPHA)
    left, right = curve.rect.x + BAND_PADDING, curve.rect.right - BAND_PADDING
    for guide in curve.guides:
        start = left
        if has_words:
            word = rating_word(guide.rating)
            baseline = QPointF(left, guide.y + size * CAP_HEIGHT / 2)
            draw_label(painter, word, baseline, size, REGULAR, quiet)
            start += label_width(word, size, REGULAR) + _WORD_GAP
        painter.setPen(rule)
        painter.drawLine(QPointF(start, guide.y), QPointF(right, guide.y))
    if has_words and curve.title:
        title = elided(curve.title, right - left, size, SEMIBOLD)
        baseline = QPointF(left, curve.rect.y + size * CAP_HEIGHT + 3.0)
        draw_label(painter, title, baseline, size, SEMIBOLD, quiet)


def _word_size(painter: QPainter) -> float:
    """Of all words, mm: no word of the language in use reaches the first point."""
    longest = max(label_width(rating_word(one), 1.0, REGULAR) for one in Rating)
    wanted = readable_size(painter, _WORD_SIZE, _WORD_LARGEST, _WORD_PIXELS)
    return min(wanted, _WORD_ROOM / longest)


def _draw_line(painter: QPainter, curve: Curve, tokens: Tokens) -> None:
    whole = pen(tokens.text, _LINE)
    bridge = pen(tokens.text, _BRIDGE, _BRIDGE_ALPHA, is_dashed=True)
    for stretch in curve.stretches:
        painter.setPen(bridge if stretch.is_bridged else whole)
        start, end = stretch.start, stretch.end
        painter.drawLine(QPointF(start.x, start.y), QPointF(end.x, end.y))
