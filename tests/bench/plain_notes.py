"""The notes of a wall without motwall: rectangles with words and badges, in px at 100 %."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap, QStaticText, QTextOption, QTransform

CELL = 880
#: More than are in view at the least zoom at which notes have words.
MOST_PICTURES = 800
_PADDING = 7.0
_BADGE = 16.0
_INK, _GREEN, _WHITE = QColor("#333333"), QColor("#2e7d32"), QColor("#ffffff")


@dataclass(slots=True, eq=False)
class Note:
    """A note: where it lies, px at 100 %, and what it shows."""

    id: str
    rect: QRectF
    text: str
    colour: QColor
    is_ticked: bool
    rating: int


def read_notes(path: Path) -> list[Note]:
    """All notes of the database that the program's process wrote."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT * FROM note").fetchall()
    connection.close()
    colours = {row[6]: QColor(row[6]) for row in rows}
    return [
        Note(row[0], QRectF(*row[1:5]), row[5], colours[row[6]], bool(row[7]), row[8])
        for row in rows
    ]


class Index:
    """Which notes lie in a part of the wall: a grid."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self._cells: dict[tuple[int, int], set[Note]] = {}
        for note in notes:
            self.add(note)

    def add(self, note: Note) -> None:
        for cell in _cells(note.rect):
            self._cells.setdefault(cell, set()).add(note)

    def remove(self, note: Note) -> None:
        for cell in _cells(note.rect):
            self._cells[cell].discard(note)

    def within(self, rect: QRectF) -> set[Note]:
        found: set[Note] = set()
        for cell in _cells(rect):
            found |= self._cells.get(cell, set())
        return found


def _cells(rect: QRectF) -> Iterator[tuple[int, int]]:
    for column in range(int(rect.left() // CELL), int(rect.right() // CELL) + 1):
        for row in range(int(rect.top() // CELL), int(rect.bottom() // CELL) + 1):
            yield column, row


class NotePictures:
    """A picture at 100 % of each note lately wanted."""

    def __init__(self) -> None:
        self._kept: dict[Note, QPixmap] = {}
        self._font, self._small = QFont(), QFont()
        self._font.setPixelSize(13)
        self._small.setPixelSize(11)
        self._wrap = QTextOption()
        self._wrap.setWrapMode(QTextOption.WrapMode.WordWrap)
        self._tick = self._static("\u2713", self._small)

    def picture(self, note: Note) -> QPixmap:
        """Drawn when it is asked for."""
        found = self._kept.get(note)
        if found is None:
            if len(self._kept) > MOST_PICTURES:
                del self._kept[next(iter(self._kept))]
            found = self._kept[note] = self._drawn(note)
        return found

    def _static(self, words: str, font: QFont, width: float = -1.0) -> QStaticText:
        text = QStaticText(words)
        text.setTextFormat(Qt.TextFormat.PlainText)
        if width > 0:
            text.setTextOption(self._wrap)
            text.setTextWidth(width)
        text.prepare(QTransform(), font)
        return text

    def _drawn(self, note: Note) -> QPixmap:
        size: QSizeF = note.rect.size()
        pixmap = QPixmap(size.toSize())
        pixmap.fill(note.colour)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(_INK)
            painter.setFont(self._font)
            words = self._static(note.text, self._font, size.width() - 2 * _PADDING)
            painter.drawStaticText(QPointF(_PADDING, _PADDING), words)
            self._draw_badges(painter, note, size)
        return pixmap

    def _draw_badges(self, painter: QPainter, note: Note, size: QSizeF) -> None:
        top = size.height() - _BADGE - 4
        painter.setFont(self._small)
        if note.is_ticked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_GREEN)
            painter.drawEllipse(QRectF(4, top, _BADGE, _BADGE))
            painter.setPen(_WHITE)
            painter.drawStaticText(QPointF(8, top), self._tick)
        if note.rating:
            box = QRectF(size.width() - 50, top, 46, _BADGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_WHITE)
            painter.drawRoundedRect(box, _BADGE / 2, _BADGE / 2)
            painter.setPen(_INK)
            stars = self._static("\u2605" * note.rating, self._small)
            painter.drawStaticText(QPointF(box.left() + 5, top), stars)
