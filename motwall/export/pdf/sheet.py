"""A page to draw on: points from its top left corner, y downwards, colours as "#RRGGBB".

All drawing goes through here. Text is drawn as it is: there is no markup to escape.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from typing import Literal

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from motwall.export.pdf.backwards import has_backwards, starts_backwards
from motwall.export.pdf.fields import add_check_field, add_text_field
from motwall.export.pdf.fonts import Face, runs, text_width
from motwall.export.pdf.operators import (
    Command,
    fill_colour,
    letters,
    line_style,
    number,
    numbers,
    painted,
    path,
    rectangle,
)
from motwall.export.pdf.photos import Photo
from motwall.model.layout import Rect

__all__ = [
    "FAINT",
    "INK",
    "QUIET",
    "WHITE",
    "Command",
    "Pen",
    "Sheet",
    "TextStyle",
    "fitted",
]

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
        return text_width(text, self.face, self.size) + self.tracking_of(text) * len(text)

    def tracking_of(self, text: str) -> float:
        """Between the letters of a line; it would tear joined ones apart."""
        return 0.0 if has_backwards(text) else self.tracking


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

    def text(
        self, x: float, baseline: float, text: str, style: TextStyle, width: float = 0.0
    ) -> None:
        """Draw one line of text; see `lines`."""
        self.lines(x, baseline, (text,), style, width)

    def lines(
        self,
        x: float,
        baseline: float,
        lines: Sequence[str],
        style: TextStyle,
        width: float = 0.0,
    ) -> None:
        """Draw lines of text, each a leading below the one before it.

        Args:
            x: Where they begin.
            baseline: Of the first.
            lines: As they are read.
            style: How they look.
            width: Of the place they are in: lines in Arabic and Hebrew begin at its right end; 0 if
                those, too, begin at x.
        """
        found = [letters(self._canvas, line, style.face, style.size) for line in lines]
        shown = [one for one in found if one is not None]
        if len(shown) < len(found):
            for line in lines:
                over = width - style.width(line) if width and starts_backwards(line) else 0.0
                self._mixed_text(x + max(0.0, over), baseline, line, style)
                baseline += style.leading
            return
        if not any(shown):
            return
        below = f" 0 {number(-style.leading)} Td "
        spacing = f"{number(style.tracking)} Tc " if style.tracking else ""
        self._canvas.addLiteral(
            f"BT {fill_colour(style.colour)} {spacing}{numbers((x, self._height - baseline))} Td "
            f"{below.join(shown)}{' 0 Tc' if spacing else ''} ET"
        )

    def _mixed_text(self, x: float, baseline: float, text: str, style: TextStyle) -> None:
        """Draw a line that needs several fonts, or runs from right to left."""
        pieces = runs(text, style.face)
        if not pieces:
            return
        # What is set for a text outlives it: rise, spacing, outlined letters.
        self._canvas.saveState()
        if any(run.is_outlined for run in pieces):
            self._set("", Pen(style.colour, style.size * _BOLDNESS))
        drawing = self._canvas.beginText(x, self._height - baseline)
        drawing.setFillColorRGB(*_rgb(style.colour))
        drawing.setCharSpace(style.tracking_of(text))
        for run in pieces:
            drawing.setFont(run.font, style.size)
            drawing.setTextRenderMode(_FILLED_AND_OUTLINED if run.is_outlined else _FILLED)
            if run.at is not None:
                over, up = run.at
                drawing.setTextOrigin(x + over * style.size, self._height - baseline)
                drawing.setRise(up * style.size)
            drawing.textOut(run.text)
        self._canvas.drawText(drawing)
        self._canvas.restoreState()

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
        self._paint(rectangle(area.x, bottom, area.width, area.height, radius), fill, pen)

    def disc(self, x: float, y: float, radius: float, fill: str, pen: Pen | None = None) -> None:
        """Draw a filled circle."""
        side = 2 * radius
        outline = rectangle(x - radius, self._height - y - radius, side, side, radius)
        self._paint(outline, fill, pen)

    def path(self, commands: Sequence[Command], *, fill: str = "", pen: Pen | None = None) -> None:
        """Draw a path; line ends are round."""
        self._paint(path(commands, self._height), fill, pen)

    @contextmanager
    def zoomed(self, area: Rect, zoom: float) -> Iterator["Sheet"]:
        """A sheet that is shown smaller or larger in an area; so many points to each of its own."""
        self._canvas.saveState()
        try:
            self._canvas.translate(area.x, self._height - area.bottom)
            yield Sheet(self._canvas, area.height / zoom, zoom)
        finally:
            self._canvas.restoreState()

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
        canvas.addLiteral(f"q 1 0 0 1 {numbers((area.x, self._height - area.bottom))} cm")
        canvas.doForm(name)
        canvas.addLiteral("Q")

    def picture(self, encoded: bytes, area: Rect) -> None:
        """Show a picture from the top left corner of an area, as large as it fits there.

        Args:
            encoded: Of our own making, see `Branding.logo` and `Photo`; never a path.
            area: Nothing is drawn outside it.
        """
        image = _read(encoded)
        width, height = fitted(encoded, area.width, area.height)
        x, y = area.x, self._height - area.y - height
        self._canvas.drawImage(image, x, y, width, height, mask="auto")

    def photo(self, photo: Photo, area: Rect) -> None:
        """Show a photo that fills an area; the file holds it once."""
        name = f"photo-{photo.name}-{area.width:.2f}-{area.height:.2f}"
        whole = area._replace(x=0.0, y=0.0)
        self.stamp(name, area, lambda sheet: sheet.picture(photo.jpeg, whole))

    def field(self, area: Rect, name: str, tip: str, size: float = 10.0) -> None:
        """Have a text filled in on a screen; in fields of several lines where there is room.

        Args:
            area: Of the field; what is drawn below it shows through.
            name: Tells it from the other fields of the file; a number is added if it does not.
            tip: What is asked for.
            size: Of the letters.
        """
        add_text_field(self._canvas, self._flipped(area), name, tip, size)

    def check_field(self, area: Rect, name: str, tip: str) -> None:
        """Have a box ticked on a screen; its outline is drawn below it, as on paper."""
        add_check_field(self._canvas, self._flipped(area), name, tip)

    def _flipped(self, area: Rect) -> Rect:
        """The area as the canvas has it: its y is that of its lower edge, from the page's."""
        return area._replace(y=self._height - area.bottom)

    def _paint(self, outline: str, fill: str, pen: Pen | None) -> None:
        words = [fill_colour(fill)] if fill else []
        if pen is not None:
            words.append(line_style(pen.colour, pen.width, pen.dash))
        words += [outline, painted(is_filled=bool(fill), is_outlined=pen is not None)]
        self._canvas.addLiteral(" ".join(words))

    def _set(self, fill: str, pen: Pen | None) -> None:
        if fill:
            self._canvas.setFillColorRGB(*_rgb(fill))
        if pen is not None:
            self._canvas.setStrokeColorRGB(*_rgb(pen.colour))
            self._canvas.setLineWidth(pen.width)
            self._canvas.setLineCap(1)
            self._canvas.setDash(list(pen.dash))


def fitted(encoded: bytes, width: float, height: float) -> tuple[float, float]:
    """The size at which a picture fits into another."""
    across, down = _read(encoded).getSize()
    scale = min(width / across, height / down)
    return across * scale, down * scale


@lru_cache(maxsize=2)
def _read(encoded: bytes) -> ImageReader:
    return ImageReader(BytesIO(encoded))


@cache
def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255
