"""Walls and workbooks for the tests of tables going out and coming back."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from openpyxl import load_workbook

from motwall.export.json_file import json_text
from motwall.importing import workbook, xlsx_plan
from motwall.model.fields import rules_of
from motwall.model.records import ContactType, Moment, Rating, Record, Stage, Step
from motwall.model.store import Store
from tests.factories import (
    TODAY,
    action,
    assessment,
    contact_type,
    idea,
    moment,
    row,
    stage,
    step,
    store_with,
    wall,
)
from tests.strategies import field_values, walls

#: What spreadsheets would run, follow or read as something else, and what looks like it.
DANGEROUS = (
    "=1+1",
    "=HYPERLINK(\"http://example.com\",\"look\")",
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3",
    "-",
    "@SUM(1+1)",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(1)",
    "'=1+1",
    "''twice",
    "'tis",
    '"=1+1"',
    " =1+1",
    "\n=1+1",
    "{=1+1}",
    "http://example.com/?a=1&b=2",
    "mailto:someone@example.com",
    "<r><t>mine</t></r>",
    "<r></r>",
    "<r>1 < 2</r>",
    "_x0041_ and _xyz_",
    "007",
    "1e5",
    "2026-01-31",
    "1/2",
    "TRUE",
    "a,b;c\td",
    'say "yes"',
    "first\nsecond",
    "trailing \n",
    "Zoë Łąka, Straße, Ünal, été, 会议, 🎉, مرحبا, שלום",
    "\ufffe\uffff",
)  # fmt: skip


def dangerous_wall() -> Store:
    """A wall with each of those as a note, in an idea, and as what somebody does."""
    kind = contact_type("=Phone", code="PH", rank=1024)
    before = stage("+Before")
    at = [step(f"@{place}", under=before) for place in range(2)]
    online = row("-Online")
    records: list[Record] = []
    for place, text in enumerate(_clean(DANGEROUS)):
        one = moment(
            text,
            at=at[place % 2],
            into=online if place % 3 else None,
            contact_type_id=kind.id,
            description=text,
            rating=Rating.MAGICAL,
            rated_on=TODAY,
        )
        records += [
            one,
            assessment(one, Rating.MAGICAL, rated_on=TODAY),
            idea(one, text, rank=1024),
            action(one, text, owner=text.replace("\n", " "), due=TODAY, rank=1024),
        ]
    return store_with(wall(title="=Shop"), kind, before, *at, online, *records)


def _clean(texts: tuple[str, ...]) -> list[str]:
    return [one.replace("\t", " ") for one in texts]


@st.composite
def full_walls(draw: st.DrawFn, **most: int) -> Store:
    """Any wall with any values in its fields; references stay as they are."""
    records = [_drawn(draw, one) for one in draw(walls(**most)).everything()]
    return Store(records)


def _drawn(draw: st.DrawFn, record: Record) -> Record:
    values: dict[str, Any] = {
        rule.name: draw(field_values(rule))
        for rule in rules_of(type(record)).values()
        if not rule.refers_to and rule.name != "id"
    }
    return replace(record, **values)


#: Titles as they may be on any wall: of several steps the same, or none.
_TITLES = st.sampled_from(("", "a", "b", "=1+1"))


@st.composite
def told_walls(draw: st.DrawFn) -> Store:
    """Any wall as CSV can carry it: no two notes are the same, titles may be."""
    made: list[Record] = []
    for number, one in enumerate(draw(walls()).everything()):
        match one:
            case Stage():
                # A stage without a title is none to a CSV, two of the same side by side are one.
                made.append(replace(one, title=f"{draw(_TITLES)}-{number}"))
            case ContactType():
                # Not a code: those mean the types that come along.
                made.append(replace(one, name=f"Kind {number}"))
            case Step():
                made.append(replace(one, title=draw(_TITLES)))
            case Moment():
                texts = {name: draw(_TEXTS) for name in ("description", "issue", "today")}
                text = f"{draw(_TEXTS)}{number}"
                made.append(replace(one, text=text, is_ticked=draw(st.booleans()), **texts))
            case _:
                made.append(one)
    return Store(made)


_TEXTS = st.sampled_from(("", *_clean(DANGEROUS)))


def read_back(path: Path) -> str:
    """What the workbook says, as the JSON of the wall."""
    sheets = workbook.sheets_of(path.read_bytes())
    assert xlsx_plan.is_own(sheets)
    plan = xlsx_plan.plan_of(sheets)
    assert not plan.warnings
    return json_text(Store(plan.records))


def formula_cells(path: Path) -> list[str]:
    """The cells that a spreadsheet would compute, or that lead elsewhere."""
    book = load_workbook(path)
    return [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in book.worksheets
        for cells in sheet.iter_rows()
        for cell in cells
        if cell.data_type == "f" or cell.hyperlink is not None
    ]
