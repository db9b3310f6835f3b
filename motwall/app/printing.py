"""Printing: the PDF pages, drawn on the printer that the system's dialog gives; in any thread."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from motwall.app.jobs import Progress
from motwall.app.pdf_pages import PdfPages
from motwall.export.options import Paper

#: Enough for the finest rule and the smallest note, and still kind to memory.
DOTS_PER_INCH = 200
POINTS_PER_INCH = 72

_PAPERS = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.LETTER: QPageSize.PageSizeId.Letter,
    Paper.A3: QPageSize.PageSizeId.A3,
    Paper.TABLOID: QPageSize.PageSizeId.Tabloid,
}


def printer_for(paper: Paper, title: str) -> QPrinter:
    """The system's usual printer with that paper in it, for its dialog to begin with."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_PAPERS[paper]))
    printer.setDocName(title)
    printer.setCreator("motwall")
    return printer


def print_pdf(data: bytes, printer: QPrinter, progress: Progress | None = None) -> int:
    """Draw every page of a PDF on a printer, turned as the page is; returns how many.

    Raises:
        Cancelled: If `progress` raises it, which is told before each page.
    """
    with PdfPages(data) as pages:
        count = len(pages.sizes)
        painter = QPainter()
        try:
            for number, size in enumerate(pages.sizes):
                if progress is not None:
                    progress(number, count)
                image = pages.image(number, round(size.width * DOTS_PER_INCH / POINTS_PER_INCH))
                _turn(printer, image)
                if number == 0:
                    painter.begin(printer)
                else:
                    printer.newPage()
                _draw(painter, image)
        except BaseException:
            printer.abort()
            raise
        finally:
            if painter.isActive():
                painter.end()
    return count


def _turn(printer: QPrinter, image: QImage) -> None:
    is_wide = image.width() > image.height()
    ways = QPageLayout.Orientation
    printer.setPageOrientation(ways.Landscape if is_wide else ways.Portrait)


def _draw(painter: QPainter, image: QImage) -> None:
    area = painter.viewport()
    size = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(area.topLeft(), QSize(size.width(), size.height()))
    place.moveCenter(area.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)
