"""Walls and files for the tests of importing."""

import json
from datetime import date
from typing import Any

from motwall.importing import csv_plan
from motwall.importing.plan import Plan
from motwall.model.errors import ImportRefused
from motwall.model.order import stack, steps_in_order
from motwall.model.palette import PALETTE
from motwall.model.records import Record, Stage, Wall
from motwall.model.store import Store
from tests.factories import an_id, new_ids

DAY = date(2026, 3, 14)


def blank(types: int = 2) -> Store:
    """A wall of some contact types: FI First impressions, FF Face to face..."""
    new_id = new_ids(0xA000)
    pens = [one.contact_type(new_id(), 1024 * n) for n, one in enumerate(PALETTE[:types], 1)]
    return Store([Wall(id=an_id(0xFFFF)), *pens])


def read_csv(text: str | bytes, store: Store | None = None) -> Plan:
    raw = text if isinstance(text, bytes) else text.encode()
    return csv_plan.parse(raw, store or blank(), new_ids(), DAY)


def problems_of(text: str | bytes, store: Store | None = None) -> list[tuple[int, str]]:
    try:
        read_csv(text, store)
    except ImportRefused as error:
        return error.problems
    raise AssertionError("it was taken")


def on_wall(plan: Plan, store: Store | None = None) -> Store:
    """The wall with the plan's records on it."""
    wall = store or blank()
    patch = plan.patch()
    wall.check(patch)
    wall.apply(patch)
    return wall


def picture(store: Store) -> list[tuple[str, str, list[str]]]:
    """The timeline as (stage, step, texts of the stack)."""
    return [
        (
            stage.title if (stage := store.find(Stage, step.stage_id)) else "",
            step.title,
            [moment.text for moment in stack(store, step.id)],
        )
        for step in steps_in_order(store)
    ]


def of(plan: Plan, kind: type[Record]) -> list[Any]:
    return [one for one in plan.records if type(one) is kind]


def json_file(records: list[dict[str, Any]], **head: object) -> bytes:
    file = {"format": "motwall", "version": 1, "records": records} | head
    return json.dumps(file).encode()
