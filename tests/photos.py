"""Photos of paper walls, made for the tests."""

from pathlib import Path
from random import Random

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

#: Twelve megapixels, as a telephone takes them.
SIZE = (4000, 3000)
_PAPERS = ("#F6E27A", "#F2A7B5", "#A6D8A0", "#9CC9EE", "#F4B97C")
_WORDS = ("Rings us", "Finds the door", "Waits to be seen", "Is greeted", "Asks the price")


def boxes(count: int, size: tuple[int, int] = SIZE) -> list[QRect]:
    """Where the paper notes hang: rows of five."""
    width, height = size[0] // 6, size[1] // 6
    made = []
    for number in range(count):
        row, column = divmod(number, 5)
        left = round(width * (0.25 + column * 1.15))
        top = round(height * (0.25 + row * 1.35))
        made.append(QRect(left, top, width, height))
    return made


def photo(count: int = 20, size: tuple[int, int] = SIZE) -> QImage:
    """A wall with paper notes under uneven light; noisy, as a sensor is."""
    random = Random(7)
    grain = QImage(256, 256, QImage.Format.Format_RGB32)
    for x in range(256):
        for y in range(256):
            light = random.randrange(210, 240)
            grain.setPixelColor(x, y, QColor(light, light - 4, light - 12))
    made = QImage(*size, QImage.Format.Format_RGB32)
    with QPainter(made) as painter:
        painter.fillRect(made.rect(), grain)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for number, box in enumerate(boxes(count, size)):
            painter.fillRect(box, QColor(_PAPERS[number % len(_PAPERS)]))
            font = QFont("Inter")
            font.setPixelSize(max(6, box.height() // 6))
            painter.setFont(font)
            painter.setPen(QColor("#202840"))
            words = f"{_WORDS[number % len(_WORDS)]} {number + 1}"
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
    return made


def write_photo(path: Path, count: int = 20, size: tuple[int, int] = SIZE) -> Path:
    """The same as a file, of the kind its name says."""
    if not photo(count, size).save(str(path), quality=88):
        raise OSError(f"not written: {path}")
    return path
