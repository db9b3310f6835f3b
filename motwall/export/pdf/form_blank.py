"""Rows of the planning form to be filled in: the moment or a prompt, beside it ruled columns."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from math import floor

from motwall.export.options import PdfOptions
from motwall.export.pdf.blanks import RULING, OpenFaces
from motwall.export.pdf.form_rows import (
    FIELDS,
    draw_type,
    form_starts,
    form_widths,
    name_cell,
    repeated_name,
)
from motwall.export.pdf.photos import Photos
from motwall.export.pdf.sheet import Sheet
from motwall.export.pdf.table import PlacedRow, Row
from motwall.export.pdf.words import form_hints, place_words
from motwall.model.layout import Rect
from motwall.model.note_look import look_of
from motwall.model.records import ContactType, Moment
from motwall.model.store import Store

#: Three lines of handwriting.
BLANK_HEIGHT = 58.0
#: From line to line, about.
_PITCH = 19.0
_MOMENT, _RANKING = 0, 3
#: Between a field and the lines around it.
_INSET = 1.5


class BlankWriter:
    """Makes rows with nothing but the moment's words; no tick, no priority, no rating.

    Args:
        store: The wall, or that of the prompts.
        options: Of the handout.
        width: Of the form.
        places: As for `FormWriter`.
    """

    def __init__(
        self,
        store: Store,
        options: PdfOptions,
        width: float,
        places: Mapping[str | None, str] | None = None,
    ) -> None:
        self._store = store
        self._options = options
        self._photos = Photos(options)
        self._starts, self._widths = form_starts(width), form_widths(width)
        self._places = places or place_words(store)
        # Every drawing of a row has fields of its own: also the parts of one that is cut.
        self._numbers = count(1)

    def row(self, moment: Moment, *, has_heavy_end: bool = False) -> Row:
        """The row of a moment."""
        look = look_of(self._store, moment, {})._replace(is_ticked=False)
        room = self._widths[_MOMENT]
        photo = self._photos.find(look.photo)
        name = name_cell(look, self._places[moment.step_id], moment.merged, room, photo)
        return Row(
            cells=(name, (), (), (), ()),
            least=BLANK_HEIGHT,
            repeated=repeated_name(look, room),
            backdrop=partial(self._draw, look.contact_type, is_empty=False),
            has_heavy_end=has_heavy_end,
        )

    def empty_row(self, height: float) -> Row:
        """A row without a moment."""
        return Row(
            cells=((),) * len(FIELDS),
            least=height,
            backdrop=partial(self._draw, None, is_empty=True),
        )

    def _draw(self, kind: ContactType | None, sheet: Sheet, row: Rect, *, is_empty: bool) -> None:
        """Draw the strip, lines in the columns that are open, and three faces to ring."""
        if kind is not None:
            draw_type(kind, sheet, row, is_pale=self._options.is_ink_saver)
        lines = max(1, round(row.height / _PITCH))
        number = next(self._numbers)
        for column, (start, width) in enumerate(zip(self._starts, self._widths, strict=True)):
            left = row.x + start
            field = f"form-{number}-{FIELDS[column]}" if self._options.is_fillable else ""
            if column == _RANKING:
                OpenFaces(field).draw(sheet, left, row.y + 7.0)
            elif column != _MOMENT or is_empty:
                for place in range(1, lines):
                    level = row.y + place * row.height / lines
                    sheet.rule(left, left + width, level, RULING)
                if field:
                    area = Rect(left, row.y + _INSET, width, row.height - 2 * _INSET)
                    sheet.field(area, field, form_hints()[column])


def even_pages(
    worked: Row, rows: Sequence[Row], empty_row: Callable[[float], Row], room: float
) -> list[list[PlacedRow]]:
    """Rows of even height that fill their pages, below a first one that is as high as it needs.

    Args:
        worked: The first row of the first page.
        rows: The others; each moves on to the next page as it must.
        empty_row: Makes a row for the places that are left on the last page.
        room: Of a page's body below the headings, points.
    """
    pages: list[list[PlacedRow]] = [[PlacedRow(worked, 0.0, worked.height)]]
    used, rest = worked.height, iter(rows)
    left = len(rows)
    least = max([BLANK_HEIGHT, *(row.height for row in rows)])
    while left > 0:
        fitting = max(1, floor((room - used) / least))
        pages[-1] += _evenly(rest, empty_row, fitting, Rect(0.0, used, 0.0, room - used))
        left -= fitting
        used = 0.0
        if left > 0:
            pages.append([])
    return pages


def _evenly(
    rows: Iterator[Row], empty_row: Callable[[float], Row], fitting: int, place: Rect
) -> Iterator[PlacedRow]:
    height = place.height / fitting
    for number in range(fitting):
        yield PlacedRow(next(rows, None) or empty_row(height), place.y + number * height, height)
