import os
from contextlib import closing
from pathlib import Path

import pytest

from motwall.model.errors import (
    WallFileExists,
    WallFileReadOnly,
    WallFileTooLarge,
    WallFileUnreachable,
    WallFolderMissing,
    WallNameTooLong,
)
from motwall.model.journal import EntryKind
from motwall.model.records import Idea, Moment, Record, Wall
from motwall.model.store import PatchMismatch
from motwall.storage.limits import Limits
from motwall.storage.reading import read_pictures
from motwall.storage.wall_file import WallFile
from tests.factories import an_id
from tests.storage.walls import (
    PHOTO,
    PICTURE,
    RECORDS,
    WALL,
    entry,
    folder_state,
    leave_hot_journal,
    names,
)


def test_first_entry_is_a_creation_whatever_is_asked_for(tmp_path: Path) -> None:
    header = entry(EntryKind.IMPORT)
    with closing(WallFile.create(tmp_path / "w.motwall", [WALL], header)) as wall:
        (first,) = wall.headers()
        assert (first.id, first.kind) == (header.id, EntryKind.CREATE)
        assert wall.load() == [WALL]


def test_only_the_wall_is_in_the_folder(tmp_path: Path) -> None:
    WallFile.create(tmp_path / "w.motwall", RECORDS, entry()).close()
    assert names(tmp_path) == ["w.motwall"]


def test_pictures_are_in_it_from_the_start(tmp_path: Path) -> None:
    path = tmp_path / "w.motwall"
    pictures = {PICTURE.digest: PHOTO}
    WallFile.create(path, RECORDS, entry(), pictures=pictures).close()
    assert read_pictures(path, [PICTURE.digest]) == pictures


@pytest.mark.parametrize("there", ["file", "folder", "dangling link"])
def test_nothing_is_overwritten(tmp_path: Path, there: str) -> None:
    path = tmp_path / "w.motwall"
    if there == "file":
        path.write_bytes(b"somebody's")
    elif there == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere")
    before = folder_state(tmp_path)
    with pytest.raises(WallFileExists):
        WallFile.create(path, RECORDS, entry())
    assert folder_state(tmp_path) == before
    assert names(tmp_path) == ["w.motwall"]


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_side_file_of_a_wall_that_is_gone_keeps_the_name_taken(path: Path, ending: str) -> None:
    # SQLite would roll the old journal back into the new wall.
    leave_hot_journal(path)
    path.with_name(path.name + "-journal").rename(path.with_name(path.name + ending))
    path.unlink()
    with pytest.raises(WallFileExists):
        WallFile.create(path, RECORDS, entry())
    assert names(path.parent) == [path.name + ending]


def test_folder_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(WallFolderMissing):
        WallFile.create(tmp_path / "gone" / "w.motwall", RECORDS, entry())
    (tmp_path / "file").touch()
    with pytest.raises(WallFolderMissing):
        WallFile.create(tmp_path / "file" / "w.motwall", RECORDS, entry())


BAD_RECORDS: dict[str, list[Record]] = {
    "no wall": [Moment(id=an_id(1))],
    "two walls": [WALL, Wall(id=an_id(2))],
    "an id twice": [WALL, Moment(id=an_id(2)), Idea(id=an_id(2), moment_id=an_id(2))],
    "a reference to nothing": [WALL, Idea(id=an_id(2), moment_id=an_id(404))],
}


@pytest.mark.parametrize("case", BAD_RECORDS)
def test_records_that_are_no_wall_leave_nothing_behind(tmp_path: Path, case: str) -> None:
    with pytest.raises(PatchMismatch):
        WallFile.create(tmp_path / "w.motwall", BAD_RECORDS[case], entry())
    assert names(tmp_path) == []


@pytest.mark.parametrize("limits", [Limits(records=3), Limits(file_bytes=50_000)])
def test_too_large_leaves_nothing_behind(tmp_path: Path, limits: Limits) -> None:
    with pytest.raises(WallFileTooLarge):
        WallFile.create(tmp_path / "w.motwall", RECORDS, entry(), limits=limits)
    assert names(tmp_path) == []


def test_longest_name_and_one_longer(tmp_path: Path) -> None:
    room = 255 - len("-journal") - len(".motwall")
    longest = tmp_path / f"{'é' * (room // 2)}{'x' * (room % 2)}.motwall"
    assert len(os.fsencode(longest.name)) == 247
    with closing(WallFile.create(longest, RECORDS, entry())) as wall:
        wall.load()
        with pytest.raises(WallNameTooLong):
            wall.save_copy(longest.with_name("x" + longest.name))
    with pytest.raises(WallNameTooLong):
        WallFile.create(longest.with_name("x" + longest.name), RECORDS, entry())
    assert names(tmp_path) == [longest.name]


def test_longest_path_and_one_longer(tmp_path: Path) -> None:
    name = "a name longer than that of the temporary file.motwall"
    room = 512 - len(os.fsencode(tmp_path / f"{name}-journal"))
    folder = tmp_path / "/".join(("y" * (room // 3 - 1),) * 3)
    folder = folder.with_name(folder.name + "y" * (room % 3))
    folder.mkdir(parents=True)
    assert len(os.fsencode(folder / name)) == 512 - len("-journal")
    WallFile.create(folder / name, RECORDS, entry()).close()
    WallFile.open(folder / name).close()
    with pytest.raises(WallNameTooLong):
        WallFile.create(folder / f"x{name}", RECORDS, entry())
    deepest = folder / ("z" * (len(name) - len("/w")))
    deepest.mkdir()
    with pytest.raises(WallNameTooLong):
        WallFile.create(deepest / "w", RECORDS, entry())


def test_folder_one_may_not_write(their_folder: Path) -> None:
    their_folder.chmod(0o500)
    with pytest.raises(WallFileReadOnly):
        WallFile.create(their_folder / "w.motwall", RECORDS, entry())
    assert names(their_folder) == []


def test_folder_one_may_not_even_look_into(their_folder: Path) -> None:
    their_folder.chmod(0o000)
    with pytest.raises((WallFileUnreachable, WallFileReadOnly)):
        WallFile.create(their_folder / "w.motwall", RECORDS, entry())
