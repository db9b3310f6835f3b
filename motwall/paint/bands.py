"""What lies behind the notes: stages, rows and lanes with their titles, numbers, the unsorted."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from motwall.i18n import translate
from motwall.model.layout import (
    HEAD_HEIGHT,
    NOTE_HEIGHT,
    NUMBER_HEIGHT,
    TITLE_HEIGHT,
    UNSORTED_HEAD,
    Band,
    Column,
    Rect,
    WallLayout,
)
from motwall.model.wrapping import BAND_PADDING, NOTE_WIDTH
from motwall.paint.colours import NO_BRUSH, NO_PEN, colour, pen
from motwall.paint.labels import (
    CAP_HEIGHT,
    MEDIUM,
    REGULAR,
    SEMIBOLD,
    draw_centred,
    draw_label,
    elided,
    is_readable,
    label_width,
    readable_size,
)
from motwall.paint.note_geometry import CORNER_RADIUS
from motwall.paint.tokens import Tokens
from motwall.paint.tracks import draw_tracks

BAND_RADIUS = 7.0
#: Titles and numbers grow while the wall is zoomed out, so that they can still be read.
_TITLE_SIZE, _TITLE_LARGEST = 8.4, 11.0
_NUMBER_SIZE, _NUMBER_LARGEST = 9.4, 11.5
_LABEL_PIXELS = 11.0
_TITLE_LEFT = BAND_PADDING + 1.0
_WORD_GAP = 3.0
_DASHED = 0.9
_DASH_ALPHA = 150
_HINT_SIZE = 9.4


def to_qt(rect: Rect) -> QRectF:
    """The layout's rectangle as Qt's."""
    return QRectF(*rect)


def draw_timeline(
    painter: QPainter, layout: WallLayout, tokens: Tokens, exposed: QRectF | None = None
) -> None:
    """Draw bands, titles, rows or lanes, step numbers, and an empty timeline's ghost column.

    Args:
        painter: Scene units (mm).
        layout: The wall.
        tokens: The theme.
        exposed: What has to be drawn, mm; None for all.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for band in layout.bands:
        if exposed is None or exposed.intersects(to_qt(band.rect)):
            draw_band(painter, band, tokens)
    for line in layout.lines:
        if exposed is not None and (exposed.bottom() < line.top or line.bottom < exposed.top()):
            continue
        draw_tracks(painter, line.tracks, tokens)
        for column in line.columns:
            if exposed is None or exposed.intersects(_foot(column)):
                draw_column_foot(painter, column, tokens)
    if layout.ghost is not None:
        draw_ghost(painter, to_qt(layout.ghost), tokens)
    painter.restore()


def draw_band(painter: QPainter, band: Band, tokens: Tokens) -> None:
    """Draw the ground of a stage and its title; "continued" where it began on an earlier line."""
    rect = to_qt(band.rect)
    _draw_ground(painter, rect, tokens)
    size = readable_size(painter, _TITLE_SIZE, _TITLE_LARGEST, _LABEL_PIXELS)
    if not band.title or not is_readable(painter, size):
        return
    words = translate("Wall", "continued") if band.is_continued else ""
    taken = label_width(words, size, REGULAR) + _WORD_GAP if words else 0.0
    room = rect.width() - _TITLE_LEFT - BAND_PADDING - taken
    title = elided(band.title.upper(), room, size, SEMIBOLD)
    left = rect.left() + _TITLE_LEFT
    baseline = rect.top() + TITLE_HEIGHT / 2 + size * CAP_HEIGHT / 2 - 1.0
    quiet = colour(tokens.quiet)
    draw_label(painter, title, QPointF(left, baseline), size, SEMIBOLD, quiet)
    if words:
        left += label_width(title, size, SEMIBOLD) + _WORD_GAP
        draw_label(painter, words, QPointF(left, baseline), size, REGULAR, quiet)


