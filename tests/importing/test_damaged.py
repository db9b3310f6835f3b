"""A hundred damaged variants of each format: a message or an import, never a crash, never half."""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from motwall.export.json_file import json_text
from motwall.export.xlsx_file import write_xlsx
from motwall.importing import json_plan
from motwall.importing.apart import Contents, contents_of, read_apart
from motwall.importing.guessing import guess
from motwall.importing.mapped_plan import outcome
from motwall.importing.source_table import SourceTable, pasted_table
from motwall.importing.sources import addition, new_wall
from motwall.messages import message_for
from motwall.model.errors import ImportRefused
from motwall.model.store import Store
from tests.factories import (
    FakeClock,
    action,
    contact_type,
    idea,
    moment,
    new_ids,
    stage,
    step,
    store_with,
    wall,
)
from tests.importing.damage import variants, zipped_variants
from tests.importing.samples import DAY, blank

FIXTURES = Path(__file__).parent / "fixtures"
VARIANTS = 100
CSV = (
    b"stage,step,moment,contact type,ranking,tick,issue,idea,action,owner,due\n"
    b'Before,Look us up,Search result,WS,miserable,yes,"Hours, phone",Check,Fix,Ann,2026-12-01\n'
    b",,,,,,,Show the shop,,,\n"
    b"In the shop,,Greeting,FF,magical,no,,,,,\n"
)
LINES = "- Rings\n2. Comes in\n\nPays \u20ac5, caf\u00e9\n".encode()
PASTED = b'Stage\tNote\tOwner\nBefore\tRings\tAnn\n\t"two\nlines"\tBen\n'


def small_wall() -> Store:
    """A little of everything."""
    kind, before = contact_type("Phone"), stage("Before")
    first = step("Find us", under=before, rank=1024)
    rings = moment("Rings", at=first, contact_type_id=kind.id, is_ticked=True)
    return store_with(
        wall(title="Shop"), kind, before, first, rings, moment("Loose"), idea(rings, "A bell"),
        action(rings, "Buy one", due=DAY),
    )  # fmt: skip


@cache
def table_book() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Stage", "Note", "Rating", "Due"], ["Before", "Rings", "good", DAY], [1, 2, 3, 4]):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture(scope="module")
def own_book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("book") / "wall.xlsx"
    write_xlsx(small_wall(), path)
    book = load_workbook(path)
    for sheet in book.worksheets:
        # A sheet takes as long to read as a whole CSV file, and empty ones may be missing.
        if sheet.max_row == 1:
            book.remove(sheet)
    book.save(path)
    return path.read_bytes()


def has_message(error: ImportRefused) -> bool:
    if not message_for(error).startswith("Nothing was imported: "):
        raise AssertionError(message_for(error))
    return True


def is_sound(store: Store) -> bool:
    """Whether a wall could be written and read again."""
    json_plan.parse(json_text(store).encode())
    return True


def bring_in(ending: str, raw: bytes) -> bool:
    """Whether a file is imported, into a new wall and another one; else it has a message."""
    clock, there = FakeClock(), small_wall()
    before = json_text(there)
    try:
        made = Store(new_wall(ending, raw, clock).records)
        patch = addition(ending, raw, there, clock).patch
    except ImportRefused as error:
        if json_text(there) != before:
            raise AssertionError(raw) from error
        return not has_message(error)
    there.check(patch)
    there.apply(patch)
    return is_sound(made) and is_sound(there)


def map_table(table: SourceTable) -> bool:
    """Whether the mapping sheet could bring a table in as it is guessed; else it has a problem."""
    store = blank()
    found = outcome(table, guess(table), store, new_ids(), DAY)
    if not found.records:
        assert found.problems
        return False
    patch = found.plan().patch()
    store.check(patch)
    store.apply(patch)
    return is_sound(store)


def tables(kind: str, raw: bytes) -> tuple[SourceTable, ...]:
    try:
        return contents_of(kind, raw).tables
    except ImportRefused:
        return ()


@pytest.mark.parametrize(
    ("ending", "raw"),
    [(".csv", CSV), (".txt", LINES), (".json", json_text(small_wall()).encode())],
)
def test_texts(ending: str, raw: bytes) -> None:
    assert bring_in(ending, raw)
    taken = [bring_in(ending, one) for one in variants(raw, VARIANTS, seed=1)]
    assert len(taken) == VARIANTS
    # Both ends are met, or the damage would show nothing.
    assert True in taken
    assert False in taken


def test_workbooks_of_our_own(own_book: bytes) -> None:
    assert bring_in(".xlsx", own_book)
    taken = [_read_and_map(one) for one in zipped_variants(own_book, VARIANTS, seed=2)]
    assert True in taken
    assert False in taken


def test_workbooks_of_others() -> None:
    assert _read_and_map(table_book())
    taken = [_read_and_map(one) for one in zipped_variants(table_book(), VARIANTS, seed=3)]
    assert True in taken
    assert False in taken


def _read_and_map(raw: bytes) -> bool:
    """The same for a workbook, which is read once: that is what takes time."""
    try:
        contents = contents_of("xlsx", raw)
    except ImportRefused as error:
        return not has_message(error)
    if contents.records is not None:
        return is_sound(Store(contents.records))
    return [map_table(one) for one in contents.tables] != []


@pytest.mark.parametrize("name", ["mural.csv", "miro-frames.csv", "miro-items.csv"])
def test_boards(name: str) -> None:
    raw = (FIXTURES / name).read_bytes()
    assert map_table(contents_of("csv", raw).tables[0])
    for one in variants(raw, VARIANTS, seed=4):
        for table in tables("csv", one):
            map_table(table)


def test_pasted_tables() -> None:
    assert map_table(pasted_table(PASTED.decode()))
    for one in variants(PASTED, VARIANTS, seed=5):
        table = pasted_table(one.decode("utf-8", "replace"))
        if table.rows:
            map_table(table)


@pytest.mark.parametrize(
    ("kind", "raw"), [("csv", CSV), ("json", json_text(small_wall()).encode())]
)
def test_a_handful_through_the_child(kind: str, raw: bytes) -> None:
    for one in variants(raw, 3, seed=6):
        assert said(read_apart, kind, one) == said(contents_of, kind, one)


def said(reader: Callable[[str, bytes], Contents], kind: str, raw: bytes) -> object:
    """What a file holds, or what is wrong with it."""
    try:
        return reader(kind, raw)
    except ImportRefused as error:
        return error.problems
