"""A page to draw on: points from its top left corner, y downwards, colours as "#RRGGBB".

All drawing goes through here. Text is drawn as it is: there is no markup to escape.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from motwall.export.pdf.fonts import Face, runs, text_width
from motwall.model.layout import Rect

#: A piece of a path: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",).
Command = tuple[str, *tuple[float, ...]]

INK = "#1A1A1A"
QUIET = "#5B5A55"
FAINT = "#B9B5AB"
WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text looks; size and leading (from baseline to baseline) in points."""

    face: Face
    size: float
    leading: float
    colour: str = INK
    tracking: float = 0.0

    def width(self, text: str) -> float:
        """Of a line of text, points."""
        return text_width(text, self.face, self.size) + self.tracking * len(text)


@dataclass(frozen=True, slots=True)
class Pen:
    """How an outline looks; width in points."""

    colour: str = INK
    width: float = 0.75
    dash: tuple[float, ...] = ()


class Sheet:
    """One page of a canvas.

    Args:
        canvas: At the start of a fresh page of the right size.
        height: Of the page in drawing units.
        zoom: Points per drawing unit.
    """

    def __init__(self, canvas: Canvas, height: float, zoom: float = 1.0) -> None:
        self._canvas = canvas
        self._height = height
        canvas.scale(zoom, zoom)
        canvas.setLineJoin(1)

    def text(self, x: float, baseline: float, text: str, style: TextStyle) -> None:
        """Draw one line of text from x on."""
        pieces = runs(text, style.face)
        if not pieces:
            return
        drawing = self._canvas.beginText(x, self._height - baseline)
        drawing.setFillColorRGB(*_rgb(style.colour))
        drawing.setCharSpace(style.tracking)
        for font, piece in pieces:
            drawing.setFont(font, style.size)
            drawing.textOut(piece)
        self._canvas.drawText(drawing)

    def text_right(self, right: float, baseline: float, text: str, style: TextStyle) -> None:
        """Draw one line of text that ends at `right`."""
        self.text(right - style.width(text), baseline, text, style)

    def text_centred(self, middle: float, baseline: float, text: str, style: TextStyle) -> None:
        """Draw one line of text around `middle`."""
        self.text(middle - style.width(text) / 2, baseline, text, style)

    def rule(self, left: float, right: float, y: float, pen: Pen) -> None:
        """Draw a level line."""
        self.path([("M", left, y), ("L", right, y)], pen=pen)

    def box(self, area: Rect, *, fill: str = "", pen: Pen | None = None, radius: float = 0) -> None:
        """Draw a rectangle, its corners rounded by `radius`."""
        bottom = self._height - area.bottom
        self._set(fill, pen)
        self._canvas.roundRect(
            area.x,
            bottom,
            area.width,
            area.height,
            radius,
            stroke=int(pen is not None),
            fill=int(bool(fill)),
        )

    def disc(self, x: float, y: float, radius: float, fill: str, pen: Pen | None = None) -> None:
        """Draw a filled circle."""
        self._set(fill, pen)
        self._canvas.circle(x, self._height - y, radius, stroke=int(pen is not None), fill=1)

    def path(
        self, commands: Sequence[Command], *, fill: str = "", pen: Pen | None = None
    ) -> None:
        """Draw a path; line ends are round."""
        self._set(fill, pen)
        self._canvas.drawPath(
            self._traced(commands), stroke=int(pen is not None), fill=int(bool(fill))
        )

    @contextmanager
    def clipped(self, area: Rect) -> Iterator[None]:
        """Show nothing outside a rectangle while drawing inside the `with`."""
        self._canvas.saveState()
        try:
            outline = self._canvas.beginPath()
            outline.rect(area.x, self._height - area.bottom, area.width, area.height)
            self._canvas.clipPath(outline, stroke=0)
            yield
        finally:
            self._canvas.restoreState()

    def _traced(self, commands: Sequence[Command]) -> PDFPathObject:
        path = self._canvas.beginPath()
        for command, *numbers in commands:
            flipped = [
                self._height - number if place % 2 else number
                for place, number in enumerate(numbers)
            ]
            if command == "M":
                path.moveTo(*flipped)
            elif command == "L":
                path.lineTo(*flipped)
            elif command == "C":
                path.curveTo(*flipped)
            else:
                path.close()
        return path

    def _set(self, fill: str, pen: Pen | None) -> None:
        if fill:
            self._canvas.setFillColorRGB(*_rgb(fill))
        if pen is not None:
            self._canvas.setStrokeColorRGB(*_rgb(pen.colour))
            self._canvas.setLineWidth(pen.width)
            self._canvas.setLineCap(1)
            self._canvas.setDash(list(pen.dash))


@cache
def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255
