"""A workbook that motwall exported: a whole wall, a sheet for each record type.

docs/format.md tells the layout. What the cells hold becomes what a JSON file would hold, and is
judged by `json_plan`: the same is refused, with the same sentences.
"""

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from motwall.i18n import translate
from motwall.importing import json_plan
from motwall.importing.plan import Plan, refused
from motwall.importing.workbook import Sheet, words_of
from motwall.model.fields import FieldRule, rules_of
from motwall.model.records import RECORD_TYPES

#: The sheet that tells whose the workbook is.
MARK = "motwall"
#: A field that goes on in another column.
_GOES_ON = re.compile(r"(.+?)(\d+)")


def is_own(sheets: Sequence[Sheet]) -> bool:
    """Whether motwall made the workbook: it says so in a sheet of its own."""
    return _head(sheets).get("format") == json_plan.FORMAT


def plan_of(sheets: Sequence[Sheet]) -> Plan:
    """The records of a workbook that is motwall's own, with their ids and ranks.

    Raises:
        ImportRefused: Something in it makes no sense; all problems at once.
    """
    head = _head(sheets)
    version = head.get("version")
    if isinstance(version, float) and version.is_integer():
        version = int(version)
    types = {_plain(name): name for name in RECORD_TYPES}
    listed: list[dict[str, Any]] = []
    for sheet in sheets:
        type_name = types.get(_plain(sheet.name))
        if type_name is not None:
            listed += _records(type_name, sheet)
        if len(listed) > json_plan.RECORD_LIMIT:
            raise refused(translate("Import", "there are more than 100,000 records"))
    file = {"format": json_plan.FORMAT, "version": version, "records": listed}
    return json_plan.plan_of(file)


def _head(sheets: Sequence[Sheet]) -> dict[str, Any]:
    mark = next((one for one in sheets if one.name == MARK), None)
    return {
        _plain(words_of(cells[0])): cells[1]
        for _, cells in (mark.rows if mark else ())
        if len(cells) > 1
    }


def _records(type_name: str, sheet: Sheet) -> list[dict[str, Any]]:
    """What JSON would have of each row."""
    if not sheet.rows:
        return []
    (number, names), *rows = sheet.rows
    if number != 1:
        problem = translate("Import", "the sheet {name} has no header in row 1")
        raise refused(problem.format(name=sheet.name))
    places = _places(names, rules_of(RECORD_TYPES[type_name]))
    return [{"type": type_name, **_values(places, cells)} for _, cells in rows]


def _places(
    names: Sequence[object], rules: dict[str, FieldRule]
) -> list[tuple[FieldRule, list[int]]]:
    """For each field the columns it is in, in their order."""
    known = {_plain(name): rule for name, rule in rules.items()}
    found: dict[str, dict[int, int]] = {}
    for place, name in enumerate(map(_plain, map(words_of, names))):
        part, rule = 1, known.get(name)
        goes_on = None if rule else _GOES_ON.fullmatch(name)
        if goes_on is not None:
            part, rule = int(goes_on[2][-6:]), known.get(goes_on[1])
        if rule is not None:
            found.setdefault(rule.name, {}).setdefault(part, place)
    return [
        (rules[name], [places[part] for part in sorted(places)]) for name, places in found.items()
    ]


def _values(
    places: Sequence[tuple[FieldRule, list[int]]], cells: Sequence[object]
) -> dict[str, Any]:
    values = {}
    for rule, columns in places:
        parts = [cells[one] for one in columns if one < len(cells) and cells[one] is not None]
        if parts:
            whole = parts[0] if len(parts) == 1 else "".join(map(words_of, parts))
            values[rule.name] = _value(rule, whole)
    return values


def _value(rule: FieldRule, cell: object) -> object:
    """The cell as JSON has the field; what cannot be is left for `json_plan` to refuse."""
    if rule.kind in (int, float):
        return _number(rule, cell)
    if rule.kind is bool:
        return _truth(cell)
    if rule.kind is date and isinstance(cell, datetime):
        return cell.date().isoformat()
    if rule.kind is tuple:
        with suppress(ValueError, RecursionError):
            return json.loads(words_of(cell))
    return words_of(cell)


def _number(rule: FieldRule, cell: object) -> object:
    value: object = cell
    if isinstance(cell, str):
        with suppress(ValueError):
            value = float(cell)
    is_whole = isinstance(value, float) and value.is_integer() and rule.kind is int
    return int(value) if is_whole and isinstance(value, float) else value


def _truth(cell: object) -> object:
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    return words.get(words_of(cell).strip().casefold(), cell)


def _plain(name: str) -> str:
    return re.sub(r"[\s_]+", "", name).casefold()
