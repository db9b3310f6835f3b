"""A CSV text as rows of named cells."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from motwall.i18n import translate
from motwall.importing.decoding import SIZE_LIMIT
from motwall.importing.plan import Findings, quoted, refused
from motwall.model.clean_text import LINE_LIMIT, clean_text
from motwall.model.errors import ImportRefused

ROW_LIMIT = 20_000
COLUMN_LIMIT = 200
#: In the order in which they are taken when the header does not tell.
DELIMITERS = (",", ";", "\t")
#: A header of one name has no delimiter, so its texts may hold commas; this one is in no text.
NO_DELIMITER = "\x1f"
# A spreadsheet takes a cell that begins so for a formula; exporters put ' before it, and before a '
# of its own, so that the two can be told apart.
_PREFIXED = tuple("=+-@\t\r'\uff1d\uff0b\uff0d\uff20")
# What `clean_text` drops.
_NOTHING = frozenset({"Cc", "Cs"})


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file (the header is row 1) and its cells by column."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell of a column as the user meant it, "" where there is none."""
        cell = self.cells.get(column, "")
        return cell[1:] if cell.startswith("'") and cell[1:].startswith(_PREFIXED) else cell

    def has(self, column: str) -> bool:
        """Whether more than blanks stand in the cell."""
        return any(
            not char.isspace() and unicodedata.category(char) not in _NOTHING
            for char in self[column]
        )

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in any cell."""
        return not any(cell.strip() for cell in self.cells.values())


def read_table(text: str, columns: Mapping[str, str], findings: Findings) -> list[Row]:
    """Read the rows below the header that are not blank.

    Args:
        text: The whole file.
        columns: Every name a column may have, in lower case, and the column it means.
        findings: Takes what is wrong with rows, and the unknown columns.

    Raises:
        ImportRefused: The header or the form of the file makes no sense.
    """
    delimiter, _ = header(text, columns)
    return named_rows(records(text, delimiter), columns, findings)


def named_rows(
    rows_of_cells: Iterable[tuple[int, Sequence[str]]],
    columns: Mapping[str, str],
    findings: Findings,
) -> list[Row]:
    """The same for rows of cells with their numbers, of which number 1 is the header."""
    numbered = iter(rows_of_cells)
    number, first = next(numbered, (1, []))
    if number != 1:
        first = []
    names = [name_of(cell) for cell in first[: COLUMN_LIMIT + 1]]
    places = _places(names, columns, findings)
    rows = []
    has_nameless = False
    for number, cells in numbered:
        if number > ROW_LIMIT + 1:
            raise too_many_rows()
        if any(cell.strip() for cell in cells[len(names) :]):
            findings.refuse(number, translate("Import", "it has more cells than the header"))
        pairs = zip(names, cells, strict=False)
        has_nameless = has_nameless or any(not name and cell.strip() for name, cell in pairs)
        there = {name: cells[place] for name, place in places.items() if place < len(cells)}
        row = Row(number, there)
        if not row.is_blank:
            rows.append(row)
    if has_nameless:
        findings.warn(translate("Import", "A column without a name was left out."))
    return rows


def too_many_rows() -> ImportRefused:
    """The error of a table that is too long."""
    return refused(translate("Import", "there are more than 20,000 rows"))


def header(text: str, columns: Mapping[str, str]) -> tuple[str, list[str]]:
    """The delimiter that makes most sense of the first row, and the names that stand there."""
    best: tuple[int, int] = (-1, 0)
    found: tuple[str, list[str]] = (NO_DELIMITER, [])
    for delimiter in DELIMITERS:
        try:
            _, cells = next(records(text, delimiter), (1, []))
        except ImportRefused:
            continue  # its quotes make no sense with this delimiter
        names = [name_of(cell) for cell in cells[: COLUMN_LIMIT + 1]]
        merit = (sum(name in columns for name in names), len(names))
        if merit > best:
            best, found = merit, (delimiter, names)
    delimiter, names = found
    return (delimiter if len(names) > 1 else NO_DELIMITER), names


def _places(names: list[str], columns: Mapping[str, str], findings: Findings) -> dict[str, int]:
    """Where each known column is; names that are not known are told."""
    if len(names) > COLUMN_LIMIT:
        raise refused(translate("Import", "there are more than 200 columns"), row=1)
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        column = columns.get(name)
        if column is None:
            if name:
                sentence = translate("Import", "The column {name} is not known and was left out.")
                findings.warn(sentence.format(name=quoted(name)))
        elif column in places:
            problem = translate("Import", "the column {name} is there twice")
            findings.refuse(1, problem.format(name=quoted(column)))
        else:
            places[column] = place
    if "moment" not in places:
        problem = translate(
            "Import", 'the header has no column "moment"; the window asks what its columns hold'
        )
        raise refused(problem, row=1)
    return places


def name_of(cell: str) -> str:
    """The name of a column as names are compared."""
    return " ".join(clean_text(cell, LINE_LIMIT, one_line=True).text.split()).casefold()


def records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV text with their numbers from 1; a blank line is an empty row.

    Raises:
        ImportRefused: The quotation marks do not match.
    """
    # Process-wide, but nothing else here reads CSV; the default would refuse a long cell that is
    # to be cut.
    csv.field_size_limit(SIZE_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error as error:
        problem = translate("Import", "its quotation marks do not match")
        raise refused(problem, row=number + 1) from error
