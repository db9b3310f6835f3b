"""The face of today and the face to reach, with their words: told apart without any colour."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from motwall.i18n import translate
from motwall.model.records import Rating
from motwall.model.words import rating_word
from motwall.paint.colours import NO_BRUSH, colour, pen
from motwall.paint.faces import draw_face
from motwall.paint.labels import REGULAR, SEMIBOLD, draw_centred, elided
from motwall.paint.tokens import Tokens
from motwall.ui.present.sizes import PageSizes

#: Of a face, as a share of the page's height.
_FACE = 0.115
#: Lines of words above and beneath a face take so many times the size of their font.
_LINE = 1.45
_ARROW, _HEAD, _STROKE = 0.42, 0.13, 0.035


def rating_pair_height(sizes: PageSizes) -> float:
    """Of both faces with their words, px."""
    return sizes.height * _FACE + _LINE * (sizes.least + sizes.usual)


def draw_rating_pair(
    painter: QPainter,
    box: QRectF,
    ratings: tuple[Rating | None, Rating | None],
    sizes: PageSizes,
    tokens: Tokens,
) -> None:
    """Draw them side by side; without one to reach, today's alone.

    Args:
        painter: In px of the page.
        box: As high as `rating_pair_height`.
        ratings: Of today, None if nobody judged it yet; and the one to reach, None for none.
        sizes: Of the page.
        tokens: The theme.
    """
    now, target = ratings
    side = sizes.height * _FACE
    width = box.width() / 2
    left = QRectF(box.x(), box.y(), width, box.height())
    _draw_one(painter, left, now, translate("Present", "Now"), sizes, tokens)
    if target is not None:
        right = left.translated(width, 0.0)
        _draw_one(painter, right, target, translate("Present", "We want"), sizes, tokens)
        middle = QPointF(box.center().x(), box.y() + _LINE * sizes.least + side / 2)
        _draw_arrow(painter, middle, side, tokens)


def _draw_one(
    painter: QPainter,
    box: QRectF,
    rating: Rating | None,
    heading: str,
    sizes: PageSizes,
    tokens: Tokens,
) -> None:
    least, side = sizes.least, sizes.height * _FACE
    x = box.center().x()
    above = QPointF(x, box.y() + least / 2)
    draw_centred(painter, heading, above, least, REGULAR, colour(tokens.quiet))
    middle = QPointF(x, box.y() + _LINE * least + side / 2)
    if rating is None:
        painter.setPen(pen(tokens.quiet, side * 0.04, is_dashed=True))
        painter.setBrush(NO_BRUSH)
        painter.drawEllipse(middle, side * 0.46, side * 0.46)
        draw_centred(painter, "?", middle, side * 0.5, SEMIBOLD, colour(tokens.quiet))
        words = translate("Present", "Not rated yet")
    else:
        draw_face(painter, rating, middle, side, hairline=tokens.is_dark)
        words = rating_word(rating)
    beneath = QPointF(x, box.bottom() - sizes.usual / 2)
    shown = elided(words, box.width(), sizes.usual, SEMIBOLD)
    draw_centred(painter, shown, beneath, sizes.usual, SEMIBOLD, colour(tokens.text))


def _draw_arrow(painter: QPainter, middle: QPointF, side: float, tokens: Tokens) -> None:
    half, head = side * _ARROW, side * _HEAD
    tip = middle + QPointF(half, 0.0)
    painter.setPen(pen(tokens.quiet, side * _STROKE))
    painter.setBrush(NO_BRUSH)
    painter.drawLine(middle - QPointF(half, 0.0), tip)
    painter.drawPolyline([tip + QPointF(-head, -head), tip, tip + QPointF(-head, head)])
