"""Records to table rows and back.

A column holds the plain value of `model/codec.py`; SQLite has no lists and no truth values, so
lists are JSON text and true/false are 1 and 0.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from motwall.model.codec import field_value, plain_value
from motwall.model.errors import BadRecord, WallFileDamaged
from motwall.model.fields import FieldRule, rules_of
from motwall.model.records import RECORD_TYPES, Record
from motwall.storage.schema import table_name


def _meanings(rule: FieldRule) -> dict[object, object]:
    """What the values of a column stand for, where there are only so many."""
    if rule.kind is bool:
        return {0: False, 1: True}
    return {plain_value(one): one for one in rule.kind}


def _is_one_of_few(rule: FieldRule) -> bool:
    return rule.kind is bool or issubclass(rule.kind, StrEnum)


#: By record type, how the fields are read that do not lie in their column as they are in the
#: record: looked up or parsed. Thousands of rows go through here before the first paint.
_LOOKED_UP: dict[type[Record], dict[str, dict[object, object]]] = {
    one: {rule.name: _meanings(rule) for rule in rules_of(one).values() if _is_one_of_few(rule)}
    for one in RECORD_TYPES.values()
}
_PARSED: dict[type[Record], list[FieldRule]] = {
    one: [rule for rule in rules_of(one).values() if rule.kind in {tuple, date, datetime}]
    for one in RECORD_TYPES.values()
}
#: What nearly every column of texts holds.
_NO_TEXTS = "[]"


def compact_json(value: object) -> str:
    """JSON without blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def column_values(record: Record, names: Iterable[str]) -> dict[str, object]:
    """What the columns of those fields hold for a record."""
    values: dict[str, object] = {}
    for name in names:
        value = plain_value(getattr(record, name))
        values[name] = compact_json(value) if isinstance(value, list) else value
    return values


def all_records(connection: sqlite3.Connection, path: Path) -> Iterator[Record]:
    """Every record of the file, type by type.

    Raises:
        WallFileDamaged: A row holds what no record can hold.
    """
    for record_type in RECORD_TYPES.values():
        names = list(rules_of(record_type))
        query = f"SELECT {', '.join(names)} FROM {table_name(record_type.__name__)} ORDER BY rowid"
        # Closed at once also when a row is bad: a cursor left open keeps the file locked.
        with closing(connection.execute(query)) as rows:
            for row in rows:
                yield _record(record_type, dict(zip(names, row, strict=True)), path)


def _record(record_type: type[Record], values: dict[str, Any], path: Path) -> Record:
    try:
        for name, meanings in _LOOKED_UP[record_type].items():
            # What stands for nothing stays, and the record refuses it.
            values[name] = meanings.get(values[name], values[name])
        for rule in _PARSED[record_type]:
            values[rule.name] = _parsed(record_type.__name__, rule, values[rule.name])
        return record_type(**values)
    except BadRecord as error:
        detail = f"{error.record_type}.{error.field} of {values['id'][:32]}"
        # From None: the value stays out of the log, it may be the words on a note.
        raise WallFileDamaged(path, detail) from None


def _parsed(type_name: str, rule: FieldRule, value: Any) -> object:  # noqa: ANN401 -- any column
    if rule.kind is tuple and value == _NO_TEXTS:
        return ()
    if rule.kind is tuple and value is not None:
        try:
            value = json.loads(value)
        except (ValueError, RecursionError) as error:
            raise BadRecord(type_name, rule.name, value) from error
    return field_value(type_name, rule, value)
