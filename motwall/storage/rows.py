"""Records to table rows and back.

A column holds the plain value of `model/codec.py`; SQLite has no lists and no truth values, so
lists are JSON text and true/false are 1 and 0.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from itertools import compress
from operator import ne
from pathlib import Path
from typing import Any, NamedTuple

from motwall.model.codec import Plain, field_value, plain_value
from motwall.model.errors import BadRecord, WallFileDamaged
from motwall.model.fields import FieldCheck, FieldRule, checks_of, rules_of
from motwall.model.records import RECORD_TYPES, Record
from motwall.storage.schema import table_name


def compact_json(value: object) -> str:
    """JSON without blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def row_values(record_type: type[Record], plain: Mapping[str, Plain]) -> dict[str, object]:
    """What columns hold for fields of a record as plain values."""
    values: dict[str, object] = {**plain}
    if record_type not in _LISTS:
        _LISTS[record_type] = _lists_of(record_type)
    for name in _LISTS[record_type]:
        if name in values:
            values[name] = _cell_of_texts(values[name])
    return values


def _cell_of_texts(texts: object) -> str | None:
    # Few notes have any.
    return "[]" if texts == [] else None if texts is None else compact_json(texts)


#: The names of fields that hold several texts.
_LISTS: dict[type[Record], tuple[str, ...]] = {}


def _lists_of(record_type: type[Record]) -> tuple[str, ...]:
    return tuple(name for name, rule in rules_of(record_type).items() if rule.kind is tuple)


def _cell(value: object) -> object:
    plain = plain_value(value)
    return compact_json(plain) if isinstance(plain, list) else plain


class _Column(NamedTuple):
    """How a field is read from its column.

    Attributes:
        place: Of the column in a row.
        name: Of both.
        value_of: Makes the field's value of what the column holds; None: they are the same.
        allows: Whether a record may hold that value.
        put: Writes it into a record being made.
    """

    place: int
    name: str
    value_of: Callable[[Any], object] | None
    allows: Callable[[object], bool]
    put: Callable[[Record, object], None]


class _Columns(NamedTuple):
    """Those of one type.

    Attributes:
        all: Of all fields.
        blanks: What each holds where the field has its default; equal to nothing if it has none.
        defaults: What the fields with a default hold then, with what writes that.
    """

    all: tuple[_Column, ...]
    blanks: tuple[object, ...]
    defaults: tuple[tuple[Callable[[Record, object], None], object], ...]


#: Equal to nothing a column holds.
_NOTHING = object()


def _columns_of(record_type: type[Record]) -> _Columns:
    rules = rules_of(record_type)
    columns = tuple(
        _column_of(record_type, place, check, rules[check.name])
        for place, check in enumerate(checks_of(record_type).fields)
    )
    kept = [rules[one.name] for one in columns]
    return _Columns(
        columns,
        tuple(_NOTHING if rule.is_required else _cell(rule.default) for rule in kept),
        tuple(
            (column.put, rule.default)
            for column, rule in zip(columns, kept, strict=True)
            if not rule.is_required
        ),
    )


def _column_of(
    record_type: type[Record], place: int, check: FieldCheck, rule: FieldRule
) -> _Column:
    put = getattr(record_type, check.name).__set__
    return _Column(place, check.name, _reader_of(record_type, rule), check.allows, put)


def _reader_of(record_type: type[Record], rule: FieldRule) -> Callable[[Any], object] | None:
    if rule.kind is bool or issubclass(rule.kind, StrEnum):
        meanings: dict[object, object] = {0: False, 1: True}
        if rule.kind is not bool:
            meanings = {plain_value(one): one for one in rule.kind}
        # What stands for nothing stays, and is not allowed.
        return lambda value: meanings.get(value, value)
    if rule.kind in {tuple, date, datetime}:
        return partial(_parsed, record_type.__name__, rule)
    return None


def _parsed(type_name: str, rule: FieldRule, value: Any) -> object:  # noqa: ANN401 -- any column
    if rule.kind is tuple and value is not None:
        try:
            value = json.loads(value)
        except (ValueError, RecursionError) as error:
            raise BadRecord(type_name, rule.name, value) from error
    return field_value(type_name, rule, value)


_COLUMNS = {one: _columns_of(one) for one in RECORD_TYPES.values()}


def all_records(connection: sqlite3.Connection, path: Path) -> Iterator[Record]:
    """Every record of the file, type by type.

    Raises:
        WallFileDamaged: A row holds what no record can hold.
    """
    for record_type, columns in _COLUMNS.items():
        names = [column.name for column in columns.all]
        query = f"SELECT {', '.join(names)} FROM {table_name(record_type.__name__)} ORDER BY rowid"
        # Closed at once also when a row is bad: a cursor left open keeps the file locked.
        with closing(connection.execute(query)) as rows:
            for row in rows:
                try:
                    yield _record(record_type, columns, row)
                except BadRecord as error:
                    detail = f"{error.record_type}.{error.field} of {str(row[0])[:32]}"
                    # From None: the value stays out of the log, it may be the words on a note.
                    raise WallFileDamaged(path, detail) from None


def _record(record_type: type[Record], columns: _Columns, row: tuple[Any, ...]) -> Record:
    """The record of a row.

    Not by its constructor, which takes twice as long: it must look at every field, while a column
    at its default needs neither converting nor checking, and thousands of rows go through here
    before the first paint.

    Raises:
        BadRecord: As of the constructor.
    """
    record = object.__new__(record_type)
    for put, default in columns.defaults:
        put(record, default)
    told_columns = compress(columns.all, map(ne, row, columns.blanks))
    for place, name, value_of, allows, put in told_columns:
        value = row[place]
        told = value if value_of is None else value_of(value)
        if not allows(told):
            raise BadRecord(record_type.__name__, name, told)
        put(record, told)
    return record
