"""The titles of rows and lanes on the wall, and the rules between them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from motwall.model.wall_layout import TRACK_GAP, TRACK_HEAD, TrackBand
from motwall.model.wrapping import BAND_PADDING
from motwall.paint.colours import colour, mixed, pen
from motwall.paint.labels import (
    CAP_HEIGHT,
    REGULAR,
    SEMIBOLD,
    draw_label,
    elided,
    is_readable,
    label_width,
    readable_size,
)
from motwall.paint.tokens import INK, Tokens

#: Titles grow while the wall is zoomed out, so that they can still be read.
_SIZE, _LARGEST = 8.4, 11.0
_PIXELS = 11.0
_RULE = 0.6
_RULE_ALPHA = 110
_SWATCH = 7.0
_SWATCH_RADIUS = 1.6
_SWATCH_EDGE = 0.35
_GAP = 3.0
_RAISED = 1.4


def draw_tracks(painter: QPainter, bands: Sequence[TrackBand], tokens: Tokens) -> None:
    """Draw what tells rows or lanes of one line apart; nothing where there is only one row.

    Args:
        painter: Scene units (mm).
        bands: Of one line of the timeline, from the top.
        tokens: The theme.
    """
    for place, band in enumerate(bands):
        if place:
            y = band.head.y - TRACK_GAP / 2
            painter.setPen(pen(tokens.quiet, _RULE, _RULE_ALPHA))
            painter.drawLine(QPointF(band.head.x, y), QPointF(band.head.right, y))
        if band.head.height:
            _draw_title(painter, band, tokens)


def _draw_title(painter: QPainter, band: TrackBand, tokens: Tokens) -> None:
    head, track = band.head, band.track
    left, middle = head.x + BAND_PADDING + 1.0, head.y + TRACK_HEAD / 2
    if track.colour:
        _draw_swatch(
            painter, QRectF(left, middle - _RAISED - _SWATCH / 2, _SWATCH, _SWATCH), track.colour
        )
        left += _SWATCH + _GAP
    size = readable_size(painter, _SIZE, _LARGEST, _PIXELS)
    if not is_readable(painter, size):
        return
    room = head.right - BAND_PADDING - left
    # A little higher than the middle: what hangs below the line must not touch the notes.
    baseline = middle + size * CAP_HEIGHT / 2 - _RAISED
    title = elided(track.title, room, size, SEMIBOLD)
    draw_label(painter, title, QPointF(left, baseline), size, SEMIBOLD, colour(tokens.text))
    taken = label_width(title, size, SEMIBOLD) + _GAP
    if track.detail and title == track.title:
        detail = elided(track.detail, max(0.0, room - taken), size, REGULAR)
        at = QPointF(left + taken, baseline)
        draw_label(painter, detail, at, size, REGULAR, colour(tokens.quiet))


def _draw_swatch(painter: QPainter, rect: QRectF, paper: str) -> None:
    painter.setPen(pen(mixed(paper, INK, _SWATCH_EDGE), _RULE))
    painter.setBrush(colour(paper))
    painter.drawRoundedRect(rect, _SWATCH_RADIUS, _SWATCH_RADIUS)
