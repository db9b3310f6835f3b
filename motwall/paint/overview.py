"""The wall as it looks from far away: stages and notes as patches of colour, quick to draw."""

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from motwall.model.layout import NOTE_HEIGHT, WallLayout
from motwall.model.note_look import NoteLook
from motwall.model.wrapping import NOTE_WIDTH
from motwall.paint.bands import to_qt
from motwall.paint.colours import NO_BRUSH, NO_PEN, colour, mixed, pen
from motwall.paint.note_paper import paper_of
from motwall.paint.tokens import Tokens

#: How much of the wall's ground shows through a faded note.
_FADED = 0.65
_FRAME_ALPHA = 110


def overview_image(
    layout: WallLayout,
    notes: Iterable[tuple[QPointF, NoteLook]],
    tokens: Tokens,
    extent: QRectF,
    size: QSize,
) -> QImage:
    """Draw the wall small.

    Args:
        layout: The wall.
        notes: Top left corner (mm) and look of each.
        tokens: The theme.
        extent: The part of the wall to show, mm.
        size: Of the picture, device pixels; the wall is stretched to fill it.
    """
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(colour(tokens.wall))
    with QPainter(image) as painter:
        # No antialiasing: patches of whole pixels are quick and crisp.
        painter.scale(size.width() / extent.width(), size.height() / extent.height())
        painter.translate(-extent.topLeft())
        painter.setPen(NO_PEN)
        painter.setBrush(colour(mixed(tokens.band, tokens.quiet, 0.12)))
        painter.drawRects([to_qt(band.rect) for band in layout.bands])
        for paper, rects in _by_paper(notes, tokens).items():
            painter.setBrush(colour(paper))
            painter.drawRects(rects)
        painter.setPen(pen(tokens.quiet, 0.0, _FRAME_ALPHA))
        painter.setBrush(NO_BRUSH)
        painter.drawRect(to_qt(layout.unsorted))
    return image


def _by_paper(notes: Iterable[tuple[QPointF, NoteLook]], tokens: Tokens) -> dict[str, list[QRectF]]:
    found: dict[str, list[QRectF]] = defaultdict(list)
    for at, look in notes:
        paper = paper_of(look)
        if look.is_faded:
            paper = mixed(paper, tokens.wall, _FADED)
        found[paper].append(QRectF(at.x(), at.y(), NOTE_WIDTH, NOTE_HEIGHT))
    return found
