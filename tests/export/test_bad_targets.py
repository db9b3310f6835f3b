"""Whatever is wrong with the place a file goes to: one sentence, and an old file stays whole."""

import errno
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from motwall.export.calendar_file import CalendarOptions, write_calendar
from motwall.export.csv_file import write_csv_actions, write_csv_moments
from motwall.export.json_file import write_json
from motwall.export.markdown_file import write_markdown
from motwall.export.xlsx_file import write_xlsx
from motwall.messages import message_for
from motwall.model.errors import (
    DiskFull,
    WallFileError,
    WallFileIsFolder,
    WallFileReadOnly,
    WallFolderMissing,
)
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from tests.factories import FakeClock

resource = pytest.importorskip("resource", reason="only there a disk can be made to look full")

Writer = Callable[[Store, Path], None]


def _calendar(store: Store, path: Path) -> None:
    options = CalendarOptions(made_at=datetime(2026, 11, 23, tzinfo=UTC), has_due_dates=True)
    write_calendar(store, path, options, is_forced=True)


WRITERS: dict[str, Writer] = {
    "moments.csv": lambda store, path: write_csv_moments(store, path, is_forced=True),
    "actions.csv": lambda store, path: write_csv_actions(store, path, is_forced=True),
    "wall.xlsx": lambda store, path: write_xlsx(store, path, is_forced=True),
    "wall.md": lambda store, path: write_markdown(store, path, is_forced=True),
    "wall.json": lambda store, path: write_json(store, path, is_forced=True),
    "wall.ics": _calendar,
}


@pytest.fixture(scope="module")
def store() -> Store:
    clock = FakeClock()
    return Store(instantiate(load("shop"), clock.new_id, clock.today()))


@contextmanager
def full_disk(most: int) -> Iterator[None]:
    """The system lets no file grow beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def is_a_sentence(error: WallFileError) -> bool:
    told = message_for(error)
    return told.endswith(".") and "\n" not in told


@pytest.mark.parametrize("name", WRITERS)
def test_a_folder_that_is_gone(tmp_path: Path, store: Store, name: str) -> None:
    with pytest.raises(WallFolderMissing) as caught:
        WRITERS[name](store, tmp_path / "gone" / name)
    assert is_a_sentence(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", WRITERS)
def test_a_folder_in_its_place(tmp_path: Path, store: Store, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(WallFileIsFolder):
        WRITERS[name](store, tmp_path / name)
    assert list(tmp_path.iterdir()) == [tmp_path / name]


@pytest.mark.parametrize("most", [0, 100, 1500])
@pytest.mark.parametrize("name", WRITERS)
def test_a_disk_that_is_full(tmp_path: Path, store: Store, name: str, most: int) -> None:
    out = tmp_path / name
    out.write_bytes(b"old")
    with full_disk(most), pytest.raises(DiskFull) as caught:
        WRITERS[name](store, out)
    assert caught.value.path == out
    assert is_a_sentence(caught.value)
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("most", [8_000, 20_000, 30_000])
def test_a_disk_that_fills_up_while_a_workbook_is_put_together(
    tmp_path: Path, store: Store, most: int
) -> None:
    out = tmp_path / "wall.xlsx"
    out.write_bytes(b"old")
    with full_disk(most), pytest.raises(DiskFull):
        write_xlsx(store, out, is_forced=True)
    gc.collect()
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_that_is_open_elsewhere(
    tmp_path: Path, store: Store, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / name
    out.write_bytes(b"old")

    def held(_self: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "open in a spreadsheet")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(WallFileReadOnly) as caught:
        WRITERS[name](store, out)
    assert is_a_sentence(caught.value)
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]
