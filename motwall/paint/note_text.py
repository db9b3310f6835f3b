"""The words of a note, fitted and shaped once and kept for the next painting."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption

from motwall.model.clean_text import clean_text
from motwall.model.textfit import LINE_SPACING, FittedText, fit_text
from motwall.paint.colours import NO_PEN
from motwall.paint.fonts import UNITS_PER_MM, sized_font, unit_width
from motwall.paint.labels import MEDIUM
from motwall.paint.note_geometry import NOTE_TEXT_SIZES

#: More than are readable on one screen at a time.
_KEPT = 4096
#: What comes after plain Latin may reach over its line: it is clipped to the box.
_LAST_TAME = "\u024f"
_ORIGIN = QPointF(0.0, 0.0)
_SEPARATOR = "\u2028"
#: Where the box has height to spare, the words keep a distance from the strip; share and mm.
_SPARE_SHARE = 0.5
_MOST_SPARE = 3.0
_BARS_KEPT = 30_000
#: Of a bar, in shares of the font size.
_BAR_HEIGHT = 0.5
#: How wide letters and blanks are on average, in shares of the font size.
_MEAN_LETTER = 0.55
#: How much of a line words fill, on average.
_FILLED = 0.86


@dataclass(slots=True)
class SetText:
    """Words ready to be drawn, in the thread that made them.

    Attributes:
        fitted: Their size and lines.
        width: Of their box, mm.
        layout: Their shapes, in tenths of a mm from the top left corner of the box; made when they
            are first drawn.
    """

    fitted: FittedText
    width: float
    layout: QTextLayout | None = None


class Bars(NamedTuple):
    """Bars in place of words: the size the letters would have and the bars, mm."""

    size: float
    rects: list[QRectF]


class NoteTexts:
    """Sets the texts of notes, and keeps the latest."""

    def __init__(self, sizes: Sequence[float] = NOTE_TEXT_SIZES) -> None:
        """Start empty; `sizes` are those that are tried, mm, largest first."""
        self._kept = lru_cache(maxsize=_KEPT)(partial(_set_text, sizes))
        self._bars = lru_cache(maxsize=_BARS_KEPT)(_bars)

    def set_text(self, text: str, place: QRectF) -> SetText:
        """Fit a text into a box, mm; see `textfit.fit_text`."""
        # Rounded: the same box elsewhere on the wall differs in the last bits.
        return self._kept(text, round(place.width(), 3), round(place.height(), 3))

    def bars(self, text: str, place: QRectF) -> Bars:
        """What stands for the lines when letters would be too small to see."""
        left, top = round(place.x(), 3), round(place.y(), 3)
        return self._bars(text, left, top, round(place.width(), 3), round(place.height(), 3))


def _set_text(sizes: Sequence[float], text: str, width: float, height: float) -> SetText:
    clean = clean_text(text).text
    return SetText(fit_text(clean, width, height, sizes, unit_width(MEDIUM)), width)


def draw_set_text(painter: QPainter, words: SetText, box: QRectF, ink: QColor) -> None:
    """Draw the words into their box, in scene units (mm)."""
    if words.layout is None:
        words.layout = _shaped(words.fitted, words.width)
    painter.save()
    if not _is_tame(words.fitted):
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.translate(box.x(), _first_top(words, box))
    painter.scale(1 / UNITS_PER_MM, 1 / UNITS_PER_MM)
    painter.setPen(ink)
    words.layout.draw(painter, _ORIGIN)
    painter.restore()


def draw_bars(painter: QPainter, bars: Bars, ink: QColor) -> None:
    """Draw a bar for every line of words; leaves its pen and brush."""
    painter.setPen(NO_PEN)
    painter.setBrush(ink)
    painter.drawRects(bars.rects)


def _bars(text: str, left: float, top: float, width: float, height: float) -> Bars:
    """Roughly where the lines would be: a wall of thousands of notes is seen before it is read."""
    total = len(text) * _MEAN_LETTER
    most = 1
    size = count = 0.0
    for size in NOTE_TEXT_SIZES:
        count = max(1.0, total * size / (width * _FILLED))
        most = max(1, int(height / (size * LINE_SPACING)))
        if count <= most:
            break
    count = min(count, float(most))
    rects = []
    for number in range(ceil(count)):
        share = min(1.0, count - number)
        line = top + size * (LINE_SPACING * number + 1 - _BAR_HEIGHT)
        rects.append(QRectF(left, line, width * _FILLED * share, size * _BAR_HEIGHT))
    return Bars(size, rects)


def _first_top(words: SetText, box: QRectF) -> float:
    spare = (box.height() - words.fitted.height) * _SPARE_SHARE
    return box.top() + max(0.0, min(spare, _MOST_SPARE))


def _shaped(fitted: FittedText, width: float) -> QTextLayout:
    size = fitted.size * UNITS_PER_MM
    text = _SEPARATOR.join(fitted.lines)
    layout = QTextLayout(text, sized_font(MEDIUM, round(size)))
    is_reversed = not _is_tame(fitted) and _is_right_to_left(text)
    layout.setTextOption(_option(is_reversed))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    for number in range(len(fitted.lines)):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width * UNITS_PER_MM)
        # One size below the top, whatever font a line falls back to.
        line.setPosition(QPointF(0.0, size * (1 + LINE_SPACING * number) - line.ascent()))
    layout.endLayout()
    return layout


@cache
def _option(is_reversed: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    if is_reversed:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    return option


def _is_tame(fitted: FittedText) -> bool:
    """Whether no letter reaches out of its line."""
    return all(line.isascii() or max(line) <= _LAST_TAME for line in fitted.lines)


def _is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs leftwards (Unicode's rule P2)."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((one for one in strong if one in {"L", "R", "AL"}), "L") != "L"
