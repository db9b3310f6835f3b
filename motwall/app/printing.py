"""Printing: the PDF pages, drawn on the printer that the system's dialog gives."""

from pathlib import Path

import pypdfium2
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

#: Enough for the finest rule and the smallest note, and still kind to memory.
DOTS_PER_INCH = 200
POINTS_PER_INCH = 72


def print_pdf(path: Path, printer: QPrinter) -> int:
    """Draw every page of a PDF on a printer, turned as the page is; returns how many."""
    document = pypdfium2.PdfDocument(path)
    try:
        count = len(document)
        painter = QPainter()
        for number in range(count):
            image = _page_image(document, number)
            is_wide = image.width() > image.height()
            way = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
            printer.setPageOrientation(way)
            if number == 0:
                painter.begin(printer)
            else:
                printer.newPage()
            _draw(painter, image)
        painter.end()
    finally:
        document.close()
    return count


def _page_image(document: pypdfium2.PdfDocument, number: int) -> QImage:
    page = document[number]
    bitmap = page.render(scale=DOTS_PER_INCH / POINTS_PER_INCH, rev_byteorder=True)
    picture = bitmap.to_pil().convert("RGB")
    data = picture.tobytes()
    line = 3 * picture.width
    image = QImage(data, picture.width, picture.height, line, QImage.Format.Format_RGB888)
    return image.copy()


def _draw(painter: QPainter, image: QImage) -> None:
    area = painter.viewport()
    size = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(area.topLeft(), QSize(size.width(), size.height()))
    place.moveCenter(area.center())
    painter.drawImage(place, image)
