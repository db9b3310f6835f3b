r"""A block of cells as spreadsheets put it on the clipboard: tabs between cells, a line each row.

A cell with a tab or a line end in it stands in quotes, and quotes in it are doubled. A cell that
only begins with a quote is meant as it stands: spreadsheets do not quote those.
"""

import re
from collections.abc import Iterable, Sequence

#: More rows than this are no list of contacts: as for a file.
MOST_ROWS = 20_000
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\n|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_LINE_ENDS = re.compile(r"\r\n?|\x85|\u2028|\u2029")
_TO_QUOTE = re.compile(r'[\t\n]|^"')


def tsv_of(rows: Iterable[Sequence[str]]) -> str:
    """The text of rows of cells."""
    return "\n".join("\t".join(_written(cell) for cell in row) for row in rows)


def cells_of(text: str) -> list[list[str]]:
    """The rows of cells of a text; blank lines at the end are none."""
    plain = _LINE_ENDS.sub("\n", text).rstrip("\n")
    rows: list[list[str]] = [[]]
    at = 0
    while at <= len(plain) and plain:
        quoted = _QUOTED.match(plain, at)
        if quoted is not None and re.search(r'[\t\n]|""', quoted[1]):
            cell, end = quoted[1].replace('""', '"'), quoted.end()
        else:
            end = _end_of_plain(plain, at)
            cell = plain[at:end]
        rows[-1].append(cell)
        if plain[end : end + 1] == "\n":
            rows.append([])
        at = end + 1
    return [row for row in rows if row]


def _end_of_plain(text: str, at: int) -> int:
    found = _PLAIN.match(text, at)
    return found.end() if found else at


def _written(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _TO_QUOTE.search(cell) else cell
