"""Whose a record is: it comes and goes with its owner."""

from collections.abc import Iterator

from motwall.model.fields import FieldRule, rules_of
from motwall.model.records import RECORD_TYPES, Measure, Record
from motwall.model.store import Store


def _owner_field(record_type: type[Record]) -> str:
    needed = [
        rule.name
        for rule in rules_of(record_type).values()
        if rule.refers_to and not rule.is_optional
    ]
    # A measure of the whole wall has no owner; one of a moment goes with it, as when it is deleted.
    return "moment_id" if record_type is Measure else needed[0] if needed else ""


_OWNER_FIELDS = {one: _owner_field(one) for one in RECORD_TYPES.values()}
#: The fields of a type that refer to other records.
REFERENCES: dict[type[Record], tuple[FieldRule, ...]] = {
    one: tuple(rule for rule in rules_of(one).values() if rule.refers_to)
    for one in RECORD_TYPES.values()
}


def is_owner_field(record_type: type[Record], name: str) -> bool:
    """Whether the field says whose a record is."""
    return _OWNER_FIELDS[record_type] == name


def owner_id(record: Record) -> str | None:
    """The id of the record's owner, or None."""
    name = _OWNER_FIELDS[type(record)]
    owner: str | None = getattr(record, name) if name else None
    return owner


def with_belongings(store: Store, record: Record) -> Iterator[Record]:
    """A record, all it owns, all that owns, and so on."""
    yield record
    for record_type, name in _OWNER_FIELDS.items():
        if name and rules_of(record_type)[name].refers_to == type(record).__name__:
            for one in store.referring(record_type, name, record.id):
                yield from with_belongings(store, one)