def draw_column_foot(painter: QPainter, column: Column, tokens: Tokens) -> None:
    """Draw the number of a step under its column, and its title beside it."""
    size = readable_size(painter, _NUMBER_SIZE, _NUMBER_LARGEST, _LABEL_PIXELS)
    if not is_readable(painter, size):
        return
    middle = _foot(column).center()
    number = str(column.number)
    quiet = colour(tokens.quiet)
    if not column.title:
        draw_centred(painter, number, middle, size, SEMIBOLD, quiet)
        return
    number_width = label_width(number, size, SEMIBOLD) + _WORD_GAP
    title = elided(column.title, column.rect.width - number_width, size, MEDIUM)
    left = middle.x() - (number_width + label_width(title, size, MEDIUM)) / 2
    baseline = middle.y() + size * CAP_HEIGHT / 2
    draw_label(painter, number, QPointF(left, baseline), size, SEMIBOLD, quiet)
    draw_label(painter, title, QPointF(left + number_width, baseline), size, MEDIUM, quiet)


def draw_ghost(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Draw the column that waits for the first note of an empty timeline."""
    _draw_ground(painter, rect, tokens)
    note = QRectF(rect.left() + BAND_PADDING, rect.top() + HEAD_HEIGHT, NOTE_WIDTH, NOTE_HEIGHT)
    _draw_dashes(painter, note, CORNER_RADIUS, tokens)
    quiet = colour(tokens.quiet)
    if is_readable(painter, _HINT_SIZE):
        words = translate("Wall", "First step")
        hint = elided(words, NOTE_WIDTH - 2 * _WORD_GAP, _HINT_SIZE, MEDIUM)
        draw_centred(painter, hint, note.center(), _HINT_SIZE, MEDIUM, quiet)
        middle = QPointF(note.center().x(), rect.bottom() - (rect.bottom() - note.bottom()) / 2)
        draw_centred(painter, "1", middle, _NUMBER_SIZE, SEMIBOLD, quiet)


def draw_unsorted(painter: QPainter, layout: WallLayout, tokens: Tokens, count: int) -> None:
    """Draw the frame and heading of the unsorted area.

    Args:
        painter: Scene units (mm).
        layout: The wall.
        tokens: The theme.
        count: How many notes lie there.
    """
    rect = to_qt(layout.unsorted)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = _DASHED / 2
    _draw_dashes(painter, rect.adjusted(inset, inset, -inset, -inset), BAND_RADIUS, tokens)
    size = readable_size(painter, _TITLE_SIZE, _TITLE_LARGEST, _LABEL_PIXELS)
    if is_readable(painter, size):
        name = translate("Wall", "Unsorted")
        left = rect.left() + _TITLE_LEFT
        baseline = rect.top() + UNSORTED_HEAD / 2 + size * CAP_HEIGHT / 2 + 0.5
        quiet = colour(tokens.quiet)
        draw_label(painter, name, QPointF(left, baseline), size, SEMIBOLD, quiet)
        left += label_width(name, size, SEMIBOLD)
        room = rect.right() - BAND_PADDING - left
        hint = elided(_unsorted_hint(count), room, size, REGULAR)
        draw_label(painter, hint, QPointF(left, baseline), size, REGULAR, quiet)
    painter.restore()


def _unsorted_hint(count: int) -> str:
    if count:
        words = translate("Wall", "notes lie freely here until they are lined up")
    else:
        words = translate("Wall", "room for notes that have no step yet")
    return f"  \u00b7  {words}"


def _foot(column: Column) -> QRectF:
    return QRectF(column.rect.x, column.rect.bottom, column.rect.width, NUMBER_HEIGHT)


def _draw_ground(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    painter.setPen(NO_PEN)
    painter.setBrush(colour(tokens.band))
    painter.drawRoundedRect(rect, BAND_RADIUS, BAND_RADIUS)


def _draw_dashes(painter: QPainter, rect: QRectF, radius: float, tokens: Tokens) -> None:
    painter.setPen(pen(tokens.quiet, _DASHED, _DASH_ALPHA, is_dashed=True))
    painter.setBrush(NO_BRUSH)
    painter.drawRoundedRect(rect, radius, radius)
