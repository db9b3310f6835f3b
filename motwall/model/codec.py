"""Records to plain values and back: one codec for columns, JSON export and journal.

Plain values are what JSON knows: texts, numbers, true/false, null, lists of texts. Enums are their
lower_snake words, dates YYYY-MM-DD, times UTC with Z.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any

from motwall.model.errors import BadRecord
from motwall.model.fields import FieldRule, rules_of
from motwall.model.records import RECORD_TYPES, Record

Plain = str | int | float | bool | list[str] | None
#: Of fields whose values are plain as they are.
_PLAIN_KINDS = (str, int, float, bool)


def to_plain(record: Record) -> dict[str, Plain]:
    """Every field of a record by name, as plain values; without the record's type."""
    record_type = type(record)
    way = _WAYS.get(record_type)
    if way is None:
        way = _WAYS[record_type] = _way_of(record_type)
    names, read, others = way
    plain: dict[str, Plain] = dict(zip(names, read(record), strict=True))
    for name in others:
        plain[name] = plain_value(plain[name])
    return plain


#: The names of the fields, what reads them all, and which of them are not plain already.
_Way = tuple[tuple[str, ...], Callable[[Record], tuple[Any, ...]], tuple[str, ...]]
#: A wall of 20,000 notes has half a million fields, nine of ten of them plain.
_WAYS: dict[type[Record], _Way] = {}


def _way_of(record_type: type[Record]) -> _Way:
    rules = rules_of(record_type)
    others = tuple(name for name, rule in rules.items() if rule.kind not in _PLAIN_KINDS)
    # Each has an id and more: of one name alone `attrgetter` would make no tuple.
    return tuple(rules), attrgetter(*rules), others


def plain_value(value: object) -> Plain:
    """One field's value as a plain value."""
    if value is None or type(value) is str:
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        # Not strftime: it writes the year 999 with three digits, which strptime refuses.
        return value.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    assert value is None or isinstance(value, str | int | float)
    return value


def from_plain(type_name: str, values: Mapping[str, Any]) -> Record:
    """Make a record from plain values; a missing key is the field's default.

    Raises:
        BadRecord: The type or a key is unknown, a required key is missing, or a value is not
            allowed.
    """
    record_type = RECORD_TYPES.get(type_name)
    if record_type is None:
        raise BadRecord(type_name, "", None)
    rules = rules_of(record_type)
    for name in values:
        if name not in rules:
            raise BadRecord(type_name, name, values[name])
    for name, rule in rules.items():
        if rule.is_required and name not in values:
            raise BadRecord(type_name, name, None)
    checked: dict[str, Any] = {
        name: field_value(type_name, rules[name], value) for name, value in values.items()
    }
    return record_type(**checked)


def field_value(type_name: str, rule: FieldRule, value: Any) -> object:  # noqa: ANN401 -- whatever a file holds
    """Turn one plain value into what the record's field holds.

    Raises:
        BadRecord: The value is not of the field's form; bounds and clean text are checked by the
            record itself.
    """
    if value is None or rule.kind is str or rule.kind is int or rule.kind is bool:
        return value
    try:
        if rule.kind is float:
            return _float(value)
        if rule.kind is tuple:
            return _texts(value)
        if rule.kind is date:
            return _date(value)
        if rule.kind is datetime:
            return datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
        return rule.kind(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise BadRecord(type_name, rule.name, value) from error


def _float(value: object) -> float:
    # bool is an int to Python, but true is no coordinate.
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    return float(value)


def _texts(value: object) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(value)


def _date(value: str) -> date:
    day = date.fromisoformat(value)
    # fromisoformat also reads 20261123 and 2026-W48-1; one way of writing is enough.
    if day.isoformat() != value:
        raise ValueError(value)
    return day
