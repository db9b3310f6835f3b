"""A workbook holds everything, each value as what it is, and comes back the same."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from motwall.export.json_file import json_text
from motwall.export.sheets import CELL_LIMIT, cell_of, pieces_of, sheets_of
from motwall.export.xlsx_file import write_xlsx
from motwall.model.errors import ExtraMissing, OutputExists
from motwall.model.fields import rules_of
from motwall.model.order import all_moments
from motwall.model.records import RECORD_TYPES, Moment
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from tests.export.workbooks import dangerous_wall, formula_cells, full_walls, read_back
from tests.factories import TODAY, FakeClock, moment, session, step, store_with, wall


def the_shop() -> Store:
    clock = FakeClock()
    return Store(instantiate(load("shop"), clock.new_id, clock.today()))


def test_a_sheet_for_each_record_type_and_one_that_says_what_it_is(tmp_path: Path) -> None:
    write_xlsx(the_shop(), tmp_path / "shop.xlsx")
    book = load_workbook(tmp_path / "shop.xlsx")
    names = [one.replace(" ", "").casefold() for one in book.sheetnames]
    assert names == [*(one.casefold() for one in RECORD_TYPES), "motwall"]
    about = book["motwall"]
    assert [about[one].value for one in ("A1", "B1", "A2", "B2")] == [
        "Format", "motwall", "Version", 1
    ]  # fmt: skip
    assert book.active is not None
    assert book.active.title == "Moment"


def the_first(store: Store) -> Moment:
    return all_moments(store)[0]


def test_sheets_are_easy_to_read(tmp_path: Path) -> None:
    write_xlsx(the_shop(), tmp_path / "shop.xlsx")
    sheet = load_workbook(tmp_path / "shop.xlsx")["Moment"]
    heads = [cell.value for cell in sheet[1]]
    assert heads[:4] == ["Text", "Prompt", "Step", "Row"]
    assert heads[-7:] == ["Id", "Step id", "Row id", "Rank", "X", "Y", "Contact type id"]
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref is not None
    assert sheet.auto_filter.ref.endswith(str(sheet.max_row))
    assert sheet.column_dimensions["A"].width > 40
    assert sheet["A2"].alignment.wrap_text
    assert sheet["A2"].value == the_first(the_shop()).text
    assert any((sheet.row_dimensions[row].height or 0) > 25 for row in range(2, sheet.max_row))


def test_values_are_what_they_are(tmp_path: Path) -> None:
    at = step("Find us", rank=1024)
    told = moment("007", at=at, is_ticked=True, rated_on=TODAY, merged=("a", "b"))
    loose = moment("x", x=0.1 + 0.2, y=12.5, rated_on=date(1899, 12, 31))
    write_xlsx(store_with(wall(), at, told, loose), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["Moment"]
    rows = {
        cells[0].value: {str(head.value): cell for head, cell in zip(sheet[1], cells, strict=True)}
        for cells in sheet.iter_rows(min_row=2)
    }
    first, second = rows["007"], rows["x"]
    assert first["Text"].data_type == "s"
    assert first["Is ticked"].value is True
    assert first["Rated on"].value == datetime(TODAY.year, TODAY.month, TODAY.day)
    assert first["Rated on"].number_format == "yyyy-mm-dd"
    assert first["Rank"].value == told.rank
    assert first["Merged"].value == '["a", "b"]'
    assert first["Step"].value == "1 Find us"
    assert first["Step id"].value == at.id
    assert first["Issue"].value is None
    assert second["X"].value == "0.30000000000000004"
    assert second["Y"].value == 12.5
    assert second["Rated on"].value == "1899-12-31"
    assert second["Step"].value is None


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("", None),
        (None, None),
        ((), None),
        (2**53, str(2**53)),
        (999_999_999_999_999, 999_999_999_999_999),
        (-0.0, "-0.0"),
        (0.1, 0.1),
        (date(1900, 3, 1), date(1900, 3, 1)),
        (date(1900, 2, 28), "1900-02-28"),
        (datetime(2026, 11, 23, 9, tzinfo=UTC), "2026-11-23T09:00:00.000000Z"),
    ],
)
def test_what_a_spreadsheet_would_change_is_text(value: object, cell: object) -> None:
    assert repr(cell_of(value)) == repr(cell)


def test_an_empty_cell_is_the_default_of_its_field() -> None:
    for record_type in RECORD_TYPES.values():
        for rule in rules_of(record_type).values():
            if rule.is_optional:
                assert rule.default is None
            elif rule.kind is str and not rule.is_required and rule.allows(""):
                assert rule.default == ""
            elif rule.kind is tuple:
                assert rule.default == ()


def test_the_names_of_records_never_hide_a_field() -> None:
    for sheet in sheets_of(store_with(wall())):
        heads = [column.header.casefold() for column in sheet.columns]
        assert len(set(heads)) == len(heads)


def test_the_shop_comes_back_the_same(tmp_path: Path) -> None:
    store = the_shop()
    write_xlsx(store, tmp_path / "shop.xlsx")
    assert read_back(tmp_path / "shop.xlsx") == json_text(store)


@settings(max_examples=25)
@given(store=full_walls(most_steps=4, most_moments=3, most_rows=1))
def test_any_wall_comes_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, store: Store
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.xlsx"
    write_xlsx(store, path)
    assert read_back(path) == json_text(store)


def test_dangerous_texts_are_texts_and_come_back(tmp_path: Path) -> None:
    store = dangerous_wall()
    write_xlsx(store, tmp_path / "a.xlsx")
    assert formula_cells(tmp_path / "a.xlsx") == []
    assert read_back(tmp_path / "a.xlsx") == json_text(store)


@pytest.mark.parametrize("text", ["_x005F_", "_x005F_x0041_", "x005F_", "_xFFFE_", "\uffff_x000D_"])
def test_what_looks_escaped_comes_back(tmp_path: Path, text: str) -> None:
    store = store_with(wall(), moment(text))
    write_xlsx(store, tmp_path / "a.xlsx")
    assert read_back(tmp_path / "a.xlsx") == json_text(store)


def test_what_is_too_long_for_a_cell_goes_on_beside_it(tmp_path: Path) -> None:
    told = moment("long", merged=tuple("🎉" * 4000 for _ in range(9)))
    store = store_with(wall(), told, moment("short", merged=("a",)))
    write_xlsx(store, tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["Moment"]
    assert [cell.value for cell in sheet[1]][-2:] == ["Merged 2", "Merged 3"]
    assert read_back(tmp_path / "a.xlsx") == json_text(store)


def test_pieces_never_tear_a_character() -> None:
    text = "a" + "🎉" * CELL_LIMIT
    pieces = pieces_of(text)
    assert "".join(pieces) == text
    assert all(len(one.encode("utf-16-le")) // 2 <= CELL_LIMIT for one in pieces)
    assert pieces_of("") == [""]


def test_equal_walls_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_xlsx(Store(reversed(the_shop().everything())), tmp_path / f"{name}.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_times_come_back_to_the_microsecond(tmp_path: Path) -> None:
    at = datetime(2026, 11, 23, 9, 30, 15, 123_456, tzinfo=UTC)
    store = store_with(wall(), session(opened_at=at))
    write_xlsx(store, tmp_path / "a.xlsx")
    assert read_back(tmp_path / "a.xlsx") == json_text(store)


def test_without_xlsxwriter_a_sentence_and_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(ExtraMissing):
        write_xlsx(the_shop(), tmp_path / "shop.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_an_old_file_is_kept_unless_forced(tmp_path: Path) -> None:
    out = tmp_path / "shop.xlsx"
    out.write_bytes(b"old")
    with pytest.raises(OutputExists):
        write_xlsx(the_shop(), out)
    assert out.read_bytes() == b"old"
    write_xlsx(the_shop(), out, is_forced=True)
    assert read_back(out) == json_text(the_shop())
    assert list(tmp_path.iterdir()) == [out]
