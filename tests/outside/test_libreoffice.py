"""What LibreOffice makes of our tables: opened and saved by it, a wall comes back the same.

Runs where LibreOffice is: `apt-get install --no-install-recommends libreoffice-calc`.
"""

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from motwall.export.csv_file import moment_rows, write_csv_actions, write_csv_moments
from motwall.export.json_file import json_text
from motwall.export.xlsx_file import write_xlsx
from motwall.importing.sources import new_wall
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from tests.export.workbooks import dangerous_wall, formula_cells, read_back
from tests.factories import FakeClock, moment, store_with, wall

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")

#: Commas, quotation marks, UTF-8, from row 1, cells in quotation marks as text: as a person chooses
#: in the dialog that LibreOffice shows for a CSV.
_CSV = "44,34,76,1,,0,true"
_TO_CSV = f"csv:Text - txt - csv (StarCalc):{_CSV},true,false"
_TO_XLSX = "xlsx:Calc MS Excel 2007 XML"
#: How long LibreOffice may take to start on a busy computer, in seconds.
_PATIENCE = 240


def the_shop() -> Store:
    clock = FakeClock()
    return Store(instantiate(load("shop"), clock.new_id, clock.today()))


def long_wall() -> Store:
    return store_with(wall(), moment("long", merged=tuple("é\n🎉" * 1300 for _ in range(12))))


#: Made once, for the sake of their ids.
WALLS = {"shop": the_shop(), "dangerous": dangerous_wall(), "long": long_wall()}


def saved_by_office(
    sources: list[Path], into: Path, kind: str, reading: str | None = None
) -> list[Path]:
    """Open files in LibreOffice and save them as another kind, under the same names."""
    into.mkdir()
    done = subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation={(into / 'profile').as_uri()}",
            "--headless",
            *([f"--infilter=CSV:{reading}"] if reading else []),
            "--convert-to",
            kind,
            "--outdir",
            str(into),
            *map(str, sources),
        ],
        capture_output=True,
        timeout=_PATIENCE,
        check=False,
    )
    made = [into / one.with_suffix(f".{kind[: kind.index(':')]}").name for one in sources]
    assert all(one.exists() for one in made), done.stderr.decode()
    return made


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Our workbooks, as LibreOffice saved them."""
    folder = tmp_path_factory.mktemp("xlsx")
    for name, store in WALLS.items():
        write_xlsx(store, folder / f"{name}.xlsx")
    ours = [folder / f"{name}.xlsx" for name in WALLS]
    return dict(zip(WALLS, saved_by_office(ours, folder / "theirs", _TO_XLSX), strict=True))


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Our CSV files, as LibreOffice saved them as workbooks; "plain" as it reads one unasked."""
    folder = tmp_path_factory.mktemp("csv")
    write_csv_moments(WALLS["shop"], folder / "shop.csv")
    write_csv_moments(WALLS["dangerous"], folder / "dangerous.csv")
    write_csv_actions(WALLS["dangerous"], folder / "actions.csv")
    names = ("shop", "dangerous", "actions")
    ours = [folder / f"{name}.csv" for name in names]
    asked = saved_by_office(ours, folder / "asked", _TO_XLSX, _CSV)
    plain = saved_by_office(ours[1:2], folder / "plain", _TO_XLSX)
    return dict(zip(names, asked, strict=True)) | {"plain": plain[0]}


@pytest.mark.parametrize("name", WALLS)
def test_a_workbook_comes_back_the_same(workbooks: dict[str, Path], name: str) -> None:
    assert read_back(workbooks[name]) == json_text(WALLS[name])


def test_dates_numbers_and_truths_stay_what_they_are(workbooks: dict[str, Path]) -> None:
    sheet = load_workbook(workbooks["shop"])["Moment"]
    places = {str(cell.value): cell.column - 1 for cell in sheet[1]}
    cells = list(sheet.iter_rows(min_row=2))
    # As LibreOffice keeps truths.
    assert {row[places["Is ticked"]].value for row in cells} == {"=TRUE()", "=FALSE()"}
    assert {row[places["Rank"]].data_type for row in cells} == {"n"}
    days = [row[places["Rated on"]] for row in cells if row[places["Rated on"]].value]
    assert days
    assert all(one.is_date for one in days)


@pytest.mark.parametrize("name", WALLS)
def test_no_cell_of_a_workbook_became_a_formula(workbooks: dict[str, Path], name: str) -> None:
    book = load_workbook(workbooks[name])
    computed = {
        book[sheet][cell].value
        for sheet, _, cell in (one.rpartition("!") for one in formula_cells(workbooks[name]))
    }
    # Its own way of keeping true and false; nothing of what is written on the wall.
    assert computed <= {"=TRUE()", "=FALSE()"}


@pytest.mark.parametrize("name", ["shop", "dangerous", "actions", "plain"])
def test_no_cell_of_a_table_became_a_formula(tables: dict[str, Path], name: str) -> None:
    assert load_workbook(tables[name]).worksheets[0].max_row > 10
    assert formula_cells(tables[name]) == []


def test_accents_and_other_scripts_are_right(tables: dict[str, Path]) -> None:
    (sheet,) = load_workbook(tables["dangerous"]).worksheets
    cells = {cell.value for row in sheet.iter_rows() for cell in row}
    assert "Zoë Łąka, Straße, Ünal, été, 会议, 🎉, مرحبا, שלום" in cells


@pytest.mark.parametrize("name", ["shop", "dangerous"])
def test_a_table_comes_back_the_same(tables: dict[str, Path], name: str, tmp_path: Path) -> None:
    store = WALLS[name]
    as_csv = saved_by_office([tables[name]], tmp_path / "again", _TO_CSV)[0]
    for path in (tables[name], as_csv):
        plan = new_wall(path.suffix, path.read_bytes(), FakeClock())
        assert not plan.warnings
        back = Store(plan.records)
        assert list(moment_rows(back)) == list(moment_rows(store))
        assert back.count(Moment) == store.count(Moment)
