import os
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from motwall.importing import json_plan
from motwall.importing.sources import ENDINGS, addition, new_wall, read_source
from motwall.model.errors import ImportRefused, SourceMissing, SourceUnreadable
from motwall.model.records import ContactType, Moment, Wall
from motwall.model.store import Store
from tests.factories import FakeClock, an_id
from tests.importing.samples import json_file


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Moment"])
    sheet.append(["Greet"])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


FILES = {
    ".csv": b"moment,x\nGreet,\n",
    ".tsv": b"moment\tx\nGreet\t\n",
    ".tab": b"moment\tx\nGreet\t\n",
    ".xlsx": workbook(),
    ".txt": b"Greet\n",
    ".json": json_file(
        [{"type": "Wall", "id": an_id(1)}, {"type": "Moment", "id": an_id(2), "text": "Greet"}]
    ),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_makes_a_wall_and_adds_to_one(ending: str) -> None:
    clock = FakeClock()
    plan = new_wall(ending, FILES[ending], clock)
    store = Store(plan.records)
    assert store.count(Wall) == 1
    assert [one.text for one in store.all(Moment)] == ["Greet"]
    assert store.count(ContactType) == (0 if ending == ".json" else 6)
    found = addition(ending, FILES[ending], Store([store.wall]), clock)
    assert found.patch.label.count == 1
    assert [type(one.record).__name__ for one in found.patch][-1] == "Moment"
    assert all(one.before is None for one in found.patch)


def test_warnings_and_counts_come_along() -> None:
    clock = FakeClock()
    assert new_wall(".csv", FILES[".csv"], clock).warnings
    wall = Store(new_wall(".json", FILES[".json"], clock).records)
    changed = FILES[".json"].replace(b"Greet", b"Pay")
    assert addition(".csv", FILES[".csv"], wall, clock).warnings
    assert addition(".json", FILES[".json"], wall, clock).left_alone == 1
    assert addition(".json", changed, wall, clock).renamed == 1


def test_reading_a_source(tmp_path: Path) -> None:
    path = tmp_path / "list ü 会议 🎉 50%25 #1.csv"
    path.write_bytes(b"moment\n")
    assert read_source(path) == b"moment\n"
    with pytest.raises(SourceMissing):
        read_source(tmp_path / "none.csv")
    with pytest.raises(SourceMissing):
        read_source(path / "below.csv")
    for odd in (tmp_path, Path(os.devnull), tmp_path / ("x" * 400), Path("a\0b")):
        with pytest.raises(SourceUnreadable):
            read_source(odd)


def test_an_endless_source_is_read_as_far_as_it_may_go(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(json_plan.SIZE_LIMIT * 4)  # a hole: takes no room on the disk
    assert len(read_source(path)) == json_plan.SIZE_LIMIT + 1


def test_a_board_is_read_without_asking_and_told_how() -> None:
    board = (Path(__file__).parent / "fixtures" / "mural.csv").read_bytes()
    plan = new_wall(".csv", board, FakeClock())
    assert Store(plan.records).count(Moment) == 5
    assert 'The column "Text" was read as: Words on the note.' in plan.warnings
    assert 'The column "Tags" is not known and was left out.' in plan.warnings


def test_columns_that_nobody_can_be_asked_about_are_refused() -> None:
    with pytest.raises(ImportRefused) as refusal:
        new_wall(".csv", b"was,wo\nRings,here\nPays,there\n", FakeClock())
    assert 'no column "moment"' in refusal.value.problems[0][1]
