"""The commands about one wall: new, templates, info, check."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from motwall.cli.making import make_wall
from motwall.i18n import translate
from motwall.messages import shown_path
from motwall.model.clock import SystemClock
from motwall.model.edits.actions import is_open
from motwall.model.patch import Label
from motwall.model.priorities import priorities, ticked
from motwall.model.records import RECORD_TYPES, Moment, PlannedAction, Rating
from motwall.model.store import Store
from motwall.model.templates import instantiate, load, template_names
from motwall.storage import reading
from motwall.storage.schema import FORMATS


def new(path: Path, template: str) -> str:
    """Make a wall from a template.

    Raises:
        UnknownTemplate: There is none of that name.
        WallFileError: The file is there already, or cannot be made.
    """
    clock = SystemClock()
    records = instantiate(load(template), clock.new_id, clock.today())
    make_wall(path, records, clock, Label("new wall"))
    return translate("Cli", "Made {path}.\n").format(path=shown_path(path))


def templates() -> str:
    """The names of the templates, one a line."""
    return "".join(f"{name}\n" for name in template_names())


def info(path: Path, *, is_json: bool) -> str:
    """What is in a wall, for a person or for a program.

    Raises:
        WallFileError: It cannot be read.
    """
    facts = facts_of(Store(reading.read_records(path)))
    if is_json:
        return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"
    lines = (
        "{title}",
        translate("Cli", "Format version: {format_version}"),
        translate("Cli", "Notes: {Moment}, of these ticked {ticks}, priorities {priorities}"),
        translate("Cli", "Steps: {Step}, stages: {Stage}, contact types: {ContactType}"),
        translate(
            "Cli",
            "Rated: miserable {miserable}, neutral {neutral}, magical {magical}, not yet {unrated}",
        ),
        translate("Cli", "Ideas: {Idea}, actions: {PlannedAction}, still open {open_actions}"),
        translate("Cli", "Sessions: {Session}, assessments: {Assessment}"),
    )
    values = {
        **facts,
        **facts["records"],
        **facts["ratings"],
        "title": facts["title"] or shown_path(path),
    }
    return "".join(f"{line}\n" for line in lines).format_map(values)


def facts_of(store: Store) -> dict[str, Any]:
    """The numbers of a wall; the keys are a contract."""
    rated = Counter(moment.rating for moment in store.all(Moment))
    return {
        "title": store.wall.title,
        "format_version": FORMATS.current,
        "records": {name: store.count(kind) for name, kind in RECORD_TYPES.items()},
        "ratings": {**{one.value: rated[one] for one in Rating}, "unrated": rated[None]},
        "ticks": len(ticked(store)),
        "priorities": len(priorities(store)),
        "open_actions": sum(is_open(action) for action in store.all(PlannedAction)),
    }


def check(path: Path) -> str:
    """Say that a wall is sound.

    Raises:
        WallFileError: It is not; which, says what is wrong.
    """
    reading.check(path)
    return translate("Cli", "{path} is sound.\n").format(path=shown_path(path))
