"""Blank notes to write on and cut out: three side by side, five one below the other."""

from dataclasses import dataclass, replace

from motwall.export.options import PdfOptions
from motwall.export.pdf.cutting import HINT, CutGrid, around_marks
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import Frame, elided, upright
from motwall.export.pdf.icons import draw_icon
from motwall.export.pdf.part import Part
from motwall.export.pdf.patterns import draw_strip
from motwall.export.pdf.sheet import FAINT, QUIET, Pen, Sheet, TextStyle
from motwall.i18n import translate
from motwall.model.layout import Rect
from motwall.model.order import contact_types
from motwall.model.records import ContactType
from motwall.model.store import Store

_COLUMNS, _ROWS = 3, 5
#: Of the strip at the top of a note, and of the box in it where the code is written.
_STRIP, _CODE_WIDTH = 19.0, 30.0
_EDGE = Pen(FAINT, 0.5)
_BORDER = Pen(QUIET, 0.5)
_PADDING = 6.0
_CODE_HINT = TextStyle(Face.REGULAR, 6.5, 9.0, QUIET)
_CODE = TextStyle(Face.BOLD, 7.5, 10.0)
_NAME = TextStyle(Face.REGULAR, 7.5, 10.0)
#: Of the line of codes below the notes: how high a line is, and how wide an entry may be.
_LINE, _SWATCH, _SIGN, _LONGEST, _GAP = 13.0, 14.0, 9.0, 96.0, 14.0
_MOST_LINES = 3
#: Between the marks below the last note and what is said there.
_ABOVE = 3.0


def notes_part(store: Store, options: PdfOptions) -> Part:
    """Lay out a page of blank notes, to be printed as often as it is needed."""
    title = translate("Handout", "Blank notes")
    frame = Frame.of(store, upright(options.paper), title, options)
    frame = replace(frame, journey=())
    codes = _lines(contact_types(store), frame.body.width)
    return Part(frame, (_Page(frame, codes, options).draw,))


@dataclass(frozen=True, slots=True)
class _Page:
    """Notes, and below them what the codes mean."""

    frame: Frame
    codes: list[list[tuple[float, ContactType]]]
    options: PdfOptions

    def draw(self, sheet: Sheet) -> None:
        foot = _ABOVE + HINT.leading + len(self.codes) * _LINE
        room = around_marks(self.frame, foot)
        grid = CutGrid(room.x, room.y, room.width / _COLUMNS, room.height / _ROWS, _COLUMNS, _ROWS)
        for number, cell in enumerate(grid.cells(), start=1):
            self._draw_note(sheet, cell, number)
        grid.draw_marks(sheet)
        body = self.frame.body
        y = body.bottom - foot + _ABOVE
        hint = translate(
            "Handout", "One moment a note. Its colour comes later: write the code on it."
        )
        sheet.text(body.x, y + HINT.size, hint, HINT, body.width)
        for line in self.codes:
            y += _LINE
            for x, kind in line:
                self._draw_code(sheet, body.x + x, y, kind)

    def _draw_note(self, sheet: Sheet, cell: Rect, number: int) -> None:
        """An outline to cut along, a strip for the code, and room for words."""
        sheet.box(cell, pen=_EDGE)
        sheet.rule(cell.x, cell.right, cell.y + _STRIP, _EDGE)
        code = Rect(cell.x + 3.0, cell.y + 3.0, _CODE_WIDTH, _STRIP - 6.0)
        sheet.box(code, pen=_BORDER, radius=1.5)
        label = translate("Handout", "code")
        sheet.text(code.right + 4.0, cell.y + _STRIP / 2 + 2.2, label, _CODE_HINT)
        if self.options.is_fillable:
            tip = translate("Handout", "Note {0}").format(number)
            words = Rect(
                cell.x + _PADDING,
                cell.y + _STRIP + _PADDING,
                cell.width - 2 * _PADDING,
                cell.height - _STRIP - 2 * _PADDING,
            )
            code_tip = translate("Handout", "Code of note {0}").format(number)
            sheet.field(code, f"note-{number}-code", code_tip, 8.0)
            sheet.field(words, f"note-{number}", tip)

    def _draw_code(self, sheet: Sheet, x: float, y: float, kind: ContactType) -> None:
        strip = Rect(x, y + 1.0, _SWATCH, _SIGN)
        draw_strip(sheet, strip, kind, is_pale=self.options.is_ink_saver)
        x += _SWATCH + 4.0
        draw_icon(sheet, x, y + 1.0, _SIGN, kind.icon)
        x += _SIGN + 3.0
        sheet.text(x, y + 8.2, kind.code, _CODE)
        x += _CODE.width(kind.code) + 3.0
        sheet.text(x, y + 8.2, elided(kind.name, _LONGEST, _NAME), _NAME)


def _lines(kinds: list[ContactType], width: float) -> list[list[tuple[float, ContactType]]]:
    """What each code means, in even columns, each with its x; of very many the first ones."""
    if not kinds:
        return []
    pitch = max(_width(kind) for kind in kinds) + _GAP
    columns = max(1, int((width + _GAP) // pitch))
    lines = [kinds[first : first + columns] for first in range(0, len(kinds), columns)]
    return [
        [(place * pitch, kind) for place, kind in enumerate(line)] for line in lines[:_MOST_LINES]
    ]


def _width(kind: ContactType) -> float:
    name = _NAME.width(elided(kind.name, _LONGEST, _NAME))
    return _SWATCH + 4.0 + _SIGN + 3.0 + _CODE.width(kind.code) + 3.0 + name
