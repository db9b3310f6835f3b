"""Which file is read how, for the window and the command line alike."""

import stat
from dataclasses import dataclass
from pathlib import Path

from motwall.importing import csv_plan, json_plan, text_plan
from motwall.importing.merging import merge
from motwall.importing.plan import Plan
from motwall.model.clock import Clock
from motwall.model.errors import SourceMissing, SourceUnreadable
from motwall.model.patch import Patch
from motwall.model.store import Store
from motwall.model.templates import instantiate, load

#: The endings of the files that can be imported.
ENDINGS = (".json", ".csv", ".txt")


@dataclass(frozen=True, slots=True)
class Addition:
    """What an import does to a wall.

    Attributes:
        patch: To be pushed as one step, of kind IMPORT; empty when the wall has everything.
        warnings: Sentences to be said.
        left_alone: How many records the wall had already.
        renamed: How many records got a new id, the wall having other content under theirs.
    """

    patch: Patch
    warnings: tuple[str, ...] = ()
    left_alone: int = 0
    renamed: int = 0


def read_source(path: Path) -> bytes:
    """The bytes of a file to import; a few more than are allowed at most.

    Raises:
        SourceMissing: There is no such file.
        SourceUnreadable: It is no ordinary file, or the system does not let it be read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            # A pipe or a device could keep us waiting for ever.
            raise SourceUnreadable(path, "not a regular file")
        with path.open("rb") as file:
            return file.read(json_plan.SIZE_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SourceMissing(path) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise SourceUnreadable(path, str(error)) from error


def new_wall(ending: str, raw: bytes, clock: Clock) -> Plan:
    """The records of a new wall: a JSON file's own, or the blank template and a list.

    Args:
        ending: One of `ENDINGS`.
        raw: The file.
        clock: For ids and the date.

    Raises:
        ImportRefused: Something in it makes no sense.
    """
    if ending == ".json":
        return json_plan.parse(raw)
    blank = instantiate(load("blank"), clock.new_id, clock.today())
    plan = _listed(ending, raw, Store(blank), clock)
    return Plan((*blank, *plan.records), plan.warnings)


def addition(ending: str, raw: bytes, store: Store, clock: Clock) -> Addition:
    """What the file adds to a wall: after what is there, changing nothing of it.

    Raises:
        ImportRefused: Something in it makes no sense.
    """
    if ending != ".json":
        plan = _listed(ending, raw, store, clock)
        return Addition(plan.patch(), plan.warnings)
    plan = json_plan.parse(raw)
    merged = merge(store, plan.records, clock.new_id)
    return Addition(merged.patch, plan.warnings, merged.left_alone, merged.renamed)


def _listed(ending: str, raw: bytes, store: Store, clock: Clock) -> Plan:
    if ending == ".csv":
        return csv_plan.parse(raw, store, clock.new_id, clock.today())
    return text_plan.parse(raw, store, clock.new_id)
