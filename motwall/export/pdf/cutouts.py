"""The wall's notes as large as sticky ones, to cut out and hang up.

Cut through the whole pile of sheets: each stack is in the order of the wall, and so are the stacks
laid on each other, the one at the top left uppermost.
"""

from dataclasses import dataclass, replace
from functools import partial
from math import ceil

from motwall.export.options import Edition, PdfOptions
from motwall.export.pdf.cutting import HINT, CutGrid, around_marks
from motwall.export.pdf.frame import Frame, elided, sideways, upright
from motwall.export.pdf.note import NotePrint
from motwall.export.pdf.one_at_a_time import one_at_a_time
from motwall.export.pdf.part import Part
from motwall.export.pdf.photos import Photos
from motwall.export.pdf.sheet import FAINT, Pen, Sheet
from motwall.i18n import translate
from motwall.model.layout import Rect
from motwall.model.note_look import NoteLook, look_of
from motwall.model.order import all_moments
from motwall.model.store import Store

#: Of a sticky note: 76 mm, points on paper.
SIDE = 76.0 / 25.4 * 72.0
#: Between where it is cut and what is printed.
_BLEED = 3.0
_EDGE = Pen(FAINT, 0.5)
_FOOT = 2.0 + HINT.leading


def cutouts_part(store: Store, options: PdfOptions) -> Part:
    """Lay out all notes, in the order of the wall; on an empty wall some without words."""
    frame, grid = _chosen(store, options)
    looks: list[NoteLook | None] = [*_looks(store, options)] or [None] * grid.count
    # The first stack is of as many notes as there are sheets, and so on.
    sheets = ceil(len(looks) / grid.count)
    pages = (
        partial(_draw, frame, grid, [_Cut(look, options) for look in looks[first::sheets]])
        for first in range(sheets)
    )
    return Part(frame, tuple(pages))


def notes_cut_short(store: Store, options: PdfOptions) -> int:
    """How many notes are too long for the paper: their words end in an ellipsis."""
    side = SIDE / upright(options.paper).zoom
    with one_at_a_time():
        cuts = (_Cut(look, options) for look in _looks(store, options))
        return sum(1 for one in cuts if one.print_of(side).fitted().is_elided)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A note as it is cut out; without words for None."""

    look: NoteLook | None
    options: PdfOptions

    def print_of(self, side: float) -> NotePrint:
        """The note, a little smaller than the paper that is cut."""
        inner = side - 2 * _BLEED
        look = self.look or NoteLook("")
        photo = Photos(self.options).find(look.photo)
        return NotePrint(look, inner, inner, self.options.is_ink_saver, photo)

    def draw(self, sheet: Sheet, cell: Rect) -> bool:
        """Draw it; whether its words had to be cut short."""
        sheet.box(cell, pen=_EDGE)
        if self.look is None:
            return False
        note = self.print_of(cell.width)
        fitted = note.fitted()
        note.draw(sheet, cell.x + _BLEED, cell.y + _BLEED, fitted)
        return fitted.is_elided


def _looks(store: Store, options: PdfOptions) -> list[NoteLook]:
    """What stands on the notes; participants see no results."""
    looks = [look_of(store, moment, {}) for moment in all_moments(store)]
    if options.edition is Edition.FACILITATOR:
        return looks
    return [look._replace(is_ticked=False, rating=None, merged_count=0) for look in looks]


def _chosen(store: Store, options: PdfOptions) -> tuple[Frame, CutGrid]:
    """Upright or sideways: the page that holds more notes, and where they are on it."""
    title = translate("Handout", "Notes to cut out")
    made = []
    for page in (upright(options.paper), sideways(options.paper)):
        # The notes are as large as they are: the head gives way.
        frame = replace(Frame.of(store, page, title, options), journey=())
        made.append((frame, _grid(frame)))
    return max(made, key=lambda one: one[1].count)


def _grid(frame: Frame) -> CutGrid:
    """As many notes as the page holds, between its edges."""
    room = around_marks(frame, _FOOT)
    side = SIDE / frame.page.zoom
    columns, rows = int(room.width // side), int(room.height // side)
    x = room.x + (room.width - columns * side) / 2
    return CutGrid(x, room.y, side, side, columns, rows)


def _draw(frame: Frame, grid: CutGrid, cuts: list[_Cut], sheet: Sheet) -> None:
    short = [cut.draw(sheet, cell) for cut, cell in zip(cuts, grid.cells(), strict=False)]
    grid.draw_marks(sheet)
    words = translate(
        "Handout", "Print at 100 %: a note is 76 mm wide. Cut the pile: the stacks are in order."
    )
    if any(short):
        more = translate("Handout", "%n note(s) too long: words end in \u2026.", count=sum(short))
        words = f"{more} {words}"
    body = frame.body
    sheet.text(body.x, body.bottom - 2.0, elided(words, body.width, HINT), HINT)
