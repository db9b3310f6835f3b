"""A JSON file: a whole wall, as `motwall export` writes it.

`{"format": "motwall", "version": 1, "records": [{"type": "Moment", "id": "...", ...}, ...]}`: every
field of a record by its name; enums as lower_snake words, dates YYYY-MM-DD, times UTC with Z. A
missing key is the field's default. `"pictures": {"<digest>": "<base64>", ...}` may follow, the
bytes of the pictures that records name; a Picture without them is left out, and told.

Refused are: another format, a newer version, unknown keys and types, values a field cannot hold, an
id twice, a reference to nothing or to a record of another type, ideas that come from each other in
a ring, more or less than one Wall, more than 16 contact types, more than 12 rows, bytes that are
not those of their digest. Texts are cleaned as everywhere; one that is cut is told.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from graphlib import CycleError, TopologicalSorter
from typing import Any, NoReturn

from motwall.i18n import translate
from motwall.importing.picture_parts import read_pictures, with_bytes
from motwall.importing.plan import Findings, Plan, quoted, refused
from motwall.model.codec import from_plain
from motwall.model.errors import BadRecord, ImportRefused
from motwall.model.fields import rules_of
from motwall.model.palette import MAX_TYPES
from motwall.model.records import RECORD_TYPES, ContactType, Idea, Record, Row, Wall
from motwall.model.rows import MAX_ROWS

FORMAT = "motwall"
VERSION = 1
#: The most records, as `storage` has it.
RECORD_LIMIT = 100_000
#: The most bytes: a wall of 20,000 judged notes, with room.
SIZE_LIMIT = 50 * 1024 * 1024


def parse(raw: bytes) -> Plan:
    """Read a JSON file: its records, ids and ranks kept, in the order of the file.

    Raises:
        ImportRefused: It is no wall, or something in it makes no sense; all problems at once.
    """
    return plan_of(_loaded(raw))


def plan_of(file: object) -> Plan:
    """The same for what the JSON text of a file says.

    Raises:
        ImportRefused: As for `parse`.
    """
    findings = Findings()
    records = []
    head = _checked(file)
    for number, values in enumerate(_listed(head), start=1):
        record = _record(number, values, findings)
        if record is not None:
            records.append(record)
    pictures = read_pictures(head.get("pictures", {}), findings)
    findings.settle()
    _check_whole(records, findings)
    findings.settle()
    kept = with_bytes(records, pictures, findings)
    return Plan(tuple(kept), tuple(findings.warnings), pictures)


def sources_first(ideas: Iterable[Idea]) -> list[Idea]:
    """Ideas, each after the one it comes from.

    Raises:
        CycleError: They come from each other in a ring.
    """
    by_id = {idea.id: idea for idea in ideas}
    sources = {idea.id: {idea.from_idea_id or ""} & by_id.keys() for idea in by_id.values()}
    return [by_id[one] for one in TopologicalSorter(sources).static_order()]


def _loaded(raw: bytes) -> object:
    if len(raw) > SIZE_LIMIT:
        raise refused(translate("Import", "the file is larger than 50 MB"))
    try:
        return json.loads(
            raw.decode("utf-8-sig"), object_pairs_hook=_Objects(), parse_constant=_no_constant
        )
    except (ValueError, RecursionError) as error:
        raise refused(translate("Import", "the file is not JSON in UTF-8")) from error


class _Objects:
    """Makes the objects of a JSON text, and stops where there are too many or a key is doubled."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        self._count += 1
        if self._count > RECORD_LIMIT + 2:  # the records, the pictures, and the whole around them
            raise _too_many()
        values = dict(pairs)
        if len(values) < len(pairs):
            raise refused(translate("Import", "a name stands twice in one record"))
        return values


def _too_many() -> ImportRefused:
    return refused(translate("Import", "there are more than 100,000 records"))


def _no_constant(name: str) -> NoReturn:
    """NaN and Infinity are no JSON, though Python reads them."""
    raise ValueError(name)


def _checked(file: object) -> dict[str, Any]:
    """The file, if its head is right."""
    if not isinstance(file, dict) or file.get("format") != FORMAT:
        raise refused(translate("Import", "this JSON file is not a motwall wall"))
    version = file.get("version")
    if type(version) is not int or version < 1:
        raise refused(translate("Import", "its version is missing or not a number"))
    if version > VERSION:
        problem = translate("Import", "it comes from a newer motwall; update motwall to read it")
        raise refused(problem)
    for key in file:
        if key not in {"format", "version", "records", "pictures"}:
            raise refused(
                translate("Import", "it has an unknown part {key}").format(key=quoted(key))
            )
    return file


