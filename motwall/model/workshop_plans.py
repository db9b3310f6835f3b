"""A facilitator's own plans of a workshop, each a small file that people may read and send on.

The file is `{"format": "motwall-plan", "version": 1, "title", "parts": [{"part", "title",
"minutes"}]}`; `part` names a part of the workshop's data, or is "" for one of the facilitator's
own.
"""

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from motwall.model.clean_text import LINE_LIMIT, clean_text
from motwall.model.edits.agenda import Planned
from motwall.model.errors import BadRecord, PlanUnreadable
from motwall.model.workshop import MOST_LINES, MOST_MINUTES, WorkshopPlan

_HEAD = {"format": "motwall-plan", "version": 1}
_PART = {"part", "title", "minutes"}
_NOT_IN_NAMES = re.compile(r"[^\w\- ]+")
#: Of a file's name, without its ending.
_LONGEST_NAME = 60


class OwnPlan(NamedTuple):
    """A plan somebody saved; `name` is its file's, without the ending, "" before it has one."""

    name: str
    title: str
    steps: tuple[Planned, ...]


class OwnPlansRead(NamedTuple):
    """All that can be read, by title, and an error for each that cannot."""

    plans: tuple[OwnPlan, ...] = ()
    unread: tuple[PlanUnreadable, ...] = ()


def steps_of(plan: WorkshopPlan) -> tuple[Planned, ...]:
    """The parts of a plan that comes along, as a workshop begins with them."""
    return tuple(Planned(one.part.name, one.part.title, one.minutes) for one in plan.steps)


def total(steps: Sequence[Planned]) -> int:
    """The minutes of all parts together."""
    return sum(one.minutes for one in steps)


def file_stem(title: str) -> str:
    """A name for a plan's file: the same title, the same file."""
    kept = _NOT_IN_NAMES.sub(" ", title)
    return " ".join(kept.split())[:_LONGEST_NAME].strip().casefold() or "plan"


def written(plan: OwnPlan) -> str:
    """The text of a plan's file; `parse` reads it."""
    parts = [one._asdict() for one in plan.steps]
    return json.dumps({**_HEAD, "title": plan.title, "parts": parts}, ensure_ascii=False, indent=2)


def parse(text: str, name: str = "") -> OwnPlan:
    """Read a plan file's text; texts are cleaned.

    Raises:
        BadRecord: It is no plan; the field says which part is wrong.
    """
    try:
        file = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadRecord("WorkshopPlan", "", None) from error
    if not isinstance(file, dict) or set(file) != {*_HEAD, "title", "parts"}:
        raise BadRecord("WorkshopPlan", "", None)
    for key, value in _HEAD.items():
        if file[key] != value:
            raise BadRecord("WorkshopPlan", key, file[key])
    parts = file["parts"]
    if not isinstance(parts, list) or not 0 < len(parts) <= MOST_LINES:
        raise BadRecord("WorkshopPlan", "parts", None)
    return OwnPlan(name, _line("title", file["title"]), tuple(_step(one) for one in parts))


def _step(plain: object) -> Planned:
    if not isinstance(plain, dict) or set(plain) != _PART:
        raise BadRecord("WorkshopPlan", "parts", None)
    minutes = plain["minutes"]
    is_number = isinstance(minutes, int) and not isinstance(minutes, bool)
    if not is_number or not 0 <= minutes <= MOST_MINUTES:
        raise BadRecord("WorkshopPlan", "minutes", minutes)
    part = plain["part"]
    if not isinstance(part, str):
        raise BadRecord("WorkshopPlan", "part", part)
    return Planned(_cleaned(part), _line("title", plain["title"]), minutes)


def _line(key: str, value: object) -> str:
    found = _cleaned(value) if isinstance(value, str) else ""
    if not found:
        raise BadRecord("WorkshopPlan", key, value)
    return found


def _cleaned(value: str) -> str:
    return clean_text(value, LINE_LIMIT, one_line=True).text.strip()
