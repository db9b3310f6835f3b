"""Which file is read how, for the window and the command line alike."""

import stat
from collections import abc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from motwall.i18n import translate
from motwall.importing import csv_plan, json_plan, text_plan
from motwall.importing.apart import KINDS, Contents, read
from motwall.importing.guessing import NAMES, guess
from motwall.importing.mapped_plan import outcome
from motwall.importing.mapping import Mapping, Meaning, column_names, meaning_words
from motwall.importing.merging import merge
from motwall.importing.plan import Findings, Plan, quoted
from motwall.importing.source_table import SourceTable
from motwall.importing.table import name_of, named_rows
from motwall.model.clock import Clock
from motwall.model.errors import ImportRefused, SourceMissing, SourceUnreadable
from motwall.model.patch import Patch
from motwall.model.pictures import digests_in
from motwall.model.store import Store
from motwall.model.templates import instantiate, load

#: The endings of the files that can be imported.
ENDINGS = tuple(KINDS)


@dataclass(frozen=True, slots=True)
class Addition:
    """What an import does to a wall.

    Attributes:
        patch: To be pushed as one step, of kind IMPORT; empty when the wall has everything.
        warnings: Sentences to be said.
        left_alone: How many records the wall had already.
        renamed: How many records got a new id, the wall having other content under theirs.
        pictures: The bytes of pictures by digest; to be kept before the patch is pushed.
    """

    patch: Patch
    warnings: tuple[str, ...] = ()
    left_alone: int = 0
    renamed: int = 0
    pictures: abc.Mapping[str, bytes] = field(default_factory=dict)


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
    """The records of a new wall: those of a whole wall, or the blank template and a list.

    Args:
        ending: One of `ENDINGS`.
        raw: The file.
        clock: For ids and the date.

    Raises:
        ImportRefused: Something in it makes no sense.
        ExtraMissing: It is a workbook, and openpyxl is not installed.
    """
    contents = read(KINDS[ending], raw)
    if contents.records is not None:
        return Plan(contents.records, contents.warnings, contents.pictures)
    blank = instantiate(load("blank"), clock.new_id, clock.today())
    plan = _listed(ending, contents, Store(blank), clock)
    return Plan((*blank, *plan.records), plan.warnings)


def addition(ending: str, raw: bytes, store: Store, clock: Clock) -> Addition:
    """What the file adds to a wall: after what is there, changing nothing of it.

    Raises:
        ImportRefused: Something in it makes no sense.
        ExtraMissing: As for `new_wall`.
    """
    contents = read(KINDS[ending], raw)
    if contents.records is None:
        plan = _listed(ending, contents, store, clock)
        return Addition(plan.patch(), plan.warnings)
    return whole_wall(contents, store, clock)


def whole_wall(contents: Contents, store: Store, clock: Clock) -> Addition:
    """What the records of another wall add to this one."""
    merged = merge(store, contents.records or (), clock.new_id)
    wanted = digests_in(merged.patch)
    pictures = {key: data for key, data in contents.pictures.items() if key in wanted}
    return Addition(merged.patch, contents.warnings, merged.left_alone, merged.renamed, pictures)


def _listed(ending: str, contents: Contents, store: Store, clock: Clock) -> Plan:
    table = contents.tables[0]
    if KINDS[ending] == "txt":
        lines = ((number, cells[0]) for number, cells in table.rows)
        return text_plan.plan_of(lines, store, clock.new_id)
    number, first = table.rows[0]
    findings = Findings()
    if len(contents.tables) > 1:
        told = translate("Import", "Only the first sheet, {name}, was read.")
        findings.warn(told.format(name=quoted(table.name)))
    names = [name_of(cell) for cell in first]
    mapping = guess(table)
    is_ours = "moment" in names and number == 1
    if is_ours or not _is_sure(names, mapping):
        rows = named_rows(table.rows, csv_plan.COLUMNS, findings)
        return csv_plan.plan_of(rows, findings, store, clock.new_id, clock.today())
    made = outcome(table, mapping, store, clock.new_id, clock.today())
    if made.problems:
        raise ImportRefused(list(made.problems))
    readings = tuple(_told(table, mapping))
    return Plan(made.records, (*findings.warnings, *readings, *made.warnings))


def _is_sure(names: Sequence[str], mapping: Mapping) -> bool:
    """Whether the column of the words is called by a name we know: nobody is there to ask."""
    place = mapping.place(Meaning.MOMENT)
    return place is not None and place < len(names) and names[place] in NAMES[Meaning.MOMENT]


def _told(table: SourceTable, mapping: Mapping) -> Iterator[str]:
    """How the columns were understood."""
    for name, meaning in zip(column_names(table, mapping), mapping.meanings, strict=True):
        if meaning is Meaning.LEFT_OUT:
            sentence = translate("Import", "The column {name} is not known and was left out.")
        elif name_of(name) == meaning.replace("_", " "):
            continue
        else:
            sentence = translate("Import", "The column {name} was read as: {meaning}.")
        yield sentence.format(name=quoted(name), meaning=meaning_words(meaning))
