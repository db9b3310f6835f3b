"""A worksheet: process steps, and the moments of each as questions; one worked, thirteen blank."""

from dataclasses import dataclass
from functools import partial
from math import ceil

from motwall.export.options import PdfOptions
from motwall.export.pdf.blanks import PITCH, RULING
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import Frame, upright
from motwall.export.pdf.part import Part
from motwall.export.pdf.pieces import QUIET_BODY, SMALL, TextLine, text_lines
from motwall.export.pdf.sheet import INK, QUIET, Pen, Sheet, TextStyle
from motwall.i18n import translate
from motwall.model.layout import Rect
from motwall.model.store import Store

_COLUMNS = 2
_BLANK_CELLS = 13
#: Each step has room for so many moments at least.
_LEAST_LINES = 5
_HEAD = 20.0
_GAP = 14.0
_PADDING = 6.0
_STEP = TextStyle(Face.BOLD, 11.0, 14.0)
_WRITTEN = TextStyle(Face.REGULAR, 9.0, 12.0)
_BORDER = Pen(INK, 0.75)
_EXAMPLE = TextStyle(Face.SEMIBOLD, 7.5, 10.0, QUIET)
_INTRO_GAP = 8.0


def grid_part(store: Store, options: PdfOptions) -> Part:
    """Lay out the worksheet; it is blank, whatever is on the wall."""
    title = translate("Handout", "Steps and moments")
    frame = Frame.of(store, upright(options.paper), title, options)
    layout = _Layout.of(frame)
    pages = (partial(_draw, frame, layout, options, number) for number in range(layout.pages))
    return Part(frame, tuple(pages))


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the cells are on each page; the rows of all pages are as high as those of the first."""

    pages: int
    rows: int
    cell: Rect

    @classmethod
    def of(cls, frame: Frame) -> "_Layout":
        """As few pages as leave room to write by hand."""
        body = frame.body
        top = len(_intro(body.width)) * QUIET_BODY.leading + _INTRO_GAP
        room = body.height - top
        rows = ceil((1 + _BLANK_CELLS) / _COLUMNS)
        least = _HEAD + _LEAST_LINES * PITCH + _GAP
        pages = ceil(rows / max(1, int((room + _GAP) // least)))
        on_each = ceil(rows / pages)
        height = (room + _GAP) / on_each - _GAP
        width = (body.width - (_COLUMNS - 1) * _GAP) / _COLUMNS
        return cls(pages, on_each, Rect(body.x, body.y + top, width, height))

    def place(self, order: int) -> Rect:
        """Of the cell that is so far from the first of its page: from left to right, then down."""
        row, column = divmod(order, _COLUMNS)
        cell = self.cell
        x = cell.x + column * (cell.width + _GAP)
        return cell._replace(x=x, y=cell.y + row * (cell.height + _GAP))


def _draw(frame: Frame, layout: _Layout, options: PdfOptions, page: int, sheet: Sheet) -> None:
    body = frame.body
    y = body.y
    for line in _intro(body.width):
        line.draw(sheet, body.x, y)
        y += line.height
    on_page = layout.rows * _COLUMNS
    numbers = range(page * on_page, min((page + 1) * on_page, 1 + _BLANK_CELLS))
    for order, number in enumerate(numbers):
        _draw_cell(sheet, layout.place(order), number, is_fillable=options.is_fillable)


def _draw_cell(sheet: Sheet, area: Rect, number: int, *, is_fillable: bool) -> None:
    """The example first, then blank ones that are numbered from 1."""
    sheet.box(area, pen=_BORDER, radius=2.0)
    sheet.rule(area.x, area.right, area.y + _HEAD, _BORDER)
    count = int((area.height - _HEAD - 2.0) // PITCH)
    pitch = (area.height - _HEAD - 2.0) / count
    left, right = area.x + _PADDING, area.right - _PADDING
    for line in range(1, count):
        sheet.rule(left, right, area.y + _HEAD + line * pitch, RULING)
    baseline = area.y + _HEAD / 2 + _STEP.size * 0.36
    if number == 0:
        step, moments = _worked()
        sheet.text(left, baseline, step, _STEP)
        sheet.text_right(right, baseline, translate("Handout", "example"), _EXAMPLE)
        for place, words in enumerate(moments, start=1):
            written = area.y + _HEAD + place * pitch - 5.0
            sheet.text(left, written, words, _WRITTEN, right - left)
        return
    label = translate("Handout", "Step {0}").format(number)
    sheet.text(left, baseline, label, SMALL)
    if is_fillable:
        start = left + SMALL.width(label) + _PADDING
        head = Rect(start, area.y + 2.0, right - start, _HEAD - 4.0)
        sheet.field(head, f"step-{number}", label)
        below = Rect(left, area.y + _HEAD + 2.0, right - left, area.height - _HEAD - 4.0)
        asked = translate("Handout", "Moments of step {0}").format(number)
        sheet.field(below, f"step-{number}-moments", asked)


def _intro(width: float) -> list[TextLine]:
    words = translate(
        "Handout",
        "A box for each step. What happens there? Ask it as a customer could answer: yes or no.",
    )
    return text_lines(words, width, QUIET_BODY)


def _worked() -> tuple[str, tuple[str, ...]]:
    """A step and its moments, short enough for a line each."""
    return translate("Handout", "Looks at our web site"), (
        translate("Handout", "Is it clear at once what we do?"),
        translate("Handout", "Is our telephone number on every page?"),
        translate("Handout", "Can it be read on a telephone?"),
        translate("Handout", "Does every link lead somewhere?"),
        translate("Handout", "Is a question answered the same day?"),
    )
