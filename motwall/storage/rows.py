"""Records to table rows and back.

A column holds the plain value of `model/codec.py`; SQLite has no lists and no truth values, so
lists are JSON text and true/false are 1 and 0.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from motwall.model.codec import field_value, plain_value
from motwall.model.errors import BadRecord, WallFileDamaged
from motwall.model.fields import FieldRule, rules_of
from motwall.model.records import RECORD_TYPES, Record
from motwall.storage.schema import table_name

_TRUTH = {0: False, 1: True}
#: By record type, the fields that do not lie in their column as they are in the record.
_TRANSLATED: dict[type[Record], list[FieldRule]] = {
    one: [rule for rule in rules_of(one).values() if rule.kind not in {str, int, float}]
    for one in RECORD_TYPES.values()
}


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
    type_name = record_type.__name__
    try:
        for rule in _TRANSLATED[record_type]:
            values[rule.name] = _value(type_name, rule, values[rule.name])
        return record_type(**values)
    except BadRecord as error:
        detail = f"{error.record_type}.{error.field} of {values['id'][:32]}"
        # From None: the value stays out of the log, it may be the words on a note.
        raise WallFileDamaged(path, detail) from None


def _value(type_name: str, rule: FieldRule, value: Any) -> object:  # noqa: ANN401 -- any column
    if value is None:
        return None
    if rule.kind is bool:
        return _TRUTH.get(value, value)
    if rule.kind is tuple:
        try:
            value = json.loads(value)
        except (ValueError, RecursionError) as error:
            raise BadRecord(type_name, rule.name, value) from error
    return field_value(type_name, rule, value)
