"""What a field of a record may hold, read once from its annotation.

Checks, table columns, JSON and journal all ask here.
"""

from collections.abc import Callable
from dataclasses import MISSING, field
from dataclasses import fields as dataclass_fields
from datetime import UTC, date, datetime
from enum import StrEnum
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from motwall.model.clean_text import FIELD_LIMIT, LINE_LIMIT, is_clean

# Ranks and coordinates beyond this are no wall; the bound also keeps them exact as SQLite integers
# and JSON numbers.
NUMBER_LIMIT = 2**53

_ID_LENGTH = 32
_HEX = "0123456789abcdef"


class FieldRule(NamedTuple):
    """What one field of a record type may hold.

    Attributes:
        name: The field's name: attribute, table column and JSON key.
        kind: `str`, `int`, `float`, `bool`, `datetime.date`, `datetime`, `tuple` (of texts) or a
            StrEnum.
        is_optional: None is allowed.
        limit: For texts: the most code points.
        is_line: For texts: no line ends.
        refers_to: For ids: the name of the record type referred to, else "".
        check: For values with a form of their own: says whether a value is allowed.
        minimum: For numbers: the least value.
        maximum: For numbers: the greatest value.
        is_required: There is no default.
        default: The default, where there is one.
    """

    name: str
    kind: type[Any]
    is_optional: bool
    limit: int = FIELD_LIMIT
    is_line: bool = False
    refers_to: str = ""
    check: Callable[[str], bool] | None = None
    minimum: int = -NUMBER_LIMIT
    maximum: int = NUMBER_LIMIT
    is_required: bool = False
    default: object = None

    def allows(self, value: object) -> bool:
        """Whether a record may hold this value."""
        if value is None:
            return self.is_optional
        if type(value) is not self.kind:
            return False
        if isinstance(value, str):
            return isinstance(value, StrEnum) or self._allows_text(value)
        if isinstance(value, int | float):
            # Also False for NaN and the infinities.
            return self.minimum <= value <= self.maximum
        if isinstance(value, tuple):
            return all(isinstance(text, str) and self._allows_text(text) for text in value)
        return not isinstance(value, datetime) or value.tzinfo is UTC

    def _allows_text(self, text: str) -> bool:
        if self.check is not None:
            return self.check(text)
        return is_clean(text, self.limit, one_line=self.is_line)


def plain_text(default: str = "", *, limit: int = FIELD_LIMIT) -> Any:  # noqa: ANN401 -- stands where a str default stands
    """A field of plain text with line ends."""
    return field(default=default, metadata={"limit": limit})


def one_line(default: str = "", *, limit: int = LINE_LIMIT) -> Any:  # noqa: ANN401 -- as above
    """A field of one line of plain text."""
    return field(default=default, metadata={"limit": limit, "is_line": True})


def formed(check: Callable[[str], bool], default: str) -> Any:  # noqa: ANN401 -- as above
    """A field of text with a form of its own, such as "#C6A26C"."""
    return field(default=default, metadata={"check": check})


def identity() -> Any:  # noqa: ANN401 -- as above
    """The field with a record's own id."""
    return field(metadata={"check": is_id})


def reference(record_type: str) -> Any:  # noqa: ANN401 -- as above
    """A field with the id of another record."""
    return field(metadata={"refers_to": record_type, "check": is_id})


def optional_reference(record_type: str) -> Any:  # noqa: ANN401 -- as above
    """A field with the id of another record, or None."""
    return field(default=None, metadata={"refers_to": record_type, "check": is_id})


def number(default: int | None = None, *, minimum: int = 0, maximum: int = NUMBER_LIMIT) -> Any:  # noqa: ANN401 -- as above
    """A field with a whole number within bounds."""
    return field(default=default, metadata={"minimum": minimum, "maximum": maximum})


def is_id(value: str) -> bool:
    """Whether the text is the hex form of a uuid: 32 digits in lower case."""
    # A third of the time of a regular expression, for three ids of each of thousands of records.
    return len(value) == _ID_LENGTH and not value.strip(_HEX)


_RULES: dict[type[Any], dict[str, FieldRule]] = {}


def rules_of(record_type: type[Any]) -> dict[str, FieldRule]:
    """The rules of a record type's fields by name, in the order of its definition."""
    known = _RULES.get(record_type)
    if known is not None:
        return known
    hints = get_type_hints(record_type)
    rules: dict[str, FieldRule] = {}
    for one in dataclass_fields(record_type):
        kind, is_optional = _kind_of(hints[one.name])
        has_default = one.default is not MISSING
        rules[one.name] = FieldRule(
            name=one.name,
            kind=kind,
            is_optional=is_optional,
            is_required=not has_default,
            default=one.default if has_default else None,
            **one.metadata,
        )
    # Known only when whole: an export in another thread may ask at the same time.
    _RULES[record_type] = rules
    return rules


class FieldCheck(NamedTuple):
    """What to check of a field.

    Attributes:
        name: The field's name.
        default: What needs no check; an object nothing is, if there is no default.
        allows: Whether a record may hold a value.
    """

    name: str
    default: object
    allows: Callable[[object], bool]


class Checks(NamedTuple):
    """What to check of a new record, at hand: thousands may be made at once.

    Attributes:
        values_of: The values of a record's fields, in the order of its definition.
        fields: Of each what to check.
    """

    values_of: Callable[[object], tuple[object, ...]]
    fields: tuple[FieldCheck, ...]


_CHECKS: dict[type[Any], Checks] = {}
_NO_DEFAULT = object()


def checks_of(record_type: type[Any]) -> Checks:
    """What to check of a new record of that type."""
    known = _CHECKS.get(record_type)
    if known is None:
        rules = rules_of(record_type)
        fields = tuple(
            FieldCheck(
                rule.name, _NO_DEFAULT if rule.is_required else rule.default, _check_of(rule)
            )
            for rule in rules.values()
        )
        known = _CHECKS[record_type] = Checks(attrgetter(*rules), fields)
    return known


def _check_of(rule: FieldRule) -> Callable[[object], bool]:
    """`FieldRule.allows`, with the questions that depend on the rule alone asked once."""
    kind, is_optional, check = rule.kind, rule.is_optional, rule.check
    limit, is_line = rule.limit, rule.is_line
    if kind is str and check is not None:
        return lambda value: check(value) if type(value) is str else is_optional and value is None
    if kind is str:
        return lambda value: (
            is_clean(value, limit, one_line=is_line)
            if type(value) is str
            else is_optional and value is None
        )
    if kind is date or issubclass(kind, StrEnum):
        return lambda value: type(value) is kind or (is_optional and value is None)
    return rule.allows


def _kind_of(hint: Any) -> tuple[type[Any], bool]:  # noqa: ANN401 -- an annotation may be anything
    if get_origin(hint) is UnionType:
        kinds = [one for one in get_args(hint) if one is not NoneType]
        return kinds[0], True
    return get_origin(hint) or hint, False
