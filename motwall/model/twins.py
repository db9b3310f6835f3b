"""What is the same thing under another id: a contact type or a row made on both sides."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from motwall.model.fields import rules_of
from motwall.model.order import contact_types, rows_in_order
from motwall.model.records import ContactType, Record, Row
from motwall.model.store import Store


def twin_of(store: Store, record: Record) -> Record | None:
    """The wall's record that means the same as one from elsewhere, or None.

    A contact type is the wall's type of the same code, else of the same name; a row is the wall's
    row of the same title; in any case of letters.
    """
    if isinstance(record, Row):
        named = (one for one in rows_in_order(store) if _is_same(one.title, record.title))
        return next(named, None)
    if not isinstance(record, ContactType):
        return None
    types = contact_types(store)
    same = [one for one in types if one.code == record.code]
    same += [one for one in types if _is_same(one.name, record.name)]
    return same[0] if same else None


def with_references(record: Record, meant: Callable[[str], str]) -> Record:
    """The record with each id it refers to replaced by the id that is meant."""
    values: dict[str, Any] = {
        rule.name: meant(target)
        for rule in rules_of(type(record)).values()
        if rule.refers_to and (target := getattr(record, rule.name)) is not None
    }
    return replace(record, **values)


def _is_same(one: str, other: str) -> bool:
    return bool(one) and one.casefold() == other.casefold()
