"""A text file: a moment a line.

Blank lines are skipped; nothing else is taken off a line. Each moment becomes a step of its own at
the end of the timeline, in the order of the lines, without a stage. Encodings as for CSV.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import islice

from motwall.i18n import translate
from motwall.importing.decoding import decoded
from motwall.importing.growth import Growth
from motwall.importing.plan import Findings, Plan, refused
from motwall.importing.source_table import SourceTable
from motwall.importing.table import ROW_LIMIT
from motwall.model.clean_text import FIELD_LIMIT, clean_text
from motwall.model.clock import NewId
from motwall.model.fields import rules_of
from motwall.model.records import Moment
from motwall.model.store import Store

#: What is more is cut from a note, and told, anyway.
_LONGEST = 2 * FIELD_LIMIT


def parse(raw: bytes, store: Store, new_id: NewId) -> Plan:
    """Read a text file as an addition to a wall.

    Raises:
        ImportRefused: It is no text, too large, or there is nothing in it.
    """
    return plan_of(lines_of(decoded(raw)), store, new_id)


def table_of_lines(raw: bytes) -> SourceTable:
    """The lines of a text file as a table of one column, none much longer than a note can be.

    Raises:
        ImportRefused: It is no text, or too large.
    """
    lines = islice(lines_of(decoded(raw)), ROW_LIMIT + 1)
    return SourceTable("", tuple((number, (line[:_LONGEST],)) for number, line in lines))


def plan_of(lines: Iterable[tuple[int, str]], store: Store, new_id: NewId) -> Plan:
    """The same for lines with their numbers.

    Raises:
        ImportRefused: There are too many, or none.
    """
    findings = Findings()
    growth = Growth(store, new_id)
    moments: list[Moment] = []
    for number, line in lines:
        if len(moments) >= ROW_LIMIT:
            raise refused(translate("Import", "there are more than 20,000 lines"))
        where = translate("Import", "Line {number}").format(number=number)
        text = findings.text(line, rules_of(Moment)["text"], where)
        step_id, rank = growth.place()
        moments.append(Moment(id=new_id(), text=text, step_id=step_id, rank=rank))
    if not moments:
        raise refused(translate("Import", "there is nothing in the file"))
    return Plan((*growth.made, *moments), tuple(findings.warnings))


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers from 1; any sort of line end ends one."""
    cleaned = clean_text(text, limit=sys.maxsize).text
    for number, line in enumerate(cleaned.split("\n"), start=1):
        if line.strip():
            yield number, line
