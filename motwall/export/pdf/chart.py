"""Prints the primitives of a chart in ink and grey; see `model.charts`."""

from dataclasses import dataclass

from motwall.export.pdf.fonts import Face, unit_width
from motwall.export.pdf.marks import draw_face
from motwall.export.pdf.sheet import FAINT, INK, QUIET, WHITE, Command, Pen, Sheet, TextStyle
from motwall.model.charts import Anchor, Box, Chart, ChartLook, Ink, Words
from motwall.model.layout import Rect

_LINES = {
    Ink.AXIS: Pen(QUIET, 0.6),
    Ink.GRID: Pen("#DAD6CC", 0.4),
    Ink.TARGET: Pen(INK, 1.0, (6.0, 3.0)),
    Ink.SESSION: Pen(QUIET, 0.8, (4.0, 2.2, 0.6, 2.2)),
    Ink.ACTION: Pen(INK, 1.0, (0.4, 2.0)),
    Ink.SERIES: Pen(INK, 1.2),
}
_FILLINGS = {
    Ink.GOOD_SIDE: "#F1EFEA",
    Ink.REACHED: "#ECEAE4",
    Ink.CURRENT: "#D3CFC4",
    Ink.AHEAD: WHITE,
}
_OUTLINES = {
    Ink.REACHED: Pen(QUIET, 0.6),
    Ink.CURRENT: Pen(INK, 1.5),
    Ink.AHEAD: Pen(QUIET, 0.6, (2.5, 2.0)),
}
_HEAVY = {Ink.LATEST, Ink.CURRENT}
_QUIET_INKS = {Ink.LABEL, Ink.AHEAD}
_PLAIN = Pen(INK, 0.6)


def chart_look(width: float, height: float, text_size: float) -> ChartLook:
    """The look of a chart on paper, points."""
    return ChartLook(width, height, text_size, unit_width(Face.SEMIBOLD))


def draw_chart(
    sheet: Sheet, chart: Chart, x: float, y: float, *, is_ink_saver: bool = False
) -> None:
    """Print a chart with its top left corner at x, y; to save ink without what is filled."""
    for box in chart.boxes:
        _draw_box(sheet, box, x, y, is_filled=not is_ink_saver)
    for stroke in chart.strokes:
        first, *others = stroke.spots
        path: list[Command] = [("M", x + first.x, y + first.y)]
        path += [("L", x + spot.x, y + spot.y) for spot in others]
        sheet.path(path, pen=_LINES.get(stroke.ink, _PLAIN))
    for dot in chart.dots:
        outline = Pen(WHITE, 1.0) if dot.ink is Ink.LATEST else None
        sheet.disc(x + dot.x, y + dot.y, dot.radius, INK, outline)
    for face in chart.faces:
        draw_face(sheet, x + face.x, y + face.y, face.size, face.rating)
    for words in chart.words:
        _draw_words(sheet, words, x, y)


@dataclass(frozen=True, slots=True)
class ChartPiece:
    """A chart in the cell of a table."""

    chart: Chart
    is_ink_saver: bool = False

    @property
    def height(self) -> float:
        """Of the chart."""
        return self.chart.height

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Print it."""
        draw_chart(sheet, self.chart, x, y, is_ink_saver=self.is_ink_saver)


def _draw_box(sheet: Sheet, box: Box, x: float, y: float, *, is_filled: bool) -> None:
    outline = _OUTLINES.get(box.ink)
    half = outline.width / 2 if outline else 0.0
    area = Rect(
        x + box.x + half, y + box.y + half, box.width - 2 * half, max(0.0, box.height - 2 * half)
    )
    if is_filled or outline is not None:
        fill = _FILLINGS.get(box.ink, FAINT) if is_filled else ""
        sheet.box(area, fill=fill, pen=outline)


def _draw_words(sheet: Sheet, words: Words, x: float, y: float) -> None:
    face = Face.SEMIBOLD if words.ink in _HEAVY else Face.REGULAR
    ink = QUIET if words.ink in _QUIET_INKS else INK
    style = TextStyle(face, words.size, words.size, ink)
    at, baseline = x + words.x, y + words.y
    if words.anchor is Anchor.END:
        sheet.text_right(at, baseline, words.text, style)
    elif words.anchor is Anchor.MIDDLE:
        sheet.text_centred(at, baseline, words.text, style)
    else:
        sheet.text(at, baseline, words.text, style)
