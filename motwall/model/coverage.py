"""Where nobody has looked yet: contact types, stages, departments and kinds without a moment.

What customers meet is more than people at a counter, and a team lists what it does itself. The
questions that help to find the rest are data, in `resources/workshop/coverage.json`:
`{"format": "motwall-coverage", "version": 1, "way": [{"title", "question"}], "codes": {code of a
contact type: [...]}, "types": [...], "stages": [...], "kinds": {kind: [...]}, "departments":
[{"name", "prompts"}]}`.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from motwall.model.finding import folded
from motwall.model.order import contact_types, runs
from motwall.model.records import Moment, MomentKind
from motwall.model.store import Store
from motwall.model.words import kind_word
from motwall.resources import resource

_WORD = re.compile(r"\w+")


class Area(Enum):
    """The ways to look at a wall."""

    CONTACT_TYPE = auto()
    STAGE = auto()
    DEPARTMENT = auto()
    KIND = auto()


class Covered(NamedTuple):
    """How well a part of an area is looked at.

    Attributes:
        area: Which area.
        name: Of the part: a contact type, a stage, whoever delivers, a kind.
        key: The id of the record or the value of the kind; the name of a department.
        moments: How many there are.
        prompts: Questions that help to find some.
        is_later: It is nobody's turn yet: a contact type, while no note has any.
    """

    area: Area
    name: str
    key: str
    moments: int
    prompts: tuple[str, ...]
    is_later: bool = False

    @property
    def is_gap(self) -> bool:
        """Whether nobody has looked here, and should have."""
        return not self.moments and not self.is_later


class WayPart(NamedTuple):
    """A part of a customer's way, and what to ask about it."""

    title: str
    question: str


class _Prompts(NamedTuple):
    way: tuple[WayPart, ...]
    codes: Mapping[str, tuple[str, ...]]
    types: tuple[str, ...]
    stages: tuple[str, ...]
    kinds: Mapping[str, tuple[str, ...]]
    departments: Mapping[str, tuple[str, ...]]


def coverage(store: Store) -> list[Covered]:
    """All parts of all areas, each area in the order of the wall."""
    return [*_types(store), *_stages(store), *_departments(store), *_kinds(store)]


def gaps(store: Store) -> list[Covered]:
    """The parts that no moment is about; a wall without notes has none, it has just begun."""
    if not store.count(Moment):
        return []
    return [one for one in coverage(store) if one.is_gap]


def way_parts() -> tuple[WayPart, ...]:
    """What to ask one after the other while notes are called out, in the order of time."""
    return _prompts().way


def _types(store: Store) -> list[Covered]:
    prompts = _prompts()
    types = contact_types(store)
    counts = {one.id: len(store.referring(Moment, "contact_type_id", one.id)) for one in types}
    is_later = not any(counts.values())
    return [
        Covered(
            Area.CONTACT_TYPE,
            one.name or one.code,
            one.id,
            counts[one.id],
            prompts.codes.get(one.code, prompts.types),
            is_later,
        )
        for one in types
    ]


def _stages(store: Store) -> list[Covered]:
    counts: Counter[str] = Counter()
    titles: dict[str, str] = {}
    for run in runs(store):
        if run.stage is not None:
            titles[run.stage.id] = run.stage.title
            counts[run.stage.id] += sum(
                len(store.referring(Moment, "step_id", step.id)) for step in run.steps
            )
    return [
        Covered(Area.STAGE, title, key, counts[key], _prompts().stages)
        for key, title in titles.items()
    ]


def _departments(store: Store) -> list[Covered]:
    """Whoever is named as delivering a moment, and the usual ones that nobody named."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for moment in store.all(Moment):
        name = " ".join(moment.who_delivers.split())
        if name:
            key = folded(name)
            names.setdefault(key, name)
            counts[key] += 1
    usual = _prompts().departments
    # "Sales, front desk" has sales in it.
    named = {word for key in names for word in _WORD.findall(key)}
    names |= {folded(name): name for name in usual if folded(name) not in named}
    prompts = {folded(name): lines for name, lines in usual.items()}
    found = [
        Covered(Area.DEPARTMENT, name, name, counts[key], prompts.get(key, ()))
        for key, name in names.items()
    ]
    # Those that are named may be many, and have no order: what is missing comes first.
    return sorted(found, key=lambda one: one.moments > 0)


def _kinds(store: Store) -> list[Covered]:
    counts = Counter(moment.kind for moment in store.all(Moment))
    return [
        Covered(Area.KIND, kind_word(one), one.value, counts[one], _prompts().kinds[one.value])
        for one in MomentKind
    ]


@cache
def _prompts() -> _Prompts:
    data = json.loads(resource("workshop/coverage.json").read_text(encoding="utf-8"))
    return _Prompts(
        tuple(WayPart(one["title"], one["question"]) for one in data["way"]),
        {code: tuple(lines) for code, lines in data["codes"].items()},
        tuple(data["types"]),
        tuple(data["stages"]),
        {kind: tuple(lines) for kind, lines in data["kinds"].items()},
        {one["name"]: tuple(one["prompts"]) for one in data["departments"]},
    )
