"""The words of a note, fitted and shaped once and kept for the next painting."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

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
#: Of a bar, in shares of the font size.
_BAR_HEIGHT = 0.5


@dataclass(slots=True)
class SetText:
    """Words ready to be drawn, in the thread that made them.

    Attributes:
        fitted: Their size and lines.
        width: Of their box, mm.
        layout: Their shapes, in tenths of a mm from the top left corner of the box; made when they
            are first drawn.
        bars: What stands for the lines when letters would be too small to see, mm from the same
            corner; made when they are first drawn.
    """

    fitted: FittedText
    width: float
    layout: QTextLayout | None = None
    bars: list[QRectF] | None = None


class NoteTexts:
    """Sets the texts of notes, and keeps the latest."""

    def __init__(self) -> None:
        """Start empty."""
        self._kept = lru_cache(maxsize=_KEPT)(_set_text)

    def set_text(self, text: str, place: QRectF) -> SetText:
        """Fit a text into a box, mm; see `textfit.fit_text`."""
        # Rounded: the same box elsewhere on the wall differs in the last bits.
        return self._kept(text, round(place.width(), 3), round(place.height(), 3))


def _set_text(text: str, width: float, height: float) -> SetText:
    clean = clean_text(text).text
    return SetText(fit_text(clean, width, height, NOTE_TEXT_SIZES, unit_width(MEDIUM)), width)


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


def draw_bars(painter: QPainter, words: SetText, box: QRectF, ink: QColor) -> None:
    """Draw a bar for every line, for when letters would be too small to see."""
    if words.bars is None:
        words.bars = list(_bars(words.fitted))
    painter.save()
    painter.translate(box.x(), _first_top(words, box))
    painter.setPen(NO_PEN)
    painter.setBrush(ink)
    painter.drawRects(words.bars)
    painter.restore()


def _bars(fitted: FittedText) -> Iterator[QRectF]:
    measure = unit_width(MEDIUM)
    size = fitted.size
    for number, line in enumerate(fitted.lines):
        pieces = line.split(" ")
        width = sum(map(measure, pieces)) + measure(" ") * (len(pieces) - 1)
        top = size * (LINE_SPACING * number + 1 - _BAR_HEIGHT)
        yield QRectF(0.0, top, width * size, size * _BAR_HEIGHT)


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
