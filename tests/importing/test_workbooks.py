"""Workbooks: those of motwall come back whole, any other is a table, bombs are refused."""

import io
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from motwall.export.json_file import json_text
from motwall.export.xlsx_file import write_xlsx
from motwall.importing import workbook
from motwall.importing.apart import contents_of
from motwall.importing.sources import addition, new_wall
from motwall.model.errors import ExtraMissing, ImportRefused
from motwall.model.records import Moment, PlannedAction
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from tests.factories import FakeClock


def shop() -> Store:
    clock = FakeClock()
    return Store(instantiate(load("shop"), clock.new_id, clock.today()))


def raw_of(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def book_of(*rows: list[object], name: str = "List") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(row)
    return raw_of(book)


def problem_of(raw: bytes) -> str:
    with pytest.raises(ImportRefused) as refusal:
        contents_of("xlsx", raw)
    return refusal.value.problems[0][1]


def test_a_wall_comes_back_the_same(tmp_path: Path) -> None:
    store = shop()
    write_xlsx(store, tmp_path / "shop.xlsx")
    raw = (tmp_path / "shop.xlsx").read_bytes()
    contents = contents_of("xlsx", raw)
    assert contents.records is not None
    assert json_text(Store(contents.records)) == json_text(store)
    assert not addition(".xlsx", raw, store, FakeClock()).patch


def test_a_wall_that_a_spreadsheet_saved_again_comes_back_the_same(tmp_path: Path) -> None:
    store = shop()
    path = tmp_path / "shop.xlsx"
    write_xlsx(store, path)
    book = load_workbook(path)
    book.save(path)
    contents = contents_of("xlsx", path.read_bytes())
    assert contents.records is not None
    assert json_text(Store(contents.records)) == json_text(store)


def test_a_wall_that_somebody_damaged_is_refused_whole(tmp_path: Path) -> None:
    path = tmp_path / "shop.xlsx"
    write_xlsx(shop(), path)
    book = load_workbook(path)
    moments = book["Moment"]
    heads = {cell.value: cell.column for cell in moments[1]}
    moments.cell(row=3, column=heads["Rating"]).value = "splendid"
    book.save(path)
    assert "splendid" in problem_of(path.read_bytes())


def test_any_sheet_with_a_header_is_a_table() -> None:
    raw = book_of(
        ["Phase", "Touchpoint", "Owner", "Task", "Due", "Important"],
        ["Before", "Rings", "Ann", "Call back", datetime(2026, 12, 3), True],
        [None, None, None, None, None, None],
        ["Inside", 7, None, None, None, False],
    )
    wall = Store(new_wall(".xlsx", raw, FakeClock()).records)
    rings, seven = sorted(wall.all(Moment), key=lambda one: one.text, reverse=True)
    assert (rings.text, rings.is_ticked, seven.text, seven.is_ticked) == ("Rings", True, "7", False)
    (action,) = wall.all(PlannedAction)
    assert (action.owner, action.due) == ("Ann", date(2026, 12, 3))


def test_the_other_sheets_are_told_on_the_command_line() -> None:
    book = Workbook()
    for name in ("One", "Two"):
        sheet = book.create_sheet(name)
        sheet.append(["note"])
        sheet.append([f"in {name}"])
    plan = new_wall(".xlsx", raw_of(book), FakeClock())
    assert [one.text for one in Store(plan.records).all(Moment)] == ["in One"]
    assert any('"One"' in one for one in plan.warnings)


def test_escaped_characters_are_read_as_meant() -> None:
    # Of a text that somebody typed openpyxl leaves `_x0041_` in some files, so it is no A in any.
    raw = book_of(["note"], ["_x005F_x0041_ or _x0041_, one_x000D_line"])
    rows = contents_of("xlsx", raw).tables[0].rows
    assert rows[1][1] == ("_x0041_ or _x0041_, one\rline",)


def test_formulas_are_read_as_what_they_showed() -> None:
    raw = book_of(["note"], ["=1+1"], ["Rings"])
    assert [cells for _, cells in contents_of("xlsx", raw).tables[0].rows] == [
        ("note",), ("Rings",)
    ]  # fmt: skip


@pytest.mark.parametrize("raw", [b"", b"PK", b"PK\x05\x06" + b"\0" * 18, b"x" * 1000])
def test_what_is_no_workbook_is_refused(raw: bytes) -> None:
    assert problem_of(raw) == "this is no sound XLSX file"


def test_an_empty_workbook_is_refused() -> None:
    assert problem_of(book_of()) == "there is nothing in the file"


def repacked(raw: bytes, name: str, part: bytes) -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in old.namelist():
            new.writestr(one, part if one == name else old.read(one))
        if name not in old.namelist():
            new.writestr(name, part)
    return file.getvalue()


def test_a_bomb_is_not_unfolded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "UNFOLDED_LIMIT", 1024 * 1024)
    raw = repacked(book_of(["note"], ["a"]), "xl/worksheets/sheet1.xml", b" " * 2 * 1024 * 1024)
    assert len(raw) < 10_000
    assert "unfolds" in problem_of(raw)


def test_entities_are_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    assert problem_of(repacked(book_of(["a"], ["b"]), "xl/worksheets/sheet1.xml", bomb)) == (
        "this is no sound XLSX file"
    )


def test_rows_beyond_what_excel_has_are_refused() -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<sheetData><row r="9000000"><c r="A9000000"><v>1</v></c></row></sheetData></worksheet>'
    )
    raw = repacked(book_of(["a"], ["b"]), "xl/worksheets/sheet1.xml", sheet)
    assert problem_of(raw) == "this is no sound XLSX file"


def test_without_openpyxl_a_workbook_has_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ExtraMissing):
        contents_of("xlsx", book_of(["a"], ["b"]))
