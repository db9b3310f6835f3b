"""A page to draw on: points from its top left corner, y downwards, colours as "#RRGGBB".

All drawing goes through here. Text is drawn as it is: there is no markup to escape.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

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

#: The ways PDF draws text.
_FILLED: Literal[0] = 0
_FILLED_AND_OUTLINED: Literal[2] = 2
#: Of an outline that stands in for a bold font, in sizes.
_BOLDNESS = 0.03


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
        if zoom != 1.0:
            canvas.scale(zoom, zoom)
        canvas.setLineJoin(1)

    def text(self, x: float, baseline: float, text: str, style: TextStyle) -> None:
        """Draw one line of text from x on."""
        pieces = runs(text, style.face)
        if not pieces:
            return
        if any(run.is_outlined for run in pieces):
            self._set("", Pen(style.colour, style.size * _BOLDNESS))
        drawing = self._canvas.beginText(x, self._height - baseline)
        drawing.setFillColorRGB(*_rgb(style.colour))
        drawing.setCharSpace(style.tracking)
        for run in pieces:
            drawing.setFont(run.font, style.size)
            drawing.setTextRenderMode(_FILLED_AND_OUTLINED if run.is_outlined else _FILLED)
            drawing.textOut(run.text)
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

    def path(self, commands: Sequence[Command], *, fill: str = "", pen: Pen | None = None) -> None:
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

    def stamp(self, name: str, area: Rect, draw: Callable[["Sheet"], None]) -> None:
        """Show a drawing that the file holds once, however often it is shown.

        Args:
            name: Of the drawing, in letters, digits, hyphens and points; equal names are equal
                drawings of an equal size.
            area: Where it goes; it is cut off at the edges.
            draw: Draws it on a sheet of that size.
        """
        canvas = self._canvas
        if not canvas.hasForm(name):
            canvas.beginForm(name, upperx=area.width, uppery=area.height)
            draw(Sheet(canvas, area.height))
            canvas.endForm()
        canvas.saveState()
        canvas.translate(area.x, self._height - area.bottom)
        canvas.doForm(name)
        canvas.restoreState()

    def field(self, area: Rect, name: str, tip: str, size: float = 10.0) -> None:
        """Have a text filled in on a screen; in fields of several lines where there is room.

        Args:
            area: Of the field; what is drawn below it shows through.
            name: Unlike that of any other field of the file, in letters, digits and hyphens.
            tip: What is asked for.
            size: Of the letters.
        """
        form: Any = self._canvas.acroForm  # its stubs know whole points only
        form.textfield(
            name=name,
            tooltip=tip,
            x=area.x,
            y=self._height - area.bottom,
            width=area.width,
            height=area.height,
            fontName="Helvetica",
            fontSize=size,
            borderWidth=0,
            fillColor=None,
            fieldFlags="multiline" if area.height > 2 * size else "",
            relative=True,
        )

    def check_field(self, area: Rect, name: str, tip: str) -> None:
        """Have a box ticked on a screen; its outline is drawn below it, as on paper."""
        form: Any = self._canvas.acroForm  # as above
        form.checkbox(
            name=name,
            tooltip=tip,
            x=area.x,
            y=self._height - area.bottom,
            size=area.height,
            borderWidth=0,
            fillColor=None,
            buttonStyle="check",
            relative=True,
        )

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
