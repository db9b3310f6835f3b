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
from tests.factories import FakeClock, moment

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


def with_a_long_one(store: Store) -> Store:
    """The same wall with a moment that takes several cells of a workbook."""
    merged = tuple("é\n🎉" * 1300 for _ in range(12))
    return Store([*store.everything(), moment("long", merged=merged)])


#: Made once, for the sake of their ids.
WALLS = {"shop": the_shop(), "dangerous": dangerous_wall()}
#: LibreOffice takes seconds for the sheets of each.
BOOKS = {"shop": WALLS["shop"], "dangerous and long": with_a_long_one(WALLS["dangerous"])}


def saved_by_office(
    sources: list[Path], into: Path, kind: str, reading: str | None = None
) -> list[Path]:
    """Open files in LibreOffice and save them as another kind, under the same names.

    To start it takes longer than to save a dozen files, and to make a profile as long again.
    """
    into.mkdir()
    done = subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation={(into.parents[1] / 'profile').as_uri()}",
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
    """Our workbooks, as LibreOffice saved them; "plain" is a CSV file as it reads one unasked."""
    folder = tmp_path_factory.mktemp("xlsx")
    for name, store in BOOKS.items():
        write_xlsx(store, folder / f"{name}.xlsx")
    write_csv_moments(WALLS["dangerous"], folder / "plain.csv")
    ours = [*(folder / f"{name}.xlsx" for name in BOOKS), folder / "plain.csv"]
    theirs = saved_by_office(ours, folder / "theirs", _TO_XLSX)
    return dict(zip((*BOOKS, "plain"), theirs, strict=True))


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Our CSV files, as LibreOffice saved them as workbooks."""
    folder = tmp_path_factory.mktemp("csv")
    write_csv_moments(WALLS["shop"], folder / "shop.csv")
    write_csv_moments(WALLS["dangerous"], folder / "dangerous.csv")
    write_csv_actions(WALLS["dangerous"], folder / "actions.csv")
    names = ("shop", "dangerous", "actions")
    ours = [folder / f"{name}.csv" for name in names]
    return dict(zip(names, saved_by_office(ours, folder / "theirs", _TO_XLSX, _CSV), strict=True))


@pytest.fixture(scope="module")
def again(tables: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Those saved as CSV by LibreOffice."""
    names = ("shop", "dangerous")
    folder = tmp_path_factory.mktemp("again") / "theirs"
    saved = saved_by_office([tables[name] for name in names], folder, _TO_CSV)
    return dict(zip(names, saved, strict=True))


@pytest.mark.parametrize("name", BOOKS)
def test_a_workbook_comes_back_the_same(workbooks: dict[str, Path], name: str) -> None:
    assert read_back(workbooks[name]) == json_text(BOOKS[name])


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


@pytest.mark.parametrize("name", BOOKS)
def test_no_cell_of_a_workbook_became_a_formula(workbooks: dict[str, Path], name: str) -> None:
    book = load_workbook(workbooks[name])
    computed = {
        book[sheet][cell].value
        for sheet, _, cell in (one.rpartition("!") for one in formula_cells(workbooks[name]))
    }
    # Its own way of keeping true and false; nothing of what is written on the wall.
    assert computed <= {"=TRUE()", "=FALSE()"}


@pytest.mark.parametrize("name", ["shop", "dangerous", "actions", "plain"])
def test_no_cell_of_a_table_became_a_formula(
    tables: dict[str, Path], workbooks: dict[str, Path], name: str
) -> None:
    path = (workbooks if name == "plain" else tables)[name]
    assert load_workbook(path).worksheets[0].max_row > 10
    assert formula_cells(path) == []


def test_accents_and_other_scripts_are_right(tables: dict[str, Path]) -> None:
    (sheet,) = load_workbook(tables["dangerous"]).worksheets
    cells = {cell.value for row in sheet.iter_rows() for cell in row}
    assert "Zoë Łąka, Straße, Ünal, été, 会议, 🎉, مرحبا, שלום" in cells


@pytest.mark.parametrize("name", ["shop", "dangerous"])
def test_a_table_comes_back_the_same(
    tables: dict[str, Path], again: dict[str, Path], name: str
) -> None:
    store = WALLS[name]
    for path in (tables[name], again[name]):
        plan = new_wall(path.suffix, path.read_bytes(), FakeClock())
        assert not plan.warnings
        back = Store(plan.records)
        assert list(moment_rows(back)) == list(moment_rows(store))
        assert back.count(Moment) == store.count(Moment)
