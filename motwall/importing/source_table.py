"""A table as some file or clipboard holds it, before anybody knows what its columns mean."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from motwall.i18n import translate
from motwall.importing.csv_plan import COLUMNS
from motwall.importing.decoding import SIZE_LIMIT, decoded
from motwall.importing.plan import refused
from motwall.importing.table import (
    COLUMN_LIMIT,
    DELIMITERS,
    NO_DELIMITER,
    ROW_LIMIT,
    header,
    records,
    too_many_rows,
)
from motwall.model.errors import ImportRefused
from motwall.model.tsv import cells_of

#: So many rows tell which delimiter a file has, and such a part of them must have several cells.
_LOOKED_AT, _MANY = 50, 0.5

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """Rows of cells.

    Attributes:
        name: Of the sheet it is from; "" for a file that is one table.
        rows: Those that are not blank, with their numbers from 1: where a number is left out there
            was a blank row.
    """

    name: str
    rows: tuple[tuple[int, Cells], ...]

    @property
    def width(self) -> int:
        """The most cells a row has."""
        return max((len(cells) for _, cells in self.rows), default=0)


def csv_table(raw: bytes) -> SourceTable:
    """The table of a CSV file, whatever its columns are called.

    Raises:
        ImportRefused: It is no text, too large, or its quotation marks make no sense.
    """
    text = decoded(raw)
    return table_of("", records(text, _delimiter(text)))


def pasted_table(text: str) -> SourceTable:
    """The table of a text with tabs between its cells, as spreadsheets put it on the clipboard.

    Raises:
        ImportRefused: It is too large.
    """
    if len(text) > SIZE_LIMIT:
        raise refused(translate("Import", "there is more text in it than 20 MB"))
    return table_of("", enumerate(cells_of(text), start=1))


def table_of(name: str, rows: Iterable[tuple[int, Sequence[str]]]) -> SourceTable:
    """A table within the limits.

    Raises:
        ImportRefused: It has more rows, columns or text than anybody needs.
    """
    return SourceTable(name, tuple(within_limits(rows)))


def within_limits(rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, Cells]]:
    """The rows that are not blank, without blank cells at their ends.

    Raises:
        ImportRefused: As for `table_of`.
    """
    letters = 0
    for number, cells in rows:
        kept = list(cells)
        while kept and not kept[-1].strip():
            kept.pop()
        if not kept:
            continue
        if number > ROW_LIMIT + 1:
            raise too_many_rows()
        if len(kept) > COLUMN_LIMIT:
            raise refused(translate("Import", "there are more than 200 columns"), row=number)
        letters += sum(map(len, kept))
        if letters > SIZE_LIMIT:
            raise refused(translate("Import", "there is more text in it than 20 MB"))
        yield number, tuple(kept)


def _delimiter(text: str) -> str:
    """The delimiter that finds columns we know, else the one that makes the evenest rows."""
    known, names = header(text, COLUMNS)
    if any(name in COLUMNS for name in names):
        return known
    best, found = (_MANY, 0, 0), NO_DELIMITER
    for delimiter in DELIMITERS:
        widths = [one for one in _widths(text, delimiter) if one]
        several = Counter(one for one in widths if one > 1)
        if several:
            width, count = several.most_common(1)[0]
            merit = (several.total() / len(widths), count, width)
            if merit > best:
                best, found = merit, delimiter
    return found


def _widths(text: str, delimiter: str) -> list[int]:
    """How many cells each of the first rows has; none where the quotation marks make no sense."""
    rows = records(text, delimiter)
    try:
        return [len(cells) for _, cells in islice(rows, _LOOKED_AT) if cells]
    except ImportRefused:
        return []