def _listed(file: dict[str, Any]) -> list[Any]:
    """The records of the file."""
    records = file.get("records")
    if not isinstance(records, list):
        raise refused(translate("Import", "it has no list of records"))
    if len(records) > RECORD_LIMIT:
        raise _too_many()
    return records


def _record(number: int, values: object, findings: Findings) -> Record | None:
    """One record; None after a problem."""
    where = translate("Import", "record {number}").format(number=number)
    if not isinstance(values, dict) or not isinstance(values.get("type"), str):
        findings.refuse(0, translate("Import", "{where} has no type").format(where=where))
        return None
    type_name = values["type"]
    plain = {key: value for key, value in values.items() if key != "type"}
    if type_name in RECORD_TYPES:
        plain = _cleaned(f"{where.capitalize()} ({type_name})", type_name, plain, findings)
    try:
        return from_plain(type_name, plain)
    except BadRecord as error:
        findings.refuse(0, f"{where}: {_told(error)}")
        return None


def _cleaned(
    where: str, type_name: str, plain: Mapping[str, Any], findings: Findings
) -> dict[str, Any]:
    """The values with their texts cleaned; whatever is no text is left for the record to judge."""
    cleaned = dict(plain)
    for name, rule in rules_of(RECORD_TYPES[type_name]).items():
        value = plain.get(name)
        if rule.kind is str and rule.check is None and isinstance(value, str):
            cleaned[name] = findings.text(value, rule, f"{where}, {name}")
        elif rule.kind is tuple and isinstance(value, list):
            cleaned[name] = [
                findings.text(one, rule, f"{where}, {name}") if isinstance(one, str) else one
                for one in value
            ]
        elif rule.kind is datetime and isinstance(value, str):
            # Others write whole seconds; motwall always writes their fractions.
            cleaned[name] = re.sub(r"(:\d\d)Z$", r"\1.0Z", value)
    return cleaned


def _told(error: BadRecord) -> str:
    """What is wrong with a record."""
    record_type = RECORD_TYPES.get(error.record_type)
    if record_type is None:
        sentence = translate("Import", "there is no type {type}")
    elif error.field not in rules_of(record_type):
        sentence = translate("Import", "a {type} has no field {field}")
    elif rules_of(record_type)[error.field].is_required and error.value is None:
        sentence = translate("Import", "a {type} needs its {field}")
    else:
        sentence = translate("Import", "{field} of a {type} cannot be {value}")
    return sentence.format(
        type=quoted(error.record_type), field=quoted(error.field), value=quoted(error.value)
    )


def _check_whole(records: list[Record], findings: Findings) -> None:
    """What only the records together show."""
    known: dict[str, Record] = {}
    for record in records:
        if record.id in known:
            problem = translate("Import", "the id {id} is there twice")
            findings.refuse(0, problem.format(id=quoted(record.id)))
        known[record.id] = record
    for record in records:
        _check_references(record, known, findings)
    if sum(isinstance(record, Wall) for record in records) != 1:
        findings.refuse(0, translate("Import", "there must be exactly one Wall in it"))
    if sum(isinstance(record, ContactType) for record in records) > MAX_TYPES:
        findings.refuse(
            0, translate("Import", "there are more than %n contact types", "", MAX_TYPES)
        )
    if sum(isinstance(record, Row) for record in records) > MAX_ROWS:
        findings.refuse(0, translate("Import", "there are more than %n further rows", "", MAX_ROWS))
    try:
        sources_first(record for record in records if isinstance(record, Idea))
    except CycleError:
        findings.refuse(0, translate("Import", "there are ideas that come from each other"))


def _check_references(record: Record, known: Mapping[str, Record], findings: Findings) -> None:
    for rule in rules_of(type(record)).values():
        target = getattr(record, rule.name) if rule.refers_to else None
        if target is not None and type(known.get(target)).__name__ != rule.refers_to:
            problem = translate("Import", "{field} of {id} names no {type} of the file")
            findings.refuse(
                0, problem.format(field=rule.name, id=quoted(record.id), type=rule.refers_to)
            )
