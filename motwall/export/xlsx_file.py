"""A wall as a workbook that any spreadsheet opens, and that comes back the same.

xlsxwriter, of the extra `xlsx`, is imported when something is written.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from motwall.export.files import write_whole
from motwall.export.json_file import FORMAT, VERSION
from motwall.export.sheets import Cell, Sheet, SheetColumn, sheets_of
from motwall.i18n import translate
from motwall.model.errors import ExtraMissing
from motwall.model.store import Store
from motwall.model.words import wall_name

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

#: The sheet people look for first.
_FIRST_SEEN = "Moment"
_ABOUT = "motwall"
#: Equal walls give equal files; as the parts of the file itself are dated.
_MADE_AT = datetime(1980, 1, 1)
_INK, _HEAD, _QUIET = "#1F2933", "#E4E7EB", "#7B8794"
#: Of columns, in letters.
_WIDE, _MIDDLE, _NARROW = 44.0, 26.0, 13.0
#: Of rows, in points: Excel finds the height of wrapped words by itself, other programs do not.
_LINE_HEIGHT, _MOST_LINES = 15.0, 20
#: A line up to this many letters is short.
_LINE = 200
#: xlsxwriter takes a text between these for markup of its own.
_RUN = ("<r>", "</r>")


def write_xlsx(store: Store, path: Path, *, is_forced: bool = False) -> None:
    """Write everything on the wall as a workbook (docs/format.md, XLSX).

    Raises:
        ExtraMissing: xlsxwriter is not installed.
        OutputExists: There is a file and `is_forced` is not set.
        WallFileError: The folder is gone, the disk full, the place read-only or out of reach.
    """
    try:
        import xlsxwriter  # noqa: F401, PLC0415 -- an extra; slow, too
    except ImportError as error:
        raise ExtraMissing from error
    write_whole(path, lambda temporary: _write(store, temporary), is_forced=is_forced)


def _write(store: Store, path: Path) -> None:
    with _workbook(path) as book:
        book.set_properties({"title": wall_name(store.wall), "created": _MADE_AT})
        styles = _Styles(book)
        for sheet in sheets_of(store):
            _add_sheet(book, sheet, styles)
        _add_about(book, styles)


@contextmanager
def _workbook(path: Path) -> "Iterator[Workbook]":
    """A new workbook, closed at the end; its rows wait on the same disk, not in memory."""
    from xlsxwriter import Workbook  # noqa: PLC0415 -- see write_xlsx
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415 -- see write_xlsx

    place = tempfile.TemporaryDirectory(
        dir=path.parent, prefix=".motwall-", ignore_cleanup_errors=True
    )
    with place as folder:
        book = Workbook(str(path), {"constant_memory": True, "tmpdir": folder})
        try:
            yield book
            book.close()
        except FileCreateError as error:
            # It wraps what the system said.
            raise error.args[0] from error
        finally:
            # After a failure it leaves files open, its rows and the part it was at.
            for file in (each for one in book.worksheets() for each in (one.row_data_fh, one.fh)):
                with suppress(OSError):
                    file.close()


class _Look(StrEnum):
    """How cells look."""

    HEAD = "head"
    QUIET_HEAD = "quiet head"
    PLAIN = "plain"
    WRAPPED = "wrapped"
    QUIET = "quiet"
    DAY = "day"
    NUMBER = "number"
    TRUTH = "truth"


class _Styles:
    """The looks of one workbook."""

    def __init__(self, book: "Workbook") -> None:
        """Make them."""
        top = {"valign": "top"}
        head = {"bold": True, "bg_color": _HEAD, "bottom": 1, "bottom_color": _QUIET, **top}
        properties: dict[_Look, dict[str, object]] = {
            _Look.HEAD: {**head, "font_color": _INK},
            _Look.QUIET_HEAD: {**head, "font_color": _QUIET},
            _Look.PLAIN: {**top},
            _Look.WRAPPED: {**top, "text_wrap": True},
            _Look.QUIET: {**top, "font_color": _QUIET},
            _Look.DAY: {**top, "num_format": "yyyy-mm-dd", "align": "left"},
            _Look.NUMBER: {**top, "align": "right", "indent": 1},
            # LibreOffice would show some of several truths as 1.
            _Look.TRUTH: {**top, "num_format": '"TRUE";"TRUE";"FALSE"', "align": "left"},
        }
        self._made = {look: book.add_format(one) for look, one in properties.items()}

    def __getitem__(self, look: _Look) -> "Format":
        """The format of a look."""
        return self._made[look]


def _add_sheet(book: "Workbook", sheet: Sheet, styles: _Styles) -> None:
    worksheet = book.add_worksheet(sheet.title)
    looks = [_look(column) for column in sheet.columns]
    for place, column in enumerate(sheet.columns):
        is_quiet = column.is_technical or column.is_name
        head = styles[_Look.QUIET_HEAD if is_quiet else _Look.HEAD]
        worksheet.set_column(place, place, _width(column))
        worksheet.write_string(0, place, column.header, head)
    last = 0
    widths = [_width(column) for column in sheet.columns]
    for last, row in enumerate(sheet.rows, start=1):
        lines = max(map(_lines, row, widths))
        if lines > 1:
            worksheet.set_row(last, _LINE_HEIGHT * lines)
        for place, cell in enumerate(row):
            if cell is not None:
                _put(worksheet, (last, place), cell, styles[looks[place]])
    worksheet.freeze_panes(1, 1)
    worksheet.autofilter(0, 0, last, len(sheet.columns) - 1)
    # Ids may be digits only, and long numbers are text on purpose.
    worksheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    _set_up_print(worksheet)
    if sheet.title == _FIRST_SEEN:
        worksheet.activate()
    if not last:
        worksheet.set_tab_color(_HEAD)


def _set_up_print(worksheet: "Worksheet") -> None:
    worksheet.set_landscape()
    worksheet.repeat_rows(0)


def _look(column: SheetColumn) -> _Look:
    if column.is_technical or column.is_name:
        return _Look.QUIET
    looks = {
        date: _Look.DAY,
        bool: _Look.TRUTH,
        int: _Look.NUMBER,
        float: _Look.NUMBER,
        str: _Look.WRAPPED,
        tuple: _Look.WRAPPED,
    }
    return looks.get(column.rule.kind, _Look.PLAIN)


def _width(column: SheetColumn) -> float:
    rule = column.rule
    if column.is_technical:
        return _NARROW
    if column.is_name:
        return _MIDDLE
    if rule.kind is tuple or (rule.kind is str and rule.check is None and rule.limit > _LINE):
        return _WIDE
    return _MIDDLE if rule.kind is str and rule.check is None else _NARROW


def _lines(cell: Cell, width: float) -> int:
    """How many lines the words of a cell take, about."""
    if not isinstance(cell, str) or width < _MIDDLE:
        return 1
    room = int(width)
    return min(_MOST_LINES, sum(1 + _extent(line) // room for line in cell.split("\n")))


def _extent(line: str) -> int:
    """The width of a line in letters; some scripts are twice as wide."""
    if line.isascii():
        return len(line)
    return sum(1 + (east_asian_width(char) in "WF") for char in line)


def _put(worksheet: "Worksheet", at: tuple[int, int], cell: Cell, look: "Format") -> None:
    """Write a cell as what it is; a text is never a formula, a number or a link."""
    match cell:
        case bool():
            worksheet.write_boolean(*at, cell, look)
        case int() | float():
            worksheet.write_number(*at, cell, look)
        case date():
            worksheet.write_datetime(*at, cell, look)
        case str() if cell.startswith(_RUN[0]) and cell.endswith(_RUN[1]):
            # Taken apart it is text again, and all of it.
            worksheet.write_rich_string(*at, cell[0], cell[1], cell[2:], look)
        case str():
            worksheet.write_string(*at, cell, look)


def _add_about(book: "Workbook", styles: _Styles) -> None:
    """The sheet that tells motwall what file it is, and people what they may change."""
    worksheet = book.add_worksheet(_ABOUT)
    worksheet.set_column(0, 0, _NARROW)
    worksheet.set_column(1, 1, 2 * _WIDE, styles[_Look.WRAPPED])
    worksheet.write_string(0, 0, "Format", styles[_Look.HEAD])
    worksheet.write_string(0, 1, FORMAT, styles[_Look.PLAIN])
    worksheet.write_string(1, 0, "Version", styles[_Look.HEAD])
    worksheet.write_number(1, 1, VERSION, styles[_Look.PLAIN])
    told = translate(
        "Workbook",
        "All that is on the wall, a sheet for each kind. motwall reads it back by the columns in "
        "black and by those in grey at the end; grey names beside them are for reading only.",
    )
    worksheet.write_string(3, 1, told, styles[_Look.WRAPPED])
