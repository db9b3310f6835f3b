"""Walls to start from: read from data files, made into fresh records.

A template is a JSON file in `resources/templates/`, like an export but for four things:

- `{"format": "motwall-template", "version": 1, "name", "title", "about", "records": [...]}`: the
  name is the file's own; title and about stand on its card on the start screen.
- A record's `id` is any name of its own; references say that name. Names are unique in the file.
- A moment's `contact_type_id` is a code of the palette, such as "PH". The contact types themselves
  are not in the file: the wall gets the six of the method and those its moments use.
- A date counts days from the day of use: "0", "+14", "-28"; a time adds a clock in UTC:
  "-28T17:30". A missing rank follows from the order in the file.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from motwall.model.clock import NewId
from motwall.model.codec import from_plain
from motwall.model.errors import BadRecord, UnknownTemplate
from motwall.model.fields import FieldRule, rules_of
from motwall.model.order import RANK_STEP
from motwall.model.palette import PALETTE, SOURCE_SIX
from motwall.model.records import RECORD_TYPES, ContactType, Record
from motwall.resources import resource

#: The templates that come along, as the command line lists them.
TEMPLATE_NAMES = ("blank", "planning-form", "airline", "shop")

_HEAD = {"format": "motwall-template", "version": 1}
_CARD = ("name", "title", "about")
_DAY = re.compile(r"(0|[+-][1-9]\d{0,3})(T\d\d:\d\d)?")
# Whose children are ranked among themselves: the ideas of a moment, the moments of a step.
_PARENTS = ("moment_id", "step_id")


class Template(NamedTuple):
    """A wall to start from, its records still in the words of the file.

    Attributes:
        name: As the command line says it.
        title: On its card.
        about: One line on its card.
        records: At least `type` and `id` each.
    """

    name: str
    title: str
    about: str
    records: tuple[Mapping[str, Any], ...]


def template_names() -> list[str]:
    """The names of the templates that come along."""
    return list(TEMPLATE_NAMES)


def load(name: str) -> Template:
    """Read a template that comes along.

    Raises:
        UnknownTemplate: There is none of that name.
        BadRecord: Its file is damaged.
    """
    if name not in TEMPLATE_NAMES:
        raise UnknownTemplate(name)
    return parse(resource(f"templates/{name}.json").read_text(encoding="utf-8"))


def parse(text: str) -> Template:
    """Read a template file's text; its records are checked by `instantiate`.

    Raises:
        BadRecord: It is no template.
    """
    try:
        file = json.loads(text)
    except ValueError as error:
        raise BadRecord("Template", "", None) from error
    if not isinstance(file, dict) or set(file) != {*_HEAD, *_CARD, "records"}:
        raise BadRecord("Template", "", None)
    for key, value in file.items():
        if not (value == _HEAD[key] if key in _HEAD else _is_well_formed(key, value)):
            raise BadRecord("Template", key, value)
    name, title, about = (file[key] for key in _CARD)
    return Template(name, title, about, tuple(file["records"]))


def instantiate(template: Template, new_id: NewId, today: date) -> list[Record]:
    """Make the records of a new wall.

    Args:
        template: What to start from.
        new_id: Called once for each record.
        today: The day the template's dates count from.

    Returns:
        The contact types in the order of the palette, then the records in the order of the file.

    Raises:
        BadRecord: The template names a record twice, refers to one that is not there, or holds what
            no record can hold.
    """
    types = _contact_types(template, new_id)
    ids = {one.code: one.id for one in types}
    for values in template.records:
        if values["id"] in ids:
            raise BadRecord(values["type"], "id", values["id"])
        ids[values["id"]] = new_id()
    maker = _Maker(ids, today)
    return [*types, *(maker.made(values) for values in template.records)]


def _contact_types(template: Template, new_id: NewId) -> list[ContactType]:
    used = [one.get("contact_type_id") for one in template.records]
    pens = [one for one in PALETTE if one.code in SOURCE_SIX or one.code in used]
    return [one.contact_type(new_id(), RANK_STEP * place) for place, one in enumerate(pens, 1)]


class _Maker:
    """Makes the records of one wall, in the order of the file."""

    def __init__(self, ids: Mapping[str, str], today: date) -> None:
        self._ids = ids
        self._today = today
        self._siblings: Counter[tuple[object, ...]] = Counter()

    def made(self, values: Mapping[str, Any]) -> Record:
        """The record that the file means by these values."""
        type_name = values["type"]
        record_type = RECORD_TYPES.get(type_name)
        rules = rules_of(record_type) if record_type else {}
        plain: dict[str, object] = {
            key: self._plain(type_name, rules[key], value) if key in rules else value
            for key, value in values.items()
            if key not in {"type", "id"}
        }
        if "rank" in rules:
            family = (type_name, *(plain.get(parent) for parent in _PARENTS))
            self._siblings[family] += 1
            plain.setdefault("rank", RANK_STEP * self._siblings[family])
        return from_plain(type_name, {"id": self._ids[values["id"]], **plain})

    def _plain(self, type_name: str, rule: FieldRule, value: object) -> object:
        """A value of the file as an export has it: a real id, a real date."""
        if rule.refers_to:
            meant = self._ids.get(value) if isinstance(value, str) else None
        elif rule.kind in {date, datetime}:
            meant = self._day(value, is_time=rule.kind is datetime)
        else:
            return value
        if meant is None and value is not None:
            raise BadRecord(type_name, rule.name, value)
        return meant

    def _day(self, value: object, *, is_time: bool) -> str | None:
        found = _DAY.fullmatch(value) if isinstance(value, str) else None
        if found is None or bool(found[2]) is not is_time:
            return None
        day = (self._today + timedelta(days=int(found[1]))).isoformat()
        return f"{day}{found[2]}:00.000000Z" if is_time else day


def _is_well_formed(key: str, value: object) -> bool:
    if key in _CARD:
        return isinstance(value, str)
    return isinstance(value, list) and all(
        isinstance(one, dict)
        and isinstance(one.get("type"), str)
        and isinstance(one.get("id"), str)
        for one in value
    )
