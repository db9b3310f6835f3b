"""The sheets of a workbook as plain values, read with openpyxl and never believed.

A workbook is a ZIP of XML files, so a small one can unfold into more than any computer holds. What
it says of its own size is looked at first; what it does not say, the process apart bounds
(`child`).
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from motwall.i18n import translate
from motwall.importing.decoding import SIZE_LIMIT
from motwall.importing.plan import refused
from motwall.importing.source_table import SourceTable, table_of
from motwall.model.errors import ExtraMissing, ImportRefused

if TYPE_CHECKING:
    from openpyxl import Worksheet

#: The most bytes that all parts of a workbook may have when unfolded.
UNFOLDED_LIMIT = 200 * 1024 * 1024
#: The most parts, and the most sheets that are looked at.
PART_LIMIT, SHEET_LIMIT = 2000, 100
#: Excel has no more rows in a sheet.
MOST_ROWS = 1_048_576
#: Parts of a workbook have no document type; one that has wants to define entities.
_DOCTYPE = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_HEAD = 4096
#: What XML cannot hold, and the sign that escapes: other such texts are what somebody typed.
_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f]|005[Ff]|[Ff]{3}[EeFf])_")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, and its rows with their numbers from 1; values as openpyxl has them."""

    name: str
    rows: tuple[tuple[int, tuple[Any, ...]], ...]


def sheets_of(raw: bytes) -> list[Sheet]:
    """The sheets of a workbook; blank rows and what is no sheet of cells are left out.

    Raises:
        ImportRefused: It is no sound workbook, or too large.
        ExtraMissing: openpyxl is not installed.
    """
    if len(raw) > SIZE_LIMIT:
        raise refused(translate("Import", "the file is larger than 20 MB"))
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 -- an extra, and slow to import
    except ImportError as error:
        raise ExtraMissing from error
    try:
        _check_parts(raw)
        book = load_workbook(BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        try:
            return [
                Sheet(str(sheet.title), tuple(_rows(sheet)))
                for sheet in book.worksheets[:SHEET_LIMIT]
            ]
        finally:
            book.close()
    except (ImportRefused, MemoryError):
        raise
    except Exception as error:
        raise refused(translate("Import", "this is no sound XLSX file")) from error


def table_of_sheet(sheet: Sheet) -> SourceTable:
    """The same as words, for a sheet of whatever columns.

    Raises:
        ImportRefused: It is too large.
    """
    return table_of(
        sheet.name, ((number, tuple(map(words_of, cells))) for number, cells in sheet.rows)
    )


def words_of(value: object) -> str:
    """A cell as people read it; dates as 2026-01-31, numbers without needless digits."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    if isinstance(value, datetime):
        is_day = value.time() == time()
        return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


def _check_parts(raw: bytes) -> None:
    with zipfile.ZipFile(BytesIO(raw)) as file:
        parts = file.infolist()
        if len(parts) > PART_LIMIT or sum(one.file_size for one in parts) > UNFOLDED_LIMIT:
            raise refused(translate("Import", "it unfolds to more than a workbook of notes needs"))
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with file.open(part) as content:
                    if _DOCTYPE.search(content.read(_HEAD)):
                        raise refused(translate("Import", "this is no sound XLSX file"))


def _rows(sheet: "Worksheet") -> Iterator[tuple[int, tuple[Any, ...]]]:
    # What a sheet says of its own size may be wrong.
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > MOST_ROWS:
            raise refused(translate("Import", "this is no sound XLSX file"))
        if any(one is not None for one in cells):
            yield number, tuple(_unescaped(one) for one in cells)


def _unescaped(value: object) -> object:
    """A text with the characters that XML cannot hold; openpyxl leaves them as they are written."""
    if not isinstance(value, str) or "_x" not in value:
        return value
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
