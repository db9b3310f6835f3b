"""A text file: a moment a line.

Blank lines are skipped; nothing else is taken off a line. Each moment becomes a step of its own at
the end of the timeline, in the order of the lines, without a stage. Encodings as for CSV.
"""

import sys
from collections.abc import Iterator

from motwall.i18n import translate
from motwall.importing.decoding import decoded
from motwall.importing.growth import Growth
from motwall.importing.plan import Findings, Plan, refused
from motwall.importing.table import ROW_LIMIT
from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.fields import rules_of
from motwall.model.records import Moment
from motwall.model.store import Store


def parse(raw: bytes, store: Store, new_id: NewId) -> Plan:
    """Read a text file as an addition to a wall.

    Raises:
        ImportRefused: It is no text, too large, or there is nothing in it.
    """
    findings = Findings()
    growth = Growth(store, new_id)
    moments: list[Moment] = []
    for number, line in lines_of(decoded(raw)):
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
