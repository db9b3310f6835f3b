"""A wall as the sheets of a workbook: which, with what columns (docs/format.md, XLSX).

Plain values only; `xlsx_file` makes cells of them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from motwall.model.codec import plain_value
from motwall.model.fields import FieldRule, rules_of
from motwall.model.order import all_moments
from motwall.model.record_names import RecordNames
from motwall.model.records import RECORD_TYPES, Moment, Record
from motwall.model.store import Store

R = TypeVar("R", bound=Record)
#: What a cell may hold; None is an empty one.
Cell = str | int | float | bool | date | None

#: The most UTF-16 units of a cell: spreadsheets hold no more.
CELL_LIMIT = 32_767
#: Spreadsheets do not agree on days before this one: some believe in a 29 February 1900.
FIRST_DAY = date(1900, 3, 1)

_ID = "id"
_TECHNICAL = frozenset({_ID, "rank", "x", "y"})
_REFERENCE = "_id"
_MINUS_ZERO = "-0"
_HIGH_SURROGATES = range(0xD800, 0xDC00)


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet.

    Attributes:
        header: What stands above it.
        rule: Of the field it shows.
        is_name: It shows what the record referred to is called, which nobody reads back.
        piece: Which part of a text that is too long for one cell, from 0.
    """

    header: str
    rule: FieldRule
    is_name: bool = False
    piece: int = 0

    @property
    def is_technical(self) -> bool:
        """It holds ids or places in numbers: for programs, not for people."""
        return not self.is_name and _is_technical(self.rule)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All records of one type.

    Attributes:
        title: On its tab.
        columns: From the left.
        rows: The cells of each record, made while they are asked for.
    """

    title: str
    columns: tuple[SheetColumn, ...]
    rows: Iterator[list[Cell]]


def sheets_of(store: Store) -> Iterator[Sheet]:
    """A sheet for each record type, also where there is no record."""
    names = RecordNames(store)
    places: dict[str, int] = {}
    for type_name, record_type in RECORD_TYPES.items():
        records = _in_sheet_order(store, record_type, places)
        places |= {one.id: place for place, one in enumerate(records)}
        columns = _columns(record_type, records)
        yield Sheet(_title(type_name), columns, _rows(store, names, records, columns))


def cell_of(value: object) -> Cell:
    """The value of a field as a cell.

    What a spreadsheet would round or read otherwise is text: numbers of more than 15 significant
    digits, early days, times with their fractions.
    """
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False) if value else None
    if isinstance(value, date) and not isinstance(value, datetime):
        return value if value >= FIRST_DAY else value.isoformat()
    plain = plain_value(value)
    if isinstance(plain, int | float) and not isinstance(plain, bool):
        shown = f"{plain:.15G}"
        is_kept = shown != _MINUS_ZERO and float(shown) == plain
        return plain if is_kept else repr(plain)
    assert not isinstance(plain, list)
    return None if plain == "" else plain


def pieces_of(text: str) -> list[str]:
    """A text in parts that fit into cells; no character is torn."""
    units = text.encode("utf-16-le", "surrogatepass")
    pieces: list[str] = []
    start = 0
    while start < len(units) or not pieces:
        end = start + 2 * CELL_LIMIT
        last = int.from_bytes(units[end - 2 : end], "little")
        if end < len(units) and last in _HIGH_SURROGATES:
            end -= 2
        pieces.append(units[start:end].decode("utf-16-le", "surrogatepass"))
        start = end
    return pieces


def _title(type_name: str) -> str:
    """Such as "Planned action" for "PlannedAction"."""
    words = "".join(f" {char}" if char.isupper() else char for char in type_name)
    return words.strip().capitalize()


def _header(field: str) -> str:
    return field.replace("_", " ").capitalize()


def _columns(record_type: type[R], records: list[R]) -> tuple[SheetColumn, ...]:
    """What people read first, then what programs do, then what did not fit into one cell."""
    rules = list(rules_of(record_type).values())
    shown = [
        SheetColumn(_header(rule.name.removesuffix(_REFERENCE)), rule, bool(rule.refers_to))
        for rule in rules
        if rule.refers_to or not _is_technical(rule)
    ]
    technical = [SheetColumn(_header(rule.name), rule) for rule in rules if _is_technical(rule)]
    further = [
        SheetColumn(f"{_header(rule.name)} {piece + 1}", rule, piece=piece)
        for rule in rules
        if rule.kind is tuple
        for piece in range(1, _most_pieces(rule, records))
    ]
    return (*shown, *technical, *further)


def _is_technical(rule: FieldRule) -> bool:
    return bool(rule.refers_to) or rule.name in _TECHNICAL


def _in_sheet_order(store: Store, record_type: type[R], places: Mapping[str, int]) -> list[R]:
    """The records as people look for them: moments as on the wall, the rest below their owners.

    Args:
        store: The wall.
        record_type: Which.
        places: Of the records of the types before, in their sheets.
    """
    moments = all_moments(store) if issubclass(record_type, Moment) else []
    order = {one.id: place for place, one in enumerate(moments)}
    rules = rules_of(record_type).values()
    owner = next((one.name for one in rules if one.refers_to and one.is_required), _ID)
    day = next((one.name for one in rules if one.kind is date), _ID)

    def place(record: R) -> tuple[int, int, int, str, str]:
        above = places.get(getattr(record, owner), 0)
        rank = getattr(record, "rank", 0)
        return above, order.get(record.id, 0), rank, str(getattr(record, day) or ""), record.id

    return sorted(store.all(record_type), key=place)


def _most_pieces(rule: FieldRule, records: Sequence[Record]) -> int:
    found = (cell_of(getattr(one, rule.name)) for one in records)
    return max((len(pieces_of(str(cell))) for cell in found if cell is not None), default=1)


def _rows(
    store: Store, names: RecordNames, records: list[Record], columns: tuple[SheetColumn, ...]
) -> Iterator[list[Cell]]:
    for record in records:
        yield [_cell(store, names, record, column) for column in columns]


def _cell(store: Store, names: RecordNames, record: Record, column: SheetColumn) -> Cell:
    rule = column.rule
    value = getattr(record, rule.name)
    if column.is_name:
        target = store.find(RECORD_TYPES[rule.refers_to], value)
        return names.name(target) or None if target else None
    cell = cell_of(value)
    if rule.kind is tuple and isinstance(cell, str):
        pieces = pieces_of(cell)
        return pieces[column.piece] if column.piece < len(pieces) else None
    return cell
